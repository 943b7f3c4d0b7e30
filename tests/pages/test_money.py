"""What is added for a year and what is left, and why; how sums are split by source."""

from kg.use.pages.chart import bars, nice, spans, strip
from kg.use.pages.money import NO_YEAR, TAKEN, UNKNOWN, WHOLE, Sum, adding
from kg.use.pages.thing import ORDER
from kg.use.pages.told import Named
from kg.use.pages.words import short_won

EOK = 10**8


def told(iri: str, value: float, year: str = "", thing: str = "다온 사업", **further: object) -> Sum:
    """A sum in 억 for a program."""
    plain: dict[str, object] = {
        "most": None, "currency": "KRW", "bound": "", "purpose": thing,
        "regions": (), "by": (), "fund": "", "basis": "",
        "status": "계획", "stage": "", "instrument": "", "unit": "", "recurring": False, "part_of": "", "revises": (),
        "round_of": "", "at": None, "day": "2026-01-01", "documents": frozenset({"d"}),
        "thing": frozenset({f"program/{thing}"}),
    }  # fmt: skip
    programs = (Named(f"program/{thing}", thing, None),)
    return Sum(iri=iri, value=int(value * EOK), year=year, programs=programs, **(plain | further))  # type: ignore[arg-type]


def why(*rows: Sum) -> dict[str, str]:
    """By row whether and why not it is added."""
    return {row.iri: row.adds for row in adding(rows).rows}


def test_money_adds_years_of_different_programs() -> None:
    money = adding([told("a", 10, "2026", "가"), told("b", 5, "2026", "나"), told("c", 7, "2027", "가")])
    assert [(y.year, y.total) for y in money.years] == [("2026", 15 * EOK), ("2027", 7 * EOK)]
    assert money.taken == 3 and money.left == ()


def test_money_leaves_parts_of_a_total_of_the_year() -> None:
    rows = told("t", 10, "2026", basis="총액"), told("p", 4, "2026", part_of="t", basis="일부")
    assert why(*rows) == {"t": TAKEN, "p": "함께 적힌 합계의 일부"}


def test_money_leaves_totals_without_a_year_apart() -> None:
    money = adding([told("t", 30, basis="총액"), told("x", 3), told("y", 10, "2026", part_of="t", basis="한 해분")])
    assert {r.iri: r.adds for r in money.rows} == {"t": WHOLE, "x": NO_YEAR, "y": TAKEN}
    assert [(w.rows[0].iri, w.total) for w in money.wholes] == [("t", 30 * EOK)]


def test_money_splits_a_year_by_the_shares_told_beside_it() -> None:
    rows = told("t", 10, "2026"), told("n", 6, "2026", fund="국비"), told("c", 3, "2026", fund="시비")
    money = adding(rows)
    assert money.years[0].by_fund == (("국비", 6 * EOK), ("시비", 3 * EOK), (UNKNOWN, 1 * EOK))
    assert money.years[0].total == 10 * EOK
    assert money.left == (("함께 적힌 합계의 재원별 몫", 2),)


def test_money_splits_a_total_over_years() -> None:
    rows = (
        told("t", 42, basis="총액"),
        told("n", 20, basis="일부", fund="국비", part_of="t"),
        told("c", 15, basis="일부", fund="시비", part_of="t"),
        told("d", 7, basis="일부", fund="도비", part_of="t"),
    )
    assert adding(rows).wholes[0].by_fund == (("국비", 20 * EOK), ("시비", 15 * EOK), ("도비", 7 * EOK))


def test_money_splits_by_parts_of_the_total_before_other_sums() -> None:
    part = {"basis": "일부", "part_of": "t"}
    rows = told("t", 9, basis="총액"), told("d", 6, fund="도비", **part), told("c", 3, fund="시비", **part)
    assert adding((*rows, told("p", 900, fund="민자"))).wholes[0].by_fund == (("시비", 3 * EOK), ("도비", 6 * EOK))


def test_money_does_not_split_by_shares_that_exceed_the_sum() -> None:
    rows = told("t", 10, "2026"), told("n", 8, "2026", fund="국비"), told("c", 8, "2026", fund="시비")
    assert adding(rows).years[0].by_fund == ((UNKNOWN, 10 * EOK),)


def test_money_takes_the_newer_of_two_sums() -> None:
    rows = told("old", 10, "2026", day="2026-01-01"), told("new", 12, "2026", day="2026-03-01")
    assert why(*rows) == {"old": "더 새로운 문서가 다른 금액을 적음", "new": TAKEN}


def test_money_takes_the_same_sum_once() -> None:
    assert sorted(why(told("a", 10, "2026"), told("b", 10, "2026")).values()) == [TAKEN, "같은 금액을 다시 적음"]


def test_money_takes_what_was_decided_before_what_was_asked() -> None:
    rows = told("asked", 30, "2026", status="제안·요구"), told("given", 20, "2026", status="확정", revises=("asked",))
    assert why(*rows) == {"asked": "나중 결정으로 바뀜", "given": TAKEN}


def test_money_leaves_prices_cuts_funds_and_other_currencies() -> None:
    rows = (
        told("price", 1, "2026", "가", unit="1인당"),
        told("cut", 1, "2026", "나", status="삭감"),
        told("fund", 9, "2026", "다", instrument="펀드"),
        told("dollar", 2, "2026", "라", currency="USD"),
    )
    assert why(*rows) == {
        "price": "단가",
        "cut": "삭감된 금액",
        "fund": "펀드 규모(예산과 더하지 않음)",
        "dollar": "다른 통화",
    }


def test_money_leaves_items_beside_a_total_of_the_same_document() -> None:
    rows = told("t", 100, "2026", "전체", basis="총액"), told("i", 30, "2026", "가", basis="한 해분")
    assert why(*rows) == {"t": TAKEN, "i": "같은 문서가 적은 그해 총액에 들 수 있음"}
    other = told("o", 30, "2026", "가", basis="한 해분", documents=frozenset({"e"}))
    assert why(rows[0], other)["o"] == TAKEN


def test_money_says_a_sum_as_people_do() -> None:
    assert told("a", 264).text == "264억원"
    assert told("a", 50, bound="어림", most=80 * EOK, unit="기업당").text == "기업당 약 50억원~80억원"


def test_chart_stacks_sources_on_one_scale() -> None:
    money = adding([told("a", 6, "2026", fund="국비"), told("b", 2, "2026", fund="민자"), told("c", 4, "2028", "나")])
    chart = bars(money, ORDER)
    assert chart is not None
    assert [b.title for b in chart.bars] == ["2026년 국비 6억원", "2026년 민자 2억원", "2028년 재원 미상 4억원"]
    assert [label.text for label in chart.years] == ["2026", "2027", "2028"]
    assert [label.text for label in chart.totals] == ["8억", "4억"]
    assert [label.text for label in chart.lines] == ["0", "4억", "8억"]
    assert chart.bars[1].y + chart.bars[1].height == chart.bars[0].y
    assert bars(adding([told("a", 6)]), ORDER) is None


def test_chart_numbers_are_round() -> None:
    assert [nice(v) for v in (1, 7, 26, 401)] == [1, 8, 30, 500]
    assert [short_won(v) for v in (1.2e12, 264e8, 5e7, 300)] == ["1.2조", "264억", "5,000만", "300"]


def test_chart_strip_fills_its_width() -> None:
    assert [(b.x, b.width, b.source) for b in strip((("국비", 3), ("시비", 1)), ORDER)] == [(0, 750, 0), (750, 250, 1)]


def test_chart_spans_share_an_axis_of_years() -> None:
    placed, axis = spans([("2024-01-01", "2024-12-31"), ("2025-01", "2025"), ("", "")])
    assert axis == ("2024", "2026")
    assert (placed[0].x, placed[1].x, placed[1].width, placed[2].x) == (0, 500, 0, 0)
    assert 495 < placed[0].width < 501
