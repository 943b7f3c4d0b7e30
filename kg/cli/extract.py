"""``kg extract``: one Turtle file a document."""

import sys
from pathlib import Path

import click

from kg.cli.options import confidence_option, lexicon_option, paths_argument, root_option


@click.command()
@paths_argument
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
@lexicon_option
@root_option
@confidence_option
@click.option("--judgements", type=click.Path(path_type=Path), help="A file of judgements to obey.")
def extract(
    paths: tuple[Path, ...],
    output: Path,
    lexicon: tuple[Path, ...],
    root: Path | None,
    min_confidence: float,
    judgements: Path | None,
) -> None:
    """Write one Turtle file a document: OUTPUT/IDENTIFIER.ttl."""
    from kg.cli.sources import Sources
    from kg.graph.quads import document_quads
    from kg.graph.turtle import write_turtle
    from kg.lexicon import load_lexicon
    from kg.pipeline import read_articles
    from kg.use.judging.decided import decided
    from kg.use.judging.file import read_judgements

    judged = read_judgements(judgements) if judgements else ()
    words = load_lexicon(lexicon)
    sources = Sources(paths, root)
    readings = list(read_articles(sources.articles(), words, tell=sources.tell))
    identity, told = decided(lambda: readings, judged, min_confidence, words)
    for reading in told:
        target = output / Path(reading.identifier).with_suffix(".ttl")
        target.parent.mkdir(parents=True, exist_ok=True)
        write_turtle(document_quads(reading, identity), target)
    if sources.bad:
        sys.exit(2)
