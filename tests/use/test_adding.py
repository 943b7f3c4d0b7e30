"""Which sums of a region's year may be added up: statements of one program are held against each other, of none not."""

from kg.graph.store import GraphStore
from kg.graph.terms import ID
from kg.use.answer import answer
from kg.use.question import filled, questions

_RAP = "https://w3id.org/regional-ai-policy/ontology#"
_SCHEMA = "https://schema.org/"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_A = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
REGION = f"{ID}region/가온시"


def statement(number: int, day: str, won: int, program: str | None, year: int = 2026) -> list[str]:
    """A document of that day with one sum for that year."""
    claim, money = f"<{ID}allocation/{number}>", f"<{ID}money/{number}>"
    document, words = f"<{ID}document/{number}>", f"<{ID}document/{number}#char=0,3>"
    triples = [
        f"{claim} <{_A}> <{_RAP}Allocation>",
        f"{claim} <{_RAP}forRegion> <{REGION}>",
        f'{claim} <{_RAP}fiscalYear> "{year}"^^<{_XSD}gYear>',
        f"{claim} <{_RAP}amount> {money}",
        f'{money} <{_SCHEMA}value> "{won}"^^<{_XSD}integer>',
        f"{claim} <{_RAP}sentenceFrom> {words}",
        f'{words} <{_NIF}anchorOf> "문장"',
        f"{words} <{_NIF}referenceContext> {document}",
        f'{document} <{_SCHEMA}datePublished> "{day}"^^<{_XSD}date>',
        f'<{REGION}> <{_LABEL}> "가온시"@ko',
    ]
    if program:
        triples += [
            f"{claim} <{_RAP}forProgram> <{ID}program/{program}>",
            f'<{ID}program/{program}> <{_LABEL}> "{program}"@ko',
        ]
    return [f"{t} {document} ." for t in triples]


def told(question: str, given: dict[str, list[str]], *statements: list[str]) -> list[tuple[object, object]]:
    """The sums of the answer with what becomes of them."""
    store = GraphStore.of([line for s in statements for line in s])
    found = answer(store.select(filled(questions()[question], given, store)))
    at = found.columns.index
    return [(row[at("amount")], row[at("adds")]) for row in found.rows]


YEAR = {"region": [REGION], "year": ["2026"]}


def test_region_budget_holds_no_sum_without_program_against_others() -> None:
    rows = told(
        "region-budget", YEAR, statement(1, "2026-01-05", 300, None), statement(2, "2026-02-05", 200, "나래사업")
    )
    assert rows == [(300, "taken"), (200, "taken")]


def test_region_budget_leaves_out_what_a_newer_text_tells_anew_of_the_program() -> None:
    rows = told(
        "region-budget", YEAR, statement(1, "2026-01-05", 300, "나래사업"), statement(2, "2026-02-05", 200, "나래사업")
    )
    assert rows == [(300, "left out: a newer text tells another sum"), (200, "taken")]


def test_program_money_of_a_year_holds_only_sums_of_that_year() -> None:
    given = {"program": [f"{ID}program/나래사업"], "year": ["2026"]}
    first = statement(1, "2026-01-05", 300, "나래사업", year=2025)
    assert told("program-money", given, first, statement(2, "2026-02-05", 200, "나래사업")) == [(200, "taken")]
