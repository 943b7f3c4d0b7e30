"""Bodies that a sentence takes up again by their number: «두 기관은», «세 대학이», «양측은»."""

from kg.facts.involvement.page import Page
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_COUNTS = {"두": 2, "양": 2, "세": 3, "네": 4, "다섯": 5, "2개": 2, "3개": 3, "4개": 4, "5개": 5}
_GROUP = regex(
    r"(?<![가-힣])(두|양|세|네|다섯|[2-5]개)\s?(?:기관|대학|대학교|회사|기업|업체|곳|단체|지자체|도시|지역|시군|"
    r"시·군|측|쪽|재단|진흥원|학교)"
    r"(?:은|는|이|가)(?=[\s,])"
)
_BACK = 3


def tells_a_number(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence takes up bodies by their number."""
    return _GROUP.search(page.analysis.text, sentence.begin, sentence.end) is not None


def counted(page: Page, sentence: Sentence, before: int) -> list[Mention]:
    """The bodies that «두 기관은» means as the subject of what stands at ``before``: those that the nearest sentence
    with as many of them names; none where no number is told, or none fits.
    """
    group = _GROUP.search(page.analysis.text, sentence.begin, before)
    if group is None:
        return []
    wanted = _COUNTS[group[1]]
    for earlier in reversed(page.analysis.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if earlier.block != sentence.block:
            return []
        every = {b.value.official or b.value.text: b for b in reversed(page.bodies(earlier))}
        if len(every) == wanted:
            return sorted(every.values(), key=lambda b: b.begin)
    return []
