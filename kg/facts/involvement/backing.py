"""Which person announces, pledges, proposes, signs or pushes a program (``backs``)."""

from collections.abc import Iterator

from kg.facts.involvement.advocacy import speaking, speaks_up
from kg.facts.involvement.announced import UNDONE, announces
from kg.facts.involvement.briefing import briefed, presented_besides
from kg.facts.involvement.columns import backers_by_note
from kg.facts.involvement.commitment import proposes, stands_up
from kg.facts.involvement.fact import backed
from kg.facts.involvement.first_person import in_first_person
from kg.facts.involvement.instigated import instigated
from kg.facts.involvement.interviewed import by_the_asked
from kg.facts.involvement.lecture import lectures
from kg.facts.involvement.movers import movers
from kg.facts.involvement.parties import (
    continuing,
    parties_in,
    people_listed,
    person_subject,
    subject_bodies,
)
from kg.facts.involvement.posts import by_post
from kg.facts.involvement.proposer import proposer
from kg.facts.involvement.recommended import recommended
from kg.facts.involvement.reported import willed_for
from kg.facts.involvement.resumed import resumed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import asks
from kg.facts.involvement.signing import signs
from kg.facts.involvement.spoken import AGAINST_IT, named_in_speech
from kg.facts.involvement.standing import list_end
from kg.facts.involvement.topical import identified, of_topic
from kg.facts.involvement.unnamed import of_unnamed
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.vows import pledged, vowed
from kg.facts.involvement.will import leaves_open
from kg.facts.involvement.words import behind, inside_speech
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_ITS_WORK = regex(
    r"\s(?:[가-힣A-Za-z0-9·]{1,8}\s){0,3}[가-힣]{0,4}?(?:확산|확대|도입|추진|조성|설치|건립|신설|전환|구축|보급"
    r"|시행|착공|재개|유치"
    r"|존속|유지|완공|준공|개통|증설|제정|개정|증액|연장|상설화|제도화|법제화|국가사업화|전국화|지정|승격"
    r"|재가동)[을를]\s"
)
_PUTS_IN = frozenset({"접수", "제출", "상정", "내", "올리", "성안", "입안", "마련", "내놓"})
_PICTURE = regex(
    r"[’'」』》〉\"”]?\s?(?:[가-힣]{1,4}\s)?(?:조감도|모형|사진|영상|그림|화면|포스터|팻말|현수막|책자|유인물"
    r"|손팻말|깃발|내역|명세|자료|현황|실태|문건|영수증|통계|의혹|문제점)"
)
"""What one shows of a program without proposing it: 조감도를 화면에 띄우자."""
_ITSELF = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|프로젝트|과제|조성|구축|추진|운영|도입|건립|유치|계획|정책)*(?:이|가)(?=[\s,])"
)
"""A program that is itself the subject, and not somebody of it: «P 교육생이 받는»."""
_WILLED = regex(
    r"[^.“”\"]{0,40}(?<!깎)(?<!막)(?<!따지)(?<!살피)(?<!줄이)겠다(?:고\s|는\s(?:뜻|의지|구상|계획|방침|포부"
    r"|입장|생각|각오|목표|약속))"
)
_NEXT_TOPIC = regex(r"[가-힣](?:고|며|나|지만),\s(?:[^\s,.“”]{1,12}\s)?[가-힣]{1,10}(?:은|는)\s")
"""«A 의원은 P 처우를 물었고, 과장은 조정하겠다고 답했다»: another wills what the next clause tells."""
_LET_US = regex(
    rf"[^.“”\"]{{0,40}}{AGAINST_IT}자(?:고|며|는)\s(?:거듭\s|다시\s)?(?:주장|촉구|호소|강조|역설|말했|했다|제안|제의)"
)
_LET_US_IT_IS = regex(
    rf"[^.“”\"]{{0,40}}{AGAINST_IT}자는\s(?:[가-힣]{{1,4}}\s)?(?:것|제안|주장|구상|얘기|이야기|취지|생각|뜻|공약"
    rf"|복안|말)"
    r"(?:이다|이었다|이라|도\s(?:냈|내놨|했|폈|보탰|꺼냈)|을\s(?:냈|내놨|폈|꺼냈)|다)"
)
"""«P를 열자는 것이다», «P를 만들자는 제안도 내놨다»."""
_PROPOSED_LIST = regex(
    r"(?:것|등|방안|대책|과제)[을를]\s(?:[^\s.]{1,6}\s)?(?:제안|제시했|제시하|약속|공약|공언)[가-힣]{1,4}[.]?\s?$"
)
_PUSHED = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|조성|구축|추진)?(?:의|에|을|를)?\s(?:[^\s.]{1,8}\s){0,3}?(?:(?:추진|완공"
    r"|성공|조성|구축|실현)\s?의지"
    r"|필요성을\s(?:강조|역설)|승부수를|사활을|공을\s들|힘을\s(?:싣|실)|속도를\s(?:내|낸|냈|낼|높)|박차를|(?:지원|"
    r"반영|지정"
    r"|통과|선정)[을를]\s"
    r"(?:거듭\s|직접\s|공식\s)?(?:건의|요청|호소)|(?:핵심|역점|중점|대표|1호)\s?(?:사업|과제|공약"
    r"|정책)(?:으)?로\s(?:꼽|내세|삼|제시|정)"
    r"|(?:조기\s|연내\s)?(?:도입|추진|확대|조성|완공|개통|구축|시행|착공)[을를]\s(?:직접\s|거듭\s)?(?:지시"
    r"|약속|선언|다짐|공언|예고|역설)"
    r"|(?:예산|국비)\s?(?:확보|반영)[을를]?\s(?:위해|건의|요청|호소)"
    r"|[^.]{0,50}?(?<!따져\s)(?<!살펴\s)(?<!없애\s)(?<!접어\s)달라[”\"]?(?:고|며)\s(?:[가-힣]{1,4}\s)?(?:요청"
    r"|건의|호소|읍소|매달)"
    r"|(?:설치|조성|도입|건립|지정|유치|추진|착공|개통|구축|신설|지원|반영|확대|통과|선정|국가사업화)[을를]\s"
    r"(?:[^\s.]{1,9}(?:에|에게|께)\s)?(?:거듭\s|직접\s|공식\s|강력히\s)?(?:건의|요청|호소|제안))"
)
_PUT_FORWARD = regex(
    r"\s?[^.“”\"]{0,24}?공약집?에\s(?:[^\s.]{1,6}\s)?(?:담|넣었|넣고|올렸|포함)"
    r"|\s?[^.“”\"]{0,24}?(?:공약|카드|과제|비전|승부수|해법|대안|간판|화두)(?:으?로|를"
    r"|을)\s(?:[^\s.]{1,6}\s)?(?:냈|내놨|내놓|내걸|내세|꺼내|들고|제시|꼽|밀|걸|삼|발표|올[렸리려]|던[졌지])"
)
"""P를 1호 공약으로 냈다: whoever does it stands behind it."""
_CHRISTENED = regex(
    r"[’'」』》〉\"”]?\s?(?:이?라는\s(?:[^\s.]{1,6}\s)?(?:이름|문패|간판|기치|구호)[을를]\s(?:붙|지[었은]|달"
    r"|내걸|내세)"
    r"|이?라고\s(?:이름\s?(?:붙|지)|이름을\s(?:붙|지)|명명))"
)
"""P라는 이름을 붙였다: who christens a thing has begun it."""
_SECURED = regex(
    r"[’'」』》〉\"”]?\s?(?:사업\s?)?(?:에\s쓸\s|관련\s)?(?:국비|도비|시비|예산|사업비|특별교부세"
    r"|교부세)[^.“”]{0,24}?"
    r"(?:담겼|담았|반영됐|반영했|반영시켰|확보했|확보됐|따냈|끌어왔|편성됐|살아났|살려냈)(?:다고|"
    r"다며)\s?[^.“”]{0,10}(?:밝혔|전했|말했|발표|알렸)"
)
"""«A 의원은 ‘P’ 국비 40억원이 정부안에 담겼다고 밝혔다»: who brought the money announces it."""
_TOLD_THAT = frozenset(
    {"다며", "다면서", "라며", "라면서", "자며", "자면서", "냐며", "으라며", "다고", "라고", "자고", "으라고", "냐고"}
)
"""What closes a clause that somebody is told to say."""
_TELLS = regex(r"(?:밝혔|말했|했다|약속|공언|선언|발표|강조|설명|예고|내놓|내놨|제시|덧붙|전했)[가-힣]{0,3}[.]?\s?$")


def backers(scene: Scene, run: list[Involvement]) -> Iterator[Involvement]:
    """Involvements of kind ``backs``: a person is the subject of a verb of announcing, pledging, proposing.

    ``run`` tells who runs the programs.
    """
    told: list[Involvement] = []
    for sentence in scene.analysis.sentences:
        programs = scene.named_in(sentence)
        deeds = scene.verbs(sentence) if programs else []
        for program in programs:
            told += _named(scene, sentence, program, list_end(scene, program, programs), deeds)
        if scene.people_in(sentence) or sentence.index:
            told += signs(scene, sentence, programs)
        if programs:
            told += vowed(scene, sentence, programs)
        told += in_first_person(scene, sentence, programs)
        for moved in (
            *presented_besides(scene, sentence, programs),
            *movers(scene, sentence, programs),
            *by_post(scene, sentence, programs),
            *recommended(scene, sentence, programs),
        ):
            told.append(backed(scene, *moved))
        if scene.people_in(sentence):
            told += announces(scene, sentence, programs)
            told += pledged(scene, sentence, programs)
            for moved in (
                *of_topic(scene, sentence, programs),
                *identified(scene, sentence, programs),
                *instigated(scene, sentence, programs),
                *of_unnamed(scene, sentence, programs),
                *resumed(scene, sentence),
                *willed_for(scene, sentence),
            ):
                told.append(backed(scene, *moved))
        if scene.people_in(sentence) or speaking(scene, sentence):
            for moved in (*proposes(scene, sentence), *speaks_up(scene, sentence, programs)):
                told.append(backed(scene, *moved))
    yield from told
    yield from backers_by_note(scene)
    yield from (backed(scene, s, p, who, rule) for s, p, who, rule in briefed(scene))
    yield from (backed(scene, s, p, who, "backer-pledged") for s, p, who in scene.platform)
    if scene.is_interview:
        yield from by_the_asked(scene, run, told)
        return
    yield from (backed(scene, s, p, who, rule) for s, p, who, rule in stands_up(scene, run))


def _named(
    scene: Scene, sentence: Sentence, program: Mention, last: Mention, deeds: list[Verb]
) -> Iterator[Involvement]:
    """Rules for a sentence that names the program."""
    owner = proposer(scene, sentence, program, deeds)
    if owner is not None:
        for one in people_listed(scene, sentence, owner):
            yield backed(scene, sentence, program, one, "backer-relative")
        return
    speech = scene.analysis.quoted_at(program.begin)
    if speech is not None and inside_speech(scene.analysis, program.begin):
        yield from named_in_speech(scene, sentence, speech, program, last)
        return
    person = person_subject(scene, sentence, program.begin) or _over_reported(scene, sentence, program.begin)
    if person is None and not subject_bodies(scene, sentence, program.begin):
        person = continuing(scene, sentence)
    text, (case, edge) = scene.analysis.text, behind(sentence, last, 3)
    teller = _teller(scene, sentence, program)
    if teller is not None and teller is not person and _is_willed(scene, edge):
        yield backed(scene, sentence, program, teller, "backer-subject")
        return
    if person is None or UNDONE.search(text, last.end, edge) or _PICTURE.match(text, last.end, edge):
        return
    if (
        _is_willed(scene, edge)
        or _LET_US.match(text, edge)
        or _LET_US_IT_IS.match(text, edge, sentence.end)
        or _SECURED.match(text, last.end, sentence.end)
        or _PUT_FORWARD.match(text, edge, sentence.end)
        or _PROPOSED_LIST.search(text, edge, sentence.end)
        or (scene.ranks.executive(person) and (_PUSHED.match(text, last.end) or _CHRISTENED.match(text, last.end)))
    ):
        yield from _each(scene, sentence, program, person)
        return
    if case == "의" and _of_its_deed(scene, sentence, edge):
        yield from _each(scene, sentence, program, person)
        return
    if case == "을" and "Ordinance" in scene.full(program).value.classes and _put_in(scene, sentence, edge):
        yield from _each(scene, sentence, program, person)
        return
    of_its_part = case == "이" and not _ITSELF.match(text, last.end)
    if asks(scene, sentence) or of_its_part or case in ("의", "와", "에서", "보다", "처럼"):
        return
    for verb in deeds:
        if verb.begin >= last.end and verb.begin <= edge + 60 and not verb.negated and not verb.passive:
            if verb.stem in scene.words.against:
                return
            if lectures(scene, sentence, person, Span(last.end, verb.begin), verb):
                return
            run = verb.stem in scene.words.operating and scene.ranks.executive(person)
            if verb.stem in scene.words.backing or run:
                yield from _each(scene, sentence, program, person)
                return


def _over_reported(scene: Scene, sentence: Sentence, at: int) -> Mention | None:
    """Who is the topic over somebody else's clause that is but told: «A 의장은 의회도 돕겠다며 P를 발의했다»."""
    people = [p for p in scene.people_in(sentence) if p.end <= at and behind(sentence, p, 4)[0] == "은"]
    if len(people) != 1 or inside_speech(scene.analysis, people[0].begin):
        return None
    edge = behind(sentence, people[0], 4)[1]
    told = max((t.begin for t in sentence.tokens if t.tag == "EC" and t.form in _TOLD_THAT and t.begin < at), default=0)
    others = [m for m in parties_in(scene, edge, at) if behind(sentence, m, 4)[0] in ("이", "도", "은")]
    return people[0] if others and all(m.begin < told for m in others) else None


def _is_willed(scene: Scene, edge: int) -> bool:
    """Whether something is willed for what stands before an offset, and neither put off nor ended."""
    willed = _WILLED.match(scene.analysis.text, edge)
    if willed is None or _NEXT_TOPIC.search(scene.analysis.text, edge, willed.end()):
        return False
    return not leaves_open(scene, edge, willed.end())


def _of_its_deed(scene: Scene, sentence: Sentence, edge: int) -> bool:
    """Whether what is backed is work on a program: «P의 전면 확산을 제안했다»."""
    work = _ITS_WORK.match(scene.analysis.text, edge, sentence.end)
    if work is None:
        return False
    verb = next((v for v in scene.verbs(sentence) if v.begin >= work.end()), None)
    return verb is not None and verb.stem in scene.words.backing and not verb.negated and verb.begin - work.end() <= 12


def _put_in(scene: Scene, sentence: Sentence, edge: int) -> bool:
    """Whether an ordinance is put in by its subject: «「P」을 지난 13일 접수했다»."""
    near = [v for v in scene.verbs(sentence) if edge <= v.begin <= edge + 16]
    return any(v.stem in _PUTS_IN and not v.passive and v.ending != "adnominal" for v in near)


def _each(scene: Scene, sentence: Sentence, program: Mention, person: Mention) -> Iterator[Involvement]:
    """The subject and those joined to it: «A 지사와 B 시장은 P를 선언했다»."""
    for one in people_listed(scene, sentence, person):
        yield backed(scene, sentence, program, one, "backer-subject")


def _teller(scene: Scene, sentence: Sentence, program: Mention) -> Mention | None:
    """Who tells what another does: «A 시장은 시가 P를 만들겠다고 밝혔다»."""
    people = scene.mentions.within(Span(sentence.begin, program.begin), "person", "person-short")
    told = [p for p in people if behind(sentence, p, 4)[0] == "은" and not inside_speech(scene.analysis, p.begin)]
    return told[0] if len(told) == 1 and _TELLS.search(scene.analysis.text, program.end, sentence.end) else None
