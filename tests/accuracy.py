"""Measure, raise the floors of the gate, write ``docs/accuracy.md``: ``make accuracy``.

``python -m tests.accuracy [--date YYYY-MM-DD] [--unread DIR ...] [--lower]``. The page's parts stand between comments
that name them; a part whose documents are not here stays as it was measured last. ``--unread`` names folders of
documents whose mistakes nobody who writes rules has looked at. Floors rise by themselves and fall only with
``--lower``.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.lexicon import load_lexicon
from kg.use.evaluation.calibration import Calibration, measured
from kg.use.evaluation.compare import Comparison
from kg.use.evaluation.evaluate import evaluate_documents
from kg.use.evaluation.gold import GoldDocument, gold_documents
from kg.use.evaluation.report import Figures, Tally, figures
from kg.use.evaluation.shortfalls import shortfalls
from tests import calibrate, peers, slots
from tests.gate import floors

PAGE = floors.ROOT / "docs" / "accuracy.md"


def marked(name: str, lines: Sequence[str]) -> str:
    """A part of the page between its comments."""
    return "\n".join([f"<!-- {name} -->", *lines, f"<!-- /{name} -->"])


def put(page: str, name: str, lines: Sequence[str]) -> str:
    """The page with a part replaced."""
    pattern = re.compile(f"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    new = marked(name, lines)
    if not pattern.search(page):
        raise SystemExit(f"{PAGE} has no part <!-- {name} -->")
    return pattern.sub(lambda _: new, page)


def kinds_table(told: Figures, date: str) -> Iterator[str]:
    """Kinds, slots and inventions as tables."""
    yield ""
    yield f"{told.documents} documents, measured on {date}. Mean F1 **{told.mean:.3f}**."
    yield ""
    yield "| kind | right | missed | false | precision | recall | F1 |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for kind, t in told.kinds.items():
        yield f"| {kind} | {t.hit} | {t.miss} | {t.false} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} |"
    yield ""
    yield "| slot, where annotation fills it | right | of | share |"
    yield "|---|--:|--:|--:|"
    for name, s in sorted(told.slots.items()):
        yield f"| {name} | {s.part} | {s.whole} | {s.part / s.whole if s.whole else 1:.3f} |"
    yield ""
    yield "| told, but wrong or nowhere in the text | wrong | told |"
    yield "|---|--:|--:|"
    for name, s in sorted(told.invented.items()):
        yield f"| {name} | {s.part} | {s.whole} |"
    yield ""
    yield (
        f"Names out of the page's noise: {told.noise.part} of {told.noise.whole}. Mentions: {told.mentions}, "
        f"wrong offsets {told.wrong_offsets}, nodes without evidence {told.without_evidence}."
    )
    yield ""


def wrong_lines(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """What goes wrong, counted."""
    counted: Counter[tuple[str, str]] = Counter()
    for c in comparisons:
        counted.update(shortfalls(c))
    yield ""
    yield "| kind | what went wrong | how often |"
    yield "|---|---|--:|"
    for (kind, what), number in sorted(counted.items(), key=lambda kv: (-kv[1], kv[0])):
        yield f"| {kind} | {what} | {number} |"
    yield ""


def calibration_lines(facts: Sequence[calibrate.Fact], date: str) -> Iterator[str]:
    """The calibration of all facts, of those of blind documents, and of each kind."""
    pairs = calibrate.shipped(facts)
    yield ""
    yield f"Measured on {date}."
    yield ""
    yield "| facts of | facts | at 0.9 and above | share | of these right | expected calibration error |"
    yield "|---|--:|--:|--:|--:|--:|"
    halves = measured((c, f.right) for f, c in calibrate.rotated(facts))
    yield _calibration_row("all documents, weights of the other half", halves)
    yield _calibration_row("all documents, weights as shipped", measured((c, f.right) for f, c in pairs))
    blind = [(c, f.right) for f, c in pairs if f.blind]
    yield _calibration_row("blind documents alone", measured(blind))
    for kind in calibrate.FITTED:
        yield _calibration_row(f"{kind} (all)", measured((c, f.right) for f, c in pairs if f.kind == kind))
    for title, told in (("all documents", [(c, f.right) for f, c in pairs]), ("blind documents", blind)):
        yield ""
        yield f"| confidence ({title}) | facts | mean confidence | share right |"
        yield "|---|--:|--:|--:|"
        for b in measured(told).bins:
            if b.facts:
                yield f"| {b.low:.1f} to {b.high:.1f} | {b.facts} | {b.mean:.3f} | {b.right / b.facts:.3f} |"
    yield ""


def _calibration_row(name: str, told: Calibration) -> str:
    right = f"{told.sure_right / told.sure:.3f}" if told.sure else "-"
    share = told.sure / told.facts if told.facts else 0.0
    return f"| {name} | {told.facts} | {told.sure} | {share:.2f} | {right} | {told.error:.3f} |"


def peer_lines(documents: Sequence[GoldDocument], persons: Tally, date: str) -> Iterator[str]:
    """Other engines beside ours, from this run."""
    kiwi = peers.proper_nouns_as_persons(documents)
    yield ""
    yield f"Run on {date}."
    yield ""
    yield "| persons, same documents as above | precision | recall | F1 |"
    yield "|---|--:|--:|--:|"
    for name, told in (("bare Kiwi: every proper noun (NNP) is a person", kiwi), ("this project", persons)):
        yield f"| {name} | {told.precision:.3f} | {told.recall:.3f} | {told.f1:.3f} |"
    yield ""
    columns = {
        f"{name} {version}".strip(): peers.numbers(engine)
        for name, (package, engine) in peers.ENGINES.items()
        if (version := peers.installed(package)) is not None
    }
    missing = [name for name, (package, _) in peers.ENGINES.items() if peers.installed(package) is None]
    yield f"| numbers, money and time: cases right | cases | {' | '.join(columns)} |"
    yield f"|---|--:|{'--:|' * len(columns)}"
    for kind, (_, cases) in next(iter(columns.values())).items():
        cells = " | ".join(f"{right[kind][0]} ({right[kind][0] / cases:.2f})" for right in columns.values())
        yield f"| {kind} | {cases} | {cells} |"
    yield ""
    if missing:
        yield f"Not installed here, so not run: {', '.join(missing)}."
        yield ""


def main() -> None:
    """Measure what is here, move the floors, write the page."""
    parser = argparse.ArgumentParser(description="Measure, raise the gate's floors, write docs/accuracy.md.")
    parser.add_argument("--date", help="The day of this measurement (default: the one on the page).")
    parser.add_argument("--unread", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--lower", action="store_true", help="Let floors fall to what is reached now.")
    args = parser.parse_args()
    page = PAGE.read_text("utf-8")
    known = re.search(r"measured on (\d{4}-\d\d-\d\d)", page)
    date = args.date or (known[1] if known else "an unknown day")
    table = floors.load()
    for name in floors.SETS:
        if not floors.is_here(name):
            print(f"{name}: not here, its part of the page stays")
            continue
        documents = floors.documents(name)
        comparisons = list(evaluate_documents(documents, floors.lexicon(name)))
        told = figures(comparisons)
        table = floors.moved(table, name, told, lower=args.lower)
        page = put(page, name, list(kinds_table(told, date)))
        for fallen in floors.below(table, name, told):
            print(f"{name}: {fallen}")
        print(f"{name}: mean F1 {told.mean:.3f}")
        if name == "corpus" and peers.SUITE.exists():
            page = put(page, "peers", list(peer_lines(documents, told.kinds["persons"], date)))
        if name == "blind":
            page = put(page, "wrong", list(wrong_lines(comparisons)))
    floors.save(table)
    page = put(page, "slots", ["", *slots.table(), ""])
    if args.unread:
        documents = [d for folder in args.unread for d in gold_documents(folder)]
        page = put(page, "unread", list(kinds_table(figures(evaluate_documents(documents, load_lexicon())), date)))
    if all(floors.is_here(name) for name in floors.SETS):
        page = put(page, "calibration", list(calibration_lines(calibrate.facts_of(calibrate.sets()), date)))
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
