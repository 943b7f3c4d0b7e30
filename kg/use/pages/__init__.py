"""What stands on a page and its HTML. Pages know nothing of HTTP: a route comes in, HTML, a table or JSON goes out.

A route is what a page shows; where that page stands is said by `Addresses`, so that server and static site share
everything here.
"""

from kg.use.pages.answers import data, page, table
from kg.use.pages.route import Addresses, Page, Route, Shown, route_of

__all__ = ["Addresses", "Page", "Route", "Shown", "data", "page", "route_of", "table"]
