"""A graph in a triple store that somebody already runs: written under a version, read where a pointer leads.

Any server will do that speaks SPARQL 1.1 Query, and for writing SPARQL 1.1 Update or the Graph Store Protocol.
"""
