"""Differences of graphs: by entity and claim, through changes of name."""

from dataclasses import replace

from kg.graph.difference import Change, difference, kind_of, things_told
from kg.graph.quads import document_quads
from kg.graph.terms import thing
from kg.identity.identity import Identity, partition
from kg.resolution.reading import Reading
from kg.use.changing.telling import Teller, text
from tests.graph.small import ALLOCATION, CITY, PERSON, PROGRAM, small_reading

DOCUMENT = "한빛시, AI 전략에 794억원 투입 · 2025-11-12"


def without(*kinds: str) -> Reading:
    """The small reading without the nodes of some kinds."""
    whole = small_reading()
    return replace(whole, nodes=tuple(n for n in whole.nodes if n.kind not in kinds))


def told(old: list[str], new: list[str]) -> tuple[list[Change], Teller]:
    """The changes, and who can tell them."""
    one, other = things_told(old), things_told(new)
    return difference(one, other), Teller(one, other)


def test_difference_of_a_graph_to_itself_is_none() -> None:
    lines = document_quads(small_reading(), Identity())
    changes, teller = told(lines, list(reversed(lines)))
    assert changes == []
    assert list(text(changes, teller)) == ["0 added, 0 changed, 0 gone"]


def test_difference_tells_what_is_new_and_what_is_gone() -> None:
    whole, less = document_quads(small_reading(), Identity()), document_quads(without("allocation"), Identity())
    changes, teller = told(less, whole)
    assert list(text(changes, teller)) == [
        "ADD 배정액: 한빛 AI 전략 · 794억원 · 2027 · 시비",
        "    + 배정 주체: 한빛시",
        "    + 금액: 794억원",
        "    + 회계연도: 2027",
        "    + 대상 사업: 한빛 AI 전략",
        "    + 재원: 시비",
        "    + 재원 부담: 한빛시",
        "    + 용도: 한빛 AI 전략",
        "    + 상태: planned",
        f"    + 출처: {DOCUMENT}",
        "1 added, 0 changed, 0 gone",
    ]
    back, _ = told(whole, less)
    assert [(c.sort, c.iri, c.removed, c.added) for c in back] == [("DEL", c.iri, c.added, ()) for c in changes]


def test_difference_tells_what_changed() -> None:
    old = small_reading()
    new = replace(
        old, nodes=tuple(replace(n, properties=n.properties[:1]) if n.key == PROGRAM else n for n in old.nodes)
    )
    changes, teller = told(document_quads(old, Identity()), document_quads(new, Identity()))
    assert list(text(changes, teller)) == [
        "MOD 사업·정책: 한빛 AI 전략",
        "    - 추진 인물: 김하늘",
        "0 added, 1 changed, 0 gone",
    ]
    assert teller.row(changes[0]) == {
        "change": "MOD",
        "kind": "program",
        "iri": thing(PROGRAM),
        "name": "한빛 AI 전략",
        "added": [],
        "removed": [{"property": "rap:backedBy", "value": "김하늘", "iri": thing(PERSON)}],
        "documents": ["한빛/소식 1.txt"],
    }


def test_difference_tells_another_witness_of_a_claim_and_not_of_an_entity() -> None:
    one, two = small_reading("하나.txt"), small_reading("둘.txt")
    old = document_quads(one, Identity())
    changes, teller = told(old, old + document_quads(two, Identity()))
    assert {(c.sort, c.kind) for c in changes} == {
        ("ADD", "document"),
        *(("MOD", kind) for kind in ("allocation", "membership", "quotation")),
    }
    (allocation,) = [c for c in changes if c.kind == "allocation"]
    assert [p for p, _ in allocation.added] == ["told by"] and allocation.removed == ()
    assert len(allocation.documents) == 2
    assert f"    + 출처: {DOCUMENT}" in list(text(changes, teller))


def test_difference_follows_a_thing_whose_least_key_changed() -> None:
    before = document_quads(small_reading(), Identity())
    lesser = "organization/가나시"
    after = document_quads(small_reading(), partition([[CITY, lesser]]))
    changes, _ = told(before, after)
    assert changes == []
    back, _ = told(after, before)
    assert back == []


def test_difference_knows_kinds() -> None:
    assert kind_of(thing(PERSON)) == "person"
    assert kind_of(thing(ALLOCATION)) == "allocation"
