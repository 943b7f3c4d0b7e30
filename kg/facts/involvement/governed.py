"""Which verb governs a program that a sentence names, and who is its subject where a later clause alone tells it."""

from kg.facts.involvement.objects import has_object
from kg.facts.involvement.page import SHORT_GOVERNMENTS
from kg.facts.involvement.parties import listed, subject_between
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import event_follows
from kg.facts.involvement.verbs import CALLS, Verb
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_NO_OBJECT = r"(?:(?!(?<=[가-힣])(?:을|를|이|가|은|는)\s)[^,.])"
_IS_A = regex(
    rf"[가-힣]?\s{_NO_OBJECT}{{1,24}}(?:이다|입니다|이에요|[가-힣]다)[.]?\s?$"
    rf"|[가-힣]?\s{_NO_OBJECT}{{0,24}}(?:사업|프로젝트|과제|제도|서비스|시설|과정|정책|계획|시스템|플랫폼|공간|곳|데|것|기관|창구|쉼터|학교|앱|로봇|기기|장치|프로그램|결과물|작품|도구|모임|펀드|기금)(?:으로|로|"
    r"이며|이고|인데)[,\s]"
)
_LEFT_ASIDE = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|정책)?\s?(?:말고|외에|이외에|대신|아닌|아니라)|[’'」』》〉\"”]?\s?이?라(?:고|는|며)(?![가-힣])|[’'」』》〉\"”]?(?:와|과)(?:는)?\s(?:별개|별도|달리|다른)"
)
"""«P 말고도 Q를 벌인다»: what is done is done to another."""
_MONEY_GOES = regex(r"(?:원|돈|예산|사업비|비용|국비|시비|도비|군비|구비|몫)(?:씩)?(?:이|가|도)\s")
_IS_MADE_SO = regex(r"(?:으로|로|도록|게|고도|려고|려)\s$")
"""«P는 국비를 재원으로 한다», «P를 잇게 한다»: not a deed of its own."""
_ONLY = regex(r"[’'」』》〉\"”]?\s?(?:사업)?(?:만|부터|까지)\s")
_ENDINGS = frozenset({"종료", "중단", "폐지", "접", "멈추", "폐쇄", "철거", "철수", "철회", "포기", "취소", "삭감"})
_BY_WAY_OF = frozenset({"통하", "위하", "비롯", "포함", "더하", "활용"})
_SETTLES = frozenset(
    {
        "지정",
        "선정",
        "정하",
        "뽑",
        "고르",
        "꾸미",
        "다듬",
        "손보",
        "확정",
        "명명",
        "통합",
        "합치",
        "묶",
        "되살리",
        "넘겨받",
    }
)
"""What is done to a thing that is then run: «P 20곳을 지정하고 4월부터 운영한다»."""
_WON_BY = regex(
    r"선정[됐되돼]|뽑[혔혀히힌]|낙점|주인공|따[내냈낸]|이름을 올|거머쥐|지정[됐되돼]"
    r"|^[’'」』》〉\"”]?\s?(?:사업|과제)?의?\s(?:국비|예산|사업비)"
)
_REGARDING = regex(r"[^.,]{0,3}?\s?(?:(?:놓|두)고(?:서|는|도)?|둘러싸고|둘러싼|(?:놓|두)고서)[\s,]")
"""«P를 놓고 버티던 시가», «P를 두고 다툰다»: what a quarrel is about."""
_THEN = regex(
    r"[가-힣]{1,6}(?:었|았|였|했|렸|쳤|췄)(?:지만|으나|는데|다가|으며|고|다)[,\s]|[가-힣]{1,5}(?:여|해|"
    r"어)\s[^.]{0,30}(?:였|었|았|했)(?:지만|으나|는데)"
)


_OF_IT = regex(
    r"\s?(?:[가-힣]{2,4}(?:적인?|한)\s)?(?:(?:본격|실제|전체|전면|통합|공동|위탁|시범|전국)\s?)?"
    r"(?:운영|추진|구축|조성|설치|관리|개발|제작|건립|건설|설립|시행|수행|진행|실시|보급|도입|운행|실증|설계|시공|총괄|실무|업무|사무|살림|실행|집행|확대|확산|고도화|공사|착공|개통|개소|가동|유지\s?관리|유지\s?보수"
    r"|문|막|시동|불|스위치)(?:권|업무|사업|책임|작업)?(?P<case>을|를|은|는|도|까지|에)\s"
)
"""«P의 운영을 맡는다», «P의 문을 연다»: what is done with the work on it is done with the program."""


_ITS_START = regex(r"\s?(?:닻|돛|첫\s?삽|첫\s?발|첫\s?걸음|포문|신호탄|물꼬|첫선)(?:을|를)\s")
"""«P의 닻을 올린다»: an idiom of a beginning, which is one verb with its noun."""


def through_genitive(scene: Scene, sentence: Sentence, edge: int, case: str) -> tuple[str, int]:
    """The particle of a program and where it ends; behind 의 those of the noun of work that it belongs to."""
    work = _OF_IT.match(scene.analysis.text, edge, sentence.end) if case == "의" else None
    if work is None:
        return ("을", edge) if case == "의" and _ITS_START.match(scene.analysis.text, edge) else (case, edge)
    particle = work["case"]
    return ("은" if particle in "은는" else "도" if particle == "도" else "에" if particle == "에" else "을"), work.end(
        "case"
    )


def governing(
    scene: Scene, sentence: Sentence, program: Mention, edge: int, case: str, deeds: list[Verb]
) -> Verb | None:
    """The verb of doing that has the program as its object, topic or passive subject."""
    if case == "보조" and _ONLY.match(scene.analysis.text, program.end):
        case = "을"  # «P부터 쌓은», «P만 운영한다»
    if case in ("의", "와", "보조", "에서", "에게", "보다", "처럼") or event_follows(scene, program, edge):
        return None
    if _LEFT_ASIDE.match(scene.analysis.text, program.end):
        return None
    limit = edge + 60
    ended = next((v.begin for v in scene.verbs(sentence) if v.begin >= edge and v.stem in _ENDINGS), limit)
    if ended - edge < 16:
        return None
    if case == "을" and (
        _taken_by_another(scene, sentence, edge) or _REGARDING.match(scene.analysis.text, edge, sentence.end)
    ):
        return None
    for verb in deeds:
        if verb.begin < program.end or verb.begin > limit:
            continue
        if case == "이" and not verb.passive:
            return None
        what_it_is = case == "은" and _IS_A.match(scene.analysis.text, verb.end, sentence.end)
        if verb.ending == "adnominal" and not what_it_is and (case != "을" or verb.begin - edge > 12):
            continue
        if case in ("을", "에") and subject_between(scene, sentence, edge, verb.begin):
            return verb if case == "을" and _told_behind(scene, sentence, edge, verb) else None
        if case == "에" and has_object(scene, sentence, edge, verb.begin) and verb.stem not in scene.words.into:
            return None
        if case in ("으로", "로") and scene.mentions.within(Span(edge, verb.begin), "program"):
            return None  # «P로 Q를 연다»
        if verb.stem == "들어가" and _MONEY_GOES.search(scene.analysis.text, sentence.begin, verb.begin):
            continue  # P에 10억원이 들어간다
        if verb.stem == "하" and _IS_MADE_SO.search(scene.analysis.text, verb.begin - 4, verb.begin):
            continue  # P는 시비를 재원으로 한다
        if case == "을" and _taken_before(scene, sentence, edge, verb):
            return None
        other = scene.mentions.within(Span(edge, verb.begin), "person", "person-short")
        return None if other and case in ("을", "에") else verb
    return None


def _told_behind(scene: Scene, sentence: Sentence, edge: int, verb: Verb) -> bool:
    """«P를 A가 연말까지 두 곳에 들인다»: whether a body behind an object is the subject of the next verb."""
    first = next((v for v in scene.verbs(sentence) if v.begin >= edge and v.ending != "noun"), None)
    bodies = [b for b in scene.bodies(sentence) if edge <= b.begin < verb.begin]
    own = [b for b in bodies if behind(sentence, b, 0)[0] == "이"]
    near = len(own) == 1 and own[0].begin - edge < 16 and not has_object(scene, sentence, own[0].end, verb.begin)
    return near and first is not None and first.begin == verb.begin and verb.ending != "adnominal"


def gapped(scene: Scene, sentence: Sentence, program: Mention, edge: int, deeds: list[Verb]) -> list[Mention]:
    """«A가 P를, B가 Q를 각각 맡는다»: the subject right before a program whose verb only the last clause tells."""
    text = scene.analysis.text
    if text[edge : edge + 1] != "," or not any(v.begin > edge and v.ending != "adnominal" for v in deeds):
        return []
    if any(v.begin >= program.end and v.begin < edge for v in scene.verbs(sentence)):
        return []
    rival = next(
        (b for b in scene.bodies(sentence) if b.begin > edge and behind(sentence, b, 0)[0] in ("이", "은")), None
    )
    near = [b for b in scene.bodies(sentence) if b.end <= program.begin and behind(sentence, b, 0)[0] in ("이", "은")]
    if rival is None or rival.begin - edge > 24 or not near or program.begin - near[-1].end > 6:
        return []
    return listed(scene, sentence, near[-1])


def was_run(scene: Scene, sentence: Sentence, verb: Verb | None) -> bool:
    """Whether a verb tells what a body did before it gave it up: «시는 2019년 P를 벌였지만 2년 만에 접었다»."""
    return verb is not None and _THEN.match(scene.analysis.text, verb.begin, sentence.end) is not None


def _taken_before(scene: Scene, sentence: Sentence, edge: int, verb: Verb) -> bool:
    """Whether an object belongs to a nearer verb that is none of doing, and this verb has an object of its own: «P를
    선도과제로 지정하면서 국비 210억원을 주기로 했다»."""
    for v in scene.verbs(sentence):
        if v.begin < edge or v.ending not in ("linking", "final"):
            continue
        if v.begin >= verb.begin:
            return False
        objects = [t.begin for t in sentence.tokens if t.tag == "JKO" and edge <= t.begin < verb.begin]
        first = next(iter(objects), verb.begin)
        if v.begin < first:
            known = v.stem in scene.words.operating or v.stem in _BY_WAY_OF or v.passive
            return not known and any(o > v.begin for o in objects)
    return False


def _taken_by_another(scene: Scene, sentence: Sentence, edge: int) -> bool:
    """Whether the verb right behind an object is none of doing: P 2년 차를 맞아 축제를 연다."""
    first = next((v for v in scene.verbs(sentence) if v.begin >= edge and v.ending != "noun"), None)
    if first is None or first.begin - edge > 3 or first.ending == "adnominal":
        return False
    if first.stem in _SETTLES and first.ending == "linking":
        deed = next((v for v in scene.deeds(sentence) if v.begin > first.end), None)
        if deed is not None and not has_object(scene, sentence, first.end, deed.begin):
            return False
    return first.stem not in scene.words.operating and first.stem not in _BY_WAY_OF


def has_subject(sentence: Sentence, verbs: list[Verb], edge: int, verb: Verb) -> bool:
    """Whether some word between a program and the verb is the verb's own subject, whatever it names."""
    if verb.passive:
        return False
    for i, t in enumerate(sentence.tokens):
        if t.tag == "JKS" and edge <= t.begin < verb.begin and sentence.tokens[i - 1].form not in SHORT_GOVERNMENTS:
            own = next((v for v in verbs if v.begin > t.begin and v.ending != "noun"), None)
            if own is not None and own.begin == verb.begin:
                return True
    return False


def calls_only(scene: Scene, sentence: Sentence, program: Mention, deeds: list[Verb]) -> bool:
    """«진흥원이 공모한 P의 주인공은 나루시였다»: whether a body called for bids that others won."""
    before = [v for v in deeds if v.end <= program.begin and v.ending == "adnominal"]
    called = bool(before) and before[-1].stem == "공모"
    return called and _WON_BY.search(scene.analysis.text, program.end, sentence.end) is not None


def only_calls(program: Mention, deeds: list[Verb]) -> bool:
    """Whether the verb bent to a program only says that it was announced or called for: «부처가 공모한 P»."""
    before = [v for v in deeds if v.end <= program.begin and v.ending == "adnominal"]
    return bool(before) and before[-1].stem in CALLS
