"""``make test-clients``: sparql-http-client on Node asks a running server; its answers are the store's own."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.graph.answers import Term
from kg.graph.store import GraphStore, open_store
from tests.conftest import ARTICLE, RELEASE
from tests.explorer.server import running

HERE = Path(__file__).parent
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
SELECT = {
    "labels": f"SELECT ?thing ?name {{ ?thing {LABEL} ?name }} ORDER BY ?thing ?name",
    "numbers": "SELECT ?s ?value { ?s <https://schema.org/value> ?value } ORDER BY ?s ?value",
    "unbound": f"SELECT ?s ?none {{ ?s {LABEL} ?name OPTIONAL {{ ?s <http://x/none> ?none }} }} ORDER BY ?s",
}
ASK = "ASK { ?s a <http://xmlns.com/foaf/0.1/Person> }"
CONSTRUCT = f"CONSTRUCT {{ ?s {LABEL} ?o }} WHERE {{ ?s {LABEL} ?o }}"
STRING = "http://www.w3.org/2001/XMLSchema#string"
TAGGED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def rows(store: GraphStore, query: str) -> list[dict[str, list[str]]]:
    """The store's own answer as the client tells it."""
    table = store.select(query)
    return [{c: plain(t) for c, t in zip(table.columns, row, strict=True) if t} for row in table.rows]


def plain(term: Term) -> list[str]:
    """A term as the client tells it: kind, value, language, datatype."""
    if term.kind == "iri":
        return ["NamedNode", term.value, "", ""]
    datatype = TAGGED if term.language else term.datatype or STRING
    return ["Literal", term.value, term.language or "", datatype]


def main() -> None:
    """Install the client, ask, and compare."""
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory() as name:
        texts, folder = Path(name) / "texts", Path(name) / "store"
        texts.mkdir()
        (texts / "a.txt").write_text(ARTICLE, "utf-8")
        (texts / "b.txt").write_text(RELEASE, "utf-8")
        build = (sys.executable, "-m", "kg", "build", str(texts), "--store", str(folder), "--workers", "1")
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        with open_store(folder) as store:
            wanted: dict[str, Any] = {name: rows(store, query) for name, query in SELECT.items()}
            wanted |= {"ask": store.ask(ASK), "construct": len(set(map(str, store.query(CONSTRUCT)))), "wrong": 400}
        questions = {"select": SELECT, "ask": ASK, "construct": CONSTRUCT, "wrong": "ASK {"}
        with running(folder) as address:
            ran = subprocess.run(
                ["node", "client.mjs", f"{address}sparql"],
                cwd=HERE,
                input=json.dumps(questions),
                capture_output=True,
                text=True,
                check=True,
            )
    for operation, told in json.loads(ran.stdout).items():
        for name, answer in wanted.items():
            if told[name] != answer:
                sys.exit(f"{operation}, {name}: {told[name]!r} is not {answer!r}")
            if answer in ([], False, 0):
                sys.exit(f"{name}: the store tells nothing to compare")
        print(f"{operation}: {len(wanted)} answers as the store's own")


if __name__ == "__main__":
    main()
