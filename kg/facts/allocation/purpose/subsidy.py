"""What a subsidy to buyers is for: «한우 탐지기를 사는 농가에 구입비의 50%, 최대 300만 원을 지원한다»."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.wording import Purpose
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_BOUGHT = regex(
    r"(?P<thing>[가-힣A-Za-z0-9·‘’' ]{2,40}?)(?:을|를)\s(?:새로\s|직접\s)?"
    r"(?:(?:사|구입하|설치하|도입하|구매하|들이|장만하|임차하|빌리|교체하|갖추)는|(?:사|구입하|설치하|도입하|구매하|장만하)려는|[사하]고자\s하는)\s"
    r"(?P<who>[가-힣]{1,8}(?:\s[가-힣]{1,8})?)(?:에|에게|에는|에게는)\s(?P<share>[^.“”]{0,30}?\d+%(?:인|까지)?,?\s)?(?:최대\s|많게는\s)?$"
)
_LEAD = regex(r"^.*(?:(?<=[가-힣])(?:은|는|이|가|부터|에서|까지)|,)\s(?=\S)")


_BUYS = ("사는 ", "하는 ", "들이는 ", "하려는 ", "빌리는 ", "갖추는 ", "사려는 ")
"""One of these stands in every way that ``_BOUGHT`` reads."""


def bought(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The thing that those who get the sum buy with it."""
    text, end = clause.analysis.text, clause.money.begin
    begin = max(clause.sentence.begin, end - 110)
    if not any(text.find(buys, begin, end) >= 0 for buys in _BUYS):
        return None
    match = _BOUGHT.search(text, begin, end)
    if match is None:
        return None
    lead = _LEAD.match(match["thing"])
    begin = match.start("thing") + (lead.end() if lead else 0)
    while begin < match.end("thing") and text[begin] in " ‘'":
        begin += 1
    span = Span(begin, match.end("thing"))
    words = span.of(text).rstrip(" ’'")
    return Purpose(words, Span(begin, begin + len(words)), "goal") if len(words) > 1 else None
