"""The day and the place that a sentence without a verb sets for what the next ones tell: 19일 저녁 한빛시 문화회관."""

from dataclasses import dataclass

from kg.facts.event.days import Day
from kg.facts.event.frame import Frame
from kg.facts.event.place import place_ending
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_REACH = 4  # sentences behind the setting that may tell what was held there
_KINDS = frozenset(("meeting", "session", "pact", "speech"))
_TO_COME = regex(r"겠|계획|예정|방침|기로 했|기로 한|[하열]자|요구|촉구|추진")
_GOES_ON = frozenset(("은", "는", "이", "가", "을", "를", "도", "에서", "에는", "에"))


@dataclass(frozen=True, slots=True)
class Setting:
    """A day and a place that stand for the sentences behind them."""

    day: Day
    place: Mention
    sentence: Sentence

    def holds(self, sentence: Sentence, iso: str | None) -> bool:
        """Whether an event of a day that a sentence tells took place in this setting."""
        return iso == self.day.iso and 0 <= sentence.index - self.sentence.index <= _REACH


def setting_of(analysis: Analysis, sentence: Sentence, mentions: Mentions, found: list[Day]) -> Setting | None:
    """The setting that a sentence is; None where it has a verb, no day or more than one, or ends with no place."""
    if not found or len({d.iso for d in found}) != 1 or sentence.block != "body":
        return None
    if any(t.tag in ("EF", "EC", "JKO", "JKS") or (t.tag.startswith("XS") and t.tag != "XSN") for t in sentence.tokens):
        return None
    place = place_ending(analysis, sentence, mentions, found[-1].span.end)
    return Setting(found[0], place, sentence) if place is not None else None


def is_set(analysis: Analysis, setting: Setting, sentence: Sentence, candidate: Mention, shape: Frame) -> bool:
    """Whether what a sentence without a day names was held in the setting before it."""
    if not 0 < sentence.index - setting.sentence.index <= _REACH or candidate.value.classes[0] not in _KINDS:
        return False
    if analysis.quoted_at(candidate.begin) is not None or not (shape.held or shape.particle in _GOES_ON):
        return False
    return _TO_COME.search(analysis.text, candidate.end, sentence.end) is None
