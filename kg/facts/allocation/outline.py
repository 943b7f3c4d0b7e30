"""What an outline is about where one of its lines tells a sum: «사업명: X», the heading above «- 사업비 35억 원»."""

import re
from collections.abc import Iterator

from kg.facts.allocation.topic_sentence import named_in
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.spans import Span

_MARKS = (
    re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦ]\.?\s|[IVX]{1,4}\.\s"),
    re.compile(r"[□■◇◆▣❏❑]\s?"),
    re.compile(r"\d{1,2}\.\s?(?=[^\d\s])"),
    re.compile(r"[가나다라마바사아자차카타파하]\.\s"),
    re.compile(r"\d{1,2}\)\s?"),
    re.compile(r"[가나다라마바사아자차카타파하]\)\s?"),
    re.compile(r"\(\d{1,2}\)\s?|[①-⑳]\s?"),
    re.compile(r"\([가나다라마바사아자차카타파하]\)\s?"),
    re.compile(r"[○ㅇ◦●❍◯〇]\s?"),
    re.compile(r"[-–—―]\s?"),
    re.compile(r"[·•▪∙ㆍ*▸▶►☞]\s?"),
)
_NAME = re.compile(
    r"(?:사\s?업\s?명|과\s?제\s?명|사업\s?명칭|정책명|시설명|프로그램명|행사명|용역명|공사명|명\s?칭)\s*[:：|)\]】〉>]\s*[:：]?\s?(?P<name>[^\n|]{2,60})"
)
_LABEL = re.compile(
    r"(?:총\s?)?(?:사\s?업\s?비|소요\s?예산|예\s?산(?:액|\s?규모)?|소요\s?재원|재\s?원|투자\s?(?:액|비|규모)|지원\s?(?:규모|금액|한도|액)|사업\s?규모|총\s?예산|"
    r"(?:20\d\d|[’']\d\d)년도?\s?(?:본)?예산|국비|도비|시비|추진\s?예산|필요\s?예산|연간\s?예산|운영비)"
)
_LABELLED = re.compile(rf"{_LABEL.pattern}\s*(?:[:：]|(?:총|약)?\s?\d)")
_SAYS_NOTHING = re.compile(
    r"^(?:일반|기본|조직|사업|추진|주요|세부|지원|기대|향후|그간|소요|재원|예산|투자|현황|개요|배경|근거|목적|필요성|목표|내용|계획|일정|방향|방안|체계|효과|절차|실적|성과|경과|문제점|"
    r"연도별|연차별|단계별|분야별|사업별|부서별|확보|조달|및|등|규모|사항|과제|추진사항|추진계획|참고|붙임|대상|기간|위치|이행|전략|비전|총괄|요약|"
    r"검토|의견|심사|심의|결과|질의|답변|질문|제안|설명|요지|조정|의결|보고|안건|부의|토론|발언|참석|출석|위원|회의|개의|산회|종합|별첨|사진|행사|문의|담당|단위|"
    r"20\d\d년도?|내년도?|올해|의|\s|·|,|:|\(|\))+$"
)
_LABEL_OF_PAPER = re.compile(r"(?:[가-힣]\s*){2,6}?(?:\s?[:：]\s?|\s{2,})\S")
"""«소 관 : 미래산업국», «일 시 : 6월 17일»: what a paper tells of itself."""
_PAPER = re.compile(r"(?:의회|위원회|회의록|보고|보고서|계획서|자료|업무계획|임시회|정례회|소관)\)?$|제\d+회")
_SENTENCE = re.compile(r"(?:다|요|까|죠|음|함|됨|임)[.?!”\"’']*$|[.?!]$")
_TAIL = re.compile(r"\s*(?:\([^)]*\)|[:：]|【[^】]*】)\s*$")
_REACH = 14


def outline_topic(analysis: Analysis, mentions: Mentions, place: int) -> Topic | None:
    """What the line with the sum is about: the 사업명 beside it, else the nearest heading above it of a higher rank."""
    text = analysis.text
    begin, end = _line(text, place)
    _, rank, body = _parts(text[begin:end])
    if rank is None and not _LABELLED.match(body):
        return None
    own = rank
    title = analysis.document.title_span
    for first, last in _above(text, begin):
        words = text[first:last]
        if not words.strip():
            if rank is None:
                return None
            continue
        if title is not None and first <= title.begin < last:
            return None
        name = _NAME.search(words)
        if name:
            return _topic(mentions, text, first + name.start("name"), first + name.end("name"))
        _, other, bare = _parts(words)
        if "|" in words or "\t" in words:
            return None
        if other == own or (other is not None and own is not None and other > own):
            if own is None and _SENTENCE.search(bare):
                return None
            if own is None and not _LABEL.match(bare) and not re.search(r"\d\s?[만억조천]|[:：]", bare):
                return _heading(mentions, text, first, last, bare)
            continue
        below, own = own, other
        if _SENTENCE.search(bare):  # «□ 시는 ‘X’를 넓힌다» above «○ 예산은 4억 원»
            return named_in(analysis, mentions, Span(first, last)) if below is not None else None
        if re.search(r"\d\s?(?:만|억|조|천|백만)?\s?원", bare):
            return None
        found = _heading(mentions, text, first, last, bare)
        if found is not None:
            return found
        if other is None:
            return None
    return None


def headings_above(text: str, place: int) -> Iterator[tuple[int, int, bool]]:
    """The lines above that of a list item whose rank is higher, each with whether it is a sentence, the nearest first;
    they end with the first line without a mark."""
    begin, end = _line(text, place)
    own = _parts(text[begin:end])[1]
    if own is None:
        return
    for first, last in _above(text, begin):
        words = text[first:last]
        if not words.strip():
            continue
        _, rank, bare = _parts(words)
        if rank is None or "|" in words:
            return
        if rank < own:
            own = rank
            yield first, last, bool(_SENTENCE.search(bare))


def _heading(mentions: Mentions, text: str, first: int, last: int, bare: str) -> Topic | None:
    words = _TAIL.sub("", bare).strip()
    inner = re.fullmatch(r"[<〈《【\[「『‘“]?\s*(.+?)\s*[>〉》】\]」』’”]?", words)
    words = inner.group(1) if inner else words
    if (
        not 3 <= len(words) <= 44
        or _PAPER.search(words)
        or _SAYS_NOTHING.match(words)
        or _LABEL_OF_PAPER.match(words)
        or not re.search(r"[가-힣]", words)
    ):
        return None
    begin = text.find(words, first, last)
    return _topic(mentions, text, begin, begin + len(words)) if begin >= 0 else None


def _topic(mentions: Mentions, text: str, begin: int, end: int) -> Topic:
    while end > begin and text[end - 1] in " .,;’'”\"":
        end -= 1
    while begin < end and text[begin] in " ‘'“\"「『":
        begin += 1
    span = Span(begin, end)
    named = mentions.within(span, "program")
    return Topic(text[begin:end].rstrip("」』"), span, named[0] if named else None)


def _parts(line: str) -> tuple[int, int | None, str]:
    """A line's indent, the rank of its mark and its words."""
    bare = line.lstrip()
    for rank, pattern in enumerate(_MARKS):
        match = pattern.match(bare)
        if match:
            return len(line) - len(bare), rank, bare[match.end() :].strip()
    return len(line) - len(bare), None, bare.strip()


def _line(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _above(text: str, begin: int) -> Iterator[tuple[int, int]]:
    for _ in range(_REACH):
        if begin <= 0:
            return
        end = begin - 1
        begin = text.rfind("\n", 0, end) + 1
        yield begin, end
