"""What shapes cannot say: words of mentions, names, broader terms, parts and totals."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.graph.check import Violation
from kg.graph.evidence import check, counts
from kg.graph.quads import document_quads
from kg.graph.store import GraphStore, open_store, write_store
from kg.graph.terms import expand
from kg.identity.identity import Identity
from kg.resolution.reading import Node, Property, Reading, claim_key
from tests.graph.small import ALLOCATION, CITY, PROGRAM, borne_out, small_reading, with_node

GOOD = document_quads(small_reading(), Identity())


def found(lines: list[str]) -> set[tuple[str, str]]:
    return {(v.path, v.component) for v in check(GraphStore.of(lines), texts=False)}


def stored(folder: Path, lines: list[str]) -> list[Violation]:
    with write_store(folder, {}) as writing:
        writing.add(small_reading())
        writing.load(lines)
    with open_store(folder) as store:
        return check(store)


def part(sum_: int, total: str, *properties: Property) -> tuple[Node, Node]:
    """A part of the allocation and its money."""
    money = f"money/{sum_} KRW"
    slots = (("amount", money, True), ("basis", "part", False))
    told = (
        Property("rap:amount", money, "key"),
        Property("rap:purpose", f"몫 {sum_}", "ko"),
        Property("rap:componentOf", total, "key"),
        *properties,
    )
    value = (Property("schema:value", str(sum_), "integer"), Property("schema:currency", "KRW", "string"))
    return (
        Node(
            claim_key("allocation", slots),
            "allocation",
            ("rap:Allocation",),
            properties=told,
            identity=slots,
            derivation=borne_out("794억원"),
        ),
        Node(money, "money", ("schema:MonetaryAmount",), properties=value, derivation=borne_out("794억원")),
    )


def with_parts(*sums: int, more: tuple[Property, ...] = ()) -> Reading:
    reading = small_reading()
    parts = tuple(node for sum_ in sums for node in part(sum_, ALLOCATION, *more))
    return replace(reading, nodes=(*reading.nodes, *parts))


def test_evidence_of_the_small_reading_is_good(tmp_path: Path) -> None:
    assert stored(tmp_path / "s", GOOD) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (expand("nif:anchorOf") + '> "김하늘"', expand("nif:anchorOf") + '> "김하나"'),
        (expand("nif:endIndex") + '> "24"', expand("nif:endIndex") + '> "25"'),
    ],
)
def test_evidence_finds_words_that_are_not_those_of_the_text(tmp_path: Path, old: str, new: str) -> None:
    (wrong,) = stored(tmp_path / "s", [line.replace(old, new) for line in GOOD])
    assert (wrong.path, wrong.component) == ("nif:anchorOf", "anchor")
    assert "#char=21,24" in wrong.sentence


def test_evidence_finds_a_graph_without_a_text(tmp_path: Path) -> None:
    other = document_quads(small_reading("둘.txt"), Identity())
    (wrong,) = stored(tmp_path / "s", [*GOOD, *other])
    assert (wrong.component, wrong.document.rsplit("/", 1)[1]) == ("text", "둘.txt")


def test_evidence_finds_a_thing_without_a_name() -> None:
    lines = [line for line in GOOD if not line.startswith("<https://w3id.org/regional-ai-policy/id/region/")]
    assert found(lines) == {("skos:prefLabel", "label")}


def test_evidence_finds_two_names_over_two_documents() -> None:
    other = document_quads(with_node(small_reading("둘.txt"), CITY, label="한빛특별시"), Identity())
    assert found([*GOOD, *other]) == {("skos:prefLabel", "one-label")}


@pytest.mark.parametrize(
    ("drop", "path"),
    [
        (f"<{expand('rap:allocatedBy')}>", "rap:payer"),
        (f"<{expand('schema:CreativeWork')}>", "rap:PressRelease"),
        (f"{PROGRAM} <{expand('rdf:type')}> <{expand('rap:Program')}>", "rap:Strategy"),
    ],
)
def test_evidence_finds_a_narrow_term_without_the_broader_one(drop: str, path: str) -> None:
    drop = drop.replace(PROGRAM, "program/한빛_AI_전략%7C한빛시>")
    lines = [line for line in GOOD if drop not in line]
    assert len(lines) < len(GOOD)
    assert (path, "broader") in found(lines)


def test_evidence_finds_a_word_that_its_scheme_does_not_list() -> None:
    told = (Property("rap:status", "status/hoped", "concept"),)
    lines = document_quads(with_node(small_reading(), PROGRAM, properties=told), Identity())
    assert ("skos:Concept", "listed") in found(lines)
    open_ = (Property("rap:budgetRound", "budget-round/제9회 추경", "concept"),)
    assert found(document_quads(with_node(small_reading(), PROGRAM, properties=open_), Identity())) == set()


def test_evidence_finds_parts_that_exceed_their_total() -> None:
    lines = document_quads(with_parts(50_000_000_000, 40_000_000_000), Identity())
    (wrong,) = check(GraphStore.of(lines), texts=False)
    assert (wrong.path, wrong.component) == ("rap:componentOf", "parts")
    assert wrong.detail == "total 79400000000, parts by item 90000000000"


def test_evidence_accepts_parts_that_add_up_and_prices_per_unit() -> None:
    assert found(document_quads(with_parts(50_000_000_000, 29_400_000_000), Identity())) == set()
    price = (Property("rap:basis", "basis/per-unit", "concept"),)
    assert found(document_quads(with_parts(79_400_000_001, more=price), Identity())) == set()


def test_evidence_accepts_a_total_that_is_split_by_item_by_source_and_by_year() -> None:
    one, two, three = 50_000_000_000, 60_000_000_000, 70_000_000_000
    source = (Property("rap:fundingSource", "funding-source/시비", "concept"),)
    year = (Property("rap:basis", "basis/annual", "concept"),)
    total = small_reading()
    splits = (*part(one, ALLOCATION), *part(two, ALLOCATION, *source), *part(three, ALLOCATION, *year))
    assert found(document_quads(replace(total, nodes=(*total.nodes, *splits)), Identity())) == set()


def test_evidence_counts_things_once() -> None:
    other = document_quads(small_reading("둘.txt"), Identity())
    told = counts(GraphStore.of([*GOOD, *other]))
    assert (told["schema:CreativeWork"], told["foaf:Person"], told["rap:Allocation"], told["rap:Target"]) == (
        2,
        1,
        1,
        0,
    )
