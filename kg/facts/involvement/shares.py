"""Who bears a part that a row of parts, a place or its daily work tells: «운영은 D에서 한다»."""

from kg.facts.involvement.duties import BURDEN, CHARGE, DEED, DUTY, OPEN_TOPIC, PART, WORKS
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.mentions.program.words import program_words
from kg.patterns import regex

_ROW = regex(r"(?:^|[\s,])[가-힣A-Za-z·]{2,12}(?:은|는)\s(?:㈜|\(주\)|\(재\))?$")
_NEXT_SHARE = regex(
    r"(?:\([^()]{1,20}\))?(?:이|가)?,\s(?:[가-힣A-Za-z·‘’'「」]{1,14}\s){0,5}?[가-힣A-Za-z·]{2,12}[’'」]?(?:은|는)\s"
)
_DAILY = regex(r"(?:업무|실무|사무|살림|뒷바라지|운영|관리|진행)(?:을|를|까지|도)?\s(?:[가-힣]{1,4}\s)?$")
_DAILY_TOPIC = regex(r"(?<![가-힣])(?:업무|실무|사무|살림|살림살이|뒷바라지|안살림)(?:은|는)\s[^.,]{0,16}$")
"""«살림은 A가 산다»."""
_TOPIC = regex(r"([가-힣]{2,})(?:은|는)\s[^,.]*$")


def is_burden(scene: Scene, body: Mention, verb: Verb) -> bool:
    """Whether what a body takes on is none of the work: a payment, a seat, advice, a judgement."""
    return verb.stem in DUTY and BURDEN.search(scene.analysis.text, body.end, verb.begin + 1) is not None


def in_row_of_shares(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """«부지 조성은 A, 입주자 모집은 시, 교육은 B가 맡는다»: a body in a row of parts whose verb the last one tells."""
    text = scene.analysis.text
    row = _ROW.search(text, sentence.begin, body.begin)
    if row is None or not _NEXT_SHARE.match(text, body.end, sentence.end):
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= body.end and v.ending != "adnominal"), None)
    while verb is not None and verb.ending == "noun" and verb.stem not in CHARGE:
        verb = next((v for v in scene.verbs(sentence) if v.begin >= verb.end and v.ending != "adnominal"), None)
    return verb is not None and not verb.negated and not verb.passive and verb.stem in CHARGE | WORKS | {"하"}


def does_there(scene: Scene, sentence: Sentence, body: Mention, head: str) -> bool:
    """«운영은 D에서 한다»: whether a part of the work is done at a body."""
    case, edge = behind(sentence, body, 0)
    if case != "에서" or OPEN_TOPIC.search(head) is None:
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= edge), None)
    near = verb is not None and verb.begin - edge < 10 and not verb.passive and not verb.negated
    if verb is None or not near or of_event(scene, head):
        return False
    return verb.stem in CHARGE | DUTY or (
        verb.stem == "하" and (PART.search(head) is not None or DEED.search(head) is not None)
    )


def minds(scene: Scene, sentence: Sentence, body: Mention, verb: Verb) -> bool:
    """Whether a body does the daily work: «A가 발급 업무를 본다», «A가 살림을 산다»."""
    text = scene.analysis.text
    if (
        verb.stem not in ("보", "챙기", "살", "거들", "치르")
        or verb.passive
        or verb.negated
        or scene.is_government(body)
    ):
        return False
    if _DAILY.search(text, body.end, verb.begin) is not None:
        return True
    return verb.stem in ("보", "살") and _DAILY_TOPIC.search(text, sentence.begin, body.begin) is not None


def of_event(scene: Scene, head: str) -> bool:
    """Whether the topic of the words before a body is an occasion: «토론회는 A가 주최한다»."""
    topic = _TOPIC.search(head)
    return topic is not None and program_words(scene.lexicon).other_head(topic[1]) == "event"
