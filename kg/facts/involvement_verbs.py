"""The predicates of a sentence: what is done, where, and how the word ends."""

from typing import NamedTuple

from kg.language.model import Sentence, Token

_OF_DEEDS = frozenset({"XSV", "XSA"})
_CLOSES = frozenset({"SF", "SE", "SP", "SSC"})
_TAKEN_OUT = frozenset({"꺼내", "빼", "뽑", "집"})
_SUFFERED = frozenset({"받", "당하"})
_PLANNED = frozenset({"예정", "계획", "방침", "본격", "착수"})
_LIGHT = frozenset({"하", "벌이", "펼치", "시작", "진행", "맡", "추진", "본격화", "서두르", "앞두", "걸"})


class Verb(NamedTuple):
    """A predicate: its stem (or the noun before 하다, 되다), its place, and how it ends.

    ``ending`` is ``final``, ``adnominal`` (운영하는), ``linking`` (고, 며, 아) or ``noun`` (a headline's 추진).
    ``negated`` also where the deed is only called for: 수립하도록 했다.
    """

    stem: str
    begin: int
    end: int
    ending: str
    passive: bool
    negated: bool


def verbs(sentence: Sentence) -> list[Verb]:
    """The predicates of a sentence in order; a noun counts before 하다, 되다 and where a headline ends with it."""
    found: list[Verb] = []
    tokens = sentence.tokens
    for i, t in enumerate(tokens):
        if t.tag == "NNG":
            following = tokens[i + 1 : i + 2]
            verb = (
                _of_noun(tokens, i, t, following[0])
                if following
                else Verb(t.form, t.begin, t.end, "noun", False, False)
            )
            if verb is not None:
                found.append(verb)
        elif t.tag[:2] == "VV":
            if t.form == "들" and i > 1 and tokens[i - 1].tag == "EC" and tokens[i - 2].form in _TAKEN_OUT:
                continue
            after = tokens[i + 1 : i + 7]
            if after and after[0].tag == "ETN" and not _resolved(after):
                continue
            if len(after) > 1 and after[0].tag == "EC" and after[1].tag == "VX" and after[1].form in ("놓", "걸"):
                found.append(_verb(t.form + after[1].form, t, after[2:], False))
            elif len(after) > 1 and t.form in _TAKEN_OUT and after[0].tag == "EC" and after[1].form == "들":
                found.append(_verb(t.form, t, after[2:], False))  # 꺼내 든
            else:
                found.append(_verb(t.form, t, after, False))
    return found


def _of_noun(tokens: tuple[Token, ...], i: int, t: Token, following: Token) -> Verb | None:
    """The predicate that a noun makes with the token behind it, if it makes one."""
    if following.tag in _OF_DEEDS and following.begin <= t.end:
        return _verb(t.form, t, tokens[i + 1 : i + 7], following.form in ("되", "받", "당하"))
    if following.begin == t.end and following.form == "하고":
        return Verb(t.form, t.begin, t.end, "linking", False, False)
    if following.begin == t.end and following.form in _SUFFERED:
        return _verb(t.form, t, tokens[i + 1 : i + 7], True)
    if following.tag == "JKO":
        light = i + 2 < len(tokens) and tokens[i + 2].form in _LIGHT
        return _verb(t.form, t, tokens[i + 1 : i + 7], False) if light else None
    if following.tag in _CLOSES or following.form == "중" or following.form in _PLANNED:
        return _noun(t)
    return None


def _noun(t: Token) -> Verb:
    return Verb(t.form, t.begin, t.end, "noun", False, False)


def _resolved(following: tuple[Token, ...]) -> bool:
    """맡기로 했다: a decision to do, not a noun made of a verb."""
    return (
        len(following) > 2
        and following[0].form == "기"
        and following[1].form == "로"
        and following[2].form in ("하", "되")
    )


def _verb(stem: str, t: Token, following: tuple[Token, ...], passive: bool) -> Verb:
    ending, negated, end = "linking", False, t.end
    for i, x in enumerate(following):
        if x.form in ("않", "못하", "말") or (x.form == "도록" and x.tag == "EC"):
            negated = True
        if x.tag == "ETM":
            told = i + 1 < len(following) and following[i + 1].form == "데" and following[i + 1].begin == x.end
            ending = "linking" if told else "adnominal"  # 운영하는데
            break
        if x.tag == "EF":
            ending = "final"
            break
        if x.tag == "ETN" or (x.tag == "EC" and not (i + 1 < len(following) and following[i + 1].tag == "VX")):
            break
        if x.tag.startswith("J") and x.tag != "JKO":
            break
        end = x.end
    passive = passive or any(x.tag in ("XSV", "VX", "VV") and x.form in ("되", "지", "받") for x in following[:3])
    return Verb(stem, t.begin, end, ending, passive, negated)
