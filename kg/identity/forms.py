"""A name taken apart for comparison: what place stands in front, what edition it is, and what is left."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.patterns import regex
from kg.resolution.names import SHORT_ENDS, folded, loose, spaced

_BRACKET = regex(r"\s*\(([^()]*)\)")
_VERSION = regex(
    r"(?<![\d.])(\d\.\d)(?![\d.])|(?:제\s*)?(\d{1,2})\s*단계|(?:시즌|[Vv]er(?:sion)?\.?)\s*(\d)|제?(\d{1,2})\s*기(?![가-힣])"
)
_YEAR = regex(
    r"^(?:((?:19|20)\d\d)\s*(?:년도|년|학년도)?|[’'‘](\d\d)\s*(?:년도|년))\s+|((?:19|20)\d\d)\s*년도?(?=$|\s)"
)
_TAIL = regex(
    r"(?:추진계획|기본계획안|조성사업|구축사업|지원사업|육성사업|개발사업|추진사업|시범사업|사업|프로젝트|프로그램|조성|구축|건립|설립)$"
)
_COST = regex(
    r"(?<=[가-힣A-Za-z0-9’”])\s(?:건립|건축|조성|구축|설치|신축|설립|건설|공사|리모델링|증축)\s?(?:사업)?(?:비용?|예산)$"
)
_CAMPUS = frozenset({"대", "대학", "대학교", "대학원"})
"""What makes of a place's name that of a university: no government stands in front there."""
_LATIN = regex(r"^[A-Za-z][A-Za-z0-9&\-. ]+$")

Places = Mapping[str, str]
"""Folded spellings of governments and the official name that each means."""


class Form(NamedTuple):
    """``core`` is the folded name without place, edition and a word such as 사업; ``place`` the official name of the
    government in front, ``version`` and ``year`` what edition the name tells. Empty where there is none.
    """

    core: str
    place: str
    version: str
    year: str


def spellings(name: str) -> tuple[str, ...]:
    """The names that a name with brackets holds: 웨이브(WAVE) 프로젝트 is 웨이브 프로젝트 and WAVE 프로젝트."""
    found = _BRACKET.search(name)
    if not found:
        return (name,)
    bare = _BRACKET.sub("", name)
    inner = found.group(1).strip()
    before, behind = name[: found.start()].strip(), name[found.end() :]
    if before and behind.strip() and _LATIN.match(inner) and " " not in before:
        return (bare, inner + behind)
    return (bare,)


def thing_core(purpose: str) -> str:
    """What money is for, as names of things are looked up: without marks and a last 구축 or 건립비."""
    return form(_COST.sub("", purpose.strip("‘’“”'\"「」『』 ")), {}).core


def form(name: str, places: Places, *, tail: bool = True) -> Form:
    """The name taken apart; ``tail`` tells whether a last word such as 사업 or 조성 is left out."""
    return _form(name, _place(name, places), tail)


@lru_cache(maxsize=65536)
def _form(name: str, place: tuple[str, int], tail: bool) -> Form:
    bare = spaced(_BRACKET.sub("", name))
    version = next((next(g for g in m.groups() if g) for m in _VERSION.finditer(bare)), "")
    year = ""
    if found := _YEAR.search(bare):
        year = found.group(1) or (found.group(2) and "20" + found.group(2)) or found.group(3)
        bare = spaced(bare[: found.start()] + " " + bare[found.end() :])
    core = loose(_VERSION.sub("", bare))
    core = core[place[1] :]
    if tail:
        while (cut := _TAIL.sub("", core)) != core and len(cut) >= 3:
            core = cut
    return Form(_body(core), place[0], version, year)


def _body(core: str) -> str:
    """A committee's, a university's and other bodies' short endings written in full."""
    for short, full in SHORT_ENDS:
        if core.endswith(short) and len(core) > len(short) + 1:
            return core[: -len(short)] + full
    if core.endswith("위") and len(core) > 2:
        return core + "원회"
    return core + "학교" if core.endswith("대") and len(core) > 2 else core


@lru_cache(maxsize=65536)
def _undated(name: str) -> str:
    """A name without its brackets and its year."""
    return spaced(_YEAR.sub("", _BRACKET.sub("", name)))


def _place(name: str, places: Places) -> tuple[str, int]:
    """The government in front of a name, and how long its spelling is when folded."""
    if not places:
        return "", 0
    bare = _undated(name)
    words = bare.split(" ")
    for count in (3, 2, 1):
        if len(words) > count and (official := places.get(folded("".join(words[:count])))):
            return official, len(loose("".join(words[:count])))
    first = folded(words[0])
    for length in range(min(len(first) - 2, 8), 1, -1):  # glued: 대구AX캠퍼스
        official = (
            "" if first.startswith("대", length) and first[length:] in _CAMPUS else places.get(first[:length], "")
        )
        if official and len(folded(bare)) - length >= 4:
            return official, length
    return "", 0


def abbreviates(short: str, long: str) -> bool:
    """Whether a name of several words leaves out words of a longer one: 가온 AI 사업 of 가온 AI 혁신 개발 사업."""
    words = [loose(w) for w in spaced(_BRACKET.sub("", short)).split(" ")]
    whole = loose(long)
    if len(words) < 3 or len("".join(words)) >= len(whole) or not whole.startswith(words[0]):
        return False
    if not whole.endswith(words[-1]):
        return False
    at = 0
    for word in words:
        at = whole.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True
