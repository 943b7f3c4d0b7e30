"""Tests of graphs on servers, against a small server in this process; `tests/servers` asks real ones."""
