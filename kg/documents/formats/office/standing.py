"""What office files repeat on each page, kept once: heads before the text, feet behind it."""

from collections.abc import Iterable

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.office.blocks import Block, Part, paragraphs
from kg.errors import UserError
from kg.patterns import regex

_WORDS = regex(r"[^\W\d_]{2,}")


class Standing:
    """Gathers heads and feet; those that only number pages are left out, equal ones kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Part] = {}

    def add(self, name: str, blocks: tuple[Block, ...]) -> None:
        """Keep what stands in a head (머리말) or a foot (꼬리말)."""
        words = " ".join(" ".join(paragraphs(blocks)).split())
        if _WORDS.search(words):
            self._found.setdefault((name, words), Part(name, blocks))

    def around(self, blocks: Iterable[Block]) -> list[Block]:
        """The blocks with the heads before them and the feet behind; what the text itself says is not repeated."""
        blocks = list(blocks)
        said = {" ".join(words.split()) for words in paragraphs(blocks)}
        kept = [part for (_, words), part in self._found.items() if words not in said]
        heads = [p for p in kept if p.name == "머리말"]
        return [*heads, *blocks, *(p for p in kept if p.name != "머리말")]

    def article(self, writer: ArticleWriter, name: str) -> Article:
        """The article as written. Raises `UserError` where it has no words."""
        article = writer.article()
        if not article.text.strip():
            raise UserError("holds no text", name, "if it is a picture, read its text by OCR first")
        return article
