"""Programs across documents."""

from dataclasses import replace

import pytest

from kg.identity.identify import identify
from kg.resolution.reading import Property
from tests.identity.corpus import allocation, body, government, person, program, reading, renaming

CITY, TOWN = "한빛광역시", "새터광역시"
EOK = 100_000_000
HALL, OTHER = government(CITY, "한빛시", "한빛"), government(TOWN, "새터시", "새터")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("가온 AX 혁신허브", "가온AX혁신허브"),
        ("가온 인공지능 전환 사업", "가온 AI 전환사업"),
        ("한빛 가온 혁신지구 조성 사업", "가온 혁신지구"),
        ("한빛시 가온 바우처", "가온 바우처 지원사업"),
        ("물결(WAVE) 프로젝트", "물결 프로젝트"),
        ("물결(WAVE) 프로젝트", "WAVE 프로젝트"),
        ("2026년 가온 혁신지구 조성사업", "가온 혁신지구 조성 사업"),
        ("「가온 돌봄 로봇」", "가온 돌봄로봇"),
    ],
)
def test_programs_of_one_region_are_one_under_each_spelling(one: str, other: str) -> None:
    a, b = program(one, CITY), program(other, CITY)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, a), reading("2", "2026-01-06", CITY, HALL, b)])
    assert identity.canonical(a.key) == identity.canonical(b.key) == min(a.key, b.key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("가온 사관학교", "가온 사관학교 2.0"),
        ("가온 혁신지구 1단계 사업", "가온 혁신지구 2단계 사업"),
        ("가온 바우처", "다온 바우처"),
        ("가온 전략", "가온 전략 위원회 운영"),
    ],
)
def test_programs_of_other_editions_and_names_stay_apart(one: str, other: str) -> None:
    a, b = program(one, CITY), program(other, CITY)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, a), reading("2", "2026-01-06", CITY, HALL, b)])
    assert identity.canonical(a.key) != identity.canonical(b.key)


def test_programs_versions_point_to_the_one_before() -> None:
    a, b = program("가온 사관학교", CITY), program("가온 사관학교 2.0", CITY)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, a), reading("2", "2026-01-06", CITY, HALL, b)])
    assert identity.version_of(b.key) == a.key
    assert identity.version_of(a.key) is None


def test_programs_of_two_years_are_two_editions() -> None:
    a, b = program("2025년 가온 축전", CITY), program("2026년 가온 축전", CITY)
    identity = identify([reading("1", "2025-01-05", CITY, HALL, a), reading("2", "2026-01-06", CITY, HALL, b)])
    assert identity.canonical(a.key) != identity.canonical(b.key)
    assert identity.version_of(b.key) == a.key


def test_programs_of_one_name_in_two_regions_stay_apart() -> None:
    a, b = program("AX 바우처", CITY, operator=HALL[0].key), program("AX 바우처", TOWN, operator=OTHER[0].key)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, a), reading("2", "2026-01-06", TOWN, OTHER, b)])
    assert identity.canonical(a.key) != identity.canonical(b.key)


def test_programs_of_a_ministry_are_one_from_several_regions() -> None:
    ministry = body("가온기술부", "rap:Ministry")
    a, b = program("지역거점 가온 사업", CITY, operator=ministry.key), program("지역거점 가온 사업", TOWN)
    identity = identify(
        [reading("1", "2026-01-05", CITY, HALL, ministry, a), reading("2", "2026-01-06", TOWN, OTHER, b)]
    )
    assert identity.canonical(a.key) == identity.canonical(b.key)


def test_programs_with_totals_of_another_order_are_listed() -> None:
    a, b = program("가온 혁신지구", CITY), program("가온 혁신지구 사업", CITY)
    identity = identify(
        [
            reading("1", "2025-01-05", CITY, HALL, a, allocation(a, 20_000_000_000, basis="total")),
            reading("2", "2025-12-06", CITY, HALL, b, allocation(b, 3_000_000_000_000, basis="total")),
        ]
    )
    assert identity.canonical(a.key) != identity.canonical(b.key)
    assert "The totals are of another order." in identity.unsure[0].reasons


def test_programs_short_names_join_the_one_longer_name_of_the_region() -> None:
    long, short = program("지역거점 가온 혁신 기술개발 사업", CITY), program("지역거점 가온 사업", CITY)
    identity = identify([reading("1", "2026-01-05", CITY, HALL, long), reading("2", "2026-01-06", CITY, HALL, short)])
    assert identity.canonical(short.key) == identity.canonical(long.key)
    assert identity.label(short.key) == "지역거점 가온 혁신 기술개발 사업"


def test_programs_short_names_stay_alone_between_two_longer_names() -> None:
    one, two = program("지역거점 가온 혁신 개발 사업", CITY), program("지역거점 가온 인재 양성 사업", CITY)
    short = program("지역거점 가온 사업", CITY)
    identity = identify(
        [reading("1", "2026-01-05", CITY, HALL, one, two), reading("2", "2026-01-06", CITY, HALL, short)]
    )
    assert identity.canonical(short.key) == short.key


def test_programs_renamed_keep_one_node_and_bear_the_latest_name() -> None:
    old, new = program("가온 혁신허브", CITY), program("다온캠퍼스", CITY, others=("가온 혁신허브",))
    told = renaming(new, "가온 혁신허브", "다온캠퍼스")
    later = program("다온캠퍼스", CITY)
    readings = [
        reading("1", "2026-01-05", CITY, HALL, old),
        reading("2", "2026-04-05", CITY, HALL, new, told),
        reading("3", "2026-06-05", CITY, HALL, later),
    ]
    identity = identify(readings)
    assert identity.canonical(old.key) == identity.canonical(new.key) == min(old.key, new.key)
    assert identity.label(old.key) == "다온캠퍼스"


def test_programs_and_the_centre_that_they_build_are_one() -> None:
    centre = body("가온 혁신허브", "rap:Centre", apart=CITY)
    plan = program("가온혁신허브", CITY, types=("rap:Facility",))
    identity = identify([reading("1", "2026-01-05", CITY, HALL, centre), reading("2", "2026-01-06", CITY, HALL, plan)])
    assert identity.canonical(plan.key) == centre.key


def test_programs_of_a_name_keep_apart_where_one_serves_two_regions_of_another_province() -> None:
    wide = program("찾아가는 온정 진료", "가온도")
    here = replace(program("찾아가는 온정 진료", "가온도 솔빛군"), key=wide.key)
    there = program("찾아가는 온정 진료", "누리도 솔빛군")
    found = identify(
        [
            reading("1", "2025-05-05", "가온도", here),
            reading("2", "2025-05-06", "가온도", wide),
            reading("3", "2025-05-07", "누리도 솔빛군", there),
        ]
    )
    assert found.canonical(wide.key) != found.canonical(there.key)


def test_programs_that_a_district_runs_with_its_province_are_the_district_s() -> None:
    county, whole = "가온도 솔빛군", "가온도"
    both = program("바다 도우미", county)
    both = replace(both, properties=(*both.properties, Property("rap:forRegion", f"region/{whole}", "key")))
    spelled = program("바다도우미", county)
    found = identify([reading("1", "2025-05-05", county, both), reading("2", "2025-05-06", county, spelled)])
    assert found.canonical(both.key) == found.canonical(spelled.key)


def test_programs_told_of_a_province_and_of_its_county_by_documents_on_the_county_are_one() -> None:
    county = program("솔빛만 AI 스마트양식 단지", "가온도 솔빛군")
    wide = replace(
        program("솔빛만 AI 스마트양식 단지 조성사업", "가온도 솔빛군"),
        properties=(Property("rap:forRegion", "region/가온도", "key"),),
    )
    found = identify(
        [reading("1", "2025-05-05", "가온도 솔빛군", county), reading("2", "2025-05-06", "가온도 솔빛군", wide)]
    )
    assert found.canonical(county.key) == found.canonical(wide.key)


@pytest.mark.parametrize(("won", "same"), [(24, True), (31, False)])
def test_programs_called_by_the_end_of_their_name_need_the_same_sum_and_story(won: int, same: bool) -> None:
    whole, short = program("AI 안전도우미", CITY), program("안전도우미", CITY)
    mayor = person("표다온", CITY)
    found = identify(
        [
            reading("1", "2026-01-05", CITY, HALL, mayor, whole, allocation(whole, 24 * EOK)),
            reading("2", "2026-01-06", CITY, HALL, mayor, short, allocation(short, won * EOK)),
        ]
    )
    assert (found.canonical(whole.key) == found.canonical(short.key)) is same


def test_programs_total_that_was_spent_so_far_tells_nothing_of_the_whole() -> None:
    one, two = program("가온 AI 배움터", CITY), program("가온 AI배움터", CITY)
    sums = allocation(one, 400 * EOK, basis="total"), allocation(two, 23 * EOK, basis="total", status="spent")
    readings = [
        reading("1", "2024-01-05", CITY, HALL, one, sums[0]),
        reading("2", "2026-01-06", CITY, HALL, two, sums[1]),
    ]
    found = identify(readings)
    assert found.canonical(one.key) == found.canonical(two.key)


def test_programs_region_that_is_a_guess_gives_way_to_the_region_that_is_told() -> None:
    told, guessed = (
        program("혁신 방산 클러스터 사업", CITY, operator=HALL[0].key),
        program("혁신 방산 클러스터 사업", TOWN),
    )
    who = person("도연우", CITY)
    one = reading("1", "2026-01-05", CITY, HALL, who, told)
    two = reading("2", "2026-01-06", TOWN, [*OTHER, *HALL], who, guessed)
    identity = identify([one, two])
    assert identity.canonical(told.key) == identity.canonical(guessed.key)


def test_programs_that_two_governments_run_stay_two_though_one_text_names_both() -> None:
    here, there = (
        program("혁신 방산 클러스터 사업", region, operator=hall[0].key)
        for region, hall in ((CITY, HALL), (TOWN, OTHER))
    )
    who = person("도연우", CITY)
    one = reading("1", "2026-01-05", CITY, HALL, who, here)
    two = reading("2", "2026-01-06", TOWN, [*OTHER, *HALL], who, there)
    identity = identify([one, two])
    assert identity.canonical(here.key) != identity.canonical(there.key)


def test_programs_without_a_region_join_that_of_the_texts_that_tell_another_program_too() -> None:
    days = ("2026-01-05", "2026-01-06", "2026-01-07")
    here, there, open_ = program("돌봄 이용권", CITY), program("돌봄 이용권", TOWN), program("돌봄이용권", "")
    beside, again = program("가온 전환 사업", CITY), program("가온 전환 사업", "")
    readings = [
        reading("1", days[0], CITY, HALL, here, beside),
        reading("2", days[1], TOWN, OTHER, there),
        reading("3", days[2], "", open_, again),
    ]
    identity = identify(readings)
    assert identity.canonical(open_.key) == identity.canonical(here.key) != identity.canonical(there.key)
    alone = identify([*readings[:2], reading("3", days[2], "", open_)])
    assert alone.canonical(open_.key) not in (alone.canonical(here.key), alone.canonical(there.key))
