"""Who runs a part of a program, named in the sentence or not: «A는 B가, C는 D가 각각 맡는다»."""

from collections.abc import Iterator

from kg.facts.involvement_fact import operated
from kg.facts.involvement_focus import program_at
from kg.facts.involvement_scene import Scene
from kg.facts.involvement_standing import is_weak
from kg.facts.involvement_words import behind
from kg.facts.involvements_charge import in_charge
from kg.facts.involvements_roles import in_roles
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.spans import Span


def operators_of_parts(
    scene: Scene, sentence: Sentence, programs: list[Mention], bodies: list[Mention]
) -> Iterator[Involvement]:
    """«A는 B가, C는 D가 각각 맡는다», «(수행) A, B»: parts of the program that the text is at."""
    roles = list(in_roles(scene, sentence, bodies))
    charged = list(in_charge(scene, sentence, bodies))
    if not roles and not charged:
        return
    told = [p for p in programs if not is_weak(scene, p)]
    program = told[0] if told else program_at(scene, sentence)
    if program is None:
        return
    for body, rule in roles:
        named = [p for p in told if p.end <= body.begin]
        yield operated(scene, sentence, named[-1] if named else program, body, rule)
    last = sentence.begin
    for body in charged:
        before = [p for p in told if p.end <= body.begin and behind(sentence, p, 3)[0] in ("은", "도", "의")]
        anew = None
        if not told and last > sentence.begin:
            anew = program_at(scene, sentence, Span(last, body.begin))
        last = body.end
        yield operated(scene, sentence, before[-1] if before else anew or program, body, "operator-takes-part")
