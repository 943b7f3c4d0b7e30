"""Answers to queries as bytes in the formats of the SPARQL recommendations, cut at a number of rows."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from xml.sax.saxutils import escape

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from kg.graph.answers import columns
from kg.graph.store import GraphStore
from kg.graph.terms import turtle_prefixes
from kg.patterns import regex

Value = NamedNode | BlankNode | Literal
Row = Sequence[Value | None]

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_START = '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
_NOT_IN_XML = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPEATED = 10_000
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_NEEDS_MARKS = regex('[",\r\n]')


class Serialized(NamedTuple):
    """An answer as bytes; ``cut`` is true where it has more rows or statements than were wanted.

    ``form`` is rows, truth or graph.
    """

    content: bytes
    cut: bool
    form: str


class Formats(NamedTuple):
    """The format wanted for a table, a truth value and a graph; empty where the asker takes none that there is."""

    rows: str
    truth: str
    graph: str


class Unacceptable(Exception):
    """The asker takes no format that this form of answer (``rows``, ``truth``, ``graph``) can be written in."""


class Dataset(NamedTuple):
    """The IRIs of graphs that a query's default graph is merged of, and of those that its ``GRAPH`` can name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def serialized(store: GraphStore, query: str, dataset: Dataset, formats: Formats, most: int) -> Serialized:
    """Answer a query, with at most so many rows or statements. Raises `UserError` and `Unacceptable`.

    Columns come in the order in which the query names them; a graph's statements come sorted.
    """
    told = store.query(query, default=dataset.default, named=dataset.named)
    if isinstance(told, QuerySolutions):
        write = _ROWS.get(_wanted(formats.rows, "rows"))
        assert write is not None
        found = [v.value for v in told.variables]
        names = columns(query, found)
        places = [found.index(name) for name in names]
        rows = [[row[place] for place in places] for row in islice(told, most + 1)]
        cut = len(rows) > most
        return Serialized(write(names, rows[:most], cut).encode("utf-8", "replace"), cut, "rows")
    if isinstance(told, QueryBoolean):
        return Serialized(_TRUTHS[_wanted(formats.truth, "truth")](bool(told)).encode(), False, "truth")
    assert isinstance(told, QueryTriples)
    form = _GRAPHS[_wanted(formats.graph, "graph")]
    statements = list(islice(told, most + 1))
    cut = len(statements) > most
    ordered = sorted(set(statements[:most]), key=str)
    prefixes = _prefixes(ordered) if form in (RdfFormat.TURTLE, RdfFormat.RDF_XML) else None
    return Serialized(serialize(ordered, format=form, prefixes=prefixes) or b"", cut, "graph")


def _prefixes(statements: Iterable[Triple]) -> dict[str, str]:
    """The prefixes of these statements' IRIs; of RDF/XML they name the properties."""
    told = " ".join(map(str, statements))
    return {prefix: iri for prefix, iri in turtle_prefixes().items() if f"<{iri}" in told}


def _wanted(form: str, answer: str) -> str:
    if not form:
        raise Unacceptable(answer)
    return form


def _json(names: Sequence[str], rows: Sequence[Row], cut: bool) -> str:
    binding = lru_cache(_REPEATED)(_binding)  # names, days and words of a vocabulary stand in many rows
    heads = [f"{_quoted(name)}: " for name in names]
    lines = (
        [head + binding(value) for head, value in zip(heads, row, strict=True) if value is not None] for row in rows
    )
    bindings = ", ".join("{" + ", ".join(line) + "}" for line in lines)
    note = f', "note": {_quoted(f"cut at {len(rows)} rows: the answer has more")}' if cut else ""
    return f'{{"head": {{"vars": [{", ".join(map(_quoted, names))}]}}, "results": {{"bindings": [{bindings}]}}{note}}}'


def _binding(value: Value) -> str:
    if isinstance(value, NamedNode):
        return f'{{"type": "uri", "value": {_quoted(value.value)}}}'
    if not isinstance(value, Literal):
        return f'{{"type": "bnode", "value": {_quoted(getattr(value, "value", str(value)))}}}'
    told = ""
    if value.language:
        told = f', "xml:lang": {_quoted(value.language)}'
    elif value.datatype.value != _STRING:
        told = f', "datatype": {_quoted(value.datatype.value)}'
    return f'{{"type": "literal", "value": {_quoted(value.value)}{told}}}'


def _xml(names: Sequence[str], rows: Iterable[Row], cut: bool) -> str:
    head = "".join(f'<variable name="{name}"/>' for name in names)
    body = "".join(
        "<result>"
        + "".join(
            f'<binding name="{name}">{_element(value)}</binding>'
            for name, value in zip(names, row, strict=True)
            if value is not None
        )
        + "</result>"
        for row in rows
    )
    note = "<!-- cut: the answer has more rows -->" if cut else ""
    return f"{_START}<head>{head}</head><results>{body}</results>{note}</sparql>"


def _element(value: Value) -> str:
    if isinstance(value, NamedNode):
        return f"<uri>{_text(value.value)}</uri>"
    if not isinstance(value, Literal):
        return f"<bnode>{_text(getattr(value, 'value', str(value)))}</bnode>"
    if value.language:
        return f'<literal xml:lang="{value.language}">{_text(value.value)}</literal>'
    typed = f' datatype="{_text(value.datatype.value)}"' if value.datatype.value != _STRING else ""
    return f"<literal{typed}>{_text(value.value)}</literal>"


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text), {'"': "&quot;", "\r": "&#13;"})


def _csv(names: Sequence[str], rows: Iterable[Row], cut: bool) -> str:
    lines = [",".join(map(_cell, names))]
    lines += [",".join("" if v is None else _cell(getattr(v, "value", str(v))) for v in row) for row in rows]
    return "\r\n".join([*lines, ""])


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_MARKS.search(text) else text


def _tsv(names: Sequence[str], rows: Iterable[Row], cut: bool) -> str:
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if v is None else str(v).replace("\t", "\\t") for v in row) for row in rows]
    return "\n".join([*lines, ""])


_ROWS: dict[str, Callable[[Sequence[str], Sequence[Row], bool], str]] = {
    "json": _json,
    "xml": _xml,
    "csv": _csv,
    "tsv": _tsv,
}
_TRUTHS: dict[str, Callable[[bool], str]] = {
    "json": lambda true: json.dumps({"head": {}, "boolean": true}),
    "xml": lambda true: f"{_START}<head/><boolean>{str(true).lower()}</boolean></sparql>",
}
_GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
