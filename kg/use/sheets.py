"""Answers as files that other programs open: CSV, TSV, JSON, xlsx."""

import csv
import io
import json
from datetime import datetime

from kg.use.answer import Answer, Cell

FORMATS = ("csv", "tsv", "json", "xlsx")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_IN_CELL = 32_767
_EPOCH = datetime(2020, 1, 1)  # a workbook's bytes must not depend on the clock


def written(told: Answer, format_: str) -> bytes:
    """The answer in one of `FORMATS`; a cell that a spreadsheet would take for a formula becomes text."""
    if format_ == "json":
        rows = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
        return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()
    return _workbook(told) if format_ == "xlsx" else _separated(told, "," if format_ == "csv" else "\t")


def _separated(told: Answer, delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow(told.columns)
    writer.writerows([_harmless(c) for c in row] for row in told.rows)
    mark = "\ufeff" if delimiter == "," else ""  # Excel reads CSV as UTF-8 only behind this mark
    return (mark + out.getvalue()).encode()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _workbook(told: Answer) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _EPOCH})
    sheet = book.add_worksheet("answer")
    head, whole = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
    for column, name in enumerate(told.columns):
        sheet.write_string(0, column, name, head)
    for line, row in enumerate(told.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, cell[:_MOST_IN_CELL])
            else:
                sheet.write_number(line, column, cell, whole if isinstance(cell, int) else None)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(told.rows), 1), max(len(told.columns) - 1, 0))
    book.close()
    return out.getvalue()
