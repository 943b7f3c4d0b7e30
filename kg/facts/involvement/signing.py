"""Who signs an agreement on a program: all who are named as its subject, and those with whom it is signed."""

from collections.abc import Iterator

from kg.facts.involvement.fact import backed
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.parties import people_listed, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.words import behind, inside_speech
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_PACT = regex(r"(?:협약|협약서|양해각서|MOU|업무협약)[^.]{0,12}(?:서명|체결|맺|손잡|손을 잡)")
_SIGNED = regex(
    r"(?:협약서|양해각서|협약|MOU)에\s?(?:함께\s|나란히\s|차례로\s)?(?:서명(?:했|하였|함|한\s뒤)|이름을\s(?:적"
    r"|올렸|남겼|썼)|도장을\s찍)|(?:협약서|협약"
    r"|양해각서)[을를]\s(?:맺었|체결했|교환했)"
    r"|(?:협약서|양해각서)(?:를|에는)?\s[^.]{0,40}?(?:들어\s?보이|들고|교환하|주고받|서명했)"
    r"|[이가은는도]\s(?:함께\s|나란히\s|차례로\s|각각\s|직접\s|공동으로\s)?서명(?:했|하였|함)"
    r"|(?:선언문|선언서|합의문|합의서|협약문|결의문|협정서)(?:을|에|를)\s(?:[가-힣]{1,4}\s)?(?:낭독|발표|채택"
    r"|서명|교환)(?:했|하였|함)"
    r"|(?:협약|협정|합의각서)[을를]\s(?:맺|체결하)(?:고|으며|며|었)|(?:협약|협정)[을를]\s체결(?:했|하였|함)"
    r"|(?:협약서|협정서|양해각서|합의서|선언문|협약|약정서|의향서)(?:에|에는|에는\s이날)\s[^.“”]{4,120}?[가-힣][이가]\s(?:함께\s|나란히\s|차례로\s|각각\s)?"
    r"(?:서명했|서명하|이름을\s(?:적|올|남|새|썼)|도장을\s찍|사인했|날인했)"
    r"|[이가은는도]\s(?:함께\s|나란히\s|차례로\s|각각\s|직접\s|마주\s앉아\s)?(?:사인했|날인했|서명했습니다|서명을\s(?:했|마쳤|남겼)|(?:협약서|협정서|서류)에\s(?:사인|날인))"
    r"|서명(?:은|에는)\s[^.]{4,160}(?:했다|참여했다|나섰다|나섰습니다|했습니다)"
    r"|[이가은는]\s(?:나란히\s|차례로\s|함께\s|각각\s)?(?:펜을\s(?:들|잡)|도장을\s찍|서명란에)[가-힣]{0,2}"
    r"|(?:협정문|협약문|합의문|협약서|양해각서|약정서|의향서)(?:을|를)\s(?:[가-힣]{1,4}\s)?(?:주고받|맞바꾸"
    r"|맞바꿨|교환)"
    r"|(?:이\s같은|이런|이러한|이)\s내용(?:의|을\s담은)\s(?:[가-힣]{1,4}\s)?(?:협약|약정|협정|양해각서)(?:을"
    r"|를)\s(?:맺|체결)"
    r"|(?:협약|협정|약정|협약서|협정서|약정서|의향서)에\s(?:[가-힣]{1,4}\s)?서명(?=[,.\s]|$)"
)
_SIGN = regex(
    r"서명(?:했|하였|함|하고|한\s뒤)|(?:협약|협약서|협정|양해각서|MOU)[을를]\s(?:맺었|체결했|교환했|주고받았)"
    r"|이름을\s(?:적|남겼|올렸)|펜을\s(?:들|잡)|도장을\s찍|(?:협약|협정|약정)(?:서)?에\s서명"
)
_SUBJECT = ("이", "은", "도")
_OF_PROGRAM = regex(
    r"[’'」』》〉\"”]?\s?(?:구축·?운영|[가-힣·]{2,8})?\s?(?:을"
    r"|를)?\s?(?:위한\s)?(?:[가-힣·]{2,8}\s){0,2}(?:업무\s?)?(?:협약|양해각서|MOU)"
)
_TO_DO = regex(r"(?:협약|양해각서|MOU)(?:서)?[을를]\s(?:맺고|체결하고|맺어|체결해)\s")
_OTHER_PACT = regex(r"(?:입주|기부|후원|기탁|대출|보증)\s?협약")
_NAMED_PACT = regex(r"[‘'「『]([^‘’'「」『』]{3,40}(?:협약|협약식|양해각서|MOU|협정|선언식)\)?)[’'」』]")
"""A pact with a name of its own, which may hold the program's."""
_PACT_SOON = regex(r"\s?(?:[가-힣]{2,8}\s){0,3}[가-힣]{0,6}(?:협약|협약서|양해각서|MOU)")
_LAUNCHED = regex(
    r"[’'」』》〉\"”]?\s?(?:사업\s|비전\s)?(?:출범식|선포식|착공식|기공식|발대식|출정식)[에을][^.]{0,160}?"
    r"(?:버튼을|단추를|첫\s?삽|시삽|스위치를|선언문|손도장|깃발을)"
)
_TOGETHER = regex(r"^(?:이들|(?:두|세|네|다섯|여섯)\s(?:사람|시장|지사|단체장|군수|구청장|기관장))(?:은|는|이)\s")


def signs(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Involvement]:
    """«A 지사와 B 군수가 ‘P’ 업무협약에 서명했다»: all who are named as its subject."""
    text = scene.analysis.text[sentence.begin : sentence.end]
    told = _SIGNED.search(text) if not programs and sentence.block in ("body", "caption") else None
    if told is not None and not inside_speech(scene.analysis, sentence.begin + told.start()):
        yield from _all_sign(scene, sentence, Span(sentence.begin + told.start(), sentence.begin + told.end()))
    if _TOGETHER.match(text) and _PACT.search(text) and sentence.index and scene.main is not None:
        said = {scene.full(p).value.text for p in programs}
        if scene.main.value.text in text or scene.main.value.text in said:
            for person in scene.mentions.within(scene.analysis.sentences[sentence.index - 1].span, "person"):
                if scene.ranks.head_of_government(person):
                    yield backed(scene, sentence, scene.main, person, "backer-signs")
    for program in programs:
        if (act := _LAUNCHED.match(scene.analysis.text, program.end, sentence.end)) is not None:
            for person in scene.mentions.within(Span(sentence.begin, act.end()), "person"):
                if scene.ranks.head_of_government(person):
                    yield backed(scene, sentence, program, person, "backer-signs")
        if scene.in_others_words(program.begin) or not _PACT.search(scene.analysis.text, program.end, sentence.end):
            continue
        yield from _signs_with(scene, sentence, program)
        yield from _signed_at(scene, sentence, program)
        if person_subject(scene, sentence, program.begin) is None:
            continue
        for person in scene.mentions.within(Span(sentence.begin, program.begin), "person"):
            if scene.ranks.head_of_government(person) and not inside_speech(scene.analysis, person.begin):
                yield backed(scene, sentence, program, person, "backer-signs")


def _signed_at(scene: Scene, sentence: Sentence, program: Mention) -> Iterator[Involvement]:
    """«‘P’ 협약식에서 A 시장과 B 총장이 차례로 서명했다»: all who are named as subject behind the program."""
    told = _SIGN.search(scene.analysis.text, program.end, sentence.end)
    if told is None or scene.in_others_words(told.start()):
        return
    people = scene.mentions.within(Span(program.end, told.start()), "person")
    last = next((p for p in reversed(people) if behind(sentence, p, 4)[0] in _SUBJECT), None)
    if last is not None and not scene.in_others_words(last.begin):
        for person in people:
            if person.begin <= last.begin and scene.ranks.titles(person):
                yield backed(scene, sentence, program, person, "backer-signs")


def _all_sign(scene: Scene, sentence: Sentence, act: Span) -> Iterator[Involvement]:
    """«A 시장과 B 청장이 협약서에 서명했다», «서명은 A 시장, B 지사가 했다», of the program before; ``act`` tells
    the act."""
    people = scene.mentions.within(sentence.span, "person")
    before = [p for p in people if p.begin < act.end]
    if any(behind(sentence, p, 4)[0] in _SUBJECT for p in before):
        people = before  # «A 시장과 B 총장이 서명했으며, C 차장이 내빈으로 함께했다»
    last = next((p for p in reversed(people) if behind(sentence, p, 4)[0] in _SUBJECT), None)
    if last is None or inside_speech(scene.analysis, last.begin):
        return
    if last.begin < act.begin and person_subject(scene, sentence, act.begin) is not last:
        return  # «A 시장은 환영했고 시는 협약을 체결했다»
    program = _of_pact(scene, sentence)
    for person in people if program is not None else ():
        joined = person.begin <= last.begin or behind(sentence, person, 4)[0] == "와"
        if joined and scene.ranks.titles(person) and program is not None:
            yield backed(scene, sentence, program, person, "backer-signs")


def _of_pact(scene: Scene, sentence: Sentence) -> Mention | None:
    """The program that the pact is on: the one that the sentences before name with it, else the one they are about."""
    text = scene.analysis.text
    before = scene.analysis.sentences[max(0, sentence.index - 3) : sentence.index + 1]
    if sentence.block == "caption":
        before = tuple(s for s in scene.analysis.sentences if s.block == "body")
    for s in reversed(before):
        for p in reversed(scene.named_in(s)):
            if _OF_PROGRAM.match(text, p.end, s.end) or _TO_DO.search(text, s.begin, p.begin):
                return scene.full(p)
    around = text[before[0].begin : sentence.end] if before else ""
    named = [e for s in before for e in scene.mentions.within(s.span, "event") if e.rule == "event-marked"]
    pacts = [e.value.text.replace(" ", "") for e in named if "pact" in e.value.classes]
    if pacts:  # a pact with a name of its own may hold the program's
        held = [p for p in scene.programs.values() if p.value.text.replace(" ", "") in pacts[-1]]
        return scene.full(max(held, key=lambda p: (len(p.value.text), -p.begin))) if held else None
    if sentence.block == "caption" or _OTHER_PACT.search(around):
        return None
    if (named_pact := _NAMED_PACT.search(around)) is not None:
        name = named_pact[1].replace(" ", "")
        return next((p for p in scene.programs.values() if p.value.text.split()[-1] in name), None)
    if scene.main is not None and scene.main_stands_out and not scene.programs_in(sentence.paragraph):
        return scene.main
    return program_at(scene, sentence)


def _signs_with(scene: Scene, sentence: Sentence, program: Mention) -> Iterator[Involvement]:
    """«‘P’를 지으려고 A 지사, B 대표와 협약을 맺었다»: those with whom it is signed, people too."""
    for person in scene.mentions.within(sentence.span, "person"):
        case, edge = behind(sentence, person, 4)
        soon = _PACT_SOON.match(scene.analysis.text, edge) or edge <= program.begin <= edge + 12
        if case != "와" or not soon:
            continue
        for one in people_listed(scene, sentence, person):
            yield backed(scene, sentence, program, one, "backer-signs")
