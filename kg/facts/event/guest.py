"""The person interviewed, as one who took part in what an answer tells."""

import re

from kg.facts.event.frame import Frame
from kg.facts.quotation.turns import interviewee
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions


def guest(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, candidate: Mention, shape: Frame
) -> list[Mention]:
    """The person interviewed, who tells in an answer what ``we`` concluded: no other subject is named."""
    who, governed, text = interviewee(analysis, mentions), shape.governed or shape.particle == "에서", analysis.text
    begin = max(sentence.begin, text.rfind(". ", sentence.begin, candidate.begin) + 1)
    subject = re.search(r"(?<=[가-힣])(?:은|는|이|가) ", text[begin : candidate.begin])
    own = re.search(r"(?:저|제|우리|저희|(?<![가-힣])그)(?:는|가|도) ?", text[begin : candidate.begin])
    return [who] if who is not None and governed and (own or not subject) else []
