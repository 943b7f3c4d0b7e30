"""Telling speakers apart, and words that are said twice."""

import re

from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions


def speaker_key(analysis: Analysis, mentions: Mentions, mention: Mention | None) -> str:
    """A name to tell speakers apart by: the full name; a short form takes that of the last person with
    its surname and title.
    """
    if mention is None:
        return ""
    if mention.kind == "person":
        return str(mention.value)
    if mention.kind == "person-short":
        surname, title = mention.value.surname, mention.value.title
        persons = [
            p for p in mentions.before(mention.begin, "person") if surname is None or str(p.value).startswith(surname)
        ]
        for person in persons:
            if title and title[-2:] in analysis.text[max(0, person.begin - 15) : person.end + 25]:
                return str(person.value)
        if persons:
            return str(persons[0].value)
    return mention.span.of(analysis.text)


def letter_pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring letters of some words, marks and spaces left out."""
    letters = re.sub(r"[^0-9A-Za-z가-힣]", "", words)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
