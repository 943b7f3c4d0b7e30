"""Targets: stated goals and results in numbers other than money.

A number is a target for the verb it hangs on (`governor`), never for its size. `candidates` picks the numbers and
`figure` puts one into its sentence; `measure` and `naming` say what it counts, `starting` from what number it starts,
`timing` by when; `signs` weighs what speaks for it and `targets` decides. `series` reads rows of steps, `tables` the
numbers of tables of indicators.
"""

from kg.facts.target.tables import table_targets
from kg.facts.target.targets import find_targets, targets

__all__ = ["find_targets", "table_targets", "targets"]
