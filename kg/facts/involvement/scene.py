"""The stage on which programs are run and backed: main program, main government, who holds which rank."""

from kg.facts.involvement.home import main_government
from kg.facts.involvement.main import main_program
from kg.facts.involvement.ourselves import speaks_for_it, we
from kg.facts.involvement.page import Page
from kg.facts.involvement.platform import on_the_platform
from kg.facts.involvement.ranks import HEADS_OF_BODIES, Ranks
from kg.facts.involvement.voice import introduced, told_by_author
from kg.facts.model import Fact
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions


class Scene(Page):
    """A document with what it is mostly about; made once for each.

    ``several`` tells that the text is about more than one government, ``main_stands_out`` that it is about one program,
    ``reports`` that it tells what a government does: no council sits over it and no author judges it; ``author`` is who
    introduces himself in a speech, ``platform`` what a candidate goes on pledging.
    """

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...] = ()) -> None:
        super().__init__(analysis, mentions, lexicon, facts)
        self._answers: dict[int, bool] = {}
        self.main: Mention | None = None
        self.main_stands_out = False
        self.government, self.several = main_government(self)
        national = self.government is not None and self.is_ministry(self.government)
        heads = self.words.ministers if national else self.words.heads
        if self.government is None and analysis.document.kind == "press-release":
            heads = heads | self.words.ministers  # of several ministries together
        if self.government is not None and not national and not self.is_government(self.government):
            heads = HEADS_OF_BODIES
        self.ranks = Ranks(analysis, mentions, self.words, heads, facts)
        self._bodies.clear()  # read before it was known for whom «저희» stands
        self._kinds.clear()
        self.of_a_body = self.is_interview and heads is HEADS_OF_BODIES
        self.main, self.main_stands_out = main_program(self)
        self.reports = analysis.document.kind != "council" and not told_by_author(analysis)
        self.author = introduced(analysis, mentions)
        self.platform = on_the_platform(self)

    def of_the_whole(self, pointing: Mention) -> Mention | None:
        """The main program, where «이 사업» takes up no program of its own paragraph and the last that was named stood
        beside the main one."""
        main, here = self.main, self.analysis.sentence_at(pointing.begin)
        if main is None or here is None or not self.main_stands_out or self.several:
            return None
        for number in range(here.paragraph - 1, max(-1, here.paragraph - 4), -1):
            if named := self.programs_in(number):
                return main if len(named) > 1 and main in named else None
        return None

    def answers(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what one answers or reports for his body, judged once."""
        told = self._answers.get(sentence.index)
        if told is None:
            told = self._answers[sentence.index] = speaks_for_it(self, sentence, self.ranks)
        return told

    def kinds(self, sentence: Sentence) -> list[Mention]:
        """The nouns of a sentence that stand for a body: those of its kind, and «저희» where one answers for it."""
        known = sentence.index in self._kinds
        nouns = super().kinds(sentence)
        if known or self.government is None or not self.answers(sentence):
            return nouns
        ours = we(self, sentence, self.government)
        self._stands_for |= {noun.begin: self.government for noun in ours}
        self._kinds[sentence.index] = sorted([*nouns, *ours], key=lambda m: m.begin)
        return self._kinds[sentence.index]
