"""Tests of the room *resolution*."""
