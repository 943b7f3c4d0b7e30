"""What the later rooms know of the language of a document."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.documents.model import BlockKind, Document
from kg.language.wrapped import read_as
from kg.spans import Span


class Token(NamedTuple):
    """A morpheme as Kiwi sees it; ``begin`` and ``end`` are code points of the document's text.

    Contracted morphemes share a span, so spans may overlap.
    """

    form: str
    tag: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence inside one line; it ends inside quotation marks only where these hold the whole line."""

    index: int
    begin: int
    end: int
    tokens: tuple[Token, ...]
    block: BlockKind
    paragraph: int
    """The number of the line in which the sentence stands, counted over the article's lines."""
    span: Span = field(init=False, repr=False, compare=False)
    """The sentence's place in the document."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", Span(self.begin, self.end))


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Words between quotation marks.

    ``begin`` and ``end`` enclose the words without the marks. ``double`` tells speech marks (“ ”, ") from
    name marks (‘ ’, '). ``depth`` is 0 for the outermost. ``closed`` is False where the closing mark is lost
    and the end was found by a closing particle (라고, 며) instead.
    """

    begin: int
    end: int
    double: bool
    depth: int
    closed: bool = True

    @property
    def span(self) -> Span:
        """The place of the quoted words in the document."""
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document's article parts as sentences, in order, and its quoted spans, in order of their beginning."""

    document: Document
    sentences: tuple[Sentence, ...]
    quoted: tuple[QuotedSpan, ...]
    text: str = field(init=False, repr=False, compare=False)
    """The document's text as it is read: of the same length, with the usual marks for those that look like them."""
    _begins: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", read_as(self.document))
        object.__setattr__(self, "_begins", tuple([s.begin for s in self.sentences]))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a code point, or None where it stands in no sentence of the article."""
        i = bisect_right(self._begins, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def paragraph_to(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences of a sentence's paragraph from its first one to this one."""
        begin = sentence.index
        while begin and self.sentences[begin - 1].paragraph == sentence.paragraph:
            begin -= 1
        return self.sentences[begin : sentence.index + 1]

    def quoted_at(self, offset: int, *, double: bool = True) -> QuotedSpan | None:
        """The outermost quoted span of the kind that holds a code point."""
        for q in self.quoted:
            if q.begin > offset:
                return None
            if q.double == double and q.begin <= offset < q.end:
                return q
        return None
