"""What a sum is cut from: 공무원 국외여비에서 1억 원을 깎다, 홍보비에서는 8천만 원을 덜어내다."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.words import OWN_PAPER, PLACE, told_by, words_of
from kg.facts.allocation.wording import Purpose, is_time_or_count, wording
from kg.lexicon import Lexicon
from kg.patterns import regex

_FROM = ("에서", "에서는", "에서도", "에서만", "에선")
_TAKES_OUT = frozenset(("빼", "덜", "덜어내", "떼", "떼어내", "줄이", "들어내", "도려내", "거둬들이"))
"""What is done to a sum of money and to much else: only a cost or a budget is cut so."""
_COST = regex(r"(?:비|비용|예산|사업비|료|금|수당|여비|경비|출자금|출연금|보조금|지원금|인건비)[’'”」』]?$")
_OCCASION = regex(
    r"(?:심사|심의|조정|과정|단계|회의|위원회|의회|위|특위|소위|표결|본회의|정례회|임시회|총회|감사|계수조정|협의|논의|자리|예산안|추경안?|회기|국회)"
    r"(?:\s?[(（][^()（）]*[)）])?$"
)
"""Where a cut is decided, and by whom: nothing that is cut."""


def cut_from(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The thing with 에서 before a sum that is cut, but for where the cut was decided."""
    act = clause.act
    if act is None or act.plain != "cut":
        return None
    for chunk in clause.previous():
        if chunk.kind == "adverb":
            continue
        if chunk.kind != "noun" or chunk.money is not None:
            return None
        words = words_of(clause, chunk)
        if chunk.particle not in _FROM:
            if is_time_or_count(words) or chunk.particle in ("은", "는", "이", "가"):
                continue
            return None
        if _OCCASION.search(words) or OWN_PAPER.match(words) or PLACE.search(words):
            continue
        if clause.is_body(chunk.begin, chunk.end) or (act.word in _TAKES_OUT and not _COST.search(words)):
            return None
        return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "object")
    return None
