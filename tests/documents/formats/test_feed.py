"""Feeds: an article an entry, with days in Korea."""

import pytest

from tests.documents.formats.given import articles, lines, places

LONG = "누리도는 12일 인공지능 학교를 연다고 밝혔다. " * 20


def rss(*items: str) -> str:
    """A feed of items."""
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"{head} {content}><channel><title>누리신문 - 전체기사</title>{''.join(items)}</channel></rss>"


def item(day: str = "Wed, 12 Mar 2025 23:30:00 GMT", body: str = "", extra: str = "") -> str:
    """An item of a feed."""
    told = f"<title>누리도, 학교 연다</title><link>https://nuri.example/a?no=7</link><pubDate>{day}</pubDate>"
    return f"<item>{told}<description><![CDATA[{body}]]></description>{extra}</item>"


def test_feed_entry_with_its_whole_text() -> None:
    extra = (
        "<dc:creator>도윤재 기자</dc:creator><guid>nuri-7</guid>"
        "<content:encoded><![CDATA[<p>누리도는 학교를 연다고 밝혔다.</p><ul><li><a href='/2'>다른 기사</a></li></ul>"
        "<table><tr><td>연도</td><td>금액</td></tr><tr><td>2026</td><td>4억원</td></tr></table>]]></content:encoded>"
    )
    (article,) = articles("news.rss", rss(item(extra=extra)))
    assert article.identifier == "news.rss/nuri-7"
    assert article.text == (
        "누리도, 학교 연다\n누리신문 | 입력 2025-03-13 | 도윤재 기자\n\n"
        "누리도는 학교를 연다고 밝혔다.\n연도 | 금액\n2026 | 4억원\n\n"
    )
    assert article.original.url == "https://nuri.example/a?no=7"
    assert article.notes == ()
    assert places(article)[1] == ("content 칸, 문단 1", "누리도는 학교를 연다고 밝혔다.\n")


def test_feed_entry_with_a_summary_says_so() -> None:
    (article,) = articles("news.rss", rss(item(body="누리도가 학교를 연다.")))
    assert article.identifier == "news.rss/https-nuri.example-a-no=7"
    assert article.notes == ("has only a summary, no text",)
    assert places(article)[-1] == ("description 칸, 문단 1", "누리도가 학교를 연다.\n")


def test_feed_entry_whose_description_is_the_text() -> None:
    (article,) = articles("news.rss", rss(item(body=LONG)))
    assert article.notes == ()


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ("2025년 3월 12일 오후 2:05", "2025-03-12"),
        ("수, 12 3월 2025 23:30:00 +0900", "2025-03-12"),
        ("2025-03-12 23:30:00", "2025-03-12"),
        ("Wed, 12 Mar 2025 23:30:00 +0900", "2025-03-12"),
        ("Wed, 12 Mar 2025 15:30:00 GMT", "2025-03-13"),
    ],
)
def test_feed_days_are_read_by_ourselves(day: str, iso: str) -> None:
    (article,) = articles("news.rss", rss(item(day, "누리도가 학교를 연다.")))
    assert article.original.published and article.original.published.value == iso


def test_feed_in_euc_kr_known_by_content() -> None:
    feed = rss(item(body="누리도가 학교를 연다.")).replace("UTF-8", "EUC-KR")
    (article,) = articles("feed", feed.encode("cp949"))
    assert article.text == "누리도, 학교 연다\n누리신문 | 입력 2025-03-13\n\n누리도가 학교를 연다.\n"
    assert "read as CP949" in article.notes


def test_feed_of_atom() -> None:
    feed = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>가온시청 보도자료</title><entry>'
        "<id>tag:gaon,2025:7</id><title>가온시 소식</title><published>2025-03-12T23:30:00Z</published>"
        '<link href="https://gaon.example/7"/><author><name>한빛나</name></author>'
        '<content type="html">&lt;p&gt;가온시는 밝혔다.&lt;/p&gt;</content></entry></feed>'
    )
    (article,) = articles("g.atom", feed)
    assert article.identifier == "g.atom/tag-gaon,2025-7"
    assert article.text == "가온시 소식\n가온시청 보도자료 | 입력 2025-03-13 | 한빛나 기자\n\n가온시는 밝혔다.\n"


def test_feed_without_entries_and_xml_that_is_none() -> None:
    assert lines("a.rss", rss()) == ["a.rss: is a feed without an article; give feeds, pages or documents"]
    other = '<?xml version="1.0"?><budget><row>1</row></budget>'
    assert lines("a.xml", other) == ["a.xml: is XML, but no feed; give feeds, pages or documents"]


def test_feed_entries_without_text_are_counted() -> None:
    assert lines("a.rss", rss(item(), item(body="누리도가 연다."))) == [
        "a.rss: 1 of its 2 entries hold no text; save the pages themselves"
    ]


def test_feed_with_growing_entities_is_told_or_read() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "가"><!ENTITY b "' + "&a;" * 1000 + '">]>'
    told = articles("a.rss", bomb + rss(item(body="누리도가 연다. &b;")).split("?>", 1)[1])
    assert len(told) == 1
    assert len(told[0].text) < 3000
