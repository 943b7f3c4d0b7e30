"""Who holds which office by which document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.identity.claims import same_title
from kg.identity.identity import Identity
from kg.identity.shares import HAVE_OWNERS
from kg.identity.tellings import day_of, sentence_of
from kg.patterns import regex
from kg.resolution.reading import Node, Reading

_HEADS = frozenset(
    {
        "시장",
        "도지사",
        "지사",
        "구청장",
        "군수",
        "위원장",
        "원장",
        "총장",
        "의장",
        "이사장",
        "사장",
        "센터장",
        "관장",
        "소장",
        "보건소장",
        "단장",
        "청장",
        "장관",
        "회장",
        "교육감",
        "교장",
        "학장",
        "서장",
        "처장",
        "본부장",
    }
)
_STAND_IN = regex(r" ?(?:권한대행|직무대행|직무대리|대행|직대)$")
_HEAD_OF_UNIT = regex(
    r"(?:본부장|사업단장|추진단장|단장|국장|과장|실장|연구센터장|센터장|연구소장|연구원장|부장|담당관)$"
)
_UNITS = ("단", "과", "국", "실", "팀", "본부")
_OF_PART = ("국장", "과장", "실장", "단장")
_BARE = 2
"""Letters of a title that says nothing of the unit: 단장, no 사업단장."""
_MANY = ("의원", "위원", "교수", "연구원", "팀장", "주무관", "이사", "부시장", "부지사", "대표")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as one document tells it; person and body are canonical keys, the body empty where none is told."""

    person: str
    title: str
    body: str
    former: bool
    document: str
    day: str
    sentence: str
    owner: str = ""
    """The canonical key of the body with whose name the body's own begins: the university of an institute."""


def offices_held(readings: Iterable[Reading], identity: Identity) -> list[Office]:
    """All offices, by person, day and document."""
    found = []
    for reading in readings:
        bodies = [n for n in reading.nodes if n.kind == "organization"]
        for node in reading.nodes:
            if node.kind != "membership" or node.derivation is None:
                continue
            slots = {name: value for name, value, _ in node.identity}
            found.append(
                Office(
                    identity.canonical(slots["member"]),
                    slots["role"].partition("/")[2],
                    identity.canonical(slots["organization"]) if "organization" in slots else "",
                    "former" in slots,
                    reading.identifier,
                    day_of(reading),
                    sentence_of(reading, node),
                    identity.canonical(_owner(slots.get("organization", ""), bodies)),
                )
            )
    return sorted(found, key=lambda o: (o.person, o.day, o.document, o.title, o.body))


def _owner(body: str, bodies: Iterable[Node]) -> str:
    """The key of the body of the document with whose name that of an institute or centre begins, word by word."""
    whole = next((n for n in bodies if n.key == body), None)
    label = whole.label or "" if whole is not None and HAVE_OWNERS & set(whole.types) else ""
    fitting = [
        (len(name), n.key)
        for n in bodies
        for name in (n.label or "", *n.alternates)
        if name and n.key != body and label.startswith(f"{name} ") and "rap:LocalGovernment" not in n.types
    ]
    return max(fitting)[1] if fitting else ""


def of_each_person(offices: Iterable[Office]) -> dict[str, list[Office]]:
    """The offices by person."""
    found: dict[str, list[Office]] = defaultdict(list)
    for office in offices:
        found[office.person].append(office)
    return found


def shown_title(office: Office) -> str:
    """The title as it is written in full: the head of a government's own unit bears the unit's name (전환추진단장)."""
    unit, title = _unit(office), office.title.replace(" ", "")
    whole = office.body.partition("/")[2].partition("|")[0].replace(" ", "") + title[-1:]
    if title.endswith("장") and whole.endswith(title) and " " not in whole and whole in office.sentence:
        return whole  # as the text writes it in one word: 가온응급의료센터장
    return unit[: 1 - len(title)] + title if len(title) == _BARE and unit.endswith(title[:-1]) else office.title


def heads_a_unit(title: str) -> bool:
    """Whether a title names the unit that its bearer heads: 로봇센터장, 정책과장; a bare 센터장 names none."""
    bare = title.replace(" ", "")
    return len(_HEAD_OF_UNIT.sub("", bare)) > 1 and _HEAD_OF_UNIT.search(bare) is not None


def employer(office: Office) -> str:
    """The key of the body for which somebody works: for the head of a government's own unit the government."""
    return f"organization/{office.body.partition('|')[2]}" if _unit(office) else office.body


def within_one_owner(offices: Iterable[Office]) -> Iterator[Office]:
    """The offices, the heads of several units of one university as heads of its parts: 로봇연구소장."""
    told = list(offices)
    bodies: dict[str, set[str]] = defaultdict(set)
    for office in told:
        bodies[office.owner].add(office.body)
    for office in told:
        unit, title = office.body.partition("/")[2].partition("|")[0].rsplit(" ", 1)[-1], office.title
        if office.owner and len(bodies[office.owner]) > 1 and unit.endswith(title[:-1]) and len(title) > 1:
            yield replace(office, title=unit[: 1 - len(title)] + title, body=office.owner)
        else:
            yield office


def _unit(office: Office) -> str:
    """The bare name of the government's own unit whose office it is; empty for a body of its own."""
    name, _, apart = office.body.partition("/")[2].partition("|")
    own = " " not in name or name.rsplit(" ", 1)[0].endswith(("시", "도", "군", "구"))  # not a university's unit
    return name.rsplit(" ", 1)[-1] if apart and own and name.endswith(_UNITS) else ""


def post(title: str) -> str:
    """The post that a title names, whoever stands in: 시장 권한대행 is the post of 시장."""
    return _STAND_IN.sub("", title) or title


def of_head(names: Iterable[str], title: str) -> str:
    """The title; empty for the head of a body of these names, told long or short: 단장, 기획단장 of a 기획단."""
    bare = title.replace(" ", "")
    heads = bare.endswith("장") and len(bare) > 1 and any(n.replace(" ", "").endswith(bare[:-1]) for n in names)
    return "" if heads else title


def clash(a: str, b: str) -> bool:
    """Whether two titles of one body contradict each other: 정책과장 and 산업과장, 위원장 and 부위원장."""
    x, y = a.replace(" ", ""), b.replace(" ", "")
    if same_title(x, y) or x.endswith(_MANY) or y.endswith(_MANY):
        return False
    stems = {_HEAD_OF_UNIT.sub("", t) for t in (x, y)}  # 의료본부장 and 의료단장
    return x[-2:] == y[-2:] or (len(stems) == 1 and not stems & {x, y, ""})


def held_by_one(title: str) -> bool:
    """Whether a body has one holder of such an office at a time: its head, or the head of a named part of it."""
    bare = title.replace(" ", "")
    if bare.endswith(_MANY):
        return False
    named = len(bare) > 4 or (len(bare) == 4 and bare.endswith(_OF_PART))
    return bare in _HEADS or (bare.endswith("장") and named) or bare.endswith(("비서실장", "대변인"))
