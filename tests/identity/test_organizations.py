"""Organisations across documents."""

from kg.identity.identify import identify
from tests.identity.corpus import body, government, office, person, reading

CITY, TOWN = "한빛광역시", "새터광역시"
HALL, OTHER = government(CITY, "한빛시", "한빛"), government(TOWN, "새터시", "새터")


def test_organizations_committee_is_one_under_each_spelling() -> None:
    names = ("한빛광역시 인공지능위원회", "한빛시 AI위원회", "AI위", "인공지능위원회")
    bodies = [body(n, "rap:Committee", apart=CITY) for n in names]
    readings = [reading(str(i), "2026-01-05", CITY, HALL, b) for i, b in enumerate(bodies)]
    identity = identify(readings)
    assert {identity.canonical(b.key) for b in bodies} == {min(b.key for b in bodies)}
    assert identity.label(bodies[2].key) == "한빛광역시 인공지능위원회"


def test_organizations_of_one_name_belong_to_their_government() -> None:
    here, there = body("AI위원회", "rap:Committee", apart=CITY), body("AI위원회", "rap:Committee", apart=TOWN)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, here), reading("2", "2026-01-05", TOWN, OTHER, there)])
    assert identity.canonical(here.key) != identity.canonical(there.key)


def test_organizations_name_of_another_government_goes_before_the_document() -> None:
    here, there = body("AI위원회", "rap:Committee", apart=CITY), body("새터 AI위", "rap:Committee", apart=CITY)
    home = body("AI위원회", "rap:Committee", apart=TOWN)
    identity = identify(
        [reading("1", "2026-01-05", CITY, HALL, OTHER, here, there), reading("2", "2026-01-05", TOWN, OTHER, home)]
    )
    assert identity.canonical(there.key) == identity.canonical(home.key) != identity.canonical(here.key)


def test_organizations_of_their_own_name_are_one_from_any_region() -> None:
    one, two = body("가온대", "rap:University"), body("가온대학교", "rap:University")
    identity = identify([reading("1", "2026-01-05", CITY, HALL, one), reading("2", "2026-01-05", TOWN, OTHER, two)])
    assert identity.canonical(two.key) == identity.canonical(one.key) == one.key


def test_organizations_without_a_region_join_the_only_one_that_their_document_names() -> None:
    here, open_ = body("AI위원회", "rap:Committee", apart=CITY), body("인공지능위원회", "rap:Committee")
    identity = identify([reading("1", "2026-01-05", CITY, HALL, here), reading("2", "2026-01-05", "", HALL, open_)])
    assert identity.canonical(open_.key) == identity.canonical(here.key)


def test_organizations_unit_by_its_bare_name_is_that_of_the_body_named_beside_it() -> None:
    school, other = body("가온대학교", "rap:University", others=["가온대"]), body("누리대학교", "rap:University")
    unit = body("가온대 스마트양식사업단", "rap:Centre", apart=CITY)
    bare = body("스마트양식사업단", "rap:Centre", apart=CITY)
    found = identify(
        [reading("1", "2026-01-05", CITY, HALL, school, unit), reading("2", "2026-01-06", CITY, HALL, school, bare)]
    )
    assert found.canonical(bare.key) == found.canonical(unit.key)
    apart = identify(
        [reading("1", "2026-01-05", CITY, HALL, school, unit), reading("2", "2026-01-06", CITY, HALL, other, bare)]
    )
    assert apart.canonical(bare.key) != apart.canonical(unit.key)


def test_organizations_unit_that_two_named_bodies_have_is_nobody_s() -> None:
    schools = [body("가온대학교", "rap:University"), body("누리대학교", "rap:University")]
    units = [body(f"{n} 산학협력단", "rap:Centre", apart=CITY) for n in ("가온대학교", "누리대학교")]
    bare = body("산학협력단", "rap:Centre", apart=CITY)
    found = identify(
        [
            reading("1", "2026-01-05", CITY, HALL, schools, units),
            reading("2", "2026-01-06", CITY, HALL, schools, bare),
        ]
    )
    assert found.canonical(bare.key) == bare.key


def test_organizations_with_their_place_in_short_and_in_full_are_one() -> None:
    short, long = body("한빛사회서비스원", "rap:PublicAgency"), body("한빛광역시사회서비스원", "rap:PublicAgency")
    other = body("새터사회서비스원", "rap:PublicAgency")
    found = identify([reading(str(i), "2026-01-05", CITY, HALL, OTHER, b) for i, b in enumerate((short, long, other))])
    assert found.canonical(short.key) == found.canonical(long.key) != found.canonical(other.key)


def test_organizations_institutes_of_one_university_come_together() -> None:
    school = body("가온대학교", "rap:University", others=["가온대", "국립가온대"])
    one = body("가온대 로봇연구소", "rap:ResearchInstitute")
    two = body("국립가온대 로봇연구소", "rap:ResearchInstitute")
    found = identify([reading("1", "2026-01-05", CITY, school, one), reading("2", "2026-01-09", CITY, school, two)])
    assert found.canonical(one.key) == found.canonical(two.key)


def test_organizations_agency_of_the_country_goes_without_the_countrys_name() -> None:
    long, short = body("한국다솜학진흥원", "rap:PublicAgency"), body("다솜학진흥원", "rap:PublicAgency")
    found = identify([reading("1", "2026-01-05", CITY, HALL, long), reading("2", "2026-01-09", CITY, HALL, short)])
    assert found.canonical(long.key) == found.canonical(short.key)


def test_organizations_of_the_country_are_not_those_of_a_place_with_the_rest_of_the_name() -> None:
    national, local = body("한국다솜학진흥원", "rap:PublicAgency"), body("한빛다솜학진흥원", "rap:PublicAgency")
    found = identify([reading("1", "2026-01-05", CITY, HALL, national), reading("2", "2026-01-09", CITY, HALL, local)])
    assert found.canonical(national.key) != found.canonical(local.key)


def _bare_and_whole(*shared: str, other_city: bool = False) -> tuple[str, str]:
    """The canonical keys of a district that one paper calls by its name alone, and of that of a city."""
    whole, bare = government("한빛광역시 물구", "물구"), body("물구", "rap:LocalGovernment")
    here = [person(name, "물구") for name in shared]
    there = [person(name, "한빛광역시 물구") for name in shared]
    told = [
        reading("1", "2026-01-05", "", bare, here, *(office(p, "과장", bare) for p in here)),
        reading("2", "2026-01-06", "", whole, there, *(office(p, "과장", whole[0]) for p in there)),
    ]
    if other_city:
        second = government("새터광역시 물구", "물구")
        same = [person(name, "새터광역시 물구") for name in shared]
        told.append(reading("3", "2026-01-06", "", second, same, *(office(p, "과장", second[0]) for p in same)))
    identity = identify(told)
    return identity.canonical(bare.key), identity.canonical(whole[0].key)


def test_organizations_a_district_without_its_city_is_the_one_of_the_same_people() -> None:
    bare, whole = _bare_and_whole("도연우", "한가람")
    assert bare == whole


def test_organizations_a_district_without_its_city_stays_alone_where_the_people_do_not_tell() -> None:
    bare, whole = _bare_and_whole("도연우")
    assert bare != whole
    bare, whole = _bare_and_whole("도연우", "한가람", other_city=True)
    assert bare != whole
