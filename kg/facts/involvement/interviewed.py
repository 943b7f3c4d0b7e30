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
_ASKS_FOR_EFFORT = regex(
    r"공들|공(?:을|도)\s(?:가장\s|많이\s)?들|힘(?:을|도)?\s(?:가장\s|많이\s|더\s)?(?:싣|실|쏟|주|쓰|쓸|들|모으)|힘쓰|주력|역점|중점|집중|매달|애착|"
    r"(?:먼저|우선|처음|첫)\s?(?:[가-힣]{1,4}\s)?(?:손대|손댄|하고|할|챙기|챙길|시작|추진|과제|사업)|하고\s?(?:싶|픈)|이루고\s싶|욕심|야심|"
    r"새로\s(?:시작|준비|벌이|벌일|선보|추진)|준비\s?(?:중|하)|구상\s?(?:중|하)|승부수|벼르|밀고\s있|마음에\s두|공약\s?1호|1호\s?(?:공약|사업)"
)
"""A question for what somebody puts effort in, begins or wants: «가장 공들이는 사업은», «내년에는 무엇에 힘을 싣습니까»."""
_IT_IS = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|프로젝트|조성|구축)?\s?(?:입니다|이?죠|이지요|이에요|예요|이다|다|이?라고\s(?:말씀|답|하겠)[가-힣\s]{0,10})[.,]"
)
_OPENS = regex(r"[^가-힣A-Za-z\d]{0,6}(?:답\s?[:：]?\s?|A[.)\s]\s?)?(?:단연(?:코)?\s|역시\s|무엇보다\s|바로\s|아무래도\s)?[‘'「『《〈\"“]{0,3}")
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
        for full in (*_asked_about(scene, sentence), *_put_first(scene, sentence)):
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


def _put_first(scene: Scene, sentence: Sentence) -> Iterator[Mention]:
    """The program that an answer names first and alone where it was asked for what somebody puts effort in:
    «― 가장 공들이는 사업은. “‘P’입니다.”»."""
    if not sentence.index or _ASKS_FOR_EFFORT.search(scene.analysis.text, sentence.begin, sentence.end) is None:
        return
    text, following = scene.analysis.text, scene.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    for answer in following:
        if answer.paragraph == sentence.paragraph or scene.named_in(sentence):
            return
        first = next(iter(scene.named_in(answer)), None)
        opens = first is not None and _OPENS.fullmatch(text, answer.begin, first.begin) is not None
        if first is not None and opens and _IT_IS.match(text, first.end) and not is_rejected(scene, first):
            yield scene.full(first)


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
