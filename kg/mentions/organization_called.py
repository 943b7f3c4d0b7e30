"""What a text calls a body from here on: (이하 자문단), (GERI)."""

import re
from collections.abc import Iterator

from kg.mentions.model import Mention

_SO_CALLED = re.compile(r"\((?:이하|약칭)[ ,:]*[‘'“\"]?(?P<name>[가-힣A-Za-z0-9 ·]{1,20}?)[’'”\"]?\)")
_INSIDE = re.compile(r"[·,]\s?이하\s[‘'“\"]?(?P<name>[가-힣A-Za-z0-9 ]{1,20}?)[’'”\"]?\)")
_ABBREVIATED = re.compile(r"\s?\((?P<name>[A-Z][A-Za-z0-9&\-]{1,9})\)")


def called_here(text: str, body: Mention) -> Iterator[tuple[str, int]]:
    """The other names that stand in the brackets behind a body's name, and where each stands."""
    place = body.end + (text[body.end : body.end + 1] in ("’", "'", "”", '"', "」"))
    if "(" not in text[place : place + 2]:
        return
    for pattern in (_SO_CALLED, _ABBREVIATED):
        found = pattern.match(text, place)
        if found:
            yield found["name"].strip(), found.start("name")
    close = text.find(")", place)
    inside = _INSIDE.search(text, place, close + 1) if 0 < close - place < 60 else None
    if inside:
        yield inside["name"].strip(), inside.start("name")
