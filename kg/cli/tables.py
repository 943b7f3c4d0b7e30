"""Tables on a terminal: they fit into its width, and figures stand under each other."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kg.use.summary import KINDS, Summary

_HEADS = {
    "person": "people",
    "membership": "offices",
    "organization": "bodies",
    "program": "prog.",
    "allocation": "money",
    "quotation": "quotes",
    "event": "events",
}


def console() -> Console:
    """The terminal, or a pipe as wide as the lines need."""
    return Console(soft_wrap=not sys.stdout.isatty(), highlight=False)


def summary_table(summary: Summary, store: Path) -> None:
    """Print what a build found, and what to do next."""
    out = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("region", overflow="fold")
    for head in ("docs", *_HEADS.values()):
        table.add_column(head, justify="right")
    for region in sorted(summary.documents, key=lambda r: (-summary.documents[r], r)):
        table.add_row(region, str(summary.documents[region]), *(str(summary.count(region, k)) for k in KINDS))
    table.add_section()
    table.add_row("all", str(summary.documents.total()), *(str(summary.total(k)) for k in KINDS), style="bold")
    out.print(table)
    unread = summary.unread
    if unread:
        listed = ", ".join(f"{n} {kind.replace('-', ' ')}" for kind, n in sorted(unread.items()))
        out.print(f"not understood: {unread.total()} ({listed})")
    where = "" if str(store) == "kg-store" else f" --store {store}"
    out.print("next:")
    for command in ("query dossier --name NAME", "issues", "draw NAME -o picture.html"):
        out.print(f"  kg {command}{where}")


def rows_table(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: frozenset[str]) -> None:
    """Print rows as a table that fits the terminal; where they do not fit side by side, one record below the other."""
    out = console()
    wide = out.width >= 110 and len(columns) <= 12
    if not wide:
        width = max(map(len, columns), default=0)
        for number, row in enumerate(rows, 1):
            out.print(f"[bold]{number}[/bold]")
            for name, cell in zip(columns, row, strict=True):
                if cell:
                    out.print(f"  {name.ljust(width)}  {cell}", markup=False)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, justify="right" if name in numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    out.print(table)
