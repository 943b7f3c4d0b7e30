"""Names in a sentence that may be old, new or other names of a thing: what stands in marks, programs, facilities."""

import re

from kg.language.model import Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_QUOTED = regex(r"[‘'“\"「『《〈]([^‘'’“”\"「」『』《》〈〉\n]{2,30})[’'”\"」』》〉]")
_SHORT = regex(r"[’'”\"」』]?\s?\((?:이하|약칭)[^()]*\)")
_GLOSS = regex(r"(?<=[가-힣])\([A-Za-z][A-Za-z .&\-]*\)(?=[’'”\"」』》〉]?$)")
"""A name's Latin letters behind it: 다온길(ON)."""


def names_told(text: str, sentence: Sentence, mentions: Mentions) -> list[Span]:
    """What stands in quotation marks and the programs and facilities beside, in order, none inside another."""
    found = [Span(*m.span(1)) for m in _QUOTED.finditer(text, sentence.begin, sentence.end)]
    for mention in mentions.within(sentence.span, "program", "program-short", "organization", "organization-short"):
        if mention.kind.startswith("organization") and "Centre" not in mention.value.classes:
            continue
        span = Span(inside(text, mention.begin), mention.end)
        if not any(s.meets(span) for s in found):
            found.append(span)
    return sorted(found)


def inside(text: str, begin: int) -> int:
    """Where a name begins, an opening mark left out."""
    return begin + (text[begin] in "‘'“\"「『《〈")


def closed(text: str, end: int) -> int:
    """Where a name ends with the mark that closes it."""
    return end + (text[end : end + 1] in tuple("’'”\"」』》〉"))


def behind_short(text: str, end: int) -> int:
    """Where the words go on behind a name and the bracket that tells its short form: «X(이하 Y)»."""
    short = _SHORT.match(text, end)
    return short.end() if short else end


def opened(text: str, begin: int) -> int:
    """Where a name begins with the mark that opens it."""
    return begin - (text[begin - 1 : begin] in tuple("‘'“\"「『《〈"))


def words_of(text: str, name: Span, mentions: Mentions) -> str:
    """The name that stands there, for a short form the longer one that it stands for."""
    short = mentions.within(name, "organization-short", "program-short")
    in_marks = opened(text, name.begin) < name.begin
    if short and short[0].span == name and short[0].value.head and not in_marks:
        return re.sub(r"\((?:이하|약칭)[^)]*\)", "", short[0].value.head).strip("‘’'“”\"「」『』")
    bare = _GLOSS.sub("", re.sub(r"\((?:이하|약칭)[^)]*\)", "", text[name.begin : name.end]))
    return " ".join(bare.split()).strip("‘’'“”\"「」『』")


def thing_of(mentions: Mentions, name: Span) -> Mention | None:
    """The program or facility that is named there."""
    around = Span(max(name.begin - 1, 0), name.end + 1)
    found = mentions.within(around, "program", "program-short")
    found += [m for m in mentions.within(around, "organization", "organization-short") if "Centre" in m.value.classes]
    return found[0] if found else None
