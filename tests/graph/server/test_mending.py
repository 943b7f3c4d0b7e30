"""What Virtuoso answers wrongly, asked otherwise; the embedded store finds the same in both ways."""

import pytest

from kg.graph.server.constants import with_constants
from kg.graph.server.mending import mended
from kg.graph.store import GraphStore

TYPED = "^^<http://www.w3.org/2001/XMLSchema#string>"
LINES = [
    '<http://x/a> <http://x/name> "가온" <http://x/g> .',
    '<http://x/a> <http://x/day> "2026-03-01"^^<http://www.w3.org/2001/XMLSchema#date> <http://x/g> .',
    '<http://x/b> <http://x/name> "나래" <http://x/g> .',
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('CONCAT(?a, " · ")', f'IF(BOUND(?a), CONCAT(?a, " · "{TYPED}), ?kg_none)'),
        ('CONCAT(STR(?a), "→"@ko, "x")', 'IF(BOUND(?a), CONCAT(STR(?a), "→"@ko, "x"), ?kg_none)'),
        ('CONCAT("가", "나"^^x:y)', f'CONCAT("가"{TYPED}, "나"^^x:y)'),
        ('CONCAT(COALESCE(?a, "가"), "b")', 'CONCAT(COALESCE(?a, "가"), "b")'),
        (
            'CONCAT(COALESCE(CONCAT(" · ", ?a), ""), ?b)',
            f'IF(BOUND(?b), CONCAT(COALESCE(IF(BOUND(?a), CONCAT(" · "{TYPED}, ?a), ?kg_none), ""), ?b), ?kg_none)',
        ),
        ('?p "CONCAT(?a, 가)"', '?p "CONCAT(?a, 가)"'),
    ],
)
def test_mending_of_concat(text: str, wanted: str) -> None:
    assert mended(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "?s x:d ?d OPTIONAL { VALUES ?f { x:e } } FILTER(!BOUND(?f) || ?d >= ?f)",
            "?s x:d ?d   FILTER(!true || ?d >= x:e)",
        ),
        ("VALUES ?f { UNDEF } FILTER(!BOUND(?f) || ?d >= ?f)", "  FILTER(!false || ?d >= ?f)"),
        ('VALUES ?f { "a"^^x:y } FILTER(?f = ?d)', '  FILTER("a"^^x:y = ?d)'),
        ("VALUES ?f { x:e } ?s ?p ?f FILTER(?f > 1)", "VALUES ?f { x:e } ?s ?p ?f FILTER(?f > 1)"),
        ('VALUES ?f { 5 "a" } FILTER(?f > 1)', 'VALUES ?f { 5 "a" } FILTER(?f > 1)'),
        ("VALUES ?f { x:e } BIND(1 AS ?f)", "VALUES ?f { x:e } BIND(1 AS ?f)"),
        ("VALUES ?f { x:e } VALUES ?f { x:f } FILTER(?f > 1)", "VALUES ?f { x:e } VALUES ?f { x:f } FILTER(?f > 1)"),
    ],
)
def test_mending_of_constants(text: str, wanted: str) -> None:
    assert with_constants(text, "SELECT ?s") == wanted


def test_mending_of_constants_leaves_what_is_told() -> None:
    assert with_constants("VALUES ?f { x:e } FILTER(?f > 1)", "SELECT ?f") == "VALUES ?f { x:e } FILTER(?f > 1)"


def test_mending_keeps_the_meaning() -> None:
    store = GraphStore.of(LINES)
    head = "PREFIX x: <http://x/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?n ?told"
    pattern = (
        '?s x:name ?n OPTIONAL { ?s x:day ?d } OPTIONAL { VALUES ?from { "2026-01-01"^^xsd:date } } '
        'BIND(CONCAT(?n, COALESCE(CONCAT(" · ", STR(?d)), " 없음")) AS ?told) '
        "FILTER(!BOUND(?from) || !BOUND(?d) || ?d >= ?from)"
    )
    told = list(store.select(f"{head} {{ {pattern} }} ORDER BY ?n").rows)
    other = mended(with_constants(pattern, head))
    assert other != pattern
    assert list(store.select(f"{head} {{ {other} }} ORDER BY ?n").rows) == told
    assert [row[1].value for row in told if row[1]] == ["가온 · 2026-03-01", "나래 없음"]
