"""The head line of a blog or a newsletter that tells in fields when it came out, who wrote it and where."""

import re
from typing import NamedTuple

from kg.documents.lines import Line
from kg.documents.press import Publisher
from kg.documents.reporters import Byline, is_author
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_FIELD = regex(r"[^|ㅣ│∣\s·ㆍ/](?:(?!\s*[|ㅣ│∣]|\s+[·ㆍ/]\s|\s{2,}).)*")
_AUTHOR = regex(
    r"(?:(?:글쓴이|작성자|필자|글|정리|기록|by)(?:[·ㆍ/][가-힣]{1,3})*\s?[:：]?\s?)?(?P<name>[가-힣]{3,4})"
    r"(?:\s?[(（][가-힣A-Za-z·/ ]{2,24}[)）]"
    r"|\s[가-힣]{0,6}(?:연구원|연구위원|위원|교수|박사|작가|칼럼니스트|평론가|활동가|소장|에디터))?",
    re.IGNORECASE,
)
_MEDIUM = r"(?:공식\s)?(?:블로그|뉴스레터|브런치|웹진|소식지|누리집|매거진|티스토리)"
_OF_MEDIUM = regex(rf"(?P<organ>[가-힣A-Za-z0-9& ]{{2,20}}?)\s{_MEDIUM}(?:\s[‘'「《].{{1,30}}|\s제?\d+호)?")
_NAMED_MEDIUM = regex(rf"{_MEDIUM}\s?[‘'「『《](?P<organ>[^’'」』》]{{2,24}})[’'」』》]")
_PLAIN = regex(r"(?P<organ>[가-힣A-Za-z0-9]{3,12})")
_LONGEST = 100


class Colophon(NamedTuple):
    """The author and the publisher of a head line, as far as its fields tell them."""

    author: Byline | None
    publisher: Publisher | None


def colophon(text: str, line: Line, lexicon: Lexicon) -> Colophon | None:
    """What a dated line of two to four fields tells: ``2025.3.4 | 누리살림 블로그 | 홍길동``; None where it is none."""
    if len(line.bare) > _LONGEST or line.prose or not find_stamps(text, line.begin, line.end, lexicon):
        return None
    fields = list(_FIELD.finditer(line.bare))
    if not 2 <= len(fields) <= 5:
        return None
    author: Byline | None = None
    publisher: Publisher | None = None
    others = []
    for field in fields:
        words, begin = field.group().strip(), line.begin + field.start()
        if any(begin <= s.span.begin < begin + len(words) for s in find_stamps(text, line.begin, line.end, lexicon)):
            continue
        named = _AUTHOR.fullmatch(words)
        medium = _NAMED_MEDIUM.fullmatch(words) or _OF_MEDIUM.fullmatch(words)
        if author is None and named is not None and is_author(named["name"], lexicon):
            author = Byline(named["name"], _placed(named, "name", begin))
        elif publisher is None and medium is not None:
            publisher = Publisher(medium["organ"], _placed(medium, "organ", begin))
        else:
            others.append((begin, words))
    if author is not None and publisher is None and len(others) == 1 and (plain := _PLAIN.fullmatch(others[0][1])):
        publisher = Publisher(plain["organ"], _placed(plain, "organ", others[0][0]))
    if author is None and publisher is None:
        return None
    return Colophon(author, publisher)


def _placed(found: re.Match[str], group: str, begin: int) -> Span:
    return Span(begin + found.start(group), begin + found.end(group))
