"""Whose a program is that somebody's words name: «“P를 짓겠다”고 말했다», «“A 시장이 P를 만든다고 발표했어요”»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import backed
from kg.facts.involvement.parties import subject_bodies
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import asks, backs_by_speech, who_speaks
from kg.facts.involvement.will import TO_COME, foresees, leaves_open
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.language.model import QuotedSpan, Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_INTENT = regex(
    rf"(?:겠다|겠습니다|{TO_COME} 것|하려|[가-힣] (?:계획|방침|예정|생각|작정)|[한된]다|합니다"
    r"|(?:협의|추진|준비|확보|반영) 중|키운다|만든다|연다|짓는다|준다|나온다|자|기로 했|추진|투자|투입|확대|도입|실현"
    r"|(?:개장|개소|개관|개원|개교|개통|착공|완공|준공|가동|시행|신설|조성|구축|건립|보급|유치|출범)(?:[.”\"…]|$))"
)
_PLAINLY = regex(r"[가-힣]{1,6}(?:[" + "".join(chr(c) for c in range(0xAC04, 0xD7A4, 28)) + "]|는)다")
"""A verb in the present: 띄운다, 짓는다."""
_IS_RUN = regex(r"^[^.]{0,40}(?:합니다|있습니다|한다|됐습니다|했습니다)[.]")
_OWN_WILL = regex(r"(?<!모르)(?<!알)(?<!좋)(?<!되)(?<!싶)(?<!힘들)(?<!어렵)(?<!걱정되)겠(?:다|습니다|다는)(?:[.”\"]|$)")
_HOLDS_BACK = regex(
    r"깎|삭감|따지|따져|확인|점검|막겠|반대|지켜보|살펴|감시|검증|중단|철회|폐지|접|묻겠|물어보|여쭙|여쭤"
    r"|질의|질문|말씀드리겠|보겠|듣겠|짚|추천하겠|이용하겠|쓰겠|신청하겠|참여하겠|배우겠|다니겠"
)
AGAINST_IT = (
    r"(?<!깎)(?<!빼)(?<!접)(?<!줄이)(?<!없애)(?<!멈추)(?<!미루)(?<!늦추)(?<!거두)(?<!따지)(?<!살피)(?<!그만두)(?<!뜯어고치)"
    r"(?<!보류하)(?<!중단하)(?<!삭감하)(?<!철회하)(?<!취소하)(?<!폐지하)(?<!축소하)(?<!재검토하)(?<!점검하)"
)
_LET_US_SAID = regex(rf"{AGAINST_IT}자[.”\"]?$")
_GAVE_UP = regex(
    r"[^.]{0,30}(?:접(?:었|기로|자|고|겠|는)|뺐|빼자|빼고|그만두|포기했|포기하고|없앴|없애고"
    r"|중단했|중단하고|버리고|문을 닫)"
)
_FORETOLD = regex(r"[”\"]?\s?(?:이?라?고|며)\s(?:[가-힣]{1,5}\s)?(?:예고|약속|공언|다짐|못\s?박|장담|선언|확약)")
_MINE = regex(r"(?:제가|내가|저희가|우리가|저의|제\s)")


def named_in_speech(
    scene: Scene, sentence: Sentence, speech: QuotedSpan, program: Mention, last: Mention
) -> Iterator[Involvement]:
    """The involvements of a program that stands in ``speech``; ``last`` closes the list in which it is named."""
    if (announcer := _within(scene, sentence, speech, program, last)) is not None:
        yield backed(scene, sentence, program, announcer, "backer-subject")
        return
    person = who_speaks(scene, sentence, program.begin)
    rest = scene.analysis.text[last.end : min(speech.end, last.end + 60)]
    case, _ = behind(sentence, last, 3)
    mine = _MINE.search(scene.analysis.text, max(speech.begin, program.begin - 16), program.begin)
    willed = case not in ("와", "에서", "보다", "처럼") and (
        _INTENT.search(rest) or _will_be_done(scene, sentence, Span(last.end, speech.end))
    )
    if person is None or asks(scene, sentence) or leaves_open(scene, last.end, last.end + len(rest)):
        return
    if case == "이" and foresees(scene, Span(speech.begin, speech.end)):
        return  # «“P가 담을 허물 것”이라고 내다보았다»
    if _GAVE_UP.match(scene.analysis.text, last.end, speech.end):
        return
    others = subject_bodies(scene, sentence, program.begin)
    if others and not any(scene.is_government(b) for b in others) and not _OWN_WILL.search(rest):
        return  # «나루재단이 P를 운영합니다»: what another does
    official = not scene.ranks.executive(person)
    willed = willed or (case in ("을", "도") and _FORETOLD.match(scene.analysis.text, speech.end) is not None)
    told = backs_by_speech(scene, person, sentence) and (willed or mine) and not (official and _IS_RUN.search(rest))
    urged = speech.end - last.end < 60 and case in ("을", "도", ",") and _LET_US_SAID.search(rest)
    in_office = bool(scene.ranks.titles(person))
    headed = willed and case in ("을", "도") and scene.ranks.heads_body(person)
    if headed and not asks(scene, sentence) and not (_HOLDS_BACK.search(rest) or _IS_RUN.search(rest)):
        told = True
    if told or (in_office and (urged or _OWN_WILL.search(rest)) and not _HOLDS_BACK.search(rest)):
        yield backed(scene, sentence, program, person, "backer-speaks")


def _within(scene: Scene, sentence: Sentence, speech: QuotedSpan, program: Mention, last: Mention) -> Mention | None:
    """Who announces a program within somebody else's words: «“A 시장이 작년에 P를 만든다고 발표했어요”»."""
    people = scene.mentions.within(Span(max(speech.begin, sentence.begin), program.begin), "person", "person-short")
    named = [p for p in people if behind(sentence, p, 4)[0] in ("이", "은")]
    if not named:
        return None
    _, edge = behind(sentence, last, 3)
    for verb in scene.verbs(sentence):
        if last.end <= verb.begin <= min(edge + 40, speech.end) and not verb.negated and not verb.passive:
            if verb.stem in scene.words.against or verb.ending == "adnominal":
                return None
            if verb.stem in scene.words.backing and verb.ending == "final":
                return named[-1]
    return None


def _will_be_done(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether words say plainly that a thing is done: «올여름 무조건 띄운다»."""
    for verb in scene.verbs(sentence):
        done = verb.stem in scene.words.operating or verb.stem in scene.words.backing
        if span.begin <= verb.begin < span.end and done and verb.ending == "final":
            return (
                not (verb.passive or verb.negated)
                and _PLAINLY.match(scene.analysis.text, verb.begin, span.end) is not None
            )
    return False
