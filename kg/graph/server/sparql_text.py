"""A query's text as its parts: prologue, head, dataset, pattern, modifiers. The text is known to be right SPARQL."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.graph.answers import HIDDEN
from kg.patterns import regex

_NAME = r"(?:[^\W\d_][\w.-]*)?:(?:[\w:.%-]|\\.)*"
_TOKEN = regex(
    rf"(?P<skip>{HIDDEN})|(?P<variable>[?$]\w+)|(?P<name>{_NAME})|(?P<tag>@[A-Za-z-]+)|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<sign>[{}()]|\^\^)"
)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Token(NamedTuple):
    """A piece of a query that means something here; ``kind`` is iri, text, variable, name, tag, word or sign.

    ``depth`` is how many braces and brackets are open where it stands, an opening one itself not counted.
    """

    kind: str
    text: str
    begin: int
    end: int
    depth: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords (in capitals)."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a query, comments left out."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, told = match.lastgroup or "", match[0]
        if kind == "skip":
            if told.startswith("#"):
                continue
            kind = "iri" if told.startswith("<") else "text"
        if kind == "sign" and told in "})":
            depth -= 1
        yield Token(kind, told, *match.span(), depth)
        if kind == "sign" and told in "{(":
            depth += 1


class Parts(NamedTuple):
    """A query in pieces, which put together in this order give it again but for its dataset.

    ``head`` goes from its form (``form``) to its pattern and ``template`` is what a CONSTRUCT makes; ``pattern`` is
    what stands between the outermost braces (None where a DESCRIBE has none), ``rest`` all behind them. ``default``
    and ``named`` are the terms of its ``FROM`` and ``FROM NAMED``.
    """

    prologue: str
    form: str
    head: str
    template: str
    pattern: str | None
    rest: str
    default: tuple[str, ...]
    named: tuple[str, ...]


def parted(query: str) -> Parts:
    """The parts of a query."""
    found = list(tokens(query))
    start = next(at for at, token in enumerate(found) if token.depth == 0 and token.is_word(*_FORMS))
    form, at, template = found[start].text.upper(), start + 1, ""
    behind = found[start].end
    head = found[start].text
    if form == "CONSTRUCT" and found[at].text == "{":
        end = _closing(found, at)
        template, at, behind = query[found[at].end : found[end].begin], end + 1, found[end].end
    datasets: dict[bool, list[str]] = {False: [], True: []}
    while at < len(found) and not (found[at].text == "{" and found[at].depth == 0):
        if found[at].depth == 0 and found[at].is_word("FROM"):
            head += query[behind : found[at].begin]
            named = found[at + 1].is_word("NAMED")
            at += 1 + named
            datasets[named].append(found[at].text)
            behind = found[at].end
        at += 1
    default, others = tuple(datasets[False]), tuple(datasets[True])
    if at == len(found):
        return Parts(query[: found[start].begin], form, head + query[behind:], "", None, "", default, others)
    end = _closing(found, at)
    head += query[behind : found[at].begin]
    pattern = query[found[at].end : found[end].begin]
    if form == "CONSTRUCT":
        template = template or pattern
    rest = query[found[end].end :]
    return Parts(query[: found[start].begin], form, head, template, pattern, rest, default, others)


def _closing(found: Sequence[Token], at: int) -> int:
    """The place of the brace that closes the one at a place."""
    return next(i for i in range(at + 1, len(found)) if found[i].text == "}" and found[i].depth == found[at].depth)


def prefixes(prologue: str) -> dict[str, str]:
    """The prefixes that a prologue declares."""
    found: dict[str, str] = {}
    told = list(tokens(prologue))
    for word, name, iri in zip(told, told[1:], told[2:], strict=False):
        if word.is_word("PREFIX") and name.kind == "name" and iri.kind == "iri":
            found[name.text[:-1]] = iri.text[1:-1]
    return found


def iri_of(term: str, known: dict[str, str]) -> str:
    """The IRI that a term of a query means: ``<…>`` or a name with a prefix."""
    if term.startswith("<"):
        return term[1:-1]
    prefix, _, name = term.partition(":")
    return known.get(prefix, "") + re.sub(r"\\(.)", r"\1", name)


def variables(text: str) -> tuple[str, ...]:
    """The variables of a piece of text, each once, in order."""
    return tuple(dict.fromkeys(t.text[1:] for t in tokens(text) if t.kind == "variable"))
