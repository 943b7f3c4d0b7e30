"""What the head and the foot of a document tell of its making: reporters, places of the dateline, address."""

import itertools
import re

from kg.documents.headfields import authors, head_fields
from kg.documents.issuing import head_colophon
from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.model import BlockKind, DocumentKind
from kg.documents.papers import day_at_edge
from kg.documents.press import DATELINE, sign_off
from kg.documents.reporters import EMAIL, Byline, is_byline, reporters, signatories
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_URL = regex(r"https?://[^\s<>\"'”’)\]]+")
_TAIL = regex(
    rf"(?:[가-힣]{{2,4}}\s?(?:[가-힣]{{0,3}}기자)\s*[=/|]?\s*)?{EMAIL.pattern}\s*$|(?<=[.다])\s*[/(]\s?[가-힣]{{2,4}}\s?(?:[가-힣]{{0,3}}기자)\)?\s*$"
)


def _signature(words: str) -> re.Match[str] | None:
    """A reporter's name or address at the end of a line."""
    return _TAIL.search(words) if "@" in words or "protected" in words or "기자" in words[-16:] else None


def find_byline(text: str, lines: list[Line], layout: Layout, kind: DocumentKind, lexicon: Lexicon) -> list[Byline]:
    """The reporters, each once, of byline lines, datelines and signatures."""
    if kind == "press-release":
        return []
    found: dict[str, Byline] = {}
    over = layout.over if layout.over is not None else len(lines)
    first = layout.first if layout.first is not None else len(lines)
    for i, line in enumerate(lines[: over + 2]):
        stamped = i < first and layout.kinds[i] == "masthead"
        if (
            i in layout.bylines
            or stamped
            or (i >= over and not found and is_byline(text, line.begin, line.end, lexicon))
        ):
            for byline in signatories(text, line.begin, line.end, lexicon):
                found.setdefault(byline.name, byline)
        elif (framed := DATELINE.match(line.bare)) and i < over:
            for byline in reporters(text, line.begin, line.begin + framed.end(), lexicon):
                found.setdefault(byline.name, byline)
        elif i >= first and (signed := sign_off(line.bare, lexicon)):
            off, start = signed[0], line.begin + signed[1]
            found.setdefault(off["who"], Byline(off["who"], Span(start + off.start("who"), start + off.end("who"))))
        elif i >= first and layout.kinds[i] == "body" and (tail := _signature(line.bare)):
            for byline in reporters(text, line.begin + tail.start(), line.end, lexicon):
                found.setdefault(byline.name, byline)
    if not found and (told := head_colophon(text, lines, layout, lexicon)) and told.author:
        return [told.author]
    if not found:
        named = (a for i in layout.bylines if i < first for a in authors(head_fields(text, lines[i], lexicon)))
        return [Byline(a.name, a.span) for a in named]
    return list(found.values())


def find_dateline(text: str, lines: list[Line], layout: Layout) -> tuple[tuple[str, Span], ...]:
    """The places that the article's own dateline names."""
    over = layout.over if layout.over is not None else len(lines)
    for i, line in enumerate(lines[:over]):
        match = DATELINE.match(line.bare)
        for group in ("place", "place2", "place4", "place6"):
            if match and match[group] and layout.kinds[i] != "noise":
                start = line.begin + match.start(group)
                return tuple(
                    (p.group(), Span(start + p.start(), start + p.end()))
                    for p in re.finditer(r"[가-힣]+", match[group])
                )
    return ()


def find_url(text: str) -> str | None:
    """The page's own address, where it is told in its first or last lines."""
    for part in (text[:300], text[-300:]):
        if (match := _URL.search(part)) and len(match.group()) > 20:
            return match.group().rstrip(".,")
    return None


def split_framed(text: str, line: Line, kind: BlockKind, lexicon: Lexicon) -> list[tuple[int, int, BlockKind]]:
    """A line of the article without its dateline at the front and its signature at the end; of a head line with the
    day at its edge the name of the body or the paper, which the text goes on to speak of, and of one that tells whoever
    wrote or answers with his post, that name and post.
    """
    if kind == "byline" and (edge := day_at_edge(line.bare)):
        return [(line.begin, line.begin + edge, "subtitle"), (line.begin + edge, line.end, kind)]
    if kind in ("byline", "masthead"):
        posts = [f.post for f in head_fields(text, line, lexicon) if f.post]
        edges = [line.begin, *(e for p in posts for e in (p.begin, p.end)), line.end]
        parts = [(b, e, "subtitle" if n % 2 else kind) for n, (b, e) in enumerate(itertools.pairwise(edges))]
        return [(b, e, k) for b, e, k in parts if b < e]
    if kind not in ("body", "caption"):
        return [(line.begin, line.end, kind)]
    pieces: list[tuple[int, int, BlockKind]] = []
    begin, end = line.begin, line.end
    if (framed := DATELINE.match(line.bare)) and framed.end():
        pieces.append((begin, begin + len(framed.group().rstrip()), "byline"))
        begin += framed.end()
    tail = _signature(text[begin:end])
    signature: list[tuple[int, int, BlockKind]] = []
    if tail and tail.start() > 10:
        signature.append((begin + tail.start(), end, "byline"))
        end = begin + len(text[begin : begin + tail.start()].rstrip())
    if begin < end:
        pieces.append((begin, end, kind))
    return pieces + signature
