"""Numbers that only a list tells: items under a heading of results or goals, pledges held to account, verbless rows."""

from kg.facts.model import Target
from kg.facts.target.candidates import bare_unit, is_score, may_be
from kg.facts.target.course import Course
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.performance import PERFORMED
from kg.facts.target.phrase import worded
from kg.facts.target.remarks import is_remark
from kg.facts.target.signs import Signs
from kg.facts.target.timing import deadline, is_annual
from kg.patterns import regex
from kg.spans import Span

_MARK = regex(r"[ \t]*(?P<mark>[-–—·‧∙•○◦ㅇ●▪❍*▷▶△▲□■◆◇▣※]|[①-⑳]|[가-하][.)]|\(?\d{1,2}[.)]|[ⅠⅡⅢⅣⅤⅥ]\.?)[ \t]?")
_LABEL = regex(
    r"[ \t]?(?:\([가-힣A-Za-z]{1,6} ?\d{1,2}(?:-\d)?\) ?)?(?:\((?P<b>[가-힣A-Za-z ·]{2,16})\)"
    r"|(?P<c>[가-힣A-Za-z][가-힣A-Za-z ·()]{0,18}?)) ?[:：] ?"
)
_RESULTS = regex(r"성과(?!지표|목표|관리|급)|실적|결과(?!보고)|달성")
_GOALS = regex(r"목표|지표|효과|KPI|산출물|미래상|비전")
_VOLUMES = regex(r"^(?:사업|지원|추진|설치|보급|교육|모집|선발|구축) ?(?:물량|량|규모|인원|대수)$|^물량$|^규모$")
_APART = regex(r"현황|개요|일정|행정사항|소요|재원|조직|문의|참석|순서|연혁|여건|문제점|한계|당초|예산")
_SENTENCE = regex(r"(?:다|까|요|함|음|됨|임)[.?!]?\s*$")
_WHAT = regex(
    r"(?:^|[,·;/△▲▷]|[:：]|[)）]|및) ?(?P<what>[가-힣A-Za-z][가-힣A-Za-z0-9()’'‘ ·-]{0,22}?[가-힣A-Za-z)]) *"
    r"(?:(?:약|총|연|연간|매년|누적|신규|추가|평균|모두) ?){0,2}$"
)
_BRACKETS = regex(r" ?\([^()\n]{0,40}\)")
_BARE = regex(r"(?:[,;/]|[:：]) ?(?:(?:약|총|연|연간|누적|모두|연인원|월|주|하루|일) ?)?$")
_EACH_YEAR = regex(r"[가-힣)] (?:연|연간|매년) ?$")
_ENDS = regex(
    r"(?:여|가량)?(?: ?(?:이상|이하|내외|달성|확보|창출))?(?: ?\([^()\n]{1,24}\))? ?(?:$|[,;/·△▲▷)）]|및 | 등)"
)
_VERDICT = regex(
    r" ?(?:[-–—:：|]|\() ?(?:공약 ?)?(?:이행 ?)?(?:완료|이행|달성|미달|미이행|진행|추진|정상|부진|보류|폐기"
    r"|지연|순항|초과|부분|일부|"
    r"불이행|파기|축소|착수|미착수|[○△×]|[가-힣]{0,2}[률율])"
)
"""How a pledge stands: 안내 로봇 100대 — 미달."""
_ROW = regex(
    r"(?:[^.,“”\d]{1,16}? ?(?:약 )?\d[\d,.]*(?:[만천백] ?\d*)? ?[가-힣%]{1,3}(?:, | · |·| △)){1,4}"
    r"[^.,“”\d]{1,16}? ?(?:약 )?\d[\d,.]*(?:[만천백] ?\d*)? ?[가-힣%]{1,3}(?:[.!]|\s*$| 등\.)"
)
"""A sentence that is a row of things with their numbers: 기업 300개, 일자리 1만 개, 인구 순유입 2만 명."""
_PROMISED = regex(
    r"비전|계획|목표|구상|청사진|공약|약속|밑그림|로드맵|포부|다짐|선포|전략|내놨|내놓|성적표|성과|실적|결과"
)
_SHOWN = regex(r"성적표|성과|실적|결과")
_FEW, _SOME, _LINES, _ABOVE = 5, 2, 24, 3
_HEADING, _MARK_WIDTH = 42, 1


def as_listed(course: Course, here: int) -> Target | None:
    """The target that a number without a verb is by its place in a list; asked where its own clause tells nothing."""
    fig = course.figures[here]
    if fig.role not in ("bare", "copula") or here in course.steps or fig.mention.begin in course.bases:
        return None
    if not may_be(fig, course.text, course.words) or not _is_counted(course, fig):
        return None
    return _in_outline(course, fig) or _pledged(course, fig) or _in_row(course, fig)


def _is_counted(course: Course, fig: Figure) -> bool:
    """Whether a number counts so many things, or is a rate of how well something goes."""
    unit = bare_unit(fig.mention.value.unit)
    if fig.mention.kind == "percent" or unit in ("점", "회"):
        return True
    return unit not in course.words.measured | course.words.capacity and fig.mention.value.value >= _SOME


def _in_outline(course: Course, fig: Figure) -> Target | None:
    """An item of an outline that a label or a heading above calls results, goals or how much there is to be."""
    text, begin = course.text, course.text.rfind("\n", 0, fig.mention.begin) + 1
    end = text.find("\n", fig.mention.end)
    end = len(text) if end < 0 else end
    mark = _MARK.match(text, begin, fig.mention.begin)
    if mark is None or _ENDS.match(text, fig.mention.end, end) is None:
        return None
    label = _LABEL.match(text, mark.end(), fig.mention.begin)
    start = label.end() if label is not None else mark.end()
    kind = _kind_of((label["b"] or label["c"]).strip()) if label is not None else None
    kind = kind or _kind_above(text, begin, mark["mark"]) or _kind_of_rate(course, fig, start)
    kind = kind or ("goal" if _EACH_YEAR.search(text[start : fig.mention.begin]) else None)
    if kind is None:
        return None
    what = _what(text, start, fig.mention.begin)
    if what is None and label is not None and _BARE.search(text[label.start() : fig.mention.begin]):
        place = Span(*label.span("b" if label["b"] else "c"))
        return _told(course, fig, worded(place.of(text)), place, kind) if not _VOLUMES.search(place.of(text)) else None
    return _told(course, fig, worded(what.of(text)), what, kind) if what is not None else None


def _kind_of_rate(course: Course, fig: Figure, start: int) -> str | None:
    """A rate of how well something goes that is all that an item tells: - 야간 민원 처리율 91%."""
    what = _what(course.text, start, fig.mention.begin)
    if what is None or not (fig.mention.kind == "percent" or is_score(fig, what.of(course.text))):
        return None
    alone = what.begin - start <= _MARK_WIDTH
    return "result" if alone and PERFORMED.search(worded(what.of(course.text))) else None


def _what(text: str, begin: int, end: int) -> Span | None:
    """The words of the item that ends with a number at ``end``, none before ``begin``."""
    told = _WHAT.search(_BRACKETS.sub(lambda m: " " * len(m.group()), text[begin:end]))
    return Span(begin + told.start("what"), begin + told.end("what")) if told is not None else None


def _kind_of(words: str) -> str | None:
    """What kind of number a label or heading leads in: result or goal; None where it says neither."""
    if _APART.search(words):
        return None
    if _GOALS.search(words) or _VOLUMES.search(words):
        return "goal"
    return "result" if _RESULTS.search(words) else None


def _kind_above(text: str, begin: int, mark: str) -> str | None:
    """What the headings over an item say: each is the nearest line above with a mark that no line between has."""
    seen, end, found = {_level(mark)}, begin - 1, 0
    for _ in range(_LINES):
        if end <= 0 or found == _ABOVE:
            return None
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        end = start - 1
        match = _MARK.match(line)
        if not line.strip() or (match is not None and _level(match["mark"]) in seen):
            continue
        if len(line.strip()) > _HEADING or _SENTENCE.search(line):
            return None
        if _APART.search(line):
            return None
        if (kind := _kind_of(line)) is not None:
            return kind
        if match is None:
            return None
        seen.add(_level(match["mark"]))
        found += 1
    return None


def _level(mark: str) -> str:
    """Marks of one kind are one level: all that order by numbers, all that order by letters."""
    bare = mark.strip("().")
    if bare.isdigit():
        return "1" + mark[-1]
    if mark[-1] in ".)" and bare:
        return "가" if "가" <= bare <= "힣" else "Ⅰ"
    return "①" if "①" <= mark <= "⑳" else "○" if mark in "○◦ㅇ" else mark


def _pledged(course: Course, fig: Figure) -> Target | None:
    """A pledge whose line says how it stands (■ 안내 로봇 100대 — 미달)."""
    text, begin = course.text, course.text.rfind("\n", 0, fig.mention.begin) + 1
    mark = _MARK.match(text, begin, fig.mention.begin)
    start = mark.end() if mark is not None else begin
    if fig.mention.begin - start > _HEADING or _VERDICT.match(text, fig.mention.end, fig.mention.end + 16) is None:
        return None
    end = text.find("\n", fig.mention.end)
    if "다." in text[begin : end if end > 0 else len(text)]:
        return None
    what = _what(text, start, fig.mention.begin)
    return _told(course, fig, worded(what.of(text)), what, "goal") if what is not None else None


def _in_row(course: Course, fig: Figure) -> Target | None:
    """An item of a sentence that only lists what a plan promises, or what came of it."""
    text, sentence = course.text, fig.sentence
    before = course.sentences[sentence.index - 1] if sentence.index else None
    if before is None or sentence.block in ("title", "subtitle", "caption") or fig.mention.value.value < _FEW:
        return None
    row = _ROW.match(text, sentence.begin, sentence.end)
    if row is None or row.end() <= fig.mention.begin or not _PROMISED.search(text, before.begin, before.end):
        return None
    what = _what(text, sentence.begin, fig.mention.begin)
    if what is None:
        return None
    shown = _SHOWN.search(text, before.begin, before.end) is not None
    return _told(course, fig, worded(what.of(text)), what, "result" if shown else "goal")


def _is_in_points(fig: Figure) -> bool:
    """Whether a number is told in 점, which may count works or tell how good something is."""
    return bare_unit(fig.mention.value.unit) == "점"


def _told(course: Course, fig: Figure, measure: str, place: Span, kind: str) -> Target | None:
    words = course.words
    measure = measure.strip(" -·")
    if len(measure) < _SOME or is_no_measure(course, measure, None) or is_remark(measure, fig.mention.value.unit):
        return None
    scored = is_score(fig, measure)
    if _is_in_points(fig) and not scored:
        return None
    if (fig.mention.kind == "percent" or scored) and not (
        scored or words.rate.search(measure) or words.improves(measure)
    ):
        return None
    if course.mentions.within(place, "quantity", "percent", "money", "person"):
        return None
    few = fig.mention.kind != "percent" and fig.mention.value.value < _FEW
    if few and not (words.counts(measure) or words.is_act(measure)):
        return None
    annual = is_annual(fig, course.text)
    due = None
    if kind == "goal":
        due = deadline(fig, None, None, course.text, course.mentions, course.published, annual=annual)
    signs = Signs(["label", "result"], 0.7, "result", True) if kind == "result" else Signs(["goal-word", "label"], 0.7)
    target = course.target(fig, measure, place, None, due, annual, signs)
    course.last = (fig, target)
    return target
