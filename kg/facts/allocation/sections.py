"""The outline of a paper: which line of a list stands over which.

Papers do not agree on the order of their upper marks («1.» over «□», or «□» over «1.»), so that order is taken from the
paper itself: a mark that does not stand open opens a level below the line before it, one that does closes all levels
below its own. The lower marks (○, -, ·) stand below those, in this order.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.patterns import regex

_MARKS = (
    re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦ]\.?\s|[IVX]{1,4}\.\s"),
    re.compile(r"[□■◇◆▣❏❑❒◈▢◘☐▤▥]\s?"),
    re.compile(
        r"\d{1,2}\.\s?(?=[^\d\s])|(?:세부)?(?:사업|과제|안건|카드|유형|분야|전략|의안|항목)\s?\d{1,2}\s?[./:)]\s?(?=[^\d\s])"
        r"|제\s?\d{1,2}[.)]?\s(?=[^\d\s])"
    ),
    re.compile(r"[가나다라마바사아자차카타파하]\.\s"),
    re.compile(r"\d{1,2}\)\s?"),
    re.compile(r"[가나다라마바사아자차카타파하]\)\s?"),
    re.compile(r"\(\d{1,2}\)\s?|[①-⑳❶-❿➀-➓⓵-⓾]\s?"),
    re.compile(r"\([가나다라마바사아자차카타파하]\)\s?"),
    re.compile(r"[○ㅇ◦●❍◯〇]\s?"),
    re.compile(r"[-–—―‒]\s?"),
    re.compile(r"[·•▪∙ㆍ*▸▹▶▷►▻☞‣‧⁃⋅▫◾◽➢➤➔✓✔]\s?|\.\s+(?=\S)"),
)
_MARKED = regex("|".join(f"(?:{mark.pattern})" for mark in _MARKS))
"""Any of them: most lines have none."""
_NUMBERED = frozenset((0, 2, 3, 4, 5, 6, 7))
"""The numbers of the marks that count."""
_FIRST = regex(r"\s*\(?(?:제\s?(?=1)|[가-힣]{2,4}\s?(?=1))?(?:1|Ⅰ|I|가|①|❶|➀|⓵)(?:[./:)]|\s|(?<=[①❶➀⓵]))")
_ARROW = regex(r"\s*[▶▷►▸]")
_LOW = regex(r"\s*(?:[○ㅇ◦●❍◯〇\-–—―‒·•▪∙ㆍ*‣‧⁃⋅▫]|\.\s)\s?\S")
"""The marks of an item that may stand under a heading with an arrow."""
_FIELD = regex(
    r"(?:[가-힣/·]{0,4}\s?)?(?:사\s?업|예\s?산|재\s?원|기\s?간|규\s?모|대\s?상|내\s?용|위\s?치"
    r"|주\s?체|기\s?관|일\s?시|장\s?소|실\s?적|목\s?표|지\s?표"
    r"|비\s?고|효\s?과|근\s?거|시\s?행|운\s?영|주\s?관|수\s?행|추\s?진|비\s?용|투\s?자|소요액|투입액)"
    r"[가-힣/· ]{0,6}?\s?(?:[:：]\s?|\t\s*)\S"
)
"""A form's line without a mark: «시행기간 : 2026. 4. ~ 2029. 12.», the label and a tab."""
_CHAPTER = 0
"""The number of the Roman figures."""
_LOWER = 8
"""The number of the first lower mark."""
_LOWEST = 10
_ARROWED = 1
"""The number of an arrow above items with other marks: that of the boxes."""
REACH = 14
"""So many lines below a heading it still says what they are about."""
_SENTENCE = regex(r"(?:다|(?<![개수주필소중강동가])요|까|죠|음|함|됨|(?<![책모게위선담])임)[.?!”\"’']*$|(?<!\d)[.?!]$")
_ASIDE = regex(r"[(<\[〈]?\s?단\s?위\s?[:：]|※")


class Item(NamedTuple):
    """A line of a list: its place, the number of its mark (None for a line without), its words."""

    begin: int
    end: int
    mark: int | None
    words: str

    @property
    def sentence(self) -> bool:
        """Whether the line ends as a sentence does."""
        return _SENTENCE.search(self.words) is not None


def item_at(text: str, place: int) -> Item:
    """The line that holds a code point."""
    end = text.find("\n", place)
    begin = text.rfind("\n", 0, place) + 1
    return _item(text, begin, len(text) if end < 0 else end)


def lines_above(text: str, begin: int, most: int) -> Iterator[Item]:
    """The lines above the one that begins here, from below; at most so many."""
    for _ in range(most):
        if begin <= 0:
            return
        end = begin - 1
        begin = text.rfind("\n", 0, end) + 1
        yield _item(text, begin, end)


def items_over(text: str, place: int) -> tuple[Item, ...]:
    """The items that a line stands under, the nearest first; the last may be the line without a mark that leads the
    whole list."""
    return _over(text).get(item_at(text, place).begin, ())


def is_row(words: str) -> bool:
    """Whether a line is a row of a table, and no label with a tab behind it."""
    return "|" in words or words.count("\t") > 1 or ("\t" in words and not is_field_line(words))


def is_field_line(words: str) -> bool:
    """Whether a line without a mark is a form's: a label of what is told, a colon or a tab, and what is told."""
    return _FIELD.match(words) is not None


@lru_cache(maxsize=8)
def _over(text: str) -> dict[int, tuple[Item, ...]]:
    found: dict[int, tuple[Item, ...]] = {}
    lead: tuple[Item, ...] = ()
    open_: list[Item] = []
    under: set[int | None] = set()
    begin = 0
    for line in text.split("\n"):
        item = _item(text, begin, begin + len(line))
        begin += len(line) + 1
        if not item.words or is_row(item.words) or _ASIDE.match(item.words):
            continue
        if item.mark == _LOWEST and _ARROW.match(line) and _LOW.match(text, begin):
            item = item._replace(mark=_ARROWED)
        set_in = bool(open_) and blanks_before(text, item) > blanks_before(text, open_[-1])
        if item.mark is None and open_ and (set_in or is_field_line(item.words)):
            found[item.begin] = (*reversed(open_), *lead)
            continue
        if item.mark is None:
            under = {o.mark for o in open_ if o.mark in _NUMBERED} or under
            lead, open_ = (item,), []
            continue
        if item.mark in under:
            if _FIRST.match(text, item.begin) is None:
                lead = ()  # «3. …» closes what stood under «2. …»
            under = set()
        if item.mark == _CHAPTER:
            open_ = []  # nothing stands over a chapter
        upper = item.mark < _LOWER
        closed = [i for i, o in enumerate(open_) if o.mark == item.mark or _below(o, _LOWER if upper else item.mark)]
        del open_[min(closed, default=len(open_)) :]
        found[item.begin] = (*reversed(open_), *lead)
        open_.append(item)
    return found


def blanks_before(text: str, item: Item) -> int:
    """By how many blanks a line is set in."""
    line = text[item.begin : item.end]
    return len(line) - len(line.lstrip())


def _below(item: Item, mark: int) -> bool:
    return item.mark is not None and item.mark >= mark


def _item(text: str, begin: int, end: int) -> Item:
    bare = text[begin:end].strip()
    if _MARKED.match(bare):
        for number, pattern in enumerate(_MARKS):
            if match := pattern.match(bare):
                return Item(begin, end, number, bare[match.end() :].strip())
    return Item(begin, end, None, bare)
