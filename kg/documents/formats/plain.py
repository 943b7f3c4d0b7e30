"""Plain text: UTF-8, UTF-16 with its mark, or CP949; which it was is told where it was not UTF-8."""

import codecs
from collections.abc import Iterator

from kg.documents.article import NOTHING_BESIDE, Article
from kg.documents.formats.model import Options, Raw
from kg.errors import UserError

MOST_BYTES = 20_000_000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_KOREAN = frozenset({"euc-kr", "ks-c-5601-1987", "ks-c-5601", "ksc5601", "cp949", "uhc", "windows-949"})


class Plain:
    """A text file: one article."""

    name = "text"
    suffixes = (".txt",)

    def recognises(self, raw: Raw) -> bool:
        """Any file without zero bytes, and one with UTF-16's mark."""
        return raw.start.startswith(_UTF16) or b"\0" not in raw.start

    def articles(self, raw: Raw, options: Options) -> Iterator[Article]:
        """The whole text. Raises `UserError` for one that is empty, too big, or in no encoding that we know."""
        text, encoding = decoded(raw.content(MOST_BYTES), raw.name, raw.charset)
        if not text.strip():
            raise UserError("is empty", raw.name, "remove it or fill it")
        notes = () if encoding == "UTF-8" else (f"read as {encoding}",)
        yield Article(raw.name, text, NOTHING_BESIDE, notes)


def decoded(content: bytes, name: str, charset: str = "") -> tuple[str, str]:
    """Text and the name of its encoding: by its mark, else strictly as UTF-8, else as declared, else as CP949.

    EUC-KR is read as CP949, which holds it. No guess by statistics: on short or mixed texts these name the wrong
    encoding. Raises `UserError` where none fits.
    """
    declared = [charset.lower().replace("_", "-")] if charset and _is_codec(charset) else []
    failed = 0
    for encoding in ["utf-16"] if content.startswith(_UTF16) else ["utf-8", *declared, "cp949"]:
        codec = "cp949" if encoding in _KOREAN else encoding
        try:
            return content.decode(codec), codec.upper()
        except UnicodeDecodeError as error:
            failed = failed or error.start
    raise UserError(f"is neither UTF-8, UTF-16 nor CP949 text (byte {failed})", name, "save it as UTF-8")


def _is_codec(charset: str) -> bool:
    try:
        codecs.lookup(charset)
    except LookupError:
        return False
    return True


PLAIN = Plain()
