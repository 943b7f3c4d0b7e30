"""``kg build``: files and folders into a store."""

import sys
from pathlib import Path

import click

from kg.cli.options import confidence_option, lexicon_option, paths_argument, root_option, store_option


@click.command()
@paths_argument
@store_option
@lexicon_option
@root_option
@confidence_option
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Threads that Kiwi may use.")
def build(
    paths: tuple[Path, ...],
    store: Path,
    lexicon: tuple[Path, ...],
    root: Path | None,
    min_confidence: float,
    workers: int,
) -> None:
    """Read PATHS (files and folders) into a store, and tell what was found."""
    from kg.cli.progress import progress
    from kg.cli.sources import Sources
    from kg.cli.tables import summary_table
    from kg.errors import UserError
    from kg.graph.quads import document_quads
    from kg.graph.store import write_store
    from kg.identity.identify import identify
    from kg.lexicon import load_lexicon
    from kg.pipeline import read
    from kg.resolution.confident import confident
    from kg.use.summary import summarise

    words = load_lexicon(lexicon)
    sources = Sources(paths, root)
    if not len(sources):
        raise UserError("nothing to read", do="give files or folders with documents")
    meta = {"root": str(sources.root), "lexicon": words.fingerprint, "min_confidence": min_confidence}
    with write_store(store, meta) as writing:
        read_any = False
        for reading in progress(read(sources.texts(), words, workers, sources.tell), len(sources), "reading"):
            writing.add(reading)
            read_any = True
        if not read_any:
            raise UserError("none of the files could be read", do="see the lines above; the store is as it was")
        identity = identify(writing.readings())
        told = (confident(r, min_confidence) for r in writing.readings())
        writing.load(line for r in told for line in document_quads(r, identity))
        summary = summarise((confident(r, min_confidence) for r in writing.readings()), identity)
    summary_table(summary, store)
    if sources.bad:
        sys.exit(2)
