"""Addresses on the server, in both directions: from a route to a path, and from a path to a route."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from kg.graph.terms import encode
from kg.use.pages import Route
from kg.use.pages.route import THINGS, VIEWS

_SAFE = "/%!$&'()*+,;=:@~"
"""What stands in a path as it is; a name's own percent signs are those of its IRI."""

OWN_WORDS = ("form", "table", "format")
"""Words of an address that say in which form an answer is wanted, not what is shown."""


class ServerAddresses:
    """Absolute paths on this server."""

    def page(self, route: Route) -> str:
        """The address of a page; of a span of a document with the place to scroll to."""
        if route.kind == "home":
            return "/"
        if route.kind not in THINGS and route.kind not in VIEWS:
            return ""
        path = f"/{route.kind}/{quote(route.name, safe=_SAFE)}" if route.name else f"/{route.kind}"
        words = f"?{urlencode(route.words)}" if route.words else ""
        return path + words + ("#span" if route.kind == "document" and route.first("begin") else "")

    def table(self, route: Route, name: str, form: str) -> str:
        """The address of a table of a page as ``csv`` or ``xlsx``."""
        return self.page(route.having(table=name, form=form)).partition("#")[0]

    def data(self, route: Route) -> str:
        """The address of what a page's script reads as JSON."""
        return self.page(route.having(form="json")).partition("#")[0]

    def rdf(self, route: Route, form: str) -> str:
        """The address of a thing as RDF."""
        return self.page(Route(route.kind, route.name, (("form", form),))) if route.kind in THINGS else ""

    def feed(self, route: Route) -> str:
        """There are no feeds here: `kg site` and `kg diff` write them."""
        return ""

    def head(self, route: Route) -> str:
        """Nothing: the headers of the answer say it."""
        return ""

    def static(self, name: str) -> str:
        """The address of a file of ours."""
        return f"/static/{quote(name)}"

    def vendor(self, name: str) -> str:
        """The address of a library's file."""
        return f"/vendor/{quote(name)}"


def route_at(path: str, words: Iterable[tuple[str, str]] = ()) -> Route | None:
    """What a path (decoded, with its first ``/``) shows; None where no page of ours can stand there."""
    kind, _, name = path.removeprefix("/").partition("/")
    told = tuple((word, value) for word, value in words if word not in OWN_WORDS)
    if not kind and not name:
        return Route("home", "", told)
    if kind in THINGS:
        return Route(kind, encode(name), told) if name else None
    if kind == "question":
        return Route(kind, name, told) if name else None
    return Route(kind, "", told) if kind in VIEWS and not name and kind != "home" else None
