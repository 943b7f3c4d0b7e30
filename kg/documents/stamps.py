"""Dates as mastheads write them, and what their labels say of them."""

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

StampKind = Literal["embargo", "published", "bare", "modified"]

_DAY = regex(
    r"(?<![\d.])(?P<y>(?:19|20)\d\d|['’‘]\d\d|\d\d(?=\.\s?\d{1,2}\.\s?\d{1,2}))\s*(?:[.\-/]|년)\s*"
    r"(?P<m>0?[1-9]|1[0-2])\s*(?:[.\-/]|월)\s*(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s*일?|"
    r"(?<![\d/])(?P<monthfirst>0[1-9]|1[0-2])/(?P<dayin>0[1-9]|[12]\d|3[01])/(?P<yearin>20\d\d)(?!\d)|"
    r"(?<!\d)(?P<run>20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)|"
    r"(?<![A-Za-z])(?:(?P<dayfirst>3[01]|[12]\d|0?[1-9])\s)?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s"
    r"(?:(?P<dayafter>3[01]|[12]\d|0?[1-9])[.,]\s?)?(?P<yearlast>20\d\d)(?!\d)"
)
_LIKELY = regex(r"\d\d(?:\s*(?:[.\-/]|년)\s*\d|\d{6})|[A-Z][a-z]{2}")
"""What every day holds: a year before what parts it from a month, eight figures, or the name of a month."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_REST = regex(
    r"오전|오후|[AP]\.?M\.?|(?:월|화|수|목|금|토|일)요일|\([월화수목금토일]\)|[\s.,/|·:()\[\]<>∙ㅣ~\-–]|T(?=\d)|\d{1,2}\s*시\s*(?:\d{1,2}\s*분)?|\d"
)


_BEHIND = regex(
    r"[\s().]*(?:[월화수목금토일](?:요일)?[\s().]*)?(?:(?:오전|오후)\s*)?(?:\d{1,2}[:시]\s?\d{0,2}(?::\d\d|분)?\s*)?"
)


class Stamp(NamedTuple):
    """A day written on a page: ISO day, its place, and the weight of the label before it."""

    iso: str
    span: Span
    kind: StampKind


@lru_cache(maxsize=4)
def _labels(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, StampKind]]:
    """The labels of table ``press_frame`` that tell which date follows, and their kinds."""
    kinds: dict[str, StampKind] = {}
    for row in lexicon.rows("press_frame"):
        if row["role"] in ("embargo", "published", "modified"):
            kinds[row["word"]] = row["role"]  # type: ignore[assignment]
    longest = sorted(kinds, key=lambda w: (-len(w), w))
    spaced = [r"\s?".join(re.escape(c) for c in w) for w in longest]
    return re.compile("|".join(spaced) or r"(?!)"), kinds


def label_kind(words: str, lexicon: Lexicon) -> StampKind | None:
    """The kind of date that a label standing alone on its line announces."""
    return _labels(lexicon)[1].get(words.strip("□○※*▶■◆•·-【】[]()<>|:："))


def find_stamps(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Stamp]:
    """The days written in ``text[begin:end]``, each with the kind that the nearest label before it gives."""
    if not _LIKELY.search(text, begin, end) or not _DAY.search(text, begin, end):
        return []
    pattern, kinds = _labels(lexicon)
    stamps: list[Stamp] = []
    place, kind = begin, "bare"
    for match in _DAY.finditer(text, begin, end):
        labels = list(pattern.finditer(text, place, match.start()))
        if labels:
            kind = kinds[re.sub(r"\s", "", labels[-1].group())]
        elif kind == "bare" and (behind := _BEHIND.match(text, match.end(), end)):
            label = pattern.match(text, behind.end(), end)
            if label and not _leads_on(text, label.end(), end):
                stamps_kind = kinds[re.sub(r"\s", "", label.group())]
                if iso := _iso(match):
                    stamps.append(
                        Stamp(iso, Span(match.start(), match.start() + len(match.group().rstrip())), stamps_kind)
                    )
                place = label.end()
                continue
        iso = _iso(match)
        if iso:
            stamps.append(Stamp(iso, Span(match.start(), match.start() + len(match.group().rstrip())), kind))  # type: ignore[arg-type]
        place = match.end()
    return stamps


def _leads_on(text: str, place: int, end: int) -> bool:
    """Whether a label behind a day is the label of what follows it: of another day behind a mark, or of a word."""
    if re.match(r"\s?\|", text[place : place + 2]):
        return _DAY.search(text, place, end) is not None
    return re.match(r"\s?[:：]|[가-힣]", text[place : place + 2]) is not None


def _iso(match: re.Match[str]) -> str | None:
    if run := match["run"]:
        year, month, day = int(run[:4]), int(run[4:6]), int(run[6:])
    elif match["monthfirst"]:
        year, month, day = int(match["yearin"]), int(match["monthfirst"]), int(match["dayin"])
    elif name := match["month"]:
        year, month = int(match["yearlast"]), 1 + _MONTHS.index(name)
        day = int(match["dayfirst"] or match["dayafter"] or 0)
    else:
        year, month, day = int(match["y"].lstrip("'’‘")), int(match["m"]), int(match["d"])
        year += 2000 if year < 100 else 0
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def only_stamp(words: str) -> bool:
    """Whether a line holds a day and nothing else but the hour and the weekday."""
    if len(words) > 60:
        return False
    match = _LIKELY.search(words) and _DAY.search(words)
    return bool(match) and not _REST.sub("", _DAY.sub("", words))
