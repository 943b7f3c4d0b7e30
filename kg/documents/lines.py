"""A text's lines with their places, the unit in which a page is told apart."""

from typing import NamedTuple

from kg.patterns import regex

_SEPARATOR = regex(r"[\s·ㆍ|,/>+＋•▶▷■□◆◇●○▲△★☆※:：()\[\]<>【】]+")
ITEM = regex(r"^[□■▢❑❒◻◼]\s?\S|^[ㅁ]\s")
"""How an item of a release begins."""
BULLETS = r"•·ㆍ∙‧⋅◦○◯〇ㅇ●❍‣⁃▪▫◾◽▸▹►▻➢➤➔☞✓✔✦✧❖*※\-–—‒―"
"""The marks of a list's items, to stand in a pattern's brackets."""
_MARK = regex(r"(?:[•·ㆍ▪◾‣►▶▷☞→■◆●○◇□\-–—*]\s*|\d{1,2}\s*[.)위]?\s+)")
_PROSE = regex(r"[가-힣](?:다|요|까|죠|음|함|됨|임)[.?!](?:[\s”\"’')\]]|$)")
_UNSTOPPED = regex(r"(?:니다|했다|였다|됐다|한다|된다|있다|없다|이다|았다|었다)$")
_NOMINAL_END = regex(r"[가-힣)][.]$")


class Line(NamedTuple):
    """A line that is not blank: ``text[begin:end]`` without the white space round it.

    ``gap`` counts the blank lines before it; ``squeezed`` is the line without any white space; ``prose`` tells
    whether it holds a whole sentence of running text.
    """

    begin: int
    end: int
    bare: str
    gap: int
    squeezed: str
    prose: bool

    @property
    def words(self) -> list[str]:
        """The line's words, split at white space and at the marks that menus set between their entries."""
        return [w for w in _SEPARATOR.split(self.bare) if w]

    @property
    def marked(self) -> bool:
        """Whether the line begins as an entry of a list does: a bullet or a number."""
        return bool(_MARK.match(self.bare))


def _is_prose(bare: str) -> bool:
    size = len(bare)
    return (size >= 25 and bool(_PROSE.search(bare))) or (
        size >= 50 and bool(_NOMINAL_END.search(bare, size - 2) or _UNSTOPPED.search(bare, size - 4))
    )


def _squeezed(bare: str) -> str:
    """The line without any white space, that of no width too."""
    return "".join(bare.split()).replace("\u200b", "").replace("\ufeff", "")


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    gap, place = 0, 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip(" \t\r\n\v\f\xa0\u3000\u200b\ufeff\u2028\u2029\x85")
        if bare:
            begin = place + raw.index(bare[0])
            lines.append(Line(begin, begin + len(bare), bare, gap, _squeezed(bare), _is_prose(bare)))
            gap = 0
        else:
            gap += 1
        place += len(raw)
    return lines
