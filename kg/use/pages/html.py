"""Templates to HTML: one environment, everything escaped, addresses by `Addresses` alone."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.graph.contacts import masked
from kg.use.pages.route import Route, Shown
from kg.use.pages.words import KINDS, day, kind_name, number, one_line, short_won
from kg.use.won import won

SITE = "지역 AI 정책 지식그래프"
_MARKS = {ord(c): None for c in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
"""Marks of writing direction: they would turn the page's own words round."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of the templates."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.filters |= {"day": day, "won": won, "short_won": short_won, "number": number, "kind": kind_name}
    made.filters |= {"oneline": one_line, "masked": masked, "thousands": lambda n: f"{n:,}"}
    made.globals |= {"Route": Route, "KINDS": KINDS, "SITE": SITE}
    return made


@cache
def print_of(name: str) -> str:
    """What tells one version of a file from another."""
    return sha256((Path(__file__).parent / "static" / name).read_bytes()).hexdigest()[:8]


def _harmless(value: Any) -> Any:
    """Words of documents without marks of writing direction."""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isascii():
        return value.translate(_MARKS)
    return value


def html(template: str, shown: Shown, here: Route = Route("home"), **words: Any) -> str:  # noqa: B008
    """A page's HTML from its template; ``here`` is what the page shows."""
    to = shown.addresses

    def asset(name: str) -> str:
        """The address of one of our files, another one when the file is another."""
        return f"{to.static(name)}?v={print_of(name)}"

    plain = {"to": to, "asset": asset, "page_of": to.page, "here": here, "token": shown.token}
    number = shown.store.document_count()
    return environment().get_template(template).render(plain, documents=number, **words)
