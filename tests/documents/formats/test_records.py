"""Records: JSON, JSON lines, CSV and Excel as articles; and tables that are not of articles."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kg.documents.article import Article
from kg.errors import UserError
from tests.documents.formats.given import articles, found, lines, places

BODY = (
    "누리도는 내년 국비 4억원을 들여 인공지능 학교를 연다고 13일 밝혔다.\n목지훈 누리도지사는 “모두의 학교”라고 말했다."
)
RECORD = {
    "news_id": "01100101.20250312",
    "headline": "누리도, 인공지능 학교 연다",
    "date": "2025-03-12T23:30:00Z",
    "press": "누리신문",
    "author": "도윤재 기자",
    "content": BODY,
    "url": "https://nuri.example/1",
}
TEXT = f"누리도, 인공지능 학교 연다\n누리신문 | 입력 2025-03-13 | 도윤재 기자\n\n{BODY}\n"
BIGKINDS = [
    "뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "통합 분류2", "통합 분류3", "사건/사고 분류1",
    "인물", "위치", "기관", "키워드", "특성추출(가중치순 상위 50개)", "본문", "URL", "분석제외 여부",
]  # fmt: skip


def bigkinds(body: str, name: str = "02100101.20250312") -> list[str]:
    """A row as BigKinds exports it."""
    told = {
        "뉴스 식별자": name,
        "일자": "20250312",
        "언론사": "다솜일보",
        "기고자": "라온유 기자;한빛나",
        "제목": "다솜시, 병원 세운다",
    }
    told |= {"통합 분류1": "지역>다솜", "본문": body, "URL": "https://dasom.example/7"}
    return [told.get(column, "") for column in BIGKINDS]


def workbook(**sheets: list[list[object]]) -> bytes:
    """A workbook of sheets with rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """A workbook's file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv(rows: list[list[str]], encoding: str = "utf-8") -> bytes:
    """Rows as CSV."""
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return ("\r\n".join(quoted) + "\r\n").encode(encoding)


@pytest.mark.parametrize("name", ["one.json", "piped"])
def test_json_of_one_article_is_the_file(name: str) -> None:
    (article,) = articles(name, json.dumps(RECORD, ensure_ascii=False))
    assert (article.identifier, article.text) == (name, TEXT)
    assert article.original.url == "https://nuri.example/1"
    assert places(article)[1:] == [
        ("content 칸, 문단 1", BODY.splitlines()[0] + "\n"),
        ("content 칸, 문단 2", BODY.splitlines()[1] + "\n"),
    ]


@pytest.mark.parametrize(
    "whole",
    [
        json.dumps([RECORD]),
        json.dumps({"total": 1, "articles": [RECORD]}),
        json.dumps({"data": {"items": [RECORD]}}),
        json.dumps({"return_object": {"documents": [RECORD]}}),
        json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "news_id": "2", "content": "둘"}) + "\n",
    ],
)
def test_json_lists_name_articles_by_their_own_identifier(whole: str) -> None:
    told = articles("many.json", whole)
    assert told[0].identifier == "many.json/01100101.20250312"
    assert told[0].text == TEXT


def test_json_records_without_identifier_are_named_by_their_text() -> None:
    bare = {"title": "제목", "text": "가온시는 4일 밝혔다."}
    first, second = articles("x.jsonl", json.dumps(bare) + "\n" + json.dumps(bare) + "\n")
    assert first.identifier == "x.jsonl/" + first.identifier.split("/")[1]
    assert len(first.identifier.split("/")[1]) == 12
    assert second.identifier == first.identifier + "-2"


def test_json_identifiers_lose_what_makes_paths_awkward() -> None:
    record = {"id": "https://a.example/x?y=1|2..", "text": "가온시는 4일 밝혔다."}
    (article,) = articles("x.jsonl", json.dumps(record))
    assert article.identifier == "x.jsonl/https-a.example-x-y=1-2"


def test_json_fields_by_option_lead_into_records() -> None:
    record = {"meta": {"h": "가온시 소식"}, "payload": {"parts": ["첫 문단.", "둘째 문단."]}, "when": "2025.1.2"}
    fields = {"title": "meta.h", "text": "payload.parts", "published": "when"}
    (article,) = articles("x.json", json.dumps([record]), **fields)
    assert article.text == "가온시 소식\n입력 2025-01-02\n\n첫 문단.\n둘째 문단.\n"


def test_json_text_with_markup_is_read_as_a_piece_of_a_page() -> None:
    body = (
        "<p>가온시는 밝혔다.</p><table><tr><td>연도</td><td>금액</td></tr><tr><td>2026</td><td>4억원</td></tr></table>"
    )
    (article,) = articles("x.json", json.dumps([{"id": "1", "text": body}]))
    assert article.text == "가온시는 밝혔다.\n연도 | 금액\n2026 | 4억원\n\n"
    assert places(article)[-1] == ("text 칸, 표 1, 2행 2열", "4억원\n\n")


def test_json_lines_tell_bad_ones_and_go_on() -> None:
    whole = json.dumps(RECORD) + '\n{"text": \n' + json.dumps({"title": "빈 것", "text": " "}) + "\n"
    assert lines("x.jsonl", whole) == [
        "x.jsonl:2: is no JSON (line 2, column 1: Expecting value); mend or remove the line",
        "x.jsonl: 1 of its 2 records hold no text; fill or remove them",
    ]


def test_json_without_text_asks_for_the_field() -> None:
    assert lines("x.json", '[{"a": "b"}]') == ["x.json: holds no text; name the field that holds it: --field text=NAME"]


def test_json_that_is_none_is_told() -> None:
    assert lines("x.json", "가온시") == ["x.json: is no JSON (line 1, column 1: Expecting value); mend it"]


def test_json_of_a_summary_says_so() -> None:
    (article,) = articles("x.json", json.dumps([{"title": "가온시", "description": "가온시가 센터를 연다."}]))
    assert article.notes == ("has only a summary, no text",)


def test_bigkinds_csv_in_cp949() -> None:
    body = "다솜시는 12일 민자 300억원으로 인공지능 병원을 짓는다고 밝혔다."
    (article,) = articles("NewsResult_20250312.csv", csv([BIGKINDS, bigkinds(body)], "cp949"))
    assert article.identifier == "NewsResult_20250312.csv/02100101.20250312"
    assert article.text == f"다솜시, 병원 세운다\n다솜일보 | 입력 2025-03-12 | 라온유 기자 | 한빛나 기자\n\n{body}\n"
    assert article.original.url == "https://dasom.example/7"
    assert article.notes == ("read as CP949",)


def test_bigkinds_bodies_cut_short_are_told_and_lose_their_half_word() -> None:
    body = ("다솜시는 12일 인공지능 병원을 짓는다고 밝혔다. " * 9)[:187] + " 사업비는 모두 1200"
    assert len(body) == 200
    (article,) = articles("n.csv", csv([BIGKINDS, bigkinds(body)]))
    assert article.notes == ("body cut short at about 200 characters",)
    assert article.text.endswith(" 사업비는 모두 …\n")


def test_bigkinds_whole_bodies_are_not_called_cut() -> None:
    body = ("다솜시는 12일 인공지능 병원을 짓는다고 밝혔다. " * 9)[:180] + "사업비는 모두 12억원이다."
    (article,) = articles("n.csv", csv([BIGKINDS, bigkinds(body)]))
    assert article.notes == ()


def test_bigkinds_workbook_that_tells_a_wrong_size() -> None:
    body = "다솜시는 12일 인공지능 병원을 짓는다고 밝혔다."
    content = workbook(sheet=[list(BIGKINDS), list(bigkinds(body))])
    first, second = (content, _with_dimension(content, "A1"))
    assert articles("n.xlsx", second) == articles("n.xlsx", first)
    assert articles("n.xlsx", second)[0].identifier == "n.xlsx/02100101.20250312"


def _with_dimension(content: bytes, told: str) -> bytes:
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{told}"'.encode(), data)
            new.writestr(info.filename, data)
    return out.getvalue()


def test_csv_known_without_its_name() -> None:
    rows = [["제목", "언론사", "본문"], ["가", "나신문", "다솜시는 밝혔다."]]
    assert articles("stdin", csv(rows))[0].text == "가\n나신문\n\n다솜시는 밝혔다.\n"


def test_csv_rows_keep_their_names_when_rows_come_before_them() -> None:
    head, one, two = ["제목", "본문"], ["가", "다솜시는 밝혔다."], ["나", "가온시는 밝혔다."]
    before = {a.identifier: a for a in articles("x.csv", csv([head, one]))}
    after = {a.identifier: a for a in articles("x.csv", csv([head, two, one]))}
    assert before.items() <= after.items()


def test_csv_without_text_is_one_document_of_rows() -> None:
    rows = [["(단위: 억원)"], ["구분", "국비", "2026"], ["인공지능 교육", "4", "-"], ["", "", ""], ["비고", "없음"]]
    (article,) = articles("예산.csv", csv(rows))
    assert article.identifier == "예산.csv"
    assert article.text == "(단위: 억원)\n구분 | 국비 | 2026\n인공지능 교육 | 4 | -\n\n비고 | 없음\n\n"
    assert ("3행 2열", "4 | ") in places(article)


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_csv_of_other_marks(mark: str) -> None:
    told = articles("x.csv", f"제목{mark}본문\n가{mark}다솜시는 밝혔다.\n")
    assert [a.text for a in told] == ["가\n\n다솜시는 밝혔다.\n"]


def test_csv_with_a_head_below_a_title() -> None:
    told = articles("x.csv", csv([["검색 결과"], [""], ["제목", "본문"], ["가", "다솜시는 밝혔다."]]))
    assert [a.text for a in told] == ["가\n\n다솜시는 밝혔다.\n"]


def test_xlsx_of_budget_names_sheet_and_cell() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "예산"
    for row in [
        ["구분", "2026년", None, "비율"],
        [None, "국비", "시비", None],
        ["인공지능 교육", 4, None, 0.25],
        ["돌봄", 1.5, 3, 1],
    ]:
        sheet.append(row)
    for cells in ("A1:A2", "B1:C1", "D1:D2"):
        sheet.merge_cells(cells)
    sheet["D3"].number_format = "0%"
    sheet["D4"].number_format = "0%"
    sheet.append([])
    sheet.append(["기준일", date(2025, 11, 3)])
    (article,) = articles("b.xlsx", saved(book))
    assert article.text == (
        "구분 | 2026년 국비 | 2026년 시비 | 비율\n인공지능 교육 | 4 |  | 25%\n돌봄 | 1.5 | 3 | 100%\n\n"
        "기준일 | 2025-11-03\n\n"
    )
    assert ("예산!B3", "4 | ") in places(article)
    assert ("예산!B6", "2025-11-03\n\n") in places(article)


def test_xlsx_of_articles_and_other_sheets() -> None:
    content = workbook(
        기사=[["제목", "본문"], ["가", "다솜시는 밝혔다."]], 예산=[["구분", "국비"], ["교육", "4억원"]], 빈것=[]
    )
    told = articles("x.xlsx", content)
    assert [a.identifier.split("/")[1] for a in told][1:] == ["sheets"]
    assert told[1].text == "예산\n구분 | 국비\n교육 | 4억원\n\n"


def test_xlsx_damaged_is_told_in_one_line() -> None:
    content = workbook(a=[["제목", "본문"], ["가", "다솜시는 밝혔다."]])
    told = lines("x.xlsx", content.replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet9.xml"))
    assert told == ["x.xlsx: holds no sheet that can be read; save it again"]


def test_table_cells_become_amounts_with_source_and_year() -> None:
    from kg.lexicon import load_lexicon
    from kg.pipeline import read_articles

    rows = [
        ["사업명", "금액(억원)", "재원", "연도"],
        ["인공지능 교육관 운영사업", "4", "국비", "2026"],
        ["인공지능 돌봄사업", "3", "시비", "2027"],
        ["인공지능 강사 양성사업", "-", "", "2026"],
    ]
    (reading,) = read_articles(articles("표.csv", csv(rows)), load_lexicon())
    told = [{p.predicate: p.value for p in node.properties} for node in reading.nodes if node.kind == "allocation"]
    assert sorted((t["rap:amount"], t["rap:fundingSource"], t["rap:fiscalYear"]) for t in told) == [
        ("money/300000000 KRW", "funding-source/시비", "2027"),
        ("money/400000000 KRW", "funding-source/국비", "2026"),
    ]


NAMES = ["x.json", "x.jsonl", "x.csv", "x.tsv", "x.xlsx", "x.html", "x.zip", "x.rss", "x"]
KEYS = st.sampled_from(["text", "title", "date", "articles", "author", "url", "id", "x"])
PLAIN = st.none() | st.booleans() | st.floats() | st.text(max_size=5)


@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_give_articles_or_errors(content: bytes, name: str) -> None:
    for told in found(name, content):
        assert isinstance(told, (Article, UserError))


@given(st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)))
def test_any_json_gives_articles_or_errors(value: object) -> None:
    for told in found("x.json", json.dumps(value)):
        assert isinstance(told, (Article, UserError))
