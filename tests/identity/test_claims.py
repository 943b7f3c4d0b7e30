"""One claim across documents."""

from itertools import permutations

import pytest

from kg.identity.claims import same_title
from kg.identity.identify import identify
from kg.identity.ledger import Ledger
from kg.identity.revision import revise
from kg.identity.rounding import rounds
from kg.lexicon import load_lexicon
from tests.identity.corpus import allocation, body, government, office, person, program, purpose_only, reading

CITY = "한빛광역시"
HALL = government(CITY, "한빛시", "한빛")
PLAN = program("가온 혁신지구", CITY)
BILLION = 1_000_000_000


def one_claim(*claims: object) -> set[str]:
    """The canonical keys of allocations of the plan, each told by its own document."""
    nodes = [c for c in claims if not isinstance(c, str)]
    readings = [reading(str(i), "2026-01-05", CITY, HALL, PLAN, c) for i, c in enumerate(nodes)]  # type: ignore[arg-type]
    identity = identify(readings)
    return {identity.canonical(c.key) for c in nodes}  # type: ignore[attr-defined]


def test_claims_that_tell_less_join_the_one_that_tells_more() -> None:
    full = allocation(PLAN, 40 * BILLION, basis="part", source="국비", status="planned")
    less = allocation(PLAN, 40 * BILLION, source="국비")
    assert len(one_claim(full, less)) == 1


def test_claims_that_tell_less_stay_alone_between_two_that_fit() -> None:
    one = allocation(PLAN, 40 * BILLION, source="국비")
    two = allocation(PLAN, 40 * BILLION, source="시비")
    less = allocation(PLAN, 40 * BILLION)
    assert len(one_claim(one, two, less)) == 3


def test_claims_of_a_year_need_no_word_for_the_year() -> None:
    one, two = allocation(PLAN, 40 * BILLION, basis="annual", year="2026"), allocation(PLAN, 40 * BILLION, year="2026")
    assert len(one_claim(one, two)) == 1


def test_claims_with_other_sums_years_and_sources_stay_apart() -> None:
    claims = (
        allocation(PLAN, 40 * BILLION, year="2026"),
        allocation(PLAN, 45 * BILLION, year="2026"),
        allocation(PLAN, 40 * BILLION, year="2027"),
    )
    assert len(one_claim(*claims)) == 3


def test_claims_that_one_document_tells_apart_stay_apart() -> None:
    one, two = allocation(PLAN, 40 * BILLION, source="국비"), allocation(PLAN, 40 * BILLION)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, PLAN, one, two)])
    assert identity.canonical(one.key) != identity.canonical(two.key)


def test_claims_round_sums_point_to_the_exact_one() -> None:
    exact = allocation(PLAN, 47_700_000_000, basis="total")
    plain, vague = allocation(PLAN, 48 * BILLION), allocation(PLAN, 50 * BILLION, bound="approximate", basis="total")
    readings = [reading(str(i), "2026-01-05", CITY, HALL, PLAN, c) for i, c in enumerate((exact, plain, vague))]
    identity = identify(readings)
    assert identity.round_of(plain.key) == exact.key
    assert identity.round_of(vague.key) == exact.key
    assert identity.round_of(exact.key) is None


def test_claims_of_one_office_are_one_with_a_short_and_a_long_title() -> None:
    who = person("도연우", CITY)
    long, short = office(who, "전환정책과장", HALL[0]), office(who, "과장", HALL[0])
    past = office(who, "과장", HALL[0], former=True)
    readings = [reading(str(i), "2026-01-05", CITY, HALL, who, o) for i, o in enumerate((long, short, past))]
    identity = identify(readings)
    assert identity.canonical(long.key) == identity.canonical(short.key)
    assert identity.canonical(past.key) == past.key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("국장", "미래전략국장", True),
        ("지사", "도지사", True),
        ("시장", "부시장", False),
        ("시장", "시장 권한대행", False),
        ("전환정책과장", "전환산업과장", False),
        ("위원장", "부위원장", False),
    ],
)
def test_claims_titles_longer_and_shorter(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same_title(other, one) is same


@pytest.mark.parametrize(
    ("value", "exact", "approximate", "is_round"),
    [
        (480, 477, False, True),
        (260, 264, False, True),
        (5500, 5510, False, True),
        (1000, 988, False, True),
        (40, 45, False, False),
        (264, 246, False, False),
        (477, 480, False, False),
        (500, 477, False, False),
        (500, 477, True, True),
        (400, 477, True, False),
        (480, 480, True, False),
    ],
)
def test_claims_rounding(value: int, exact: int, approximate: bool, is_round: bool) -> None:
    assert rounds(value * 100_000_000, exact * 100_000_000, approximate=approximate) is is_round


def test_claims_of_what_each_gets_need_no_word_for_the_most() -> None:
    one = allocation(PLAN, 3_000_000, basis="per-unit")
    most = allocation(PLAN, 3_000_000, bound="at-most", basis="per-unit")
    assert len(one_claim(one, most, allocation(PLAN, 5_000_000, basis="per-unit"))) == 2


def test_claims_know_the_head_of_a_unit_by_the_body_whose_unit_it_is() -> None:
    agency, unit = body("한빛진흥원", "rap:PublicAgency"), body("로봇센터", "rap:Centre", apart=CITY)
    who = person("하늘솔", "한빛진흥원")
    told = (office(who, "로봇센터장", agency), office(who, "센터장", unit), office(who, "이사", agency))
    readings = [reading(str(i), "2026-01-05", CITY, HALL, agency, unit, who, o) for i, o in enumerate(told)]
    identity = identify(readings)
    assert len({identity.canonical(o.key) for o in told}) == 2


def test_claims_of_a_building_are_one_as_a_part_and_as_a_whole() -> None:
    part = allocation(PLAN, 17 * BILLION, basis="part", purpose="변전 실증동")
    whole = allocation(PLAN, 17 * BILLION, basis="total", purpose="변전 실증동")
    assert len(one_claim(part, whole)) == 1


def test_claims_of_the_program_itself_stay_apart_as_a_part_and_as_a_whole() -> None:
    part, whole = (allocation(PLAN, 17 * BILLION, basis=basis) for basis in ("part", "total"))
    assert len(one_claim(part, whole)) == 2


DESIGN = purpose_only(9 * BILLION // 10, "설계비 등", year="2026", source="시비")


def test_claims_without_a_program_are_those_that_another_tells_of_the_program_of_both() -> None:
    whole = allocation(PLAN, 9 * BILLION // 10, year="2026", source="시비")
    cost = allocation(PLAN, 9 * BILLION // 10, year="2026", source="시비", purpose="가온 혁신지구 설계비")
    assert len(one_claim(DESIGN, whole)) == 1
    assert len(one_claim(DESIGN, cost)) == 1


@pytest.mark.parametrize(
    "other",
    [
        allocation(PLAN, 9 * BILLION // 10, year="2027", source="시비"),
        allocation(PLAN, 9 * BILLION // 10),
        allocation(PLAN, 8 * BILLION // 10, year="2026", source="시비"),
        allocation(PLAN, 9 * BILLION // 10, year="2026", source="시비", purpose="홍보관"),
    ],
)
def test_claims_without_a_program_stay_alone_beside_other_sums(other: object) -> None:
    assert len(one_claim(DESIGN, other)) == 2


def test_claims_without_a_program_stay_alone_where_two_programs_have_the_sum() -> None:
    second = program("다온 물길", CITY)
    sums = [allocation(p, 9 * BILLION // 10, year="2026", source="시비") for p in (PLAN, second)]
    readings = [reading(str(i), "2026-01-05", CITY, HALL, PLAN, second, n) for i, n in enumerate((DESIGN, *sums))]
    identity = identify(readings)
    assert len({identity.canonical(n.key) for n in (DESIGN, *sums)}) == 3


def test_claims_without_a_program_are_found_again_document_by_document() -> None:
    later = program("가온 AI 혁신지구", CITY, others=("가온 혁신지구",))
    whole = allocation(PLAN, 9 * BILLION // 10, year="2026", source="시비")
    readings = [
        reading("0", "2026-01-05", CITY, HALL, PLAN, DESIGN),
        reading("1", "2026-01-05", CITY, HALL, PLAN, whole),
        reading("2", "2026-02-05", CITY, HALL, later),
    ]
    wanted = identify(readings).canonical(DESIGN.key)
    for order in permutations(readings):
        ledger = Ledger(load_lexicon())
        for one in order:
            revise(ledger, (), [one])
        assert ledger.canonical(DESIGN.key) == wanted != DESIGN.key
        assert "0.txt" in revise(ledger, [readings[1]], ())
        assert ledger.canonical(DESIGN.key) == DESIGN.key
