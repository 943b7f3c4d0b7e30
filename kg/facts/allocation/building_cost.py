"""What a building costs where the words name the cost alone: «건립비는 40억 원이다» of the centre told before."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.topic import topic_before
from kg.facts.allocation.wording import Purpose
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.patterns import regex

_TO_BUILD = regex(
    r"(?:총\s?)?(?:건립|건축|조성|구축|설치|신축|설립|건설|공사|리모델링|증축|매입|설계)\s?(?:사업)?(?:비용?|예산)"
)


def building_around(purpose: Purpose, clause: Clause, mentions: Mentions, lexicon: Lexicon) -> str | None:
    """The name of the building of which a bare 건립비 is told, the one that the words before are about; None where the
    purpose says more, or what they are about is a program."""
    if not _TO_BUILD.fullmatch(purpose.text):
        return None
    topic = topic_before(clause.analysis, mentions, clause.sentence, clause.money.begin, lexicon)
    return topic.text if topic is not None and topic.mention is None else None
