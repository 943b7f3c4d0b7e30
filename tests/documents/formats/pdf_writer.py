"""A PDF writer for tests: words and lines at places of A4 pages, Korean in a font that stands in no file."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
SIZE = 10
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Batang /Encoding /UniKS-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Batang /DW 1000 /FontDescriptor 5 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> >>",
    b"<< /Type /FontDescriptor /FontName /Batang /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 "
    b"/Descent -120 /CapHeight 700 /StemV 80 >>",
)


class Words(NamedTuple):
    """Words whose first letter begins at ``x`` with its foot at ``y``; every letter is as wide as high."""

    x: float
    y: float
    words: str
    size: float = SIZE


class Rule(NamedTuple):
    """A line from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float


Mark = Words | Rule


def column(lines: Sequence[str], x: float = 60, y: float = 760, step: float = 16) -> list[Words]:
    """Lines below each other."""
    return [Words(x, y - n * step, line) for n, line in enumerate(lines)]


def frame(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All lines of a table with these upright and level places."""
    return [Rule(x, ys[0], x, ys[-1]) for x in xs] + [Rule(xs[0], y, xs[-1], y) for y in ys]


def pdf(*pages: Iterable[Mark]) -> bytes:
    """The file with these pages."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        *_FONT,
    ]
    for number, marks in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        content = "\n".join(map(_drawn, marks)).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _drawn(mark: Mark) -> str:
    if isinstance(mark, Rule):
        return f"{mark.x} {mark.y} m {mark.to_x} {mark.to_y} l S"
    codes = mark.words.encode("utf-16-be").hex()
    return f"BT /F {mark.size} Tf {mark.x} {mark.y} Td <{codes}> Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    count = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count,
        table,
        count,
        len(out),
    )
