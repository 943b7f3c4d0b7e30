"""The thing that is handed out to many, told before what each one costs."""

import re

from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis, Sentence, Token
from kg.patterns import regex
from kg.spans import Span

_HANDED = frozenset(
    (
        *(
            "나누",
            "주",
            "드리",
            "깔",
            "보급",
            "지급",
            "제공",
            "지원",
            "설치",
            "배포",
            "달",
            "놓",
            "도입",
            "배치",
            "빌리",
        ),
        *("선물", "뽑", "모집"),
    )
)
_MADE = _HANDED | frozenset(
    (
        *("짓", "세우", "만들", "꾸리", "꾸미", "고치", "바꾸", "늘리", "넓히", "키우", "심", "붙이", "구축", "조성"),
        *("운영", "운행", "배차", "확충", "개발", "설립", "건립", "마련", "교체", "정비", "시행", "추진"),
    )
)


def given_before(analysis: Analysis, sentence: Sentence, place: int) -> Topic | None:
    """«상인 1,500명에게 AI 장부를 깔아 준다. 가게당 40만 원이 든다»: the thing handed out in the sentence before, which
    may stand in the same speech."""
    return _object_before(analysis, sentence, place, _HANDED)


def made_before(analysis: Analysis, sentence: Sentence, place: int) -> Topic | None:
    """«빈 상가를 창업 공간으로 바꾼다. 여기에 4억 원을 쓴다»: what the sentence before makes, changes or hands out."""
    return _object_before(analysis, sentence, place, _MADE)


_COST_TOPIC = regex(
    r"(?:^|\s)(?P<what>(?:[가-힣A-Za-z]{1,10}\s){0,2}[가-힣]{1,8}(?:비용|비|료|값|삯|수당|장학금|보조금|지원금|격려금|보험금))(?:은|는)\s"
    r"[^.,“”]{0,24}?(?:(?<![가-힣])(?:대|댄|내|낸)|부담|지원|맡|책임|치[르른]|떠안)[^.“”]{0,14}[.]"
)
_NOT_BESIDE = regex(r"(?:은|는|이|가|을|를)\s")


def cost_before(analysis: Analysis, sentence: Sentence, place: int) -> Topic | None:
    """«자리 임대료는 구가 대기로 했다. 한 해 7천만 원쯤 든다»: the cost that the sentence before says who bears."""
    text = analysis.text
    begin = max(sentence.begin, text.rfind(". ", sentence.begin, place) + 1)
    if _NOT_BESIDE.search(text, begin, place):
        return None
    first = analysis.sentences[sentence.index - 1] if sentence.index else sentence
    if first.paragraph != sentence.paragraph:
        first = sentence
    found = [m for m in _COST_TOPIC.finditer(text, first.begin, begin + 1) if m.end() >= begin - 2]
    if not found:
        return None
    return Topic(found[-1]["what"], Span(*found[-1].span("what")))


def _tells(tokens: tuple[Token, ...], i: int, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs stands there, or its noun that is no subject or object itself (도입을)."""
    if tokens[i].form not in verbs or tokens[i].tag[:1] not in "VN":
        return False
    return tokens[i].tag[0] == "V" or i + 1 == len(tokens) or not tokens[i + 1].tag.startswith("JK")


def _object_before(analysis: Analysis, sentence: Sentence, place: int, verbs: frozenset[str]) -> Topic | None:
    tokens = tuple(t for t in sentence.tokens if t.begin < place)
    stop = max((i for i, t in enumerate(tokens) if t.tag == "SF"), default=-1)
    tokens = tokens[: stop + 1]
    if not tokens and sentence.index:
        earlier = analysis.sentences[sentence.index - 1]
        tokens = earlier.tokens if earlier.paragraph == sentence.paragraph else ()
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i].tag != "JKO" or not any(_tells(tokens, k, verbs) for k in range(i + 1, min(i + 14, len(tokens)))):
            continue
        j = i
        while j and (
            tokens[j - 1].tag in ("NNG", "NNP", "SL", "SN", "XSN", "XPN", "SSO", "SSC", "JKG")
            or tokens[j - 1].form in "·‘’'"
        ):
            j -= 1
        while j < i and tokens[j].tag in ("JKG", "SSC", "XSN"):
            j += 1
        if j < i:
            span = Span(tokens[j].begin, tokens[i - 1].end)
            words = analysis.text[span.begin : span.end]
            words = words.strip("‘’'\" ") if not re.search(r"[’'\"] ", words) else words.strip()
            if 2 <= len(words) <= 30 and not re.search(r"\d\s?[가-힣]$", words) and not says_nothing(words):
                return Topic(words, span)
        return None
    return None
