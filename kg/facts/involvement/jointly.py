"""Who does a work together: «A는 B, C와 ‘P’ 공동 조성 협약을 맺었다», «A·B, ‘P’ 공동 추진»."""

from kg.facts.involvement.parties import listed, subject_bodies
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import is_rejected
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_WORK = (
    r"(?:운영|추진|조성|구축|개발|시행|수행|건립|실시|진행|설립|도입|건설|개설|개최|관리|육성|운행|실증|연구|보급"
    r"|착수|설치|제작|출범|개소|개관)"
)
_DONE_JOINTLY = regex(
    rf"[^.“”\"]{{0,60}}?(?:공동(?:으로|\s사업)?|합동(?:으로)?|협력해|협업해|손잡고|힘을 모아|손을 잡고)\s?"
    rf"(?:[가-힣]{{1,6}}(?:을|를)?\s)?{_WORK}"
    r"|[^.“”\"]{0,30}?(?:함께|같이|손잡고|나란히)\s?(?:하기로|한다(?=[.\s])|하자(?=[.\s]))"
    r"|[^.“”\"]{0,30}?(?:함께|같이|손잡고|나란히)\s(?:(?:내년|올해|다음|오는|새로|직접)\s)?(?:[가-힣]{1,3}\s)?"
    r"(?:연다|열기로|열고|세운다|세우기로|짓는다|짓기로|만든다|만들기로|꾸린다|꾸리기로|운영|추진|구축|조성|개발"
    r"|키운|돌린|굴린|벌인|펼친|시작|나선|나서기로)"
)
_ONLY_TALKED = regex(
    r"[^.“”\"]{0,90}?(?:논의|검토|타진|제안|건의|요청|모색|촉구|요구|협의(?:했|하고|할)|저울질|고민|무산|결렬|불발|백지화|파기)"
)
_JOINED = regex(r"\s?[·ㆍ∙・\-–&,]\s?(?:㈜|\(주\)|\(재\))?|(?:와|과)\s")
_WITH = regex(r"(?:와|과)(?:도|는)\s")
_FAR = 60
"""So many letters may stand between the body with which a work is done and the program: a day, a place."""


def joint_parties(scene: Scene, sentence: Sentence, program: Mention) -> list[Mention]:
    """All who do the work of a program together by what is told behind it; none where fewer than two are told."""
    text = scene.analysis.text
    if is_rejected(scene, program) or not _DONE_JOINTLY.match(text, program.end, sentence.end):
        return []
    if _ONLY_TALKED.match(text, program.end, sentence.end):
        return []
    found = _of_headline(scene, sentence, program) if scene.is_headline(sentence) else []
    if not found:
        found = subject_bodies(scene, sentence, program.begin)
        found += [b for b in _partners(scene, sentence, program) if b not in found]
    return found if len(found) > 1 else []


def _partners(scene: Scene, sentence: Sentence, program: Mention) -> list[Mention]:
    """«B, C와 22일 ‘P’»: the bodies with which it is done, joined by 와 before the program."""
    before = [b for b in scene.bodies(sentence) if b.end <= program.begin and program.begin - b.end < _FAR]
    last = next((b for b in reversed(before) if _is_with(scene, sentence, b)), None)
    return listed(scene, sentence, last) if last is not None else []


def _is_with(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether something is done with a body: «B와», «B와도»."""
    return behind(sentence, body, 0)[0] == "와" or _WITH.match(scene.analysis.text, body.end) is not None


def _of_headline(scene: Scene, sentence: Sentence, program: Mention) -> list[Mention]:
    """«A·B·㈜C, 서부에 ‘P’ 공동 추진»: the bodies in a row with which a headline begins."""
    row: list[Mention] = []
    for body in scene.bodies(sentence):
        if body.end > program.begin:
            break
        if row and not _JOINED.fullmatch(scene.analysis.text, row[-1].end, body.begin):
            break
        row.append(body)
    return row if row and behind(sentence, row[-1], 0)[0] in (",", "은", "이") else []
