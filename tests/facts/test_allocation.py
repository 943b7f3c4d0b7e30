"""Allocations: the slots that a clause tells, and how the sums of a text lie to each other."""

from kg.documents.model import Block, Document
from kg.facts.allocation import find_allocations, sums_without_purpose
from kg.facts.model import Allocation
from kg.language.kiwi import analyse
from kg.language.model import Analysis
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions
from kg.mentions.model import Mentions

LEXICON = load_lexicon()


def read(text: str) -> tuple[Analysis, Mentions, list[Allocation]]:
    document = Document("text", text, (Block(0, len(text), "body"),), published="2025-11-12")
    analysis = next(iter(analyse([document], LEXICON)))
    mentions = find_mentions(analysis, LEXICON)
    return analysis, mentions, list(find_allocations(analysis, mentions, LEXICON, ()))


def allocations(text: str) -> list[Allocation]:
    return read(text)[2]


def words(text: str, allocation: Allocation, slot: str) -> str:
    (span, *_) = allocation.slots[slot]
    return text[span.begin : span.end]


def test_allocation_slots_point_to_their_words() -> None:
    text = "시는 내년 ‘마을 AI 배움터’에 시비 12억 원을 투입한다."
    (found,) = allocations(text)
    assert words(text, found, "amount") == "12억 원"
    assert words(text, found, "purpose") == "‘마을 AI 배움터’"
    assert words(text, found, "year") == "내년"
    assert words(text, found, "source") == "시비"
    assert words(text, found, "payer") == "시"


def test_allocation_evidence_holds_the_sum() -> None:
    for found in allocations("도는 AI 항만 실증에 국비 35억 원, 도비 15억 원 등 모두 50억 원을 투입할 계획이다."):
        assert any(s.begin <= found.amount.begin and found.amount.end <= s.end for s in found.evidence)


def test_allocation_parts_name_their_total_and_never_exceed_it() -> None:
    found = allocations("‘가온 AI 밸리’ 총사업비는 480억원(국비 240억원, 시비 144억원, 민간 96억원)이다.")
    total, *parts = found
    assert total.part_of is None
    assert [p.part_of == total.amount for p in parts] == [True, True, True]
    assert sum(p.amount.value.value for p in parts) == total.amount.value.value


def test_allocation_change_revises_what_was_before() -> None:
    before, after = allocations("시는 ‘돌봄 로봇’ 사업비를 8억원에서 11억원으로 늘렸다.")
    assert after.revises == before.amount
    assert before.revises is None


def test_allocation_cut_is_no_component_and_what_is_left_revises() -> None:
    asked, off, left = allocations("‘AI 수영장’ 예산은 5억원에서 2억원이 빠져 3억원이 됐다.")
    assert (asked.status, off.status, left.status) == ("proposed", "cut", "approved")
    assert (off.part_of, off.basis) == (None, "part")
    assert left.revises == asked.amount


def test_allocation_recurring_and_per_unit() -> None:
    (yearly,) = allocations("‘AI 민원 비서’ 운영비는 해마다 2억원가량 들 것으로 시는 본다.")
    assert (yearly.recurring, yearly.basis, yearly.year) == (True, "annual", None)
    (each,) = allocations("군은 ‘스마트 과수원’ 사업에 참여하는 농가 1곳당 최대 500만원을 지원한다.")
    assert each.per_unit is not None and "1곳당" in each.per_unit


def test_allocation_stage_round_and_instrument() -> None:
    (asked,) = allocations("시는 ‘AI 항만’ 사업의 내년도 국비 320억원을 정부에 건의했다.")
    assert (asked.stage, asked.status) == ("국비요구", "proposed")
    (extra,) = allocations("도는 올해 1회 추경에서 ‘AI 둘레길’ 예산 4억원을 확보했다.")
    assert extra.round == "제1회 추경"
    (capital,) = allocations("도는 ‘AI 벤처펀드’에 도비 10억원을 출자한다.")
    assert capital.instrument == "출자"


def test_allocation_sum_over_years_has_no_year() -> None:
    (found,) = allocations("시는 내년부터 2028년까지 ‘AI 물길’ 사업에 300억원을 투입한다.")
    assert (found.year, found.basis) == (None, "total")


def test_allocation_year_of_a_leaning_clause_is_not_the_sums() -> None:
    (found,) = allocations("2023년에 문을 연 ‘AI 온실’에 4억원을 지원한다.")
    assert found.year is None


def test_allocation_dated_day_is_no_fiscal_year() -> None:
    (found,) = allocations("지난해 12월 ‘AI 온실’에 4억원을 지원했다.")
    assert found.year is None


def test_allocation_leaves_out_turnover_effects_and_increments() -> None:
    for text in (
        "이 회사는 지난해 매출 300억원을 올렸다.",
        "생산유발 효과는 9800억원으로 추산됐다.",
        "올해 예산은 지난해보다 97억원 늘었다.",
        "회사는 시리즈 B 투자로 120억원을 유치했다.",
        "연 매출 50억원 미만의 기업이 대상이다.",
        "그는 “2조원이 있으면 도로부터 놓겠다”고 했다.",
    ):
        assert allocations(text) == []


def test_allocation_sums_without_purpose_are_listed() -> None:
    analysis, mentions, found = read("이 회사는 지난해 매출 300억원을 올렸다. ‘AI 온실’에는 4억원이 든다.")
    left = list(sums_without_purpose(analysis, mentions, found))
    assert [analysis.text[m.begin : m.end] for m in left] == ["300억원"]


def test_allocation_is_the_same_every_time() -> None:
    text = "시는 AI 쉼터 설립에 12억원, 드론 거리 조성에 4억원을 각각 쓴다. 이 가운데 10억원이 국비다."
    assert allocations(text) == allocations(text)
