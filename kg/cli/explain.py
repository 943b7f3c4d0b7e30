"""``kg explain``: how a text was read."""

import re
import sys
from pathlib import Path

import click

from kg.cli.inputs import STANDARD_INPUT, field_option, fields_of
from kg.cli.options import lexicon_option


@click.command()
@click.argument("place", metavar="FILE[:OFFSET]")
@lexicon_option
@field_option
def explain(place: str, lexicon: tuple[Path, ...], fields: tuple[tuple[str, str], ...]) -> None:
    """Show each sentence of FILE with its tokens, mentions and facts, the rule behind each and why.

    With OFFSET (code points from the beginning of the text) only the sentence that stands there. FILE may be one of the
    articles in a file of many (news.zip/NAME), or - for standard input.
    """
    from kg.documents.files import read_article_at
    from kg.documents.formats.model import Options
    from kg.documents.piped import read_piped
    from kg.errors import UserError
    from kg.lexicon import load_lexicon
    from kg.use.explain import explain_lines, explained

    found = re.fullmatch(r"(.*?):(\d+)", place)
    path, offset = (Path(found.group(1)), int(found.group(2))) if found else (Path(place), None)
    options = Options(fields_of(fields))
    article = read_piped(sys.stdin.buffer, options) if path == STANDARD_INPUT else read_article_at(path, options)
    text = article.text
    if offset is not None and offset >= len(text):
        raise UserError(
            f"has {len(text)} code points, {offset} lies behind its end", str(path), "give a smaller offset"
        )
    for line in explain_lines(explained(article, load_lexicon(lexicon)), offset):
        click.echo(line)
