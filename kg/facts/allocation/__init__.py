"""Allocations: what each sum is for, whose it is, which year, source, basis, status and stage."""

from kg.facts.allocation.find import find_allocations, sums_without_purpose

__all__ = ["find_allocations", "sums_without_purpose"]
