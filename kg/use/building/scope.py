"""Which of a store's documents a command means: those under its folders, and those that it names."""

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from kg.documents.fetching.address import address_of, is_address
from kg.documents.files import Source
from kg.errors import UserError
from kg.patterns import regex

FROM_ELSEWHERE = regex(r"web-[^/]+/|stdin/|stdin-[0-9a-f]{12}$")
"""How the identifiers begin of documents that were never files under the root."""


def identifier_of(path: Path, root: Path) -> str | None:
    """The identifier that a path has or would have under the root; empty for the root, None for one outside it."""
    try:
        relative = Path(os.path.abspath(path)).relative_to(root)
    except ValueError:
        return None
    return "" if relative == Path() else unicodedata.normalize("NFC", relative.as_posix())


class Scope:
    """What PATHS speak for: of a folder every document under it, of a file the one or the many that it holds.

    A folder without any document speaks for nothing: that it is empty is an error, and removes nothing.
    """

    def __init__(self, paths: Sequence[Path], root: Path, found: Iterable[Source]) -> None:
        self.named = {source.identifier for source in found}
        folders = [identifier_of(p, root) for p in paths if p.is_dir()]
        self.folders = tuple(
            f"{name}/" if name else ""
            for name in folders
            if name is not None and any(i.startswith(f"{name}/" if name else "") for i in self.named)
        )

    def __call__(self, identifier: str) -> bool:
        """Whether a document of the store belongs to PATHS."""
        if FROM_ELSEWHERE.match(identifier):
            return False  # it came through a pipe or from an address: no folder holds it
        above = PurePosixPath(identifier).parents  # a file of many articles is the folder of their identifiers
        return (
            identifier in self.named
            or identifier.startswith(self.folders)
            or any(parent.as_posix() in self.named for parent in above)
        )


def new_root(store: Path, known: Path | None, told: Path | None, paths: Sequence[Path]) -> Path | None:
    """The corpus root of a build: the one that the store remembers, or one that is told; None at the first build.

    A root other than the store's names every document anew, so PATHS must then hold the whole of it. Raises
    `UserError` where they do not.
    """
    whole = Path(os.path.abspath(told)) if told is not None else None
    if known is None or whole is None or whole == known:
        return whole if known is None else known
    if any(Path(os.path.abspath(path)) == whole for path in paths):
        return whole
    raise UserError(
        f"is not the root that {store} was built with ({known})",
        str(told),
        "leave --root out, or name all documents anew by giving that whole folder as PATH",
    )


def chosen(names: Sequence[str], root: Path | None, identifiers: Iterable[str]) -> tuple[set[str], list[str]]:
    """The documents that are meant by identifiers, folders of identifiers, paths or addresses; and the names that mean
    none.
    """
    known = set(identifiers)
    found: set[str] = set()
    unknown: list[str] = []
    for name in names:
        plain = unicodedata.normalize("NFC", name).rstrip("/")
        spellings: list[str | None]
        if is_address(name):
            spellings = [address_of(name).identifier]
        else:
            spellings = [plain, identifier_of(Path(name), root) if root is not None else None]
        meant = {i for s in spellings if s is not None for i in known if i == s or i.startswith(f"{s}/" if s else "")}
        found |= meant
        if not meant:
            unknown.append(name)
    return found, unknown
