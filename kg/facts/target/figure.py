"""A number in its sentence: what follows it, and the verb on which it hangs."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from kg.facts.target.words import TargetWords
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention

Role = Literal["to", "from", "object", "subject", "topic", "dative", "locative", "genitive", "copula", "only", "bare"]

_HEDGES = frozenset(
    "여 남짓 가량 정도 이상 이하 내외 안팎 수준 규모 전원 모두 씩 가까이 이내 안 선 전부 전체 이 대 쯤 약 각각 미만 초과 넘".split()
)
_LIMIT = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity mention with its sentence; ``first`` is its first token, ``after`` the first one behind it and its hedges."""

    mention: Mention
    sentence: Sentence
    first: int
    after: int
    role: Role

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb on which a number hangs: its stem, its token, and what its ending tells."""

    stem: str
    index: int
    past: bool
    future: bool
    relative: bool
    bare: bool


def figure(mention: Mention, sentence: Sentence) -> Figure:
    """The number as part of its sentence."""
    tokens = sentence.tokens
    first = max(0, bisect_right(tokens, mention.begin, key=lambda t: t.begin) - 1)
    while first > 0 and tokens[first].begin >= mention.begin and tokens[first - 1].begin >= mention.begin:
        first -= 1
    if tokens[first].end <= mention.begin and first + 1 < len(tokens):
        first += 1
    after = bisect_left(tokens, mention.end, key=lambda t: t.begin)
    role = _role(tokens, after)
    while after < len(tokens) and role == "bare" and _is_hedge(tokens[after], tokens, after):
        after += 1
        role = _role(tokens, after)
    return Figure(mention, sentence, first, after, role)


def _is_hedge(token: Token, tokens: tuple[Token, ...], i: int) -> bool:
    if token.form in _HEDGES and token.tag[0] in "NXM":
        return True
    if token.tag in ("SSO", "SSC") and token.form in "()":
        return False
    return token.form == "넘" and i + 1 < len(tokens)


def _role(tokens: tuple[Token, ...], i: int) -> Role:
    """What the number is to its sentence, from the particle behind it."""
    if i >= len(tokens):
        return "bare"
    form, tag = tokens[i].form, tokens[i].tag
    if tag == "JKO":
        return "object"
    if tag == "JKS":
        return "subject"
    if tag == "JKG":
        return "genitive"
    if tag == "JKB":
        if form in ("으로", "로"):
            return "to"
        if form in ("에서", "보다", "서"):
            return "from"
        if form in ("에게", "께", "한테"):
            return "dative"
        return "locative" if form == "에" else "bare"
    if tag == "JX":
        if form in ("뿐", "밖에"):
            return "only"
        return "to" if form == "까지" else "topic"
    if tag in ("VCP", "VCN"):
        return "copula"
    return "bare"


def governor(fig: Figure, words: TargetWords) -> Governor | None:
    """The first verb behind the number, looked for past adverbs, other arguments and the rest of a list."""
    tokens, i, skipped = fig.tokens, fig.after, False
    for k in range(i, min(len(tokens), i + _LIMIT)):
        token = tokens[k]
        tag = token.tag
        if tag in ("EF", "SF"):
            return None
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if tag.startswith("NN") and following is not None and following.tag in ("XSV", "XSA"):
            stem = token.form
            tail = k + 2
        elif tag.startswith("VV"):
            stem, tail = token.form, k + 1
        elif tag == "NNG" and token.form in words.classes and _stands_alone(tokens, k, i, fig.role):
            return Governor(token.form, k, False, False, False, True)
        else:
            continue
        if stem in words.classes:
            return _ending(tokens, stem, k, tail)
        linked = tail < len(tokens) and tokens[tail].tag == "EC" and tokens[tail].form in ("어", "아", "여", "어서", "아서")
        if skipped or not linked:
            return None
        skipped = True
    return None


def _stands_alone(tokens: tuple[Token, ...], k: int, after: int, role: Role) -> bool:
    """A verbal noun without 하다 is a verb where it stands right behind the number or ends a clause."""
    if k == after:
        return role == "bare"
    following = tokens[k + 1].tag if k + 1 < len(tokens) else "SF"
    before = tokens[k - 1]
    if k == after + 1 and before.tag in ("JKB", "JKO", "JX", "JKS"):
        return role != "bare"
    if role == "bare" and k == after + 1 and before.tag in ("SSC",):
        return True
    return following in ("SP", "SF", "SSC", "EC") and before.tag in ("JKO", "JKB")


def _ending(tokens: tuple[Token, ...], stem: str, k: int, tail: int) -> Governor:
    """What the endings behind the stem tell: past, future or plan, relative clause."""
    past = future = relative = False
    for t in tokens[tail : tail + 7]:
        if t.tag == "EP":
            past |= t.form in ("었", "았", "였")
            future |= t.form == "겠"
        elif t.tag == "ETM":
            relative = True
            future |= t.form in ("ᆯ", "을")
            past |= t.form in ("ᆫ", "은") and not future
            break
        elif t.tag == "ETN":
            future |= t.form == "기"
            break
        elif t.tag == "EF" or (t.tag == "EC" and t.form not in ("어", "아", "여")):
            break
        elif t.tag in ("SP", "SF"):
            break
    return Governor(stem, k, past, future, relative, False)
