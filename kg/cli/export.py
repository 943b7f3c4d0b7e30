"""``kg export``: the whole graph as one file, or as tables."""

import sys
from pathlib import Path

import click

from kg.cli.options import store_option

ENDINGS = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".graphml": "graphml",
    ".csv": "csv",
    ".zip": "csv",
}
FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "csv")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to write it; by default what the output's name ends with, else trig.",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write; of csv a folder or a .zip.")
@click.option("--table", help="Of csv this one table, to standard output or the file (persons, allocations, …).")
@store_option
def export(form: str | None, output: Path | None, table: str | None, store: Path) -> None:
    """Write the whole graph, to a file or to standard output; the same graph gives the same bytes."""
    from kg.graph.export import export as write
    from kg.graph.store import open_store

    told = form or ENDINGS.get(output.suffix.lower() if output else "", "csv" if table else "trig")
    with open_store(store) as graph:
        write(graph, told, output, sys.stdout.buffer, table)
