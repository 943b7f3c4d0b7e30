"""Goals and results that a line tells side by side behind their label: «상담 건수: 목표 60,000건 / 실적 71,482건»."""

from kg.facts.model import Target
from kg.facts.target.course import Course
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.phrase import worded
from kg.facts.target.signs import Signs
from kg.patterns import regex
from kg.spans import Span

_SIDE = regex(
    r"(?:^|[ (（/,|·:：])(?P<side>(?:최종 |당초 |연간 |20\d\d년 |올해 |[’'‘]\d\d년? ?)?(?:목표|계획|실적"
    r"|결과|달성|성과))(?:치|값|량|건수|인원)?"
    r"(?:\)|）)? ?[:：]? ?(?:약 |총 |연 |누적 )?$"
)
_GOALS = regex(r"목표|계획")
_GOAL_HERE = regex(r"(?:목표|계획)(?:치|값|량|건수|인원)?[)）]? ?[:：]? ?(?:약 |총 |연 |누적 )?\d")
_RESULT_HERE = regex(r"(?:실적|결과|달성|성과)(?:치|값|량|건수|인원)?[)）]? ?[:：]? ?(?:약 |총 |연 |누적 )?\d")
_RATIO = regex(r"(?:달성률|이행률|추진율|달성도|진도율|목표 ?대비|계획 ?대비|대비) ?[:：]? ?(?:약 )?$")
_LABEL = regex(
    r"[ \t]*(?:[-–·∙•○◦ㅇ●▪❍*▷▶△▲□■◆]|[①-⑳]|[가-하][.)]|\(?\d{1,2}[.)])?[ \t]?"
    r"(?P<what>[가-힣A-Za-z][^:：\n]{1,34}?) ?(?:[:：|]| - | – )"
)


def as_paired(course: Course, fig: Figure) -> Target | None:
    """The goal or the result of a line that holds both behind the name of what is counted."""
    line = _line(course.text, fig)
    if not _holds_both(course.text, line):
        return None
    side = _SIDE.search(course.text[line.begin : fig.mention.begin])
    label = _LABEL.match(course.text, line.begin, fig.mention.begin)
    if side is None or label is None or _GOAL_HERE.search(label["what"]) or label.end() > line.begin + side.start() + 2:
        return None
    measure, place = worded(label["what"]), Span(*label.span("what"))
    if len(measure) < 2 or is_no_measure(course, measure, None):
        return None
    goal = _GOALS.search(side["side"]) is not None
    signs = Signs(["goal-word", "label"], 0.7) if goal else Signs(["label", "result"], 0.7, "result", True)
    return course.target(fig, measure, place, None, None, False, signs)


def is_ratio(course: Course, fig: Figure) -> bool:
    """Whether a number only tells what part of the goal beside it was reached (달성률 119.1%)."""
    if fig.mention.kind != "percent":
        return False
    line = _line(course.text, fig)
    left = course.text[max(line.begin, fig.mention.begin - 14) : fig.mention.begin]
    return _RATIO.search(left) is not None and _holds_both(course.text, line)


def _line(text: str, fig: Figure) -> Span:
    end = text.find("\n", fig.mention.end)
    return Span(text.rfind("\n", 0, fig.mention.begin) + 1, len(text) if end < 0 else end)


def _holds_both(text: str, line: Span) -> bool:
    goal = _GOAL_HERE.search(text, line.begin, line.end)
    return goal is not None and _RESULT_HERE.search(text, line.begin, line.end) is not None
