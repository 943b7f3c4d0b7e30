"""What a number counts by the words that lead it in: the label of its item, the heading or the question above."""

import re

from kg.facts.target.candidates import same_unit
from kg.facts.target.course import Course
from kg.facts.target.figure import Figure
from kg.facts.target.heading import heading_above
from kg.facts.target.naming import Named
from kg.facts.target.phrase import worded
from kg.facts.target.question import asked_about
from kg.spans import Span

_LABEL = re.compile(
    r"\s*(?:[①-⑳❶-❿]|[가-하][.)]|\(?\d{1,2}[.)]|[-·○◦ㅇ•▪❍□■▷▶*])?\s?"
    r"(?:\((?P<b>[가-힣A-Za-z][^()\n]{1,24})\)(?: ?[:：])?|"
    r"[‘'「『]?(?P<c>[가-힣A-Za-z][^:：()\n’'」』]{1,28}?)[’'」』]? ?[:：]) "
)
_MONEY = re.compile(r"\d[\d,.조억만천백 ]*원")


def labelled(course: Course, fig: Figure, told: Named) -> Named:
    """With the label of the item, where its clause names nothing but an act (③ 외국인 안전교육 : 매년 4,000명 교육)."""
    words = course.words
    if " " in told[0] or not words.is_act(told[0]) or len(told[0]) > 2:
        return told
    label = _item_label(course.text, fig.sentence.begin, fig.mention.begin)
    what = worded(label.of(course.text)) if label is not None else ""
    if label is None or what.replace(" ", "") in words.label:
        return told
    return (what if told[0] in what else f"{what} {told[0]}"), label


def as_before(course: Course, fig: Figure, measure: str) -> str:
    """The fuller words of the number told just before, of which this one says only the last (경로당의 절반인 95곳)."""
    if course.last is None or fig.sentence.index != course.last[0].sentence.index or not same_unit(fig, course.last[0]):
        return measure
    noun, _, act = measure.partition(" ")
    told = course.last[1].measure
    short = len(noun) > 1 and (not act or course.words.is_act(act))
    return told if short and told.endswith(noun) and len(told) > len(measure) else measure


def headed_by(course: Course, fig: Figure) -> Named | None:
    """The heading of the section in which the number stands, unless it names who speaks or tells a sum."""
    headed = heading_above(course.text, fig.sentence.begin)
    if headed is None or course.mentions.within(headed[1], "person", "person-short", "title"):
        return None
    return headed if _MONEY.search(headed[0]) is None else None


def questioned(course: Course, fig: Figure) -> Named | None:
    """What the question asks to which the number answers (짐배송 로봇은 언제부터 다니나. / 50대를 채운다)."""
    about = asked_about(course.text, fig.sentence.begin)
    return (worded(about.of(course.text)), about) if about is not None else None


def _item_label(text: str, begin: int, end: int) -> Span | None:
    """The words before the colon or in the bracket that lead in what stands before the number."""
    match = _LABEL.match(text, begin, end)
    if match is None:
        return None
    return Span(*match.span("b" if match["b"] else "c"))
