"""Everybody can read every kind of page: axe finds nothing serious or critical, in light and in dark."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kg.graph.store import open_store
from tests.browser.conftest import Seen
from tests.browser.test_pages import MAYOR
from tests.pages.conftest import EXAMPLES, build

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
PAGES = {
    "home": "/",
    "search": "/search?q=AI",
    "nothing found": "/search?q=없는이름",
    "compare": "/compare?name=가온시&name=경기도",
    "graph": MAYOR,
    "questions": "/questions",
    "question": "/question/ordinances",
    "answer": "/question/dossier?name=표재윤",
    "problem": "/question/dossier?name=없는이름",
    "unsure pairs": "/review?view=pairs",
    "weak facts": "/review?view=facts",
    "contradictions": "/review?view=clashes",
    "changes": "/review?view=changes",
    "not understood": "/review?view=unread",
    "about": "/about",
    "person": "/person/표재윤%7C누리도_가온시",
    "organization": "/organization/누리도_가온시",
    "program": "/program/가온_AI_밸리%7C누리도_가온시",
    "region": "/region/누리도_가온시",
    "document": "/document/gaon-release.txt",
    "span": "/document/gaon-release.txt?begin=220&end=244",
    "sparql": "/sparql",
    "missing": "/person/아무도",
}
FIRST = "SELECT ?s { ?s a <%s> } ORDER BY ?s LIMIT 1"
CLASSES = {
    "event": "https://schema.org/Event",
    "claim": "https://w3id.org/regional-ai-policy/ontology#Allocation",
}
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .map(v => [v.impact, v.id, v.nodes.map(n => n.target.join(' ') + ': ' + n.failureSummary).slice(0, 3)])"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The library's text; tests are skipped where it is not installed."""
    if not AXE.is_file():
        pytest.skip("no axe-core: make test-browser installs it")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of an event and of a claim."""
    folder = build(EXAMPLES, tmp_path_factory.mktemp("access") / "store", "--lexicon", EXAMPLES / "lexicon")
    with open_store(folder) as store:
        rows = {kind: next(iter(store.select(FIRST % name).rows))[0] for kind, name in CLASSES.items()}
    return {kind: "/" + quote(term.value.split("/id/", 1)[1]) for kind, term in rows.items() if term}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES, *CLASSES])
def test_page_has_no_grave_barrier(
    chromium: Any, server: str, axe: str, found: dict[str, str], name: str, scheme: str
) -> None:
    context = chromium.new_context(color_scheme=scheme, locale="ko-KR", viewport={"width": 1280, "height": 900})
    page = Seen(context.new_page(), server).go(PAGES.get(name) or found[name])
    if name == "graph":
        page.wait_for_selector("#graph[data-ready]")
    page.evaluate(axe)
    told = page.evaluate(RUN)
    context.close()
    assert [v for v in told if v[0] in GRAVE] == []
