"""By when a number is to be reached, and whether it comes every year."""

import re
from dataclasses import dataclass

from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor
from kg.language.model import Sentence
from kg.mentions.model import DateValue, Mention, Mentions, PeriodValue
from kg.patterns import regex
from kg.spans import Span

_UNTIL = regex(r"\s*(?:(?:말|초|중|하반기|상반기|연말)\s*)?까지")
_AT = regex(
    r"\s*(?:말|연말|초|중|하반기|상반기|한 해)?(?:엔|에는|에|은|는|까지는?|이면|께|쯤|"
    r"부터| 안에| 중에?| 내에?)?(?=[ ,)])"
)
_EACH_FROM = regex(r"(?:에는|엔|에)? ?(?:연간|연|한 해|해마다|매년) ?(?:약 |최대 |평균 )?")
_SINCE = regex(r"\s*(?:(?:말|초)\s*)?(?:이후|기준|당시|예산|들어|이래|대비|보다|현재)")
_FROM = regex(r"\s*(?:(?:말|초)\s*)?부터")
_ITEM = regex(r"\s*(?:\d{1,2}[).] ?|\(\d{1,2}\) ?|[①-⑮] ?|[가-하][.)] )")
_ITEMS = 8
_COUNTED = regex(r"\d ?(?:명|곳|개|대|건|가구|기|동|종|%)")
_LED = regex(
    r"\s*(?:아울러|또한?|이와 함께|이와 더불어|더불어|이와 별도로|"
    r"\d{1,2}[).] |[②-⑮] ?|[나-하]\. |둘째|셋째|넷째|다섯째)[ ,]?"
)
_SAME = regex(r"(?:같은|이) (?:기간|해|시기|때까지)|그때까지")
_FOR_YEARS = regex(r"\s*(?:\d{1,2}월)?부터 (?:앞으로 )?(?P<n>\d{1,2}) ?(?:개년|년)(?:간|동안| 동안)")
"""How many years it goes on from a date: 내년부터 4년간."""
_DURATION = regex(r"간|동안|개월|년째")
_WHEN_DONE = regex(r"(?:시|때|까지|목표|완공|준공|완료|개원|개교|개관|개장) ?\($")
"""What a year in brackets dates: 준공 시(2030년) 상시고용 350명."""
_BRACKET = regex(r"\s?(?:[가-힣]{2,6} ?)?\([^)]{2,30}\)")
_YEAR_BEHIND = regex(r"\s?\((?P<year>20[2-4]\d)(?:년|\.)?(?:까지)?\)")
_EVERY_YEAR = regex(r"(?:매년|해마다|매해|한 해에)(?: |$)")
_OVER_YEARS = regex(r"\d ?(?:년|개년)간 (?:약 |모두 |총 |최대 )*$")
_CLAUSES = regex(r"[.,“”\"]|고 |며 ")
_EACH_YEAR = regex(r"(?:^| )(?:한 해|연간) [가-힣A-Za-z]{2,8}(?: [가-힣A-Za-z]{2,6})? (?:약 |최대 )?$")
_LEFT = regex(r"(?:연간|매년|해마다|한 해|연|매해|매 해)\s*(?:평균|최대|약|모두)?\s*$")


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
    *,
    annual: bool = False,
    later: bool = False,
) -> Deadline | None:
    """The date that tells by when, nearest before the number, else between the number and its verb.

    ``later`` also takes a date behind the verb (40%를 맡을 ○○이 12월에 나온다). What comes every year has no date
    but one with 까지.
    """
    sentence = fig.sentence
    begin, here = sentence.begin, fig.mention.begin
    dates = mentions.within(Span(begin, here), "date", "period")
    for m in reversed(dates):
        if (
            base is not None
            and m.end <= base.begin
            and not text[m.end : base.begin].strip(" 의말초,기준현재평균연간약")
            and not _lies_ahead(m, published)
        ):
            continue
        found = _told(m, text, published)
        aside = text[m.begin - 1 : m.begin] == "(" and text[m.end : here].lstrip(" 말초년")[:1] == ")"
        aside = aside and _WHEN_DONE.search(text, max(begin, m.begin - 8), m.begin) is None
        yearly = annual and not _EACH_FROM.fullmatch(text, m.end, here)
        if found is not None and (found.until or not (yearly or aside or _far(text, m.end, here))):
            return found
    year = _YEAR_BEHIND.match(text, fig.mention.end)
    if year is not None and (published is None or year["year"] >= published[:4]):
        return Deadline(year["year"], Span(*year.span("year")), True)
    bracket = _BRACKET.match(text, fig.mention.end)
    if bracket and not mentions.within(Span(*bracket.span()), "quantity", "percent"):
        for m in mentions.within(Span(*bracket.span()), "date"):
            found = _told(m, text, published)
            if found is not None and m.end - bracket.start() <= 24:
                return found
    stop = fig.tokens[gov.index].begin if gov is not None else min(sentence.end, fig.mention.end + 12)
    if later or (gov is not None and gov.bare):
        stop = sentence.end
    stop_of = stop if later or gov is None else fig.tokens[gov.index].end
    for m in mentions.within(Span(fig.mention.end, max(stop, fig.mention.end)), "date", "period"):
        found = _told(m, text, published)
        governed = gov is not None and not gov.past and m.end <= fig.tokens[gov.index].begin and not annual
        if not later and any(_is_step(o, fig) for o in fig.marks if m.end <= o.begin < stop):
            continue  # 내년 110곳, 2028년에는 400곳으로: the date of the next step
        if m.begin >= stop_of and (not found or not found.until or _COUNTED.search(text, m.end, sentence.end)):
            continue
        if found is not None and (found.until or governed or (later and not _FROM.match(text, m.end))):
            return found
    return None


def _is_step(other: Mention, fig: Figure) -> bool:
    """Whether another number counts in the unit of this one."""
    return other.kind in ("quantity", "percent") and other.value.unit == fig.mention.value.unit


def _lies_ahead(m: Mention, published: str | None) -> bool:
    """Whether a date is later than publication: then it tells by when, though a number to start from follows."""
    iso = m.value.iso if isinstance(m.value, DateValue) else m.value.end
    return published is not None and iso is not None and iso > published[: len(iso)]


def _far(text: str, end: int, here: int) -> bool:
    """Whether a date without 까지 stands in another clause than the number."""
    between = text[end:here]
    return len(between) > 45 or bool(re.search(r"(?:지만|는데|했다|한다|[했됐였]으며|[했됐였]고),? |[“”\".]", between))


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
    if published is not None and iso < published[: len(iso)]:
        return None
    lasts = _FOR_YEARS.match(text, m.end)
    if lasts is not None and not until:
        return Deadline(str(int(iso[:4]) + int(lasts["n"]) - 1), Span(m.begin, lasts.end()), True)
    if not until and (len(iso) > 7 or not _AT.match(text, m.end)):
        return None
    return Deadline(iso, m.span, until)


def observed(fig: Figure, text: str, mentions: Mentions, published: str | None) -> tuple[str, Span] | None:
    """When a result was reached: the nearest date before the number in its clause that is not ahead of publication."""
    for m in reversed(mentions.within(Span(fig.sentence.begin, fig.mention.begin), "date", "period")):
        iso = m.value.iso if isinstance(m.value, DateValue) else m.value.end
        if iso is None or _far(text, m.end, fig.mention.begin):
            return None
        if published is None or iso <= published[: len(iso)]:
            return iso, m.span
    return None


def is_led(sentence_text: str) -> bool:
    """Whether a sentence goes on with what was told before (아울러 …, 2) …)."""
    return _LED.match(sentence_text) is not None


def is_item(sentence_text: str) -> bool:
    """Whether a sentence is an item of a list that a line above leads in."""
    return _ITEM.match(sentence_text) is not None


def lead_in(
    sentence: Sentence, sentences: tuple[Sentence, ...], text: str, mentions: Mentions, published: str | None
) -> Deadline | None:
    """The date with 까지 in the line that leads in a list (2026년까지 / 1) … / 2) …)."""
    for other in reversed(sentences[max(0, sentence.index - _ITEMS) : sentence.index]):
        if is_item(other.span.of(text)):
            continue
        if other.block != sentence.block or text[other.begin : other.end].rstrip()[-1:] in (".", "”", '"'):
            return None
        found = [_told(m, text, published) for m in mentions.within(other.span, "date", "period")]
        return next((d for d in found if d is not None and d.until), None)
    return None


def same_period(fig: Figure, text: str) -> bool:
    """Whether the sentence says that it means the period told before (같은 기간)."""
    return bool(_SAME.search(text, fig.sentence.begin, fig.mention.begin))


def is_annual(fig: Figure, text: str) -> bool:
    """Whether the number comes every year: 연간, 매년, 해마다 in the same clause."""
    if _LEFT.search(text, max(fig.sentence.begin, fig.mention.begin - 12), fig.mention.begin):
        return True
    if _EACH_YEAR.search(text, max(fig.sentence.begin, fig.mention.begin - 24), fig.mention.begin):
        return True
    left = text[max(fig.sentence.begin, fig.mention.begin - 32) : fig.mention.begin]
    return bool(_EVERY_YEAR.search(_CLAUSES.split(left)[-1])) and not _OVER_YEARS.search(left)
