"""Who goes on with a program that the sentence before has named: «시는 ‘P’를 내놓았다. 시는 12곳에 기기를 단다»,
and whose work it is told to be: «구가 내년까지 벌이는 사업이다»."""

from collections.abc import Iterator

from kg.facts.allocation.sections import lines_above
from kg.facts.involvement.charge import partners, supplies, was_made
from kg.facts.involvement.fact import operated
from kg.facts.involvement.focus import headed_by
from kg.facts.involvement.page import SHORT_GOVERNMENTS, stem
from kg.facts.involvement.parties import foreign_subject, listed, person_subject, subject_bodies
from kg.facts.involvement.parts import names_another, of_a_body, of_agreement
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.shares import is_burden, of_event
from kg.facts.involvement.standing import is_rejected, is_weak, may_be_run, of_others
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_NO_WORK = frozenset(
    {"하", "발표", "확정", "공모", "나서", "들이", "쓰", "투입", "투자", "열", "개최", "마련", "내놓", "수립"}
    | {"제정", "돌입", "속도", "준비", "시동", "박차", "출범", "이끌", "완료", "마치", "끝내", "마무리", "맡"}
    | {"지급", "주", "제공", "지원", "주최", "나눠주", "빌려주", "치르", "넘겨받", "앉히", "공급", "파견"}
)
"""Deeds that are done round a program as well as in it."""
_IS_THE_WORK = regex(
    r"[가-힣]{0,2}\s(?:[가-힣A-Za-z·]{1,8}\s){0,2}?[가-힣]{0,6}(?:사업|프로젝트|시설|서비스|제도|과정|교육|시스템|"
    r"플랫폼|센터|공간|단지|앱|것|결과물|합작품|작품|산물|성과|정책|모델|모형|도구|로봇|버스|챗봇|사전|지도|학교|교실|강좌"
    r"|장터|기금|펀드|프로그램|모임|곳|체계|제품|기술|장치|대책|실험|시도|노선|셔틀|택시|거리|마을|대회|캠프|수업|강의|교과|교재|조직"
    r"|창구|쉼터|연구|과제|상품|콘텐츠|바우처|보험|카드|쿠폰|수당|장학금|이용권|상담소|실험실|연구실|작업실|공방|도서관|농장|공장|정류장"
    r"|카메라|관제망|전산망|통신망|망|거점|동아리|포럼|행정|복지|돌봄|비서|도우미|놀이터|체험관|전시관|홍보관|스튜디오|사이트|누리집|포털|알림"
    r"|예보|경보|특구|구역|인증제|학과|학부|전공|대학원|드론|배|선박|장비|기기|기계|설비|시범단지|실증단지|캠퍼스)"
    r"(?:이다|입니다|이에요|다[.]|인데|이고|이며|으로[,\s]|로[,\s]|의\s|이라)"
)
_FAINT = frozenset(
    {"갖추", "쓰", "놓", "풀", "짜", "쌓", "파", "심", "고치", "까", "뽑", "늘리", "넓히", "확대", "키우", "들어가"}
)
"""Deeds of which an answer tells as much by the way as of its matter."""
_OTHER = regex(r"(?:다른|딴|별도의?|별개의?)\s")
_ALIKE = regex(r"(?:같은|비슷한|유사한|똑같은|닮은)\s")
"""«이웃 군은 같은 버스를 들여왔다»: what is done is done to another of its kind."""
_RIGHT_BEFORE = regex(r"(?:을|를|씩|씩을)?\s(?:[가-힣]{1,6}\s){0,2}")
_SAYS = regex(
    r"(?:신중론|반론|우려|주장|논리|입장|의견|여론|목소리|불만|반대|기대|전망|계획서|성명|논평)(?:을|를|도)\s"
)
_MEANS = regex(
    r"(?:목표|목표치|계획|방침|구상|방안|대책|청사진|밑그림|전략|로드맵|기준|원칙|일정|전망|각오|다짐|과제|비전)(?:을|를|도)\s(?:[^\s.]{1,6}\s)?$"
)
"""«시는 15분으로 줄인다는 목표를 세웠다»: what is meant to be done."""
_SUPPLIES = regex(r"(?:제작|제조|개발|납품|공급|판매|시공|설치)\s?(?:사|업체|회사|기업)(?:인)?\s[‘']?(?:㈜|\(주\))?$")
"""«제작사 A는 바퀴를 바꿔 단다»: a supplier is no operator."""
_NEAR = 3
"""So many sentences back a program is still what a paragraph is at."""


def operators_ongoing(
    scene: Scene, sentence: Sentence, programs: list[Mention], bodies: list[Mention]
) -> Iterator[Involvement]:
    """Involvements of a sentence that names no program, whose subject does the work of the one named before."""
    if programs or sentence.block == "caption" or scene.is_headline(sentence):
        return
    answers = scene.answers(sentence)
    if not bodies and not answers:
        return
    deeds = [v for v in scene.deeds(sentence) if not v.passive and v.ending != "noun"]
    program = (_named_before(scene, sentence) or (_asked_of(scene, sentence) if answers else None)) if deeds else None
    if program is None:
        return
    if answers and not bodies:
        yield from _answered(scene, sentence, program, deeds[-1])
        return
    for verb in deeds:
        if not scene.is_interview and scene.analysis.quoted_at(verb.begin) is not None:
            continue
        doers = _defined(scene, sentence, verb) if verb.ending == "adnominal" else _going_on(scene, sentence, verb)
        if not doers:
            continue
        if of_a_body(scene, sentence, doers[0]):
            return
        if names_another(scene, sentence, bodies) or of_agreement(scene, sentence):
            return
        for body in doers:
            if body.value.text in program.value.text or scene.analysis.text[body.begin - 1] in "‘'「『":
                continue  # the program itself, taken for a body; a body in marks is a thing of its own
            yield operated(scene, sentence, program, body, "operator-goes-on")


def _asked_of(scene: Scene, sentence: Sentence) -> Mention | None:
    """The one program that the question names to which a sentence is the answer."""
    first = scene.analysis.paragraph_to(sentence)[0]
    if sentence.index - first.index > _NEAR or not first.index:
        return None
    asked = scene.analysis.sentences[first.index - 1].paragraph
    named = {p.value.text: p for p in scene.programs_in(asked)}
    between = (scene.named_in(s) for s in scene.analysis.sentences[first.index : sentence.index])
    return None if any(between) else _alone(scene, list(named.values()))


def _answered(scene: Scene, sentence: Sentence, program: Mention, verb: Verb) -> Iterator[Involvement]:
    """«12곳에 설치할 계획입니다»: what an official answers of a program, without a subject, his government does."""
    text = scene.analysis.text
    if scene.government is None or verb.stem in _NO_WORK | _FAINT or verb.ending != "final":
        return
    if person_subject(scene, sentence, verb.begin) or foreign_subject(scene, sentence, verb.begin):
        return
    if any(t.tag == "JKS" for t in sentence.tokens) or _MEANS.search(text, sentence.begin, verb.begin):
        return
    scene.presume(program, scene.government, True)
    yield operated(scene, sentence, program, scene.government, "operator-silent")


def _defined(scene: Scene, sentence: Sentence, verb: Verb) -> list[Mention]:
    """«구가 … 벌이는 사업이다»: the subject of a verb that is bent to what the program is."""
    if _IS_THE_WORK.match(scene.analysis.text, verb.end, sentence.end) is None:
        return []
    near = [b for b in scene.bodies(sentence) if b.end <= verb.begin and behind(sentence, b, 0)[0] == "이"]
    return listed(scene, sentence, near[-1]) if near else []


def _going_on(scene: Scene, sentence: Sentence, verb: Verb) -> list[Mention]:
    """«시는 … 단다»: a body that is the subject of a concrete deed."""
    if verb.stem in _NO_WORK or supplies(scene, verb):
        return []
    doers = [b for b in subject_bodies(scene, sentence, verb.begin) if "Committee" not in b.value.classes]
    if not doers and person_subject(scene, sentence, verb.begin) is None:
        doers = partners(scene, sentence, verb.begin)
    if not doers:
        return []
    text = scene.analysis.text
    money = scene.mentions.within(Span(doers[-1].end, verb.begin), "money")
    if money and _RIGHT_BEFORE.fullmatch(text, money[-1].end, verb.begin):
        return []  # 시비 30억원을 미리 짜 두었다
    if _ALIKE.search(text, doers[-1].end, verb.begin) or is_burden(scene, doers[-1], verb):
        return []
    own = next((v for v in scene.verbs(sentence) if v.begin >= doers[-1].end and v.ending != "adnominal"), verb)
    if own.stem in _NO_WORK and own.begin < verb.begin and not scene.is_government(doers[-1]):
        return []  # A가 장비를 공급하며 36대를 갖춘다
    if _MEANS.search(text, doers[-1].end, verb.begin):
        return []
    if _SAYS.search(text, doers[-1].end, verb.begin) or of_event(scene, text[sentence.begin : doers[-1].begin]):
        return []
    if was_made(scene, verb) or _OTHER.search(text, doers[-1].end, verb.begin):
        return [b for b in doers if scene.is_government(b) and _is_home(scene, b)]
    return [b for b in doers if _is_home(scene, b) and not _SUPPLIES.search(text, sentence.begin, b.begin)]


def _is_home(scene: Scene, body: Mention) -> bool:
    """Whether a government is the one that the text is about, as far as it is told; other bodies are none at all."""
    home = scene.government
    if not scene.is_government(body) or body.value.text in SHORT_GOVERNMENTS or (scene.several and scene.reports):
        return True
    if home is None or home.value.text in SHORT_GOVERNMENTS:
        return scene.reports
    return stem(home.value.official or home.value.text) == stem(body.value.official or body.value.text)


def _named_before(scene: Scene, sentence: Sentence) -> Mention | None:
    """The one program that the sentences before in the paragraph name last, else the heading over it."""
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - _NEAR) : sentence.index]):
        if s.paragraph != sentence.paragraph or s.block != sentence.block:
            break
        named = {scene.full(p).value.text: p for p in scene.named_in(s)}
        if named:
            done = any(behind(s, b, 0)[0] in ("이", "은") and not scene.is_government(b) for b in scene.bodies(s))
            return None if done else _alone(scene, list(named.values()))
    return _alone(scene, headed_by(scene, sentence) or _titled_by(scene, sentence))


def _titled_by(scene: Scene, sentence: Sentence) -> list[Mention]:
    """The programs of the marked line that stands as a title right over a paragraph: ``2. P (6억 원)``."""
    begin = scene.analysis.paragraph_to(sentence)[0].begin
    above = next(lines_above(scene.analysis.text, begin, 1), None)
    if above is None or above.mark is None or above.sentence:
        return []
    title = scene.analysis.sentence_at(above.end - len(above.words))
    return list(dict.fromkeys(scene.full(p) for p in scene.named_in(title))) if title is not None else []


def _alone(scene: Scene, programs: list[Mention]) -> Mention | None:
    """The only one of some programs, where it may be run and is not given up or somebody else's."""
    if len(programs) != 1:
        return None
    program = programs[0]
    fits = may_be_run(scene, program) and not is_weak(scene, program)
    return None if not fits or is_rejected(scene, program) or of_others(scene, program) else scene.full(program)
