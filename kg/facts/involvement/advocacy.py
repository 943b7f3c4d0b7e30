"""Who speaks up for a program that is under debate: urges more of it, defends it, has it close at heart."""

import re
from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.parties import people_listed, person_subject, subject_bodies
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import list_end
from kg.facts.involvement.topical import COPULA, WHAT_IT_IS
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_MORE = (
    r"(?:늘려야|늘어나야|확대해야|넓혀야|되살려야|살려야|키워야|증액해야|도입해야|만들어야|제정해야"
    r"|서둘러야|통과시켜야|"
    r"이어\s?가야|유지해야|복원해야|반영해야|설치해야|세워야|지어야|앞당겨야)"
)
_MUST = regex(
    r"[가-힣]야\s?(?:한다|합니다|할\s것)[”\"]?(?:이라)?(?:고|며|는|라고)[^.“”\"]{0,20}(?:주장|촉구|요구"
    r"|강조|맞섰|말했|밝혔|했다|하였|힘줘)"
)
_NOT_MORE = regex(
    r"(?:깎|줄[이여]|없애|접어|따[져지]|밝[혀히]|멈|막아|살[펴피]|짚어|중단|폐지|철회|삭감|축소|재검토|검토"
    r"|점검|확인|공개|설명|답|반성|사과|조사|감시|보류)"
    r"[가-힣]{0,3}야\s"
)
_URGES = regex(
    _MORE + r"\s?(?:한다|합니다|할\s것)[”\"]?(?:이라)?(?:고|며|는|라고)[^.“”\"]{0,20}"
    r"(?:주장|촉구|요구|강조|맞섰|말했|밝혔|했다|힘줘)"
    r"|(?:앞당기|늘리|넓히|키우|확대하|도입하|서두르|살리|되살리|반영하|증액하)라(?:고|며)\s(?:거듭\s|강력히\s)?"
    r"(?:촉구|요구|주문|건의|제안|요청)"
    r"|(?:제정|도입|신설|확대|설치|증액|복원|조성|건립|지정|재추진|반영|구축|추진|시행|착공|유치|개설"
    r"|개통)[을를]\s(?:[^\s.“”\"]{1,9}\s){0,2}?"
    r"(?:촉구|건의|제안|주장|호소|요청)"
    r"|(?:면제|통과|처리|제정|승인|인가|허가|재개|정상화|조기\s?추진|국가사업화|법제화|제도화|상설화|우선\s?배정|배정|편성|환원|상향"
    r"|입법|본격화|착수|재지정|선정|이행|실현|완공|가속화|전환|격상)[을를]\s(?:거듭\s|강력히\s|공식\s|직접\s)?(?:호소|촉구|건의|주문|요청)"
    r"|(?:뽑아|골라|넣어|올려|지정해|반영해|선정해|도입해|포함해|늘려|살려|되살려|통과시켜|실어|담아|얹어|밀어|챙겨|풀어|열어|서둘러"
    r"|앞당겨|배정해|편성해|확정해|승인해|지원해|보태|세워|지어|만들어|넓혀|키워|이어)\s?(?:달라고|주십사|줄\s것을)"
    r"\s(?:[^\s.,“”]{1,9}\s){0,2}?(?:건의|요청|호소|촉구|요구|부탁)"
)
_OWN_TERMS = regex(
    r"(?:비율|분담률|분담금|부담률|보조율|지급률|수수료|단가|몫|지분|배분율|한도)(?:을|를|도)\s(?:\S+\s)?$"
)
"""What a partner bargains for without standing up for the program: 도비 비율을 올려 달라."""
_LED = regex(
    r"(?:증액|확대|도입|신설|제정|조성|설치|반영|추진|유치)[을를]\s(?:처음\s|직접\s|거듭\s)?(?:제안|제의"
    r"|주도|이끈|이끌어\s?낸|발의|건의|공약|약속|따낸)(?:한|했던|하던)?\s"
)
_BEGAN_IT = regex(
    r"(?:(?<![가-힣])(?:이|그|해당|당시|이번|이\s같은|문제의)\s)(?:사업|제도|계획|구상|정책|프로젝트|서비스|아이디어|방안|과제|앱|버스|센터|단지|일|실험|발상)(?:을|를)\s"
    r"(?:[^\s.,“”]{1,8}\s){0,2}?(?:제안|구상|기획|밀어붙|밀어붙이|주도|설계|발의|공약|약속|발표|내놓|건의|고안|착안|입안|이끌|이끈|시작|띄운|추진|도입|관철|성사|꺼낸|꺼내|벌인|생각해|떠올린|궁리|주창|제창)"
    r"(?:[가-힣]{0,3})?(?:한|했던|인|였던|었던|던|은|낸|시킨)?\s"
    r"(?:(?:사람|이|인물|주인공|장본인|당사자|쪽|분|건)(?:은|는|이|가)\s(?:바로\s|다름\s아닌\s|다름\s아니라\s)?(?:[가-힣]{1,6}의\s)?)?"
)
"""«이 사업을 처음 제안한 A 씨», «당시 사업을 밀어붙였던 A 전 부시장»."""
_PARTED = regex(r"[.,“”‘’]|[가-힣](?:는|은|을|를|와|과|의|이|가|에|에서|로)\s")
_MOVED = regex(r"대표\s?발의(?:한|했던|하고|자인|자로\s나선)\s|발의를\s(?:이끈|주도한)\s")
_DEFENDS = regex(
    r"(?:맞섰|맞서며|호소|읍소|매달렸|설득(?:했|하지|에\s나섰)|항변|되살려\s달라|남겨\s달라|살려\s달라"
    r"|통과시켜\s달라|선처를|협조를\s(?:구|부탁|당부))"
)
_DEAR = regex(
    r"(?:공들여\s?온|공을\s들여\s?온|공들인|밀어\s?온|밀고\s있는|추진해\s?온|챙겨\s?온|챙긴|내건|내세운|제안한"
    r"|구상한|시작한|도입한|만든|띄운|앞장서\s?온|매달려\s?온|약속한|공약한|선언한|주창한|기획한|주도한"
    r"|이끌어\s?온|밀어붙인|밑그림을\s그린|씨앗?을\s뿌린|터를\s닦은|물꼬를\s튼|첫\s삽을\s뜬|기틀을\s(?:잡|닦|놓)은"
    r"|결재한|재가한|서명한|지시한|들고나온|뽑아\s?든|되살린|살려\s?낸|관철한|따낸|따\s?온|유치한|끌어온"
    r"|성사시킨|발의한|건의한|이끈|고집해\s?온|애착을\s가진"
    r"|겠다고\s(?:[가-힣]{1,4}\s)?(?:한|했던|밝힌|공언한|약속한|못\s?박은|다짐한|선언한|외친)"
    r"|자고\s(?:[가-힣]{1,4}\s)?(?:한|했던|제안한|말한)"
    r"|발표한|공개한|설명한|소개한|꺼낸|추진한|추진했던|벌인|설계한|앞세운|앞세워\s?온|힘을\s쏟은|힘써\s?온"
    r"|역점을\s둔|밝힌|선보인|제시한|공표한|예고한|점찍은|꼽은|강조해\s?온|외쳐\s?온|주장해\s?온|약속해\s?온|품어\s?온|내민|들고\s?온"
    r"|들여온|밀었던|추진한다고\s밝힌|열어젖힌|밑돌을\s놓은|주춧돌을\s놓은|다듬어\s?온|다져\s?온|벼려\s?온|벼르던|기초를\s(?:닦|놓)은|불을\s지핀"
    r"|진두지휘(?:한|해\s?온)|심혈을\s기울인|심혈을\s기울여\s?온|총력을\s기울인|역설해\s?온|역설한|제창한|발굴한|낙점한|고른|뽑은"
    r"|명운을\s건|승부를\s건|사활을\s건)" + rf"\s(?:[가-힣]{{1,6}}\s)?[가-힣]{{0,6}}{WHAT_IT_IS}(?:{COPULA}|[.]?\s?$)"
)

_STOOD_AHEAD = regex(
    r"(?:앞장섰|주도했|공을\s들였|힘을\s쏟았|밀어붙였|매달렸|발\s벗고\s나섰|이끌어\s?냈)(?:다|습니다|음|으며|고)"
)


def speaks_up(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for each that a sentence shows at the side of a program under debate."""
    if sentence.block in ("title", "subtitle", "caption"):
        return
    text = scene.analysis.text
    for act, mover in _moved(scene, sentence, programs):
        yield sentence, act, mover, "backer-proposes"
    for person, at in (
        *_urging(scene, sentence, programs),
        *_leading(scene, sentence),
        *_defending(scene, sentence),
        *_dear(scene, sentence, programs),
    ):
        named = [scene.full(p) for p in programs if p.begin < at]
        program = named[-1] if named else _just_told(scene, sentence, at)
        if program is None or re.search(r"대신|아니라", text[program.end : program.end + 6]):
            continue
        for one in people_listed(scene, sentence, person):
            yield sentence, program, one, "backer-proposes"


def _just_told(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """The program of which a sentence without a name speaks: the one of the sentence before, else the weighed."""
    if _DEAR.search(scene.analysis.text, sentence.begin, sentence.end) and sentence.index:
        before = scene.analysis.sentences[sentence.index - 1]
        told = {scene.full(p).value.text: scene.full(p) for p in scene.named_in(before)}
        if before.paragraph == sentence.paragraph and len(told) == 1:
            return next(iter(told.values()))
    return program_at(scene, sentence, Span(sentence.begin, at))


def _urging(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[tuple[Mention, int]]:
    """«늘려야 한다고 주장했다», «제정을 촉구했다»."""
    told = _URGES.search(scene.analysis.text, sentence.begin, sentence.end)
    if told is None and programs:
        last = list_end(scene, programs[0], programs)
        must = _MUST.search(scene.analysis.text, last.end, sentence.end)
        if must is not None and behind(sentence, last, 3)[0] in ("을", "은", "도") and last.end + 50 > must.start():
            told = None if _NOT_MORE.search(scene.analysis.text, last.end, must.end()) else must
    if told is None:
        return
    if not programs and _OWN_TERMS.search(scene.analysis.text, sentence.begin, told.start()):
        return
    person = _who(scene, sentence, told.start())
    if person is not None and _holds_office(scene, person):
        yield person, told.start()


def _leading(scene: Scene, sentence: Sentence) -> Iterator[tuple[Mention, int]]:
    """«증액을 제안한 A 의원은»: who is named by what was moved."""
    for told in _BEGAN_IT.finditer(scene.analysis.text, sentence.begin, sentence.end):
        after = scene.mentions.within(Span(told.end(), told.end() + 32), "person", "person-short")
        between = scene.analysis.text[told.end() : after[0].begin] if after else ","
        if after and not scene.in_others_words(told.start()) and not _PARTED.search(between):
            yield after[0], told.end()
    for told in _LED.finditer(scene.analysis.text, sentence.begin, sentence.end):
        if scene.in_others_words(told.start()):
            continue
        after = scene.mentions.within(Span(told.end(), told.end() + 12), "person", "person-short")
        if after and after[0].begin - told.end() <= 8:
            yield after[0], told.start()


def _moved(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """«대표발의한 A 의원은»: of the ordinance that was named last."""
    told = _MOVED.search(scene.analysis.text, sentence.begin, sentence.end)
    if told is None or programs or scene.in_others_words(told.start()):
        return
    mover = scene.mentions.within(Span(told.end(), told.end() + 12), "person", "person-short")
    acts = [p for p in scene.programs.values() if "Ordinance" in p.value.classes and p.begin < told.start()]
    if mover and acts:
        yield max(acts, key=lambda p: p.begin), mover[0]


def _defending(scene: Scene, sentence: Sentence) -> Iterator[tuple[Mention, int]]:
    """«A 국장은 꼭 필요하다고 맞섰다»: an executive or an official, of what the debate is about."""
    told = _DEFENDS.search(scene.analysis.text, sentence.begin, sentence.end)
    if told is None or scene.in_others_words(told.start()):
        return
    person = _who(scene, sentence, told.start())
    if person is not None and (scene.ranks.executive(person) or scene.ranks.official(person)):
        yield person, told.start()


def _dear(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[tuple[Mention, int]]:
    """«P는 A 시장이 공들여 온 사업이다», «P 유치에는 A 의원이 앞장섰다»."""
    text = scene.analysis.text
    told = _DEAR.search(text, sentence.begin, sentence.end) or _STOOD_AHEAD.search(text, sentence.begin, sentence.end)
    if told is None or scene.in_others_words(told.start()):
        return
    begin = programs[0].end if programs else sentence.begin
    people = scene.mentions.within(Span(begin, told.start()), "person", "person-short")
    near = [p for p in people if behind(sentence, p, 4)[0] == "이"]
    if near:
        yield near[-1], near[-1].begin


def _who(scene: Scene, sentence: Sentence, before: int) -> Mention | None:
    """The person who is the subject, or whose words the sentence quotes."""
    person = person_subject(scene, sentence, before)
    if person is not None or subject_bodies(scene, sentence, before):
        return person
    return speaking(scene, sentence)


def speaking(scene: Scene, sentence: Sentence) -> Mention | None:
    """The person whose words a sentence quotes."""
    said = [who for span, who in scene.speakers if sentence.begin <= span.begin < sentence.end]
    return next((w for w in said if w is not None and w.kind.startswith("person")), None)


def _holds_office(scene: Scene, person: Mention) -> bool:
    """Whether a person has a title of politics or office: a resident or a professor may urge, but does not back."""
    return not scene.ranks.studies(person) and any(
        bare.endswith(("의원", "의장", "위원", "위원장", "시장", "지사", "군수", "구청장", "장관", "교육감"))
        for bare, _ in scene.ranks.titles(person)
    )
