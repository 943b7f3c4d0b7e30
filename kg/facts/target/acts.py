"""Acts told as nouns that other verbs take on: the number counts those to whom the act is done."""

from dataclasses import replace

from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor, predicate
from kg.spans import Span


def act_done(fig: Figure, behind: tuple[Span, int], text: str) -> Governor | None:
    """The act that another verb takes as its object and that is done to those counted; None where it is no act.

    ``behind`` is the noun behind the number with its particle: 자료 60만 점의 디지털화를 맡고, 20곳의 인증을 돕는다.
    """
    act, particle = behind[0].of(text), fig.tokens[behind[1]]
    if particle.tag != "JKO" or not fig.words.is_a(act, "deliver"):
        return None
    verb = predicate(replace(fig, after=behind[1]))
    if verb is None or verb.relative or fig.words.is_a(verb.stem, "stop") or fig.words.is_a(verb.stem, "result"):
        return None
    return replace(verb, stem=act)
