"""What a document holds for the rules of involvement: programs, bodies, verbs and speakers, by sentence."""

import re
from bisect import bisect_right

from kg.facts.involvement_words import Verb, doing, inside_speech, verbs
from kg.facts.model import Fact, Office, Quotation
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.spans import Span

SHORT_GOVERNMENTS = frozenset(["시", "도", "군", "구", "특별시", "광역시"])
NO_BODY_CLASSES = frozenset({"Council", "Parliament", "Publisher", "Party", "Court", "Department", "Government"})
_JOIN = re.compile(r"\s?(?:[,·ㆍ、]|와|과|및|그리고|\([^()]*\)[,와과]?)?\s?")
FOLD = re.compile(r"[\s\"'‘’“”「」『』()·.,]")
_KIND_OF_GOVERNMENT = re.compile(r"(?:특별자치시|특별자치도|특별시|광역시|시청|도청|시|도|군|구)$")


def stem(government: str) -> str:
    """A government's name without what kind it is: 부산광역시, 부산시 -> 부산."""
    return _KIND_OF_GOVERNMENT.sub("", government.split()[-1])


class Page:
    """What rules of involvement look up in a document; made once for each."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...] = ()) -> None:
        self.analysis, self.mentions, self.lexicon = analysis, mentions, lexicon
        self.words = doing(lexicon)
        self.programs = {p.value.text: p for p in reversed(mentions.of("program"))}
        self.speakers = [(f.span, f.speaker) for f in facts if isinstance(f, Quotation)]
        self.offices = [f for f in facts if isinstance(f, Office)]
        self._verbs: dict[int, list[Verb]] = {}
        self._named: dict[int, list[Mention]] | None = None
        self._bodies: dict[int, list[Mention]] = {}
        self.is_interview = analysis.document.kind == "interview"

    def verbs(self, sentence: Sentence) -> list[Verb]:
        """The predicates of a sentence, read once."""
        found = self._verbs.get(sentence.index)
        if found is None:
            found = self._verbs[sentence.index] = verbs(sentence, self.analysis.text)
        return found

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """The programs that a sentence names, in full or in short, read once."""
        if self._named is None:
            self._named = {}
            starts = [s.begin for s in self.analysis.sentences]
            for p in self.mentions.of("program", "program-short"):
                i = bisect_right(starts, p.begin) - 1
                if i >= 0 and p.end <= self.analysis.sentences[i].end:
                    self._named.setdefault(self.analysis.sentences[i].index, []).append(p)
        return self._named.get(sentence.index, [])

    def in_others_words(self, offset: int) -> bool:
        """Whether an offset stands in somebody's speech; an interview's answers are its text."""
        return not self.is_interview and inside_speech(self.analysis, offset)

    def full(self, program: Mention) -> Mention:
        """The mention that names in full what a short form means; the mention itself where none is known."""
        return self.programs.get(program.value.head or "", program) if program.kind == "program-short" else program

    def joined(self, one: Mention, other: Mention) -> bool:
        """Whether two bodies stand side by side, joined by 와, a comma or a space."""
        first, second = (one, other) if one.begin < other.begin else (other, one)
        return bool(_JOIN.fullmatch(self.analysis.text[first.end : second.begin]))

    def is_government(self, body: Mention) -> bool:
        """Whether a mention is a local government by its words."""
        value: Name = body.value
        return "LocalGovernment" in value.classes or value.text in SHORT_GOVERNMENTS

    def is_ministry(self, body: Mention) -> bool:
        """Whether a mention is a ministry or an agency of the state by its words."""
        return "Ministry" in body.value.classes

    def bodies(self, sentence: Sentence) -> list[Mention]:
        """The bodies of a sentence that may run something; not what only is a part of a longer name, or its bracket."""
        found = self._bodies.get(sentence.index)
        if found is None:
            text = self.analysis.text
            every = self.mentions.within(sentence.span, "organization", "organization-short")
            found = self._bodies[sentence.index] = [
                b
                for b in every
                if not NO_BODY_CLASSES & set(b.value.classes)
                and not any(o.span.holds(b.span) and o.span != b.span for o in every)
                and not any(o.end + 1 == b.begin and text[o.end] == "(" and text[b.end] == ")" for o in every)
                and not self.titled(b)
            ]
        return found

    def titled(self, body: Mention) -> bool:
        """Whether a body only stands inside a title: 속초시 in 속초시장."""
        return any(
            t.begin <= body.begin < t.end for t in self.mentions.within(Span(body.begin, body.end + 12), "title")
        )

    def governing(self, place: Mention) -> Mention | None:
        """The first mention of the local government of a place that the text names."""
        bare = stem(place.value.official or place.value.text)
        for m in self.mentions.of("organization"):
            if self.is_government(m) and stem(m.value.official or m.value.text) == bare:
                return m
        return None
