"""ZIP archives: members are read like the files of a folder, within limits."""

import io
import json
import struct
import zipfile
from collections.abc import Mapping

import pytest

from tests.documents.formats.given import articles, found, lines

TEXT = "가온시 소식\n\n가온시는 4일 인공지능 학교를 연다고 밝혔다.\n"


def packed(members: Mapping[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def renamed(content: bytes, old: bytes, new: bytes) -> bytes:
    """An archive whose member bears a name in other bytes, without the mark of UTF-8."""
    assert len(old) == len(new)
    file = io.BytesIO(content.replace(old, new))
    return file.getvalue()


def test_archive_gives_its_documents_by_name() -> None:
    record = json.dumps({"id": "7", "text": "누리도는 밝혔다."})
    content = packed(
        {"나/b.txt": TEXT, "a.jsonl": record, "그림.jpg": b"\xff\xd8", "__MACOSX/._b.txt": "x", ".x.txt": "y"}
    )
    assert [a.identifier for a in articles("news.zip", content)] == ["news.zip/a.jsonl/7", "news.zip/나/b.txt"]


def test_archive_leaves_gold_alone() -> None:
    content = packed({"a.txt": TEXT, "a.json": "{}"})
    assert [a.identifier for a in articles("news.zip", content)] == ["news.zip/a.txt"]


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_archive_with_korean_names_without_their_mark(encoding: str) -> None:
    name = "가온시.txt".encode(encoding)
    content = packed({"x" * (len(name) - 4) + ".txt": TEXT})
    content = renamed(content, b"x" * (len(name) - 4) + b".txt", name)
    assert [a.identifier for a in articles("news.zip", content)] == ["news.zip/가온시.txt"]


def test_archive_in_an_archive() -> None:
    content = packed({"in.zip": packed({"a.txt": TEXT})})
    assert [(a.identifier, a.text) for a in articles("out.zip", content)] == [("out.zip/in.zip/a.txt", TEXT)]


def test_archive_too_deep_is_told() -> None:
    content = packed({"a.txt": TEXT})
    for name in ("d.zip", "c.zip", "b.zip", "a.zip"):
        content = packed({name: content})
    assert lines("o.zip", content) == [
        "o.zip/a.zip/b.zip/c.zip/d.zip: is an archive in an archive in an archive; unpack it"
    ]


@pytest.mark.parametrize("name", ["../up.txt", "/root.txt", "a/../../b.txt", "C:/x.txt", "..\\up.txt"])
def test_archive_names_that_lead_out(name: str) -> None:
    content = packed({name: TEXT, "good.txt": TEXT})
    told = lines("n.zip", content)
    assert len(told) == 1
    assert told[0].endswith(": has a name that leads out of the archive; pack it again")
    assert len(found("n.zip", content)) == 2


def test_archive_bomb_is_not_unpacked() -> None:
    content = packed({"bomb.txt": b"0" * 30_000_000, "good.txt": TEXT})
    assert lines("n.zip", content) == ["n.zip/bomb.txt: unpacks to 30 MB from 0.0 MB; check where it comes from"]
    assert len(found("n.zip", content)) == 2


def test_archive_member_too_big_for_its_format() -> None:
    import random

    noise = random.Random(1).randbytes(15_000_000).hex()
    assert lines("n.zip", packed({"big.txt": noise})) == [
        "n.zip/big.txt: has 30 MB, more than 20 MB; split it into articles"
    ]


def test_archive_of_encrypted_members() -> None:
    content = bytearray(packed({"a.txt": TEXT}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(sign) + place
        content[at : at + 2] = struct.pack("<H", 1)
    assert lines("n.zip", bytes(content)) == ["n.zip/a.txt: is protected by a password; pack it again without one"]


def test_archive_cut_off() -> None:
    content = packed({"a.txt": TEXT})
    assert lines("n.zip", content[:-30]) == ["n.zip: is no whole archive (File is not a zip file); pack it again"]


def test_archive_with_a_damaged_member_goes_on() -> None:
    content = bytearray(packed({"a.txt": TEXT * 50, "b.txt": TEXT}))
    at = content.index(b"a.txt") + 10
    content[at : at + 8] = b"\xff" * 8
    told = found("n.zip", bytes(content))
    assert len(told) == 2
    assert lines("n.zip", bytes(content))[0].startswith("n.zip/a.txt: is damaged in its archive (")


def test_archive_without_documents() -> None:
    (line,) = lines("n.zip", packed({"a.jpg": b"x"}))
    assert line.startswith("n.zip: holds no document; known files are .")
