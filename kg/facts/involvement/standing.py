"""How a program stands in a text: alive or cut, the government's own or somebody else's, in a list, with money."""

import re

from kg.facts.involvement.page import Page, remembered, stem
from kg.facts.involvement.parties import foreign_subject
from kg.facts.involvement.words import behind
from kg.mentions.model import Mention
from kg.mentions.program.words import program_words
from kg.patterns import regex
from kg.spans import Span

_IS_TOLD = regex(r"[’'」』》〉\"”]?\s?(?:사업)?(?:이다|다|이며|이 있다|을 들 수|으로|[.])")
_PRESENTS = regex(r"(?:발표회|선포식|보고회|설명회|공개회|브리핑)")
_PASSED = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|예산)?(?:은|는|도|이|가)?\s?(?:원안|그대로|요구액)[^.]{0,12}(?:통과|가결|확정|반영)"
)
_WHOLE = r"(?:전액|전부|모두|(?<![가-힣])다|통째로?|모조리|몽땅|스스로|제 손으로)(?:을|를)?\s(?:[^\s.]{1,12}\s){0,2}?"
_TAKEN_AWAY = (
    r"(?:삭감|감액|깎|지우|지웠|들어[내냈]|덜어|빼|뺐|없애|없앴|거[둬뒀]|걷어|반납|회수|잘라|접|날[려렸]|빠[져졌])"
)
_REJECTED = regex(
    rf"{_WHOLE}{_TAKEN_AWAY}|(?:편성|추진|시행|진행|운영|도입|설치|반영)하지 (?:않|못)|손을 (?:뗐|떼)"
    rf"|통합하기로|통폐합|흡수(?:하|되|됐)"
    r"|(?:사라졌|사라진|사라져|0원이|덜어|신청|건의|달라고|미반영|날아갔|물거품|없던 일|불발|좌초|보류|폐기|빠져|깎여"
    r"|깎인|삭감(?:당|됐|되었)|반려|반납|부결|무산|철회|폐지|백지화|중단|탈락|잘렸|접었|접기로|접고|접으며"
    r"|접으면서|고배"
    r"|종료|문을 닫|철수했|철거|불용|없어졌|끝난 (?:경험|사업)|못하고 끝|올해로 끝|지웠|거둬들"
    r"|[억원]에서\s[^.]{2,14}으로\s(?:줄|깎))"
)
_CALLED_FOR = regex(
    r"[^.“”\"]{0,30}?(?:[가-힣]야\s?(?:한다|합니다|할\s것)|(?:촉구|건의|요구|제안|공약|제언|주문)(?:했|하였|하며|"
    r"하고|한다)|달라고|[가-힣]자고\s"
    r"|(?:할|될|둘|열|만들|세울)\s필요(?:가|성이)?\s(?:있|크|높)|[가-힣]면\s(?:된다|어떨까|좋겠다)|[었았]으면\s(?:한다|좋겠다)|기를?\s바란다)"
)
_CANDIDATE = regex(
    r"(?<![가-힣])(?:예비\s?)?후보(?:자)?\s[가-힣]{2,4}\s[^.,“”]{0,24}?(?:은|는)\s|[가-힣]\s?(?:예비\s?)?후보(?:자)?(?:\([^()]{1,20}\))?(?:은|는|이|가|의|도)\s"
)
_ONLY_NAMED = regex(
    r"[’'」』》〉\"”]?\s?(?:사업\s?)?(?:말씀|말|얘기|이야기)?\s?(?:이(?:었)?|였)?(?:입니다|이군요|군요|이죠|"
    r"이지요|이다|다|요)[.]\s"
)
"""«‘P’ 말입니다.»: a sentence that says no more than the name; the next tells what became of it."""
_GIVEN_UP_THEN = regex(
    rf"[^.\n]{{0,40}}?(?:{_WHOLE}{_TAKEN_AWAY}|접었|접기로|그만뒀|그만두|중단했|철회했|폐지했|백지화했|없앴|내려놨|내려놓)"
)
_FLOWS = regex(
    r"(?:돌아간|돌아가|들어간|들어가|책정|든다|배정|배분|나눠 담|편성됐|반영됐"
    r"|나갔|나간|빠져나|흘러|쓰였|쓰인|집행됐|지출됐|교부됐|쏠렸|몰렸)"
)
_OWNS = regex(r"의?\s?[‘'「『《〈\"“]")
_LIST = regex(
    r"[’'」』》〉\"”]?\s?(?:\([^()]{1,20}\))?\s?(?:사업|조성|구축)?(?:과|와|,|·|ㆍ|및|\s|[△▲])\s?[△▲]?[‘'「『《〈\"“]?"
)
_PAYS = regex(r"[’'」』》〉\"”]?\s?(?:사업)?\s?(?:예산)?(?:에는|에|은|는|이|가|도)\s[^.,]{0,16}\d")
_OTHERS = regex(
    r"(?:공모한|공모하는|공모에|부의|부가|부에서|정부의|정부가|전\s[가-힣]{2,4}의"
    r"|(?:[가-힣]부|정부|청|처|위|위원회|과기정통부)[가이]?\s(?:[가-힣]{1,4}\s)?(?:주관|주최|소관|공모|추진"
    r"|시행|실시|모집)(?:한|하는|해\s온|중인)?)"
    r"\s?(?:‘?20\d\d년(?:도)?\s)?[‘'「『《〈\"“]?$|공모\s?사업인\s[‘'「『《〈\"“]?$"
    r"|(?:검토|논의|고민|저울질|타진)\s?(?:중인|하는|하고\s있는|해\s온)\s[‘'「『《〈\"“]?$"
)
_GIVEN_ROLE = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|프로젝트|과제)?의?\s?(?:주관|수행|운영|전담|시행|총괄|공동\s?수행|위탁"
    r"|협력)\s?(?:연구\s?)?(?:기관|대학|사업자|단체|기업)"
    r"(?:으로|에)\s(?:최종\s|신규\s)?(?:선정|지정|뽑|확정|이름을\s올)"
)
_FUNDS = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|과제|공모)?\s?(?:의\s)?(?:연구비|예산|국비|사업비|지원금|보조금|기금|출연금|재원|국고|돈)"
)
"""«부처의 ‘P’ 과제 연구비 26억원»: what the money comes from."""
_CHOSEN = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|프로젝트|지원사업)?(?:의|에|\s)?\s?(?:공모(?:사업|전)?|대상지?|대상지역"
    r"|대상자|참여\s?(?:기관|지자체))?(?:에서|에|으로|로)?\s"
    r"(?:최종\s|단독\s|잇따라\s|나란히\s|신규\s)?(?:선정|뽑|지정|채택|당선|낙점|이름을\s올|도전|응모|신청|지원서)"
    r"|[’'」』》〉\"”]?\s?(?:사업|과제)?\s?공모(?:사업|전)?(?:에서|에|으로|로|를|을|에도)?\s(?:최종\s|잇따라\s|당당히\s)?"
    r"(?:따내|따낸|따냈|딴|땄|받은|받아|거머쥐|붙|통과|합격|이기|이겨|확보|유치|탈락|떨어|고배|쓴잔|낙방|이름을|나서|뛰어들|밀려)"
)


@remembered
def may_be_run(page: Page, program: Mention) -> bool:
    """Ordinances are passed, not run; a festival or a contest is an event, whatever marks it stands in."""
    last = program.value.text.split()[-1].rstrip("’'」』》〉\"”)")
    heads = program_words(page.lexicon)
    return "Ordinance" not in program.value.classes and heads.other_head(last) != "event"


@remembered
def is_rejected(page: Page, program: Mention) -> bool:
    """Whether the words round a program say that it was cut, refused or given up."""
    sentence = page.analysis.sentence_at(program.begin)
    if sentence is None:
        return False
    text = page.analysis.text
    if _REJECTED.search(text, program.end, sentence.end):
        return True
    alone = _ONLY_NAMED.match(text, program.end)
    return alone is not None and _GIVEN_UP_THEN.match(text, alone.end()) is not None


@remembered
def is_called_for(page: Page, program: Mention) -> bool:
    """Whether a sentence only calls for a program, or pledges it in an election: «P를 도입해야 한다고 촉구했다»."""
    sentence = page.analysis.sentence_at(program.begin)
    if sentence is None:
        return False
    text = page.analysis.text
    return (
        _CALLED_FOR.match(text, program.end, sentence.end) is not None
        or _CANDIDATE.search(text, sentence.begin, program.begin) is not None
    )


@remembered
def of_others(page: Page, program: Mention) -> bool:
    """Whether the words before a program give it to somebody else: a ministry's call, a former mayor."""
    return bool(_OTHERS.search(page.analysis.text, max(0, program.begin - 24), program.begin))


@remembered
def is_weak(page: Page, program: Mention) -> bool:
    """Whether a program is no more than a common noun that was said once: 판별 프로그램, 상담 서비스."""
    name = program.value.text
    if (
        program.rule != "program-phrase"
        or re.search(r"\d", name)
        or any(w in name for w in program_words(page.lexicon).technology)
    ):
        return False
    said = [p for p in page.mentions.of("program", "program-short") if page.full(p).value.text == name]
    return len(said) < 2


@remembered
def is_call(page: Page, program: Mention) -> bool:
    """Whether a program is somebody else's call in which one of the text's own programs was chosen."""
    sentence = page.analysis.sentence_at(program.begin)
    name = str(program.value.text)
    if name.endswith("공모"):
        return True
    if of_others(page, program) and _FUNDS.match(page.analysis.text, program.end):
        return True
    if sentence is None or not (of_others(page, program) or is_won(page, program)):
        return False
    return any(page.full(p).value.text != program.value.text for p in page.named_in(sentence))


@remembered
def is_won(page: Page, program: Mention) -> bool:
    """Whether a call was won, or applied for, by a subject: ‘P’ 공모에 선정됐다."""
    return _CHOSEN.match(page.analysis.text, program.end) is not None


@remembered
def is_given_to(page: Page, program: Mention) -> bool:
    """Whether a program's words give a part in it to a subject: ‘P’ 주관기관으로 선정됐다."""
    return _GIVEN_ROLE.match(page.analysis.text, program.end) is not None


def is_own(page: Page, name: str) -> bool:
    """Whether what the text says of a program makes it the government's own: its table, its work, its money."""
    said = [p for p in page.mentions.of("program", "program-short") if page.full(p).value.text == name]
    if any(p.rule == "program-listed" for p in said):
        return page.analysis.document.kind == "table"
    if page.analysis.document.kind == "press-release" and any(_is_planned_item(page, p) for p in said):
        return True
    if any(taken_up(page, p) for p in said):
        return True
    return any(paid(page, p) for p in said) and not any(flows(page, p) for p in said)


_ITEM = regex(r"\s*[○◦□■❍ㅇ▶▷▪•·▲△\-–]\s?(?:\([^()\n]{1,8}\)\s?)?")
_IN_MARKS = regex(r"[「『‘'“]")
_PUTS_IN = regex(r"[^.\n]{0,60}(?:설치|보급|도입|배치|조성|구축|지원|운영|개설|신설)(?:\s?\([^()\n]*\))?\s*$")


def _is_planned_item(page: Page, program: Mention) -> bool:
    """Whether an item of a release names a program in marks and ends with what is put in: «○ (안전) 6개 시군에 「P」
    카메라 180대 설치»."""
    text = page.analysis.text
    begin, end = text.rfind("\n", 0, program.begin) + 1, text.find("\n", program.end)
    line = text[begin : end if end >= 0 else len(text)]
    if _ITEM.match(line) is None or _IN_MARKS.match(text, program.begin - 1) is None or is_won(page, program):
        return False
    others = page.mentions.within(Span(begin, begin + len(line)), "organization")
    return not others and _PUTS_IN.match(text, program.end, begin + len(line)) is not None


def is_passed(page: Page, name: str) -> bool:
    """Whether a council's paper tells in a sentence that a program was passed as the government put it in."""
    said = [p for p in page.mentions.of("program", "program-short") if page.full(p).value.text == name]
    return any(_PASSED.match(page.analysis.text, p.end) for p in said)


def taken_up(page: Page, program: Mention) -> bool:
    """Whether the next sentence, which names no program, tells what the government does: 시는 5곳을 지원한다."""
    here = page.analysis.sentence_at(program.begin)
    if (
        here is None
        or here.index + 1 >= len(page.analysis.sentences)
        or not _IS_TOLD.match(page.analysis.text, program.end)
    ):
        return False
    following = page.analysis.sentences[here.index + 1]
    if following.paragraph != here.paragraph or page.named_in(following):
        return False
    subject = next((b for b in page.bodies(following) if behind(following, b, 0)[0] in ("은", "이")), None)
    if subject is None or not page.is_government(subject):
        return False
    deeds = [v for v in page.verbs(following) if v.stem in page.words.operating and v.ending != "adnominal"]
    return any(v.begin > subject.end and not v.negated for v in deeds)


def of_another_government(page: Page, program: Mention, body: Mention) -> bool:
    """Whether another government owns a program by the words right before it: 나루시의 ‘P’, ``○ 나루시 「P」``."""
    for m in page.mentions.within(Span(max(0, program.begin - 24), program.begin), "organization", "region"):
        between = page.analysis.text[m.end : program.begin]
        if (m.kind == "region" or page.is_government(m)) and _OWNS.fullmatch(between):
            return stem(m.value.official or m.value.text) != stem(body.value.official or body.value.text)
    return False


def bears_another_place(page: Page, program: Mention, body: Mention) -> bool:
    """Whether the name of a program begins with the place of a government that the text names, and a body's does not.

    Of a government's or a ministry's text that tells nothing.
    """
    if page.is_government(body) or page.is_ministry(body):
        return False
    first = page.full(program).value.text.split()[0]
    governments = (m for m in page.mentions.of("organization") if page.is_government(m))
    places = {place for m in governments if len(place := stem(m.value.official or m.value.text)) > 1}
    return first in places and not (body.value.official or body.value.text).startswith(first)


def names_a_place(page: Page, program: Mention) -> bool:
    """Whether the name of a program begins with a place: of those that a ministry names, it does not run these."""
    full = page.full(program)
    return any(
        full.begin <= m.begin < full.begin + 4 for m in page.mentions.within(Span(full.begin, full.end), "region")
    )


def event_follows(page: Page, program: Mention, edge: int) -> bool:
    """Whether the nouns between a program and its particle make it an event or an agreement: ‘P’ 착공식을.

    Who presents a plan (발표회, 선포식, 보고회) is who has it.
    """
    words = program_words(page.lexicon)
    rest = re.sub(r"[^가-힣 ]", "", page.analysis.text[program.end : edge])
    nouns = [n for w in rest.split() if len(w) > 1 for n in (w, w[:-1]) if n != "대상"]  # whom it serves, no prize
    return any(words.other_head(n) == "event" and not _PRESENTS.search(n) for n in nouns)


def paid(page: Page, program: Mention) -> bool:
    """Whether money stands right behind a program: X에 N억원."""
    sentence = page.analysis.sentence_at(program.begin)
    if sentence is None or not money_behind(page, program) or foreign_subject(page, sentence, program.begin):
        return False
    return not flows(page, program)


def money_behind(page: Page, program: Mention) -> Mention | None:
    near = page.mentions.within(Span(program.end, program.end + 30), "money")
    told = near and _PAYS.match(page.analysis.text, program.end, near[0].begin + 1)
    return near[0] if told else None


def flows(page: Page, program: Mention) -> bool:
    """Whether a program is no more than a line of a budget: X에 N억원이 돌아간다, 배정했다."""
    money, sentence = money_behind(page, program), page.analysis.sentence_at(program.begin)
    return bool(money and sentence and _FLOWS.search(page.analysis.text, money.end, sentence.end))


def list_end(page: Page, program: Mention, programs: list[Mention]) -> Mention:
    """The last of the programs that stand in one list with this one: «A와 B를», «A, B, C에»."""
    last = program
    for p in programs:
        if p.begin >= last.end and _LIST.fullmatch(page.analysis.text[last.end : p.begin]):
            last = p
    return last
