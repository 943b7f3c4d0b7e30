"""How an involvement is told: its program in full, the words that bear it out, its features of confidence."""

from kg.facts.involvement.page import Page
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.spans import Span

Backing = tuple[Sentence, Mention, Mention, str]
"""What a rule of backing tells ``backed``: the sentence, the program, the person and the rule's own name."""


def operated(page: Page, sentence: Sentence, program: Mention, agent: Mention, rule: str) -> Involvement:
    """That a body runs, builds or carries out a program."""
    return _involvement(page, sentence, program, page.meant(agent), rule, "operates")


def backed(page: Page, sentence: Sentence, program: Mention, person: Mention, rule: str) -> Involvement:
    """That a person announces, pledges, proposes or pushes a program."""
    return _involvement(page, sentence, program, person, rule, "backs")


def _involvement(page: Page, sentence: Sentence, program: Mention, agent: Mention, rule: str, kind: str) -> Involvement:
    """The fact; its evidence is the sentence where both stand in it, else the two mentions."""
    program = page.full(program)
    inside = all(sentence.begin <= m.begin and m.end <= sentence.end for m in (program, agent))
    return Involvement(
        rule=rule,
        evidence=(Span(sentence.begin, sentence.end),) if inside else (program.span, agent.span),
        features=("same-sentence" if inside else "from-context", rule),
        program=program,
        agent=agent,
        involvement=kind,
    )
