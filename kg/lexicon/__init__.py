"""The words: tables of ``data/lexicon`` that a researcher edits, read once and never changed by the code."""

from kg.lexicon.load import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]
