"""Turtle and TriG of N-Quads lines."""

import random
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph

from kg.errors import UserError
from kg.graph.files import whole_file
from kg.graph.quads import document_quads
from kg.graph.terms import ID
from kg.graph.turtle import split, trig, turtle, write_turtle
from kg.identity.identity import Identity
from tests.graph.small import small_reading

LINES = document_quads(small_reading(), Identity())


def triples(content: str, form: RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in parse(content.encode(), form)}


def test_turtle_holds_the_same_triples() -> None:
    assert triples(turtle(LINES), RdfFormat.TURTLE) == triples("\n".join(LINES), RdfFormat.N_QUADS)


def test_turtle_is_read_by_rdflib() -> None:
    ours = Graph().parse(data=turtle(LINES), format="turtle")
    assert len(ours) == len(LINES)


def test_turtle_is_the_same_in_any_order() -> None:
    mixed = list(LINES)
    random.Random(7).shuffle(mixed)
    assert turtle(mixed) == turtle(LINES)


def test_turtle_has_a_prefix_for_each_kind_and_names_mentions_by_the_document() -> None:
    content = turtle(LINES)
    assert "@base <https://w3id.org/regional-ai-policy/id/document/한빛/소식_1.txt> .\n" in content
    assert "@prefix person: <https://w3id.org/regional-ai-policy/id/person/> .\n" in content
    assert "person:김하늘%7C한빛시 a foaf:Person ;\n" in content
    assert "\n<#char=21,24> a nif:Phrase ;\n" in content
    assert "schema:value 79400000000" in content
    assert "rap:confidence 0.9 ;" in content


@pytest.mark.parametrize(
    "name", ["한빛(시)", "가,나", "끝.", "-끝", "‘전략’", "2.0", "a:b", "%7C끝", "가/나", "～", "·", "AI·창업", "~x"]
)
def test_turtle_shortens_only_names_that_may_be_shortened(name: str) -> None:
    line = f'<{ID}program/{name}> <http://a.example/p> "1.0"^^<http://b.example/#t> <http://g.example/> .'
    assert triples(turtle([line]), RdfFormat.TURTLE) == triples(line, RdfFormat.N_QUADS)


@pytest.mark.parametrize(
    "literal", ['"1"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"x"@ko-KR', '"<a>"', '""', '"a> "']
)
def test_turtle_keeps_literals(literal: str) -> None:
    line = f"<http://a.example/s> <http://a.example/p> {literal} <http://g.example/> ."
    assert split(line) == ("<http://a.example/s>", "<http://a.example/p>", literal, "<http://g.example/>")
    assert triples(turtle([line]), RdfFormat.TURTLE) == triples(line, RdfFormat.N_QUADS)


def test_trig_holds_the_same_quads() -> None:
    other = document_quads(small_reading("둘.txt"), Identity())
    quads = {str(q) for q in parse("\n".join([*LINES, *other]).encode(), RdfFormat.N_QUADS)}
    assert {str(q) for q in parse(trig([*other, *LINES]).encode(), RdfFormat.TRIG)} == quads
    assert trig([*other, *LINES]) == trig([*LINES, *other])


def test_turtle_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "새 폴더" / "하나.ttl"
    write_turtle(LINES, target)
    assert target.read_text("utf-8") == turtle(LINES)
    assert [p.name for p in target.parent.iterdir()] == ["하나.ttl"]


def test_turtle_file_in_a_place_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(UserError, match="cannot be written"):
        write_turtle(LINES, tmp_path / "x" / "y.ttl")


def test_turtle_file_stays_as_it_was_when_writing_breaks(tmp_path: Path) -> None:
    target = tmp_path / "하나.ttl"
    target.write_text("before")
    with pytest.raises(RuntimeError), whole_file(target) as file:
        file.write(b"half")
        raise RuntimeError
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]
