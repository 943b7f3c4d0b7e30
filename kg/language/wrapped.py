"""Paragraphs that are set in lines: releases taken out of HWP and PDF files end a line in the middle of a sentence.

A break inside a sentence is read as white space, so that names, sums and speech go on over it. A document counts as
set in lines only where several breaks leave no doubt: behind a particle or an ending that needs another word, or
inside brackets that the next line closes.
"""

from itertools import pairwise
from typing import NamedTuple

from kg.documents.model import Document
from kg.language.alike import as_read
from kg.patterns import regex

_SURE = 3
"""From so many breaks on that can be none but the middle of a sentence, a document is set in lines."""
_ITEM = regex(r"[□■▢❑❒◻◼ㅁ◆◇▶▷▣○◯〇ㅇ●•◦·ㆍ∙‧※*▲△▴▸☞\-–—―]\s?\S")
_NEW = regex(
    r"[□■▢❑❒◻◼◆◇▶▷▣○◯〇●•◦·ㆍ∙‧※*▲△▴▸☞\-–—―|#><＜〈《\[【〔]|[ㅇㅁo]\s|\(?\d{1,2}[.)]\s|[가-하][.)]\s|[①-⑳❶-❿Ⅰ-Ⅹ]|"
    r"(?:문|답|Q|A)\s?[.:)]|[가-힣 ]{2,8}\s?[:：]"
)
_HANGS = regex(
    r"(?:(?<![마가])을|를|에서|에게|으로|까지|부터|에|들의|들이|[가-힣](?:하여|해서|하고|하며|하는|되는|되어|되며|위해|위한|통해|대한|따라|따른|있는|없는)|"
    r"(?<![가-힣])(?:및|또는|등|그리고)|[가-힣]는|,)$"
)
_ENDS = regex(
    r"(?:[.!?。]|[.!?。]?\s?[”\"’'」』)\]>]*[.!?。])[”\"’'」』)\]>]*$|"
    r"(?:니다|했다|한다|된다|였다|있다|[가-힣][음함임됨]|[며고],?|,)$"
)
_STOPS = regex(r"[.!?。:：;][”\"’'」』)\]>]*$|[>|＞〉》\]】]$")
_OPEN = {"(": ")", "（": "）", "「": "」", "『": "』", "“": "”", "‘": "’"}


class _Row(NamedTuple):
    begin: int
    end: int
    bare: str


def read_as(document: Document) -> str:
    """The document's text as it is read: the usual marks for look-alikes, white space for a break inside a sentence.

    Code point for code point: every offset stays what it is.
    """
    text = as_read(document.text)
    breaks = _breaks(document, text)
    if not breaks:
        return text
    parts: list[str] = []
    place = 0
    for begin, end in breaks:
        parts += (text[place:begin], " " * (end - begin))
        place = end
    return "".join((*parts, text[place:]))


def _breaks(document: Document, text: str) -> list[tuple[int, int]]:
    """The white space, with a line's end in it, that stands inside sentences of the body."""
    runs = [run for b in document.blocks if b.kind == "body" for run in _runs(text, b.begin, b.end)]
    if sum(_surely(a, b) for run in runs for a, b in pairwise(run)) < _SURE:
        return []
    return [
        (a.end, b.begin) for run in runs if _is_paragraph(run) for a, b in pairwise(run) if not _STOPS.search(a.bare)
    ]


def _runs(text: str, begin: int, end: int) -> list[list[_Row]]:
    """The lines that follow each other without a blank one and without the mark of a new item."""
    runs: list[list[_Row]] = []
    place, apart = begin, True
    for raw in text[begin:end].splitlines(keepends=True):
        bare = raw.strip()
        if not bare:
            apart = True
        else:
            row = _Row(place + raw.index(bare[0]), 0, bare)
            row = row._replace(end=row.begin + len(bare))
            if apart or _NEW.match(bare):
                runs.append([row])
            else:
                runs[-1].append(row)
            apart = False
        place += len(raw)
    return [run for run in runs if len(run) > 1]


def _surely(above: _Row, below: _Row) -> bool:
    """Whether no line ends here: something hangs in the air, or a bracket is closed only below."""
    if len(above.bare) < 8 or not _HANGS.search(above.bare):
        return any(
            above.bare.rfind(mark) > above.bare.rfind(close) and 0 <= below.bare.find(close) < 40
            for mark, close in _OPEN.items()
        )
    return True


def _is_paragraph(run: list[_Row]) -> bool:
    """Whether lines are one paragraph: an item, or prose with a break that can be nothing else."""
    if any(len(row.bare) < 4 for row in run[:-1]):
        return False
    marked = bool(_ITEM.match(run[0].bare))
    sure = any(_surely(a, b) for a, b in pairwise(run))
    return (marked or sure) and (sure or bool(_ENDS.search(run[-1].bare)))
