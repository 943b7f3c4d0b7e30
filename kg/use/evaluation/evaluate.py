"""From a folder of annotated documents to comparisons."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import UserError
from kg.identity.identify import identify
from kg.lexicon import Lexicon
from kg.pipeline import read
from kg.resolution.confident import confident
from kg.use.evaluation.compare import Comparison, compare
from kg.use.evaluation.gold import GoldDocument, gold_documents
from kg.use.evaluation.joined import joined


def evaluate(
    folder: Path, lexicon: Lexicon, least: float = 0.5, tell: Callable[[UserError], None] | None = None
) -> Iterator[Comparison]:
    """Read the folder's texts and hold them against their gold; facts below ``least`` confidence are left out.

    A document whose reading breaks is told to ``tell``; broken gold raises `UserError` before any text is read.
    """
    return evaluate_documents(list(gold_documents(folder)), lexicon, least, tell)


def evaluate_documents(
    documents: Iterable[GoldDocument],
    lexicon: Lexicon,
    least: float = 0.5,
    tell: Callable[[UserError], None] | None = None,
) -> Iterator[Comparison]:
    """`evaluate` for documents that are already in memory. Who is who is decided over all of them, as in a build."""
    by_name = {f"{d.name}.txt": d for d in documents}
    texts = [(name, d.text) for name, d in by_name.items()]
    readings = list(read(texts, lexicon, tell=tell))
    identity = identify(readings)
    for reading in readings:
        document = by_name[reading.identifier]
        yield compare(document.name, document.gold, joined(confident(reading, least), identity))
