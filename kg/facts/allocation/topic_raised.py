"""What a speaker raises before asking after its money: «저는 AI 온실 건입니다», «과장님, AI 온실이요.»."""

import re

from kg.facts.allocation.nouns import phrase_before
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topic_sentence import may_get_money
from kg.facts.allocation.topics import Topic
from kg.facts.allocation.turn import spoken_from
from kg.facts.allocation.wording import is_time, without_time
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_CUE = regex(
    r"\s?(?P<what>사업|예산|건|문제|부분|이야기|얘기)?(?:에\s(?:대해서?|관해서?|대한|관한)\s|[을를]?\s?(?:관련(?:해서?|하여|돼서|된|입니다|인데요|이에요)|두고)"
    r"|\s?건(?:입니다|인데요?|이에요|이요|을|으로|은|에)|\s?(?:말입니다|말인데요?|말씀인데요?|말이에요|말씀입니다)"
    r"|(?:이|가)?\s?(?:있죠|있지요|있잖아요|있지\s?않습니까|있습니다만|있는데요)|(?:을|를)?\s(?:한번\s|좀\s)?(?:봐\s?주|보시|보겠|보시면|여쭙|묻겠|여쭤|질의하|질문드리|짚겠|짚어)"
    r"|이?요(?:[.?]\s?$|,\s(?:이거|이건|이게|그거|그건|그게|여기|거기|올해|내년|작년|지난해)[\s,])|(?:은|는)\s어떻습니까|(?P<only>입니다)[.?]?\s*$)"
)
_NEXT = regex(r"(?:다음|먼저|이어서|마지막|끝|또\s하나|하나\s더|[두세네]\s?번째|둘째|셋째)(?:으로)?(?:은|는|,)?\s$")
"""What leads to a thing that only its name tells: «다음은 X입니다»; «국장 아무개입니다» is who speaks."""
_LEAST, _MOST = 4, 30
_NOT_RAISED = regex(
    r"(?:위원|위원장|의원|의장|국장|과장|실장|단장|담당관|질의|답변|발언|안건|차례|순서|내용|자료|페이지|쪽|설명|의견|말씀|점|것|수|때|데|결과|현황|여부|효과|이유|근거|규정|조항|절차|일정|목표|부분|문제)$"
)
_FIELD = regex(
    r"AI|인공지능|디지털|데이터|로봇|스마트|AX|자율주행|반도체|메타버스|드론|챗봇|플랫폼|[가-힣A-Za-z]\s[가-힣A-Za-z]"
)


def raised_in(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    """The thing that the words of a turn raise: the noun phrase before «건입니다», «있죠», «관련해서»; for minutes."""
    text = analysis.text
    sentence = analysis.sentence_at(span.begin)
    if sentence is None:
        return None
    tokens, spoken = sentence.tokens, spoken_from(analysis, sentence)
    for match in _CUE.finditer(text, span.begin, span.end):
        at = next((i for i, t in enumerate(tokens) if t.begin >= match.start() and t.end > match.start()), None)
        if not at or tokens[at - 1].end > match.start():
            continue
        found = phrase_before(tokens, at)
        if found is None or found.end > match.start():
            continue
        found = Span(max(found.begin, spoken), found.end)
        if found.begin < span.begin or found.begin >= found.end:
            continue
        found = Span(min(without_time(text, found.begin, found.end).begin, found.end), found.end)
        words = found.of(text)
        if (
            match["only"]
            and match["what"] in (None, "사업", "예산")
            and not _NEXT.search(text, span.begin, found.begin)
        ):
            continue
        if not _LEAST <= len(words) <= _MOST or is_time(words) or says_nothing(words):
            continue
        if _NOT_RAISED.search(words) or not _FIELD.search(words) or re.search(r"\d\s?[만억조]", words):
            continue
        named = [m for m in mentions.within(found, "program") if may_get_money(m)]
        return Topic(words, found, named[0] if named else _with_these_words(words, found, mentions))
    return None


def _with_these_words(words: str, span: Span, mentions: Mentions) -> Mention | None:
    """The one program before that some words of its name call: «경로당 돌봄» of «스마트경로당 AI 돌봄 사업»."""
    parts = words.split()
    if len(parts) < 2:
        return None
    before = [m for m in mentions.of("program") if m.end <= span.begin and may_get_money(m)]
    called = [m for m in before if _in_order(parts, m.value.text)]
    return called[-1] if len({m.value.text for m in called}) == 1 else None


def _in_order(parts: list[str], name: str) -> bool:
    place = 0
    for part in parts:
        place = name.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True
