"""What one of a unit is, by the price that was told of one shortly before."""

from kg.facts.target.candidates import same_unit
from kg.facts.target.figure import Figure
from kg.facts.target.measure import counted, receiver
from kg.facts.target.phrase import worded
from kg.patterns import regex
from kg.spans import Span

_EACH = regex(r"\s?(?:에|당|에게|마다|꼴|에는|에겐)")
_PRICED = regex(
    r"(?P<what>[가-힣]{2,8})(?:당|마다) (?:연 |월 |최대 |평균 |약 |매달 |매년 )*"
    r"[\d.,]+[십백천만억조]*\s?[십백천만억조]*\s?원"
)
_REACH = 160


def priced_each(text: str, figures: list[Figure], fig: Figure) -> tuple[str, Span] | None:
    """The words of what one of the number's unit is (협력사 한 곳에 5천만원, 130곳을), and their place."""
    begin = max(fig.sentence.begin, fig.mention.begin - 60)
    for match in reversed(list(_PRICED.finditer(text, begin, fig.mention.begin))):
        return match.group("what"), Span(*match.span("what"))
    for other in reversed([f for f in figures if f.mention.end <= fig.mention.begin][-4:]):
        if fig.mention.begin - other.mention.end > _REACH:
            return None
        if other.mention.value.value != 1 or not same_unit(other, fig):
            continue
        if not _EACH.match(text, other.mention.end):
            continue
        found = counted(other)
        span = found[0] if found is not None and found[1] else receiver(other)
        words = worded(span.of(text)) if span is not None else ""
        if span is not None and len(words) > 1:
            return words, span
    return None
