"""Who publishes a page whose head is set in fields, and the names that a head bears in brackets or in name marks."""

from kg.documents.lines import Line
from kg.documents.press import Publisher, is_organ
from kg.documents.reporters import is_byline
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_FIELD = regex(
    r"[\-*·•○□|>\s]*(?P<label>[가-힣A-Za-z]{2,9})\s*[:：|]\s*"
    r"(?P<name>[가-힣A-Za-z0-9&·]{2,16}(?:\s[가-힣A-Za-z0-9&]{2,10})?)\s*\|?"
)
"""A line that is one field of a page's head: ``- 부처: 가온부``."""
_WITH_PLACE = regex(
    r"[\[【<(〔]\s*(?:(?P<name>[가-힣A-Za-z0-9&·.]{2,14})\s?[=/|]\s?[가-힣]{2,4}|[가-힣]{2,4}\s?[=/|]\s?(?P<name2>[가-힣A-Za-z0-9&·.]{2,14}))\s*"
    r"[\]】>)〕]"
)
"""An organ with the place of its report, before or behind the reporter: ``[달빛타임즈=가온] N 기자``."""
_SIGN = regex(r"[\[【<(〔]\s*(?P<name>[가-힣A-Za-z0-9&]{2,14})\s*[\]】>)〕](?:\s|$)")
_SERIES = regex(
    r"(?:[가-힣]{0,4}(?:월간|주간|격월간|계간|일간)|웹진|매거진|뉴스레터|소식지|잡지|무크지|사보)\s?"
    r"[‘'“\"「『《〈<](?P<name>[가-힣A-Za-z0-9&· ]{2,16})[’'”\"」』》〉>]"
)
"""A periodical in name marks: ``월간 ‘사람과 도시’``."""
_APPEARED = regex(
    r"(?P<name>[가-힣A-Za-z0-9&·]{3,14})\s+[|ㅣ]?\s?(?:기사\s?)?(?:승인|입력|등록|송고|게재|출고|최초\s?입력)\s?[:：]?\s?(?:19|20)\d\d"
)
"""An organ before the day on which it published: ``달빛투데이 승인 2026.01.23 11:15``."""
_HEAD = 12
_LONGEST = 120


def of_a_field(lines: list[Line], first: int, lexicon: Lexicon) -> Publisher | None:
    """The publisher that a line of the head names as a field; ``first`` is the number of the article's first line."""
    labels = lexicon.words("press_frame", role="organ")
    for line in lines[: min(first, _HEAD)]:
        told = _FIELD.fullmatch(line.bare)
        if told and told["label"] in labels:
            return _at(line, told.start("name"), told["name"])
    return None


def of_the_report(text: str, lines: list[Line], first: int, bylines: list[int], lexicon: Lexicon) -> Publisher | None:
    """The organ on the line that says who reports and when: the text is its, though it tells of a council.

    ``bylines`` are the numbers of such lines; one may stand under the article's lead.
    """
    for line in (*lines[: min(first, _HEAD)], *(lines[i] for i in bylines if first <= i < _HEAD)):
        if line.prose or len(line.bare) > _LONGEST:
            continue
        told = _WITH_PLACE.match(line.bare)
        name = (told["name"] or told["name2"]) if told else None
        if told and name and is_organ(name, lexicon) and is_byline(text, line.begin, line.end, lexicon):
            return _at(line, told.start("name" if told["name"] else "name2"), name)
        appeared = _APPEARED.match(line.bare)
        if appeared and is_organ(appeared["name"], lexicon):
            return _at(line, 0, appeared["name"])
        series = _SERIES.search(line.bare)
        if series and find_stamps(text, line.begin, line.end, lexicon):
            return _at(line, series.start("name"), series["name"])
    return None


def of_the_sign(lines: list[Line], first: int, lexicon: Lexicon) -> Publisher | None:
    """An organ in brackets at the front of a head line, or as a word of one that is no sentence."""
    head = [x for x in lines[: min(first, _HEAD)] if not x.prose and len(x.bare) <= _LONGEST]
    for line in head:
        told = _SIGN.match(line.bare)
        if told and is_organ(told["name"], lexicon):
            return _at(line, told.start("name"), told["name"])
    return None


def _at(line: Line, begin: int, name: str) -> Publisher:
    return Publisher(name, Span(line.begin + begin, line.begin + begin + len(name)))
