"""The rules of measures: what a document's article parts tell in numbers, money, ."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.amount import amounts
from kg.mentions.model import Mention, Mentions
from kg.mentions.money import sums
from kg.mentions.money_line import line_sums
from kg.mentions.money_table import table_sums
from kg.mentions.quantity import native_quantities, quantities
from kg.mentions.quantity_table import table_quantities
from kg.patterns import regex

_PHONE_END = regex(r"-[0-9]{4}(?![\d-]|년)")
_PHONE = regex(r"(?:\d{2,4}\)?[-.)]\s?)?(?<!\d)\d{3,4}$")
_WEB = regex(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+")


def measures(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Sums of money, quantities and percentages; none inside telephone numbers and addresses of mail or web."""
    text = analysis.text
    hidden = addresses(text)
    blocks = analysis.document.article()
    article = [(b.begin, b.end) for b in blocks]
    in_tables = [*table_sums(text, 0, len(text), lexicon), *table_quantities(analysis.document.grids, text)]
    found = [m for m in in_tables if _inside(m, article)]
    for block in blocks:
        told = [m for m in measured(text, block.begin, block.end, lexicon) if not _inside(m, hidden)]
        yield from told
        money = [m for m in (*told, *found) if m.kind == "money"]
        yield from line_sums(text, block.begin, block.end, money)
    yield from found


def measured(text: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[Mention]:
    """The sums, quantities and percentages of ``text[begin:end]``."""
    found = list(amounts(text, begin, end, lexicon))
    yield from sums(text, begin, end, found, lexicon)
    yield from quantities(text, found, lexicon)
    yield from native_quantities(text, begin, end, lexicon)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where telephone numbers and the addresses of mail and web stand."""
    found: list[tuple[int, int]] = []
    for end in _PHONE_END.finditer(text):
        start = max(0, end.start() - 12)
        if head := _PHONE.search(text[start : end.start()]):
            found.append((start + head.start(), end.end()))
    if "://" in text or "www." in text or "@" in text:
        for at in re.finditer(r"://|www\.|@", text):
            line = max(text.rfind(" ", 0, at.start()), text.rfind("\n", 0, at.start())) + 1
            if match := _WEB.match(text, line) or _WEB.search(text, line, min(len(text), at.end() + 200)):
                found.append(match.span())
    return sorted(found)


def _inside(mention: Mention, hidden: list[tuple[int, int]]) -> bool:
    i = bisect_right(hidden, (mention.begin, 10**9)) - 1
    return i >= 0 and hidden[i][0] <= mention.begin < hidden[i][1]
