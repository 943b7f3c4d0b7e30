"""Who stands behind a program that its sentence names before the person: «P는 A 시장이 제안했다», «P는 A가 발표한
계획이다», «P를 A 의원이 대표발의해»; and by an identity: «A 지사가 내놓은 해법은 P다»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.parties import people_listed, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import list_end
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

WHAT_IT_IS = (
    r"(?:사업|공약|작품|정책|구상|약속|과제|프로젝트|숙원|내용|카드|것|결과|결실|열매|계획|전략|비전|청사진|대책|방안"
    r"|해법|처방|제도|조례|조례안|법안|개정안|제정안|안건|아이디어|모델|기획|시책|복안|승부수|밑그림|의제|대안|화두|제안"
    r"|조치|실험|시도|답|대답|답변|선택|결론|선물|처방전|당근책|묘수|서비스|시설|공간|단지|센터|시스템|플랫폼|로드맵|프로그램|지침)"
)
"""What a program may be called by the sentence that tells whose it is: an open class, so wide."""
COPULA = r"(?:이다|이었다|이며|이고|이라|인데|이지만|입니다|임|였다|였으며|이기도|으로[,\s]|로[,\s]|다\.)"
_IS_A = regex(
    r"[가-힣]{0,2}\s(?:겁니다|거예요|거죠|거지요|것입니다)"
    rf"|[가-힣]{{0,2}}\s(?:[가-힣]{{1,8}}\s){{0,2}}?[가-힣]{{0,6}}{WHAT_IT_IS}{COPULA}"
)
_IS_THAT = regex(
    rf"[가-힣]{{0,2}}\s(?:[가-힣\d]{{1,6}}\s){{0,2}}?[가-힣]{{0,4}}{WHAT_IT_IS}(?:은|는|이|가|도)\s(?:바로\s|다름\s아닌\s|역시\s)?"
    r"(?:[^.,“”]{0,24}\s)?[‘'「『《〈\"“]?$"
)
_OPENS = regex(r"(?:바로\s|이른바\s)?[‘'「『《〈\"“]?")
_IS_THE_ONE = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|조례|계획)?(?:이|가|은|는)\s(?:바로\s)?(?:그|이)\s?(?:[가-힣]{2,6}\s)?"
    r"(?:약속|답|해답|해법|구상|카드|결과물|것|대안|처방|공약|방안|제안|아이디어|다짐|승부수|청사진|첫걸음|첫발)(?:이다|다|입니다|이었다|였다)"
)
_TOLD_WILL = regex(
    r"겠다|자고\s|(?:약속|다짐|제안|공약|공언|선언|구상|제시|주장|역설|건의|강조|촉구)(?:했|하였|하며|하고|을|를)|내[놨놓]|밝혔|꺼냈|내[걸건]|[가-힣]야\s한다"
)
_TOPICS = ("은", "도", "을")
_FAR = 60
"""So many letters may stand between a program and the verb whose object it is."""
_GIVES_IT_UP = frozenset(
    {"접", "중단", "폐지", "철회", "백지화", "뒤집", "멈추", "보류", "거부", "취소", "지우", "깎", "삭감"}
)


def of_topic(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for people who are the subject of a verb of backing behind the program."""
    verbs = [v for v in scene.verbs(sentence) if v.stem in scene.words.backing and not v.negated and not v.passive]
    if not verbs:
        return
    for program in programs:
        last = list_end(scene, program, programs)
        case, edge = behind(sentence, last, 3)
        if case not in _TOPICS or scene.in_others_words(program.begin):
            continue
        for verb in verbs:
            if verb.begin < edge or verb.begin - edge > _FAR or not _tells(scene, sentence, verb):
                continue
            person = _doer(scene, sentence, edge, verb)
            if person is not None and not _is_given_up(scene, sentence, edge, verb):
                for one in people_listed(scene, sentence, person):
                    if one.begin >= edge:
                        yield sentence, scene.full(program), one, "backer-subject"
                break


def taken_up(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """«‘P’가 그 약속이다» right behind a sentence that tells who promises, proposes or wills something."""
    text = scene.analysis.text
    last = scene.analysis.sentences[sentence.index - 1] if sentence.index else None
    if last is None or last.paragraph != sentence.paragraph or scene.is_interview or scene.named_in(last):
        return
    for program in programs[:1]:
        if not _IS_THE_ONE.match(text, program.end, sentence.end) or not _OPENS.fullmatch(
            text, sentence.begin, program.begin
        ):
            continue
        person = person_subject(scene, last, last.end)
        if person is not None and scene.ranks.titles(person) and _TOLD_WILL.search(text, last.begin, last.end):
            yield sentence, scene.full(program), person, "backer-subject"


def identified(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """«A 의원이 꺼낸 카드는 P다»: the subject of a verb of backing that is bent to what the program is."""
    text = scene.analysis.text
    for program in programs:
        if scene.in_others_words(program.begin):
            continue
        for verb in scene.verbs(sentence):
            if verb.end > program.begin or verb.stem not in scene.words.backing or verb.passive or verb.negated:
                continue
            if _IS_THAT.match(text, verb.end, program.begin) is None:
                continue
            people = scene.mentions.within(Span(sentence.begin, verb.begin), "person", "person-short")
            near = [p for p in people if behind(sentence, p, 4)[0] == "이"]
            if near and not inside_speech(scene.analysis, near[-1].begin):
                yield sentence, scene.full(program), near[-1], "backer-relative"


def _tells(scene: Scene, sentence: Sentence, verb: Verb) -> bool:
    """Whether a verb is told of the program itself: not bent to another noun (발표한 김 시장은)."""
    return verb.ending in ("final", "linking") or _IS_A.match(scene.analysis.text, verb.end, sentence.end) is not None


def _doer(scene: Scene, sentence: Sentence, edge: int, verb: Verb) -> Mention | None:
    """The person who alone is the subject between a program and a verb."""
    subjects = [
        m
        for m in scene.mentions.within(Span(edge, verb.begin), "person", "person-short", "organization")
        if behind(sentence, m, 4 if m.kind.startswith("person") else 0)[0] == "이" and not scene.titled(m)
    ]
    if len(subjects) != 1 or not subjects[0].kind.startswith("person"):
        return None
    return None if inside_speech(scene.analysis, subjects[0].begin) else subjects[0]


def _is_given_up(scene: Scene, sentence: Sentence, edge: int, verb: Verb) -> bool:
    """Whether what stands between a program and a verb of backing takes it away: «P를 A 시장이 접겠다고 발표했다»."""
    return any(edge <= v.begin < verb.begin and v.stem in _GIVES_IT_UP for v in scene.verbs(sentence))
