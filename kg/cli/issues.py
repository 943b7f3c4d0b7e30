"""``kg issues``: what was seen and not understood."""

import json
from itertools import chain

import click

from kg.cli.options import place_option
from kg.graph.places import Place


@click.command()
@place_option
@click.option("--kind", help="Only this kind, such as money-without-purpose.")
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def issues(store: Place, kind: str | None, format_: str) -> None:
    """List what was seen and not understood: place, words, sentence, reason.

    Judgements whose text has changed, or that name nothing, are listed too.
    """
    from kg.graph.store import open_store
    from kg.use.judging.stale import stale_rows
    from kg.use.unread import unread_rows

    with open_store(store) as graph:
        for row in chain(unread_rows(graph, kind), stale_rows(graph, kind)):
            if format_ == "jsonl":
                click.echo(json.dumps(row._asdict(), ensure_ascii=False))
            else:
                click.echo(f"{row.document}:{row.begin} {row.kind}: {row.words}\n    {row.line}\n    {row.reason}")
