"""``make bench-explorer``: how long people wait, on stores of generated documents as dense as the corpus.

For each size: seconds to start, searches, pages and each named question over HTTP, and a minute with 20 clients at
once. Each line tells median, least and most of 20 by the clock, and the processor's time of one (of the server and its
workers, which another program on the machine does not lengthen), and whether they keep the bar. Beside the questions
stand those of rdflib's memory store on the same graph (first size alone). In the end it tells how many bars there were
and which of them were missed, and fails if any was.

    python -m tests.explorer.bench [SIZE|STORE...]     [default: 1000 10000; STORE is one that was built before]
"""

import http.client
import json
import os
import random
import resource
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from kg.graph.store import GraphStore, open_store
from kg.use.pages import Route
from kg.use.pages.route import route_of
from kg.use.question import filled, questions
from kg.use.searching.index import Index
from kg.use.serving.addresses import ServerAddresses
from tests.explorer.server import running
from tests.scale.bench import kg, write
from tests.scale.stories import documents
from tests.scale.world import world

SIZES = ("1000", "10000")
ROUNDS = 20
CLIENTS = 20
SECONDS = int(os.environ.get("SECONDS", "60"))
PATIENCE = int(os.environ.get("PATIENCE", "25"))
"""Seconds after which a question of rdflib's is stopped."""

START, SEARCH, PAGE_BAR = 1.5, 0.05, 0.15
"""Seconds that a start, a search and a page may take, at any size."""
QUESTION = (2000, 0.3, 1.5)
"""Up to so many documents a question may take the first time, from there on the second."""

TYPED = ("ㅇ", "ㅇㅅ", "오", "서울", "ㄱㅅㄱ", "AI", "센터", "인공지능 조례", "없는이름")
JSON = {"Accept": "application/sparql-results+json"}
PAGE = {"Accept": "text/html"}


_PAID = """PREFIX rap: <https://w3id.org/regional-ai-policy/ontology#>
SELECT ?region { ?sum rap:forRegion ?region ; rap:fiscalYear ?year FILTER(STR(?year) = "2024") }
GROUP BY ?region ORDER BY DESC(COUNT(*)) LIMIT 2"""


def main() -> None:
    """Measure and print; ends with 1 where a bar is missed."""
    bars: dict[str, bool] = {}
    for number, told in enumerate(sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as name:
            store = built(int(told), Path(name)) if told.isdigit() else Path(told)
            bars |= measure(store, beside=number == 0)
    missed = [name for name, kept in bars.items() if not kept]
    print(f"{len(bars)} bars, {len(missed)} missed{': ' if missed else ''}{'; '.join(missed)}", flush=True)
    sys.exit(1 if missed else 0)


def built(size: int, folder: Path) -> Path:
    """A store of so many generated documents."""
    texts, store = folder / "texts", folder / "store"
    write(list(documents(world(size), size)), texts)
    took, _ = kg("build", texts, "--root", texts, "--store", store)
    print(f"{size:,} documents built in {took:.0f} s", flush=True)
    return store


def measure(store: Path, beside: bool) -> dict[str, bool]:
    """All figures of one store; by the name of each bar whether it is kept."""
    with open_store(store) as graph:
        load = f"{os.getloadavg()[0]:.1f} processes waiting for {os.cpu_count()} cores"
        many = f"{len(graph.identifiers()):,} documents"
        print(f"{many}, {graph.count():,} quads; {load}", flush=True)
        asked = dict(examples(graph))
        pages = list(most_told(graph.folder))
        few, small, large = QUESTION
        question = small if len(graph.identifiers()) <= few else large
    bars = {"start": told("start", START, lambda: _once(store))}
    with running(store, "--query-timeout", "120") as address, talking(address) as get:

        def bar(name: str, most: float, path: str, headers: dict[str, str]) -> None:
            bars[name] = told(name, most, lambda: get(path, headers))

        for typed in TYPED:
            bar(f"search {typed}", SEARCH, f"/search?{urlencode({'q': typed, 'form': 'json'})}", PAGE)
        for route in pages:
            bar(f"page {route.kind} {route.name[:20]}", PAGE_BAR, ServerAddresses().page(route), PAGE)
        for name, text in asked.items():
            bar(f"question {name}", question, f"/sparql?{urlencode({'query': text})}", JSON)
        bars[f"{CLIENTS} clients"] = crowd(address, [ServerAddresses().page(r) for r in pages], list(asked.values()))
    if beside:
        rdflib_beside(store, asked)
    return {f"{many}: {name}": kept for name, kept in bars.items()}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def told(name: str, bar: float, work: Callable[[], object]) -> bool:
    """Do the work some times and print how long it takes, beside the seconds that it may take; whether it does."""
    before = processor()
    try:
        took = sorted(seconds(work) for _ in range(ROUNDS))
    except (OSError, RuntimeError, http.client.HTTPException) as error:
        print(f"  {name:<34}fails: {str(error)[-60:]}", flush=True)
        return False
    middle, used = statistics.median(took), (processor() - before) / ROUNDS
    clock = f"{middle * 1000:8.1f} ms ({took[0] * 1000:.1f} to {took[-1] * 1000:.1f})"
    kept = "kept" if middle <= bar else "kept by the processor's time" if used <= bar else "MISSED"
    print(f"  {name:<34}{clock:<34} processor {used * 1000:7.1f} ms, bar {bar * 1000:.0f} ms: {kept}", flush=True)
    return kept != "MISSED"


def processor() -> float:
    """The processor's seconds that all processes used that this one started, those that it has seen end too.

    What looks through a whole store once, beside the pages, answers nobody and is left out.
    """
    ticks = os.sysconf("SC_CLK_TCK")
    parents: dict[int, int] = {}
    used: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            rest = path.read_text().rpartition(")")[2].split()
            looks = b"kg.use.pages.looking" in (path.parent / "cmdline").read_bytes()
        except OSError:  # it has just ended
            continue
        parents[int(path.parent.name)] = int(rest[1])
        used[int(path.parent.name)] = 0 if looks else sum(map(int, rest[11:13]))
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(used[pid] for pid in ours - {os.getpid()}) / ticks + ended.ru_utime + ended.ru_stime


def _once(store: Path) -> None:
    """Start a server, get its first answer, end it."""
    with running(store) as address, talking(address) as get:
        get("/static/sparql.js", PAGE)


@contextmanager
def talking(address: str) -> Iterator[Callable[[str, dict[str, str]], bytes]]:
    """A connection that stays open; it gives the answer to a path, which must be 200."""
    link = http.client.HTTPConnection(urlsplit(address).netloc, timeout=180)

    def get(path: str, headers: dict[str, str]) -> bytes:
        link.request("GET", path, headers=headers)
        answer = link.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path[:200]}: {answer.status} {content[:200]!r}")
        return content

    try:
        yield get
    finally:
        link.close()


def most_told(version: Path) -> Iterator[Route]:
    """The page of each kind that has the most to show."""
    index = Index(version)
    for kind in ("person", "organization", "program", "region", "event", "document"):
        for hit in index.most_told(kind, 1):
            route = route_of(hit.iri)
            assert route is not None
            yield route
    yield Route("home")


def examples(graph: GraphStore) -> Iterator[tuple[str, str]]:
    """Each named question with its words filled in: with what most documents tell of."""
    index = Index(graph.folder)
    name = {kind: index.most_told(kind, 1)[0].iri for kind in ("person", "organization", "program")}
    paid = [term.value for (term,) in graph.select(_PAID).rows if term]
    words = {
        "region": paid,
        "person": [name["person"]],
        "name": [name["person"]],
        "program": [name["program"]],
        "year": ["2024"],
        "theme": ["행정"],
        "about": ["AI"],
    }
    for question in questions().values():
        takes = {p.name for p in question.parameters}
        needed = {p.name for p in question.parameters if p.required}
        chosen = needed or ({"region"} & takes) or ({"person"} & takes) or ({"program"} & takes)
        yield question.name, filled(question, {n: words[n] for n in chosen}, graph)


def crowd(address: str, pages: Sequence[str], asked: Sequence[str]) -> bool:
    """Many clients at once for a minute: each takes what comes, one after the other; whether no answer was wrong."""
    until = time.monotonic() + SECONDS
    took: list[float] = []
    wrong: list[str] = []

    def client(number: int) -> None:
        chance = random.Random(number)
        with talking(address) as get:
            while time.monotonic() < until:
                kind = chance.choice(("search", "search", "page", "page", "question"))
                path, headers = f"/search?{urlencode({'q': chance.choice(TYPED), 'form': 'json'})}", PAGE
                if kind == "page":
                    path = chance.choice(pages)
                elif kind == "question":
                    path, headers = f"/sparql?{urlencode({'query': chance.choice(asked)})}", JSON
                try:
                    took.append(seconds(lambda p=path, h=headers: get(p, h)))  # type: ignore[misc]
                except (OSError, RuntimeError, http.client.HTTPException) as error:
                    wrong.append(str(error))
                    return

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took.sort()
    many = f"{len(took):,} answers, half in {took[len(took) // 2] * 1000:.0f} ms"
    kept = "MISSED" if wrong else "kept"
    print(f"  {CLIENTS} clients, {SECONDS} s: {many}, {len(wrong)} errors {wrong[:1] or ''}: {kept}", flush=True)
    return not wrong


def rdflib_beside(store: Path, asked: dict[str, str]) -> None:
    """The same questions by rdflib's memory store, each in a process that is stopped if it takes too long."""
    import rdflib

    graph = rdflib.Dataset(default_union=False)
    with tempfile.TemporaryDirectory() as name:
        lines = Path(name) / "all.nq"
        kg("export", "--store", store, "--format", "nquads", "--output", lines)
        merged = Path(name) / "merged.nt"
        with lines.open("rb") as file, merged.open("wb") as out:
            for line in file:
                out.write(line.rsplit(b" ", 2)[0] + b" .\n")
        took = seconds(lambda: graph.default_graph.parse(merged, format="nt"))
        print(f"  rdflib: merged graph loaded in {took:.0f} s", flush=True)
    for name, text in asked.items():
        print(f"  rdflib {name:<27}{_given(graph, text)}", flush=True)
    print(f"  rdflib: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB", flush=True)


def _given(graph: object, text: str) -> str:
    """How long a question takes in a child process, or that it was stopped."""
    read, written = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            begin = time.perf_counter()
            rows = len(list(graph.query(text)))  # type: ignore[attr-defined]
            os.write(written, json.dumps([time.perf_counter() - begin, rows]).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(written)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            with os.fdopen(read, "rb") as pipe:
                answer = pipe.read()
            if status or not answer:
                return f"fails (status {status})"
            took, rows = json.loads(answer)
            return f"{took * 1000:12.1f} ms, {rows} rows"
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(read)
    return f"stopped after {PATIENCE} s"


if __name__ == "__main__":
    main()
