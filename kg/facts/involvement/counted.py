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
_OF_GOVERNMENTS = regex(r"지자체|도시|지역|시군|시·군")
_BACK = 3


def tells_a_number(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence takes up bodies by their number."""
    return _GROUP.search(page.analysis.text, sentence.begin, sentence.end) is not None


def _name(body: Mention) -> str:
    return str(body.value.official or body.value.text)


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
        named = page.bodies(earlier)
        if _OF_GOVERNMENTS.search(group[0]):
            titled = [b for b in page.mentions.within(earlier.span, "organization") if page.is_government(b)]
            named = [b for b in named if page.is_government(b)]
            named = titled if len({_name(b) for b in titled}) == wanted else named
        every = {_name(b): b for b in reversed(named)}
        home = page.government
        one_less = len(every) == wanted - 1 and _OF_GOVERNMENTS.search(group[0])
        if one_less and home is not None and page.is_government(home) and _name(home) not in every:
            every[_name(home)] = home  # «이웃 군도 나선다. 두 지자체는 …»: with the one that the text is about
        if len(every) == wanted:
            return sorted(every.values(), key=lambda b: b.begin)
    return []
