"""Finding the files of a corpus and reading their text; one bad file never stops the rest."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import UserError

SUFFIXES = (".txt",)
MOST_BYTES = 20_000_000


class Source(NamedTuple):
    """A file and its identifier: the path relative to the corpus root, NFC, with ``/``."""

    identifier: str
    path: Path


def corpus_root(paths: Sequence[Path], root: Path | None = None) -> Path:
    """``root`` if given, else the path if it is one folder, else the nearest folder above all paths."""
    if root is not None:
        return _whole(root)
    whole = [_whole(p) for p in paths]
    if len(whole) == 1 and whole[0].is_dir():
        return whole[0]
    return Path(os.path.commonpath([p if p.is_dir() else p.parent for p in whole]))


def find_sources(paths: Sequence[Path], root: Path) -> list[Source]:
    """The articles among files and folders, in the order of their identifiers, each once.

    A folder means its articles (``.txt``), at any depth. Raises `UserError` for a path that does not exist, stands
    outside ``root``, or is a folder without an article.
    """
    found: dict[str, Path] = {}
    for path in paths:
        whole = _whole(path)
        if not whole.exists():
            raise UserError("no such file or folder", str(path), "check the name")
        files = sorted(p for p in whole.rglob("*") if _is_article(p)) if whole.is_dir() else [whole]
        if not files:
            raise UserError("holds no document", str(path), f"give a folder with {' or '.join(SUFFIXES)} files")
        for file in files:
            hint = f"the root is {root}; see --root"
            try:
                relative = file.relative_to(root)
            except ValueError:
                raise UserError("stands outside the corpus root", str(path), hint) from None
            found.setdefault(unicodedata.normalize("NFC", relative.as_posix()), file)
    return [Source(i, p) for i, p in sorted(found.items())]


def _whole(path: Path) -> Path:
    """The path from the file system's root, without ``.`` and ``..``, so that one folder has one name."""
    return Path(os.path.abspath(path))


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")


def read_file(path: Path) -> str:
    """A file's text, untouched. Raises `UserError` for one that is empty, too big, binary, locked or not UTF-8."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UserError(
                f"has {size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB of text",
                str(path),
                "split it into articles",
            )
        raw = path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot be read ({error.strerror})", str(path), "check its permissions") from error
    if b"\0" in raw[:4096]:
        raise UserError("is binary, not text", str(path), "convert it to UTF-8 text")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(f"is not UTF-8 text (byte {error.start})", str(path), "convert it to UTF-8") from error
    if not text.strip():
        raise UserError("is empty", str(path), "remove it or fill it")
    return text


def read_sources(sources: Iterable[Source]) -> Iterator[tuple[Source, str | UserError]]:
    """Each source with its text, or with the error that says why it has none."""
    for source in sources:
        try:
            yield source, read_file(source.path)
        except UserError as error:
            yield source, error
