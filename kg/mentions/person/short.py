"""Persons by less than their full name: 오 시장, 김 전 지사, 시장은, 그는."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, PersonShort
from kg.mentions.person.apposition import YOUNG
from kg.mentions.person.names import name_tables
from kg.mentions.person.titles import read_titles
from kg.mentions.title_words import NO_OFFICE
from kg.patterns import regex

_SURNAME = regex(r"(?:^|(?<=[^가-힣A-Za-z0-9]))(\S{1,2}|[가-힣]{2,5}) (?:(?:전|前|현|당시|신임|초대|후임|새) )?$")
_GLUED = regex(r"(?<![가-힣A-Za-z0-9])([가-힣]{1,2})씨(?=(?:는|가|의|도|에게|에게는|를|와|네)[\s,])")
CALLED_CITIZEN = regex(r"\s?(?:\([^()]{1,30}\)\s?)?씨(?![가-힣]*(?:앗|족|름|줄))")
"""What stands behind the full name of somebody who is called by the surname later on."""
_PRONOUN = regex(r"그(?<![가-힣A-Za-z0-9]그)(?=(?:는|가|의|도|에게|에게는|를|와)[\s,])")
_ONCE = regex(r" (?:전|前|현|現|당시|신임|초대|후임) $")
_SUBJECT = regex(r"(?:님)?(?:은|는|이|가|께서|께서는|도|의)(?![가-힣])")
_LEADING = frozenset({"head", "body", "state", "minister"})
_CALLINGS = frozenset({"할머니", "할아버지", "어르신", "여사", "옹"})
"""What an old person is called by alone once the name has stood beside it."""
_COUNTED = frozenset(
    {"두", "세", "네", "각", "양", "여러", "모든", "다른", "전국", "역대", "차기", "새", "이", "그", "저"}
)


def find_short_persons(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Surname and title where the text names somebody of that surname, a title alone as a subject, and pronouns.

    A title alone counts only where a person of the text bears it.
    """
    people = mentions.of("person")
    if not people:
        return
    text, double = analysis.text, name_tables(lexicon).double
    surnames = {p.value[: 2 if p.value[:2] in double else 1] for p in people if " " not in p.value}
    surnames |= {word for p in people if " " in p.value for word in p.value.split(" ") if len(word) > 1}
    called = {p.value[: 2 if p.value[:2] in double else 1] for p in people if CALLED_CITIZEN.match(text, p.end)}
    held = _held(text, people, mentions)
    citizens = "씨" in text
    old = [a for a in read_titles(analysis, lexicon).appositions if a.title.bare in _CALLINGS]
    for begin, end, words in read_titles(analysis, lexicon).lines:
        for match in _PRONOUN.finditer(text, begin, end):
            yield Mention(match.start(), match.end(), "person-short", PersonShort(None, None), "pronoun")
        for match in _GLUED.finditer(text, begin, end) if citizens else ():
            if match.group(1) in called:
                yield Mention(*match.span(), "person-short", PersonShort(match.group(1), None), "surname-and-title")
        for word in words:
            if word.bare in YOUNG:
                continue  # «이 군은»: this county
            before = text[max(begin, word.begin - 9) : word.begin]
            told = _SURNAME.search(before) if " " in before else None
            if told is not None and told.group(1) in (called if word.bare == "씨" else surnames):
                start = word.begin - len(before) + told.start()
                if _names_right_before(text, word.begin, mentions):
                    continue
                if mentions.free(start, word.begin, "person"):
                    short = PersonShort(told.group(1), None if word.kind in NO_OFFICE else text[word.begin : word.end])
                    yield Mention(start, word.end, "person-short", short, "surname-and-title")
                    continue
            if _names_right_before(text, word.begin, mentions):
                continue
            if word.bare in _CALLINGS and word.end - word.begin == len(word.bare):
                named = next((a for a in reversed(old) if a.title.bare == word.bare and a.title.end < word.begin), None)
                if named is not None:
                    surname = text[named.begin : named.begin + 1 + (text[named.begin : named.begin + 2] in double)]
                    for alone in _alone(text, begin, word.begin, word.end, mentions):
                        yield replace(alone, value=PersonShort(surname, None))
                continue
            if word.kind in _LEADING and word.body is None and word.bare in held:
                yield from _alone(text, begin, word.begin, word.end, mentions)


def _held(text: str, people: list[Mention], mentions: Mentions) -> set[str]:
    """The bare titles that stand right beside a full name."""
    ends = {p.end for p in people}
    held: set[str] = set()
    for title in mentions.of("title"):
        near = text[max(0, title.begin - 24) : title.begin]
        if any(title.begin - i in ends for i in range(len(near) + 1)) or any(
            p.begin - title.end in (0, 1) for p in people if 0 <= p.begin - title.end < 2
        ):
            held.add(title.value.bare)
    return held


def _names_right_before(text: str, title: int, mentions: Mentions) -> bool:
    """Whether a full name stands before a title with 전, 현 or 당시 between: the title is that person's."""
    once = _ONCE.search(text, max(0, title - 4), title)
    return once is not None and not mentions.free(max(0, once.start() - 1), once.start(), "person")


def _alone(text: str, line: int, begin: int, end: int, mentions: Mentions) -> Iterator[Mention]:
    """``시장은``: at the beginning of a clause, with a subject's particle, no name and no body before it."""
    if not _SUBJECT.match(text, end) or begin == 0:
        return
    word = text[max(line, begin - 12) : begin].split(" ")
    before = word[-2] if len(word) > 1 and word[-1] == "" else None
    opened = begin == line or text[begin - 1] in " “\"'‘(○◯"
    if not opened or before in _COUNTED or (before is not None and len(before) == 1):
        return
    if not mentions.free(max(line, begin - 3), begin, "person", "organization"):
        return
    yield Mention(begin, end, "person-short", PersonShort(None, text[begin:end]), "title-alone")
