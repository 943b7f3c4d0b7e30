"""A query as Virtuoso 7 understands it: the same question, without what that server answers wrongly and says nothing.

``CONCAT`` there loses the letters of a string that is not ASCII and has no type, and takes an unbound variable for
nothing where the recommendation has an error. What it refuses is no matter for this module (`kg.graph.server.apart`).
"""

from collections.abc import Sequence

from kg.graph.server.sparql_text import Token, tokens

_STRING = "^^<http://www.w3.org/2001/XMLSchema#string>"
_NONE = "?kg_none"
"""A variable that no pattern binds."""


def mended(text: str) -> str:
    """A piece of a query, mended; brackets in it must be balanced."""
    found = list(tokens(text))
    pieces: list[str] = []
    place = at = 0
    while at < len(found):
        if found[at].is_word("CONCAT") and at + 1 < len(found) and found[at + 1].text == "(":
            end = _closing(found, at + 1)
            pieces += [text[place : found[at].begin], _concat(text, found[at : end + 1])]
            place, at = found[end].end, end
        at += 1
    return "".join(pieces) + text[place:]


def _concat(text: str, call: Sequence[Token]) -> str:
    """A call of CONCAT, from the word to its closing bracket."""
    inside = call[2:-1]
    depth = call[1].depth + 1
    pieces: list[str] = []
    place, at = call[1].end, 0
    variables: list[str] = []
    while at < len(inside):
        token = inside[at]
        if token.depth == depth and token.kind == "variable":
            variables.append(token.text)
        elif token.depth == depth and token.is_word("STR") and _is_variable(inside, at + 2):
            variables.append(inside[at + 2].text)
        elif token.depth == depth and token.kind == "text" and not token.text.isascii() and not _has_type(inside, at):
            pieces += [text[place : token.end], _STRING]
            place = token.end
        elif token.depth == depth and token.text == "(":
            end = _closing(inside, at)
            pieces += [text[place : token.end], mended(text[token.end : inside[end].begin])]
            place, at = inside[end].begin, end
        at += 1
    told = "".join(pieces) + text[place : call[-1].begin]
    if not variables:
        return f"CONCAT({told})"
    bound = " && ".join(f"BOUND({name})" for name in dict.fromkeys(variables))
    return f"IF({bound}, CONCAT({told}), {_NONE})"


def _is_variable(found: Sequence[Token], at: int) -> bool:
    """Whether a variable stands at a place and the bracket that it stands in is closed behind it."""
    return at + 1 < len(found) and found[at].kind == "variable" and found[at + 1].text == ")"


def _has_type(found: Sequence[Token], at: int) -> bool:
    return at + 1 < len(found) and (found[at + 1].kind == "tag" or found[at + 1].text == "^^")


def _closing(found: Sequence[Token], at: int) -> int:
    """The place of the bracket that closes the one at a place."""
    return next(i for i in range(at + 1, len(found)) if found[i].text == ")" and found[i].depth == found[at].depth)
