"""``kg export``: the whole graph as one file, or as tables."""

import sys
from pathlib import Path

import click

from kg.cli.options import graph_store_option, place_option, update_option
from kg.graph.places import Place

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
@place_option
@click.option("--to", default="", metavar="URL", help="Write to this server; its readers then follow this graph.")
@update_option
@graph_store_option
def export(
    form: str | None, output: Path | None, table: str | None, store: Place, to: str, update: str, graph_store: str
) -> None:
    """Write the whole graph, to a file, to standard output or to a server; the same graph gives the same bytes."""
    from kg.errors import UserError
    from kg.graph.export import export as write
    from kg.graph.store import open_store

    if to and (form or output or table):
        raise UserError("goes to a server", "--to", "leave out --format, --output and --table")
    if not to and (update or graph_store):
        raise UserError("needs the address of a server", "--update, --graph-store", "give it with --to")
    with open_store(store) as graph:
        if to:
            from kg.cli.publishing import published, server_of

            published(graph, server_of(to, update, graph_store))
            return
        told = form or ENDINGS.get(output.suffix.lower() if output else "", "csv" if table else "trig")
        write(graph, told, output, sys.stdout.buffer, table)
