"""What the head of a government stands up for in an interview."""

from collections import Counter
from collections.abc import Iterator

from kg.facts.involvement_fact import backed
from kg.facts.involvement_scene import Scene
from kg.facts.involvement_standing import is_rejected, is_won
from kg.facts.involvement_verbs import Verb
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention


def by_the_asked(scene: Scene, run: list[Involvement]) -> Iterator[Involvement]:
    """The head of a government who is interviewed, for the programs that answers tell as own, and the main one."""
    found = Counter(m.value for _, m in scene.speakers if m is not None and m.kind == "person")
    if not found:
        return
    name = max(sorted(found), key=lambda n: found[n])
    person = next((p for p in scene.mentions.of("person") if p.value == name and scene.ranks.executive(p)), None)
    if person is None:
        return
    told = _by_other_bodies(scene, run)
    if scene.main is not None and not scene.of_a_body:
        told.add(scene.main.value.text)
        yield backed(scene, scene.analysis.sentences[0], scene.main, person, "backer-speaks")
    for sentence in scene.analysis.sentences:
        for program in scene.mentions.within(sentence.span, "program", "program-short"):
            full = scene.full(program)
            if full.value.text in told or scene.analysis.quoted_at(program.begin) is None or is_rejected(scene, full) or is_won(scene, program):
                continue
            deeds = (v for v in _told_of(scene, sentence, program) if v.stem in scene.words.operating)
            if any(v.ending != "adnominal" and not v.negated for v in deeds):
                told.add(full.value.text)
                yield backed(scene, sentence, full, person, "backer-speaks")


def _by_other_bodies(scene: Scene, run: list[Involvement]) -> set[str]:
    """The programs that an answer names as what another body runs: «나루대가 운영하는 P»."""
    named = [f for f in run if f.rule in ("operator-relative", "operator-subject")]
    official = {f.program.value.text for f in named if scene.is_government(f.agent) or scene.is_ministry(f.agent)}
    return {f.program.value.text for f in named} - official


def _told_of(scene: Scene, sentence: Sentence, program: Mention) -> Iterator[Verb]:
    """The predicates behind a program's name, on to the next name or the end of the answer."""
    yield from (v for v in scene.verbs(sentence) if v.begin >= program.end)
    for later in scene.analysis.sentences[sentence.index + 1 :]:
        if later.paragraph != sentence.paragraph or scene.mentions.within(later.span, "program", "program-short"):
            return
        yield from scene.verbs(later)
