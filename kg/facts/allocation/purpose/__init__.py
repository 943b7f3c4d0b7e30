"""What a sum is for, in the words of its own clause.

`ways` tries the ways of writing one after the other: the sum's own phrase (`phrase`), what stands `before` it or
`after` it, what is done with it (`deeds`); `words` is what these share.
"""

from kg.facts.allocation.purpose.ways import purpose_of

__all__ = ["purpose_of"]
