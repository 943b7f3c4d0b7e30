"""Organisations: each mention finds its body, bodies get their official names."""

from collections.abc import Iterable
from functools import lru_cache

from kg.facts.allocation.pieces_of_news import piece_at
from kg.facts.allocation.sides import called, in_heading
from kg.lexicon import Lexicon
from kg.lexicon.governments import Government, candidates, council_names, official_council
from kg.mentions.model import Mention, Name
from kg.mentions.organization.form import BRANCH
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home, stem
from kg.resolution.names import SHORT_ENDS, entity_key, folded, loose, spaced
from kg.resolution.own_offices import own_office, school_office

_BRACKET = regex(r"\s*\(([^()]*)\)")
_LEVEL = {"시": ("시",), "도": ("도",), "군": ("군",), "구": ("구",)}
SHARED_NAMES = frozenset({"rap:Committee", "rap:Centre", "rap:Department"})
"""Classes of bodies whose names several governments use: such a body is set apart by the governing region."""
_ENDS_IN_SHORT = (
    ("예결특위", "예산결산특별위원회"),
    ("예결위원회", "예산결산특별위원회"),
    ("예결특별위원회", "예산결산특별위원회"),
    ("예결위", "예산결산특별위원회"),
    ("선관위", "선거관리위원회"),
    ("특위", "특별위원회"),
    ("위", "위원회"),
    *SHORT_ENDS,
    ("공고", "공업고등학교"),
    ("여고", "여자고등학교"),
    ("고", "고등학교"),
)
"""How writers shorten the end of a body's name, the longest end first."""
_NO_HEAD = frozenset({"시의회", "도의회", "군의회", "구의회", "의회"})


def cast_organizations(cast: Cast, home: Home) -> None:
    """Give every organisation mention its body."""
    whole = cast.mentions.of("organization")
    heads = _heads(cast.lexicon)
    bare = [m for m in whole if m.value.text in heads and m.value.official is None]
    bare += _of_the_place(cast, whole)
    branches = [m for m in whole if m.rule == BRANCH]
    for mention in sorted(whole, key=lambda m: (-len(folded(m.value.text)), m.begin)):
        branch = next((b for b in branches if b is not mention and b.span.holds(mention.span)), None)
        if branch is not None:  # the body inside the name of its branch
            cast.mean(mention, _body(cast, home, branch), bears=False)
        elif mention not in bare:
            cast.mean(mention, _body(cast, home, mention))
    for mention in bare:  # «이사장» of «재단»: the foundation named before
        cast.mean(mention, _short(cast, home, mention) or _body(cast, home, mention))
    for mention in cast.mentions.of("organization-short"):
        body = _short(cast, home, mention)
        if body is not None:
            body.spelled(*([mention.value.text] if len(mention.value.text) > 1 else []))
            cast.mean(mention, body)


def _of_the_place(cast: Cast, whole: Iterable[Mention]) -> list[Mention]:
    """The short names of national bodies that the text uses for one of a place, which it names in full."""
    by_short: dict[str, list[Mention]] = {}
    spoken = list(whole)
    for m in spoken:
        official = m.value.official
        if official and official != m.value.text and official.endswith(m.value.text):
            by_short.setdefault(m.value.text, []).append(m)
    found: list[Mention] = []
    for short, some in by_short.items():
        official = some[0].value.official
        if any(m.value.text == official for m in spoken):
            continue
        longer = [m for m in spoken if m.begin < some[0].begin and m.value.text.endswith(short)]
        on = cast.analysis.document.published
        if any(candidates(cast.lexicon, stem(m.value.text.removesuffix(short).strip()), on) for m in longer):
            found += some
    return found


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    """Words that name no body by themselves: 재단, 위원회, 센터."""
    return frozenset(lexicon.words("organization_suffixes", "suffix"))


def government_draft(cast: Cast, government: Government) -> Draft:
    """The draft of a government, linked to the region that it governs."""
    draft = cast.draft(
        "organization",
        entity_key("organization", government.official),
        government.official,
        ("org:Organization", "rap:LocalGovernment"),
    )
    draft.spelled(*sure_names(cast, government.names))
    draft.say("rap:governs", region_draft(cast, government).key)
    return draft


def region_draft(cast: Cast, government: Government) -> Draft:
    """The draft of the region that a government governs."""
    draft = cast.draft("region", entity_key("region", government.official), government.official)
    if government.admin_code:
        draft.say("rap:adminCode", government.admin_code, "string")
    if government.finance_code:
        draft.say("rap:financeCode", government.finance_code, "string")
    if government.valid_from:
        draft.say("rap:validFrom", government.valid_from, "date")
    if government.valid_until:
        draft.say("rap:validUntil", government.valid_until, "date")
    if government.parent:
        parent = cast.draft("region", entity_key("region", government.parent), government.parent)
        draft.say("rap:within", parent.key)
    return draft


def council_draft(cast: Cast, government: Government) -> Draft:
    """The draft of a government's council."""
    name = official_council(government.official)
    draft = cast.draft("organization", entity_key("organization", name), name, ("org:Organization", "rap:Council"))
    draft.say("rap:governs", region_draft(cast, government).key)
    draft.spelled(*sure_names(cast, council_names(government)))
    return draft


def _body(cast: Cast, home: Home, mention: Mention) -> Draft:
    """The body that a whole name means."""
    value: Name = mention.value
    name = value.official or value.text
    government = home.choose(candidates(cast.lexicon, stem(name), cast.analysis.document.published))
    if government is not None:
        if name.endswith("의회") or "Council" in value.classes:
            council = council_draft(cast, government)
            council.spelled(value.text, *sure_names(cast, council_names(government)))
            return council
        body = government_draft(cast, government)
        body.spelled(value.text, *sure_names(cast, government.names))
        return body
    types = ("org:Organization", *(f"rap:{c}" for c in value.classes))
    label = spaced(_BRACKET.sub("", name)) or spaced(name)
    apart = _set_apart(home, value, types) or _owner_of_office(cast, home, mention)
    draft = _same_body(cast, name) or cast.draft("organization", entity_key("organization", label, apart), label)
    draft.types += [t for t in types if t not in draft.types]
    draft.spelled(value.text, *_parts(value.text))
    return draft


def _set_apart(home: Home, value: Name, types: Iterable[str]) -> str | None:
    """The governing region of a body that has no official name and bears one that several have (위원회, 센터)."""
    if value.official or home.government is None or not SHARED_NAMES & set(types):
        return None
    return home.government.official


def _owner_of_office(cast: Cast, home: Home, mention: Mention) -> str | None:
    """The government whose office it is that bears a name which many have (인재개발원, 보건환경연구원)."""
    if mention.value.official or mention.value.text not in _offices(cast.lexicon):
        return None
    for other in cast.mentions.before(mention.begin, "organization", "organization-short"):
        if other.end < mention.begin - 1 or cast.text[other.end : mention.begin] != " ":
            break
        short = other.kind == "organization-short"
        owner = _short(cast, home, other) if short else _body(cast, home, other)
        if owner is not None and "rap:LocalGovernment" in owner.types:
            return owner.label
    level = cast.text[max(mention.begin - 3, 0) : mention.begin].strip()
    if level in _LEVEL:
        government = _nearest_government(cast, home, mention, level)
        return government.official if government else None
    return home.government.official if home.government else None


@lru_cache(maxsize=8)
def _offices(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("offices_of_governments", "name"))


def sure_names(cast: Cast, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the lexicon's spellings that can mean one government only: 강서구 alone stays out."""
    return _sure(cast.lexicon, tuple(names), cast.analysis.document.published)


@lru_cache(maxsize=4096)
def _sure(lexicon: Lexicon, names: tuple[str, ...], on: str | None) -> tuple[str, ...]:
    return tuple([n for n in names if len(candidates(lexicon, stem(n), on)) == 1])


def _parts(name: str) -> list[str]:
    """A name with an abbreviation in brackets also goes by what stands before them, and by what stands in them."""
    found = _BRACKET.search(name)
    if not found:
        return []
    outer, inner = _BRACKET.sub("", name), found.group(1)
    return [outer, inner] if name.endswith(")") and len(inner) > 1 else [outer]


def _same_body(cast: Cast, name: str) -> Draft | None:
    """A body already met under this name, or under a longer one that begins with whose body it is."""
    wanted = _comparable(name)
    ending: Draft | None = None
    for draft in cast.of("organization"):
        for spelling in (draft.label, *draft.alternates):
            other = _comparable(spelling)
            if other == wanted:
                return draft
            if ending is None and len(wanted) >= 4 and other.endswith(wanted) and _owns(cast, spelling, other, wanted):
                ending = draft
    return ending


@lru_cache(maxsize=4096)
def _comparable(name: str) -> str:
    """A body's name as writers exchange it: 인공지능 is AI, 위 at the end is 위원회, 상의 is 상공회의소."""
    plain = loose(name)
    for short, full in _ENDS_IN_SHORT:
        if plain.endswith(short) and (len(plain) > len(short) + 1 or plain.startswith("예결")):
            return plain[: -len(short)] + full
    return plain


def _owns(cast: Cast, spelling: str, other: str, wanted: str) -> bool:
    """Whether what the longer name has in front is a word of its own or a government (남서울대 is no 서울대)."""
    front = other[: -len(wanted)]
    if candidates(cast.lexicon, front) or (front[-1:].isascii() and front[-1:].isalpha() and "가" <= wanted[0] <= "힣"):
        return True  # 가온AI홍수예측센터, 홍수예측센터
    words = spaced(spelling).split(" ")
    return any(_comparable("".join(words[i:])) == wanted for i in range(1, len(words)))


def _short(cast: Cast, home: Home, mention: Mention) -> Draft | None:
    """The body that a short form means."""
    name: Name = mention.value
    text = name.text
    if text in _NO_HEAD:
        government = _nearest_government(cast, home, mention, text[0] if text != "의회" else "")
        return council_draft(cast, government) if government else None
    if mention.rule == "education-level":
        return school_office(cast, home)
    level = text[0] if text[0] in _LEVEL and (len(text) == 1 or text[1:] in ("청", "당국", "정부")) else None
    if level:
        government = _nearest_government(cast, home, mention, level)
        return government_draft(cast, government) if government else None
    among = candidates(cast.lexicon, stem(text), cast.analysis.document.published)
    if among:
        chosen = home.choose(among)
        return (council_draft if text.endswith("의회") else government_draft)(cast, chosen) if chosen else None
    wanted = folded(name.head or text)
    for other in cast.mentions.before(mention.begin, "organization"):
        draft = cast.meant(other)
        if draft and any(folded(s).endswith(wanted) or wanted in folded(s) for s in (draft.label, *draft.alternates)):
            return draft
    return own_office(cast, home, text) if mention.rule == "own-office" else None


def _nearest_government(cast: Cast, home: Home, mention: Mention, level: str) -> Government | None:
    """The government of that level which the document is about, else the one named last before."""
    on = cast.analysis.document.published
    own = home.government
    side = _side(cast, home, mention) or _of_piece(cast, home, mention)
    if side is not None and (not level or _is(side, level)):
        return side
    if own is not None and (not level or _is(own, level)):
        return own
    for other in cast.mentions.before(mention.begin, "organization", "region"):
        draft = cast.meant(other)
        label = draft.label if draft else (other.value.official or other.value.text)
        among = candidates(cast.lexicon, stem(label), on)
        near = home.choose(among)
        if near is not None and (not level or _is(near, level)):
            return near
    if own is not None and own.parent:
        parent = candidates(cast.lexicon, own.parent, on)
        if parent and (not level or _is(parent[0], level)):
            return parent[0]
    return None


def _side(cast: Cast, home: Home, mention: Mention) -> Government | None:
    """Which of the governments that the text sets side by side its section is about."""
    sides, sentence = cast.sides, cast.analysis.sentence_at(mention.begin)
    side = in_heading(cast.analysis, sides.bodies, sentence) if sides is not None and sentence is not None else None
    among = candidates(cast.lexicon, stem(called(side)), cast.analysis.document.published) if side is not None else ()
    return home.choose(among)


def _of_piece(cast: Cast, home: Home, mention: Mention) -> Government | None:
    """The government of the piece of short news in which a body stands."""
    sentence = cast.analysis.sentence_at(mention.begin)
    piece = piece_at(cast.analysis, cast.mentions, sentence) if sentence is not None else None
    if piece is None:
        return None
    return home.choose(
        candidates(cast.lexicon, stem(called(piece).removesuffix("의회")), cast.analysis.document.published)
    )


def _is(government: Government, level: str) -> bool:
    return government.official.endswith(level)
