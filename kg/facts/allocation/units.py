"""What each one gets and what all of them get: «한 곳에 2억 5천만 원씩, 18곳에 모두 45억 원» tell of one year."""

import re
from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.year import YearWord, spans_years, year_words
from kg.language.model import Sentence

_COUNTED = r"\s?(?:여\s?)?(?:[가-힣]{1,4})"
_MOST = 100_000


def dated_by_count(drafts: Sequence[Draft]) -> None:
    """Give a sum for each one and the sum for all of them the same year, where the count that makes one of the other is
    told beside them; the year is that of either, else the one that their paragraph tells last before them."""
    for unit in drafts:
        if not unit.per_unit or unit.clause is None or unit.value <= 0:
            continue
        for total in drafts:
            if total.per_unit or total.clause is None or total.several_years or total.value <= unit.value:
                continue
            if abs(total.clause.sentence.index - unit.clause.sentence.index) > 1 or not _counted(unit, total):
                continue
            _date(unit, total)
            break


def _counted(unit: Draft, total: Draft) -> bool:
    assert unit.clause is not None and total.clause is not None
    first, last = sorted((unit.clause.sentence, total.clause.sentence), key=lambda s: s.index)
    count = total.value / unit.value
    if count != int(count) or not 2 <= count <= _MOST or first.paragraph != last.paragraph:
        return False
    words = unit.clause.analysis.text[_back(unit, first, 2)[0].begin : last.end]
    number = int(count)
    forms = [str(number), f"{number:,}"]
    forms += [f"{number // 1000}천"] if number % 1000 == 0 and number < 10000 else []
    forms += [f"{number // 10000}만"] if number % 10000 == 0 else []
    return any(re.search(rf"(?<![\d,.]){re.escape(f)}{_COUNTED}", words) for f in forms)


def _back(draft: Draft, sentence: Sentence, reach: int) -> list[Sentence]:
    """The sentence and up to ``reach`` before it in its paragraph, in the order of the text."""
    assert draft.clause is not None
    sentences = draft.clause.analysis.sentences
    found = sentences[max(0, sentence.index - reach) : sentence.index + 1]
    return [s for s in found if s.paragraph == sentence.paragraph]


def _date(unit: Draft, total: Draft) -> None:
    year = total.year or unit.year
    if year is None:
        word = _told_before(unit, total)
        if word is None:
            return
        year = word.year
        for draft in (unit, total):
            draft.note("year", word.span, "year-before")
    unit.year = unit.year or year
    total.year = total.year or year
    total.weak_whole = True  # all of one year's, not of the whole thing
    unit.status = unit.status or total.status
    total.status = total.status or unit.status


def _told_before(unit: Draft, total: Draft) -> YearWord | None:
    """The one year told in the nearest sentence, at or before the sums, that tells any."""
    assert unit.clause is not None and total.clause is not None
    analysis, place = unit.clause.analysis, min(unit.money.begin, total.money.begin)
    first = min(unit.clause.sentence, total.clause.sentence, key=lambda s: s.index)
    for sentence in reversed(_back(unit, first, 2)):
        end = min(sentence.end, place)
        words = year_words(analysis.text, sentence.begin, end, analysis.document.published)
        if words:
            sole = len({w.year for w in words}) == 1 and words[-1].role == "in"
            return words[-1] if sole and not spans_years(analysis.text, sentence.begin, end, None) else None
    return None
