"""The generated documents are what they claim to be: dense, hard, and the same every time."""

from collections import Counter, defaultdict

import pytest

from tests.scale.stories import Made, documents
from tests.scale.wording import particle
from tests.scale.world import World, world

NUMBER = 400


@pytest.fixture(scope="module")
def invented() -> World:
    return world(NUMBER)


@pytest.fixture(scope="module")
def made(invented: World) -> list[Made]:
    return list(documents(invented, NUMBER))


def test_documents_are_the_same_every_time(made: list[Made]) -> None:
    assert list(documents(world(NUMBER), NUMBER)) == made
    assert len({d.identifier for d in made}) == NUMBER
    assert len({d.text for d in made}) == NUMBER


def test_documents_name_things_where_they_say(made: list[Made], invented: World) -> None:
    names = {p.thing: p.name for p in invented.people}
    for document in made:
        for thing, begin, end, full in document.mentions:
            assert begin < end <= len(document.text)
            if full and thing in names:
                assert document.text[begin:end] == names[thing]


def test_documents_are_hard(made: list[Made], invented: World) -> None:
    names = Counter(p.name for p in invented.people)
    assert sum(n for n in names.values() if n > 1) / len(invented.people) >= 0.15
    assert sum(p.moves for p in invented.people) / len(invented.people) >= 0.10
    programs = [p for r in invented.regions for p in r.programs]
    assert sum(p.renamed is not None for p in programs) / len(programs) >= 0.09
    assert sum(not m.full for d in made for m in d.mentions) / sum(len(d.mentions) for d in made) >= 0.30
    assert sum(d.copy for d in made) / NUMBER >= 0.25


def test_documents_share_names_over_regions() -> None:
    large = world(10000)
    places: dict[str, set[str]] = defaultdict(set)
    for region in large.regions:
        places[region.government.local].add(region.government.official)
        for program in region.programs:
            places[program.name].add(region.government.official)
    assert sum(len(where) > 1 for where in places.values()) >= 20


@pytest.mark.parametrize(
    ("word", "wanted", "fits"),
    [("서울", "은", "은"), ("시", "은", "는"), ("서울", "으로", "로"), ("12억원", "을", "을"), ("AI", "이", "가")],
)
def test_documents_take_the_particle_that_fits(word: str, wanted: str, fits: str) -> None:
    assert particle(word, wanted) == fits
