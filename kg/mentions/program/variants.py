"""Which names of a document are other wordings of one program: shortened, in title dress, in apposition.

The fullest wording stays a ``program``; the others become ``program-short`` with the full name as ``head``.
"""

from functools import lru_cache

from kg.mentions.model import Mention, Name
from kg.patterns import regex

_FOLD = regex(r"[\s\"'‘’“”「」『』《》<>〈〉\[\]()·ㆍ‧,.\-:]")
_GLOSS = regex(r"\([^()]*\)")
_TAIL = regex(
    r"(?:추진계획|종합계획|기본계획|실행계획|마스터플랜|로드맵|\d개년(?:계획|전략)?|기획안|사업|프로젝트|비전|특화도시|시범|조성|구축|육성|운영|확충|보급|도입|지원|추진|고도화|만들기|정책|서비스|제도|구상|계획)$"
)
_EDITION = regex(r"\d+\.\d+|\d+단계|시즌\d+|\d+기|\d+차|\d+호")
_YEAR = regex(r"^(?:20\d\d년도?|’?\d\d년)")
_HANGUL = regex(r"[가-힣]+")
_DEED = regex(r"\s(?:구축|조성|운영|도입|보급|확충|개발|설치|확대|건립|운행|개선|고도화)(?:\s?사업)?$")
_KIND = regex(r" (?:사업|프로젝트|구상|정책|전략|계획|서비스|과제)$")
_DECLARED = regex(
    r"[’'」』》〉>\"”]?\s?(?:사업|조례|프로젝트|계획)?\s?\(이하\s?[‘'「『\"“]?((?:[^()’'」』\"”]|\([^()\n]{1,8}\)){2,20})"
)
_COINED_LAST = regex(r" ?[‘'「『]([가-힣A-Za-z0-9+]{3,12})$")
_CLOSING = ("’", "'", "」", "』")
_OF_A_PLACE = ("", "시", "군", "구", "도", "형", "시형", "군형", "구형", "도형", "표", "판")
"""What may be glued to a place with which a name begins: 가온형, 가온시형."""
_APPOSED = regex(r"(?:사업|프로젝트|정책|계획)?인\s[‘'「『《〈<\"“]?")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without white space, marks, case and glosses; 인공지능 is AI."""
    return _FOLD.sub("", _GLOSS.sub("", name)).lower().replace("인공지능", "ai")


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """A folded name without year, and without the words of doing that close it."""
    bare = _YEAR.sub("", fold(name))
    while True:
        cut = _TAIL.sub("", bare)
        if cut == bare or len(cut) < 4:
            return bare
        bare = cut


@lru_cache(maxsize=4096)
def _editions(name: str) -> tuple[str, ...]:
    """The phases and editions that a name tells."""
    return tuple(_EDITION.findall(name))


def with_variants(programs: list[Mention], text: str, places: frozenset[str]) -> list[Mention]:
    """The mentions, those turned into short forms that reword a fuller name of the document.

    ``places`` are the words by which the document calls places and governments.
    """
    names: dict[str, Mention] = {}
    for p in programs:
        names.setdefault(p.value.text, p)
    full = {n: _fuller(n, p, names, places) for n, p in names.items()}
    for name in names:
        seen = {name}
        while full[name] != name and full[full[name]] != full[name] and full[name] not in seen:
            seen.add(full[name])
            full[name] = full[full[name]]
    full.update(_coined_again(programs, full, text))
    for p in programs:
        apposed = _APPOSED.match(text, p.end)
        after = apposed and next((q for q in programs if q.begin == apposed.end()), None)
        if after is not None and full[p.value.text] != full[after.value.text]:
            here, there = full[p.value.text], full[after.value.text]
            full = {n: there if f == here else f for n, f in full.items()}
        called = _DECLARED.match(text, p.end)
        for name in [n for n in full if called is not None and _is_declared(n, called[1], text)]:
            full[name] = full[p.value.text]
    return [_dressed(p, full[p.value.text], names) for p in programs]


def _is_declared(name: str, declared: str, text: str) -> bool:
    """Whether a name is the declared short one, or the end of it alone that was read wherever that one stands."""
    return name == declared or (declared.endswith(name) and text.count(name) == text.count(declared))


def _coined_again(programs: list[Mention], full: dict[str, str], text: str) -> dict[str, str]:
    """Names that end with one coined word in marks, told with other nouns before it: AI 알리미 ‘물결이’, 경보 시스템
    ‘물결이’. The first is meant by all.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for p in sorted(programs, key=lambda p: p.begin):
        marked = _COINED_LAST.search(text, p.begin, p.end) if p.rule == "program-marked" else None
        if marked is None or text[p.end : p.end + 1] not in _CLOSING:
            continue
        meant = first.setdefault(marked[1], full[p.value.text])
        if meant != full[p.value.text]:
            found |= {n: meant for n, f in full.items() if f == full[p.value.text]}
    return found


def _dressed(p: Mention, full: str, names: dict[str, Mention]) -> Mention:
    if full == p.value.text:
        return p
    classes = names[full].value.classes
    return Mention(p.begin, p.end, "program-short", Name(p.value.text, classes, None, full), "program-variant")


def _fuller(name: str, mention: Mention, names: dict[str, Mention], places: frozenset[str]) -> str:
    """The name of the document of which ``name`` is a shorter wording; itself if there is none."""
    mine, best = fold(name), name
    editions = _editions(name)
    for other, there in names.items():
        if other == name or _editions(other) != editions:
            continue
        theirs = fold(other)
        same = _same(name, other)
        if same:
            best = other if _leads(names[best], there) else best
        elif _called_by_end(mention, other) or (
            len(theirs) > len(mine)
            and (_dressed_up(mention, other) or (len(mine) >= 4 and _rewords(name, mention, other, places)))
        ):
            best = other
    return best


def _rewords(name: str, mention: Mention, other: str, places: frozenset[str]) -> bool:
    """Whether a name is a part of a longer one by which the same is meant."""
    return (
        _ends(name, other, places)
        or _closes(mention, other)
        or _abbreviates(name, other)
        or _begins(name, other)
        or _deed_of(mention, other)
    )


def _same(name: str, other: str) -> bool:
    """Equal but for what closes them; an AI that one writes as 인공지능 must not hide two different closings."""
    if core(name) != core(other):
        return False
    plain = "ai" in fold(name) and ("인공지능" in name) != ("인공지능" in other)
    return not plain or core(name) == fold(name) or core(other) == fold(other)


def _leads(mine: Mention, other: Mention) -> bool:
    """Of two wordings with the same core the longer is the full one, and of equal ones the first."""
    mine_long, other_long = len(fold(mine.value.text)), len(fold(other.value.text))
    return other_long > mine_long or (other_long == mine_long and other.begin < mine.begin)


def _ends(name: str, other: str, places: frozenset[str]) -> bool:
    """Whether the full name ends with the other, or does so without the place that a title puts before it."""
    mine, theirs = core(name), core(other)
    if (len(mine) >= 5 and theirs.endswith(mine)) or (fold(other).endswith(fold(name)) and _EDITION.search(name)):
        return True
    first, _, rest = name.partition(" ")
    if not rest or first not in places or _elsewhere(first, other, places):
        return False
    return len(core(rest)) >= 5 and theirs.endswith(core(rest))


def _elsewhere(place: str, other: str, places: frozenset[str]) -> bool:
    """Whether a name begins with another place than that: ‘상주형 AI 관제’ is not ‘가온 AI 관제’."""
    first = other.partition(" ")[0]
    own = max((p for p in places if first.startswith(p) and first[len(p) :] in _OF_A_PLACE), key=len, default="")
    return bool(own) and not own.startswith(place) and not place.startswith(own)


def _closes(mention: Mention, other: str) -> bool:
    """Whether the other name ends with these whole words: AI 반장 of ‘골목 AI 반장’; one word only without marks."""
    name = mention.value.text
    return other.endswith(f" {name}") and (" " in name or mention.rule == "program-phrase")


def _deed_of(mention: Mention, other: str) -> bool:
    """Whether an unmarked name is the other's last word with a deed: 비서 구축 of ‘한빛 AI 비서’."""
    bare = _DEED.sub("", mention.value.text)
    return mention.rule == "program-phrase" and bare != mention.value.text and other.split()[-1] == bare


def _called_by_end(mention: Mention, other: str) -> bool:
    """Whether an unmarked name is how the other ends, with its kind: 통학길 사업 of 가온 스마트 통학길."""
    kind = _KIND.search(mention.value.text)
    if kind is None or mention.rule != "program-phrase":
        return False
    end = mention.value.text[: kind.start()]
    return len(_HANGUL.sub("", end)) < len(end) and _TAIL.fullmatch(end) is None and other.endswith(f" {end}")


def _dressed_up(mention: Mention, other: str) -> bool:
    """Whether a coined word in name marks is a word of the other name: ‘다온이’ of AI 비서 ‘다온이’ 고도화."""
    name = mention.value.text
    inside = mention.rule == "program-marked" and not mention.value.classes and " " not in name
    return inside and name in other.split()[1:]


def _begins(name: str, other: str) -> bool:
    """Whether a name is what the other says before its colon."""
    return ":" in other and fold(other.split(":")[0]) == fold(name)


def _abbreviates(name: str, other: str) -> bool:
    """Whether a name is made of first letters of the words of another: 청취사 of 청년취업사관학교."""
    short, long = "".join(_HANGUL.findall(name)), "".join(_HANGUL.findall(other))
    if (
        not 2 <= len(short) <= 4
        or len(long) < 2 * len(short)
        or not long.startswith(short[:1])
        or " " in name.strip(" 0123456789.")
    ):
        return False
    place = -1
    for letter in short:
        place = long.find(letter, place + 1)
        if place < 0 or place % 2:
            return False
    return True
