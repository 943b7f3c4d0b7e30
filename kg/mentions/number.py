"""Bare numbers, fractions (4분의 3), negative numbers, ordinals (25번째); no part of news reading."""

import re
from collections.abc import Iterator
from fractions import Fraction

from kg.mentions.model import Mention
from kg.mentions.money import number as plain
from kg.mentions.numeral import Exact, Numeral, exact, numerals
from kg.patterns import regex

_MINUS = regex(r"(?:마이너스|음수|영하)\s?$|(?<![\d\w)])[-−–]\s?$")
_OF = regex(r"\s?분의\s?(?:(?:마이너스|음수|-)\s?)?")
_WITH = regex(r"(?:과|와)\s?")
_SLASH = regex(r"(?<![\d/])(-?\d+)/(\d+)(?![\d/])")
_SPACED = regex(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?")
_POINT_FIRST = regex(r"(?<![\d\w.])-?(\.\d+)(?!\d)")
_ORDINAL = regex(r"\s?(?:번째|째 ?번|째|등|위)(?![가-힣](?<![은는이가을를에의로도만날와과으주]))")


def numbers(text: str) -> list[tuple[int, int, Exact]]:
    """All numbers of a text with their places: fractions and negatives as one, the largest reading first."""
    found = list(numerals(text))
    told: list[tuple[int, int, Exact]] = []
    skip = -1
    for i, _numeral in enumerate(found):
        if i <= skip:
            continue
        begin, end, value, used = _fraction(text, found, i)
        minus = _MINUS.search(text, max(0, begin - 5), begin)
        if minus:
            begin, value = minus.start(), -value
        skip = i + used - 1
        told.append((begin, end, value))
    extra = [(m.start(), m.end(), exact(re.sub(r"\s", "", m.group()))) for m in _SPACED.finditer(text)]
    extra += [
        (m.start(), m.end(), Fraction(m.group(1)) * (-1 if m.group()[0] == "-" else 1))
        for m in _POINT_FIRST.finditer(text)
    ]
    for m in _SLASH.finditer(text):
        if int(m.group(2)):
            extra.append((m.start(), m.end(), Fraction(int(m.group(1)), int(m.group(2)))))
    return sorted(told + extra)


def _fraction(text: str, found: list[Numeral], i: int) -> tuple[int, int, Exact, int]:
    """The number that begins with the numeral ``i``: alone, or N분의 M, or a whole with a fraction (3과 5분의 1)."""
    first = found[i]
    part = _parts(text, found, i)
    if part:
        return first.begin, part[0], part[1], 2
    if i + 2 < len(found):
        link = _WITH.match(text, first.end)
        if link and link.end() == found[i + 1].begin and (rest := _parts(text, found, i + 1)):
            return first.begin, rest[0], first.value + rest[1], 3
    return first.begin, first.end, first.value, 1


def _parts(text: str, found: list[Numeral], i: int) -> tuple[int, Exact] | None:
    if i + 1 >= len(found) or not found[i].value:
        return None
    of = _OF.match(text, found[i].end)
    if of is None or of.end() != found[i + 1].begin:
        return None
    sign = -1 if re.search(r"마이너스|음수|-", of.group()) else 1
    return found[i + 1].end, sign * Fraction(found[i + 1].value) / Fraction(found[i].value)


def number_mentions(text: str) -> Iterator[Mention]:
    """Every number, whatever it counts, and ordinals."""
    for begin, end, value in numbers(text):
        yield Mention(begin, end, "number", plain(value), "number")
        if text[max(0, begin - 2) : begin].endswith(("제", "제 ")):
            yield Mention(begin, end, "ordinal", plain(value), "ordinal")
        ordinal = _ORDINAL.match(text, end)
        if ordinal:
            yield Mention(begin, ordinal.end(), "ordinal", plain(value), "ordinal")
