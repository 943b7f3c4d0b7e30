"""Confidence: the features that hold, their weights, and what they make of a fact."""

from math import exp

import pytest

from kg.lexicon import Lexicon, load_lexicon
from kg.pipeline import read
from kg.resolution.confidence import confidence, joined
from kg.resolution.confident import confident
from kg.resolution.reading import Node, Reading
from tests.conftest import ARTICLE, RELEASE

KINDS = (
    *("person", "organization", "program", "region", "event", "money"),
    *("membership", "allocation", "target", "quotation", "involvement", "milestone", "renaming"),
)
SMALL = Lexicon(
    {
        "features_office": (
            {"feature": "base", "weight": "1.0", "sentence": "A title stands there."},
            {"feature": "behind", "weight": "2.0", "sentence": "It stands behind the name."},
            {"feature": "far", "weight": "-3.5", "sentence": "It stands far away."},
        )
    }
)


def read_one(text: str) -> Reading:
    """The reading of one text."""
    return next(read([("a.txt", text)], load_lexicon()))


def nodes(reading: Reading, kind: str) -> list[Node]:
    """The nodes of a kind."""
    return [n for n in reading.nodes if n.kind == kind]


def test_confidence_is_the_logistic_function_of_the_weights() -> None:
    sure, reasons = confidence(SMALL, "office", ("behind",))
    assert sure == round(1 / (1 + exp(-3.0)), 3)
    assert reasons == ("It stands behind the name.",)


def test_confidence_falls_with_a_feature_against() -> None:
    assert confidence(SMALL, "office", ("behind", "far"))[0] == round(1 / (1 + exp(0.5)), 3)


def test_confidence_of_no_feature_is_that_of_the_base() -> None:
    assert confidence(SMALL, "office", ()) == (round(1 / (1 + exp(-1.0)), 3), ())


def test_confidence_passes_over_unknown_features() -> None:
    assert confidence(SMALL, "office", ("behind", "no such")) == confidence(SMALL, "office", ("behind",))


def test_confidence_features_come_in_one_order_each_once() -> None:
    assert joined(["far", "behind", "far"]) == ("behind", "far")


@pytest.mark.parametrize("kind", KINDS)
def test_confidence_tables_say_each_feature_in_a_sentence_of_its_own(kind: str, lexicon: Lexicon) -> None:
    rows = lexicon.rows(f"features_{kind}")
    assert rows[0]["feature"] == "base"
    for column in ("feature", "sentence", "sentence_ko"):
        told = [r[column] for r in rows]
        assert len(set(told)) == len(told), column
    assert all(r["sentence"].endswith(".") and r["sentence"][0].isupper() for r in rows)
    assert all(-6 < float(r["weight"]) < 6 and -6 < float(r["judged"]) < 6 for r in rows)


@pytest.mark.parametrize(
    "kind", ["person", "organization", "program", "event", "money", "membership", "allocation", "target", "quotation"]
)
def test_confidence_has_reasons_on_facts_of_every_kind(kind: str) -> None:
    found = [n for n in nodes(read_one(ARTICLE), kind) if n.derivation]
    assert found
    assert all(0 < n.derivation.confidence < 1 for n in found if n.derivation)
    assert any(n.derivation and n.derivation.reasons for n in found)


def test_confidence_reasons_name_what_holds() -> None:
    (office,) = nodes(read_one(ARTICLE), "membership")
    assert office.derivation is not None
    assert "The title stands right behind the full name." in office.derivation.reasons


def test_confidence_of_a_payer_out_of_the_context_is_said() -> None:
    (money,) = nodes(read_one(RELEASE), "allocation")
    assert money.derivation is not None
    taken = ("Nobody is told to give it", "Who gives the money is taken from the sentences before")
    assert any(r.startswith(taken) for r in money.derivation.reasons)


def test_confident_leaves_out_what_is_not_sure_enough() -> None:
    reading = read_one(ARTICLE)
    assert nodes(confident(reading, 0.0), "quotation") == nodes(reading, "quotation")
    left = confident(reading, 1.0)
    assert nodes(left, "quotation") == nodes(left, "membership") == nodes(left, "allocation") == []
    assert [n.label for n in nodes(left, "person")] == [n.label for n in nodes(reading, "person")]
