"""What a part of those just told becomes or is filled by."""

from kg.facts.target.course import Course
from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor
from kg.facts.target.measure import argument, counted
from kg.facts.target.naming import Named
from kg.facts.target.phrase import worded
from kg.patterns import regex
from kg.spans import Span

_OF_THOSE = regex(r"(?:(?:이|그) ?|(?:명|곳|개사?|대|가구|[이그] 인원) ?)(?:가운데|중)(?:에서)? ")
_FILLS = frozenset(("채우", "뽑", "메우", "채용", "고용", "충원", "선발", "구성", "꾸리", "바꾸", "전환", "돌리"))


_FILLED_BY = regex(
    r"[을를은는] (?P<who>[가-힣A-Za-z0-9][^,.“”\n]{0,24}?[가-힣A-Za-z])(?:으로|로) (?:[가-힣]{2,4} )?"
    r"(?:채[우운울워]|뽑|메[우운워]|채용|고용|충원|선발|구성|꾸[리린릴려]|배정|위촉|뽑아)"
)
"""By whom a share of those just told is filled: 이 중 30%를 60세 이상으로 채운다."""


def filled_by(course: Course, fig: Figure) -> Named | None:
    """By whom a share of those just told is to be filled, with what was counted there."""
    told = _FILLED_BY.match(course.text, fig.mention.end, fig.sentence.end)
    if told is None or fig.mention.kind != "percent":
        return None
    whole = course.last[1].measure if course.last is not None else ""
    return worded(f"{told['who']} {whole}") + " 비율", Span(*told.span("who"))


def shared_out(course: Course, fig: Figure, gov: Governor | None) -> Named | None:
    """What a part of those just told becomes (이 가운데 40명을 시민으로 뽑는다)."""
    act = course.words.acts.get(gov.stem) or course.words.fallbacks.get(gov.stem) if gov is not None else None
    turned = fig.role == "topic" and gov is not None and not gov.past
    if gov is None or not (fig.role == "object" or turned):
        return None
    share = fig.mention.kind == "percent" and gov.stem in _FILLS
    if not share and (not act or fig.mention.kind == "percent"):
        return None
    if (
        not share
        and not turned
        and not _OF_THOSE.search(course.text, max(fig.sentence.begin, fig.mention.begin - 20), fig.mention.begin)
    ):
        return None
    into = argument(fig, gov.index, "JKB")
    if into is None or into.begin < fig.mention.end:
        return None
    if turned and not course.text.startswith(("으로 ", "로 "), into.end):
        return None  # 70명은 관제사로 재교육한다
    own = counted(fig) if share else None
    if own is not None and course.text[own[0].end] == "의":
        return f"{worded(own[0].of(course.text))} {worded(into.of(course.text))}", into
    return f"{worded(into.of(course.text))} {act or ''}".strip(), into
