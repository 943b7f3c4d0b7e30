"""Numbers in rows that need no verb: steps with their years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.target.figure import Figure
from kg.facts.target.words import TargetWords
from kg.mentions.model import DateValue, Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_ARROW = regex(
    r"(?:여|개소|내외)?\s?(?:\([^)]{1,20}\))?\s?(?:→|⇒|➜|➡|➔|▶|->|~>)\s?"
    r"(?:\(?[’'‘]?\d{2,4}[년.]?도?(?:\s?[말초]|\s?상반기|\s?하반기)?(?:까지)?(?: ?(?:목표|계획|실적))?\)?"
    r"|올해|내년|내후년|현재|목표)?\s?"
    r"(?:약|총|연|연간)?\s?"
)
_COMMA = regex(r"\s?[,·/]\s?\(?[’'‘]?\d{2,4}년?도?(?:\s?[말초])?(?:까지|에는|에)?\)?\s?(?:약|총)?\s?")
_YEAR_BEHIND = regex(r"\s?\(")
_BRACKETED_YEAR = regex(r"\d\d년?(?: ?(?:목표|계획|실적|말))?\)\s?$")
_COLON = regex(r"(?P<label>[^:：○□◦ㅇ▪·\-]{2,40}?)\s?[:：]\s?$")
_BRACKET = regex(r"\((?P<label>[^()]{2,14})\)\s?$")
_AFTER_COLON = regex(r"(?:[:：]|[○□◦ㅇ▪▲△▷■]|^[·\-*])\s?(?P<label>[가-힣A-Za-z][가-힣A-Za-z0-9 ‘’'·]{1,28})$")


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
        begun = dues[0] is None or dues[0].value.year < this_year or (len(row) == 2 and _has_arrow(figures, row, text))
        base = figures[row[0]] if begun else None
        for n, i in enumerate(row):
            found[i] = None if begun and n == 0 else Step(figures[i], dues[n], base, *label)
    return found


def is_generic(label: str, words: TargetWords) -> bool:
    """Whether a label says only that a number is told (규모, 목표), not what it counts."""
    return label.replace(" ", "") in words.label


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
        if len(row) >= (3 if arrows and not _dated(figures[row[-1]], text) else 2) and not _has_verb(figures[row[-1]]):
            yield row
        here = row[-1] + 1


def _has_arrow(figures: list[Figure], row: list[int], text: str) -> bool:
    return _ARROW.fullmatch(text, figures[row[0]].mention.end, figures[row[1]].mention.begin) is not None


def _dated(fig: Figure, text: str) -> bool:
    """Whether a year stands in brackets before or behind a number (3만 건 → (’29) 100만 건)."""
    return bool(_BRACKETED_YEAR.search(text, fig.mention.begin - 8, fig.mention.begin)) or bool(
        _YEAR_BEHIND.match(text, fig.mention.end)
    )


def _has_verb(fig: Figure) -> bool:
    return any(t.tag in ("EF", "EC", "XSV", "VV") for t in fig.tokens[fig.after :])


def _year(fig: Figure, text: str, mentions: Mentions) -> Mention | None:
    """The date right before a number, or in the bracket behind it."""
    begin, end = fig.mention.begin, fig.mention.end
    near = mentions.within(Span(end, end + 14), "date")[:1] if _YEAR_BEHIND.match(text, end) else []
    near = near or [m for m in mentions.within(Span(max(0, begin - 16), begin), "date") if begin - m.end <= 6]
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
    if is_generic(label, fig.words):
        program = next(mentions.before(fig.sentence.begin, "program"), None)
        if program is not None and fig.sentence.begin - program.end < 300:
            label = f"{program.value.text} {label}"
    return (label, place) if len(label) > 1 else None
