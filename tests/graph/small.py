"""A small document of an invented city, read by hand: what the tests of this room write, store and break."""

from dataclasses import replace

from kg.resolution.reading import Derivation, Named, Node, Property, Reading, Unread, claim_key

TEXT = (
    "한빛시, AI 전략에 794억원 투입\n"
    "김하늘 한빛시장은 11일 2027년까지 시비 794억원을 들여 ‘한빛 AI 전략’을 추진한다고 밝혔다. "
    "“모두의 AI를 만들겠다.\t\\끝\\”\n"
    "문의: 044-123-4567, ai@hanbit.example\n"
)

PERSON, CITY = "person/김하늘|한빛시", "organization/한빛시"
PROGRAM, REGION, ROLE = "program/한빛 AI 전략|한빛시", "region/한빛시", "role/시장"
MONEY = "money/79400000000 KRW"

_OFFICE = (("member", PERSON, True), ("role", ROLE, True), ("organization", CITY, True))
_MADE = (("program", PROGRAM, True), ("amount", MONEY, True), ("status", "planned", False))
_SAID = (("speaker", PERSON, True), ("text", "모두의 AI를 만들겠다.", False))
OFFICE, ALLOCATION, SAID = (
    claim_key(kind, slots) for kind, slots in (("membership", _OFFICE), ("allocation", _MADE), ("quotation", _SAID))
)


def place(words: str, start: int = 0) -> tuple[int, int]:
    """Where the words stand in the text, from ``start`` on."""
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


def borne_out(*words: str, slots: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()) -> Derivation:
    """A derivation from the places of the words."""
    return Derivation(tuple(place(w) for w in words), "by-hand", 0.9, ("the words stand in one clause",), slots)


def small_reading(identifier: str = "한빛/소식 1.txt") -> Reading:
    """The reading of the document."""
    nodes = (
        Node(
            ALLOCATION,
            "allocation",
            ("rap:Allocation",),
            properties=(
                Property("rap:amount", MONEY, "key"),
                Property("rap:forProgram", PROGRAM, "key"),
                Property("rap:purpose", "한빛 AI 전략", "ko"),
                Property("rap:payer", CITY, "key"),
                Property("rap:fundingSource", "funding-source/시비", "concept"),
                Property("rap:status", "status/planned", "concept"),
                Property("rap:fiscalYear", "2027", "gYear"),
            ),
            identity=_MADE,
            derivation=borne_out("시비 794억원을 들여", slots=(("rap:amountFrom", (place("794억원을"),)),)),
        ),
        Node(
            OFFICE,
            "membership",
            ("org:Membership",),
            properties=(
                Property("org:member", PERSON, "key"),
                Property("org:organization", CITY, "key"),
                Property("org:role", ROLE, "key"),
            ),
            identity=_OFFICE,
            derivation=borne_out("김하늘 한빛시장"),
        ),
        Node(
            MONEY,
            "money",
            ("schema:MonetaryAmount",),
            properties=(
                Property("schema:value", "79400000000", "integer"),
                Property("schema:currency", "KRW", "string"),
            ),
            derivation=borne_out("794억원"),
        ),
        Node(
            CITY,
            "organization",
            ("org:Organization", "rap:LocalGovernment"),
            "한빛시",
            ("한빛",),
            (Property("rap:governs", REGION, "key"),),
            derivation=borne_out("한빛시"),
        ),
        Node(PERSON, "person", ("foaf:Person",), "김하늘", derivation=borne_out("김하늘")),
        Node(
            PROGRAM,
            "program",
            ("rap:Program", "rap:Strategy"),
            "한빛 AI 전략",
            properties=(Property("rap:operatedBy", CITY, "key"), Property("rap:backedBy", PERSON, "key")),
            derivation=borne_out("한빛 AI 전략"),
        ),
        Node(
            SAID,
            "quotation",
            ("schema:Quotation",),
            properties=(
                Property("schema:text", "모두의 AI를 만들겠다.\t\\끝\\", "ko"),
                Property("schema:spokenByCharacter", PERSON, "key"),
            ),
            identity=_SAID,
            derivation=borne_out("모두의 AI를 만들겠다.\t\\끝\\"),
        ),
        Node(REGION, "region", ("rap:Region",), "한빛시"),
        Node(ROLE, "role", ("org:Role",), "시장", derivation=borne_out("시장")),
    )
    return Reading(
        identifier,
        TEXT,
        "rap:PressRelease",
        (
            Property("dcterms:identifier", identifier, "string"),
            Property("schema:headline", "한빛시, AI 전략에 794억원 투입", "ko"),
            Property("schema:datePublished", "2025-11-12", "date"),
            Property("schema:url", "https://hanbit.example/news?id=044-123-4567", "uri"),
            Property("schema:spatialCoverage", REGION, "key"),
        ),
        nodes,
        (Named(*place("김하늘"), PERSON),),
        (Unread("money-without-purpose", *place("794억원"), "no clause tells what this sum is for"),),
    )


def with_node(reading: Reading, key: str, **changes: object) -> Reading:
    """The reading with one node changed."""
    nodes = tuple(replace(n, **changes) if n.key == key else n for n in reading.nodes)  # type: ignore[arg-type]
    return replace(reading, nodes=nodes)
