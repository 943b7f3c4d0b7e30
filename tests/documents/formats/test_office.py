"""HWPX and DOCX files: what their own writers make, and the parts that only handwritten XML shows."""

import io
import warnings
import zipfile
from pathlib import Path

import docx
import pytest
from hwpx import HwpxDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents.article import Article
from kg.errors import UserError
from tests.documents.formats.given import articles, found, lines, places

HP = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ROWS = [["사업명", "사업비", "재원"], ["AI 돌봄", "4억원", "국비"], ["AI 교통", "", "시비"], ["AI 안전", "-", "도비"]]
TABLE = "사업명 | 사업비 | 재원\nAI 돌봄 | 4억원 | 국비\nAI 교통 |  | 시비\nAI 안전 | - | 도비\n"


def packed(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def hwpx(body: str, **more: str) -> bytes:
    """A file of one section with these paragraphs."""
    section = f'<hs:sec xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" {HP}>{body}</hs:sec>'
    return packed({"mimetype": "application/hwp+zip", "Contents/section0.xml": section, **more})


def word(body: str, **more: str) -> bytes:
    return packed({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **more})


def p(words: str, inside: str = "") -> str:
    return f"<hp:p><hp:run><hp:t>{words}</hp:t>{inside}</hp:run></hp:p>"


def tc(row: int, column: int, inside: str, rows: int = 1, columns: int = 1) -> str:
    return (
        f'<hp:tc><hp:subList>{inside}</hp:subList><hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
        f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/></hp:tc>'
    )


def tbl(*rows: str) -> str:
    return "<hp:tbl>" + "".join(f"<hp:tr>{row}</hp:tr>" for row in rows) + "</hp:tbl>"


def text(name: str, content: bytes) -> str:
    (article,) = articles(name, content)
    return article.text


def test_hwpx_of_its_own_writer_is_read(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = HwpxDocument.new()
        document.add_paragraph("해솔시 예산")
        table = document.add_table(4, 3)
        for r, row in enumerate(ROWS):
            for c, words in enumerate(row):
                table.set_cell_text(r, c, words)
        document.add_paragraph("끝이다.")
        document.save_to_path(str(tmp_path / "a.hwpx"))
    (article,) = articles("a.hwpx", (tmp_path / "a.hwpx").read_bytes())
    assert article.text.strip() == f"해솔시 예산\n{TABLE}\n끝이다."
    assert ("표 1, 2행 2열", "4억원 | ") in places(article)


def test_docx_of_its_own_writer_is_read() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "해솔시 보도자료"
    document.add_paragraph("해솔시 예산")
    table = document.add_table(4, 3)
    for r, row in enumerate(ROWS):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    out = io.BytesIO()
    document.save(out)
    (article,) = articles("a.docx", out.getvalue())
    assert article.text == f"해솔시 보도자료\n해솔시 예산\n{TABLE}\n"
    assert [w for w, _ in places(article)][:3] == ["머리말", "문단 1", "표 1, 1행 1열"]


def test_hwpx_joins_a_head_of_two_rows() -> None:
    body = p("", tbl(
        tc(0, 0, p("사업"), rows=2) + tc(0, 1, p("2025년"), columns=2) + tc(0, 3, p("2026년"), columns=2),
        tc(1, 1, p("국비")) + tc(1, 2, p("시비")) + tc(1, 3, p("국비")) + tc(1, 4, p("시비")),
        tc(2, 0, p("AI 돌봄")) + tc(2, 1, p("4")) + tc(2, 2, p("2")) + tc(2, 3, p("6")) + tc(2, 4, p("-")),
    ))  # fmt: skip
    assert text("a.hwpx", hwpx(body)).splitlines()[:2] == [
        "사업 | 2025년 국비 | 2025년 시비 | 2026년 국비 | 2026년 시비",
        "AI 돌봄 | 4 | 2 | 6 | -",
    ]


def test_hwpx_says_a_label_of_many_rows_in_each_and_a_figure_once() -> None:
    body = p("", tbl(
        tc(0, 0, p("시군")) + tc(0, 1, p("사업")) + tc(0, 2, p("억원")),
        tc(1, 0, p("해솔시"), rows=2) + tc(1, 1, p("돌봄")) + tc(1, 2, p("9"), rows=2),
        tc(2, 1, p("교통")),
    ))  # fmt: skip
    assert text("a.hwpx", hwpx(body)).splitlines()[1:3] == ["해솔시 | 돌봄 | 9", "해솔시 | 교통 |  |"]


def test_hwpx_leaves_the_key_of_a_list_of_facts_alone() -> None:
    body = p("", tbl(
        tc(0, 0, p("개요"), rows=3) + tc(0, 1, p("기간")) + tc(0, 2, p("2026년")),
        tc(1, 1, p("위치")) + tc(1, 2, p("새길동")),
        tc(2, 1, p("예산")) + tc(2, 2, p("10억원")),
    ))  # fmt: skip
    assert text("a.hwpx", hwpx(body)).splitlines()[:3] == [
        "개요 | 기간 | 2026년",
        "개요 | 위치 | 새길동",
        "개요 | 예산 | 10억원",
    ]


def test_hwpx_writes_a_frame_of_one_cell_as_paragraphs() -> None:
    frame = tbl(tc(0, 0, p("")) + tc(0, 1, p("첫 줄") + p("둘째 줄")), tc(1, 0, p("")) + tc(1, 1, p("셋째 줄")))
    (article,) = articles("a.hwpx", hwpx(p("", frame)))
    assert article.text.splitlines()[:3] == ["첫 줄", "둘째 줄", "셋째 줄"]
    assert places(article)[0][0] == "표 1, 1행 2열"


def test_hwpx_writes_a_table_in_a_cell_as_a_table() -> None:
    inner = tbl(*(tc(r, 0, p(a)) + tc(r, 1, p(b)) for r, (a, b) in enumerate([("가", "1억원"), ("나", "2억원")])))
    body = p("", tbl(tc(0, 0, p("붙임")) + tc(0, 1, p("아래와 같다.") + p("", inner))))
    (article,) = articles("a.hwpx", hwpx(body))
    assert article.text.splitlines()[:4] == ["붙임", "아래와 같다.", "가 | 1억원", "나 | 2억원"]
    assert ("표 1, 1행 2열, 표 2, 2행 2열", "2억원\n\n") in places(article)


def test_hwpx_writes_notes_and_boxes_behind_their_paragraph_and_heads_once() -> None:
    note = f"<hp:ctrl><hp:footNote><hp:subList>{p('도비를 더한 값이다.')}</hp:subList></hp:footNote></hp:ctrl>"
    box = f"<hp:rect><hp:drawText><hp:subList>{p('상자 안의 말')}</hp:subList></hp:drawText></hp:rect>"
    head = f"<hp:ctrl><hp:header><hp:subList>{p('해솔시 보도자료')}</hp:subList></hp:header></hp:ctrl>"
    foot = f"<hp:ctrl><hp:footer><hp:subList>{p('- 1 -')}</hp:subList></hp:footer></hp:ctrl>"
    after = "</hp:run><hp:run><hp:t> 원이다.</hp:t>"
    body = p("모두 12억", note + after + box + head + foot) + p("다음이다.", head)
    (article,) = articles("a.hwpx", hwpx(body))
    assert article.text == "해솔시 보도자료\n모두 12억 원이다.\n도비를 더한 값이다.\n상자 안의 말\n다음이다.\n"
    assert [w for w, _ in places(article)] == ["머리말", "문단 1", "각주 1", "글상자 1", "문단 2"]


def test_hwpx_leaves_out_deleted_words_and_comments() -> None:
    memo = f'<hp:ctrl><hp:fieldBegin type="MEMO"><hp:subList>{p("메모")}</hp:subList></hp:fieldBegin></hp:ctrl>'
    assert text("a.hwpx", hwpx(p("앞<hp:deleteBegin/>지운 말<hp:deleteEnd/>뒤<hp:lineBreak/>새 줄", memo))) == (
        "앞뒤\n새 줄\n"
    )


def test_hwpx_reads_sections_in_the_order_of_the_spine() -> None:
    def section(words: str) -> str:
        return f"<s {HP}>{p(words)}</s>"

    contents = (
        '<package><manifest><item id="a" href="Contents/section0.xml"/><item id="b" href="Contents/section1.xml"/>'
        '</manifest><spine><itemref idref="b"/><itemref idref="a"/></spine></package>'
    )
    members = {
        "Contents/content.hpf": contents,
        "Contents/section0.xml": section("뒤"),
        "Contents/section1.xml": section("앞"),
    }
    assert text("a.hwpx", packed(dict(members))) == "앞\n뒤\n"


def test_office_keeps_tabs_and_runs_of_spaces_as_columns() -> None:
    body = p("사업<hp:tab/>사업비<hp:tab/>재원") + p("해솔시   4억원   국비") + p("담당<hp:tab/>새길과")
    assert text("a.hwpx", hwpx(body)) == "사업 | 사업비 | 재원\n해솔시   4억원   국비\n담당 새길과\n"


def test_docx_reads_notes_boxes_and_cells_that_go_on_below() -> None:
    def wp(words: str, inside: str = "") -> str:
        return f"<w:p><w:r><w:t>{words}</w:t>{inside}</w:r></w:p>"

    def wtc(inside: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"

    note = '<w:footnoteReference w:id="2"/>'
    box = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>' + wp("상자") + "</w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent>" + wp("상자") + "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    begun, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    grid = (
        f"<w:tbl><w:tr>{wtc(wp('시군'))}{wtc(wp('사업'))}{wtc(wp('억원'))}</w:tr>"
        f"<w:tr>{wtc(wp('해솔시'), begun)}{wtc(wp('돌봄'))}{wtc(wp('4'))}</w:tr>"
        f"<w:tr>{wtc(wp(''), goes_on)}{wtc(wp('교통'))}{wtc(wp('5'))}</w:tr></w:tbl>"
    )
    body = wp("모두 9억", note) + wp("글", box) + "<w:p><w:del><w:r><w:t>지운 말</w:t></w:r></w:del></w:p>" + grid
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator"/>'
        f'<w:footnote w:id="2">{wp("각주")}</w:footnote></w:footnotes>'
    )
    (article,) = articles("a.docx", word(body, **{"word/footnotes.xml": notes}))
    assert article.text == ("모두 9억\n각주\n글\n상자\n\n시군 | 사업 | 억원\n해솔시 | 돌봄 | 4\n해솔시 | 교통 | 5\n\n")


BOMB = '<!DOCTYPE s [<!ENTITY a "aaaa">]><s>&a;</s>'


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.hwpx", hwpx(p("")), "holds no text; if it is a picture, read its text by OCR first"),
        ("a.hwpx", hwpx(p("글"))[:-40], "is no whole archive (File is not a zip file); pack it again"),
        ("a.hwpx", hwpx("<hp:p>"), "is damaged (Contents/section0.xml: mismatched tag"),
        ("a.hwpx", packed({"Contents/section0.xml": BOMB}), "is damaged (Contents/section0.xml is no plain XML)"),
        (
            "a.hwpx",
            hwpx(p("글"), **{"META-INF/manifest.xml": '<m><encryption-data/></m>'}),
            "is protected by a password; save it without one",
        ),
        (
            "a.docx",
            packed({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}),
            "unpacks word/document.xml to 30 MB from 0.0 MB; check where it comes from",
        ),
        ("a.docx", word("<w:p>" * 5000 + "</w:p>" * 5000), "is damaged (nested too deep); save it again"),
    ],
)  # fmt: skip
def test_office_that_cannot_be_read_is_told(name: str, content: bytes, line: str) -> None:
    (told,) = found(name, content)
    assert isinstance(told, UserError)
    assert told.line.startswith(f"{name}: {line}")


def test_office_nested_too_deep_is_told() -> None:
    deep = "<hp:p><hp:run>" + "<hp:ctrl>" * 3000 + "</hp:ctrl>" * 3000 + "</hp:run></hp:p>"
    assert lines("a.hwpx", hwpx(deep)) == ["a.hwpx: is damaged (nested too deep); save it again"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 600), st.binary(max_size=40), st.sampled_from(["a.hwpx", "a.docx"]))
def test_office_of_any_bytes_gives_articles_or_one_error(place: int, put: bytes, name: str) -> None:
    whole = hwpx(p("해솔시 예산")) if name == "a.hwpx" else word("<w:p><w:r><w:t>글</w:t></w:r></w:p>")
    told = found(name, whole[:place] + put + whole[place + len(put) :])
    assert all(isinstance(t, Article | UserError) for t in told)
