"""The article's lines from its first sentence on, and what a page sets between and behind them."""

import re

from kg.documents.captions import is_caption
from kg.documents.cells import ROW, Grid, mark_of
from kg.documents.frame import is_contact, is_contact_label, names_release
from kg.documents.furniture import furniture
from kg.documents.headfields import signs_off
from kg.documents.layout import Layout
from kg.documents.lines import BULLETS, ITEM, Line
from kg.documents.papers import in_form
from kg.documents.press import DATELINE, is_organ
from kg.documents.reporters import EMAIL, is_byline, reporters
from kg.documents.stamps import only_stamp
from kg.lexicon import Lexicon
from kg.patterns import regex

_LONGEST_QUESTION = 160
_SHOWS = regex(r"(?:있다|모습|제공|사진|전경|장면)\W*$")
"""How captions end: «축사를 하고 있다.»."""
_LEAD = 3  # sentences above a byline that may be a lead
_COMMENTS = regex(r"댓글\s*\(?\d{0,5}\)?\s*개?$")
_TAGS = regex(r"(?:(?:키워드|태그|Tags?|TAG)\s*[:：]?\s*)?#\S+(?:\s+\S+)*$|(?:키워드|태그|관련\s?태그)\s*[:：].*$")
_CLOSED = regex(r"(?:[다요죠까음함임됨][.?!]?|[.?!…][”\"’')]*|[”\"])$")
_MARKED = regex(rf"[{BULLETS}◇◆△▲□■①-⑳]\s?\S|\d{{1,2}}[.)]\s|[가-힣][.)]\s")

_PICTURE = regex(r"[\[【<(]\s?(?:사진|그림)(?:\s?설명|\s?\d)?\s?[\]】>)]\s?[^\s\[\]][^\[\]]{14,}")
"""A caption that tells what the picture shows: ``[사진] 25일 협약식에서 …``."""

_COLUMNS = regex(r"[^\d\s].*?(?:[ \u3000]{2,}(?:(?:[△▲▽▼+\-–]\s?)?\d[\d,.]*(?:\s?%)?|[-–—])){2,}$")
"""A row of a table whose columns spaces set apart: ``인력 양성    45    25    70``."""
_FIELD = regex(
    r"(?:총|세부|추진|주요)?\s?(?:사\s?업|예\s?산|과\s?제|재\s?원|수\s?행|주\s?관|운\s?영|시\s?행|기\s?간|대\s?상|규\s?모"
    r"|일\s?시|장\s?소|내\s?용|목\s?표|참\s?고|비\s?고)[가-힣 ]{0,5}\s?[:：]\s?\S"
)
"""A form's field: ``사업비: 48억 원``."""
_SAYS_MORE = 40
"""So long a caption in brackets says more than whose picture it is."""
_SIGNED = regex(
    r"(?:[가-힣A-Za-z0-9·()]{1,24}\s+){0,3}(?!논설|편집|객원|취재|주필)[가-힣A-Za-z0-9·]{0,24}(?:위원장|의장|전문위원|시장|지사|군수|구청장|교육감|원장|소장|센터장|"
    r"단장|이사장|본부장|총장|국장|실장|과장|담당관|기획관|정책관|감사관|장관|청장|회장|조합장|관장|교장|대표이사|간사|감사위원|조사위원)\s*[:：]?\s+"
    r"[가-힣](?:\s{0,3}[가-힣]){1,3}\s*(?:[(<\[]?\s?(?:인|印|직인|서명|날인|직인생략|관인생략)\s?[)>\]]?)?"
)
"""Who signs a paper, below its text: «산업건설위원장  N», «○○군수 N (직인생략)»."""
_HEADS_LIFE = regex(
    r"[■◆◇▶▷●□★<\[【(]?\s?(?:[가-힣]{2,4}(?:\s[가-힣A-Za-z0-9·]{1,16}){0,3}(?:은|는|은요|은\?|는\?|의\s(?:약력|이력|프로필))|"
    r"(?:주요\s?)?(?:약력|이력|프로필|경력)|[가-힣]{2,4}(?:\s[가-힣A-Za-z0-9·]{1,16}){0,2}\s(?:약력|이력|프로필))\s?[>\]】)?:]?"
)
"""The line above the life of somebody: «■ N 원장은», «<약력>»."""
_LIFE = regex(r"(?:[△▲▷▶◦•·][^△▲▷▶◦•·\n]{3,61}){3,}$|[△▲▷▶◦•]?\s?(?:19|20)\d\d년?.{0,20}(?:출생|생)(?=[\s.,△])")
_NEAR_BYLINE = 4
_PAPER = regex(rf"[{BULLETS}◇◆△▲□■①-⑳○ㅇ]\s?\S|\d{{1,2}}[.)]\s?[가-힣]|[가-하][.)]\s|붙\s?임|끝\s?[.]?$")
"""What a paper that somebody signs is set in: items, counted headings, enclosures."""


def mark_body(
    text: str, lines: list[Line], grids: tuple[Grid, ...], lexicon: Lexicon, layout: Layout, start: int
) -> None:
    """Mark the article's lines from its first sentence on, leaving out what a page sets between them."""
    listed, calling, told = False, False, 0
    dense = False  # the paragraphs follow each other without a blank line
    in_grids = {row.first(text): mark_of(text[row.begin : row.end]) for grid in grids for row in grid.lines}
    names = {b.name for i in layout.bylines for b in reporters(text, lines[i].begin, lines[i].end, lexicon)}
    for i in range(start, len(lines)):
        line = lines[i]
        if in_grids.get(line.begin, "/") != "/" and not listed:
            layout.kinds[i] = "table"  # also a row of two cells, which elsewhere is a counter or a button
            continue
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
            if not ((line.prose and (line.gap or dense) and not line.marked) or ITEM.match(line.bare)):
                continue
            listed = False
        calling = is_contact_label(line, lexicon) or (
            calling and len(line.bare) <= 30 and not line.prose and not ITEM.match(line.bare)
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
            if (told >= 2 and not _opens(text, lines, i, told, lexicon)) or not any(x.prose for x in lines[i + 1 :]):
                layout.over = i + 1
                _keep_signature(lines, layout, start, i + 1)
                _keep_profile(lines, layout, i + 1)
                break
            continue
        if told and i == len(lines) - 1 and signs_off(text, line, lexicon):
            layout.kinds[i], layout.over = "byline", i
            layout.bylines.append(i)
            break
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
        if is_caption(line.bare) and not (_answers(lines, i) or _asks(lines, i) or _lists(lines, i)):
            layout.kinds[i] = "caption"
        elif line.begin in in_grids or (("|" in line.bare or "\t" in line.bare) and ROW.search(line.bare)):
            layout.kinds[i] = "table"
        else:
            layout.kinds[i] = "body"
            told += line.prose
            dense = told > 1 and line.gap == 0 and (dense or told == 2)
    if not any(names_release(lines[i], lexicon) for i in range(start)):
        _trailing(lines, layout, start)


def _signs(lines: list[Line], start: int, i: int) -> bool:
    """Whether line ``i`` is the signature below a paper: a post and a name, where the text is set in items."""
    if len(lines[i].bare) > 60 or not _SIGNED.fullmatch(lines[i].bare):
        return False
    return sum(_PAPER.match(x.bare) is not None for x in lines[start:i]) > 1


def _keep_signature(lines: list[Line], layout: Layout, start: int, below: int) -> None:
    """Keep the lines right below a paper's day that tell who signs it."""
    for i in range(below, min(below + 4, len(lines))):
        if not _signs(lines, start, i):
            break
        layout.kinds[i], layout.over = "body", i + 1


def _keep_profile(lines: list[Line], layout: Layout, below: int) -> None:
    """Keep the box below the byline that tells the life of whom the text is about, with the line that heads it."""
    for i in range(below, min(below + _NEAR_BYLINE, len(lines))):
        if _HEADS_LIFE.fullmatch(lines[i].bare) and i + 1 < len(lines) and _LIFE.match(lines[i + 1].bare):
            layout.kinds[i] = layout.kinds[i + 1] = "body"
            layout.over = i + 2
            return


def _opens(text: str, lines: list[Line], i: int, told: int, lexicon: Lexicon) -> bool:
    """Whether a byline stands under a lead of ``told`` sentences and most of the text is still to come."""
    if told > _LEAD:
        return False
    follow = 0
    for line in lines[i + 1 :]:
        if furniture(line, lexicon) in ("end", "list") or is_byline(text, line.begin, line.end, lexicon):
            break
        follow += line.prose
    return follow > told


_TRIANGLES = "▲△▼▽"
_PICTURED = regex(r"사진|제공|촬영|ⓒ|©|모습|장면|전경|조감도|왼쪽|오른쪽|있다\.?$")


def _lists(lines: list[Line], i: int) -> bool:
    """Whether a line that begins with a caption's mark is an item of a list: so does the line above or below it, and
    neither speaks of a picture."""
    mark = lines[i].bare[0]
    if mark not in _TRIANGLES or _PICTURED.search(lines[i].bare):
        return False
    beside = (lines[j].bare for j in (i - 1, i + 1) if 0 <= j < len(lines))
    return any(other.startswith(mark) and not _PICTURED.search(other) for other in beside)


def _answers(lines: list[Line], i: int) -> bool:
    """Whether a line that begins with a caption's mark is the answer to the question above it."""
    above = lines[i - 1].bare if i else ""
    return lines[i].bare.startswith(("▲", "△", "▶")) and (
        above.endswith(("?", "？")) or bool(re.match(r"[\-―–—◇Q문▷]\s?\S", above) and len(above) < 160)
    )


def _asks(lines: list[Line], i: int) -> bool:
    """Whether a line that begins with a caption's mark is a question: the line below answers in quotation marks."""
    below = lines[i + 1].bare if i + 1 < len(lines) else ""
    if _SHOWS.search(lines[i].bare):
        return False
    return lines[i].bare[0] in "▲△▶▷" and below.startswith(("“", '"')) and len(lines[i].bare) < _LONGEST_QUESTION


def _trailing(lines: list[Line], layout: Layout, start: int) -> None:
    """What follows the last sentence without a list's mark and without being a sentence is no part of an article."""
    for i in range(len(lines) - 1, start, -1):
        if layout.kinds[i] == "table" or (
            layout.kinds[i] == "body"
            and (
                lines[i].prose
                or _CLOSED.search(lines[i].bare)
                or _MARKED.match(lines[i].bare)
                or _COLUMNS.match(lines[i].bare)
                or _FIELD.match(lines[i].bare)
                or in_form(lines, i)
                or _signs(lines, start, i)
            )
        ):
            return
        if layout.kinds[i] == "body" or (
            layout.kinds[i] == "caption"
            and not lines[i].prose
            and lines[i].bare[0] in "[【<("
            and not _PICTURE.match(lines[i].bare)
            and len(lines[i].bare) < _SAYS_MORE
        ):
            layout.kinds[i] = "noise"
