"""Renamings of programs and facilities. All of them are invented."""

import pytest

from kg.documents.model import Block, Document
from kg.facts.renaming.renamings import find_renamings
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def told(text: str) -> list[tuple[str, str]]:
    """Old and new name of each renaming of one line of text."""
    lexicon = load_lexicon()
    document = Document("x", text, (Block(0, len(text), "body"),), published="2025-10-15")
    analysis = next(iter(analyse([document], lexicon)))
    return [(r.old, r.new) for r in find_renamings(analysis, find_mentions(analysis, lexicon), lexicon, ())]


OLD, NEW = "누리 안심 사업", "누리 AI 돌봄 사업"


@pytest.mark.parametrize(
    "text",
    [
        "‘누리 안심 사업’이 ‘누리 AI 돌봄 사업’으로 이름을 바꿨다.",
        "시는 ‘누리 안심 사업’의 명칭을 ‘누리 AI 돌봄 사업’으로 확정했다.",
        "시는 19일 ‘누리 안심 사업’을 ‘누리 AI 돌봄 사업’으로 고쳐 부르기로 의결했다.",
        "‘누리 안심 사업’을 ‘누리 AI 돌봄 사업’으로 개칭한다.",
        "‘누리 안심 사업’이 ‘누리 AI 돌봄 사업’이라는 새 이름을 얻었다.",
        "‘누리 AI 돌봄 사업’이라는 이름을 달게 된 ‘누리 안심 사업’이 넓어진다.",
        "명칭을 ‘누리 AI 돌봄 사업’으로 바꾼 ‘누리 안심 사업’이 넓어진다.",
        "사업명을 ‘누리 안심 사업’에서 ‘누리 AI 돌봄 사업’으로 변경했다.",
        "‘누리 안심 사업’의 새 이름은 ‘누리 AI 돌봄 사업’이다.",
        "‘누리 AI 돌봄 사업’(옛 누리 안심 사업)이 넓어진다.",
        "‘누리 안심 사업’ 간판 내리고 ‘누리 AI 돌봄 사업’ 단다",
        "‘누리 안심 사업’, ‘누리 AI 돌봄 사업’으로 다시 출발",
        "‘누리 안심 사업’이 늘어난다. 시는 올해부터 사업명을 ‘누리 AI 돌봄 사업’으로 바꿨다.",
        "‘누리 안심 사업’은 ‘누리 AI 돌봄 사업’이 됐고, 사업비는 올랐다.",
        "누리시는 ‘누리 안심 사업’ 간판을 ‘누리 AI 돌봄 사업’으로 갈아 달았다.",
        "‘누리 AI 돌봄 사업’은 지난해 ‘누리 안심 사업’이란 이름으로 시작했다.",
        "종전 ‘누리 안심 사업’이라는 이름은 ‘누리 AI 돌봄 사업’으로 바뀐다.",
        "‘누리 안심 사업’을 앞으로 ‘누리 AI 돌봄 사업’으로 불린다.",
        "누리시는 12일 ‘누리 안심 사업’이던 이름도 ‘누리 AI 돌봄 사업’으로 바꾼다고 발표했다.",
        "누리시가 벌이는 ‘누리 안심 사업’이 ‘누리 AI 돌봄 사업’으로 이름을 갈았다.",
        "시는 ‘누리 안심 사업’이라는 이름을 버리고 ‘누리 AI 돌봄 사업’을 새 이름으로 골랐다.",
        "지난해까지 ‘누리 안심 사업’으로 불리던 사업은 올해 ‘누리 AI 돌봄 사업’이라는 새 간판을 달았다.",
        "시는 ‘누리 안심 사업’을 확대 개편한 ‘누리 AI 돌봄 사업’을 3월 시작한다.",
        "기존 ‘누리 안심 사업’에서 이름을 바꾼 ‘누리 AI 돌봄 사업’은 80명을 돕는다.",
        "시는 ‘누리 안심 사업’이라는 이름이 어렵다는 의견에 따라 4월부터 ‘누리 AI 돌봄 사업’으로 부른다.",
        "누리시 ‘누리 안심 사업’이 ‘누리 AI 돌봄 사업’으로 옷을 갈아입었다.",
        "‘누리 안심 사업’ 명칭은 의회 의견을 반영해 ‘누리 AI 돌봄 사업’으로 최종 결정됐다.",
        "시는 당초 ‘누리 안심 사업’으로 발표했던 사업 이름을 ‘누리 AI 돌봄 사업’으로 확정했다.",
        "‘누리 안심 사업’이 첫 삽도 뜨기 전에 이름표를 바꿔 달았다. 시는 ‘누리 AI 돌봄 사업’을 정식 이름으로 정했다.",
        "누리시는 ‘누리 안심 사업’의 문패를 갈아 끼웠다. 앞으로는 ‘누리 AI 돌봄 사업’이라 부른다.",
        "‘누리 AI 돌봄 사업’이란 이름으로 다시 시작하는 ‘누리 안심 사업’은 80명을 돕는다.",
    ],
)
def test_renamings_reads_old_and_new_name(text: str) -> None:
    assert told(text) == [(OLD, NEW)]


def test_renamings_reads_the_old_name_behind_a_short_form() -> None:
    text = "누리시는 ‘온정 AI 이음센터’를 짓는다. 센터 이름도 ‘새말 AI 돌봄센터’로 바꾸기로 했다."
    assert told(text) == [("온정 AI 이음센터", "새말 AI 돌봄센터")]


def test_renamings_reads_the_old_name_of_a_centre_without_marks() -> None:
    assert told("‘온정AI이음센터’라는 이름을 달게 된 새말 거점은 두 달 늦게 연다.") == [("새말 거점", "온정AI이음센터")]


@pytest.mark.parametrize(
    "text",
    [
        "시는 ‘누리 안심 사업’과 ‘누리 AI 돌봄 사업’을 함께 벌인다.",
        "시는 ‘누리 안심 사업’이 ‘성공’이라는 평가를 얻었다고 했다.",
        "‘누리 안심 사업’이 늘어난다. 시는 예산을 ‘누리 AI 돌봄 사업’으로 바꿨다.",
        "시는 ‘누리 안심 사업’ 예산을 ‘누리 AI 돌봄 사업’으로 돌렸다.",
        "‘누리 안심 사업’은 ‘복지 바꾸기’를 내걸었다.",
        "‘누리 안심 사업’이 ‘화제’가 됐다.",
        "시는 ‘누리 안심 사업’을 ‘누리 AI 돌봄’으로 이름난 갯마을에서 시작했다.",
        "‘누리 안심 사업’ 이름은 그대로 두고 ‘누리 AI 돌봄 사업’을 더한다.",
    ],
)
def test_renamings_leaves_two_names_that_stand_side_by_side(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "시가 꺼낸 것은 ‘누리 안심 사업’이다. 농민들은 벌써 ‘논밭 망루’라고 부른다.",
        "‘누리 안심 사업’이 시작됐다. 업계에서는 벌써 ‘논밭 망루’라는 별명이 붙었다.",
        "‘누리 안심 사업’은 주민들 사이에서 ‘논밭 망루’로 불린다.",
    ],
)
def test_renamings_leave_what_people_call_a_thing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "재단법인 누리산업진흥원은 이달 1일 ‘누리AI진흥원’(이하 AI진흥원)으로 이름을 고쳤다.",
        "누리산업진흥원이 다음 달부터 ‘누리AI진흥원’으로 간판을 바꿔 단다.",
        "누리AI진흥원(옛 누리산업진흥원)의 가온솔 원장이 말했다.",
        "누리산업진흥원(현 누리AI진흥원)이 운영을 맡는다.",
        "누리산업진흥원의 새 이름은 ‘누리AI진흥원’이다.",
        "누리산업진흥원에서 이름을 바꾼 누리AI진흥원이 운영을 맡는다.",
    ],
)
def test_renamings_of_bodies(text: str) -> None:
    assert told(text) == [("누리산업진흥원", "누리AI진흥원")]


@pytest.mark.parametrize(
    "text",
    [
        "누리산업진흥원은 ‘누리 AI 실증센터’라는 이름의 센터를 맡아 운영한다.",
        "누리산업진흥원은 누리대학교와 ‘AI 안전 협약’이라는 이름으로 협약을 맺었다.",
        "누리문화재단과 누리청소년재단은 ‘누리미래재단’으로 통합된다.",
        "누리산업진흥원은 ‘누리 AI 포럼’이라는 이름으로 행사를 다시 시작한다.",
    ],
)
def test_renamings_of_bodies_what_they_do_under_a_name_is_none(text: str) -> None:
    assert told(text) == []
