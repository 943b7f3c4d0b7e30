"""How a text was read: each sentence with its tokens, what is named in it, what it claims, by which rule and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.documents.article import Article
from kg.documents.read import read_article
from kg.facts.cascade import find_facts
from kg.language.kiwi import analyse
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.cascade import find_mentions
from kg.mentions.model import Mention, Mentions
from kg.resolution.reading import Node, Reading
from kg.resolution.resolve import resolve

WIDTH = 76


@dataclass(frozen=True, slots=True)
class Explained:
    """One document with all that the rooms made of it."""

    analysis: Analysis
    mentions: Mentions
    reading: Reading


def explained(article: Article, lexicon: Lexicon) -> Explained:
    """Read one article and keep what each room gave."""
    analysis = next(analyse([read_article(article, lexicon)], lexicon))
    mentions = find_mentions(analysis, lexicon)
    facts = find_facts(analysis, mentions, lexicon)
    return Explained(analysis, mentions, resolve(analysis, mentions, facts, lexicon))


def explain_lines(told: Explained, offset: int | None = None) -> Iterator[str]:
    """The explanation as lines: of the sentence that holds ``offset`` (code points), or of the whole document."""
    if offset is None:
        yield from _masthead(told)
        for sentence in told.analysis.sentences:
            yield from _sentence(told, sentence)
        return
    at = told.analysis.sentence_at(offset)
    if at is None:
        yield f"{offset}: no sentence of the article stands here ({_block_at(told, offset)})"
    else:
        yield from _sentence(told, at, offset)


def _masthead(told: Explained) -> Iterator[str]:
    document = told.analysis.document
    yield f"{document.identifier}: {document.kind}"
    for name in ("title", "published", "publisher"):
        yield f"  {name}: {getattr(document, name) or '-'}"
    yield f"  byline: {', '.join(n for n, _ in document.byline) or '-'}"
    for block in document.blocks:
        yield f"  {block.begin}-{block.end} {block.kind}: {_short(told.analysis.text[block.begin : block.end])}"
    yield ""


def _block_at(told: Explained, offset: int) -> str:
    blocks = told.analysis.document.blocks
    return next((f"it is {b.kind}" for b in blocks if b.begin <= offset < b.end), "it is outside the text's parts")


def _sentence(told: Explained, sentence: Sentence, offset: int | None = None) -> Iterator[str]:
    text = told.analysis.text
    where = told.reading.original.where(sentence.begin)
    yield f"{sentence.begin}-{sentence.end} {sentence.block}" + (f" ({where})" if where else "")
    yield f"  {text[sentence.begin : sentence.end]}"
    yield "  tokens: " + " ".join(f"{t.form}/{t.tag}" for t in sentence.tokens)
    keys = {(n.begin, n.end): n.key for n in told.reading.named}
    for mention in told.mentions:
        if sentence.begin <= mention.begin < sentence.end and (offset is None or mention.begin <= offset < mention.end):
            own = told.reading.original.where(mention.begin)
            yield _mention(text, mention, keys) + (f" ({own})" if own != where else "")
    nodes = [n for n in told.reading.nodes if n.identity and _stands_in(n, sentence, offset)]
    for node in nodes:
        yield from _fact(node)
    for unread in told.reading.unread:
        if sentence.begin <= unread.begin < sentence.end:
            yield f"  not understood: {text[unread.begin : unread.end]} ({unread.kind}: {unread.reason})"
    if offset is not None and not nodes:
        yield "  no fact stands here"
    yield ""


def _mention(text: str, mention: Mention, keys: dict[tuple[int, int], str]) -> str:
    key = keys.get((mention.begin, mention.end))
    means = f" -> {key}" if key else ""
    return (
        f"  {mention.begin}-{mention.end} {mention.kind}: {text[mention.begin : mention.end]}{means} [{mention.rule}]"
    )


def _stands_in(node: Node, sentence: Sentence, offset: int | None) -> bool:
    spans = node.derivation.spans if node.derivation else ()
    if not any(sentence.begin <= b < sentence.end for b, _ in spans):
        return False
    return offset is None or any(b <= offset < e for b, e in spans)


def _fact(node: Node) -> Iterator[str]:
    assert node.derivation is not None
    yield f"  fact {node.kind} [{node.derivation.rule}] confidence {node.derivation.confidence}"
    for property_ in node.properties:
        yield f"    {property_.predicate} {_short(property_.value)}"
    for reason in node.derivation.reasons:
        yield f"    because {reason}"


def _short(value: str) -> str:
    folded = " ".join(value.split())
    return folded if len(folded) <= WIDTH else folded[: WIDTH - 1] + "…"
