"""``kg explain``: how a text was read."""

import re
from pathlib import Path

import click

from kg.cli.options import lexicon_option


@click.command()
@click.argument("place", metavar="FILE[:OFFSET]")
@lexicon_option
def explain(place: str, lexicon: tuple[Path, ...]) -> None:
    """Show each sentence of FILE with its tokens, mentions and facts, the rule behind each and why.

    With OFFSET (code points from the beginning of the file) only the sentence that stands there.
    """
    from kg.documents.files import read_file
    from kg.errors import UserError
    from kg.lexicon import load_lexicon
    from kg.use.explain import explain_lines, explained

    found = re.fullmatch(r"(.*?):(\d+)", place)
    path, offset = (Path(found.group(1)), int(found.group(2))) if found else (Path(place), None)
    text = read_file(path)
    if offset is not None and offset >= len(text):
        raise UserError(
            f"has {len(text)} code points, {offset} lies behind its end", str(path), "give a smaller offset"
        )
    for line in explain_lines(explained(path.name, text, load_lexicon(lexicon)), offset):
        click.echo(line)
