"""Shapes: good graphs pass, broken ones fail, and pySHACL and SPARQL say the same."""

import random

import pytest

from kg.graph.check import Violation, check_document, check_store
from kg.graph.quads import document_quads
from kg.graph.store import GraphStore
from kg.graph.terms import expand
from kg.identity.identity import Identity
from kg.resolution.reading import Property, Reading
from tests.graph.small import ALLOCATION, CITY, MONEY, OFFICE, PROGRAM, SAID, borne_out, small_reading, with_node

GOOD = document_quads(small_reading(), Identity())
GRAPH = GOOD[0].rsplit(" ", 2)[1]

WRONG = (
    '"x"',
    "<http://a.example/y>",
    '"abc"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"말"@en',
    '"2025-13"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
    '"-7"^^<http://www.w3.org/2001/XMLSchema#decimal>',
)


def both(lines: list[str]) -> set[tuple[str, str]]:
    """Path and component of what is wrong; both checkers must agree."""
    by_shacl, by_sparql = check_document(lines), check_store(GraphStore.of(lines))
    assert by_shacl == by_sparql
    return {(v.path, v.component) for v in by_shacl}


def without(reading: Reading, key: str, *predicates: str) -> Reading:
    node = next(n for n in reading.nodes if n.key == key)
    return with_node(reading, key, properties=tuple(p for p in node.properties if p.predicate not in predicates))


def plus(reading: Reading, key: str, *properties: Property) -> Reading:
    node = next(n for n in reading.nodes if n.key == key)
    return with_node(reading, key, properties=(*node.properties, *properties))


def test_check_passes_the_small_reading() -> None:
    assert both(GOOD) == set()


def test_check_of_nothing_finds_nothing() -> None:
    assert check_document([]) == []


@pytest.mark.parametrize(
    ("reading", "path", "component"),
    [
        (without(small_reading(), ALLOCATION, "rap:amount"), "rap:amount", "MinCount"),
        (without(small_reading(), ALLOCATION, "rap:purpose", "rap:forProgram"), "", "Or"),
        (without(small_reading(), MONEY, "schema:value"), "", "Or"),
        (without(small_reading(), OFFICE, "org:role"), "org:role", "MinCount"),
        (without(small_reading(), SAID, "schema:text"), "schema:text", "MinCount"),
        (with_node(small_reading(), CITY, label=None), "skos:prefLabel", "MinCount"),
        (with_node(small_reading(), CITY, derivation=borne_out()), "prov:wasDerivedFrom", "MinCount"),
        (plus(small_reading(), MONEY, Property("schema:currency", "won", "string")), "schema:currency", "Pattern"),
        (plus(small_reading(), MONEY, Property("schema:currency", "USD", "string")), "schema:currency", "MaxCount"),
        (
            plus(small_reading(), ALLOCATION, Property("rap:basis", "status/cut", "concept")),
            "rap:basis/skos:inScheme",
            "In",
        ),
        (
            plus(small_reading(), ALLOCATION, Property("rap:fiscalYear", "2027-01", "gYearMonth")),
            "rap:fiscalYear",
            "Datatype",
        ),
        (plus(small_reading(), ALLOCATION, Property("rap:forProgram", CITY, "key")), "rap:forProgram", "Class"),
        (plus(small_reading(), PROGRAM, Property("rap:periodEnd", "내년", "ko")), "rap:periodEnd", "Or"),
        (plus(small_reading(), PROGRAM, Property("rap:partOf", "큰 사업", "ko")), "rap:partOf", "NodeKind"),
        (plus(small_reading(), OFFICE, Property("org:member", PROGRAM, "key")), "org:member", "Class"),
        (with_node(small_reading(), CITY, types=("foaf:Person",)), "", None),
    ],
)
def test_check_finds_what_is_broken(reading: Reading, path: str, component: str | None) -> None:
    found = both(document_quads(reading, Identity()))
    assert (path, component) in found if component else found == set()


@pytest.mark.parametrize(
    ("old", "new", "path", "component"),
    [
        ('"0.9"^^', '"1.2"^^', "rap:confidence", "MaxInclusive"),
        ('"0.9"^^', '"-0.1"^^', "rap:confidence", "MinInclusive"),
        ('"한빛"@ko', '"Hanbit"@en', "skos:altLabel", "LanguageIn"),
        ('"한빛"@ko', '"Hanbit"', "skos:altLabel", "Datatype"),
        ('"한빛 AI 전략"@ko', '""@ko', "rap:purpose", "MinLength"),
        (expand("rap:PressRelease"), "https://schema.org/Blog", "", "Or"),
        (expand("nif:endIndex") + '> "3"', expand("nif:endIndex") + '> "0"', "nif:beginIndex", "LessThan"),
        ('"2025-11-12"^^', '"2025-13-12"^^', "schema:datePublished", "Or"),
        ('"시장"@ko', '"시장"', "skos:prefLabel", "Datatype"),
    ],
)
def test_check_finds_broken_values(old: str, new: str, path: str, component: str) -> None:
    broken = [line.replace(old, new) for line in GOOD]
    assert broken != GOOD
    assert (path, component) in both(broken)


@pytest.mark.parametrize("seed", range(8))
def test_check_by_shacl_and_by_sparql_agrees_on_graphs_broken_at_random(seed: int) -> None:
    chance = random.Random(seed)
    lines = list(GOOD)
    for _ in range(20):
        at = chance.randrange(len(lines))
        subject, predicate, _rest = lines[at].split(" ", 2)
        value = chance.choice(WRONG)
        if predicate.endswith("#type>"):
            value = "<http://a.example/Class>"
        line = f"{subject} {predicate} {value} {GRAPH} ."
        deed = chance.choice(["drop", "put", "add"])
        if deed == "add":
            lines.append(line)
        else:
            lines[at : at + 1] = [line] if deed == "put" else []
    assert len(both(lines)) > 3


def test_check_of_a_store_tells_in_which_document() -> None:
    broken = document_quads(without(small_reading("둘.txt"), ALLOCATION, "rap:amount"), Identity())
    (found,) = check_store(GraphStore.of([*GOOD, *broken]))
    assert found.document.endswith("/document/둘.txt")
    assert found.sentence.startswith("둘.txt: allocation/")
    assert found.sentence.endswith(": amount (rap:amount) is missing")


def test_check_sentence_shows_the_clash() -> None:
    document = GRAPH[1:-1]
    told = Violation(document, f"{document}#char=1,2", "nif:anchorOf", "anchor", "text: 'a', graph: 'b'")
    assert told.sentence == (
        "한빛/소식_1.txt: #char=1,2: words (nif:anchorOf) does not hold the words that stand there in the text"
        " (text: 'a', graph: 'b')"
    )
