"""The ontology and its shapes tell of every term, in two languages."""

from pathlib import Path

from rdflib import OWL, RDF, SKOS, Graph, Literal

from kg.graph.ontology import ontology
from kg.graph.reference import reference
from kg.graph.shapes import constraints, shapes_graph
from kg.graph.tables import TABLES
from kg.graph.terms import CONTRACT_CLASSES, CONTRACT_PROPERTIES, PREFIXES, expand

HERE = Path(__file__).parents[2]


def test_ontology_labels_and_explains_every_term_in_both_languages() -> None:
    known = ontology()
    assert len(known.types) > 250
    bare = [
        term
        for term in known.types
        if not all(told.get(term, {}).get(tag) for told in (known.labels, known.comments) for tag in ("ko", "en"))
    ]
    assert bare == []


def test_ontology_concepts_have_one_name_without_a_language() -> None:
    graph = Graph().parse(HERE / "ontology" / "rap.ttl")
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        (name,) = graph.objects(concept, SKOS.prefLabel)
        assert isinstance(name, Literal) and name.language is None
        assert str(concept).rsplit("/", 1)[1] == str(name).replace(" ", "_")
        assert len(list(graph.objects(concept, SKOS.inScheme))) == 1


def test_ontology_terms_of_the_contract_have_a_shape() -> None:
    targets = {rule.target for rule in constraints()}
    wanted = CONTRACT_CLASSES | set(TABLES.values()) | {"nif:Phrase", "prov:Derivation", "skos:Concept", "org:Role"}
    assert {cls for cls in wanted if expand(cls) not in targets} == set()


def test_ontology_shapes_use_known_terms_only() -> None:
    graph = shapes_graph()
    known = {expand(term) for term in ontology().types if term.partition(":")[0] in PREFIXES}
    paths = {step for rule in constraints() for step in rule.path}
    assert paths - known == set()
    assert {rule.target for rule in constraints()} - known == set()
    assert len(graph) > 500


def test_ontology_narrower_terms_know_what_stands_above_them() -> None:
    above = ontology().above
    assert "rap:allocatedBy" in above["rap:payer"]
    assert "prov:wasDerivedFrom" in above["rap:speakerFrom"]
    assert "org:Organization" in above["rap:LocalGovernment"]
    assert "rap:Program" in above["rap:Ordinance"]
    narrower = {b for found in above.values() for b in found}
    assert narrower >= CONTRACT_PROPERTIES


def test_ontology_properties_are_of_one_kind() -> None:
    graph = Graph().parse(HERE / "ontology" / "rap.ttl")
    both = set(graph.subjects(RDF.type, OWL.ObjectProperty)) & set(graph.subjects(RDF.type, OWL.DatatypeProperty))
    assert both == set()


def test_ontology_page_is_made_from_the_ontology() -> None:
    assert (HERE / "docs" / "ontology.md").read_text("utf-8") == reference()
