"""What one document gives to identity: statements about each key, days, regions and people. A pure function.

Names are taken apart here, by the places that the document itself tells and those whose names mean one government
alone, so that what a name is looked up by depends on no other document.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.identity.forms import Places, form, spellings, thing_core
from kg.lexicon import Lexicon
from kg.lexicon.governments import governments
from kg.patterns import regex
from kg.resolution.names import folded, loose, spaced
from kg.resolution.organizations import SHARED_NAMES
from kg.resolution.reading import Node, Reading, first_value, values

HAVE_OWNERS = SHARED_NAMES | {"rap:ResearchInstitute"}
"""Classes of bodies that may be units of others and bear their names in front."""
ENTITIES = frozenset({"person", "organization", "program", "event"})
_LINKS = frozenset(
    {
        "rap:forRegion",
        "rap:operatedBy",
        "org:unitOf",
        "schema:startDate",
        "schema:attendee",
        "schema:organizer",
        "schema:location",
    }
)
"""The links that identity looks at."""
_NOT_THE_WHOLE = frozenset({"spent", "cut"})
"""What was spent so far may be called the whole and is not that of the thing."""

_WHOLE_WORDS = 3
_WHOLE_LETTERS = 8
_SHORT = 3
"""A name of no more letters may be that of many things."""
_KIND_BEFORE = regex(
    r"[가-힣](?:사업|프로젝트|프로그램|서비스|플랫폼|제도|정책|과정|시스템|챗봇|비서|앱|지도|축제|교실|교육|학교|계획|전략)"
    r"[ ‘'“\"「『]*$"
)

Statement = tuple[str, ...]
"""What a document tells of a key: the kind of statement and its values, all strings."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document: ISO day (empty where not told), official names of the governments that it names, and its keys.

    ``people`` are those who may tie two documents together: not such as no office sets apart from namesakes.
    ``references`` are keys of things that it points to and says nothing of.
    """

    published: str
    governments: tuple[str, ...]
    programs: tuple[str, ...]
    people: tuple[str, ...]
    keys: tuple[str, ...]
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """All that one document gives: statements by key (a statement may stand several times), and claims."""

    document: str
    source: Source
    told: Mapping[str, list[Statement]]
    claims: tuple[Node, ...]
    """Offices and allocations."""


@lru_cache(maxsize=4)
def known_places(lexicon: Lexicon) -> dict[str, str]:
    """Folded spellings that mean one government alone, and its official name."""
    found: dict[str, set[str]] = defaultdict(set)
    for government in governments(lexicon):
        for name in government.names:
            if len(name) > 1:
                found[folded(name)].add(government.official)
    return {name: min(officials) for name, officials in found.items() if len(officials) == 1}


def share_of(reading: Reading, lexicon: Lexicon) -> Share:
    """What a reading gives to identity."""
    return _Gathering(reading, lexicon).share()


class _Gathering:
    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.nodes = {n.key: n for n in reading.nodes}
        self.places: dict[str, str] = {}
        self.governments: set[str] = set()
        for node in reading.nodes:
            if node.kind == "region" or "rap:LocalGovernment" in node.types:
                official = node.label or ""
                self.governments.add(official)
                for name in (official, *node.alternates):
                    if len(name) > 1 and name != "시청":
                        self.places[folded(name)] = official
        self.known: Places = {**known_places(lexicon), **self.places}
        self.published = first_value(reading.document, "schema:datePublished")[:10]
        about = first_value(reading.document, "schema:spatialCoverage")
        self.region = (self.nodes[about].label or "") if about in self.nodes else ""
        self.told: dict[str, list[Statement]] = defaultdict(list)
        self.paid: set[tuple[str, str]] = set()
        """Programs, each with the region (keys) of a government that pays for it."""

    def share(self) -> Share:
        """Everything, sorted."""
        name = self.reading.identifier
        entities = [n for n in self.reading.nodes if n.kind in ENTITIES]
        for node in entities:
            self.told[node.key] += self._entity(node)
            self.told[node.key] += self._owners(node)
        claims = [n for n in self.reading.nodes if n.kind not in ENTITIES and n.derivation is not None]
        centres = [n for n in entities if "rap:Centre" in n.types]
        for node in claims:
            self._claim(node)
            self._sum_of_centre(node, centres)
        run = {key for key, told in self.told.items() if any(t[0] == "run" for t in told)}
        for program, region in sorted(self.paid):
            if program not in run:
                self.told[program].append(("run", region))
        publisher = first_value(self.reading.document, "schema:publisher")
        for author in values(self.reading.document, "schema:author"):
            if author in self.told and publisher:
                self.told[author].append(("wrote", publisher))
        source = Source(
            self.published,
            tuple(sorted(self.governments)),
            tuple(n.key for n in entities if n.kind == "program"),
            tuple(n.key for n in entities if n.kind == "person" and name not in n.key),
            tuple(sorted(self.told)),
            tuple(sorted(self._references() - self.told.keys())),
        )
        asked = tuple(n for n in claims if n.kind in ("membership", "allocation"))
        return Share(name, source, dict(self.told), asked)

    def _entity(self, node: Node) -> Iterator[Statement]:
        if node.label:
            yield "label", node.label
        for name in node.alternates:
            yield "name", name
        for cls in node.types:
            yield "type", cls
        for told in node.properties:
            if told.predicate in _LINKS:
                yield "link", told.predicate, told.value
            if told.predicate == "rap:operatedBy" and told.value in self.nodes:
                for cls in self.nodes[told.value].types:
                    yield "operator", cls
                for governed in values(self.nodes[told.value].properties, "rap:governs"):
                    yield "run", governed
        if self.region:
            yield "home", self.region
        if self.published:
            yield "day", self.published
        yield from sorted(set(self._signs(node)))

    def _owners(self, node: Node) -> Iterator[Statement]:
        """The bodies of the document with whose names the name of a unit begins, and what is left of it."""
        if node.kind != "organization" or not HAVE_OWNERS & set(node.types):
            return
        whole = loose(node.label or "")
        for other in self.nodes.values():
            if other.kind == "organization" and other is not node and other.derivation is not None:
                owner = max((n for n in names_of(other) if whole.startswith(n)), key=len, default="")
                apart = (node.label or "")[len(owner) : len(owner) + 1] == " "
                if (
                    (len(owner) > 2 or (apart and len(owner) > 1))
                    and len(whole) - len(owner) > 2
                    and "rap:LocalGovernment" not in other.types
                ):
                    yield "unit", other.key, whole[len(owner) :]

    def _signs(self, node: Node) -> Iterator[Statement]:
        """The names of bodies, programs and events taken apart; short names that only repeat a longer one left out."""
        label = node.label or ""
        if node.kind == "person":
            return
        for name in (label, *node.alternates):
            repeats = node.kind != "event" and name != label and folded(name) in folded(label)
            if not name or (repeats and not (node.kind == "program" and _stands_alone(name, label))):
                continue
            for spelled in spellings(name):
                if node.kind == "event":
                    words = [w + "원회" if w.endswith("위") and len(w) > 2 else w for w in spaced(spelled).split(" ")]
                    core = form(" ".join(words), self.known, tail=False).core
                    if len(core) > 1:
                        yield "sign", core, "", "", "", core
                    continue
                core, place, version, year = form(spelled, self.known, tail=node.kind == "program")
                whole = form(spelled, {}, tail=node.kind == "program").core
                yield "sign", core, place, version, year, whole
                front, _, last = spaced(spelled).rpartition(" ")
                if node.kind == "program" and (behind := self.known.get(folded(last))) and len(folded(front)) > _SHORT:
                    core, place, version, year = form(front, self.known)  # 다온링크 대전 is 다온링크 there
                    yield "sign", core, place or behind, version, year, core

    def _claim(self, node: Node) -> None:
        if node.kind == "membership":
            slots = {name: value for name, value, _ in node.identity}
            body = slots.get("organization", "")
            units = [*values(self.nodes[body].properties, "org:unitOf")] if body in self.nodes else []
            units += [told[1] for told in self._owners(self.nodes[body])] if body in self.nodes and not units else []
            title = slots.get("role", "").partition("/")[2]
            past = "past" if "former" in slots else ""
            for unit in sorted(units) or [""]:
                self.told[slots["member"]].append(("office", title, body, past, unit))
            if body in self.told:
                name = slots["member"].partition("/")[2].partition("|")[0]
                self.told[body].append(("holder", name, title))
        elif node.kind == "renaming":
            old, new = values(node.properties, "rap:fromName"), values(node.properties, "rap:toName")
            for program in values(node.properties, "rap:ofProgram"):
                self.told[program].append(("renamed", self.published, old[0], new[0]))
                for name in (old[0], new[0]):
                    core, place, version, year = form(name, self.known)
                    self.told[program].append(("sign", core, place, version, year, form(name, {}).core))
        elif node.kind == "allocation":
            for program in values(node.properties, "rap:forProgram"):
                self._sum(program, node)
                for payer in values(node.properties, "rap:allocatedBy"):
                    paying = values(self.nodes[payer].properties, "rap:governs") if payer in self.nodes else ()
                    self.paid.update((program, region) for region in paying)

    def _sum(self, key: str, node: Node) -> None:
        told, status = (values(node.properties, p) for p in ("rap:basis", "rap:status"))
        total = "total" in told and not _NOT_THE_WHOLE & set(status)
        for money in values(node.properties, "rap:amount"):
            if (won := won_of(money)) is not None:
                self.told[key].append(("sum", str(won)))
                if total:
                    self.told[key].append(("total", str(won)))

    def _sum_of_centre(self, node: Node, centres: Iterable[Node]) -> None:
        """Money whose purpose is the name of a centre that is a body in this document belongs to the centre."""
        if node.kind != "allocation" or values(node.properties, "rap:forProgram"):
            return
        words = first_value(node.properties, "rap:purpose").strip("‘’“”'\"「」『』 ")
        purpose, core = folded(words), thing_core(words)  # «○○센터 구축» is for the centre too
        for centre in centres:
            names = {folded(n) for n in (centre.label or "", *centre.alternates)}
            if purpose and (purpose in names or core in {loose(n) for n in names}):
                for money in values(node.properties, "rap:amount"):
                    if (won := won_of(money)) is not None:
                        self.told[centre.key].append(("sum", str(won)))

    def _references(self) -> set[str]:
        """Every key of an entity that the reading names anywhere."""
        prefixes = tuple(f"{kind}/" for kind in ENTITIES)
        told = [p.value for n in self.reading.nodes for p in n.properties if p.type == "key"]
        told += [p.value for p in self.reading.document if p.type == "key"]
        told += [v for n in self.reading.nodes for _, v, is_key in n.identity if is_key]
        told += [n.key for n in self.reading.named]
        return {key for key in told if key.startswith(prefixes)}


def names_of(node: Node) -> list[str]:
    """All names of a thing, as names are compared; a university's short name in full too."""
    told = [loose(n) for n in (node.label or "", *node.alternates)]
    return told + [f"{n}학교" for n in told if n.endswith("대")]


def _stands_alone(name: str, label: str) -> bool:
    """Whether the end of a program's name is so long that another text may call it by that alone, or stands behind a
    word for what kind of thing it is: 의료 AI 실증사업 다온링크.
    """
    words = spaced(name).split(" ")
    if folded(label).endswith(folded(name)) and _KIND_BEFORE.search(label[: -len(name)]) and len(folded(name)) > _SHORT:
        return True
    return len(words) >= _WHOLE_WORDS and len(folded(name)) >= _WHOLE_LETTERS and folded(label).endswith(folded(name))


def won_of(money_key: str) -> int | None:
    """The single value of a key of money, in whole units; None for a range."""
    value = money_key.removeprefix("money/").split(" ")[0]
    return int(value) if value.isdigit() else None
