"""Elements of a page: their words, their names, and what they are for by their names."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from kg.patterns import regex

SKIPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map",
    "head", "link", "meta", "select", "option", "textarea", "input", "button", "datalist", "dialog", "nav", "form",
))  # fmt: skip
"""What holds no words of an article. (A form may hold the whole page: see `is_skipped`.)"""
_SILENT = SKIPPED - {"form", "nav", "button"}
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
_PARTS = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[가-힣]+")


def is_skipped(element: HtmlElement) -> bool:
    """Whether an element's words are never an article's; a form round a whole text is none such."""
    tag = element.tag
    if not isinstance(tag, str):
        return True
    if tag == "form":
        return len("".join(words_in(element))) < 300
    return tag in SKIPPED or _is_hidden(element)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (
        style is not None and re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style, re.I) is not None
    )


def words_in(element: HtmlElement) -> Iterator[str]:
    """The pieces of text in an element, without those of scripts and the like."""
    for piece in element.iter():
        if isinstance(piece.tag, str) and piece.text and piece.tag not in _SILENT:
            yield piece.text
        if piece.tail and piece is not element:
            yield piece.tail


def words_of(element: HtmlElement | None) -> str:
    """The words of an element in one line."""
    return " ".join("".join(words_in(element)).split()) if element is not None else ""


def short_words(element: HtmlElement, most: int) -> str:
    """The words of an element in one line, or nothing where they are more than ``most``: it does not read on."""
    pieces: list[str] = []
    size = 0
    for piece in words_in(element):
        pieces.append(piece)
        size += len(piece.strip())
        if size > most:
            return ""
    return " ".join("".join(pieces).split())


def weight(element: HtmlElement) -> int:
    """How many characters that are no white space stand in an element."""
    return sum(len(piece) - sum(map(piece.count, " \n\t\r\xa0")) for piece in words_in(element))


def linked(element: HtmlElement) -> int:
    """How many of them stand in links."""
    return sum(weight(a) for a in element.iter("a") if a.get("href") or a.get("onclick"))


def names_of(element: HtmlElement) -> frozenset[str]:
    """The words that an element's id, classes and role are made of: ``articleBody_txt`` is article, body, txt."""
    told = f"{element.get('id') or ''} {element.get('class') or ''} {element.get('role') or ''}"
    return frozenset(part.lower() for part in _PARTS.findall(told))


def label_of(element: HtmlElement) -> str:
    """An element's short name for people: ``div#articleBody``, ``td.view_cont``, ``article``."""
    if name := (element.get("id") or "").strip():
        return f"{element.tag}#{name.split()[0][:40]}"
    if names := (element.get("class") or "").split():
        return f"{element.tag}.{names[0][:40]}"
    return str(element.tag)
