"""From the text of a page to its elements."""

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kg.errors import UserError
from kg.patterns import regex

_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")


def parsed(text: str, name: str) -> HtmlElement:
    """The elements of a page, mended where it is broken. Raises `UserError` where there is none at all."""
    clean = _DECLARATION.sub("", _FORBIDDEN.sub(" ", text))
    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8", huge_tree=False)
    try:
        return document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, RecursionError, AssertionError):
        raise UserError("is no page that can be read", name, "save it again") from None
