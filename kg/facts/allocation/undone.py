"""Sums that were asked for or set aside and then taken back within the same sentence: «9억 원을 세웠다가 추경에서 다
뺐다», «7억 원을 올렸으나 전액 깎였다», «27억 원을 들이려다 그만뒀다»."""

from kg.facts.allocation.clause import Clause
from kg.patterns import regex
from kg.spans import Span

_TURN = r"(?:다가|려다|으나|지만|는데|더니|건만|기\s전에)"
_ALL = r"(?:전액|전부|모두|모조리|통째로|다|싹|아예|몽땅|도로)"
_OFF = (
    r"(?:삭감|감액|깎|잘[려렸리린]|없[애앴어던]|날아|날[렸리린]|빠[졌지진]|뺐|빼|뺀|지[웠우운워]|쳐[냈내낸]|털|걷어|거둬|거[뒀두둔]"
    r"|반납|내려놓|덜어|도려)"
)
_GIVEN_UP = (
    r"(?:접었|접은|접기로|접고\s말|그만[뒀두둔]|포기[했하한]|백지화|철회[했하한]|취소[했하됐된한]|무산[됐된되]|백지로|물렸|거둬들[였인]"
    r"|집행하지\s(?:않|못)|손을\s뗐)"
)
_TAKEN_BACK = regex(
    rf"\s?(?:씩)?(?:을|를|이|가|은|는|도)?\s[^.“”]{{0,40}}?{_TURN}[,\s][^.“”]{{0,60}}?"
    rf"(?:{_ALL}(?:을|이|를)?\s(?:[가-힣]{{1,4}}\s)?{_OFF}|(?<![가-힣]){_GIVEN_UP})"
    rf"|\s?(?:을|를)\s[^.“”]{{0,24}}?기\s전에\s[^.“”]{{0,24}}?(?<![가-힣]){_OFF}"
)
_NOT_PUT_IN = regex(
    r"\s?(?:을|를|은|는|이|도)\s(?:[가-힣0-9]{1,8}\s){0,3}(?:올리|편성하|반영하|담|세우|넣|요구하|신청하|내|편성되|반영되|담기)지\s"
    r"(?:않(?!을\s?수)|못(?:했|하))"
)
_NOT_DONE = regex(
    r"\s?(?:\)\s?)?(?:은|는|을|를|도)\s[^.“”\d]{0,40}?(?:추진|시행|도입|건립|설치|조성|구축|진행|집행)(?:하|되)지\s(?:않기로|않는\s(?:것으로|쪽으로))"
)
_SOME = regex(r"일부|절반|[가-힣](?<!지)만\s")


def taken_back(clause: Clause) -> Span | None:
    """The words behind the sum that take all of it back; no other sum may stand between."""
    text, money = clause.analysis.text, clause.money
    for pattern in (_TAKEN_BACK, _NOT_PUT_IN, _NOT_DONE):
        match = pattern.match(text, money.end, clause.sentence.end)
        if match is None:
            continue
        between = [c for c in clause.following() if c.money is not None and c.begin < match.end()]
        if not between and _SOME.search(text, money.end, match.end()) is None:
            return Span(money.end, match.end())
    return None
