"""Events across documents."""

import pytest

from kg.identity.identify import identify
from kg.resolution.reading import Node
from tests.identity.corpus import event, government, reading

CITY, TOWN = "한빛광역시", "새터광역시"
HALL, OTHER = government(CITY, "한빛시", "한빛"), government(TOWN, "새터시", "새터")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("한빛시 인공지능위원회(AI위) 출범식", "2026-01-05", "시청"), event("AI위 출범식", "2026-01-05")),
        (event("업무협약", "2026-01-05"), event("업무협약", "2026-01-05", "시청")),
        (event("제21차 가온혁신회의", "2025-03-13"), event("제21차 가온혁신회의", "2024-03")),
        (event("주민 설명회", "2026-01-05", "솔빛면사무소"), event("솔빛면사무소 주민 설명회", "2026-01-05")),
        (event("주민 설명회", "2026-01-05", "솔빛면사무소"), event("주민 설명회", "2026-01-04", "솔빛면사무소")),
        (event("착수보고회", "2026-01-05", "솔빛면 배움터"), event("착수보고회", "2026-01-04", "솔빛면")),
        (event("출범식", "2026-01-05", "시청", ["person/가"]), event("가온단 출범식", "2026-01-05", "", ["person/가"])),
    ],
)
def test_events_told_under_two_names_are_one(one: Node, other: Node) -> None:
    identity = identify([reading("1", "2026-01-05", CITY, HALL, one), reading("2", "2026-01-06", CITY, HALL, other)])
    assert identity.canonical(one.key) == identity.canonical(other.key)


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        (event("업무협약", "2026-01-05"), event("업무협약", "2026-01-05"), TOWN),
        (event("업무협약", "2026-01-05"), event("업무협약", "2026-02-05"), CITY),
        (event("설명회", "2026-01-05", "솔빛면사무소"), event("설명회", "2026-01-09", "솔빛면사무소"), CITY),
        (event("설명회", "2026-01-05", "솔빛면사무소"), event("설명회", "2026-01-06", "누리면사무소"), CITY),
        (event("착수보고회", "2026-01-05", "솔빛면 배움터"), event("착수보고회", "2026-01-07", "솔빛면"), CITY),
        (event("가온 포럼", "2025-01-05"), event("가온 포럼", "2026-01-05"), CITY),
        (event("제1차 가온혁신회의", "2026-01-05"), event("제2차 가온혁신회의", "2026-01-06"), CITY),
    ],
)
def test_events_of_other_days_and_places_stay_apart(one: Node, other: Node, where: str) -> None:
    if one.key == other.key:
        other = event("업무협약", "2026-01-05", "구청")
    town = HALL if where == CITY else OTHER
    identity = identify([reading("1", "2026-01-05", CITY, HALL, one), reading("2", "2026-01-06", where, town, other)])
    assert identity.canonical(one.key) != identity.canonical(other.key)
