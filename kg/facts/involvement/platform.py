"""What a candidate pledges, sentence after sentence: once a pledge is told, sentences without a subject go on with it
until somebody else is told of: «A 후보는 1호 공약으로 P를 꺼냈다. 역 뒤에는 ‘Q’를 짓는다»."""

from kg.facts.involvement.page import Page
from kg.facts.involvement.parties import foreign_subject, person_subject, subject_bodies
from kg.facts.involvement.standing import is_rejected
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_IS_CANDIDATE = regex(r"\s?(?:[가-힣]{1,8}\s?)?(?:예비\s?)?후보")
_LABEL = regex(r"[^가-힣]{0,6}(?:기호\s?\d번?\s?)?(?:[가-힣]{1,8}\s)?$")
_LABELLED = regex(r"\s?(?:[가-힣]{1,8}\s?)?(?:예비\s?)?후보(?:\s?\([^()]{1,20}\))?\s?[:：]?\s*$")
"""«·홍길동 후보», a line of its own over what that candidate pledges."""
_BOTH = regex(r"(?:두|세|네|각)\s?(?:사람|후보|측|명)|(?:양측|양쪽|여야)")
_ALL_OF_THEM = regex(
    r"(?:둘\s다|셋\s다|모두\s다|(?:두|세|네)\s?(?:후보|사람)(?:는|은|가|이)?\s(?:모두|다|나란히|똑같이|함께))\s"
)
_WOULD = regex(
    r"겠다(?:고|는|며)?|겠습니다|(?:생각|계획|방침|구상|작정|각오|복안|심산|참|뜻|약속|공약|입장)(?:이다|이라|이었다|다)[.]?"
)
_PLEDGES = regex(r"공약|약속|청사진|비전을|구상을|발표했|내놨|내놓|내걸|꺼냈|제시했")
_OTHERS = regex(r"(?:지적|비판|반박|꼬집|맞받|반응|논평|상대|맞수|현\s?시장|측은|측이)")


def on_the_platform(scene: Page) -> list[tuple[Sentence, Mention, Mention]]:
    """``(sentence, program, person)`` for programs of sentences without a subject behind a candidate's pledge."""
    if "후보" not in scene.analysis.text:
        return []
    found: list[tuple[Sentence, Mention, Mention]] = []
    labelled: dict[str, Mention] = {}
    teller: Mention | None = None
    pledged = True  # whether the candidate is told to pledge, or is only whom the sentences are about
    for sentence in scene.analysis.sentences:
        if (label := _label(scene, sentence)) is not None:
            teller, pledged = label, True
            labelled[str(label.value)] = label
            continue
        if sentence.block != "body":
            continue
        told = _candidate(scene, sentence)
        if told is not None:
            teller, pledged = told, True
            continue
        if (told := _topic(scene, sentence)) is not None:
            labelled.setdefault(str(told.value), told)
            pledged = pledged and teller is not None and teller.value == told.value
            teller = told
            continue
        if _ALL_OF_THEM.match(scene.analysis.text, sentence.begin):
            found += _of_all(scene, sentence, list(labelled.values()))
        if teller is not None and _is_anothers(scene, sentence, teller):
            teller = None
        if teller is not None and not pledged and not _WOULD.search(scene.analysis.text, sentence.begin, sentence.end):
            continue
        for program in scene.named_in(sentence) if teller is not None else ():
            if scene.in_others_words(program.begin) or is_rejected(scene, program):
                continue
            if person_subject(scene, sentence, program.begin) or subject_bodies(scene, sentence, program.begin):
                continue
            found += [(sentence, scene.full(program), teller)] if teller is not None else []
    return found


def _label(scene: Page, sentence: Sentence) -> Mention | None:
    """The candidate whose name is all that a line says."""
    text = scene.analysis.text
    for person in scene.people_in(sentence):
        if person.kind == "person" and _LABELLED.fullmatch(text, person.end, sentence.end):
            return person if _LABEL.fullmatch(text, sentence.begin, person.begin) else None
    return None


def _topic(scene: Page, sentence: Sentence) -> Mention | None:
    """The candidate named in full whom a sentence is about: «홍길동 후보는 있는 것을 키우자는 쪽이다»."""
    who = person_subject(scene, sentence, sentence.end)
    if who is None or who.kind != "person" or _IS_CANDIDATE.match(scene.analysis.text, who.end) is None:
        return None
    return None if scene.named_in(sentence) else who


def _of_all(scene: Page, sentence: Sentence, candidates: list[Mention]) -> list[tuple[Sentence, Mention, Mention]]:
    """«둘 다 P는 유지하겠다고 했다»: what all of the candidates pledge."""
    if len(candidates) < 2 or not _WOULD.search(scene.analysis.text, sentence.begin, sentence.end):
        return []
    programs = [p for p in scene.named_in(sentence) if not scene.in_others_words(p.begin)]
    return [(sentence, scene.full(p), who) for p in programs for who in candidates]


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
    if _BOTH.match(scene.analysis.text, sentence.begin):
        return True
    if scene.people_in(sentence):
        return False
    if foreign_subject(scene, sentence, sentence.end) or _OTHERS.search(
        scene.analysis.text, sentence.begin, sentence.end
    ):
        return True
    return bool(subject_bodies(scene, sentence, sentence.end))
