"""Seats of committees and offices that serve a body's members: whose they are where the words beside do not tell."""

from kg.facts.model import Office
from kg.mentions.model import Mention, Name
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home
from kg.resolution.names import entity_key
from kg.resolution.organizations import council_draft

_SITS = regex(r"(?:^|[ )\n])([가-힣·]{2,14}위원회)(?= ?(?:회의록|회의실|제\d+차|\(|\n))")
_SEATS = ("위원장", "부위원장", "위원", "간사")
_OFFICE_HEADS = ("사무국장", "사무처장", "사무총장")
_WITHOUT_OFFICE = frozenset({"rap:LocalGovernment", "rap:Company", "rap:Ministry"})
"""Bodies in which nobody heads an office that serves members: a bare 사무국장 is not theirs."""
_HEAD = 500
"""The head of a council's record, in code points."""


def seat_of_record(cast: Cast, home: Home, title: str) -> Draft | None:
    """The committee that the head of a record names, for a title of its seats; None for other titles and texts."""
    named = title in _SEATS and _SITS.search(cast.text, 0, _HEAD) is not None
    return sitting(cast, home, title) if named else None


def sitting(cast: Cast, home: Home, title: str) -> Draft | None:
    """In the record of a council the chair and the members are those of the committee that sits.

    The head of a record names it (기획행정위원회 회의록); without one they are the council's.
    """
    if cast.analysis.document.kind != "council" or not (
        title.endswith("위원장") or title in (*_SEATS, "전문위원", "수석전문위원")
    ):
        return None
    told = _SITS.search(cast.text, 0, _HEAD)
    committees = [d for d in cast.of("organization") if "rap:Committee" in d.types and d.bearing]
    named = next((d for d in committees if told is not None and d.matches(told.group(1))), None)
    if named is not None or (told is None and committees):
        return named or committees[0]
    if told is None:
        return council_draft(cast, home.government) if home.government else None
    name = told.group(1)
    committee = cast.draft(
        "organization", entity_key("organization", name), name, ("org:Organization", "rap:Committee")
    )
    committee.bearing.append(Mention(*told.span(1), "organization", Name(name, ("Committee",)), "committee-of-record"))
    return committee


def body_with_office(cast: Cast, fact: Office, title: str) -> Draft | None:
    """«추진단은 … N 사무국장의 체제로»: the council, committee or agency that the sentence named before."""
    if not title.endswith(_OFFICE_HEADS):
        return None
    sentence = cast.analysis.sentence_at(fact.title_span.begin)
    for other in cast.mentions.before(fact.title_span.begin, "organization", "organization-short"):
        if sentence is None or other.begin < sentence.begin:
            return None
        draft = cast.meant(other)
        if draft is not None and not _WITHOUT_OFFICE & set(draft.types):
            return draft
    return None
