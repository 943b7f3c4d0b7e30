"""The block of fields with which a Markdown file begins, between two lines of three hyphens or pluses.

It tells of the file what its maker knew: nothing in it is a sentence of the article. Its title counts where the text
has none of its own.
"""

from typing import NamedTuple

from kg.documents.lines import Line
from kg.patterns import regex

_FENCE = regex(r"-{3}|\+{3}")
_FIELD = regex(r"[A-Za-z_가-힣][\w\- ]{0,30}\s?[:=](?:\s|$)|[-\s]+\S|[\]}]")
_TITLE = regex(r"(?:title|Title|TITLE|제목)\s?[:=]\s*[\"']?(?=[^\s\"'])")
_MOST = 40
_HEADING = "# "


class FrontMatter(NamedTuple):
    """``stop`` is the number of the first line behind the block; ``title`` the number of the line that tells the title,
    ``offset`` and ``end`` where it begins and ends in that line.
    """

    stop: int
    title: int | None = None
    offset: int = 0
    end: int | None = None


def front_matter(lines: list[Line]) -> FrontMatter | None:
    """The block of fields above an article; None where its file begins with none."""
    if not lines or not _FENCE.fullmatch(lines[0].bare):
        return None
    title: FrontMatter | None = None
    for number, line in enumerate(lines[1:_MOST], 1):
        if line.bare == lines[0].bare:
            found = title or FrontMatter(0)
            own = any(x.bare.startswith(_HEADING) for x in lines[number + 1 : number + 6])
            return FrontMatter(number + 1) if own else found._replace(stop=number + 1)
        if not _FIELD.match(line.bare):
            return None
        if title is None and (told := _TITLE.match(line.bare)):
            closed = line.bare[-1] in "\"'" and line.bare[told.end() - 1] == line.bare[-1]
            title = FrontMatter(0, number, told.end(), len(line.bare) - 1 if closed else None)
    return None
