"""Tests of the pages: what stands on them, and their HTML."""
