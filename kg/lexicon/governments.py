"""Local governments: which there are, on which day, and which of them a name may mean (table ``regions``)."""

from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.load import Lexicon

UNDATED = "2025-12-31"
"""The day as of which a text without a date is read: before the reforms of 2026, after all earlier ones."""

_COUNCIL, _EDUCATION = "의회", "교육청"


@dataclass(frozen=True, slots=True)
class Government:
    """A local government, or a general district of a city (``level`` 행정구, 행정시), with its days.

    ``names`` are all its spellings, the official one first: those of the table and those that follow by rule
    (서울 강서구, 강서구, 강서). ``admin_code`` has ten digits, ``finance_code`` seven, both are empty where not known.
    ``valid_until`` is the first day on which the body is gone; ``became`` names what took its place and ``change``
    how (merged, split, moved). ISO days, empty where open.
    """

    official: str
    level: str
    kind: str
    parent: str
    names: tuple[str, ...]
    admin_code: str = ""
    finance_code: str = ""
    valid_from: str = ""
    valid_until: str = ""
    became: tuple[str, ...] = ()
    change: str = ""

    @property
    def local(self) -> str:
        """The last part of the official name: 경기도 광주시 → 광주시, 서울특별시 → 서울특별시."""
        return self.official.rsplit(" ", 1)[-1]

    @property
    def governs(self) -> bool:
        """Whether the body has a council and a budget of its own; a general district has none."""
        return self.level in ("광역", "기초")

    def stands(self, on: str) -> bool:
        """Whether the body exists on an ISO day (or year, or month: then on its first day)."""
        return self.valid_from <= on and (not self.valid_until or on < self.valid_until)


@lru_cache(maxsize=8)
def governments(lexicon: Lexicon) -> tuple[Government, ...]:
    """All local governments, past and present, in the order of the table: provinces, then the rest."""
    shorts = {r["official"]: (r["official"], *_listed(r["names"])) for r in lexicon.rows("regions")}
    found = []
    for row in lexicon.rows("regions"):
        names = (row["official"], *_listed(row["names"]))
        if row["parent"]:
            names += _local_names(row["official"], shorts)
        found.append(
            Government(
                row["official"],
                row["level"],
                row["kind"],
                row["parent"],
                tuple(dict.fromkeys(names)),
                row["admin_code"],
                row["finance_code"],
                row["valid_from"],
                row["valid_until"],
                tuple(_listed(row["became"])),
                row["change"],
            )
        )
    return tuple(found)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _local_names(official: str, shorts: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The spellings of a basic government: with each name of the one above it, alone, and without 시, 군, 구."""
    above, _, local = official.rpartition(" ")
    stem = local[:-1]
    if " " in above:  # a general district: 경기도 수원시 영통구
        province, _, city = above.rpartition(" ")
        cities = (*(f"{p} {city}" for p in shorts.get(province, ())[1:]), city, city[:-1])
        return (*(f"{p} {local}" for p in cities), local, *((stem,) if len(stem) > 1 else ()))
    uppers = shorts.get(above, (above,))
    if len(stem) < 2:  # 중구, 서구
        return (*(f"{p} {local}" for p in uppers), local)
    return (*(f"{p} {local}" for p in uppers), local, *(f"{p} {stem}" for p in uppers[1:]), stem)


@lru_cache(maxsize=8)
def _by_official(lexicon: Lexicon) -> dict[str, Government]:
    return {g.official: g for g in governments(lexicon)}


@lru_cache(maxsize=8)
def _by_name(lexicon: Lexicon) -> dict[str, tuple[Government, ...]]:
    """Every spelling without white space, and the governments it may mean."""
    found: dict[str, list[Government]] = {}
    for g in governments(lexicon):
        for name in g.names:
            row = found.setdefault(name.replace(" ", ""), [])
            if g not in row:
                row.append(g)
    return {name: tuple(gs) for name, gs in found.items()}


def government(lexicon: Lexicon, official: str) -> Government | None:
    """The government with just this official name."""
    return _by_official(lexicon).get(official)


@lru_cache(maxsize=16384)
def candidates(lexicon: Lexicon, name: str, on: str | None = None) -> tuple[Government, ...]:
    """The governments that a name may mean on an ISO day (None: see `UNDATED`), the larger ones first.

    White space in the name does not matter. Where none of the name's bodies stood on that day, all of them.
    강서구 → those of Seoul and of Busan; 광주 → 광주광역시 and 경기도 광주시.
    """
    known = _by_name(lexicon).get(name.replace(" ", ""), ())
    standing = tuple(g for g in known if g.stands(on or UNDATED))
    return standing or known


def is_government(lexicon: Lexicon, name: str) -> bool:
    """Whether a name, white space aside, is a spelling of any local government."""
    return name.replace(" ", "") in _by_name(lexicon)


def official_council(official: str) -> str:
    """The official name of a government's council: 서울특별시 → 서울특별시의회, 경기도 광주시 → 경기도 광주시의회."""
    return official + _COUNCIL


def council_names(government: Government) -> tuple[str, ...]:
    """The spellings of a government's council, the official one first: 서울특별시의회, 서울시의회 …"""
    return tuple(n + _COUNCIL for n in _full(government))


def hall_names(government: Government) -> tuple[str, ...]:
    """The spellings by a government's seat, which stand for the government: 서울시청, 강서구청, 경기도청."""
    return tuple(n + "청" for n in _full(government))


def official_education_office(official: str) -> str | None:
    """The education office of a province: 경기도 → 경기도교육청; a basic government has none."""
    return None if " " in official else official + _EDUCATION


def education_office_names(government: Government) -> tuple[str, ...]:
    """The spellings of a province's education office, the official one first: 서울특별시교육청, 서울교육청 …"""
    return tuple(n + _EDUCATION for n in government.names) if not government.parent else ()


def _full(government: Government) -> tuple[str, ...]:
    """The spellings that end with 시, 도, 군 or 구, or with 특별시 and the like."""
    return tuple(n for n in government.names if n.endswith(("시", "도", "군", "구")) and len(n.split(" ")[-1]) > 1)
