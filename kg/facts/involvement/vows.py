"""What people vow: pledges of elections, and the words of a council's minutes in which they speak for themselves."""

from collections.abc import Iterator

from kg.facts.involvement.fact import backed
from kg.facts.involvement.first_person import speaker_at
from kg.facts.involvement.focus import headed_by, program_at
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.spoken import AGAINST_IT
from kg.facts.involvement.standing import list_end
from kg.facts.involvement.words import inside_speech
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_PLEDGE = regex(
    r"[)）]?\s?(?:전\s|당시\s|현\s)?[가-힣]{0,6}?(?:님|당선인|후보)?(?:의|이\s내건|이\s내세운|가\s내건|가\s내세운)?\s"
    r"(?:민선\s?\d기\s|대표\s|핵심\s|선거\s|\d호\s|1번\s|간판\s|취임\s)*"
    r"(?:공약|(?:역점|숙원|중점|핵심|간판|대표|브랜드|1호)\s?(?:사업|정책|과제)|야심작|역작|대표작|승부수"
    r"|아이디어|발상)"
)
_OF_PLEDGES = (
    *("공약", "역점", "숙원", "중점", "핵심", "간판", "대표", "브랜드", "1호", "야심작", "역작", "승부수", "아이디어"),
    "발상",
)
_NAMES_IT = regex(r"(?:인|으로)\s[^.,]{0,24}[‘'「『]")
_IS_ONE = regex(
    r"(?:\s?(?:사업|과제|정책))?(?:으로[,\s](?!(?:시작|추진|내[걸세]|제시|도입|꺼내|띄우|밀|삼))|이며|이다|이었"
    r"|였|임|입니다|이고|인데|이라|이자)"
)
"""The pledge is what a topic is: «P는 A 군수 공약사업으로, …»."""
_UNDERTAKES = regex(
    r"[^.“”]{0,60}(?:(?:시작|추진|도입|확대|신설|조성|구축|마련|운영|편성|시행|설치|보급)(?:하|해|되|을|"
    r"를)[^.“”]{0,14}?"
    r"(?:겠습니다|겠다는|고 있습니다|[할갈] (?:계획|예정|방침)입니다)"
    r"|(?:만들|세우|열|늘리|넓히|키우|갖추|놓)[가-힣]{0,2}겠습니다)"
)
_MOVES = regex(
    r"[^.“”]{0,16}(?:도입|신설|추진|확대|조성|설치|제정|마련|시행|증액)[을를]?\s(?:[가-힣]{2,4}\s)?(?:제안|건의|"
    r"촉구|요청)"
    r"(?:합니다|드립니다|하고자|드리고자|하겠습니다|드리겠습니다)"
    rf"|[^.“”]{{0,24}}[을를도]\s(?:[^\s.“”]{{1,8}}\s){{0,3}}?[가-힣]{{1,6}}{AGAINST_IT}[가-힣]?(?:합시다"
    rf"|[가-힣]시다|자는\s(?:겁니다|것입니다|말씀입니다))"
    r"|[^.“”]{0,30}[ㄹ을할]\s것을\s(?:정식으로\s|강력히\s)?(?:제안|건의|촉구)(?:합니다|드립니다|하겠습니다)"
)
_STARTS = regex(
    r"(?:은|는|도|을|를)?\s(?:[^.“”]{0,30}\s)?(?:반드시|꼭|틀림없이|어김없이|무조건|예정대로|차질\s없이"
    r"|기필코)\s(?:[^\s.“”]{1,8}\s){0,2}?"
    r"(?:시작|추진|착공|개통|완공|개소|도입|시행|완성)(?:합니다|하겠습니다)"
    r"|(?:은|는|도|을|를)?\s(?:[^.“”]{0,30}\s)?(?:반드시|꼭|틀림없이|어김없이|무조건"
    r"|기필코)\s[가-힣]{1,4}(?:ㅂ니다|습니다|엽니다|냅니다|듭니다|립니다|칩니다|웁니다)"
)
"""«P도 2학기에는 반드시 시작합니다»: a vow in the present."""


def vowed(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Involvement]:
    """What the head of a government undertakes in a turn of a council's minutes, and what a member moves there."""
    who = speaker_at(scene, sentence)
    if who is None or scene.is_interview:
        return
    text = scene.analysis.text
    for program in programs:
        if inside_speech(scene.analysis, program.begin) and text[program.begin - 1] not in "‘'「『":
            continue
        last = list_end(scene, program, programs)
        undertakes = scene.ranks.head_of_government(who) and (
            _UNDERTAKES.match(text, last.end, sentence.end) or _STARTS.match(text, last.end + 1, sentence.end)
        )
        if undertakes or _MOVES.match(text, last.end, sentence.end):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")


def pledged(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Involvement]:
    """«A 시장의 1호 공약인 P», «P는 A 전 시장의 공약이다»: what a person has pledged in an election."""
    text = scene.analysis.text
    if not any(text.find(word, sentence.begin, sentence.end) >= 0 for word in _OF_PLEDGES):
        return
    for person in scene.mentions.within(sentence.span, "person", "person-short"):
        pledge = _PLEDGE.match(text, person.end)
        if pledge is None:
            continue
        is_one = _IS_ONE.match(text, pledge.end())
        after = [scene.full(p) for p in programs if p.begin > person.end and not is_one]
        before = [scene.full(p) for p in programs if p.end <= person.begin]
        if is_one and not before and (headed := headed_by(scene, sentence)):
            after = headed[-1:]
        near = after[:1] or (before or [scene.full(p) for p in programs])[:1] or scene.programs_in(sentence.paragraph)
        if not after and _NAMES_IT.match(text, pledge.end()):
            continue
        program = near[0] if len(near) == 1 else program_at(scene, sentence)
        if program is not None:
            yield backed(scene, sentence, program, person, "backer-pledged")
