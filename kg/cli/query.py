"""``kg query``: named questions and SPARQL files."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import place_option
from kg.graph.places import Place

if TYPE_CHECKING:
    from kg.graph.store import GraphStore
    from kg.use.answer import Answer

_PARAMETERS = {
    "region": "a region's name",
    "year": "a fiscal year",
    "person": "a person's full name",
    "program": "a program's name",
    "organization": "an organisation's name",
    "theme": "a theme of programs",
    "about": "a word that quotations hold",
    "name": "the name of anything",
    "as_of": "as it was told and held on this day (2026-03-11)",
    "from": "documents from this day on (2026-03-11)",
    "to": "documents up to this day",
}
_MONEY = frozenset({"amount", "otherAmount", "before", "change"})


@click.command(epilog="Without a name the named questions are listed.")
@click.argument("question", required=False, metavar="[NAME|FILE.rq|-]")
@place_option
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "tsv", "json", "xlsx"]), help="Default: a table."
)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="Write to this file; its ending gives the format."
)
def query(
    question: str | None, store: Place, format_: str | None, output: Path | None, **words: tuple[str, ...]
) -> None:
    """Ask a named question, or run the SPARQL text of FILE.rq or of standard input (-)."""
    from kg.graph.files import whole_file
    from kg.graph.store import open_store
    from kg.use.answer import answer
    from kg.use.sheets import written

    if question is None:
        _list_questions()
        return
    form = format_ or (_ending(output) if output else "table")
    with open_store(store) as graph:
        given = {k.removeprefix("p_"): v for k, v in words.items()}
        told = answer(graph.select(_text(question, given, graph), question))
    if form == "table":
        _print_table(told)
    elif output:
        with whole_file(output) as file:
            file.write(written(told, form))
    else:
        sys.stdout.buffer.write(written(told, form))


for _name, _help in _PARAMETERS.items():
    query.params.append(click.Option([f"--{_name.replace('_', '-')}", f"p_{_name}"], multiple=True, help=_help))


def _list_questions() -> None:
    from kg.use.question import questions

    for known in questions().values():
        click.echo(f"{known.name}\n    {known.about}")
        takes = (f"{p.option}{'*' * p.required}{'+' * p.repeatable}" for p in known.parameters)
        click.echo(f"    {' '.join(takes)}   (* required, + may be repeated)")


def _ending(output: Path) -> str:
    from kg.errors import UserError
    from kg.use.sheets import FORMATS

    form = output.suffix.lstrip(".")
    if form not in FORMATS:
        raise UserError("has no ending that names a format", str(output), f"use .{', .'.join(FORMATS)} or --format")
    return form


def _text(question: str, given: dict[str, tuple[str, ...]], graph: "GraphStore") -> str:
    """The SPARQL text that is meant: a named question with its words filled in, a file, standard input."""
    from kg.errors import UserError
    from kg.use.question import filled, questions

    if question in questions():
        return filled(questions()[question], given, graph)
    used = [f"--{k.replace('_', '-')}" for k, v in given.items() if v]
    if used:
        raise UserError(f"takes no {', '.join(used)}", question, "only named questions have parameters")
    if question == "-":
        return sys.stdin.read()
    path = Path(question)
    if not path.is_file():
        raise UserError("is neither a named question nor a file", question, f"known: {', '.join(questions())}")
    return path.read_text("utf-8")


def _print_table(told: "Answer") -> None:
    from kg.cli.tables import console, rows_table
    from kg.use.answer import adding_up

    money = [name in _MONEY for name in told.columns]
    cells = [
        [f"{c:,}" if m and isinstance(c, int) else str(c) for c, m in zip(row, money, strict=True)] for row in told.rows
    ]
    rows_table(told.columns, cells, told.numeric)
    for line in adding_up(told):
        console().print(line, markup=False)
    if not told.rows:
        click.echo("no rows", err=True)
