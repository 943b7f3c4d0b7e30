"""When a step is taken: the date that belongs to 착공, 준공 or 개소, before the word or behind it."""

from collections.abc import Sequence

from kg.mentions.model import Mention
from kg.patterns import regex

_BESIDE = regex(
    r"(?: ?(?:상반기|하반기|[1-4]분기|초순|중순|하순|초|말|중|안|내|께|쯤|경|무렵|연말|봄|여름|가을|겨울|연내))?"
    r"(?:까지는?|부터|에는|에|으로|로|엔|에야|쯤)? ?(?:중(?:에|으로)? |안에 )?[‘'“\"「]?"
)
"""What stands between a date and a step right behind it: 2028년 말까지 준공."""
_BREAK = regex(r"(?:했고|하고|며|지만|는데|으나|했다|한다|이고|이며)[, ]|[.“”\"·;/)]|, ")
_NO_DATE_OF_STEP = regex(
    r"(?:이후|기준|예산|현재|당시|까지의|대비|보다|이던|이었던|였던|(?:에|로|으로)? ?"
    r"(?:하려던|예정이던|예정됐던|예정했던|계획했던|계획이던|"
    r"잡았던|잡혔던|목표로 했던|목표였던|하기로 했던|밝혔던|약속했던))"
)
_LABEL = regex(
    r"(?:식)?(?: ?(?:예정일|예정|목표일|목표|시점|시기|일정|일자|연도|때))?"
    r"(?:은|는|이|가|도|을|를)? ?(?:예정 ?|목표 ?)?[:：(=→]? ?(?:\(?(?:당초|종전|기존|변경 ?전|현행)\)? ?)?[‘'’]?"
)
"""What stands between a step and a date right behind it: 착공 '26년 3월, 준공: 2028년, 준공(2028년)."""
_MOVED = regex(r"(?:식)?(?: ?(?:예정일|시점|시기|일정|목표|때))?(?:은|는|이|가|도|을|를) (?P<words>[^.“”\"]{0,44}?)")
_TO = regex(
    r"(?: ?(?:상반기|하반기|[1-4]분기|초|중순|말|하순|께|쯤|경|무렵|연말))?(?:으로|로|에야|에나|에서야|께로)"
    r"(?:(?<=[에서]야)|(?<=에나)|(?: [^.,“”]{0,24}?)?"
    r"(?:미[루뤄뤘룬룰]|늦[추춰췄춘출어었]|밀[리렸려린릴]|연기|조정|변경|바[꾸뀌뀐꿨]|당[기겨겼긴]|앞당|잡[았혔고는은]|정[했해하]|예정|계획|목표|순연|"
    r"넘[어기겼긴]"
    r"|물러[서섰선나났난]|미끄러|이월|지연|순연|후퇴|처[졌진]|뒤로)|, [^.“”]{0,44}?(?:각각|[로께](?: 각각)?) "
    r"(?:미[루뤄뤘룬]|늦[추춰췄춘어]|밀[리렸려린]|연기|조정|변경|당[기겨겼긴]|잡|정))"
)
_ARROW = regex(r" ?(?:→|⇒|➝|->|▷|▶) ?(?:\(?(?:변경|조정|수정)(?: ?후)?\)? ?)?[‘'’]?")
_AGAIN = regex(
    r"[^.“”\"]{0,60}?(?<![가-힣])(?:다시|또|또다시|재차|거듭|한 번 더|한 차례 더|결국)(?![가-힣])[^.“”\"]{0,30}"
)
"""Between a day to which a step was moved and the next: «9월로 미뤄졌다가 다시 12월로 밀렸다»."""
_GIVEN_UP = regex(
    r" ?(?:[가-힣]{1,3} )?(?:(?:예정|계획|방침|참|일정|목표|구상)(?:이었|였|이던|이다가)"
    r"|(?:하|열|되|마치|뜨|끝내)?려(?:고)? ?(?:했[으지던다]|하다|던|다가)"
    r"|(?:하|열|되|마치|뜨|끝내)?기로 (?:했|돼 있|되어 있)(?:으나|지만|던|다가|는데|었)"
    r"|(?:을|를) (?:목표로 ?|계획|추진|예정|약속|공언|장담|기약|기대|예고|바라보고 ?|내다)"
    r"(?:했|하였|잡았|삼았|뒀|두었|봤|보았|있었|왔)"
    r"(?:으나|지만|는데|다가|었으나|었지만))"
)
"""Behind a step that was meant and did not come: «6월 개소할 예정이었으나»."""
_THEN = regex(
    r"(?: ?(?:상반기|하반기|[1-4]분기|초|중순|말|하순|께|쯤|경|무렵))?(?:에|에야|에나|으로|로|에서야|이 돼서야) "
    r"(?:[^.,“”]{0,24}? )?(?:연다|열|여는|엽니|문을|개소|개관|개장|개통|착공|준공|첫|뜬|뜨|시작|"
    r"마친|마치|끝|완공|가동|출범|미|밀|연기|늦|순연|조정|변경|이월|넘[어긴겼]|물러)"
)
_IS = regex(
    r"(?: ?(?:상반기|하반기|[1-4]분기|초|중순|말|하순|께|쯤|경|무렵|연말|봄|여름|가을|겨울))?"
    r"(?: 그대로|이다|다|이며|이고|이?라고 |으?로 (?:예정|계획|목표)|이 (?:목표|예정)|가 목표| 예정| 목표|"
    r"에 (?:이뤄|끝|마무리|있을|한다|할|[뜨뜬뜰]|시작|들어[가간갈]|열|나[서선설])|[.,)]|$)"
)
_FAR = 40
_BEHIND = 16


def date_of_step(text: str, begin: int, end: int, dates: Sequence[Mention]) -> Mention | None:
    """The date of the step that stands at ``[begin, end)``; None where none belongs to it.

    ``dates`` are those of its sentence. A date right before goes before one right behind, that before one that only
    stands in the same clause; where a step is moved the day it is moved to counts.
    """
    moved = _moved_to(text, end, dates)
    if moved is not None:
        return moved
    if _GIVEN_UP.match(text, end):
        return next((d for d in dates if d.begin > end and _THEN.match(text, d.end)), None)
    before = [d for d in dates if d.end <= begin and not _NO_DATE_OF_STEP.match(text, d.end)]
    if before and _BESIDE.fullmatch(text, before[-1].end, begin):
        return before[-1]
    behind = next((d for d in dates if d.begin >= end), None)
    if behind is not None and _LABEL.fullmatch(text, end, behind.begin):
        label = text[end : behind.begin]
        changed = next((d for d in dates if d.begin > behind.end and _ARROW.fullmatch(text, behind.end, d.begin)), None)
        if changed is not None:
            return changed
        if not label.strip().endswith(("은", "는", "이", "가", "도", "을", "를")) or _IS.match(text, behind.end):
            return behind
    if before and begin - before[-1].end <= _FAR and not _BREAK.search(text, before[-1].end, begin):
        return before[-1]
    return None


def _moved_to(text: str, end: int, dates: Sequence[Mention]) -> Mention | None:
    """``준공은 2029년 6월로 반년 미뤘다``, ``개소가 6월에서 10월로 밀렸다``: the last date before the verb.

    Of a step that was moved again and again the last one.
    """
    moved: Mention | None = None
    for date in dates:
        if moved is not None:
            if _AGAIN.match(text[moved.end : date.end + _BEHIND]) and _TO.match(text, date.end):
                moved = date
            continue
        said = _MOVED.fullmatch(text, end, date.begin) if date.begin >= end else None
        if said is None or _BREAK.search(said["words"]):
            continue
        if _TO.match(text, date.end):
            moved = date
    return moved
