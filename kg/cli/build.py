"""``kg build``: files and folders into a store, which holds what was built before and is still there."""

import os
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

import click

from kg.cli.inputs import Given, InputType, fetch_options, fetcher_of, field_option, fields_of, kept_beside, paths_of
from kg.cli.options import (
    engine_option,
    graph_store_option,
    judgements_option,
    lexicon_option,
    place_option,
    root_option,
    scheduler_option,
    update_option,
)
from kg.graph.places import Place

_FEW = 8
"""So few files are read sooner than Kiwi loads: it loads in a process of its own while the rules are made ready."""


@click.command()
@click.argument("given", metavar="[PATHS]...", nargs=-1, type=InputType())
@place_option
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Of a --store on a server, the folder that keeps readings and who is who.  [default: kg-store]",
)
@update_option
@graph_store_option
@lexicon_option
@root_option
@judgements_option
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    help="Leave out facts whose confidence is lower.  [default: as the store was built, else 0.5]",
)
@click.option("--workers", type=click.IntRange(1), help="How many cores to read with.  [default: all]")
@engine_option
@scheduler_option
@click.option(
    "--resume/--no-resume",
    default=True,
    show_default=True,
    help="Take what was read before and has not changed, also by a build that was stopped; else read all again.",
)
@click.option("--keep-before", is_flag=True, help="Keep the version before, so that kg diff can compare both.")
@field_option
@fetch_options
def build(
    given: tuple[Given, ...],
    store: Place,
    folder: Path | None,
    update: str,
    graph_store: str,
    lexicon: tuple[Path, ...],
    root: Path | None,
    judgements: Path | None,
    min_confidence: float | None,
    workers: int | None,
    engine: str,
    scheduler: str,
    resume: bool,
    keep_before: bool,
    fields: tuple[tuple[str, str], ...],
    fetch: bool,
    fetch_pause: float,
) -> None:
    """Read PATHS (files, folders, - for standard input, addresses) into a store, and tell what was found.

    What the store already holds stays in it; only what is new or has changed is read. Of a folder in PATHS the store
    holds afterwards just the documents that stand there now. Root, lexicon folders, least confidence, names of fields
    and file of judgements are those of the first build until others are given. Without PATHS the store is made again of
    the documents that it holds, as judgements and words of one's own are now.
    """
    from kg.cli.sources import Sources
    from kg.documents.formats.model import Options
    from kg.errors import UserError
    from kg.language.apart import kiwi_apart
    from kg.lexicon import load_lexicon
    from kg.use.building.scope import Scope, new_root
    from kg.use.building.settings import remembered, settled

    server = None
    if isinstance(store, Path):
        if folder or update or graph_store:
            raise UserError("are for a server", "--folder, --update, --graph-store", "give its address with --store")
    else:
        from kg.cli.publishing import publish_folder, reached

        server = reached(store, update, graph_store)
        store = folder or Path("kg-store")
    known = remembered(store)
    paths = paths_of(given)
    if not given and known is None:
        raise UserError("nothing to read", do="give files or folders with documents")
    if scheduler and engine == "local":
        raise UserError("is the address of a cluster", "--scheduler", "say whose with --engine dask or spark")
    if not given and root is not None:
        raise UserError("names all documents anew", "--root", "give that whole folder as PATH")
    root = new_root(store, known.root if known else None, root, paths)
    told = fields_of(fields, dict(known.fields) if known else None)
    fetcher = fetcher_of(kept_beside(store), fetch_pause) if fetch else None
    ours = settled(known, root, lexicon, min_confidence, judgements, told)
    no_documents = [store, kept_beside(store), ours.judgements_of(store), *ours.lexicon]
    sources = Sources(given, root, Options(told), no_documents, fetcher)
    if given and not len(sources):
        raise UserError("nothing to read", do="give files or folders with documents")
    settings = settled(known, sources.root, lexicon, min_confidence, judgements, told)
    words = load_lexicon(settings.lexicon)
    with kiwi_apart(words) if 0 < len(sources) <= _FEW else nullcontext() as apart:
        from kg.cli.judged import tell_judgements
        from kg.cli.progress import BuildProgress
        from kg.cli.tables import summary_table
        from kg.pipeline import read_articles
        from kg.use.building.engines.choice import Choice
        from kg.use.building.shards import Line
        from kg.use.building.update import Articles, Change
        from kg.use.building.update import update as build_next

        cores = workers or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)

        def reader(articles: Articles, number: int) -> Iterable[Line]:
            if number > _FEW or engine != "local":
                lines = Choice(engine, cores, scheduler).read(articles, words, sources.tell)
            else:
                lines = map(Line.of, read_articles(articles, words, tell=sources.tell, apart=apart))
            return watch(lines, number, "reading")

        scope = Scope(paths, sources.root, sources.found)
        change = Change(sources.articles(), scope, again=not resume) if given else Change(again=not resume)
        with BuildProgress(len(sources), cores) as watch:
            built = build_next(store, settings, words, change, reader, keep_before, watch)
    if built.lost:
        print(f"kg: {store}: was damaged; it holds only what was built now", file=sys.stderr)
    if known:
        print(f"{built.read} read, {built.kept} unchanged, {built.removed} removed")
    tell_judgements(store)
    summary_table(built.summary, store)
    if server is not None:
        publish_folder(store, server)
    if sources.bad:
        sys.exit(2)
