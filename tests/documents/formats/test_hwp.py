"""HWP 5 files that the tests write record by record."""

import struct
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents.article import Article
from kg.documents.formats.hwp5.lock import _deciphered
from kg.errors import UserError
from tests.documents.formats.given import articles, found, lines, places
from tests.documents.formats.ole_writer import ole

PARAGRAPH, TEXT, CONTROL, LIST, SHAPE, TABLE = 66, 67, 71, 72, 76, 77


def record(tag: int, level: int, payload: bytes = b"") -> bytes:
    return struct.pack("<I", tag | level << 10 | min(len(payload), 0xFFF) << 20) + (
        struct.pack("<I", len(payload)) if len(payload) >= 0xFFF else b""
    ) + payload  # fmt: skip


def paragraph(words: str, level: int = 0, *controls: bytes) -> bytes:
    """A paragraph; ``\\x0b`` in its words stands for a table, ``\\x11`` for a note, ``\\x10`` for a head."""
    names = {"\x0b": b" lbt", "\x11": b"  nf", "\x10": b"daeh"}
    payload = b""
    for sign in words:
        name = names.get(sign)
        body = struct.pack("<H4s8xH", ord(sign), name, ord(sign)) if name else sign.encode("utf-16-le")
        payload += body
    end = "\r".encode("utf-16-le")
    return record(PARAGRAPH, level, bytes(22)) + record(TEXT, level + 1, payload + end) + b"".join(controls)


def cell(row: int, column: int, words: str, rows: int = 1, columns: int = 1, level: int = 2) -> bytes:
    return record(LIST, level, struct.pack("<HIHHHHH", 1, 0, 0, column, row, columns, rows)) + paragraph(words, level)


def table(*cells: bytes) -> bytes:
    return record(CONTROL, 1, b" lbt" + bytes(40)) + record(TABLE, 2, bytes(20)) + b"".join(cells)


def held(name: bytes, words: str) -> bytes:
    """A note or a head with its words."""
    return record(CONTROL, 1, name + bytes(8)) + record(LIST, 2, bytes(16)) + paragraph(words, 2)


def hwp(section: bytes, flags: int = 1, folder: str = "BodyText") -> bytes:
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    packer = zlib.compressobj(wbits=-15)
    content = packer.compress(section) + packer.flush() if flags & 1 else section
    return ole({"FileHeader": header, f"{folder}/Section0": content})


SMALL = table(
    cell(0, 0, "사업명"), cell(0, 1, "사업비"), cell(0, 2, "재원"),
    cell(1, 0, "AI 돌봄"), cell(1, 1, "4억원"), cell(1, 2, "국비"),
    cell(2, 0, "AI 교통"), cell(2, 1, ""), cell(2, 2, "시비"),
)  # fmt: skip


@pytest.mark.parametrize("flags", [0, 1])
def test_hwp_reads_paragraphs_and_tables_cell_by_cell(flags: int) -> None:
    section = paragraph("해솔시 예산") + paragraph("앞말\x0b뒷말", 0, SMALL)
    (article,) = articles("a.hwp", hwp(section, flags))
    assert article.text == (
        "해솔시 예산\n앞말\n사업명 | 사업비 | 재원\nAI 돌봄 | 4억원 | 국비\nAI 교통 |  | 시비\n\n뒷말\n"
    )


def test_hwp_tells_places() -> None:
    (article,) = articles("a.hwp", hwp(paragraph("해솔시 예산") + paragraph("\x0b", 0, SMALL)))
    assert places(article)[:3] == [
        ("문단 1", "해솔시 예산\n"),
        ("표 1, 1행 1열", "사업명 | "),
        ("표 1, 1행 2열", "사업비 | "),
    ]


def test_hwp_writes_notes_behind_their_paragraph_and_heads_once() -> None:
    note = held(b"  nf", "도비를 더한 값이다.")
    head = held(b"daeh", "해솔시 보도자료")
    section = paragraph("\x10모두 12억\x11 원이다.", 0, head, note) + paragraph("\x10다음이다.", 0, head)
    (article,) = articles("a.hwp", hwp(section))
    assert article.text == "해솔시 보도자료\n모두 12억 원이다.\n도비를 더한 값이다.\n다음이다.\n"
    assert [w for w, _ in places(article)] == ["머리말", "문단 1", "각주 1", "문단 2"]


def test_hwp_says_a_label_that_covers_rows_in_each() -> None:
    grid = table(
        cell(0, 0, "시군"), cell(0, 1, "사업"), cell(0, 2, "억원"), cell(1, 0, "해솔시", rows=2), cell(1, 1, "돌봄"),
        cell(1, 2, "4"), cell(2, 1, "교통"), cell(2, 2, "5"),
    )  # fmt: skip
    (article,) = articles("a.hwp", hwp(paragraph("\x0b", 0, grid)))
    assert article.text.splitlines()[1:3] == ["해솔시 | 돌봄 | 4", "해솔시 | 교통 | 5"]


def test_hwp_numbers_pages_in_no_foot() -> None:
    (article,) = articles("a.hwp", hwp(paragraph("\x10본문이다.", 0, held(b"toof", "- 1 -"))))
    assert article.text == "본문이다.\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (hwp(paragraph("글"), flags=3), "is protected by a password; save it without one"),
        (hwp(paragraph("글"), flags=0x11), "is locked by rights management or a certificate; save it without"),
        (hwp(paragraph("")), "holds no text; if it is a picture, read its text by OCR first"),
        (ole({"WordDocument": b""}), "is a document of Word before 2007; save it as .docx"),
        (ole({"EncryptedPackage": b""}), "is protected by a password; save it without one"),
        (ole({"Other": b""}), "is no HWP document; check the file"),
        (b"HWP Document File V3.00 \x1a\x01", "is a document of Hangul before 2002; save it as .hwpx"),
        (hwp(paragraph("글"))[:600], "is damaged"),
    ],
)
def test_hwp_that_cannot_be_read_is_told(content: bytes, line: str) -> None:
    (told,) = lines("a.hwp", content)
    assert told.startswith(f"a.hwp: {line}")


def test_hwp_that_unpacks_without_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.documents.formats.hwp5.hwp._MOST_UNPACKED", 1_000_000)
    (told,) = lines("a.hwp", hwp(bytes(2_000_000)))
    assert told == "a.hwp: unpacks to more than 1 MB; check where it comes from"


def test_hwp_of_endless_records_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.documents.formats.hwp5.records._MOST", 100)
    (told,) = lines("a.hwp", hwp(bytes(2_000)))
    assert told == "a.hwp: is damaged (records out of order); save it again"


def test_lock_deciphers_the_example_of_the_standard() -> None:
    key = bytes.fromhex("000102030405060708090a0b0c0d0e0f")  # FIPS 197, appendix C.1
    assert _deciphered(bytes.fromhex("69c4e0d86a7b0430d8cdb78070b4c55a"), key).hex() == (
        "00112233445566778899aabbccddeeff"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 400), st.binary(max_size=60))
def test_hwp_of_any_records_gives_articles_or_one_error(place: int, put: bytes) -> None:
    section = paragraph("해솔시 예산") + paragraph("\x0b", 0, SMALL)
    told = found("a.hwp", hwp(section[:place] + put + section[place + len(put) :]))
    assert len(told) == 1 and isinstance(told[0], Article | UserError)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(8, 5000), st.binary(max_size=60))
def test_hwp_of_any_bytes_gives_articles_or_one_error(place: int, put: bytes) -> None:
    whole = hwp(paragraph("해솔시 예산"))
    told = found("a.hwp", whole[:place] + put + whole[place + len(put) :])
    assert len(told) == 1 and isinstance(told[0], Article | UserError)
