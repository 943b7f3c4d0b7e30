"""A document from standard input."""

import hashlib
import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from kg.documents.article import Article
from kg.documents.formats.known import articles_of
from kg.documents.formats.model import Options, Raw
from kg.errors import UserError

NAME = "stdin"
MOST_BYTES = 200_000_000


def piped_articles(stream: BinaryIO, options: Options) -> Iterator[Article | UserError]:
    """The articles of what comes through a pipe, of whatever known format.

    One article is called ``stdin-`` and the first 12 hex digits of the SHA-256 of its text, so that one that comes
    again is the same document; one of many ``stdin/ID``, as in a file of many. Raises `UserError` for too much.
    """
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UserError(f"has more than {MOST_BYTES / 1e6:.0f} MB", "standard input", "give it as a file")
    if not content.strip():
        raise UserError("is empty", "standard input", "pipe a document into it")
    for found in articles_of(Raw(NAME, len(content), partial(io.BytesIO, content)), options):
        if isinstance(found, Article) and found.identifier == NAME:
            digest = hashlib.sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest()
            yield found._replace(identifier=f"{NAME}-{digest[:12]}")
        else:
            yield found


def read_piped(stream: BinaryIO, options: Options) -> Article:
    """The one article that comes through a pipe. Raises `UserError` where there is none, or more than one."""
    found = list(piped_articles(stream, options))
    articles = [a for a in found if isinstance(a, Article)]
    if len(articles) == 1:
        return articles[0]
    for problem in found:
        if isinstance(problem, UserError) and not articles:
            raise problem
    raise UserError(f"holds {len(articles)} articles", "standard input", "pipe one of them")
