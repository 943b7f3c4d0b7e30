"""Documents from standard input."""

import io
import json

import pytest

from kg.documents.article import Article
from kg.documents.formats.model import BY_ITSELF
from kg.documents.piped import piped_articles, read_piped
from kg.errors import UserError

TEXT = "가온시는 4일 인공지능 학교를 연다고 밝혔다.\n"


def piped(content: bytes) -> list[Article | UserError]:
    """What is found in a pipe."""
    return list(piped_articles(io.BytesIO(content), BY_ITSELF))


def test_piped_article_is_named_by_its_text() -> None:
    (one,), (two,) = piped(TEXT.encode()), piped(TEXT.encode("cp949"))
    assert isinstance(one, Article) and isinstance(two, Article)
    assert one.identifier == two.identifier == "stdin-619a09ff66ca"
    assert two.notes == ("read as CP949",)


def test_piped_records_keep_their_own_identifiers() -> None:
    lines = "\n".join(json.dumps({"id": n, "text": TEXT}) for n in (7, 8))
    assert [a.identifier for a in piped(lines.encode()) if isinstance(a, Article)] == ["stdin/7", "stdin/8"]


def test_piped_nothing_is_told() -> None:
    with pytest.raises(UserError, match="standard input: is empty"):
        piped(b" \n")


def test_piped_many_are_not_one() -> None:
    lines = "\n".join(json.dumps({"id": n, "text": TEXT}) for n in (7, 8))
    with pytest.raises(UserError, match="holds 2 articles"):
        read_piped(io.BytesIO(lines.encode()), BY_ITSELF)
