"""Pages: the article told from what stands round it, what the page says of it, and its tables cell by cell."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.article import HEAD, Article
from kg.errors import UserError
from tests.documents.formats.given import articles, found, lines, places

PIECES = (
    "<table>", "<tr>", "<td rowspan=3>", "<td colspan=99999>", "가나다 밝혔다.", "</table>", "<br>",
    "<div class='article_body'>", "</div>", "<p>", "<!--", "]]>", "<script>", "\x00", "&#0;",
    "<a href=x>", "<figure>", "<dl><dt>제목</dt>", "<th>등록일", "2025-01-02", "<title>",
)  # fmt: skip
PAGES = Path(__file__).parent / "pages"


def saved(name: str) -> str:
    """A page of the folder beside this file."""
    return (PAGES / f"{name}.html").read_text("utf-8")


NEWS, OLD, BOARD = saved("news"), saved("old"), saved("board")


def one(page: str | bytes, name: str = "page.html") -> Article:
    """The article of a page."""
    (article,) = articles(name, page)
    return article


def test_page_gives_head_and_article_and_nothing_beside() -> None:
    assert one(NEWS).text == (
        "누리도, 인공지능 교육관 연다\n누리신문 | 입력 2025-03-12 | 도윤재 기자\n\n"
        "▲ 교육관 조감도. (사진=누리도)\n"
        "[누리=누리신문] 도윤재 기자 = 누리도는 12일 가온시에 인공지능 교육관을 연다고 밝혔다.\n"
        "도는 올해 국비 4억원과 도비 3억원을 들여 교육관을 고친다고 설명했다.\n"
        "(단위: 억원)\n"
        "구분 | 2026년 국비 | 2026년 도비\n교육관 운영 | 4 | -\n강사 양성 |  | 2.5\n\n"
    )


def test_page_tells_what_its_head_says() -> None:
    told = one(NEWS).original
    assert told.title and told.title.value == "누리도, 인공지능 교육관 연다"
    assert told.published and told.published.value == "2025-03-12"
    assert told.publisher and told.publisher.value == "누리신문"
    assert [n.value for n in told.byline] == ["도윤재"]
    assert told.url == "http://www.nuri.example/news/articleView.html?idxno=1234"


def test_page_places_name_element_paragraph_and_cell() -> None:
    told = {words: where for where, words in places(one(NEWS))}
    body = "article#article-view-content-div"
    assert told["▲ 교육관 조감도. (사진=누리도)\n"] == f"{body}, 문단 1"
    assert told["2026년 도비\n"] == f"{body}, 표 1, 2행 3열"
    assert told["2.5\n\n"] == f"{body}, 표 1, 4행 3열"
    assert places(one(NEWS))[0][0] == HEAD


def test_page_of_tables_in_euc_kr() -> None:
    article = one(OLD.encode("cp949"))
    assert article.notes == ("read as CP949",)
    assert article.text == (
        "가온시, 똠방마을에 돌봄 스피커 500대\n가온타임즈 | 입력 2024-11-03 | 서하늘 기자\n\n"
        "가온시가 내년까지 홀몸 어르신 집에 인공지능 스피커 500대를 놓는다.\n시는 3일 이같이 밝혔다.\n"
        '채윤서 가온시장은 "어르신이 홀로 계시지 않게 하겠다"고 말했다.\n'
    )


def test_page_of_a_board_takes_its_rows_as_head() -> None:
    assert one(BOARD).text == (
        "가온시, 인공지능 행정 3개년 계획 확정\n가온시청 | 입력 2025-06-18\n\n"
        "가온시(시장 채윤서)는 18일 ‘인공지능 행정 3개년 계획’을 확정했다고 밝혔다.\n○ 연도별 사업비\n"
        "연도 | 금액(백만원) | 재원\n2026 | 3,000 | 국비\n2027 | 3,000 | 시비\n\n"
        "채 시장은 “기다리는 시간을 반으로 줄이겠다”고 말했다.\n"
    )


def test_page_of_a_front_address_has_no_address() -> None:
    assert one(BOARD).original.url == ""


def test_page_of_a_portal_is_its_papers() -> None:
    assert one(saved("portal")).text == (
        "다솜시, 병원 세운다\n다솜일보 | 입력 2025-08-01\n\n▲ 조감도. 다솜시 제공\n다솜시가 인공지능 병원을 세운다.\n"
        "시는 1일 민자 300억원으로 병상 200개짜리 병원을 2028년까지 짓는다고 밝혔다.\n"
    )


def test_page_without_any_name_is_found_by_its_sentences() -> None:
    assert one(saved("plain")).text == (
        "새벽시 인공지능 농장 문 열어\n2025년 5월 9일\n"
        "새벽시는 9일 인공지능 농장을 열었다.\n이 농장은 도비 7억원으로 지어졌다.\n"
    )


def test_page_filled_by_a_script_is_read_from_its_data() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "라온군, 인공지능 버스",
                "datePublished": "2025-04-01T16:00:00Z",
                "author": [{"@type": "Person", "name": "한빛나"}],
                "publisher": {"name": "라온방송"},
                "articleBody": "라온군은 2일 인공지능 버스를 들인다고 밝혔다.\n사업비는 5억원이다.",
            }
        ],
    }
    page = (
        f'<html><body><div id="app"></div><script type="application/ld+json">{json.dumps(data)}</script></body></html>'
    )
    article = one(page)
    assert article.text == (
        "라온군, 인공지능 버스\n라온방송 | 입력 2025-04-02 | 한빛나 기자\n\n"
        "라온군은 2일 인공지능 버스를 들인다고 밝혔다.\n사업비는 5억원이다.\n"
    )
    assert places(article)[-1] == ("JSON-LD articleBody, 문단 2", "사업비는 5억원이다.\n")


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ('<meta property="og:title" content="달래시, 인공지능 센터 연다 | 달래일보">', "달래시, 인공지능 센터 연다"),
        ("<title>달래시, 인공지능 센터 연다 - 달래일보</title>", "달래시, 인공지능 센터 연다"),
        ("<title>달래일보 : 달래시, 인공지능 센터 연다</title>", "달래시, 인공지능 센터 연다"),
    ],
)
def test_page_title_stands_without_its_site(page: str, title: str) -> None:
    words = "달래시는 3일 인공지능 센터를 연다고 밝혔다. 사업비는 30억원이며 모두 시비로 낸다."
    body = f'<div class="article_body">{words}</div>'
    told = one(f"<html><head><meta charset=utf-8>{page}</head><body>{body}</body></html>").original.title
    assert told and told.value == title


def test_page_in_utf_8_that_declares_euc_kr() -> None:
    page = NEWS.replace('charset="utf-8"', 'charset="euc-kr"')
    assert one(page).text == one(NEWS).text


def test_page_with_a_broken_byte_is_read_and_says_so() -> None:
    page = NEWS.encode("utf-8").replace("광고".encode(), b"\xff\xfe") + ("가" * 3000).encode()
    assert one(page).notes == ("bytes that are in no known encoding were lost",)


def test_page_known_by_content_alone() -> None:
    assert one(NEWS, "saved").text == one(NEWS).text


def test_page_without_words_is_told() -> None:
    assert lines("empty.html", "<html><body><div></div></body></html>") == [
        "empty.html: holds no article that can be read; save the page when it is fully shown"
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_page_of_whatever_tags_is_an_article_or_one_error(pieces: list[str]) -> None:
    told = found("x.html", "<html><body>" + "".join(pieces))
    assert len(told) == 1
    assert isinstance(told[0], (Article, UserError))


def test_page_nested_without_end_is_read_or_told() -> None:
    told = found("deep.html", "<html><body>" + "<div>" * 100_000 + "가온시는 밝혔다.")
    assert len(told) == 1


def test_page_with_long_tables_stays_within_limits() -> None:
    page = (
        "<html><body><div class='article_body'><p>가온시는 표를 냈다고 밝혔다.</p><table>"
        + "<tr><td rowspan=65000 colspan=1000>가</td><td>1</td></tr>" * 300
    )
    assert len(articles("wide.html", page)) == 1
