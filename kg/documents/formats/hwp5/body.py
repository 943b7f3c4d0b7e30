"""The records of an HWP 5 section as paragraphs, tables, notes and text boxes."""

import struct
from collections.abc import Iterable, Iterator

from kg.documents.formats.hwp5.records import LIST, OBJECTS, PARAGRAPH, TABLE, TEXT, Record
from kg.documents.formats.office.blocks import Block, Cell, Part, Table, divided
from kg.documents.formats.office.standing import Standing

_ALONE = {0: "", 10: "\n", 13: "", 24: "-", 25: "", 26: "", 27: "", 28: "", 29: "", 30: " ", 31: " "}
"""Control characters of one unit, and what they are as text; all others take eight units."""
_TAB = 9
_EXTENDED = frozenset({1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23})
"""Those that stand for a control of their paragraph."""
_UNITS = 8
_PARTS = {"fn": "각주", "en": "미주", "gso": "글상자"}
_STANDING = {"head": "머리말", "foot": "꼬리말"}
_WRITTEN = ("tcps", "tdut")
"""Letters set over each other, and words with a gloss: the words stand in the control itself."""


class Body:
    """Reads sections; ``standing`` gathers the heads and feet of all."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def blocks(self, record: Record) -> list[Block]:
        """The blocks of the paragraphs right below a record."""
        return [b for r in record.below if r.tag == PARAGRAPH for b in self._paragraph(r)]

    def _paragraph(self, paragraph: Record) -> Iterator[Block]:
        """Its words, divided where a table stands among them; notes and boxes that hang on it follow."""
        return divided(self._inside(paragraph, [r for r in paragraph.below if r.control]))

    def _inside(self, paragraph: Record, controls: list[Record]) -> Iterator[str | Block]:
        """Words and controls in their order; controls without a character in the text come last."""
        for text in (r.payload for r in paragraph.below if r.tag == TEXT):
            for words, name in _units(text):
                yield words
                control = next((c for c in controls if c.control == name), None) if name else None
                if control is not None:
                    controls.remove(control)
                    yield from self._control(control)
        for control in controls:
            yield from self._control(control)

    def _control(self, control: Record) -> Iterator[str | Block]:
        name = control.control
        if name == "tbl":
            yield from self._table(control)
        elif name in _STANDING:
            self._standing.add(_STANDING[name], tuple(self._lists(control)))
        elif name in _WRITTEN:
            length = int.from_bytes(control.payload[4:6], "little")
            yield control.payload[6 : 6 + 2 * length].decode("utf-16-le", "replace")
        elif name in _PARTS:
            blocks = tuple(self._lists(control))
            if blocks:
                yield Part(_PARTS[name], blocks)

    def _lists(self, record: Record) -> Iterator[Block]:
        """The blocks of all lists below a record, at any depth of drawings."""
        for r in record.below:
            if r.tag == PARAGRAPH:
                yield from self._paragraph(r)
            elif not r.control:
                yield from self._lists(r)

    def _table(self, control: Record) -> Iterator[Table]:
        """Its cells: after the table's own record each list and the paragraphs behind it."""
        at = next((n for n, r in enumerate(control.below) if r.tag in OBJECTS), None)
        if at is None or control.below[at].tag != TABLE:
            return
        cells: list[tuple[tuple[int, ...], list[Record]]] = []
        for record in control.below[at + 1 :]:
            if record.tag == LIST and len(record.payload) >= 16:
                cells.append((struct.unpack_from("<4H", record.payload, 8), []))
            elif record.tag == PARAGRAPH and cells:
                cells[-1][1].append(record)
        yield Table(
            tuple(
                Cell(row, column, max(rows, 1), max(columns, 1), tuple(self._all(paragraphs)))
                for (column, row, columns, rows), paragraphs in cells
            ),
            tuple(self._all(r for r in control.below[:at] if r.tag == PARAGRAPH)),
        )

    def _all(self, paragraphs: Iterable[Record]) -> Iterator[Block]:
        for paragraph in paragraphs:
            yield from self._paragraph(paragraph)


def _units(payload: bytes) -> Iterator[tuple[str, str]]:
    """Runs of words, each with the name of the control that follows it, if any."""
    units = memoryview(payload[: len(payload) // 2 * 2]).cast("H")
    run, place = 0, 0
    while place < len(units):
        unit = units[place]
        if unit > 31:
            place += 1
            continue
        words = payload[2 * run : 2 * place].decode("utf-16-le", "replace")
        if unit in _ALONE:
            yield words + _ALONE[unit], ""
            place += 1
        else:
            name = payload[2 * place + 2 : 2 * place + 6][::-1].decode("latin-1").strip()
            yield words + ("\t" if unit == _TAB else ""), name if unit in _EXTENDED else ""
            place += _UNITS
        run = place
    yield payload[2 * run :].decode("utf-16-le", "replace"), ""
