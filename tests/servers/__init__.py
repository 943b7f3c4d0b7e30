"""Tests with triple stores that are not ours, each started for them: Oxigraph's server and Virtuoso."""
