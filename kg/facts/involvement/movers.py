"""Who moved an ordinance, a bill or a resolution, however it is told: «A 부의장이 낸 ‘P 조례안’», «대표발의자는 A
의원이다», «A·B 의원이 함께 발의했다» of the act before, «제안자: A 의원 외 6명», «P(2025. 6. 구의원 A 대표발의)»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.parties import people_listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.voice import who_answers
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_ACT = regex(r"(?:조례|조례안|법|법안|개정안|제정안|개정조례안|건의안|결의안|규칙안|동의안|촉구안)$")
_CUE = (
    "발의",
    "낸",
    "올린",
    "제출",
    "내놓은",
    "제안",
    "제 안",
    "발 의",
    "제 출",
    "만든",
    "상정한",
    "냈",
    "성안",
    "입안",
)
_PUT_IN = regex(
    r"(?:[^.,“”]{0,30}\s)?(?:낸|올린|내놓은|제출한|만든|마련한|성안한|입안한|준비한|제안한|발의한|발의해\s(?:준"
    r"|놓은|둔)|내건|대표발의한)\s"
    r"(?:[가-힣]{1,6}\s)?[‘'「『《〈\"“]?$"
)
"""From behind a subject to the act: «A 의원이 낸 ‘P’», «A 의원이 지난달 대표로 낸 ‘P’»."""
_BY_MOTION = regex(r"의\s(?:[가-힣]{2,4}\s)?발의로\s(?:[^.,“”‘’]{0,24}\s)?[‘'「『《〈\"“]?$")
"""«A 의원의 발의로 상정된 ‘P’»."""
_IN_BRACKET = regex(
    r"\s?(?:[가-힣]{0,8}(?:의원|위원|의장|위원장|국회의원))?\s?(?:등\s?\d{1,3}[명인]\s?)?(?:대표|공동)?\s?발의[),]"
)
_BRACKET = regex(r"[’'」』》〉\"”]?\s?(?:[가-힣]{2,8}\s?)?[(（][^()（）]{0,24}$")
_MOVED = regex(
    r"[^.“”‘’]{0,40}?발의(?:했|하였|함|한다|합니다|하고|하며|하여|해(?=[\s,])|한\s(?:것|안|조례|법"
    r"|이\s))(?!\s?(?:하지|지)\s않)"
)
_MOVERS_NAME = regex(
    r"(?:발의(?:자|\s?의원|인)|발의한\s(?:이|사람|의원|쪽|건|것)|(?:제안|제출)\s?의원|제안자|제출자|제\s안\s자|제\s출\s자|발\s의\s자)\s?(?:는|은|인|로|로는"
    r"|[:：])\s?[^.“”]{0,32}$"
)
"""From what the mover is called to his name: «대표발의자는 옥포가 지역구인 A 의원이다», «제안자: A 의원»."""
_LED_BY = regex(r"(?:대표|공동)\s?발의\s?[:：]?\s?$")
_OF_PAPER = regex(r"제안\s?(?:이유|설명)(?:의\s?요지)?\s?[(（]$")
_SUBMITTED = regex(
    r"[^.“”‘’]{0,30}\s(?:낸|제출한|올린|발의한|만든)\s(?:안|조례안|개정안|법안|제정안|원안)(?:을|이|은|를)?[,\s]"
)
"""«A 시장이 지난해 11월 시의회에 낸 안을»."""
_SUBMITS = regex(r"제\s?출\s?(?:자|의원)\s?[:：][^:：]*$")
_MEMBERS = ("의원", "위원", "의장")
_TITLES = ("의원", "위원", "의장", "위원장", "시장", "지사", "군수", "구청장", "장관", "교육감", "대행")
_ASKED_OF = regex(r"(?:^|[:：\-―—\s])(?:대표|공동)?\s?발의(?:한|하신|했던)\s[‘'「『《〈]?$")
_LAW = regex(r"(?:법|법률|법안)$")
_NEAR = 4
"""So many sentences back an act may stand that «함께 발의했다» is told of."""


def movers(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, act, person, rule)`` for each who moved an act, by the words of one sentence."""
    text = scene.analysis.text
    if not any(text.find(cue, sentence.begin, sentence.end) >= 0 for cue in _CUE):
        return
    acts = [p for p in programs if is_act(scene, p)]
    people = [p for p in scene.people_in(sentence) if _may_move(scene, p) and not _quoted(scene, p)]
    for act in acts:
        for person in _named_with(scene, sentence, act, people):
            for one in people_listed(scene, sentence, person):
                yield sentence, scene.full(act), one, "backer-relative"
    if scene.is_interview and not people and (asked := _asked(scene)) is not None:
        for act in acts:
            if _ASKED_OF.search(text, sentence.begin, act.begin):
                yield sentence, scene.full(act), asked, "backer-relative"
    if people:
        yield from _of_the_act_before(scene, sentence, acts, people)


def is_act(scene: Scene, program: Mention) -> bool:
    """Whether a program is an ordinance, a bill or a resolution."""
    full = scene.full(program).value
    return "Ordinance" in full.classes or _ACT.search(full.text.rstrip("’'」』》〉\"”)")) is not None


def _may_move(scene: Scene, person: Mention) -> bool:
    """Whether a person sits in a council or parliament, or heads what may put in an act."""
    return not scene.ranks.studies(person) and any(bare.endswith(_TITLES) for bare, _ in scene.ranks.titles(person))


def _quoted(scene: Scene, person: Mention) -> bool:
    return not scene.is_interview and inside_speech(scene.analysis, person.begin)


def _named_with(scene: Scene, sentence: Sentence, act: Mention, people: list[Mention]) -> Iterator[Mention]:
    """The mover whom the words right before or right behind an act name."""
    text = scene.analysis.text
    before = [p for p in people if p.end <= act.begin]
    if before:
        person = before[-1]
        case, edge = behind(sentence, person, 4)
        if case == "이" and _PUT_IN.fullmatch(text, edge + 1, act.begin):
            yield person
            return
        if case == "의" and _BY_MOTION.fullmatch(text, edge - 1, act.begin):
            yield person
            return
    for person in people:
        near = act.end < person.begin <= act.end + 40
        if near and _BRACKET.fullmatch(text, act.end, person.begin) and _IN_BRACKET.match(text, person.end):
            yield person


def _of_the_act_before(
    scene: Scene, sentence: Sentence, acts: list[Mention], people: list[Mention]
) -> Iterator[Backing]:
    """Who is told to have moved what the sentences before name, or the paper is about."""
    text = scene.analysis.text
    for person in people:
        case, edge = behind(sentence, person, 4)
        lead = text[sentence.begin : person.begin]
        told = _MOVERS_NAME.search(lead) or _LED_BY.search(lead) or _OF_PAPER.search(lead)
        verb = case == "이" and (_MOVED.match(text, edge, sentence.end) or _SUBMITTED.match(text, edge, sentence.end))
        if not told and not verb:
            continue
        if told and _SUBMITS.search(lead) and not scene.ranks.bears(person, _MEMBERS):
            continue  # what a mayor submits his office has drawn up
        behind_it = [a for a in acts if a.begin > person.end]
        if verb and not told and behind_it:
            continue  # another rule reads an object of its own
        named = [a for a in acts if a.end <= person.begin]
        act = named[-1] if named else _last_act(scene, sentence)
        if act is None or (_LAW.search(act.value.text) and _moves_local_acts(scene)):
            continue
        for one in people_listed(scene, sentence, person):
            yield sentence, scene.full(act), one, "backer-proposes"


def _moves_local_acts(scene: Scene) -> bool:
    """Whether a text is about ordinances: who moves something in it moves one, and no law of the state."""
    return any("Ordinance" in p.value.classes and not _LAW.search(p.value.text) for p in scene.programs.values())


def _last_act(scene: Scene, sentence: Sentence) -> Mention | None:
    """The act that the sentences before named last; the only one that a paper heads or names at all."""
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - _NEAR) : sentence.index]):
        near = [p for p in scene.named_in(s) if is_act(scene, p)]
        if near:
            return scene.full(near[-1])
    every = {p.value.text: p for p in scene.programs.values() if is_act(scene, p)}
    titled = [p for p in every.values() if scene.is_headline(_sentence(scene, p))]
    if len(titled) == 1:
        return titled[0]
    return next(iter(every.values())) if len(every) == 1 else None


def _sentence(scene: Scene, program: Mention) -> Sentence:
    return scene.analysis.sentence_at(program.begin) or scene.analysis.sentences[0]


def _asked(scene: Scene) -> Mention | None:
    """Who answers in an interview, if a member of a council or parliament."""
    name = who_answers(scene.analysis, scene.mentions, (m for _, m in scene.speakers))
    asked = next((p for p in scene.mentions.of("person") if p.value == name), None)
    return asked if asked is not None and _may_move(scene, asked) else None
