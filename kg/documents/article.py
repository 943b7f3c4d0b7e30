"""An article on its way in: its plain text, where in the file each part stood, and what the file says of it.

A text file is its own plain text. Of a page, an office file or a record the plain text is made by `ArticleWriter`: a
head (title; publisher, day, reporters), then paragraphs and rows of tables, a line each. All offsets are code points of
that text.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

BETWEEN_CELLS = " | "
HEAD = "기사 정보"
"""Where the head stood, for formats that keep it apart from the text."""


class Place(NamedTuple):
    """From ``begin`` (code points) up to the next place the text stood at ``where`` in the file: «3쪽», «표 2, 1행»."""

    begin: int
    where: str


class Told(NamedTuple):
    """Something that the file says of the article, and the span of the plain text where it was written down."""

    value: str
    begin: int
    end: int


class Original(NamedTuple):
    """What the file tells beside the words: places in their order, and the head where the format names its parts.

    ``published`` is an ISO day. ``head`` is the offset behind the head's lines, 0 where the format names no parts.
    """

    places: tuple[Place, ...] = ()
    title: Told | None = None
    published: Told | None = None
    publisher: Told | None = None
    byline: tuple[Told, ...] = ()
    url: str = ""
    head: int = 0

    def where(self, offset: int) -> str:
        """Where in the file the text at an offset stood; empty where the format has no places."""
        found = ""
        for place in self.places:
            if place.begin > offset:
                break
            found = place.where
        return found


NOTHING_BESIDE = Original()
"""Of a plain text the file tells nothing beside the words."""


def original_of(raw: Sequence[Any]) -> Original:
    """What JSON made of an `Original`, made whole again."""
    places, title, published, publisher, byline, url, head = raw
    return Original(
        tuple(Place(*p) for p in places),
        Told(*title) if title else None,
        Told(*published) if published else None,
        Told(*publisher) if publisher else None,
        tuple(Told(*t) for t in byline),
        url,
        head,
    )


class Article(NamedTuple):
    """One article; ``notes`` are sentences on what had to be chosen or was lost when it was taken from its file."""

    identifier: str
    text: str
    original: Original = NOTHING_BESIDE
    notes: tuple[str, ...] = ()


def within(article: Article, holder: str) -> Article:
    """The article with what holds it named in each place but its head's: «div#articleBody, 문단 3»."""
    original = article.original
    places = tuple(p if p.where == HEAD else p._replace(where=f"{holder}, {p.where}") for p in original.places)
    return article._replace(original=original._replace(places=places))


class ArticleWriter:
    """Writes the plain text of one article line by line, and remembers where each line stood."""

    def __init__(self, identifier: str) -> None:
        self._identifier = identifier
        self._pieces: list[str] = []
        self._length = 0
        self._places: list[Place] = []
        self._original = NOTHING_BESIDE

    def head(
        self,
        title: str = "",
        publisher: str = "",
        published: str = "",
        byline: Sequence[str] = (),
        url: str = "",
        where: str = "",
    ) -> None:
        """Write what the file says of the article; ``published`` is an ISO day. To be called before all lines."""
        told: dict[str, Told] = {}
        if title := _one_line(title):
            self._mark(where)
            told["title"] = self._say(title)
            self._write("\n")
        names: list[Told] = []
        parts = [("publisher", _one_line(publisher)), ("published", published), *(("", _one_line(n)) for n in byline)]
        for kind, value in parts:
            if value:
                self._mark(where)
                self._write(BETWEEN_CELLS if names or told.keys() - {"title"} else "")
                self._write("입력 " if kind == "published" else "")
                if kind:
                    told[kind] = self._say(value)
                else:
                    names.append(self._say(value.removesuffix(" 기자")))
                    self._write(" 기자")
        self._write("\n" if names or told.keys() - {"title"} else "")
        self._write("\n" if self._length else "")
        self._original = Original((), byline=tuple(names), url=url, head=self._length, **told)

    def line(self, words: str, where: str = "") -> None:
        """Write a paragraph as one line; what is blank is left out."""
        if words := _one_line(words):
            self._mark(where)
            self._write(words + "\n")

    def aligned(self, words: str, where: str = "") -> None:
        """Write a line in which runs of spaces divide columns: they stay."""
        if words := words.strip():
            self._mark(where)
            self._write("".join(c if c.isprintable() else " " for c in words) + "\n")

    def paragraph(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Write a paragraph as one line, each piece of it with where it stood; nothing is set between the pieces."""
        begun = False
        for words, where in pieces:
            piece = _one_line(words)
            if piece:
                self._mark(where)
                self._write((" " if begun and words[:1].isspace() else "") + piece)
                self._write(" " if words[-1:].isspace() else "")
                begun = True
        self._write("\n" if begun else "")

    def row(self, cells: Iterable[tuple[str, str]]) -> None:
        """Write a table's row as one line, each cell with where it stood; an empty cell stays an empty cell.

        A bar at the edge closes a row, so an empty cell there gets a bar of its own on its outer side.
        """
        whole = [(_one_line(words).replace("|", "/"), where) for words, where in cells]
        if not any(words for words, _ in whole):
            return
        self._write("" if whole[0][0] else BETWEEN_CELLS.lstrip())
        for number, (words, where) in enumerate(whole):
            self._write(BETWEEN_CELLS if number else "")
            self._mark(where)
            self._write(words)
        self._write("" if whole[-1][0] else BETWEEN_CELLS.rstrip())
        self._write("\n")

    def gap(self) -> None:
        """Write an empty line: what follows is another part."""
        if self._length and not self._pieces[-1].endswith("\n\n") and self._pieces[-2:] != ["\n", "\n"]:
            self._write("\n")

    def article(self, notes: Iterable[str] = ()) -> Article:
        """The article as written so far."""
        original = self._original._replace(places=tuple(self._places))
        return Article(self._identifier, "".join(self._pieces), original, tuple(notes))

    def _write(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)

    def _say(self, value: str) -> Told:
        begin = self._length
        self._write(value)
        return Told(value, begin, self._length)

    def _mark(self, where: str) -> None:
        if where and (not self._places or self._places[-1].where != where):
            self._places.append(Place(self._length, where))


def _one_line(words: str) -> str:
    return " ".join(words.split())
