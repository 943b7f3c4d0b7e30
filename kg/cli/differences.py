"""How contradictions and changes are printed."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.use.answer import Answer

FORMATS = ["table", "csv", "json"]


def show(objects: list[dict[str, Any]], rows: "Answer", format_: str) -> None:
    """Print the objects as JSON, or the rows as CSV or as a table."""
    if format_ == "json":
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1))
    elif format_ == "csv":
        from kg.use.sheets import written

        sys.stdout.buffer.write(written(rows, format_))
    else:
        from kg.cli.tables import rows_table

        cells = [[f"{c:,}" if isinstance(c, int) else str(c) for c in row] for row in rows.rows]
        rows_table(rows.columns, cells, rows.numeric)
        if not rows.rows:
            click.echo("none found", err=True)
