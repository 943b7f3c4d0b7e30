"""Organisations by form: words that end as names of bodies do, and how far left such a name goes."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.spans import Span
from kg.mentions.organization_words import (
    Suffix,
    common_words,
    family_names,
    left_stops,
    place_stems,
    suffix_of,
    suffixes,
)

_NOUN = frozenset({"NNG", "NNP", "NNB", "NP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "MM", "SO", "W_HASHTAG"})
_LATIN = re.compile(r"[A-Za-z]")
_NUMBER = re.compile(r"^[0-9]+(?:년|월|일|개|명|곳|억|만|천|조|원|차|회|시|분|번|%)")
_LONGEST = 6
_SO_CALLED = re.compile(r"\((?:이하|약칭)[ ,:]*[‘'“\"]?(?P<name>[가-힣A-Za-z0-9 ·]{1,20}?)[’'”\"]?\)")
_SO_CALLED_INSIDE = re.compile(r"[·,]\s?이하\s[‘'“\"]?(?P<name>[가-힣A-Za-z0-9 ]{1,20}?)[’'”\"]?\)")
_ABBREVIATED = re.compile(r"[’'”\"」]?\s?\((?P<name>[A-Z][A-Za-z0-9&\-]{1,9})\)")
_COUNCILS = frozenset({"시의회", "도의회", "군의회", "구의회"})
_NO_LEFT = frozenset({"증권", "은행", "그룹"})
_FACILITIES = frozenset({"데이터센터", "컨벤션센터", "관제센터", "콜센터", "복지센터", "체육센터", "문화센터"})
_METAPHOR = re.compile(r"(?:으?로|가 되|이 되)")


class Piece:
    """A run of noun tokens without white space, and whether anything but white space follows its last token."""

    __slots__ = ("begin", "end", "glued", "tags")

    def __init__(self, token: Token) -> None:
        self.begin, self.end = token.begin, token.end
        self.tags = [token.tag]
        self.glued = False


def pieces(sentence: Sentence, text: str) -> list[Piece]:
    """The noun pieces of a sentence in order; ``glued`` tells that a particle or a verb ends the word."""
    found: list[Piece] = []
    for token in sentence.tokens:
        last = found[-1] if found else None
        if token.tag in _NOUN and token.end > token.begin:
            if last and last.end == token.begin and not last.glued:
                last.end = token.end
                last.tags.append(token.tag)
            elif not last or token.begin >= last.end:
                found.append(Piece(token))
        elif last and last.end == token.begin and token.tag[0] in "JEVX":
            last.glued = True
    return found


def organizations_by_form(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Bodies that no table knows: 동해안AI혁신센터, 강릉시 인공지능위원회, 해양로봇진흥원."""
    found = list(_by_form(analysis, lexicon, mentions))
    called = {name for m in (*mentions.of("organization"), *found) for name, _ in called_here(analysis.text, m)}
    yield from (m for m in found if m.value.text not in called)


def _by_form(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    known, common = suffixes(lexicon), common_words(lexicon)
    text = analysis.text
    for sentence in analysis.sentences:
        row = pieces(sentence, text)
        for i, piece in enumerate(row):
            end = piece.end
            word = text[piece.begin : end]
            if word[-1] == "장" and len(word) > 3 and word[-2] in "터단원소국실부관":
                word, end = word[:-1], end - 1
            suffix = suffix_of(word, known)
            if suffix is None or (suffix.cls == "Company" and suffix.need != "proper"):
                continue
            begin = _left(analysis, lexicon, mentions, row, i, suffix)
            name = " ".join(text[begin:end].split())
            if mentions_cover(mentions, begin, end) or (suffix.word == "허브" and _METAPHOR.match(text, end)):
                continue
            owned = any(m.begin == begin for m in mentions.within(Span(begin, piece.begin), "organization"))
            if _is_name(name, word, suffix, common, begin < piece.begin, owned, lexicon):
                yield Mention(begin, end, "organization", Name(name, (suffix.cls,), None, None), "organization-by-form")


def called_here(text: str, body: Mention) -> Iterator[tuple[str, int]]:
    """What the text calls a body in the brackets behind it, and where: (이하 자문단), (GERI)."""
    place = body.end + (text[body.end : body.end + 1] in ("’", "'", "”", '"', "」"))
    for pattern in (_SO_CALLED, _ABBREVIATED):
        found = pattern.match(text, place)
        if found:
            yield found["name"].strip(), found.start("name")
    if text.startswith("(", place):
        close = text.find(")", place)
        inside = _SO_CALLED_INSIDE.search(text, place, close + 1) if 0 < close - place < 60 else None
        if inside:
            yield inside["name"].strip(), inside.start("name")


def mentions_cover(mentions: Mentions, begin: int, end: int) -> bool:
    """Whether an organisation already found ends where this one would, or holds it."""
    return any(m.begin <= begin and end <= m.end or m.end == end for m in mentions.of("organization", "place"))


def _left(
    analysis: Analysis, lexicon: Lexicon, mentions: Mentions, row: list[Piece], i: int, suffix: Suffix
) -> int:
    """Where the name begins: over the nouns before it as long as nothing but a space parts them."""
    text, stops, known = analysis.text, left_stops(lexicon), suffixes(lexicon)
    surnames = family_names(lexicon)
    piece = row[i]
    quoted = analysis.quoted_at(piece.begin, double=False)
    if quoted and quoted.begin <= piece.begin and piece.end <= quoted.end and quoted.end - quoted.begin <= 40:
        bracket = text.rfind("(", quoted.begin, piece.begin)
        floor = bracket + 1 if bracket >= 0 and ")" not in text[bracket : piece.begin] else quoted.begin
        if quoted.end - piece.end <= 1 and floor == quoted.begin:
            return quoted.begin
    else:
        floor = 0
    first = text[piece.begin : piece.end]
    if (suffix.need != "owned" and _self_sufficient(first, lexicon)) or piece.begin <= floor:
        return piece.begin
    begin, edge = piece.begin, piece.begin
    for j in range(i - 1, max(i - _LONGEST, 0) - 1, -1):
        left = row[j]
        gap = text[left.end : edge]
        word = text[left.begin : left.end]
        if gap in (") ", ")") and text[left.begin - 1] == "(" and word.isascii():
            edge = left.begin - 1  # an abbreviation inside the name: 전환(AX) 센터
            continue
        if (gap not in (" ", "·") and not (gap == "" and edge < begin)) or left.glued or left.begin < floor:
            break
        if word in stops or _NUMBER.match(word) or left.tags[-1] in ("NP", "NR", "NNB") or word[-1] in "들씩쯤":
            break
        if left.tags == ["MM"] or (len(word) == 1 and not _LATIN.match(word)):
            break
        if not mentions.free(left.begin, left.end, "person", "title", "money", "date", "quantity", "event", "percent"):
            break
        if not mentions.free(left.begin, left.end, "organization", "region"):
            owner = next(m for m in mentions.of("organization", "region") if m.end == left.end or m.begin <= left.begin < m.end)
            if owner.end == left.end and owner.begin >= floor and _may_own(owner, suffix):
                begin = owner.begin
            break
        if (suffix_of(word, known) and len(word) > 3) or suffix.word in _NO_LEFT:
            break
        if left.tags == ["NNP"] and len(word) == 3 and word[0] in surnames:
            break
        begin = edge = left.begin
    return begin


def _may_own(owner: Mention, suffix: Suffix) -> bool:
    """Whether the body named before may be the one that the body belongs to; a region begins its name."""
    if owner.kind == "region":
        return True
    classes: tuple[str, ...] = owner.value.classes
    if suffix.cls == "Association":
        return "Association" in classes and suffix.need == "owned" or suffix.word in ("연맹", "연합회") and "Association" in classes
    return suffix.child and any(
        c in ("LocalGovernment", "Council", "Ministry", "University", "Military", "Company", "EducationOffice", "Parliament")
        for c in classes
    )


def _self_sufficient(word: str, lexicon: Lexicon) -> bool:
    """Whether the word says by itself whose body it is: 대구기계부품연구원, 한국…, 국립…"""
    return len(word) > 5 and (word.startswith(("한국", "국립", "대한", "전국")) or word.startswith(place_stems(lexicon)))


def _is_name(
    name: str, word: str, suffix: Suffix, common: frozenset[str], extended: bool, owned: bool, lexicon: Lexicon
) -> bool:
    """Whether the words are the name of one body and no common noun."""
    bare = name.replace(" ", "")
    if word in _COUNCILS or bare.endswith("데이터센터") or bare in common or (not extended and word in common) or bare == suffix.word:
        return False
    ending = next((word[k:] for k in range(1, len(word) - 3) if word[k:] in common), None)
    if suffix.need == "proper" and ending and not extended and not word.startswith(place_stems(lexicon)) and not word.startswith("국가"):
        if ending in _FACILITIES or not _LATIN.match(word) and len(word) - len(ending) < 2:
            return False
    if suffix.need == "none":
        return len(bare) - len(suffix.word) >= 2
    head = bare[: len(bare) - len(suffix.word)]
    if suffix.need == "owned":
        return owned
    if suffix.need == "civic":
        return "시민" in head or "연대" in head
    if suffix.need == "place":
        return owned or head.startswith(place_stems(lexicon)) or (len(head) >= 2 and not extended)
    proper = bool(_LATIN.search(head)) or head.startswith(place_stems(lexicon)) or head.startswith(
        ("한국", "국립", "국가", "대한", "전국", "인공지능", "디지털", "스마트", "글로벌")
    )
    return proper and len(head) >= 2 or len(head) >= 4
