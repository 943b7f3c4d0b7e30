"""Two names at a time, heads of schemes and new heads over several texts. All names invented."""

from tests.identity.test_situations import EOK, article, changed, contradicted, nodes, read_all

SHORT = article(
    "2025-03-04",
    "강릉시, 바다길잡이 시작",
    "강릉시는 4일 ‘바다길잡이’ 사업에 나선다고 밝혔다. 정식 이름은 ‘인공지능 연안 안전망 구축사업’이다. "
    "총사업비는 120억원이다. 바다길잡이 운영위원장에는 서가온 강릉원주대 교수가 위촉됐다.",
)
FULL = article(
    "2025-03-05",
    "강릉 바다에 AI",
    "강릉시가 ‘인공지능 연안 안전망 구축사업’을 벌인다. 총사업비는 130억원이다.",
)
COINED = article(
    "2025-03-05",
    "강릉 바다 AI",
    "강릉시의 ‘바다길잡이’ 사업에 120억원이 들어간다. 서가온 바다길잡이 운영위원장은 “파도를 먼저 읽겠다”고 말했다.",
)
NEXT_HEAD = article(
    "2025-09-10",
    "바다길잡이 새 위원장",
    "강릉시 ‘바다길잡이’ 사업이 반년을 맞았다. 한다솔 가톨릭관동대 교수가 지난 1일 바다길잡이 운영위원장에 위촉됐다. "
    "서가온 전 운영위원장은 학교로 돌아갔다.",
)


def test_aliases_official_name_and_the_one_in_use_are_one_program() -> None:
    readings, identity = read_all(SHORT, FULL, COINED)
    official = nodes(readings, identity, "program", "인공지능 연안 안전망 구축사업")
    assert len(official) == 1
    assert nodes(readings, identity, "program", "바다길잡이 사업") == official
    assert contradicted(SHORT, FULL, COINED) == {("amount", frozenset({120 * EOK, 130 * EOK}))}


def test_aliases_are_no_renamings() -> None:
    assert not {c for c in changed(SHORT, FULL) if c[0] == "name"}


def test_aliases_name_that_somebody_scolds_with_is_none() -> None:
    scolded = article(
        "2025-03-06",
        "강릉시의회",
        "한다솔 강릉시의원은 ‘인공지능 연안 안전망 구축사업’을 이른바 ‘선심 사업’이라고 비판했다.",
    )
    readings, _ = read_all(scolded)
    assert not [n for r in readings for n in r.nodes if n.kind == "program" and "선심 사업" in n.alternates]


def test_aliases_head_of_a_scheme_is_followed_by_the_next_one() -> None:
    assert ("office", "서가온", "한다솔") in changed(SHORT, COINED, NEXT_HEAD)


WELCOMED = article(
    "2025-10-02",
    "진흥원 새 원장",
    "강릉과학산업진흥원은 새 원장을 맞았다. 한가람 전 과학기술정보통신부 국장이 지난 1일 바통을 넘겨받았다.",
)
BEFORE = article("2025-05-02", "진흥원", "문다솔 강릉과학산업진흥원 원장은 2일 “문턱을 낮추겠다”고 밝혔다.")


def test_aliases_head_whom_a_body_welcomes_has_the_post() -> None:
    assert ("office", "문다솔", "한가람") in changed(BEFORE, WELCOMED)


def test_aliases_hospitals_of_one_university_in_two_cities_are_two() -> None:
    one = article("2025-03-04", "대전", "충남대병원은 4일 AI 병동을 열었다. 서가온 충남대병원 교수가 맡는다.")
    two = article(
        "2025-03-05", "세종", "세종충남대학교병원은 5일 AI 병동을 열었다. 한다솔 세종충남대병원 교수가 맡는다."
    )
    readings, identity = read_all(one, two)
    first = nodes(readings, identity, "organization", "충남대학교병원")
    assert len(first) == 1
    assert not first & nodes(readings, identity, "organization", "세종충남대학교병원")


def test_aliases_agreement_told_a_day_apart_is_one_event() -> None:
    first = article(
        "2025-06-17",
        "강릉 AI 밸리",
        "강릉시는 17일 시청에서 가톨릭관동대와 ‘해양데이터 AI 밸리 업무협약’을 맺고 "
        "‘해양데이터 AI 밸리’를 세운다고 밝혔다.",
    )
    other = article(
        "2025-06-18", "해양 AI 밸리", "강릉시가 ‘해양데이터 AI 밸리’를 짓는다. 시는 16일 업무협약을 맺었다."
    )
    assert ("date", frozenset({"2025-06-17", "2025-06-16"})) in contradicted(first, other)
