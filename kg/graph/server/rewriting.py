"""A query as a server must be asked it, so that it sees one version of one corpus as if there were nothing else.

Its default graph becomes the version's merge, and ``GRAPH ?g { … }`` the graph that holds the one it names: a version's
graph of a document has a name of its own, which a graph of the version leads to.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from kg.errors import UserError
from kg.graph.server.constants import with_constants
from kg.graph.server.mending import mended
from kg.graph.server.names import OF, Version
from kg.graph.server.sparql_text import Parts, iri_of, parted, prefixes, tokens, variables

Graphs = tuple[tuple[str, str], ...]
_STATEMENT = "?kg_s ?kg_p ?kg_o"
_OWN = ("bif:", "sql:", "xpath:", "http://www.openlinksw.com/")


class Asked(NamedTuple):
    """What is sent: the text's prologue, head, pattern and rest, and the graphs that go beside it.

    ``template`` is what a CONSTRUCT makes of the rows that come back.
    """

    prologue: str
    head: str
    pattern: str
    rest: str
    graphs: Graphs
    template: str = ""

    @property
    def text(self) -> str:
        """The query."""
        return f"{self.prologue}{self.head} {{{self.pattern}}}{self.rest}"


def asked(query: str, version: Version, default: Iterable[str], named: Iterable[str], mend: bool) -> Asked:
    """The query for a version. ``default`` and ``named`` are IRIs of graphs that it shall see alone, as the protocol
    gives them; ``mend`` writes it as Virtuoso understands it. The query must be SPARQL, as a store of ours takes it.
    """
    parts = parted(query)
    head, pattern, rest, template = parts.head, parts.pattern, parts.rest, parts.template
    if parts.form == "CONSTRUCT":
        found = variables(parts.template)
        head = f"SELECT {' '.join(f'?{name}' for name in found) or '*'} WHERE"
    elif parts.form == "DESCRIBE":
        head, pattern, rest = _described(parts)
        template = _STATEMENT
    assert pattern is not None
    pattern, names_graphs = _led(pattern, version)
    graphs = _dataset(parts, version, default, named)
    if not graphs and names_graphs:
        if any(t.is_word("EXISTS", "GRAPH") for t in (*tokens(head), *tokens(rest))):
            raise UserError("looks into graphs outside its WHERE", "query", "put that into the WHERE")
        pattern = f" GRAPH <{version.merge}> {{{pattern}}} "
    elif not graphs:
        graphs = (("default-graph-uri", version.merge),)
    if mend:
        pattern = mended(with_constants(pattern, f"{head} {rest}"))
        rest, head = mended(rest), mended(head)
    return Asked(parts.prologue, head, pattern, rest, graphs, template)


def is_treacherous(query: str) -> bool:
    """Whether Virtuoso fails at a query or never ends it: it asks within an expression whether something exists."""
    opened: list[str] = []
    for token in tokens(query):
        if token.kind == "sign" and token.text in "{(":
            opened.append(token.text)
        elif token.kind == "sign" and token.text in "})":
            opened.pop()
        elif token.is_word("EXISTS") and opened[-1:] == ["("]:
            return True
    return False


def calls_the_server(query: str) -> bool:
    """Whether a query calls functions that are Virtuoso's own, with which it could reach beyond graphs."""
    known = prefixes(parted(query).prologue)
    iris = [*known.values(), *(iri_of(t.text, known) for t in tokens(query) if t.kind in ("iri", "name"))]
    return any(iri.lower().startswith(_OWN) for iri in iris)


def _described(parts: Parts) -> tuple[str, str, str]:
    """A DESCRIBE as the statements of what it names."""
    found = [t for t in tokens(parts.head) if t.kind in ("iri", "name", "variable")]
    fixed = " ".join(t.text for t in found if t.kind != "variable")
    named = [t.text for t in found if t.kind == "variable"] or [
        f"?{name}" for name in variables(parts.pattern or "") if not fixed
    ]
    inner = f"{{ SELECT DISTINCT * {{ {parts.pattern} }} {parts.rest} }}" if parts.pattern is not None else ""
    each = [f"{{ VALUES ?kg_s {{ {fixed} }} }}"] if fixed else []
    each += [f"{{ {inner} BIND({name} AS ?kg_s) }}" for name in named]
    return f"SELECT DISTINCT {_STATEMENT} WHERE", f" {' UNION '.join(each)} {_STATEMENT} ", ""


def _dataset(parts: Parts, version: Version, default: Iterable[str], named: Iterable[str]) -> Graphs:
    known = prefixes(parts.prologue)
    merged, others = list(default), list(named)
    if not merged and not others:
        merged, others = ([iri_of(t, known) for t in terms] for terms in (parts.default, parts.named))
    if not merged and not others:
        return ()
    merged, others = ([version.held(iri) for iri in iris] for iris in (merged, others))
    merged = merged or [f"{version.iri}/nothing"]
    others = [version.documents, *others] if others else [f"{version.iri}/nothing"]
    return (*(("default-graph-uri", g) for g in merged), *(("named-graph-uri", g) for g in others))


def _led(pattern: str, version: Version) -> tuple[str, bool]:
    """The pattern with each ``GRAPH`` led to the graph that holds it, and whether there was any."""
    found = list(tokens(pattern))
    pieces: list[str] = []
    place = number = 0
    for token, graph in pairwise(found):
        if token.kind == "name" and token.text.upper().startswith("GRAPH:") and graph.text == "{":
            raise UserError("has no space behind GRAPH", "query", "write one")
        if not token.is_word("GRAPH") or graph.kind not in ("variable", "iri", "name"):
            continue
        number += 1
        held = f"?kg_held{number}"
        pieces.append(pattern[place : token.begin])
        pieces.append(f"GRAPH <{version.documents}> {{ {held} <{OF}> {graph.text} }} GRAPH {held}")
        place = graph.end
    return "".join(pieces) + pattern[place:], number > 0
