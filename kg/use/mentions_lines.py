"""``kg mentions --format jsonl``: lines ``{id, text, reference}`` in, the numbers, money and times of each out."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.errors import UserError
from kg.lexicon import Lexicon, load_lexicon
from kg.mentions.bare import bare_mentions
from kg.mentions.calendar import first_of, last_of
from kg.mentions.model import Mention
from kg.mentions.unit import english_units
from kg.patterns import regex

_OPEN = regex(r"\s?(?:(?P<least>이상|초과)|(?P<most>이하|미만))")


def mention_lines(lines: Iterable[str], lexicon: Lexicon | None = None) -> Iterator[str]:
    """For each JSON line read, one JSON line ``{"id", "mentions"}``; empty lines are passed over."""
    lexicon = lexicon or load_lexicon()
    for number, line in enumerate(lines, 1):
        if line.strip():
            identifier, text, today = _request(line, number)
            told = [row for m in bare_mentions(text, today, lexicon) for row in _rows(text, m, lexicon)]
            yield json.dumps({"id": identifier, "mentions": told}, ensure_ascii=False)


def _request(line: str, number: int) -> tuple[Any, str, date | None]:
    try:
        request = json.loads(line)
        text, reference = request["text"], request.get("reference")
        today = date.fromisoformat(reference[:10]) if reference else None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "is no mention request", f"line {number}", 'write {"id": .., "text": .., "reference": ISO date or null}'
        ) from error
    if not isinstance(text, str):
        raise UserError("has a text that is no string", f"line {number}", "quote it")
    return request.get("id"), text, today


def _rows(text: str, mention: Mention, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """The mention in the suite's terms: periods as days, units in English."""
    value = mention.value
    row: dict[str, Any] = {"kind": mention.kind, "begin": mention.begin, "end": mention.end, "value": value}
    if mention.kind == "date":
        row["value"] = value.iso
    elif mention.kind == "period":
        begin = first_of(value.begin).isoformat() if value.begin else ".."
        end = last_of(value.end).isoformat() if value.end else ".."
        row |= {"kind": "daterange", "value": f"{begin}/{end}"}
    elif mention.kind == "money":
        row |= _money(text, mention, lexicon)
    elif mention.kind == "percent":
        row |= {"value": value.value, "unit": "%"}
    elif mention.kind == "quantity":
        row |= {"value": value.value, "max": value.max, "unit": _unit(text, mention, lexicon)}
    elif mention.kind == "numberrange":
        row |= {"value": None, "min": value.low, "max": value.high}
        row |= {"min_inclusive": value.low_inclusive, "max_inclusive": value.high_inclusive}
    elif mention.kind == "duration":
        row["unit"] = "second"
    yield {key: told for key, told in row.items() if told is not None or key == "value"}
    yield from _other_kinds(text, mention)


def _money(text: str, mention: Mention, lexicon: Lexicon) -> dict[str, Any]:
    value = mention.value
    row: dict[str, Any] = {"value": value.value, "min": value.min, "max": value.max}
    if value.currency != "XXX":
        row["currency"] = value.currency
    limit = _OPEN.match(text, mention.end)
    if limit and value.value is not None:
        row |= {"value": None, "min" if limit.group("least") else "max": value.value}
    return row


def _unit(text: str, mention: Mention, lexicon: Lexicon) -> str:
    unit = mention.value.unit
    english: str = english_units(lexicon).get(unit, unit)
    speed = re.search(r"(시속|분속|초속)\s?$", text[max(0, mention.begin - 4) : mention.begin])
    if speed:
        return f"{english} per {({'시속': 'hour', '분속': 'minute', '초속': 'second'})[speed.group(1)]}"
    return english


def _other_kinds(text: str, mention: Mention) -> Iterator[dict[str, Any]]:
    """Readings that the words allow beside the first: pounds of weight, months of age."""
    if mention.kind == "money" and mention.value.currency == "GBP" and text[: mention.end].endswith("파운드"):
        place = {"kind": "quantity", "begin": mention.begin, "end": mention.end}
        yield {**place, "value": mention.value.value, "unit": "pound"}
    if mention.kind == "duration" and text[mention.begin : mention.end].rstrip().endswith("개월"):
        months = mention.value / 2_592_000
        yield {"kind": "quantity", "begin": mention.begin, "end": mention.end, "value": months, "unit": "month-old"}
