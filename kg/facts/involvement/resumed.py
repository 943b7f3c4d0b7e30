"""What somebody backs by a common noun alone: «플랫폼 추진을 거듭 천명했다», «쉼터 확대를 약속했다» of a program that
the text has named; no such noun is a name, so it only says which program the deed is about."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.parties import people_listed, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import is_rejected, may_be_run
from kg.facts.involvement.words import inside_speech
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention
from kg.patterns import regex

_NOUN = frozenset({"NNG", "NNP", "SL", "XSN", "XPN", "XR"})
_STANDS_FOR_IT = frozenset(
    {"천명", "공언", "선언", "약속", "제안", "발표", "건의", "다짐", "공약", "선포", "확약", "제의", "주창", "촉구"}
    | {"호소", "역설", "내걸", "내놓", "꺼내", "지시", "예고", "강행", "밀어붙이", "성사", "관철"}
)
_WORK = regex(
    r"(?:재|조기|전면|전국|단계적|지속)?\s?(?:추진|도입|확대|확산|구축|조성|건립|설치|신설|착공|재개|시행|실현|완공|완성|개통|유치|보급|증액"
    r"|상설화|제도화|의지|방침|계획|사업|구상|청사진|연장|유지|존속|복원|부활|재추진|재착공|정상화)+"
)
_FAR = 14
"""So many letters stand between an object and its verb: an adverb or two."""


def resumed(scene: Scene, sentence: Sentence) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` where a verb of backing has the last noun of a program's name as object."""
    if sentence.block in ("title", "subtitle", "caption"):
        return
    for verb in scene.verbs(sentence):
        if verb.stem not in _STANDS_FOR_IT or verb.negated or verb.passive or verb.ending == "adnominal":
            continue
        if inside_speech(scene.analysis, verb.begin):
            continue
        program = _meant(scene, sentence, verb.begin)
        person = person_subject(scene, sentence, verb.begin) if program is not None else None
        if program is None or person is None or not _in_office(scene, person):
            continue
        for one in people_listed(scene, sentence, person):
            yield sentence, program, one, "backer-subject"


def _in_office(scene: Scene, person: Mention) -> bool:
    """Whether a person is an executive, an official or a member of a council."""
    ranks = scene.ranks
    return ranks.executive(person) or ranks.official(person) or ranks.bears(person, ("의원", "의장", "위원장"))


def _meant(scene: Scene, sentence: Sentence, verb: int) -> Mention | None:
    """The only program whose name ends with the noun that is the object right before a verb."""
    nouns = _object(sentence, verb)
    if not nouns or not scene.mentions.free(
        nouns[0].begin, nouns[-1].end, "program", "program-short", "organization", "event"
    ):
        return None
    text = scene.analysis.text
    said = text[nouns[0].begin : nouns[-1].end].split(" ")
    if len(said) > 1 and not _WORK.fullmatch(" ".join(said[1:])):
        return None
    found = {
        p.value.text: p
        for p in scene.programs.values()
        if p.value.text.split()[-1].rstrip("’'」』》〉\"”)").endswith(said[0])
        and p.begin < sentence.begin
        and may_be_run(scene, p)
    }
    if len(said[0]) < 2 or len(found) != 1:
        return None
    program = next(iter(found.values()))
    return None if is_rejected(scene, program) and "재" not in said[-1] else program


def _object(sentence: Sentence, verb: int) -> list[Token]:
    """The row of nouns before the object particle that stands right before a verb."""
    tokens = sentence.tokens
    at = max((i for i, t in enumerate(tokens) if t.tag == "JKO" and t.end <= verb), default=0)
    if not at or verb - tokens[at].end > _FAR:
        return []
    first = at
    while first and tokens[first - 1].tag in _NOUN and tokens[first].begin - tokens[first - 1].end <= (first < at):
        first -= 1
    before = tokens[first - 1] if first else None
    bent = before is not None and (before.tag in ("ETM", "JKG", "MM", "SN", "NR") or before.end == tokens[first].begin)
    return [] if bent else list(tokens[first:at])
