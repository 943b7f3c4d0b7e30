"""Builds over time: what is read again, what is kept, what is taken out. The result never depends on the way to it."""
