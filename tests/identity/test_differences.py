"""Contradictions and changes between documents."""

from dataclasses import replace

import pytest

from kg.identity.changes import Change, changes
from kg.identity.conflicts import Conflict, conflicts
from kg.identity.identify import identify
from kg.identity.material import material
from kg.resolution.reading import Node, Property, Reading
from tests.identity.corpus import (
    allocation,
    body,
    event,
    government,
    milestone,
    office,
    person,
    program,
    reading,
    renaming,
)

CITY, TOWN = "한빛광역시", "새터광역시"
HALL, OTHER = government(CITY, "한빛시", "한빛"), government(TOWN, "새터시", "새터")
PLAN = program("가온 혁신지구", CITY)
EOK = 100_000_000
DAYS = ("2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08")


def told(*nodes: Node | list[Node], days: tuple[str, ...] = DAYS) -> list[Reading]:
    """One document for each node (or list of nodes), on these days."""
    return [reading(str(i), days[i], CITY, HALL, PLAN, n) for i, n in enumerate(nodes)]


def conflicts_of(readings: list[Reading]) -> list[Conflict]:
    identity = identify(readings)
    return conflicts(material(readings, identity), identity)


def changes_of(readings: list[Reading]) -> list[Change]:
    identity = identify(readings)
    return changes(material(readings, identity), identity)


def test_conflicts_of_totals_name_each_document_and_its_sentence() -> None:
    sums = [allocation(PLAN, n * EOK, basis="total") for n in (264, 246, 264)]
    (found,) = conflicts_of(told(*sums))
    assert found.about == ("가온 혁신지구",)
    assert found.what == "amount"
    assert found.values == {"0": 264 * EOK, "1": 246 * EOK, "2": 264 * EOK}
    assert found.sentences["1"] == "한빛시가 새 사업을 시작한다고 밝혔다."


def test_conflicts_of_a_city_s_own_money_hold_it_against_that_city_s_alone() -> None:
    whole, share = allocation(PLAN, 150 * EOK, source="시비"), "organization/가온도 솔빛시"
    rows = [whole, *(allocation(PLAN, n * EOK, source="시비", payer=share) for n in (90, 96))]
    (found,) = conflicts_of(told(*rows))
    assert found.values == {"1": 90 * EOK, "2": 96 * EOK}


def test_conflicts_take_no_sum_for_the_whole_that_is_less_than_a_share() -> None:
    whole = allocation(PLAN, 736 * EOK, basis="total")
    shares = [allocation(PLAN, 368 * EOK, source="국비"), allocation(PLAN, 74 * EOK)]
    assert conflicts_of(told(whole, shares)) == []


def part(won: int, of: Node, **slots: str) -> list[Node]:
    """A sum and the total that it is a part of."""
    return [of, allocation(PLAN, won, part_of=of, basis="part", **slots)]


@pytest.mark.parametrize(
    "nodes",
    [
        (allocation(PLAN, 477 * EOK, basis="total"), allocation(PLAN, 480 * EOK, bound="approximate", basis="total")),
        (allocation(PLAN, 477 * EOK, basis="total"), allocation(PLAN, 480 * EOK, basis="total")),
        (allocation(PLAN, 477 * EOK, basis="total"), allocation(PLAN, 396 * EOK, basis="part", source="국비")),
        (allocation(PLAN, 264 * EOK, basis="total"), allocation(PLAN, 88 * EOK, basis="annual")),
        (allocation(PLAN, 78 * EOK, year="2025"), allocation(PLAN, 102 * EOK, year="2026")),
        (allocation(PLAN, 5 * EOK, basis="per-unit"), allocation(PLAN, 6 * EOK, basis="per-unit")),
        (allocation(PLAN, 96 * EOK, source="시비"), allocation(PLAN, 24 * EOK, source="국비")),
        (part(10 * EOK, allocation(PLAN, 40 * EOK, year="2026"), year="2026"), allocation(PLAN, 40 * EOK, year="2026")),
        (allocation(PLAN, 264 * EOK, basis="total"), allocation(PLAN, 33 * EOK, basis="total", status="cut")),
        (milestone(PLAN, "준공", "2029"), milestone(PLAN, "준공", "2029-06")),
        (milestone(PLAN, "준공", "2029"), milestone(PLAN, "착공", "2027")),
    ],
)
def test_conflicts_are_none_between_sums_of_other_kinds(nodes: tuple[Node | list[Node], ...]) -> None:
    assert conflicts_of(told(*nodes)) == []


def test_conflicts_of_steps_and_events_compare_their_days() -> None:
    steps = told(milestone(PLAN, "준공", "2029"), milestone(PLAN, "준공", "2028"))
    assert [(c.what, c.values) for c in conflicts_of(steps)] == [("date", {"0": "2029", "1": "2028"})]
    openings = told(milestone(PLAN, "개소", "2026-02"), milestone(PLAN, "개소", "2025-12"))
    assert [c.values for c in conflicts_of(openings)] == [{"0": "2026-02", "1": "2025-12"}]
    meetings = told(event("제21차 가온혁신회의", "2025-03-13"), event("제21차 가온혁신회의", "2024-03"))
    assert [c.values for c in conflicts_of(meetings)] == [{"0": "2025", "1": "2024"}]


def test_conflicts_of_titles_are_told_within_one_body() -> None:
    who = person("도연우", CITY)
    titles = ("전환정책과장", "전환산업과장", "과장", "전환정책과장")
    readings = told(*([who, office(who, t, HALL[0])] for t in titles))
    (found,) = conflicts_of(readings)
    assert found.what == "title"
    assert {found.values["0"], found.values["1"]} == {"전환정책과장", "전환산업과장"}


def test_conflicts_of_titles_are_none_where_a_document_tells_both() -> None:
    who = person("도연우", CITY)
    one, two = office(who, "전환정책과장", HALL[0]), office(who, "전환산업과장", HALL[0])
    assert conflicts_of(told([who, one], [who, one, two])) == []
    board = body("가온위원회", "rap:Committee", apart=CITY)
    assert conflicts_of(told([who, one], [who, board, office(who, "위원장", board)])) == []


def test_changes_of_sums_go_from_the_older_to_the_newer() -> None:
    sums = [allocation(PLAN, n * EOK, basis="total") for n in (264, 264, 246, 231)]
    readings = told(*sums, days=("2025-05-30", "2025-05-30", "2025-06-02", "2025-12-29"))
    (found,) = changes_of(readings)
    assert (found.what, found.before, found.after) == ("amount", 264 * EOK, 231 * EOK)
    assert (found.before_in, found.after_in) == (("0", "1"), ("3",))
    assert [c.values for c in conflicts_of(readings)] == [{"0": 264 * EOK, "1": 264 * EOK, "2": 246 * EOK}]


def test_changes_repeat_the_old_sum_without_contradicting_it() -> None:
    old, new = allocation(PLAN, 264 * EOK, basis="total"), allocation(PLAN, 231 * EOK, basis="total")
    readings = told(old, [old, new], days=("2025-05-30", "2025-12-29"))
    assert [(c.before, c.after) for c in changes_of(readings)] == [(264 * EOK, 231 * EOK)]
    assert conflicts_of(readings) == []


def test_changes_of_days_are_postponements() -> None:
    steps = told(
        milestone(PLAN, "개소", "2026-02"), milestone(PLAN, "개소", "2026-04"), days=("2025-05-30", "2025-12-29")
    )
    assert [(c.what, c.before, c.after) for c in changes_of(steps)] == [("date", "2026-02", "2026-04")]


def test_changes_of_names_tell_who_still_has_the_old_one() -> None:
    new = program("다온캠퍼스", CITY, others=("가온 혁신지구",))
    readings = [
        reading("1", "2026-01-05", CITY, HALL, PLAN),
        reading("2", "2026-04-05", CITY, HALL, new, renaming(new, "가온 혁신지구", "다온캠퍼스")),
    ]
    (found,) = changes_of(readings)
    assert (found.what, found.before, found.before_in) == ("name", "가온 혁신지구", ("1",))
    assert (found.after, found.after_in) == ("다온캠퍼스", ("2",))


def test_changes_of_office_are_told_of_the_person_and_of_the_office() -> None:
    agency, centre = body("가온진흥원", "rap:PublicAgency"), body("다온센터", "rap:Centre", apart=CITY)
    old, new = person("도연우", "가온진흥원"), person("도연우", "다온센터")
    heir = person("민가람", "가온진흥원")
    readings = [
        reading("1", "2025-05-05", CITY, HALL, agency, old, office(old, "지원본부장", agency)),
        reading(
            "2", "2025-12-05", CITY, HALL, agency, centre, new, heir, office(new, "센터장", centre),
            office(new, "지원본부장", agency, former=True), office(heir, "지원본부장", agency),
        ),
    ]  # fmt: skip
    rows = {(c.about[0], c.before, c.after) for c in changes_of(readings)}
    assert rows == {("도연우", "지원본부장", "센터장"), ("가온진흥원 지원본부장", "도연우", "민가람")}
    assert conflicts_of(readings) == []


def test_changes_are_none_for_one_who_holds_both_offices() -> None:
    who, agency = person("도연우", CITY), body("가온진흥원", "rap:PublicAgency")
    seat = office(who, "전환정책과장", HALL[0])
    readings = [
        reading("1", "2025-05-05", CITY, HALL, who, seat),
        reading("2", "2025-12-05", CITY, HALL, agency, who, office(who, "이사", agency), seat),
    ]
    assert changes_of(readings) == []


def test_changes_of_heads_of_units_name_the_unit() -> None:
    unit = body("한빛광역시 전환추진단", "rap:Committee", apart=CITY)
    old, new = person("도연우", "전환추진단"), person("민가람", "전환추진단")
    readings = [
        reading("1", "2025-05-05", CITY, HALL, unit, old, office(old, "단장", unit)),
        reading("2", "2025-12-05", CITY, HALL, unit, new, office(new, "단장", unit)),
    ]
    (found,) = changes_of(readings)
    assert found.about == ("한빛광역시 전환추진단 단장", "전환추진단장")
    assert (found.before, found.after) == ("도연우", "민가람")


def test_conflicts_of_titles_know_the_employer_of_a_unit() -> None:
    units = [body(n, "rap:Committee", apart=CITY) for n in ("전환추진단", "전환산업추진단")]
    who = person("도연우", CITY)
    readings = told(*([unit, who, office(who, "단장", unit)] for unit in units))
    (found,) = conflicts_of(readings)
    assert found.values == {"0": "전환추진단장", "1": "전환산업추진단장"}


def test_conflicts_of_months_told_alike_show_the_months() -> None:
    steps = [milestone(PLAN, "개소", f"{year}-10") for year in (2027, 2028)]
    (found,) = conflicts_of(told(*steps))
    assert found.values == {"0": "2027-10", "1": "2028-10"}


def test_changes_take_the_sum_that_replaces_another_of_the_document() -> None:
    more = allocation(PLAN, 12 * EOK, year="2026")
    now = allocation(PLAN, 36 * EOK, year="2026")
    now = replace(now, properties=(*now.properties, Property("rap:revises", more.key, "key")))
    readings = told(allocation(PLAN, 24 * EOK, year="2026"), [more, now], days=("2026-01-05", "2026-09-05"))
    assert [(c.before, c.after) for c in changes_of(readings)] == [(24 * EOK, 36 * EOK)]


def each(won: int, unit: str, year: str = "") -> Node:
    """What one of many gets."""
    node = allocation(PLAN, won, basis="per-unit", year=year) if year else allocation(PLAN, won, basis="per-unit")
    told = (*node.properties, Property("rap:perUnit", unit, "ko"))
    return replace(node, properties=told)


def test_conflicts_of_what_each_gets_are_told_of_one_unit() -> None:
    (found,) = conflicts_of(told(each(1_500_000, "대당"), each(1_050_000, "대당 약"), each(1_500_000, "한 대에")))
    assert set(found.values.values()) == {1_500_000, 1_050_000}


@pytest.mark.parametrize(
    "sums",
    [
        (each(1_500_000, "대당"), each(300_000, "농가당")),
        (each(1_500_000, "대당", "2026"), each(1_050_000, "대당", "2027")),
        ([each(1_500_000, "대당"), each(1_050_000, "대당")], each(1_500_000, "대당")),
        (each(1_500_000, "씩"), each(1_050_000, "씩")),
    ],
)
def test_conflicts_of_what_each_gets_are_none_of_other_units_and_years(sums: tuple[Node | list[Node], ...]) -> None:
    assert conflicts_of(told(*sums)) == []


def test_conflicts_of_titles_know_units_of_different_bodies() -> None:
    agency = body("한빛진흥원", "rap:PublicAgency")
    robots, drones = (body(name, "rap:Centre", apart=CITY) for name in ("로봇센터", "드론센터"))
    who = person("하늘솔", "한빛진흥원")
    held = ((agency, "로봇센터장"), (robots, "센터장"), (drones, "센터장"))
    (found,) = conflicts_of(told(*([where, who, office(who, title, where)] for where, title in held)))
    assert set(found.values.values()) == {"로봇센터장", "드론센터장"}
    held = ((agency, "로봇센터장"), (robots, "센터장"), (drones, "이사장"))
    assert conflicts_of(told(*([where, who, office(who, title, where)] for where, title in held))) == []


def test_changes_of_a_name_are_told_once_where_a_headline_cuts_it_short() -> None:
    new = program("한빛 다온캠퍼스", CITY, others=("다온캠퍼스", "가온 혁신지구"))
    rows = [
        reading("1", "2026-01-05", CITY, HALL, PLAN),
        reading(
            "2",
            "2026-04-05",
            CITY,
            HALL,
            new,
            renaming(new, "가온 혁신지구", "한빛 다온캠퍼스"),
            renaming(new, "가온 지구", "다온캠퍼스"),
        ),
    ]
    (found,) = [c for c in changes_of(rows) if c.what == "name"]
    assert (found.before, found.after) == ("가온 혁신지구", "한빛 다온캠퍼스")


def test_changes_of_a_name_start_from_the_name_that_older_documents_have() -> None:
    new = program("다온캠퍼스", CITY, others=("가온 혁신지구", "한빛 가온 지구"))
    renamed = [renaming(new, "가온 혁신지구", "다온캠퍼스"), renaming(new, "한빛 가온 지구", "다온캠퍼스")]
    rows = [reading("1", "2026-01-05", CITY, HALL, PLAN), reading("2", "2026-04-05", CITY, HALL, new, renamed)]
    (found,) = [c for c in changes_of(rows) if c.what == "name"]
    assert (found.before, found.after) == ("가온 혁신지구", "다온캠퍼스")


def test_conflicts_of_sums_are_not_tied_to_later_ones_by_a_document_without_a_day() -> None:
    sums = [allocation(PLAN, n * EOK, basis="total") for n in (264, 246, 264, 210)]
    (found,) = conflicts_of(told(*sums, days=("2026-01-05", "2026-01-06", "", "2026-06-08")))
    assert found.values == {"0": 264 * EOK, "1": 246 * EOK, "2": 264 * EOK}


def test_conflicts_of_titles_look_at_what_documents_of_that_time_tell_together() -> None:
    who = person("하늘솔", "한빛시")
    first, second = (office(who, t, HALL[0]) for t in ("전환정책과장", "전환산업과장"))
    risen = office(who, "기획예산실장", HALL[0])
    rows = told([who, first], [who, second], [who, first, risen], days=("2026-01-05", "2026-01-06", "2026-06-08"))
    (found,) = conflicts_of(rows)
    assert set(found.values.values()) == {"전환정책과장", "전환산업과장"}


def test_changes_of_the_whole_leave_out_a_building_told_at_another_step() -> None:
    old = allocation(PLAN, 386 * EOK, basis="total", status="planned")
    new = allocation(PLAN, 452 * EOK, basis="total", status="proposed")
    hall = allocation(PLAN, 198 * EOK, basis="total", status="planned", purpose="데이터 관제동")
    readings = told(old, [new, hall], days=("2025-01-05", "2026-01-05"))
    assert not [c for c in changes_of(readings) if c.after == 198 * EOK]
