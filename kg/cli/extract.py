"""``kg extract``: one Turtle file a document."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click

from kg.cli.inputs import Given, InputType, fetch_options, fetcher_of, field_option, fields_of
from kg.cli.options import confidence_option, lexicon_option, root_option


@click.command()
@click.argument("given", metavar="PATHS...", nargs=-1, required=True, type=InputType())
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
@lexicon_option
@root_option
@confidence_option
@click.option("--judgements", type=click.Path(path_type=Path), help="A file of judgements to obey.")
@field_option
@fetch_options
def extract(
    given: tuple[Given, ...],
    output: Path,
    lexicon: tuple[Path, ...],
    root: Path | None,
    min_confidence: float,
    judgements: Path | None,
    fields: tuple[tuple[str, str], ...],
    fetch: bool,
    fetch_pause: float,
) -> None:
    """Write one Turtle file a document: OUTPUT/IDENTIFIER.ttl.

    PATHS are files, folders, - for standard input, and addresses.
    """
    from kg.cli.sources import Sources
    from kg.documents.formats.model import Options
    from kg.graph.quads import document_quads
    from kg.graph.turtle import write_turtle
    from kg.lexicon import load_lexicon
    from kg.pipeline import read_articles
    from kg.use.judging.decided import decided
    from kg.use.judging.file import read_judgements

    judged = read_judgements(judgements) if judgements else ()
    words = load_lexicon(lexicon)
    with TemporaryDirectory() as folder:
        fetcher = fetcher_of(Path(folder), fetch_pause) if fetch else None
        sources = Sources(
            given, root, Options(fields_of(fields)), [*lexicon, *([judgements] if judgements else [])], fetcher
        )
        readings = list(read_articles(sources.articles(), words, tell=sources.tell))
    identity, told = decided(lambda: readings, judged, min_confidence, words)
    names = turtle_names(r.identifier for r in readings)
    for reading in told:
        target = output / names[reading.identifier]
        target.parent.mkdir(parents=True, exist_ok=True)
        write_turtle(document_quads(reading, identity), target)
    if sources.bad:
        sys.exit(2)


def turtle_names(identifiers: Iterable[str]) -> dict[str, str]:
    """The file for each document: its identifier with ``.ttl`` for the ending of a known format.

    Where two would have one file (``a.html``, ``a.txt``), the text file has it and the other keeps its ending.
    """
    from kg.documents.formats.known import suffixes

    bare = {i: i.removesuffix(PurePosixPath(i).suffix) if _ending(i) in suffixes() else i for i in identifiers}
    shared = Counter(bare.values())
    return {i: f"{b if shared[b] == 1 or _ending(i) == '.txt' else i}.ttl" for i, b in bare.items()}


def _ending(identifier: str) -> str:
    return PurePosixPath(identifier).suffix.lower()
