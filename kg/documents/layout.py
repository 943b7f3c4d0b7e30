"""Where the article stands on its page: every line gets its kind."""

import re
from dataclasses import dataclass, field

from kg.documents.captions import is_caption
from kg.documents.cells import find_grids, mark_of
from kg.documents.frame import is_contact, is_contact_label, is_frame, names_release
from kg.documents.furniture import furniture, is_menu_row, is_numbered_row
from kg.documents.lines import Line
from kg.documents.model import BlockKind
from kg.documents.press import DATELINE, is_organ
from kg.documents.reporters import EMAIL, is_byline, names_alone, reporters
from kg.documents.sitename import issue_name
from kg.documents.stamps import find_stamps, only_stamp
from kg.lexicon import Lexicon

_TITLED = re.compile(r"^(?:제\s?목|기사\s?제목)\s*(?:[:：|]|\t|\s{2,})\s*")
_ITEM = re.compile(r"^[□■▢❑❒◻◼]\s?\S|^[ㅁ]\s")
_TABLE = re.compile(r"\S\s*\|\s*[^|]*\|\s*\S|\S\s*\t\s*\S.*\t\s*\S")
_KICKER = re.compile(r"[\[<【〈(][^\[\]<>【】〈〉()]{2,30}[\]>】〉)]")
_COMMENTS = re.compile(r"댓글\s*\(?\d{0,5}\)?\s*개?$")
_TAGS = re.compile(
    r"(?:(?:키워드|태그|Tags?|TAG)\s*[:：]?\s*)?#\S+(?:[\s,]+#?\S+)*$|(?:키워드|태그|관련\s?태그)\s*[:：].*$"
)
_SPOKEN = re.compile(r"[“\"][^“”\"]{6,}[.?!…][”\"]")
_TURN = re.compile(
    r"^[○◯〇◎●]\s?[가-힣]{1,14}\s[가-힣]{2,4}\s.{3,}|^[가-힣0-9· ]{4,24}\s?[:：]\s.{4,}[다까요오죠][.?!]$"
)
_NUMBERED = re.compile(r"[^.?!…]{2,30}제\s?\d{1,5}\s?호\W*")
_SERIES = re.compile(r"\s[|ㅣ│/∥]\s")
_FLASH = re.compile(r"^[\[【<(]?\s*(?:속보|HOT|핫이슈|긴급|실시간|인기|주요|오늘의|NEW|LIVE|생중계|이슈|▣|◉|★)", re.I)
_PAGE_NAME = re.compile(
    r"\s*(?:<\s[^<>]{2,14}\s){0,3}(?:<\s기사본문\s)?[-–—|:<]{1,2}\s(?P<organ>[가-힣A-Za-z0-9]{2,14}(?:\s[가-힣A-Za-z0-9]{2,8})?)$"
)
_AS_OF = re.compile(r"(?:기준|현재)\s*[)\]】]?$")
_BRACKETED = re.compile(r"[(\[【<〈][^()\[\]【】]{6,60}[)\]】>〉]")
_ISSUED = re.compile(
    r"^[\[(<【「『]?[가-힣A-Za-z0-9&· ]{2,22}?(?:제\s?\d{1,5}\s?호|통권\s?\d+호?|Vol\.?\s?\d+)[^가-힣]{0,4}\s?[\d'’‘]|"
    r"^[\[(<【「『][^\[\]()]{2,22}[\])>】」』]\s*\d{2,4}\s?[.년\-]"
)
_BODY = r"[가-힣]{2,12}(?:의회|광역시|특별시|특별자치[시도]|도|시|군|구|부|처|청|원|위원회|공단|공사|재단)"
_BODIES = re.compile(rf"{_BODY}(?:\s?[·ㆍ,/]\s?{_BODY})*(?:\s*[|>]\s*\S+|\s+[A-Za-z \-]+)*")
_SIGN = re.compile(r"[가-힣]{2,12}\s+[A-Z]{2,}(?:[ \-&][A-Z]{2,})*")
_LABELLED = re.compile(r"[가-힣]{2,6}(?:\s[가-힣]{1,4})?\s?[:：]\s")
_DATED_NAME = re.compile(
    r"[가-힣A-Za-z0-9]{2,12}\s+[|/]?\s*(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}[.\d:\s]*|"
    r"(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}[.\d:\s]*[|/]\s*[가-힣A-Za-z0-9 ]{2,12}[①-⑳\d]*"
)
_PHOTO = re.compile(r"[\[【<(](?:사진|포토|포토\s?뉴스|화보|카드\s?뉴스|영상)[\]】>)]\s?\S.{8}")
_CLOSED = re.compile(r"(?:[다요죠까음함임됨][.?!]?|[.?!…][”\"’')]*|[”\"])$")
_MARKED = re.compile(r"[○◦ㅇ●•·*◇◆※❍△▲□■\-–—①-⑳]\s?\S|\d{1,2}[.)]\s|[가-힣][.)]\s")
_SUBHEAD = re.compile(r"^[-–—○◦ㅇ●•·*▶◈◇※❍△]")


@dataclass
class Layout:
    """The kinds of a page's lines, and where title, first and last line of the article's text stand (line numbers)."""

    kinds: list[BlockKind]
    title: int | None = None
    title_offset: int = 0
    title_stop: int | None = None
    first: int | None = None
    over: int | None = None
    bylines: list[int] = field(default_factory=list)


def lay_out(text: str, lines: list[Line], lexicon: Lexicon) -> Layout:
    """The kind of each line: first the head down to the first sentence of the article, then the body,
    then what follows.
    """
    layout = Layout(["noise"] * len(lines))
    start = _head(text, lines, lexicon, layout)
    if start is not None:
        layout.first = start
        _body(text, lines, lexicon, layout, start)
    return layout


def _head(text: str, lines: list[Line], lexicon: Lexicon, layout: Layout) -> int | None:
    """Mark the lines above the article's first sentence; its number, or None where no sentence is found."""
    candidates: list[int] = []
    fresh = 0  # candidates before this one stand above a menu or a list
    listed = stamped = False
    listed_marked: bool | None = None
    start: int | None = None
    for i, line in enumerate(lines):
        found = furniture(line, lexicon) if not (candidates and only_stamp(line.bare)) else None
        if found is None and _is_row(lines, i):
            found = "item"
        if found == "list":
            listed, listed_marked = True, None
            if not stamped:
                fresh = len(candidates)
            continue
        if found == "trail":
            listed, fresh = False, len(candidates)
            if not stamped:
                candidates.clear()
                fresh = 0
            continue
        if found in ("item", "start", "end", "ticker"):
            if found == "item" and not stamped and not listed:
                fresh = len(candidates)
            continue
        if is_contact(line, lexicon):
            layout.kinds[i] = "contact"
            continue
        if names_release(line, lexicon) or is_frame(line, lexicon):
            layout.kinds[i], listed, stamped = "masthead", False, stamped or not names_release(line, lexicon)
            continue
        if _is_stamp(text, line, lexicon):
            layout.kinds[i], listed, stamped = "byline", False, True
            layout.bylines.append(i)
            continue
        if listed:
            if listed_marked is None:
                listed_marked = line.marked
            if line.gap == 0 and line.marked == listed_marked:
                continue
            listed = False
        if titled := _TITLED.match(line.bare):
            layout.title, layout.title_offset = i, titled.end()
            layout.kinds[i] = "title"
            continue
        if is_caption(line.bare):
            if _PHOTO.match(line.bare) and not (candidates or stamped):
                candidates.append(i)
            else:
                layout.kinds[i] = "caption"
            continue
        if line.prose and not (candidates or stamped) and _is_spoken_title(text, lines, i, lexicon):
            candidates.append(i)
            continue
        if (
            line.prose
            or (_ITEM.match(line.bare) and (i or len(line.bare) > 60))
            or (DATELINE.match(line.bare) and len(line.bare) > 40)
        ):
            start = i
            break
        if _TURN.match(line.bare) and any("회의록" in lines[c].squeezed for c in candidates):
            start = i
            break
        if stamped and candidates and _SPOKEN.fullmatch(line.bare):
            start = i
            break
        named = _BODIES.fullmatch(line.bare) and len(line.bare) < 50
        if is_organ(line.bare, lexicon) or (not candidates and (named or _SIGN.fullmatch(line.bare))):
            layout.kinds[i] = "masthead"
            continue
        candidates.append(i)
    for i in candidates:
        if names_alone(lines[i].bare, lexicon) and {i - 1, i + 1} & set(layout.bylines):
            layout.kinds[i] = "byline"
            layout.bylines.append(i)
    candidates, fresh = (
        [i for i in candidates if layout.kinds[i] != "byline"],
        sum(layout.kinds[i] != "byline" for i in candidates[:fresh]),
    )
    _name_title(lines, layout, candidates, fresh, start, lexicon)
    _without_page_name(lines, layout, lexicon)
    return start


def _is_row(lines: list[Line], i: int) -> bool:
    """Whether a line above the article is a row of a menu or of other articles' headlines, and no table's head."""
    below = lines[i + 1].bare if i + 1 < len(lines) else ""
    return is_numbered_row(lines[i]) or (is_menu_row(lines[i]) and not _TABLE.search(below))


def _is_spoken_title(text: str, lines: list[Line], i: int, lexicon: Lexicon) -> bool:
    """Whether a short whole sentence is a headline: date and author stand directly below it."""
    return len(lines[i].bare) <= 60 and i + 1 < len(lines) and _is_stamp(text, lines[i + 1], lexicon)


def _is_stamp(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line tells when and by whom, and nothing of the matter."""
    if len(line.bare) > 140:
        return False
    if issue_name(line) and not line.prose and len(line.bare) <= 80:
        return True
    if only_stamp(line.bare) or is_byline(text, line.begin, line.end, lexicon):
        return True
    stamps = find_stamps(text, line.begin, line.end, lexicon)
    if not stamps:
        return False
    if any(s.kind != "bare" for s in stamps) and not line.prose:
        return True
    rest = len(re.sub(r"[^가-힣A-Za-z]", "", line.bare))
    if line.prose or _AS_OF.search(line.bare):
        return False
    if rest <= 24 and (_BRACKETED.fullmatch(line.bare) or _ISSUED.match(line.bare)):
        return True
    if rest <= 12 and _DATED_NAME.fullmatch(line.bare):
        return True
    return rest <= 16 and any(is_organ(w, lexicon) for w in re.split(r"[\s|/]+", line.bare))


def _name_title(
    lines: list[Line], layout: Layout, candidates: list[int], fresh: int, start: int | None, lexicon: Lexicon
) -> None:
    """The title is the first headline below the menus that tells of what the article tells; what follows
    it are subtitles.
    """
    if layout.title is None:
        below = _on_topic(lines, [i for i in candidates[fresh:] if _is_headline(lines[i])], start, lexicon)
        below = _below_frame(lines, layout, below, lexicon)
        above = [i for i in candidates[:fresh] if _is_headline(lines[i])]
        if above and below and start is not None and _kin(lines, below[0], start) < 0.15:
            related = [i for i in above if _kin(lines, i, start) >= 0.4]
            below = related[-1:] or below
        if below:
            layout.title = _plain(lines, below)
        elif above:
            layout.title = above[-1]
        else:
            return
        layout.kinds[layout.title] = "title"
    title = lines[layout.title].bare[layout.title_offset :]
    for i in candidates:
        if i > layout.title:
            layout.kinds[i] = "noise" if lines[i].bare == title else "subtitle"


def _below_frame(lines: list[Line], layout: Layout, headlines: list[int], lexicon: Lexicon) -> list[int]:
    """Of a release the headlines below its frame, where there are any: what stands above is an office's motto."""
    frame = [i for i, kind in enumerate(layout.kinds) if kind in ("contact", "masthead", "byline")]
    if not any(names_release(lines[i], lexicon) for i in frame):
        return headlines
    return [i for i in headlines if i > max(frame)] or headlines


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
    if kin[0] >= 0.25 or max(kin) < 0.35:
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


def _without_page_name(lines: list[Line], layout: Layout, lexicon: Lexicon) -> None:
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
    return rest[0] if rest and _KICKER.fullmatch(bare) else first


def _is_headline(line: Line) -> bool:
    """Whether a line can be an article's headline: some words, no list entry, no lone name."""
    bare = line.bare
    return (
        len(bare) >= 9
        and " " in bare
        and not _SUBHEAD.match(bare)
        and not bare.startswith(("by ", "By ", "BY "))
        and not _LABELLED.match(bare)
        and not bare.endswith(":")
        and len(_SERIES.findall(bare)) < 2
    )


def _answers(lines: list[Line], i: int) -> bool:
    """Whether a line that begins with a caption's mark is the answer to the question above it."""
    above = lines[i - 1].bare if i else ""
    return lines[i].bare.startswith(("▲", "△", "▶")) and (
        above.endswith(("?", "？")) or bool(re.match(r"[\-―–—◇Q문▷]\s?\S", above) and len(above) < 160)
    )


def _body(text: str, lines: list[Line], lexicon: Lexicon, layout: Layout, start: int) -> None:
    """Mark the article's lines from its first sentence on, leaving out what a page sets between them."""
    listed, calling, told = False, False, 0
    dense = False  # the paragraphs follow each other without a blank line
    in_grids = _grid_lines(text, lines[start:])
    names = {b.name for i in layout.bylines for b in reporters(text, lines[i].begin, lines[i].end, lexicon)}
    for i in range(start, len(lines)):
        line = lines[i]
        found = furniture(line, lexicon)
        if found == "end" or (told >= 2 and _COMMENTS.match(line.bare)):
            layout.over = i
            break
        if found == "list":
            listed = True
            continue
        if found in ("item", "start", "trail") or _TAGS.match(line.bare):
            continue
        if listed:
            if not ((line.prose and (line.gap or dense) and not line.marked) or _ITEM.match(line.bare)):
                continue
            listed = False
        calling = is_contact_label(line, lexicon) or (
            calling and len(line.bare) <= 30 and not line.prose and not _ITEM.match(line.bare)
        )
        if calling or is_contact(line, lexicon):
            layout.kinds[i] = "contact"
            continue
        if line.bare.startswith("☞") or (
            line.bare.startswith(("▶", "▷")) and not line.prose and layout.kinds[i - 1] == "noise"
        ):
            continue
        if is_byline(text, line.begin, line.end, lexicon) or EMAIL.fullmatch(line.bare) or only_stamp(line.bare):
            layout.kinds[i] = "byline"
            layout.bylines.append(i)
            if told >= 2 or not any(x.prose for x in lines[i + 1 :]):
                layout.over = i + 1
                break
            continue
        if is_organ(line.bare, lexicon) and told >= 2 and not any(x.prose and x.gap for x in lines[i + 1 : i + 3]):
            layout.kinds[i], layout.over = "masthead", i + 1
            break
        frame = DATELINE.match(line.bare)
        if frame:
            who = {b.name for b in reporters(text, line.begin, line.begin + frame.end(), lexicon)}
            if told >= 3 and names and who and not who & names and not is_caption(line.bare):
                layout.over = i
                break
            names |= who
        if is_caption(line.bare) and not _answers(lines, i):
            layout.kinds[i] = "caption"
        elif line.begin in in_grids or (("|" in line.bare or "\t" in line.bare) and _TABLE.search(line.bare)):
            layout.kinds[i] = "table"
        else:
            layout.kinds[i] = "body"
            told += line.prose
            dense = told > 1 and line.gap == 0 and (dense or told == 2)
    if not any(names_release(lines[i], lexicon) for i in range(start)):
        _trailing(lines, layout, start)


def _grid_lines(text: str, lines: list[Line]) -> frozenset[int]:
    """Where the lines of the tables begin whose cells slashes divide."""
    if not any(mark_of(line.bare) == "/" for line in lines):
        return frozenset()
    grids = find_grids(text, lines[0].begin, lines[-1].end)
    return frozenset(row.begin for grid in grids for row in (*([grid.head] if grid.head else []), *grid.rows))


def _trailing(lines: list[Line], layout: Layout, start: int) -> None:
    """What follows the last sentence without a list's mark and without being a sentence is no part of an article."""
    for i in range(len(lines) - 1, start, -1):
        if layout.kinds[i] == "table" or (
            layout.kinds[i] == "body"
            and (lines[i].prose or _CLOSED.search(lines[i].bare) or _MARKED.match(lines[i].bare))
        ):
            return
        if layout.kinds[i] == "body" or (
            layout.kinds[i] == "caption" and not lines[i].prose and lines[i].bare[0] in "[【<("
        ):
            layout.kinds[i] = "noise"
