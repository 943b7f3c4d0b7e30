"""How far left the name of a body goes: 국가 AI연구거점, 경북대 첨단기술원, 산업 전환(AX) 혁신센터."""

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.organization.words import (
    Suffix,
    countries,
    family_names,
    left_stops,
    place_stems,
    suffix_of,
    suffix_words,
    suffixes,
)
from kg.mentions.person.names import looks_like_name, name_tables
from kg.mentions.pieces import Piece
from kg.patterns import regex

_NUMBER = regex(r"^[0-9]+(?:년|월|일|개|명|곳|억|만|천|조|원|차|회|시|분|번|%)")
_LONGEST = 6
_NO_LEFT = frozenset({"증권", "은행", "그룹", "대"})
_OWNERS = frozenset(
    {"LocalGovernment", "Council", "Ministry", "University", "Military", "Company", "EducationOffice", "Parliament"}
)
_BRANCHES = frozenset({"연맹", "연합회"})
_UNIONS = frozenset({"노조", "노동조합"})
_EMPLOYERS = frozenset(
    {"LocalGovernment", "EducationOffice", "Ministry", "Company", "PublicAgency", "University", "Hospital", "Bank"}
)
"""Whose people a union is of: 가온시 공무원노조."""
_KEEPS_BRANCHES = frozenset(
    {"Association", "PublicAgency", "Company", "Bank", "ResearchInstitute", "Ministry", "Committee"}
)
_COUNTRYWIDE = ("한국", "국립", "대한", "전국")
_WORD_BEFORE = regex(r"(?<![가-힣])(?P<word>[가-힣]{1,6}) $")
_TITLED = regex(
    r" (?:[가-힣A-Za-z0-9·]{2,10} )?[가-힣A-Za-z0-9·]{0,8}"
    r"(?:이사장|원장|단장|소장|관장|센터장|본부장|부장|팀장|과장|실장|국장|교수|대표|연구원|연구위원|위원장|총장|회장|사무국장)"
    r"(?:은|는|이|가|도|을|를|과|와|의|에게)?(?![가-힣])"
)
"""Behind a body: the title of somebody there."""
_STREET = regex(
    r"[가-힣]{2,5}대로|[가-힣]{1,4}[^진경항통선도주회산원평수용\W]로|[가-힣0-9]{2,6}번?길"
    r"|[가-힣]{1,4}(?:천|강|해|하천)변"
)
"""A street or a shore, where a body is and no part of its name: 해변로 나루혁신센터."""
_LABELS = frozenset({"Q", "A", "q", "a", "문", "답"})
_NEVER = frozenset({"NP", "NR", "NNB"})


def name_begin(
    analysis: Analysis, lexicon: Lexicon, mentions: Mentions, row: tuple[Piece, ...], i: int, suffix: Suffix
) -> int:
    """Where the name that ends with piece ``i`` begins: over the nouns before it that only a space parts from it."""
    text, piece = analysis.text, row[i]
    floor = 0
    quoted = analysis.quoted_at(piece.begin, double=False)
    if quoted and piece.end <= quoted.end and quoted.end - quoted.begin <= 40:
        bracket = text.rfind("(", quoted.begin, piece.begin)
        floor = bracket + 1 if bracket >= 0 and ")" not in text[bracket : piece.begin] else quoted.begin
        if quoted.end - piece.end <= 1 and floor == quoted.begin:
            return quoted.begin
    branch = suffix.need in ("owned", "branch") or suffix.word in _BRANCHES
    whole = not branch and says_whose(text[piece.begin : piece.end], lexicon)
    if whole or suffix.word in _NO_LEFT or piece.begin <= floor:
        return piece.begin
    begin = edge = piece.begin
    for left in row[i - 1 : max(i - _LONGEST, 0) - 1 if i > _LONGEST else None : -1] if i else ():
        gap, word = text[left.end : edge], text[left.begin : left.end]
        if gap in (") ", ")") and text[left.begin - 1] == "(" and word.isascii():
            edge = left.begin - 1  # an abbreviation inside the name
            continue
        if word.rstrip(".") in _LABELS and text[left.end - 1 : left.end + 1].strip("QAqa문답ㅁ ") in (".", ":"):
            break  # Q. 센터를
        joined = gap in (" ", "·", "&") or (gap == "" and edge < begin)
        if not joined or left.glued or left.begin < floor or word in left_stops(lexicon):
            break
        if not mentions.free(left.begin, left.end, "person", "title", "money", "date", "quantity", "event", "percent"):
            break
        owner = _named(mentions, left)
        if owner and gap == "·" and owner.kind == "organization":
            return begin  # two bodies in a row
        if owner:
            return owner.begin if owner.end == left.end and owner.begin >= floor and may_own(owner, suffix) else begin
        if word.endswith("캠퍼스") and len(word) > 3 and begin == piece.begin and gap == " ":
            begin = edge = left.begin  # 가온대 나루캠퍼스 산학협력단
            continue
        headed = begin == piece.begin and (text[piece.end - 1] == "장" or _TITLED.match(text, piece.end))
        if headed and _is_person(text, left, lexicon):  # N 진흥원장, N 진흥원 이사장은
            break
        if suffix.cls == "University" and word in countries(lexicon) and begin == piece.begin:
            break  # 네덜란드 바헤른대학교: where it is
        given = _WORD_BEFORE.search(text, max(0, left.begin - 8), left.begin)
        if given and given["word"] in name_tables(lexicon).western:  # 빈센트 N 연구소장
            break
        if gap == "·" and word in suffix_words(lexicon):
            return begin  # 병원·진흥원: two bodies in a row
        if _STREET.fullmatch(word) and gap == " ":
            break
        if not _may_belong(word, left, lexicon) or (len(word) > 3 and suffix_of(word, suffixes(lexicon))):
            break
        begin = edge = left.begin
    return begin


def _is_person(text: str, left: Piece, lexicon: Lexicon) -> bool:
    """Whether the whole word of a noun can be a full name of three letters, however Kiwi cuts it."""
    word = text[text.rfind(" ", 0, left.end) + 1 : left.end].lstrip("□○◦“‘\"'(\n")
    word = word.rpartition("\n")[2]
    return len(word) == 3 and looks_like_name(word, name_tables(lexicon))


def _may_belong(word: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a noun may be part of a body's name: no number, no pronoun, no person, no mark of a list."""
    if not any(c.isalnum() for c in word):
        return False
    if _NUMBER.match(word) or piece.tags[-1] in _NEVER or word[-1] in "들씩쯤":
        return False
    if piece.tags == ["MM"] or (len(word) == 1 and not word.isascii()):
        return False
    if word[-1] == "권" and not looks_like_name(word, name_tables(lexicon)):
        return True  # 호남권
    return not (piece.tags == ["NNP"] and len(word) == 3 and word[0] in family_names(lexicon))


def _named(mentions: Mentions, piece: Piece) -> Mention | None:
    """The body or region that is named at the piece."""
    if mentions.free(piece.begin, piece.end, "organization", "region"):
        return None
    return next(m for m in mentions.of("organization", "region") if m.begin < piece.end and piece.begin < m.end)


def may_own(owner: Mention, suffix: Suffix) -> bool:
    """Whether the body named before may be the one that the body belongs to; a region begins its name."""
    if owner.kind == "region":
        return True
    classes: tuple[str, ...] = owner.value.classes
    if suffix.need == "branch":
        return not _KEEPS_BRANCHES.isdisjoint(classes)
    if suffix.word in _UNIONS:
        return not _EMPLOYERS.isdisjoint(classes)
    if suffix.cls == "Association":
        return "Association" in classes and (suffix.need == "owned" or suffix.word in _BRANCHES)
    return suffix.child and not _OWNERS.isdisjoint(classes)


def says_whose(word: str, lexicon: Lexicon) -> bool:
    """Whether one word says by itself whose body it is: 대구기계부품연구원, 한국…, 국립…"""
    return len(word) > 5 and (word.startswith(_COUNTRYWIDE) or begins_with_place(word, lexicon))


def begins_with_place(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins with the short name of a place: 포항로봇센터."""
    stems = place_stems(lexicon)
    return word[:2] in stems or word[:3] in stems
