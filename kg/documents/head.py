"""The lines above the article's first sentence: title, subtitles, masthead, bylines, captions, furniture."""

import re

from kg.documents.captions import is_caption
from kg.documents.cells import ROW
from kg.documents.frame import is_contact, is_frame, names_release
from kg.documents.frontmatter import front_matter
from kg.documents.furniture import furniture, is_menu_row, is_numbered_row
from kg.documents.headfields import is_head_line
from kg.documents.headline import end_before_page_name, name_title
from kg.documents.layout import Layout
from kg.documents.lines import ITEM, Line
from kg.documents.papers import begins_list, begins_paper, begins_without_prose, day_at_edge, join_minutes
from kg.documents.press import DATELINE, is_organ, names_desk
from kg.documents.reporters import is_byline, names_alone
from kg.documents.sitename import issue_name
from kg.documents.stamps import find_stamps, only_stamp
from kg.lexicon import Lexicon
from kg.patterns import regex

_TITLED = regex(r"^(?:제\s?목|기사\s?제목)(?:\s*[:：|]\s*|\s{2,}|\t)|^#\s+(?=\S)")
"""A label before the title, or the mark of a page's first heading in Markdown (CommonMark 0.31, ATX headings)."""
_SPOKEN = regex(r"[“\"][^“”\"]{6,}[.?!…][”\"]")
_TURN = regex(r"^[○◯〇◎●]\s?[가-힣]{1,14}\s[가-힣]{2,4}\s.{3,}|^[가-힣0-9· ]{4,24}\s?[:：]\s.{4,}[다까요오죠][.?!]$")
_AS_OF = regex(r"(?:기준|현재)\s*[)\]】]?$")
_BRACKETED = regex(r"[(\[【<〈][^()\[\]【】]{6,60}[)\]】>〉]")
_ISSUED = regex(
    r"^[\[(<【「『]?[가-힣A-Za-z0-9&· ]{2,22}?(?:제\s?\d{1,5}\s?호|통권\s?\d+호?|Vol\.?\s?\d+)[^가-힣]{0,4}\s?[\d'’‘]|"
    r"^[\[(<【「『][^\[\]()]{2,22}[\])>】」』](?:\s*[가-힣A-Za-z]{2,10})?\s*[|/·ㅣ,]?\s*\d{2,4}\s?[.년\-]\s?\d"
)
_BODY = (
    r"(?>[가-힣]{2,12}(?:의회|광역시|특별시|특별자치[시도]|도|시|군|구|부|처|청|원|위원회|공단|공사|재단)(?![가-힣]))"
)
_DESK = r"[가-힣A-Za-z0-9·]{2,12}(?:국|(?<![결성효학교])과|실|팀|본부|담당관|추진단|사업소)(?![가-힣])"
_BODIES = regex(
    rf"{_BODY}(?:\s{_BODY}){{0,2}}(?:\s{_DESK}){{0,2}}(?:\s?[·ㆍ,/]\s?{_BODY})*(?:\s*[|>]\s*[^\s|>]+|\s+[A-Za-z\-]+)*"
)
_SIGN = regex(r"[가-힣]{2,12}\s+[A-Z]{2,}(?:[ \-&][A-Z]{2,})*")
_DATED_NAME = regex(
    r"[가-힣A-Za-z0-9]{2,12}\s+[|/]?\s*(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}[.\d:\s]*|"
    r"(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}[.\d:\s]*[|/]\s*[가-힣A-Za-z0-9 ]{2,12}[①-⑳\d]*"
)
_CLOCKED = regex(r"(?<!\d)20\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}\.?\s(?:\S{1,4}\s)?\d{1,2}:\d\d(?!\d)")
"""A whole date with the time of day: «2026. 3. 9. 23:41  글 N   공감 41 댓글 6»."""
_BESIDE_A_MARK = regex(
    r"^(?:19|20)\d\d\s?[.년\-/]\s?\d{1,2}\s?[.월\-/]\s?\d{1,2}\s?[.일]?(?:\s?\([월화수목금토일]\))?\s*[|ㅣ│/·]\s*\S|"
    r"\S\s*[|ㅣ│/·]\s*(?:19|20)\d\d\s?[.년\-/]\s?\d{1,2}\s?[.월\-/]\s?\d{1,2}\s?[.일]?(?:\s?\([월화수목금토일]\))?$|"
    r"^[가-힣A-Za-z0-9·]{2,14}\s(?:19|20)\d\d\s?[.년\-/]\s?\d{1,2}\s?[.월\-/]\s?\d{1,2}\s?[.일]?(?:\s?\([월화수목금토일]\))?"
    r"\s*[|ㅣ│/·]\s*\S+(?:\s\S+){0,2}$"
)
"""A whole date with which a line begins or ends, or behind the paper's name, set off from what else it says."""
_ON_PAGE = regex(r"(?<![\d가-힣])[A-Z]?\d{1,2}\s?면(?![가-힣])|\d{1,2}면\s?\(")
"""The page of a printed paper: «2024. 03. 27 (수)  19면  오피니언», «한별매일 2024년 12월 14일(토) 6면»."""
_RELEASED = regex(
    r"^[\[【<(]\s*(?:보도\s?(?:참고|설명|해명)?\s?자료|논평|성명서?|기자회견문)\s*[\]】>)]\s?(?P<title>\S.{8,})$"
)
_RULE = regex(r"[─━—–\-=_~*·.\s]{3,}")
"""A line that is drawn and says nothing: under the head of minutes their title stands above it."""
_PHOTO = regex(r"[\[【<(](?:사진|포토|포토\s?뉴스|화보|카드\s?뉴스|영상)[\]】>)]\s?\S.{8}")

_ASKS = regex(r"(?:질문|문|Q)\s?\d{0,2}\s?[).:]\s?\S")
_REPLIES = regex(r"(?:답변|답|A)\s?\d{0,2}\s?[).:]\s?\S")
_DASHES = "―—–-─"
"""With one of these a question of an interview begins."""


def mark_head(text: str, lines: list[Line], tabled: set[int], lexicon: Lexicon, layout: Layout) -> int | None:
    """Mark the lines above the article's first sentence; its number, or None where no sentence is found.

    ``tabled`` holds where the lines of tables begin: one below a title is the article's first too.
    """
    candidates: list[int] = []
    fresh = 0  # candidates before this one stand above a menu or a list
    listed = stamped = False
    listed_marked: bool | None = None
    start: int | None = None
    front = front_matter(lines)
    if front is not None and front.title is not None:
        layout.title, layout.title_offset, layout.title_stop = front.title, front.offset, front.end
    for i, line in enumerate(lines):
        if front is not None and i < front.stop:
            layout.kinds[i] = "title" if i == front.title else "masthead"
            continue
        titled_above = layout.title is not None or any(lines[c].begin not in tabled for c in candidates)
        if titled_above and line.begin in tabled:
            start = i
            break
        found = furniture(line, lexicon) if not (candidates and only_stamp(line.bare)) else None
        if found == "item" and _is_labelled_day(text, line, lexicon):
            found = None  # «승인 2026.07.08 18:42 | 댓글 7 | 기사공유»: the buttons stand beside the day
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
            drawn = _RULE.fullmatch(line.bare) and any("회의록" in lines[c].squeezed for c in candidates)
            if found == "item" and not stamped and not listed and not drawn:
                fresh = len(candidates)
            continue
        if (candidates or layout.title is not None) and (begins_paper(lines, i) or begins_list(lines, i)):
            start = i
            break
        if is_contact(line, lexicon):
            layout.kinds[i] = "contact"
            continue
        if is_released_headline(text, line, lexicon):
            candidates.append(i)
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
        if layout.title is None and (titled := _TITLED.match(line.bare)):
            layout.title, layout.title_offset = i, titled.end()
            layout.kinds[i] = "title"
            continue
        if _ASKS.match(line.bare) and i + 1 < len(lines) and _REPLIES.match(lines[i + 1].bare):
            start = i
            break
        if is_caption(line.bare) and _is_first_answer(lines, i):
            start = i - 1
            candidates = [c for c in candidates if c != start]
            break
        if is_caption(line.bare):
            if _PHOTO.match(line.bare) and not (candidates or stamped):
                candidates.append(i)
            else:
                layout.kinds[i] = "caption"
            continue
        if line.prose and not stamped and _is_spoken_title(text, lines, i, lexicon):
            candidates.append(i)
            continue
        if (
            line.prose
            or (ITEM.match(line.bare) and (i or len(line.bare) > 60))
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
        organ = is_organ(line.bare, lexicon) or names_desk(line.bare, lexicon)
        if organ or (not candidates and (named or _SIGN.fullmatch(line.bare))):
            layout.kinds[i] = "masthead"
            continue
        candidates.append(i)
    early = begins_without_prose(lines, candidates, start)
    if early is not None:
        start, candidates = early, [i for i in candidates if i < early]
    for i in candidates:
        if names_alone(lines[i].bare, lexicon) and {i - 1, i + 1} & set(layout.bylines):
            layout.kinds[i] = "byline"
            layout.bylines.append(i)
    candidates, fresh = (
        [i for i in candidates if layout.kinds[i] != "byline"],
        sum(layout.kinds[i] != "byline" for i in candidates[:fresh]),
    )
    name_title(lines, layout, candidates, fresh, start, lexicon)
    end_before_page_name(lines, layout, lexicon)
    join_minutes(lines, layout)
    return start


def _is_row(lines: list[Line], i: int) -> bool:
    """Whether a line above the article is a row of a menu or of other articles' headlines, and no table's head."""
    below = lines[i + 1].bare if i + 1 < len(lines) else ""
    return is_numbered_row(lines[i]) or (is_menu_row(lines[i]) and not ROW.search(below))


def _is_labelled_day(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line tells, with a label, the day on which a page appeared."""
    return len(line.bare) <= 140 and any(s.kind != "bare" for s in find_stamps(text, line.begin, line.end, lexicon))


def is_released_headline(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a headline stands behind the word by which a release names itself: «[보도자료] 달래시, AI 학교 연다»."""
    told = _RELEASED.match(line.bare)
    if told is None or line.prose or not names_release(line, lexicon):
        return False
    return (
        " " in told["title"]
        and not _BODIES.fullmatch(told["title"])
        and not find_stamps(text, line.begin, line.end, lexicon)
        and not is_contact(line, lexicon)
    )


def _is_first_answer(lines: list[Line], i: int) -> bool:
    """Whether a line with a caption's mark answers the question above it, and the two below do so again:
    «―무엇에 힘을 쓰나. ⏎ ▲P입니다. ⏎ ―… ⏎ ▲…»."""
    pairs = [line.bare for line in lines[max(0, i - 1) : i + 3]]
    if len(pairs) < 4 or pairs[0][:1] not in _DASHES or pairs[1][:1] not in "▲△▶":
        return False
    return pairs[2][:1] == pairs[0][:1] and pairs[3][:1] == pairs[1][:1]


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
    if rest <= 24 and not line.prose and (_BESIDE_A_MARK.search(line.bare) or _ON_PAGE.search(line.bare)):
        return True
    if rest <= 24 and not line.prose and not _AS_OF.search(line.bare) and day_at_edge(line.bare):
        return True
    if line.prose or _AS_OF.search(line.bare):
        return False
    if rest <= 24 and _CLOCKED.search(line.bare):
        return True
    if rest <= 24 and (_BRACKETED.fullmatch(line.bare) or _ISSUED.match(line.bare)):
        return True
    if rest <= 12 and _DATED_NAME.fullmatch(line.bare):
        return True
    if rest <= 16 and any(
        is_organ(w, lexicon) for w in re.split(r"[\s|/=()\[\]【】〔〕<>〈〉《》「」『』]+", line.bare)
    ):
        return True
    return is_head_line(text, line, lexicon)
