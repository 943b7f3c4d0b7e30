"""The budget of an office of a government: «전략산업국 소관 세출예산은 412억 원», «저희 과 세출예산안은 47억 원»."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.words import told_by
from kg.facts.allocation.wording import Purpose
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_YEAR = r"(?:(?:20\d\d년도?|내년도?|올해|새해|금년도?|금회|이번|제?\s?\d\s?회)(?:의)?\s)?"
_KIND = (
    r"(?:(?:일반회계|특별회계|일반|제?\s?\d\s?회)\s)?"
    r"(?:(?:세입\s?[·ㆍ,]\s?)?세출\s?|본|당초\s?|추경\s?|추가경정\s?|전체\s?|총\s?)*예산(?:안|액)?"
)
_OFFICE = r"[가-힣A-Za-z0-9·]{1,14}(?:과|국|실|담당관|본부|사업소|사업단|추진단|기획단|센터|보건소|기술원)"
_TOLD = regex(
    rf"(?:^|(?<=[\s○◦□■▪•·\-]))(?:(?:[가-힣]{{1,8}}[시도군구]|시|도|군|구)\s)?{_YEAR}"
    rf"(?:(?P<own>저희|우리|당)\s?(?:과|국|실|부서|담당관실?|본부|사업소|센터|단)|(?P<office>{_OFFICE}))"
    rf"(?:의\s|(?:이|가|에서)\s(?:낸|제출한|편성한|올린|요구한|상정한|짠|마련한)\s|\s(?:소관\s?)?)"
    rf"{_YEAR}{_KIND}(?:\s(?:총\s?)?(?:총액|규모|총규모|총계|전체))?(?:은|는|이|을|으로|으로는)?\s?"
    rf"(?:(?:기정|당초|전년도?|금년도?|올해|지난해|작년)\s?(?:예산(?:액|안)?)?\s?"
    rf"|[^.,“”]{{0,60}}(?:증가|감소|증액|감액)(?:한|된)\s|[^.,“”]{{0,60}}(?:늘어난|줄어든|늘린|줄인|많은|적은)\s)?(?:모두|총|약|전체)?\s?$"
)
_SPEAKER = regex(rf"[○◯〇●]\s?(?P<office>{_OFFICE})장?\s[가-힣]{{2,4}}(?:\s{{2,}}|\s?[:：])")
_HEADED = regex(rf"(?:^|(?<=\s))(?P<office>{_OFFICE})장(?=\s|은\s|이\s|,)")
_NO_OFFICE = regex(
    r"(?:성과|결과|효과|학과|사과|초과|경과|부과|통과|전국|각국|외국|한국|미국|중국|현실|내실|교실|사실|충실|손실)$"
)


def budget_of_office(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The office whose whole budget a sum is, as «… 예산»."""
    text, begin = clause.analysis.text, clause.sentence.begin
    told = _TOLD.search(text, max(begin, clause.money.begin - 110), clause.money.begin)
    if told is None:
        return None
    if told["office"] is not None:
        name = Span(*told.span("office"))
    else:
        speakers = list(_SPEAKER.finditer(text, max(0, begin - 4000), clause.money.begin))
        speakers = speakers or list(_HEADED.finditer(text, max(0, begin - 4000), clause.money.begin))
        if not speakers:
            return None
        name = Span(*speakers[-1].span("office"))
    words = name.of(text)
    if _NO_OFFICE.search(words) or len(words) < 3:
        return None
    return told_by(Purpose(f"{words} 예산", name, ""), "subject")
