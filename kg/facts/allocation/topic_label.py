"""What labels say that sums are about: the name of a list item up to its colon, «첫째, 청년캠퍼스.» in prose."""

import re

from kg.facts.allocation.nouns import tokens_within
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.sections import item_at
from kg.facts.allocation.topic_sentence import may_get_money
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_NAME = regex(r"(?=[^:：|]*[:：]\s)[\s「『‘“'\"<〈(]*(?P<name>[^:：\n|]{2,40}?)[\s」』’”'\">〉)]*[:：]\s")
_OF_MONEY = regex(
    r"(?:예산|사업비|공사비|건립비|운영비|투자비|재원|금액|규모|국비|[시도군구]비|민자|총액|합계|한도|단가|기간|대상|일시|장소|위치|주관|주체|시기|기관|방법|방식|내용|문의|담당|효과|목표|배경|근거|일정|면적|구분|부서|사업명|과제명"
    r"|인원|인력|명|건수|비율|[가-힣]율|수량|물량|가구|개소|현황|실적|성과|지표|계획|예정|결과|의견|검토|특징|분야|단계|연도|지역|구간|노선|시간)"
    r"(?:\s?[(（][^()（）]*[)）]?)?$"
)
"""What a label tells of a thing rather than naming it."""
_ORDINAL = regex(
    r"(?:(?<=[.!?”’\"']\s)|(?<=\n)|^)\s*(?:첫째|둘째|셋째|넷째|다섯째|여섯째|(?:첫|두|세|네)\s?번째|마지막|끝으로)(?:는|은|로)?,?\s"
    r"[‘'“\"]?(?P<name>[^.,?!\n‘’“”'\"]{2,24}?)[’'”\"]?(?:이다|다|입니다|이에요|예요)?\.\s"
)
_SHORTEST = 4
_NOUNS = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "SH", "XPN", "XSN", "XR", "SP", "SO", "SW", "UN", "MAG"))


def item_label(analysis: Analysis, mentions: Mentions, place: int) -> Topic | None:
    """The name that opens the list item with a sum: «① 화학물질 모니터링 : … 7억 9천만 원 투입»."""
    name = item_name(analysis.text, place)
    return _named(analysis, mentions, name) if name is not None else None


def item_name(text: str, place: int) -> Span | None:
    """The words up to the colon in the line of a list item, before a place in it."""
    item = item_at(text, place)
    if item.mark is None:
        return None
    begin = text.find(item.words, item.begin, item.end) if item.words else -1
    match = _NAME.match(text, begin, place) if begin >= 0 else None
    return Span(*match.span("name")) if match is not None else None


def ordinal_label(analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int) -> Topic | None:
    """The name after the last «둘째,» of the paragraph that closes a sentence without a verb."""
    text = analysis.text
    begin = text.rfind("\n", 0, sentence.begin) + 1
    last = None
    if "째," in text[begin:place] or "번째" in text[begin:place] or "마지막" in text[begin:place]:
        for match in _ORDINAL.finditer(text, begin, place):
            last = match
    return _named(analysis, mentions, Span(*last.span("name"))) if last is not None else None


_PLAN = regex(
    r"(?:(?:안건|의안|과제|사업|붙임|별첨)?\s?제?\d{1,2}\s?(?:호|[.):])\s*)?"
    r"(?P<name>[가-힣A-Za-z0-9·\s「」‘’']{4,40}?(?:계획|전략|로드맵|종합대책|마스터플랜|프로젝트|조성사업|구축사업|지원사업|육성사업))"
    r"[」’']?\s?(?:\(안\)\s?)?"
    r"(?:(?:수립\s)?(?:연구\s?)?(?:용역\s)?(?:최종|중간|착수|주민)?\s?(?:보고회|설명회|공청회|심의회)\s?(?:결과)?\s?(?:보고서?|자료)?)?"
    r"\s?(?:[(\[]?\s?[’'‘]?\d{2,4}[^가-힣]{0,14}(?:년)?[)\]]?)?(?:\s?[(（](?:요약|발췌|초안|요지)[)）])?\s*$"
)


def title_plan(analysis: Analysis, *, alone: bool = False) -> Topic | None:
    """The plan that is all a document's title says: «가람시 인공지능 도시계획(2026~2030)»; unless it has to stand
    ``alone``, also the thing on which a paper is: «점검표 — 항만 AI 검사»."""
    title = analysis.document.title_span
    match = _PLAN.match(analysis.text, title.begin, title.end) if title is not None else None
    if match is None and title is not None and not alone:
        match = _PAPER_ON.match(analysis.text, title.begin, title.end)
    if match is None:
        return None
    span = Span(*match.span("name"))
    sentence = analysis.sentence_at(span.begin)
    tokens = tokens_within(sentence, span.begin, span.end) if sentence is not None else ()
    if not tokens or any(t.tag[:1] in "JE" and t.tag != "JC" for t in tokens):
        return None
    return Topic(span.of(analysis.text), span)


_PAPER_ON = regex(
    r"[^\n—–―:：|]{0,24}?(?:보고서?|점검표|조서|계획서|설명서|명세서|현황|개요|자료|평가서?|카드|결과)(?:\s?[(（][^()（）]{1,10}[)）])?\s?[—–―:：|-]\s?"
    r"[‘'“\"「『<〈]?(?P<name>(?=[^\n]{0,28}(?:AI|인공지능|디지털|데이터|로봇|스마트|자율주행|드론|플랫폼|메타버스))[가-힣A-Za-z0-9·\s]{6,36}?)"
    r"[’'”\"」』>〉]?\s?(?:[(（][^()（）]{1,16}[)）])?\s*$"
)
"""«2024년 성과보고서(요약) — 항만 AI 검사 실증»: the kind of paper, and what it is about."""


_BY_NUMBER = regex(
    r"(?<!\n)(?<!^)(?P<number>[①-⑳])\s?번?(?=\s?(?:사업|플랫폼|시스템|센터|은|는|이|가|을|를|에|의|도|과|와|하나|,)|\s[가-힣])"
)


def by_number(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    """«⑨번은 통째로 지워졌다» where a row or an item of a list «⑨ AI 공예 아카이브 / …» bears the number."""
    text = analysis.text
    for match in _BY_NUMBER.finditer(text, span.begin, span.end):
        begin = text.rfind("\n", 0, match.start()) + 1
        if not text[begin : match.start()].strip():
            continue  # the item itself
        row = re.compile(
            rf"^[ \t|]*{match['number']}\s?(?P<name>[^/|\n:：(\t,]{{2,40}}?)\s*(?=[/|\n:：(\t,]|\s{{2}})", re.M
        ).search(text)
        if row is not None and (found := _named(analysis, mentions, Span(*row.span("name")))) is not None:
            return Topic(found.text, Span(*match.span()), found.mention)
    return None


def _named(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    words = span.of(analysis.text)
    if says_nothing(words) or _OF_MONEY.search(words) or not re.search(r"[가-힣A-Za-z]{2}", words):
        return None
    program = _program(mentions, span, words)
    if program is not None:
        return Topic(program.value.text, span, program)
    sentence = analysis.sentence_at(span.begin)
    tokens = tokens_within(sentence, span.begin, span.end) if sentence is not None else ()
    if not tokens or tokens[-1].tag not in _NOUNS or any(t.tag[:1] in "JE" and t.tag != "JC" for t in tokens):
        return None
    if len(words) < _SHORTEST or mentions.within(span, "person", "money"):
        return None
    if any(m.span == span for m in mentions.within(span, "region", "organization", "organization-short")):
        return None
    return Topic(words, span)


def _program(mentions: Mentions, span: Span, words: str) -> Mention | None:
    """The program that the label names, or the one whose name ends as it reads."""
    for inside in mentions.within(span, "program"):
        if may_get_money(inside):
            return inside
    ends = {m.value.text: m for m in mentions.of("program") if m.value.text.endswith(words) and may_get_money(m)}
    return next(iter(ends.values())) if len(ends) == 1 else None
