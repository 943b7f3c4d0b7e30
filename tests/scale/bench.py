"""``make bench-scale``: what many documents cost and whether identity holds among them.

For each size: seconds to build, the pairwise F1 of who-is-who beside that of exact names, and what one more document
costs as a ratio to a bare process that loads Kiwi with the same words and tokenizes that document.

    python -m tests.scale.bench [SIZE...]     [default: 1000 3000 10000]
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kg.graph.store import open_store
from kg.identity.identify import identify
from tests.scale.pairs import KINDS, items, pairwise
from tests.scale.stories import Made, documents
from tests.scale.world import world

SIZES = (1000, 3000, 10000)
SMALL = 100
ROUNDS = 7
_BARE = """
import sys
from kg.language.kiwi import kiwi_of
from kg.lexicon import load_lexicon
kiwi_of(load_lexicon()).tokenize(open(sys.argv[1], encoding="utf-8").read().splitlines(), split_sents=True)
"""


Took = tuple[float, float]
"""Seconds by the clock, and of the processor."""


_AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed program has its bytecode; one that may not keep it is compiled at each start."""


def python(*arguments: object) -> Took:
    """Run Python: seconds by the clock and seconds of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run([sys.executable, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, env=_AS_INSTALLED)
    took = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write(made: Sequence[Made], folder: Path) -> None:
    """The documents as files."""
    for document in made:
        path = folder / document.identifier
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, "utf-8")


def kg(*arguments: object) -> Took:
    """Run a command of ours."""
    return python("-m", "kg", *arguments)


def add(folder: Path, store: Path, more: Sequence[Made]) -> tuple[list[Took], list[Took]]:
    """What adding documents one by one took, and the bare process on each."""
    ours, bare = [], []
    for document in more:
        path = folder / document.identifier
        bare.append(python("-c", _BARE, path))
        ours.append(kg("build", path, "--store", store, "--workers", 1))
    return ours, bare


def main() -> None:
    """Measure and print."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    small: dict[str, float] = {}
    for size in (SMALL, *sizes):
        with tempfile.TemporaryDirectory() as name:
            made = list(documents(world(size + ROUNDS), size + ROUNDS))
            folder, store = Path(name) / "texts", Path(name) / "store"
            write(made[:size], folder)
            took, worked = kg("build", folder, "--root", folder, "--store", store, "--workers", 1)
            write(made[size:], folder)
            head = f"{size:,} documents: built in {took:.1f} s ({worked:.1f} s of processor)"
            print(f"{head}, {took / size * 1000:.1f} ms each", flush=True)
            if size != SMALL:
                told(made[:size], store)
            ours, bare = add(folder, store, made[size:])
            for what, of in (("by the clock", 0), ("of the processor", 1)):
                ratios = [a[of] / b[of] for a, b in zip(ours, bare, strict=True)]
                least, most = min(ratios), max(ratios)
                middle = statistics.median(took[of] for took in ours)
                small.setdefault(what, middle)
                print(
                    f"  one more {what}: {middle:.2f} s, {statistics.median(ratios):.2f} times bare Kiwi "
                    f"({least:.2f} to {most:.2f}), {middle / small[what]:.2f} times adding to {SMALL}",
                    flush=True,
                )


def told(made: Sequence[Made], store: Path) -> None:
    """Print how well who-is-who was found."""
    with open_store(store) as graph:
        order = {document.identifier: document for document in made}
        identifiers = graph.identifiers()
        identity = identify(graph.readings())
        found = items([order[i] for i in identifiers], graph.readings())
    for kind in (*KINDS, ""):
        some = [item for item in found if kind in ("", item.kind)]
        score = pairwise(some, lambda item: item.key and identity.canonical(item.key))
        exact = pairwise(some, lambda item: f"{item.kind} {item.spelling}")
        print(f"  {kind or 'all':<14}{score}; exact names {exact.f1:.4f}", flush=True)


if __name__ == "__main__":
    main()
