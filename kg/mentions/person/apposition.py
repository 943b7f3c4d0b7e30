"""A full name with a title beside it, and where on a line it is looked for."""

from typing import NamedTuple

from kg.lexicon.gazetteer import Gazetteer
from kg.mentions.organization.words import Body, GovernmentName
from kg.mentions.person.names import NameTables, TokenIndex
from kg.mentions.title_words import TitleWord

FORMER = frozenset({"전", "前", "전임", "당시", "옛", "직전", "(전)", "(前)"})
"""Words that make the title behind them a past one."""
LEVELS = frozenset({"시", "도", "군", "구"})
"""A government's short form as a word of its own: ``N 도 AI국장``, where Kiwi sees a particle."""
YOUNG = frozenset({"양", "군"})
"""Words of one letter behind a pupil's name; 군 may be a county as well."""
CALLED = frozenset({"씨", *YOUNG})
"""What somebody without an office is called by."""


class Apposition(NamedTuple):
    """A full name with a title beside it.

    ``between`` are the code points between the two; ``order`` is ``behind`` for ``N … 직함``, ``before`` for
    ``직함 N``, ``inside`` for ``N(… 직함)``, ``second`` for another title of the same name, ``listed`` where a name
    shares the title of the next (``N1·N2 직함``).
    """

    begin: int
    end: int
    title: TitleWord
    between: tuple[int, int]
    order: str
    former: bool = False


class Place(NamedTuple):
    text: str
    begin: int
    end: int
    tokens: TokenIndex
    names: NameTables
    bodies: Gazetteer[Body]
    governments: Gazetteer[GovernmentName]

    def plain(self, begin: int, end: int) -> bool:
        """Whether only nouns stand there, or a place or a body in whose name is or seems to be a particle or a verb."""
        if self.tokens.plain(begin, end) or self.text[begin:end] in LEVELS or self.tokens.coined(begin, end):
            return True
        if self.text[begin:end].removesuffix("의회") in self.names.places:
            return True
        known = (*self.bodies.at(self.text, begin, end), *self.governments.at(self.text, begin, end))
        return any(stop == end for stop, _ in known)
