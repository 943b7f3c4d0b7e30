"""The site's folder: made whole beside its place and put there at once; never a folder of somebody else's replaced."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import UserError

MARK = "kg-site.json"
"""The file by which a folder is known as a site; it names what stands in it."""
_MARKED = "regional-ai-kg site"


@contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of ``place`` at the end, or leaves nothing behind on an error.

    Raises `UserError` where something else stands there, or where it cannot be written to.
    """
    target = Path(os.path.realpath(place))
    _check(target, place)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent))
    except OSError as error:
        raise UserError(f"cannot be written ({error.strerror})", str(place), "choose another place") from error
    try:
        yield made
        names = sorted([*(p.name for p in made.iterdir()), MARK])
        (made / MARK).write_text(
            json.dumps({"what": _MARKED, "holds": names}, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
        mask = os.umask(0)
        os.umask(mask)
        made.chmod(0o777 & ~mask)
        _check(target, place)
        _swap(made, target)
    except OSError as error:
        raise UserError(f"cannot be written ({error.strerror})", str(place), "choose another place") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _check(target: Path, place: Path) -> None:
    """Refuse to put a site where something stands that is none."""
    if not target.exists():
        return
    if not target.is_dir():
        raise UserError("is no folder", str(place), "choose another place")
    try:
        names = {p.name for p in target.iterdir()}
    except OSError as error:
        raise UserError(f"cannot be read ({error.strerror})", str(place), "choose another place") from error
    if not names:
        return
    try:
        told = json.loads((target / MARK).read_text("utf-8"))
        ours = told["what"] == _MARKED
        others = sorted(names - set(told["holds"]))
    except (OSError, ValueError, KeyError, TypeError):
        ours, others = False, []
    if not ours:
        raise UserError("exists and is not a site that kg made", str(place), "choose another place, or empty it")
    if others:
        raise UserError(f"holds what is not the site's ({', '.join(others[:3])})", str(place), "take it out first")


def _swap(made: Path, target: Path) -> None:
    """Put the new folder in the place of the old one; where that fails the old one goes back."""
    if not target.exists():
        made.rename(target)
        return
    old = made.with_suffix(".old")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
