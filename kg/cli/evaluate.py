"""``kg evaluate``: how right is the extraction on documents that a reader annotated?"""

import json
import sys
from pathlib import Path

import click

from kg.cli.options import confidence_option, lexicon_option
from kg.errors import UserError


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--errors", metavar="KIND", help="Show what was missed and what was false of this kind, or of all.")
@click.option("--json", "json_", type=click.Path(path_type=Path), help="Write the figures to this file.")
@lexicon_option
@confidence_option
def evaluate(
    gold: Path, errors: str | None, json_: Path | None, lexicon: tuple[Path, ...], min_confidence: float
) -> None:
    """Score the extraction on GOLD: a folder of texts (NAME.txt) with their facts (NAME.json)."""
    from kg.cli.progress import progress
    from kg.lexicon import load_lexicon
    from kg.use.evaluation.errors import mistakes
    from kg.use.evaluation.evaluate import evaluate_documents
    from kg.use.evaluation.gold import gold_documents
    from kg.use.evaluation.report import KINDS, figures, table

    if errors is not None and errors not in (*KINDS, "all"):
        raise UserError(f"no such kind of fact: {errors}", "--errors", f"choose all, {', '.join(KINDS)}")
    bad: list[UserError] = []
    documents = list(gold_documents(gold))
    words = load_lexicon(lexicon)
    compared = evaluate_documents(documents, words, min_confidence, bad.append)
    comparisons = list(progress(compared, len(documents), "evaluate"))
    for comparison in comparisons:
        for kind in KINDS if errors == "all" else [errors] if errors else []:
            for mistake in mistakes(comparison, kind):
                click.echo("\n".join(mistake.lines()))
    told = figures(comparisons)
    click.echo("\n".join(table(told)))
    if json_ is not None:
        try:
            json_.write_text(json.dumps(told.as_json(), ensure_ascii=False, indent=1) + "\n", "utf-8")
        except OSError as error:
            raise UserError(f"cannot be written ({error.strerror})", str(json_)) from None
    for broken in bad:
        print(f"kg: {broken.line}", file=sys.stderr)
    if bad:
        sys.exit(2)
