"""Parts that bodies and persons have in programs; renamings."""

import pytest

from kg.documents.model import Block, Document
from kg.facts.cascade import find_facts
from kg.facts.model import Involvement, Renaming
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def facts(text: str, kind: type) -> list:
    lexicon = load_lexicon()
    analysis = next(iter(analyse([Document("case.txt", text, (Block(0, len(text), "body"),))], lexicon)))
    return [f for f in find_facts(analysis, find_mentions(analysis, lexicon), lexicon) if isinstance(f, kind)]


def pairs(text: str, involvement: str) -> set[tuple[str, str]]:
    found = [f for f in facts(text, Involvement) if f.involvement == involvement]
    return {(text[f.agent.begin : f.agent.end], f.program.value.text) for f in found}


@pytest.mark.parametrize(
    "verb", ["추진한다", "운영한다", "구축한다", "시행할 계획이다", "내년에 도입한다", "벌인다", "맡는다"]
)
def test_involvements_subject_of_a_verb_of_doing_operates(verb: str) -> None:
    assert pairs(f"속초시는 ‘호수 관측 플랫폼’을 {verb}.", "operates") == {("속초시", "호수 관측 플랫폼")}


def test_involvements_body_before_an_adnominal_verb_operates() -> None:
    text = "강원테크노파크가 운영하는 ‘호수 관측 플랫폼’이 문을 열었다."
    assert pairs(text, "operates") == {("강원테크노파크", "호수 관측 플랫폼")}


def test_involvements_each_part_has_its_body() -> None:
    text = "속초시는 ‘호수 관측 플랫폼’을 구축한다. 개발은 강원테크노파크가, 교육은 강릉시가 각각 맡는다."
    agents = {agent for agent, _ in pairs(text, "operates")}
    assert {"속초시", "강원테크노파크", "강릉시"} == agents


def test_involvements_ministry_does_not_run_what_stands_in_its_genitive_but_what_it_leads() -> None:
    assert pairs("속초시는 중소벤처기업부의 ‘호수 전환 지원사업’에 뽑혔다.", "operates") == set()
    led = pairs("속초시는 중소벤처기업부 주관 ‘호수 전환 지원사업’에 뽑혔다.", "operates")
    assert ("중소벤처기업부", "호수 전환 지원사업") in led


def test_involvements_ordinance_is_not_operated() -> None:
    assert pairs("속초시는 ‘호수 데이터 조례’를 시행한다.", "operates") == set()


def test_involvements_fact_names_its_sentence_as_evidence() -> None:
    text = "속초시는 ‘호수 관측 플랫폼’을 구축한다. 눈이 왔다."
    (fact,) = facts(text, Involvement)
    assert [text[s.begin : s.end] for s in fact.evidence] == ["속초시는 ‘호수 관측 플랫폼’을 구축한다."]


@pytest.mark.parametrize("verb", ["발표했다", "제안했다", "약속했다", "선언했다", "내놨다"])
def test_involvements_person_who_announces_backs(verb: str) -> None:
    text = f"박서윤 속초시장은 ‘호수 관측 플랫폼’을 {verb}."
    assert pairs(text, "backs") == {("박서윤", "호수 관측 플랫폼")}


@pytest.mark.parametrize("verb", ["비판했다", "반대했다"])
def test_involvements_critic_does_not_back(verb: str) -> None:
    assert pairs(f"박서윤 의원은 ‘호수 관측 플랫폼’을 {verb}.", "backs") == set()


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("‘호수 돋보기 사업’이 ‘물빛 돋보기’라는 새 이름을 얻었다.", "호수 돋보기 사업", "물빛 돋보기"),
        ("사업 명칭도 ‘AI 배움터’에서 ‘AI 시민학교’로 변경한다.", "AI 배움터", "AI 시민학교"),
        ("시는 ‘AI 호수 사업’을 ‘AI 물빛 사업’으로 바꿨다.", "AI 호수 사업", "AI 물빛 사업"),
    ],
)
def test_renamings_old_and_new_name(text: str, old: str, new: str) -> None:
    assert [(f.old, f.new) for f in facts(text, Renaming)] == [(old, new)]


@pytest.mark.parametrize(
    "text", ["시는 ‘AI 클러스터’를 ‘들녘’으로 옮겼다.", "‘AI 호수 사업’이 ‘올해의 사업’으로 뽑혔다."]
)
def test_renamings_moving_and_choosing_are_none(text: str) -> None:
    assert facts(text, Renaming) == []
