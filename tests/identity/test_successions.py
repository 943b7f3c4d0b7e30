"""Who leaves a post and who takes it, what opens when, and coined names over several texts. All names invented."""

from tests.identity.test_situations import article, changed, contradicted, nodes, read_all

WATCH = article(
    "2025-05-12",
    "울산시, 수해 감시에 AI",
    "울산시는 12일 ‘외황강 AI 물길 감시망’ 사업에 들어간다고 밝혔다. 감시망의 두뇌가 될 통합관제센터는 "
    "내년 9월 개소한다.",
    "서다온 외황강홍수대응센터 소장은 “밤새 수위를 잴 사람이 없다”고 말했다.",
    "마하진 울산테크노파크 수자원센터장은 “장비를 댄다”고 전했다.",
)
WATCH_TOO = article(
    "2025-05-13",
    "물길 감시망, 태화동에 관제센터",
    "울산시가 12일 내놓은 ‘외황강 AI 물길 감시망’의 화면이 모이는 통합관제센터는 태화동에 지어 내년 6월 개소한다.",
)
WATCH_LATER = article(
    "2026-02-05",
    "물길 감시망 늦춘다",
    "울산시의 ‘외황강 AI 물길 감시망’이 늦어진다. 태화동에 짓는 통합관제센터는 보상이 길어져 개소가 "
    "2027년 4월로 미뤄졌다. 이달 1일 자로 임명된 초대 센터장은 서다온 전 외황강홍수대응센터 소장이다. "
    "비어 있던 소장 자리는 노가람 전 울주군 안전과장이 채웠다.",
    "울산테크노파크는 물길AI사업단을 꾸리고 초대 사업단장에 마하진 전 수자원센터장을 앉혔다.",
)


def test_successions_centre_named_by_its_use_opens_on_days_that_differ() -> None:
    assert contradicted(WATCH, WATCH_TOO) == {("date", frozenset({"2026-09", "2026-06"}))}
    assert ("date", "2026-09", "2027-04") in changed(WATCH, WATCH_LATER)


def test_successions_post_left_is_that_of_the_body_told_with_it() -> None:
    found = changed(WATCH, WATCH_LATER)
    assert ("office", "소장", "센터장") in found
    assert ("office", "서다온", "노가람") in found


def test_successions_head_of_a_unit_gave_up_the_post_told_of_the_whole_body() -> None:
    assert ("office", "수자원센터장", "사업단장") in changed(WATCH, WATCH_LATER)


def test_successions_opening_is_not_that_of_an_institute_that_helps() -> None:
    first = article(
        "2025-07-15",
        "경주에 ‘AI 소재실험실’",
        "경주시는 15일 ‘경주 AI 소재실험실’을 짓는다고 밝혔다. 한국재료연구원(KIMS)이 장비를 댄다. 2028년 개소한다.",
    )
    other = article(
        "2025-07-16",
        "경주 소재실험실 첫발",
        "경주시가 ‘경주 AI 소재실험실’을 짓는다. 로봇 운용은 한국재료연구원이 돕고 개소는 2027년이다.",
    )
    readings, identity = read_all(first, other)
    one = nodes(readings, identity, "program", "경주 AI 소재실험실")
    steps = [n for r in readings for n in r.nodes if n.kind == "milestone"]
    dated = {identity.canonical(v) for step in steps for name, v, _ in step.identity if name == "program"}
    assert dated == one
    assert ("date", frozenset({"2028", "2027"})) in contradicted(first, other)


def test_successions_site_of_which_the_next_sentence_tells() -> None:
    first = article(
        "2025-09-09",
        "경남 AI 목재벨트",
        "경상남도는 9일 ‘경남 AI 목재벨트 조성사업’을 펼칠 곳을 정했다. 가장 빠른 곳은 함양 거점이다. "
        "옛 제재소를 고쳐 내년 5월 개소한다.",
    )
    other = article(
        "2025-09-10", "함양 목재 거점", "함양군이 ‘경남 AI 목재벨트’에 든다. 함양 거점은 내년 3월 개소한다."
    )
    assert contradicted(first, other) == {("date", frozenset({"2026-05", "2026-03"}))}


def test_successions_short_coined_name_is_the_longer_spelling() -> None:
    readings, identity = read_all(
        article(
            "2025-07-15", "부산시 ‘AI 주치의’", "부산시는 15일 공장을 돌보는 ‘AI 주치의’ 사업비 30억원을 편성했다."
        ),
        article("2025-07-16", "공장이 반긴다", "부산시가 새 일을 벌인다. 문을 열 때까지는 ‘AI주치의’가 공장을 돈다."),
    )
    one, other = (nodes(readings, identity, "program", name) for name in ("AI 주치의", "AI주치의"))
    assert one == other != set()
