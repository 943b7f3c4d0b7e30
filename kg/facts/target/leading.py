"""What a number counts by the words that lead it in: the label of its item, the heading or the question above."""

from dataclasses import replace

from kg.facts.target.candidates import MARKS, same_unit
from kg.facts.target.course import Course
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor
from kg.facts.target.heading import heading_above
from kg.facts.target.measure import argument, counted
from kg.facts.target.naming import Named
from kg.facts.target.phrase import told_briefly, worded
from kg.facts.target.question import asked_about
from kg.facts.target.topics import topic_of
from kg.patterns import regex
from kg.spans import Span

_LABEL = regex(
    r"\s*(?:[①-⑳❶-❿]|[가-하][.)]|\(?\d{1,2}[.)]|[-·○◦ㅇ•▪❍□■▷▶*])?\s?"
    r"(?:\((?P<b>[가-힣A-Za-z][^()\n]{1,24})\)(?: ?[:：])?|"
    r"[‘'「『]?(?P<c>[가-힣A-Za-z][^:：()\n’'」』]{1,28}?)[’'」』]? ?[:：]) "
)
_BEGUN = frozenset(("시작", "출발", "개시", "착수", "개소", "개통", "도입"))
_HANDED = frozenset(("위탁", "대행", "수탁", "이관", "공모", "발주", "협약", "직영", "운영"))
_RATIO = regex(r"(?:^| )(?:중|가운데)(?: |$)|하나$|절반$")
_MONEY = regex(r"\d[\d,.조억만천백 ]*원")


def labelled(course: Course, fig: Figure, told: Named) -> Named:
    """With the label of the item, where its clause names nothing but an act (③ 외국인 안전교육 : 매년 4,000명 교육)."""
    words, act = course.words, told[0].rsplit(" ", 1)[-1]
    elsewhere = told[1].begin < fig.sentence.begin
    if told[0] in _BEGUN and (begun := item_label(course, fig)) is not None:
        return begun  # 외국인 통역 : 9월 시작, 내년까지 11개 동으로
    if told[0] in _HANDED and (headed := headed_by(course, fig)) is not None:
        return headed  # □ 인재 양성 / - ○○대에 위탁, 누적 1,200명
    if not words.is_act(act) or len(act) > 2 or (act != told[0] and not elsewhere):
        return told
    label = _item_label(course.text, fig.sentence.begin, fig.mention.begin)
    what = worded(label.of(course.text)) if label is not None else ""
    if label is None or what.replace(" ", "") in words.label:
        return told
    return (what if act in what else f"{what} {act}"), label


def as_before(course: Course, fig: Figure, measure: str) -> str:
    """The fuller words of the number told just before, of which this one says only the last (경로당의 절반인 95곳)."""
    if course.last is None or fig.sentence.index != course.last[0].sentence.index or not same_unit(fig, course.last[0]):
        return measure
    noun, _, act = measure.partition(" ")
    told = course.last[1].measure
    short = len(noun) > 1 and (not act or course.words.is_act(act))
    return told if short and told.endswith(noun) and len(told) > len(measure) else measure


def thing_given(course: Course, fig: Figure, gov: Governor | None, role: Role) -> Named | None:
    """What those get of whom no noun says who they are (지난해까지 512곳에 스마트공장을 보급했다)."""
    if gov is None or role not in ("dative", "locative") or not course.words.is_a(gov.stem, "deliver"):
        return None
    thing = argument(fig, gov.index, "JKO")
    own = counted(fig)
    if thing is None or thing.begin < fig.mention.end or (own is not None and not course.namer.is_giver(own)):
        return None
    words = told_briefly(fig, thing, course.text)
    act = course.words.acts.get(gov.stem, "")
    return (f"{words} {act}".strip() if len(words) <= 14 else words, thing) if len(words) > 1 else None


def goal_of(course: Course, fig: Figure) -> Named | None:
    """The subject of the sentence before, for a goal that names nothing (감지기 보급이 더디다. 목표가 900대인데)."""
    near = course.text[max(fig.sentence.begin, fig.mention.begin - 12) : fig.mention.begin]
    if not fig.sentence.index or "목표" not in near:
        return None
    before = course.sentences[fig.sentence.index - 1]
    if course.text.count("\n", before.end - 1, fig.sentence.begin):
        return None
    marks = tuple(course.mentions.within(before.span, *MARKS))
    other = replace(fig, sentence=before, marks=marks, first=len(before.tokens))
    end = next((k for k in range(len(before.tokens) - 1, 0, -1) if before.tokens[k].tag == "EF"), 0)
    told = topic_of(other) or argument(other, end, "JKS")
    words = worded(told.of(course.text)) if told is not None else ""
    bodies = told is not None and course.mentions.within(told, "organization", "organization-short", "person", "title")
    return (words, told) if told is not None and len(words) > 2 and not bodies and not _RATIO.search(words) else None


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


def item_label(course: Course, fig: Figure) -> Named | None:
    """The label of the item in which a number stands, where it names a thing (가. 온도지킴이 : 올해 90개소를 …)."""
    label = _item_label(course.text, fig.sentence.begin, fig.mention.begin)
    what = worded(label.of(course.text)) if label is not None else ""
    told = label is not None and not course.mentions.within(label, "person", "person-short", "title", "date", "money")
    return (what, label) if label is not None and told and _names(course, what) else None


def _names(course: Course, what: str) -> bool:
    """Whether the words of a label name a thing, and not what an item of an outline is for (지원 규모, 추진 목표)."""
    words = what.split()
    return len(what) > 1 and not any(w in course.words.label or w in course.words.aside for w in words[-1:])
