"""A reading as rows of plain values: the shape in which people annotate documents by hand.

Keys and columns are those of the gold format (``docs/accuracy.md``): persons, offices, organizations, programs,
amounts, allocations, targets, quotes, events, operates, backs, and the document's own published, publisher, title,
byline, region.
"""

from typing import Any

from kg.resolution.reading import Node, Reading, values

Row = dict[str, Any]


class Rows:
    """The rows of one reading; claims below ``least`` confidence are left out."""

    def __init__(self, reading: Reading, least: float = 0.5) -> None:
        self.reading = reading
        self.nodes = {n.key: n for n in reading.nodes}
        self.claims = [n for n in reading.nodes if n.derivation is None or n.derivation.confidence >= least]

    def of(self, type_: str) -> list[Node]:
        """The nodes of a type, in the order in which the text bears them out."""
        found = [n for n in self.claims if type_ in n.types and n.derivation]
        return sorted(found, key=lambda n: (n.derivation.spans if n.derivation else (), n.key))

    def names(self, key: str | None) -> list[str]:
        """A node's label and other spellings."""
        node = self.nodes.get(key or "")
        return [node.label, *node.alternates] if node and node.label else []

    def label(self, key: str | None) -> str | None:
        """A node's label."""
        node = self.nodes.get(key or "")
        return node.label if node else None


def value(node: Node, predicate: str) -> str | None:
    """The first value of a property, if there is one."""
    return next(iter(values(node.properties, predicate)), None)


def number(told: str | None) -> float | int | None:
    """A literal as a number."""
    if told is None:
        return None
    return int(told) if told.lstrip("-").isdigit() else float(told)


def year(told: str | None) -> int | None:
    """The year of a date in any precision."""
    return int(told[:4]) if told else None


def document_rows(rows: Rows) -> Row:
    """What the reading says of the document itself."""
    told = rows.reading.document
    publisher = next(iter(values(told, "schema:publisher")), None)
    region = next(iter(values(told, "schema:spatialCoverage")), None)
    return {
        "published": next(iter(values(told, "schema:datePublished")), None),
        "publisher": rows.label(publisher),
        "title": next(iter(values(told, "schema:headline")), None),
        "byline": [rows.label(k) for k in values(told, "schema:author")],
        "region": rows.label(region),
    }


def office_rows(rows: Rows) -> list[Row]:
    """Who holds or held which office."""
    return [
        {
            "person": rows.label(value(n, "org:member")),
            "title": rows.label(value(n, "org:role")),
            "org": rows.names(value(n, "org:organization")),
            "former": value(n, "rap:former") == "true",
        }
        for n in rows.of("org:Membership")
    ]


def amount_rows(rows: Rows) -> list[Row]:
    """Every sum of money, once per value."""
    return [money_row(n) for n in rows.of("schema:MonetaryAmount")]


def money_row(node: Node) -> Row:
    """A sum: value (a range's lower end), max and currency."""
    return {
        "value": number(value(node, "schema:value") or value(node, "schema:minValue")),
        "max": number(value(node, "schema:maxValue")),
        "currency": value(node, "schema:currency"),
    }


def allocation_rows(rows: Rows) -> list[Row]:
    """Money that is given, planned, proposed, cut or spent."""
    found = []
    for n in rows.of("rap:Allocation"):
        money = rows.nodes[value(n, "rap:amount") or ""]
        programs = [name for k in values(n.properties, "rap:forProgram") for name in rows.names(k)]
        found.append(
            {
                "amount": money_row(money)["value"],
                "for": [*values(n.properties, "rap:purpose"), *programs],
                "by": [name for k in values(n.properties, "rap:allocatedBy") for name in rows.names(k)],
                "year": year(value(n, "rap:fiscalYear")),
                "source": value(n, "rap:fundingSource"),
                "basis": value(n, "rap:basis"),
                "status": value(n, "rap:status"),
                "stage": value(n, "rap:budgetStage"),
                "round": value(n, "rap:budgetRound"),
                "instrument": value(n, "rap:instrument"),
                "recurring": value(n, "rap:recurring") == "true",
                "per_unit": value(n, "rap:perUnit"),
                "recipient": rows.names(value(n, "rap:recipient")),
            }
        )
    return found


def target_rows(rows: Rows) -> list[Row]:
    """Goals and results in numbers."""
    return [
        {
            "measure": value(n, "rap:measure"),
            "value": number(value(n, "rap:targetValue")),
            "max": number(value(n, "rap:targetMaxValue")),
            "unit": value(n, "schema:unitText") or "",
            "baseline": number(value(n, "rap:baselineValue")),
            "by": year(value(n, "rap:deadline")),
            "basis": value(n, "rap:basis"),
            "kind": value(n, "rap:targetKind"),
        }
        for n in rows.of("rap:Target")
    ]


def quote_rows(rows: Rows) -> list[Row]:
    """Direct speech with its speaker, a person's name or a body's names."""
    found = []
    for n in rows.of("schema:Quotation"):
        speaker = rows.nodes.get(value(n, "schema:spokenByCharacter") or "")
        person = speaker.label if speaker and speaker.kind == "person" else None
        body = rows.names(speaker.key) if speaker and speaker.kind != "person" else []
        text = value(n, "schema:text") or ""
        found.append({"starts": text, "speaker": person, "org": body, "date": value(n, "dcterms:date")})
    return found


def event_rows(rows: Rows) -> list[Row]:
    """Gatherings and acts with a name."""
    return [
        {
            "name": rows.names(n.key),
            "date": value(n, "schema:startDate"),
            "place": rows.names(value(n, "schema:location")),
            "participants": [rows.label(k) for k in values(n.properties, "schema:attendee") if k.startswith("person/")],
        }
        for n in rows.of("schema:Event")
    ]


def involvement_rows(rows: Rows, predicate: str, agent: str) -> list[Row]:
    """Who operates (``rap:operatedBy``) or backs (``rap:backedBy``) a program; ``agent`` names the column."""
    return [
        {agent: rows.label(k), f"{agent}_names": rows.names(k), "program": rows.names(n.key)}
        for n in rows.of("rap:Program")
        for k in values(n.properties, predicate)
    ]


def all_rows(reading: Reading, least: float = 0.5) -> Row:
    """All rows of a reading, under the keys of the gold format."""
    rows = Rows(reading, least)
    authors = set(values(reading.document, "schema:author"))
    publishers = set(values(reading.document, "schema:publisher"))
    return {
        **document_rows(rows),
        "persons": [n.label for n in rows.of("foaf:Person") if n.key not in authors],
        "offices": office_rows(rows),
        "organizations": [rows.names(n.key) for n in rows.of("org:Organization") if n.key not in publishers],
        "programs": [rows.names(n.key) for n in rows.of("rap:Program")],
        "amounts": amount_rows(rows),
        "allocations": allocation_rows(rows),
        "targets": target_rows(rows),
        "quotes": quote_rows(rows),
        "events": event_rows(rows),
        "operates": involvement_rows(rows, "rap:operatedBy", "org"),
        "backs": involvement_rows(rows, "rap:backedBy", "person"),
    }
