"""SPARQL 1.1 Protocol over a store: worker processes that are killed at the time limit."""
