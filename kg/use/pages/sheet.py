"""A section of a page as a table for CSV and xlsx: whole won as integers, the sentence and its address beside."""

from collections.abc import Mapping
from typing import Any

from kg.use.answer import Answer, Cell
from kg.use.pages.money import Sum
from kg.use.pages.route import Addresses
from kg.use.pages.rows import Event, Office, Part, Program, Quotation, Step, Target
from kg.use.pages.thing import Section
from kg.use.pages.told import Evidence, Named
from kg.use.pages.within import Part as Below

_EVIDENCE = ("확신도", "확인", "독립 출처", "문서", "문장", "발행처", "발행일", "근거 주소")


def sheet(section: Section, evidence: Mapping[str, Evidence], to: Addresses) -> Answer:
    """All rows of a section with their evidence."""
    columns: tuple[str, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    for row in section.rows:
        told = cells(row)
        columns = tuple(told)
        rows.append((*told.values(), *_evidence(evidence.get(row.iri), to), row.iri))
    return Answer((*columns, *_EVIDENCE, "사실 주소"), tuple(rows))


def cells(row: Any) -> dict[str, Cell]:
    """A row's own values by column."""
    if isinstance(row, Sum):
        return {
            "연도": int(row.year) if row.year else "",
            "금액": row.value if row.value is not None else "",
            "금액 위": row.most if row.most is not None else "",
            "통화": row.currency,
            "어림": row.bound,
            "쓰임새": row.purpose,
            "사업": _names(row.programs),
            "지역": _names(row.regions),
            "재원": row.fund,
            "기준": row.basis,
            "상태": row.status,
            "예산 단계": row.stage,
            "지원 방식": row.instrument,
            "단위당": row.unit,
            "누가": ", ".join(f"{who.label}({what})" for what, who in row.by),
            "합산": "더함" if row.taken else row.adds,
        }
    if isinstance(row, Below):
        by_year: dict[str, Cell] = dict(zip(row.years, row.values, strict=True))
        return {"지역": row.region.label, **by_year, "더한 금액": row.taken, "뺀 금액": row.left}
    if isinstance(row, Office):
        return {
            "사람": _name(row.person),
            "직책": row.title,
            "기관": _name(row.body),
            "전직": "예" if row.former else "",
            "권한대행": "예" if row.acting else "",
            "처음 나온 날": row.first,
            "마지막으로 나온 날": row.last,
        }
    if isinstance(row, Part):
        return {"참여": row.what, "누가": row.agent.label, "사업": row.program.label, "주제": row.theme}
    if isinstance(row, Target):
        return {
            "무엇을": row.measure,
            "출발 값": _number(row.baseline),
            "값": _number(row.value),
            "단위": row.unit,
            "기한": row.deadline,
            "종류": row.kind,
            "매년": "예" if row.yearly else "",
            "사업": _names(row.programs),
        }
    if isinstance(row, Quotation):
        return {
            "말": row.text,
            "말한 이": _name(row.speaker),
            "날짜": row.day,
            "자리": _name(row.event),
            "장소": row.place,
            "주제": _names(row.about),
        }
    if isinstance(row, Step):
        return {"날짜": row.day, "단계": row.what, "사업": _name(row.program)}
    if isinstance(row, Event):
        return {
            "날짜": row.day,
            "끝": row.end,
            "행사": row.thing.label,
            "장소": row.place,
            "참석·주최": _names(row.people),
        }
    assert isinstance(row, Program)
    return {"주제": row.theme, "사업": row.thing.label}


def _evidence(told: Evidence | None, to: Addresses) -> tuple[Cell, ...]:
    if told is None:
        return ("",) * len(_EVIDENCE)
    first = told.first
    return (
        round(told.confidence, 3),
        "확인됨" if told.sure else "확인 필요",
        told.sources,
        told.documents,
        first.sentence if first else "",
        first.source.publisher if first else "",
        first.source.day if first else "",
        to.page(first.route) if first else "",
    )


def _name(thing: Named | None) -> str:
    return thing.label if thing else ""


def _names(things: tuple[Named, ...]) -> str:
    return ", ".join(t.label for t in things)


def _number(told: str) -> Cell:
    plain = told.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        return told
    return int(value) if value == int(value) else value
