"""What somebody proposes or promises in own words outside of speech marks: a speech, an address, a turn of a council's
minutes, an answer in an interview: «저는 오늘 P 도입을 제안합니다», «P를 공개하겠습니다»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import backed
from kg.facts.involvement.parties import foreign_subject, person_subject, subject_bodies
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import is_rejected, list_end
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.voice import I_AM
from kg.facts.involvement.will import TO_COME, leaves_open
from kg.facts.involvement.words import behind, inside_speech
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_I_DO = regex(
    r"(?:합니다|드립니다|(?:하|드리)는데|함(?=[.\s]|$)|(?:하|드리)?고자\s?(?:합니다|하오니)|하겠습니다|드리겠습니다|했습니다|하였습니다|드렸습니다"
    r"|한\s(?:것|겁|게)(?:도|은|이|을|니다|입니다)|한\s?바\s?있습니다|할\s?(?:계획|생각|예정|것)입니다|해\s?(?:놨|놓았|두었|뒀|왔|봤|보았|드렸)습니다|해\s?(?:놓은|둔)\s(?:상태|참)입니다|[가-힣]?겠습니다"
    r"|[었았]습니다|놨습니다)"
)
_MINE = frozenset(
    {
        "제안",
        "건의",
        "약속",
        "공약",
        "발의",
        "대표발의",
        "선언",
        "제시",
        "제의",
        "구상",
        "기획",
        "발표",
        "공개",
        "다짐",
        "내걸",
    }
    | {"내놓", "촉구", "요청", "주창", "입안", "고안", "선포", "천명"}
)
"""What one does with a program by saying so."""
_MY_WORK = frozenset(
    {
        "만들",
        "열",
        "꾸리",
        "선보이",
        "내놓",
        "짓",
        "굴리",
        "운영",
        "개발",
        "준비",
        "기획",
        "펼치",
        "돌리",
        "마련",
        "차리",
    }
    | {"매달리", "밀어붙이", "성사", "시작", "추진", "띄우", "벌이", "세우", "되살리", "관철", "이끌", "주도", "도입"}
)
"""What an interviewee tells of as own work: «요즘 P에 매달리고 있습니다», «P를 시작했습니다»."""
_I_WORK = regex(
    r"(?:합니다|했습니다|했어요|했죠|했지요|하고\s있(?:습니다|어요)|해\s?왔(?:습니다|어요)|하려(?:고요"
    r"|고\s합니다|합니다)"
    r"|시켰(?:습니다|어요|죠)|시킨|고\s있(?:습니다|어요|죠)|려고요|려(?:고)?\s?합니다|[었았였웠렸셨]?(?:습니다"
    r"|어요|죠|지요))"
)
_FIRST_OF_ALL = regex(
    r"\s*(?:하나|둘|셋|넷|다섯|첫째|둘째|셋째|넷째|첫\s?번째(?:는|로)?|두\s?번째(?:는|로)?|세\s?번째(?:는|로)?|먼저|끝으로|마지막으로)[,.]?\s"
)
_IS_WANTED = regex(
    r"[’'」』》〉\"”]?\s?(?:의\s)?(?:조속한\s|적극적인\s|전면\s)?(?:설립|설치|도입|신설|조성|건립|운영|제정|확대|유치|구축|추진|시행|개설|개통|지정|확충|보급)(?:입니다|이다|을\s(?:제안|촉구|건의|요청)[가-힣]*)[.]"
)
"""«하나, ‘P’의 설립입니다»: how one who speaks counts what he proposes."""
_ASKS_FOR = regex(
    r"[^.“”\"]{0,44}?(?:(?:만들|열|두|세우|짓|늘리|넓히|키우|시작하|도입하|추진하|신설하|마련하|제정하|운영하|설치하|꾸리|내놓)"
    r"(?:자(?=[.\s])|면\s(?:된다|어떨까|좋겠다|한다)|기를\s(?:바란다|제안한다|권한다)|었으면\s(?:한다|좋겠다))"
    r"|[가-힣]\s?(?:주었으면|줬으면)\s(?:한다|좋겠다|싶다)|[을를]\s(?:[^\s.]{1,8}\s){0,2}?제안(?:한다|하고\s싶다|드린다))"
)
"""How an author who signs a piece asks for a thing: «P를 열면 된다», «P를 만들어 주었으면 한다»."""
_IT_IS = regex(
    r"[’'」』》〉\"”]?(?:\s?(?:사업|조례|조례안|프로젝트))?\s?(?:다|이다|입니다|이에요|예요|이죠|죠|요|였다|이었다|였습니다|이었습니다)[.]\s?$"
)
_I_WILL = regex(
    rf"[^.,“”\"]{{0,32}}?(?:{TO_COME}\s(?:생각|계획|예정|작정|참|요량|구상)(?:입니다|이에요|이죠|이고|인데)|{TO_COME}\s(?:겁니다|거예요|것입니다|거고요)"
    r"|려고요|려고\s?(?:합니다|해요|하고\s있|준비)|려\s합니다|겠습니다|기로\s(?:했|하였)|(?:하|만들|열|짓|키우|넓히|세우|늘리)고\s싶(?:습니다|어요|은데)"
    r"|(?:달라고|주십사|줄\s것을|자고)\s(?:[^\s.,]{1,8}\s){0,2}?(?:조르|건의|요청|부탁|호소|제안|두드|매달|설득|말씀드))"
)
"""What an interviewee will do, or asks others to do."""
_I_DO_PLAINLY = regex(
    r"(?:한다|하고자\s?한다|하려\s?한다|하겠다|했다|했고|했으며|하였다|해\s?왔다|해\s?두었다|하자는|하자|드린다"
    r"|[았었]다|[았었]고"
    r"|해\s(?:둔|놓은)\s상태(?:입니다|이다|다))"
)
"""How an author ends who writes of himself: «나는 P를 제안한다»."""
_CHRISTENED = regex(r"[’'」』》〉\"”]?\s?이?라(?:고|는)\s(?:[^\s.]{1,6}\s)?이름(?:을|도|까지)?\s?(?:붙|지[었어은]|달)")
_SEEKS = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|과제)?(?:으로|로|에|에\s쓸|을\s위해|를\s위해)\s[^.“”‘’]{0,24}?(?:국비|도비|시비|군비|예산|사업비|특별교부세|특교세|교부세|기금|추경)"
    r"[^.“”‘’]{0,28}?(?:요청|신청|건의|요구|제출)(?:을|를)?\s?(?:해|드려|드렸|하|했|중|넣)"
)
"""«중기부에 ‘P’로 내년 국비 45억 원을 요청해 놓았고»: who asks for its money stands up for it."""
_IN_VAIN = regex(r"한\s푼도|못\s받|떨어졌|탈락|고배|퇴짜|거절|반려|안\s됐|실패")
_STILL_WILLS = regex(
    r"(?:반드시|꼭|기필코|어떻게든|기어이|기어코|끝까지|끝내|제\s손으로|다시)\s(?:[^\s.“”‘’]{1,8}\s){0,3}?[가-힣]{1,6}(?:겠습니다|낼\s겁니다|려고요|려고\s?합니다|겠다)"
)
"""What an answer goes on to vow of what it named before: «…‘P’입니다. 땅을 못 구했어요. 반드시 착공하겠습니다»."""
_THAT = regex(
    r"[가-힣]{0,4}(?:(?:다고|자고|라고|기를|길|십사)\s|\s(?:달라고|주십사|주시기를|주시길|주실\s것을|줄\s것을|주기를|주길|달라는)\s)"
)
_NO_OBJECT = ("와", "에서", "보다", "처럼")
_FAR = 40
_I_MOVE = regex(
    r"(?<![가-힣])(?:제가|저는|본\s?의원이|본\s?의원은|저희가)\s[^.“”]{0,24}?발의(?:하겠|할\s|했|하였|하고자"
    r"|하려|합니다|해\s)"
)
_BACK = 3
_VOW_BACK = 5
_LABEL = 4
"""So many letters of a sentence may stand before the words of an answer: a mark, «A. »."""
_MY_WISH = regex(
    r"(?:(?:제가|저는|저도|내가|나는|개인적으로|임기\s안에|앞으로)\s[^.“”]{0,24}?)(?:하고\s싶은|이루고\s싶은|남기고\s싶은|만들고\s싶은|꿈꾸는"
    r"|꿈꿔\s온|공들이는|공들여\s온|매달리는|애착이?\s가는|해내고\s싶은|마음에\s품은|벼르는|구상하는|구상\s중인|준비하는)\s"
    r"(?:[가-힣]{1,6}\s)?(?:건|것은|것이|게|일은|일이|사업은|사업이|과제는|정책은)\s(?:바로\s)?[‘'「『《〈\"“]?$"
)
"""«제가 꼭 하고 싶은 건 ‘P’예요»."""
_BINDS = regex(
    r"(?:겠습니다|겠다는\s(?:약속|말씀|다짐)[을를]?\s(?:분명히\s)?드립|고자\s(?:합니다|하오니)"
    r"|려고\s?(?:합니다|하고\s있습니다|하는데요|하거든요|마음먹|준비)|려\s합니다|도록\s하겠|기로\s(?:했|하였|방침을|결정)"
    rf"|{TO_COME}\s(?:계획|방침|예정|생각|작정|참|요량|구상)입니다"
    r"|(?:편성|반영|배정|배분|마련|확보|신설|증액|계상)(?:하였|했|해\s?(?:두었|뒀|놓았|놨))습니다)"
)
"""How the head of a government or of an office binds himself in an address or a turn."""
_WILL = regex(r"겠습니다")
"""How an official does, who else but explains what his office has put into the budget."""
_GIVES_UP = regex(
    r"폐지|중단|철회|종료|백지화|보류|닫겠|접(?:겠|기로|었)|없[애앤앴]|감액|삭감|축소|재검토|줄이겠|취소|포기"
    r"|묻겠|듣겠|부탁|답변드리|보고드리|설명드리"
)


def in_first_person(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Involvement]:
    """What the one whose words a sentence is proposes, promises or christens there."""
    who = speaker_at(scene, sentence)
    if who is None:
        return
    text = scene.analysis.text
    if not programs:
        act = _ordinance_before(scene, sentence) or _named_alone(scene, sentence) or _vowed_before(scene, sentence)
        if act is not None:
            yield backed(scene, sentence, act, who, "backer-proposes")
    yield from _bound(scene, sentence, programs, who)
    for program in programs:
        if not scene.is_interview and inside_speech(scene.analysis, program.begin):
            continue
        last = list_end(scene, program, programs)
        if scene.is_interview and _CHRISTENED.match(text, last.end, sentence.end):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")
            continue
        if scene.is_interview and _seeks_money(scene, sentence, last):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")
            continue
        case, edge = behind(sentence, last, 3)
        if case in _NO_OBJECT or not _i_am_subject(scene, sentence, program):
            continue
        if scene.is_interview and (
            (case in ("을", "도") and _wills_it(scene, edge, sentence.end))
            or _tells_of_work(scene, sentence, last.end, edge, case)
            or _MY_WISH.search(text, sentence.begin, program.begin)
        ):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")
            continue
        if _FIRST_OF_ALL.match(text, sentence.begin) and _IS_WANTED.match(text, last.end, sentence.end):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")
            continue
        if who is scene.author and _ASKS_FOR.match(text, last.end, sentence.end) and not is_rejected(scene, program):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")
            continue
        verb = _mine(scene, sentence, last.end)
        if verb is None or verb.begin - edge > _FAR:
            continue
        behind_stem = verb.begin + len(verb.stem)
        plainly = _I_DO_PLAINLY.match(text, behind_stem, sentence.end) and I_AM.search(
            text, sentence.begin, program.begin
        )
        if plainly or _I_DO.match(text, behind_stem, sentence.end):
            yield backed(scene, sentence, scene.full(program), who, "backer-speaks")


def _bound(scene: Scene, sentence: Sentence, programs: list[Mention], who: Mention) -> Iterator[Involvement]:
    """What the head of a government or of an office wills in an address or a turn of minutes, by any verb:
    «‘P’을 새로 만들어 20억 원을 적립하겠습니다»."""
    text = scene.analysis.text
    executive = scene.ranks.executive(who)
    if scene.is_interview or not (executive or scene.ranks.official(who)):
        return
    for program in programs:
        if not executive and program.kind != "program":
            continue  # an official answers for much that was named before
        binds = (_BINDS if executive else _WILL).search(text, program.end, sentence.end)
        if binds is None or inside_speech(scene.analysis, program.begin) or is_rejected(scene, program):
            continue
        if _GIVES_UP.search(text, program.end, binds.end()) or leaves_open(scene, program.end, binds.end()):
            continue
        others = subject_bodies(scene, sentence, program.begin)
        someone = person_subject(scene, sentence, program.begin)
        if (someone is not None and someone.value != who.value) or any(
            not scene.is_government(b) and behind(sentence, b, 0)[0] == "은" for b in others
        ):
            continue
        yield backed(scene, sentence, scene.full(program), who, "backer-speaks")


def _ordinance_before(scene: Scene, sentence: Sentence) -> Mention | None:
    """The ordinance that the sentences before name, where this one says «제가 발의하겠습니다»."""
    if _I_MOVE.search(scene.analysis.text, sentence.begin, sentence.end) is None:
        return None
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if s.paragraph != sentence.paragraph:
            return None
        acts = [p for p in map(scene.full, scene.named_in(s)) if "Ordinance" in p.value.classes]
        if acts:
            return acts[-1]
    return None


def _named_alone(scene: Scene, sentence: Sentence) -> Mention | None:
    """What the sentence before names and no more, where an answer goes on with a deed of its speaker: «‘P 조례’다.
    작년 11월에 대표발의해서 12월에 통과됐다»."""
    before = scene.analysis.sentences[sentence.index - 1] if sentence.index else None
    if not scene.is_interview or before is None or before.paragraph != sentence.paragraph:
        return None
    named = scene.named_in(before)
    if len(named) != 1 or _IT_IS.match(scene.analysis.text, named[0].end, before.end) is None:
        return None
    deed = next((v for v in scene.verbs(sentence) if v.ending != "noun"), None)
    if deed is None or deed.stem not in _MINE | _MY_WORK or deed.negated or deed.passive:
        return None
    if any(t.tag in ("JKO", "JKS") and t.begin < deed.begin for t in sentence.tokens):
        return None
    return scene.full(named[0]) if not foreign_subject(scene, sentence, deed.begin) else None


def _vowed_before(scene: Scene, sentence: Sentence) -> Mention | None:
    """What an answer names, and no more, some sentences before it vows to do it."""
    told = _STILL_WILLS.search(scene.analysis.text, sentence.begin, sentence.end) if scene.is_interview else None
    if told is None or _GIVES_UP.search(told.group()):
        return None
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - _VOW_BACK) : sentence.index]):
        if s.paragraph != sentence.paragraph:
            return None
        if named := scene.named_in(s):
            alone = len(named) == 1 and _IT_IS.match(scene.analysis.text, named[0].end, s.end) is not None
            return scene.full(named[0]) if alone else None
    return None


def _seeks_money(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether one who answers asks others for the money of a program."""
    text = scene.analysis.text
    told = _SEEKS.match(text, program.end, sentence.end)
    if told is None or _IN_VAIN.search(text, told.end(), min(sentence.end, told.end() + 40)):
        return False
    return not foreign_subject(scene, sentence, program.begin)


def _tells_of_work(scene: Scene, sentence: Sentence, end: int, edge: int, case: str) -> bool:
    """Whether the first verb behind a program is one of working on it, in the words of who does so."""
    if case not in ("을", "에", "도"):
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= end and v.ending != "noun"), None)
    if verb is None or verb.stem not in _MY_WORK or verb.negated or verb.passive or verb.begin - edge > _FAR:
        return False
    return _I_WORK.match(scene.analysis.text, verb.begin + len(verb.stem), sentence.end) is not None


def _wills_it(scene: Scene, edge: int, end: int) -> bool:
    """Whether one who answers means to do what stands before an offset, or asks others for it: «P를 만들 생각이에요»,
    «P를 열어 달라고 조르고 있습니다»."""
    told = _I_WILL.match(scene.analysis.text, edge, end)
    return told is not None and not leaves_open(scene, edge, told.end()) and not _GIVES_UP.search(told.group())


def _mine(scene: Scene, sentence: Sentence, begin: int) -> Verb | None:
    """The verb of proposing behind an offset; only what leads to it stands between: 짓겠다고 약속드렸습니다."""
    for verb in scene.verbs(sentence):
        if verb.begin < begin or verb.negated:
            continue
        if verb.stem in _MINE and not verb.passive:
            return verb
        if verb.ending != "linking" or not _THAT.match(scene.analysis.text, verb.end):
            return None
    return None


def speaker_at(scene: Scene, sentence: Sentence) -> Mention | None:
    """The person whose words a sentence is: of a turn or an answer, or of the whole text."""
    for span, who in scene.speakers:
        if span.begin - _LABEL <= sentence.begin < span.end and who is not None:
            own = scene.is_interview or scene.analysis.document.kind == "council"
            return who if own and who.kind.startswith("person") else None
    return None if scene.is_interview else scene.author


def _i_am_subject(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether the speaker is the subject of what a sentence tells of a program: «저는», or nobody is named."""
    if I_AM.search(scene.analysis.text, sentence.begin, program.begin):
        return True
    others = person_subject(scene, sentence, program.begin) or subject_bodies(scene, sentence, program.begin)
    return not others and not foreign_subject(scene, sentence, program.begin)
