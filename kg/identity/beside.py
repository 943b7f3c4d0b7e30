"""Sums whose words name no program: which of the document's programs another document tells the same sum of.

«시는 내년에 설계비로 9억 원을 편성한다» in one text, «‘가온 시험장’ 설계비 9억 원» in another on the same matter.
"""

from collections.abc import Iterable

from kg.identity.claims import Told, core_of_purpose, named_in_key, purpose_core, same_allocation
from kg.identity.ledger import Ledger
from kg.patterns import regex
from kg.resolution.reading import Node, values

MOST_PROGRAMS = 6
"""A document of more programs leaves open whose sum it is."""
_MOST = " at-most"
_AND_SO_ON = regex(r"등$|비$|비용$|예산$")
_TELLING = ("year", "source")


def is_open(told: Told) -> bool:
    """Whether it is a sum whose words name no program."""
    return bool(told.amount) and not told.key.startswith("allocation/program=")


def entries(node: Node, programs: Iterable[str]) -> set[str]:
    """Under what a document is looked for that tells the sum without a program and names these programs (keys)."""
    named = tuple(programs)
    if node.kind != "allocation" or values(node.properties, "rap:forProgram") or not core_of_purpose(node):
        return set()
    if len(named) > MOST_PROGRAMS:
        return set()
    return {entry(money, program) for money in values(node.properties, "rap:amount") for program in named}


def entry(money: str, program: str) -> str:
    """Under what a document is looked for that tells the sum (key) and names the program (key)."""
    return f"sum:{money.removesuffix(_MOST)}|{program}"


def whose(ledger: Ledger, document: str, told: Told) -> str | None:
    """The canonical key of the one program of the document of which another tells this sum, of the same year or source
    and for the same; None where there is none or are several, or the document itself tells the sum of it.
    """
    source = ledger.corpus.sources.get(document)
    if source is None or len(source.programs) > MOST_PROGRAMS or not told.purpose:
        return None
    found = set()
    for program in sorted({ledger.one(key) for key in source.programs}):
        rows = [
            row
            for row in ledger.matters.get(f"sum\x1f{program}") or ()
            if not is_open(row) and row.amount.removesuffix(_MOST) == told.amount.removesuffix(_MOST)
        ]
        if any(document in row.documents for row in rows):
            continue
        if any(_fits(told, row, ledger.class_of(program)) for row in rows):
            found.add(program)
    return found.pop() if len(found) == 1 else None


def _fits(told: Told, row: Told, names: Iterable[str]) -> bool:
    """Whether a sum told of a program is the one that is told of none."""
    alike = [slot for slot in _TELLING if told.get(slot) and told.get(slot) == row.get(slot)]
    if not alike or not same_allocation(told, row):
        return False
    mine, theirs = _AND_SO_ON.sub("", _AND_SO_ON.sub("", told.purpose)), _AND_SO_ON.sub("", row.purpose)
    if len(mine) > 1 and len(theirs) > 1 and (mine in theirs or theirs in mine):
        return True
    whole = {purpose_core(named_in_key(key)) for key in names}
    return len(alike) == len(_TELLING) and any(row.purpose in name or name in row.purpose for name in whole)
