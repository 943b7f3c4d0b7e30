"""The words of a table's rows and headings without those of the paper: years, bullets, remarks, units."""

import re

from kg.facts.allocation.year import YearWord, year_words
from kg.mentions.row_units import label_unit
from kg.patterns import regex
from kg.spans import Span

_FRAME = (
    r"(?:(?:19|20)\d\d(?!\)|\d+(?:[.)]|\s?[회차]))(?:년도?|학년도)?|[’‘']\d\d(?:년도?)?|내년도?|올해|금년도?|새해|전년도?|(?:제\s?)?\d+\s?(?:회|차)|예산|추경|"
    r"추가경정예산|본예산|세출|세입|예산서|현황|내역|내용|편성|총괄|주요|세부|"
    r"(?:사업|재원|연도|분야|부서|항목|기관|과제|연차|단계|지역|시[·ㆍ]?군(?:[·ㆍ]?구)?|구[·ㆍ]?군|시[·ㆍ]도|자치구|지자체|지방정부|(?<![가-힣])[시도군구])별|요약|표|결과|계획|자료|사업비|투자액?|소요|사업|재원|규모|반영|"
    r"추진\s?(?:상황|실적)|이행\s?(?:상황|실적)|점검|(?:상|하)반기|\d분기|조서|신청|요구|조정|심사|순위|결산|목록|증감|변경|당초|일람|비교|및|등|안|배분|분담|추진|목표|붙임|별첨|참고|[가-하]\.|\d+[.)]|[①-⑳ⅠⅡⅢⅣⅤ]|[○◦□■◇◆▶※*·ㆍ,:<>〈〉《》【】\[\]()\-–])"
)
_APPENDED = r"[\[(<〈【]?\s?(?:붙임|별첨|첨부|참고|별지|별표)\s?\d{0,2}\s?[\])>〉】.:]?"
_FRAME_LEAD = regex(rf"^(?:{_APPENDED}\s*|\s(?=\d+\s?[회차]))?(?:{_FRAME}\s*)*(?=\s|$|[가-힣A-Za-z‘'\"「])")
_WHOSE = regex(
    r"(?:[가-힣]{2}\s)?(?:시[·ㆍ]?군(?:[·ㆍ]?구)?|시[·ㆍ]?도|자치구|지자체)\s+(?=\S)|"
    r"(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\s)?"
    r"[가-힣]{1,7}(?:특별자치[시도]|특례시|광역시|특별시|시|도|군|구)(?:의)?\s+(?=\S)"
)
_FRAME_TAIL = regex(rf"(?:^|\s|(?<=[)’'\"」]))(?:\s(?=\d+\s?[회차]))?(?:{_FRAME}\s*)+$")
_BULLET = regex(r"^[\sㄴ└├┗┣┖┠∟↳│┃┕┝○◦□■▪•·ㅇ△\-–\d.)①-⑳]+(?=[가-힣A-Za-z‘'(])")
_DATED = regex(r"\s*(?:[○◦□■▪•·ㅇ△\-–]\s*)?(?=(?:19|20)\d\d\s?년|[’‘']\d\d)")
_YEAR_LEAD = regex(r"^(?:(?:19|20)\d\d\s?년도?|[’‘']\d\d년?도?|올해|내년도?|지난해)(?:의)?\s+(?=[가-힣A-Za-z‘'(])")
_HEADS = regex(
    r"(?:(?:시민|도민|군민|구민|주민|국민|인구|학생|가구|기업)\s?)?(?:1인당|한\s?사람당|1명당|1가구당|한\s?명당)(?=\s|$|\()|"
    r"(?:시민|도민|군민|구민|주민)\s한\s(?:사람|명)\s?(?:몫|앞|당)"
)

_QUOTED = regex(r"[‘'“\"「『《〈](?P<name>[^‘’'“”\"「」『』《》〈〉]+)[’'”\"」』》〉]")


def row_name(words: str) -> str:
    """What a row is about: its label without bullet, year, remark and unit; empty where nothing is left."""
    bare = _DATED.sub("", words) if _DATED.match(words) else _BULLET.sub("", words)
    bare = _YEAR_LEAD.sub("", bare).strip()
    bare = re.sub(r"\(([^(),]{2,}),[^()]*\)$", r"(\1)", bare)  # a remark in the bracket
    if (label_unit(bare) or "").endswith("원"):
        bare = re.sub(r"\s?[(\[（][^(\[（]*$", "", bare)
    return bare


_YEAR_ROW = regex(
    r"(?:(?:19|20)\d\d|[’‘']\d\d)\s?(?:년도?|학년도)?\s?(?:(?:본예산|예산안?|결산|추경|계획)|\((?:안|결산|예산|실적|계획|본예산|추경|요구|예정)\))?"
    r"|올해|내년도?|지난해|금년도?|전년도?"
)


def is_year_row(name: str) -> bool:
    """Whether a row is named by its year alone: below «연도 | 사업비» it tells a year's sum of the table's thing."""
    return _YEAR_ROW.fullmatch(name.strip()) is not None


def row_year(text: str, begin: int, end: int, published: str | None) -> YearWord | None:
    """The one year that a row's label begins with: «2025년 AI 예산»."""
    lead = _DATED.match(text, begin, end)
    if lead is None:
        return None
    years = year_words(text, begin, end, published)
    return years[0] if len(years) == 1 and years[0].role == "in" else None


def by_heads(name: str) -> tuple[str, str] | None:
    """The words that share a row's sums out by heads, and what is left of its name: «시민 1인당», «AI 예산»."""
    match = _HEADS.search(name)
    if match is None:
        return None
    return match.group().strip(), (name[: match.start()] + name[match.end() :]).strip(" ()")


def unframed(text: str, span: Span) -> tuple[str, Span] | None:
    """The words of a heading without those of the paper: «2026년도 인공지능 분야 예산안 현황» is 인공지능 분야."""
    words = text[span.begin : span.end]
    if "|" in words or "\t" in words or len(re.findall(r"\d[\d,]*\d(?=\s|$)", words)) > 1:
        return None  # a row, not a heading
    lead = _FRAME_LEAD.match(words)
    begin = lead.end() if lead else 0
    if whose := _WHOSE.match(words, begin):
        lead = _FRAME_LEAD.match(words[whose.end() :])
        begin = whose.end() + (lead.end() if lead else 0)
    tail = _FRAME_TAIL.search(words, begin)
    bare = words[begin : tail.start() if tail else len(words)].strip("【】[]〔〕<>() ")
    if quoted := _QUOTED.fullmatch(bare):
        bare = quoted["name"]
    if bare in ("별첨", "붙임", "참고", "첨부", "별표"):
        return None
    if tail and len(bare.strip()) < 4 and (kind := re.match(r"\s?(?:분야|사업|예산)", words[tail.start() :])):
        bare += kind.group()  # «AI 사업» says more than «AI»
    begin = words.find(bare, begin)
    bare = bare.strip()
    if bare.count("(") > bare.count(")"):
        bare = bare[: bare.rfind("(")].strip()  # «도시계획(2026~2030)»
    if len(re.findall(r"[가-힣A-Za-z]", bare)) < 2:
        return None
    return bare, Span(span.begin + begin, span.begin + begin + len(bare))
