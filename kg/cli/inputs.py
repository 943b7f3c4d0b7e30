"""What a command may be given to read: files and folders, ``-`` for standard input, addresses; and how it is told."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.documents.fetching.address import Address, address_of, is_address
from kg.errors import UserError

if TYPE_CHECKING:
    from kg.documents.fetching.fetch import Fetcher

Given = Path | Address
STANDARD_INPUT = Path("-")
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class InputType(click.ParamType[Given]):
    """A path, ``-`` or an address."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Given:
        """An `Address` where the words are one, else a path."""
        if isinstance(value, (Path, Address)):
            return value
        return address_of(value) if is_address(value) else Path(value)


class FieldsType(click.ParamType[tuple[str, str]]):
    """``OURS=THEIRS``: what a record's field of ours is called in the file."""

    name = "ours=theirs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Our name of a field and the file's. Raises `UserError` for a field that is none."""
        if isinstance(value, tuple):
            return value
        from kg.documents.formats.records.fields import NAMES

        ours, mark, theirs = str(value).partition("=")
        if ours.strip() not in NAMES or not mark or not theirs.strip():
            raise UserError("is no field=name", f"--field {value}", f"fields are {', '.join(NAMES)}")
        return ours.strip(), theirs.strip()


def field_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--field title=headline``, as often as there are fields."""
    return click.option(
        "--field",
        "fields",
        multiple=True,
        type=FieldsType(),
        help="What a field of records (JSON, CSV, Excel) is called in the file: title, text, published, publisher, "
        "byline, url, id.",
    )(function)


def fetch_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--fetch`` and ``--fetch-pause``."""
    paused = click.option(
        "--fetch-pause",
        type=click.FloatRange(0),
        default=1.0,
        show_default=True,
        help="Seconds between two requests to one host; more where its robots.txt asks for more.",
    )(function)
    return click.option("--fetch", is_flag=True, help="Load the pages at addresses (http, https) in PATHS.")(paused)


def paths_of(given: Sequence[Given]) -> list[Path]:
    """The files and folders among what was given."""
    return [path for path in given if isinstance(path, Path) and path != STANDARD_INPUT]


def fields_of(told: Sequence[tuple[str, str]], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The names of fields that were told, over those that a store remembers."""
    return {**(known or {}), **dict(told)}


def fetcher_of(folder: Path, pause: float) -> "Callable[[Sequence[Address]], Fetcher]":
    """What makes a fetcher for addresses; what it fetches is kept in ``folder``."""
    from kg.documents.fetching.fetch import Fetcher

    return partial(Fetcher, folder=folder, pause=pause)


def kept_beside(store: Path) -> Path:
    """Where a store's fetched documents are kept: beside its folder."""
    whole = store.absolute()
    return whole.parent / f"{whole.name}-fetched"
