"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

store_option: Decorator = click.option(
    "--store", default="kg-store", type=click.Path(path_type=Path), show_default=True, help="The store's folder."
)
lexicon_option: Decorator = click.option(
    "--lexicon", multiple=True, type=click.Path(path_type=Path), help="A folder of tables added to the shipped ones."
)
root_option: Decorator = click.option(
    "--root", type=click.Path(path_type=Path), help="The corpus root that identifiers are relative to."
)
judgements_option: Decorator = click.option(
    "--judgements",
    type=click.Path(path_type=Path),
    help="The file of judgements.  [default: as the store was built, else judgements.csv beside the store]",
)
engine_option: Decorator = click.option(
    "--engine",
    type=click.Choice(["local", "dask", "spark"]),
    default="local",
    show_default=True,
    help="Who reads: processes of this machine, or a cluster.",
)
scheduler_option: Decorator = click.option(
    "--scheduler",
    default="",
    help="The cluster's address (tcp://… of Dask, spark://… of Spark).  [default: one of this machine]",
)
confidence_option: Decorator = click.option(
    "--min-confidence",
    default=0.5,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Leave out facts whose confidence is lower.",
)
