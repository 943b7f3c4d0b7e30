"""Addresses, fetched from a server on the loopback."""
