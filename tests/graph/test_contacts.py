"""Telephone numbers and mail addresses are masked, nothing else."""

import pytest

from kg.graph.contacts import contacts, masked


@pytest.mark.parametrize(
    "contact",
    [
        "044-123-4567",
        "02-123-4567",
        "02)1234-5678",
        "(044) 123-4567",
        "031.123.4567",
        "010-1234-5678",
        "01012345678",
        "+82-2-123-4567",
        "+82 10 1234 5678",
        "1588-0000",
        "044-123-4567~9",
        "ai.team@hanbit.example",
        "a_b+c@mail.hanbit.co.kr",
    ],
)
def test_contacts_are_masked_code_point_for_code_point(contact: str) -> None:
    text = f"담당자 {contact}로 문의"
    assert masked(text) == f"담당자 {'●' * len(contact)}로 문의"


@pytest.mark.parametrize("lead", ["☎ ", "전화 ", "문의: ", "연락처 ", "Tel. "])
def test_contacts_without_an_area_code_need_a_word_before_them(lead: str) -> None:
    assert masked(f"{lead}123-4567") == f"{lead}{'●' * 8}"
    assert masked("총 123-4567") == "총 123-4567"


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-12에 794억원",
        "1,234,567,890원",
        "2024-2027년 1,588-0000원",
        "사업비 2천64억 원, 3300명",
        "0.5-1.5% 2025.11.12. 10:30",
        "@한빛시 계정",
        "코드 4100000000",
    ],
)
def test_contacts_leave_numbers_and_dates_alone(text: str) -> None:
    assert contacts(text) == []
    assert masked(text) == text


def test_contacts_of_a_long_line_are_found_quickly() -> None:
    text = "가나다" * 300_000 + " a@b.kr"
    assert [span.of(text) for span in contacts(text)] == ["a@b.kr"]
