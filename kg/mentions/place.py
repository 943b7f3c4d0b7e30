"""Places where something is held: 시청 브리핑룸, 해운대구 벡스코, 5·18민주광장."""

from collections.abc import Iterator
from functools import lru_cache

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import ends_word, left_stops
from kg.mentions.pieces import Piece, piece_rows
from kg.patterns import regex

_AT = regex(
    r"[’'”\"」]?\s?(?:\([^)]{1,20}\)\s?)?(?:(?:에서|에선|에서는|에서도|서)(?![가-힣])|"
    r"[을를]\s(?:찾|방문|둘러|돌아|시찰)|에\s(?:모여|모인|마련|위치)|"
    r"에\s[^.\n]{0,50}(?:들어섰|들어선|문을 열|둥지)|\s(?:일대|일원|앞)에서)"
)
_MAY_FOLLOW = frozenset("에서을를 (’'”\"」")
_BEHIND_SPACE = frozenset("(에서을를일앞")
"""What goes on behind a space in `_AT`."""
_LONGEST = 4
_ALONE = frozenset({"시청", "도청", "군청", "구청", "국회", "본청", "시의회", "도의회", "구의회", "군의회", "의회"})
_COUNTED = frozenset({"NNB", "SN", "NR", "NP"})


@lru_cache(maxsize=8)
def _venues(lexicon: Lexicon) -> Gazetteer[str]:
    return Gazetteer({name: name for name in lexicon.words("venues", column="name")})


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The last nouns of places, by their last letter."""
    found: dict[str, list[str]] = {}
    for word in lexicon.words("place_heads"):
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(words) for last, words in found.items()}


def places(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Halls and buildings known by name, and words that end as places do before 에서, with what they belong to."""
    text, venues, heads = analysis.text, _venues(lexicon), _heads(lexicon)
    for sentence, row in zip(analysis.sentences, piece_rows(analysis), strict=True):
        taken = sentence.begin
        for i, piece in enumerate(row):
            if piece.begin < taken:
                continue
            end = None
            if text[piece.begin : piece.begin + 2].lower() in venues.starts:
                end = next((e for e, _ in venues.at(text, piece.begin, sentence.end) if ends_word(text, e)), None)
            if end is None:
                end = piece.end
                behind = text[end : end + 2]
                if behind[:1] not in _MAY_FOLLOW or (behind[0] == " " and behind[1:] not in _BEHIND_SPACE):
                    continue
                if not _AT.match(text, end):
                    continue
                word = text[piece.begin : end]
                if not (word.endswith(heads.get(word[-1], ("\0",))) or _named_room(text, row, i)):
                    continue
            begin = _left(text, row, i, lexicon, mentions)
            name = " ".join(text[begin:end].split())
            if name in heads.get(name[-1], ()) and name not in _ALONE:
                continue
            taken = end
            yield Mention(begin, end, "place", Name(name, ("Place",)), "place")


def _named_room(text: str, row: tuple[Piece, ...], i: int) -> bool:
    """Whether the word is a room with a name of its own in a hall: 시청 한누리실."""
    piece, before = row[i], row[i - 1]
    if i == 0 or before.end + 1 != piece.begin or piece.end - piece.begin < 3:
        return False
    return text[piece.end - 1] in "실홀룸관" and text[before.end - 1] in "청관원"


def _left(text: str, row: tuple[Piece, ...], i: int, lexicon: Lexicon, mentions: Mentions) -> int:
    """Where the words that tell the place begin: the building before the room, the region before the building."""
    begin, stops = row[i].begin, left_stops(lexicon)
    for left in row[i - 1 : max(i - _LONGEST, 0) - 1 if i > _LONGEST else None : -1] if i else ():
        word = text[left.begin : left.end]
        if text[left.end : begin] != " " or left.glued or left.tags[-1] in _COUNTED:
            break
        if (word in stops and word not in _ALONE) or left.tags == ["MM"] or word.isdigit():
            break
        if not mentions.free(left.begin, left.end, "person", "title"):
            break
        if word[0].isdigit() and not mentions.free(left.begin, left.end, "date", "money", "quantity", "period"):
            break
        begin = left.begin
    return begin
