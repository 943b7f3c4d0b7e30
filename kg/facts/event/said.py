"""What one sentence says of days and events: what the rules for acts without a name look at."""

from typing import NamedTuple

from kg.facts.event.days import Day
from kg.facts.event.place import place_of
from kg.facts.event.words import EventWords
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions


class Said(NamedTuple):
    """A sentence of ``analysis`` with the ``days`` it tells and the mentions of ``events`` in it, both in order."""

    analysis: Analysis
    sentence: Sentence
    mentions: Mentions
    words: EventWords
    days: list[Day]
    events: list[Mention]

    def place_before(self, end: int) -> Mention | None:
        """The place that the sentence tells before ``end``, an offset of the text."""
        return place_of(self.analysis, self.sentence, self.mentions, self.sentence.begin, end, self.events, self.words)


class Act(NamedTuple):
    """An event that is told by what was done: its name, the words that tell it, its day and its place."""

    name: str
    mention: Mention
    day: Day
    place: Mention | None
