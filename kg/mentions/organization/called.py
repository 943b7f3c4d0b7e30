"""What a text calls a body from here on: (이하 자문단), (GERI), 가온기술산업진흥원(기술진흥원)."""

from collections.abc import Iterator

from kg.mentions.model import Mention
from kg.patterns import regex

_SO_CALLED = regex(r"\((?:이하|약칭)[ ,:]*[‘'“\"]?(?P<name>[가-힣A-Za-z0-9 ·]{1,20}?)[’'”\"]?\)")
_INSIDE = regex(r"[·,]\s?이하\s[‘'“\"]?(?P<name>[가-힣A-Za-z0-9 ]{1,20}?)[’'”\"]?\)")
_ABBREVIATED = regex(r"\s?\((?P<name>[A-Z][A-Za-z0-9&\-]{1,9})\)")
_SHORTENED = regex(r"\s?\((?P<name>[가-힣A-Za-z0-9]{2,9})\)")


def shortens(short: str, name: str) -> bool:
    """Whether a name's letters, in their order and to its end, make the short one: 기술진흥원 of 가온기술산업진흥원."""
    whole, wanted = (n.replace(" ", "").replace("인공지능", "AI").upper() for n in (name, short))
    if len(wanted) >= len(whole) or not "가" <= wanted[-1] <= "힣":
        return False
    ends = wanted[-1] == whole[-1] or (wanted[-1] == "위" and whole.endswith("위원회"))
    letters = iter(whole)
    return ends and all(letter in letters for letter in wanted)


def called_here(text: str, body: Mention) -> Iterator[tuple[str, int]]:
    """The other names that stand in the brackets behind a body's name, and where each stands."""
    place = body.end + (text[body.end : body.end + 1] in ("’", "'", "”", '"', "」"))
    if "(" not in text[place : place + 2]:
        return
    for pattern in (_SO_CALLED, _ABBREVIATED, _SHORTENED):
        found = pattern.match(text, place)
        if found and (pattern is not _SHORTENED or shortens(found["name"], body.value.text)):
            yield found["name"].strip(), found.start("name")
            break
    close = text.find(")", place)
    inside = _INSIDE.search(text, place, close + 1) if 0 < close - place < 60 else None
    if inside:
        yield inside["name"].strip(), inside.start("name")
