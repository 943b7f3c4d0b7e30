"""``kg conflicts``: documents that contradict each other."""

import click

from kg.cli.differences import FORMATS, show
from kg.cli.options import place_option
from kg.graph.places import Place


@click.command()
@place_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
def conflicts(store: Place, format_: str) -> None:
    """List contradictions: different amounts, dates or titles of one matter, each with its source's sentence.

    Totals against parts, yearly sums against sums over years, other years, rounded sums and what a newer document
    supersedes (see kg changes) are none.
    """
    from kg.graph.store import open_store
    from kg.use.differences import conflict_objects, conflict_rows, conflicts_in

    with open_store(store) as graph:
        found = conflicts_in(graph)
    show(conflict_objects(found), conflict_rows(found), format_)
