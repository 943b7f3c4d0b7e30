"""``make bench``: what the whole way costs, as ratios to bare Kiwi and to a bare bulk load in the same run.

Texts: the gold corpus beside the checkout where it is there, else the example documents.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.documents.read import read_text
from kg.facts.cascade import find_facts
from kg.graph.loading import with_merged
from kg.graph.quads import document_quads
from kg.graph.store import write_store
from kg.identity.identify import identify
from kg.language.kiwi import analyse, kiwi_of
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions
from kg.pipeline import read
from kg.resolution.resolve import resolve
from tests.conftest import SHARED

ROUNDS = 7
_BARE_LOAD = """
import sys
from pyoxigraph import RdfFormat, Store, parse
Store(sys.argv[1]).bulk_extend(parse(path=sys.argv[2], format=RdfFormat.N_QUADS))
"""
_OUR_LOAD = """
from kg.graph.loading import main
main()
"""
_PEAK = """
from pathlib import Path
status = Path("/proc/self/status").read_text()
print("most:", status.partition("VmHWM:")[2].split()[0])
"""
"""Tells the kB of the program before it; what `resource` tells holds the memory of the process that began it too."""
LEAST_TEXTS = 100


def texts() -> list[tuple[str, str]]:
    """At least `LEAST_TEXTS` documents, repeated where there are fewer."""
    folders = [SHARED / "corpus" / "seeds", SHARED / "corpus" / "dev"]
    if not all(f.is_dir() for f in folders):
        folders = [Path(__file__).parents[1] / "data" / "examples"]
    found = [(p.name, p.read_text("utf-8")) for f in folders for p in sorted(f.glob("*.txt"))]
    times = -(-LEAST_TEXTS // len(found))
    return [(f"{n}/{name}", text) for n in range(times) for name, text in found]


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def told(title: str, ratios: list[float]) -> None:
    """Print a ratio's median, least and most."""
    print(f"{title:<44}{statistics.median(ratios):6.2f}  ({min(ratios):.2f} to {max(ratios):.2f})")


def peak(program: str, *arguments: object, given: Path) -> float:
    """The most memory (MB) of a process that runs this Python with a file on standard input."""
    with given.open("rb") as file:
        said = subprocess.run(
            [sys.executable, "-c", program + _PEAK, *map(str, arguments)],
            stdin=file,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
    return int(said.rpartition("most:")[2]) / 1024


def loading_peaks(lines: list[str]) -> tuple[float, float]:
    """The peaks of the process that loads a store, and of a bare `bulk_extend` of the same quads, the merge too."""
    with tempfile.TemporaryDirectory() as name:
        quads = Path(name) / "quads.nq"
        with quads.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in with_merged(lines))
        bare = peak(_BARE_LOAD, f"{name}/bare", quads, given=quads)
        return peak(_OUR_LOAD, f"{name}/ours", given=quads), bare


def whole_way(documents: list[tuple[str, str]]) -> list[str]:
    """From texts to quads."""
    readings = list(read(documents, load_lexicon()))
    identity = identify(readings)
    return [line for r in readings for line in document_quads(r, identity)]


def profile(documents: list[tuple[str, str]]) -> Counter[str]:
    """Seconds spent in each room."""
    spent: Counter[str] = Counter()
    lexicon = load_lexicon()
    begin = time.perf_counter()
    read_all = [read_text(name, text, lexicon) for name, text in documents]
    spent["documents"] = time.perf_counter() - begin
    begin = time.perf_counter()
    analyses = list(analyse(read_all, lexicon))
    spent["language"] = time.perf_counter() - begin
    for analysis in analyses:
        begin = time.perf_counter()
        mentions = find_mentions(analysis, lexicon)
        spent["mentions"] += (mentioned := time.perf_counter()) - begin
        facts = find_facts(analysis, mentions, lexicon)
        spent["facts"] += (claimed := time.perf_counter()) - mentioned
        reading = resolve(analysis, mentions, facts, lexicon)
        spent["resolution"] += (resolved := time.perf_counter()) - claimed
        document_quads(reading, identify([reading]))
        spent["graph"] += time.perf_counter() - resolved
    return spent


def main() -> None:
    """Measure and print."""
    documents = texts()
    kiwi = kiwi_of(load_lexicon())
    bodies = [text for _, text in documents]
    lines = whole_way(documents)
    list(kiwi.tokenize(bodies))
    ways, loads, speeds = [], [], []
    for _ in range(ROUNDS):
        bare = seconds(lambda: list(kiwi.tokenize(bodies)))
        ours = seconds(lambda: whole_way(documents))
        ways.append(ours / bare)
        speeds.append(len(documents) / ours)
        with tempfile.TemporaryDirectory() as folder:
            data = ("\n".join(with_merged(lines)) + "\n").encode()
            bare = seconds(lambda: Store(f"{folder}/bare").bulk_load(data, RdfFormat.N_QUADS))  # noqa: B023
        with tempfile.TemporaryDirectory() as folder, write_store(Path(folder) / "store", {}) as writing:
            loads.append(seconds(lambda: writing.load(lines)) / bare)
    print(f"{len(documents)} documents, {sum(map(len, bodies)):,} characters, {len(lines):,} quads, {ROUNDS} rounds")
    told("whole way (text to quads) / Kiwi.tokenize", ways)
    told("loading the store / bare load of its quads", loads)
    print(f"documents a second, one worker: {statistics.median(speeds):.0f}")
    ours, bare = loading_peaks(lines)
    print(f"{'peak of loading / bare bulk_extend':<44}{ours / bare:6.2f}  ({ours:.0f} MB to {bare:.0f} MB)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    spent = profile(documents)
    for room, took in spent.most_common():
        print(f"  {room:<12}{100 * took / spent.total():5.1f} %")


if __name__ == "__main__":
    main()
