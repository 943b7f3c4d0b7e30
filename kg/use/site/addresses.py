"""Addresses on a static site: relative files, so that it works under any path and from a disk."""

from functools import cache
from urllib.parse import quote, urlencode, urlsplit

from markupsafe import Markup

from kg.errors import UserError
from kg.use.pages import Route
from kg.use.pages.excerpts import anchor
from kg.use.pages.html import print_of
from kg.use.pages.route import THINGS
from kg.use.question import questions
from kg.use.site.naming import file_name

FED = ("region", "program")
"""Kinds of things that have feeds of their own."""
_ALONE = {"home": "index", "about": "about", "graph": "graph", "compare": "compare"}
_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data: blob: file:; "
    "form-action 'self' file:; base-uri 'none'"
)
"""``file:`` is for browsers to which two files of one folder are not the same origin."""
_HEAD = """<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
{links}<script src="{script}" defer></script>"""


def path_of(route: Route) -> str:
    """The file of a page below the site's folder; empty for a page that a site does not have."""
    kind, view = route.kind, route.first("view") or "clashes"
    if kind in _ALONE:
        return f"{_ALONE[kind]}.html"
    if kind == "search":
        return f"search/{route.first('kind')}.html" if route.first("kind") else "search.html"
    if kind == "names":
        return f"names/{route.name.lower()}.html" if route.name else "names.html"
    if kind == "documents":
        return f"documents/{route.name}.html" if route.name else "documents.html"
    if kind == "questions":
        return "questions.html"
    if kind == "question":
        return f"question/{route.name}.html" if route.name in answered() else ""
    if kind == "review":
        number = route.first("page")
        return f"{view}{f'={number}' if number not in ('', '1') else ''}.html"
    if kind in THINGS:
        section = route.first("all")
        return f"{kind}/{file_name(route.name)}{f'={section}' if section else ''}.html"
    return ""


@cache
def answered() -> frozenset[str]:
    """The named questions that can be answered without anything being told."""
    return frozenset(q.name for q in questions().values() if not any(p.required for p in q.parameters))


def table_of(route: Route, name: str) -> str:
    """The file of a table of a thing's page below the site's folder."""
    return f"{route.kind}/{file_name(route.name)}={name}.csv"


def feed_of(route: Route) -> str:
    """The file of a feed below the site's folder; empty for a page without one."""
    if route.kind == "home":
        return "feed.atom"
    return f"{route.kind}/{file_name(route.name)}.atom" if route.kind in FED else ""


class SiteAddresses:
    """Addresses as a page writes them for which ``root`` leads to the site's folder.

    ``base`` is where the site will stand, empty where nobody said so. ``asked`` collects all pages that are linked to.
    """

    def __init__(self, root: str, base: str = "") -> None:
        self._root, self._base = root, base
        self.asked: set[Route] = set()

    def page(self, route: Route) -> str:
        """The file of a page; of a place in a document with its anchor, of a graph with its centre."""
        path = path_of(route)
        if not path:
            return ""
        shown = Route(route.kind, route.name, tuple(w for w in route.words if w[0] in ("all", "kind", "view", "page")))
        self.asked.add(shown)
        address = self._root + quoted(path)
        if route.kind == "document" and route.first("begin"):
            return f"{address}#{anchor(int(route.first('begin')), int(route.first('end')))}"
        if route.kind == "graph" and route.first("center"):
            kind, _, name = route.first("center").partition("/")
            return f"{address}?center={quote(f'{kind}/{file_name(name)}')}"
        if route.kind == "compare" and route.words:
            return f"{address}?{urlencode([(kind, file_name(name)) for kind, name in route.words])}"
        return address

    def table(self, route: Route, name: str, form: str) -> str:
        """The file of a table; spreadsheets open CSV."""
        return self._root + quoted(table_of(route, name)) if form == "csv" else ""

    def data(self, route: Route) -> str:
        """Where the scripts find what they read."""
        return f"{self._root}data/"

    def rdf(self, route: Route, form: str) -> str:
        """There is no RDF."""
        return ""

    def feed(self, route: Route) -> str:
        """The file of a feed."""
        path = feed_of(route)
        return self._root + quoted(path) if path else ""

    def head(self, route: Route) -> Markup:
        """What a server would say in headers; the page's lasting address, its feed, and the script that searches."""
        links = f'<link rel="canonical" href="{self._base}{quoted(path_of(route))}">\n' if self._base else ""
        for fed in {Route("home"): "새 문서", Route(route.kind, route.name): "이 쪽의 새 문서"}.items():
            if self.feed(fed[0]):
                links += (
                    f'<link rel="alternate" type="application/atom+xml" title="{fed[1]}" href="{self.feed(fed[0])}">\n'
                )
        script = f"{self.static('find.js')}?v={print_of('find.js')}"
        return Markup(_HEAD.format(policy=_POLICY, links=links, script=script))

    def static(self, name: str) -> str:
        """One of our files."""
        return f"{self._root}static/{name}"

    def vendor(self, name: str) -> str:
        """A library's file."""
        return f"{self._root}vendor/{name}"


def base_of(address: str) -> str:
    """The address under which a site will stand as pages name it, with a slash at its end; empty for none.

    Raises `UserError` for what is no whole address.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UserError("is no whole address", address, "write it like https://example.org/kg/")
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    return f"{parts.scheme}://{host}{quote(parts.path.rstrip('/'), safe='/%~=+,;:@$&!')}/"


def quoted(path: str) -> str:
    """A file's path as it stands in an address."""
    return quote(path, safe="/~=")
