"""``kg extract``: one Turtle file a document."""

import sys
from pathlib import Path

import click

from kg.cli.options import lexicon_option, paths_argument, root_option


@click.command()
@paths_argument
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
@lexicon_option
@root_option
def extract(paths: tuple[Path, ...], output: Path, lexicon: tuple[Path, ...], root: Path | None) -> None:
    """Write one Turtle file a document: OUTPUT/IDENTIFIER.ttl."""
    from kg.documents.files import corpus_root, find_sources, read_sources
    from kg.errors import UserError
    from kg.graph.quads import document_quads
    from kg.graph.turtle import write_turtle
    from kg.identity.identify import identify
    from kg.lexicon import load_lexicon
    from kg.pipeline import read

    words = load_lexicon(lexicon)
    sources = find_sources(paths, corpus_root(paths, root))
    texts: list[tuple[str, str]] = []
    bad = 0
    for source, text in read_sources(sources):
        if isinstance(text, UserError):
            print(f"kg: {text.line}", file=sys.stderr)
            bad += 1
        else:
            texts.append((source.identifier, text))
    readings = list(read(texts, words))
    identity = identify(readings)
    for reading in readings:
        target = output / Path(reading.identifier).with_suffix(".ttl")
        target.parent.mkdir(parents=True, exist_ok=True)
        write_turtle(document_quads(reading, identity), target)
    if bad:
        sys.exit(2)
