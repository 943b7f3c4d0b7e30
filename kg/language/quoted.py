"""Finding what stands between quotation marks: straight, curly, nested, unbalanced, broken over lines."""

from typing import NamedTuple

from kg.language.model import QuotedSpan
from kg.patterns import regex

_MARK = regex("[\"'“”‘’「」『』〝〞＂]")
_OPENS = {"“": "”", "‘": "’", "「": "」", "『": "』", "〝": "〞"}
_CLOSES = {close: mark for mark, close in _OPENS.items()}
_STRAIGHT = frozenset("\"'＂")
_DOUBLE = frozenset('"“”〝〞＂')
_SAID = regex(r"(?:이?라고|이?라며|이?라면서|고|며|면서|면서도|하고|하며)(?=[ ,.…]|도[ ,]|$)")
_LOST_CLOSE = regex(
    r"(?<=[가-힣.!?…])(?:이?라고|이?라며|이?라면서)(?=[ ,]|도 )|(?<=[다냐자까요라])\s?(?:고|며|"
    r"면서)(?=[ ,])|(?<=[다요까][.!?…])(?:고|며|면서)(?=[ ,])"
)
_LOST_OPEN = regex(
    r"[가-힣](?:장|사|관|원|자|수|씨|표|인|감|리|위|측|시|도|군|구)(?:은|는|이|가)\s+(?=[가-힣A-Za-z0-9‘'(])|(?<![가-힣])(?:그는|그녀는|이들은)\s+|(?<=[다])[.]\s+"
)
_WORD = regex(r"[0-9A-Za-z가-힣]")


class Quoted(NamedTuple):
    """The quoted spans of a line, the place where speech is left open at its end, and the place of a
    closing mark without partner.
    """

    spans: list[QuotedSpan]
    left_open: int | None = None
    stray_close: int | None = None


def find_quoted(text: str, begin: int, end: int) -> Quoted:
    """The quoted spans of one line ``text[begin:end]``, outermost first, in order.

    A straight mark opens before a word where none of its kind is open and closes otherwise; an apostrophe inside a
    word and
    a year mark (``'26``, ``’26년``) are no quotation marks. A speech mark that never closes ends before the last
    closing
    particle that follows. A closing speech mark without partner, before such a particle, begins behind the subject.
    """
    found: list[QuotedSpan] = []
    open_marks: list[tuple[str, int]] = []
    stray: int | None = None
    edge = begin  # nothing before it may belong to speech whose opening mark is lost
    for match in _MARK.finditer(text, begin, end):
        mark, place = match.group(), match.start()
        if mark in "'’‘" and _is_year_mark(text, place, open_marks):
            continue
        mark = _turned(text, place, mark, open_marks)
        if mark in _OPENS or (mark in _STRAIGHT and _reopens(text, place, mark, open_marks)):
            depth = next((i for i, (m, _) in enumerate(open_marks) if m == mark and m in _DOUBLE), None)
            if depth is not None:
                del open_marks[depth + 1 :]
                _lost(text, open_marks.pop(), place, found, len(open_marks))
            open_marks.append((mark, place + 1))
        elif mark in _CLOSES or any(m == mark for m, _ in open_marks):
            if not _close(_CLOSES.get(mark, mark), place, open_marks, found) and mark in "”〞":
                opening = _lost_open(text, edge, place)
                if opening is not None:
                    found.append(QuotedSpan(opening, place, True, 0, closed=False))
                elif not found:
                    stray = place
            if mark in _DOUBLE:
                edge = place + 1
        elif mark in _STRAIGHT:
            if mark != "'" and stray is None and not found and not _opening_place(text, place):
                stray = place
            else:
                open_marks.append((mark, place + 1))
    left: int | None = None
    while open_marks:
        opened = open_marks.pop()
        if not _lost(text, opened, end, found, len(open_marks)) and opened[0] in _DOUBLE and not open_marks:
            left = opened[1]
    return Quoted(sorted(found, key=lambda q: (q.begin, -q.end)), left, stray)


def _opening_place(text: str, place: int) -> bool:
    """Whether a mark stands where a word begins: after white space or a bracket, before something that is none."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    return (not before or before.isspace() or before in "([<‘'“…·,/") and bool(after) and not after.isspace()


def _turned(text: str, place: int, mark: str, open_marks: list[tuple[str, int]]) -> str:
    """A curly mark that is set the wrong way round, as the mark that was meant."""
    opening = "“" if mark in "“”" else "‘" if mark in "‘’" else ""
    if not opening:
        return mark
    opened = any(m == opening for m, _ in open_marks)
    if mark == opening and opened and (_SAID.match(text, place + 1) or not _opening_place(text, place)):
        return _OPENS[opening]
    if (
        mark != opening
        and not opened
        and _opening_place(text, place)
        and _WORD.match(text, place + 1)
        and not _SAID.match(text, place + 1)
    ):
        return opening
    return mark


def _reopens(text: str, place: int, mark: str, open_marks: list[tuple[str, int]]) -> bool:
    """Whether a straight speech mark opens again although one is open: the closing mark between them was lost."""
    return (
        mark == '"'
        and any(m == '"' for m, _ in open_marks)
        and text[place - 1 : place].isspace()
        and bool(_WORD.match(text, place + 1))
        and not _SAID.match(text, place + 1)
    )


def _is_year_mark(text: str, place: int, open_marks: list[tuple[str, int]]) -> bool:
    """Whether the mark at ``place`` only shortens a year or stands inside a Latin word."""
    after = text[place + 1 : place + 4]
    if (
        after[:2].isdigit()
        and not after[2:3].isdigit()
        and text[place + 3 : place + 4] in ("년", ".", "~", "-", " ", "∼", "–", "→", ")")
    ):
        opened = any(m in ("‘", "'") for m, _ in open_marks)
        return not (opened and not _WORD.match(text, max(place - 1, 0)))
    before = text[place - 1 : place]
    return before.isascii() and before.isalpha() and after[:1].isascii() and after[:1].isalpha()


def _close(opening: str, place: int, open_marks: list[tuple[str, int]], found: list[QuotedSpan]) -> bool:
    """Close the innermost open mark of that kind; marks opened after it are lost. Whether there was one."""
    for i in range(len(open_marks) - 1, -1, -1):
        if open_marks[i][0] == opening:
            mark, begin = open_marks[i]
            del open_marks[i:]
            if begin < place:
                found.append(QuotedSpan(begin, place, mark in _DOUBLE, len(open_marks)))
            return True
    return False


def _lost(text: str, opened: tuple[str, int], limit: int, found: list[QuotedSpan], depth: int) -> bool:
    """A speech mark without its partner: the words end where the last closing particle follows them."""
    mark, begin = opened
    if mark not in _DOUBLE:
        return False
    closes = [m.start() for m in _LOST_CLOSE.finditer(text, begin + 6, limit)]
    if not closes:
        return False
    found.append(QuotedSpan(begin, closes[-1], True, depth, closed=False))
    return True


def _lost_open(text: str, edge: int, place: int) -> int | None:
    """Where speech began whose opening mark is lost: behind the last subject before it; None where nothing tells."""
    if not _SAID.match(text, place + 1) or place - edge < 12:
        return None
    opening: int | None = None
    for match in _LOST_OPEN.finditer(text, edge, place - 8):
        if match.group()[-2:].strip() != "." and opening is None:
            opening = match.end()
        elif match.group().startswith("."):
            opening = None
    return opening
