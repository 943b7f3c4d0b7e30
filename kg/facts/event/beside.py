"""How the name of an event stands to the names and days beside it, and which event told before it means."""

import re

from kg.facts.event.days import Day
from kg.facts.event.frame import Frame
from kg.facts.event.told import Told, bare, said_apart, same_head, same_place
from kg.language.model import Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_SITTING = regex(r"(?:위원회|예결위|특위|소위|본회의|임시회|정례회|협의회|협의체)$")
"""What a bare 회의 of the same day means."""
_YEAR = 4  # letters of a year as ISO writes it
_COLON = regex(r" ?[:：] ?")
_OPENINGS = frozenset(("개막식", "개회식", "개막행사", "개막 행사", "개장식"))


def goes_on(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names are joined to one occasion (출범식과 제1차 회의)."""
    return bool(re.fullmatch(r"[’'”\"」]?(?:과|와| 및|·| 겸) ?[‘'“\"「]?", text[one.end : other.begin]))


def goes_on_to(text: str, candidates: list[Mention], i: int) -> Mention:
    """The last of the names that are joined to one occasion: it has the verb."""
    while i + 1 < len(candidates) and goes_on(text, candidates[i], candidates[i + 1]):
        i += 1
    return candidates[i]


def is_room(text: str, candidate: Mention, candidates: list[Mention]) -> bool:
    """Whether the name is only where another event took place: 본회의에서 열린 시정연설."""
    after = text[candidate.end : candidate.end + 8].lstrip("’'”\" ")
    follows = any(0 < c.begin - candidate.end < 16 for c in candidates)
    return follows and bool(re.match(r"에서 (?:열린|연|가진|한|있은|진행)", after))


def is_of_another(mentions: Mentions, day: Day, candidate: Mention) -> bool:
    """Whether a coarser date stands between the day and the name (9일 … 다음 달 초 현장 점검)."""
    between = mentions.within(Span(day.span.end, candidate.begin), "date")
    return any(
        candidate.begin - m.end <= 6 and len(m.value.iso) < 10 and not _in_name(candidate, m, day) for m in between
    )


def _in_name(candidate: Mention, date: Mention, day: Day) -> bool:
    """Whether a year right before a name is part of it (4일 2026년도 예산안 설명회): one not past on the day."""
    near = candidate.begin - date.end <= 1 and len(date.value.iso) == _YEAR
    return near and (day.iso is None or date.value.iso >= day.iso[:_YEAR])


def of_another_year(mentions: Mentions, candidate: Mention, sentence: Sentence, published: str | None) -> bool:
    """Whether a sentence tells a name of a year or month that is past (2022년에도 투자협약을 맺었지만)."""
    told = mentions.within(Span(sentence.begin, candidate.begin), "date")
    last = told[-1].value.iso if told else ""
    return bool(last) and len(last) < 10 and published is not None and last < published[: len(last)]


def _follows(text: str, candidate: Mention, shape: Frame, day: Day) -> bool:
    """Whether a day stands right behind a name, in brackets, or behind the clause that says it was held (열린 10일)."""
    between = text[candidate.end : day.span.begin]
    if between == ", " and text[candidate.begin - 1] == "(":
        return True  # (간담회, 2025. 9. 25.)
    if between == "에서 " and candidate.value.classes[0] == "session":
        return True  # 제302회 임시회에서 6월 24일 가결
    if _COLON.fullmatch(between):
        return True  # 예비심사 : 2026. 4. 16.
    return between in ("(", " (") or (shape.held and candidate.end < shape.stop <= day.span.begin <= shape.stop + 2)


def day_of(text: str, mentions: Mentions, candidate: Mention, shape: Frame, found: list[Day]) -> Day | None:
    """The day nearest before the name, else the one between the name and its verb."""
    before = [d for d in found if d.span.end <= candidate.begin]
    if before and is_of_another(mentions, before[-1], candidate):
        return None
    if before:
        return before[-1]
    inside = [d for d in found if candidate.end <= d.span.begin and d.span.end <= shape.stop]
    inside += [d for d in found if _follows(text, candidate, shape, d)]
    return inside[0] if inside else None


def head_of(classes: dict[str, str], mention: Mention) -> str:
    name = mention.value.text
    return next((str(name[i:]) for i in range(len(name)) if name[i:] in classes), str(name))


def opens(classes: dict[str, str], one: str, other: str) -> bool:
    """Whether one of two heads is a ceremony that only opens the fair or festival of the other."""
    pairs = ((one, other), (other, one))
    return any(a in _OPENINGS and classes.get(b, "show") == "show" for a, b in pairs)


def meant(
    told_before: list[Told],
    classes: dict[str, str],
    candidate: Mention,
    day: Day | None,
    refers: bool,
    shape: Frame,
    sentence: Sentence,
) -> Told | None:
    """The event told before that the candidate means."""
    head, name = head_of(classes, candidate), candidate.value.text
    points = refers or shape.held or shape.particle in ("에서", "에", "은", "는")
    for told in reversed(told_before):
        if not points and bare(name) not in told.names:
            continue
        if day is not None and not day.anaphoric and told.day is not None and day.iso != told.iso:
            continue
        another = day is not None and day.anaphoric and day.iso is not None and told.iso not in (None, day.iso)
        if another and not (refers and same_head(head, told.head, refers)):
            continue
        if opens(classes, head, told.head) and (day is None or day.iso == told.iso):
            return told
        if day is not None and bare(name) == "회의" and day.iso == told.iso and _SITTING.search(told.head):
            return told
        if not same_head(head, told.head, refers):
            continue
        if said_apart(name, head, told):
            continue
        return told
    return None


def held_there(told_before: list[Told], head: str, day: Day, place: Mention | None) -> Told | None:
    """The gathering of that day and place at which something was explained or announced."""
    if head not in ("설명", "발표") or place is None:
        return None
    for told in told_before:
        there = told.place is not None and same_place(place.value.text, told.place.value.text)
        if told.iso == day.iso and there and "act" not in told.features:
            return told
    return None


def joined_to_gatherings(told: list[Told]) -> list[Told]:
    """The events, an explanation that a caption told first joined to the gathering at which it was given."""
    kept: list[Told] = []
    for one in told:
        day = one.day if "act" in one.features else None
        others = [t for t in told if t is not one]
        gathering = held_there(others, one.head, day, one.place) if day is not None and day.iso else None
        if gathering is None:
            kept.append(one)
            continue
        gathering.names += one.names
        gathering.evidence += one.evidence
        gathering.meets(one.people.values())
    return kept
