"""Offices: which post of which body a person holds, held or acts in."""
