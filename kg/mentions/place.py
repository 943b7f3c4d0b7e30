"""Places where something is held: 시청 브리핑룸, 해운대구 벡스코, 5·18민주광장."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization_form import Piece, pieces
from kg.mentions.organization_words import AFTER_NAME, left_stops

_AT = re.compile(
    r"[’'”\"」]?\s?(?:\([^)]{1,20}\)\s?)?(?:(?:에서|에선|에서는|에서도|서)(?![가-힣])|[을를]\s(?:찾|방문|둘러|돌아|시찰)|에\s(?:모여|모인|마련|위치)|\s(?:일대|일원|앞)에서)"
)
_LONGEST = 4


@lru_cache(maxsize=8)
def _venues(lexicon: Lexicon) -> Gazetteer[str]:
    return Gazetteer({name: name for name in lexicon.words("venues", column="name")})


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("place_heads"))


def places(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Halls and buildings known by name, and words that end as places do before 에서, with what they belong to."""
    text, venues, heads = analysis.text, _venues(lexicon), _heads(lexicon)
    for sentence in analysis.sentences:
        row = pieces(sentence, text)
        taken = sentence.begin
        for i, piece in enumerate(row):
            if piece.begin < taken:
                continue
            end = _venue_end(text, piece, sentence.end, venues)
            if end is None:
                if not (_head(text[piece.begin : piece.end], heads) or _named_room(text, row, i)) or not _AT.match(text, piece.end):
                    continue
                end = piece.end
            begin = _left(text, row, i, lexicon, mentions)
            name = " ".join(text[begin:end].split())
            if name in heads and name not in _ALONE:
                continue
            taken = end
            yield Mention(begin, end, "place", Name(name, ("Place",)), "place")


_ALONE = frozenset({"시청", "도청", "군청", "구청", "국회", "본청", "시의회", "도의회", "구의회", "군의회", "의회"})


def _venue_end(text: str, piece: Piece, limit: int, venues: Gazetteer[str]) -> int | None:
    """Where a venue of the table that begins with the piece ends."""
    return next((e for e, _ in venues.at(text, piece.begin, limit) if AFTER_NAME.match(text, e)), None)


def _head(word: str, heads: frozenset[str]) -> bool:
    """Whether a word ends as places do."""
    return any(word[-size:] in heads for size in range(min(7, len(word)), 0, -1))


def _named_room(text: str, row: list[Piece], i: int) -> bool:
    """Whether the word is a room with a name of its own in a hall: 시청 한누리실."""
    word = text[row[i].begin : row[i].end]
    return i > 0 and len(word) > 2 and word[-1] in "실홀룸관" and text[row[i - 1].end - 1] in "청관원" and row[i - 1].end + 1 == row[i].begin


def _left(text: str, row: list[Piece], i: int, lexicon: Lexicon, mentions: Mentions) -> int:
    """Where the words that tell the place begin: the building before the room, the region before the building."""
    begin, stops = row[i].begin, left_stops(lexicon)
    for left in row[i - 1 : max(i - _LONGEST, 0) - 1 if i > _LONGEST else None : -1] if i else ():
        word = text[left.begin : left.end]
        if text[left.end : begin] != " " or left.glued or left.tags[-1] in ("NNB", "SN", "NR", "NP"):
            break
        if (word in stops and word not in _ALONE) or left.tags == ["MM"] or word.isdigit():
            break
        if not mentions.free(left.begin, left.end, "person", "date", "money", "quantity", "period", "title"):
            break
        begin = left.begin
    return begin
