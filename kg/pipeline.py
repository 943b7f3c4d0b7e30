"""The whole way, step by step: read this page first.

    documents -> language -> mentions -> facts -> resolution -> identity -> graph

`read` goes from texts to readings, document by document, and depends on nothing but the text and the lexicon.
`kg.identity.identify` then says who is who over the set of readings, and `kg.graph.quads.document_quads`
writes a reading down. Both steps are pure, so they can be cached, ordered and spread at will.
"""

from collections.abc import Callable, Iterable, Iterator

from kg.collecting import collecting_between
from kg.documents.article import Article
from kg.documents.model import Document
from kg.documents.read import read_article
from kg.errors import UserError
from kg.facts.cascade import find_facts
from kg.language.apart import KiwiApart
from kg.language.kiwi import analyse
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.cascade import find_mentions
from kg.resolution.reading import Reading
from kg.resolution.resolve import resolve

Tell = Callable[[UserError], None]


def read(
    texts: Iterable[tuple[str, str]],
    lexicon: Lexicon,
    tell: Tell | None = None,
    apart: KiwiApart | None = None,
) -> Iterator[Reading]:
    """The readings of ``(identifier, text)`` pairs, in order; see `read_documents`."""
    return read_articles((Article(name, text) for name, text in texts), lexicon, tell, apart)


def read_articles(
    articles: Iterable[Article],
    lexicon: Lexicon,
    tell: Tell | None = None,
    apart: KiwiApart | None = None,
) -> Iterator[Reading]:
    """The readings of articles out of files of any format, in order; see `read_documents`."""
    return read_documents((read_article(article, lexicon) for article in articles), lexicon, tell, apart)


def read_documents(
    documents: Iterable[Document],
    lexicon: Lexicon,
    tell: Tell | None = None,
    apart: KiwiApart | None = None,
) -> Iterator[Reading]:
    """The readings of documents, in order; ``apart`` is a Kiwi in another process.

    A document on which a rule breaks is told to ``tell`` and left out, and the others go on; without ``tell`` the
    rule's own error is raised.
    """
    return collecting_between(_readings(documents, lexicon, tell, apart))


def _readings(
    documents: Iterable[Document], lexicon: Lexicon, tell: Tell | None, apart: KiwiApart | None
) -> Iterator[Reading]:
    for analysis in analyse(documents, lexicon, apart):
        try:
            reading = read_analysis(analysis, lexicon)
        except Exception as error:
            if tell is None:
                raise
            tell(_defect(analysis, error))
        else:
            yield reading


def read_analysis(analysis: Analysis, lexicon: Lexicon) -> Reading:
    """From a document's sentences to its reading."""
    mentions = find_mentions(analysis, lexicon)
    facts = find_facts(analysis, mentions, lexicon)
    return resolve(analysis, mentions, facts, lexicon)


def _defect(analysis: Analysis, error: Exception) -> UserError:
    """A rule that breaks is our fault: the line says where, so that it can be reported."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
    what = f"a rule broke on this text ({type(error).__name__} in {place})"
    return UserError(what, analysis.document.identifier, "leave the file out and report it")
