"""Answers to queries as plain values, so that no room but this one needs the store's own types."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal as OneOf
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.patterns import regex


class Term(NamedTuple):
    """A value of an answer; ``datatype`` is an IRI, ``language`` a tag or None."""

    value: str
    kind: OneOf["iri", "literal"]
    datatype: str | None = None
    language: str | None = None


class Table(NamedTuple):
    """The answer to a SELECT query; rows come as they are found, None stands where a row has no value."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


def plain(term: NamedNode | BlankNode | Literal | Triple | None) -> Term | None:
    """A term of the store as a plain value."""
    if term is None:
        return None
    if isinstance(term, Literal):
        return Term(term.value, "literal", term.datatype.value, term.language)
    return Term(term.value if isinstance(term, NamedNode) else str(term), "iri")


HIDDEN = (
    r"#[^\n\r]*|\"\"\"(?s:(?:\\.|[^\\])*?)\"\"\"|\'\'\'(?s:(?:\\.|[^\\])*?)\'\'\'"
    r"|\"(?:\\.|[^\"\\\n\r])*\"|'(?:\\.|[^'\\\n\r])*'|<[^<>\"{}|^`\\\s]*>"
)
"""What is no keyword: comments (which a carriage return ends too), strings and IRIs, as a regular expression."""
_TOKEN = regex(rf"(?P<skip>{HIDDEN})|(?P<word>[A-Za-z_]+)|(?P<variable>[?$]\w+)|(?P<sign>[(){{}}*])")
_CALL = regex(rf"{HIDDEN}|[?$]\w+|:[\w-]*|(?P<call>SERVICE)", re.IGNORECASE | re.ASCII)


def asks_elsewhere(query: str) -> bool:
    """Whether a query calls another server (``SERVICE``).

    The keyword needs no space before or after it (``trueSERVICE:x{…}`` is a call), so whatever looks like it outside
    strings, IRIs, comments, variables and local names counts.
    """
    return any(token["call"] for token in _CALL.finditer(query))


def columns(query: str, variables: Sequence[str]) -> tuple[str, ...]:
    """The variables of an answer in the order in which the query names them (the store gives them sorted)."""
    named: list[str] = []
    selecting, depth = False, 0
    for token in _TOKEN.finditer(query):
        text = token[0]
        if token["word"]:
            if text.upper() == "SELECT":
                selecting = True
            elif text.upper() in ("WHERE", "FROM") and depth == 0:
                break
        elif token["sign"]:
            if text == "{":
                break
            depth += {"(": 1, ")": -1}.get(text, 0)
        elif token["variable"] and selecting:
            before = query[: token.start()].rstrip()
            if depth == 0 or (depth == 1 and before[-2:].upper() == "AS"):
                named.append(text[1:])
    if not named:
        named = [t["variable"][1:] for t in _TOKEN.finditer(query) if t["variable"]]
    order = {name: i for i, name in reversed(list(enumerate(named)))}
    return tuple(sorted(variables, key=lambda v: order.get(v, len(order))))
