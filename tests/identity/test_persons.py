"""Persons across documents."""

import pytest

from kg.identity.identify import identify
from tests.identity.corpus import body, government, office, person, program, reading

CITY, TOWN = "한빛광역시", "새터광역시"
HALL, OTHER = government(CITY, "한빛시", "한빛"), government(TOWN, "새터시", "새터")


def test_persons_of_one_name_at_one_body_are_one() -> None:
    chief, member = person("도연우", CITY), person("도연우", "가온대학교")
    school = body("가온대학교", "rap:University")
    one = reading("1", "2026-01-05", CITY, HALL, chief, office(chief, "전환정책과장", HALL[0]))
    two = reading(
        "2", "2026-01-06", CITY, HALL, school, member, office(member, "교수", school), office(member, "과장", HALL[0])
    )
    identity = identify([one, two])
    assert identity.canonical(member.key) == identity.canonical(chief.key) == min(chief.key, member.key)
    assert identity.replaces(min(chief.key, member.key)) == (max(chief.key, member.key),)


def test_persons_of_one_name_in_two_cities_stay_apart() -> None:
    here, there = person("도연우", CITY), person("도연우", TOWN)
    one = reading("1", "2026-01-05", CITY, HALL, here, office(here, "과장", HALL[0]))
    two = reading("2", "2026-01-06", TOWN, OTHER, there, office(there, "과장", OTHER[0]))
    identity = identify([one, two])
    assert identity.canonical(there.key) != identity.canonical(here.key)
    assert identity.unsure == ()


def test_persons_who_change_office_stay_one_where_the_old_office_is_told() -> None:
    before, after = person("도연우", "가온진흥원"), person("도연우", "가온AI센터")
    agency, centre = body("가온진흥원", "rap:PublicAgency"), body("가온AI센터", "rap:Centre", apart=CITY)
    one = reading("1", "2025-05-05", CITY, HALL, agency, before, office(before, "본부장", agency))
    two = reading(
        "2", "2025-12-05", CITY, HALL, agency, centre, after,
        office(after, "센터장", centre), office(after, "본부장", agency, former=True),
    )  # fmt: skip
    assert identify([one, two]).canonical(after.key) == identify([two, one]).canonical(before.key)


def test_persons_whose_title_names_a_unit_stay_one_where_that_unit_is_told_as_the_body() -> None:
    before, after = person("도연우", "가온진흥원"), person("도연우", "새터사업단")
    agency, group = body("가온진흥원", "rap:PublicAgency"), body("새터사업단", "rap:Centre", apart=CITY)
    unit, plan = body("누리우주센터", "rap:Centre", apart=CITY), program("가온 전환 사업", CITY)
    one = reading("1", "2025-05-05", CITY, HALL, plan, agency, before, office(before, "누리우주센터장", agency))
    two = reading(
        "2", "2025-12-05", CITY, HALL, plan, group, unit, after,
        office(after, "단장", group), office(after, "센터장", unit, former=True),
    )  # fmt: skip
    assert identify([one, two]).canonical(after.key) == identify([two, one]).canonical(before.key)


def test_persons_who_are_promoted_within_a_government_stay_one() -> None:
    before, after = person("도연우", CITY), person("도연우", "전환추진단")
    unit = body("전환추진단", "rap:Committee", apart=CITY)
    one = reading("1", "2025-05-05", CITY, HALL, before, office(before, "전환정책과장", HALL[0]))
    two = reading("2", "2025-09-05", CITY, HALL, unit, after, office(after, "단장", unit))
    assert identify([one, two]).canonical(after.key) == identify([one, two]).canonical(before.key)


def test_persons_of_one_region_and_program_without_a_common_body_are_listed() -> None:
    here, there = person("도연우", "가온테크"), person("도연우", "다온테크")
    firms = body("가온테크", "rap:Company"), body("다온테크", "rap:Company")
    plan = program("가온 전환 사업", CITY)
    one = reading("1", "2026-01-05", CITY, HALL, plan, firms[0], here, office(here, "대표", firms[0]))
    two = reading("2", "2026-01-06", CITY, HALL, plan, firms[1], there, office(there, "상무", firms[1]))
    identity = identify([one, two])
    assert identity.canonical(here.key) != identity.canonical(there.key)
    (pair,) = identity.unsure
    assert {pair.one, pair.other} == {here.key, there.key}
    assert "The offices belong to different bodies." in pair.reasons


def test_persons_without_a_body_are_one_with_the_one_of_their_region_program_and_time() -> None:
    known, open_ = person("도연우", "가온대학교"), person("도연우", "2.txt")
    school, plan = body("가온대학교", "rap:University"), program("가온 전환 사업", CITY)
    one = reading("1", "2026-01-05", CITY, HALL, plan, school, known, office(known, "교수", school))
    two = reading("2", "2026-01-06", CITY, HALL, plan, open_, office(open_, "부위원장"))
    late = reading("2", "2026-09-06", CITY, HALL, plan, open_, office(open_, "부위원장"))
    assert identify([one, two]).canonical(known.key) == identify([one, two]).canonical(open_.key) == open_.key
    assert identify([one, late]).canonical(known.key) == known.key


def test_persons_from_abroad_under_two_transliterations_at_one_body_are_one() -> None:
    lab = body("노르드랩")
    one, two = person("잉리 솔하임베르그", "노르드랩"), person("잉그리드 솔하임", "노르드랩")
    other = person("잉마르 베리만손", "노르드랩")
    readings = [
        reading(str(i), f"2026-01-0{i}", CITY, HALL, lab, who, office(who, "수석연구원", lab))
        for i, who in enumerate((one, two, other), 1)
    ]
    identity = identify(readings)
    assert identity.canonical(one.key) == identity.canonical(two.key) != identity.canonical(other.key)


def test_persons_from_abroad_whose_given_names_begin_with_another_letter_are_one_where_one_syllable_differs() -> None:
    lab = body("노르드랩")
    one, two, other = (person(f"{given} 솔하임", "노르드랩") for given in ("스테나르", "슈테나르", "마테우스"))
    readings = [
        reading(str(i), f"2026-01-0{i}", CITY, HALL, lab, who, office(who, "수석연구원", lab))
        for i, who in enumerate((other, one, two), 1)
    ]
    identity = identify(readings)
    assert identity.canonical(one.key) == identity.canonical(two.key) != identity.canonical(other.key)


def test_persons_of_one_title_in_documents_on_one_program_are_one_though_their_bodies_differ() -> None:
    county, whole = "가온도 솔빛시", "가온도"
    plan = program("솔빛 AI 신약공방", county)
    halls = government(county, "솔빛시"), government(whole, "가온도청")
    one, two = (person("표은서", b) for b in (whole, county))
    readings = [
        reading("1", "2026-01-05", whole, halls[1], plan, one, office(one, "바이오국장", halls[1][0])),
        reading("2", "2026-01-06", county, halls[0], plan, two, office(two, "바이오국장", halls[0][0])),
    ]
    identity = identify(readings)
    assert identity.canonical(one.key) == identity.canonical(two.key)
    later = reading("4", "2026-01-06", county, halls[0], plan, two, office(two, "산업과장", halls[0][0]))
    apart = identify([readings[0], later])
    assert apart.canonical(one.key) != apart.canonical(two.key)


def test_persons_with_one_title_told_of_one_program_are_one_where_a_text_leaves_the_region_out() -> None:
    plan, chief, same = program("가온 전환 사업", CITY), person("도연우", CITY), person("도연우", "2")
    one = reading("1", "2026-01-05", CITY, HALL, plan, chief, office(chief, "구청장", HALL[0]))
    two = reading("2", "2026-01-06", "", plan, same, office(same, "구청장"))
    identity = identify([one, two])
    assert identity.canonical(same.key) == identity.canonical(chief.key)
    other = reading("2", "2026-01-06", "", same, office(same, "구청장"))
    apart = identify([one, other])
    assert apart.canonical(same.key) != apart.canonical(chief.key)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("카린 반 데이크", "카렌 판데이크", True),
        ("사토 겐타", "사토 켄타", True),
        ("카린 반 데이크", "로렌 판데이크", False),
        ("사토 겐타", "사토 하루토", False),
    ],
)
def test_persons_from_abroad_are_one_as_writers_spell_them(one: str, other: str, same: bool) -> None:
    school = body("바헤른대학교", "rap:University")
    guests = [person(name, "바헤른대학교") for name in (one, other)]
    told = [
        reading(str(i), "2026-01-05", CITY, HALL, school, g, office(g, "연구원", school)) for i, g in enumerate(guests)
    ]
    identity = identify(told)
    assert (identity.canonical(guests[0].key) == identity.canonical(guests[1].key)) is same
