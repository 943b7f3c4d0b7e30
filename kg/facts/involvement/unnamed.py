"""Who stands behind a program by a sentence that does not name it: «A 당시 구청장이 건립계획에 결재한 지 3년
만이다», «A 의원은 이 제도를 처음 제안했다», «A 군수는 국비 3억원을 더 달라고 건의했다»."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.movers import is_act
from kg.facts.involvement.parties import people_listed, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import may_be_run
from kg.facts.involvement.will import leaves_open
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_THING = (
    r"(?:사업|제도|정책|구상|계획|기본계획|건립계획|조성계획|사업계획|종합계획|실행계획|방안|방침|청사진|비전"
    r"|전략|프로젝트|서비스|시설|모델|기획|안|안건|로드맵"
    r"|설계안|설계|조감도|밑그림|펀드|기금|카드|플랫폼|시스템|지침|계획서|사업계획서|건의서)"
)
_POINTS = r"(?:이|그|해당|같은|이런|이\s같은|이같은|이러한|그런|동)"
_SOFT = r"[^.“”‘’]{0,40}?"


class _Idiom(NamedTuple):
    """A way of standing behind a thing: what it is called, its words behind the subject, who may do so."""

    name: str
    words: str
    who: str


_IDIOMS = (
    _Idiom(
        "signs-paper",
        rf"{_SOFT}{_THING}(?:에|을|를)\s(?:[가-힣]{{1,4}}\s)?(?:결재|서명|사인|재가|승인)(?:했|하였|함|한|하며|하고)",
        "executive",
    ),
    _Idiom(
        "this-thing",
        rf"{_SOFT}{_POINTS}\s{_THING}(?:을|를|의|도)\s{_SOFT}(?:제안|건의|발의|시작|추진|구상|공약|약속|도입"
        rf"|설계|기획|발표|선언|주창|고안|입안|내놓|내놨|꺼냈|꺼내|만들|띄[우웠]|밀어붙)",
        "anyone",
    ),
    _Idiom(
        "presents",
        rf"{_SOFT}(?:{_THING}(?:을|를)\s{_SOFT}(?:직접|손수|몸소)\s(?:설명|소개|발표|공개)|(?:직접|손수"
        rf"|몸소)\s{_SOFT}{_THING}(?:을|를)\s(?:설명|소개|발표|공개)"
        rf"|{_POINTS}\s(?:내용|계획|구상|방침|청사진)(?:을|를|의)\s{_SOFT}(?:발표|공개|밝[혔히힌]|설명|소개|제시"
        rf"|선포))",
        "executive",
    ),
    _Idiom(
        "asks",
        rf"{_SOFT}(?:달라고\s(?:[가-힣]{{1,5}}\s)?(?:건의|요청|호소|부탁|매달|읍소|설득)"
        rf"|달라는\s(?:[가-힣]{{1,5}}\s)?(?:건의서|건의문|요청서|뜻)"
        rf"|[가-힣]\s줄\s것을\s(?:[가-힣]{{1,5}}\s)?(?:건의|요청)|(?:국비|도비|시비|예산"
        rf"|사업비)[^.“”‘’]{{0,16}}(?:지원|반영|증액|확보|편성|배정|증)?(?:을|를)\s(?:[가-힣]{{1,5}}\s)?(?:건의"
        rf"|요청|호소)"
        rf"|(?:원안\s?유지|원안\s?통과|전액\s?반영|복원|조기\s?착공|추가\s?지정)(?:을"
        rf"|를)\s(?:[가-힣]{{1,5}}\s)?(?:건의|요청|호소|촉구))",
        "executive",
    ),
    _Idiom(
        "drives",
        rf"{_SOFT}(?:앞장[서섰]|총대를\s[멨메]|진두지휘(?:했|하|해)|사활을\s걸|팔을\s걷어|발품을\s팔"
        rf"|승부수를\s던|드라이브를\s걸"
        rf"|(?:추진|도입|강행|완공|성공|실현)\s?의지를\s(?:[가-힣]{{1,4}}\s)?(?:밝|보[였이]|드러|내비|다[졌지]"
        rf"|피력|거듭|나타|불태|내보))",
        "executive",
    ),
    _Idiom(
        "saves",
        r"(?:[^.‘’]{0,90}?\s)?(?:되살[렸려]|살려\s?냈|증액(?:을|시켜|해)?\s?(?:[가-힣]{1,4}\s)?(?:관철|이끌어"
        r"|주도|끌어|제안|요구해)"
        r"|관철(?:했|시켰)|지켜\s?냈|복원시켰|절충안을\s(?:내|냈)|(?:제안|요구|건의|주장)(?:하여"
        r"|해)\s[^.]{0,24}(?:증액|신설|반영|편성|복원))",
        "member",
    ),
)
_COMPILED = tuple((i, regex(i.words)) for i in _IDIOMS)
_AGAINST = regex(
    r"삭감|폐지|중단|철회|백지화|재검토|보류|반대|비판|지적|질타|따졌|따지|축소|감액|없애|접[기겠었]|해명|사과"
)
_MEMBERS = ("의원", "위원", "의장", "위원장")
_BACK = 3


def of_unnamed(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for each person who stands behind what the sentences before are about."""
    if sentence.block in ("title", "subtitle", "caption") or scene.is_interview:
        return
    if any(p.kind == "program" for p in programs):
        return
    text = scene.analysis.text
    for person in scene.people_in(sentence):
        case, edge = behind(sentence, person, 4)
        if case not in ("은", "이", "도") or scene.in_others_words(person.begin):
            continue
        told = next(
            (
                (i, m)
                for i, words in _COMPILED
                if _may(scene, person, i.who) and (m := words.match(text, edge, sentence.end)) is not None
            ),
            None,
        )
        if told is None or inside_speech(scene.analysis, told[1].end() - 1):
            continue
        if person_subject(scene, sentence, told[1].end()) is not person:
            continue
        if _AGAINST.search(text, edge, told[1].end() + 12) or leaves_open(scene, edge, told[1].end()):
            continue
        program = _meant(scene, sentence, programs)
        if program is None:
            continue
        for one in people_listed(scene, sentence, person):
            yield sentence, program, one, "backer-proposes"


def _may(scene: Scene, person: Mention, who: str) -> bool:
    """Whether somebody of that rank may stand behind a thing so."""
    if who == "executive":
        return scene.ranks.head_of_government(person) or scene.ranks.executive(person)
    if who == "member":
        return scene.ranks.bears(person, _MEMBERS)
    return bool(scene.ranks.titles(person))


def _meant(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Mention | None:
    """The program of which a sentence without its name tells: named in short here, or near before."""
    short = [scene.full(p) for p in programs if not inside_speech(scene.analysis, p.begin)]
    if short:
        return short[-1]
    near = [
        s
        for s in scene.analysis.sentences[max(0, sentence.index - _BACK) : sentence.index]
        if s.paragraph >= sentence.paragraph - 1 and scene.named_in(s)
    ]
    if not near and scene.main is not None and scene.main_stands_out:
        return None
    program = program_at(scene, sentence)
    if program is None or not may_be_run(scene, program) or is_act(scene, program):
        return None
    return program if near else None
