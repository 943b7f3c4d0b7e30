"""Small questions to the store: a store all of whose pages will be made is asked for nothing twice."""

from kg.graph.store import GraphStore, open_version
from kg.use.pages import fetching
from kg.use.pages.fetching import kind_of
from kg.use.pages.told import sentences
from kg.use.searching.index import Index


def asked_of(store: GraphStore) -> list[str]:
    """The queries that a store is asked from now on."""
    asked: list[str] = []
    select = store.select

    def noting(text: str, name: str = "query"):  # type: ignore[no-untyped-def]
        asked.append(text)
        return select(text, name)

    store.select = noting  # type: ignore[method-assign]
    return asked


def test_fetching_of_a_store_that_keeps_finds_the_same_and_asks_once(examples: GraphStore) -> None:
    kept = open_version(examples.folder, examples.folder)
    fetching.keep(kept, 1000)
    people = [hit.iri for hit, _ in Index(examples.folder).all(("person",))]
    claims = list(fetching.pointing(examples, people[0], ("org:member",)).get("org:member", ()))
    asked = asked_of(kept)
    for _ in range(2):
        for part in (people[:2], people[1:], [*people, "https://w3id.org/regional-ai-policy/id/person/없음"]):
            assert fetching.named(kept, part) == fetching.named(examples, part)
            assert fetching.values(kept, part, ("skos:altLabel",)) == fetching.values(
                examples, part, ("skos:altLabel",)
            )
        assert fetching.statements(kept, claims, ("rdf:type",)) == fetching.statements(examples, claims, ("rdf:type",))
    assert len(claims) > 0 and len(asked) == 7
    assert len(set(asked)) == 7


def test_fetching_gives_things_in_the_order_of_their_iris(examples: GraphStore) -> None:
    people = [hit.iri for hit, _ in Index(examples.folder).all(("person",))]
    kept = open_version(examples.folder, examples.folder)
    fetching.keep(kept, 1000)
    assert list(fetching.named(kept, reversed(people))) == sorted(people)
    assert {kind_of(i) for i in fetching.named(kept, people)} == {"person"}
    assert sentences(kept, []) == {} and fetching.named(kept, []) == {}


def test_fetching_of_a_store_that_keeps_little_forgets_and_asks_again(examples: GraphStore) -> None:
    kept = open_version(examples.folder, examples.folder)
    fetching.keep(kept, 3)
    people = [hit.iri for hit, _ in Index(examples.folder).all(("person",))][:4]
    asked = asked_of(kept)
    for part in (people[:2], people[2:], people[2:], people, people):
        assert fetching.named(kept, part) == fetching.named(examples, part)
    assert [text.count("/id/person/") for text in asked] == [2, 2, 2, 2]
