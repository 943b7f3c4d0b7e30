"""Who published it: press organs by dateline, masthead and copyright line; the issuing body of a
release or a council page.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.documents.lines import Line
from kg.documents.reporters import signatories
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_PLACE = r"(?P<place>[가-힣]{2,5}(?:\s?[·ㆍ,/]\s?[가-힣]{2,5}){0,3})"
_ORGAN = r"(?P<organ>[가-힣A-Za-z0-9&·.]{1,14}(?:\s[가-힣A-Za-z0-9&]{1,8})?)"
DATELINE = regex(
    rf"^[\[(【〔<]\s*(?:(?:{_PLACE}\s*=\s*)?{_ORGAN}(?:\s*[/|ㅣ│∣(]\s*(?P<place6>[가-힣]{{2,5}})\)?\s*=\s*|\s*=\s*|\s+|\s*[/|ㅣ│∣]\s*))?"
    rf"(?P<who>[가-힣]{{2,4}}(?:(?:\s?[·,ㆍ]\s?|\s)[가-힣]{{2,4}})*?\s*"
    r"(?:[가-힣]{0,4}기자|특파원|[가-힣]{0,4}본부장|리포터|선임기자|논설위원|대표|국장)(?:\s*=)?)\s*[\])】〕>]\s*=?\s*"
    rf"|^[\[(【〔]\s*(?P<place2>[가-힣]{{2,5}}(?:\s?[·ㆍ,/]\s?[가-힣]{{2,5}}){{0,3}})\s*=\s*(?P<organ2>[가-힣A-Za-z0-9&·.]{{2,14}}(?:\s[가-힣A-Za-z0-9&]{{1,8}})?)\s*[\])】〕]\s*"
    r"(?:(?P<who2>[가-힣]{2,4}(?:(?:\s?[·,ㆍ]\s?|\s)[가-힣]{2,4})*?\s*(?:[가-힣]{0,4}기자|특파원|[가-힣]{0,4}본부장|리포터))\s*=?\s*)?"
    r"|^(?:(?P<place4>[가-힣]{2,4})\s*[=/]\s*)(?P<who4>[가-힣]{2,4}\s*(?:[가-힣]{0,3}기자|특파원))\s+(?=\S)"
    r"|^(?P<organ5>[가-힣A-Za-z0-9]{2,12})\s+(?P<who5>[가-힣]{2,4}(?:\s?[·,ㆍ]\s?[가-힣]{2,4})*\s*(?:[가-힣]{0,4}기자|특파원))\s*[|∣ㅣ=]\s*(?=[^\d\s]{2,}\s)"
    r"|^[\[(【〔]\s*(?P<organ3>[가-힣A-Za-z0-9&·.]{2,14})\s*[\])】〕]\s*(?P<who3>[가-힣]{2,4}(?:\s?[·,ㆍ]\s?[가-힣]{2,4})*\s*(?:[가-힣]{0,4}기자|특파원))\s*=\s*"
)
SIGN_OFF = regex(
    r"^(?P<organ>[가-힣A-Za-z0-9]{2,10}(?:\s뉴스)?)(?<![은는을를도])\s(?P<who>[가-힣]{2,4})(?:\s기자)?"
    r"(?:입니다|이었습니다|였습니다|(?:\s기자)?[가의]\s(?:보도|취재)(?:합니다|했습니다|입니다))[.]?$"
)
_HANDED = regex(
    r"(?:^|[.?!]\s)(?P<who>[가-힣]{2,4})\s기자(?:입니다|[가의]\s(?:보도|취재)(?:합니다|했습니다|입니다))[.]?$"
)
"""How an anchor hands over to the reporter."""
_AT_THE_END = regex(r"[.?!][”\"’']?\s(?=[^.?!]+[.]?$)")
_RIGHTS = regex(
    r"(?:저작권자\s*(?:\([Cc]\)|[ⓒ©])?|저작권\s*(?:\([Cc]\)|[ⓒ©]|(?=[:：]))|Copyrights?\s*(?:\([Cc]\)|[ⓒ©])?|\([Cc]\)|[ⓒ©])\s*[:：]?\s*(?:\d{4}(?:\s*[-~]\s*\d{4})?\.?\s*|by\s+)?\s*"
    r"(?P<organ>[^,.|<>\[\]()/:]{2,40}?)\s*(?=,|\.|\||<|>|\]|\(|/|:|무단|재배포|All|ALL|all|"
    r"www|http|Corp|Inc|Co[., ]|\S+@|$)"
)
_DESK = regex(
    r"(?P<organ>[가-힣A-Za-z0-9&]{3,12})(?:\s(?:뉴스\d{0,2}|지역|전국|정치|경제|사회|문화|오피니언|사설|칼럼|기획|산업|과학|교육|"
    r"행정|자치|시사|피플|사람|종합|스페셜|디지털|온라인|인터넷판?|본지|지면|PDF|[가-힣]{2}(?:·[가-힣]{2})?)){1,3}"
)
_PERIODICAL = regex(r"(?:월간|주간|계간|격월간|격주간|순간|반년간|연간|일간)\s[가-힣A-Za-z0-9&·]{2,14}(?=\s|$)")
_AFTER_MOTTO = regex(r",\s?(?P<organ>[가-힣A-Za-z0-9&]{2,14})(?=[.,\s>|]|$)")
_YEARS = regex(r"^(?:\d{4}\s*)+|[ⓒ©@]\s*|(?:\([Cc㈜주]\)|㈜|주식회사)\s*|^(?:and|by)\s+", re.I)


def sign_off(bare: str, lexicon: Lexicon) -> tuple[re.Match[str], int] | None:
    """Who a report on air is by (group ``who``), and where in the line that begins: the line is the sign-off
    (``달빛방송 도윤재입니다.``), ends with one, or ends with the anchor's word on who reports.
    """
    if told := SIGN_OFF.search(bare):
        return told, 0
    if not bare.rstrip(".").endswith(("입니다", "합니다", "했습니다")):
        return None
    if told := _HANDED.search(bare):
        return told, 0
    last = _AT_THE_END.search(bare)
    told = SIGN_OFF.match(bare[last.end() :]) if last else None
    if last and told and (is_organ(told["organ"].removesuffix("뉴스").strip(), lexicon)):
        return told, last.end()
    return None


class Publisher(NamedTuple):
    """A publisher's name as it stands, and its place."""

    name: str
    span: Span


@lru_cache(maxsize=4)
def _organs(lexicon: Lexicon) -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(lexicon.words("press_names", role="name")), lexicon.words("press_names", role="ending")


@lru_cache(maxsize=4)
def frame_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of a masthead's frame, which name nobody (table ``press_frame``)."""
    return frozenset(lexicon.words("press_frame"))


def is_organ(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a press organ's name, known or by its ending."""
    names, endings = _organs(lexicon)
    if word in names or word.replace(" ", "") in names:
        return True
    if word.count(" ") > 1:
        return False
    bare = word.replace(" ", "")
    return (
        3 <= len(bare) <= 14
        and bare.endswith(endings)
        and bare not in endings
        and not re.search(r"[…“”\"'‘’?!,/=|()\[\]]", bare)
    )


def names_desk(bare: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The organ (group ``organ``) with which a line of a few words without any particle begins: the sign of a page
    above its desks («달빛신문 지역 소담», «달빛TV 뉴스»); None where it is none.
    """
    told = _DESK.fullmatch(bare)
    return told if told and is_organ(told["organ"], lexicon) else None


def rights_holder(line: Line, lexicon: Lexicon) -> Publisher | None:
    """The holder that a copyright line names."""
    for match in _RIGHTS.finditer(line.bare):
        raw, start = match["organ"], match.start("organ")
        head = _YEARS.match(raw)
        while head and head.group():
            raw, start = (
                raw[head.end() :].lstrip(),
                start + head.end() + len(raw[head.end() :]) - len(raw[head.end() :].lstrip()),
            )
            head = _YEARS.match(raw)
        raw = re.split(r"\s[-–—:&]\s", raw)[0]
        motto = _AFTER_MOTTO.match(line.bare, match.end("organ"))
        if motto and not is_organ(raw.strip(), lexicon) and is_organ(motto["organ"], lexicon):
            raw, start = motto["organ"], motto.start("organ")
        words = raw.split()
        if not words or not re.search(r"[가-힣A-Za-z]", raw):
            continue
        if len(words) > 1 and is_organ(words[-1], lexicon) and (len(words) > 2 or words[0][-1] in "는은한인의"):
            start += raw.rindex(words[-1])
            raw = words[-1]
        if len(raw) <= 24 and raw not in ("무단", "본", "해당 언론사"):
            raw = raw.rstrip()
            return Publisher(raw, Span(line.begin + start, line.begin + start + len(raw)))
    return None


def organ_in(line: Line, lexicon: Lexicon) -> Publisher | None:
    """The press organ named in a line of a masthead: ``달빛일보 | 2025-10-02``, ``달빛일보 홍길동 기자``."""
    pieces = [p for p in re.split(r"\s{2,}|\s*[|ㅣ∣/]\s*", line.bare) if p]
    for piece in pieces:
        if is_organ(piece, lexicon):
            at = line.bare.index(piece)
            return Publisher(piece, Span(line.begin + at, line.begin + at + len(piece)))
    for match in re.finditer(r"\S+", line.bare):
        word = match.group().strip("[]()<>|,·〈〉《》「」『』").rpartition("=")[2]  # (소담=달빛통신)
        if is_organ(word, lexicon):
            at = match.start() + match.group().rindex(word)
            return Publisher(word, Span(line.begin + at, line.begin + at + len(word)))
    return None


def beside_date(line: Line, text: str, lexicon: Lexicon) -> Publisher | None:
    """The word with which a dated line of a masthead begins, where it is no label and no reporter."""
    pieces = [p for p in re.split(r"\s{2,}|\s*[|ㅣ∣/]\s*", line.bare) if p]
    if pieces and find_stamps(text, line.begin, line.end, lexicon):
        first = _PERIODICAL.match(pieces[0]) or re.match(r"[가-힣A-Za-z0-9&·]{2,14}(?=\s|$)", pieces[0])
        known = {b.name for b in signatories(text, line.begin, line.end, lexicon)} | frame_words(lexicon)
        if (
            first
            and re.search("[가-힣]", first.group())
            and first.group() not in known
            and not re.search(r"\d{4}|기자$|특파원$|(?:[가-힣]{2}[과팀실]|담당관|자료|제공)$", first.group())
        ):
            return Publisher(first.group(), Span(line.begin, line.begin + first.end()))
    return None
