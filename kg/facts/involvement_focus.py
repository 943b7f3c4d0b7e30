"""Which program a sentence is about that names none."""

import re

from kg.facts.involvement_scene import Scene
from kg.facts.involvement_standing import may_be_run, of_others
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.spans import Span

_TOPIC = re.compile(
    r"[^가-힣A-Za-z]{0,4}(?:이\s|해당\s)?([가-힣A-Za-z]{2,10}(?:\s[가-힣]{2,6})?)(?:의\s[가-힣]{2,6})?[은는]\s"
)
_ANY_PROGRAM = frozenset(
    {"사업", "프로젝트", "계획", "전략", "정책", "과제", "조성", "구축", "운영", "지원", "육성", "사업단", "전체"}
)


def program_at(scene: Scene, sentence: Sentence) -> Mention | None:
    """The program that a sentence without one is about.

    The one of which its topic is a part or the last word (‘P’ 서비스 → 서비스 운영은); else the last one named in
    the paragraph, else just before it; else the main one.
    """
    told = of_topic(scene, sentence)
    if told is not None:
        return told
    minutes = scene.analysis.document.kind == "council"
    for s in reversed(scene.analysis.sentences[: sentence.index]):
        far = s.paragraph < sentence.paragraph and s.index < sentence.index - 2
        if not minutes and (far or s.paragraph < sentence.paragraph - 1):
            break
        named = scene.named_in(s)
        found = [p for p in map(scene.full, named) if may_be_run(scene, p) and not of_others(scene, p)]
        if len({p.value.text for p in found}) == 1:
            apart = s.paragraph < sentence.paragraph and len(programs_in(scene, s.paragraph)) > 1
            return scene.main if apart and not minutes and scene.main is not None else found[0]
    return None if scene.is_interview and opens_a_house(scene, sentence) else scene.main


def of_topic(scene: Scene, sentence: Sentence) -> Mention | None:
    """The one program that ends with a word of the sentence's topic: 셔틀은, 서비스 운영은."""
    topic = _TOPIC.match(scene.analysis.text, sentence.begin, sentence.end)
    if topic is None:
        return None
    words = [w for w in topic[1].split() if len(w) > 1 and w not in _ANY_PROGRAM]
    fits = [p for p in scene.programs.values() if any(p.value.text.endswith(w) for w in words)]
    fits = fits or [p for p in scene.programs.values() if any(w in p.value.text.split()[-1] for w in words)]
    return fits[0] if len(fits) == 1 and may_be_run(scene, fits[0]) else None


def opens_a_house(scene: Scene, sentence: Sentence) -> bool:
    """Whether an answer is about a centre or school that it names in marks: what follows is told of that."""
    return any(
        "Centre" in m.value.classes and scene.analysis.text[m.begin - 1] in "‘'「『"
        for m in scene.mentions.within(sentence.span, "organization")
    )


def programs_in(scene: Scene, paragraph: int) -> list[Mention]:
    """The programs that a paragraph names, each once, in full."""
    spans = [s.span for s in scene.analysis.sentences if s.paragraph == paragraph]
    span = Span(spans[0].begin, spans[-1].end) if spans else Span(0, 0)
    named = map(scene.full, scene.mentions.within(span, "program", "program-short"))
    return list({p.value.text: p for p in named}.values())


def named_near(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether the paragraph of a sentence, the one before or the one behind names a program."""
    around = (p for n in (-1, 0, 1) for p in programs_in(scene, sentence.paragraph + n))
    return program.value.text in {p.value.text for p in around}
