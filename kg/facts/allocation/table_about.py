"""What a table and its rows of totals are about: its heading, the heading above that, the text that tells a sum."""

import re
from collections.abc import Sequence

from kg.documents.cells import Cell, mark_of
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import Line
from kg.facts.allocation.outline import heading_above, is_label_of_paper
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.table_labels import unframed
from kg.facts.allocation.topic_title import whole_topic
from kg.facts.allocation.topics import is_field
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.mentions.money_table import unit_of_heading
from kg.patterns import regex
from kg.spans import Span


def about_all(
    analysis: Analysis,
    line: Line,
    label: Cell,
    sums: Sequence[Mention],
    caption: tuple[str, Span] | None,
    told: Sequence[Draft],
    named: Sequence[str] = (),
) -> tuple[str, Span] | None:
    """What a row of totals is about: its lead (복지 | 소계), the one of the things ``named`` in the heading that is
    all of it, the text that tells one of its sums, the table's heading, the title."""
    if label[2].startswith("소") and line.cells[0][2] and line.cells[0] != label:
        cell = line.cells[0]
        return cell[2], Span(cell[0], cell[1])
    bare = unframed(analysis.text, caption[1]) if caption is not None and len(named) == 1 else None
    if bare is not None and re.sub(r"\W", "", named[0]) == re.sub(r"\W", "", bare[0]):
        return bare
    beside = {m.value.low for m in sums}
    if (
        len(sums) > 2 and label[2] and not label[2].startswith(("합", "계", "총"))
    ):  # a total is told, its years stand here
        beside.add(sum(m.value.low or 0 for m in sums))
    for other in told:
        if other.purpose and other.value in beside and "purpose" in other.slots and _says_itself(other):
            return other.purpose, other.slots["purpose"][0]
    title = analysis.document.title_span
    places = [caption[1]] if caption and not says_nothing(_COUNTED.sub("", caption[0])) else []
    for span in [*places, *([title] if title else [])]:
        bare = unframed(analysis.text, span)
        if bare is not None:
            return bare
    return caption if caption and "|" not in caption[0] and "\t" not in caption[0] else None


def _says_itself(other: Draft) -> bool:
    """Whether a sum of the running text is told with its thing: in its own words, as a total, in one sentence."""
    clause = other.clause
    if other.own or other.whole or clause is None or is_field(other.purpose or ""):
        return True
    return clause.sentence.begin <= other.slots["purpose"][0].begin


def in_title(analysis: Analysis, span: Span) -> bool:
    """Whether the words are the document's headline: «시, ‘X 사업’ 첫발… 3년간 94억 원» over a table of years."""
    title = analysis.document.title_span
    return title is not None and title.holds(span)


_BILL = regex(r"[「『‘'“\"]?(?P<name>[가-힣A-Za-z0-9·()\s]{4,44}?조례안)(?:[」』’'”\"]|\s|$|\()")
_COUNTED = regex(r"^(?:\d{1,2}[.)]|[가-하][.)]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[.)]?)\s*")
_ESTIMATE = regex(r"비용|추계|소요|재정|예산|재원")


def _bill_of_title(analysis: Analysis) -> tuple[str, Span] | None:
    """The ordinance whose bill a paper is about: the totals of its estimates are what that costs."""
    title = analysis.document.title_span
    found = _BILL.search(analysis.text, title.begin, title.end) if title is not None else None
    return (found["name"].strip(), Span(*found.span("name"))) if found is not None else None


def section_of(analysis: Analysis, mentions: Mentions, caption: tuple[str, Span] | None) -> tuple[str, Span] | None:
    """What a table is about whose own heading says nothing: the heading above that, else the text's one program."""
    bare = _COUNTED.sub("", caption[0]) if caption is not None else ""
    if says_nothing(bare) and _ESTIMATE.search(bare) and (bill := _bill_of_title(analysis)) is not None:
        return bill
    if caption is None or not says_nothing(caption[0]):
        return None
    over, title = heading_above(analysis.text, caption[1].begin), analysis.document.title_span
    headline = over is not None and title is not None and title.holds(over)
    if over is None or headline:
        main = whole_topic(analysis, mentions)
        if main is not None:
            return main.text, main.span
    return (over.of(analysis.text), over) if over is not None else None


_BESIDE = regex(r"\s*(?:※|＊|\*|자료\s?[:：=]|출처\s?[:：=]|주\s?[:：)])")
_TOLD_OUT = regex(r"(?:[다요죠까][.!?]?|[.!?:：])[”’\"')\]]*\s*$")
_MARKED = regex(r"\s*(?:[◇□○■<〈【\[▣◆▶●▲◎▷]|\d{1,2}\.\s|[가-하]\.\s|[<〈【\[(]?\s?표\s?\d)")
_NUMBERED = regex(
    r"^[\s◇□○■▣◆▶●▲◎▷]*[<〈【\[(]?\s?표\s?\d*(?:-\d+)?\s?[>〉】\])]\s*|"
    r"^[\s◇□○■▣◆▶●▲◎▷]*표\s?\d+(?:-\d+)?\s?[.:)]?\s+"
)
_LONGEST = 60
"""Letters of a heading without a mark."""


def heading_of(analysis: Analysis, line: Line) -> tuple[str, Span] | None:
    """The words of the heading above a table: «◇ 주요 사업비 (단위: 억원)»; a line with the unit alone tells none, the
    one above it does, unless that is a sentence of the text."""
    text, title = analysis.text, analysis.document.title_span
    end, over_unit = line.begin - 1, False
    for _ in range(14):
        if end <= 0:
            return None
        begin = text.rfind("\n", 0, end) + 1
        words = text[begin:end]
        told = "단위" in words or unit_of_heading(words)
        if not told and title is not None and begin <= title.begin < end:
            return None
        if told or (_MARKED.match(words) and "|" not in words) or (over_unit and _heads(words)):
            bare = re.sub(r"[(<\[〈]?\s?단\s?위.*$", "", words)
            bare = _NUMBERED.sub("", bare)  # <표1>
            bare = re.sub(r"^[\s◇□○■▣◆▶●▲◎▷<〈【\[]+|[\s>〉】\]]+$", "", bare).strip()
            if (unit := unit_of_heading(bare)) is not None:
                bare = bare[: unit.start("bracket")].strip()
            if len(bare) >= 3 and not is_label_of_paper(bare):
                place = begin + words.find(bare)
                return bare, Span(place, place + len(bare))
        over_unit = bool(told) or (over_unit and not words.strip())
        end = begin - 1
    return None


def _heads(words: str) -> bool:
    """Whether a line without a mark may be a table's heading: short, no row, no note, no sentence."""
    bare = words.strip()
    return (
        0 < len(bare) <= _LONGEST
        and mark_of(bare) is None
        and _BESIDE.match(bare) is None
        and _TOLD_OUT.search(bare) is None
    )
