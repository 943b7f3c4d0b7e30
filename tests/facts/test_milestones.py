"""Milestones: dated steps of programs. All programs are invented."""

import pytest

from kg.documents.model import Block, Document
from kg.facts.milestone.milestones import milestones
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def told(text: str) -> list[tuple[str, str, str]]:
    """Program, step and date of each milestone of one line of text, published on 2025-10-15."""
    lexicon = load_lexicon()
    document = Document("x", text, (Block(0, len(text), "body"),), published="2025-10-15")
    analysis = next(iter(analyse([document], lexicon)))
    found = milestones(analysis, find_mentions(analysis, lexicon), lexicon, ())
    return [(m.program.value.text, m.milestone, m.date) for m in found]


@pytest.mark.parametrize(
    ("text", "step", "date"),
    [
        ("‘한빛 데이터 클러스터 조성사업’은 2028년 2월 준공이 목표다.", "준공", "2028-02"),
        ("‘한빛 데이터 클러스터 조성사업’은 내년 착공한다.", "착공", "2026"),
        ("‘한빛 데이터 클러스터 조성사업’이 내년 첫발을 뗀다.", "시작", "2026"),
        ("‘한빛 데이터 클러스터 조성사업’은 2029년 문을 연다.", "개소", "2029"),
    ],
)
def test_milestones_reads_a_dated_step(text: str, step: str, date: str) -> None:
    assert told(text) == [("한빛 데이터 클러스터 조성사업", step, date)]


def test_milestones_reads_two_steps_of_one_program() -> None:
    rows = told("‘한빛 데이터 클러스터 조성사업’은 내년 착공해 2029년 문을 연다.")
    assert [(step, date) for _, step, date in rows] == [("착공", "2026"), ("개소", "2029")]


@pytest.mark.parametrize(
    "text",
    [
        "‘한빛 데이터 클러스터 조성사업’의 착공식은 성대했다.",
        "시는 2027년부터 ‘한빛 데이터 클러스터 조성사업’의 시행사를 찾는다.",
        "‘한빛 데이터 클러스터 조성사업’에 2027년까지 90억원을 쓴다.",
        "내년 완공되는 다리가 있다.",
    ],
)
def test_milestones_leaves_what_is_no_dated_step(text: str) -> None:
    assert told(text) == []


NAME = "한빛 AI 실증단지"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        # a step behind its date, in front of it, in brackets, with a mark
        (
            "‘한빛 AI 실증단지’를 짓는다. 올해 설계하고 내년 3월 착공한다. 준공은 2028년 12월로 잡았다.",
            ["착공 2026-03", "준공 2028-12"],
        ),
        ("‘한빛 AI 실증단지’(착공 '26년 3월, 준공 '28년 12월)를 짓는다.", ["착공 2026-03", "준공 2028-12"]),
        ("‘한빛 AI 실증단지’ 총사업비 300억 원, '27년 착공·'29년 준공 목표", ["착공 2027", "준공 2029"]),
        ("‘한빛 AI 실증단지’의 준공 시점은 2029년이다.", ["준공 2029"]),
        ("‘한빛 AI 실증단지’는 2031년 말까지 공사를 마친다.", ["준공 2031"]),
        ("‘한빛 AI 실증단지’를 둔다. 시는 2027년 첫 삽을 떠 2029년 건물을 다 짓는다.", ["착공 2027", "준공 2029"]),
        # a step that is moved
        (
            "‘한빛 AI 실증단지’ 이야기다. 시는 준공을 2031년 하반기로 미뤘다. 착공은 내년 그대로다.",
            ["준공 2031", "착공 2026"],
        ),
        (
            "‘한빛 AI 실증단지’는 지난달 착공은 했지만, 준공은 2029년 6월로 반년 미뤘다.",
            ["착공 2025-09", "준공 2029-06"],
        ),
        ("‘한빛 AI 실증단지’는 개소가 6월에서 12월로 밀렸다.", ["개소 2025-12"]),
        ("‘한빛 AI 실증단지’는 착공을 2026년 1월로 앞당긴다.", ["착공 2026-01"]),
        ("‘한빛 AI 실증단지’는 사업 착수도 2028년으로 한 해 늦춰졌다.", ["시작 2028"]),
        ("‘한빛 AI 실증단지’의 개관을 2027년 하반기에서 2029년으로 늦추기로 했다.", ["개관 2029"]),
        ("‘한빛 AI 실증단지’는 올해 하려던 첫 삽도 내년 5월에나 뜬다.", ["착공 2026-05"]),
        (
            "‘한빛 AI 실증단지’를 짓는다.\n- 착공 2026년 9월 → 2027년 1월, 준공 2029년 12월",
            ["착공 2027-01", "준공 2029-12"],
        ),
        # something else that the text says of a date
        ("‘한빛 AI 실증단지’에 2027년까지 90억원을 쓴다.", []),
        ("‘한빛 AI 실증단지’는 2027년 예산에 담긴다. 준공은 아직 멀다.", []),
    ],
)
def test_milestones_finds_the_date_of_a_step(text: str, steps: list[str]) -> None:
    assert sorted(f"{step} {date}" for name, step, date in told(text) if name == NAME) == sorted(steps)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("온정이음센터는 옛 우체국을 고쳐 내년 6월 문을 연다.", [("온정이음센터", "개소", "2026-06")]),
        ("내년 3월 새말동에 ‘온정이음센터’를 엽니다.", [("온정이음센터", "개소", "2026-03")]),
        ("- 온정이음센터: 새말동, 2026년 6월 개소, 위탁 운영", [("온정이음센터", "개소", "2026-06")]),
        ("구는 2023년 400가구를 상대로 ‘AI 말동무 시범사업’을 한 바 있다.", [("AI 말동무 시범사업", "시행", "2023")]),
        ("구가 2022년에 한 ‘AI 말동무 시범사업’ 때 산 물건이다.", [("AI 말동무 시범사업", "시행", "2022")]),
        # a building is not the place where another thing happens
        (
            "‘한빛 AI 클러스터’를 꾸민다. 온정이음센터 건물을 고쳐 내년 2월 개소한다.",
            [("한빛 AI 클러스터", "개소", "2026-02")],
        ),
        ("온정이음센터에서 내년 3월 설명회를 연다.", []),
        ("한빛시는 내년 3월 문을 여는 식당을 찾았다.", []),
    ],
)
def test_milestones_reads_steps_of_buildings_and_trials(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize("name", ["한빛 AI 신약공방", "한빛 데이터 정원", "한빛 AI 안전벨트", "한빛 로봇 시험장"])
def test_milestones_reads_the_step_of_a_place_named_in_the_sentence_before(name: str) -> None:
    assert told(f"시는 ‘{name}’을 짓는다. 착공은 2026년 9월이다.") == [(name, "착공", "2026-09")]


@pytest.mark.parametrize("name", ["한빛 AI 실증도크", "한빛 로봇 부두", "한빛 AX"])
def test_milestones_takes_what_is_finished_for_a_building_whatever_it_is_called(name: str) -> None:
    assert told(f"시는 ‘{name}’를 세운다. 설계를 다시 하느라 준공은 2029년으로 한 해 늦어진다.") == [
        (name, "준공", "2029")
    ]


@pytest.mark.parametrize("name", ["한빛 AI 종합계획", "한빛 AI 바우처", "한빛 AI 상담"])
def test_milestones_finishes_no_paper_and_no_doing(name: str) -> None:
    assert told(f"시는 ‘{name}’를 내놓았다. 2029년 준공한다.") == []


@pytest.mark.parametrize("said", ["을 바라보는", "을 앞둔", "을 목표로 하는", "을 눈앞에 둔"])
def test_milestones_reads_a_step_that_describes_the_thing(said: str) -> None:
    assert told(f"2026년 준공{said} ‘한빛 로봇 실증단지’를 찾았다.") == [("한빛 로봇 실증단지", "준공", "2026")]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "‘한빛 AI 실증단지’를 짓는다. 공사는 내년 3월에 시작해 2028년 8월에 마친다.",
            {("착공", "2026-03"), ("준공", "2028-08")},
        ),
        (
            "‘한빛 AI 실증단지’를 짓는다. 공사에 들어가는 때는 2027년 4월이다. 공사가 2029년 12월 마무리된다.",
            {("완료", "2029-12")},
        ),
        (
            "‘한빛 AI 실증단지’ 일정이 밀렸다. 착공은 11월에서 12월로, 준공은 2028년 10월에서 2029년 4월로 연기됐다.",
            {("착공", "2025-12"), ("준공", "2029-04")},
        ),
        ("‘한빛 AI 실증단지’를 짓는다. 당초 7월이던 준공 시기를 두 달 늦췄다.", set()),
    ],
)
def test_milestones_reads_works_and_what_one_verb_moves(text: str, steps: set[tuple[str, str]]) -> None:
    assert {(step, date) for _, step, date in told(text)} == steps


def test_milestones_step_that_steps_back_a_year() -> None:
    text = "‘한빛 AI 밸리’를 둘로 나눠 짓게 되면서 준공도 2030년으로 한 해 물러섰다."
    assert told(text) == [("한빛 AI 밸리", "준공", "2030")]


def test_milestones_trial_is_of_the_program_that_the_paragraph_names() -> None:
    text = "한빛시는 ‘물길링크’ 사업을 한다. 시는 2026년 4월 6일 시범운영에 들어가기로 날을 다시 잡았다."
    assert told(text) == [("물길링크 사업", "시범운영", "2026-04-06")]
    two = "한빛시는 ‘물길링크’ 사업과 ‘산불지기’ 사업을 한다. 시는 2026년 4월 6일 시범운영에 들어간다."
    assert told(two) == []


def test_milestones_label_whose_letters_stand_apart() -> None:
    text = "한빛시는 ‘한빛 AI 밸리’를 짓는다. 준  공 : 2027년 3월"
    assert told(text) == [("한빛 AI 밸리", "준공", "2027-03")]


PLAN = "‘누리 물길 AI 감시망’ 사업이 시작됐다. "


@pytest.mark.parametrize(
    ("text", "step", "date"),
    [
        ("통제실은 옛 수협 건물을 고쳐 내년 9월 문을 연다.", "개소", "2026-09"),
        ("통제실은 누리시농업기술센터 별관을 고쳐 내년 9월 문을 연다.", "개소", "2026-09"),
        ("체험관 준공은 2027년 5월이다.", "준공", "2027-05"),
        ("체험관 개소는 내년 5월로 밀렸다.", "개소", "2026-05"),
    ],
)
def test_milestones_of_a_part_without_a_name_are_the_program_s(text: str, step: str, date: str) -> None:
    assert told(PLAN + text) == [("누리 물길 AI 감시망", step, date)]


SITE = "한빛시는 ‘한빛 AI 실증센터’를 짓고 있다. "


@pytest.mark.parametrize(
    ("text", "step", "date"),
    [
        ("개소는 당초 11월에서 내년 2월로 밀렸다가 다시 내년 6월로 늦춰졌다.", "개소", "2026-06"),
        ("올해 11월이던 개소를 내년 2월로 미뤘다가 검사가 길어져 내년 5월로 재차 연기했다.", "개소", "2026-05"),
        ("문 여는 날이 석 달 밀렸다. 시는 내년 2월 센터를 연다고 다시 알렸다.", "개소", "2026-02"),
        ("시는 내년 5월 한빛 AI 실증센터를 열기 전까지 상담사를 뽑는다.", "개소", "2026-05"),
        ("시장은 “한빛 AI 실증센터를 내년 9월까지는 열겠다”고 했다.", "개소", "2026-09"),
        ("한빛 AI 실증센터는 11월 문을 열 예정이었으나 자재가 늦어 내년 3월에 연다.", "개소", "2026-03"),
        ("한빛 AI 실증센터(이하 “실증센터”) 리모델링 공사 2025년 9월 착공, 공정률 12%.", "착공", "2025-09"),
        ("한빛 AI 실증센터는 2027년 3월 우만동에 들어선다.", "개소", "2027-03"),
        ("한빛 AI 실증센터 착공이 내년 1월로 한 달 늦었다.", "착공", "2026-01"),
        ("3월 개소가 가능한가. 2026년 3월 개소에는 변동이 없음.", "개소", "2026-03"),
    ],
)
def test_milestones_of_what_is_put_off_and_opened(text: str, step: str, date: str) -> None:
    assert [row[1:] for row in told(SITE + text)] == [(step, date)]


@pytest.mark.parametrize(
    "text",
    [
        "한빛 AI 실증센터는 2026년까지 경로당 12개소에 로봇을 둔다.",
        "한빛 AI 실증센터는 2026년까지 공장 60개소에 기기를 보급(개소당 최대 4천만 원)한다.",
        "한빛 AI 실증센터는 11월 문을 열 예정이었으나 기약 없이 미뤄졌다.",
    ],
)
def test_milestones_of_counted_places_and_of_what_did_not_come(text: str) -> None:
    assert told(SITE + text) == []


BODY = "서해권 스마트항만협의회"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("의장은 2022년 서해권 스마트항만협의회가 꾸려질 때 한 약속을 지키라고 말했다.", "2022"),
        ("2021년 서해권 스마트항만협의회가 생긴 뒤에도 통관은 번번이 늦었다.", "2021"),
        ("서해권 스마트항만협의회는 2020년에 만들어졌다.", "2020"),
        ("2019년 결성된 서해권 스마트항만협의회는 회원이 40곳이다.", "2019"),
        ("세 도시는 2024년 서해권 스마트항만협의회를 만들었다.", "2024"),
        ("서해권 스마트항만협의회가 첫발을 뗀 것은 2018년이다.", "2018"),
        ("도와 세 시는 2022년 11월 서해권 스마트항만협의회를 구성했다.", "2022-11"),
        ("서해권 스마트항만협의회는 2022년 세 시장이 뜻을 모아 창립한 모임이다.", "2022"),
    ],
)
def test_milestones_reads_when_a_body_came_to_be(text: str, date: str) -> None:
    assert told(text) == [(BODY, "출범", date)]


@pytest.mark.parametrize(
    "text",
    [
        "2025년 서해권 스마트항만협의회가 낸 보고서에 따르면 통관이 늦다.",
        "서해권 스마트항만협의회는 2025년 분과위원회를 꾸렸다.",
        "서해권 스마트항만협의회는 2025년 사무국을 설립한 뒤 직원을 뽑았다.",
        "2025년 지침을 만든 서해권 스마트항만협의회는 회원이 40곳이다.",
        "2025년 문제가 생긴 뒤 서해권 스마트항만협의회가 나섰다.",
    ],
)
def test_milestones_leaves_what_a_body_does(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("‘AI 마을지기’는 한 마을에 460만 원씩 주며 12월 1일부터 이장 신청을 받는다.", [("접수", "2025-12-01")]),
        (
            "‘AI 마을지기’를 보급한다. 마을 한 곳에 420만원을 대 주며, 접수는 다음 달 8일 시작한다.",
            [("접수", "2025-11-08")],
        ),
        ("‘AI 마을지기’ 신청은 12월 26일 마감한다.", [("마감", "2025-12-26")]),
        (
            "‘AI 마을지기’ 참여 마을은 12월 5일부터 26일까지 모집한다.",
            [("접수", "2025-12-05"), ("마감", "2025-12-26")],
        ),
        ("‘AI 마을지기’ 신청 접수가 12월 1일에서 12월 15일로 미뤄졌다.", [("접수", "2025-12-15")]),
        ("‘AI 마을지기’에는 10월 12일 현재 신청이 120건 들어왔다.", []),
        ("‘AI 마을지기’를 두고 11월 3일까지 의견을 받았다.", []),
        ("‘AI 마을지기’의 첫 신청자는 11월 10일 단말기를 받는다.", []),
        ("‘AI 마을지기’는 11월 10일부터 2차 신청을 받는다.", []),
    ],
)
def test_milestones_reads_when_applications_are_taken(text: str, steps: list[tuple[str, str]]) -> None:
    assert [(step, date) for _, step, date in told(text)] == steps


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "‘다온 AI 관제센터’를 짓는다.\n― 개소가 당겨졌다고 들었다.\n“네, 11월이 아니라 9월입니다.”",
            [("개소", "2025-09")],
        ),
        (
            "‘다온 AI 관제센터’를 짓는다.\n― 준공은 예정대로인가?\n“예, 2026년 12월이면 다 짓습니다.”",
            [("준공", "2026-12")],
        ),
        ("‘다온 AI 관제센터’를 짓는다.\n― 개소식에는 누가 오나?\n“지난해 9월에 함께한 분들이 옵니다.”", []),
        ("‘다온 AI 관제센터’를 짓는다.\n― 어떻게 이 일을 맡았나?\n“2019년 4월이었습니다.”", []),
    ],
)
def test_milestones_reads_the_day_that_an_answer_tells(text: str, steps: list[tuple[str, str]]) -> None:
    assert [(step, date) for _, step, date in told(text)] == steps
