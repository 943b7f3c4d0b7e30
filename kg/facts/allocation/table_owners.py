"""Whose money the rows of a table are that compares governments: «나루 동구 AI 길잡이 | 640 | 1,180»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import Line, Table
from kg.facts.allocation.topic_main import main_topic
from kg.facts.allocation.turn import sitting_body
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_MINISTRIES = regex(r"(?:소관|관계|주관|담당|중앙|해당)?(?:중앙)?부처(?:명)?")
_FEWEST = 2
"""Governments that the labels of one table must name: in a table of one, a place is a part of a name."""


def own_rows(text: str, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Give the sums of a table's rows to the government that opens each label, where the labels name several."""
    openings = [(d, _opening(text, mentions, d)) for d in drafts]
    if len({m.value.official or m.value.text for _, m in openings if m is not None}) < _FEWEST:
        return
    for draft, government in openings:
        if government is not None and draft.by is None:
            draft.by, draft.elided = government, False
            draft.note("payer", government.span, "payer-told")


def cut_by_council(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """In a council's own paper the council takes what a column of cuts tells; less than was asked is a part of it."""
    cuts = [d for d in drafts if d.status == "cut" and d.by is None and "status" in d.slots]
    if analysis.document.kind != "council" or not cuts or (body := sitting_body(mentions)) is None:
        return
    for draft in cuts:
        draft.by = draft.decider = body
        asked = [d for d in drafts if d.evidence[0].begin == draft.evidence[0].begin and d.stage == "편성안"]
        if draft.part_of is None and any(d.value > draft.value for d in asked):
            draft.part_of, draft.bound = max(asked, key=lambda d: d.value), True


_GIVERS = regex(
    r"(?:주요)?(?:출자|출연|투자|분담|부담|지원|기부|후원|기탁|협찬|재원부담|재원분담|출자·?출연)(?:자|사|처|기관|주체|단체|기업|지자체|시군)(?:명)?"
)
_GIVEN = regex(r"(?:출자|출연|투자|분담|부담|지원|기부|후원|약정|기탁|협찬)(?:약정)?(?:액|금|금액|비|규모|예정액)")
"""The heads of a table that tells who gives how much to one thing: «출자자 | 약정액»."""


def lists_givers(table: Table) -> bool:
    """Whether the rows of a table are those who give, and its sums what each of them does."""
    heads = [c.words.replace(" ", "") for c in table.head.cells] if table.head is not None else []
    return bool(heads) and _GIVERS.fullmatch(heads[0]) is not None and any(_GIVEN.match(h) for h in heads[1:])


def shared_thing(
    analysis: Analysis, mentions: Mentions, table: Table, caption: tuple[str, Span] | None
) -> tuple[str, Span] | None:
    """What all givers of such a table give to: the program that its heading names, else the text's own."""
    if not lists_givers(table):
        return None
    named = mentions.within(caption[1], "program") if caption is not None else []
    if named:
        return named[0].value.text, named[0].span
    main = main_topic(analysis, mentions)
    return (main.text, main.span) if main is not None else None


def by_givers(mentions: Mentions, drafts: Sequence[Draft], thing: tuple[str, Span]) -> None:
    """Let each row of givers be the money of the body that it names, for the thing of them all."""
    for draft in drafts:
        told = draft.slots.get("purpose", ())
        row = mentions.within(told[0], "organization", "organization-short", "region") if told else []
        if row and "sum-row" not in draft.features:
            draft.by, draft.elided = row[0], False
            draft.note("payer", row[0].span, "payer-told")
        elif "sum-row" not in draft.features:
            draft.elided = False
        draft.be_for(*thing, mentions.within(thing[1], "program"))
        draft.own = False
        draft.apart = "sum-row" not in draft.features  # equal sums of two givers are two


def governments_in(mentions: Mentions, begin: int, end: int) -> list[Mention]:
    """The governments that a cell or label names, by their places too."""
    bodies = mentions.within(Span(begin, end), "organization", "region")
    return [b for b in bodies if {"LocalGovernment", "Region"} & set(b.value.classes)]


def ministry_beside(mentions: Mentions, table: Table, line: Line) -> Mention | None:
    """The ministry that pays for a row's thing, where a column is headed so: «사업명 | 부처 | 정부안»."""
    for i, cell in enumerate(line.cells):
        above = table.above(line, i)
        if above is not None and _MINISTRIES.fullmatch(above.words.replace(" ", "")):
            named = mentions.within(Span(cell.begin, cell.end), "organization", "organization-short")
            return next((m for m in named if "Ministry" in m.value.classes), None)
    return None


def _opening(text: str, mentions: Mentions, draft: Draft) -> Mention | None:
    """The government with whose name a row's label opens, in front of a further word."""
    told = draft.slots.get("purpose")
    if not told:
        return None
    begin, end = told[0].begin, told[0].end
    named = governments_in(mentions, begin, end)
    return next((m for m in named if m.begin == begin and m.end < end and text[m.end] == " "), None)
