"""Turtle of sorted triples with a prefix for each kind of thing; the same triples give the same bytes.

A file of one document's graph is written relative to the document: ``<>`` is the document, ``<#char=12,15>`` a mention.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from kg.graph.files import whole_file
from kg.graph.terms import PREFIXES, turtle_prefixes
from kg.patterns import regex

_FIRST = (
    r"A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_REST = _FIRST + r"0-9\u00b7\u0300-\u036f\u203f-\u2040-"
_CODE = "%[0-9A-F]{2}"
_LOCAL = regex(rf"(?:[{_FIRST}:0-9]|{_CODE})(?:(?:[{_REST}.:]|{_CODE})*(?:[{_REST}:]|{_CODE}))?")
_PLAIN = {
    "integer": re.compile("-?[0-9]+"),
    "decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
    "boolean": re.compile("true|false"),
}
"""Literals that Turtle writes without marks and datatype."""
_XSD = PREFIXES["xsd"]
_TYPE = f"<{PREFIXES['rdf']}type>"


class _Names:
    """Shortens IRIs, and remembers which prefixes it used."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.by_namespace = {iri: prefix for prefix, iri in turtle_prefixes().items()}
        self.used: set[str] = set()
        self.known: dict[str, str] = {}

    def term(self, term: str) -> str:
        """A term of N-Quads as Turtle writes it."""
        short = self.known.get(term)
        if short is None:
            short = self.known[term] = self.shorten(term)
        return short

    def shorten(self, term: str) -> str:
        if term[0] == "<":
            return self.iri(term[1:-1])
        if term[-1] != ">":
            return term
        lexical, _, datatype = term.rpartition('"^^<')
        plain, name = lexical[1:], datatype[:-1].removeprefix(_XSD)
        if name in _PLAIN and _PLAIN[name].fullmatch(plain):
            return plain
        return f'{lexical}"^^{self.iri(datatype[:-1])}'

    def iri(self, iri: str) -> str:
        if self.base is not None and iri.startswith(self.base) and iri[len(self.base) :][:1] in ("", "#"):
            return f"<{iri[len(self.base) :]}>"
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self.by_namespace.get(iri[:cut])
        if prefix is None or not _LOCAL.fullmatch(iri, cut):
            return f"<{iri}>"
        self.used.add(prefix)
        return f"{prefix}:{iri[cut:]}"


Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph, each as N-Quads writes it."""


def split(line: str) -> Quad:
    """The four terms of a line of N-Quads."""
    subject, predicate, rest = line.split(" ", 2)
    value, graph, _ = rest.rsplit(" ", 2)
    return subject, predicate, value, graph


def turtle(lines: Iterable[str]) -> str:
    """The triples of N-Quads lines as a Turtle document; lines of several graphs are merged."""
    lines = list(lines)
    graphs = {line[line.rindex(" <", 0, -2) + 2 : -3] for line in lines}
    names = _Names(graphs.pop() if len(graphs) == 1 else None)
    blocks = _blocks(names, lines, "")
    return _head(names) + "\n" + "\n".join(blocks)


def trig(lines: Iterable[str]) -> str:
    """The quads of N-Quads lines as a TriG document, one block for each graph."""
    names = _Names(None)
    by_graph: dict[str, list[str]] = {}
    for line in lines:
        by_graph.setdefault(line[line.rindex(" <", 0, -2) + 1 : -2], []).append(line)
    blocks = [
        f"{names.term(graph)} {{\n" + "\n".join(_blocks(names, by_graph[graph], "    ")) + "}\n"
        for graph in sorted(by_graph)
    ]
    return _head(names) + "\n" + "\n".join(blocks)


def _head(names: _Names) -> str:
    prefixes = turtle_prefixes()
    base = f"@base <{names.base}> .\n" if names.base is not None else ""
    return base + "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(names.used))


def _blocks(names: _Names, lines: list[str], indent: str) -> list[str]:
    """The statements about each subject, sorted; the type comes first."""
    blocks: list[str] = []
    known, term, between = names.known, names.term, f" ;\n{indent}    "
    subject = ""
    told: dict[str, list[str]] = {}
    for triple in sorted({line[: line.rindex(" <", 0, -2)] for line in lines}):
        about, predicate, value = triple.split(" ", 2)
        if about != subject:
            if told:
                blocks.append(_block(names, subject, told, indent, between))
            subject, told = about, {}
        told.setdefault(predicate, []).append(known.get(value) or term(value))
    if told:
        blocks.append(_block(names, subject, told, indent, between))
    return blocks


def _block(names: _Names, subject: str, told: dict[str, list[str]], indent: str, between: str) -> str:
    """One subject's statements."""
    types = told.pop(_TYPE, None)
    parts = [f"a {' , '.join(types)}"] if types else []
    parts += [f"{names.term(predicate)} {' , '.join(values)}" for predicate, values in told.items()]
    return f"{indent}{names.term(subject)} {between.join(parts)} .\n"


def write_turtle(lines: Iterable[str], path: Path) -> None:
    """Write the triples of N-Quads lines to a Turtle file, whole or not at all."""
    content = turtle(lines).encode()
    with whole_file(path) as file:
        file.write(content)
