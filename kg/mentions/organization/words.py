"""What the rules of organisations know of words: names of bodies, ends of names, particles that may follow one."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.governments import Government, governments
from kg.patterns import regex

BODY_TABLES = ("ministries", "agencies", "universities", "companies")

_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        """
        은 는 이 가 을 를 의 에 에서 에서는 에서도 에서의 에도 에는 에게 에게서 엔 에선 와 과 와는 과는
        와도 과도 와의 과의 도 로 으로 로는 으로는 로도 로서 로부터 으로부터 으로의 까지 까지도 부터
        부터는 만 만이 만의 만은 만을 만도 께서 께 께서는 측 측은 측이 측에 측의 측과 이나 나 이라는
        라는 이라고 라고 이란 란 이며 며 이고 고 인 이다 다 이었다 였다 이자 자 보다 보다는 처럼 마다
        조차 마저 뿐 뿐만 대로 들 들이 들은 들과 들의 들을 들도 등 등이 등과 등은 등을 등의 등에 등도
        등에서 등으로 이라며 라며 이라면 라면 이든 든 야말로 이야말로 밖에 하고 한테 에까지 에만 에만도
        서 서는 입니다 이라 라 이지만 지만 내 쪽 쪽은 쪽에서 씩 간 발 향 표 산 판 제 형
        """,
    )
)
_REST = regex(r"[0-9A-Za-z가-힣]*")
WORD = regex(r"([0-9A-Za-z가-힣]{2}|[A-Za-z]-)[0-9A-Za-z가-힣]*")
"""A word of two letters or more, or a letter with a hyphen (K-water); the group is its first two characters."""


def ends_word(text: str, end: int) -> bool:
    """Whether a name may end here: the word ends, or nothing but a particle follows in it."""
    rest = _REST.match(text, end)
    return rest is None or not rest.group() or rest.group() in _PARTICLES


class Body(NamedTuple):
    """A body of the tables: the official name and its class."""

    official: str
    cls: str
    since: str = ""
    later: str = ""
    """The day from which a short name means another body, and that body."""

    def on(self, day: str | None, text: str) -> str:
        """The official name that a short name of the body has on a day; undated, the one that the text bears out."""
        if not self.later or (day < self.since if day else self.later not in text):
            return self.official
        return self.later


class Suffix(NamedTuple):
    """The end of a body's name, what must stand before it, and whether the body may belong to one named before it."""

    word: str
    cls: str
    need: str
    child: bool


class GovernmentName(NamedTuple):
    """One spelling of governments: all that it may mean, and whether it says 시, 도, 군 or 구."""

    among: tuple[Government, ...]
    full: bool


@lru_cache(maxsize=8)
def bodies(lexicon: Lexicon) -> Gazetteer[Body]:
    """All bodies of the tables, by every spelling; a university also as -대 and -대병원."""
    names: dict[str, Body] = {}
    for table in BODY_TABLES:
        for row in lexicon.rows(table):
            body = Body(row["official"], row["class"])
            for name in (row["official"], *(n for n in row["names"].split("|") if n)):
                names.setdefault(name, body)
                if name.endswith("대학교"):
                    names.setdefault(name[:-2], body)
    for row in lexicon.rows("ministry_successors"):
        names[row["short"]] = Body(row["official"], "Ministry", row["since"], row["later"])
    return Gazetteer(names)


@lru_cache(maxsize=8)
def government_names(lexicon: Lexicon) -> Gazetteer[GovernmentName]:
    """All spellings of local governments, past and present."""
    found: dict[str, list[Government]] = {}
    for g in governments(lexicon):
        for name in g.names:
            row = found.setdefault(name, [])
            if g not in row:
                row.append(g)
    return Gazetteer({n: GovernmentName(tuple(gs), n[-1] == gs[0].local[-1]) for n, gs in found.items()})


class Endings(NamedTuple):
    """The ends of names that end in one letter, the longest first; ``words`` are those of ``suffixes``."""

    words: tuple[str, ...]
    suffixes: tuple[Suffix, ...]


Suffixes = dict[str, Endings]


@lru_cache(maxsize=8)
def suffixes(lexicon: Lexicon) -> Suffixes:
    """The ends of names of bodies by their last letter, the longest first."""
    found: dict[str, list[Suffix]] = {}
    for r in lexicon.rows("organization_suffixes"):
        suffix = Suffix(r["suffix"], r["class"], r["need"], r["parent"] == "yes")
        found.setdefault(r["suffix"][-1], []).append(suffix)
    ordered = {last: tuple(sorted(row, key=lambda s: -len(s.word))) for last, row in found.items()}
    return {last: Endings(tuple(s.word for s in row), row) for last, row in ordered.items()}


@lru_cache(maxsize=8)
def suffix_words(lexicon: Lexicon) -> frozenset[str]:
    """The ends of names of bodies."""
    return frozenset(lexicon.words("organization_suffixes", column="suffix"))


@lru_cache(maxsize=8)
def halls(lexicon: Lexicon) -> frozenset[str]:
    """Halls where meetings are held, without white space: no bodies, though they end as bodies do."""
    return frozenset(n.replace(" ", "") for n in lexicon.words("venues", column="name"))


@lru_cache(maxsize=8)
def common_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that look like a body's name and are common nouns."""
    return frozenset(lexicon.words("organization_common"))


@lru_cache(maxsize=8)
def countries(lexicon: Lexicon) -> frozenset[str]:
    """The names of other states."""
    return frozenset(lexicon.words("countries"))


@lru_cache(maxsize=8)
def left_stops(lexicon: Lexicon) -> frozenset[str]:
    """Words at which a name does not go on to the left."""
    return frozenset(lexicon.words("organization_left_stops"))


@lru_cache(maxsize=8)
def homonyms(lexicon: Lexicon) -> frozenset[str]:
    """Bare place names that are common words too."""
    return frozenset(lexicon.words("place_homonyms"))


@lru_cache(maxsize=8)
def family_names(lexicon: Lexicon) -> frozenset[str]:
    """Family names of one syllable."""
    return frozenset(lexicon.words("surnames"))


@lru_cache(maxsize=8)
def place_stems(lexicon: Lexicon) -> frozenset[str]:
    """The short names of places with which names of local bodies begin: 서울, 대구, 포항."""
    stems = {n for g in governments(lexicon) for n in g.names if " " not in n and len(n) in (2, 3)}
    return frozenset(stems - homonyms(lexicon))


def suffix_of(word: str, known: Suffixes) -> Suffix | None:
    """The longest known end of a word."""
    endings = known.get(word[-1:])
    if endings is None or not word.endswith(endings.words):
        return None
    return next(suffix for suffix in endings.suffixes if word.endswith(suffix.word))
