"""Readings become lines of N-Quads."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import Dataset

from kg.graph.check import check_document
from kg.graph.quads import document_quads, hashed, number, quoted
from kg.graph.terms import expand
from kg.identity.identity import Identity, partition
from kg.resolution.reading import Derivation, Node, Property, claim_key
from tests.graph.small import ALLOCATION, CITY, PERSON, PROGRAM, TEXT, borne_out, place, small_reading, with_node

SNAPSHOT = Path(__file__).parent / "small.nq"
ID = "https://w3id.org/regional-ai-policy/id/"


def about(lines: list[str], key: str) -> set[tuple[str, str]]:
    """Property and value of the statements about a thing."""
    start = f"<{ID}{key}> "
    found = (line.removeprefix(start).rsplit(" ", 2)[0].split(" ", 1) for line in lines if line.startswith(start))
    return {(predicate[1:-1], value) for predicate, value in found}


def test_quads_of_the_small_reading_are_the_snapshot() -> None:
    lines = sorted(document_quads(small_reading(), Identity()))
    assert lines == SNAPSHOT.read_text("utf-8").splitlines()


def test_quads_are_canonical_and_each_is_told_once() -> None:
    lines = document_quads(small_reading(), Identity())
    again = serialize(parse("\n".join(lines).encode(), RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)
    assert again is not None
    assert again.decode().splitlines() == lines
    assert len(set(lines)) == len(lines)


def test_quads_are_read_by_rdflib_without_blank_nodes() -> None:
    lines = document_quads(small_reading(), Identity())
    dataset = Dataset()
    dataset.parse(data="\n".join(lines), format="nquads")
    assert len(dataset) == len(lines)
    assert not any("_:" in line.split('"')[0] for line in lines)


def test_quads_stand_in_the_graph_of_the_document() -> None:
    lines = document_quads(small_reading(), Identity())
    assert {line.rsplit(" ", 2)[1] for line in lines} == {f"<{ID}document/한빛/소식_1.txt>"}


def test_quads_of_a_mention_hold_the_words_at_its_offsets() -> None:
    begin, end = place("김하늘")
    told = about(document_quads(small_reading(), Identity()), f"document/한빛/소식_1.txt#char={begin},{end}")
    assert told == {
        (expand("rdf:type"), f"<{expand('nif:Phrase')}>"),
        (expand("nif:referenceContext"), f"<{ID}document/한빛/소식_1.txt>"),
        (expand("nif:beginIndex"), f'"{begin}"^^<{expand("xsd:nonNegativeInteger")}>'),
        (expand("nif:endIndex"), f'"{end}"^^<{expand("xsd:nonNegativeInteger")}>'),
        (expand("nif:anchorOf"), '"김하늘"'),
        (expand("itsrdf:taIdentRef"), f"<{ID}person/김하늘%7C한빛시>"),
    }


def test_quads_write_the_broader_class_and_property_too() -> None:
    lines = document_quads(small_reading(), Identity())
    claim = next(line for line in lines if line.startswith(f"<{ID}allocation/"))
    told = about(lines, claim.split(" ")[0][1:-1].removeprefix(ID))
    assert (expand("rap:allocatedBy"), f"<{ID}{CITY}>") in told
    assert (expand("rap:payer"), f"<{ID}{CITY}>") in told
    begin, end = place("794억원을")
    assert (expand("prov:wasDerivedFrom"), f"<{ID}document/한빛/소식_1.txt#char={begin},{end}>") in told
    press = about(lines, "document/한빛/소식_1.txt")
    assert (expand("rdf:type"), f"<{expand('schema:CreativeWork')}>") in press


def test_quads_of_an_ordinance_call_it_a_program() -> None:
    reading = with_node(small_reading(), PROGRAM, types=("rap:Ordinance",))
    told = about(document_quads(reading, Identity()), "program/한빛_AI_전략%7C한빛시")
    assert (expand("rdf:type"), f"<{expand('rap:Program')}>") in told


def test_quads_of_what_is_only_linked_to_are_a_label() -> None:
    told = about(document_quads(small_reading(), Identity()), "region/한빛시")
    assert told == {(expand("skos:prefLabel"), '"한빛시"@ko')}


def test_quads_label_a_thing_that_the_reading_does_not_describe() -> None:
    linked = (Property("rap:governs", "region/새터 군|큰도", "key"),)
    reading = with_node(small_reading(), CITY, properties=linked)
    told = about(document_quads(reading, Identity()), "region/새터_군%7C큰도")
    assert told == {(expand("skos:prefLabel"), '"새터 군"@ko')}


def test_quads_drop_a_link_to_a_claim_that_was_left_out() -> None:
    allocation = next(n for n in small_reading().nodes if n.key == ALLOCATION)
    more = (*allocation.properties, Property("rap:componentOf", "allocation/amount=1", "key"))
    lines = document_quads(with_node(small_reading(), ALLOCATION, properties=more), Identity())
    assert lines == document_quads(small_reading(), Identity())


def test_quads_hold_no_mention_of_a_contact() -> None:
    begin, end = place("044-123-4567, ai@hanbit.example")
    spans = ((begin, end), (begin - 4, end))
    reading = with_node(small_reading(), CITY, derivation=Derivation(spans, "by-hand"))
    lines = document_quads(reading, Identity())
    text = "\n".join(lines)
    before = TEXT[begin - 4 : begin].strip()
    found = [v for p, v in about(lines, CITY) if p == expand("prov:wasDerivedFrom")]
    assert found == [f"<{ID}document/한빛/소식_1.txt#char={TEXT.index(before)},{TEXT.index(before) + len(before)}>"]
    assert '"●' not in text
    assert "ai@hanbit" not in text
    assert "https://hanbit.example/news?id=044-123-4567" in text  # an address is no telephone number


def test_quads_leave_out_spans_that_are_not_in_the_text() -> None:
    bad = Derivation(((5, 5), (-1, 3), (0, len(TEXT) + 1), (0, 3)), "by-hand")
    told = about(document_quads(with_node(small_reading(), CITY, derivation=bad), Identity()), CITY)
    assert [v for p, v in told if p == expand("prov:wasDerivedFrom")] == [f"<{ID}document/한빛/소식_1.txt#char=0,3>"]


def test_quads_follow_identity_in_entities_links_and_claims() -> None:
    other = "person/김하늘|가온시"
    same = partition([{PERSON, other}])
    lines = document_quads(small_reading(), same)
    assert (expand("dcterms:replaces"), f"<{ID}person/김하늘%7C한빛시>") in about(lines, "person/김하늘%7C가온시")
    assert about(lines, "person/김하늘%7C한빛시") == set()
    offices = {line.split(" ")[0] for line in lines if line.startswith(f"<{ID}membership/")}
    own = {line.split(" ")[0] for line in document_quads(small_reading(), Identity())}
    assert len(offices) == 1 and not offices & own


def test_quads_of_two_keys_of_one_thing_have_one_name_and_one_confidence() -> None:
    reading = small_reading()
    twin = Node(
        "person/하늘", "person", ("foaf:Person",), "하늘", derivation=Derivation((place("하늘"),), "other", 0.5)
    )
    reading = type(reading)(
        reading.identifier, TEXT, reading.document_type, reading.document, (*reading.nodes, twin), reading.named
    )
    lines = document_quads(reading, partition([{PERSON, "person/하늘"}]))
    names = [v for p, v in about(lines, "person/김하늘%7C한빛시") if p == expand("skos:prefLabel")]
    assert names == ['"김하늘"@ko']
    assert (expand("skos:altLabel"), '"하늘"@ko') in about(lines, "person/김하늘%7C한빛시")
    derivation = about(lines, "document/한빛/소식_1.txt#person/김하늘%7C한빛시")
    assert [v for p, v in derivation if p == expand("rap:confidence")] == [f'"0.9"^^<{expand("xsd:decimal")}>']
    assert {v for p, v in derivation if p == expand("rap:rule")} == {'"by-hand"', '"other"'}


def test_quads_of_two_claims_that_identity_makes_one_tell_each_slot_once() -> None:
    other = "program/한빛 AI 대전략|한빛시"
    reading = small_reading()
    allocation = next(n for n in reading.nodes if n.key == ALLOCATION)
    identity = tuple((n, other if v == PROGRAM else v, k) for n, v, k in allocation.identity)
    told = (Property("rap:purpose", "한빛 AI 대전략", "ko"), Property("rap:perUnit", "1인당", "ko"))
    twin = replace(allocation, key=claim_key("allocation", identity), identity=identity, properties=told)
    program = Node(other, "program", ("rap:Program",), "한빛 AI 대전략", derivation=borne_out("AI 전략"))
    reading = replace(reading, nodes=tuple(sorted((*reading.nodes, twin, program), key=lambda n: n.key)))
    lines = document_quads(reading, partition([{PROGRAM, other}]))
    (claim,) = {line.split(" ")[0][1:-1].removeprefix(ID) for line in lines if line.startswith(f"<{ID}allocation/")}
    values = about(lines, claim)
    assert [v for p, v in values if p == expand("rap:purpose")] == ['"한빛 AI 대전략"@ko']
    assert (expand("rap:perUnit"), '"1인당"@ko') in values
    assert check_document(lines) == []


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("1.0", "1"),
        ("0.50", "0.5"),
        ("007", "7"),
        ("-0", "0"),
        ("-2.50", "-2.5"),
        ("+3", "3"),
        ("0", "0"),
        ("100", "100"),
    ],
)
def test_quads_write_numbers_in_their_shortest_form(told: str, written: str) -> None:
    assert number(told) == written


def test_quads_escape_strings_as_canonical_nquads() -> None:
    assert quoted('가 "나"\\\n\r\t\x08\x0c\x01\x7f') == r'"가 \"나\"\\\n\r\t\b\f\u0001\u007F"'


def test_quads_name_claims_by_kind_and_hash() -> None:
    assert hashed("allocation/amount=1") == "allocation/dd9bff20f6e829f09734"
