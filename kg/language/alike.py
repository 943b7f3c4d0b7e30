"""Marks that look like others: a text is read as if it had the usual ones, code point for code point."""

from kg.patterns import regex

_ALIKE = str.maketrans({"｢": "「", "｣": "」", "･": "·", "․": "·", "＊": "*"})
"""Half-width corner brackets, dots and the wide star, which ministries' releases are full of."""


_YEAR = regex(r"[`´](?=\d\d(?!\d))")
"""«`22년»: a grave accent for the apostrophe of a short year."""


def as_read(text: str) -> str:
    """The text with look-alike marks as the rules know them; every offset stays what it is."""
    return _YEAR.sub("’", text.translate(_ALIKE))
