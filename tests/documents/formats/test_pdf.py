"""PDF files that the tests write themselves: order, paragraphs, tables, furniture, and files without text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents.article import Article
from kg.errors import UserError
from tests.documents.formats.given import articles, found, lines, places
from tests.documents.formats.pdf_writer import HEIGHT, Mark, Words, column, frame, pdf

FIRST = ["해솔시는 올해 인공지능 사업을 새로 시작한다고 삼일 밝", "혔다. 홀로 사는 어르신에게 안부를 묻는 전화를 건다"]


def text(*pages: list[Mark]) -> str:
    (article,) = articles("a.pdf", pdf(*pages))
    return article.text


def test_pdf_joins_a_word_broken_at_the_end_of_a_line() -> None:
    assert text([*column(FIRST)]) == (
        "해솔시는 올해 인공지능 사업을 새로 시작한다고 삼일 밝혔다. 홀로 사는 어르신에게 안부를 묻는 전화를 건다\n"
    )


def test_pdf_begins_a_paragraph_where_the_next_word_had_room() -> None:
    marks = column(
        ["해솔시는 올해 인공지능 사업을 새로 시작한다고 삼일 알렸", "다. 담당은 새길과이다.", "다음은 예산이다."]
    )
    assert text([*marks]).splitlines() == [
        "해솔시는 올해 인공지능 사업을 새로 시작한다고 삼일 알렸다. 담당은 새길과이다.",
        "다음은 예산이다.",
    ]


def test_pdf_takes_written_spaces_at_ends_of_lines_for_what_divides_words() -> None:
    marks = column(
        [
            "가로등마다 온도와 습도를 재는 ",
            "작은 장치를 달아 해마다 겨울이",
            "면 길이 어는 곳을 미리 알리는 ",
            "일을 맡긴다고 시는 설명했으며 ",
            "내년부터는 눈이 쌓인 깊이까지 ",
            "함께 재어 제설차를 보낼 차례를 ",
            "정하는 데에도 쓰기로 하였다고.",
        ]
    )
    assert text([*marks]) == (
        "가로등마다 온도와 습도를 재는 작은 장치를 달아 해마다 겨울이면 길이 어는 곳을 미리 알리는 일을 맡긴다고 시는 "
        "설명했으며 내년부터는 눈이 쌓인 깊이까지 함께 재어 제설차를 보낼 차례를 정하는 데에도 쓰기로 하였다고.\n"
    )  # fmt: skip


def test_pdf_reads_columns_one_after_the_other() -> None:
    left = column(
        ["왼쪽 단의 첫째 줄이 여기에 있고", "왼쪽 단의 둘째 줄이 이어지고서", "왼쪽 단의 셋째 줄로 끝이 난다."], 60, 700
    )
    right = column(
        ["오른쪽 단의 첫째 줄이 이어지며", "오른쪽 단의 둘째 줄이 있고나서", "오른쪽 단의 셋째 줄로 끝난다."], 320, 700
    )
    title = Words(60, 740, "두 단 위에 걸쳐 선 긴 제목이 이 쪽의 첫 줄로 나온다")
    told = text([title, *(m for pair in zip(left, right, strict=True) for m in pair)])
    assert told.splitlines()[0] == title.words
    assert told.index("왼쪽 단의 셋째") < told.index("오른쪽 단의 첫째")


def ruled() -> list[Mark]:
    words = [
        ["사업명", "사업비", "재원"],
        ["AI 돌봄", "4억원", "국비"],
        ["AI 교통", "-", "시비"],
        ["AI 안전", "", "도비"],
    ]
    cells = [Words(64 + 100 * c, 684 - 20 * r, w) for r, row in enumerate(words) for c, w in enumerate(row) if w]
    return [*frame([60, 160, 260, 360], [620, 640, 660, 680, 700]), *cells]


def test_pdf_reads_a_ruled_table_cell_by_cell() -> None:
    assert text([Words(60, 740, "해솔시 예산"), *ruled()]) == (
        "해솔시 예산\n사업명 | 사업비 | 재원\nAI 돌봄 | 4억원 | 국비\nAI 교통 | - | 시비\nAI 안전 |  | 도비\n\n"
    )


def test_pdf_reads_a_cell_that_covers_columns() -> None:
    marks = [
        *frame([60, 160, 260, 360], [600, 620, 640]),
        *(Words(x, 644, w) for x, w in ((64, "사업"), (164, "2026년"))),
        *(Words(x, 624, w) for x, w in ((164, "국비"), (264, "시비"))),
        *(Words(x, 604, w) for x, w in ((64, "AI 길"), (164, "4"), (264, "2"))),
    ]
    closed = [*frame([60, 360], [600, 660]), *frame([60, 160], [600, 620, 660]), *frame([160, 360], [640, 660])]
    assert text([*marks, *closed]).splitlines()[:2] == ["사업 | 2026년 국비 | 2026년 시비", "AI 길 | 4 | 2"]


def test_pdf_reads_aligned_words_as_a_table() -> None:
    words = [["사업명", "사업비", "재원"], ["AI 돌봄", "4억원", "국비"], ["AI 교통", "12억원", "시비"]]
    marks = [Words(60 + 120 * c, 700 - 20 * r, w) for r, row in enumerate(words) for c, w in enumerate(row)]
    assert text([*marks]).splitlines()[1] == "AI 돌봄 | 4억원 | 국비"


def test_pdf_tells_page_and_cell_as_places() -> None:
    (article,) = articles("a.pdf", pdf([Words(60, 700, "첫 쪽")], [Words(60, 740, "둘째 쪽"), *ruled()]))
    assert places(article)[:4] == [
        ("1쪽", "첫 쪽\n"),
        ("2쪽", "둘째 쪽\n"),
        ("2쪽, 표 1, 1행 1열", "사업명 | "),
        ("2쪽, 표 1, 1행 2열", "사업비 | "),
    ]


def test_pdf_leaves_out_running_heads_and_numbers_of_pages() -> None:
    pages = [
        [Words(60, HEIGHT - 40, "해솔시 보도자료"), *column(FIRST), Words(290, 30, f"- {n} -")] for n in (1, 2, 3)
    ]  # fmt: skip
    told = text(*pages).splitlines()
    assert told.count("해솔시 보도자료") == 1
    assert not any("-" in line for line in told)


def test_pdf_goes_on_over_pages() -> None:
    pages = [[*column(FIRST[:1], y=100), Words(290, 30, "1")], [*column(FIRST[1:]), Words(290, 30, "2")]]
    (article,) = articles("a.pdf", pdf(*pages))
    assert article.text.startswith("해솔시는 올해 인공지능 사업을 새로 시작한다고 삼일 밝혔다.")
    assert [where for where, _ in places(article)] == ["1쪽", "2쪽"]


def test_pdf_without_letters_is_told() -> None:
    assert lines("a.pdf", pdf([*frame([60, 160], [600, 620])])) == [
        "a.pdf: holds pictures of pages without text; read their text by OCR first"
    ]


def test_pdf_with_a_blank_page_is_noted() -> None:
    (article,) = articles("a.pdf", pdf([Words(60, 700, "첫 쪽")], []))
    assert article.notes == ("some pages hold no text",)


def test_pdf_damaged_is_told() -> None:
    assert lines("a.pdf", b"%PDF-1.4\nno more of it") == ["a.pdf: is damaged; save it again"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 3000), st.binary(max_size=40))
def test_pdf_of_any_bytes_gives_articles_or_one_error(place: int, put: bytes) -> None:
    whole = pdf([*column(FIRST), *ruled()])
    told = found("a.pdf", b"%PDF-" + whole[5:place] + put + whole[place + len(put) :])
    assert len(told) == 1 and isinstance(told[0], Article | UserError)


def test_pdf_with_a_password_is_told() -> None:
    lock = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >> >>" % (
        b"31" * 32,
        b"42" * 32,
    )
    locked = pdf([*column(FIRST)]).replace(b"/Root 1 0 R >>", b"/Root 1 0 R " + lock)
    assert lines("a.pdf", locked) == ["a.pdf: is protected by a password; save it without one"]
