"""What a candidate pledges, sentence after sentence: once a pledge is told, sentences without a subject go on with it
until somebody else is told of: «A 후보는 1호 공약으로 P를 꺼냈다. 역 뒤에는 ‘Q’를 짓는다»."""

from kg.facts.involvement.page import Page
from kg.facts.involvement.parties import foreign_subject, person_subject, subject_bodies
from kg.facts.involvement.standing import is_rejected
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_IS_CANDIDATE = regex(r"\s?(?:[가-힣]{1,8}\s?)?(?:예비\s?)?후보")
_PLEDGES = regex(r"공약|약속|청사진|비전을|구상을|발표했|내놨|내놓|내걸|꺼냈|제시했")
_OTHERS = regex(r"(?:지적|비판|반박|꼬집|맞받|반응|논평|상대|맞수|현\s?시장|측은|측이)")


def on_the_platform(scene: Page) -> list[tuple[Sentence, Mention, Mention]]:
    """``(sentence, program, person)`` for programs of sentences without a subject behind a candidate's pledge."""
    if "후보" not in scene.analysis.text:
        return []
    found: list[tuple[Sentence, Mention, Mention]] = []
    teller: Mention | None = None
    for sentence in scene.analysis.sentences:
        if sentence.block != "body":
            continue
        told = _candidate(scene, sentence)
        if told is not None:
            teller = told
            continue
        if teller is not None and _is_anothers(scene, sentence, teller):
            teller = None
        for program in scene.named_in(sentence) if teller is not None else ():
            if scene.in_others_words(program.begin) or is_rejected(scene, program):
                continue
            if person_subject(scene, sentence, program.begin) or subject_bodies(scene, sentence, program.begin):
                continue
            found += [(sentence, scene.full(program), teller)] if teller is not None else []
    return found


def _candidate(scene: Page, sentence: Sentence) -> Mention | None:
    """The candidate who pledges in a sentence."""
    if _PLEDGES.search(scene.analysis.text, sentence.begin, sentence.end) is None:
        return None
    who = person_subject(scene, sentence, sentence.end)
    if who is None or _IS_CANDIDATE.match(scene.analysis.text, who.end) is None:
        title = scene.analysis.text[who.begin : who.end] if who is not None else ""
        return who if title.endswith("후보") else None
    return who


def _is_anothers(scene: Page, sentence: Sentence, teller: Mention) -> bool:
    """Whether a sentence tells of somebody else than who pledges."""
    surname = scene.analysis.text[teller.begin : teller.begin + 1]
    if any(scene.analysis.text[p.begin : p.begin + 1] != surname for p in scene.people_in(sentence)):
        return True
    if scene.people_in(sentence):
        return False
    if foreign_subject(scene, sentence, sentence.end) or _OTHERS.search(
        scene.analysis.text, sentence.begin, sentence.end
    ):
        return True
    return bool(subject_bodies(scene, sentence, sentence.end))
