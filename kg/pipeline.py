"""The whole way, step by step: read this page first.

    documents -> language -> mentions -> facts -> resolution -> identity -> graph

`read` goes from texts to readings, document by document, and depends on nothing but the text and the lexicon.
`kg.identity.identify` then says who is who over the set of readings, and `kg.graph.quads.document_quads`
writes a reading down. Both steps are pure, so they can be cached, ordered and spread at will.
"""

from collections.abc import Iterable, Iterator

from kg.documents.model import Document
from kg.documents.read import read_text
from kg.facts.cascade import find_facts
from kg.language.kiwi import analyse
from kg.lexicon import Lexicon
from kg.mentions.cascade import find_mentions
from kg.resolution.reading import Reading
from kg.resolution.resolve import resolve


def read(texts: Iterable[tuple[str, str]], lexicon: Lexicon, workers: int = 1) -> Iterator[Reading]:
    """The readings of ``(identifier, text)`` pairs, in order."""
    return read_documents((read_text(identifier, text, lexicon) for identifier, text in texts), lexicon, workers)


def read_documents(documents: Iterable[Document], lexicon: Lexicon, workers: int = 1) -> Iterator[Reading]:
    """The readings of documents, in order; ``workers`` are Kiwi's threads."""
    for analysis in analyse(documents, lexicon, workers):
        mentions = find_mentions(analysis, lexicon)
        facts = find_facts(analysis, mentions, lexicon)
        yield resolve(analysis, mentions, facts, lexicon)
