"""Whose staff somebody is whose words name no body: that of the official named right before, or the ministry's."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Office
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.issuers import ministries
from kg.resolution.names import entity_key

STAFF = (
    *("국장", "실장", "과장", "팀장", "담당관", "기획관", "주무관", "대변인", "보좌관", "정책관", "사무관", "서기관"),
    *("심의관", "협력관", "책임관", "조정관", "지원관", "관리관", "감사관"),
)
"""Ends of the titles of a government's or a ministry's officials."""
_BESIDE = regex(r"(?:과|와)? ?(?:[,·ㆍ･/]|및|그리고)? ?")
"""What stands between an official and the next one of a row: «N 사무처장, M 권익정책국장»."""
_ITS_HEAD = regex(r"\s?\((?:부총리 겸 )?(?:장관|청장|처장|위원장)[ :]?")
_SENTENCE = 30
"""No heading is so long."""
_PLAIN = 3
"""So short a unit has no name of its own: 정책과."""
_LONGEST = 6
"""The most code points of that."""
_BUREAUS = frozenset({"rap:LocalGovernment", "rap:Ministry", "rap:Government", "rap:PublicAgency"})


def beside_colleague(cast: Cast, told: Iterable[tuple[Office, Draft | None]], office: Office) -> Draft | None:
    """The body of whoever stands right before in a row of officials: «○○위원회 N 사무처장, M 권익정책국장»."""
    if not office.title.replace(" ", "").endswith(STAFF) or office.person.begin > office.title_span.begin:
        return None
    for other, body in told:
        if body is None or other.former != office.former or other.person.begin > other.title_span.begin:
            continue
        if 0 < office.person.begin - other.title_span.end < _LONGEST and _BESIDE.fullmatch(
            cast.text, other.title_span.end, office.person.begin
        ):
            return body if _has_staff(cast, body) else None
    return None


def _has_staff(cast: Cast, body: Draft) -> bool:
    """Whether a body has bureaus and divisions: a government, a ministry or a committee of the state, an agency."""
    return not _BUREAUS.isdisjoint(body.types) or body.label in ministries(cast.lexicon)


def ministry_of_release(cast: Cast, unit: str, place: int) -> Draft | None:
    """The ministry that issues a release, whose officials are those of no other body.

    ``unit`` is the title or the department that stands at ``place``. None where a city or province is named before it
    in a sentence that names the unit: then it is that one's.
    """
    document = cast.analysis.document
    of_state = ministries(cast.lexicon)
    name = document.publisher if document.kind == "press-release" and document.publisher in of_state else None
    name = name or _ministry_of_lead(cast)
    if name is None or any(_of_a_place(cast, at) for at in (place, *_told_again(cast, unit))):
        return None
    types = ("org:Organization", *((f"rap:{of_state[name]}",) if of_state[name] else ()))
    return cast.draft("organization", entity_key("organization", name), name, types)


def _ministry_of_lead(cast: Cast) -> str | None:
    """The ministry whose head the first sentence names in brackets: «○○부(장관 N, 이하 ○○부)는 … 밝혔다»."""
    lead = next((s for s in cast.analysis.sentences if s.block == "body" and s.end - s.begin >= _SENTENCE), None)
    if lead is None:
        return None
    for mention in cast.mentions.within(lead.span, "organization"):
        name = mention.value.official or mention.value.text
        if mention.begin - lead.begin < _LONGEST and _ITS_HEAD.match(cast.text, mention.end):
            return name if name in ministries(cast.lexicon) else None
    return None


def _told_again(cast: Cast, unit: str) -> Iterator[int]:
    """Where the text names a unit, without the 장 of its head."""
    stem = unit.removesuffix("장")
    at = cast.text.find(stem) if len(stem) > _PLAIN else -1
    while at >= 0:
        yield at
        at = cast.text.find(stem, at + 1)


def _of_a_place(cast: Cast, place: int) -> bool:
    """Whether a local government is named before a place in its sentence."""
    sentence = cast.analysis.sentence_at(place)
    begin = sentence.begin if sentence else place
    for other in cast.mentions.before(place, "organization", "organization-short"):
        if other.begin < begin:
            break
        body = cast.meant(other)
        if body is not None and "rap:LocalGovernment" in body.types:
            return True
    return False
