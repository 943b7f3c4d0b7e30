"""The page of the SPARQL endpoint: an editor, the named questions, and an answer as a plain table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.terms import ID, name_of, turtle_prefixes
from kg.use.pages.html import html
from kg.use.pages.route import Page, Route, Shown, route_of
from kg.use.question import questions

Cell = Mapping[str, str]
"""A value of an answer as SPARQL's JSON writes it; empty where a row has none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that somebody asked, and what came of it: rows, a truth value, a graph, or a problem.

    ``cut`` is the number of rows at which the answer was cut, else 0; ``reason`` says what kind of problem there is
    (wrong, time, memory, busy).
    """

    query: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    truth: bool | None = None
    graph: str = ""
    cut: int = 0
    problem: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A named question for the editor: its name, what it answers, its text."""

    name: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A value as the table shows it: its text, and where a link leads."""

    text: str
    link: str = ""
    number: bool = False


FIRST = """PREFIX rap: <https://w3id.org/regional-ai-policy/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?program ?name
WHERE { ?program a rap:Program ; skos:prefLabel ?name }
ORDER BY ?name
LIMIT 20
"""
"""What stands in the editor at first."""

_REASONS = {
    "wrong": "질의를 읽을 수 없습니다",
    "unacceptable": "이 질의는 표로 보일 수 없습니다",
    "time": "시간이 너무 오래 걸려 멈췄습니다",
    "memory": "메모리가 너무 많이 필요해 멈췄습니다",
    "busy": "지금은 다른 질의가 많습니다. 잠시 뒤에 다시 물어보세요",
}


def editor(asked: Asked, shown: Shown) -> Page:
    """The page with the editor, with what was asked and what came of it."""
    to = shown.addresses
    shelf = [Shelf(q.name, q.about, q.text) for q in questions().values()]
    told = {
        "endpoint": to.page(Route("sparql")),
        "root": to.page(Route("home")),
        "things": ID,
        "prefixes": turtle_prefixes(),
        "first": asked.query or FIRST,
        "questions": [[s.name, s.about, s.text] for s in shelf],
    }
    return Page(
        html(
            "sparql.html",
            shown,
            Route("sparql"),
            asked=asked,
            asks=bool(asked.query),
            problem=_REASONS.get(asked.reason, asked.reason),
            rows=[[_cell(cell, shown) for cell in row] for row in asked.rows],
            shelf=shelf,
            first=asked.query or FIRST,
            told=json.dumps(told, ensure_ascii=False),
        )
    )


def _cell(cell: Cell, shown: Shown) -> Seen:
    text = cell.get("value", "")
    if cell.get("type") == "uri":
        route = route_of(text)
        return Seen(name_of(text) or text if route else text, shown.addresses.page(route) if route else "")
    return Seen(text, "", cell.get("datatype", "").endswith(("#integer", "#decimal", "#double")))
