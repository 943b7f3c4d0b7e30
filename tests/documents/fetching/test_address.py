"""Addresses and the identifiers of what stands there."""

import pytest

from kg.documents.fetching.address import address_of, is_address
from kg.errors import UserError


@pytest.mark.parametrize(
    ("words", "url", "identifier"),
    [
        ("https://gaon.example/v.do?id=3#top", "https://gaon.example/v.do?id=3", "web-gaon.example/v.do-id=3"),
        ("HTTP://Gaon.Example:80/", "http://gaon.example/", "web-gaon.example/index"),
        ("http://gaon.example:8080/a/", "http://gaon.example:8080/a/", "web-gaon.example-8080/a"),
        ("https://gaon.example/소식?n=2", "https://gaon.example/%EC%86%8C%EC%8B%9D?n=2", "web-gaon.example/소식-n=2"),
        ("https://a.example/a?utm_source=x&id=3", "https://a.example/a?utm_source=x&id=3", "web-a.example/a-id=3"),
        ("https://가온.example/a", "https://xn--o39a190c.example/a", "web-xn--o39a190c.example/a"),
        ("https://gaon.example/../../etc/a", "https://gaon.example/../../etc/a", "web-gaon.example/etc/a"),
    ],
)
def test_address_and_identifier(words: str, url: str, identifier: str) -> None:
    assert (address_of(words).url, address_of(words).identifier) == (url, identifier)


def test_address_with_a_long_query_has_a_short_identifier() -> None:
    one, two = (address_of(f"https://gaon.example/a?q={'x' * 300}{n}").identifier for n in (1, 2))
    assert len(one) < 120
    assert one != two


@pytest.mark.parametrize(
    "words", ["http://", "https:///a", "http://a b/", "https://user:secret@gaon.example/", "http://x:99999/"]
)
def test_address_that_is_none(words: str) -> None:
    with pytest.raises(UserError) as error:
        address_of(words)
    assert "secret" not in error.value.line


def test_address_is_told_from_a_path() -> None:
    assert [w for w in ("https://a.example", "http:/a", "a/b.html", "httpd.txt", "-") if is_address(w)] == [
        "https://a.example",
        "http:/a",
    ]
