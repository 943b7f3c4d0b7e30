"""What a page's lines are: the kind of each, and where title, first and last line of the article stand."""

from dataclasses import dataclass, field

from kg.documents.model import BlockKind


@dataclass
class Layout:
    """The kinds of a page's lines, and where title, first and last line of the article's text stand (line numbers)."""

    kinds: list[BlockKind]
    title: int | None = None
    title_offset: int = 0
    title_stop: int | None = None
    first: int | None = None
    over: int | None = None
    bylines: list[int] = field(default_factory=list)
