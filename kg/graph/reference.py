"""The page ``docs/ontology.md``, made from the ontology: ``python -m kg.graph.reference > docs/ontology.md``."""

from collections.abc import Iterator

from kg.graph.ontology import ontology
from kg.graph.shapes import constraints
from kg.graph.terms import CONTRACT_CLASSES, PREFIXES, expand

_HEAD = """# The ontology

This page is made from `ontology/rap.ttl` and `ontology/shapes.ttl` (`python -m kg.graph.reference`); a test keeps it
true. A standard term is used wherever one exists (ORG, FOAF, schema.org, SKOS, PROV-O, NIF, Dublin Core); a term of our
own, `rap:`, only where none does. Every term has a label and a comment in English and in Korean.

- Things are named `https://w3id.org/regional-ai-policy/id/KIND/NAME`. A name is in NFC, its spaces are `_`, and only
  what an IRI cannot hold is percent-encoded. Where two things share a name, a bar and what sets them apart follow; an
  IRI cannot hold a bar, so it reads `%7C`: `id/person/김하늘%7C한빛시`. A claim is named by a hash of what makes it one
  claim.
- What one document says stands in the named graph whose name is the document's IRI. There are no blank nodes.
- In a store the default graph is the merge of all documents' graphs, each statement once, so that sums and counts are
  right; `GRAPH ?document { … }` asks which document says it.
- No reader needs inference: beside a narrower class or property the broader one of the table is written too.
- A concept's only `skos:prefLabel` is the word shown here, without a language; translations are `rdfs:label`s.
"""


def reference() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *_prefixes(), *_classes(), *_properties(), *_schemes()]) + "\n"


def _prefixes() -> Iterator[str]:
    yield "## Prefixes\n\n| prefix | namespace |\n|---|---|"
    yield from (f"| `{prefix}:` | `{iri}` |" for prefix, iri in PREFIXES.items())
    yield ""


def _terms(kinds: tuple[str, ...]) -> Iterator[str]:
    """Terms of these types in the order of the ontology."""
    return (t for t in ontology().labels if set(kinds) & set(ontology().types.get(t, ())))


def _words(term: str) -> str:
    known = ontology()
    english, korean = known.comments[term].get("en", ""), known.comments[term].get("ko", "")
    return f"{known.label(term, 'en')} · {known.label(term)} | {english} {korean}"


def _classes() -> Iterator[str]:
    yield "## Classes\n\n| class | name | meaning | written too | must have |\n|---|---|---|---|---|"
    for term in _terms(("owl:Class",)):
        above = ", ".join(f"`{b}`" for b in ontology().above.get(term, ()) if b in CONTRACT_CLASSES)
        must = [c for c in constraints() if c.target == expand(term) and c.component == "MinCount"]
        needed = ", ".join(dict.fromkeys(f"`{_local(c.path[0])}`" for c in must))
        yield f"| `{term}` | {_words(term)} | {above} | {needed} |"
    yield ""


def _local(iri: str) -> str:
    return next(f"{p}:{iri.removeprefix(base)}" for p, base in PREFIXES.items() if iri.startswith(base))


def _properties() -> Iterator[str]:
    yield "## Properties\n\n| property | name | meaning | value | written too |\n|---|---|---|---|---|"
    for term in _terms(("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")):
        kind = "thing" if "owl:ObjectProperty" in ontology().types[term] else "literal"
        above = ", ".join(f"`{b}`" for b in ontology().above.get(term, ()))
        yield f"| `{term}` | {_words(term)} | {kind} | {above} |"
    yield ""


def _schemes() -> Iterator[str]:
    yield "## Concept schemes"
    known = ontology()
    for scheme, concepts in known.schemes.items():
        name = f"scheme/{scheme}"
        comment = known.comments[name]
        yield f"\n### {scheme}: {known.label(name, 'en')} · {known.label(name)}\n"
        yield f"{comment['en']} {comment['ko']}\n\n| word | English | Korean | meaning |\n|---|---|---|---|"
        for concept in concepts:
            told, words = known.labels[concept], known.comments[concept]
            yield f"| `{told['']}` | {told['en']} | {told['ko']} | {words['en']} {words['ko']} |"


if __name__ == "__main__":
    print(reference(), end="")
