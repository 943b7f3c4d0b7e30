"""Corrections of claims: accepted, rejected, told anew; the reading stays whole."""

from dataclasses import replace

import pytest

from kg.identity.corrected import corrected, review_key
from kg.identity.judgements import Judgement, corrections, pairs
from kg.identity.slots import identity_of, parsed
from kg.resolution.reading import Derivation, Node, Property, Reading, claim_key, values
from tests.identity.corpus import allocation, body, government, milestone, person, program, reading

CITY = "한빛광역시"
HALL = government(CITY, "한빛시")
PLAN = program("새싹 바우처", CITY)
AGENCY = body("한빛진흥원", "rap:PublicAgency")
WHOLE = allocation(PLAN, 1_000, basis="total")
PART = allocation(PLAN, 400, year="2026", part_of=WHOLE)


def involvement(kind: str, agent: Node) -> Node:
    slots = (("program", PLAN.key, True), ("agent", agent.key, True), ("kind", kind, False))
    told = (
        Property("rap:ofProgram", PLAN.key, "key"),
        Property("rap:agent", agent.key, "key"),
        Property("rap:involvementKind", f"involvement-kind/{kind}", "concept"),
    )
    evidence = Derivation(((0, 4),), "by-hand", 0.4)
    return Node(claim_key("involvement", slots), "involvement", ("rap:Involvement",), None, (), told, slots, evidence)


RUNS = involvement("operates", AGENCY)
RUN = replace(PLAN, properties=(*PLAN.properties, Property("rap:operatedBy", AGENCY.key, "key")))
TOLD = reading("a", "2026-01-05", CITY, HALL, RUN, AGENCY, WHOLE, PART, RUNS)


def after(*judgements: Judgement) -> Reading:
    return corrected(TOLD, corrections(judgements))


def node(told: Reading, kind: str, part: str = "") -> Node:
    (found,) = (n for n in told.nodes if n.kind == kind and part in n.key)
    return found


def test_corrected_leaves_a_reading_alone_that_nobody_judged() -> None:
    assert after(Judgement("reject", "allocation/program=program/다른 사업|amount=money/1 KRW")) is TOLD


def test_corrected_takes_out_what_was_rejected_and_what_points_to_it() -> None:
    told = after(Judgement("reject", WHOLE.key), Judgement("reject", RUNS.key))
    assert [n.key for n in told.nodes if n.kind in ("allocation", "involvement")] == [PART.key]
    assert values(node(told, "allocation").properties, "rap:componentOf") == []
    assert values(node(told, "program").properties, "rap:operatedBy") == []


def test_corrected_vouches_for_what_was_accepted() -> None:
    told = after(Judgement("accept", RUNS.key, who="도연우", when="2026-02-03", why="조례 제5조"))
    claim = node(told, "involvement")
    assert claim.derivation is not None and claim.derivation.confidence == 1.0
    assert claim.derivation.reasons[-1] == "Accepted (도연우, 2026-02-03): 조례 제5조"
    review = node(told, "review")
    assert values(claim.properties, "prov:wasInfluencedBy") == [review.key]
    assert values(review.properties, "prov:wasAssociatedWith") == ["reviewer/도연우"]
    assert values(review.properties, "dcterms:date") == ["2026-02-03"]
    assert node(told, "reviewer").label == "도연우"


def test_corrected_tells_slots_anew_under_a_new_key() -> None:
    judgement = Judgement("replace", WHOLE.key, "amount=2,000; year=2027; basis=")
    told = after(judgement)
    claim = node(told, "allocation", "2000")
    assert claim.identity == (("program", PLAN.key, True), ("amount", "money/2000 KRW", True), ("year", "2027", False))
    assert claim.key == claim_key("allocation", claim.identity)
    assert claim.derivation is not None and claim.derivation.rule == "judgement"
    assert values(node(told, "allocation", "400").properties, "rap:componentOf") == [claim.key]
    assert node(told, "money", "2000").types == ("schema:MonetaryAmount",)
    assert values(claim.properties, "prov:wasInfluencedBy") == [review_key(judgement)]


def test_corrected_moves_the_plain_triple_of_an_involvement() -> None:
    told = after(Judgement("replace", RUNS.key, f"agent={HALL[0].key}"))
    assert values(node(told, "program").properties, "rap:operatedBy") == [HALL[0].key]


def test_corrected_names_what_a_correction_brings_into_a_document() -> None:
    told = after(Judgement("replace", WHOLE.key, "program=program/노을 장터|새터시"))
    claim, (stub,) = node(told, "allocation", "1000"), (n for n in told.nodes if n.label == "노을 장터")
    assert (stub.types, values(claim.properties, "rap:forProgram")) == (("rap:Program",), [stub.key])
    assert stub.derivation is not None and claim.derivation is not None
    assert stub.derivation.spans == claim.derivation.spans


def test_corrected_joins_a_claim_that_the_document_tells_too() -> None:
    told = after(Judgement("replace", PART.key, "amount=1000; year=; basis=total"))
    claim = node(told, "allocation")
    assert claim.key == WHOLE.key
    assert len(values(claim.properties, "prov:wasInfluencedBy")) == 1


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_judgements_strongest_and_latest_wins(order: tuple[int, ...]) -> None:
    told = [
        Judgement("accept", WHOLE.key, when="2026-05-05"),
        Judgement("replace", WHOLE.key, "year=2026", when="2026-03-01"),
        Judgement("replace", WHOLE.key, "year=2027", when="2026-03-02"),
        Judgement("reject", PART.key),
    ]
    found = corrections([told[i] for i in order])
    assert (found[WHOLE.key], found[PART.key]) == (told[2], told[3])
    assert corrections([*told, Judgement("reject", WHOLE.key)])[WHOLE.key].decision == "reject"
    assert pairs([Judgement("same", "person/나", "person/가"), *told]) == [("person/나", "person/가", "same")]


@pytest.mark.parametrize("claim", [WHOLE, PART, RUNS, milestone(PLAN, "착공", "2026-05-02")])
def test_slots_tell_the_identity_of_a_claim(claim: Node) -> None:
    assert set(identity_of(claim.kind, claim.properties)) == set(claim.identity)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("allocation", "amount=1,500,000 USD", {"amount": "money/1500000 USD"}),
        (
            "allocation",
            "purpose=가게 지원; 교육 = 반반; year=2027",
            {"purpose": "가게 지원; 교육 = 반반", "year": "2027"},
        ),
        ("allocation", "source=", {"source": ""}),
        ("membership", "role=부시장; former=true", {"role": "role/부시장", "former": "true"}),
        ("target", "value=1,200.5;deadline=2027-03", {"value": "1200.5", "deadline": "2027-03"}),
        ("quotation", "speaker=organization/한빛시", {"speaker": "organization/한빛시"}),
    ],
)
def test_slots_are_read_from_a_correction(kind: str, text: str, found: dict[str, str]) -> None:
    assert parsed(kind, text) == found


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("allocation", "", "gives no slot"),
        ("allocation", "내년 year=2027", "gives no slot"),
        ("allocation", "when=2027", "allocation has no slot 'when'"),
        ("allocation", "year=내년", "'내년' is no year"),
        ("allocation", "year=2026; year=2027", "year is given twice"),
        ("allocation", "amount=", "amount cannot be taken out"),
        ("milestone", "date=", "date cannot be taken out"),
        ("allocation", "amount=많이", "'많이' is no sum"),
        ("allocation", "program=새싹 바우처", "program takes the key of a thing (program/…)"),
        ("membership", "former=no", "former is true or empty"),
        ("milestone", "date=3월", "'3월' is no date"),
        ("target", "value=백", "'백' is no number"),
    ],
)
def test_slots_say_what_is_wrong(kind: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says.replace('(', '[(]').replace(')', '[)]')}"):
        parsed(kind, text)


def test_corrected_person_keys_are_no_claims() -> None:
    assert after(Judgement("reject", person("도연우", CITY).key)) is TOLD
