"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kg.errors import UserError
from kg.graph.places import Place
from kg.graph.server.address import address_of, is_server

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class FolderType(click.ParamType[Path]):
    """A store's folder, for what cannot be done on a server."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """A path. Raises `UserError` for an address."""
        if not isinstance(value, Path) and is_server(value):
            raise UserError("is the address of a server", value, "give the folder that kg build wrote for it")
        return Path(value)


class PlaceType(click.ParamType[Place]):
    """A store's folder, or the address of a server that holds one."""

    name = "path or url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """An `Address` where the words are one, else a path. Raises `UserError` for an address that cannot be meant."""
        return Path(value) if isinstance(value, Path) or not is_server(value) else address_of(value)


store_option: Decorator = click.option(
    "--store", default="kg-store", type=FolderType(), show_default=True, help="The store's folder."
)
place_option: Decorator = click.option(
    "--store",
    default="kg-store",
    type=PlaceType(),
    show_default=True,
    help="The store's folder, or the address (http, https) of a server that holds it.",
)
update_option: Decorator = click.option(
    "--update", default="", metavar="URL", help="Where the server takes SPARQL Update.  [default: what is usual]"
)
graph_store_option: Decorator = click.option(
    "--graph-store", default="", metavar="URL", help="Write to the server by the Graph Store Protocol at this address."
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
