"""By when a number is to be reached, from what starting number, and whether it comes every year."""

import re
from dataclasses import dataclass

from kg.facts.target.figure import Figure, Governor, Role
from kg.facts.target.words import TargetWords
from kg.mentions.model import DateValue, Mention, Mentions, PeriodValue
from kg.spans import Span

_UNTIL = re.compile(r"\s*(?:말|초|중|하반기|상반기|연말)?\s*까지")
_AT = re.compile(r"\s*(?:말|연말|초|중|하반기|상반기|한 해)?(?:엔|에는|에|까지는?|이면|께|쯤)?(?=[ ,)])")
_GOAL = re.compile(r"목표(?:는|치는|도|치)?\s*(?:약|총|모두)?\s*$")
_SINCE = re.compile(r"\s*(?:말|초)?\s*(?:부터|이후|기준|당시|예산|들어|이래|대비|보다|현재)")
_SAME = re.compile(r"(?:같은|이) (?:기간|해|시기|때까지)|그때까지")
_DURATION = re.compile(r"간|동안|개월|년째")
_BRACKET = re.compile(r"\s?(?:[가-힣]{2,6} ?)?\([^)]{2,30}\)")
_AGO = re.compile(r"지금|현재")
_ONLY = re.compile(r"\s*(?:여|남짓|가량|정도|수준)?\s*(?:에|에서|도)?\s*(?:불과|그치|그쳤|머물|머무|안 되)")
_IS = re.compile(r"\s*(?:여|남짓|가량|정도|수준)?\s*(?:인|이던|이었던|였던|인데|이지만|이었)")
_EVERY_YEAR = re.compile(r"(?:매년|해마다|매해|한 해에)(?: |$)")
_CLAUSES = re.compile(r"[.,“”\"]|고 |며 ")
_LEFT = re.compile(r"(?:연간|매년|해마다|한 해|연|매해|매 해)\s*(?:평균|최대|약|모두)?\s*$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """The date by which, in the text's precision, with its words; ``until`` where the text says 까지."""

    iso: str
    span: Span
    until: bool

    def after(self, earlier: str) -> "Deadline":
        """The same date, in the year of the step before where it would else lie before it (내년 상반기 …, 연말 …)."""
        return self if self.iso >= earlier[:4] else Deadline(earlier[:4] + self.iso[4:], self.span, self.until)


def deadline(
    fig: Figure,
    gov: Governor | None,
    base: Mention | None,
    text: str,
    mentions: Mentions,
    published: str | None,
    later: bool = False,
) -> Deadline | None:
    """The date that tells by when, nearest before the number, else between the number and its verb.

    ``later`` also takes a date behind the verb (40%를 맡을 ○○이 12월에 나온다).
    """
    sentence = fig.sentence
    begin, here = sentence.begin, fig.mention.begin
    dates = mentions.within(Span(begin, here), "date", "period")
    for m in reversed(dates):
        if (
            base is not None
            and m.end <= base.begin
            and not text[m.end : base.begin].strip(" 의말초,기준현재평균연간약")
        ):
            continue
        found = _told(m, text, published)
        aside = text[m.begin - 1 : m.begin] == "(" and text[m.end : here].lstrip(" 말초년")[:1] == ")"
        if found is not None and (found.until or not (aside or _far(text, m.end, here))):
            return found
    bracket = _BRACKET.match(text, fig.mention.end)
    if bracket:
        for m in mentions.within(Span(*bracket.span()), "date"):
            found = _told(m, text, published)
            if found is not None and m.end - bracket.start() <= 24:
                return found
    stop = fig.tokens[gov.index].begin if gov is not None else min(sentence.end, fig.mention.end + 12)
    if later:
        stop = sentence.end
    for m in mentions.within(Span(fig.mention.end, max(stop, fig.mention.end)), "date", "period"):
        found = _told(m, text, published)
        if found is not None and (found.until or later):
            return found
    return None


def _far(text: str, end: int, here: int) -> bool:
    """Whether a date without 까지 stands in another clause than the number."""
    between = text[end:here]
    return len(between) > 45 or bool(re.search(r"(?:고|며|지만|는데|했다|한다),? |[“”\".]", between))


def _told(m: Mention, text: str, published: str | None) -> Deadline | None:
    """A date as a deadline, or None where it is past, begins something, or is a day without 까지."""
    if isinstance(m.value, DateValue):
        iso: str | None = m.value.iso
    elif isinstance(m.value, PeriodValue):
        iso = m.value.end
        if iso is None or _DURATION.search(text, m.begin, m.end):
            return None
    else:
        return None
    assert iso is not None
    until = (
        isinstance(m.value, PeriodValue) or bool(_UNTIL.match(text, m.end)) or text[m.begin : m.end].endswith("까지")
    )
    if _SINCE.match(text, m.end):
        return None
    if published is not None and iso[: len(published[: len(iso)])] < published[: len(iso)]:
        return None
    if not until and (len(iso) > 7 or not _AT.match(text, m.end)):
        return None
    return Deadline(iso, m.span, until)


def same_period(fig: Figure, text: str) -> bool:
    """Whether the sentence says that it means the period told before (같은 기간)."""
    return bool(_SAME.search(text, fig.sentence.begin, fig.mention.begin))


def baseline(here: int, role: Role, figures: list[Figure], text: str, words: TargetWords) -> Figure | None:
    """The number of the same unit from which the target ``figures[here]`` starts.

    A에서 B로, 지금 A인 것을 B로, A뿐인데 B로, B가 목표인데 지금은 A다.
    """
    fig = figures[here]
    unit = fig.mention.value.unit.replace(" ", "")
    taken = False
    for other in reversed(figures[max(0, here - 8) : here]):
        if fig.mention.begin - other.mention.end > 110 or fig.sentence.index - other.sentence.index > 1:
            break
        if other.mention.value.unit.replace(" ", "") != unit:
            continue
        same = other.sentence is fig.sentence
        if other.role == "to" and same and not _same_step(other, fig):
            taken = True
        if other.role == "from" and same and not taken and (_starts(other, text) or not _verb_between(other, fig)):
            return other
        if role == "to" and (_is_present(other, text, words) or _used_now(other, fig, text)):
            return other
        if same and other.role == "only":
            return other
    for other in figures[here + 1 : here + 4]:
        if other.sentence.index - fig.sentence.index > 1 or other.mention.begin - fig.mention.end > 60:
            return None
        if other.mention.value.unit.replace(" ", "") == unit and other.role in ("copula", "only"):
            if _GOAL.search(text, max(other.sentence.begin, other.mention.begin - 14), other.mention.begin):
                return None
            return other if _present_before(other, text, words) else None
    return None


def _same_step(other: Figure, fig: Figure) -> bool:
    """Whether the two numbers are steps to one end, so that both start from the same number."""
    return fig.mention.begin - other.mention.end <= 14


def _starts(other: Figure, text: str) -> bool:
    return "시작" in text[other.mention.end : other.mention.end + 6]


def _verb_between(one: Figure, other: Figure) -> bool:
    """Whether a clause ends between two numbers of a sentence."""
    return any(t.tag in ("EC", "EF") for t in one.tokens[one.after : other.first])


def _is_present(other: Figure, text: str, words: TargetWords) -> bool:
    """Whether the other number is told as what there is now: 300곳인, 8곳뿐, 12곳에 그치는, 330명이던."""
    if other.role == "only" or _ONLY.match(text, other.mention.end):
        return True
    return other.role == "copula" and (bool(_IS.match(text, other.mention.end)) or _present_before(other, text, words))


def _used_now(other: Figure, fig: Figure, text: str) -> bool:
    """Whether the sentence before says of the other number that it is so now, or the other is a size (26㎿급)."""
    if other.sentence is fig.sentence:
        return text[other.mention.end : other.mention.end + 1] == "급"
    now = _AGO.search(text, other.sentence.begin, other.sentence.end)
    return now is not None and other.role in ("subject", "topic", "object")


def _present_before(other: Figure, text: str, words: TargetWords) -> bool:
    left = text[max(other.sentence.begin, other.mention.begin - 14) : other.mention.begin]
    return any(word in left for word in words.present)


def is_start(here: int, figures: list[Figure], text: str, words: TargetWords) -> bool:
    """Whether a number is only what there is now or was before, from which the goal of the next sentence starts."""
    fig = figures[here]
    if fig.role not in ("copula", "topic") or here + 1 >= len(figures) or not _present_before(fig, text, words):
        return False
    other = figures[here + 1]
    near = other.sentence.index - fig.sentence.index <= 1 and other.mention.value.unit == fig.mention.value.unit
    return near and "목표" in text[max(other.sentence.begin, other.mention.begin - 14) : other.mention.end + 8]


def is_annual(fig: Figure, text: str) -> bool:
    """Whether the number comes every year: 연간, 매년, 해마다 in the same clause."""
    if _LEFT.search(text, max(fig.sentence.begin, fig.mention.begin - 12), fig.mention.begin):
        return True
    left = text[max(fig.sentence.begin, fig.mention.begin - 32) : fig.mention.begin]
    return bool(_EVERY_YEAR.search(_CLAUSES.split(left)[-1]))
