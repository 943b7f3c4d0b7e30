"""A whole store as one file, in the forms that other programs read. The same graph gives the same bytes."""

import json
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from kg.errors import UserError
from kg.graph.files import whole_file
from kg.graph.store import GraphStore
from kg.graph.terms import PREFIXES
from kg.graph.turtle import split, trig, turtle

_TYPE = f"<{PREFIXES['rdf']}type>"


def nquads(store: GraphStore) -> bytes:
    """Sorted lines of N-Quads: the canonical form, in which two graphs are equal or not."""
    lines = store.lines()
    return b"\n".join([*lines, b""]) if lines else b""


def _lines(store: GraphStore) -> list[str]:
    return [line.decode() for line in store.lines()]


def jsonld(store: GraphStore) -> bytes:
    """JSON-LD 1.1: a list of graphs, each a list of things; nothing is shortened, so that no context is needed."""
    graphs: list[dict[str, Any]] = []
    quads = sorted((split(line) for line in _lines(store)), key=lambda q: (q[3], q[0], q[1], q[2]))
    for graph, about in groupby(quads, key=lambda q: q[3]):
        nodes: list[dict[str, Any]] = []
        for subject, statements in groupby(about, key=lambda q: q[0]):
            node: dict[str, Any] = {"@id": subject[1:-1]}
            for predicate, values in groupby(statements, key=lambda q: q[1]):
                objects = [q[2] for q in values]
                if predicate == _TYPE:
                    node["@type"] = [o[1:-1] for o in objects]
                else:
                    node[predicate[1:-1]] = [_value(o) for o in objects]
            nodes.append(node)
        graphs.append({"@id": graph[1:-1], "@graph": nodes})
    return json.dumps(graphs, ensure_ascii=False, indent=1).encode() + b"\n"


def _value(term: str) -> dict[str, str]:
    """An object of N-Quads as JSON-LD writes it."""
    if term[0] == "<":
        return {"@id": term[1:-1]}
    lexical, _, rest = term.rpartition('"')
    value: str = json.loads(lexical + '"')  # the escapes of N-Quads are JSON's
    if rest.startswith("@"):
        return {"@value": value, "@language": rest[1:]}
    return {"@value": value, "@type": rest[3:-1]} if rest else {"@value": value}


def _graphml(store: GraphStore) -> bytes:
    from kg.graph.network import graphml

    return graphml(store)


FORMATS: dict[str, Callable[[GraphStore], bytes]] = {
    "turtle": lambda store: turtle(_lines(store)).encode(),
    "trig": lambda store: trig(_lines(store)).encode(),
    "nquads": nquads,
    "jsonld": jsonld,
    "graphml": _graphml,
}
"""The formats of one file; ``csv`` is several tables."""


def export(store: GraphStore, form: str, target: Path | None, out: IO[bytes], table: str | None = None) -> None:
    """Write the graph in a format to a file, whole or not at all, or to ``out`` where ``target`` is None.

    ``csv`` goes to a folder or a ``.zip``; ``table`` names the one table that goes to ``out``. Raises `UserError`.
    """
    if form == "csv":
        from kg.graph.tables import TABLES, Tables, write_tables

        if table is not None and table not in TABLES:
            raise UserError("is no table", table, f"choose one of {', '.join(TABLES)}")
        if table is not None:
            content = Tables(store).table(table).encode("utf-8-sig")
        elif target is None:
            names = ", ".join(TABLES)
            raise UserError("csv is several tables", "", f"give a folder or a .zip with --output, or --table ({names})")
        else:
            return write_tables(store, target)
    else:
        content = FORMATS[form](store)
    if target is None:
        out.write(content)
        return None
    with whole_file(target) as file:
        file.write(content)
    return None
