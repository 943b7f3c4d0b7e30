"""The graph view: places that stay, labels that do not cover each other, ties with their evidence."""

import itertools

from kg.use.pages import Route, Shown, data
from kg.use.pages.graph import graph, graph_data
from kg.use.pages.placing import Place, free_labels, placed

MAYOR = ("center", "person/표재윤%7C누리도_가온시")


def test_graph_starts_from_one_thing(shown: Shown) -> None:
    made = graph_data(Route("graph", "", (MAYOR,)), shown)
    labels = {n["label"]: n for n in made["nodes"]}
    assert set(labels) == {"표재윤", "누리도 가온시", "가온 AI 밸리", "온마을 AI 돌봄사업", "2026년 예산 설명회"}
    assert (labels["표재윤"]["x"], labels["표재윤"]["y"], labels["표재윤"]["centre"]) == (0, 0, True)
    assert labels["가온 AI 밸리"]["region"] == "누리도 가온시"
    ties = {(e["label"], e["target"]) for e in made["edges"]}
    assert ("시장", "organization/누리도_가온시") in ties


def test_graph_opens_neighbours_and_puts_amounts_on_ties(shown: Shown) -> None:
    route = Route("graph", "", (MAYOR, ("open", "organization/누리도_가온시")))
    made = graph_data(route, shown)
    assert len(made["nodes"]) > 5
    amounts = {e["label"]: e["amount"] for e in made["edges"] if e["amount"]}
    assert amounts["420억원"] == 42_000_000_000
    assert {n["id"] for n in made["nodes"] if n["opened"]} >= {"organization/누리도_가온시"}


def test_graph_is_the_same_again(shown: Shown) -> None:
    route = Route("graph", "", (MAYOR, ("open", "organization/누리도_가온시")))
    assert graph_data(route, shown) == graph_data(route, shown)


def test_graph_ties_carry_their_sentence(shown: Shown) -> None:
    tie = next(t for t in graph(Route("graph", "", (MAYOR,)), shown).ties if t.label == "시장")
    assert tie.sentence and tie.told_by == "누리도민신문 2025-12-16"
    assert tie.address.startswith("/membership/")


def test_graph_without_a_thing_offers_some(shown: Shown) -> None:
    for words in ((), (("center", "person/없음"),), (("center", "x> } #/y"),)):
        made = graph(Route("graph", "", words), shown)
        assert made.centre is None and next(kind for kind, _ in made.offered) == "program"
    assert data(Route("graph"), shown)["nodes"] == []


def test_places_of_a_thousand_things_are_apart() -> None:
    things = [f"t{i}" for i in range(1000)]
    places = placed("c", {"c": things}, dict.fromkeys(things, "person"))
    assert len(places) == 1001
    found = sorted((p.x, p.y) for p in places.values())
    assert len(set(found)) == 1001
    assert min(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in itertools.pairwise(found)) > 0.3


def test_labels_shown_at_rest_do_not_cover_each_other() -> None:
    close = [("a", "가나다라", Place(0, 0)), ("b", "마바사", Place(10, 5)), ("c", "아자차", Place(0, 100))]
    assert free_labels(close) == {"a", "c"}
