"""Tests of the rules of facts."""
