"""What the head of a body or a government wills, in words that name no program, for a program that the text tells his
own to run."""

from kg.facts.involvement.page import stem
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import full_name, government_of
from kg.facts.involvement.standing import is_rejected, may_be_run
from kg.facts.involvement.will import leaves_open, wills
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_REFUSES = regex(r"(?:듣|되|하|머물)지\s?않겠|없게\s하겠|없도록\s하겠")
_HEADS = ("대표", "대표이사", "사장", "회장")
_NEAR = 4
"""So many paragraphs back a program may be named for which an executive wills something."""


def by_other_bodies(scene: Scene, run: list[Involvement]) -> frozenset[str]:
    """The programs whose operators by the text are companies and other bodies, but no government."""
    official = {f.program.value.text for f in run if scene.is_government(f.agent) or scene.is_ministry(f.agent)}
    told = {
        f.program.value.text for f in run if f.rule in ("operator-relative", "operator-subject", "operator-takes-part")
    }
    return frozenset(told - official)


def of_own_body(
    scene: Scene, sentence: Sentence, span: Span, person: Mention, run: list[Involvement]
) -> tuple[Mention, str] | None:
    """What the head of a company that runs a program promises for it."""
    name = full_name(scene, person)
    own = {o.organization.value.text for o in scene.offices if o.person.value == name and o.organization is not None}
    headed = own and (scene.ranks.bears(person, _HEADS) or scene.ranks.heads_body(person))
    if not headed or scene.analysis.document.kind == "council":
        return None
    if _REFUSES.search(scene.analysis.text, *span) or scene.mentions.within(span, "program"):
        return None
    if not wills(scene, sentence, span):
        return None
    theirs = {f.program.value.text: f.program for f in run if own & {f.agent.value.text, f.agent.value.official}}
    programs = [p for name, p in theirs.items() if name in by_other_bodies(scene, run)]
    told = programs[:1] if len(programs) == 1 else []
    if told and not scene.ranks.bears(person, _HEADS) and scene.first_named(told[0]) > span.begin:
        return None
    return (told[0], "backer-commits") if told else None


def of_own_government(
    scene: Scene, sentence: Sentence, span: Span, person: Mention, run: list[Involvement]
) -> tuple[Mention, str] | None:
    """What the head of one of several governments wills for the program of its own that was named last before."""
    own = government_of(scene, person) if scene.several and scene.ranks.executive(person) else None
    if own is None or not scene.is_government(own) or scene.analysis.document.kind not in ("news", "press-release"):
        return None
    if scene.mentions.within(span, "program", "program-short") or _REFUSES.search(scene.analysis.text, *span):
        return None
    if not wills(scene, sentence, span) or leaves_open(scene, span.begin, span.end):
        return None
    name = stem(own.value.official or own.value.text)
    theirs = frozenset(f.program.value.text for f in run if stem(f.agent.value.official or f.agent.value.text) == name)
    meant = _last_named(scene, sentence, span, theirs)
    return (meant, "backer-presents") if meant is not None else None


def _last_named(scene: Scene, sentence: Sentence, span: Span, theirs: frozenset[str]) -> Mention | None:
    """The one program of ``theirs`` that the nearest paragraph with programs names before some words."""
    for number in range(sentence.paragraph, max(-1, sentence.paragraph - _NEAR), -1):
        near = [p for p in scene.programs_in(number) if scene.first_named(p) < span.begin]
        if near:
            meant = [p for p in near if p.value.text in theirs and may_be_run(scene, p) and not is_rejected(scene, p)]
            return meant[0] if len(meant) == 1 else None
    return None
