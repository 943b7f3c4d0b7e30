"""Gold: the facts of one document as a careful reader wrote them down (``NAME.txt`` beside ``NAME.json``)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import UserError

Names = list[str]
"""Accepted spellings of one thing, the official one first."""


class GoldRow(BaseModel):
    """One fact; keys that the format does not know are left to the reader's own notes."""

    model_config = ConfigDict(frozen=True, strict=True)


class GoldOffice(GoldRow):
    """A person's office; ``org`` None where the text leaves the body open."""

    person: str
    title: Names
    org: Names | None = None
    former: bool = False


class GoldAmount(GoldRow):
    """An expression of money, in whole units of the currency; a range has ``max``."""

    value: float | int
    max: float | int | None = None
    currency: str = "KRW"
    surface: str = ""


class GoldAllocation(GoldRow):
    """Money that someone gives, plans, proposes, cuts or spends."""

    amount: float | int
    wording: Names = Field(alias="for")
    by: Names | None = None
    year: int | None = None
    source: str | None = None
    basis: str | None = None
    status: str | None = None


class GoldTarget(GoldRow):
    """A goal or result in numbers; ``by`` is the year of the deadline."""

    measure: Names
    value: float | int
    max: float | int | None = None
    unit: str | None = ""
    baseline: float | int | None = None
    by: int | None = None


class GoldQuote(GoldRow):
    """A direct quotation by its first characters, with its speaker or the body that speaks."""

    starts: str
    speaker: str | None = None
    org: Names | None = None
    date: str | None = None


class GoldEvent(GoldRow):
    """A gathering or an act with a name."""

    name: Names
    date: str | None = None
    place: Names | None = None
    participants: list[str] = []


class GoldOperation(GoldRow):
    """Who runs, builds or carries out a program."""

    org: Names
    program: Names


class GoldBacking(GoldRow):
    """A person announces, pledges, proposes or champions a program."""

    person: str
    program: Names


class Gold(GoldRow):
    """All facts of a document. The lists must be there, empty where the text has none."""

    published: str | None = None
    publisher: str | Names | None = None
    title: str | None = None
    byline: list[str] | None = None
    region: str | None = None
    persons: list[str]
    offices: list[GoldOffice]
    organizations: list[Names]
    programs: list[Names]
    optional: list[str | Names]
    amounts: list[GoldAmount]
    allocations: list[GoldAllocation]
    targets: list[GoldTarget]
    quotes: list[GoldQuote]
    events: list[GoldEvent]
    operates: list[GoldOperation]
    backs: list[GoldBacking]
    absent: list[str]

    def spellings(self, names: Names | None) -> Names:
        """The names, with every other spelling that the lists of bodies and programs give for the first of them."""
        if not names:
            return []
        more = [s for thing in (*self.organizations, *self.programs) if names[0] in thing for s in thing]
        return list(dict.fromkeys((*names, *more)))

    def fine(self) -> list[Names]:
        """Things that are neither a hit nor a false alarm."""
        return [[o] if isinstance(o, str) else o for o in self.optional]


class GoldDocument(NamedTuple):
    """A text with its gold."""

    name: str
    text: str
    gold: Gold


def gold_documents(folder: Path) -> Iterator[GoldDocument]:
    """The annotated documents of a folder, in the order of their names.

    Raises `UserError` where the folder has none, a text is missing or an annotation is broken.
    """
    if not folder.is_dir():
        raise UserError("no such folder", str(folder), "name a folder of NAME.txt and NAME.json pairs")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise UserError("no annotated document (NAME.json) in it", str(folder), "put one beside each NAME.txt")
    for path in paths:
        yield GoldDocument(path.stem, _text(path.with_suffix(".txt")), read_gold(path))


def read_gold(path: Path) -> Gold:
    """The annotation in a file, checked."""
    try:
        return Gold.model_validate(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise UserError(f"cannot be read ({error.strerror})", str(path)) from None
    except UnicodeDecodeError:
        raise UserError("is not UTF-8 text", str(path), "save it as UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise UserError(f"is not JSON ({error.msg})", place, "mend the line") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(k + 1) if isinstance(k, int) else k for k in first["loc"]) or "the whole file"
        raise UserError(f"{key}: {first['msg'].lower()}", str(path), "see docs/accuracy.md for the format") from None


def _text(path: Path) -> str:
    """The text as it is: no line end is changed, so that offsets hold."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UserError(f"cannot be read ({error.strerror})", str(path), "put the text beside its gold") from None
    except UnicodeDecodeError:
        raise UserError("is not UTF-8 text", str(path), "save it as UTF-8") from None
