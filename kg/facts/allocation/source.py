"""Whose purse a sum comes from: 국비, 시비, 도비, 구비, 군비, 민자."""

import re
from functools import lru_cache
from typing import cast

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.giver_label import beside_a_purse, level_told
from kg.facts.allocation.source_after import granted_by, said_behind, source_behind
from kg.facts.allocation.words import LEVELS, governments
from kg.facts.model import Source
from kg.lexicon import Lexicon
from kg.mentions.purse_words import purse_words
from kg.patterns import regex
from kg.spans import Span

_STATE_BUDGET = regex(r"(?:정부|국가)\s?(?:예산안?|추경안?|본예산)(?:에|에는|에도)(?=\s)")
_STATE_GIVES = regex(r"(?<![가-힣])(정부|국가|중앙정부)(?:가|에서)\s(?:약|총|절반인)?\s?$")
_MIXED = regex(
    r"(?:국비|시비|도비|구비|군비|지방비|민자|민간)[^0-9]{0,8}(?:·|와|과|,|및|등)[^0-9]{0,6}(?:국비|"
    r"시비|도비|구비|군비|지방비|민자|민간)"
)


@lru_cache(maxsize=4)
def source_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(purse_words(lexicon), key=lambda w: (-len(w), w))
    return re.compile(
        r"(?<![가-힣])(?:"
        + "|".join(re.escape(w) for w in words)
        + r")(?=$|[^가-힣]|으로|로|은|는|이|가|만|도|다|인|에서|를|을|와|과|의|이며|이고|입니다|였|이었)"
    )


_OWN_PURSE = regex(r"(?<![가-힣])(?P<body>[가-힣]{2,7}(?P<level>[시도군구]))비\s?(?:약\s?)?$")


_LETTER = regex(r"(?<![가-힣])(?P<purse>[국도시군구민자기])\s?$")
_OF_LETTER: dict[str, Source | None] = {
    "국": "국비", "도": "도비", "시": "시비", "군": "군비", "구": "구비", "민": "민자", "자": "민자", "기": None,
}  # fmt: skip
"""«90억 원(국 45, 도 15, 군 30)»: 국비, 도비, 군비; 자 is 자부담, 기 기타."""


def source_of(clause: Clause, lexicon: Lexicon) -> tuple[Source | None, Span] | None:
    """The source that the sum's own words name, with its place; ``None`` as source for a word that names no single
    one (지방비, 국비·시비); no answer where nothing is told."""
    text = clause.analysis.text
    segment = clause.segment()
    begin = max(segment.begin, clause.chunk.begin)
    own = _OWN_PURSE.search(text, segment.begin, clause.money.begin)
    if own is not None and own["body"] in governments(lexicon):
        return LEVELS[own["level"]], Span(own.start("body"), own.end("level") + 1)  # «가람시비 21억 원»
    if clause.money.rule == "money-source-list" and (letter := _LETTER.search(text, segment.begin, clause.money.begin)):
        return _OF_LETTER[letter["purse"]], Span(letter.start("purse"), letter.end("purse"))
    if (granted := granted_by(clause)) is not None:
        return granted
    near = _last(text, begin, clause.money.begin, lexicon)
    if near is None and (given := _GIVEN_AS.match(text, clause.money.end, clause.sentence.end)) is not None:
        return cast("Source", given["purse"]), Span(given.start("purse"), given.end("purse"))
    if near is None and clause.chunk.particle in ("은", "는"):
        near = _predicate(clause, lexicon)  # «48억 원은 국비로, 14억 원은 도비로»
    if near is None:
        near = _as_phrase(clause, lexicon)
    if near is None and (state := _STATE_BUDGET.search(text, segment.begin, clause.money.begin)):
        return "국비", Span(state.start(), state.end())
    if near is None:
        near = _predicate(clause, lexicon)
    if near is None:
        near = _bracket_word(clause, lexicon)
    if near is None and (state := _STATE_GIVES.search(text, segment.begin, clause.money.begin)) is not None:
        gives = clause.act is not None and clause.act.voice == "gives" and clause.act.plain != "cut"
        if gives and clause.act is not None and clause.act.stage is None and clause.chunk.particle in ("을", "를", ","):
            return "국비", Span(state.start(1), state.end(1))
    if near is None and (whole := _ALL_BY.match(text, clause.money.end, clause.sentence.end)) is not None:
        level = "level" if whole["level"] else "other"
        return LEVELS[whole[level]], Span(whole.start(level), whole.end(level))
    if near is None and (said := said_behind(clause)) is not None:
        return said
    if near is None:
        near = _of_each(clause, lexicon)
    if near is None and (label := _ROW_LABEL.match(text, clause.sentence.begin, clause.money.begin)) is not None:
        return cast("Source", label["purse"]), Span(label.start("purse"), label.end("purse"))
    if near is None and (ministry := _from_ministry(clause)) is not None:
        return "국비", ministry
    if near is None and (firms := _of_firms(clause)) is not None:
        return "민자", firms
    if near is None and (called := level_told(clause)) is not None:
        return LEVELS.get(called, "국비"), Span(clause.chunk.begin, clause.money.begin)
    if near is None:
        return source_behind(clause)
    word = text[near.begin : near.end]
    if _GRANT.search(word) and _OF_MINISTRY.search(text, max(clause.sentence.begin, near.begin - 14), near.begin):
        return "국비", near
    if _TWO_PURSES.search(text, max(segment.begin, near.begin - 3), near.end):
        return None, near
    if _MIXED.search(text[max(segment.begin, near.begin - 14) : near.end]) or (
        re.match(r"\s?(?:와|과|·|등)", text[near.end : near.end + 3]) and near.end <= clause.money.begin
    ):
        return None, near
    return cast("Source | None", purse_words(lexicon).get(word)), near


_TWO_PURSES = regex(r"(?<![가-힣])[국도시군구]\s?[·ㆍ,]\s?[도시군구]비")
"""«도·군비 25억 원»."""
_GIVEN_AS = regex(
    r"(?:원)?(?:까지)?(?:의|\s규모의|\s안팎의|\s상당의)?\s(?:추가\s)?(?P<purse>국비|도비|시비|군비|구비)(?:가|를|도|만|까지)\s"
)
"""«3년간 최대 150억 원의 국비가 지원된다»."""
_BESIDES = regex(r"(?:를|을|와|과)?\s?(?:포함|제외|별도|별개|빼[고면]|뺀|합[친한]|더[한하해]|이외|외에|외\s|말고|대신)")
"""What is counted in or left out says nothing of the whole: 국비 포함, 도비를 뺀."""


def _last(text: str, begin: int, end: int, lexicon: Lexicon) -> Span | None:
    found = None
    for match in source_pattern(lexicon).finditer(text, begin, end):
        if not _BESIDES.match(text, match.end()):
            found = Span(match.start(), match.end())
    return found


def _as_phrase(clause: Clause, lexicon: Lexicon) -> Span | None:
    """국비로 35억 원을, 시비는 35억 원이다: the source as a phrase of its own."""
    turned = clause.chunk.particle in _FROM_AND_TO
    for chunk in clause.previous():
        if chunk.money is not None and turned and chunk.particle in ("에서", "보다", "대신"):
            continue  # «국비를 12억 원에서 15억 원으로»: both are of that purse
        if chunk.money is not None:
            return None
        if chunk.kind == "noun" and chunk.particle in (
            "으로",
            "로",
            "은",
            "는",
            "이",
            "가",
            "만",
            "도",
            "에서",
            "으로만",
            "로만",
            "만도",
            "의",
            "에서는",
            "에서도",
            "으로는",
            "로는",
        ):
            found = _last(clause.analysis.text, chunk.begin, chunk.end, lexicon)
            if found is not None and found.end == chunk.end:
                return found
        if chunk.kind == "noun" and chunk.particle in ("을", "를") and turned:
            found = _last(clause.analysis.text, chunk.begin, chunk.end, lexicon)
            return found if found is not None and found.end == chunk.end else None
    return None


_FROM_AND_TO = ("에서", "으로", "로", "으로까지", "까지", "보다", "만큼", "만")


def _predicate(clause: Clause, lexicon: Lexicon) -> Span | None:
    """35억 원은 전액 시비다, 35억 원이 국비다, 35억 원은 국비로 충당한다."""
    chunks, text = clause.row.chunks, clause.analysis.text
    if clause.chunk.particle not in ("은", "는", "이", "가", "도", "을", "를", "", "만"):
        return None
    for i in range(clause.place + 1, min(clause.place + 6, len(chunks))):
        chunk = chunks[i]
        if chunk.kind == "adverb" or (
            chunk.kind == "noun" and text[chunk.begin : chunk.end] in ("전액", "모두", "전부", "순수", "순")
        ):
            continue
        if chunk.kind != "noun" or chunk.money is not None:
            return None
        found = _last(text, chunk.begin, chunk.end, lexicon)
        if found is None and chunk.particle in ("이", "가") and i + 1 < len(chunks) and i == clause.place + 1:
            continue  # «15억 원은 산림청이 국비로 댄다»
        if found is None or found.end != chunk.end:
            return None
        copula = i + 1 >= len(chunks) or (
            chunks[i + 1].lemma == "이" if chunks[i + 1].kind == "verb" else chunks[i + 1].kind == "stop"
        )
        row = clause.chunk.particle in ("은", "는", "이", "가") and _AND_MORE.match(text, found.end) is not None
        return found if copula or row or chunk.particle in ("으로", "로", "에서") else None
    return None


_AND_MORE = regex(r",\s(?:(?:나머지|그리고|또|남은)\s)?(?:약\s)?\d|,\s나머지(?:는|가)\s")
"""Behind a purse in a row of them: «150억 원은 국비, 48억 원은 도비다»."""
_AND_ALL = regex(r"(?:원)?씩,?\s(?:모두|총|합쳐|합해|전부|도합)\s(?:약\s)?$")


def _of_each(clause: Clause, lexicon: Lexicon) -> Span | None:
    """«도시당 국비 60억 원씩 총 180억 원»: all of it is of the purse of each share."""
    before = next((c for c in reversed(clause.row.chunks[: clause.place]) if c.money is not None), None)
    if before is None or before.money is None:
        return None
    text = clause.analysis.text
    if _AND_ALL.match(text[before.money.end : clause.money.begin]) is None:
        return None
    return _last(text, max(clause.sentence.begin, before.begin - 12), before.money.begin, lexicon)


_FIRM = (
    r"(?:[가-힣A-Za-z]{0,8}(?:기업|업체|회사|민간|사업자|입주사|투자사|참여사|협력사|통신사|운영사|시행사|건설사|발전사|제조사|금융권|은행권|업계)"
    r"|[가-힣]{1,6}\s?\d\s?사|(?:농업회사법인|어업회사법인|영농조합법인|영어조합법인|주식회사|유한회사)\s[가-힣A-Za-z]{2,12}?)(?:들)?"
)
"""Companies without a name: 입주기업, 협력업체들, 통신 3사."""
_GETS = r"(?<!중소기업)(?<!창업기업)(?<!벤처기업)(?<!지역기업)(?<!소기업)"
"""Small firms get a share of public money; they do not bear it."""
_FIRMS = regex(
    rf"^(?:은|는|을|를)?\s?(?:전액\s|모두\s|전부\s)?(?:[가-힣]{{2,6}}\s)?(?P<who>{_FIRM})(?:이|가|에서|측이)\s"
    r"[^.,]{0,10}?(?:부담|분담|내|낸|댄|대|투자|조달|마련|충당|메운|메우|보태|보탠|내놓)"
    rf"|^(?:은|는)\s[^.,]{{0,24}}?(?P<whose>{_FIRM}){_GETS}(?:\s?\d+(?:곳|개사|개))?(?:의)?\s?몫"
)
_FIRMS_BEFORE = regex(
    rf"(?P<who>{_FIRM}(?:의)?\s?(?:분담금?|부담금?|자부담금?|출자금?|투자금?|돈|현금|몫)|{_FIRM}(?:이|가)\s(?:내는|부담하는|내놓는|보태는|대는|낼|댈|보탤|부담할|내놓을)(?:\s(?:돈|몫|금액|현금))?)"
    r"\s?(?:은|는|이|가|으로)?\s?(?:약|총)?\s?$"
)
_FIRM_END = regex(rf"{_FIRM}(?:\s?(?:\d+|한|두|세|네|다섯|여섯|여러)\s?(?:곳|개사|개|사))?$")


_MINISTRY = regex(
    r"(?<![가-힣])(?P<who>(?:[가-힣]{2,10}(?:부|처)(?<!정부)(?<!외부)(?<!내부)(?<!일부)(?<!본부)(?<!간부)(?<!지부)|산업부|과기정통부|중기부|행안부|국토부|농식품부))"
    r"(?:에서|로부터|의)\s[^.,]{0,16}$"
)


_ALL_BY = regex(
    r"(?:은|는|을|를)?\s(?:(?:전액|모두|전부)\s(?P<other>[시도군구])(?:가|에서)|(?P<level>[시도군구])(?:가|에서)\s(?:전액|모두|전부))\s(?:부담|지원|내|낸|대|댄|책임)"
)
"""«재료비 38만 원은 시가 전액 부담한다»."""
_ROW_LABEL = regex(
    r"[\s○◦□■▪•·ㅇ△*\-–]{0,4}[(\[【]?(?:연차|연도|단계|시[·ㆍ]?도|시[·ㆍ]?군|지역)별\s?(?P<purse>국비|도비|시비|군비|구비)"
    r"(?:\s?(?:지원|배정|투입)?액)?[)\]】]?(?:은|는)?\s?[:：]?\s"
)
"""«(연차별 국비) 2026년 265억 원, 2027년 430억 원»: the label tells the purse of all sums of its row."""
_FIRMS_ALONE = regex(
    r"(?P<who>(?:(?:수요|공급|참여|참가|주관|협력|입주|지역|민간)\s?)?(?:기업|업체|회사)|입주사|참여사|협력사|운영사)(?:들)?\s?(?:약\s)?"
)
"""«국비 30억 원, 시비 20억 원, 참여기업 10억 원»."""
_GRANT = regex(r"(?:보조금|지원금|출연금)$")
_OF_MINISTRY = regex(
    r"(?:[가-힣]{2,10}(?:부|처)(?<!정부)(?<!외부)(?<!내부)(?<!일부)(?<!본부)(?<!간부)(?<!지부)(?<!전부)|산림청|농촌진흥청|기상청|해양경찰청)(?:의)?\s?$"
)


def _from_ministry(clause: Clause) -> Span | None:
    """«산업부에서 95억 원을 받았다»: what a ministry gives is the state's money."""
    act = clause.act
    if act is None or act.voice != "gets" or act.stage is not None:
        return None
    match = _MINISTRY.search(clause.analysis.text, clause.segment().begin, clause.money.begin)
    return Span(match.start("who"), match.end("who")) if match else None


def _of_firms(clause: Clause) -> Span | None:
    """«나머지 66억 원은 참여 기업이 부담한다», «입주기업 분담금 14억 원»: unnamed companies give it."""
    text = clause.analysis.text
    behind = _FIRMS.match(text[clause.money.end : min(clause.sentence.end, clause.money.end + 50)])
    if behind is not None:
        name = "who" if behind["who"] else "whose"
        return Span(clause.money.end + behind.start(name), clause.money.end + behind.end(name))
    before = _FIRMS_BEFORE.search(text, clause.segment().begin, clause.money.begin)
    if before is not None:
        return Span(before.start("who"), before.end("who"))
    alone = _FIRMS_ALONE.fullmatch(text, clause.chunk.begin, clause.money.begin)
    if alone is not None and beside_a_purse(clause):
        return Span(alone.start("who"), alone.end("who"))
    if clause.act is None or clause.act.voice != "gives" or clause.act.plain == "cut":
        return None
    for chunk in clause.previous():
        if chunk.money is not None or (chunk.kind == "verb" and chunk.ending == "ETM"):
            return None  # «업체가 장비를 빌릴 때 600만 원까지 대 준다»
        if chunk.kind == "noun" and chunk.particle in ("이", "가", "은", "는", "도", "에서"):
            firm = _FIRM_END.search(text, chunk.begin, chunk.end)
            return Span(max(firm.start(), chunk.begin), firm.end()) if firm else None
    return None


_IN_BRACKETS = regex(r"\s?\((?:전액|순|100%)?\s?([가-힣·]{2,8})(?:\s?100%)?\)")


def _bracket_word(clause: Clause, lexicon: Lexicon) -> Span | None:
    """35억 원(국비), 35억 원(전액 시비): a bracket without sums right behind."""
    match = _IN_BRACKETS.match(clause.analysis.text[clause.money.end : clause.money.end + 16])
    if match is None or match.group(1) not in purse_words(lexicon):
        return None
    return Span(clause.money.end + match.start(1), clause.money.end + match.end(1))
