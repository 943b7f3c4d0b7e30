"""Who goes on acting unnamed in a text of a ministry: the local government or the body of which a paragraph, or the item
over a line, tells: «나루시는 인력을 기른다. 또한 ‘P’를 구축한다», ``ㅇ 나루시는 … ⏎ - 또한 ‘P’를 조성할 계획``.

In a paper of a local government what has no subject is that government's; in one of a ministry it is his of whom the
text has just told.
"""

from kg.facts.allocation.sections import items_over
from kg.facts.involvement.parties import foreign_subject, person_subject, subject_bodies
from kg.facts.involvement.scene import Scene
from kg.language.model import Sentence
from kg.mentions.model import Mention

_REACH = 2
"""So many items over a line may tell of whom it is."""


def carried(scene: Scene, sentence: Sentence) -> Mention | None:
    """The body of which the sentences before in the paragraph, else the items over the line, tell last."""
    for earlier in _before(scene, sentence):
        if doers := subject_bodies(scene, earlier, earlier.end):
            return doers[0] if len(doers) == 1 else None
        if person_subject(scene, earlier, earlier.end) or foreign_subject(scene, earlier, earlier.end):
            return None
    return None


def _before(scene: Scene, sentence: Sentence) -> list[Sentence]:
    """The sentences of the paragraph before, from the last, then those of the items over its line."""
    sentences = scene.analysis.sentences
    near = [s for s in sentences[max(0, sentence.index - 4) : sentence.index] if s.paragraph == sentence.paragraph]
    told = near[::-1]
    for item in items_over(scene.analysis.text, sentence.begin)[:_REACH]:
        over = [s for s in sentences[: sentence.index] if item.begin <= s.begin < item.end and s.block == "body"]
        told += [s for s in over[::-1] if s not in told]
    return told
