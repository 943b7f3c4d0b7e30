"""Tests of the explorer: search, the SPARQL endpoint, the server."""
