"""A store's folder: versions side by side, one of them current. Readers never see a half-built one.

    kg-store/CURRENT               the name of the current version
    kg-store/versions/000007/      graph/ (Oxigraph), readings.jsonl, issues.jsonl, meta.json, readers
    kg-store/versions/.building/   what a writer is at work on; left over where one was killed
    kg-store/writer                locked by the one writer

A version is complete before CURRENT names it, and it is removed only when no reader holds its file ``readers``.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import UserError
from kg.graph.files import whole_file
from kg.graph.locks import alone, hold

_BUILDING = ".building"


@contextmanager
def new_version(store: Path, keep_before: bool = False) -> Iterator[Path]:
    """An empty folder for the next version, which becomes current at the end of the block.

    Whatever goes wrong inside, the version that was current stays so; with ``keep_before`` it stays beside the new one
    until the next build. Raises `UserError` where another process is
    writing or the folder holds other things.
    """
    _prepare(store)
    with alone(store / "writer") as we_write:
        if not we_write:
            raise UserError("is being written by another process", str(store), "wait for it or give another --store")
        versions = store / "versions"
        building = versions / _BUILDING
        before = _named(store)
        for torn in store.glob(".CURRENT.*.part"):  # a writer was killed while it wrote this
            torn.unlink()
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        (building / "readers").touch()
        try:
            yield building
            name = _next_name(versions)
            building.rename(versions / name)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            if not before:
                _leave_nothing(store)
            raise
        with whole_file(store / "CURRENT") as file:
            file.write(name.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        _remove_old(versions, {name, before} if keep_before else {name})


@contextmanager
def current_version(store: Path) -> Iterator[Path]:
    """The folder of the current version, which stays as it is for as long as the block lasts.

    Raises `UserError` where the folder is no store or the store is damaged.
    """
    path, held = _hold_current(store)
    try:
        yield path
    finally:
        os.close(held)


@contextmanager
def version_before(store: Path) -> Iterator[Path]:
    """The folder of the newest version before the current one. Raises `UserError` where none was kept."""
    versions, current = store / "versions", _named(store)
    older = sorted(p for p in versions.glob("*") if p.name.isdigit() and p.name < current)
    for path in reversed(older):
        with suppress(FileNotFoundError):
            held = hold(path / "readers", shared=True, wait=True)
            if held is not None:
                try:
                    yield path
                finally:
                    os.close(held)
                return
    raise UserError("holds no version before the current one", str(store), "keep it with kg build --keep-before")


def share(before: Path, building: Path) -> None:
    """Let a version that is being built begin with the graph and the readings of another, which stays as it is.

    Files of Oxigraph's that hold quads are never written to again, so both versions may point to one file; its small
    files are copied. Readings and issues only grow: what is written behind their end is nobody's until a table of
    places says so.
    """
    (building / "graph").mkdir()
    for path in sorted((before / "graph").iterdir()):
        if path.suffix == ".sst":
            _link(path, building / "graph" / path.name)
        elif path.name != "LOCK" and not path.name.startswith("LOG"):
            shutil.copyfile(path, building / "graph" / path.name)
    for name in ("readings.jsonl", "issues.jsonl"):
        _link(before / name, building / name)


def _link(path: Path, new: Path) -> None:
    """Point to a file by another name; copy it where the file system knows no second names."""
    try:
        os.link(path, new)
    except OSError:
        shutil.copyfile(path, new)


def _named(store: Path) -> str:
    """The name that CURRENT holds; empty where there is none that can be read."""
    try:
        return (store / "CURRENT").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _prepare(store: Path) -> None:
    """Make the folder; refuse one that holds other things than a store."""
    try:
        if store.exists() and not store.is_dir():
            raise UserError("is a file", str(store), "give a folder with --store")
        if store.is_dir() and not (store / "versions").is_dir() and any(p.name != "writer" for p in store.iterdir()):
            raise UserError("holds other files and no store", str(store), "give a new folder with --store")
        (store / "versions").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"cannot be written ({error.strerror})", str(store), "choose another place") from error


def _leave_nothing(store: Path) -> None:
    """Remove the folder of a store that never came to be, if nothing else stands in it."""
    with suppress(OSError):
        if {p.name for p in store.iterdir()} == {"writer", "versions"}:
            (store / "versions").rmdir()
            (store / "writer").unlink()
            store.rmdir()


def _next_name(versions: Path) -> str:
    taken = [int(p.name) for p in versions.iterdir() if p.name.isdigit()]
    return f"{max(taken, default=0) + 1:06d}"


def _hold_current(store: Path) -> tuple[Path, int]:
    for _ in range(100):  # a writer may swap and tidy between our steps: look again
        try:
            name = (store / "CURRENT").read_text("utf-8").strip()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise UserError("holds no graph", str(store), f"build one: kg build PATH --store {store}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise UserError("is damaged (CURRENT cannot be read)", str(store), "build it again") from error
        path = store / "versions" / name
        readers = path / "readers"
        if not name.isdigit():
            break
        with suppress(FileNotFoundError):
            held = hold(readers, shared=True, wait=True)
            if held is not None and readers.exists():
                return path, held
            if held is not None:
                os.close(held)
        if not path.exists() and (store / "CURRENT").read_text("utf-8").strip() == name:
            break
    raise UserError("is damaged (its current version is missing)", str(store), "build it again")


def _remove_old(versions: Path, kept: set[str]) -> None:
    """Remove every version that is not to be kept, except those that somebody reads."""
    for old in sorted(versions.iterdir()):
        if old.name in kept or old.name == _BUILDING:
            continue
        with alone(old / "readers") as nobody_reads:
            if nobody_reads:
                shutil.rmtree(old, ignore_errors=True)
