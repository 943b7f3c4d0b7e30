"""The text of a page: its encoding by mark, by what the page declares, or by trial."""

import codecs
import re

from kg.documents.formats.plain import decoded

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]{3,20})|<\?xml[^>]{0,80}encoding=["']([\w\-]+)""", re.I
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def page_text(content: bytes, name: str, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """A page's text and what had to be chosen for it; ``charset`` is what a server says.

    A page that holds a few bytes of another encoding (an advertisement, a reader's comment) is read all the same, each
    such byte as the sign for what is lost. Raises `UserError` where nothing fits.
    """
    found = _DECLARED.search(content[:8192])
    declared = (found[1] or found[2]).decode("ascii") if found else ""
    told = declared or charset
    try:
        text, encoding = decoded(content, name, told)
    except Exception:
        if content.startswith(_MARKS) or not (patched := _patched(content, told)):
            raise
        return patched, ("bytes that are in no known encoding were lost",)
    return text.removeprefix("\ufeff"), () if encoding == "UTF-8" else (f"read as {encoding}",)


def _patched(content: bytes, told: str) -> str:
    """The text in UTF-8 or CP949 where all but one in a thousand characters can be read, else empty."""
    for encoding in ("utf-8", "cp949"):
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") * 1000 < len(text):
            return text
    return ""
