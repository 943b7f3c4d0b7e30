"""Those picked among others to get something are told by what they get (업체 가운데 20곳을 추려 실증비를 준다)."""

from kg.facts.target.candidates import PEOPLE, bare_unit
from kg.facts.target.figure import Figure
from kg.facts.target.naming import USERS, Named
from kg.facts.target.phrase import worded
from kg.patterns import regex
from kg.spans import Span

_AMONG = regex(r"(?P<of>[가-힣A-Za-z]{2,10})(?:들)? ?(?:가운데|중)(?:에서?|서)? (?:[가-힣]{1,5} )?(?:약 )?$")
_GETS = regex(
    r"(?:여 ?[가-힣]{1,2})?[을를] (?:(?:따로|새로|다시|우선|먼저|매년|해마다|엄격히|최종) )?"
    r"(?:추려|추린|골라|고른|뽑아|뽑은|가려|선정해|선발해|가려내|골라내)[,]? (?:(?:뒤|후|다음) )?"
    r"(?P<what>[가-힣A-Za-z][가-힣A-Za-z ]{0,14}?)[을를] (?:[^.,“”]{1,24} )?"
    r"(?:준다|주[고며기는겠]|줄|지원|대[준고기는]|빌려|얹어|보태|건네|제공|지급|내[준어])"
)


def picked(fig: Figure, text: str) -> Named | None:
    """What those who are picked among others get, with the word for them; None where nothing is told."""
    among = _AMONG.search(text, fig.sentence.begin, fig.mention.begin)
    gets = _GETS.match(text, fig.mention.end, fig.sentence.end) if among is not None else None
    if among is None or gets is None or any(c.isdigit() for c in gets["what"]):
        return None
    who = among["of"] if bare_unit(fig.mention.value.unit) in PEOPLE else USERS.get(fig.mention.value.unit, among["of"])
    return f"{worded(gets['what'])} 지원 {who}", Span(*gets.span("what"))
