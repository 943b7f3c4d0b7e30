"""``kg draw``: a picture of what surrounds a name."""

from pathlib import Path

import click

from kg.cli.options import place_option
from kg.graph.places import Place


@click.command()
@click.argument("name")
@place_option
@click.option("--hops", default=1, show_default=True, type=click.IntRange(1, 3), help="Steps from the name.")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="A .html, .svg or .png file.")
def draw(name: str, store: Place, hops: int, output: Path) -> None:
    """Draw what surrounds NAME: a person, an organisation, a program, an event."""
    from kg.errors import UserError
    from kg.graph.files import whole_file
    from kg.graph.store import open_store
    from kg.use.drawing.neighbours import neighbourhood
    from kg.use.drawing.page import page
    from kg.use.drawing.png import png
    from kg.use.drawing.svg import svg
    from kg.use.names import find_things

    form = output.suffix.lower()
    if form not in (".html", ".svg", ".png"):
        raise UserError("has no ending that names a picture", str(output), "use .html, .svg or .png")
    with open_store(store) as graph:
        centre = find_things(graph, name, None, "NAME")[0]
        around = neighbourhood(graph, centre, hops)
    if form == ".html":
        content = page(around, centre).encode()
    else:
        content = svg(around, centre).encode() if form == ".svg" else png(svg(around, centre))
    with whole_file(output) as file:
        file.write(content)
    click.echo(f"{output}: {len(around)} things, {around.number_of_edges()} links")
