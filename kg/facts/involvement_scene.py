"""The stage on which programs are run and backed: main program, main government, who speaks, who is the subject."""

import re
from collections import Counter

from kg.facts.involvement_words import behind, doing, inside_speech
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name, PersonShort, Title
from kg.spans import Span

_SHORT_GOVERNMENTS = frozenset("시 도 군 구 특별시 광역시".split())
_JOIN = re.compile(r"\s?(?:[,·ㆍ、]|와|과|및|그리고|\([^()]*\)[,와과]?)?\s?")
_NO_BODY_CLASSES = frozenset({"Council", "Parliament", "Publisher", "Party", "Court"})
_AGAINST = re.compile(r"(?:비판|지적|꼬집|우려|따졌|따지|질타|촉구|요구|비꼬|반문|주문|당부|조언|물었|묻자)")
_FOLD = re.compile(r"[\s\"'‘’“”「」『』()·.,]")


class Scene:
    """What rules of involvement ask of a document; made once for each rule and document."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> None:
        self.analysis, self.mentions, self.lexicon = analysis, mentions, lexicon
        self.words = doing(lexicon)
        self.government = self._government()
        self.main = self._main()

    def _government(self) -> Mention | None:
        """The mention of the government that the text is mostly about: in the title and as a subject counts most."""
        weight: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for m in self.mentions.of("organization"):
            if not self.is_government(m) or m.value.text in _SHORT_GOVERNMENTS:
                continue
            name = m.value.official or m.value.text
            sentence = self.analysis.sentence_at(m.begin)
            title = sentence is not None and sentence.block in ("title", "subtitle")
            weight[name] += 3 if title else 2 if sentence and behind(sentence, m, 0)[0] in ("은", "이") else 1
            first.setdefault(name, m)
        if weight:
            return first[max(weight, key=lambda n: (weight[n], -first[n].begin))]
        short = [m for m in self.mentions.of("organization-short") if m.value.text in _SHORT_GOVERNMENTS]
        return short[0] if short else None

    def _main(self) -> Mention | None:
        """The program that the text is mostly about: named often, early, in words of the title."""
        title = _FOLD.sub("", self.analysis.document.title or "").lower()
        weight: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for p in self.mentions.of("program"):
            if not self.may_be_run(p):
                continue
            key = _FOLD.sub("", p.value.text).lower()
            if key not in first:
                first[key] = p
                pairs = {key[i : i + 2] for i in range(len(key) - 1)}
                held = sum(x in title for x in pairs) / max(1, len(pairs))
                weight[key] += int(4 * held) + (2 if len(first) == 1 else 0)
                sentence = self.analysis.sentence_at(p.begin)
                if sentence is not None and behind(sentence, p, 3)[0] in ("이", "은", "을"):
                    weight[key] += 1
            weight[key] += 1
        for p in self.mentions.of("program-short"):
            key = _FOLD.sub("", p.value.head or "").lower()
            if key in weight:
                weight[key] += 1
        return first[max(weight, key=lambda k: (weight[k], -first[k].begin))] if weight else None

    def may_be_run(self, program: Mention) -> bool:
        """Ordinances are passed, not run."""
        return "Ordinance" not in program.value.classes

    def is_government(self, body: Mention) -> bool:
        """Whether a mention is a local government by its words."""
        value: Name = body.value
        return "LocalGovernment" in value.classes or value.text in _SHORT_GOVERNMENTS

    def bodies(self, sentence: Sentence) -> list[Mention]:
        """The bodies of a sentence that may run something."""
        found = self.mentions.within(sentence.span, "organization", "organization-short")
        return [b for b in found if not _NO_BODY_CLASSES & set(b.value.classes)]

    def subjects(self, sentence: Sentence, before: int) -> list[Mention]:
        """The bodies that are the subject of what stands at ``before``; none where a person is."""
        last: Mention | None = None
        for m in self.mentions.within(Span(sentence.begin, before), "organization", "organization-short", "person", "person-short"):
            if inside_speech(self.analysis, m.begin) != inside_speech(self.analysis, before):
                continue
            nouns = 4 if m.kind in ("person", "person-short") else 0
            if behind(sentence, m, nouns)[0] in ("은", "이", "도"):
                last = m
            elif m.kind == "organization" and self._bracketed_head(m):
                last = m
        if last is None or last.kind in ("person", "person-short") or _NO_BODY_CLASSES & set(last.value.classes):
            return []
        return self.listed(sentence, last)

    def _bracketed_head(self, m: Mention) -> bool:
        """``강서구(구청장 홍길동)가``."""
        rest = self.analysis.text[m.end : m.end + 30]
        found = re.match(r"\([^()]{2,24}\)([은는이가])\s", rest)
        return found is not None

    def person_subject(self, sentence: Sentence, before: int) -> Mention | None:
        """The person who is the subject of what stands at ``before``."""
        last: Mention | None = None
        for m in self.mentions.within(Span(sentence.begin, before), "organization", "organization-short", "person", "person-short"):
            if inside_speech(self.analysis, m.begin):
                continue
            if behind(sentence, m, 4 if m.kind in ("person", "person-short") else 0)[0] in ("은", "이", "도"):
                last = m
        return last if last is not None and last.kind in ("person", "person-short") else None

    def listed(self, sentence: Sentence, last: Mention) -> list[Mention]:
        """The body and those joined to it: «A와 B가», «A B C가», «A, B가»."""
        found, text = [last], self.analysis.text
        for b in reversed([b for b in self.bodies(sentence) if b.end <= last.begin]):
            if not _JOIN.fullmatch(text[b.end : found[-1].begin]):
                break
            found.append(b)
        return found[::-1]

    def body_without_subject(self, sentence: Sentence, program: Mention) -> Mention | None:
        """The government that the text is about, where neither a person nor another body is the subject."""
        if self.person_subject(sentence, program.begin) is not None and not self.executive(
            self.person_subject(sentence, program.begin)
        ):
            return None
        return self.government

    def body_of_speaker(self, sentence: Sentence) -> Mention | None:
        """The government of an executive who speaks in the sentence."""
        speaker = self.speaker(sentence)
        return self.government if speaker is not None and self.executive(speaker) else None

    def speaker(self, sentence: Sentence) -> Mention | None:
        """The person who is the subject of the sentence outside its quotation, or of the sentences before it."""
        for s in reversed(self.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]):
            if s.block != sentence.block:
                continue
            for m in self.mentions.within(s.span, "person", "person-short"):
                if not inside_speech(self.analysis, m.begin) and behind(s, m, 4)[0] in ("은", "이", "도"):
                    return m
        return None

    def executive(self, person: Mention | None) -> bool:
        """Whether a person is called mayor, governor, or deputy of one, and not a former one."""
        if person is None:
            return False
        if isinstance(person.value, PersonShort):
            return person.value.title in self.words.heads
        around = Span(person.begin - 1, person.end + 24)
        for t in self.mentions.within(around, "title"):
            title: Title = t.value
            near = not re.search(r"[.”’,]", self.analysis.text[person.end : t.begin]) if t.begin >= person.end else False
            if near and title.bare in self.words.heads and not title.former:
                return True
        return False

    def head_of_government(self, person: Mention) -> bool:
        """Whether a person is called head of a government, now or formerly."""
        if isinstance(person.value, PersonShort):
            return person.value.title in self.words.heads
        return any(
            t.value.bare in self.words.heads and t.begin - person.end <= 12
            for t in self.mentions.within(Span(person.end, person.end + 24), "title")
        )

    def backs_by_speech(self, person: Mention, sentence: Sentence) -> bool:
        """Whether a person who speaks of a program in own words may be its champion: an executive, or no critic."""
        return not self.asks(sentence) and self.executive(person)

    def asks(self, sentence: Sentence) -> bool:
        """Whether the sentence's own verb is one of asking, criticising or advising."""
        return bool(_AGAINST.search(self.analysis.text, max(sentence.begin, sentence.end - 40), sentence.end))

    def at(self, sentence: Sentence) -> Mention | None:
        """The program that a sentence without one is about: the last named in the two sentences before, else the main one."""
        near = self.analysis.sentences[max(0, sentence.index - 2) : sentence.index]
        for s in reversed(near):
            if s.paragraph < sentence.paragraph - 1:
                break
            found = [p for p in self.mentions.within(s.span, "program") if self.may_be_run(p)]
            if len(found) == 1:
                return found[0]
        return self.main
