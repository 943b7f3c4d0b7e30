"""What somebody in office is told, outside of speech marks, to will for a thing that the text has named, by the last
noun of its name: «군수는 쉼터를 2030년까지 존속시키겠다고 발언함», «지사는 거점 확대 방침을 공표한 바 있음»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.parties import people_listed, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import serves_home
from kg.facts.involvement.standing import may_be_run
from kg.facts.involvement.will import leaves_open
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention
from kg.patterns import regex

_TOLD = (
    r"(?:[^\s.“”\"]{1,9}\s){0,2}?(?:(?:재차|거듭|공개적으로|공식|직접|강하게|분명히)\s?)?"
    r"(?:발언|언급|밝[혔히힌힘]|말[했하함한]|약속|다짐|공언|공표|공약|천명|표명|확언|확약|단언|장담|선언|선포|선을\s보|발표|공개|공식화|기정사실화"
    r"|못\s?박|강조|역설|덧붙|전[했하함한]|설명|답변|답[했하함한]|화답|예고|시사|피력|내비[쳤치]|드러[냈내]|내놓|내놨|제시|보고|알[렸리]"
    r"|하였|했|함(?=[.\s]|$)|한\s바|재확인|확인|각오)"
)
_WILLED = regex(
    rf"겠(?:다고|다는\s(?:[가-힣]{{1,4}}\s)?(?:뜻|의지|구상|계획|방침|포부|입장|생각|각오|목표|약속|복안|의사|청사진)[을를]?)\s{_TOLD}"
    rf"|(?:기로|할\s것을|하기로)\s(?:했다고|하였다고|약속|다짐|공언|확약|선언)"
    rf"|(?<=\s)(?:방침|구상|계획|의지|뜻|청사진|복안|입장|포부|의사)[을를]\s{_TOLD}"
    r"|(?<=\s)[가-힣]{0,4}(?:과제|사업|공약|시책|현안)(?:으로|로)\s(?:직접\s|우선\s)?(?:지정|선정|낙점|꼽|삼|채택|확정|못\s?박|정하|정[했한])"
)
_ENDS_IT = regex(
    r"폐지|중단|철회|종료|백지화|보류|문을\s닫|접(?:은|기로|었|는|겠)|없[애앤앴]|감액|삭감|축소|재검토|줄이겠|깎겠|취소|포기|반대|막겠|따지겠|살피겠"
)
_ASKED = regex(r"(?:라|달라|자)고\s[^.]{0,8}(?:요구|촉구|주문|당부)")
_NOUN = frozenset({"NNG", "NNP", "SL", "XSN", "XPN", "XR", "SN"})
_CASES = frozenset({"JKO", "JX", "JKB", "JKG", "JKS"})
_BARE = frozenset(
    {"사업", "계획", "예산", "전략", "정책", "과제", "조례", "지원", "구축", "조성", "추진", "운영", "도입", "확대"}
    | {"개발", "교육", "기업", "시민", "주민", "지역", "산업", "기술", "도시", "서비스", "시스템", "센터", "데이터"}
    | {"관리", "체계"}
)
"""Nouns that may stand for anything."""


def willed_for(scene: Scene, sentence: Sentence) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` where somebody in office is told to will something for a named program."""
    if sentence.block in ("title", "subtitle", "caption") or scene.is_interview:
        return
    text = scene.analysis.text
    for will in _WILLED.finditer(text, sentence.begin, sentence.end):
        if inside_speech(scene.analysis, will.start()):
            continue
        person = person_subject(scene, sentence, will.start())
        if person is None or not _in_office(scene, person):
            continue
        begin = behind(sentence, person, 4)[1]
        since = max(begin, *(text.rfind(mark, begin, will.start()) for mark in '”"'))  # not what is said in marks
        if _ENDS_IT.search(text, sentence.begin, person.begin) or _ENDS_IT.search(text, since, will.end()):
            continue  # «P 삭감에 대하여 A 시장은 …»
        if _ASKED.search(text, since, will.end()):
            continue
        if leaves_open(scene, since, will.end()):
            continue
        program = _meant(scene, sentence, sentence.begin, will.start())
        if program is None:
            continue
        for one in people_listed(scene, sentence, person):
            yield sentence, program, one, "backer-subject"


def _in_office(scene: Scene, person: Mention) -> bool:
    """Whether a person presents the work of the government at home, or heads a part of it."""
    executive = scene.ranks.executive(person) and serves_home(scene, person)
    return executive or scene.ranks.official(person)


def _meant(scene: Scene, sentence: Sentence, begin: int, end: int) -> Mention | None:
    """The only program named before, or here in short, of whose name a noun of some words is the last."""
    found: dict[str, Mention] = {}
    for short in scene.named_in(sentence):
        if begin <= short.begin < end and not inside_speech(scene.analysis, short.begin):
            found.setdefault(scene.full(short).value.text, scene.full(short))
    for said in () if found else _nouns(scene, sentence, begin, end):
        for p in scene.programs.values():
            if p.begin < sentence.begin and _ends_so(p.value.text, said):
                found.setdefault(p.value.text, p)
    program = next(iter(found.values())) if len(found) == 1 else None
    return program if program is not None and may_be_run(scene, program) else None


def _ends_so(name: str, said: str) -> bool:
    """Whether a name ends with a noun, whole or as the head of its last word: 도제학교 of ‘용접 AI 도제학교’."""
    last = name.split()[-1].rstrip("’'」』》〉\"”)")
    return name.endswith(said) or last == said or (last.endswith(said) and len(said) > 1)


def _nouns(scene: Scene, sentence: Sentence, begin: int, end: int) -> Iterator[str]:
    """The words of the rows of nouns that a particle closes, each as it may name a program."""
    tokens = [t for t in sentence.tokens if begin <= t.begin and t.end <= end]
    row: list[Token] = []
    for t in [*tokens, None]:
        if t is not None and t.tag in _NOUN:
            row.append(t)
            continue
        if row and t is not None and t.tag in _CASES and not inside_speech(scene.analysis, row[0].begin):
            words = scene.analysis.text[row[0].begin : row[-1].end].split(" ")
            free = scene.mentions.free(row[0].begin, row[-1].end, "organization", "event")
            for first in range(len(words)) if free else ():
                for n in range(len(words), first, -1):
                    said = " ".join(words[first:n])
                    if len(said) > 1 and said not in _BARE:
                        yield said
        row = []
