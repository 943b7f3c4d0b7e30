"""Fetching from a server on the loopback: what is asked for, what is kept, what is refused."""

import gzip
from itertools import pairwise
from pathlib import Path

import pytest

from kg.documents.article import Article
from kg.documents.fetching import transport
from kg.documents.fetching.address import address_of
from kg.documents.fetching.fetch import Fetcher, fetched_articles
from kg.documents.formats.model import BY_ITSELF
from kg.errors import UserError
from tests.documents.fetching.conftest import Site

PAGE = (
    '<html><head><title>가온시, 학교 연다 - 가온신문</title></head><body><div class="article_body">'
    "가온시는 4일 인공지능 학교를 연다고 밝혔다. 사업비는 4억원이며 모두 국비로 낸다. 학교는 내년에 문을 연다."
    "</div></body></html>"
)


def got(url: str, folder: Path, named: tuple[str, ...] = ()) -> Article | UserError:
    """What is found at an address, with nothing waited for."""
    fetcher = Fetcher([address_of(u) for u in (named or (url,))], folder, 0.0)
    (found,) = fetched_articles(fetcher, address_of(url), BY_ITSELF)
    return found


def refused(url: str, folder: Path, named: tuple[str, ...] = ()) -> str:
    """Why nothing is found there, without the address."""
    found = got(url, folder, named)
    assert isinstance(found, UserError)
    return found.line.replace(url, "URL")


def test_fetch_reads_a_page_in_the_charset_that_the_server_tells(site: Site, tmp_path: Path) -> None:
    url = site.says("/a?no=7", PAGE.encode("cp949"), Content_Type="text/html; charset=EUC-KR")
    article = got(url, tmp_path)
    assert isinstance(article, Article)
    assert article.identifier == f"web-127.0.0.1-{site.port}/a-no=7"
    assert article.original.url == url
    assert article.text.startswith("가온시, 학교 연다\n가온신문\n\n가온시는 4일")
    assert site.paths() == ["/robots.txt", "/a?no=7"]
    assert site.asked[1][1]["user-agent"].startswith("regional-ai-kg/")


def test_fetch_does_not_load_again_what_has_not_changed(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"', Last_Modified="x")
    first = got(url, tmp_path)
    second = got(url, tmp_path)
    assert first == second
    assert site.asked[3][1]["if-none-match"] == '"1"'
    assert site.asked[3][1]["if-modified-since"] == "x"
    site.says("/a", PAGE.replace("4억원", "5억원"), Content_Type="text/html; charset=utf-8", ETag='"2"')
    third = got(url, tmp_path)
    assert isinstance(third, Article)
    assert "5억원" in third.text


def test_fetch_obeys_robots(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", "User-agent: *\nDisallow: /a")
    assert refused(site.says("/a", PAGE), tmp_path) == (
        "URL: may not be fetched, says its host's robots.txt; save the page by hand"
    )
    assert site.paths() == ["/robots.txt"]


def test_fetch_nothing_where_robots_cannot_be_read(site: Site, tmp_path: Path) -> None:
    site.says("/robots.txt", status=503)
    url = site.says("/a", PAGE)
    assert refused(url, tmp_path) == (f"{site.url}: has a robots.txt that cannot be read (status 503); try again later")


def test_fetch_follows_redirects(site: Site, tmp_path: Path) -> None:
    site.says("/b", PAGE, Content_Type="text/html; charset=utf-8")
    article = got(site.says("/a", status=302, Location="/b"), tmp_path)
    assert isinstance(article, Article)
    assert article.identifier == f"web-127.0.0.1-{site.port}/a"


def test_fetch_stops_at_redirects_in_a_ring_and_out_of_the_web(site: Site, tmp_path: Path) -> None:
    ring = site.says("/a", status=301, Location="/a")
    assert refused(ring, tmp_path) == "URL: leads on more than 8 times; check the address"
    away = site.says("/b", status=301, Location="file:///etc/passwd")
    assert refused(away, tmp_path) == "URL: leads away from the web; save the page by hand"


def test_fetch_is_not_led_into_a_private_network(site: Site, tmp_path: Path) -> None:
    site.says("/b", PAGE)
    url = site.says("/a", status=302, Location=f"http://localhost:{site.port}/b")
    assert refused(url, tmp_path) == (
        f"http://localhost:{site.port}/robots.txt: cannot be fetched "
        "(localhost stands in a private network and was not named); try again, or save it by hand"
    )
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (404, "is not there (status 404)"),
        (403, "is refused (status 403)"),
        (401, "asks for a password (status 401)"),
        (500, "cannot be fetched (status 500)"),
    ],
)
def test_fetch_tells_what_the_server_says(site: Site, tmp_path: Path, status: int, says: str) -> None:
    assert refused(site.says("/a", status=status), tmp_path).startswith(f"URL: {says}; ")


def test_fetch_waits_when_it_is_asked_to(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", status=429, Retry_After="0")
    assert refused(url, tmp_path).startswith("URL: cannot be fetched (status 429)")
    assert site.paths() == ["/robots.txt", "/a", "/a"]


def test_fetch_pauses_between_requests_to_a_host(site: Site, tmp_path: Path) -> None:
    urls = [site.says(f"/{n}", PAGE, Content_Type="text/html; charset=utf-8") for n in range(2)]
    fetcher = Fetcher([address_of(u) for u in urls], tmp_path, 0.2)
    for url in urls:
        fetcher.fetch(address_of(url))
    moments = [moment for _, _, moment in site.asked]
    assert all(after - before >= 0.19 for before, after in pairwise(moments))


def test_fetch_limits_size(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.documents.fetching.fetch.LARGEST", 1000)
    assert refused(site.says("/a", b"x" * 1001), tmp_path) == "URL: has more than 0 MB; save it by hand"
    packed = gzip.compress(b"x" * 5000)
    assert (
        refused(site.says("/b", packed, Content_Encoding="gzip"), tmp_path)
        == "URL: has more than 0 MB; save it by hand"
    )
    assert list(tmp_path.iterdir()) == []


def test_fetch_unpacks_what_comes_packed(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", gzip.compress(PAGE.encode()), Content_Encoding="gzip", Content_Type="text/html")
    assert isinstance(got(url, tmp_path), Article)


def test_fetch_limits_time(site: Site, tmp_path: Path) -> None:
    slow = transport.Transport({"127.0.0.1"}, longest=-1.0)
    url = site.says("/a", PAGE)
    with (
        pytest.raises(UserError, match="takes too long to be fetched"),
        slow.asked(address_of(url), {}, 10**6) as answer,
    ):
        b"".join(answer.pieces)


def test_fetch_tells_that_nobody_answers(tmp_path: Path) -> None:
    assert refused("http://127.0.0.1:1/a", tmp_path) == (
        "http://127.0.0.1:1/robots.txt: cannot be fetched (Connection refused); try again, or save it by hand"
    )


def test_fetch_keeps_the_page_before_where_the_next_breaks_off(site: Site, tmp_path: Path) -> None:
    url = site.says("/a", PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"')
    got(url, tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    site.says("/a", PAGE[:50], Content_Length="5000", ETag='"2"')
    assert refused(url, tmp_path).startswith("URL: ")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before
