"""Targets: stated goals and results in numbers other than money.

A number is a target for the verb it hangs on (`governor`), never for its size. `figure` puts a number into its
sentence, `measure` says what it counts, `timing` by when and from what starting number, `targets` decides; `tables`
reads the numbers of tables of indicators.
"""

from kg.facts.target.tables import table_targets
from kg.facts.target.targets import find_targets, targets

__all__ = ["find_targets", "table_targets", "targets"]
