"""Which line above the article is its title, and where the page's own name behind it begins."""

import re

from kg.documents.frame import names_release
from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.papers import MINUTES, day_at_edge
from kg.documents.press import is_organ
from kg.lexicon import Lexicon
from kg.patterns import regex

_KICKER = regex(r"[\[<【〈(][^\[\]<>【】〈〉()]{2,30}[\]>】〉)]")
_COLUMN = regex(r"[가-힣A-Za-z0-9]{2,10}\s?[\[<【〈][가-힣A-Za-z0-9 ·]{2,20}[\]>】〉]")
"""The paper's name with that of a column: «달빛논단 [강 따라 걷기]»."""
_NUMBERED = regex(
    r"[^.?!…]{2,30}(?:제\s?|\d{2,4}\s?[-–]\s?)?(?:(?:19|20)\d\d\s?[-–]\s?)?\d{1,5}\s?호\W*|제\s?\d+회\s(?:[가-힣]{2,12}의회)?\s?\(?(?:제\s?\d+차\s)?(?:정례회|임시회)\)?"
)
"""A line that only counts an issue or a session."""
_SERIES = regex(r"\s[|ㅣ│/∥]\s")
_MENU = regex(r"[가-힣A-Za-z0-9·]{1,8}(?:\s{2,}[가-힣A-Za-z0-9·]{1,8}){3,}")
"""Short words that wide spaces part: the sections of a page."""
_FLASH = regex(r"^[\[【<(]?\s*(?:속보|HOT|핫이슈|긴급|실시간|인기|주요|오늘의|NEW|LIVE|생중계|이슈|▣|◉|★)", re.I)
_PAGE_NAME = regex(
    r"\s*(?:<\s[^<>]{2,14}\s){0,3}(?:<\s기사본문\s)?[-–—|:<]{1,2}\s(?P<organ>[가-힣A-Za-z0-9]{2,14}(?:\s[가-힣A-Za-z0-9]{2,8})?)$"
)
_MARKED = regex(r"[▣■◆◈◉●★☆▶▷◎❏☞]+\s*(?=\S)")
"""The mark with which an office sets off a headline."""
_LABELLED = regex(r"(?:[가-힣]{2,6}(?:\s[가-힣]{1,4})?|[가-힣](?:\s+[가-힣]){1,5})\s*[:：]\s")
_SERIES_NAME = regex(
    r"[\[(<]?(?:기획|연재|특집|시리즈|집중\s?(?:취재|점검)|창간\s?기획|신년\s?기획|탐사)\S{0,4}[\])>]?\s[^.?!…]*[①-⑳⓵-⓾<(]?\s?\d{0,2}[\s>)회편]*\S{0,8}"
)
"""The name of a series and its number above a headline: «기획 ‘지역의 돈’ ③ 가온»."""
_SERIES_KICKER = regex(
    r"[\[<【〈](?:기획|연재|특집|시리즈|탐사|심층|르포|"
    r"현장|점검|칼럼|시론|기고|사설)[^\[\]<>【】〈〉]{0,30}[\]>】〉]\s?\S.{7,}"
)
"""A headline behind the name of its series: such a one is the article's own, in whatever words."""
_NUMBER_OF_SERIES = regex(r"[①-⑳⓵-⓾]|[<(]\s?\d{1,2}\s?[>)]|\d{1,2}\s?[회편](?=\s|$)")
_ENDS_AS_SERIES = regex(
    r"[\[<【〈](?:기획|연재|특집|시리즈|탐사)[^\[\]<>【】〈〉]{0,30}[\]>】〉]\s?[^“”\"…]{4,40}?(?:[①-⑳⓵-⓾]|[<(]\s?\d{1,2}\s?[>)])"
    r"\s?\S{0,6}(?:\s\S{1,6})?"
)
"""The name of a series with its number and what the part is on, above the part's own headline."""
_ADDRESS = regex(r"(?:www\.|https?://)\S+$")
_SUBHEAD = regex(r"^[-–—○◦ㅇ●•·*▶◈◇※❍△✓✔☑✅]")
_SPACED = regex(r"(?:[가-힣]\s+){3,}[가-힣]")
"""A body or a kind of paper with a space between its letters: «안 전 복 지 위 원 회», «검  토  보  고»."""
_OF_FORM = regex(
    r"(?:일\s*시|장\s*소|날\s*짜|의\s*사\s*일\s*정|부\s*의\s*[된한]\s*안\s*건|출\s*석|배\s*석|참\s*석)"
    r"(?:[가-힣\s]{0,8}[:：]|\s{2,}|$)"
)
"""A field of the record of a meeting."""
_CLOCK = regex(
    r"[(\[]?\s?(?:오전|오후)?\s?\d{1,2}\s?(?:시|:)\s?\d{0,2}분?\s?"
    r"(?:개\s?의|개\s?회|산\s?회|정\s?회|속\s?개|계속\s?개의|시작|종료|폐\s?회)\s?[)\]]?"
)
"""When a meeting was opened, put off or closed: «(10시04분 개의)»."""
_AS_OF = regex(
    r"[(\[<※*]?\s?(?:(?:19|20|[’'‘])\d\d\s?[.년]\s?)?\d{1,2}\s?[.월]\s?(?:\d{1,2}\s?[.일]?)?\s?(?:말|초)?\s?(?:\([월화수목금토일]\))?\s?"
    r"(?:현재|기준|작성|조사|개정|갱신)\s?[)\]>]?"
)
"""Of what day a paper's figures are: «(2026. 2. 10. 현재)»."""
_SHORTEST_MINUTES = 4
_CELLS = 2
"""So many tabs part the cells of a table's row."""
_ITEM = regex(r"(?:\d{1,2}|[가-하]|[ⅠⅡⅢ])[.)]\s|[①-⑨]")
"""A heading inside the article; it is its title only where there is no other."""


def name_title(
    lines: list[Line], layout: Layout, candidates: list[int], fresh: int, start: int | None, lexicon: Lexicon
) -> None:
    """The title is the first headline below the menus that tells of what the article tells; what follows
    it are subtitles.
    """
    if layout.title is None:
        whole = [i for i in candidates[fresh:] if _is_headline(lines[i])]
        whole = [i for i in whole if not _ITEM.match(lines[i].bare)] or whole
        below = _on_topic(lines, whole, start, lexicon)
        below = _below_frame(lines, layout, below, lexicon)
        above = [i for i in candidates[:fresh] if _is_headline(lines[i])]
        if above and below and start is not None and _kin(lines, below[0], start) < 0.15:
            related = [i for i in above if _kin(lines, i, start) >= 0.4]
            below = related[-1:] or below
        if below:
            layout.title = _below_motto(lines, layout, _plain(lines, below), below, lexicon)
        elif above:
            layout.title = above[-1]
        elif (dated := _with_day(lines, layout, start)) is not None:
            layout.title, layout.title_stop = dated
            return
        else:
            return
        layout.kinds[layout.title] = "title"
        if mark := _MARKED.match(lines[layout.title].bare):
            layout.title_offset = mark.end()
    title = lines[layout.title].bare[layout.title_offset :]
    for i in candidates:
        if i > layout.title:
            layout.kinds[i] = "noise" if lines[i].bare == title else "subtitle"


def _with_day(lines: list[Line], layout: Layout, start: int | None) -> tuple[int, int] | None:
    """The line of a paper's name with its day at the right edge, and where the name ends."""
    for i in layout.bylines:
        if (start is None or i < start) and (edge := day_at_edge(lines[i].bare)) is not None:
            return i, edge
    return None


def _below_frame(lines: list[Line], layout: Layout, headlines: list[int], lexicon: Lexicon) -> list[int]:
    """Of a release the headlines below its frame, where there are any: what stands above is an office's motto."""
    frame = [i for i, kind in enumerate(layout.kinds) if kind in ("contact", "masthead", "byline")]
    if not any(names_release(lines[i], lexicon) for i in frame):
        return headlines
    return [i for i in headlines if i > max(frame)] or headlines


_NAMES_ITSELF = regex(r"[가-힣]{2,10}(?:[시도군구]|의회|진흥원|재단|공사|교육청|테크노파크),\s")


def _below_motto(lines: list[Line], layout: Layout, title: int, headlines: list[int], lexicon: Lexicon) -> int:
    """Of a release the headline in which the body names itself («한빛시, …»), where a motto stands right above it."""
    frame = [i for i in range(title) if layout.kinds[i] in ("contact", "masthead", "byline")]
    below = title + 1
    if below not in headlines or lines[below].gap or not any(names_release(lines[i], lexicon) for i in frame):
        return title
    plain = _NAMES_ITSELF.match(lines[title].bare) is None and not re.search(r"\d", lines[title].bare)
    return below if plain and _NAMES_ITSELF.match(lines[below].bare) else title


def _on_topic(lines: list[Line], headlines: list[int], start: int | None, lexicon: Lexicon) -> list[int]:
    """The headlines from the first one on that shares its words with the article, where another page's news
    stand above it.
    """
    minutes = [i for i in headlines[:4] if lines[i].squeezed.rstrip(")0123456789호제(임시").endswith("회의록")]
    if minutes:
        return minutes
    while len(headlines) > 1 and _NUMBERED.fullmatch(lines[headlines[0]].bare):
        headlines = headlines[1:]
    if start is None or len(headlines) < 2:
        return headlines
    kin = [_kin(lines, i, start) for i in headlines]
    if kin[0] >= 0.25 or max(kin) < 0.35 or (headlines[0] == 0 and _SERIES_KICKER.match(lines[0].bare)):
        return headlines
    first = next(n for n, share in enumerate(kin) if share >= 0.35)
    apart = (
        lines[headlines[first]].gap > 0
        or first > 1
        or any(is_organ(word, lexicon) for word in lines[headlines[0]].bare.split())
    )
    return headlines[first:] if apart and (kin[0] < 0.15 or _FLASH.match(lines[headlines[0]].bare)) else headlines


def _kin(lines: list[Line], headline: int, start: int) -> float:
    """The share of a headline's pairs of letters that the article's first lines hold as well."""
    letters = re.sub(r"[^0-9A-Za-z가-힣]", "", lines[headline].bare)
    told = re.sub(r"[^0-9A-Za-z가-힣]", "", " ".join(x.bare for x in lines[start : start + 6])[:1500])
    pairs = [letters[i : i + 2] for i in range(len(letters) - 1)]
    return sum(p in told for p in pairs) / len(pairs) if pairs else 0.0


def end_before_page_name(lines: list[Line], layout: Layout, lexicon: Lexicon) -> None:
    """Where a title carries the page's path and name behind it (``제목 < 정치 < 기사본문 - 새벽일보``), end it before
    them.
    """
    if layout.title is None:
        return
    if match := page_name(lines[layout.title].bare, lexicon):
        layout.title_stop = match.start()


def page_name(bare: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The path and the organ's name (group ``organ``) behind a page's title, where it carries them."""
    for match in _PAGE_NAME.finditer(bare):
        if match.start() >= 8 and (is_organ(match["organ"], lexicon) or "기사본문" in match.group()):
            return match
    return None


def _plain(lines: list[Line], headlines: list[int]) -> int:
    """The first headline, or the one below it that it repeats with the page's name or introduces as a kicker."""
    first, *rest = headlines
    bare = lines[first].bare
    for i in rest[:3]:
        if bare != lines[i].bare and bare.startswith(lines[i].bare):
            return i
    series = (
        _SERIES_NAME.fullmatch(bare) is not None
        and _NUMBER_OF_SERIES.search(bare) is not None
        and _SERIES_KICKER.match(bare) is None
    )
    if rest and rest[0] == first + 1 and not lines[rest[0]].gap and _ENDS_AS_SERIES.fullmatch(bare):
        return rest[0]
    return rest[0] if rest and (_KICKER.fullmatch(bare) or _COLUMN.fullmatch(bare) or series) else first


def _is_headline(line: Line) -> bool:
    """Whether a line can be an article's headline: some words, no list entry, no lone name."""
    bare = line.bare
    if _ADDRESS.search(bare) or _CLOCK.fullmatch(bare):
        return False
    if len(bare) > _SHORTEST_MINUTES and MINUTES.fullmatch(bare):
        return True  # «행정자치위원회회의록», a word without a space
    return (
        len(bare) >= 9
        and " " in bare
        and not _AS_OF.fullmatch(bare)
        and not _SUBHEAD.match(bare)
        and not bare.startswith(("by ", "By ", "BY "))
        and not _LABELLED.match(bare)
        and not bare.endswith(":")
        and len(_SERIES.findall(bare)) < 2
        and not _MENU.fullmatch(bare)
        and not _SPACED.fullmatch(bare)
        and not _OF_FORM.match(bare)
        and bare.count("\t") < _CELLS
    )
