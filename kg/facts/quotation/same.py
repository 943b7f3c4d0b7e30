"""Telling speakers apart, and words that are said twice."""

import re

from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_TOPIC = regex(r"(?: ?[가-힣A-Za-z0-9·]{1,14}){0,3}?(?:은|는|이|가|께서)(?![가-힣])")


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
        if surname is None and title is None and (topic := _topic_before(analysis, mentions, mention)) is not None:
            return speaker_key(analysis, mentions, topic)
        persons = [
            p for p in mentions.before(mention.begin, "person") if surname is None or str(p.value).startswith(surname)
        ]
        for person in persons:
            if title and title[-2:] in analysis.text[max(0, person.begin - 15) : person.end + 25]:
                return str(person.value)
        if persons:
            return str(persons[0].value)
    return mention.span.of(analysis.text)


def _topic_before(analysis: Analysis, mentions: Mentions, pronoun: Mention) -> Mention | None:
    """The last person before a pronoun, named in full or by surname, of whom the text spoke there."""
    for person in mentions.before(pronoun.begin, "person", "person-short"):
        named = person.kind == "person" or person.value.surname is not None
        if named and analysis.quoted_at(person.begin) is None and _TOPIC.match(analysis.text, person.end):
            return person
    return None


def letter_pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring letters of some words, marks and spaces left out."""
    letters = re.sub(r"[^0-9A-Za-z가-힣]", "", words)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
