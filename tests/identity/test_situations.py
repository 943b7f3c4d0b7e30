"""Several short texts on one matter, read whole: what agrees, what contradicts and what changed. All names invented."""

import pytest

from kg.identity.changes import changes
from kg.identity.conflicts import conflicts
from kg.identity.identify import identify
from kg.identity.identity import Identity
from kg.identity.material import material
from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.resolution.reading import Reading, values

EOK = 100_000_000


def read_all(*texts: str) -> tuple[list[Reading], Identity]:
    """The readings of texts, each with its date line, and who is who in them."""
    readings = list(read([(f"{i}.txt", text) for i, text in enumerate(texts, 1)], load_lexicon()))
    return readings, identify(readings)


def changed(*texts: str) -> set[tuple[str, object, object]]:
    """What changed, before and after."""
    readings, identity = read_all(*texts)
    return {(c.what, c.before, c.after) for c in changes(material(readings, identity), identity)}


def contradicted(*texts: str) -> set[tuple[str, frozenset[object]]]:
    """What is contradicted, with the values."""
    readings, identity = read_all(*texts)
    return {(c.what, frozenset(c.values.values())) for c in conflicts(material(readings, identity), identity)}


def nodes(readings: list[Reading], identity: Identity, kind: str, name: str) -> set[str]:
    """The canonical keys of what bears a name."""
    found = (n for r in readings for n in r.nodes if n.kind == kind and name in (n.label, *n.alternates))
    return {identity.canonical(n.key) for n in found}


def article(day: str, headline: str, *paragraphs: str) -> str:
    """A news text of a day (2025-03-04)."""
    return "\n".join([headline, f"누리샘일보 {day} 09:00 / 하늘솔 기자", "", *(f"{p}\n" for p in paragraphs)])


SCHOOL = article(
    "2025-03-04",
    "충남도, ‘충남 AI 새싹학교’ 세운다",
    "충청남도는 4일 ‘충남 AI 새싹학교’를 아산에 세운다고 밝혔다. "
    "총사업비는 300억원으로 국비 120억원, 도비 180억원이다.",
    "아산 본원은 오는 9월 개강한다. 초대 교장은 제갈솔 한서대학교 교수가 맡는다.",
)
SCHOOL_LATER = article(
    "2025-10-20",
    "‘충남 AI 새싹학교’ 이름 바꾸고 늦춘다",
    "‘충남 AI 새싹학교’가 아산 본원 개강을 2026년 4월로 미루고 이름도 ‘충남 AI 배움터’로 바꾼다. "
    "충청남도는 20일 이렇게 밝혔다.",
    "정부가 국비를 80억원으로 깎아 총사업비는 260억원으로 줄었다. 도비 180억원은 지켰다.",
)


def test_changes_follow_a_thing_that_is_renamed_behind_a_clause() -> None:
    found = changed(SCHOOL, SCHOOL_LATER)
    assert ("name", "충남 AI 새싹학교", "충남 AI 배움터") in found
    assert ("amount", 300 * EOK, 260 * EOK) in found
    assert ("amount", 120 * EOK, 80 * EOK) in found


def test_changes_tell_when_the_main_house_of_a_school_opens() -> None:
    assert ("date", "2025-09", "2026-04") in changed(SCHOOL, SCHOOL_LATER)


def test_changes_keep_one_purse_and_the_whole_apart() -> None:
    assert not {c for c in changed(SCHOOL, SCHOOL_LATER) if c[0] == "amount"} - {
        ("amount", 300 * EOK, 260 * EOK),
        ("amount", 120 * EOK, 80 * EOK),
    }


def test_changes_name_the_next_head_of_a_bureau_with_a_short_name() -> None:
    found = changed(
        article(
            "2025-05-07",
            "충남도 물길 손본다",
            "충청남도는 7일 물길을 손본다고 밝혔다. 도하람 도 해운국장은 “곧 연다”고 말했다.",
        ),
        article(
            "2025-11-12",
            "충남도 인사",
            "도하람 전 도 해운국장은 지난달 충남연구원 부원장에 취임했다. "
            "후임 해운국장은 설다온 전 도 항만과장이 맡았다. "
            "충청남도는 12일 이렇게 밝혔다.",
        ),
    )
    assert ("office", "도하람", "설다온") in found


def test_changes_know_the_agency_whose_division_gets_another_head() -> None:
    found = changed(
        article("2025-05-07", "로봇 온다", "설다온 충남테크노파크 로봇혁신본부장은 7일 “기계가 들어온다”고 말했다."),
        article(
            "2025-11-12",
            "충남테크노파크 인사",
            "충남테크노파크는 지난 3일 설다온 전 로봇혁신본부장을 기획실장에 임명했다. "
            "후임 로봇혁신본부장은 여해솔 전 한국기계연구원 책임연구원이 맡았다. 충남도는 박수를 보냈다.",
        ),
    )
    assert ("office", "설다온", "여해솔") in found


PAY = article(
    "2025-05-07", "‘누리 디딤장학금’ 준다", "충청남도는 7일 대학생에게 매달 40만원의 ‘누리 디딤장학금’을 준다고 밝혔다."
)


def test_changes_tell_a_rate_that_is_cut() -> None:
    later = article(
        "2025-11-12", "충남도 장학금 손질", "충청남도는 12일 ‘누리 디딤장학금’을 월 25만원으로 낮춘다고 밝혔다."
    )
    assert ("amount", 400_000, 250_000) in changed(PAY, later)


def test_changes_of_rates_need_a_word_of_change() -> None:
    later = article(
        "2025-11-12", "충남도 장학금 손질", "충청남도는 12일 ‘누리 디딤장학금’을 월 25만원 지급한다고 밝혔다."
    )
    assert not {c for c in changed(PAY, later) if c[0] == "amount"}


NETWORK = article(
    "2025-08-26",
    "서산시 ‘바닷길 관제망’ 깐다",
    "서산시는 26일 인공지능이 뱃길을 살피는 ‘바닷길 관제망’을 구축한다고 밝혔다. 첫 구간은 2026년 10월 개통한다.",
)


def test_conflicts_tell_when_the_first_stretch_of_a_network_opens() -> None:
    other = article(
        "2025-08-27",
        "뱃길 지키는 ‘바닷길 관제망’",
        "서산시가 26일 내놓은 ‘바닷길 관제망’은 뱃길을 살피는 사업이다. 첫 구간은 내년 7월 열린다. 서산시는 웃었다.",
    )
    assert ("date", frozenset({"2026-10", "2026-07"})) in contradicted(NETWORK, other)


def test_conflicts_tell_when_a_plan_was_made_public() -> None:
    one, two = (
        article(
            "2025-08-26",
            "서산시 뱃길 사업",
            f"서산시는 26일 새 사업을 밝혔다. 이는 시가 {year}년 발표한 ‘서산 AI 항만 종합계획’의 첫 과제다.",
        )
        for year in (2022, 2023)
    )
    assert ("date", frozenset({"2022", "2023"})) in contradicted(one, two)


GREENHOUSE = article(
    "2025-11-04",
    "충남도 ‘온새미 AI 온실’ 짓는다",
    "충청남도는 4일 ‘온새미 AI 온실’을 서산시에 짓는다고 밝혔다. 총사업비는 120억원으로 국비 60억원과 도비 60억원이다.",
)


def test_conflicts_of_a_share_of_which_a_year_s_part_is_told() -> None:
    other = article(
        "2025-11-05",
        "‘온새미 AI 온실’ 걱정",
        "충남도가 4일 꺼낸 ‘온새미 AI 온실’을 두고 말이 많다. 도비로는 45억원이 들어간다. "
        "도는 내년 예산안에 이 가운데 9억원을 담았다.",
    )
    assert contradicted(GREENHOUSE, other) == {("amount", frozenset({60 * EOK, 45 * EOK}))}


def test_claims_are_one_where_a_release_adds_a_note_on_next_year_s_budget() -> None:
    release = (
        "충청남도 보도자료\n배포일시 2025. 11. 4.(화) 10:00\n\n「온새미 AI 온실」 건립 본격화\n\n"
        "□ 충청남도는 「온새미 AI 온실」을 서산시에 건립한다고 11월 4일 밝혔다.\n"
        " ○ (사업비) 120억 원(국비 60억 원, 도비 60억 원) ※ '26년도 예산안에 도비 9억 원 반영\n"
    )
    readings, identity = read_all(GREENHOUSE, release)
    wanted = {f"money/{120 * EOK} KRW", f"money/{60 * EOK} KRW"}
    keys = {
        (r.identifier, identity.canonical(n.key))
        for r in readings
        for n in r.nodes
        if n.kind == "allocation" and values(n.properties, "rap:amount")[0] in wanted
    }
    assert len({k for _, k in keys}) == 3
    assert len(keys) == 6


def test_claims_of_a_thing_that_is_called_by_what_it_is() -> None:
    one = article(
        "2025-11-04",
        "충남도 단지 조성",
        "충청남도는 4일 ‘서해 AI 농업 클러스터’를 조성한다고 밝혔다. 총사업비는 870억원이다.",
    )
    two = article(
        "2025-11-05",
        "충남도 농업 단지",
        "충남도가 4일 온실 계획을 냈다. ‘서해 AI 농업 클러스터’는 870억원짜리 국가 시범단지다.",
    )
    readings, identity = read_all(one, two)
    found = {
        p
        for r in readings
        for n in r.nodes
        if n.kind == "allocation"
        for p in map(identity.canonical, values(n.properties, "rap:forProgram"))
    }
    assert found == nodes(readings, identity, "program", "서해 AI 농업 클러스터")


def test_offices_that_many_governments_have_stay_apart() -> None:
    readings, identity = read_all(
        article(
            "2025-11-04", "충남도 새 교육", "충청남도는 4일 새 교육을 연다고 밝혔다. 강의는 도 인재개발원이 꾸린다."
        ),
        article("2025-11-05", "충남 교육", "충청남도 인재개발원이 교육을 맡는다. 충청남도는 5일 이렇게 밝혔다."),
        article(
            "2025-11-06", "전남도 새 교육", "전라남도는 6일 새 교육을 연다고 밝혔다. 강의는 도 인재개발원이 꾸린다."
        ),
    )
    found = {n.key for r in readings for n in r.nodes if n.kind == "organization" and "인재개발원" in (n.label or "")}
    assert len({identity.canonical(k) for k in found}) == 2


def test_campuses_that_open_are_one_thing_in_all_texts() -> None:
    texts = (
        article("2025-11-04", "충남도 학교", "충청남도는 4일 학교를 세운다고 밝혔다. 서산캠퍼스는 2027년 문을 연다."),
        article(
            "2025-11-05",
            "충남 학교",
            "충남도가 4일 학교 계획을 냈다. 서산캠퍼스는 2028년 문을 연다. 충청남도는 서두른다.",
        ),
    )
    assert ("date", frozenset({"2027", "2028"})) in contradicted(*texts)


def test_vouchers_with_a_plain_name_in_marks_are_programs() -> None:
    readings, identity = read_all(
        article(
            "2025-11-04",
            "충남도 지원",
            "충청남도는 4일 기업에 ‘AI 이용권’을 나눠 준다고 밝혔다. 내년에 20억원을 들인다.",
        ),
        article(
            "2025-11-05", "충남 지원", "충남도는 5일 ‘AI 이용권’으로 기업을 붙잡는다고 밝혔다. 내년 예산은 24억원이다."
        ),
    )
    assert len(nodes(readings, identity, "program", "AI 이용권")) == 1


@pytest.mark.parametrize(("name", "same"), [("‘충남 AI 새싹학교’ 협약", True), ("‘서해 AI 농업 클러스터’ 협약", False)])
def test_events_of_one_day_and_program_are_one_under_two_names(name: str, same: bool) -> None:
    thing = name.split("’")[0].strip("‘")
    readings, identity = read_all(
        article(
            "2025-03-04",
            "충남도 협약",
            "충청남도는 4일 도청에서 한서대학교와 업무협약을 맺고 ‘충남 AI 새싹학교’를 함께 세우기로 했다.",
        ),
        article(
            "2025-03-05",
            "협약 뒤",
            f"충남도가 4일 {name}을 맺자 서산시가 반겼다. ‘{thing}’에는 300억원을 들인다. 충청남도는 웃었다.",
        ),
    )
    events = {identity.canonical(n.key) for r in readings for n in r.nodes if n.kind == "event"}
    assert len(events) == (1 if same else 2)


SITE = "전남 영암군은 4일 ‘월출 AI 허브’를 짓는다고 밝혔다."


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            "전남 영암군은 4일 ‘햇살 AI 캠프’를 연다고 밝혔다.",
            "영암군은 10일 ‘햇살 AI 캠프’를 ‘월출 AI 학교’로 개편한다고 밝혔다.",
            ("name", "햇살 AI 캠프", "월출 AI 학교"),
        ),
        (
            "전남 영암군은 4일 내년 예산안에 ‘월출 AI 허브’ 사업비 40억원을 편성했다고 밝혔다.",
            "영암군의회는 10일 ‘월출 AI 허브’ 내년 예산을 25억원으로 깎아 의결했다.",
            ("amount", 40 * EOK, 25 * EOK),
        ),
        (
            SITE + " 군비 40억원과 도비 20억원이 들어간다.",
            "전남 영암군 ‘월출 AI 허브’에 들어갈 도비가 20억원에서 12억원으로 준다.",
            ("amount", 20 * EOK, 12 * EOK),
        ),
        (
            SITE + " 허브는 2026년 6월 문을 연다.",
            "전남 영암군은 10일 ‘월출 AI 허브’ 문을 여는 때를 2026년 6월에서 9월로 미룬다고 밝혔다.",
            ("date", "2026-06", "2026-09"),
        ),
        (
            "전남 영암군은 4일 ‘월출 AI 사관학교’를 열었다. 교장은 도나래 목포대 교수다.",
            "영암군 ‘월출 AI 사관학교’ 새 교장에 고라온 전 카카오 이사가 취임했다. 도나래 전 교장은 목포대로 돌아갔다.",
            ("office", "도나래", "고라온"),
        ),
        (
            "여해솔 영암군 농정과장은 4일 “곧 연다”고 말했다. 전남 영암군이 밝혔다.",
            "전남 영암군 고라온 농정과장은 10일 “다시 연다”고 말했다.",
            ("office", "여해솔", "고라온"),
        ),
        (
            "전남 영암군은 4일 자율주행 ‘월출 스마트 도로’를 깐다고 밝혔다. 첫 구간은 2026년 3월 뚫린다.",
            "‘월출 스마트 도로’ 첫 구간 개통이 2026년 9월로 늦춰진다. 전남 영암군은 10일 이렇게 밝혔다.",
            ("date", "2026-03", "2026-09"),
        ),
    ],
)
def test_changes_are_told_however_the_later_text_words_them(
    before: str, after: str, change: tuple[str, object, object]
) -> None:
    assert change in changed(article("2025-09-04", "영암군 소식", before), article("2025-12-10", "영암군 소식", after))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SITE + " 5년간 200억원을 들인다.", "영암군이 ‘월출 AI 허브’에 해마다 40억원씩 쓴다. 올해는 25억원이다."),
        (SITE + " 198억원을 들인다.", "영암군이 200억원에 가까운 돈을 ‘월출 AI 허브’에 쏟는다."),
        (SITE + " 2027년 준공한다.", "영암군의 ‘월출 AI 허브’는 2027년 12월 준공한다."),
    ],
)
def test_conflicts_are_none_where_two_texts_agree(one: str, other: str) -> None:
    assert contradicted(article("2025-09-04", "영암군 소식", one), article("2025-09-05", "영암군 소식", other)) == set()


def test_programs_are_one_where_the_place_in_front_is_told_in_the_sentence() -> None:
    readings, identity = read_all(
        article(
            "2025-11-05",
            "전남 금송에 ‘AI 해양 자료항구’ 선다",
            "전라남도와 여수시는 ‘금송 AI 해양 자료항구’를 조성한다고 5일 밝혔다. 사업비는 1천36억원이다. "
            "국비 520억원에 도비 316억원, 시비 200억원을 보탠다.",
        ),
        article(
            "2025-11-06",
            "전남 금송 자료항구에 국비 520억",
            "전라남도가 여수 금송에 ‘AI 해양 자료항구’를 세운다. 5일 공개된 재원 계획을 보면 국비가 520억원이다.",
        ),
    )
    one, other = "금송 AI 해양 자료항구", "AI 해양 자료항구"
    assert len(nodes(readings, identity, "program", one) | nodes(readings, identity, "program", other)) == 1


VALLEY = article(
    "2025-11-05",
    "가온 데이터밸리 첫발",
    "진주시는 ‘가온 데이터밸리’를 세운다고 5일 밝혔다. 총사업비는 300억원이다.",
    "민관 추진단 공동단장을 맡은 탁하람 경상국립대 교수는 “자료부터 모으겠다”고 했다.",
    "곽도담 시 산업국장은 “협약을 서두르겠다”고 설명했다.",
)
VALLEY_TOO = article(
    "2025-11-06",
    "진주에 데이터밸리",
    "진주시가 ‘가온 데이터밸리’를 세운다. 시는 6일 이렇게 밝혔다.",
    "탁하람 데이터밸리 민관 추진단 부단장(경상국립대 교수)은 “표준이 먼저”라고 말했다.",
)
VALLEY_LATER = article(
    "2026-03-24",
    "데이터밸리, 사람이 바뀌었다",
    "진주시가 세우는 ‘가온 데이터밸리’의 총사업비가 300억원에서 250억원으로 줄었다. 시는 24일 이렇게 밝혔다.",
    "곽도담 국장은 지난달 진주시 부시장으로 승진했다. 후임 산업국장은 문서담 전 산업과장이 맡았다.",
)


def test_situations_task_force_is_one_under_longer_and_shorter_names() -> None:
    readings, identity = read_all(VALLEY, VALLEY_TOO)
    one = nodes(readings, identity, "organization", "민관 추진단")
    assert one and one == nodes(readings, identity, "organization", "데이터밸리 민관 추진단")
    assert ("title", frozenset({"공동단장", "부단장"})) in contradicted(VALLEY, VALLEY_TOO)


def test_situations_who_moved_gave_up_the_post_that_the_sentence_calls_him_by() -> None:
    found = changed(VALLEY, VALLEY_TOO, VALLEY_LATER)
    assert ("office", "산업국장", "부시장") in found
    assert ("office", "곽도담", "문서담") in found
    assert ("amount", 300 * EOK, 250 * EOK) in found


def test_situations_heads_of_two_institutes_of_one_university_contradict() -> None:
    first = article(
        "2025-10-15",
        "남구 돌봄마을 협약",
        "부산 남구는 15일 국립부경대와 ‘오륙도 AI 돌봄마을’ 협약을 맺었다고 밝혔다. "
        "남궁솔 국립부경대 AI건강연구소장은 “네 분을 찾아냈다”고 말했다.",
    )
    other = article(
        "2025-10-16",
        "남구 돌봄마을 발주",
        "부산 남구는 16일 부경대와 ‘오륙도 AI 돌봄마을’ 장비를 발주한다고 밝혔다. "
        "남궁솔 부경대 AI융합연구소장은 “전력만으로도 안다”고 말했다.",
    )
    assert contradicted(first, other) == {("title", frozenset({"AI건강연구소장", "AI융합연구소장"}))}
