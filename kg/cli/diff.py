"""``kg diff``: what changed between two graphs."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option

if TYPE_CHECKING:
    from kg.graph.difference import Things


@click.command()
@click.argument("graphs", nargs=-1, metavar="[OLD NEW]", type=click.Path(path_type=Path))
@store_option
@click.option("--format", "form", type=click.Choice(["text", "json", "atom"]), default="text", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write; of atom the folder.")
def diff(graphs: tuple[Path, ...], store: Path, form: str, output: Path | None) -> None:
    """Say what is new (ADD), changed (MOD) and gone (DEL), by entity and claim.

    OLD and NEW are stores or files of kg export --format nquads. Without them the store's version before is compared
    with its current one; kg build --keep-before keeps it.
    """
    from kg.errors import UserError
    from kg.graph.difference import difference, things_told
    from kg.graph.files import whole_file
    from kg.graph.store import open_before, open_store
    from kg.use.changing.feeds import feeds, write_feeds
    from kg.use.changing.telling import Teller, text

    if len(graphs) not in (0, 2):
        raise UserError("two graphs are compared", do="give OLD and NEW, or neither")
    if form == "atom" and output is None:
        raise UserError("feeds are several files", do="give a folder with --output")
    with ExitStack() as held:
        if graphs:
            old, new = (_told(path) for path in graphs)
        else:
            before, now = held.enter_context(open_before(store)), held.enter_context(open_store(store))
            old, new = (things_told(line.decode() for line in graph.lines()) for graph in (before, now))
    changes = difference(old, new)
    if form == "atom" and output is not None:
        files = feeds(changes, old, new)
        write_feeds(files, output)
        click.echo(f"{len(files)} feeds in {output}")
        return
    teller = Teller(old, new)
    if form == "json":
        content = json.dumps([teller.row(c) for c in changes], ensure_ascii=False, indent=1) + "\n"
    else:
        content = "".join(f"{line}\n" for line in text(changes, teller))
    if output is None:
        click.echo(content, nl=False)
        return
    with whole_file(output) as file:
        file.write(content.encode())


def _told(path: Path) -> "Things":
    """The things of a store or of a file of N-Quads."""
    from kg.errors import UserError
    from kg.graph.difference import things_told
    from kg.graph.store import open_store

    if path.is_dir():
        with open_store(path) as graph:
            return things_told((line.decode() for line in graph.lines()), str(path))
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            return things_told((line.rstrip("\n") for line in file if line.strip()), str(path))
    except (OSError, UnicodeDecodeError) as error:
        what = f"cannot be read ({error.strerror})" if isinstance(error, OSError) else "is no text"
        raise UserError(what, str(path), "give a store or a file of kg export --format nquads") from error
