"""Who the people of a text are by their titles."""

import pytest

from kg.documents.model import Block, Document
from kg.facts.cascade import find_facts
from kg.facts.involvement.scene import Scene
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def scene(text: str) -> Scene:
    lexicon = load_lexicon()
    analysis = next(iter(analyse([Document("case.txt", text, (Block(0, len(text), "body"),))], lexicon)))
    mentions = find_mentions(analysis, lexicon)
    return Scene(analysis, mentions, lexicon, find_facts(analysis, mentions, lexicon))


@pytest.mark.parametrize("called", ["김도윤 속초시장은", "속초시장 김도윤은", "김도윤 속초시 행정부시장은"])
def test_involvement_ranks_executive_by_the_title_beside_the_name(called: str) -> None:
    stage = scene(f"{called} ‘호수 관측 플랫폼’을 연다.")
    assert stage.ranks.executive(stage.mentions.of("person")[0])


@pytest.mark.parametrize("called", ["김도윤 전 속초시장은", "김도윤 속초시장 예비후보는", "김도윤 속초시의원은"])
def test_involvement_ranks_no_executive_formerly_or_in_hope(called: str) -> None:
    stage = scene(f"{called} ‘호수 관측 플랫폼’을 보았다.")
    assert not stage.ranks.executive(stage.mentions.of("person")[0])


def test_involvement_ranks_executive_by_what_the_text_says_elsewhere() -> None:
    stage = scene("김도윤 속초시장이 왔다. 이날 김도윤은 ‘호수 관측 플랫폼’을 열었다.")
    assert [stage.ranks.executive(p) for p in stage.mentions.of("person")] == [True, True]


def test_involvement_ranks_former_head_is_told_from_the_present_one() -> None:
    stage = scene("김도윤 전 속초시장의 ‘호수 관측 플랫폼’을 이서준 속초시장이 이어받았다.")
    assert [stage.ranks.former_head(p) for p in stage.mentions.of("person")] == [True, False]
