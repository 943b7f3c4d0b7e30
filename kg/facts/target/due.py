"""By when a number is to be reached: told in its clause, else as in the clauses before."""

from kg.facts.target.course import Course
from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor
from kg.facts.target.timing import Deadline, deadline, is_item, is_led, lead_in, same_period
from kg.patterns import regex
from kg.spans import Span

_LATER = regex(r"장기|최종|나중|궁극|이후에는|그 뒤")
_STEP_YEAR = regex(r"(?:→|⇒|➜|➔|▶|->) ?\(?[’'‘]?(?P<year>[2-4]\d)년?(?:도|까지)?\)? ?$")
"""The year of two digits before the end of a step: 25년 40개소 → 28년 210개소."""
_ITEM = regex(r"[ \t]*(?:[-·○◦ㅇ•▪❍*▷▶△※]|[①-⑳]|[가-하][.)]|\(?\d{1,2}[.)])[ \t]?")
_TERM = regex(
    r"[ \t]*[^가-힣\n]{0,4}(?:사업|추진|운영|실증|총)? ?기간\)? ?[:：)]? ?"
    r"[’'‘]?\d{2,4}[년.]?[^\n~∼-]{0,8}[~∼-] ?[’'‘]?(?P<year>20[2-4]\d|[2-4]\d)(?=[년.)’' ]|$)"
)
_LINES = 7
_ALSO = regex(r"도 (?:현재 |현행 |지금의? |평균 |연간? |하루 |월 |한 달 |한 해 |1인당 |가구당 ){0,3}$")


def _in_bracket(text: str, span: Span) -> bool:
    """Whether a date stands in the bracket behind another item: (’26년), 실증 20건."""
    opened = text.rfind("(", max(0, span.begin - 24), span.begin)
    return opened >= 0 and ")" not in text[opened : span.begin] and ")" in text[span.end : span.end + 12]


def project_end(text: str, begin: int) -> Deadline | None:
    """The end of the time that an outline gives for the whole project, for an item that stands below it; None where
    a blank line parts them.
    """
    end = text.rfind("\n", 0, begin)
    if end < 0 or not _ITEM.match(text, end + 1):
        return None
    for _ in range(_LINES):
        start = text.rfind("\n", 0, end) + 1
        if end <= 0 or not text[start:end].strip():
            return None
        told = _TERM.match(text, start, end)
        if told is not None:
            year = told["year"] if len(told["year"]) == 4 else "20" + told["year"]
            return Deadline(year, Span(*told.span("year")), True)
        end = start - 1
    return None


def _also(text: str, fig: Figure, start: int) -> bool:
    """Whether what is counted has the particle 도 (불량률도 3%로), not a word that ends so (만족도 40%)."""
    found = _ALSO.search(text, fig.sentence.begin, start)
    return found is not None and any(t.begin == found.start() and t.tag == "JX" for t in fig.tokens)


def due_of(course: Course, fig: Figure, gov: Governor | None, base: Figure | None, annual: bool) -> Deadline | None:
    """By when: told in the clause, else as in the clause before."""
    share = fig.mention.kind == "percent" and gov is not None and course.words.is_a(gov.stem, "handle")
    share = share or (gov is not None and gov.relative and course.words.is_a(gov.stem, "contain"))
    mention = base.mention if base is not None and base.sentence is fig.sentence else None
    due = deadline(fig, gov, mention, course.text, course.mentions, course.published, annual=annual, later=share)
    if due is None and not annual and is_item(fig.sentence.span.of(course.text)):
        due = lead_in(fig.sentence, course.sentences, course.text, course.mentions, course.published)
    if due is None and not annual and (due := project_end(course.text, fig.mention.begin)) is not None:
        return due
    if due is None and course.due is not None and not annual:
        away = fig.sentence.index - course.due[0]
        if (
            away == 0
            and not _in_bracket(course.text, course.due[1].span)
            and not _LATER.search(course.text, course.due[1].span.end, fig.mention.begin)
        ) or (away <= 2 and same_period(fig, course.text)):
            return course.due[1]
        start = base.mention.begin if mention is not None and base is not None else fig.mention.begin
        also = _also(course.text, fig, start) or course.text[fig.mention.end] == "도"
        led = course.due[1].until and is_led(fig.sentence.span.of(course.text))
        own = [f for f in course.figures if f.sentence is fig.sentence and f is not base]
        first = own[0] is fig
        if away == 1 and first and (also or led):
            return course.due[1]
    if due is None and (year := _STEP_YEAR.search(course.text, max(0, fig.mention.begin - 14), fig.mention.begin)):
        return Deadline("20" + year["year"], Span(*year.span("year")), True)
    return due
