"""Days as files, feeds and servers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.formats.days import day_of


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-03-12T23:30:00Z", "2025-03-13"),
        ("2025-03-12T23:30:00.000+0000", "2025-03-13"),
        ("2025-03-12 23:30:00 UTC", "2025-03-13"),
        ("2025-03-13T01:00:00+09:00", "2025-03-13"),
        ("2025-03-12T20:00:00-05:00", "2025-03-13"),
        ("2025-03-12T23:30:00", "2025-03-12"),
        ("Wed, 12 Mar 2025 23:30:00 GMT", "2025-03-13"),
        ("Wed, 12 Mar 2025 23:30:00 +0900", "2025-03-12"),
        ("Wed, 12 Mar 2025 23:30:00", "2025-03-12"),
        ("Wed, 12 Mar 2025 23:30:00 KST", "2025-03-12"),
        ("2025년 3월 12일 오후 2:05", "2025-03-12"),
        ("수, 12 3월 2025 09:00:00 +0900", "2025-03-12"),
        ("2025.03.12. 오전 9:12", "2025-03-12"),
        ("2025. 3. 2.(일)", "2025-03-02"),
        ("'25. 3. 12.", "2025-03-12"),
        ("25.03.12 14:05", "2025-03-12"),
        ("2025/3/12", "2025-03-12"),
        ("20250312", "2025-03-12"),
        ("20250312143000", "2025-03-12"),
        ("1741822200", "2025-03-13"),
        ("1741822200000", "2025-03-13"),
        ("March 12, 2025", "2025-03-12"),
        ("12 March 2025", "2025-03-12"),
    ],
)
def test_days_are_days_in_korea(words: str, day: str) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    "words", ["", "12일", "3월 12일", "2025-02-30", "2시간 전", "제2025-12호", "0", "2025-03", "가나다"]
)
def test_days_of_words_that_tell_none(words: str) -> None:
    assert day_of(words) == ""


@given(st.text(alphabet="0123456789-:./ TZ+년월일오전후MarGMTWed,", max_size=40))
def test_days_never_fail(words: str) -> None:
    assert len(day_of(words)) in (0, 10)
