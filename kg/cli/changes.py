"""``kg changes``: what later documents tell in place of earlier ones."""

import click

from kg.cli.differences import FORMATS, show
from kg.cli.options import place_option
from kg.graph.places import Place


@click.command()
@place_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
def changes(store: Place, format_: str) -> None:
    """List changes: raised, cut, postponed, renamed, a new head - what was and what is, with the sentences."""
    from kg.graph.store import open_store
    from kg.use.differences import change_objects, change_rows, changes_in

    with open_store(store) as graph:
        found = changes_in(graph)
    show(change_objects(found), change_rows(found), format_)
