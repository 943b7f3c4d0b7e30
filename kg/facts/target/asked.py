"""What the answer to a question counts: 기업 몇 군데를 상담했습니까? 40곳입니다."""

from kg.facts.target.candidates import PEOPLE
from kg.facts.target.words import TargetWords
from kg.patterns import regex
from kg.spans import Span

_QUESTION = regex(
    r"(?P<what>[가-힣A-Za-z]{2,8}?(?: [가-힣A-Za-z]{2,8}?)??)[은는이가을를]? "
    r"(?:(?:지금|현재|모두|총|전부|올해|작년에|그동안|지금까지) ){0,2}"
    r"몇 (?P<unit>군데|곳|명|개|대|건|가구|회|번|분|개소|개사|사람|호|세대|동|채|척|마리|개교|점|편|권)"
    r"(?:[이가을를]|이나|이고)? ?"
    r"(?:(?:입니까|인가요|됩니까|되나요|인지요|이에요|이죠)|(?P<act>[가-힣]{2}?)[가-힣]{1,6}(?:까|요|죠)|"
    r"[가-힣]{1,6}[을를] [가-힣]{1,6}(?:까|요|죠))[?.]"
)
_OPENING = regex(r"^(?:올해|내년|작년|지난해|내후년|지금까지|지금은?|현재는?|이제|벌써|총|그동안|모두|그래서|그러면) ?")
_NO_NOUN = regex(r"(?:고|서|며|면|니까|는데|지만|어|아|여|해|게|도록|려고)$")
"""How a verb ends that is not what is asked for: 18억 갖고 몇 개사 했습니까."""
_ALIKE = frozenset(("군데", "곳", "개소", "개사", "개", "건"))
_REACH = 160


def asked_before(text: str, begin: int, unit: str, words: TargetWords) -> tuple[str, Span] | None:
    """What the question last before ``begin`` asks for, with the act of its verb; None where none is asked, or where
    it asks for what is counted in another unit than ``unit``.
    """
    questions = list(_QUESTION.finditer(text, max(0, begin - _REACH), begin))
    if not questions:
        return None
    match = questions[-1]
    what = _OPENING.sub("", match.group("what"))
    asked = match.group("unit")
    if asked != unit and not (asked in _ALIKE and unit in _ALIKE) and not (asked in PEOPLE and unit in PEOPLE):
        return None
    if len(what) < 2 or what in words.label or _NO_NOUN.search(what):
        return None
    act = match.group("act") or ""
    return (f"{what} {act}" if act in words.classes else what), Span(*match.span("what"))
