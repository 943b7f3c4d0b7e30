"""What a document holds for the rules of involvement: programs, bodies, verbs and speakers, by sentence."""

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache, wraps

from kg.facts.involvement.kinds import kind_nouns
from kg.facts.involvement.numbered import numbered
from kg.facts.involvement.recall import recalled
from kg.facts.involvement.verbs import Verb, verbs
from kg.facts.involvement.words import doing, inside_speech
from kg.facts.model import Fact, Office, Quotation
from kg.facts.quotation.turns import turns
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

SHORT_GOVERNMENTS = frozenset(["시", "도", "군", "구", "특별시", "광역시"])
NO_BODY_CLASSES = frozenset({"Council", "Parliament", "Publisher", "Party", "Court", "Government"})
_JOIN = regex(
    r"[ \n]?(?:[,·ㆍ、]|와|과|및|그리고|\([^()]*\)[,와과]?)?[ \n]?(?:㈜|\(주\)|\(재\)|\(사\)|주식회사\s"
    r"|재단법인\s|사단법인\s)?"
)
_LONG = 24
_MANY_SUBTITLES = 8
_ITEM = regex(r"\s*(?:[◦○ㅇ□■❍●◯①-⑳▪▷▶▸‣‧·•※❏▣◆\-–‒|]|\d{1,2}[.)]\s|[가-하][.)]\s)")
_ASKED = regex(r"\s*(?:[―—–\-▲△▶▷◆■□◇●○Qq][.)\s]?|문\s?[:：.]|질문)\s?(?!“)[가-힣‘'A-Za-z\d]")
"""A line of an interview that asks: «― P는 무엇인가», «▲ P도 한다고 들었다»."""
FOLD = regex(r"[\s\"'‘’“”「」『』()·.,]")
_KIND_OF_GOVERNMENT = regex(r"(?:특별자치시|특별자치도|특별시|광역시|시청|도청|시|도|군|구)$")


def no_body(mention: Mention) -> bool:
    """Whether a mention is none of a body that may run something: a council, a party, a 본부 that is nobody's."""
    if mention.rule == "department":
        return mention.value.head is None and mention.value.text.endswith("본부")
    return bool(NO_BODY_CLASSES & set(mention.value.classes))


@lru_cache(maxsize=4096)
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
        if analysis.document.kind == "council":
            self.speakers += [s for q in turns(analysis, mentions) if (s := (q.span, q.speaker)) not in self.speakers]
        self.offices = [f for f in facts if isinstance(f, Office)]
        self._verbs: dict[int, list[Verb]] = {}
        self._named: dict[int, list[Mention]] | None = None
        self._bodies: dict[int, list[Mention]] = {}
        self._kinds: dict[int, list[Mention]] = {}
        self._stands_for: dict[int, Mention] = {}
        self._deeds: dict[int, list[Verb]] = {}
        self._titles = {m.begin: m.end for m in mentions.of("title")}
        self._in_titles = [
            Span(body.begin, t.end)
            for t in mentions.of("title")
            for body in mentions.within(Span(t.begin - _LONG, t.end), "organization")
            if body.begin < t.begin < body.end < t.end
        ]
        self._people: dict[int, list[Mention]] | None = None
        self._paragraphs: dict[int, list[Mention]] | None = None
        self._first: dict[str, int] | None = None
        self.charged: dict[int, Mention] = {}  # sentences that put somebody in charge, with the program it is of
        self.presumed: dict[tuple[str, int], bool] = {}  # program and body of facts without a subject: only guessed?
        self.run_by_unknown: set[str] = set()  # programs run by somebody whom no mention names
        self.judged: dict[tuple[str, int, int], bool] = {}
        self._outlined: bool | None = None
        self.is_interview = analysis.document.kind == "interview"

    def presume(self, program: Mention, body: Mention, faint: bool) -> None:
        """Keep in mind whether that a body runs a program is but guessed from a sentence that only says it begins."""
        key = (self.full(program).value.text, body.begin)
        self.presumed[key] = faint and self.presumed.get(key, True)

    def verbs(self, sentence: Sentence) -> list[Verb]:
        """The predicates of a sentence, read once."""
        found = self._verbs.get(sentence.index)
        if found is None:
            found = self._verbs[sentence.index] = verbs(sentence)
        return found

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """The programs that a sentence names, in full or in short, read once."""
        if self._named is None:
            self._named = self._by_sentence(self.mentions.of("program", "program-short"))
            again = recalled(self.analysis, self.mentions, self.lexicon, self.programs.values())
            again += numbered(self.analysis, self.mentions.of("program"))
            for index, more in self._by_sentence(again).items():
                named = self._named.setdefault(index, [])
                named += more
                named.sort(key=lambda m: m.begin)
        return self._named.get(sentence.index, [])

    def people_in(self, sentence: Sentence) -> list[Mention]:
        """The people that a sentence names, in full or in short, read once."""
        if self._people is None:
            self._people = self._by_sentence(self.mentions.of("person", "person-short"))
        return self._people.get(sentence.index, [])

    def programs_in(self, paragraph: int) -> list[Mention]:
        """The programs that a paragraph names, each once, in full."""
        if self._paragraphs is None:
            self._paragraphs = {}
            for sentence in self.analysis.sentences:
                known = self._paragraphs.setdefault(sentence.paragraph, [])
                known += dict.fromkeys(p for p in map(self.full, self.named_in(sentence)) if p not in known)
        return self._paragraphs.get(paragraph, [])

    def first_named(self, program: Mention) -> int:
        """Where a text first names a program, in full or in short: nothing before is told of it."""
        if self._first is None:
            self._first = {}
            for m in self.mentions.of("program", "program-short"):
                self._first.setdefault(self.full(m).value.text, m.begin)
        return self._first.get(program.value.text, program.begin)

    def _by_sentence(self, mentions: list[Mention]) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        sentences = self.analysis.sentences
        starts = [s.begin for s in sentences]
        for m in mentions:
            i = bisect_right(starts, m.begin) - 1
            if i >= 0 and m.end <= sentences[i].end:
                found.setdefault(sentences[i].index, []).append(m)
        return found

    def asks(self, sentence: Sentence) -> bool:
        """Whether a sentence opens a question of an interview."""
        return self.is_interview and _ASKED.match(self.analysis.text, sentence.begin) is not None

    def in_others_words(self, offset: int) -> bool:
        """Whether an offset stands in somebody's speech; an interview's answers are its text."""
        return not self.is_interview and inside_speech(self.analysis, offset)

    def full(self, program: Mention) -> Mention:
        """The mention that names in full what a short form means; the mention itself where none is known.

        «이 사업» is the one that its paragraph took up last.
        """
        if program.rule == "program-pointing":
            if (again := self._taken_up(program)) is not None:
                return self.programs.get(again.value.head or again.value.text, program)
            if (whole := self.of_the_whole(program)) is not None:
                return whole
        return self.programs.get(program.value.head or "", program) if program.kind == "program-short" else program

    def of_the_whole(self, pointing: Mention) -> Mention | None:
        """The program that a text is mostly about, where a pointing phrase opens a paragraph; a page knows none."""
        return None

    def _taken_up(self, pointing: Mention) -> Mention | None:
        """The program that the paragraph of a pointing phrase named last before it, in whatever words."""
        here = self.analysis.sentence_at(pointing.begin)
        if here is None or self.analysis.text[pointing.begin] in "동본" or pointing.value.text.startswith("이번"):
            return None
        for s in reversed(self.analysis.sentences[max(0, here.index - 5) : here.index + 1]):
            if s.paragraph != here.paragraph:
                return None
            for m in reversed(self.named_in(s)):
                if m.end <= pointing.begin and m.rule != "program-pointing":
                    return m
        return None

    def joined(self, one: Mention, other: Mention) -> bool:
        """Whether two bodies stand side by side, joined by 와, a comma or a space."""
        first, second = (one, other) if one.begin < other.begin else (other, one)
        return bool(_JOIN.fullmatch(self.analysis.text[first.end : second.begin]))

    def is_government(self, body: Mention) -> bool:
        """Whether a mention is a local government by its words; what its department does it does itself."""
        value: Name = body.value
        if body.rule == "department":
            return value.head is None or value.head[-1] in "시도군구"
        return "LocalGovernment" in value.classes or value.text in SHORT_GOVERNMENTS

    def is_ministry(self, body: Mention) -> bool:
        """Whether a mention is a ministry or an agency of the state by its words."""
        return "Ministry" in body.value.classes

    def bodies(self, sentence: Sentence) -> list[Mention]:
        """The bodies of a sentence that may run something; not what only is a part of a longer name, or its bracket."""
        found = self._bodies.get(sentence.index)
        if found is None:
            text = self.analysis.text
            every = [*self.mentions.within(sentence.span, "organization", "organization-short"), *self.kinds(sentence)]
            every.sort(key=lambda m: m.begin)
            found = self._bodies[sentence.index] = [
                b
                for b in every
                if not no_body(b)
                and not any(o.begin <= b.begin and b.end <= o.end and o.end - o.begin > b.end - b.begin for o in every)
                and not any(o.end + 1 == b.begin and text[o.end] == "(" and text[b.end] == ")" for o in every)
                and not self.titled(b)
            ]
        return found

    def kinds(self, sentence: Sentence) -> list[Mention]:
        """The nouns of a sentence by which it takes up a body by its kind: 대학, 병원."""
        if sentence.index not in self._kinds:
            told = kind_nouns(self.analysis, self.mentions, sentence) if sentence.block == "body" else []
            self._kinds[sentence.index] = [noun for noun, _ in told]
            self._stands_for |= {noun.begin: body for noun, body in told}
        return self._kinds[sentence.index]

    def meant(self, body: Mention) -> Mention:
        """The mention of a body for which the noun of its kind stands; any other mention is itself."""
        return self._stands_for.get(body.begin, body) if body.rule == "kind-noun" else body

    def is_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence heads the text; the lines of an outline, which tells no whole sentence, may pass for
        subtitles."""
        if sentence.block != "subtitle":
            return sentence.block == "title"
        if self._outlined is None:
            self._outlined = sum(s.block == "subtitle" for s in self.analysis.sentences[:16]) >= _MANY_SUBTITLES
        if not self._outlined:
            return True
        return sentence.index < _MANY_SUBTITLES and _ITEM.match(self.analysis.text, sentence.begin) is None

    def titled(self, body: Mention) -> bool:
        """Whether a body only stands inside a title: 속초시 in 속초시장, 나루대 산학협력단 in 나루대 산학협력단장; not
        연구원 that takes up a body."""
        if any(span.holds(body.span) for span in self._in_titles):
            return True
        end = self._titles.get(body.begin)
        return end is not None and not (end == body.end and body.rule == "head-noun")

    def deeds(self, sentence: Sentence) -> list[Verb]:
        """The predicates of a sentence that run, build or carry out, and are not denied."""
        found = self._deeds.get(sentence.index)
        if found is None:
            operating = self.words.operating
            told = [v for v in self.verbs(sentence) if v.stem in operating and not v.negated]
            found = self._deeds[sentence.index] = told
        return found

    def governing(self, place: Mention) -> Mention | None:
        """The first mention of the local government of a place that the text names."""
        bare = stem(place.value.official or place.value.text)
        for m in self.mentions.of("organization"):
            if self.is_government(m) and stem(m.value.official or m.value.text) == bare:
                return m
        return None


def remembered(judge: Callable[[Page, Mention], bool]) -> Callable[[Page, Mention], bool]:
    """A judgement of a program that a page asks for once only."""

    @wraps(judge)
    def once(page: Page, program: Mention) -> bool:
        key = (judge.__name__, program.begin, program.end)
        told = page.judged.get(key)
        if told is None:
            told = page.judged[key] = judge(page, program)
        return told

    return once
