"""What is done by or to those whom a number counts, where no noun says who they are."""

from kg.facts.target.figure import Figure
from kg.facts.target.phrase import mark_at, tokens_end
from kg.spans import Span


def deed(fig: Figure, text: str) -> Span | None:
    """What is done with or by what a number counts that names no noun (1140명이 진료를 받았다)."""
    tokens = fig.tokens
    begin = k = fig.after
    while k < len(tokens) and tokens[k].tag in ("NNG", "NNP", "SL", "XSN"):
        k += 1
    if k == begin or mark_at(fig, tokens[begin]) is not None:
        return None
    span = Span(tokens[begin].begin, tokens[k - 1].end)
    return span if span.end - span.begin > 1 else None


def achieved(fig: Figure) -> Span | None:
    """What those got who are a share of the ones just told (96%가 상담원 없이 답을 얻었다)."""
    tokens, begin = fig.tokens, fig.after
    while begin < len(tokens) and tokens[begin].tag == "MAG":
        begin += 1
    for k in range(begin, min(len(tokens), begin + 14)):
        if tokens[k].tag == "JKO" and k > begin:
            return Span(tokens[begin].begin, tokens_end(fig, k - 1))
        if tokens[k].tag in ("EF", "EC", "SF"):
            return None
    return None


def done_to(fig: Figure) -> Span | None:
    """What is done to a share of those just told (그중 60%를 다시 취업시키는 게 목표, 70%는 지역 기업에 취업시킨다)."""
    tokens, begin = fig.tokens, fig.after
    if fig.role not in ("object", "topic"):
        return None
    for k in range(begin, min(len(tokens) - 1, begin + 8)):
        if tokens[k].tag == "NNG" and tokens[k + 1].tag == "XSV":
            return Span(tokens[begin].begin, tokens[k].end)
        if not tokens[k].tag.startswith(("NN", "SL", "XSN", "JKB", "MAG")):
            return None
    return None
