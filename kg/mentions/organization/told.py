"""Companies that the words round a coined name tell: «누리랩이라는 회사», «누리랩은 … 신생 업체다», «부품사 누리메카»,
«A와 B 등 9개사», a row of companies."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words
from kg.mentions.pieces import Piece, piece_rows
from kg.patterns import regex

_FIRM = r"(?:회사|업체|기업|스타트업|벤처기업|벤처|중소기업|제조사|개발사|운영사|운용사|시공사)"
_SUCH = regex(
    r"(?<![가-힣A-Za-z0-9])[‘'“]?(?P<name>[가-힣A-Za-z0-9&]{2,14}?)[’'”]?(?:이?라는|"
    r"이?란) (?:[가-힣A-Za-z]+ ){0,2}" + _FIRM
)
_IS_FIRM = regex(
    rf"(?:[가-힣A-Za-z]{{2,10}} )?[가-힣A-Za-z]{{0,6}}{_FIRM}(?:다|이다|였다|이었다|입니다|예요|"
    rf"이에요)\.$"
)
_KIND = regex(
    r"(?:(?<![가-힣])[가-힣A-Za-z]{2,6} |(?<=[가-힣]))?(?:[가-힣]{2,4}사|[가-힣A-Za-z]{0,6}기업|[가-힣]{0,6}업체|"
    r"[가-힣]{0,4}스타트업|"
    r"[가-힣]{0,4}벤처) $"
)
"""What stands before a name: 관절 부품사, 로봇기업, 물류 스타트업."""
_KIND_ENDS = ("사 ", "업 ", "트 ", "처 ")
_MAKERS = frozenset(
    (
        "제작사 ",
        "제조사 ",
        "개발사 ",
        "시공사 ",
        "공급사 ",
        "운영사 ",
        "납품사 ",
        "설계사 ",
        "용역사 ",
        "수행사 ",
        "운용사 ",
        "주관사 ",
        "협력사 ",
    )
)
_NO_KIND = regex(
    r"(?:행사|공사|인사|의사|회사|감사|기사|박사|조사|검사|역사|강사|교사|변호사|회계사|복지사|간호사|이사|지사|"
    r"도지사|청사|본사|심사|"
    r"봉사|수사|농사|식사|장사|공기업|대기업|중소기업|중견기업|사회적기업|참여기업|입주기업|관련기업|지역기업) $"
)
_ONE_OF = regex(
    r"(?<![가-힣A-Za-z0-9])(?P<a>[가-힣A-Za-z0-9]{2,14})(?:과|와) (?P<b>[가-힣A-Za-z0-9]{2,14}) 등 (?:[가-힣]{2,4} )?"
    r"(?:\d+|두|세|네|다섯|여섯) ?(?:여 ?)?(?:개 ?|곳의 ?)?(?:사|기업|업체|회사|스타트업)(?![가-힣]{2})"
)
_SOME_OF = regex(
    r"(?<![가-힣A-Za-z0-9])(?:(?P<a>[가-힣A-Za-z0-9]{3,14}), ?)?(?P<b>[가-힣A-Za-z0-9]{3,14}) 등 "
    r"(?:[가-힣A-Za-z]{2,6} ){0,2}(?:\d+여?\s?개\s?(?:사|기업|업체|회사|스타트업)"
    r"|(?:[가-힣]{2,4}\s?)?(?:기업|업체)(?:들|이|은|과|의|에|을|에서)?)"
    r"(?![가-힣]{2})"
)
"""«누리칩스, 새론메카 등 10여 개 기업», «누리칩스 등 반도체 기업»."""
_ROW = regex(r"[가-힣A-Za-z0-9&]{3,14}(?:(?:[·ㆍ]|, )[가-힣A-Za-z0-9&]{3,14}){2,}")
_ITEM = regex(r"[가-힣A-Za-z0-9&]{3,14}")
_TOPIC = ("은 ", "는 ")
_CASE = regex(r"(?:은|는|이|가|을|를|의|와|과|도|에|에서|에는)(?![가-힣])")


def companies_told(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """The companies, each where the words tell it; a name that a dictionary has is none."""
    text, common = analysis.text, common_words(lexicon)
    pieces = [p for row in piece_rows(analysis) for p in row]
    starts = {p.begin: p for p in pieces}
    taken: set[int] = set()
    for begin, end in _places(analysis, mentions, pieces, starts):
        if begin in taken or text[begin:end] in common or analysis.sentence_at(begin) is None:
            continue
        if mentions.free(begin, end, "organization", "region", "person", "program"):
            taken.add(begin)
            yield Mention(begin, end, "organization", Name(text[begin:end], ("Company",)), "company-after-kind")


def _places(
    analysis: Analysis, mentions: Mentions, pieces: list[Piece], starts: dict[int, Piece]
) -> Iterator[tuple[int, int]]:
    text = analysis.text
    for such in _SUCH.finditer(text) if "라는 " in text or "란 " in text else ():
        yield such.span("name")
    firms = {m.value.text for m in mentions.of("organization") if "Company" in m.value.classes}
    for pair in _ONE_OF.finditer(text) if " 등 " in text else ():
        both = [_bare(text, starts, *pair.span(g)) for g in "ab"]
        sure = [text[b:e] in firms or _coined(starts, b, e) for b, e in both]
        if any(sure) and all(ok or _compound(starts, b, e) for ok, (b, e) in zip(sure, both, strict=True)):
            yield from both
    for some in _SOME_OF.finditer(text) if " 등 " in text else ():
        for group in "ab":
            if some[group] and _coined(starts, *some.span(group)):
                yield some.span(group)
    for row in _ROW.finditer(text) if firms else ():
        items = [(row.start() + m.start(), row.start() + m.end()) for m in _ITEM.finditer(row.group())]
        items[-1] = _bare(text, starts, *items[-1])
        known = [i for i in items if text[i[0] : i[1]] in firms]
        if 2 * len(known) >= len(items):
            yield from (i for i in items if i not in known and _coined(starts, *i))
    for piece in pieces:
        whole = piece.tags == ["NNP"]
        half = piece.tags == ["NNP", "NNG"] and piece.end - piece.begin > 3
        if not (whole or half) or piece.end - piece.begin < 3 or not _CASE.match(text, piece.end):
            continue
        before = text[max(piece.begin - 24, 0) : piece.begin]
        kind = _KIND.search(before) if before[-2:] in _KIND_ENDS else None
        if (
            kind
            and not _NO_KIND.search(before)
            and (kind.group().count(" ") > 1 or len(kind.group()) > 4 or kind.group() in _MAKERS)
        ) or (whole and text[piece.end : piece.end + 2] in _TOPIC and _ends_as_firm(analysis, piece)):
            yield piece.begin, piece.end


def _ends_as_firm(analysis: Analysis, piece: Piece) -> bool:
    """Whether the sentence says of its topic that it is a firm."""
    sentence = analysis.sentence_at(piece.begin)
    if sentence is None:
        return False
    said = analysis.text[piece.end : sentence.end]
    return _IS_FIRM.search(said) is not None and not re.search(r"[“”]", said)


def _coined(starts: dict[int, Piece], begin: int, end: int) -> bool:
    """Whether no dictionary has the word: Kiwi takes it whole for a name."""
    piece = starts.get(begin)
    return piece is not None and piece.tags == ["NNP"] and piece.end == end and end - begin > 2


def _compound(starts: dict[int, Piece], begin: int, end: int) -> bool:
    """Whether the word is no single noun of a dictionary."""
    piece = starts.get(begin)
    return piece is not None and len(piece.tags) > 1 and piece.end == end


def _bare(text: str, starts: dict[int, Piece], begin: int, end: int) -> tuple[int, int]:
    """The word without its particle."""
    piece = starts.get(begin)
    return (begin, piece.end) if piece is not None and piece.end <= end else (begin, end)
