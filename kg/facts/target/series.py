"""Numbers in rows that need no verb: steps with their years, and lengths of time from which and to which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.target.figure import Figure
from kg.mentions.model import DateValue, Mention, Mentions, Quantity
from kg.spans import Span

_ARROW = re.compile(
    r"(?:여|개소|내외)?\s?(?:\([^)]{1,20}\))?\s?(?:→|⇒|➜|➡|➔|▶|->|~>)\s?"
    r"(?:\(?[’'‘]?\d{2,4}[년.]?도?(?:\s?[말초]|\s?상반기|\s?하반기)?(?:까지)?\)?|올해|내년|내후년|현재|목표)?\s?"
    r"(?:약|총|연|연간)?\s?"
)
_COMMA = re.compile(r"\s?[,·/]\s?\(?[’'‘]?\d{2,4}년?도?(?:\s?[말초])?(?:까지|에는|에)?\)?\s?(?:약|총)?\s?")
_YEAR_BEHIND = re.compile(r"\s?\(")
_COLON = re.compile(r"(?P<label>[^:：○□◦ㅇ▪·\-]{2,40}?)\s?[:：]\s?$")
_BRACKET = re.compile(r"\((?P<label>[^()]{2,14})\)\s?$")
_AFTER_COLON = re.compile(r"(?:[:：]|^[○□◦ㅇ▪·\-*])\s?(?P<label>[가-힣A-Za-z][가-힣A-Za-z0-9 ‘’'·]{1,28})$")
_GENERIC = frozenset(
    (
        "규모",
        "목표",
        "대상",
        "인원",
        "물량",
        "추진",
        "계획",
        "성과",
        "연차별",
        "연도별",
        "내용",
        "효과",
        "수혜",
        "지원규모",
        "사업규모",
        "추진목표",
        "추진계획",
        "지표",
        "성과지표",
        "성과목표",
        "목표치",
        "사업량",
        "지원대상",
    )
)
_SPAN_OF_TIME = re.compile(
    r"(?P<a>\d[\d,.]*)\s?(?P<u>일|주|주일|개월|달|시간|영업일)(?:이던|이 걸리던|가 걸리던|가량|정도)?\s?(?:것을|것이)?"
    r"(?:에서|→|⇒|->)\s?(?:평균|최대|약|단|불과)?\s?(?P<b>\d[\d,.]*)\s?(?P=u)(?=로|으로|까지|이내|안|만|[.,)\s]|$)"
)
_CHANGED = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<n>\d[\d,.]*)\s?(?P<u>일|주|주일|개월|달|시간|영업일)"
    r"(?: ?(?:전|이내|이하|안|안팎|정도|내외|남짓|수준))?(?:으로|로|까지)"
    r" (?:크게 |대폭 |더 )?(?=줄|단축|앞당|감축|짧|낮추|당기|당길)"
)
_SHORTENS = re.compile("단축|앞당|줄|짧|낮추|감축|당기|당길|일로|주로|월로|달로|간으로")
_STARTING = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<n>\d[\d,.]*)\s?(?P<u>일|주|주일|개월|달|시간|영업일)"
    r"(?=에서 .{2,24}(?:일|주|개월|달|시간)(?:으)?로 (?:줄|단축|앞당|감축|짧|낮추)|"
    r"인 |이던 |이었던 |씩 걸리던 | 걸리던 )"
)


@dataclass(frozen=True, slots=True)
class Step:
    """One number of a row: its figure, its year with the place where that stands, and the number to start from."""

    figure: Figure
    due: Mention | None
    base: Figure | None
    label: str
    place: Span


def steps(figures: list[Figure], text: str, mentions: Mentions, published: str | None) -> dict[int, Step | None]:
    """For the places of numbers in ``figures`` that stand in a row of steps: the step, None for a mere start."""
    found: dict[int, Step | None] = {}
    for row in _rows(figures, text):
        dues = [_year(figures[i], text, mentions) for i in row]
        label = _label(figures[row[0]], dues[0], text, mentions)
        if label is None or sum(d is not None for d in dues) < len(dues) - 1:
            continue
        this_year = int(published[:4]) if published else 0
        begun = dues[0] is None or dues[0].value.year < this_year
        base = figures[row[0]] if begun else None
        for n, i in enumerate(row):
            found[i] = None if begun and n == 0 else Step(figures[i], dues[n], base, *label)
    return found


def is_generic(label: str) -> bool:
    """Whether a label says only that a number is told (규모, 목표), not what it counts."""
    return label.replace(" ", "") in _GENERIC


def _rows(figures: list[Figure], text: str) -> Iterator[list[int]]:
    """Three and more numbers of one unit joined by arrows, two and more joined by commas, without a verb behind."""
    here = 0
    while here < len(figures):
        row, arrows = [here], False
        for k in range(here + 1, len(figures)):
            one, other = figures[row[-1]], figures[k]
            if other.sentence is not one.sentence or other.mention.value.unit != one.mention.value.unit:
                break
            between = text[one.mention.end : other.mention.begin]
            arrow = _ARROW.fullmatch(between) is not None
            if not arrow and (arrows or _COMMA.fullmatch(between) is None):
                break
            row.append(k)
            arrows |= arrow
        enough = len(row) >= 3 if arrows else len(row) >= 2
        if enough and not _has_verb(figures[row[-1]]):
            yield row
        here = row[-1] + 1


def _has_verb(fig: Figure) -> bool:
    return any(t.tag in ("EF", "EC", "XSV", "VV") for t in fig.tokens[fig.after :])


def _year(fig: Figure, text: str, mentions: Mentions) -> Mention | None:
    """The date right before a number, or in the bracket behind it."""
    begin = fig.mention.begin
    near = [m for m in mentions.within(Span(max(0, begin - 16), begin), "date") if begin - m.end <= 6]
    if not near and _YEAR_BEHIND.match(text, fig.mention.end):
        near = mentions.within(Span(fig.mention.end, fig.mention.end + 14), "date")[:1]
    return near[-1] if near and isinstance(near[-1].value, DateValue) else None


def _label(fig: Figure, due: Mention | None, text: str, mentions: Mentions) -> tuple[str, Span] | None:
    """What a row counts: the words before its colon or in its bracket, with the program where they say little."""
    stop = due.begin if due is not None and due.begin < fig.mention.begin else fig.mention.begin
    head = text[fig.sentence.begin : stop].rstrip(" '’‘(")
    match = _COLON.search(head) or _BRACKET.search(head) or (_AFTER_COLON.search(head) if due is not None else None)
    if match is None:
        return None
    label = re.sub(r"^(?:[가-하]|\d+)\.\s?|^\([^)]*\)\s?", "", match.group("label").strip()).strip()
    place = Span(fig.sentence.begin + match.start("label"), fig.sentence.begin + match.end("label"))
    if is_generic(label):
        program = next(mentions.before(fig.sentence.begin, "program"), None)
        if program is not None and fig.sentence.begin - program.end < 300:
            label = f"{program.value.text} {label}"
    return (label, place) if len(label) > 1 else None


def spans_of_time(text: str) -> Iterator[Mention]:
    """Lengths of time of a text that are told as a change (4.2일에서 1.5일로, 1시간 안으로 줄인다)."""
    if not _SHORTENS.search(text):
        return
    for m in _SPAN_OF_TIME.finditer(text):
        for value, stop in (("a", m.end("u")), ("b", m.end("b") + len(m.group("u")) + (text[m.end("b")] == " "))):
            yield _length(m.start(value), stop, m.group(value), m.group("u"))
    for m in _CHANGED.finditer(text):
        yield _length(m.start(), m.end("u"), m.group("n"), m.group("u"))
    for m in _STARTING.finditer(text):
        yield _length(m.start(), m.end("u"), m.group("n"), m.group("u"))


def _length(begin: int, end: int, number: str, unit: str) -> Mention:
    return Mention(begin, end, "quantity", Quantity(float(number.replace(",", "").rstrip(".")), unit), "span-of-time")
