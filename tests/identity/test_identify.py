"""Identity as a whole: no order, judgements, the least key."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.quads import document_quads
from kg.identity.identify import identify
from kg.identity.identity import Identity
from kg.identity.joining import Judgement
from kg.resolution.reading import Reading
from tests.identity.corpus import (
    allocation,
    body,
    event,
    government,
    office,
    person,
    program,
    reading,
    renaming,
)

CITY, TOWN = "한빛광역시", "새터광역시"
HALL, OTHER = government(CITY, "한빛시", "한빛"), government(TOWN, "새터시", "새터")


def small_corpus() -> list[Reading]:
    """Ten documents on the same matters, with namesakes, a renaming and rounded sums."""
    chief, deputy = person("도연우", CITY), person("도연우", "AI위원회, 한빛광역시")
    namesake = person("도연우", TOWN)
    board = [body(n, "rap:Committee", apart=CITY) for n in ("AI위원회", "한빛시 인공지능위원회", "한빛 AI위")]
    hub = [program(n, CITY) for n in ("가온 혁신허브", "가온혁신허브 조성사업", "한빛 가온 혁신허브")]
    new = program("다온캠퍼스", CITY, others=("가온 혁신허브",))
    away = program("가온 혁신허브", TOWN, operator=OTHER[0].key)
    return [
        reading("1", "2026-01-05", CITY, HALL, chief, office(chief, "과장", HALL[0]), hub[0], board[0]),
        reading("2", "2026-01-05", CITY, HALL, chief, office(chief, "전환정책과장", HALL[0]), hub[1], board[1]),
        reading("3", "2026-01-06", CITY, HALL, hub[1], allocation(hub[1], 47_700_000_000, basis="total")),
        reading("4", "2026-01-06", CITY, HALL, hub[2], allocation(hub[2], 48_000_000_000)),
        reading("5", "2026-01-07", "", HALL, board[2], event("AI위 출범식", "2026-01-05")),
        reading("6", "2026-01-07", CITY, HALL, event("한빛시 인공지능위원회 출범식", "2026-01-05", "시청")),
        reading("7", "2026-03-01", CITY, HALL, new, renaming(new, "가온 혁신허브", "다온캠퍼스")),
        reading("8", "2026-02-01", CITY, HALL, deputy, board[0], office(deputy, "부위원장", board[0])),
        reading("9", "2026-02-01", CITY, HALL, deputy, office(deputy, "과장", HALL[0])),
        reading("10", "2026-02-01", TOWN, OTHER, namesake, office(namesake, "과장", OTHER[0]), away),
    ]


def graph(readings: list[Reading], identity: Identity) -> list[str]:
    """The sorted lines of all documents."""
    return sorted({line for r in readings for line in document_quads(r, identity)})


CORPUS = small_corpus()
WHOLE = identify(CORPUS)
LINES = graph(CORPUS, WHOLE)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(CORPUS))))
def test_identify_gives_the_same_for_every_order(order: list[int]) -> None:
    readings = [CORPUS[i] for i in order]
    identity = identify(readings)
    assert identity == WHOLE
    assert graph(readings, identity) == LINES


def test_identify_calls_each_thing_by_the_least_of_its_keys() -> None:
    keys = {n.key for r in CORPUS for n in r.nodes if n.kind in ("person", "program", "organization", "event")}
    for key in keys:
        top = WHOLE.canonical(key)
        assert top <= key
        assert key == top or key in WHOLE.replaces(top)


def test_identify_has_one_label_for_each_thing_in_the_corpus() -> None:
    labels: dict[str, set[str]] = {}
    for line in LINES:
        subject, predicate, rest = line.split(" ", 2)
        if predicate.endswith("core#prefLabel>"):
            labels.setdefault(subject, set()).add(rest.rsplit(" <", 1)[0])
    assert {s for s, names in labels.items() if len(names) > 1} == set()


def test_identify_joins_what_the_corpus_tells_of_one_thing() -> None:
    hubs = {
        f"program/{n}|{CITY}" for n in ("가온 혁신허브", "가온혁신허브 조성사업", "한빛 가온 혁신허브", "다온캠퍼스")
    }
    assert {WHOLE.canonical(k) for k in hubs} == {min(hubs)}
    assert WHOLE.canonical(f"program/가온 혁신허브|{TOWN}") == f"program/가온 혁신허브|{TOWN}"
    assert WHOLE.canonical(f"person/도연우|{CITY}") == WHOLE.canonical("person/도연우|AI위원회, 한빛광역시")
    assert WHOLE.canonical(f"person/도연우|{TOWN}") == f"person/도연우|{TOWN}"


def test_identify_obeys_a_negative_whatever_speaks_for_the_pair() -> None:
    one, other = f"program/가온 혁신허브|{CITY}", f"program/한빛 가온 혁신허브|{CITY}"
    told: list[Judgement] = [(one, other, "different"), (other, one, "same")]
    for judgements in (told, told[::-1]):
        identity = identify(CORPUS, judgements)
        assert identity.canonical(one) != identity.canonical(other)


def test_identify_cuts_a_class_through_which_a_negative_goes() -> None:
    keys = [f"program/{n}|{CITY}" for n in ("가온 혁신허브", "가온혁신허브 조성사업", "한빛 가온 혁신허브")]
    identity = identify(CORPUS, [(keys[1], keys[2], "different")])
    assert identity.canonical(keys[1]) != identity.canonical(keys[2])
    assert identity.canonical(keys[0]) in {identity.canonical(keys[1]), identity.canonical(keys[2])}


def test_identify_obeys_a_positive_where_nothing_speaks_for_the_pair() -> None:
    one, other = f"person/도연우|{CITY}", f"person/도연우|{TOWN}"
    identity = identify(CORPUS, [(other, one, "same")])
    assert identity.canonical(one) == identity.canonical(other)


def test_identify_lists_what_a_judgement_leaves_open() -> None:
    one, other = f"person/도연우|{CITY}", "person/도연우|AI위원회, 한빛광역시"
    identity = identify(CORPUS, [(one, other, "unsure")])
    assert identity.canonical(one) != identity.canonical(other)
    assert {(u.one, u.other) for u in identity.unsure} == {(min(one, other), max(one, other))}
