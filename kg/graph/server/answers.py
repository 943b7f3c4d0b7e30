"""A server's answers as the embedded store would give them: the same kinds of values, the same spellings."""

import json
from collections.abc import Sequence
from typing import Any

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, Store, parse_query_results

from kg.graph.terms import PREFIXES

_XSD = PREFIXES["xsd"]
_STRING, _INTEGER, _WHOLE, _DECIMAL, _BOOLEAN = (
    _XSD + name for name in ("string", "integer", "nonNegativeInteger", "decimal", "boolean")
)
_TRUTH = {"1": "true", "0": "false"}
_LARGE = 1 << 31
"""Virtuoso gives whole numbers from here on as decimals."""

Binding = dict[str, dict[str, str]]


def settled(told: dict[str, str]) -> dict[str, str]:
    """A value of the JSON format as the embedded store would tell it."""
    kind, value = told["type"], told["value"]
    if kind in ("uri", "bnode"):
        return {"type": kind, "value": value}
    language, datatype = told.get("xml:lang"), told.get("datatype", _STRING)
    if language:
        return {"type": "literal", "value": value, "xml:lang": language.lower()}
    if datatype == _BOOLEAN:
        value = _TRUTH.get(value, value)
    elif datatype == _WHOLE or (datatype == _DECIMAL and _is_large(value)):
        datatype = _INTEGER
    return {"type": "literal", "value": value} | ({} if datatype == _STRING else {"datatype": datatype})


def _is_large(value: str) -> bool:
    return value.lstrip("-").isdecimal() and abs(int(value)) >= _LARGE


def bindings(body: bytes) -> list[Binding]:
    """The rows of an answer in the JSON format. Raises `ValueError` for what is none."""
    told: Any = json.loads(body)
    return [{name: settled(value) for name, value in row.items()} for row in told["results"]["bindings"]]


def solutions(names: Sequence[str], rows: Sequence[Binding]) -> QuerySolutions:
    """Rows as the embedded store gives them."""
    told = json.dumps({"head": {"vars": list(names)}, "results": {"bindings": list(rows)}})
    found = parse_query_results(told.encode(), format=QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    return found


def truth(true: bool) -> QueryBoolean:
    """The answer to an ASK as the embedded store gives it."""
    found = parse_query_results(json.dumps({"head": {}, "boolean": true}).encode(), format=QueryResultsFormat.JSON)
    assert isinstance(found, QueryBoolean)
    return found


def constructed(prologue: str, template: str, names: Sequence[str], rows: Sequence[Binding]) -> QueryTriples:
    """What a CONSTRUCT makes of rows."""
    values = " ".join(f"({' '.join(written(row.get(name)) for name in names)})" for row in rows)
    listed = " ".join(f"?{name}" for name in names)
    text = f"{prologue} CONSTRUCT {{{template}}} WHERE {{ VALUES ({listed}) {{ {values} }} }}"
    found = Store().query(text)
    assert isinstance(found, QueryTriples)
    return found


def written(told: dict[str, str] | None) -> str:
    """A value as SPARQL writes it, and N-Triples where there is one."""
    if told is None:
        return "UNDEF"
    if told["type"] != "literal":
        return f"<{told['value']}>" if told["type"] == "uri" else "UNDEF"
    text = json.dumps(told["value"], ensure_ascii=False).replace("\x7f", "\\u007F")
    if "xml:lang" in told:
        return f"{text}@{told['xml:lang']}"
    return f"{text}^^<{told['datatype']}>" if "datatype" in told else text
