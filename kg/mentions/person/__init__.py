"""Persons: full names, and the surnames and titles that stand for them."""
