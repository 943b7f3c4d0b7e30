"""Who runs a part of a program, named in the sentence or not: «A는 B가, C는 D가 각각 맡는다»."""

from collections.abc import Iterator

from kg.facts.involvement_fact import operated
from kg.facts.involvement_focus import program_at
from kg.facts.involvement_scene import Scene
from kg.facts.involvement_standing import is_weak
from kg.facts.involvement_words import behind
from kg.facts.involvements_charge import in_charge, sharing
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
    if charged or scene.charged.get(sentence.index - 1) == sentence.paragraph:
        charged += [b for b in sharing(scene, sentence, bodies, charged) if b not in charged]
    if charged:
        scene.charged[sentence.index] = sentence.paragraph
        charged.sort(key=lambda b: b.begin)
    if not roles and not charged:
        return
    told = [p for p in programs if not is_weak(scene, p)]
    named = [p for p in told if p.rule != "program-recalled" or any(p.end <= b.begin for b in charged)]
    program = named[0] if named else program_at(scene, sentence)
    if program is None or (not told and _names_another(scene, sentence, bodies)):
        return
    for body, rule in roles:
        named = [p for p in told if p.end <= body.begin]
        yield operated(scene, sentence, named[-1] if named else program, body, rule)
    last = sentence.begin
    for i, body in enumerate(charged):
        before = [p for p in told if p.end <= body.begin and behind(sentence, p, 3)[0] in ("은", "도", "의")]
        stop = charged[i + 1].begin if i + 1 < len(charged) else sentence.end
        after = [p for p in told if body.end <= p.begin < stop and behind(sentence, p, 3)[0] == "을"]
        anew = None
        if not told and last > sentence.begin:
            anew = program_at(scene, sentence, Span(last, body.begin))
        last = body.end
        meant = before[-1:] or after[:1]
        yield operated(scene, sentence, meant[0] if meant else anew or program, body, "operator-takes-part")


def _names_another(scene: Scene, sentence: Sentence, bodies: list[Mention]) -> bool:
    """Whether a sentence names something of its own in marks that is no program: what it tells is told of that."""
    subjects = [b for b in bodies if behind(sentence, b, 0)[0] in ("이", "은")]
    return any(
        not q.double
        and 4 <= q.end - q.begin <= 30
        and not scene.mentions.within(q.span, "program", "event")
        and not any(q.span.meets(b.span) for b in subjects)
        for q in scene.analysis.quoted
        if sentence.begin <= q.begin < sentence.end
    )
