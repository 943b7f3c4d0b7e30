"""What the sentences before a sum lend it: the budget year, the draft budget, the year of «여기에는»."""

import re

from kg.facts.allocation.sections import REACH, item_at, items_over
from kg.facts.allocation.year import YearWord, numbered_supplements, spans_years, supplements, year_words
from kg.facts.allocation.year_clause import MEASURED_BY
from kg.language.model import Analysis, Sentence
from kg.patterns import regex

_ANAPHORIC = regex(
    r"^[\s○◦□■\-–•·ㅇ▶※]*(?:여기에|이를 위해|이를 위한|이에 필요한|이에 드는|이에 따른|이 돈|이 예산|"
    r"이 비용|그 비용|이 사업에|이 가운데|이 중|이중|그중|그 중|이 같은|예산도|예산은|예산은|사업비는|"
    r"사업비도|예산\s|비용은|이 사업비|관련 예산|필요한 예산|소요 예산|재원은|재원별|부서별|분야별|"
    r"연도별|사업별|시 전체|구 전체|도 전체)"
)
_BUDGET_YEAR = regex(
    r"((?:20\d\d년도?|[’']\d\d년도?|내년도?|올해|새해|금년도?)\s?(?:(?:제?\d\s?(?:회|차)|[가-힣A-Za-z·()]{1,12})\s){0,3}(?:본|(?:세입\s?[·ㆍ,]?\s?)?세출|"
    r"당초|수정|기정|일반회계\s?)?(?:예산안|예산|추경안|추경|추가경정예산안?|정부안))"
)


_YEAR_LABEL = regex(r"(?:20\d\d|[’‘']\d\d|올해|금년|내년)\s?(?:년도?|도)?\s?(?:[가-힣]{1,6}\s?){0,2}[:：]\s")
"""«’26년 계획: …», «2026년 예산 : …»: what opens an item and dates all of its line."""


def label_year(analysis: Analysis, place: int) -> YearWord | None:
    """The year that the label of the line tells, where it tells one."""
    item = item_at(analysis.text, place)
    begin = analysis.text.find(item.words, item.begin, item.end) if item.words else -1
    label = _YEAR_LABEL.match(analysis.text, begin, place) if begin >= 0 else None
    if label is None or spans_years(analysis.text, label.start(), label.end(), analysis.document.published):
        return None
    words = year_words(analysis.text, label.start(), label.end(), analysis.document.published)
    return words[0] if len(words) == 1 and words[0].role == "in" else None


def title_year(analysis: Analysis) -> YearWord | None:
    """The supplementary budget of which the title of a paper tells: «제1회 추가경정예산안 조정 결과»."""
    title = analysis.document.title_span
    told = supplements(analysis.text, title.begin, title.end, analysis.document.published) if title is not None else []
    return told[0] if told else None


def tables_supplement(analysis: Analysis) -> bool:
    """Whether the opening of a paper tables the bill of a supplementary budget: «제1회 추경안 중 … 소관»."""
    text = analysis.text
    told = [span for s in analysis.sentences[:8] for span in numbered_supplements(text, s.begin, s.end)]
    return any(text[begin:end].endswith("안") for begin, end in told)


def is_anaphoric(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence begins by pointing back: 여기에는, 이를 위해, 예산도."""
    return bool(_ANAPHORIC.match(analysis.text[sentence.begin : sentence.begin + 16]))


def year_of_previous(analysis: Analysis, sentence: Sentence) -> list[YearWord]:
    """The years told by the sentence before in the same paragraph; for a sentence that points back."""
    if sentence.index == 0:
        return []
    earlier = analysis.sentences[sentence.index - 1]
    if earlier.paragraph != sentence.paragraph and sentence.paragraph - earlier.paragraph != 1:
        return []
    published = analysis.document.published
    if spans_years(analysis.text, earlier.begin, earlier.end, published):
        return []
    return [
        w
        for w in year_words(analysis.text, earlier.begin, earlier.end, published)
        if w.role == "in" and not MEASURED_BY.match(analysis.text, w.span.end)
    ]


def budget_year(analysis: Analysis, sentence: Sentence, reach: int = 4) -> YearWord | None:
    """The budget that the sentence or those before it in the paragraph speak of: «2026년 예산안», «내년도 본예산»;
    beyond two sentences only where none between tells another year."""
    text, published = analysis.text, analysis.document.published
    for back in range(reach + 1):
        if sentence.index - back < 0:
            return None
        earlier = analysis.sentences[sentence.index - back]
        if earlier.paragraph != sentence.paragraph and not _asks(analysis, earlier):
            return None
        found = list(_BUDGET_YEAR.finditer(text, earlier.begin, earlier.end))
        if found and (_AND.search(text, earlier.begin, found[-1].start()) or _AND_NEXT.match(found[-1].group())):
            return None  # «올해와 내년 질병청 예산에서»
        if found:
            words = year_words(text, found[-1].start(1), found[-1].end(1), published)
            if words:
                return words[0]
        if told := supplements(text, earlier.begin, earlier.end, published):
            return told[-1]
        if back > 1 and year_words(text, earlier.begin, earlier.end, published):
            return None
    return None


_AND = regex(r"(?:올해|내년|20\d\d년)(?:와|과|·|\s및)\s?$")
_AND_NEXT = regex(r"(?:올해|내년|20\d\d년)(?:와|과|·|\s및)\s?(?:내년|내후년|20\d\d년)")
_ASKS = regex(r"(?:\?|[나까요지죠가데]\.|[나까요지죠가데]|다는데\.|다던데\.)\s*$")


def _asks(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence is a question of an interview: it says what the answer is about."""
    text = analysis.text
    opens = re.match(r"\s*(?:[―—–\-▶■◇◆●○Q문]|\d+\.)\s?", text[sentence.begin : sentence.begin + 5])
    return bool(opens and _ASKS.search(text, sentence.begin, sentence.end))


_SECTION = regex(r"예산|사업비|투자|편성|성과|실적|추진|재원")
_THIS_TIME = regex(r"(?:년도?)?(?:에는|에|는|은|도|엔|부터)?[\s,]")


def heading_year(analysis: Analysis, place: int) -> YearWord | None:
    """The one year that a heading of higher rank tells for the items beneath it: «Ⅱ. 2026년 세부 예산», «□ 시는 올해
    ‘X’를 넓힌다»."""
    text, published = analysis.text, analysis.document.published
    for line in items_over(text, place):
        begin, end = line.begin, line.end
        if line.mark is None or text.count("\n", line.end, place) > REACH:
            return None
        words = year_words(text, begin, end, published)
        if not words:
            continue
        told = {w.year for w in words}
        if len(told) != 1 or any(w.role != "in" for w in words) or spans_years(text, begin, end, published):
            return None
        word = words[0]
        fits = _THIS_TIME.match(text, word.span.end) if line.sentence else _SECTION.search(text, begin, end)
        return word if fits else None
    return None


def only_budget_year(analysis: Analysis, sentence: Sentence) -> YearWord | None:
    """The one budget bill that the text up to the sentence speaks of, wherever that tells its year; no bare «예산»."""
    text, published = analysis.text, analysis.document.published
    years: list[YearWord] = []
    for found in _BUDGET_YEAR.finditer(text, analysis.sentences[0].begin, sentence.end):
        if found.group().endswith("예산") and "본예산" not in found.group():
            continue
        years += year_words(text, found.start(1), found.end(1), published)[:1]
    years += supplements(text, analysis.sentences[0].begin, sentence.end, published)
    return years[0] if years and len({y.year for y in years}) == 1 else None


_DECIDED = regex(r"확정|의결|심사|심의|편성")


def document_budget_year(analysis: Analysis) -> YearWord | None:
    """The one budget that a council paper is about: all «20XX년도 예산안» of its title and lead tell the same year."""
    text, published = analysis.text, analysis.document.published
    years: list[YearWord] = []
    for sentence in analysis.sentences[:8]:
        for found in _BUDGET_YEAR.finditer(text, sentence.begin, sentence.end):
            if (
                found.group().endswith("예산")
                and found.group().startswith(("올해", "금년"))
                and sentence.block == "body"
                and not _DECIDED.search(text, found.end(), sentence.end)
            ):
                continue  # «올해 예산은 6억 원이다» is no budget that the paper is about
            years += year_words(text, found.start(1), found.end(1), published)[:1]
        years += supplements(text, sentence.begin, sentence.end, published)
    return years[0] if years and len({y.year for y in years}) == 1 else None
