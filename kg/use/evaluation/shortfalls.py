"""What went wrong, in words that say where to look: counted over documents it shows what usually goes wrong."""

from collections.abc import Iterator

from kg.use.evaluation.compare import Comparison
from kg.use.evaluation.gold import GoldAllocation, GoldOffice, GoldTarget
from kg.use.evaluation.likeness import any_same, same_name
from kg.use.evaluation.told import ToldRow

Shortfall = tuple[str, str]


def shortfalls(comparison: Comparison) -> Iterator[Shortfall]:
    """Kind and description of each miss, and of each false alarm that stands for no miss."""
    for kind, compared in comparison.kinds.items():
        spare: list[ToldRow] = list(compared.false)
        for gold in compared.missed:
            what, instead = _missed(gold, spare)
            if instead is not None:
                spare.remove(instead)
            yield kind, what
        if kind != "speakers":  # a wrong speaker is a miss already
            yield from ((kind, "told, not wanted") for _ in spare)


def _missed(gold: object, told: list[ToldRow]) -> tuple[str, ToldRow | None]:
    """Why a row was missed, and the told row that stands in its place."""
    if isinstance(gold, GoldAllocation):
        return _money(gold, told)
    if isinstance(gold, GoldTarget):
        same = [t for t in told if t.cells["value"] == gold.value]
        return ("number found, measure or unit differs", same[0]) if same else ("not found", None)
    if isinstance(gold, GoldOffice):
        return _office(gold, told)
    return "not found", None


def _money(gold: GoldAllocation, told: list[ToldRow]) -> tuple[str, ToldRow | None]:
    same = [t for t in told if t.cells["amount"] == gold.amount]
    if not same:
        return "sum given no purpose", None
    fitting = [t for t in same if any_same(t.names["for"], gold.wording)]
    return ("purpose right, payer differs", fitting[0]) if fitting else ("purpose differs", same[0])


def _office(gold: GoldOffice, told: list[ToldRow]) -> tuple[str, ToldRow | None]:
    same = [t for t in told if any_same(t.names["person"], [gold.person], same_name)]
    titled = [t for t in same if any_same(t.names["title"], gold.title, same_name)]
    if titled:
        former = titled[0].cells["former"] != gold.former
        return ("former or present differs" if former else "body differs or is open", titled[0])
    return ("title differs", same[0]) if same else ("not found", None)
