"""The name that a page bears of itself without any label: the sign above its menus, the head of an issue."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.documents.furniture import furniture, is_menu_row, phrases
from kg.documents.lines import Line
from kg.documents.papers import MINUTES
from kg.documents.press import Publisher, names_desk
from kg.documents.reporters import is_byline
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_SIGN = regex(
    r"(?P<name>[가-힣A-Za-z0-9&]{2,14}(?:\s[가-힣]{1,10}){0,2}?)(?=(?:\s(?:로고|(?:공식\s)?"
    r"(?:블로그|홈페이지|누리집|뉴스레터|웹진)))?\s*(?:$|[|ㅣ│])|\s*[|ㅣ│]|\s{2,}|\s+[A-Z][A-Za-z ]+$)"
)
_ISSUE = regex(
    r"^[\[(<【「『]?\s*(?P<name>[가-힣A-Za-z0-9&·]{1,14}(?:\s[가-힣A-Za-z0-9&·]{1,10}){0,2}?)\s*[\])>】」』]?\s*"
    r"[(\[]?(?:#\s?\d{1,4}|(?:[·ㆍ|]\s?)?(?:뉴스레터|소식지|매거진|웹진)\s?(?:(?:제\s?)?\d{1,4}\s?호|#\s?\d{1,4})|제\s?(?:(?:19|20)\d\d\s?[-–]\s?)?\d{1,5}\s?호|\d{2,4}\s?[-–]\s?\d{1,3}\s?호|통권|Vol\.?\s?\d|No\.?\s?\d|(?:19|20)\d\d년\s?\d{1,2}월\s?호|(?:19|20)\d\d년\s?(?:봄|여름|가을|겨울)호)"
)
_OF_A_HOUSE = regex(
    r"(?P<house>[가-힣A-Za-z]{2,14}(?:연구원|연구소|연구회|진흥원|개발원|정책원|평가원|기술원|재단|센터|테크노파크|은행|공단|공사|학회|의회))\s"
)
"""The body that issues a series: «달빛미래연구원 이슈브리프 제2026-02호»."""
_BEHIND_ISSUE = regex(r"[\d)\]】」』\s.~\-]*(?:호\s*(?:[)\]】」』]\s*)?)?(?:$|[|ㅣ│∣(\[,·/:]|(?:19|20)\d\d\s?[년.])")
_CALLED = regex(r"\s(?:논평|성명서?|입장문|공고|고시|보도자료)$")
"""What a body calls the paper that it signs."""
_NO_SIGN = regex(
    r"^[Bb]y\s|^(?:NEWS|News|MENU|Menu)$|^제?\d+(?:회|호|기)|[가-힣](?:으로|[을를에])\s|"
    r"(?:바로가기|보기|이동|열기|닫기|펼치기|검색|자료|보고서?|회의록)$"
)
"""A button, an author or a session, and no page's name."""
_ONE_WORD = regex(r"[가-힣A-Za-z0-9&]{2,12}[가-힣A-Za-z]{2}")
_PARTICLE = r"(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로)?(?![가-힣A-Za-z])"


def sign(text: str, lines: list[Line], first: int, lexicon: Lexicon) -> Publisher | None:
    """The first short line of a page, where a menu follows it or the name stands again below the article.

    ``first`` is the number of the article's first line.
    """
    known = _known(lexicon)
    for i, line in enumerate(lines[: min(first, 4)]):
        match = _SIGN.match(line.bare)
        if not match or line.prose or len(line.bare) > 40 or _NO_SIGN.search(match["name"]):
            continue
        name = match["name"]
        if desk := names_desk(name, lexicon):
            name = desk["organ"]
        name = _CALLED.sub("", name)
        if name.replace(" ", "").lower() in known or is_byline(text, line.begin, line.end, lexicon):
            continue
        if find_stamps(text, line.begin, line.end, lexicon):
            continue
        beneath = lines[i + 1 : min(first, i + 4)]
        again = re.compile(rf"(?<![가-힣A-Za-z]){re.escape(name)}{_PARTICLE}")
        if any(is_menu_row(x) or furniture(x, lexicon) in ("item", "trail") for x in beneath) or any(
            again.search(x.bare) for x in lines[-6:] if x.begin > line.end
        ):
            start = line.begin + match.start("name")
            return Publisher(name, Span(start, start + len(name)))
    return None


def beside_stamp_line(
    lines: list[Line], stamps: Sequence[int], first: int, title: int | None, lexicon: Lexicon
) -> Publisher | None:
    """The one word on the line above or below the line of date and author: ``달빛정책노트``.

    ``stamps`` are the numbers of those lines, ``first`` is the article's first line.
    """
    known = _known(lexicon)
    for i in stamps:
        for line in (lines[j] for j in (i - 1, i + 1) if 0 <= j < first and j != title and j not in stamps):
            if _ONE_WORD.fullmatch(line.bare) and line.bare.lower() not in known and not line.prose:
                return Publisher(line.bare, Span(line.begin, line.end))
    return None


def issue_name(line: Line) -> Publisher | None:
    """The name before an issue's number or month: ``달빛마을 소식 제3호``, ``달빛경제 2025년 3월호``."""
    match = _ISSUE.match(line.bare)
    if not match or not _BEHIND_ISSUE.match(line.bare, match.end()) or MINUTES.fullmatch(match["name"]):
        return None
    name = _CALLED.sub("", match["name"])
    if house := _OF_A_HOUSE.match(name):
        name = house["house"]
    return Publisher(name, Span(line.begin + match.start("name"), line.begin + match.start("name") + len(name)))


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> frozenset[str]:
    table = phrases(lexicon)
    return table.items | table.sections | table.lists | {w.lower() for w in lexicon.words("press_frame")}


def of_the_page(lines: list[Line]) -> Publisher | None:
    """The organ that the datelines of the page's other articles name more than once."""
    seen: dict[str, list[Publisher]] = {}
    for line in lines:
        for match in re.finditer(
            r"\[(?:[가-힣]{2,4}\s?=\s?)?(?P<organ>[가-힣A-Za-z0-9]{2,10}(?:\s[가-힣]{2,4})?)\s?=\s?[가-힣]{2,4}\s?\]",
            line.bare,
        ):
            found = Publisher(match["organ"], Span(line.begin + match.start("organ"), line.begin + match.end("organ")))
            seen.setdefault(found.name, []).append(found)
    best = max(seen.values(), key=len, default=[])
    return best[0] if len(best) >= 2 else None
