"""Who gives a sum, told as its label: «산림청 보조 4억 원과 시민 기부 1억 원», «국가 310억 원, 도 124억 원».

What stands there is whose money it is and never what it is for.
"""

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.patterns import regex
from kg.spans import Span

_BORNE = (
    r"자체\s?(?:재원|자금|예산|부담금?|사업비|수입)|자부담금?|자기자본|부담(?:금|액|분)?|분담(?:금|액|분)?|기부금?|후원금?|기탁금?|성금|찬조금?"
    r"|협찬금?|대응\s?(?:자금|투자금?)|매칭(?:금|비|액)?|몫|보조|출자금?|투자금|(?:사회\s?)?공헌\s?기금|상생\s?기금|(?:금융권\s|은행\s)?대출"
)
"""What the giver bears: behind the name of any body."""
_GRANTED = (
    r"(?:국고\s?)?보조금|보조액|지원금?|지원액|출연금?|출연액|교부금|교부세|(?:재난안전\s?)?특별교부[세금]|특교세"
    r"|(?:공모\s?)?사업비|선정금|예산|기금|재원|자금|연구비|돈"
)
"""What is granted: behind the name of what grants it, where another purse stands beside it or the state gives it."""
_END = r"\s?(?:은|는|이|가|으로|로|만)?\s?(?:약|총|모두)?\s?$"
_OWNS = r"(?:\([^)]{1,20}\))?(?:의|이|가)?\s?(?:[‘'“\"]?[가-힣A-Za-z0-9·]{1,12}[’'”\"]?\s){0,4}?"
_BEARS = regex(rf"\s?{_OWNS}(?:{_BORNE}){_END}")
_GRANTS = regex(rf"\s?{_OWNS}(?:{_GRANTED}){_END}")
_BARE = regex(r"\s?(?:\([^)]{1,20}\))?\s?(?:[:：=]\s?)?(?:약\s)?$")
_STATE = regex(r"(?:(?<![내외일간본지전])부|처|(?<![시도군구육])청|정부|국가)(?:의)?$")
_PAYERS = (
    r"(?:(?:수요|공급|참여|참가|주관|협력|입주|지역|민간)\s?)?(?:대학|학교|병원|기업|업체|기관|회사)"
    r"|시민|주민|도민|군민|구민|농가|어가|입주사|참여사|협력사|운영사|사업자|민간|조합|협회|상인회|상공회의소|독지가|동문|이용자"
)
_UNNAMED = regex(rf"(?:{_PAYERS})(?:들)?(?:의)?\s?(?:{_BORNE}|출연금?|지원금|투자){_END}")
_UNNAMED_ALONE = regex(rf"(?:{_PAYERS})(?:들)?(?:\s(?:자체|등))?{_END}")
"""A class of payers with no word for its share, beside a purse: «국비 225억 원, 도비 135억 원, 대학 자체 90억 원»."""
_PARENT_FUND = regex(r"(?:한국\s?)?모태\s?(?:펀드|조합)(?:의)?\s?(?:출자금?|자금|자조합\s출자금?)?\s?(?:약\s)?$")
_SOMEBODY = regex(rf"(?:㈜|\(주\))?[가-힣A-Za-z]{{2,12}}(?:의)?\s(?:{_BORNE}){_END}")
"""A body whose name is not known, beside another purse: «시비 5억 원, 새벽수협 부담금 2억 원»."""
_LEVEL = regex(r"(?:^|(?<=[\s,·/(\[]))(?P<level>국가|정부|[시도군구])\s?(?:약\s)?$")
_PURSE = regex(
    r"(?:국비|도비|시비|군비|구비|국고|민자|지방비|시·?군비|도·?군비|자부담|교부세|교부금|출연금?|출자금?|예비비|보조금?|부담금?|분담금?|기부금?|후원금?|자체\s?(?:재원|자금|예산)|국가|정부|[시도군구])"
    r"\s?(?:약\s)?$"
)
_GIVES = frozenset(
    (
        "출자",
        "출연",
        "부담",
        "분담",
        "내",
        "대",
        "보태",
        "투자",
        "기부",
        "후원",
        "마련",
        "조달",
        "충당",
        "매칭",
        "내놓",
        "얹",
    )
)
_MADE_OF = frozenset(("구성", "나뉘", "이루어지", "짜이", "꾸리", "꾸려지", "마련", "조달", "충당"))


def labelled_by_giver(clause: Clause) -> Span | None:
    """The words right before the sum that name its giver, with the word for a share; None where they name none."""
    text, end = clause.analysis.text, clause.money.begin
    begin = _label_begin(clause)
    if begin >= end:
        return None
    for body in reversed(clause.bodies):
        if not begin <= body.begin < end or body.end > end:
            continue
        if _BEARS.match(text, body.end, end):
            return Span(body.begin, end)
        listed = beside_a_purse(clause)
        state = _STATE.search(text, body.begin, body.end) is not None
        if _GRANTS.match(text, body.end, end) and (state or listed or _beside_an_owner(clause)):
            return Span(body.begin, end)
        if body.begin == begin and _BARE.match(text, body.end, end) and (listed or _among_givers(clause)):
            return Span(body.begin, end)
    if _PARENT_FUND.match(text, begin, end):
        return Span(begin, end)
    if _UNNAMED.match(text, begin, end):
        return Span(begin, end)
    if (_SOMEBODY.match(text, begin, end) or _UNNAMED_ALONE.match(text, begin, end)) and beside_a_purse(clause):
        return Span(begin, end)
    level = _LEVEL.search(text, begin, end)
    return Span(level.start("level"), end) if level is not None and beside_a_purse(clause) else None


def _label_begin(clause: Clause) -> int:
    """Where the label may begin: also in the subject right before the sum, «교육부 사업비가 80억 원»."""
    if clause.chunk.begin < clause.money.begin or not clause.place:
        return clause.chunk.begin
    before = clause.row.chunks[clause.place - 1]
    subject = before.kind == "noun" and before.money is None and before.particle in ("은", "는", "이", "가")
    return before.begin if subject else clause.chunk.begin


def level_told(clause: Clause) -> str | None:
    """«국가 310억 원, 도 124억 원, 군 186억 원»: the level of government that labels one of several sums."""
    if not beside_a_purse(clause):
        return None
    level = _LEVEL.search(clause.analysis.text, clause.chunk.begin, clause.money.begin)
    return level["level"] if level is not None else None


def _others(clause: Clause) -> list[Chunk]:
    """The other sums of the row, without a predicate between them and this one."""
    chunks, place = clause.row.chunks, clause.place
    found: list[Chunk] = []
    for step in (-1, 1):
        i = place + step
        while 0 <= i < len(chunks) and chunks[i].kind in ("noun", "adverb"):
            if chunks[i].money is not None:
                found.append(chunks[i])
            elif chunks[i].kind == "noun" and chunks[i].particle not in (",", ""):
                break
            i += step
    return found


def beside_a_purse(clause: Clause) -> bool:
    """Whether a sum beside it in the list is told by a purse (국비, 자부담, 기부금)."""
    text = clause.analysis.text
    return any(c.money is not None and _PURSE.search(text, c.begin, c.money.begin) for c in _others(clause))


def _beside_an_owner(clause: Clause) -> bool:
    """«누리도 예산 66억 원, 가온시 예산 66억 원»: another sum of the list is told as of a government's budget."""
    text = clause.analysis.text
    return any(
        c.begin <= place.begin < c.money.begin and _OWN_BUDGET.fullmatch(text, place.end, c.money.begin)
        for c in _others(clause)
        if c.money is not None
        for place in (*clause.places, *clause.bodies)
    )


_OWN_BUDGET = regex(r"(?:의)?\s(?:예산|예비비|기금|재원|돈)\s?(?:약\s)?")


def _among_givers(clause: Clause) -> bool:
    """«iM뱅크 70억 원, 대구시 50억 원 순으로 출자했다»: bodies that one predicate of giving takes together."""
    act = clause.act
    if act is None or (act.word not in _GIVES and act.word not in _MADE_OF):
        return False
    named = [*clause.bodies, *clause.places]
    return any(any(n.begin == c.begin for n in named) for c in _others(clause))
