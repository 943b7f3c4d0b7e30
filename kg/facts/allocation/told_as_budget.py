"""Whether a sum that only shares the purpose of another is told as money for something at all."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topic_label import item_name
from kg.patterns import regex

_EVIDENCE = (
    "budget-verb",
    "source-told",
    "year-told",
    "year-first",
    "total-told",
    "budget-noun",
    "per-unit",
    "table",
    "adds-up",
    "recurring",
)


def speaks_of_budget(draft: Draft) -> bool:
    """A sum that shares another's purpose needs a word of its own that makes it money for something."""
    if (
        draft.own
        or draft.part_of is not None
        or draft.several_years
        or draft.revises is not None
        or draft.superseded
        or draft.sourced
    ):
        return True
    if draft.clause is not None and _cell_alone(draft.clause):
        return False
    if draft.clause is not None and all(c.kind == "stop" or c is draft.clause.chunk for c in draft.clause.row.chunks):
        return True  # a list item that ends with its sum
    if draft.clause is not None and (_ends_item(draft.clause) or _labelled(draft.clause)):
        return True
    if (draft.clause is not None and draft.clause.row.parent is not None) or "status" in draft.slots:
        return True
    if draft.clause is not None and (_said_of_money(draft.clause) or _given_by(draft)):
        return True
    return any(f in draft.features for f in _EVIDENCE)


_LABELS = regex(r"(?:예산|사업비|비용|[가-힣]액|재원|규모|금액|[국도시군구]비|투자|지원)[^\n]{0,8}$")


def _cell_alone(clause: Clause) -> bool:
    """Whether the sum is all that its line holds, below a line that is no label: a cell of a table whose cells a
    conversion has written one below the other, so that nobody can tell what it stands under."""
    text, money = clause.analysis.text, clause.money
    begin, end = text.rfind("\n", 0, money.begin) + 1, text.find("\n", money.end)
    line = text[begin : money.begin] + text[money.end : end if end >= 0 else len(text)]
    if line.strip(" .,()약총"):
        return False
    above = text[:begin].rstrip()
    return _LABELS.search(above, above.rfind("\n") + 1) is None


_SAID_OF_MONEY = regex(
    r"(?:^|[\s(“\"])(?:[가-힣A-Za-z]{1,8}\s)?(?:[가-힣]{0,6}(?:비용|금액|액수|소요액|총액|공사비|건립비|건축비|조성비|구축비|제작비|개발비|도입비|설치비|사업비|예산|지원액|투입액|지원금|보조금|출연금|요구액|신청액|배정액)|돈|몫|(?:지원|건의|요구|요청|신청|편성|투입|투자)\s?규모|한도)"
    r"(?:은|는|이|가|도|만|으로는|으로도|로는)\s(?:[^.,“”\d]{0,16}\s)?(?:약\s?|총\s?|모두\s?|최대\s?|합쳐\s?|무려\s?)?$"
)
"""What the sum is said of is money for something: «비용은 7억 원이다», «금액으로는 123억 원이다»."""
_IS = regex(
    r"\s?(?:원)?\)?(?:\([^()]*\))?(?:씩|가량|정도|쯤|까지|이내)?(?:이다|이었다|였다|이며|이고|인데|이었는데|입니다|이에요|예요|이었습니다|였습니다|임|이라고|이라는|이란|다|이지만|으로|에\s(?:불과|그[치쳤쳐]|지나지|머[물무])|뿐|[,.]|$)"
)


def _said_of_money(clause: Clause) -> bool:
    """Whether a word for money is the topic of which the sum is told."""
    if clause.analysis.quoted_at(clause.money.begin) is not None and clause.analysis.document.kind != "interview":
        return False
    text, begin = clause.analysis.text, max(clause.sentence.begin, clause.segment().begin - 1)
    if _IS.match(text, clause.money.end, clause.sentence.end) is None:
        return False
    return _SAID_OF_MONEY.search(text, begin, clause.money.begin) is not None


def _given_by(draft: Draft) -> bool:
    """«구는 해마다 4억 원씩 12억 원을, 대학은 나머지를 맡는다»: an object beside a payer, whose verb comes later."""
    return (
        "payer-told" in draft.features and draft.clause is not None and draft.clause.chunk.particle in ("을", "를", ",")
    )


def _ends_item(clause: Clause) -> bool:
    """«나. 선별 라인 : 가공장 3곳에 구축, 31억 원»: the sum closes the line of a list item with a name."""
    text = clause.analysis.text
    end = text.find("\n", clause.money.end)
    line = text[clause.money.end : end if end >= 0 else len(text)].strip(" .)원")
    return not line and item_name(text, clause.money.begin) is not None


_BUDGET_LABEL = regex(
    r"(?:^|[\s/|:：,(·])(?:[가-힣]{0,4}\s?)?(?:계획액?|당초액|편성액|배정액|확정액|반영액|요구액|신청액|소요액|소요\s?(?:예산|비용|재원|경비)|집행(?:액|실적)?|실적|지출액?|투입액?|교부액?|결산액?|보조금"
    r"|지원금|출연금?|출자금?|부담금|분담금|교부금|예비비|기금|운영비|사업비|예산액?|기정액?|조정액|증액분)\s?[:：=]?\s?(?:총|약)?\s?$"
)
"""A label of budgets right before the sum: «계획 610백만 원, 실적 95백만 원», «소요액 410억 원»."""


def _labelled(clause: Clause) -> bool:
    """Whether a label tells the sum as budget."""
    text = clause.analysis.text
    return (
        _BUDGET_LABEL.search(text, max(clause.sentence.begin, clause.money.begin - 16), clause.money.begin) is not None
    )
