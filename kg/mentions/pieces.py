"""Runs of nouns without white space: the bricks of names."""

from kg.language.model import Analysis, Token

_NOUN = frozenset({"NNG", "NNP", "NNB", "NP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "MM", "SO", "W_HASHTAG"})


_MISREAD = frozenset({"IC", "JX", "JKS", "JKO", "JC", "JKB"})
_VERBS = frozenset({"VCP", "XSV", "XSA"})


class Piece:
    """A run of noun tokens at ``begin`` … ``end`` with their tags; ``glued``: a particle or a verb ends the word."""

    __slots__ = ("begin", "end", "glued", "tags")

    def __init__(self, token: Token) -> None:
        self.begin, self.end = token.begin, token.end
        self.tags = [token.tag]
        self.glued = False


class _Memo:
    """The pieces of the analysis looked at last; kept by identity, since to hash an analysis costs too much."""

    __slots__ = ("analysis", "rows")

    def __init__(self) -> None:
        self.analysis: Analysis | None = None
        self.rows: tuple[tuple[Piece, ...], ...] = ()


_MEMO = _Memo()


def piece_rows(analysis: Analysis) -> tuple[tuple[Piece, ...], ...]:
    """The noun pieces of each sentence of a document, in order."""
    if _MEMO.analysis is not analysis:
        _MEMO.rows = tuple(_pieces(s.tokens) for s in analysis.sentences)
        _MEMO.analysis = analysis
    return _MEMO.rows


def _opens_word(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word begins with what Kiwi takes for a particle or a cry, and goes on with a noun: 아+라개발공사."""
    before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.begin != tokens[i].end or after.tag not in _NOUN:
        return False
    return before is None or before.end < tokens[i].begin or before.tag in ("SSO", "SP")


def _inside_word(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether what Kiwi takes for a particle stands between nouns of one word: 한국+도+선사+협회."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and after.begin == tokens[i].end and after.tag in ("NNG", "NNP")


def _seems_verb(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether two tokens are a verb with its ending to Kiwi and letters of one word in truth.

    What describes a noun is parted from it by a space: 금속기술+이+ㄴ+노조 and 한국+하+ㄴ+지+기술원 are names. A bound
    noun at the word's end (시작+하+ㄴ+지) and a common noun that acts (추진+하+ㄴ+사업) are not.
    """
    if i == 0 or i + 2 >= len(tokens) or tokens[i + 1].tag != "ETM":
        return False
    before, noun = tokens[i - 1], tokens[i + 2]
    acts = before.tag == ("NNG" if tokens[i].tag == "VCP" else "NNP")
    if not acts or before.end != tokens[i].begin or noun.begin != tokens[i + 1].end:
        return False
    if noun.tag == "NNB" and i + 3 < len(tokens) and tokens[i + 3].begin == noun.end:
        noun = tokens[i + 3]
    return noun.tag in ("NNG", "NNP") and noun.end - noun.begin > 1


def _pieces(tokens: tuple[Token, ...]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    last: Piece | None = None
    inside = 0
    for i, token in enumerate(tokens):
        _, tag, begin, end = token
        if last is not None and last.end == begin and not last.glued and tag in _VERBS and _seems_verb(tokens, i):
            inside = 2
        if last is not None and inside:
            inside -= 1
            if end > last.end:
                last.end = end
                last.tags.append("NNG")
            continue
        if tag in _NOUN or (tag in _MISREAD and (last is None or last.end != begin) and _opens_word(tokens, i)):
            if last is not None and last.end == begin and not last.glued:
                if end > begin:
                    last.end = end
                    last.tags.append(tag)
            elif end > begin and (last is None or begin >= last.end) and tag != "SO":  # -센터는: a dash begins no name
                last = Piece(token)
                found.append(last)
        elif last is not None and last.end == begin and tag in _MISREAD and not last.glued and _inside_word(tokens, i):
            last.end = end
            last.tags.append("NNG")
        elif last is not None and last.end == begin and tag[0] in "JEVX":
            last.glued = True
    return tuple(found)
