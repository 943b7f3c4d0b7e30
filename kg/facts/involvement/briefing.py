"""Who presents what a paper tells: «브리핑: A 시장» over a briefing, «P도 함께 발표됐다» of a briefing told before."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.main import BEFORE_NOW
from kg.facts.involvement.parties import person_subject, subject_bodies
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import is_rejected, may_be_run, of_others
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_HEADED = regex(r"(?:브리핑|발표자?|브리퍼|회견|설명자)\s?[:：]\s?(?:[가-힣0-9·]{1,14}\s){0,2}$")
_WAS_PRESENTED = regex(
    r"\s?(?:(?:함께|이날|같이|나란히|아울러|처음)\s)?(?:발표|공개|제시|소개|선보여)(?:됐|되었|졌|된다)"
)
_HELD = regex(
    r"(?:브리핑|기자회견|회견|발표회|보고회|설명회|간담회)(?:을|를)\s?(?:[가-힣]{1,4}\s)?(?:열|가졌|갖|개최|하고|했)"
)
_HEAD = 6
"""In so many sentences at its beginning a paper tells who briefs."""


def briefed(scene: Scene) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for the programs of a paper at whose head an executive is told to brief."""
    who = _briefer(scene)
    if who is None or scene.analysis.document.kind in ("interview", "council"):
        return
    told: set[str] = set()
    for sentence in scene.analysis.sentences:
        if sentence.block in ("title", "subtitle", "caption"):
            continue
        for program in map(scene.full, scene.named_in(sentence)):
            if program.value.text in told or not _is_presented(scene, sentence, program):
                continue
            told.add(program.value.text)
            yield sentence, program, who, "backer-announces"


def _briefer(scene: Scene) -> Mention | None:
    """The executive or official whom the head of a paper names as who briefs."""
    text = scene.analysis.text
    for sentence in scene.analysis.sentences[:_HEAD]:
        for person in scene.people_in(sentence):
            if _HEADED.search(text, max(0, person.begin - 40), person.begin):
                return person if scene.ranks.executive(person) or scene.ranks.official(person) else None
    return None


def _is_presented(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether a program is the presenter's own: nobody else's, not given up, not of somebody's time before."""
    if not may_be_run(scene, program) or is_rejected(scene, program) or of_others(scene, program):
        return False
    if scene.in_others_words(program.begin) or BEFORE_NOW.search(scene.analysis.text, sentence.begin, program.begin):
        return False
    others = subject_bodies(scene, sentence, program.begin)
    return not others or any(scene.is_government(b) for b in others)


def presented_besides(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """«P와 Q도 함께 발표됐다»: of the executive whose briefing was told before."""
    text = scene.analysis.text
    for last in programs:
        case, edge = behind(sentence, last, 3)
        if case not in ("도", "이", "은") or not _WAS_PRESENTED.match(text, edge, sentence.end):
            continue
        who = _held_by(scene, sentence)
        for program in programs if who is not None else ():
            if program.begin <= last.begin and who is not None and may_be_run(scene, program):
                yield sentence, scene.full(program), who, "backer-announces"


def _held_by(scene: Scene, sentence: Sentence) -> Mention | None:
    """The executive who held the briefing that the sentences before tell last."""
    for earlier in reversed(scene.analysis.sentences[: sentence.index]):
        held = _HELD.search(scene.analysis.text, earlier.begin, earlier.end) if earlier.block == "body" else None
        if held is not None:
            who = person_subject(scene, earlier, held.start())
            return who if who is not None and scene.ranks.executive(who) else None
    return None
