"""One office told several times in a document becomes one fact."""

from collections.abc import Iterable

from kg.facts.model import Office
from kg.mentions.model import Mention, Mentions


def merged(mentions: Mentions, offices: Iterable[Office]) -> list[Office]:
    """The offices, each once; the fullest telling stands, with the evidence of all.

    Two tellings are one office where the person is the same, one title ends in the other (도지사, 지사), both are
    past or present, and not both name a body that differs.
    """
    bearers = _bearers(mentions)
    kept: list[Office] = []
    for office in offices:
        for i, other in enumerate(kept):
            if _same_person(office, other, bearers) and _one_office(office, other):
                kept[i] = _joined(other, office)
                break
        else:
            kept.append(office)
    return kept


def _bearers(mentions: Mentions) -> dict[str, set[str]]:
    """The full names of the document by surname."""
    bearers: dict[str, set[str]] = {}
    for person in mentions.of("person"):
        bearers.setdefault(person.value[0], set()).add(person.value)
    return bearers


def _named(person: Mention, bearers: dict[str, set[str]]) -> str | None:
    """The full name behind a mention, where its letters alone decide it."""
    if person.kind == "person":
        return str(person.value)
    surname = person.value.surname
    names = bearers.get(surname[0], set()) if surname else set()
    return next(iter(names)) if len(names) == 1 else None


def _same_person(a: Office, b: Office, bearers: dict[str, set[str]]) -> bool:
    name = _named(a.person, bearers)
    return name is not None and name == _named(b.person, bearers)


def _one_office(a: Office, b: Office) -> bool:
    first, second = a.title.replace(" ", ""), b.title.replace(" ", "")
    if a.former != b.former or a.acting != b.acting or not _one_title(first, second):
        return False
    if a.organization is None or b.organization is None:
        return True
    return _same_body(a.organization, b.organization)


def _one_title(a: str, b: str) -> bool:
    """Whether one title is the other's short form: 지사 of 도지사, but not 시장 of 부시장 or 원장 of 위원장."""
    short, long = sorted((a, b), key=len)
    if {short, long} == {"대표", "대표이사"}:
        return True
    rest = long[: len(long) - len(short)]
    return long.endswith(short) and not rest.endswith(("부", "위", "이", "대표", "연구"))


def _same_body(a: Mention, b: Mention) -> bool:
    """Whether two mentions name one body as far as the words tell."""
    one, two = (m.value.official or m.value.text.replace(" ", "") for m in (a, b))
    return bool(one == two)


def _joined(a: Office, b: Office) -> Office:
    """The telling that names the body, then the one with the longer title; evidence and features of both."""
    first, second = (a, b)
    if a.person.kind != "person" and b.person.kind == "person":
        first, second = b, a
    body = first.organization or second.organization
    told = [o for o in (first, second) if o.organization is not None] or [first, second]
    fuller = max(told, key=lambda o: len(o.title.replace(" ", "")))
    return first.model_copy(
        update={
            "organization": body,
            "title": fuller.title,
            "title_span": fuller.title_span,
            "evidence": tuple(dict.fromkeys((*fuller.evidence, *first.evidence, *second.evidence))),
            "features": tuple(dict.fromkeys((*first.features, *second.features))),
        }
    )
