"""Who is told to be in charge in a sentence that names no program: its part is the topic, or nothing at all is."""

import re
from collections.abc import Iterator

from kg.facts.involvement.counted import counted
from kg.facts.involvement.handing import handed_to, is_the_one
from kg.facts.involvement.parties import listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.mentions.program.words import program_words
from kg.patterns import regex
from kg.spans import Span

_SHARE = regex(r"(?:의)?\s?(?:몫|차지|담당|소관|책임|(?<=의\s)일)(?:이다|이고|이며|이라|으로|입니다|이지만|[.])")
_PART = regex(
    r"(?<!다른\s)(?<!별도\s)(?:운영|실무|관리|살림|총괄|집행|시공|공사|개발|교육|설치|현장|시행|구축|수행"
    r"|진행|기획|설계|관제|유지보수|제작|업무|"
    r"사업|서비스|상담|접수|실증|검증|연구|강의|수업|프로그램|시스템|플랫폼|센터|실험실|단지|모형|모델"
    r"|알고리즘|과제|용역)"
    r"[가-힣]{0,3}?(?:은|는|을|를)(?=[\s,])"
)
_OPEN_TOPIC = regex(r"[가-힣](?:은|는|을|를)\s(?:[^.,“”]{0,24}\s)?(?:㈜|\(재\))?$")
_DEED = regex(
    r"(?:복원|구현|분석|촬영|채집|수집|측정|정비|점검|수리|인증|평가|발급|접수|모집|선발|배송|배달|운송|보급|배포|번역|기록|전시|해설|안내|순찰"
    r"|매입|설립|조성|건립|조립|생산|재배|진료|검진|치료|판독|판별|선별|예보|예측|제조|공급|정산|홍보|학습|훈련|양성)(?:은|는|을|를)\s[^.,]*$"
)
_CHARGE = frozenset(
    {"맡", "책임지", "도맡", "떠맡", "굴리", "꾸리", "총괄", "수행", "운영", "전담", "주관", "담당", "주도", "이끌"}
    | {"관장", "집행", "대행", "관리", "운행", "운용", "관제", "꾸려가", "이끌어가", "주최", "대신", "돌보", "돌리"}
    | {"떠안", "맡아보", "건사", "운항", "가동", "도맡아하", "직영", "수탁", "위탁받", "총지휘", "통할"}
)
_ALONE = frozenset({"추진", "열", "꾸리", "펼치", "시행", "진행", "개발", "설치", "구축", "교육", "모으", "수집"})
_TEACHES = frozenset({"교육", "가르치", "양성", "육성", "개발", "구축", "수행", "운영", "진행", "실증"})
_LISTED_HEAD = regex(r"[^가-힣A-Za-z(（\[]{0,6}[(（\[][^()]{3,40}[)）\]]\s")
_WORKS = _TEACHES | {"설계", "관리", "제작", "검증", "설치", "시행", "운행"}
_MADE = frozenset({"만들", "제작", "짓", "세우", "개발", "띄우", "돌리"})
_IS_HOW = regex(r"[가-힣]{0,2}\s(?:것|방식|사업|구조|형태|체계|시설)(?:으로|이다|이며|이고|이라|다)")
_BEARS = regex(
    r"(?:사업|운영|시공|공사|구축|개발|수행|실증|총괄|설계|관리|건설|설치|제작|관제|교육|실무|운용|위탁|보급|시행|주관)(?:권|업무|사업|책임|"
    r"실무)?(?:[을를]|까지|도)?\s(?:[가-힣\d]{1,8}\s){0,2}?(?:맡은|맡을|맡는|맡아\s온|맡고\s있는|맡게\s(?:된|될)|총괄하는|총괄한|담당하는|담당할|담당한|위탁받은"
    r"|수탁한|따낸|쥔|쥐는|쥐게\s될|가진|갖는|넘겨받은|넘겨받는|넘겨받을|이어받은|도맡은|도맡아\s온|책임진|책임지는|떠맡은|대행하는|주관한|주도한)\s[‘'㈜]?$"
)
_ROW = regex(r"(?:^|[\s,])[가-힣A-Za-z·]{2,12}(?:은|는)\s(?:㈜|\(주\)|\(재\))?$")
_NEXT_SHARE = regex(
    r"(?:\([^()]{1,20}\))?(?:이|가)?,\s(?:[가-힣A-Za-z·‘’'「」]{1,14}\s){0,5}?[가-힣A-Za-z·]{2,12}[’'」]?(?:은|는)\s"
)
_DUTY = frozenset({"맡", "책임지", "도맡", "떠맡", "담당", "전담", "떠안"})
_BURDEN = regex(
    r"(?:비용|사업비|예산|재원|부담금|위원장|의장|단장|좌장|사회|발제|축사|의원|직|몫|돈|나머지|절반|차액|부족분|잔액|보증|값"
    r"|자문|심사|심의|평가|감사|감수|감독|후원|홍보|협찬|강연|고문|좌장|진행|주례|중재|섭외)(?:을|를|까지|만)?\s"
)
"""What one takes on beside the work: a payment, a seat, advice, a judgement."""
_SPENDS = frozenset({"투입", "들이", "쓰", "투자", "받", "확보", "지원받", "활용", "통하", "모으", "거두"})
_SO = regex(r"[가-힣]{1,2}?(?:해|여|어|아|고)(?:서)?[\s,]")
_LINE_ENDS = regex(r"\s?(?:[,;/·.)]|예정|중|$)")
_JOINTLY = frozenset({"추진", "조성", "진행", "시행", "이행"})
_PAST = regex(r"[가-힣]?(?:었|았|였|했|든\s|은\s)")
_NOT_IT = regex(r"(?:이|가)\s아니(?:라|고)|(?:이|가)\s아닌\s|\s대신\s")
_GAPPED = regex(r"(?:을|를|은|는|이|가|원|명|개|곳|건|%),\s")
_BY_PACT = regex(
    r"(?:[□○◇❍ㅇ\-]\s?)?(?:이번\s|이\s)?(?:업무\s?)?(?:협약|협약서|협정|양해각서)에\s(?:따라|따르면|의하면|서)"
)
"""«협약에 따라 A는 …, B는 …»: each tells its share."""
_GIVES = frozenset(
    {"대", "내", "부담", "보태", "지원", "출연", "출자", "후원", "협력", "협조", "참여", "돕", "내놓", "제공", "하"}
)
_TOPIC = regex(r"([가-힣]{2,})(?:은|는)\s[^,.]*$")
_ASIDE = regex(r"\([^()]*\)")


def in_charge(scene: Scene, sentence: Sentence, bodies: list[Mention]) -> Iterator[Mention]:
    """The bodies that a sentence puts in charge of the program that the text is at."""
    text = scene.analysis.text
    subjects = [b for b in bodies if behind(sentence, b, 0)[0] in ("이", "은")]
    if not subjects:
        yield from _together(scene, sentence)
    for body in bodies:
        if scene.in_others_words(body.begin) or _NOT_IT.match(text, body.end):
            continue
        head = text[sentence.begin : body.begin]
        if bears(scene, sentence, body):
            yield body
            continue
        if _in_row_of_shares(scene, sentence, body):
            yield body
            continue
        handed = "Committee" not in body.value.classes and handed_to(scene, sentence, body)
        if handed or _SHARE.match(text, body.end) or is_the_one(scene, sentence, body):
            yield from listed(scene, sentence, body)
            continue
        if body not in subjects:
            if _does_there(scene, sentence, body, head):
                yield from listed(scene, sentence, body)
            continue
        verb = _predicate(scene, sentence, body, subjects)
        told = verb is not None and (verb.ending != "adnominal" or _IS_HOW.match(text, verb.end))
        if told and verb and _BY_PACT.match(text, sentence.begin) and _is_share(scene, sentence, body, verb):
            yield from listed(scene, sentence, body)
            continue
        if verb is None or verb not in scene.deeds(sentence) or verb.passive or not told:
            continue
        if verb.ending == "noun" and (
            scene.is_headline(sentence) or not _LINE_ENDS.match(text, verb.end, sentence.end)
        ):
            continue
        if not of_event(scene, head) and _takes_charge(scene, sentence, body, verb, head):
            yield from listed(scene, sentence, body)
            yield from (b for b in partners(scene, sentence, verb.begin) if b.begin > body.end)


def bears(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether the words right before a body tell what it is charged with: «운영을 맡은 A는»."""
    return _BEARS.search(scene.analysis.text, sentence.begin, body.begin) is not None


def _in_row_of_shares(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """«부지 조성은 A, 입주자 모집은 시, 교육은 B가 맡는다»: a body in a row of parts whose verb the last one tells."""
    text = scene.analysis.text
    row = _ROW.search(text, sentence.begin, body.begin)
    if row is None or not _NEXT_SHARE.match(text, body.end, sentence.end):
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= body.end and v.ending != "adnominal"), None)
    while verb is not None and verb.ending == "noun" and verb.stem not in _CHARGE:
        verb = next((v for v in scene.verbs(sentence) if v.begin >= verb.end and v.ending != "adnominal"), None)
    return verb is not None and not verb.negated and not verb.passive and verb.stem in _CHARGE | _WORKS | {"하"}


def _is_share(scene: Scene, sentence: Sentence, body: Mention, verb: Verb) -> bool:
    """Whether a party to a pact is told to do something of its own, and not to pay or to provide ground only."""
    gives = verb.stem in _GIVES or scene.mentions.within(Span(body.end, verb.begin), "money", "program")
    return not (gives or verb.passive or verb.negated or scene.is_government(body))


def _does_there(scene: Scene, sentence: Sentence, body: Mention, head: str) -> bool:
    """«운영은 D에서 한다»: whether a part of the work is done at a body."""
    case, edge = behind(sentence, body, 0)
    if case != "에서" or _OPEN_TOPIC.search(head) is None:
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= edge), None)
    near = verb is not None and verb.begin - edge < 10 and not verb.passive and not verb.negated
    if verb is None or not near or of_event(scene, head):
        return False
    return verb.stem in _CHARGE | _DUTY or (
        verb.stem == "하" and (_PART.search(head) is not None or _DEED.search(head) is not None)
    )


def _together(scene: Scene, sentence: Sentence) -> list[Mention]:
    """«두 기관은 2028년까지 단지를 함께 조성한다»: the bodies that do the work together, named before."""
    last = next((v for v in reversed(scene.deeds(sentence)) if v.ending != "adnominal" and not v.passive), None)
    if last is None or last.stem not in _WORKS | _MADE | _CHARGE | _ALONE | _JOINTLY:
        return []
    return counted(scene, sentence, last.begin)


def sharing(scene: Scene, sentence: Sentence, bodies: list[Mention], charged: list[Mention]) -> Iterator[Mention]:
    """The bodies whose part of the work is told beside that of those in charge: «A가 총괄하고, B는 모델을 개발한다».

    ``charged`` are those in charge in this sentence or the one before.
    """
    subjects = [b for b in bodies if behind(sentence, b, 0)[0] in ("이", "은")]
    for body in subjects:
        plain = scene.is_government(body) or {"Company", "Committee", "Ministry"} & set(body.value.classes)
        if plain or body in charged or scene.in_others_words(body.begin):
            continue
        verb = _predicate(scene, sentence, body, subjects)
        if verb is None or verb.stem not in _WORKS or verb.negated or verb.passive or verb.ending == "adnominal":
            continue
        if not scene.mentions.within(Span(body.end, verb.begin), "money", "program"):
            yield from listed(scene, sentence, body)


def _takes_charge(scene: Scene, sentence: Sentence, body: Mention, verb: Verb, head: str) -> bool:
    """Whether what a body does is a share of the work; ``head`` are the words of the sentence before the body."""
    text = scene.analysis.text
    with_object = has_object(scene, sentence, _own_part(scene, sentence, body.end, verb), verb.begin)
    if verb.stem in _DUTY and _BURDEN.search(text, body.end, verb.begin + 1):
        return False
    if verb.stem in _DUTY and not with_object and scene.mentions.within(Span(body.end, verb.begin), "money"):
        return False
    if _LISTED_HEAD.match(head):
        return True
    part = _PART.search(text, body.end, verb.begin + 1) is not None
    topic = _PART.search(head) is not None or re.search(r"[은는]\s", head) is not None
    subject = behind(sentence, body, 0)[0] == "이"
    past = _PAST.match(text, verb.begin + len(verb.stem)) is not None
    if verb.stem in _DUTY:
        return True
    if verb.stem in _CHARGE:
        return part or (subject and (topic or not with_object))
    if not subject:
        return False
    if verb.stem == "하":
        return topic and not with_object
    if verb.stem in _MADE and (part or topic) and not past:
        return part or not with_object
    return verb.stem in _ALONE and not with_object and not (past and verb.stem in _MADE)


def of_event(scene: Scene, head: str) -> bool:
    """Whether the topic of the words before a body is an occasion: «토론회는 A가 주최한다»."""
    topic = _TOPIC.search(head)
    return topic is not None and program_words(scene.lexicon).other_head(topic[1]) == "event"


def _predicate(scene: Scene, sentence: Sentence, body: Mention, subjects: list[Mention]) -> Verb | None:
    """What a subject does: its clause's own verb; where it has none (A는 X를, B는 Y를 맡는다) the next subject's."""
    rest = [s for s in subjects if s.begin >= body.end]
    limit = rest[0].begin if rest else sentence.end
    verbs = [v for v in scene.verbs(sentence) if body.end <= v.begin < limit]
    text = scene.analysis.text
    own = [v for v in verbs if v.ending != "adnominal" or _IS_HOW.match(text, v.end)]
    own = [v for v in own if v.ending != "noun" or v.stem in _CHARGE]
    if own:
        own = [v for v in own if not _by_means(scene, v)] or own
        near = [v for v in own if v.begin - body.end < 60]
        return next((v for v in near if v.stem in _CHARGE), near[0] if near else None)
    if rest and _GAPPED.search(scene.analysis.text, body.end, limit):
        return _predicate(scene, sentence, rest[0], subjects)
    return None


def _by_means(scene: Scene, verb: Verb) -> bool:
    """Whether a verb only tells by what means the next one is done: 5억원을 투입해, 들여, 써서."""
    return (
        verb.ending == "linking"
        and verb.stem in _SPENDS
        and _SO.match(scene.analysis.text, verb.begin + len(verb.stem) - 1) is not None
    )


def has_object(scene: Scene, sentence: Sentence, begin: int, end: int) -> bool:
    """Whether something other than money is the object between a subject and its verb."""
    text = scene.analysis.text
    money = scene.mentions.within(Span(begin, end), "money")
    paid = {m.end if (aside := _ASIDE.match(text, m.end)) is None else aside.end() for m in money}
    return any(
        t.tag == "JKO" and begin <= t.begin < end and t.begin not in paid and not _BY_WAY_OF.match(text, t.end)
        for t in sentence.tokens
    )


def _own_part(scene: Scene, sentence: Sentence, begin: int, verb: Verb) -> int:
    """Where the words begin that a verb itself governs: behind another verb that leads to it (장비를 들여 운영한다)."""
    leading = [
        v.end for v in scene.verbs(sentence) if begin <= v.begin and v.end < verb.begin and v.ending == "linking"
    ]
    return leading[-1] if leading else begin


def was_made(scene: Scene, verb: Verb) -> bool:
    """Whether a thing was made in the past: who did that supplied it."""
    return verb.stem in _MADE and _PAST.match(scene.analysis.text, verb.begin + len(verb.stem)) is not None


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
_BY_WAY_OF = regex(r"\s(?:통해|통하여|위해|위하여|비롯해|포함해|거쳐|맞아|앞두고|계기로|토대로|바탕으로)")
"""What only tells by what way, or on what occasion, the deed is done."""
_TOGETHER = regex(
    r"(?:\([^()]*\))?(?:와|과|하고)\s?(?:의\s)?(?:함께|공동|손잡|손을\s(?:맞)?잡|힘을\s(?:합|모)|협력해"
    r"|협업해|같이|더불어|나란히|짝을)"
)
