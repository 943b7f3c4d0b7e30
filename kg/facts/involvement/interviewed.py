"""What the head of a government stands up for in an interview."""

from collections.abc import Iterator

from kg.facts.involvement.fact import backed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import is_rejected, is_won
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.voice import who_answers
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_OWN_WILL = regex(
    r"(?:늘리|넓히|키우|만들|짓|세우|열|지키|이어\s?가|끝내|마치|완성하|추진하|확대하|도입하|구축하|조성하|운영하|시작하|갖추|채우|챙기|앞당기)겠습니다"
)
_CONCEIVES = frozenset(
    {
        "기획",
        "구상",
        "제안",
        "건의",
        "약속",
        "공약",
        "설계",
        "고안",
        "발의",
        "입안",
        "창안",
        "짜내",
        "제의",
        "발표",
        "선언",
    }
)
"""What who heads a body does himself to a program that his body runs."""
_OWNS = regex(r"(?:에서|의)?\s?(?:하는|준|받은)?\s?[‘'「『《〈\"“]?")

_OF_ANOTHER = frozenset({"backer-subject", "backer-relative", "backer-pledged"})
"""Rules by which an answer tells that a program is somebody else's."""


def by_the_asked(scene: Scene, run: list[Involvement], told_of: list[Involvement]) -> Iterator[Involvement]:
    """The head of a government who is interviewed, for the programs that answers tell as own, and the main one;
    ``told_of`` tells whose other programs are.
    """
    name = who_answers(scene.analysis, scene.mentions, (m for _, m in scene.speakers))
    person = next((p for p in scene.mentions.of("person") if p.value == name and scene.ranks.executive(p)), None)
    if person is None:
        return
    told = _by_other_bodies(scene, run)
    told |= {f.program.value.text for f in told_of if f.rule in _OF_ANOTHER and f.agent.value != name}
    if scene.main is not None and not scene.of_a_body:
        told.add(scene.main.value.text)
        yield backed(scene, scene.analysis.sentences[0], scene.main, person, "backer-speaks")
    for sentence in scene.analysis.sentences:
        for full in _asked_about(scene, sentence):
            if full.value.text not in told:
                told.add(full.value.text)
                yield backed(scene, sentence, full, person, "backer-speaks")
        for program in scene.mentions.within(sentence.span, "program", "program-short"):
            full = scene.full(program)
            if (
                full.value.text in told
                or scene.analysis.quoted_at(program.begin) is None
                or is_rejected(scene, full)
                or is_won(scene, program)
            ):
                continue
            if scene.of_a_body and _is_given(scene, sentence, program):
                continue
            verbs = _CONCEIVES if scene.of_a_body else scene.words.operating
            deeds = (v for v in _told_of(scene, sentence, program) if v.stem in verbs)
            if any(v.ending != "adnominal" and not v.negated for v in deeds):
                told.add(full.value.text)
                yield backed(scene, sentence, full, person, "backer-speaks")


def _asked_about(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The programs of a question that its answer, which names no program, tells as own and to be gone on with."""
    named = [p for p in scene.named_in(sentence) if scene.analysis.quoted_at(p.begin) is None]
    if not named or sentence.block != "body" or scene.government is None:
        return
    answer = [
        s
        for s in scene.analysis.sentences[sentence.index + 1 : sentence.index + 12]
        if s.paragraph == sentence.paragraph + 1
    ]
    if not answer or scene.analysis.quoted_at(answer[0].begin + 1) is None or any(scene.named_in(s) for s in answer):
        return
    if any(_OWN_WILL.search(scene.analysis.text, s.begin, s.end) for s in answer):
        yield from (scene.full(p) for p in named[:1] if not is_rejected(scene, p))


def _is_given(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether who heads a body tells of what others give it: «중기부 ‘P’로 2억원을 받았죠», «도의 ‘P’에서»."""
    if behind(sentence, program, 3)[0] in ("으로", "로", "에서", "에"):
        return True
    before = scene.mentions.within(Span(program.begin - 16, program.begin), "organization", "organization-short")
    return any(
        (scene.is_government(b) or scene.is_ministry(b))
        and _OWNS.fullmatch(scene.analysis.text, b.end, program.begin) is not None
        for b in before
    )


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
