"""What of a title or a name is a site's: «… | 가온시청 누리집», «네이버 뉴스»."""

import re

from kg.patterns import regex

BETWEEN = regex(r"\s+[|ㅣ│<>»«:·]+\s+|\s+[-–—]\s+|\s*[|ㅣ│]\s*|\s*&lt;\s*|\s*::+\s*")
"""Between a title and the names of board and site behind it."""
_PORTALS = regex(
    r"(?:네이버|naver|다음|daum|카카오|kakao|네이트|nate|줌|zum|구글|google|facebook|페이스북|x|twitter|youtube)"
    r"(?:\s?뉴스)?\b",
    re.I,
)
_SITE = regex(r"(?:홈페이지|누리집|대표\s?포털|포털|사이트|에 오신 것을 환영합니다)\s*$")


def is_portal(name: str) -> bool:
    """Whether a name is that of a portal or a social network, which publishes nothing of its own."""
    return _PORTALS.match(name) is not None


def says_site(words: str) -> bool:
    """Whether words call themselves a site."""
    return _SITE.search(words) is not None


def without_site_words(name: str) -> str:
    """A name without the word for a site behind it: «가온시청 누리집»."""
    return _SITE.sub("", name).strip()
