"""The unit of work: a shard of articles in; out come its readings as lines of JSON, keys in place of IRIs, and errors.

`read_shard` is a pure function, so shards are read in any order, on any machine, and again where one was lost on the
way. An engine (`kg.use.building.engines`) does no more than hand shards to processes and their answers back in order.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import Lexicon
from kg.pipeline import Tell, read_articles
from kg.resolution.reading import Reading
from kg.use.building.maker import made_of, maker

_LONG = 1 << 19
"""A shard of so many characters is whole, however few its articles: memory must not grow with their length."""


class Shard(NamedTuple):
    """Articles that are read together, and the hash of what they are to be read with (`kg.use.building.maker`)."""

    articles: tuple[Article, ...]
    maker: str

    @property
    def name(self) -> str:
        """The hash of its articles and of what reads them: two shards with one name give the same lines."""
        digest = hashlib.sha256()
        for article in self.articles:
            digest.update(made_of(article, self.maker).encode())
        return digest.hexdigest()


class Line(NamedTuple):
    """A reading on its way: its document's identifier and its JSON with a line end."""

    identifier: str
    json: bytes

    @classmethod
    def of(cls, reading: Reading) -> "Line":
        """The line of a reading."""
        return cls(reading.identifier, reading.to_json().encode() + b"\n")


class Told(NamedTuple):
    """What reading a shard gives: the lines in the order of its articles, and a line for each article left out."""

    lines: list[Line]
    errors: list[UserError]


Answer = tuple[Shard, Told | None]
"""A shard and what it gave; None where every process that was to read it died."""
Engine = Callable[[Iterable[Shard]], Iterator[Answer]]
"""Gives each shard's answer, in the order of the shards, and takes only so many shards ahead as it has work for."""


def shards_of(articles: Iterable[Article], made_by: str, most: int) -> Iterator[Shard]:
    """The articles in shards of at most so many."""
    taken: list[Article] = []
    characters = 0
    for article in articles:
        taken.append(article)
        characters += len(article.text)
        if len(taken) == most or characters >= _LONG:
            yield Shard(tuple(taken), made_by)
            taken, characters = [], 0
    if taken:
        yield Shard(tuple(taken), made_by)


def read_shard(shard: Shard, lexicon: Lexicon) -> Told:
    """Read a shard. An article on which a rule breaks is told and left out.

    Raises `UserError` where this process would read it otherwise than the one that asks: its readings would be kept
    under a wrong name.
    """
    if maker(lexicon) != shard.maker:
        what = "reads with another version of this program, of Kiwi, of its model or of Python"
        raise UserError(what, "a worker", "install there what is installed here")
    errors: list[UserError] = []
    readings = read_articles(shard.articles, lexicon, tell=errors.append)
    return Told([Line.of(reading) for reading in readings], errors)


def read_shards(shards: Iterable[Shard], engine: Engine, tell: Tell) -> Iterator[Line]:
    """The lines of all shards, in order; each article that was left out is told to ``tell``.

    The articles of a shard that no process survived are read one by one, each while no other is being read, so that
    just those that end their process are left out.
    """
    for shard, told in engine(shards):
        if told is not None:
            yield from _taken(told, tell)
            continue
        for article in shard.articles:
            for _, alone in engine([Shard((article,), shard.maker)]):
                if alone is not None:
                    yield from _taken(alone, tell)
                else:
                    what = "ends the process that reads it"
                    tell(UserError(what, article.identifier, "leave the file out and report it"))


def _taken(told: Told, tell: Tell) -> Iterator[Line]:
    for error in told.errors:
        tell(error)
    yield from told.lines
