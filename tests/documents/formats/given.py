"""Files that tests make, and what is read from them."""

import io
from functools import partial

from kg.documents.article import Article
from kg.documents.formats.known import articles_of
from kg.documents.formats.model import Options, Raw
from kg.errors import UserError


def raw(name: str, content: bytes | str) -> Raw:
    """A file of that name and content (text as UTF-8)."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    return Raw(name, len(data), partial(io.BytesIO, data))


def found(name: str, content: bytes | str, **fields: str) -> list[Article | UserError]:
    """All that is found in a file, articles and errors; ``fields`` are the names of fields that a user tells."""
    return list(articles_of(raw(name, content), Options(fields)))


def articles(name: str, content: bytes | str, **fields: str) -> list[Article]:
    """The articles in a file in which nothing is wrong."""
    told = found(name, content, **fields)
    assert [e.line for e in told if isinstance(e, UserError)] == []
    return [a for a in told if isinstance(a, Article)]


def lines(name: str, content: bytes | str, **fields: str) -> list[str]:
    """The errors of a file as lines."""
    return [e.line for e in found(name, content, **fields) if isinstance(e, UserError)]


def places(article: Article) -> list[tuple[str, str]]:
    """Where each piece of the text stood in the file, and the piece."""
    marks = article.original.places
    ends = [*(p.begin for p in marks[1:]), len(article.text)]
    return [(p.where, article.text[p.begin : end]) for p, end in zip(marks, ends, strict=True)]
