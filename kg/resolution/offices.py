"""Offices: whose body a title belongs to where the words leave it open."""

from kg.facts.model import Office
from kg.lexicon.governments import Government, candidates
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home, stem
from kg.resolution.organizations import council_draft, government_draft

_HEADS = {
    "시": ("시장", "부시장"),
    "도": ("지사", "부지사"),
    "군": ("군수", "부군수"),
    "구": ("구청장", "부구청장"),
}
_COUNCIL = ("의장", "부의장", "시의원", "도의원", "군의원", "구의원", "의원")
_STAFF = ("국장", "실장", "과장", "팀장", "담당관", "기획관", "주무관", "대변인", "보좌관", "정책관")
_PARLIAMENT = "국회의원"


def office_body(cast: Cast, home: Home, fact: Office) -> Draft | None:
    """The body of an office: the one told, else the government or council that such a title belongs to here."""
    if fact.organization is not None:
        return cast.meant(fact.organization)
    title = fact.title.replace(" ", "").removesuffix("권한대행").removesuffix("직무대행") or fact.title
    for level, titles in _HEADS.items():
        if title.endswith(titles):
            government = _government(cast, home, fact, level)
            return government_draft(cast, government) if government else None
    if title == _PARLIAMENT:
        return None
    if title.endswith(_COUNCIL):
        government = _government(cast, home, fact, "")
        return council_draft(cast, government) if government else None
    if title.endswith(_STAFF) and home.government is not None:
        return government_draft(cast, home.government)
    return None


def _government(cast: Cast, home: Home, fact: Office, level: str) -> Government | None:
    """Home where its level fits, else the government of that level named last before the title."""
    own = home.government
    on = cast.analysis.document.published
    if own is not None and (not level or own.official.endswith(level)):
        return own
    for other in cast.mentions.before(fact.title_span.begin, "organization", "region"):
        draft = cast.meant(other)
        near = home.choose(candidates(cast.lexicon, stem(draft.label if draft else other.value.text), on))
        if near is not None and near.official.endswith(level):
            return near
    if own is not None and own.parent:
        parents = candidates(cast.lexicon, own.parent, on)
        return next((p for p in parents if p.official.endswith(level)), None)
    return None
