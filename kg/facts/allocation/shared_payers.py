"""Several payers or things: of one sum each («도와 시가 480억 원씩»), of sums in order («A와 B가 각각 6억, 18억을»)."""

import copy
from itertools import pairwise
from typing import cast

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.words import LEVELS, SHARES
from kg.facts.model import Source
from kg.mentions.model import Mention, MentionKind, Mentions
from kg.patterns import regex
from kg.spans import Span

_TWO = regex(
    r"(?<![가-힣A-Za-z])(?P<a>[가-힣A-Za-z]{1,14})(?P<join>와|과|·|,)\s?(?P<b>[가-힣A-Za-z]{1,14}?)(?:가|이|은|는|도|에서)\s"
    r"(?P<between>[^.,]{0,40}?)(?P<each>(?:각각|각|똑같이|나란히|절반씩)\s)?(?:약\s)?$"
)
_JOINS_THINGS = regex(r"[가-힣A-Za-z](?:와|과|및)\s|\s및\s")
_BODIES: tuple[MentionKind, ...] = ("organization", "organization-short")
_GOVERNMENTS = regex(r"(?:시|도|군|구|부|청|처|정부|국가)$")


_BORNE = regex(r"(?:부담|분담|매칭|투자)(?:하는|할|한)\s|(?:내는|낼|대는|보태는)\s")


def share_payers(here: list[Draft], mentions: Mentions) -> list[Draft]:
    """The drafts of a sentence with the two payers of a sum each as rows of their own, or each sum its payer."""
    found: list[Draft] = []
    taken: set[int] = set()
    for i, draft in enumerate(here):
        found.append(draft)
        clause = draft.clause
        if clause is None or i in taken:
            continue
        text = clause.analysis.text
        before = max([clause.sentence.begin, *(d.money.end for d in here[:i] if d.clause is not None)])
        match = _TWO.search(text, max(before - 1, clause.money.begin - 80, 0), clause.money.begin)
        act = clause.act if clause.act is not None and clause.act.voice == "gives" else clause.leaning_act
        borne = match is not None and _BORNE.search(match["between"]) is not None
        if match is None or not (borne or (act is not None and act.voice == "gives")):
            continue
        first, second = (_body(mentions, text, match.start(g), match.end(g)) for g in ("a", "b"))
        if (
            (first is None and second is None)
            or not (_GOVERNMENTS.search(match["a"]) or first)
            or not (_GOVERNMENTS.search(match["b"]) or second)
        ):
            continue
        if match["between"] and _JOINS_THINGS.search(match["between"]):
            continue  # «A와 B는 X와 Y에 각각»: whose is which is not told
        each = "씩" in clause.chunk.suffix or text.startswith("씩", clause.money.end)
        later = here[i + 1] if i + 1 < len(here) else None
        if later is not None and match["each"] and not each and clause.chunk.particle == ",":
            _pays(draft, first, match["a"])
            _pays(later, second, match["b"])
            taken.add(i + 1)
        elif each or match["each"]:
            other = copy.copy(draft)
            other.programs, other.features, other.slots = list(draft.programs), list(draft.features), dict(draft.slots)
            _pays(draft, first, match["a"])
            _pays(other, second, match["b"])
            draft.apart = other.apart = True
            found.append(other)
    return found


_PURSES = regex(
    r"(?P<a>국비|도비|시비|군비|구비|민자)(?:와|과|·|,|\s및)\s?(?P<b>국비|도비|시비|군비|구비|민자)(?:가|이|는|은|로|으로|도)?\s?(?:각각|각)\s(?:약\s)?$"
)


def share_purses(here: list[Draft]) -> None:
    """«도비와 시비가 각각 190억 원과 260억 원»: each of two sums the purse that stands in its place."""
    for first, second in pairwise(here):
        clause, other = first.clause, second.clause
        if clause is None or other is None or other.row is not clause.row:
            continue
        text = clause.analysis.text
        match = _PURSES.search(text, clause.sentence.begin, clause.money.begin)
        if match is None or not _JOINED.fullmatch(text, clause.money.end, other.money.begin):
            continue
        for draft, name in ((first, "a"), (second, "b")):
            draft.source, draft.sourced, draft.per_unit = cast("Source", match[name]), True, None
            draft.slots["source"] = (Span(match.start(name), match.end(name)),)
            draft.features = [f for f in draft.features if f != "per-unit"]
            draft.note("source", draft.slots["source"][0], "source-told")
            draft.elided = draft.elided and match[name] not in ("국비", "민자")


_EACH_PURSE = regex(
    r"(?P<a>국비|도비|시비|군비|구비)(?:와|과|·|,|\s및)\s?(?P<b>국비|도비|시비|군비|구비)(?:가|이|는|은|로|으로|도|에서|를|을)?\s(?:(?P<each>각각|각|똑같이|나란히|절반씩)\s)?(?:약\s)?$"
)


_JOINED = regex(r"(?:원)?(?:과|와|,|·|ㆍ|\s및)\s?(?:약\s)?")


def _pair_follows(draft: Draft, here: list[Draft]) -> bool:
    """«도비와 시비가 각각 190억 원과 260억 원»: a second sum is joined to it."""
    if draft.clause is None:
        return False
    text, end = draft.clause.analysis.text, draft.money.end
    return any(_JOINED.fullmatch(text, end, other.money.begin) for other in here if other.money.begin > end)


def purses_alike(here: list[Draft]) -> list[Draft]:
    """«도비와 시비는 4억 원씩이다», «도비와 시비 각 4억 원»: the sum of each of two purses."""
    found: list[Draft] = []
    for draft in here:
        found.append(draft)
        clause = draft.clause
        if clause is None:
            continue
        match = _EACH_PURSE.search(clause.analysis.text, clause.sentence.begin, clause.money.begin)
        if match is None or (draft.per_unit != "씩" and (match["each"] is None or _pair_follows(draft, here))):
            continue
        other = copy.copy(draft)
        found.append(other)
        for one, name in ((draft, "a"), (other, "b")):
            place = Span(match.start(name), match.end(name))
            one.features = [f for f in draft.features if f not in ("per-unit", "source-told")]
            one.slots = {**draft.slots, "source": (place,)}
            one.source, one.sourced, one.per_unit = cast("Source", match[name]), True, None
            one.shared_out = True
            one.note("source", place, "source-told")
            one.elided = draft.by is None and match[name] != "국비"
    return found


_THINGS = regex(r"(?<=[가-힣A-Za-z’”0-9)])(?:와|과|,)\s|\s및\s")


def share_things(here: list[Draft]) -> list[Draft]:
    """«A와 B에 각각 5억 원을 들인다»: one sum for each of the things, where no other sum is handed out with it."""
    found: list[Draft] = []
    for draft in here:
        found.append(draft)
        clause = draft.clause
        if clause is None or not draft.own or not draft.purpose or clause.act is None or clause.act.voice == "gets":
            continue
        row = clause.row.chunks
        each = next((c for c in row[: clause.place] if c.kind == "adverb" and c.lemma in ("각각", "각기")), None)
        place = draft.slots.get("purpose", (draft.money.span,))[0]
        if each is None or each.begin < place.end or any(c.money for c in row if c is not clause.chunk):
            continue
        things = [t.strip(" ‘’'\"") for t in _THINGS.split(draft.purpose)]
        if not 2 <= len(things) <= 4 or any(len(t) < 3 for t in things):
            continue
        programs = list(draft.programs)
        for i, thing in enumerate(things):
            one = draft if i == 0 else copy.copy(draft)
            one.features, one.slots = list(draft.features), dict(draft.slots)
            one.purpose, one.shared_out, one.per_unit = thing, False, None
            one.programs = [p for p in programs if p.value.text in thing or thing in p.value.text]
            if i:
                found.append(one)
    return found


def _body(mentions: Mentions, text: str, begin: int, end: int) -> Mention | None:
    for mention in mentions.within(Span(begin - 20, end + 1), *_BODIES):
        if mention.end == end and mention.begin <= end:
            return mention
    return None


def _pays(draft: Draft, body: Mention | None, words: str) -> None:
    draft.by = draft.payer = body
    draft.decider, draft.elided = None, body is None
    draft.shared_out = True
    draft.per_unit = None
    draft.features = [f for f in draft.features if f != "per-unit"]
    level = LEVELS.get(words[-1])
    act = draft.clause.act if draft.clause else None
    if body is not None:
        draft.note("payer", body.span, "payer-told")
    if level is not None and act is not None and act.word in SHARES:
        draft.source, draft.sourced = level, True
        draft.features += [f for f in ("source-payer",) if f not in draft.features]
        if body is not None:
            draft.slots["source"] = (body.span,)
    elif not draft.sourced or draft.source not in (None, level):
        draft.source, draft.sourced = None, False
