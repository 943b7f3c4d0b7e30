"""Sums in tables: the row's 사업명 cell is the purpose, the column's head tells year, source and status."""

import re
from collections.abc import Sequence
from typing import cast

from kg.documents.cells import Cell
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import SUM_ROW, Line, Table, is_reckoned, tables
from kg.facts.allocation.outline import is_paper
from kg.facts.allocation.payer import governs
from kg.facts.allocation.payer_context import of_press_release
from kg.facts.allocation.source import source_pattern
from kg.facts.allocation.table_about import about_all, heading_of, in_title, section_of
from kg.facts.allocation.table_across import head_over, purse_below, share_columns, tables_across
from kg.facts.allocation.table_beside import bare_year, cell_sums, purse_beside, runs_for_years, year_beside
from kg.facts.allocation.table_heads import asked_of_others, read_head, tells_change
from kg.facts.allocation.table_labels import by_heads, is_year_row, row_name, row_year
from kg.facts.allocation.table_notes import settle_columns, settle_row
from kg.facts.allocation.table_owners import (
    by_givers,
    cut_by_council,
    governments_in,
    lists_givers,
    ministry_beside,
    own_rows,
    shared_thing,
)
from kg.facts.allocation.table_purses import lend_to_purses
from kg.facts.allocation.table_stages import chain_row, cut_from, replace_first
from kg.facts.allocation.table_years import (
    compare,
    in_force,
    propose,
    spent_of,
    year_of_rows,
    year_of_title,
    year_of_told,
    year_of_whole,
)
from kg.facts.allocation.topic_main import main_topic
from kg.facts.allocation.words import foreign_nouns
from kg.facts.allocation.year import YearWord, spans_years, year_words
from kg.facts.model import Source
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.purse_words import purse_words
from kg.patterns import regex
from kg.spans import Span

_MONEY_LABEL = regex(
    r"^(?:총|연간|연도별|연차별|소요|필요)?(?:사업비|사업예산|예산|투자|투입|소요|지원|집행|배정|편성|출연|부담|보조|금액|비용|재원)(?:금액|예산|재원|비용|액|금|비|규모)?$"
)
_SHORT_PURSE = regex(r"(?<![가-힣])[국도시군구](?=\s?[:：]?$)")
"""«국 1,300 도 390 군 910»."""
_SHARED_OUT = regex(r"배분|분담|재원별|사업별|분야별|기관별|시군별|지역별|시·도별")
_NOTED = regex(r"[가-힣]{2,4}\s?(?:사업비|액|예산|안)\s?[:：]?")
_PART_OF_REMARK = regex(r"[,;·(（]")
_TAKEN = regex(r"\s?(?:전액\s?)?(?:삭감|감액)(?![률율가-힣])")
_AS_OF = regex(
    r"(?:예산|집행|결산)[^\n]{0,12}[(（]\s?(?P<year>20\d\d)\s?[.년]\s?\d{1,2}\s?[.월][^()\n]{0,10}(?:현재|기준)"
)
"""«지표별 예산 집행 (2025. 12. 31. 현재)»."""
_REMARK = regex(r"\s?\([^()]*\d[^()]*\)$")
"""«앱 보급(6000농가)»."""
_PLACED = regex(r"[^가-힣]*(?P<place>[가-힣]{2,7})\s?\((?P<thing>[^()\d]{3,24})\)")


def table_drafts(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, told: Sequence[Draft] = ()) -> list[Draft]:
    """One draft for every sum in a table's cell that a heading or a row names; ``told`` are those of the running text,
    which lend a row of totals what it is about."""
    sums = [m for m in mentions.of("money") if m.rule == "money-table"]
    if analysis.document.grids:
        sums = sorted({*sums, *cell_sums(analysis, mentions)}, key=lambda m: m.begin)
    if not sums:
        return []
    found: list[Draft] = []
    for table in tables(analysis.text, sums):
        caption = heading_of(analysis, table.rows[0][0])
        section = shared_thing(analysis, mentions, table, caption) or section_of(analysis, mentions, caption)
        givers = section is not None and lists_givers(table)
        inside_table: list[Draft] = []
        for line, inside in table.rows:
            row = [
                draft
                for money in inside
                if (draft := _cell(analysis, mentions, lexicon, table, line, money, caption, section, told)) is not None
            ]
            if row and row[0].across:
                inside_table += row
                continue
            _date_remarks(line, row)
            _share_row(row)
            row = cut_from(row)
            chain_row(row)
            replace_first(row, [cell.words if (cell := table.above(line, d.column or 0)) else "" for d in row])
            inside_table += settle_row(line, table, row, analysis.text)
        if givers and section is not None:
            by_givers(mentions, inside_table, section)
        if all(d.whole or (d.sourced and not d.own) for d in inside_table):  # one thing: what each year brings
            for draft in inside_table:
                draft.whole = draft.whole and not draft.year_told
        share_columns([d for d in inside_table if d.across])
        year_of_rows(inside_table)
        own_rows(analysis.text, mentions, inside_table)
        cut_by_council(analysis, mentions, inside_table)
        _pay_as_issuer(analysis, mentions, inside_table)
        _share_by_heads(inside_table)
        lend_to_purses(inside_table)
        of_one_year = [d for d in inside_table if not d.several_years]
        if not any(d.year for d in of_one_year):
            year_of_title(analysis, of_one_year)
        if not any(d.year for d in of_one_year):
            year_of_told(told, of_one_year)
        year_of_whole(inside_table)
        settle_columns(analysis, table, inside_table)
        spent_of(inside_table, table)
        propose(analysis, inside_table, caption)
        in_force(analysis, inside_table, caption, table)
        compare(inside_table)
        found += inside_table
    return found


def _cell(
    analysis: Analysis,
    mentions: Mentions,
    lexicon: Lexicon,
    table: Table,
    line: Line,
    money: Mention,
    caption: tuple[str, Span] | None,
    section: tuple[str, Span] | None,
    told: Sequence[Draft],
) -> Draft | None:
    column = line.at(money.begin)
    across = tables_across(analysis, mentions).get(line.begin)
    thing = across.things.get(column) if across is not None and column else None
    label = thing or (table.label(line, column) if column else None)
    if column is None or label is None or (money.value.low or 0) <= 0:
        return None
    above = line.cells[0] if thing is not None else table.above(line, column)
    words = above[2] if above is not None else ""
    noted = words == "비고" and not _is_bare(line.cells[column].words)
    if (tells_change(words) and not noted) or any(w in words or label[2].endswith(w) for w in foreign_nouns(lexicon)):
        return None
    span = Span(label[0], label[1])
    name = row_name(label[2])
    if not name:
        return None
    draft = Draft(money, None, evidence=(Span(min(span.begin, money.begin), money.end),))
    draft.features.append("table")
    draft.column, draft.across = column, thing is not None
    draft.note("purpose", span, "purpose-row")
    draft.purpose, draft.own = name, True
    draft.programs = [m for m in mentions.within(Span(span.begin - 40, span.end + 40), "program") if m.span.meets(span)]
    government = _government(mentions, line, column) or (_alone(mentions, above) if above is not None else None)
    if across and thing and government is None and (head := head_over(across.grid, column)) is not None:
        government = _alone(mentions, head)  # «구분 | 가람시 | 나래군» over «사업명 | X | Y»
    if government is None and not (above is not None and asked_of_others(above.words)):
        government = ministry_beside(mentions, table, line)
    if is_reckoned(line.cells[column].words):
        _reckon(draft, line.cells[column])
    told_year = row_year(analysis.text, label[0], label[1], analysis.document.published)
    if told_year is not None:
        draft.year, draft.year_told = told_year.year, True
        draft.note("year", told_year.span, "year-told")
    if government is not None:
        draft.by = government
        draft.note("payer", government.span, "payer-told")
    sums_up = SUM_ROW.match(name.replace(" ", "")) is not None or _MONEY_LABEL.match(name.replace(" ", "")) is not None
    dated = is_year_row(name)
    draft.features += ["sum-row"] if sums_up else []
    draft.features += ["year-row"] if dated else []
    if government is not None and span.meets(government.span) and (beside := table.thing_beside(line, column, label)):
        span, label, name = Span(beside[0], beside[1]), beside, row_name(beside[2])
        draft.be_for(name, span, mentions.within(span, "program"))
    elif (inner := _thing_in_bracket(mentions, label)) is not None:
        span = inner
        draft.be_for(span.of(analysis.text), span, mentions.within(span, "program"))
    elif dated and (content := table.content_behind(line, column)) is not None:
        span, name = Span(content.begin, content.end), _REMARK.sub("", content.words)
        draft.be_for(name, span, mentions.within(span, "program"))
        _date_by_row(draft, label)
    elif sums_up or dated or (government is not None and span.meets(government.span)):
        draft.whole, draft.own = sums_up, not (sums_up or dated)
        if dated:
            _date_by_row(draft, label)
        inside = next((s for row, s in table.rows if row is line), (money,))
        heading = sorted({m.value.text for m in mentions.within(caption[1], "program")}) if caption else []
        about = section or about_all(analysis, line, label, inside, caption, told, heading)
        if about is None:
            return None
        if is_paper(about[0]) and (main := main_topic(analysis, mentions)) is not None:
            about = (main.text, main.span)  # the title says what kind of paper it is, the lead what it is about
        named = mentions.within(about[1], "program")
        if about is section or (heading and re.sub(r"\W", "", about[0]) == re.sub(r"\W", "", heading[0])):
            draft.programs = list(named)
        elif len({m.value.text for m in named}) == 1 and (
            _MONEY_LABEL.match(name.replace(" ", "")) or in_title(analysis, about[1])
        ):
            about = (named[0].value.text, named[0].span)  # the heading or title names the one thing that is paid for
            draft.programs = [named[0]]
        draft.purpose = about[0]
        draft.slots["purpose"] = (about[1],)
        if not draft.programs and (lent := next((d for d in told if d.slots.get("purpose") == (about[1],)), None)):
            draft.programs = list(lent.programs)
    cell = line.cells[column]
    before = Cell(cell.begin, money.begin, analysis.text[cell.begin : money.begin].strip())
    label_before = _PART_OF_REMARK.split(before.words)[-1].strip()
    if (taken := _TAKEN.match(analysis.text, money.end, cell.end)) is not None:  # «예산심사 시 180 삭감» under 비고
        draft.status = "cut"
        draft.note("status", Span(*taken.span()), "status-cut")
        before = Cell(cell.begin, money.begin, "")
    elif label_before and _NOTED.fullmatch(label_before):
        read_head(analysis, draft, Cell(before.begin, before.end, label_before))  # «요구액 3,200» under 비고
    elif above is not None:
        read_head(analysis, draft, above)
    if not draft.year and (year := year_beside(table, line)) is not None:
        draft.year, draft.year_told = year.year, True
        draft.note("year", year.span, "year-told")
    if not draft.year and runs_for_years(analysis, table, line):
        draft.several_years = True
        draft.lasts = True
    _read_source(lexicon, draft, above, label, name, caption, before if before.words else None)
    if draft.purpose is None and section is not None:
        draft.be_for(section[0], section[1], mentions.within(section[1], "program"))
    purse = purse_below(across.grid, lexicon, column) if across and thing else purse_beside(lexicon, table, line)
    if not draft.sourced and purse is not None:
        draft.source, draft.sourced = purse[0], True
        draft.note("source", purse[1], "source-told")
        draft.bound = True  # all of it is of that purse: no share
    if caption is not None:
        if not draft.year and spans_years(
            analysis.text, caption[1].begin, caption[1].end + 12, analysis.document.published
        ):
            draft.several_years = True
        years = year_words(analysis.text, caption[1].begin, caption[1].end, analysis.document.published)
        if not years and (at := _AS_OF.search(analysis.text, caption[1].begin, caption[1].end + 24)) is not None:
            years = [YearWord(int(at["year"]), Span(*at.span("year")), "in", True)]
        if not draft.year and not draft.several_years and not draft.whole and len(years) == 1:
            draft.year, draft.year_told = years[0].year, True
            draft.note("year", years[0].span, "year-told")
        whole_of_it = draft.whole or (draft.own and not draft.sourced) or draft.bound
        draft.shared_out = bool(_SHARED_OUT.search(caption[0])) and not whole_of_it
        if not draft.year and draft.several_years:
            draft.status = draft.status or "planned"
    draft.elided = draft.by is None and draft.source not in ("국비", "민자")
    return draft


def _date_by_row(draft: Draft, label: Cell) -> None:
    """Take the year by which a row is named."""
    if not draft.year and (years := bare_year(label)):
        draft.year, draft.year_told = years[0].year, True
        draft.note("year", years[0].span, "year-told")


_YEARLY = regex(r"(?:매?[년연]|연간)\s?\d")


def _reckon(draft: Draft, cell: Cell) -> None:
    """A sum of a reckoning is what a year takes, «연 4억 원 × 4년», else what each one costs: «120명 × 50만 원»."""
    if _YEARLY.match(cell.words):
        draft.recurring = draft.bound = True
    else:
        draft.per_unit = cell.words


def _is_bare(words: str) -> bool:
    return words[:1].isdigit()


def _government(mentions: Mentions, line: Line, column: int) -> Mention | None:
    """The government that a cell before the sum's names and nothing else: «가온시 | 6 | 14» in a table by cities."""
    return next((body for cell in line.cells[:column] if (body := _alone(mentions, cell)) is not None), None)


def _alone(mentions: Mentions, cell: Cell) -> Mention | None:
    """The government that is all a cell says, as the head of a column too: «구분 | 가람시 | 나래시»."""
    named = governments_in(mentions, cell.begin, cell.end)
    return next((b for b in named if b.value.text == cell.words.strip()), None)


def _thing_in_bracket(mentions: Mentions, label: Cell) -> Span | None:
    """What stands in brackets behind the place of a row: «▪ 나루 (부품 AI)»."""
    told = _PLACED.fullmatch(label[2])
    if told is None:
        return None
    place = Span(label[0] + told.start("place"), label[0] + told.end("place"))
    if not any(m.span == place for m in mentions.within(place, "region", "organization")):
        return None
    return Span(label[0] + told.start("thing"), label[0] + told.end("thing"))


def _pay_as_issuer(analysis: Analysis, mentions: Mentions, rows: Sequence[Draft]) -> None:
    """The agency whose release it is pays for the rows that tell of nobody; a government does so anyway."""
    open_ = [d for d in rows if d.elided and not d.sourced]
    issuer = of_press_release(analysis, mentions) if open_ and analysis.document.kind == "press-release" else None
    if issuer is None or governs(issuer):
        return
    for draft in open_:
        draft.by, draft.elided = issuer, False
        draft.note("payer", issuer.span, "payer-context")


def _share_by_heads(rows: Sequence[Draft]) -> None:
    """A row «시민 1인당» below one of sums is what each one gets of what that row is for."""
    above: Draft | None = None
    for draft in rows:
        heads = by_heads(draft.purpose) if draft.purpose and draft.own else None
        if heads is None:
            above = draft
            continue
        draft.per_unit, draft.basis = heads[0], None
        draft.features += [f for f in ("per-unit",) if f not in draft.features]
        if len(heads[1]) > 1:
            draft.purpose = heads[1]
        elif above is not None and above.purpose:
            draft.be_for(above.purpose, above.slots["purpose"][0], above.programs)
            if draft.year is None:
                draft.year, draft.year_told = above.year, above.year_told


def _read_source(
    lexicon: Lexicon,
    draft: Draft,
    above: Cell | None,
    label: Cell,
    name: str,
    caption: tuple[str, Span] | None,
    inside: Cell | None,
) -> None:
    """From the word before it in its cell, the column's head, the row's name or, where it tells a single one, the
    table's heading."""
    if inside is not None and (words := list(source_pattern(lexicon).finditer(inside.words))):
        word = words[-1]
        draft.source, draft.sourced = cast("Source | None", purse_words(lexicon).get(word.group())), True
        draft.note("source", Span(inside.begin + word.start(), inside.begin + word.end()), "source-told")
        return
    if inside is not None and (short := _SHORT_PURSE.search(inside.words)) is not None:
        draft.source, draft.sourced = cast("Source", f"{short.group()}비"), True
        draft.note("source", Span(inside.begin + short.start(), inside.begin + short.end()), "source-told")
        return
    for cell in (above, label):
        match = source_pattern(lexicon).search(cell[2]) if cell is not None else None
        if cell is None or match is None:
            continue
        draft.source, draft.sourced = cast("Source | None", purse_words(lexicon).get(match.group())), True
        draft.note("source", Span(cell[0] + match.start(), cell[0] + match.end()), "source-told")
        if cell is label and match.group() == name:
            draft.own, draft.purpose = False, None
        return
    purses = {m.group() for m in source_pattern(lexicon).finditer(caption[0])} if caption is not None else set()
    if caption is not None and len(purses) == 1 and purse_words(lexicon).get(next(iter(purses))):
        draft.source, draft.sourced = cast("Source | None", purse_words(lexicon)[next(iter(purses))]), True
        draft.note("source", caption[1], "source-told")


_ONLY_NUMBER = regex(r"[△▲▽▼+\-−–\d,.()\s]+")


def _date_remarks(line: Line, row: list[Draft]) -> None:
    """What a remark says was asked or cut is of the year of the row's own sum: «2026년 예산 | 620 | 180 삭감»."""
    dated = next((d for d in row if d.year is not None and d.year_told and not d.several_years), None)
    for draft in row:
        if draft.column is None or _ONLY_NUMBER.fullmatch(line.cells[draft.column].words):
            continue
        asked_or_cut = draft.status in ("cut", "proposed") and "status" in draft.slots
        if dated is not None and draft is not dated and draft.year is None and asked_or_cut and not draft.several_years:
            draft.year, draft.year_told = dated.year, True
            draft.note("year", dated.slots["year"][0], "year-column")


def _share_row(row: list[Draft]) -> None:
    """Columns of purses share out the column of the same row that they add up to."""
    purses = [d for d in row if d.sourced]
    for total in reversed([d for d in row if not d.sourced]):
        if purses and abs(sum(d.value for d in purses) - total.value) < 1:
            if len(purses) > 1:
                for part in purses:
                    part.part_of, part.bound = total, True
                    part.status = part.status or total.status
            else:
                total.source, total.sourced, total.bound = purses[0].source, True, True
                total.slots.setdefault("source", purses[0].slots.get("source", ()))
                row.remove(purses[0])
            return
    if len(purses) > 1 and len(purses) == len(row):  # «국비 60 | 지방비 40»: each is a part of what is not told
        for part in purses:
            part.shared_out = part.shared_out or (part.year is None and not part.several_years)
