"""Which sums the documents tell for one program, year and role."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.identity.claims import purpose_core
from kg.identity.identity import Identity
from kg.identity.profiles import won_of
from kg.identity.tellings import Matter, Telling, day_of, sentence_of
from kg.patterns import regex
from kg.resolution.names import folded
from kg.resolution.reading import Node, Reading, first_value, values

_NOT_SET = frozenset({"cut", "spent"})
_COSTS = ("비", "예산", "금")
_LEVELS = ("시", "도", "군", "구")
PER_UNIT = "per-unit"
"""The first word of the role of what one of many gets."""
_ROUND_UNIT = regex(r"(?<![가-힣])(?:한|각|매|1)\s?(?=[가-힣])|^(?:최대|평균|약)\s?")
_PARTICLE = regex(
    r"(?:\s?(?:에게|에|마다|씩|별)|(?<=곳)이)?(?:\s?(?:최대|평균|약|많게는|많아야|적게는"
    r"|적어도|최소|최고|대략))?$"
)
_ONE_OF = regex(r"(?<=[가-힣]) (?:한|1) ?(?:곳|군데|명|사람|가구|개|대|동|채|척|마리|호)$")
"""«어가 한 곳에» counts one of what stands before it."""


@dataclass(slots=True)
class _Sum:
    """One allocation of a document while its role is being found."""

    node: Node
    things: tuple[str, ...]
    won: int
    vague: bool
    year: str
    source: str
    basis: str
    above: str
    """The key of the allocation that it is a part of."""
    whose: str
    """The government (official name) whose own money it is; empty where none of the source's level is told."""


def sums_told(
    readings: Iterable[Reading], identity: Identity, about: dict[tuple[str, str], str]
) -> dict[Matter, list[Telling]]:
    """Amounts by matter, of a document all that it tells.

    ``about`` names the thing of an allocation (document and key) whose words name no program. Left out: what is told
    of one head or one firm, what was cut or spent, parts that have no name of their own.
    """
    found: dict[Matter, list[Telling]] = defaultdict(list)
    for reading in readings:
        sums = [s for node in reading.nodes if (s := _sum(reading, node, identity, about)) is not None]
        _years_of_totals(sums)
        sums = [s for s in sums if not _less_than_a_share(s, sums) and not _replaced(s, sums)]
        told: dict[Matter, dict[str, _Sum]] = defaultdict(dict)
        for each in sums:
            role = _role(each, reading)
            if role is not None:
                for thing in each.things:
                    told[Matter("amount", thing, role)][each.node.key] = each
        wholes: dict[tuple[str, ...], int] = defaultdict(int)
        for matter, each_of in told.items():
            whole = _any_step(matter)
            wholes[whole] = max(wholes[whole], *(s.won for s in each_of.values()))
        for matter, each_of in told.items():
            totals = {k for k, s in each_of.items() if s.basis == "total"}
            largest = wholes[_any_step(matter)]
            for key, one in sorted(each_of.items()):
                if matter.role[0] == "total" and 5 * one.won < 3 * largest and not one.vague:
                    continue  # much less than the whole: «24억원씩 모두 96억원» beside 264억원 in all
                if totals and one.basis == "" and matter.role[0] == "total":
                    continue  # a sum without a word on its kind beside the total
                if one.above not in each_of and key == min(k for k, o in each_of.items() if o.won == one.won):
                    sentence = sentence_of(reading, one.node)
                    found[matter].append(Telling(reading.identifier, day_of(reading), one.won, sentence, one.vague))
    return _units_of_one_cost(found)


def _units_of_one_cost(told: dict[Matter, list[Telling]]) -> dict[Matter, list[Telling]]:
    """What one of many gets is told with what it is for and without: one matter where all name one such thing."""
    kin: dict[Matter, list[Matter]] = defaultdict(list)
    for matter in told:
        if matter.role[0] == PER_UNIT:
            kin[matter._replace(role=(*matter.role[:4], "", *matter.role[5:]))].append(matter)
    for bare, matters in kin.items():
        costs = sorted((m.role[4] for m in matters if m.role[4]), key=len)
        if len(matters) > 1 and all(costs[-1].endswith(c) for c in costs):
            rows = [t for m in matters for t in told.pop(m)]
            told[bare] = rows
    return told


def _any_step(matter: Matter) -> tuple[str, ...]:
    """A matter's thing and role without the step on the budget's way, which is the fourth part of the role."""
    return (matter.thing, *matter.role[:3], matter.role[4])


def _sum(reading: Reading, node: Node, identity: Identity, about: dict[tuple[str, str], str]) -> _Sum | None:
    if node.kind != "allocation" or node.derivation is None:
        return None
    money = first_value(node.properties, "rap:amount")
    won = won_of(money)
    things = {identity.canonical(p) for p in values(node.properties, "rap:forProgram")}
    if not things and (named := about.get((reading.identifier, node.key))):
        things = {named}
    if won is None or not things or first_value(node.properties, "rap:status") in _NOT_SET:
        return None
    if "at-" in money and not (money.endswith("at-most") and first_value(node.properties, "rap:basis") == PER_UNIT):
        return None
    basis = first_value(node.properties, "rap:basis")
    source = first_value(node.properties, "rap:fundingSource") or (_by_payer(reading, node) if basis == "part" else "")
    return _Sum(
        node,
        tuple(sorted(things)),
        won,
        money.endswith("approximate"),
        first_value(node.properties, "rap:fiscalYear"),
        source,
        basis,
        first_value(node.properties, "rap:componentOf"),
        _whose(node, identity, source),
    )


def _whose(node: Node, identity: Identity, source: str) -> str:
    """The one government whose level the source names: 시비 is a city's, several cities' together nobody's."""
    level = source.removesuffix("비")
    for predicate in ("rap:payer", "rap:allocatedBy"):
        told = {identity.canonical(k).partition("/")[2] for k in values(node.properties, predicate)}
        fitting = {k for k in told if level in _LEVELS and k.endswith(level)}
        if len(fitting) == 1:
            return fitting.pop()
    return ""


def _by_payer(reading: Reading, node: Node) -> str:
    """The source of a share of which only the payer is told, beside the share of somebody else: what a province gives
    is 도비, what a city gives 시비.
    """
    payers = set(values(node.properties, "rap:payer"))
    governments = [n.key for n in reading.nodes if n.key in payers and "rap:LocalGovernment" in n.types]
    level = governments[0][-1] if len(governments) == 1 == len(payers) else ""
    if level not in _LEVELS or first_value(node.properties, "rap:fiscalYear"):
        return ""
    beside = [n for n in reading.nodes if n.kind == "allocation" and "part" in values(n.properties, "rap:basis")]
    shared = any(
        values(n.properties, "rap:fundingSource") or payers.isdisjoint(values(n.properties, "rap:payer"))
        for n in beside
    )
    return f"{level}비" if shared else ""


def _less_than_a_share(told: _Sum, sums: list[_Sum]) -> bool:
    """Whether a sum that no word calls the whole is smaller than what one source gives: it is a share itself."""
    if told.basis or told.source or told.year:
        return False
    return any(o.source and not o.year and o.won > told.won and set(o.things) & set(told.things) for o in sums)


def _replaced(told: _Sum, sums: list[_Sum]) -> bool:
    """Whether the document tells another sum of that year in the place of this one."""
    return any(told.node.key in values(o.node.properties, "rap:revises") and o.year == told.year for o in sums)


def _years_of_totals(sums: list[_Sum]) -> None:
    """A total whose parts all belong to one year, and none to a source, is that year's sum.

    What falls to a year of a larger sum («이 가운데 내년에 92억원») says nothing of that sum's own year.
    """
    parts: dict[str, list[_Sum]] = defaultdict(list)
    for each in sums:
        if each.above:
            parts[each.above].append(each)
    for each in sums:
        shares = parts.get(each.node.key, ())
        years = {p.year for p in shares}
        slices = any(p.basis == "annual" for p in shares) and sum(p.won for p in shares) != each.won
        if not each.year and len(years) == 1 and not slices and not any(p.source for p in shares):
            each.year = years.pop()


def _role(told: _Sum, reading: Reading) -> tuple[str, ...] | None:
    """The role of a sum: whole or of one year, from which source, for which cost, or what one of many gets; None where
    it cannot be compared.
    """
    if told.basis == "per-unit":
        unit = _unit(first_value(told.node.properties, "rap:perUnit"))
        return (PER_UNIT, told.year, told.source, "", _cost(told, reading), "", unit) if unit else None
    recurring = "true" in values(told.node.properties, "rap:recurring")
    stage = first_value(told.node.properties, "rap:budgetStage") or (
        "proposed" if first_value(told.node.properties, "rap:status") == "proposed" else ""
    )
    cost = "" if told.basis == "total" or (told.source and told.above) else _cost(told, reading)
    if told.year and (told.basis != "total" or not told.above):
        kind = "year"
    elif recurring or told.basis == "annual":
        kind = "annual"
    elif told.basis == "part" and not told.source and not cost:
        return None
    else:
        kind = "total"
    whole = told.basis == "total" or told.above or values(told.node.properties, "rap:revises")
    round_ = "" if whole else first_value(told.node.properties, "rap:budgetRound")
    return (kind, told.year, told.source, stage, cost, round_, told.whose)


def _unit(words: str) -> str:
    """What gets a sum each, without the words round it: 대 of 대당, 농가 of 농가당 최대; empty where none is named."""
    bare = words.partition("당")[0] if "당" in words else _PARTICLE.sub("", words, count=1)
    return _ROUND_UNIT.sub("", _ONE_OF.sub("", bare)).strip()


def _cost(told: _Sum, reading: Reading) -> str:
    """What the sum is for beside the thing itself: a design, a plot; empty where the purpose is the thing."""
    purpose = first_value(told.node.properties, "rap:purpose")
    core = purpose_core(purpose)
    names = {folded(n) for node in reading.nodes if node.kind in ("program", "organization") for n in _names(node)}
    if folded(purpose) in names or core in names or any(core in n for n in names):
        return ""
    if any(len(n) > 3 and n in folded(purpose) for n in names) and not purpose.endswith(_COSTS):
        return ""
    return core


def _names(node: Node) -> tuple[str, ...]:
    return (node.label or "", *node.alternates)
