"""Who gets a sum, and in which legal form: «A재단에 5억 원을 출연», «B시는 국비 6억 원을 받는다»."""

import re

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.payer import giver_of, subject_before
from kg.facts.allocation.roles import deliberates
from kg.language.model import Analysis
from kg.mentions.model import Mention, MentionKind, Mentions
from kg.patterns import regex
from kg.spans import Span

_BODIES: tuple[MentionKind, ...] = ("organization", "organization-short")
_HANDS_OVER = frozenset(
    (
        *(
            "출연",
            "출자",
            "보조",
            "위탁",
            "기부",
            "기탁",
            "쾌척",
            "전달",
            "교부",
            "지급",
            "지원",
            "배정",
            "배분",
            "재정지원",
            "후원",
            "증액",
        ),
        *(
            "주",
            "나누",
            "내려보내",
            "건네",
            "떼",
            "맡기",
            "융자",
            "대출",
            "돌아가",
            "내려가",
            "쥐여주",
            "보내",
            "적립",
            "제공",
        ),
    )
)
_LEGAL = frozenset(("출연", "출자", "보조", "위탁", "기부"))
_INTO_FUNDS = frozenset(("출연", "출자", "기부", "기탁", "적립"))
_GETS = frozenset(("확보", "따내", "따", "끌어오", "받", "지원받", "얻", "타내", "유치", "챙기"))
_TO = regex(r"[’'”\"」)]{0,2}(?:\([^)]{1,30}\))?\s?(?:에게는|에게도|에게|에는|에도|에|측에|한테|\s앞으로)(?=[\s,])")
_TO_THIS = regex(
    r"[’'”\"」)]{0,2}(?:에게|에|측에)\s(?:전액\s|모두\s|바로\s|다시\s)?(?:준다|주기로|줄\s|줬|지원|교부|지급|배정|배분|출연|출자|위탁|보조|맡|내려보|전달|넘긴|넘겨)"
)
_THIS = regex(r"(?:이|그|해당)\s(?:돈|예산|사업비|지원금|보조금|출연금|자금|금액)(?:은|는|을|를|도)(?=\s)")
_TAKES_THIS = regex(
    r"[’'”\"」)]{0,2}(?:은|는|이|가|에서)\s[^.,]{0,12}?(?:이|그|해당)\s(?:돈|예산|사업비|지원금|보조금|출연금|자금)(?:을|를)\s(?:전액\s|모두\s)?(?:받|지원받|넘겨받|교부받)"
)
_FROM_ABOVE = regex(
    r"국비|국고|교부세|교부금|특교|공모|지원금|보조금|도비|시비|기금|사업비\s?지원|부(?:에서|로부터|가)\s"
)
_OWN = regex(r"추경|추가경정|본예산|자체|예비비|총사업비")
_ENTRUSTS = frozenset(("위탁", "맡기", "수탁", "재위탁", "대행"))
_BY_NOUN = (
    ("출연", re.compile(r"출연금|출연\s?예산")),
    ("출자", re.compile(r"출자금")),
    ("위탁", re.compile(r"위탁금|위탁비|위탁\s?사업비|위탁\s?운영비|위탁\s?수수료|위탁\s?대행비")),
    ("융자", re.compile(r"융자금|융자\s?(?:지원|한도|규모)|대출금|대출\s?(?:지원|한도|규모)|특례보증")),
    ("기부", re.compile(r"기부금|성금|기탁금|후원금")),
    ("보조", re.compile(r"(?:국고|지방|민간|경상|자본|시|도|군|구)?보조금")),
)


def read_recipient(draft: Draft, mentions: Mentions) -> None:
    """Note who gets the sum and the legal form in which it goes there."""
    clause = draft.clause
    assert clause is not None
    entrusted = _entrusted(clause, mentions)
    draft.instrument = draft.instrument or ("위탁" if entrusted is not None else _by_noun(clause))
    handed = _receiver(clause, mentions) or (entrusted[0] if entrusted else None)
    draft.recipient = handed if handed is not None and handed is not draft.by else _getter(draft, mentions)


def _receiver(clause: Clause, mentions: Mentions) -> Mention | None:
    """«X에 35억 원을 출연한다»: the body to which the sum is handed over, the last one told before its predicate."""
    act = clause.act or clause.leaning_act
    if act is None or act.word not in _HANDS_OVER or act.plain == "cut":
        return None
    head = clause.head
    passive = head is not None and head.suffix == "되" and clause.leaning is None
    end = clause.money.begin
    if head is not None and head.begin > end and not any(c.money for c in clause.following() if c.begin < head.begin):
        end = head.begin
    text, begin = clause.analysis.text, clause.segment().begin
    found = None
    for mention in mentions.within(Span(begin, end), *_BODIES):
        if _TO.match(text, mention.end) and _can_get(mention, act.word, passive):
            found = mention
    if found is not None and re.search(r"[가-힣](?:와|과|·|,)\s?$", text[begin : found.begin]):
        return None  # «달래시와 물결군에 5억 원씩»: to several
    if found is None and act.word in _INTO_FUNDS:
        funds = [
            m for m in mentions.within(Span(begin, end), "program") if m.value.text.endswith(("펀드", "기금", "조합"))
        ]
        found = next((m for m in reversed(funds) if _TO.match(text, m.end)), None)
    if found is None and clause.leaning is None:  # «A재단에는 X를 맡기고 5억 원을 준다»: told before the clause
        for mention in mentions.within(Span(clause.sentence.begin, begin), *_BODIES):
            if re.match(r"[’'”\"」)]{0,2}(?:에는|에게는|에도|에게도)(?=[\s,])", text[mention.end : mention.end + 6]):
                found = mention if _can_get(mention, act.word, passive) else found
        if any(c.money is not None for c in clause.row.chunks[: clause.place]):
            return None
    return found


def _can_get(body: Mention, word: str, passive: bool) -> bool:
    """Whether a body can be handed the money; «A시에 3억 원을 지원» is, a bare place with 투입 is not."""
    if deliberates(body) and word not in _LEGAL:
        return False
    return not passive or body.kind == "organization"


def _entrusted(clause: Clause, mentions: Mentions) -> tuple[Mention | None] | None:
    """«운영을 X에 맡기고 연간 7억 원을 지급한다»: entrusted in the clause before; the body may stay unnamed."""
    text, chunks = clause.analysis.text, clause.row.chunks
    for i in range(clause.place - 1, -1, -1):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None or chunk.ending == "EF":
            return None
        if chunk.kind != "verb" or chunk.lemma not in _ENTRUSTS or chunk.ending not in ("EC", "ETM"):
            continue
        pays = clause.act is not None and clause.act.voice == "gives"
        if not pays and not re.match(r"\s?(?:을|를)?\s?정산", text[clause.money.end : clause.money.end + 6]):
            return None
        bodies = mentions.within(Span(clause.sentence.begin, chunk.begin), *_BODIES)
        to = [m for m in bodies if _TO.match(text, m.end)]
        return (to[-1] if to else None,)
    return None


def _by_noun(clause: Clause) -> str | None:
    """«보조금 5억 원», «200억 원까지 보조금을 준다»: the legal form as the noun of the sum."""
    text = clause.analysis.text
    act = clause.act or clause.leaning_act
    if act is not None and act.voice == "gets" and act.word != "받":
        return None
    end = clause.chunk.end
    if clause.head is not None and not any(c.money for c in clause.following() if c.begin < clause.head.begin):
        end = max(end, clause.head.begin) if clause.row.parent is None else end
    for form, pattern in _BY_NOUN:
        if pattern.search(text, clause.segment().begin, end):
            return form
    return None


def _getter(draft: Draft, mentions: Mentions) -> Mention | None:
    """«B시는 국비 6억 원을 받는다», «B시, 특별교부세 7억 원 확보»: the subject, of what comes from somebody else."""
    clause = draft.clause
    assert clause is not None
    act = clause.act or clause.leaning_act
    if act is None or act.word not in _GETS or re.search(r"규모|짜리|의\s", clause.after):
        return None
    text = clause.analysis.text
    head = clause.head
    end = head.end if head is not None and head.begin > clause.money.end else clause.chunk.end
    words = text[clause.sentence.begin : max(end, clause.money.end)]
    giver = giver_of(clause, mentions)
    above = giver is not None or draft.source == "국비" or _FROM_ABOVE.search(words) is not None
    if act.word in ("받", "지원받"):
        above = above or _OWN.search(words) is None
    elif _OWN.search(words[-60:]) and draft.source != "국비":
        return None
    subject = subject_before(clause.analysis, mentions, clause.sentence.begin, clause.money.begin, clause)
    subject = subject or _headlined(clause, mentions)
    if not above or subject is None or subject is giver or deliberates(subject):
        return None
    return subject


def _headlined(clause: Clause, mentions: Mentions) -> Mention | None:
    """«- A시, X에 특별교부세 7억 원 확보»: the body before the comma of a headline or a list's line."""
    text = clause.analysis.text
    for mention in mentions.within(Span(clause.sentence.begin, clause.money.begin), *_BODIES):
        lead = text[clause.sentence.begin : mention.begin].strip(" -–—•·○□◦▲△■▶*")
        if not lead and text.startswith(",", mention.end):
            return mention
        return None
    return None


def hand_on(analysis: Analysis, mentions: Mentions, drafts: list[Draft]) -> None:
    """«C대학교가 이 돈을 받아», «도는 이 돈을 D원에 준다»: the next sentence tells who gets the sum told last."""
    for i, draft in enumerate(drafts):
        clause = draft.clause
        if clause is None or draft.recipient is not None or draft.status == "cut":
            continue
        index = clause.sentence.index + 1  # in the next line too, for «이 돈» points back
        if index >= len(analysis.sentences):
            continue
        sentence = analysis.sentences[index]
        later = drafts[i + 1] if i + 1 < len(drafts) else None
        if sentence.paragraph - clause.sentence.paragraph > 1:
            continue
        if later is not None and later.clause is not None and later.clause.sentence.index <= index:
            continue
        this = _THIS.search(analysis.text, sentence.begin, sentence.end)
        for mention in mentions.within(sentence.span, *_BODIES):
            takes = _TAKES_THIS.match(analysis.text, mention.end, sentence.end)
            given = this is not None and this.end() <= mention.begin and _TO_THIS.match(analysis.text, mention.end)
            if (takes or given) and mention.value.text not in ("시", "도", "군", "구"):
                draft.recipient = mention
                break
