"""``kg site``: the explorer as static files."""

import os
from pathlib import Path

import click

from kg.cli.options import place_option
from kg.graph.places import Place


@click.command()
@place_option
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder; a site that stands there is replaced.",
)
@click.option(
    "--base-url", default="", metavar="URL", help="Where the site will stand, for feeds and lasting addresses."
)
@click.option("--workers", type=click.IntRange(1), help="How many cores to write with.  [default: all]")
def site(store: Place, output: Path, base_url: str, workers: int | None) -> None:
    """Write the pages of kg serve as files that need no server: search, graph and Atom feeds included.

    They can be put on any web server, under any path, or opened from a disk. Of the texts only the sentences leave that
    bear facts out, with each document's link and hash. The same store gives the same bytes.
    """
    from kg.cli.progress import progress
    from kg.use.site.addresses import base_of
    from kg.use.site.write import write_site

    cores = workers or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    written = write_site(
        store, output, base_of(base_url), cores, lambda made, number: progress(made, number, "writing")
    )
    click.echo(f"{output}: {written.pages:,} pages, {written.files:,} files, {written.size / 1e6:,.1f} MB")
