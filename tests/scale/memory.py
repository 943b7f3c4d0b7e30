"""``make bench-memory``: the most memory that each step of a build takes, by the number of documents.

Sums of the build's process and of all below it, from /proc: resident memory, in which what processes share counts for
each of them, and the proportional share, in which it counts once. Beside the load: the peak of a bare `bulk_extend` of
the same quads in a process of its own.

    python -m tests.scale.memory [SIZE...]     [default: 300 1000 3000]
"""

import json
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.scale.bench import write
from tests.scale.stories import documents
from tests.scale.world import world

SIZES = (300, 1000, 3000)
WORKERS = 2
PAUSE = 0.2
_BARE = """
import sys
from pyoxigraph import RdfFormat, Store, parse
Store(sys.argv[2]).bulk_extend(parse(path=sys.argv[1], format=RdfFormat.N_QUADS))
"""


class Peak(NamedTuple):
    """The most that was seen in a step, in MB: resident, and the proportional share."""

    resident: float = 0
    proportional: float = 0


def family(process: int) -> set[int]:
    """A process and all below it."""
    above: dict[int, int] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            with suppress(OSError):
                above[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
    found, more = {process}, True
    while more:
        new = {child for child, parent in above.items() if parent in found} - found
        found, more = found | new, bool(new)
    return found


def memory(process: int) -> Peak:
    """What a process and all below it take now."""
    resident = proportional = 0
    for each in family(process):
        with suppress(OSError):
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
            told = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
            resident += told["Rss"]
            proportional += told["Pss"]
    return Peak(resident / 1024, proportional / 1024)


def step_of(store: Path) -> str:
    """What a build is at, by what stands in the store's folder."""
    building = store / "versions" / ".building"
    if (building / "graph").exists():
        return "load"
    if (building / "readings.jsonl").exists():
        return "who is who"
    return "read"


def watched(arguments: list[str], store: Path) -> tuple[dict[str, Peak], dict[str, float]]:
    """Run a program: by step the most memory, and the seconds."""
    peaks: dict[str, Peak] = {}
    seconds: dict[str, float] = {}
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as process:
        before = time.perf_counter()
        while process.poll() is None:
            step, now = step_of(store), memory(process.pid)
            peaks[step] = Peak(*map(max, peaks.get(step, Peak()), now))
            time.sleep(PAUSE)
            at = time.perf_counter()
            seconds[step] = seconds.get(step, 0) + at - before
            before = at
    if process.returncode:
        raise SystemExit(f"{arguments}: {process.returncode}")
    return peaks, seconds


def main() -> None:
    """Measure and print."""
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder, store = Path(name) / "texts", Path(name) / "store"
            write(list(documents(world(size), size)), folder)
            build = ["build", str(folder), "--root", str(folder), "--store", str(store), "--workers", str(WORKERS)]
            peaks, seconds = watched([sys.executable, "-m", "kg", *build], store)
            for step, peak in peaks.items():
                took = f"{seconds[step]:7.1f} s"
                print(f"{size:>8,} {step:<12}{took}{peak.resident:9.0f} MB{peak.proportional:9.0f} MB", flush=True)
            version = next(p for p in (store / "versions").iterdir() if p.name.isdigit())
            sizes = {
                p.name: sum(f.stat().st_size for f in p.rglob("*")) if p.is_dir() else p.stat().st_size
                for p in (*version.iterdir(), store / "ledger")
            }
            print("  bytes a document:", json.dumps({n: round(s / size) for n, s in sizes.items()}), flush=True)
            quads = Path(name) / "quads.nq"
            with quads.open("w") as file:
                subprocess.run(
                    [sys.executable, "-m", "kg", "export", "--store", str(store), "--format", "nquads"],
                    stdout=file,
                    check=True,
                )
            peaks, seconds = watched([sys.executable, "-c", _BARE, str(quads), f"{name}/bare"], Path(name))
            print(
                f"  bare: {quads.stat().st_size:,} bytes",
                {k: (p.resident, seconds[k]) for k, p in peaks.items()},
                flush=True,
            )


if __name__ == "__main__":
    main()
