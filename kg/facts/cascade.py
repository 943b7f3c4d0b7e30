"""The order in which the rules of facts look at a document's mentions; later rules see earlier facts."""

from collections.abc import Callable, Iterable

from kg.facts.allocation import find_allocations
from kg.facts.event.events import events
from kg.facts.involvement.involvements import find_involvements
from kg.facts.milestone.milestones import milestones
from kg.facts.model import Fact
from kg.facts.office.offices import find_offices
from kg.facts.quotation.quotations import quotations
from kg.facts.renaming.renamings import find_renamings
from kg.facts.target import find_targets, table_targets
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions

Rule = Callable[[Analysis, Mentions, Lexicon, tuple[Fact, ...]], Iterable[Fact]]

CASCADE: tuple[Rule, ...] = (
    find_offices,
    find_allocations,
    events,
    find_targets,
    table_targets,
    milestones,
    quotations,
    find_involvements,
    find_renamings,
)


def find_facts(analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> tuple[Fact, ...]:
    """All facts of a document, in the order of the rules and of the text."""
    facts: tuple[Fact, ...] = ()
    for rule in CASCADE:
        facts += tuple(rule(analysis, mentions, lexicon, facts))
    return facts
