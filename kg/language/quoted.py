"""Finding what stands between quotation marks: straight, curly, nested, unbalanced."""

import re

from kg.language.model import QuotedSpan

_MARK = re.compile("[\"'“”‘’「」『』]")
_OPENS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSES = {close: mark for mark, close in _OPENS.items()}
_DOUBLE = frozenset('"“”「」')
_LOST_CLOSE = re.compile(r"(?<=[가-힣.!?…])(?:이?라고|이?라며|이?라면서|고|며|면서)(?=[ ,])")
_WORD = re.compile(r"[0-9A-Za-z가-힣]")


def find_quoted(text: str, begin: int, end: int) -> list[QuotedSpan]:
    """The quoted spans of one line ``text[begin:end]``, outermost first, in order.

    A straight mark opens where none of its kind is open and closes otherwise; an apostrophe inside a word and
    a year mark (``'26``, ``’26년``) are no quotation marks. A speech mark that never closes ends before the closing particle that
    follows, or is dropped.
    """
    found: list[QuotedSpan] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, begin, end):
        mark, place = match.group(), match.start()
        if mark in "'’‘" and _is_year_mark(text, place, open_marks):
            continue
        if mark in _OPENS:
            if open_marks and open_marks[-1][0] == mark and mark in "“":
                _lost(text, open_marks.pop(), place, found, len(open_marks))
            open_marks.append((mark, place + 1))
        elif mark in _CLOSES or any(m == mark for m, _ in open_marks):
            _close(_CLOSES.get(mark, mark), place, open_marks, found)
        elif mark in "\"'":
            open_marks.append((mark, place + 1))
    while open_marks:
        _lost(text, open_marks.pop(), end, found, len(open_marks))
    return sorted(found, key=lambda q: (q.begin, -q.end))


def _is_year_mark(text: str, place: int, open_marks: list[tuple[str, int]]) -> bool:
    """Whether the mark at ``place`` only shortens a year or stands inside a Latin word."""
    after = text[place + 1 : place + 4]
    if after[:2].isdigit() and not after[2:3].isdigit() and text[place + 3 : place + 4] in ("년", ".", "~", "-", " ", "∼"):
        closing = "’" if text[place] == "’" else text[place]
        opened = any(m in ("‘", "'") for m, _ in open_marks)
        return not (opened and closing in ("’", "'") and not _WORD.match(text, max(place - 1, 0)))
    before = text[place - 1 : place]
    return before.isascii() and before.isalpha() and after[:1].isascii() and after[:1].isalpha()


def _close(opening: str, place: int, open_marks: list[tuple[str, int]], found: list[QuotedSpan]) -> None:
    """Close the innermost open mark of that kind; marks opened after it are lost."""
    for i in range(len(open_marks) - 1, -1, -1):
        if open_marks[i][0] == opening:
            mark, begin = open_marks[i]
            del open_marks[i:]
            if begin < place:
                found.append(QuotedSpan(begin, place, mark in _DOUBLE, len(open_marks)))
            return


def _lost(text: str, opened: tuple[str, int], limit: int, found: list[QuotedSpan], depth: int) -> None:
    """A speech mark without its partner: the words end where a closing particle follows them."""
    mark, begin = opened
    if mark not in _DOUBLE:
        return
    close = _LOST_CLOSE.search(text, begin + 6, limit)
    if close:
        found.append(QuotedSpan(begin, close.start(), True, depth, closed=False))
