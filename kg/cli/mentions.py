"""``kg mentions``: numbers, money and time in lines of JSON."""

import sys
from typing import TextIO

import click


@click.command()
@click.argument("lines", type=click.File(encoding="utf-8"), default="-")
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
def mentions(lines: TextIO, format_: str) -> None:
    """Read lines ``{id, text, reference}`` and print the mentions of each as one line of JSON."""
    from kg.use.mentions_lines import mention_lines

    for line in mention_lines(lines):
        sys.stdout.write(line + "\n")
