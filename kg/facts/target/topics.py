"""What a number's clause speaks of: its own topic, else the first of the sentence."""

from kg.facts.target.figure import Figure
from kg.facts.target.phrase import mark_at, phrase
from kg.spans import Span

_PARTS_CLAUSES = frozenset(("고", "며", "으며", "이며", "지만", "으나", "는데", "은데", "ᆫ데"))


def topic_of(fig: Figure) -> Span | None:
    """The topic told with 은 or 는 before the number: that of its own clause, else the first of the sentence."""
    tokens = fig.tokens
    topics = [k for k in range(1, fig.first) if tokens[k].tag == "JX" and tokens[k].form in ("은", "는", "ᆫ")]
    if not topics:
        return None
    clause = max((k for k in range(fig.first) if tokens[k].tag == "EC" and tokens[k].form in _PARTS_CLAUSES), default=0)
    for k in topics:
        own = phrase(fig, k - 1) if k > clause > topics[0] and mark_at(fig, tokens[k - 1]) is None else None
        if own is not None and tokens[k - 1].form not in fig.words.aside:
            return own  # 서버는 대학이 구축하고, 농가 교육은 센터가 연 24회 연다
    return phrase(fig, topics[0] - 1)
