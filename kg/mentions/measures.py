"""The rules of measures: what a document's article parts tell in numbers, money, ."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.amount import amounts
from kg.mentions.model import Mention, Mentions
from kg.mentions.money import sums
from kg.mentions.money_table import table_sums
from kg.mentions.quantity import native_quantities, quantities

_ADDRESS = re.compile(
    r"(?:\+\d{1,3}[- ]?)?\(?0\d{1,2}\)?[-. )]\s?\d{3,4}[-. ]\d{4}|(?<!\d)1[568]\d\d-\d{4}|(?<![\d-])\d{3,4}-\d{4}(?![\d-]|년)"
    r"|[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+|www\.\S+"
)


def measures(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Sums of money, quantities and percentages; none inside telephone numbers and addresses of mail or web."""
    text = analysis.text
    hidden = [m.span() for m in _ADDRESS.finditer(text)]
    for block in analysis.document.article():
        found = list(amounts(text, block.begin, block.end, lexicon))
        for mention in _measures(text, block.begin, block.end, found, lexicon):
            if not _inside(mention, hidden):
                yield mention


def _measures(text: str, begin: int, end: int, found: list, lexicon: Lexicon) -> Iterator[Mention]:
    yield from sums(text, begin, end, found, lexicon)
    yield from table_sums(text, begin, end)
    yield from quantities(text, found, lexicon)
    yield from native_quantities(text, begin, end, lexicon)


def _inside(mention: Mention, hidden: list[tuple[int, int]]) -> bool:
    i = bisect_right(hidden, (mention.begin, 10**9)) - 1
    return i >= 0 and hidden[i][0] <= mention.begin < hidden[i][1]
