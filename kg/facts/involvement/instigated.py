"""Whose doing a program is by a noun beside the name of a person: «A 시장 지시로 ‘P’를 띄웠다», «A 구청장이 1호 결재로
‘P’ 확대안을 골랐다», «뒤집기에 앞장선 이는 A 의원이다», «아이디어의 주인은 A 의원»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.parties import people_listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import may_be_run
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_DOING = (
    r"(?:지시|제안|주도|결단|아이디어|발상|구상|발안|건의|주창|발의|공약|약속|결재|뜻|의지|착안|강권|특명|주문"
    r"|진두지휘|지휘|제의|작품|승부수"
    r"|복안|숙원|역점|야심|청사진|밑그림)"
)
_AT_HIS = regex(
    rf"(?:의)?\s?(?:님)?(?:의\s)?(?:[가-힣]{{2,5}}\s)?{_DOING}"
    r"(?:로|으로|에\s(?:따라|따른|힘입어|의해)|에서\s(?:나온|시작|출발|비롯)|(?:을|를)\s(?:받아|받은|받고|반영해"
    r"|담아|담은|좇아))"
)
"""Right behind a person: «A 시장 지시로», «A 의원의 제안에 따라», «A 군수 아이디어에서 나온»."""
_FIRST = (
    r"(?:(?:첫|제?\s?\d{1,2}\s?호|1번|새해\s첫|취임\s첫|간판|대표|핵심)\s(?:[가-힣]{2,6}\s)?"
    r"(?:결재|지시|업무\s?지시|안건|공약|사업|과제|정책|약속|시책))"
)
_MADE_FIRST = regex(
    rf"[^.“”]{{0,40}}?{_FIRST}(?:로|으로)\s(?:[^.“”]{{0,24}}?)(?:골랐|고르|꼽|삼|택|낙점|올렸|올리|올려|내걸"
    rf"|걸었|내세|선택|정했|정하|처리|서명|뽑|밀|꺼|소개|발표|제시|추진|시작|내놨|내놓|못\s?박)"
)
"""Behind a subject: «A 시장은 P를 1호 결재로 골랐다»."""
_WAS_FIRST = regex(rf"(?:의|이|님)?\s?(?:의\s)?(?:[^.,“”‘’]{{0,16}}\s)?{_FIRST}(?:가|이|는|은|였|이었|이다|다|인)")
"""Behind a person in the genitive or bare: «A 군수 취임 첫 결재가 ‘P’였다», «A 시장의 1호 결재인 P»."""
_FOREMOST = regex(
    r"(?:앞장선|앞장서\s온|주도한|이끈|되살린|살려\s?낸|살린|제안한|꺼낸|밀어붙인|총대를\s멘|물꼬를\s튼|관철한"
    r"|관철시킨|지켜\s?낸|구상한|기획한|띄운|설계한|떠올린"
    r"|생각해\s?낸|내놓은|들고나온|밑그림을\s그린|따낸|따\s?온|끌어\s?온|성사시킨|시작한|챙긴|밀고\s온"
    r"|발벗고\s나선|발\s벗고\s나선)"
    r"\s(?:이는|사람은|이가|주인공은|장본인은|주역은|인물은|쪽은|것은|건|게|이도|사람이)\s[^.“”]{0,40}$"
)
"""From what somebody has done to his name: «예산을 되살린 이는 A 의원이다»."""
_AUTHOR = regex(
    r"(?:아이디어|발상|구상|제안|밑그림|설계|착상|제도|사업|정책)(?:의|을|를)?\s?(?:처음\s)?(?:주인|주인공|원조"
    r"|임자|산파|아버지|어머니|창안자|제안자|설계자|입안자|주창자|낸\s(?:이|사람|쪽))"
    r"(?:은|는|이|가)\s(?:다름\s아닌\s|바로\s)?[^.“”]{0,30}$"
)
_IS_HIM = regex(
    r"\s?(?:[가-힣]{1,10}\s?)?(?:\([^()]{1,16}\))?(?:이다|다|였다|이었다|입니다|이었습니다|이에요|예요)?[.]"
)
_CAME_FIRST = regex(
    r"(?:\s?님)?(?:이|가|께서)\s(?:[^\s.,“”‘’]{1,8}\s){0,2}?(?:먼저|처음|앞장서|직접)\s"
    r"(?:(?:시에|도에|군에|구에|대학에|정부에|공식|거듭)\s)?"
    r"(?:제안(?:해|하|한|했)|제의(?:해|하|한|했)|권(?:해|유해|유한|유했|했)|건의(?:해|하|한|했)|요청(?:해|하|한|했)|구상(?:해|하|한|했)|기획(?:해|하|한|했)"
    r"|손(?:을|길을)\s내[밀민]|손을\s뻗|운을\s[떼뗀뗐]|(?:말|말씀|얘기|이야기)(?:을|를)?\s(?:꺼[내낸냈]|하[신셨]|해\s)|문을\s두드|아이디어를\s[내낸냈]|제안서를\s[내낸냈들]|들고\s(?:온|왔|와)"
    r"|씨앗을\s뿌|물꼬를\s[트튼텄]|떠올[리린렸])"
)
"""Behind a person: «A 군수가 먼저 손을 내밀어 이뤄진 일이다», «A 총장님이 먼저 제안하신 일이에요»."""
_SO_IT_CAME = regex(
    r"성사|이뤄|이루어|시작|출발|비롯|결실|\s일(?:이|입니다)|사업|협약|과정|제안(?:했|하였"
    r"|하셨|합)|꺼냈|꺼내셨|씨앗|물꼬"
)
"""What tells that something came of it, in a sentence that names no program."""
_IT_FAILED = regex(
    r"무산|거절|반려|백지화|불발|결렬|외면|퇴짜|접었|철회|없던\s일|중단|폐지|삭감|보류|연기"
    r"|축소|행사|간담회|면담|회동|만남|식사"
)
_AGAINST = regex(r"반대|삭감|감액|폐지|중단|저지|철회|축소|비판|백지화|부결|보류")
_NEAR = 2


def instigated(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for each person whose doing a noun of the sentence calls a program."""
    if sentence.block in ("title", "subtitle", "caption"):
        return
    text = scene.analysis.text
    for person in scene.people_in(sentence):
        if scene.in_others_words(person.begin) or not scene.ranks.titles(person):
            continue
        after = _title_end(scene, person)
        if (his := _AT_HIS.match(text, after, sentence.end)) is not None:
            program = _beside(scene, sentence, programs, person, his.end())
        elif _came_first(scene, sentence, person, after) or _WAS_FIRST.match(text, after, sentence.end) or _made_first(scene, sentence, person):
            program = _beside(scene, sentence, programs, person, after)
        elif _is_who(scene, sentence, person):
            named = [scene.full(p) for p in programs if p.end <= person.begin]
            program = named[-1] if named else _told_before(scene, sentence)
        else:
            continue
        if program is None:
            continue
        for one in people_listed(scene, sentence, person):
            yield sentence, program, one, "backer-relative"


def _title_end(scene: Scene, person: Mention) -> int:
    """Where a person's title ends that stands right behind the name, else where the name does."""
    titles = scene.mentions.within(Span(person.end, person.end + 20), "title")
    gap = scene.analysis.text[person.end : titles[0].begin] if titles else ""
    return titles[0].end if titles and not any(c in gap for c in ".,“”‘’은는이가") else person.end


def _made_first(scene: Scene, sentence: Sentence, person: Mention) -> bool:
    """Whether a person, as the subject, makes something the first that he signs or pledges."""
    case, edge = behind(sentence, person, 4)
    return case in ("은", "이") and _MADE_FIRST.match(scene.analysis.text, edge, sentence.end) is not None


def _came_first(scene: Scene, sentence: Sentence, person: Mention, after: int) -> bool:
    """Whether a person was the first to propose, and what he proposed has not come to nothing."""
    text = scene.analysis.text
    told = _CAME_FIRST.match(text, after, sentence.end)
    if told is None or _IT_FAILED.search(text, sentence.begin, sentence.end) is not None:
        return False
    return bool(scene.named_in(sentence)) or _SO_IT_CAME.search(text, person.end, sentence.end) is not None


def _is_who(scene: Scene, sentence: Sentence, person: Mention) -> bool:
    """«앞장선 이는 A 의원이다», «아이디어의 주인은 구의회 A 의원.»"""
    text = scene.analysis.text
    told = _FOREMOST.search(text, sentence.begin, person.begin) or _AUTHOR.search(text, sentence.begin, person.begin)
    if told is None or _AGAINST.search(text, max(sentence.begin, told.start() - 14), person.begin):
        return False
    return _IS_HIM.match(text, person.end, sentence.end) is not None


def _beside(scene: Scene, sentence: Sentence, programs: list[Mention], person: Mention, after: int) -> Mention | None:
    """The program of a sentence that tells whose doing it is: the next behind, else the last before, else the topic."""
    behind_it = [p for p in programs if p.begin >= after and not _apart(scene, after, p.begin)]
    before = [p for p in programs if p.end <= person.begin]
    if behind_it or before:
        return scene.full((behind_it[:1] or before[-1:])[0])
    marked = any(mark in scene.analysis.text[after : sentence.end] for mark in "‘「『")
    return None if marked else _told_before(scene, sentence)


def _apart(scene: Scene, begin: int, end: int) -> bool:
    return "“" in scene.analysis.text[begin:end]


def _told_before(scene: Scene, sentence: Sentence) -> Mention | None:
    """The program that the sentences right before are about."""
    near = scene.analysis.sentences[max(0, sentence.index - _NEAR) : sentence.index]
    if not any(scene.named_in(s) for s in near if s.paragraph >= sentence.paragraph - 1):
        return None
    program = program_at(scene, sentence)
    return program if program is not None and may_be_run(scene, program) else None
