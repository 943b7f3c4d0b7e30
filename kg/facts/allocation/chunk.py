"""The links of a row: noun phrases with their particle, predicates with their ending, stops."""

from dataclasses import dataclass, field
from typing import Literal

from kg.mentions.model import Mention


@dataclass(slots=True, eq=False)
class Chunk:
    """One link of the row.

    noun: ``[begin, end)`` without the particle; ``particle`` is the run of particles (``에는``), ``,`` where a comma or
    a joining particle ends it, ``""`` where it stands bare. ``money`` is the sum inside it.
    verb: ``lemma`` (the noun of a 하다-verb or the stem; ``compound`` with its auxiliary: 적어내),
    ``ending`` its tag (EC, EF, ETM, ETN), ``past``, ``future``.
    adverb: ``lemma`` its form. stop: a mark that nothing reaches over.
    """

    kind: Literal["noun", "verb", "adverb", "stop"]
    begin: int
    end: int
    particle: str = ""
    money: Mention | None = None
    lemma: str = ""
    suffix: str = ""
    ending: str = ""
    ending_form: str = ""
    past: bool = False
    future: bool = False
    comma: bool = False
    compound: str = ""

    def closes(self) -> bool:
        """Whether a clause ends here."""
        return self.kind == "stop" or (self.kind == "verb" and self.ending in ("EC", "EF"))


@dataclass(slots=True, eq=False)
class Row:
    """The chunks of a sentence or of a bracket group; a group hangs on the chunk before it.

    ``host`` is that chunk, ``host_end`` where its words ended then.
    """

    chunks: list[Chunk] = field(default_factory=list)
    parent: "Row | None" = None
    host: Chunk | None = None
    host_end: int = 0
