"""``kg remove``: documents out of a store."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from kg.cli.options import store_option


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="IDENTIFIER|PATH...")
@store_option
@click.option("--keep-before", is_flag=True, help="Keep the version before, so that kg diff can compare both.")
def remove(names: tuple[str, ...], store: Path, keep_before: bool) -> None:
    """Take documents out of a store, by identifier or path; a folder means all documents under it.

    The files themselves are left alone.
    """
    from kg.cli.judged import tell_judgements
    from kg.cli.tables import summary_table
    from kg.errors import UserError
    from kg.graph.store import open_store
    from kg.lexicon import load_lexicon
    from kg.pipeline import read_articles
    from kg.use.building.scope import chosen
    from kg.use.building.settings import Settings, remembered
    from kg.use.building.shards import Line
    from kg.use.building.update import Articles, Change, update

    with open_store(store) as graph:
        identifiers = graph.identifiers()
    settings = remembered(store) or Settings()
    gone, unknown = chosen(names, settings.root, identifiers)
    errors = [
        UserError("is not in the store", name, "give an identifier or path as kg build knows it") for name in unknown
    ]
    for error in errors:
        print(f"kg: {error.line}", file=sys.stderr)
    if gone:
        words = load_lexicon(settings.lexicon)

        def reader(articles: Articles, number: int) -> Iterable[Line]:
            readings = read_articles(articles, words, tell=lambda error: print(f"kg: {error.line}", file=sys.stderr))
            return map(Line.of, readings)

        built = update(store, settings, words, Change(goes=gone.__contains__), reader, keep_before)
        print(f"{built.removed} removed, {built.read + built.kept} left")
        tell_judgements(store)
        summary_table(built.summary, store)
    if unknown:
        sys.exit(2)
