"""Milestones: dated steps of a program or of a body that is built (착공, 준공, 개소, 출범, 시행)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.facts.milestone.answered import answered_date
from kg.facts.milestone.dates import date_of_step
from kg.facts.milestone.founded import founded
from kg.facts.milestone.intake import intakes
from kg.facts.milestone.things import PART, opened_or_tried, part_of_step, thing_of_step
from kg.facts.model import Fact, Milestone
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import DateValue, Mention, Mentions
from kg.patterns import regex
from kg.spans import Span


@lru_cache(maxsize=8)
def _kinds(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {row["word"]: row["kind"] for row in lexicon.rows("milestone_kinds")}
    return re.compile("|".join(sorted(map(re.escape, kinds), key=lambda w: (-len(w), w)))), kinds


def milestones(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Milestone]:
    """The dated steps of programs and facilities, each once for a document."""
    pattern, kinds = _kinds(lexicon)
    told: set[tuple[str, str, str]] = set()
    found: list[tuple[Milestone, bool]] = []
    for sentence in analysis.sentences:
        dates = _dates(mentions.within(sentence.span, "date"))
        if not dates:
            continue
        steps = [
            (kinds[m.group()], Span(*m.span()))
            for m in pattern.finditer(analysis.text, sentence.begin, sentence.end)
            if not _is_part_of_else(analysis.text, m)
        ]
        steps += [("개소", Span(*m.span("step"))) for m in _SITE_OPENS.finditer(analysis.text, *sentence.span)]
        steps += [
            (kinds[word], Span(*m.span()))
            for m in _SPREAD.finditer(analysis.text, *sentence.span)
            if (word := "".join(m.group().split())) in kinds
        ]
        for kind, works in (("착공", _WORKS_BEGIN), ("준공", _WORKS_END)):
            steps += [(kind, Span(*m.span("step"))) for m in works.finditer(analysis.text, *sentence.span)]
        steps += [("개통", Span(*m.span("step"))) for m in _WAY_OPENS.finditer(analysis.text, *sentence.span)]
        taken = [
            (kind, step, *thing)
            for kind, step in steps
            if (thing := thing_of_step(analysis, mentions, sentence, step, kind)) is not None
        ]
        for kind, step, mention, feature in (*taken, *opened_or_tried(analysis, mentions, sentence)):
            date = date_of_step(analysis.text, *step, dates)
            if date is None:
                continue
            day = _to_come(analysis, date, step)
            part = part_of_step(analysis.text, sentence, step, kind) if feature == PART else None
            key = (mention.value.text, kind, day)
            if key in told:
                continue
            told.add(key)
            milestone = Milestone(
                rule="milestone-" + feature,
                evidence=tuple(sorted({part or mention.span, date.span, step})),
                features=("dated", feature),
                program=mention,
                milestone=kind,
                date=day,
            )
            found.append((milestone, date.value.explicit))
        if not steps and (answered := answered_date(analysis, sentence, dates)) is not None:
            for m in pattern.finditer(analysis.text, *answered[0].span):
                about = thing_of_step(analysis, mentions, answered[0], Span(*m.span()), kinds[m.group()])
                if about is None or _is_part_of_else(analysis.text, m):
                    continue
                day = str(answered[1].value.iso)
                if (about[0].value.text, kinds[m.group()], day) not in told:
                    told.add((about[0].value.text, kinds[m.group()], day))
                    found.append((_of(about[0], kinds[m.group()], day, Span(*m.span()), answered[1]), True))
        for body, step, date in founded(analysis, mentions, sentence, dates, lexicon):
            if (body.value.text, _FOUNDED, date.value.iso) not in told:
                told.add((body.value.text, _FOUNDED, date.value.iso))
                found.append((_of(body, _FOUNDED, str(date.value.iso), step, date), date.value.explicit))
        for program, kind, day, step, date in intakes(analysis, mentions, sentence, dates):
            if (program.value.text, kind, day) not in told:
                told.add((program.value.text, kind, day))
                found.append((_of(program, kind, day, step, date), date.value.explicit))
    yield from (m for m, explicit in found if explicit or not _guessed(m, found))


def _of(thing: Mention, kind: str, day: str, step: Span, date: Mention) -> Milestone:
    """A step of a thing that its own words tell."""
    return Milestone(
        rule="milestone-subject",
        evidence=tuple(sorted({thing.span, date.span, step})),
        features=("dated", "subject"),
        program=thing,
        milestone=kind,
        date=day,
    )


def _guessed(told: Milestone, found: list[tuple[Milestone, bool]]) -> bool:
    """Whether a month without its year is told with another year elsewhere: «6월 개소는», «2025년 6월 개소»."""
    return len(told.date) >= 7 and any(
        explicit and m.milestone == told.milestone and m.date[4:] == told.date[4:] and m.date != told.date
        for m, explicit in found
    )


_FOUNDED = "출범"
_SPREAD = regex(r"(?<![가-힣] )(?<![가-힣])[가-힣]\s{1,4}[가-힣](?=\s*[:：])")
"""A label whose letters stand apart: «준  공 : 2027년»."""
_WAY_OPENS = regex(
    r"(?:구간|노선|도로|터널|다리|차로|철도|[가-힣]{2}로)(?:은|는|이|가|을|를) [^.,“”]{0,24}?"
    r"(?P<step>열린|열렸|뚫린|뚫렸|트인)"
)
"""What is opened to traffic: «첫 구간은 내년 7월 열린다»."""
_SITE_OPENS = regex(
    r"(?<![가-힣A-Za-z])(?:센터|허브|캠퍼스|시설|체험관|전시관|홍보관|연구소|거점|관제센터|교육관|실증센터)(?:을|를) "
    r"(?:[^.,“”]{0,12}? )?(?P<step>연다|열기로|열 (?:예정|계획|방침)|열겠|엽니다)"
)
"""A thing that is opened, by what it is: «내년 2월 센터를 연다고 다시 알렸다»."""
_WORKS_BEGIN = regex(r"공사(?:는|가|를|에) [^.,“”]{0,24}?(?P<step>시작|들어[가간갈]|착수)")
_WORKS_END = regex(r"공사(?:는|가|를) [^.“”]{0,48}?(?P<step>마[치친칠쳐]|끝[나내난날낸낼])")
"""«공사는 내년 3월에 시작해 2028년 8월에 마친다»."""
_POSTPONED = regex(r"[^.“”]{0,30}?(?:밀[려렸리린]|미[뤄뤘룬루]|늦[춰췄추춘어]|연기|순연)")
_AHEAD = regex(
    r"(?:식)?(?:이|가|을|를|은|는)? ?(?:할|하는|될|열|여는)? ?(?:예정(?!이[었던]|됐|했)|가능|목표로|하겠|될 전망|차질)"
)
_COUNTED = regex(r"(?<!\d{4}\.)(?<!\d{4}\. )(?:\d|여|[십백천만]|몇|수) ?$")
"""Before a word that counts places: 60개소, 10여 개소."""


def _to_come(analysis: Analysis, date: Mention, step: Span) -> str:
    """The date of a step; a bare month to which something is put off, or in which something is to come, lies ahead of
    the day of publication.
    """
    iso, published = date.value.iso, analysis.document.published
    if date.value.explicit or published is None or len(iso) < 7 or iso >= published[: len(iso)]:
        return str(iso)
    postponed = date.begin >= step.begin and _POSTPONED.match(analysis.text, date.end)
    if not postponed and not _AHEAD.match(analysis.text, step.end):
        return str(iso)
    return f"{int(iso[:4]) + 1}{iso[4:]}"


def _dates(found: Iterable[Mention]) -> list[Mention]:
    """The dates of a sentence, without those that a longer one holds."""
    dates = [m for m in found if isinstance(m.value, DateValue)]
    held: set[int] = set()
    longest: Mention | None = None
    for date in sorted(dates, key=lambda d: (d.begin, -d.end)):
        if longest is not None and date.end <= longest.end:
            held.add(id(date))
            if (date.begin, date.end) == (longest.begin, longest.end):
                held.add(id(longest))
        else:
            longest = date
    return [d for d in dates if id(d) not in held]


def _is_part_of_else(text: str, match: "re.Match[str]") -> bool:
    """Whether the word is a part of another: 착공식, 준공업, 시행사, 시행령, 지정학, 입주기업, 출범식, 재개장."""
    after = text[match.end() : match.end() + 2]
    if after.startswith(
        ("식", "업", "사", "령", "규칙", "자", "학", "기업", "업체", "착오", "률", "처", "위", "단지", "일몰", "당 ")
    ):
        return True
    if match.group() == "개소" and _COUNTED.search(text[max(match.start() - 8, 0) : match.start()]):
        return True
    before = text[match.start() - 1 : match.start()]
    return before in ("재", "미", "기") and match.group() in (
        "착공",
        "준공",
        "개장",
        "지정",
    )
