"""Other engines on the same texts: bare Kiwi, Duckling, dateparser. Each is turned into what the scorers compare.

Duckling and dateparser are no dependencies: ``pip install -r requirements/peers.txt``. What is not installed is told.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from importlib import import_module, metadata, resources
from pathlib import Path
from typing import Any

from kg.use.evaluation.gold import GoldDocument
from kg.use.evaluation.report import Tally
from kg.use.mentions_lines import mention_lines
from tests.conftest import SHARED

SUITE = SHARED / "corpus" / "suites" / "numbers-dev.jsonl"
SCORER = SHARED / "eval" / "score_numbers.py"
SEOUL = timezone(timedelta(hours=9))
NOW = "2013-02-12T04:30:00"
"""The reference where a case has none: no such case depends on it."""

Row = dict[str, Any]
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "cent": "USD"}
_DIMENSIONS = {
    "amount-of-money": "money",
    "distance": "quantity",
    "volume": "quantity",
    "quantity": "quantity",
    "temperature": "quantity",
    "duration": "duration",
    "number": "number",
    "ordinal": "ordinal",
    "time": "time",
}
_CLOCK = ("hour", "minute", "second")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_BRITISH = {"metre": "meter", "litre": "liter"}


def proper_nouns_as_persons(documents: Iterable[GoldDocument]) -> Tally:
    """Every word that bare Kiwi takes for a proper noun (NNP), held against the people of the gold."""
    kiwi = import_module("kiwipiepy").Kiwi()
    tally = Tally()
    for document in documents:
        told = {t.form for t in kiwi.tokenize(document.text) if t.tag == "NNP"}
        wanted = set(document.gold.persons)
        tally.add(len(told & wanted), len(wanted - told), len(told - wanted))
    return tally


def ours(rows: Iterable[Row]) -> Iterator[Row]:
    """What ``kg mentions`` says."""
    lines = (json.dumps({k: row.get(k) for k in ("id", "text", "reference")}, ensure_ascii=False) for row in rows)
    return (json.loads(line) for line in mention_lines(lines))


def duckling(rows: Iterable[Row]) -> Iterator[Row]:
    """What Duckling's Korean rules say; of several readings of a time each one counts."""
    engine = import_module("duckling")
    engine.init()
    zones = engine.load_time_zones(str(resources.files("tzdata") / "zoneinfo"))
    locale = engine.parse_locale("KO_XX", engine.default_locale_lang(engine.parse_lang("KO")))
    dimensions = engine.parse_dimensions(list(_DIMENSIONS))
    for row in rows:
        now = datetime.fromisoformat(row.get("reference") or NOW).replace(tzinfo=SEOUL)
        context = engine.Context(engine.parse_ref_time(zones, "Asia/Seoul", int(now.timestamp())), locale)
        found = engine.parse(row["text"], context, dimensions, False)
        yield {"id": row["id"], "mentions": [m for told in found for m in _duckling_mentions(told)]}


def _duckling_mentions(told: Row) -> Iterator[Row]:
    place = {"kind": _DIMENSIONS[told["dim"]], "begin": told["start"], "end": told["end"]}
    value = told["value"]
    if told["dim"] == "time":
        for one in value.get("values") or [value]:
            with suppress(ValueError):  # a year that the calendar does not have
                yield from ({**place, **time} for time in _times(one))
    elif told["dim"] == "duration":
        yield {**place, "value": value["normalized"]["value"]}
    elif told["dim"] == "amount-of-money":
        low, high = value.get("from") or {}, value.get("to") or {}
        unit = value.get("unit") or low.get("unit") or high.get("unit")
        coins = 100 if unit == "cent" else 1
        told_ = (value.get("value"), low.get("value"), high.get("value"))
        amounts = {k: v / coins if v is not None else None for k, v in zip(("value", "min", "max"), told_, strict=True)}
        yield {**place, **amounts, "currency": _CURRENCIES.get(str(unit), unit)}
    else:
        unit = str(value.get("unit") or "")
        for british, american in _BRITISH.items():
            unit = unit.replace(british, american)
        yield {**place, "value": value.get("value"), "unit": unit}


def _times(one: Row) -> Iterator[Row]:
    """A point or stretch of time as the suite writes it; where it could be meant in two ways, both."""
    if one["type"] == "interval":
        first, last = one.get("from"), one.get("to")
        if any(end and end["grain"] in _CLOCK for end in (first, last)):
            yield {"kind": "time", "value": f"{_minute(first)}/{_minute(last)}"}
            yield {"kind": "daterange", "value": f"{_day(first)}/{_day(last)}"}
        else:
            yield {"kind": "daterange", "value": f"{_day(first)}/{_day(last, -1)}"}  # their end is exclusive
        return
    at, grain = _moment(one), one["grain"]
    if grain in _CLOCK:
        yield {"kind": "time", "value": at.strftime("%Y-%m-%dT%H:%M")}
        return
    yield {"kind": "date", "value": at.strftime({"year": "%Y", "month": "%Y-%m"}.get(grain, "%Y-%m-%d"))}
    if grain == "week":
        yield {"kind": "daterange", "value": f"{at.date()}/{(at + timedelta(days=6)).date()}"}
    elif grain in _MONTHS:
        later = at.month - 1 + _MONTHS[grain]
        after = at.replace(year=at.year + later // 12, month=later % 12 + 1, day=1)
        yield {"kind": "daterange", "value": f"{at.date()}/{(after - timedelta(days=1)).date()}"}


def _day(told: Row | None, later: int = 0) -> str:
    return (_moment(told) + timedelta(days=later)).date().isoformat() if told else ".."


def _moment(told: Row) -> datetime:
    return datetime.fromisoformat(told["value"]).replace(tzinfo=None)


def _minute(told: Row | None) -> str:
    return _moment(told).strftime("%Y-%m-%dT%H:%M") if told else ".."


def dateparser(rows: Iterable[Row]) -> Iterator[Row]:
    """What dateparser says of the bare expression (it reads no running text)."""
    engine = import_module("dateparser.date")
    formats = {"year": "%Y", "month": "%Y-%m"}
    for row in rows:
        now = datetime.fromisoformat(row.get("reference") or NOW)
        parser = engine.DateDataParser(languages=["ko"], settings={"RELATIVE_BASE": now})
        told = parser.get_date_data(row.get("expr") or row["text"])
        mentions = []
        if told is not None and told.date_obj is not None:
            place = {"begin": 0, "end": len(row["text"])}
            day = told.date_obj.strftime(formats.get(told.period, "%Y-%m-%d"))
            mentions = [
                {**place, "kind": "date", "value": day},
                {**place, "kind": "time", "value": told.date_obj.strftime("%Y-%m-%dT%H:%M")},
            ]
        yield {"id": row["id"], "mentions": mentions}


ENGINES: dict[str, tuple[str | None, Callable[[Iterable[Row]], Iterator[Row]]]] = {
    "kg mentions": (None, ours),
    "Duckling": ("pyduckling-native-phihos", duckling),
    "dateparser": ("dateparser", dateparser),
}


def installed(package: str | None) -> str | None:
    """The version of a package; empty for ours, None where it is not there."""
    if package is None:
        return ""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def numbers(engine: Callable[[Iterable[Row]], Iterator[Row]]) -> dict[str, tuple[int, int]]:
    """Right and all cases of the numbers suite, by kind, as its own scorer counts them."""
    rows = [json.loads(line) for line in SUITE.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        out.write_text("".join(json.dumps(told, ensure_ascii=False) + "\n" for told in engine(rows)), "utf-8")
        scored = subprocess.run([sys.executable, SCORER, SUITE, out], check=True, capture_output=True, text=True)
    found = {}
    for line in scored.stdout.splitlines():
        kind, hit, _, whole, _ = line.split()
        found[kind] = (int(hit), int(whole))
    return found
