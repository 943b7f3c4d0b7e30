"""What stands on the pages of the example documents."""

from collections.abc import Callable

from kg.graph.terms import ID
from kg.use.pages import Route, Shown, page, table
from kg.use.pages.answers import _THINGS
from kg.use.pages.claim import claim
from kg.use.pages.compare import compare
from kg.use.pages.document import document
from kg.use.pages.home import home
from kg.use.pages.search import search, suggestions
from kg.use.pages.thing import Thing

HTML = Callable[..., str]
VALLEY, MAYOR, CITY = "가온_AI_밸리%7C누리도_가온시", "표재윤%7C누리도_가온시", "누리도_가온시"
EOK = 10**8


def thing(shown: Shown, kind: str, name: str, *words: tuple[str, str]) -> Thing:
    """A page's content."""
    made = _THINGS[kind](Route(kind, name, words), shown)
    assert made is not None
    return made


def sections(made: Thing) -> dict[str, int]:
    """The sections with how much they hold."""
    return {s.name: s.total for s in made.sections}


def test_program_tells_region_operators_and_backers(shown: Shown) -> None:
    made = thing(shown, "program", VALLEY)
    assert (made.label, made.number, made.stories) == ("가온 AI 밸리", 2, 2)
    told = {f.name: [t.label for t in f.things] or list(f.words) for f in made.facts}
    assert told["대상 지역"] == ["누리도 가온시"]
    assert told["운영 기관"] == ["가온산업진흥원", "누리도 가온시"]
    assert told["추진 인물"] == ["표재윤"]
    assert told["주제"] == ["기반시설"]


def test_program_splits_its_total_by_source(shown: Shown) -> None:
    money = thing(shown, "program", VALLEY).sections[0].money
    assert money is not None
    assert [(w.rows[0].text, w.by_fund) for w in money.wholes] == [
        ("420억원", (("국비", 200 * EOK), ("시비", 150 * EOK), ("도비", 70 * EOK)))
    ]


def test_program_adds_a_year_and_leaves_its_shares(shown: Shown) -> None:
    money = thing(shown, "program", "피지컬_AI_핵심기술_실증사업%7C전북특별자치도").sections[0].money
    assert money is not None
    assert [(y.year, y.total) for y in money.years] == [("2025", 382 * EOK)]
    assert money.years[0].of("국비") == 229 * EOK
    assert dict(money.left)["함께 적힌 합계의 재원별 몫"] == 2


def test_program_sums_lead_to_their_words(shown: Shown) -> None:
    made = thing(shown, "program", VALLEY)
    row = next(r for r in made.sections[0].rows if r.text == "420억원")
    assert row.at == Route("document", "gaon-release.txt", (("begin", "231"), ("end", "237")))
    text = shown.store.reading("gaon-release.txt").text
    assert text[231:237] == "420억 원"
    seen = made.evidence[row.iri]
    assert seen.first is not None and seen.first.sentence == "2028년까지 모두 420억 원을 투입한다."
    assert (seen.sources, seen.documents, seen.sure) == (1, 1, True)
    assert all(any("가" <= c <= "힣" for c in reason) for reason in seen.reasons)


def test_program_marks_what_changed(shown: Shown) -> None:
    (changed,) = thing(shown, "program", VALLEY).differing
    assert changed.changed and changed.what == "금액"
    assert [side.value for side in changed.sides] == ["90억원", "20억원"]


def test_person_has_offices_promises_and_words(shown: Shown) -> None:
    made = thing(shown, "person", MAYOR)
    assert sections(made) == {"offices": 1, "parts": 2, "quotations": 4, "money": 17, "events": 1}
    office = made.sections[0].rows[0]
    assert (office.title, office.body.label, office.first, office.last) == (
        "시장",
        "누리도 가온시",
        "2025-12-16",
        "2026-03-04",
    )
    assert [t.label for t in made.lead] == ["누리도 가온시", "시장"]


def test_person_words_have_day_and_place(shown: Shown) -> None:
    rows = next(s.rows for s in thing(shown, "person", MAYOR).sections if s.name == "quotations")
    assert ("2025-12-16", "시청 대회의실") in {(r.day, r.place) for r in rows}
    assert rows[0].text == "빈터로 남은 역을 청년이 모이는 일터로 바꾸겠다"


def test_region_adds_by_year(shown: Shown) -> None:
    made = thing(shown, "region", CITY)
    money = next(s.money for s in made.sections if s.name == "money")
    assert money is not None
    assert [(y.year, y.total) for y in money.years] == [("2026", 20 * EOK), ("2027", 190 * EOK), ("2028", 140 * EOK)]
    assert sections(made)["programs"] == 5


def test_organization_shows_people_and_money(shown: Shown) -> None:
    made = thing(shown, "organization", CITY)
    assert made.classes == ("지방자치단체",)
    assert "표재윤" in {o.person.label for s in made.sections if s.name == "offices" for o in s.rows if o.person}


def test_event_tells_who_said_what_there(shown: Shown) -> None:
    made = thing(shown, "event", "2026년_예산_설명회%7C2025-12-16,시청_대회의실")
    assert sections(made) == {"quotations": 2}
    told = {f.name: [t.label for t in f.things] or list(f.words) for f in made.facts}
    assert told["시작일"] == ["2025. 12. 16."]
    assert told["참석자"] == ["표재윤"]


def test_thing_shows_all_rows_of_a_section_when_asked(shown: Shown) -> None:
    few = thing(shown, "region", CITY)
    whole = thing(shown, "region", CITY, ("all", "money"))
    assert len(next(s for s in few.sections if s.name == "money").rows) == 12
    assert [(s.name, len(s.rows), s.more) for s in whole.sections] == [("money", 18, None)]


def test_thing_that_is_not_there_has_no_page(shown: Shown) -> None:
    for kind in (*_THINGS, "document", "allocation", "money"):
        assert page(Route(kind, "없는_것"), shown) is None


def test_thing_names_cannot_leave_the_query(shown: Shown) -> None:
    evil = "x> ?p ?o } # <http://example.org/"
    for kind in (*_THINGS, "document", "allocation"):
        assert page(Route(kind, evil), shown) is None


def test_document_greys_noise_and_masks_contacts(shown: Shown, html: HTML) -> None:
    made = document(Route("document", "gaon-release.txt"), shown)
    assert made is not None
    assert (made.kind, made.source.publisher, made.source.day) == ("보도자료", "누리도 가온시", "2026-03-04")
    whole = html("document", "gaon-release.txt")
    assert "031-000-0101" not in whole and "●●●" in whole
    assert [" ".join(p.text for p in line.pieces) for line in made.lines if line.noise] == ["보 도 자 료"]


def test_document_highlights_the_place_that_is_asked_for(shown: Shown) -> None:
    made = document(Route("document", "gaon-release.txt", (("begin", "220"), ("end", "244"))), shown)
    assert made is not None
    marked = [p for line in made.lines for p in line.pieces if p.marked]
    assert "".join(p.text for p in marked) == "2028년까지 모두 420억 원을 투입한다."
    assert sum(p.anchor for line in made.lines for p in line.pieces) == 1
    assert [f.claim.value for f in made.here] == ["420억원"]
    assert made.here[0].rule == "allocation"
    assert ("금액 근거", "420억 원") in made.here[0].slots


def test_document_refuses_odd_places(shown: Shown) -> None:
    for words in ((("begin", "9"), ("end", "3")), (("begin", "x"), ("end", "3")), (("begin", "-1"), ("end", "3"))):
        made = document(Route("document", "gaon-release.txt", words), shown)
        assert made is not None and made.span is None


def test_claim_shows_its_values_and_witnesses(shown: Shown) -> None:
    row = next(r for r in thing(shown, "program", VALLEY).sections[0].rows if r.text == "420억원")
    made = claim(Route("allocation", row.iri.removeprefix(f"{ID}allocation/")), shown)
    assert made is not None
    told = {s.name: (s.words, [t.label for t in s.things]) for s in made.slots}
    assert told["금액"] == ("420억원", [])
    assert told["대상 사업"] == ("", ["가온 AI 밸리"])
    assert (told["기준"], told["상태"]) == (("총액", []), ("계획", []))
    assert [len(s.witnesses) for s in made.stories] == [1]
    assert {title: sorted(w.value for w in rows) for title, rows in made.beside} == {
        "이 총액의 일부": ["150억원", "200억원", "70억원"]
    }


def test_claim_of_money_leads_to_its_uses(shown: Shown) -> None:
    made = claim(Route("money", "42000000000_KRW"), shown)
    assert made is not None and made.claim.value == "420억원"
    assert [w.value for title, rows in made.beside if title == "이 금액을 쓰는 배정" for w in rows] == ["420억원"]


def test_compare_puts_regions_on_one_scale(shown: Shown) -> None:
    made = compare(Route("compare", "", (("region", "전북특별자치도"), ("name", "가온시"))), shown)
    assert [s.thing.label for s in made.sides] == ["전북특별자치도", "누리도 가온시"]
    assert made.years == ("2025", "2026", "2027", "2028")
    charts = [s.chart for s in made.sides if s.chart]
    assert len({c.lines[-1].text for c in charts}) == 1


def test_compare_keeps_words_on_one_subject(shown: Shown) -> None:
    every = compare(Route("compare", "", (("person", MAYOR),)), shown)
    some = compare(Route("compare", "", (("person", MAYOR), ("about", "청 년"))), shown)
    assert len(every.sides[0].quotations) == every.sides[0].said == 4
    assert [q.text for q in some.sides[0].quotations] == ["빈터로 남은 역을 청년이 모이는 일터로 바꾸겠다"]


def test_compare_tells_names_that_it_does_not_know(shown: Shown) -> None:
    made = compare(Route("compare", "", (("name", "없는이름"), ("region", "없는_곳"))), shown)
    assert made.unknown == ("없는이름",) and made.sides == ()


def test_documents_of_a_thing_open_at_its_name(shown: Shown) -> None:
    made = thing(shown, "person", MAYOR)
    text = shown.store.reading("gaon-release.txt").text
    route = next(d.route for d in made.documents if d.source.day == "2026-03-04")
    assert text[int(route.first("begin")) : int(route.first("end"))] == "표재윤"


def test_program_and_event_have_sentences_of_their_own(shown: Shown) -> None:
    for kind, name in (("program", VALLEY), ("event", "2026년_예산_설명회%7C2025-12-16,시청_대회의실")):
        made = thing(shown, kind, name)
        seen = made.evidence[made.route.iri]
        assert seen.first is not None and made.label in seen.first.sentence


def test_search_finds_initials(shown: Shown) -> None:
    assert [f.hit.label for f in search(Route("search", "", (("q", "ㅍㅈㅇ"),)), shown).found] == ["표재윤"]
    (first, *_) = suggestions(Route("search", "", (("q", "가온 ai"),)), shown)
    assert (first["label"], first["kind"], first["region"]) == ("가온 AI 밸리", "사업·정책", "누리도 가온시")
    assert first["address"] == f"/program/{VALLEY}"


def test_home_counts_and_maps(shown: Shown) -> None:
    made = home(Route("home"), shown)
    assert {name: n for name, n, _ in made.counts}["문서"] == 17
    tiles = {t.short: t for t in made.tiles}
    assert len(tiles) == 17 and tiles["전북"].documents == 2 and tiles["제주"].shade == 0
    assert tiles["전북"].route == Route("region", "전북특별자치도")


def test_table_holds_whole_won_and_evidence(shown: Shown) -> None:
    told = table(Route("program", VALLEY), "money", shown)
    assert told is not None
    rows = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
    row = next(r for r in rows if r["금액"] == 42_000_000_000)
    assert (row["합산"], row["독립 출처"], row["확인"]) == ("여러 해에 걸친 총액", 1, "확인됨")
    assert row["문장"] == "2028년까지 모두 420억 원을 투입한다."
    assert row["근거 주소"] == "/document/gaon-release.txt?begin=220&end=244"
    assert table(Route("program", VALLEY), "nothing", shown) is None


def test_table_of_a_question_is_its_answer(shown: Shown) -> None:
    told = table(Route("question", "ordinances"), "answer", shown)
    assert told is not None and told.columns[0] == "regionName"
    assert table(Route("question", "none"), "answer", shown) is None
