"""Templates: every value is escaped, and a value that is not given is an error, not an empty place."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.use.pages.route import Route, Shown, route_of

_FOLDER = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(Route=Route, route_of=route_of)
    return made


def html(template: str, shown: Shown, **values: Any) -> str:
    """A template's HTML; addresses stand in it under ``to``, the rest of what pages are made from as ``shown``."""
    return _environment().get_template(template).render(to=shown.addresses, shown=shown, **values)
