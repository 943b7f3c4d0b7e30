"""The name that a page bears of itself without any label: the sign above its menus, the head of an issue."""

import re
from functools import lru_cache

from kg.documents.furniture import is_menu_row, phrases
from kg.documents.lines import Line
from kg.documents.press import Publisher
from kg.documents.reporters import is_byline
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.spans import Span

_SIGN = re.compile(
    r"(?P<name>[가-힣A-Za-z0-9&]{2,14}(?:\s[가-힣]{2,10})??)(?=(?:\s로고)?\s*$|\s*[|ㅣ│]|\s{2,}|\s+[A-Z][A-Za-z ]+$)"
)
_ISSUE = re.compile(
    r"^[\[(<【「『]?\s*(?P<name>[가-힣A-Za-z0-9&·]{1,14}(?:\s[가-힣A-Za-z0-9&·]{1,10}){0,2}?)\s*[\])>】」』]?\s*"
    r"[(\[]?(?:#\s?\d{1,4}|(?:[·ㆍ|]\s?)?(?:뉴스레터|소식지|매거진|웹진)\s?(?:제\s?)?\d{1,4}\s?호|제\s?\d{1,5}\s?호|통권|Vol\.?\s?\d|No\.?\s?\d|(?:19|20)\d\d년\s?\d{1,2}월\s?호|(?:19|20)\d\d년\s?(?:봄|여름|가을|겨울)호)"
)
_BEHIND_ISSUE = re.compile(r"[\d)\]】」』\s.~\-]*(?:호\s*)?[)\]】」』]?\s*(?:$|[|ㅣ│∣(\[,·/:]|(?:19|20)\d\d\s?[년.])")
_PARTICLE = r"(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로)?(?![가-힣A-Za-z])"


def sign(text: str, lines: list[Line], first: int, lexicon: Lexicon) -> Publisher | None:
    """The first short line of a page, where a menu follows it or the name stands again below the article.

    ``first`` is the number of the article's first line.
    """
    known = _known(lexicon)
    for i, line in enumerate(lines[: min(first, 4)]):
        match = _SIGN.match(line.bare)
        if not match or line.prose or len(line.bare) > 40:
            continue
        name = match["name"]
        if name.replace(" ", "").lower() in known or is_byline(text, line.begin, line.end, lexicon):
            continue
        if find_stamps(text, line.begin, line.end, lexicon):
            continue
        beneath = lines[i + 1 : min(first, i + 3)]
        again = re.compile(rf"(?<![가-힣A-Za-z]){re.escape(name)}{_PARTICLE}")
        if any(is_menu_row(x) for x in beneath) or any(again.search(x.bare) for x in lines[-6:] if x.begin > line.end):
            return Publisher(name, Span(line.begin + match.start("name"), line.begin + match.end("name")))
    return None


def issue_name(line: Line) -> Publisher | None:
    """The name before an issue's number or month: ``달빛마을 소식 제3호``, ``달빛경제 2025년 3월호``."""
    match = _ISSUE.match(line.bare)
    if not match or not _BEHIND_ISSUE.match(line.bare, match.end()):
        return None
    return Publisher(match["name"], Span(line.begin + match.start("name"), line.begin + match.end("name")))


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> frozenset[str]:
    table = phrases(lexicon)
    return table.items | table.sections | table.lists | {w.lower() for w in lexicon.words("press_frame")}
