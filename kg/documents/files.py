"""Finding the files of a corpus and reading their text; one bad file never stops the rest."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.documents.article import Article
from kg.documents.formats.known import articles_of, suffixes
from kg.documents.formats.model import BY_ITSELF, Options, Raw
from kg.errors import UserError


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


def find_sources(paths: Sequence[Path], root: Path, apart: Sequence[Path] = ()) -> list[Source]:
    """The articles among files and folders, in the order of their identifiers, each once.

    A folder means its articles (files of the known formats), at any depth, but not what is hidden, what stands in a
    store, and ``apart``: files and folders that are no documents though they end as such (tables of words, judgements).
    Raises `UserError` for a path that does not exist, stands outside ``root``, or is a folder without an article.
    """
    left_out = frozenset(map(_whole, apart))
    found: dict[str, Path] = {}
    for path in paths:
        whole = _whole(path)
        if not whole.exists():
            raise UserError("no such file or folder", str(path), "check the name")
        files = sorted(_articles_in(whole, left_out)) if whole.is_dir() else [whole]
        if not files:
            raise UserError("holds no document", str(path), f"known files are {', '.join(sorted(suffixes()))}")
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


def _articles_in(folder: Path, apart: frozenset[Path]) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        here = Path(name)
        if "CURRENT" in files and "versions" in folders and here != folder:  # a store
            folders.clear()
            continue
        folders[:] = [f for f in folders if not f.startswith((".", "__")) and here / f not in apart]
        yield from (here / f for f in files if here / f not in apart and _is_article(here / f))


def _is_article(path: Path) -> bool:
    """A file whose name ends as a known format's do; gold (``NAME.json`` beside ``NAME.txt``) is never an article."""
    if path.name.startswith(".") or path.suffix.lower() not in suffixes() or not path.is_file():
        return False
    return path.suffix.lower() != ".json" or not path.with_suffix(".txt").exists()


def raw_file(source: Source) -> Raw:
    """The file behind a source. Raises `UserError` where it cannot be read."""
    try:
        size = source.path.stat().st_size
    except OSError as error:
        raise UserError(f"cannot be read ({error.strerror})", str(source.path), "check its permissions") from error
    return Raw(source.identifier, size, partial(_opened, source.path))


def _opened(path: Path) -> BinaryIO:
    return path.open("rb")


def read_sources(sources: Iterable[Source], options: Options = BY_ITSELF) -> Iterator[Article | UserError]:
    """The articles of each source in order, and an error for each part that cannot be read."""
    for source in sources:
        try:
            raw = raw_file(source)
        except UserError as error:
            yield error
        else:
            yield from articles_of(raw, options)


def read_article_at(path: Path, options: Options = BY_ITSELF) -> Article:
    """The one article at a path: a file, or ``FILE/MEMBER`` for one of the many in a file.

    Raises `UserError` where nothing is there, or more than one article.
    """
    file = next((p for p in (path, *path.parents) if p.is_file()), None)
    if file is None:
        raise UserError("no such file", str(path), "check the name")
    found = list(articles_of(raw_file(Source(file.name, file)), options))
    for problem in found:
        if isinstance(problem, UserError) and (file == path or len(found) == 1):
            raise problem
    articles = [a for a in found if isinstance(a, Article)]
    name = unicodedata.normalize("NFC", (Path(file.name) / path.relative_to(file)).as_posix())
    for article in articles:
        if article.identifier == name:
            return article
    if file == path and len(articles) == 1:
        return articles[0]
    some = ", ".join(a.identifier for a in articles[:3])
    raise UserError(f"is not one of the {len(articles)} articles of {file}", str(path), f"name one of them: {some} …")
