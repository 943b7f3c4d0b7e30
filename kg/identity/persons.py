"""Persons: one name is one person where bodies, employers or publishers meet; else namesakes stay apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

from kg.identity.context import near_days, nested
from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Held, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.resolution.names import folded

Canonical = Callable[[str], str]

_FEW = 12
"""Of one who is told of in more documents, bodies and regions are looked at alone."""
_TELLING_SOUNDS = 5
"""So many consonants of a foreign name tell who it is."""
_SOUNDS = {"k": "ᄀᄁᄏᆨᆩᆿ", "n": "ᄂᆫᆼ", "t": "ᄃᄄᄐᆮᇀ", "l": "ᄅᆯ", "m": "ᄆᆷ", "p": "ᄇᄈᄑᆸᇁ", "s": "ᄉᄊᄌᄍᄎᆺᆻᆽᆾ"}
_ONE_SOUND = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
_TELLING_POST = 6
"""A title so long names a unit too."""
_SEATS = ("위원", "위원장", "간사", "의원")
_STANDING = regex(
    r"(?:(?:의회|행정|자치|기획|재정|예산|복지|보건|경제|산업|도시|건설|건축|환경|교육|문화|관광|체육|안전|교통|농림|농업|농수산|해양|수산|"
    r"소방|여성|가족|총무|내무|미래|과학|일자리|주택|녹지|상하수도|사회|시민|지역|개발|균형|청년|인권|평화|생활|혁신|전략|"
    r"물류|항만|기후|에너지|도로){2,}|의회운영|운영|예산결산특별|예결특별|윤리특별|행정사무감사특별)위원회"
)
"""Committees of which a council has a few: other bodies do not have such."""
_UNITS = ("과", "국", "실", "단", "팀", "본부", "담당관", "센터", "사업소", "부", "추진단", "기획단")


def blocks(profile: Profile) -> set[str]:
    """The blocks of a person: the name; of a foreign one of two words also what its transliterations share."""
    name = _name(profile)
    given, _, family = name.partition(" ")
    alike = {f"person: {family[:2]}"} if given and len(family) > 1 else set()
    if family and len(sounds := consonants(name)) >= _TELLING_SOUNDS:
        alike.add(f"person: {sounds}")
    return {"person:" + folded(name), *alike}


def _alike(one: Profile, other: Profile) -> bool:
    """Whether two names are one, or transliterations of one: 스테판 and 슈테판, 반 다이크 and 판데이크."""
    a, b = (_name(p) for p in (one, other))
    if " " in a and " " in b and consonants(a) == consonants(b):
        return True
    a, b = a.partition(" ")[0], b.partition(" ")[0]
    return a[:1] == b[:1] or (len(a) == len(b) > 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1)


@lru_cache(maxsize=4096)
def consonants(name: str) -> str:
    """The consonants of a foreign name in Hangul, such as writers spell in several ways as one: 겐지 and 켄지."""
    found = []
    for letter in normalize("NFD", "".join(name.split())):
        found.append(_ONE_SOUND.get(letter, ""))
    return "".join(found)


def _name(profile: Profile) -> str:
    return profile.key.partition("/")[2].partition("|")[0]


def pairs(corpus: Corpus, lexicon: Lexicon, members: Sequence[Profile], one: Canonical) -> Iterable[Pair]:
    """Pairs of namesakes that may be one person; ``one`` gives the canonical keys of bodies and programs.

    Those who share something are held against the first who has it, so that a block costs its length.
    """
    groups: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in members:
        for kind, value in sorted(_ties(profile, one) | _matters(profile, corpus, one)):
            groups[kind, value].append(profile)
    for (kind, _), tied in sorted(groups.items()):
        for number, other in enumerate(tied[1:], 1):
            first = next((t for t in tied[:number] if _alike(t, other)), None)
            if first is not None:
                features = _features(corpus, first, other, kind, one)
                yield Pair(first.key, other.key, weighed(lexicon, "person", features))


def _ties(profile: Profile, one: Canonical) -> set[tuple[str, str]]:
    """What may tie a key to another of its name: bodies, employers of its units, publishers, regions."""
    found = {("publisher", one(p)) for p in profile.wrote_for}
    for held in profile.offices:
        if held.body:
            found.add(("body", one(held.body)))
            found |= {("employer", e) for e in employers(held, one)}
            found |= {("employer", one(f"organization/{c}의회")) for c in _sits_in(held, profile.homes)}
        if len(post := _post(held)) >= _TELLING_POST:
            found.add(("post", post))
    if not profile.wrote_for:
        found |= {("region", r) for r in profile.homes}
    return found


def _sits_in(held: Held, homes: Iterable[str]) -> Iterable[str]:
    """The regions whose council has the standing committee on which somebody sits: a record names just that."""
    name, _, apart = held.body.partition("/")[2].partition("|")
    if not held.title.endswith(_SEATS) or not _STANDING.fullmatch(name.rsplit(" ", 1)[-1]):
        return ()
    return (apart,) if apart else homes


def _post(held: Held) -> str:
    """A title with the unit that it heads: 센터장 of 국방우주센터 and a 국방우주센터장 hold one post."""
    unit = held.body.partition("/")[2].partition("|")[0]
    heads = held.title.endswith("장") and len(held.title) > 1 and unit.endswith(held.title[:-1])
    return folded(f"{unit}장" if heads else held.title)


def _matters(profile: Profile, corpus: Corpus, one: Canonical) -> set[tuple[str, str]]:
    """The programs of its documents, each with a title that is held: outlets may tell the body in different ways."""
    if len(profile.documents) > _FEW:
        return set()
    titles = {h.title for h in profile.offices}
    programs = {one(p) for d in profile.documents for p in corpus.sources[d].programs}
    return {("program", f"{program} {title}") for program in programs for title in titles}


def employers(held: Held, one: Canonical) -> set[str]:
    """The body itself and whose unit it is; a council or committee is nobody's unit."""
    found = {one(held.body)} | ({one(held.unit_of)} if held.unit_of else set())
    name, _, apart = held.body.partition("/")[2].partition("|")
    if apart and name.endswith(_UNITS):
        found.add(one(f"organization/{apart}"))
    return found


def _features(corpus: Corpus, a: Profile, b: Profile, tie: str, one: Canonical) -> list[str]:
    bodies_a, bodies_b = ({one(h.body) for h in p.offices if h.body} for p in (a, b))
    features = ["name" if folded(_name(a)) == folded(_name(b)) else "respelled", tie]
    if a.wrote_for and b.wrote_for:
        return features
    if {h.title for h in a.offices} & {h.title for h in b.offices}:
        features.append("title")
    if tie != "employer" and bodies_a and bodies_b and not bodies_a & bodies_b:
        features.append("other-body")
    programs_a, programs_b = ({one(k) for d in p.documents for k in corpus.sources[d].programs} for p in (a, b))
    if programs_a & programs_b:
        features.append("program")
    if a.homes & b.homes or nested(a.homes | b.homes):
        features.append("region")
    if near_days(a.day, b.day):
        features.append("near")
    told = "region" in features or not (a.homes and b.homes)
    if told and {"title", "program", "near"} <= {*features}:
        features.append("matter")
    return features
