"""Variables that a query gives one value and uses in expressions alone, replaced by that value.

Virtuoso takes ``OPTIONAL { VALUES ?from { "2026-01-01"^^xsd:date } }`` for nothing at all, and says nothing of it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kg.graph.server.sparql_text import Token, tokens

_UNDEF = "UNDEF"


class _Values(NamedTuple):
    """A block ``VALUES ?x { term }``, with the ``OPTIONAL`` that holds nothing else: variable, term, begin, end."""

    variable: str
    term: str
    begin: int
    end: int


def with_constants(pattern: str, around: str) -> str:
    """A pattern with these variables replaced; ``around`` is the rest of the query, in which none of them may stand."""
    found = list(tokens(pattern))
    blocks = list(_blocks(pattern, found))
    elsewhere = {t.text for t in tokens(around) if t.kind == "variable"}
    terms: dict[str, set[str]] = {}
    for block in blocks:
        terms.setdefault(block.variable, set()).add(block.term)
    inside = [(b.begin, b.end) for b in blocks]
    bound = _bound(found, inside)
    fixed = {v: next(iter(t)) for v, t in terms.items() if len(t) == 1 and v not in elsewhere and v not in bound}
    changes = [(b.begin, b.end, " ") for b in blocks if b.variable in fixed]
    changes += _replaced(found, fixed, inside)
    place, pieces = 0, []
    for begin, end, text in sorted(changes):
        pieces += [pattern[place:begin], text]
        place = end
    return "".join(pieces) + pattern[place:]


def _blocks(pattern: str, found: Sequence[Token]) -> list[_Values]:
    """The blocks that give one variable one term."""
    blocks = []
    for at, token in enumerate(found):
        if not token.is_word("VALUES") or found[at + 1].kind != "variable" or found[at + 2].text != "{":
            continue
        end = next(i for i in range(at + 3, len(found)) if found[i].text == "}")
        inner = found[at + 3 : end]
        if (
            not inner
            or (len(inner) > 1 and not (inner[0].kind == "text" and inner[1].text in ("^^",)))
            or len(inner) > 3
        ):
            continue
        first, last = at, end
        if found[at - 1].text == "{" and at > 1 and found[at - 2].is_word("OPTIONAL") and found[end + 1].text == "}":
            first, last = at - 2, end + 1
        term = pattern[inner[0].begin : inner[-1].end]
        if term != pattern[found[at + 2].end : found[end].begin].strip():  # numbers are no tokens
            continue
        blocks.append(_Values(found[at + 1].text, term, found[first].begin, found[last].end))
    return blocks


def _bound(found: Sequence[Token], inside: Sequence[tuple[int, int]]) -> set[str]:
    """The variables that stand where a pattern or an ``AS`` binds them, not only in expressions."""
    bound: set[str] = set()
    opened: list[str] = []
    for before, token in zip([None, *found], found, strict=False):
        if token.kind == "sign" and token.text in "{(":
            opened.append(token.text)
        elif token.kind == "sign" and token.text in "})":
            opened.pop()
        elif token.kind != "variable" or any(b <= token.begin < e for b, e in inside):
            continue
        elif opened[-1:] != ["("] or (before is not None and before.is_word("AS")):
            bound.add(token.text)
    return bound


def _replaced(
    found: Sequence[Token], fixed: dict[str, str], inside: Sequence[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    changes = []
    for at, token in enumerate(found):
        term = fixed.get(token.text) if token.kind == "variable" else None
        if term is None or any(b <= token.begin < e for b, e in inside):
            continue
        if at > 1 and found[at - 2].is_word("BOUND"):
            changes.append((found[at - 2].begin, found[at + 1].end, "false" if term == _UNDEF else "true"))
        elif term != _UNDEF:
            changes.append((token.begin, token.end, term))
    return changes
