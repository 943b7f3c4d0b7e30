"""Local governments: which there are, and which a name may mean."""

from collections import Counter

import pytest

from kg.lexicon import load_lexicon
from kg.lexicon.governments import (
    candidates,
    council_names,
    education_office_names,
    government,
    governments,
    hall_names,
    is_government,
    official_council,
    official_education_office,
)

LEXICON = load_lexicon()


def officials(name: str, on: str | None = None) -> list[str]:
    return [g.official for g in candidates(LEXICON, name, on)]


def test_governments_seventeen_provinces_and_226_basic_ones_stand_in_2025() -> None:
    standing = Counter(g.level for g in governments(LEXICON) if g.stands("2025-06-01"))
    assert (standing["광역"], standing["기초"]) == (17, 226)


def test_governments_the_reforms_of_2026_change_the_number() -> None:
    standing = Counter(g.level for g in governments(LEXICON) if g.stands("2026-07-01"))
    assert (standing["광역"], standing["기초"]) == (16, 227)


def test_governments_codes_have_their_length_and_are_no_one_elses() -> None:
    now = [g for g in governments(LEXICON) if g.stands("2025-06-01")]
    admin, finance = [g.admin_code for g in now if g.admin_code], [g.finance_code for g in now if g.finance_code]
    for codes, length in ((admin, 10), (finance, 7)):
        assert {len(c) for c in codes} == {length}
        assert len(set(codes)) == len(codes)


def test_governments_every_parent_and_successor_is_in_the_table() -> None:
    known = {g.official for g in governments(LEXICON)}
    for g in governments(LEXICON):
        assert not g.parent or g.parent in known
        assert set(g.became) <= known


def test_governments_codes_of_one_city() -> None:
    city = government(LEXICON, "경기도 광주시")
    assert city is not None
    assert (city.admin_code, city.finance_code) == ("4161000000", "4135000")
    assert (city.parent, city.local) == ("경기도", "광주시")


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("서울", None, ["서울특별시"]),
        ("전라북도", None, ["전북특별자치도"]),
        ("강원도", "2022-01-01", ["강원특별자치도"]),
        ("광주시", None, ["광주광역시", "경기도 광주시"]),
        ("경기 광주시", None, ["경기도 광주시"]),
        ("경남 고성", None, ["경상남도 고성군"]),
        ("고성군", None, ["강원특별자치도 고성군", "경상남도 고성군"]),
        ("강서구", None, ["서울특별시 강서구", "부산광역시 강서구"]),
        ("부산강서구", None, ["부산광역시 강서구"]),
        ("수원 영통구", None, ["경기도 수원시 영통구"]),
        ("군위군", "2022-05-01", ["경상북도 군위군"]),
        ("군위군", "2024-05-01", ["대구광역시 군위군"]),
        ("목포시", "2026-06-30", ["전라남도 목포시"]),
        ("목포시", "2026-07-01", ["전남광주통합특별시 목포시"]),
        ("인천 중구", "2026-08-01", ["인천광역시 중구"]),
        ("청원군", None, ["충청북도 청원군"]),
        ("가람시", None, []),
    ],
)
def test_candidates_by_name_and_day(name: str, on: str | None, expected: list[str]) -> None:
    assert officials(name, on) == expected


def test_candidates_six_districts_are_called_jung_gu() -> None:
    assert len(officials("중구")) == 6


def test_is_government_ignores_white_space() -> None:
    assert is_government(LEXICON, "서울특별시 강서구")
    assert is_government(LEXICON, "서울특별시강서구")
    assert not is_government(LEXICON, "서울시민")


def test_official_council_and_its_spellings() -> None:
    seoul = government(LEXICON, "서울특별시")
    assert seoul is not None
    assert official_council("서울특별시") == "서울특별시의회"
    assert council_names(seoul) == ("서울특별시의회", "서울시의회")


def test_hall_names_end_in_the_hall_of_each_full_name() -> None:
    city = government(LEXICON, "경기도 광주시")
    assert city is not None
    assert hall_names(city) == ("경기도 광주시청", "경기 광주시청", "광주시청")


def test_education_office_only_of_provinces() -> None:
    province = government(LEXICON, "경기도")
    assert province is not None
    assert official_education_office("경기도") == "경기도교육청"
    assert official_education_office("경기도 광주시") is None
    assert education_office_names(province) == ("경기도교육청", "경기교육청")
