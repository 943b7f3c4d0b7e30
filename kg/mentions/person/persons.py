"""Persons by their full names."""

from collections.abc import Iterable, Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.person.names import NameTables, TokenIndex, bracketed_name, is_name, name_tables
from kg.mentions.person.titles import read_titles
from kg.mentions.title_words import PARTICLE
from kg.patterns import regex

_PRESS = regex(
    r"(?:기자|특파원|앵커|논설위원|논설실장|아나운서|리포터|PD|피디)"
    r"(?:님)?(?:은|는|이|가|을|를|의|도|와|과|에게|에게서|입니다|였다|다)?(?![가-힣])"
)
_REPORTER = regex(r"([가-힣]{2,4})[ ·]?[가-힣]{0,4}$")
_REPORTER_TIGHT = regex(r"([가-힣]{2,4}) ?$")
_AGED = regex(r"(?<![가-힣])([가-힣]{2,4})\s?\((?:[一-鿿]{2,4}|\d{2}(?:세|·[^()]{1,12})?|[一-鿿]{2,4}[,·] ?\d{2}세?)\)")
_PARTICLE = regex(PARTICLE)
_LISTED = regex(r"(?<![가-힣A-Za-z0-9])[가-힣]{3}(?:\s?[·,ㆍ・･․‧]\s?[가-힣]{3}){2,}(?=" + PARTICLE + ")")
_BETWEEN_TWO = regex(r"[·,ㆍ・･․‧]\s?[가-힣]{3}\s?[·,ㆍ・･․‧]")
"""What every list of three names holds."""
_ITEM = regex(r"[가-힣]{3}")
_NO_PEOPLE = regex(
    r" ?(?:등 )?(?:\d+|[한두세네]|다섯|여러|모든) ?(?:여 ?)?"
    r"(?:곳|군데|개소|개 ?(?:산|섬|동|리|읍|면|마을|역|항|봉|지구|지역|권역|구간|코스|지점))"
    r"|(?: 등)? (?:일대|일원|구간|권역|지구|능선|코스|노선|해역|정상)"
)
"""What is said of a row of places and of no people: «… 등 22곳»."""
_PLACES = frozenset("산섬강천봉골동역항호포령재")


def _is_row_of_places(words: list[str]) -> bool:
    """Whether most of the words end in one letter that ends places: 매봉산·연화산·함백산."""
    last = [w[-1] for w in words if w[-1] in _PLACES]
    return bool(last) and max(map(last.count, last)) * 3 >= len(words) * 2


def find_persons(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Every full name of a person.

    A name beside a title, with an age or Chinese characters in brackets, or in a list of names counts, and with
    it every other place of the same name; reporters and names that are only letters of other words do not.
    """
    text, names = analysis.text, name_tables(lexicon)
    titles = read_titles(analysis, lexicon)
    tokens = titles.tokens
    rules: dict[str, str] = {}
    sure: dict[tuple[int, int], str] = {}
    told = [b for b in analysis.document.blocks if b.kind == "subtitle"]
    reporters = {  # an author who stands there with his post is a person of the article
        name for name, span in analysis.document.byline if not any(b.begin <= span.begin < b.end for b in told)
    }
    lines = [(begin, end) for begin, end, _ in titles.lines]
    reporters.update(_reporters(text))
    found = [(a.begin, a.end, f"person-{a.order}-title") for a in titles.appositions]
    for begin, end in lines:
        found += _aged(text, begin, end, tokens, names)
        found += _listed(text, begin, end, tokens, names)
    for begin, end, rule in found:
        name = text[begin:end]
        if name not in reporters:
            rules.setdefault(name, rule)
            sure.setdefault((begin, end), rule)
    for begin, end in _again(text, lines, sorted(rules)):
        sure.setdefault((begin, end), "person-again")
    for (begin, end), rule in sorted(sure.items()):
        words = text[begin:end].split()
        yield Mention(begin, end, "person", ("" if all(len(w) == 1 for w in words) else " ").join(words), rule)


def _reporters(text: str) -> Iterator[str]:
    """The names before 기자, 특파원 …, with a word between (``N 경제부기자``)."""
    for match in _PRESS.finditer(text):
        for form in (_REPORTER, _REPORTER_TIGHT):
            if told := form.search(text, max(match.start() - 10, 0), match.start()):
                yield told.group(1)


def _aged(text: str, begin: int, end: int, tokens: TokenIndex, names: NameTables) -> Iterator[tuple[int, int, str]]:
    """``N(45)``, ``N(洪吉東)``."""
    if text.find("(", begin, end) < 0:
        return
    for match in _AGED.finditer(text, begin, end):
        name = match.span(1)
        parted = bracketed_name(match[1], names) and tokens.witness(*name) in ("compound", "inflected")
        if parted or is_name(text, *name, tokens, names, strong=True):
            yield *name, "person-with-age"


def _listed(text: str, begin: int, end: int, tokens: TokenIndex, names: NameTables) -> Iterator[tuple[int, int, str]]:
    """Three or more names of three syllables in a row: ``N1, N2, N3``."""
    if not _BETWEEN_TWO.search(text, begin, end):
        return
    for row in _LISTED.finditer(text, begin, end):
        spans = [m.span() for m in _ITEM.finditer(text, *row.span())]
        if _NO_PEOPLE.match(text, row.end()) or _is_row_of_places([text[b:e] for b, e in spans]):
            continue
        if all(is_name(text, *span, tokens, names, strong=False) for span in spans):
            yield from ((b, e, "person-in-list") for b, e in spans)


def _again(text: str, lines: list[tuple[int, int]], known: list[str]) -> Iterator[tuple[int, int]]:
    """The other places where a name stands as a word of its own, with a particle or with a title glued to it."""
    for name in known:
        for begin, end in lines:
            at = text.find(name, begin, end)
            while at >= 0:
                stop = at + len(name)
                if not text[at - 1 : at].isalnum() and _PARTICLE.match(text, stop):
                    yield at, stop
                at = text.find(name, stop, end)
