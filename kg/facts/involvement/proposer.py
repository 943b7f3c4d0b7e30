"""Whose a program is by the words right beside its name: «A 의원이 대표발의한 P», «A 전 시장의 P», «P(A 의원 발의)»."""

import re

from kg.facts.involvement.parties import in_bracket, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import who_speaks
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention, PersonShort
from kg.patterns import regex
from kg.spans import Span

_MOVES = regex(r"\s(?:[가-힣]{1,6})?의원\s?(?:대표|공동)?\s?발의\)")
_I_MOVED = regex(
    r"(?:제가|내가|저희가|본\s?(?:의원|위원)이)\s(?:[^.,“”\"]{1,12}\s)?(?:대표\s?)?(?:발의|제안|공약|약속"
    r"|제정|추진|시작|구상|도입)(?:한|했던|하는|하고\s있는)\s[‘'「『《〈\"“]?$"
)
_IN_HIS_TIME = regex(r"(?:때|시절|당시|재임|재직|임기)")
_PUT_IN = regex(
    r"(?:의원|위원|위원장|의장)(?:이|가)\s(?:[^\s.,“”]{1,10}\s)?(?:대표로|처음|직접|홀로|함께)\s(?:낸|올린"
    r"|제출한|만든|마련한)\s[‘'「『《〈\"“]?$"
)
"""«A 의원이 대표로 낸 ‘P 조례안’»."""
_HAS_AT_HEART = regex(
    r"(?:[^.,“”‘’]{0,20}\s)?(?:(?:역점|방점|무게|공|힘|사활|정성|심혈|애정|승부|명운|직|온\s힘)(?:을"
    r"|를)\s(?:두고\s있는|둔|두어\s온|들인|들여\s온|들이는|쏟은|쏟아\s온|쏟는|기울인|기울여\s온|건|걸고\s\S+는"
    r"|걸고\s\S+\s온|싣는|실은)"
    r"|(?:총대를\s[멘메]|앞장서\s(?:추진한|온|이끈|만든)|앞장선|직접\s(?:챙긴|챙겨\s온|챙기는|이끈|설계한|고른"
    r"|지시한|결재한|발표한|제안한)|손수\s(?:결재한|챙긴)|이름을\s(?:건|붙인)|(?:씨앗?을\s)?뿌린|(?:씨를\s|씨앗을\s)심은|꿈꾼|꿈꾸던|꿈꿔\s?온|내민|꺼내\s?든|뽑아\s?든|빼\s?든|쏘아\s올린"
    r"|던진|깃발을\s(?:든|꽂은)|불을\s지핀|밑그림을\s그린|청사진을\s그린|기초를\s(?:닦은|놓은)|터를\s닦은|첫\s삽을\s뜬|물꼬를\s튼|주춧돌을\s놓은"
    r"|(?:야심\s?차게|의욕적으로|호기롭게|처음|손수)\s(?:시작한|띄운|내놓은|내건|추진한|추진했던|벌인|선보인|꺼낸|밀어붙인|만든|도입한)))\s(?:[가-힣]{1,6}\s)?[‘'「『《〈\"“]?$"
)
"""From behind the subject to the name: «A 군수가 역점을 둔 ‘P’», «A 시장이 직접 챙기는 ‘P’»."""
_MOVED_AND = regex(r"\s(?:대표\s?)?발의하고\s[^.“”]{2,40}(?:찬성|서명|동의|참여|동참)한\s[‘'「『《〈\"“]?$")
"""«A 의원이 발의하고 의원 9명이 찬성한 P»."""
_MOVED_NOUN = regex(r"\s?(?:[가-힣]{0,8}(?:의원|위원|위원장|의장))?(?:이|가)?\s?(?:대표|공동)\s?발의\s[‘'「『《〈\"“]?")
"""«A 의원 대표발의 「P」»: a line of an official paper, without a verb."""
_SELF_MOVED = regex(
    r"(?:본인이|자신이|스스로)\s(?:[^.,“”\"]{1,12}\s)?(?:대표\s?)?(?:발의|제안|공약|약속|추진|구상|주도)(?:한"
    r"|했던|해\s온|(?:하여|해|해서)\s[^.“”\"]{0,24}(?:제정|통과|시행|의결|공포|가결|개정|채택)된)\s[‘'「『《〈\"“]?$"
)
_OWN_IDEA = frozenset({"내걸", "공약", "약속", "제안", "구상", "발의", "대표발의", "주창", "꺼내"})
_OPENS = regex(r"[’'」』》〉\"”]?\s?[가-힣]{0,4}\s?\([^()]*")
_MOVED_BY = regex(r"[’'」』》〉\"”]?\s?\((?:대표|공동)?\s?발의(?:자|의원)?\s?[:：]?\s?")
_CONCEIVED = regex(r"[’'」』》〉\"”]?\s?(?:구상|공약|약속|카드|승부수|청사진)")

_ONE_BEFORE = regex(r"(?:전임|선임|이전|직전|역대|후임|차기|당시)\s$")
"""«전임 시장이 벌인 P»: of somebody whom the words do not name."""


def proposer(scene: Scene, sentence: Sentence, program: Mention, deeds: list[Verb]) -> Mention | None:
    """«A 의원이 대표발의한 P», «A 전 시장의 P», «A 시장이 추진하는 P»."""
    declared = [
        v for v in deeds if program.end <= v.begin <= program.end + 14 and v.ending == "adnominal" and not v.passive
    ]
    declared = [v for v in declared if scene.analysis.text[v.begin + len(v.stem)] not in "을를"]  # P 설계를 맡은
    if declared and declared[0].stem in scene.words.backing and behind(sentence, program, 3)[0] == "을":
        after = scene.mentions.within(Span(declared[0].end, declared[0].end + 16), "person", "person-short")
        if after and not re.search(r"[,.]", scene.analysis.text[declared[0].end : after[0].begin]):
            return after[0]
    if (put := _PUT_IN.search(scene.analysis.text, sentence.begin, program.begin)) is not None:
        mover = [p for p in scene.people_in(sentence) if p.begin < put.start() <= p.end + 8]
        return mover[-1] if mover else None
    named = _MOVED_BY.match(scene.analysis.text, program.end)
    if named is not None:
        mover = scene.mentions.within(Span(named.end(), named.end() + 12), "person", "person-short")
        return mover[0] if mover and mover[0].begin - named.end() <= 8 else None
    for mover_behind in scene.mentions.within(Span(program.end, program.end + 40), "person"):
        bracket = scene.analysis.text[program.end : mover_behind.begin]
        if _MOVES.match(scene.analysis.text, mover_behind.end) and _OPENS.fullmatch(bracket):
            return mover_behind
    if _I_MOVED.search(scene.analysis.text, sentence.begin, program.begin):
        return who_speaks(scene, sentence, program.begin)
    if _SELF_MOVED.search(scene.analysis.text, sentence.begin, program.begin):
        return person_subject(scene, sentence, program.begin)
    people = scene.mentions.within(Span(sentence.begin, program.begin), "person", "person-short")
    people = [p for p in people if not in_bracket(scene, p)]
    if (moved := _MOVED_AND.search(scene.analysis.text, sentence.begin, program.begin)) is not None:
        movers = [p for p in people if p.end <= moved.start() <= p.end + 12 and behind(sentence, p, 4)[0] == "이"]
        if movers:
            return movers[-1]
    if not people or program.begin - people[-1].end > 40:
        return None
    person = people[-1]
    if _MOVED_NOUN.fullmatch(scene.analysis.text, person.end, program.begin):
        return person
    unnamed = isinstance(person.value, PersonShort) and person.value.surname is None
    if unnamed and _ONE_BEFORE.search(scene.analysis.text, sentence.begin, person.begin):
        return None
    if inside_speech(scene.analysis, person.begin) != inside_speech(scene.analysis, program.begin):
        return None
    case, edge = behind(sentence, person, 4)
    between = [v for v in deeds if edge <= v.begin and v.end <= program.begin]
    if (
        case == "의"
        and 0 <= program.begin - edge <= 4
        and not _IN_HIS_TIME.search(scene.analysis.text, person.end, edge)
    ):
        conceived = program.value.text.endswith(("구상", "공약", "청사진"))
        conceived = conceived or _CONCEIVED.match(scene.analysis.text, program.end) is not None
        own = conceived and scene.ranks.executive(person)
        if own or scene.ranks.former_head(person):
            return person
    if case == "이" and between and between[-1].ending == "adnominal" and between[-1].stem in scene.words.backing:
        return person if program.begin - between[-1].end <= 12 else None
    if case == "이" and _HAS_AT_HEART.fullmatch(scene.analysis.text, edge + 1, program.begin):
        return person
    if case == "은" and between and between[-1].ending == "adnominal" and between[-1].stem in _OWN_IDEA:
        alone = not any(t.tag == "JKS" and edge <= t.begin < between[-1].begin for t in sentence.tokens)
        return person if alone and program.begin - between[-1].end <= 12 else None
    return None
