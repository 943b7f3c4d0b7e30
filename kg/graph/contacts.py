"""Telephone numbers and mail addresses: shown as ● in every view and file, code point for code point."""

import re
from collections.abc import Sequence

from kg.patterns import regex
from kg.spans import Span

_MAIL = regex(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LIKELY = regex(r"\d(?:\d\d[-. )]{1,2}\d{4}|1[016789]\d{7})")
"""What every telephone number holds; it begins with a figure, so that the search goes from figure to figure."""
_PHONE = regex(
    r"(?<![\d.,])(?:\+82[-. )]{0,2}\d{1,2}|\(?0\d{1,2})[-. )]{1,2}\d{3,4}[-. ]{1,2}\d{4}(?:~\d{1,4})?(?!\d)"
    r"|(?<![\d.,])1[568]\d\d-\d{4}(?!\d)"  # nationwide numbers such as 1588-0000
    r"|(?<![\d.,])01[016789]\d{7,8}(?!\d)"  # a mobile number in one piece
    r"|(?:☎|☏|℡|전화|문의|연락처|[Tt]el)[ :.)]{0,3}\d{3,4}-\d{4}(?:~\d{1,4})?(?!\d)"  # without an area code
)
_NUMBER = regex(r"[+(\d].*", re.DOTALL)


def contacts(text: str) -> list[Span]:
    """Where the text holds a telephone number or a mail address, in order."""
    found = [Span(*m.span()) for m in _MAIL.finditer(text)] if "@" in text else []
    if _LIKELY.search(text):
        for match in _PHONE.finditer(text):
            number = _NUMBER.search(match[0])
            if number:
                found.append(Span(match.start() + number.start(), match.end()))
    return sorted(found)


def without_contacts(text: str, span: Span, hidden: Sequence[Span]) -> Span:
    """The longest piece of a span that holds none of the contacts and no white space at its edges: no mention covers
    a contact. The span itself where it holds none; an empty one where no letter is left.
    """
    inside = [c for c in hidden if c.meets(span)]
    if not inside:
        return span
    edges = [span.begin, *(place for contact in inside for place in contact), span.end]
    pieces = [text[begin:end] for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    place, piece = max(zip(edges[::2], pieces, strict=True), key=lambda p: (len(p[1].strip()), -p[0]))
    if not any(sign.isalnum() for sign in piece):
        return Span(place, place)
    begin = place + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(piece.strip()))


def masked(text: str) -> str:
    """The text with ● in place of every code point of a contact; its length and all offsets stay."""
    spans = contacts(text)
    if not spans:
        return text
    signs = list(text)
    for begin, end in spans:
        signs[begin:end] = "●" * (end - begin)
    return "".join(signs)
