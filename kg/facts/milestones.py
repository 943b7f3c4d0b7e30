"""Milestones: dated steps of a program (착공, 준공, 개소, 출범, 시행)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.facts.model import Fact, Milestone
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import DateValue, Mention, Mentions
from kg.spans import Span

_CLAUSE_END = re.compile(r"(?:했고|하고|며|지만|는데|으나|했다|한다)[, ]|[.“”\"]")
_PLACE_ONLY = re.compile(r"(?:부터|이후|기준|예산|현재|당시|까지의|대비)")
_LINK = re.compile(r"[’'”\"」』]?(?:은|는|이|가|을|를|의|도|,|\s|\(|부터|에|로)")


@lru_cache(maxsize=8)
def _kinds(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row["word"]: row["kind"] for row in lexicon.rows("milestone_kinds")}
    return re.compile("|".join(sorted(map(re.escape, kinds), key=lambda w: (-len(w), w)))), kinds


def milestones(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Milestone]:
    """The dated steps of programs, each once for a document."""
    pattern, kinds = _kinds(lexicon)
    told: set[tuple[str, str, str]] = set()
    for sentence in analysis.sentences:
        programs = mentions.within(sentence.span, "program", "program-short")
        dates = [m for m in mentions.within(sentence.span, "date") if isinstance(m.value, DateValue)]
        if not programs or not dates:
            continue
        for match in pattern.finditer(analysis.text, sentence.begin, sentence.end):
            found = _step(analysis, sentence, match, programs, dates)
            if found is None:
                continue
            program, date, feature = found
            key = (program.value.text, kinds[match.group()], date.value.iso)
            if key in told:
                continue
            told.add(key)
            yield Milestone(
                rule="milestone-" + feature,
                evidence=tuple(sorted({program.span, date.span, Span(*match.span())})),
                features=("dated", feature),
                program=program,
                milestone=key[1],
                date=key[2],
            )


def _step(
    analysis: Analysis, sentence: Sentence, match: "re.Match[str]", programs: list[Mention], dates: list[Mention]
) -> tuple[Mention, Mention, str] | None:
    """The program and the date of a step: both in its clause, the date before it and nearest."""
    text = analysis.text
    if any(p.begin <= match.start() < p.end for p in programs):
        return None
    if _is_noun_of_else(text, match):
        return None
    near = [d for d in dates if d.end <= match.start() and match.start() - d.end <= 40]
    near = [d for d in near if not _CLAUSE_END.search(text, d.end, match.start())]
    near = [d for d in near if not _PLACE_ONLY.match(text, d.end)]
    if not near:
        return None
    date = near[-1]
    after = [p for p in programs if 0 < p.begin - match.end() <= 14 and _describes(text, match.end(), p.begin)]
    if after:
        return after[0], date, "described"
    before = [
        p for p in programs if p.end <= match.start() and match.start() - p.end <= 60 and _LINK.match(text, p.end)
    ]
    before = [p for p in before if not _CLAUSE_END.search(text, p.end, match.start())]
    return (before[-1], date, "subject") if before else None


def _describes(text: str, end: int, begin: int) -> bool:
    """Whether the words between step and program make the step a clause that describes the program (준공되는 ‘○○’)."""
    return (
        bool(re.fullmatch(r"\S{0,4}(?:는|은|한|된|할|될|인|ㄴ|연|열|뗀|뗄|올릴|올린)? ?[‘'“\"「『]?", text[end:begin]))
        and "," not in text[end:begin]
    )


def _is_noun_of_else(text: str, match: "re.Match[str]") -> bool:
    """Whether the word is a part of another: 착공식, 준공업, 시행사, 시행령, 지정학, 입주기업, 출범식."""
    after = text[match.end() : match.end() + 2]
    return after.startswith(
        ("식", "업", "사", "령", "규칙", "자", "학", "기업", "업체", "착오", "률", "처", "위", "단지")
    )
