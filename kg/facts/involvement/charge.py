"""Who is told to be in charge in a sentence that names no program: its part is the topic, or nothing at all is."""

import re
from collections.abc import Iterator

from kg.facts.involvement.counted import counted
from kg.facts.involvement.duties import BUILDS, CHARGE, DUTY, MADE, OPEN_TOPIC, PART, WORKS
from kg.facts.involvement.handing import handed_to, is_the_one
from kg.facts.involvement.objects import has_object
from kg.facts.involvement.parties import embedded, listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import asks, body_of_speaker
from kg.facts.involvement.shares import does_there, in_row_of_shares, is_burden, minds, of_event
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_SHARE = regex(
    r"(?:의)?\s?(?:몫|차지|담당|소관|책임|손|(?<=의\s)일)"
    r"(?:이다|다[.\s]|이고|고\s|이며|며\s|이라|라\s|으로|로\s|입니다|이지만|지만|인데|이었|였|이에요|예요|이죠|가\s(?:됐|되|된)|이\s(?:됐|되|된)|에\s(?:달|맡|떨어|넘|놓|들)|[.])"
)
_ALONE = frozenset(
    {"추진", "열", "꾸리", "펼치", "시행", "진행", "개발", "설치", "구축", "교육", "모으", "수집"}
    | {"띄우", "벌이", "조성", "짓", "세우", "만들", "차리", "개설", "건립", "실시", "실증", "보급", "운용", "가동"}
    | {"이어가", "이어오", "벌여오", "굴려오", "선보이", "론칭", "출시", "제작", "가르치", "재개"}
)
"""What may be told of a body without saying of what: that is what the sentences before are about."""
_LISTED_HEAD = regex(r"[^가-힣A-Za-z(（\[]{0,6}[(（\[][^()]{3,40}[)）\]]\s")
_IS_HOW = regex(
    r"[가-힣]{0,2}\s(?:것|방식|사업|구조|형태|체계|시설|그림|모양새|모양|구도|셈|식|틀|안|방안|조건|계획|예정|구상|방침|얼개|골격|판|수순|절차|모델|꼴|참|작정|상황|상태|중)(?:으로|로\s|이다|임(?=[.\s]|$)|이며|이고|이라|입니다|이었|였|다)"
    r"|[가-힣]{0,2}\s(?:점|데)(?:이|은|도|을|에서|에)[\s,]"
)
_BEARS = regex(
    r"(?:사업|운영|시공|공사|구축|개발|수행|실증|총괄|설계|관리|건설|설치|제작|관제|교육|실무|운용|위탁|보급|시행|주관)(?:권|업무|사업|책임|"
    r"실무)?(?:[을를]|까지|도)?\s(?:[가-힣\d]{1,8}\s){0,2}?(?:맡은|맡을|맡는|맡아\s온|맡고\s있는|맡게\s(?:된|될)|총괄하는|총괄한|담당하는|담당할|담당한|위탁받은"
    r"|수탁한|따낸|쥔|쥐는|쥐게\s될|가진|갖는|넘겨받은|넘겨받는|넘겨받을|이어받은|도맡은|도맡아\s온|책임진|책임지는|떠맡은|대행하는|주관한|주도한)\s[‘'㈜]?$"
)
_BEARS_IT = regex(
    r"(?:^|[\n,.)]\s?|[□○◇❍ㅇ◦\-–·]\s?|(?<![가-힣])(?:이|이번|해당|본|동|그|이\s같은|전체|실제|실제로|현재)\s|[가-힣](?:으로|로|며|고|해|에서|부터|까지|함께|직접)\s)"
    r"(?:사업|프로젝트|과제|시설|서비스)(?:을|를)\s(?:[가-힣\d]{1,8}\s){0,2}?(?:(?:수행|주관|추진|시행|운영|전담|담당|총괄|주도|집행|진행|실행|관리|이행)"
    r"(?:하는|하고\s있는|할|해\s온|하게\s될|\s중인)|이끄는|이끌|꾸리는|꾸릴|굴리는|돌리는|펼치는|벌이는|꾸려\s온|이끌어\s온)\s"
    r"[‘'㈜]?$"
)
"""«사업을 수행하는 A는»: what is told of is the work of the text, and none with words of its own before it."""
_STAFF = regex(
    r"(?:시|도|군|구|청|부서)\s(?:[가-힣]{1,6}\s)?(?:관계자|담당자|당국자|담당\s공무원)(?:은|는|도)\s[^“”]{0,30}“?$"
)
_SPENDS = frozenset({"투입", "들이", "쓰", "투자", "받", "확보", "지원받", "활용", "통하", "모으", "거두"})
_MANNER = frozenset({"나누", "합치", "번갈", "손잡", "협력", "협업", "힘쓰", "갈라", "쪼개", "돌아가", "뭉치"})
_SO = regex(r"[가-힣]{1,2}?(?:해|여|어|아|고)(?:서)?[\s,]")
_LINE_ENDS = regex(r"\s?(?:[,;/·.)]|예정|중|$)")
_JOINTLY = frozenset({"추진", "조성", "진행", "시행", "이행"})
_PAST = regex(r"[가-힣]?(?:었|았|였|했|든\s|은\s)")
_HANDS_OVER = regex(
    r"[가-힣]{1,3}?(?:하여|해|어|아|여|하고|[·ㆍ,/]|\s및)?\s?(?:납품|공급|판매|넘[겼기긴길]|팔[았고아]|대\s?[주줬준]|건[네넸]|기부|기증|시공|제조)"
)
_MADE_ONE = regex(r"(?:만든|지은|세운|띄운|돌린|제작한|개발한)\s")
_NOT_IT = regex(r"(?:이|가)\s아니(?:라|고)|(?:이|가)\s아닌\s|\s대신\s")
_GAPPED = regex(r"(?:을|를|은|는|이|가|원|명|개|곳|건|%),\s")
_BY_PACT = regex(
    r"(?:[□○◇❍ㅇ\-]\s?)?(?:이번\s|이\s)?(?:업무\s?)?(?:협약|협약서|협정|양해각서)에\s(?:따라|따르면|의하면|서)"
)
"""«협약에 따라 A는 …, B는 …»: each tells its share."""
_GIVES = frozenset(
    {"대", "내", "부담", "보태", "지원", "출연", "출자", "후원", "협력", "협조", "참여", "돕", "내놓", "제공", "하"}
)


def in_charge(scene: Scene, sentence: Sentence, bodies: list[Mention]) -> Iterator[Mention]:
    """The bodies that a sentence puts in charge of the program that the text is at."""
    text = scene.analysis.text
    subjects = [b for b in bodies if behind(sentence, b, 0)[0] in ("이", "은")]
    if not subjects:
        yield from _together(scene, sentence)
    for body in bodies:
        spoken = scene.in_others_words(body.begin) and not _is_answered(scene, sentence, body)
        if spoken or _NOT_IT.match(text, body.end):
            continue
        head = text[sentence.begin : body.begin]
        if bears(scene, sentence, body):
            yield body
            continue
        if in_row_of_shares(scene, sentence, body):
            yield body
            continue
        handed = "Committee" not in body.value.classes and handed_to(scene, sentence, body)
        if handed or _SHARE.match(text, body.end) or is_the_one(scene, sentence, body):
            yield from listed(scene, sentence, body)
            continue
        if body not in subjects:
            if does_there(scene, sentence, body, head) or _with_it(scene, sentence, body, head):
                yield from listed(scene, sentence, body)
            continue
        verb = _predicate(scene, sentence, body, subjects)
        told = verb is not None and (verb.ending != "adnominal" or _IS_HOW.match(text, verb.end))
        if told and verb and _BY_PACT.match(text, sentence.begin) and _is_share(scene, sentence, body, verb):
            yield from listed(scene, sentence, body)
            continue
        if verb is not None and told and minds(scene, sentence, body, verb) and not of_event(scene, head):
            yield from listed(scene, sentence, body)
            continue
        if verb is None or verb.passive or not told or supplies(scene, verb):
            continue
        if verb.ending != "adnominal" and embedded(scene, sentence, body, verb.begin):
            continue  # B가 후원한 돈으로 교육도 한다
        if verb not in scene.deeds(sentence) and (verb.stem not in CHARGE or verb.negated):
            continue
        if verb.ending == "noun" and (
            scene.is_headline(sentence) or not _LINE_ENDS.match(text, verb.end, sentence.end)
        ):
            continue
        if not of_event(scene, head) and _takes_charge(scene, sentence, body, verb, head):
            yield from listed(scene, sentence, body)
            yield from (b for b in partners(scene, sentence, verb.begin) if b.begin > body.end)


def _is_answered(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether it is the government's own people who say it: «시 관계자는 “운영은 A가 맡는다”고 설명했다»."""
    said = scene.analysis.quoted_at(body.begin)
    if said is None or asks(scene, sentence):
        return False
    if _STAFF.search(scene.analysis.text, sentence.begin, said.begin):
        return True
    return body_of_speaker(scene, sentence, body.begin) is not None


def _with_it(scene: Scene, sentence: Sentence, body: Mention, head: str) -> bool:
    """«제작은 A와 함께 한다»: whether a part that is the topic is done together with a body."""
    if behind(sentence, body, 0)[0] != "와" or PART.search(head) is None or OPEN_TOPIC.search(head) is None:
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= body.end and v.ending != "noun"), None)
    told = verb is not None and verb.ending != "adnominal" and not verb.passive and not verb.negated
    if verb is None or not told or _TOGETHER.match(scene.analysis.text, body.end) is None:
        return False
    return verb.stem in CHARGE | WORKS | _ALONE | {"하"} and not of_event(scene, head)


def bears(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether the words right before a body tell what it is charged with: «운영을 맡은 A는»."""
    text = scene.analysis.text
    if _BEARS.search(text, sentence.begin, body.begin) is not None:
        return True
    return _BEARS_IT.search(text, max(0, sentence.begin - 2), body.begin) is not None  # with what ends the last one


def _is_share(scene: Scene, sentence: Sentence, body: Mention, verb: Verb) -> bool:
    """Whether a party to a pact is told to do something of its own, and not to pay or to provide ground only."""
    gives = verb.stem in _GIVES or scene.mentions.within(Span(body.end, verb.begin), "money", "program")
    return not (gives or verb.passive or verb.negated or scene.is_government(body))


def _together(scene: Scene, sentence: Sentence) -> list[Mention]:
    """«두 기관은 2028년까지 단지를 함께 조성한다»: the bodies that do the work together, named before."""
    last = next((v for v in reversed(scene.deeds(sentence)) if v.ending != "adnominal" and not v.passive), None)
    if last is None or last.stem not in WORKS | MADE | CHARGE | _ALONE | _JOINTLY:
        return []
    return counted(scene, sentence, last.begin)


def sharing(scene: Scene, sentence: Sentence, bodies: list[Mention], charged: list[Mention]) -> Iterator[Mention]:
    """The bodies whose part of the work is told beside that of those in charge: «A가 총괄하고, B는 모델을 개발한다».

    ``charged`` are those in charge in this sentence or the one before.
    """
    subjects = [b for b in bodies if behind(sentence, b, 0)[0] in ("이", "은")]
    for body in subjects:
        plain = {"Company", "Committee", "Ministry"} & set(body.value.classes)
        if plain or body in charged or scene.in_others_words(body.begin):
            continue
        verb = _predicate(scene, sentence, body, subjects)
        if verb is None or verb.negated or verb.passive or verb.ending == "adnominal":
            continue
        if verb.stem not in (BUILDS if scene.is_government(body) else WORKS):
            continue
        if not scene.mentions.within(Span(body.end, verb.begin), "money", "program"):
            yield from listed(scene, sentence, body)


def _takes_charge(scene: Scene, sentence: Sentence, body: Mention, verb: Verb, head: str) -> bool:
    """Whether what a body does is a share of the work; ``head`` are the words of the sentence before the body."""
    text = scene.analysis.text
    with_object = has_object(scene, sentence, _own_part(scene, sentence, body.end, verb), verb.begin)
    if is_burden(scene, body, verb):
        return False
    if verb.stem in DUTY and not with_object and scene.mentions.within(Span(body.end, verb.begin), "money"):
        return False
    if _LISTED_HEAD.match(head):
        return True
    part = PART.search(text, body.end, verb.begin + 1) is not None
    topic = PART.search(head) is not None or re.search(r"[은는]\s|(?:모두|전부|둘\s다|다\s같이)\s$", head) is not None
    subject = behind(sentence, body, 0)[0] == "이"
    past = _PAST.match(text, verb.begin + len(verb.stem)) is not None
    if verb.stem in DUTY:
        return True
    if verb.stem in CHARGE:
        return part or (subject and (topic or not with_object))
    if not subject:
        return False
    if verb.stem == "하":
        return topic and not with_object
    if verb.stem in MADE and (part or topic) and not past:
        return part or not with_object
    supplied = past and verb.stem in MADE and "Company" in body.value.classes
    return verb.stem in _ALONE and not with_object and not supplied


def _predicate(scene: Scene, sentence: Sentence, body: Mention, subjects: list[Mention]) -> Verb | None:
    """What a subject does: its clause's own verb; where it has none (A는 X를, B는 Y를 맡는다) the next subject's."""
    rest = [s for s in subjects if s.begin >= body.end]
    limit = rest[0].begin if rest else sentence.end
    verbs = [v for v in scene.verbs(sentence) if body.end <= v.begin < limit]
    text = scene.analysis.text
    own = [v for v in verbs if v.ending != "adnominal" or _IS_HOW.match(text, v.end)]
    own = [v for v in own if v.ending != "noun" or v.stem in CHARGE]
    if own:
        own = [v for v in own if not _by_means(scene, v)] or own
        near = [v for v in own if v.begin - body.end < 60]
        return next((v for v in near if v.stem in CHARGE), near[0] if near else None)
    if rest and _GAPPED.search(scene.analysis.text, body.end, limit):
        return _predicate(scene, sentence, rest[0], subjects)
    return None


def _by_means(scene: Scene, verb: Verb) -> bool:
    """Whether a verb only tells by what means the next one is done: 5억원을 투입해, 들여, 써서."""
    return (
        verb.ending == "linking"
        and verb.stem in _SPENDS | _MANNER
        and _SO.match(scene.analysis.text, verb.begin + len(verb.stem) - 1) is not None
    )


def _own_part(scene: Scene, sentence: Sentence, begin: int, verb: Verb) -> int:
    """Where the words begin that a verb itself governs: behind another verb that leads to it (장비를 들여 운영한다)."""
    leading = [
        v.end for v in scene.verbs(sentence) if begin <= v.begin and v.end < verb.begin and v.ending == "linking"
    ]
    return leading[-1] if leading else begin


def was_made(scene: Scene, verb: Verb) -> bool:
    """Whether a thing was made in the past: who did that supplied it."""
    text = scene.analysis.text
    past = _PAST.match(text, verb.begin + len(verb.stem)) or _MADE_ONE.match(text, verb.begin)
    return verb.stem in MADE and past is not None


def supplies(scene: Scene, verb: Verb) -> bool:
    """Whether what is made is handed over to who uses it: «A가 만들어 넘겼다», «B가 제작·납품»."""
    return _HANDS_OVER.match(scene.analysis.text, verb.begin) is not None


def partners(scene: Scene, sentence: Sentence, end: int, of: Mention | None = None) -> list[Mention]:
    """The bodies with which something is done before an offset: «A, B와 함께 P를 만들었다», «P는 A와 공동 시행한다».

    Also where nothing stands between: «A와 운영한다», with the program ``of`` «A와 P를 운영한다».
    """
    found: list[Mention] = []
    for body in scene.bodies(sentence):
        beside = of is not None and _WITH.fullmatch(scene.analysis.text, body.end, of.begin)
        beside = beside or _WITH.fullmatch(scene.analysis.text, body.end, end)
        if body.end <= end and (beside or _TOGETHER.match(scene.analysis.text, body.end)):
            found += [b for b in listed(scene, sentence, body) if b not in found]
    return [b for b in found if not inside_speech(scene.analysis, b.begin) or scene.is_interview]


_WITH = regex(
    r"(?:\([^()]*\))?(?:와|과)\s(?:(?!함께|공동|같이|별도|달리|다른|가까|이웃|맞닿|인접)[가-힣A-Za-z0-9·]{2,8}(?:\s[가-힣A-Za-z0-9·]{2,10}){0,2}(?<![은는인한된던할])에(?:서)?\s)?"
    r"[‘'「『《〈\"“]?"
)
"""«A는 B와 ‘P’를 세운다», «A는 B와 나루동에 ‘P’를 세운다»."""
_TOGETHER = regex(
    r"(?:\([^()]*\))?(?:와|과|하고)\s?(?:의\s)?(?:함께|공동|손잡|손을\s(?:맞)?잡|힘을\s(?:합|모)|협력해"
    r"|협업해|같이|더불어|나란히|짝을|(?:[가-힣\d]{1,6}\s){0,2}?(?:위탁|운영|대행|용역|수탁)\s?(?:계약|협약)(?:으로|을\s맺|을\s체결))"
)
