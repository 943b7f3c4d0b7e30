"""The state's money where no purse is named: «정부안은 49억 원», «정부가 2조 원을 투자한다», and the sums of a text
on the state's budget that nobody else is told to give: «A에 120억 원, B에 95억 원이 배정됐다»."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.words import Act
from kg.facts.allocation.year import year_words
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.mentions.organization.organizations import STATE
from kg.patterns import regex
from kg.spans import Span

_BILL = regex(
    r"(?<![가-힣])(?:정부안|정부\s?(?:본)?예산(?:안|서)?|정부\s?추경안?|국가\s?예산안?|나라\s?(?:예산|살림))"
    r"(?:[은는]|에서?|에[는도서]|에서[는도]|에\s[가-힣]|이|의|상)(?=[\s,])"
)
"""The state's budget, as what a sum stands in or what it is."""
_SPOKEN_OF = regex(r"(?<![가-힣])(?:국비|국고|정부안|정부\s?예산|국가\s?예산|국회)")
_OTHER_PURSE = regex(
    r"도비|시비|군비|구비|지방비|자체|추경|본예산|예비비|민자|교부[세금]|특교|(?:시|도|군|구)\s?(?:예산|재정|의회)|(?<!국)의회"
)
_PUT_IN = frozenset(
    ("반영", "배정", "담기", "실리", "포함", "돌아가", "살아남", "오르", "들어가", "얹히", "증액", "되살아나", "살아나")
)
_YEAR_BEFORE = 8
"""So few letters before the words for the state's budget its year stands: 내년 국비, 2026년도 정부 예산."""
_ASKS = regex(r"달라|요구|요청|건의|신청")
_HEADED = regex(r"국비|국가\s?예산|정부\s?예산|정부안|국회\s?예산")
_SUBJECT = regex(r"[’'”\"」)]{0,2}(?:\([^)]{1,30}\))?(?:은|는|이|가|도)(?=[\s,])")
_LOCAL = frozenset(("LocalGovernment", "EducationOffice"))


def given_by_state(draft: Draft, body: Mention, act: Act | None) -> None:
    """Note 국비 for what the national government is told to give: «정부는 2030년까지 2조 원을 투자한다»."""
    if draft.source is not None or draft.sourced or body.kind != "organization-short" or body.value.official != STATE:
        return
    if act is not None and act.voice == "gives" and act.stage is None and draft.status not in ("cut", "proposed"):
        draft.source, draft.sourced = "국비", True
        draft.note("source", body.span, "source-told")


def state_money(draft: Draft, clause: Clause, mentions: Mentions) -> None:
    """Note 국비 for a sum of the state's budget, where neither a purse nor another giver is told."""
    if draft.sourced or draft.source is not None or draft.per_unit or clause.row.parent is not None:
        return
    text = clause.analysis.text
    end = clause.head.end if clause.head is not None and clause.head.begin > clause.money.end else clause.chunk.end
    told = _BILL.search(text, clause.segment().begin, max(end, clause.money.end))
    if told is not None and told.start() < clause.money.begin and _OTHER_PURSE.search(text, told.end(), end) is None:
        _note(draft, Span(told.start(), told.end()))
        return
    if draft.by is not None or not _put_in(clause):
        return
    if (about := _on_the_state_budget(clause, mentions)) is not None:
        _note(draft, about)
        words = year_words(text, max(about.begin - _YEAR_BEFORE, 0), about.begin, clause.analysis.document.published)
        if words and draft.year is None and not draft.several_years:
            draft.year = words[-1].year  # «내년 국비 4천억 원 확보» over it
            draft.note("year", words[-1].span, "year-budget")


def _note(draft: Draft, span: Span) -> None:
    draft.source, draft.sourced, draft.elided = "국비", True, False
    draft.note("source", span, "source-told")


def _put_in(clause: Clause) -> bool:
    """Whether the sum is told as put into a budget, by nobody."""
    head, act = clause.head, clause.act
    if head is None or act is None or act.word not in _PUT_IN:
        return False
    return act.voice == "goes" or head.suffix == "되"


def _on_the_state_budget(clause: Clause, mentions: Mentions) -> Span | None:
    """The words that tell that the paragraph, else the text by its headline, is about the state's budget."""
    analysis, sentence = clause.analysis, clause.sentence
    text = analysis.text
    if _OTHER_PURSE.search(text, sentence.begin, sentence.end) or _acts(analysis, mentions, sentence.span):
        return None
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 4) : sentence.index]):
        if earlier.paragraph != sentence.paragraph:
            break
        if _OTHER_PURSE.search(text, earlier.begin, earlier.end):
            return None
        if (found := _SPOKEN_OF.search(text, earlier.begin, earlier.end)) is not None:
            return Span(found.start(), found.end())
        if _acts(analysis, mentions, earlier.span) and _ASKS.search(text, earlier.begin, earlier.end) is None:
            return None  # «시는 X를 예산에 올렸다»
    title = analysis.document.title_span
    headed = _HEADED.search(text, title.begin, title.end) if title is not None else None
    return Span(headed.start(), headed.end()) if headed is not None else None


def _acts(analysis: Analysis, mentions: Mentions, span: Span) -> bool:
    """Whether a local government is the subject of the words."""
    return any(
        _LOCAL & set(m.value.classes) and _SUBJECT.match(analysis.text, m.end)
        for m in mentions.within(span, "organization")
    ) or any(
        m.value.text in ("시", "도", "군", "구") and _SUBJECT.match(analysis.text, m.end)
        for m in mentions.within(span, "organization-short")
    )
