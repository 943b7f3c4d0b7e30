"""Room 5, *who and what is meant here?* Facts of one document become nodes with keys: a `Reading`.

Short forms are made full, bodies get their official names, programs the region they serve.
"""
