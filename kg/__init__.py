"""regional-ai-kg: Korean texts on regional AI policy become a graph of facts with evidence.

The rooms stand in the order in which a text passes through them::

    documents -> language -> mentions -> facts -> resolution -> identity -> graph -> use

``kg.lexicon`` (the words, read from ``data/lexicon``) stands before them all. Imports run from
left to right only. Begin with :mod:`kg.pipeline`.
"""

__version__ = "0.1.0"
