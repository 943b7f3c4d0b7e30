"""Targets: stated goals and results in numbers other than money.

A number is a target for the verb it hangs on (`governor`), never for its size. `candidates` picks the numbers, `figure`
and `governor` put one into its sentence, and `reader` reads one after the other, each leaning on the `course` of those
before. `measure` and `phrase` find the noun that is counted, `naming` and `whose` its words; `beside` tells how a
number stands to its neighbours, `starting` and `standing` from what number it starts, `timing` and `due` by when.
`case` gathers what the rules ask, the rules in `verdicts`, `outcomes` and `predicates` judge the verb, `weigh` adds up
the `signs`.
`shapes` and `series` read numbers that need no verb, `lengths` changed lengths of time, `tables` those of tables of
indicators.
"""

from kg.facts.target.tables import table_targets
from kg.facts.target.targets import find_targets, targets

__all__ = ["find_targets", "table_targets", "targets"]
