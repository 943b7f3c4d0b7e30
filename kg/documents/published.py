"""The day on which a document appeared."""

from datetime import date, timedelta

from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.model import DocumentKind
from kg.documents.stamps import Stamp, StampKind, find_stamps, label_kind
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_DAY = regex(r"(?<![\d월.])(?<!월 )(?<!차 )([12]?\d|3[01])(?:일|\(\))(?![가-힣]*간)")
_NAMED_DAY = regex(r"(?<!\d)(\d{1,2})일(?!간)")
_PRINTED = regex(r"\s*(?:\([월화수목금토일]\)\s*)?[A-Z]?\d{1,2}\s?면(?![가-힣])")
"""A page behind a day: the day of the printed paper, before which the article stood on the organ's own page."""
_ROW = regex(r"^\d{1,7}\s+\S.*\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}$")


def find_published(
    text: str, lines: list[Line], layout: Layout, kind: DocumentKind, lexicon: Lexicon
) -> tuple[str, Span] | None:
    """The ISO day and its place, or None.

    A release's embargo comes before its day of issue, but for where its first lines name the day of issue alone;
    the first publication before an unlabelled date, a modification last.
    A page without a date of its own, but with a dated board list below it, appeared on the day that its first
    sentences name
    by number, the last such day before the list's.
    """
    first = layout.first if layout.first is not None else len(lines)
    head: list[Stamp] = []
    label: StampKind = "bare"
    for i, line in enumerate(lines[:first]):
        if alone := label_kind(line.squeezed, lexicon):
            label = alone
            continue
        if layout.kinds[i] in ("masthead", "byline", "contact") or (
            layout.kinds[i] == "noise" and line.bare.count("-") < 3
        ):
            weight = [
                s._replace(kind="bare" if s.kind == "published" else s.kind)
                if _PRINTED.match(text, s.span.end, line.end)
                else s._replace(kind="modified")
                if layout.kinds[i] == "noise" and s.kind == "bare"
                else s
                for s in find_stamps(text, line.begin, line.end, lexicon)
            ]
            head += [s._replace(kind=label) if s.kind == "bare" else s for s in weight]
            label = "bare" if weight else label
    order = (
        ("embargo", "published", "bare", "modified")
        if kind == "press-release"
        else ("published", "embargo", "bare", "modified")
    )
    if head:
        if kind == "press-release" and _issued_before_embargo(text, head, lines[first : first + 3]):
            order = ("published", "embargo", "bare", "modified")
        best = min(head, key=lambda s: order.index(s.kind))
        return best.iso, best.span
    over = layout.over if layout.over is not None else len(lines)
    tail: list[Stamp] = []
    for i in range(first, min(over + 6, len(lines))):
        if layout.kinds[i] != "body" and len(lines[i].bare) < 140 and not _ROW.match(lines[i].bare):
            tail += [
                s
                for s in find_stamps(text, lines[i].begin, lines[i].end, lexicon)
                if layout.kinds[i] in ("byline", "masthead") or s.kind in ("published", "embargo")
            ]
    if tail:
        best = min(tail, key=lambda s: order.index(s.kind))
        return best.iso, best.span
    near = [line for i, line in enumerate(lines[: first + 2]) if layout.kinds[i] in ("subtitle", "body")]
    return (
        _under_title(text, near, lexicon)
        or _from_list(text, lines, layout, over, lexicon)
        or _in_title(text, lines, layout, lexicon)
    )


_SHORT = 50
_CLAUSE = regex(r"(?:[다요죠]|[함됨음])[.!?…”\"’']*$|(?:은|는|이|가|을|를|에서|에)\s")


_ITEM = regex(r"(?:\d{1,2}|[가-하]|[ⅠⅡⅢ])\s?[.)]\s|[○◦ㅇ●•·*◇◆※❍△▲□■\-–—]\s?\S")
"""An item of a paper: its day is that of what the item tells."""
_AS_OF = regex(r"[\s.]*(?:현재|기준)")
_NOW = regex(r"[\s.]*현재")
"""Below the title; figures «기준» a day may be older than the paper."""
_DATES_SOMETHING = regex(r"기간|기준|현재|시행|개최|예정|까지|부터|착공|준공|개관|출범")


def _under_title(text: str, lines: list[Line], lexicon: Lexicon) -> tuple[str, Span] | None:
    """The whole day in a short line under the title that is no sentence: «온달살림 2024-11-25 | 편집부 고은별»."""
    for line in lines:
        if (
            len(line.bare) <= _SHORT
            and not _ITEM.match(line.bare)
            and not _CLAUSE.search(line.bare)
            and not _DATES_SOMETHING.search(line.bare)
        ):
            stamps = find_stamps(text, line.begin, line.end, lexicon)
            if len(stamps) == 1:
                return stamps[0].iso, stamps[0].span
    return None


def _in_title(text: str, lines: list[Line], layout: Layout, lexicon: Lexicon) -> tuple[str, Span] | None:
    """The day as of which a paper stands, where its title or a line below that tells it: «점검 카드 — 달래도(2026. 4.
    10. 현재)»."""
    if layout.title is None:
        return None
    below = (i for i in range(layout.title + 1, min(layout.title + 3, len(lines))) if layout.kinds[i] == "subtitle")
    for i in (layout.title, *below):
        for stamp in find_stamps(text, lines[i].begin, lines[i].end, lexicon):
            if (_AS_OF if i == layout.title else _NOW).match(text, stamp.span.end):
                return stamp.iso, stamp.span
    return None


def _issued_before_embargo(text: str, stamps: list[Stamp], lead: list[Line]) -> bool:
    """Whether a release was issued on an earlier day than it may appear, and its first lines name that day alone."""
    issued = next((s.iso for s in stamps if s.kind == "published"), None)
    embargo = next((s.iso for s in stamps if s.kind == "embargo"), None)
    if issued is None or embargo is None or issued >= embargo or not lead:
        return False
    days = {int(m[1]) for m in _NAMED_DAY.finditer(text, lead[0].begin, lead[-1].end)}
    return int(issued[8:]) in days and int(embargo[8:]) not in days


def _from_list(text: str, lines: list[Line], layout: Layout, over: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    """Ground the lead's bare day on the dates of a board list behind the article."""
    days = [
        s.iso
        for line in lines[over:]
        if _ROW.match(line.bare)
        for s in find_stamps(text, line.begin, line.end, lexicon)
    ]
    if len(days) < 3 or layout.first is None:
        return None
    last = date.fromisoformat(max(days))
    for i in range(layout.first, min(layout.first + 4, over)):
        if layout.kinds[i] != "body":
            continue
        for match in _DAY.finditer(text, lines[i].begin, lines[i].end):
            for back in range(8):
                day = last - timedelta(days=back)
                if day.day == int(match[1]):
                    return day.isoformat(), Span(match.start(), match.end())
    return None
