"""Renamings: the earlier or the later name of a program or a body, as a text tells it."""
