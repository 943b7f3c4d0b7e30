"""Sums that somebody only wants: «9억 원을 세우자고», «10억 원짜리 X를 만듭시다», what is only applied for."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.patterns import regex
from kg.spans import Span

_DO = (
    r"(?:하|되|들이|쓰|세우|내|대|주|넣|담|올리|늘리|키우|높이|만들|짓|풀|얹|더하|보태|붓|나누|돌리|모으|마련하|떼|헐|잡|싣|살리|되살리|맡기|걷|깎|줄이|빼|덜어내|낮추"
    r"|미루|옮기|놓|사|깔|꾸리|물리|두)"
)
_ASKED = regex(
    r"^\s?(?:으로|로)\s?(?:더\s)?(?:올리|늘리|증액하|깎|줄이|낮추|감액하)자(?:고|는|며)"
    r"|"
    r"^\s?(?:을|를|씩)?\s?(?:더\s|추가로\s)?(?:(?:지원해|보태|내려|반영해|배정해|늘려)\s)?(?:달라|받겠다고[^.]{0,40}?(?:신청|요청|건의|요구))"
    r"|^\s?(?:을|를|만|이라도|씩|을\s꼭|도)?\s?(?:[가-힣]{1,8}\s){0,2}[가-힣]{0,5}(?:해|워|어|아|려|여|겨|춰|내|줘|태|와)\s?(?:달라|주십사|주길|주기를|줄\s?것을)"
    r"|^\s?(?:을|를)?\s?(?:전액\s)?삭감(?:을|해야|하자|해)\s?(?:요청|요구|주장|촉구|제안|건의|한다고|고|달라)"
    rf"|^\s?(?:을|를|만|이라도|씩|도|까지|으로|로)\s(?:[가-힣]{{1,8}}\s){{0,2}}[가-힣]{{0,6}}{_DO}자(?:는|고|며|던|면서)(?=[\s,])"
    r"|^\s?(?:을|를|씩|까지)\s(?:[가-힣]{1,8}\s){0,2}[가-힣]{1,5}시다(?=[\s.,”\"])"
    r"|^\s?(?:을|를|도|까지)\s(?:[가-힣]{1,8}\s){0,2}[가-힣]{1,6}고\s?싶"
    r"|^\s?(?:은|는|을|를|도)?\s[^.,\d]{0,14}?(?:요구|신청|건의|요청|제안)(?:만|를|을)?\s?해\s?(?:놓|놨|둔|뒀|두었)"
)
_WOULD_BE = regex(
    r"\s?(?:원)?(?:짜리|규모(?:의|로)?|을\s들여|으로|로)\s[^.,“”]{0,30}?"
    rf"(?:{_DO}자(?:는|고|며|던|면서)(?=[\s,])|[가-힣]{{1,5}}시다(?=[\s.,”\"]))"
)
"""«10억 원짜리 ‘X’를 만듭시다», «5억 원을 들여 X를 짓자고»."""


def wanted(clause: Clause) -> Span | None:
    """The words behind the sum that only wish for it."""
    text, end = clause.analysis.text, clause.money.end
    told = _ASKED.match(text[end : clause.sentence.end])
    if told is not None:
        return Span(end, end + told.end())
    would = _WOULD_BE.match(text, end, clause.sentence.end)
    if would is None or any(c.money is not None and c.begin < would.end() for c in clause.following()):
        return None
    return Span(end, would.end())


_APPLIED = regex(
    r"(?:건립|조성|구축|설치|신설|유치|사업|지정|도입|개발|착수|확대|공모|과제|[’”\"」』])(?:을|를|에|으로)?\s[^.“”\d]{0,24}?"
    r"(?:신청|건의|요청|제안|응모|요구)(?:서를\s[냈내]|을\s[냈내])?(?:했|하였|해\s?(?:놨|놓|뒀|둔|두었)|한다|합니다|한\s상태|할\s(?:계획|예정)|해\s왔)"
    r"|자고\s[^.“”\d]{0,16}?(?:제안|건의|요청|제의|요구)(?:했|하였|해\s?(?:놨|놓|뒀|둔|두었)|한다|합니다)"
)
_NOT_WON = regex(r"(?:선정|확정|통과|뽑[혔힌]|따[냈낸]|승인|받아[냈낸])")


def applied_for(draft: Draft) -> Span | None:
    """«X 건립을 신청했다. 총사업비 120억 원»: the sentence before tells that the whole thing is only asked for."""
    clause = draft.clause
    if clause is None or not (draft.whole or draft.several_years or draft.part_of is not None):
        return None
    analysis, sentence = clause.analysis, clause.sentence
    for earlier in analysis.sentences[max(0, sentence.index - 1) : sentence.index + 1]:
        if earlier.paragraph != sentence.paragraph:
            continue
        end = min(earlier.end, clause.money.begin)
        told = _APPLIED.search(analysis.text, earlier.begin, end)
        if told is not None and _NOT_WON.search(analysis.text, told.end(), clause.sentence.end) is None:
            return Span(*told.span())
    return None


_IDEA = regex(
    r"(?:제안|건의|구상|요구|신청|공약)(?:한|했던|하였던|해\s온|하던)\s"
    r"[‘'“\"「『<〈][^’'”\"」』>〉\n]{2,24}[’'”\"」』>〉]\s?\(\s?(?:총\s?|약\s?)?$"
)
"""«나 전 시장이 제안했던 ‘이동식 담수선’(180억 원)»."""


def idea_in_bracket(draft: Draft) -> bool:
    """Whether the bracket behind a thing that somebody proposed tells its sum."""
    clause = draft.clause
    if clause is None:
        return False
    return _IDEA.search(clause.analysis.text, max(0, clause.money.begin - 60), clause.money.begin) is not None
