"""Who runs what a sentence only points at: «나루대가 짓는 이 센터는», «A가 맡은 해당 사업은», «이를 A가 운영한다»."""

from collections.abc import Iterator

from kg.facts.involvement.charge import partners
from kg.facts.involvement.fact import operated
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.parties import listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.verbs import CALLS
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_POINTS = regex(
    r"\s(?:이|해당|동|본)\s([가-힣]{1,5}?(?:사업|센터|단지|시설|공장|플랫폼|시스템|서비스|과정|거점|타운|파크|프로젝트"
    r"|캠퍼스|앱|관제망|공원|지구|건물|장치|체계|기기|제도|기계|로봇|설비|장비|학교|교실|강좌|버스|펀드|기금|도구|모델|망)?)(?=(?:[은는이가을를의도과와]"
    r"|에(?:는|도|서|서는)?|엔|에선)?[\s,])"
)

_ANY_PROGRAM = frozenset(
    {
        "사업",
        "프로젝트",
        "시설",
        "건물",
        "거점",
        "과정",
        "장치",
        "체계",
        "기기",
        "제도",
        "설비",
        "장비",
        "서비스",
        "시스템",
    }
)
"""By what nouns any program may be taken up."""


def operators_pointed(scene: Scene, sentence: Sentence, bodies: list[Mention]) -> Iterator[Involvement]:
    """Involvements told by a verb of doing that is bent to a noun which points back at a program."""
    for verb in scene.deeds(sentence) if bodies else ():
        if verb.ending != "adnominal" or verb.passive:
            continue
        pointed = _POINTS.match(scene.analysis.text, _word_end(scene, verb.end))
        if pointed is None or scene.in_others_words(verb.begin):
            continue
        if verb.stem in CALLS:
            bodies = [b for b in bodies if not scene.is_ministry(b)]
        near = [b for b in bodies if b.end <= verb.begin <= b.end + 40 and behind(sentence, b, 0)[0] in ("이", "에서")]
        program = program_at(scene, sentence, Span(pointed.start(1), pointed.end())) if near else None
        if program is not None and (_may_be_called(program, pointed[1]) or _just_named(scene, sentence, program)):
            for body in listed(scene, sentence, near[-1]):
                yield operated(scene, sentence, program, body, "operator-relative")
            for body in partners(scene, sentence, verb.begin):
                if body.begin > near[-1].end:
                    yield operated(scene, sentence, program, body, "operator-relative")


def _word_end(scene: Scene, end: int) -> int:
    """Where the word ends in which an offset stands."""
    found = scene.analysis.text.find(" ", end)
    return found if 0 <= found <= end + 2 else end


def _just_named(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether the sentence before, in one paragraph, names a program alone: «‘P’에 쓰인다. A가 운영하는 이 앱은»."""
    last = scene.analysis.sentences[sentence.index - 1] if sentence.index else None
    if last is None or last.paragraph != sentence.paragraph:
        return False
    return {scene.full(p).value.text for p in scene.named_in(last)} == {program.value.text}


def _may_be_called(program: Mention, noun: str) -> bool:
    """Whether a program may be taken up by a noun: any by 사업, 프로젝트, 시설; others by a noun of its name."""
    name: str = program.value.text
    return noun in _ANY_PROGRAM or noun[-2:] in name
