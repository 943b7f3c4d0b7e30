"""The sums of governments that a text compares: «총사업비는 가람 480억 원, 나래 310억 원», «가람이 1인당 2만 원»."""

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.payer import subject_before
from kg.facts.allocation.roles import deliberates
from kg.facts.allocation.sides import Sides, called, side_at
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_BESIDE = regex(r"(?:\([^()]{1,16}\))?(?:이|가|은|는|의)?\s?(?:각각|약|총|모두|무려|1인당|한 사람당|주민 1인당)?\s?")
_HEADS = regex(
    r"(?:(?:시민|도민|구민|군민|주민|인구|국민)\s)?(?:1인당|한\s?사람당|한\s?명당|(?:한\s?(?:사람|명)|1인)\s?(?:몫|꼴|앞)?)(?:으로|에)?"
    r"(?=\s|$|은|는|이|가|\d)|(?:인구|주민|시민)(?:\s?수)?(?:로|으로)\s(?:나누|나눠|셈|따지|환산)"
)
_SHARED = regex(
    r"\s?(?P<what>[가-힣A-Za-z][가-힣A-Za-z·\s]{0,18}?(?:예산|사업비|투자액?|지원액?|살림))(?:을|를|은|는|으로|로|이|가)\s"
)
_WHOLE = regex(r"총\s?사업비|총액|총\s?예산|총\s?투자|전체\s?사업비")
_GOVERNING = frozenset(("LocalGovernment", "Ministry"))
_NEAR = 3
_FIELD_REACH = 6


def stand_side_by_side(here: list[Draft], earlier: list[Draft], sides: Sides, mentions: Mentions) -> None:
    """Give the sums of a sentence the government that each is told of, and where the row names nothing that
    government's own program, or what its last sum was for."""
    row = [(draft, body) for draft in here if (body := _told_of(draft, sides)) is not None]
    if not row and len(here) > 1:
        _as_in_last_row(here, earlier)
    listed = len({called(body) for _, body in row}) > 1
    first = row[0][0] if row else None
    led = listed and first is not None and first.own and not _names_body(*row[0])
    for draft, body in row:
        assert draft.clause is not None
        if draft.by is None or listed:
            draft.by, draft.elided = body, False
            draft.note("payer", body.span, "payer-told")
        if not listed:
            continue
        text, sentence = draft.clause.analysis.text, draft.clause.sentence
        lead = text[sentence.begin : row[0][1].begin]
        heads = _HEADS.search(lead) or _HEADS.search(text, body.end, draft.money.begin)
        if heads is not None:
            draft.per_unit = draft.per_unit or heads.group()
            draft.features += [f for f in ("per-unit",) if f not in draft.features]
        elif _WHOLE.search(lead):
            draft.whole = True
            draft.features += [f for f in ("total-told",) if f not in draft.features]
        if not led:
            _lend(draft, body, lead[heads.end() :] if heads is not None else "", earlier, sides)


def pay_by_side(draft: Draft, sides: Sides, mentions: Mentions) -> None:
    """Give a sum without a giver the government that its place in the text is about."""
    if draft.by is not None or not draft.elided or draft.clause is None:
        return
    analysis, sentence = draft.clause.analysis, draft.clause.sentence
    giver = subject_before(analysis, mentions, sentence.begin, draft.money.begin, draft.clause)
    if giver is not None and not (_GOVERNING & set(giver.value.classes)) and not deliberates(giver):
        return  # «한빛전력은 이와 별개로 350억 원짜리 X를 짓는다»
    side = side_at(analysis, sides.bodies, draft.money.begin)
    if side is not None and called(side) in sides.officials:
        draft.by, draft.elided = side, False
        draft.note("payer", side.span, "payer-context")


_EACH = regex(r"각각|각기")


def _as_in_last_row(here: list[Draft], earlier: list[Draft]) -> None:
    """«올해는 가람이 142억 원, 나래가 118억 원이다. 지난해에는 각각 101억 원, 96억 원이었다»: in the same order."""
    first = here[0].clause
    if first is None or not _EACH.search(first.analysis.text, first.sentence.begin, first.money.begin):
        return
    if any(d.own and d.by is not None and not d.elided for d in here):
        return  # the sentence names givers and things of its own
    last = [d for d in earlier if d.clause is not None and d.clause.sentence.index == first.sentence.index - 1]
    if len(last) != len(here) or len({called(d.by) for d in last if d.by is not None}) != len(last):
        return
    for draft, before in zip(here, last, strict=True):
        draft.by, draft.elided = before.by, False
        draft.purpose, draft.programs, draft.own = before.purpose, list(before.programs), True
        if before.by is not None:
            draft.note("payer", before.by.span, "payer-told")
        if "purpose" in before.slots:
            draft.note("purpose", before.slots["purpose"][0], "purpose-shared")


def _told_of(draft: Draft, sides: Sides) -> Mention | None:
    """The government whose name stands right before the sum."""
    if draft.clause is None:
        return None
    text = draft.clause.analysis.text
    for body in reversed(sides.bodies):
        if draft.clause.sentence.begin <= body.begin and body.end <= draft.money.begin:
            return body if _BESIDE.fullmatch(text, body.end, draft.money.begin) else None
    return None


def _names_body(draft: Draft, body: Mention) -> bool:
    """Whether what was read as a purpose is but the government's name: 나래(국비 포함)."""
    return "purpose" in draft.slots and draft.slots["purpose"][0].begin == body.begin


def _lend(draft: Draft, body: Mention, lead: str, earlier: list[Draft], sides: Sides) -> None:
    """What the sum is for: what the words that lead the row tell (1인당 AI 예산을 셈하면), what the last row of
    governments or the same government's last sum was for, the field that the text measures, else the government's
    own program."""
    assert draft.clause is not None
    analysis = draft.clause.analysis
    shared = _SHARED.match(lead)
    if shared is not None:
        draft.be_for(shared["what"], body.span, ())
        draft.own = True
        return
    official = called(body)
    if not draft.whole:
        other = _in_last_row(draft, official, earlier)
        if other is not None:
            draft.purpose, draft.programs, draft.own = other.purpose, list(other.programs), True
            if not draft.year_told:
                draft.year, draft.year_told = other.year, other.year_told
            draft.source, draft.sourced = other.source, other.sourced
            draft.note("purpose", other.slots.get("purpose", (body.span,))[0], "purpose-shared")
            return
        field = _field_before(analysis, draft.clause.sentence)
        if field is not None:
            draft.be_for(field.of(analysis.text), field, ())
            draft.own = True
            draft.features += [f for f in ("purpose-topic",) if f not in draft.features]
            return
    program = sides.programs.get(official)
    if program is not None:
        draft.be_for(program.value.text, program.span, (program,))
        draft.own = True
        draft.features += [f for f in ("purpose-topic",) if f not in draft.features]


def _in_last_row(draft: Draft, official: str, earlier: list[Draft]) -> Draft | None:
    """The same government's sum in the last row that set governments beside each other, or in the sentences before."""
    assert draft.clause is not None
    index = draft.clause.sentence.index
    rows: dict[int, dict[str, Draft]] = {}
    for other in earlier:
        if other.clause is not None and other.by is not None and other.purpose and not other.per_unit:
            name = called(other.by)
            if name:
                rows.setdefault(other.clause.sentence.index, {}).setdefault(name, other)
    for place in sorted(rows, reverse=True):
        row = rows[place]
        if official in row and (len(row) > 1 or (draft.per_unit and index - place <= _NEAR)):
            return row[official]
    return None


_FIELD = regex(
    r"(?:AI|인공지능(?:\(AI\))?|디지털|데이터|AX|스마트|로봇|반도체)(?:[·・]?[가-힣A-Za-z]{0,8})?\s(?:관련\s)?(?:예산|사업비|사업|지출)"
)


def _field_before(analysis: Analysis, sentence: Sentence) -> Span | None:
    """«AI 예산» told last before the sentence, else in the title: what a text that compares governments measures."""
    text = analysis.text
    title = analysis.document.title_span
    for earlier in reversed(analysis.sentences[: sentence.index + 1]):
        if sentence.index - earlier.index > _FIELD_REACH and earlier.index > _NEAR:
            continue
        found = list(_FIELD.finditer(text, earlier.begin, earlier.end))
        if found:
            return Span(found[-1].start(), found[-1].end())
    match = _FIELD.search(text, title.begin, title.end) if title is not None else None
    return Span(match.start(), match.end()) if match else None
