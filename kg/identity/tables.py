"""Tables that identity keeps between builds: read from where they are kept only as far as they are asked for."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, overload

from kg.identity.claims import Told
from kg.identity.joining import Pair
from kg.identity.profiles import Profile
from kg.identity.shares import Source
from kg.identity.weights import Scored
from kg.resolution.reading import Node, Property

T = TypeVar("T")
V = TypeVar("V")


class Keeper(Protocol):
    """Where rows are kept: JSON by table and key."""

    def row(self, table: str, key: str) -> str | None:
        """One row; None where there is none."""
        ...


class Form(NamedTuple):
    """How a table's values become JSON and come back."""

    down: Callable[[Any], Any]
    up: Callable[[Any], Any]


class Table(MutableMapping[str, V], Generic[V]):
    """A mapping that fetches a row when it is asked for and knows which rows have changed since it was opened.

    A value that is altered in place must be put in again. Without a keeper the table holds everything itself.
    """

    def __init__(self, name: str, form: Form, keeper: Keeper | None) -> None:
        self.name, self._form, self._keeper = name, form, keeper
        self._held: dict[str, V] = {}
        self._absent: set[str] = set()
        self.changed: set[str] = set()

    def _fetch(self, key: str) -> bool:
        """Whether the row is there; it is held afterwards."""
        if key in self._held:
            return True
        if self._keeper is None or key in self._absent:
            return False
        row = self._keeper.row(self.name, key)
        if row is None:
            self._absent.add(key)
            return False
        self._held[key] = self._form.up(json.loads(row))
        return True

    def __getitem__(self, key: str) -> V:
        if key in self._held or self._fetch(key):
            return self._held[key]
        raise KeyError(key)

    @overload
    def get(self, key: str, default: None = None, /) -> V | None: ...
    @overload
    def get(self, key: str, default: V, /) -> V: ...
    @overload
    def get(self, key: str, default: T, /) -> V | T: ...
    def get(self, key: str, default: object = None, /) -> object:
        """The row's value, or ``default`` where there is none."""
        held = self._held
        if key in held:
            return held[key]
        return held[key] if self._keeper is not None and self._fetch(key) else default

    def __contains__(self, key: object) -> bool:
        return key in self._held or self._fetch(str(key))

    def __setitem__(self, key: str, value: V) -> None:
        self._held[key] = value
        self._absent.discard(key)
        self.changed.add(key)

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        del self._held[key]
        self._absent.add(key)
        self.changed.add(key)

    def __iter__(self) -> Iterator[str]:
        """The keys that are held; all of them where there is no keeper."""
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def rows(self) -> Iterator[tuple[str, str | None]]:
        """What has changed: key and JSON, None for a row that is gone; sorted."""
        for key in sorted(self.changed):
            value = self._held.get(key)
            told = None if key not in self._held else self._form.down(value)
            yield key, None if told is None else json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def put_into(table: Table[set[str]], key: str, value: str) -> None:
    """Add a value to the set in a row."""
    known = table.get(key) or set()
    known.add(value)
    table[key] = known


def take_out_of(table: Table[set[str]], key: str, value: str) -> None:
    """Take a value out of the set in a row; an empty row goes."""
    known = table[key]
    known.discard(value)
    if known:
        table[key] = known
    else:
        del table[key]


def put_or_drop(table: Table[V], key: str, value: V | None) -> None:
    """Write a row, or let it go where there is nothing to write."""
    if value:
        table[key] = value
    elif key in table:
        del table[key]


def _profile_down(profile: Profile) -> Any:
    return [profile.key, sorted(profile.documents), [[n, *s] for s, n in sorted(profile.told.items())]]


def _profile_up(raw: Any) -> Profile:
    return Profile(raw[0], Counter({tuple(s): n for n, *s in raw[2]}), raw[1])


def _source_up(raw: Any) -> Source:
    return Source(raw[0], *(tuple(part) for part in raw[1:]))


def _pairs_up(raw: Any) -> list[Pair]:
    return [Pair(one, other, Scored(score, tuple(reasons))) for one, other, score, reasons in raw]


def _told_down(told: list[Told]) -> Any:
    return [[t.key, t.about, t.slots, t.amount, sorted(t.documents), t.purpose] for t in told]


def _told_up(raw: Any) -> list[Told]:
    return [
        Told(key, tuple(about), tuple((n, v) for n, v in slots), amount, frozenset(documents), purpose)
        for key, about, slots, amount, documents, purpose in raw
    ]


def _nodes_down(nodes: list[Node]) -> Any:
    return [[n.key, n.kind, n.properties, n.identity] for n in nodes]


def _nodes_up(raw: Any) -> list[Node]:
    return [
        Node(key, kind, (), None, (), tuple(Property(*p) for p in properties), tuple((n, v, k) for n, v, k in identity))
        for key, kind, properties, identity in raw
    ]


def _same(value: Any) -> Any:
    return value


PLAIN = Form(_same, _same)
KEYS = Form(sorted, set)
PROFILES = Form(_profile_down, _profile_up)
SOURCES = Form(
    lambda s: [s.published, s.governments, s.programs, s.people, s.keys, s.references],
    _source_up,
)
PAIRS = Form(lambda pairs: [[p.one, p.other, p.scored.score, p.scored.reasons] for p in pairs], _pairs_up)
TOLD = Form(_told_down, _told_up)
NODES = Form(_nodes_down, _nodes_up)
