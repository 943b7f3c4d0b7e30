"""A total that adds up what the text has picked out of a budget: «이름에 ‘AI’가 붙은 사업을 골라냈다. 모두 26억 원»."""

from kg.facts.allocation import context
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.status_paper import draft_paper
from kg.facts.allocation.year import year_words
from kg.language.model import Analysis, Sentence
from kg.patterns import regex
from kg.spans import Span

_ADDS_UP = regex(
    r"[\s○◦□■\-–•·ㅇ▶※]*(?:그래도\s|그렇게\s|이들을\s|이를\s|이것을\s|이것들을\s)?(?:(?:올해|지난해|작년|내년|새해|20\d\d년)\s?)?(?:같은\s(?:사업|항목|과제)들?의?\s)?"
    r"(?:모두\s|전부\s|다\s|한데\s)?(?:합계|총합|총계|더하면|더하니|더해\s보니|합치면|합하면|합산하면|합치니|합해\s보니)(?:는|은|가|이)?\s(?:모두\s|총\s|약\s)*"
)
_PICKED = regex(
    r"(?P<what>[^.,\n]{0,40}?(?:사업|항목|과제|예산|정책)들?(?:\s(?:[가-힣]{1,3}|\d+)\s?(?:가지|개|건|곳|줄))?)(?:을|를|만)\s(?:[가-힣]{1,6}\s){0,3}"
    r"(?:골라|추려|추렸|추린|뽑아|뽑았|뽑은|세어|셌|모아|모았|찾아|찾았|더해|합쳐|걸러|정리)"
)
_FIELD = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|AX|자율주행|반도체|메타버스|드론|바이오|청년|돌봄|기후")
_KIND = regex(r"사업|항목|과제|예산|정책")


def name_tally(draft: Draft) -> bool:
    """Name what a total adds up, with the year of the budget from which it was picked; whether that was told."""
    clause = draft.clause
    if clause is None or draft.sourced or draft.per_unit:
        return False
    analysis, sentence = clause.analysis, clause.sentence
    found = _counted(analysis, sentence, draft.money.begin)
    if found is None and draft.purpose is None and _ADDS_UP.fullmatch(analysis.text, sentence.begin, draft.money.begin):
        found = _picked(analysis, sentence)
    if found is None:
        return False
    draft.whole, draft.weak_whole = True, False
    if not draft.own:  # else the words of the text say it all
        draft.purpose, span = found
        draft.note("purpose", span, "purpose-topic")
    own = year_words(analysis.text, sentence.begin, draft.money.begin, analysis.document.published)
    word = own[0] if own else context.budget_year(analysis, sentence)
    if draft.year is None and word is not None:
        draft.year = word.year
        draft.note("year", word.span, "year-budget")
        draft.features.append("budget-noun")
        bill = draft_paper(analysis.text, word.span.begin, min(word.span.end + 20, sentence.end))
        if not own and bill is not None and draft.status in (None, "planned"):
            draft.status = "proposed"
            draft.note("status", bill, "status-proposed")
    return True


_COUNTED = regex(
    r"(?P<what>[^.,\n]{0,50}?(?:사업|항목|과제|예산|정책)들?)(?:이|은|는)\s(?:모두\s|전부\s)?(?:\d+|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|스물)[가-힣]{0,3}\s?"
    r"(?:개|가지|건|곳|줄)[,.]?\s(?:그\s)?(?:모두\s|전부\s|다\s)?(?:더하면|더하니|합치면|합치니|합하면|합쳐서?|합해서?)\s(?:모두\s|총\s|약\s)?$"
)


def _counted(analysis: Analysis, sentence: Sentence, place: int) -> tuple[str, Span] | None:
    """«이름에 ‘AI’가 들어간 사업이 아홉 개, 더하면 71억 원»: told and added up in one sentence."""
    text = analysis.text
    match = _COUNTED.search(text, sentence.begin, place)
    field = _FIELD.search(match["what"]) if match is not None else None
    if match is None or field is None:
        return None
    kind = _KIND.findall(match["what"])[-1]
    return f"{field.group()} {kind}", Span(match.start("what") + field.start(), match.end("what"))


def _picked(analysis: Analysis, sentence: Sentence) -> tuple[str, Span] | None:
    text = analysis.text
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 3) : sentence.index]):
        if earlier.paragraph != sentence.paragraph:
            return None
        match = _PICKED.search(text, earlier.begin, earlier.end)
        if match is None:
            continue
        field, kinds = _FIELD.search(match["what"]), _KIND.findall(match["what"])
        if field is None or not kinds:
            return None
        return f"{field.group()} {kinds[-1]}", Span(match.start("what") + field.start(), match.end("what"))
    return None
