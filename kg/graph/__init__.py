"""Room 7, *how is it written down?* Readings and identity become quads by the graph contract.

Only this room imports pyoxigraph.
"""
