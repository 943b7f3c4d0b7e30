"""Tests of what travels with the package."""
