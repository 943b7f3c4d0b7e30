"""Names from abroad before a title: two words, known by the given name, by Latin letters behind, or by what is said."""

from typing import Protocol

from kg.mentions.person.names import NameTables, TokenIndex
from kg.patterns import regex

_HANGUL = regex(r"[가-힣]+$")
_LATIN_NAME = regex(r"\((?P<name>[A-Z][\w'’.\-]+(?: [A-Za-z][\w'’.\-]*){1,3})\)")
_NO_PERSON = regex(
    r"\b(?:Group|University|Institute|Center|Centre|Foundation|Corp|Corporation|Company|Inc|Ltd|Co|Labs?|"
    r"Laboratory|Research|Technolog(?:y|ies)|Power|Korea|Council|Association|Agency|Office|Bank|Hub|"
    r"Park|City|Project|Program|Platform|Systems?|Network|Alliance|Solutions|Energy|Holdings|of|for|"
    r"and|the|AI|Data|Cloud)\b"
)
"""Words in the Latin names of bodies and things."""

_HAN_NAME = regex(r"\([一-龥]{2,6}\)")
_BODY_ABROAD = regex(
    r"(?<![가-힣])(?P<where>[가-힣]{2,8} (?:[가-힣A-Za-z0-9]+ ){0,2}?)[가-힣A-Za-z]{2,}"
    r"(?:대학교|대학|대|연구소|연구원|연구센터|과학원|재단|기구|협회|그룹|공사|시청|시|대사관)"
    r"(?:\([A-Za-z .&\-]{2,40}\))?의? $"
)
"""A body of another state, whose member's name follows: 네덜란드 바헤른대학교의."""


class Line(Protocol):
    """A line of the article that is read."""

    @property
    def text(self) -> str:
        """The document's text."""
        ...

    @property
    def begin(self) -> int:
        """Where the line begins."""
        ...

    @property
    def tokens(self) -> TokenIndex:
        """The document's tokens."""
        ...

    @property
    def names(self) -> NameTables:
        """What may be a name."""
        ...


def hangul_before(place: Line, end: int) -> tuple[int, int] | None:
    """The run of Hangul that ends there, where nothing else is glued to it."""
    run = _HANGUL.search(place.text, max(place.begin, end - 8), end)
    if run is None or (run.start() > place.begin and place.text[run.start() - 1].isalnum()):
        return None
    return run.start(), end


def known_abroad(place: Line, end: int) -> tuple[int, int] | None:
    """``젠슨 황``: a known foreign given name and one more word."""
    run = hangul_before(place, end)
    if run is None or place.text[run[0] - 1 : run[0]] not in (" ", "·") or run[0] == place.begin:
        return None
    given = hangul_before(place, run[0] - 1)
    last = place.text[run[0] : run[1]]
    if last[:2] in place.names.titles:
        return None  # 출신인 조 시장은
    if given is None or last in place.names.countries:
        return None
    first = place.text[given[0] : given[1]]
    if first in place.names.western and len(last) <= 6:
        return given[0], end
    if last in place.names.western and 2 <= len(first) <= 5 and first not in place.names.never:
        return (given[0], end) if place.tokens.witness(*given) in ("name", "split") else None  # the surname first
    return None


def spelled_out(place: Line, opened: int, closed: int) -> tuple[int, int] | None:
    """``카린 뮐베르거(Karin Mühlberger)``: as many words as stand in Latin letters in the brackets."""
    if _HAN_NAME.fullmatch(place.text, opened, closed):  # 사토 하루(佐藤春)
        return known_abroad(place, opened)
    latin = _LATIN_NAME.fullmatch(place.text, opened, closed)
    if latin is None or _NO_PERSON.search(latin["name"]):
        return None
    begin, at = opened, opened
    for left in range(min(len(latin["name"].split()), 3), 0, -1):
        run = hangul_before(place, at)
        if run is None or place.text[slice(*run)] in place.names.never or run[1] - run[0] > 8:
            return None
        begin, at = run[0], run[0] - 1
        if left > 1 and place.text[at : at + 1] != " ":
            return None
    return begin, opened


def stranger(place: Line, end: int) -> tuple[int, int] | None:
    """``카린 뮐베르거 씨``, ``응오티란 씨``: up to three words that are proper names to Kiwi and name nothing known."""
    begin = at = end
    words = 0
    while words < 3:
        run = hangul_before(place, at)
        if run is None or place.tokens.witness(*run) != "name" or place.text[slice(*run)] in place.names.never:
            break
        begin, words = run[0], words + 1
        if place.text[begin - 1 : begin] != " ":
            break
        at = begin - 1
    return (begin, end) if words > 1 or end - begin >= 4 else None


def guest(place: Line, end: int) -> tuple[int, int] | None:
    """``네덜란드 바헤른대학교의 카린 뮐베르거 연구원``: two or three words between a body abroad and a title, one of
    them a proper name to Kiwi, none a common noun.
    """
    begin, at, known = end, end, False
    for words in (1, 2, 3):
        run = hangul_before(place, at)
        if run is None or place.text[run[0] - 1 : run[0]] != " ":
            return None
        said = place.text[slice(*run)]
        witness = place.tokens.witness(*run)
        if witness in ("noun", "compound", "inflected", "verb") or said in place.names.never:
            return None
        known = known or witness == "name" or said in place.names.western
        begin, at = run[0], run[0] - 1
        body = _BODY_ABROAD.search(place.text, max(place.begin, begin - 60), begin) if words > 1 and known else None
        if body is not None and any(word in place.names.countries for word in body["where"].split()):
            return begin, end
    return None
