"""What an outline is about where one of its lines tells a sum: «사업명: X», the heading above «- 사업비 35억 원»."""

import re
from collections.abc import Iterator

from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.sections import REACH, Item, is_field_line, is_row, item_at, items_over, lines_above
from kg.facts.allocation.topic_sentence import named_in
from kg.facts.allocation.topics import Topic
from kg.facts.allocation.turn import turn_of
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_NAME = regex(
    r"(?:사\s?업\s?명|과\s?제\s?명|사업(?:의)?\s?명칭|사업\s?이름|프로젝트명|정책명|시설명|프로그램명|행사명|용역명|공사명|명\s?칭)\s*[:：|)\]】〉>]\s*[:：]?\s?(?P<name>[^\n|]{2,60})"
)
_LABEL = regex(
    r"(?:총\s?)?(?:사\s?업\s?비|소요\s?예산|예\s?산(?:액|\s?규모)?|소요\s?재원|재\s?원|투자\s?(?:액|비|규모)|지원\s?(?:규모|금액|한도|액)|사업\s?규모|총\s?예산|"
    r"(?:20\d\d|[’']\d\d)년도?\s?(?:본)?예산|국비|도비|시비|추진\s?예산|필요\s?예산|연간\s?예산|운영비|소요(?:액|\s?사업비|\s?비용)|투입(?:액|\s?예산)"
    r"|총?\s?비용|자금|경비|보조금|사업\s?예산|집행액)(?:\s?(?:흐름|내역|현황|구성|조달|계획|추이))?"
)
_LABELLED = regex(rf"{_LABEL.pattern}\s*(?:[:：\t]|(?:총|약)?\s?\d)")
_DATE = regex(r"(?:19|20)\d\d\s?[.년/-]\s?\d{1,2}\s?[.월/-]")
_LABEL_OF_PAPER = regex(
    r"(?:[가-힣]\s*){2,6}?(?:\s?[:：]\s?|\s{2,})\S"
    r"|(?:작성자|작성일|등록자|등록일|등록일시|게시자|게시일|수정일|입력일|배포일|보도일|배포일시|보도일시|담당자|담당부서|게시부서|작성부서|조회수?|첨부파일?)\s"
    r"|(?:일\s?시|일\s?자|장\s?소|때|곳)\s+\S"
)
"""«소 관 : 미래산업국», «일 시 : 6월 17일», «등록자 공보실 등록일 …»: what a paper or a page tells of itself."""
_PAPER = regex(
    r"(?:의회|위원회|사무국|사무처|사무과|회의록|보고|보고서|계획서|자료|업무계획|임시회|정례회|소관|브리핑문?|보도자료|답변서|설명서|제안서|요구서|건의서"
    r"|연설문|회견문|발표문|공고|공고문|고시|조서|모니터링\s?카드|명세서|현황판|의견서|요약본?|결과|총괄표)\)?$|제\d+회"
)
_NAME_AND_PAPER = regex(
    r"[<〈《\[「『‘“]\s*(?P<name>[^\s>〉》\]」』’”][^>〉》\]」』’”]*?|\s)\s*[>〉》\]」』’”]\s+(?P<paper>\S.*)"
)
_WON = regex(r"\d\s?(?:만|억|조|천|백만)?\s?원")
_ONLY_A_SUM = regex(r"(?:총|약|모두|합계|\s)*\d[\d,.조억천백만\s]*원?")
_TAG = regex(r"^[\[【〔<(]\s?[가-힣]{2,6}(?:사항|요구|의견)?\s?\d{0,2}(?:-\d)?\s?[\]】〕>)]\s*(?=\S)")
"""«[시정 1] …», «【건의 2】 …»: what a report's finding is called and counted by."""
_TAIL = regex(r"\s*(?:\([^)]*\)|[:：]|【[^】]*】)\s*$")
_BESIDE = regex(r"\s[/|]\s.*$")
"""«전북 AI 데이터댐 / 상태: 정상»: what a card's heading says of the thing."""


_MARKED_NAME = regex(r"[‘「『“](?P<name>[^‘’「」『』“”]{2,24})[’」』”]\s\S")


def outline_topic(analysis: Analysis, mentions: Mentions, place: int) -> Topic | None:
    """What the line with the sum is about: the 사업명 beside it, else the nearest heading that it stands under."""
    text = analysis.text
    item = item_at(text, place)
    if _in_turn(analysis, place):
        return None
    over = items_over(text, place)
    if item.mark is None:
        if _LABELLED.match(item.words):
            beside = _beside_label(analysis, mentions, item)
            if beside is not None or not over:
                return beside
        elif not over or over[0].mark is None or is_field_line(item.words) or item.sentence:
            return None
    for line in lines_above(text, item.begin, REACH):
        if line.words and (line.mark is None or (over and line.begin <= over[0].begin)):
            break
        if named := _named(mentions, text, line):
            return named
    for line in _lines_below(text, item.end):
        if named := _named(mentions, text, line):
            return named
    title = analysis.document.title_span
    for line in over:
        if title is not None and line.begin <= title.begin < line.end:
            return None
        if line.mark is None and text.count("\n", line.end, item.begin) > REACH:
            return None
        if named := _named(mentions, text, line):
            return named
        if line.sentence:  # «□ 시는 ‘X’를 넓힌다» above «○ 예산은 4억 원»
            return named_in(analysis, mentions, Span(line.begin, line.end))
        if _WON.search(line.words):
            return None
        if (found := _heading(mentions, text, line) or _only_program(mentions, line)) is not None:
            return found
    return None


def _only_program(mentions: Mentions, line: Item) -> Topic | None:
    """«4. 연계 사업: 대피 문구를 알리는 「X」»: the one program that an item without a sum names."""
    named = mentions.within(Span(line.begin, line.end), "program")
    if line.mark is None or len({p.value.text for p in named}) != 1:
        return None
    return Topic(named[0].value.text, named[0].span, named[0])


def _in_turn(analysis: Analysis, place: int) -> bool:
    """Whether the line is a turn of minutes («○아무개 위원  …»), which is no item of a list."""
    sentence = analysis.sentence_at(item_at(analysis.text, place).begin)
    return sentence is not None and turn_of(analysis, sentence) is not None


def _lines_below(text: str, end: int) -> Iterator[Item]:
    """The next items of the list below a line, up to the first line that is none."""
    for _ in range(_BELOW):
        if end + 1 >= len(text):
            return
        item = item_at(text, end + 1)
        if item.mark is None:
            return
        yield item
        end = item.end


_BELOW = 4


def _beside_label(analysis: Analysis, mentions: Mentions, item: Item) -> Topic | None:
    """What «사업비 35억 원» in a block of lines without marks is about: the line above them."""
    text, title = analysis.text, analysis.document.title_span
    for line in lines_above(text, item.begin, REACH):
        if not line.words or is_row(line.words) or (title is not None and line.begin <= title.begin < line.end):
            return None
        if named := _named(mentions, text, line):
            return named
        if line.sentence or (line.mark is not None and _WON.search(line.words)):
            return None
        if line.mark is not None or not (_LABEL.match(line.words) or re.search(r"\d\s?[만억조천]|[:：]", line.words)):
            found = _heading(mentions, text, line)
            if found is not None or line.mark is None:
                return found
    return None


def _named(mentions: Mentions, text: str, line: Item) -> Topic | None:
    name = _NAME.search(text, line.begin, line.end)
    return _topic(mentions, text, *name.span("name")) if name else None


def heading_above(text: str, place: int) -> Span | None:
    """The words of the nearest heading above a line that say what its section is about: above «□ 연차별 투자계획» the
    item «1. 「X」 실증»."""
    for line in items_over(text, place):
        if line.sentence:
            return None
        if (found := _said(text, line)) is not None:
            return found
    return None


def is_paper(words: str) -> bool:
    """Whether words only say what kind of paper it is: 군정조정위원회 심의자료, 회의록."""
    return _PAPER.search(words) is not None


def is_label_of_paper(words: str) -> bool:
    """Whether a line is one in which a paper tells of itself: «참 석 자 : …», «장소 …»."""
    return _LABEL_OF_PAPER.match(words) is not None


def _heading(mentions: Mentions, text: str, line: Item) -> Topic | None:
    found = _said(text, line)
    if found is None:
        return None
    marked = _MARKED_NAME.search(text, found.begin, found.end) if _TAG.match(line.words) else None
    if marked is not None:  # «[시정 1] ‘X’ 저조한 이용»: the name, not what is found of it
        found = Span(*marked.span("name"))
    return _topic(mentions, text, found.begin, found.end)


_OFFICE = regex(
    r"(?:[가-힣]{1,8}(?:시|도|군|구|청|부)\s)?[가-힣A-Za-z0-9·]{0,10}(?:정책|전략|산업|혁신|통신|행정|기획|총무|복지|경제|도시|교통|환경|안전|미래|디지털|AI|인공지능|스마트|정보화|데이터)"
    r"[가-힣]{0,4}(?:과|국|실|담당관|본부|추진단|팀)(?:\s[가-힣]{2,8}팀)?"
)
"""«나래시 정보통신과»: whose paper it is."""


_CAPTION = regex(r"[다요]\.\s|(?<![가-힣])기자$|(?:제공|촬영|자료사진)$")
"""«… 설명하고 있다. 아무개 기자»: the words below a picture."""


def _said(text: str, line: Item) -> Span | None:
    """The words of a heading, without marks round them; None where they say nothing."""
    words = _TAG.sub("", _TAIL.sub("", _BESIDE.sub("", line.words.lstrip("#"))).strip())
    if inner := re.fullmatch(
        r"[<〈《【\[「『‘“]\s*([^\s>〉》】\]」』’”][^>〉》】\]」』’”]*?|\s)\s*[>〉》】\]」』’”]", words
    ):
        words = inner.group(1)
    elif (named := _NAME_AND_PAPER.fullmatch(words)) is not None and says_nothing(named["paper"]):
        words = named["name"]  # «「X 프로젝트」 개요»
    if (
        not 3 <= len(words) <= 44
        or _PAPER.search(words)
        or says_nothing(words)
        or _ONLY_A_SUM.fullmatch(words)
        or _LABEL_OF_PAPER.match(words)
        or _OFFICE.fullmatch(words)
        or _CAPTION.search(words)
        or _DATE.search(line.words)
        or not re.search(r"[가-힣]", words)
    ):
        return None
    begin = text.find(words, line.begin, line.end)
    return Span(begin, begin + len(words)) if begin >= 0 else None


def _topic(mentions: Mentions, text: str, begin: int, end: int) -> Topic:
    while end > begin and text[end - 1] in " .,;’'”\"":
        end -= 1
    while begin < end and text[begin] in " ‘'“\"":
        begin += 1
    span = Span(begin, end)
    named = mentions.within(span, "program")
    return Topic(text[begin:end], span, named[0] if named else None)
