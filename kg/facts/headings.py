"""What headings over paragraphs have in common: how long they are, what they never end in, where their name stops."""

from kg.patterns import regex

MOST = 48
"""So long a line, in code points, may be a heading."""
QUOTES = " ‘’'\"“”「」『』[]<>〈〉"
"""What may stand round the words of one."""
_CLOSED = regex(r"[.”\"’'](?:\s|$)|(?:다|요|까|죠)[.?!]?$|\?")
_APART = regex(r"\s[—–―-]\s?|\s?[:：=…|]\s?|,\s|[\]〉>】](?:\s|$)|\s?\(")


def says_a_sentence(words: str, begin: int = 0) -> bool:
    """Whether the words from ``begin`` on close as a sentence or a speech does: no heading of a thing."""
    return _CLOSED.search(words.rstrip(), begin) is not None


def up_to_its_dash(words: str) -> str:
    """The words of a heading up to the dash, colon, bracket or bar behind which it says something of them."""
    return _APART.split(words, maxsplit=1)[0]
