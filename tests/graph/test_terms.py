"""Names of things and of terms."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph.ontology import curie, ontology
from kg.graph.terms import ID, PREFIXES, SCHEMES, document, encode, expand, name_of, thing
from kg.lexicon import load_lexicon

KG = Path(__file__).parents[2] / "kg"
CURIE = re.compile(r"\b(rap|org|foaf|schema|skos|prov|nif|itsrdf|dcterms|rdfs):([A-Za-z]\w*)")


def test_terms_in_the_code_are_all_in_the_ontology() -> None:
    known = set(ontology().types)
    unknown = {
        (str(path.relative_to(KG)), f"{prefix}:{name}")
        for path in sorted(KG.rglob("*.py"))
        for prefix, name in CURIE.findall(path.read_text("utf-8"))
        if f"{prefix}:{name}" not in known and name not in ("subClassOf", "subPropertyOf", "comment")
    }
    assert unknown == set()


def test_terms_of_the_lexicon_are_all_in_the_ontology() -> None:
    known = set(ontology().types)
    lexicon = load_lexicon()
    unknown = {
        (name, row["class"])
        for name, rows in lexicon.tables.items()
        for row in rows
        if row.get("class", "")[:1].isupper() and f"rap:{row['class']}" not in known
    }
    assert unknown == set()


def test_terms_of_involvement_in_the_lexicon_are_concepts() -> None:
    lexicon = load_lexicon()
    told = {row["involvement"] for rows in lexicon.tables.values() for row in rows if row.get("involvement")}
    assert {f"involvement-kind/{word}" for word in told} <= set(ontology().schemes["involvement-kind"])


def test_terms_schemes_are_those_of_the_ontology() -> None:
    assert sorted(ontology().schemes) == sorted(SCHEMES)


def test_terms_expand_and_shorten() -> None:
    assert expand("rap:forProgram") == PREFIXES["rap"] + "forProgram"
    assert curie(PREFIXES["rap"] + "forProgram") == "rap:forProgram"
    assert curie(ID + "person/김하늘") == "person/김하늘"
    assert curie("https://elsewhere.example/x") == "https://elsewhere.example/x"
    with pytest.raises(KeyError):
        expand("unknown:term")


@pytest.mark.parametrize(
    ("name", "encoded"),
    [
        ("한빛시", "한빛시"),
        ("한빛 AI\u3000전략", "한빛_AI_전략"),
        ("한", "한"),
        ("김하늘|한빛시", "김하늘%7C한빛시"),
        ("100% #1?", "100%25_%231%3F"),
        ("산업·창업(시범),2.0:대전환", "산업·창업(시범),2.0:대전환"),
        ("[안] <초>", "%5B안%5D_%3C초%3E"),
        ("a\u0085b", "a_b"),
        ('끝\\"`^{}', "끝%5C%22%60%5E%7B%7D"),
    ],
)
def test_terms_encode_only_what_an_iri_cannot_hold(name: str, encoded: str) -> None:
    assert encode(name) == encoded


def test_terms_encode_every_character_so_that_the_store_takes_it() -> None:
    planes = (
        range(0x20000),
        (plane + low for plane in range(0x20000, 0x110000, 0x10000) for low in (0, 0xFFFE, 0xFFFF)),
    )
    names = (chr(code) for plane in planes for code in plane)
    lines = (f"<{thing('program/' + name)}> <http://a.example/p> <{document(name)}> ." for name in names)
    assert sum(1 for _ in parse("\n".join(lines).encode(), RdfFormat.N_TRIPLES)) == 0x20000 + 15 * 3


def test_terms_name_things_and_documents() -> None:
    assert thing("person/김하늘|한빛시") == ID + "person/김하늘%7C한빛시"
    assert document("한빛/소식 1.txt") == ID + "document/한빛/소식_1.txt"


def test_terms_tell_a_name_from_an_iri() -> None:
    assert name_of(ID + "person/김하늘%7C한빛시/소식.txt") == "김하늘"
    assert name_of(ID + "region/새터_군") == "새터 군"
