"""Texts that set governments side by side: which of them a sentence is about, and whose program that is.

«가람시는 배를, 나래시는 논을 택했다»: each paragraph or section is about one of them, and what names nothing there is
for that government's own program.
"""

import re
from dataclasses import dataclass

from kg.facts.allocation.topic_sentence import may_get_money
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex

_OPENS = 16
_TOPICAL = regex(r"(?:\([^)]{1,20}\))?(?:은|는|이|가|도)(?=[\s,])")
_OWNING = regex(r"(?:의|에는|에서는|엔)\s|\s?[:：,=＝]|\s[—–―-]\s|[\]】〉]\s?")
_HEADING = 44
_GOVERNS = frozenset(("Region", "LocalGovernment"))


@dataclass(frozen=True, slots=True)
class Sides:
    """The governments (official names) that a text sets side by side; ``programs`` are their own, the first of each."""

    bodies: tuple[Mention, ...]
    officials: frozenset[str]
    programs: dict[str, Mention]


def called(body: Mention) -> str:
    """What a government is called by officially; as the text has it where that is not yet known (제주)."""
    return body.value.official or str(body.value.text)


@once_a_document
def sides_of(analysis: Analysis, mentions: Mentions) -> Sides | None:
    """The sides of a text that compares governments; None where it is about one."""
    if analysis.document.kind in ("press-release", "interview"):
        return None
    bodies = tuple(_bodies(mentions))
    if len({called(m) for m in bodies}) < 2:
        return None
    opening: set[str] = set()
    sentences = iter(s for s in analysis.sentences if s.block == "body" and _first_of_paragraph(analysis, s))
    sentence = next(sentences, None)
    for body in bodies:
        while sentence is not None and sentence.begin + _OPENS < body.begin:
            sentence = next(sentences, None)
        if sentence is None:
            break
        if body.begin >= sentence.begin and _tops(analysis.text, body):
            opening.add(called(body))
    if len(opening) < 2 or not _apart(opening):
        opening |= _headed(analysis, bodies)
    if len(opening) < 2 or not _apart(opening):
        opening |= _measured(analysis, bodies)
    if len(opening) < 2 or not _apart(opening):
        return None
    programs: dict[str, Mention] = {}
    for program in mentions.of("program"):
        if not may_get_money(program):
            continue
        own = next((b for b in bodies if b.begin == program.begin and b.end < program.end), None)
        side = own if own is not None else side_at(analysis, bodies, program.begin)
        if side is not None:
            programs.setdefault(called(side), program)
    return Sides(bodies, frozenset(opening), programs)


_SUM_OF = regex(r"(?:\([^)]{1,16}\))?(?:이|가|은|는)?\s(?:각각\s|약\s|총\s)?\d[\d,.]*\s?(?:조|억|천만|백만|만)")
_MEASURE = regex(r"(?:예산|사업비|살림|투자액?)(?:은|는|만|을|를)?\s")
_GIVING = regex(r"부담|분담|보태|[내대냈댄]다|나눠|지원|출자|매칭|들여|합쳐|합해")


def _measured(analysis: Analysis, bodies: tuple[Mention, ...]) -> set[str]:
    """The governments that a sentence measures by one thing: «올해 AI 예산은 가람이 142억 원, 나래가 118억 원»."""
    text = analysis.text
    rows: dict[int, list[Mention]] = {}
    for body in bodies:
        if _SUM_OF.match(text, body.end, body.end + 30) and (at := analysis.sentence_at(body.begin)) is not None:
            rows.setdefault(at.index, []).append(body)
    for index, row in rows.items():
        at = analysis.sentences[index]
        if len({called(b) for b in row}) < 2 or at.block != "body":
            continue
        if _MEASURE.search(text, at.begin, row[0].begin) and not _GIVING.search(text, at.begin, at.end):
            return {called(b) for b in row}
    return set()


def side_program(analysis: Analysis, sides: Sides, place: int) -> Topic | None:
    """The program of the government that the words at a place are about."""
    side = side_at(analysis, sides.bodies, place)
    program = sides.programs.get(called(side)) if side is not None else None
    return Topic(program.value.text, program.span, program) if program is not None else None


def side_at(analysis: Analysis, bodies: tuple[Mention, ...], place: int) -> Mention | None:
    """The government that a place of the text is about: the last topic or subject before it in the paragraph, the one
    that the paragraph opens with, the one in the section's heading."""
    sentence = analysis.sentence_at(place)
    if sentence is None:
        return None
    text = analysis.text
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 8) : sentence.index + 1]):
        if earlier.paragraph != sentence.paragraph:
            break
        near = [b for b in bodies if earlier.begin <= b.begin and b.end <= min(earlier.end, place)]
        told = [b for b in near if _TOPICAL.match(text, b.end)]
        if told:
            return told[-1]
        if _first_of_paragraph(analysis, earlier) and (opener := _opener(analysis, bodies, earlier)) is not None:
            return opener if opener.begin < place else None
    return in_heading(analysis, bodies, sentence)


def _bodies(mentions: Mentions) -> list[Mention]:
    """The governments and regions in the order of the text, none inside another's name."""
    kept: list[Mention] = []
    for m in mentions.of("region", "organization"):
        if not (_GOVERNS & set(m.value.classes)) or (m.kind == "organization" and not m.value.official):
            continue
        if kept and m.end <= kept[-1].end:
            if m.begin == kept[-1].begin and m.end == kept[-1].end and m.kind < kept[-1].kind:
                kept[-1] = m
            continue
        kept.append(m)
    return kept


def _first_of_paragraph(analysis: Analysis, sentence: Sentence) -> bool:
    return not sentence.index or analysis.sentences[sentence.index - 1].paragraph != sentence.paragraph


def _opener(analysis: Analysis, bodies: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    text = analysis.text
    for body in bodies:
        near = sentence.begin <= body.begin <= min(sentence.begin + _OPENS, sentence.end)
        if near and _tops(text, body):
            return body
    return None


def _tops(text: str, body: Mention) -> bool:
    """Whether a government at the head of a paragraph is what that is about: 가람은, 가람의, 가람:."""
    return bool(_TOPICAL.match(text, body.end) or _OWNING.match(text, body.end))


def in_heading(analysis: Analysis, bodies: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    """The one government that the section's heading names: «■ 가람, 배를 띄우다», «2. 나래: 작다»."""
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 14) : sentence.index]):
        if _is_heading(analysis.text, earlier):
            return _named_in(analysis.text, bodies, earlier)
    return None


def _named_in(text: str, bodies: tuple[Mention, ...], heading: Sentence) -> Mention | None:
    """The one government that a heading names, or whose bare name it begins with."""
    inside = [b for b in bodies if heading.begin <= b.begin < heading.end and _ENDS.match(text, b.end)]
    if inside:
        return inside[0] if len({called(b) for b in inside}) == 1 else None
    words = _BULLET.sub("", text[heading.begin : heading.end])
    for body in bodies:
        bare = called(body).rsplit(" ", 1)[-1][:-1]
        if len(bare) > 1 and re.match(rf"{re.escape(bare)}(?:[\s,:은는이가의—–-]|$)", words):
            return body
    return None


_ENDS = regex(r"(?:[은는이가의에도와과엔로]|[^가-힣]|$)|시|군|구")
_BULLET = regex(r"^\s*(?:\d{1,2}[.)]|[■◆◇▶▲●□①-⑩<〈\[]|[ⅠⅡⅢⅣⅤ])[.\s]*")


def _is_heading(text: str, sentence: Sentence) -> bool:
    words = text[sentence.begin : sentence.end]
    if len(words) > _HEADING or words.rstrip().endswith((".", "”")):
        return False
    return _BULLET.match(words) is not None


def _headed(analysis: Analysis, bodies: tuple[Mention, ...]) -> set[str]:
    """The governments each of which a heading of its own names: «1. 가람, …», «2. 나래, …»."""
    found: set[str] = set()
    for sentence in analysis.sentences:
        if _is_heading(analysis.text, sentence):
            body = _named_in(analysis.text, bodies, sentence)
            found |= {called(body)} if body is not None else set()
    return found


def _apart(officials: set[str]) -> bool:
    """Whether two of the governments stand side by side, not one within the other."""
    return any(not (a.startswith(b) or b.startswith(a)) for a in officials for b in officials if a != b)
