"""Companies that pay: who builds what a paragraph tells of, the buyer of a site, one without a known name."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.wording import is_time
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_BUYS = frozenset(("사", "사들이", "매입", "구입", "구매", "인수", "분양받", "취득"))
_SELLER = regex(r"[’'”\"」)]{0,2}(?:에서|로부터|으로부터|에게서|한테서)(?=\s)")
_SUBJECT = regex(r"[’'”\"」)]{0,2}(?:\([^)]{1,30}\))?\s?(?:등)?(?:은|는|이|가|도)(?=[\s,])")
_UNDERTAKES = regex(
    r"[^.]{0,70}?(?:짓|지어|지을|지은|세우|세울|건설|건립|구축|조성|투자|매입|사들|출자|증설|착공|넣고|넣는|넣어|댄다|대고|대는|부담|내놓|낸다|내고)"
)
_SHORT_FIRM = regex(
    r"(?<![가-힣])(?:(?:이|동|해당)\s(?:업체|기업|사업자)|(?:이\s|동\s)?(?:회사|시행사|운영사))(?:\s?(?:측|쪽))?(?:은|는|이|가|도)\s|(?<![가-힣])(?:업체|기업|사업자)\s?(?:측|쪽)(?:은|는|이|가|도|에서|에서는)\s"
)
_PAYS = frozenset(
    (
        "내",
        "대",
        "부담",
        "분담",
        "보태",
        "투자",
        "출자",
        "기부",
        "기탁",
        "출연",
        "조달",
        "마련",
        "충당",
        "책임",
        "후원",
        "넣",
        "매칭",
    )
)
_NO_GIVER = regex(
    r"(?:시|도|군|구|정부|국가|전액|모두|전부|사업|예산|비용|돈|금액|재원|사업비|누구|무엇|것|액수|규모|효과|필요|수)$"
)


def is_firm(body: Mention) -> bool:
    """Whether a body is a company."""
    return body.kind == "organization" and "Company" in body.value.classes


def sold_by(clause: Clause, body: Mention) -> bool:
    """«시에서 40억 원에 샀다», «도시공사에서 땅을 사들였다»: the body sells, it does not pay."""
    if clause.act is None or clause.act.word not in _BUYS:
        return False
    return _SELLER.match(clause.analysis.text, body.end) is not None


def firm_of(clause: Clause, mentions: Mentions) -> Mention | None:
    """«회사는 20억 원을 내겠다»: the company that was named last before its short form."""
    begin = max(clause.sentence.begin, clause.inner().begin)
    found = list(_SHORT_FIRM.finditer(clause.analysis.text, begin, clause.money.begin))
    if not found or not _gives(clause):
        return None
    return next((m for m in mentions.before(found[-1].start(), "organization") if is_firm(m)), None)


def firm_acting(clause: Clause, mentions: Mentions, span: Span) -> Mention | None:
    """The company that the words of ``span`` have for a subject and that builds, buys or invests there; it pays for a
    later sum that nobody is told to give, where the sum is given and does not move by itself."""
    if not _gives(clause):
        return None
    text, found = clause.analysis.text, None
    for mention in mentions.within(span, "organization"):
        if is_firm(mention) and (subject := _SUBJECT.match(text, mention.end)) is not None:
            found = mention if _UNDERTAKES.match(text, subject.end(), span.end) else found
    return found


def _gives(clause: Clause) -> bool:
    act, head = clause.act, clause.head
    return act is not None and act.voice == "gives" and act.plain != "cut" and (head is None or head.suffix != "되")


def another_gives(clause: Clause, body: Mention) -> bool:
    """Whether somebody whose name is not known is told right before the sum to give it, behind the body told for
    another sum: «도가 200억 원, 모태펀드가 500억 원을 출자하고»."""
    if clause.act is None or clause.act.word not in _PAYS:
        return False
    for chunk in clause.previous():
        if chunk.money is not None or chunk.begin < body.end:
            return False
        if chunk.kind == "noun" and chunk.particle in ("이", "가"):
            words = clause.analysis.text[chunk.begin : chunk.end]
            sums = any(c.money is not None and body.end <= c.begin < chunk.begin for c in clause.row.chunks)
            return sums and not is_time(words) and _NO_GIVER.search(words) is None
    return False


def unknown_giver(clause: Clause) -> bool:
    """Whether somebody whose name is not known is told to bear the sum: «60억 원을 새벽축산이 대고»."""
    act, head = clause.act, clause.head
    if act is None or head is None or act.word not in _PAYS or head.suffix == "되":
        return False
    analysis: Analysis = clause.analysis
    giver = False
    for chunk in clause.following():
        if chunk is head:
            return giver
        if chunk.money is not None or chunk.kind == "verb":
            return False
        if chunk.kind == "noun" and chunk.particle in ("이", "가"):
            words = analysis.text[chunk.begin : chunk.end]
            giver = not is_time(words) and _NO_GIVER.search(words) is None
    return False
