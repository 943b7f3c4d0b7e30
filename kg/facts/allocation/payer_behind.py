"""Who gives a sum, told behind it: «장학금은 500만 원이고 X재단이 낸다», «9억 원이 든다. 이 돈은 X가 댄다»."""

from kg.facts.allocation.clause import Clause
from kg.mentions.model import Mention, MentionKind, Mentions
from kg.patterns import regex
from kg.spans import Span

_BODIES: tuple[MentionKind, ...] = ("organization", "organization-short")
_POINTS = (
    r"(?:이는|이것은|이걸|이를|(?:이|그|이런|모든|관련|필요한)\s(?:돈|비용|예산|금액|사업비|재원|경비|값)(?:은|는|도|을|를)?"
    r"|(?:돈|비용|예산|사업비|재원|경비)(?:은|는|도)|전액(?:은|을)?|모두|전부)"
)
_CLOSES = regex(
    r"(?:원)?(?:씩|꼴|가량|정도|안팎)?(?:이고|이며|인데|이지만|입니다만|(?:이|은|을|를)?\s(?:든다|드는데|들며|들고|들지만|들어가는데|들어가며|들어가고|소요되는데"
    r"|소요되며|소요되고|필요한데|필요하며|필요하고|걸리는데)),?\s"
)
"""What closes the sum's own clause, so that the next one has room for a giver of its own."""
_LEADS = regex(rf"{_POINTS}\s(?:(?:전액|모두|전부|전적으로)\s)?")
_EACH_AND_ALL = regex(r"(?:원)?씩,?\s(?:모두|총|합쳐|전부|다\s?합쳐)\s(?:약\s)?$")
_GIVES = regex(
    r"[’'”\"」)]{0,2}(?:\([^)]{1,20}\))?(?:이|가|에서|\s?측이|\s?측에서|\s?쪽에서)\s(?:(?:전액|모두|전부|함께|대신|따로|직접|전적으로|매년|해마다)\s){0,2}"
    r"(?:[내낸냈]|내기로|내놓|[대댄댔]|대기로|부담|지원|후원|기부|기탁|지정\s?기탁|책임[지진졌질]|충당|출연|쾌척|희사|보[태탠탰]|메우|메[운웠]|채우|채[운웠]|지급|치[르른렀]|떠안|떠맡|감당|짊어|댈|낼|대\s주|내\s주)"
)
_NAMED_BEFORE = regex(r"\d|[가-힣](?:은|는|이|가|을|를)\s")
_REACH = 44


def giver_told_behind(clause: Clause, mentions: Mentions) -> Mention | None:
    """The body that the next clause or the next sentence of the paragraph tells to give all of the sum."""
    text, sentence = clause.analysis.text, clause.sentence
    end = clause.money.end
    later = next((c.money for c in clause.following() if c.money is not None), None)
    if later is not None and _EACH_AND_ALL.match(text[clause.money.end : later.begin]):
        end = later.end  # «한 대에 3억 원씩 모두 9억 원이 드는데, 이는 X가 기탁했다»
        later = next((c.money for c in clause.following() if c.money is not None and c.begin > end), None)
    closed = _CLOSES.match(text, end, sentence.end)
    if closed is not None and (later is None or later.begin > closed.end() + _REACH):
        lead = _LEADS.match(text, closed.end(), sentence.end)
        return _body(clause, mentions, lead.end() if lead else closed.end(), sentence.end, lead is not None)
    after = clause.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    if later is not None or not after or after[0].paragraph != sentence.paragraph or _shared(clause, end):
        return None
    lead = _LEADS.match(text, after[0].begin, after[0].end)
    return _body(clause, mentions, lead.end(), after[0].end, True) if lead is not None else None


def _shared(clause: Clause, end: int) -> bool:
    """Whether the sentence tells other sums too than the one that ends here, so that «이 돈» may be any."""
    return any(c.money is not None and c.money.end > end for c in clause.row.chunks) or any(
        c.money is not None and c.money.begin < clause.money.begin for c in clause.row.chunks[: clause.place]
    )


def _body(clause: Clause, mentions: Mentions, begin: int, end: int, pointed: bool) -> Mention | None:
    """The body that opens the words, with an apposition before it at most, and gives."""
    text = clause.analysis.text
    for body in mentions.within(Span(begin, min(end, begin + _REACH)), *_BODIES):
        if _NAMED_BEFORE.search(text, begin, body.begin) or (not pointed and body.begin > begin):
            return None
        if _GIVES.match(text, body.end, end):
            return body
    return None
