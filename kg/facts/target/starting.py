"""The number from which a goal or result starts: A에서 B로, 지금 A인 것을 B로, A뿐인데 B로, B가 목표인데 지금은 A다."""

import re

from kg.facts.target.candidates import DIFFERENCE, RESULTS, SO_FAR, is_of_year_before, same_unit
from kg.facts.target.figure import TAKING, Figure, Role
from kg.facts.target.governor import predicate
from kg.facts.target.lengths import in_unit
from kg.facts.target.measure import counted, counted_behind
from kg.facts.target.phrase import head_word, letter_pairs, mark_at, worded
from kg.facts.target.words import TargetWords
from kg.language.model import Token
from kg.patterns import regex

_GOAL = regex(r"목표(?:는|치는|도|치)?\s*(?:약|총|모두)?\s*$")
_AGO = regex(r"지금|현재")
_ONLY = regex(
    r"\s*(?:(?:여|남짓|가량|정도|수준)\s*)?(?:(?:에|에서|도)\s*)?"
    r"(?:불과|그치|그쳤|그친|그침|그칩|그칠|머물|머무|머문|머묾|안 되|안 됨|못 미치|못 미쳤|못 미침|미달)"
)
_IS = regex(r"\s*(?:(?:여|남짓|가량|정도|수준|꼴|씩|선)\s*)?(?:인|이던|이었던|였던|던|인데|이지만|이었|였)")
_WAS_TO_BE = regex(
    r"\s?(?:여|가량)?(?:을|를|으로|로)? ?[가-힣]{0,5}?(?:하려던|려던|하려 했던|려 했던|기로 했던|"
    r"예정이던|계획이던|계획했던|예정했던|잡았던) "
)
"""What was once to be: 300면을 확보하려던, 20곳으로 계획했던."""
_PAST_YEAR = regex(r"지난해|작년|재작년|그동안|지금까지|기존|종전|지난 ?달|도입 전|20\d\d년")
_LAST_YEAR = regex(r"지난해|작년|재작년")
_THIS_YEAR = regex(r"올해|내년|내후년|앞으로|20\d\d년|연말|하반기|상반기|이번|까지")
_AFTER_THAT = regex(r"데 이어|는데|았고|었고|였고|지만|던 것을|던 데서")
_TRIED = regex(r"시범|시험 ?운영|먼저 (?:설치|도입|운영|시작)|우선 (?:설치|도입|운영|시작)한")
_BRACKETED_NOW = regex(rf"[^()]{{0,10}}(?:\((?:{SO_FAR})(?: ?(?:실적|기준|말))?|{RESULTS} ?\() ?")
_LINKING = frozenset(("고", "며", "으며", "는데", "지만", "으나", "면서"))
_ASIDE = 14
_FAR, _NEAR, _SENTENCES = 260, 110, 3
_PILOT_BACK, _PILOT_ON = 500, 90


def baseline(here: int, role: Role, figures: list[Figure], text: str, words: TargetWords) -> Figure | None:
    """The number of the same unit from which the target ``figures[here]`` starts, by the shape of the sentence."""
    fig = figures[here]
    taken = False
    for other in reversed(figures[max(0, here - 8) : here]):
        if fig.mention.begin - other.mention.end > _NEAR or fig.sentence.index - other.sentence.index > 1:
            break
        same = other.sentence is fig.sentence
        length = same and other.role == "from" and _is_length(other, fig)
        if not (same_unit(other, fig) or length) or DIFFERENCE.match(text, other.mention.end):
            continue
        if other.role == "to" and same and not _same_step(other, fig):
            taken = True
        if other.role == "from" and same and not taken and (_starts(other, text) or not _verb_between(other, fig)):
            return other
        if role == "to" and (_is_present(other, text, words) or _used_now(other, fig, text)):
            return other
        if same and role == "to" and other.role in ("subject", "object") and _lasts(other):
            return other
        if same and role in ("to", "object") and _was_given(other, fig, text):
            return other
        if same and (other.role == "only" or (role == "to" and other.role == "object" and _next_to(other, fig))):
            return other
        if same and role == "to" and other.role == "bare" and _present_before(other, text, words) and _held(other):
            return other
    if here + 1 < len(figures):
        other = figures[here + 1]
        near = other.sentence is fig.sentence and same_unit(other, fig)
        if near and _BRACKETED_NOW.fullmatch(text, fig.mention.end, other.mention.begin):
            return other
        beside = other.mention.begin - fig.mention.end < _ASIDE
        if near and beside and is_of_year_before(text, fig.sentence.begin, other.mention.begin):
            return other
    if _LAST_YEAR.search(text, max(fig.sentence.begin, fig.mention.begin - 24), fig.mention.begin):
        return None  # 작년 시범으로 농가 260호에 제공, 올해는 1,000호.
    for other in figures[here + 1 : here + 4]:
        if other.sentence.index - fig.sentence.index > 1 or other.mention.begin - fig.mention.end > 60:
            return None
        if same_unit(other, fig) and other.role in ("copula", "only"):
            if _GOAL.search(text, max(other.sentence.begin, other.mention.begin - 14), other.mention.begin):
                return None
            return other if _present_before(other, text, words) and _may_be_one(other, fig, text) else None
    return None


def _may_be_one(other: Figure, fig: Figure, text: str) -> bool:
    """Whether two numbers of two sentences may count one thing: no noun right before each says otherwise."""
    one, two = counted(other), counted(fig)
    if other.sentence is fig.sentence or one is None or two is None or not two[1]:
        return True
    words, mine = worded(one[0].of(text)), worded(two[0].of(text))
    return words in other.words.aside or _one_thing(words, mine) or head_word(words) in other.words.generic


def _is_length(other: Figure, fig: Figure) -> bool:
    """Whether a length of time is told in a larger unit than the one to which it is brought (2시간에서 25분으로)."""
    one, larger = fig.mention.value, other.mention.value
    return fig.role == "to" and in_unit(larger.value, larger.unit, one.unit) is not None


def earlier(
    here: int, figures: list[Figure], measure: str, text: str, words: TargetWords, *, act: bool
) -> Figure | None:
    """The number told before as what there is or was of the same thing; ``act``: our number names only what is done."""
    fig = figures[here]
    for other in reversed(figures[max(0, here - 6) : here]):
        if fig.sentence.index - other.sentence.index > _SENTENCES or fig.mention.begin - other.mention.end > _FAR:
            return None
        if not same_unit(other, fig) or other.mention.value.value in (1, fig.mention.value.value):
            continue
        if DIFFERENCE.match(text, other.mention.end):
            continue
        if not _is_told(other, text, words):
            continue
        if other.sentence is fig.sentence and act and _in_turn(other, fig, text):
            return other
        found = counted(other)
        if found is not None and _one_thing(worded(found[0].of(text)), measure):
            return other
    return None


def pilot(here: int, figures: list[Figure], measure: str, text: str) -> Figure | None:
    """The number with which it was tried before, told earlier or right behind (시범 운영한 6개교에서)."""
    fig = figures[here]
    tried = [
        other
        for other in figures
        if other is not fig
        and -_PILOT_BACK <= other.mention.begin - fig.mention.begin <= _PILOT_ON
        and other.mention.value.value < fig.mention.value.value
        and same_unit(other, fig)
        and _TRIED.search(text, max(other.sentence.begin, other.mention.begin - 40), other.mention.end + 12)
    ]
    for other in sorted(tried, key=lambda o: abs(o.mention.begin - fig.mention.begin)):
        verb = predicate(other)
        found = counted(other)
        if verb is None or not verb.past or verb.future:
            continue
        listed = text.endswith(("등 ", "등"), 0, other.mention.begin)
        head = head_word(found[0].of(text)) if found is not None and not listed else ""
        if not head or head == head_word(measure) or head_word(measure) == fig.mention.value.unit:
            return other
    return None


def _is_told(other: Figure, text: str, words: TargetWords) -> bool:
    """Whether a number is told as a fact of now or before, not as a plan."""
    if other.role in ("copula", "only"):
        around = text[max(other.sentence.begin, other.mention.begin - 24) : other.mention.end + 8]
        return "목표" not in around and "계획" not in around
    if _ONLY.match(text, other.mention.end):
        return True
    verb = predicate(other)
    before = text[max(other.sentence.begin, other.mention.begin - 40) : other.mention.begin]
    if verb is None:
        return "중이" in text[other.mention.end : other.mention.end + 16]
    return verb.past or (not verb.future and bool(re.search("지금|현재", before)))


def _in_turn(other: Figure, fig: Figure, text: str) -> bool:
    """Whether a sentence tells the year before and this or a later one in turn (지난해 … 수료한 데 이어 올해는)."""
    before = text[other.sentence.begin : other.mention.begin]
    between = text[other.mention.end : fig.mention.begin]
    return bool(_PAST_YEAR.search(before) and _AFTER_THAT.search(between) and _THIS_YEAR.search(between))


def _one_thing(one: str, other: str) -> bool:
    """Whether two measures end with the same word, or most of the letters of the shorter stand in the longer."""
    a, b = letter_pairs(one), letter_pairs(other)
    least = min(len(a), len(b))
    return least > 0 and len(a & b) * 2 > least


def _next_to(other: Figure, fig: Figure) -> bool:
    """Whether at most a date stands between the two (180명을 900명까지, 180대를 2028년 1천대로 늘린다)."""
    if fig.mention.begin - other.mention.end <= 4:
        return True
    between = fig.tokens[other.after : fig.first]
    return len(between) <= 8 and all(_only_tells_when(fig, t) for t in between)


def _held(other: Figure) -> bool:
    """Whether the noun behind the other number is the object that is changed (지금 22개 교차로를 60개로)."""
    behind = counted_behind(other)
    return behind is not None and other.tokens[behind[1]].tag == "JKO"


def _lasts(other: Figure) -> bool:
    """Whether the other number tells what lasts now (2300명이 쓰고 있으며 3천명으로 늘린다)."""
    verb = predicate(other)
    return verb is not None and verb.lasting and not verb.past and not verb.future


def _was_given(other: Figure, fig: Figure, text: str) -> bool:
    """Whether the other number tells how many had it before (40곳에 단 감지기를 90곳까지, 90곳으로)."""
    verb = predicate(other)
    if other.role not in ("dative", "locative") or verb is None or not (verb.relative and verb.past):
        return False
    raised = text.startswith(("까지", "여 곳까지", "으로", "로", "여 명까지"), fig.mention.end)
    return raised and not any(
        t.tag == "EF" or (t.tag == "EC" and t.form in _LINKING) for t in fig.tokens[other.after : fig.first]
    )


def _only_tells_when(fig: Figure, token: Token) -> bool:
    told = mark_at(fig, token)
    if told is not None:
        return told.kind in ("date", "period", "duration")
    return token.tag in ("JX", "JKB", "MAG", "SP") or token.form in fig.words.aside


def _same_step(other: Figure, fig: Figure) -> bool:
    """Whether the two numbers are steps to one end, so that both start from the same number."""
    return fig.mention.begin - other.mention.end <= 14


def _starts(other: Figure, text: str) -> bool:
    return bool(re.search("시작|문을 열|불을 켜|불을 켠|가동|출발", text[other.mention.end : other.mention.end + 12]))


def _verb_between(one: Figure, other: Figure) -> bool:
    """Whether a clause ends between two numbers of a sentence."""
    between: tuple[Token, ...] = one.tokens[one.after : other.first]
    return any(t.tag in ("EC", "EF") for t in between)


def _is_present(other: Figure, text: str, words: TargetWords) -> bool:
    """Whether the other number is told as what there is now: 300곳인, 8곳뿐, 12곳에 그치는, 330명이던."""
    if other.role == "only" or _ONLY.match(text, other.mention.end) or _WAS_TO_BE.match(text, other.mention.end):
        return True
    return other.role == "copula" and (bool(_IS.match(text, other.mention.end)) or _present_before(other, text, words))


def _used_now(other: Figure, fig: Figure, text: str) -> bool:
    """Whether the sentence before says of the other number that it is so now, or the other is a size (26㎿급)."""
    if other.sentence is fig.sentence:
        return text[other.mention.end : other.mention.end + 1] == "급"
    now = _AGO.search(text, other.sentence.begin, other.sentence.end)
    return now is not None and other.role in ("subject", "topic", "object")


def _present_before(other: Figure, text: str, words: TargetWords) -> bool:
    left = text[max(other.sentence.begin, other.mention.begin - 14) : other.mention.begin]
    return any(word in left for word in words.present)


def takes(other: Figure, text: str) -> bool:
    """Whether the number is a length of time that something takes (8시간 걸리는 선별 시간을, 40분이 걸리던 것을)."""
    return TAKING.match(text, other.mention.end) is not None


_THEN_GOAL = regex(
    r"[^.“”]{0,8}?(?:,|이고|이며|이지만|인데|이나|고|며|지만|는데)[,]? (?:[가-힣]{1,6} )?목표(?:는|치는|가) (?:약 |"
    r"연 )?|"
    r"(?:이고|이며|이지만|인데),? (?:내년|내후년|20\d\d년|올해 말|연말|하반기)(?:까지|에|엔|에는|말까지|"
    r" 말까지)?(?:는|도)? "
    r"(?:모두 |총 |약 |누적 )?"
)
_ITEM_GOAL = regex(
    r"(?: ?\([^()\n]{1,16}\))?, (?:올해|내년|내후년|20\d\d년|[’'‘]\d\d년|\d{1,2}월|연말|하반기|상반기"
    r"|연내)(?:도| 말| 중| \d{1,2}월)?(?:까지|에|에는|엔)? (?:모두 |총 )?"
)
_AIMED_AT = regex(
    r"(?: 이상| 수준)?(?:으로|로|까지)? ?(?:(?:확보|유치|달성|보급|설치|도입|구축|채용|모집|조성|준공|완료"
    r"|확대) )?(?:목표|예정|계획|추진|달성)"
)
"""An item that tells what there is and what it is to be: 공정률 18%, 연말까지 35% 목표."""
_SO_FAR = regex(r"(?:지금|현재|올해|금년|작년|지난해|지난달|벌써|이미|월 ?(?:말|초|현재)|기준)(?:까지|은|는)?(?: |$)")
_GOAL_IS = regex(r"목표|계획|약속")
_ITS_VERB = regex(r"[^.“”]{0,30}(?:목표|계획|예정|방침|겠|[ㄹ]|기로|할|될|늘|한다|다\.)")


def goes_on_to(here: int, figures: list[Figure], text: str) -> bool:
    """Whether a sentence goes on from what there is now to a goal (수료생은 210명이고 내년에는 350명을 배출한다)."""
    fig = figures[here]
    other = figures[here + 1] if here + 1 < len(figures) else None
    if other is None or other.sentence is not fig.sentence or not same_unit(other, fig):
        return False
    item = fig.role == "bare" and _ITEM_GOAL.fullmatch(text, fig.mention.end, other.mention.begin) is not None
    if item and other.mention.value.value > fig.mention.value.value and _AIMED_AT.match(text, other.mention.end):
        return True
    if fig.role not in ("copula", "bare") or _THEN_GOAL.fullmatch(text, fig.mention.end, other.mention.begin) is None:
        return False
    before = text[max(fig.sentence.begin, fig.mention.begin - 30) : fig.mention.begin]
    larger = other.mention.value.value > fig.mention.value.value
    if _GOAL_IS.search(before) or not (larger or fig.mention.kind == "percent"):
        return False
    return _SO_FAR.search(before) is not None and _ITS_VERB.match(text, other.mention.end) is not None


def is_start(here: int, figures: list[Figure], text: str, words: TargetWords) -> bool:
    """Whether a number is only what there is now or was before, from which the goal of the next sentence starts."""
    fig = figures[here]
    if fig.role not in ("copula", "topic") or here + 1 >= len(figures) or not _present_before(fig, text, words):
        return False
    other = figures[here + 1]
    near = other.sentence.index - fig.sentence.index <= 1 and other.mention.value.unit == fig.mention.value.unit
    return near and "목표" in text[max(other.sentence.begin, other.mention.begin - 14) : other.mention.end + 8]
