"""Who stands up for a program by what is said of it: an executive who presents it, a steward of other money who
promises help for it, a councillor who proposes more of it."""

import re
from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.focus import headed_by, named_near, program_at, program_of_speech
from kg.facts.involvement.main import BEFORE_NOW
from kg.facts.involvement.objects import has_object
from kg.facts.involvement.own_will import by_other_bodies, of_own_body, of_own_government
from kg.facts.involvement.parties import people_listed, person_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import (
    government_of,
    heads_another_kind,
    serves_home,
    who_speaks,
)
from kg.facts.involvement.standing import is_rejected, is_weak, may_be_run
from kg.facts.involvement.will import WILL, foresees, leaves_open, presents_there, wills
from kg.facts.involvement.words import behind, inside_speech
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_CUT = regex(
    r"(?:삭감|감액|부결|폐지|탈락|무산|중단|취소|백지화|보류|반려|실패|좌초|의혹|논란|사고|비판|지적)(?:을|를|에"
    r"|과|와|된|한)\s"
    r"(?:[^.“”]{0,8})?(?:대하|대해|관련|두고|놓고|관한|묻|따지)"
)
"""What an executive is asked about is that a thing has failed."""
_SUPPORT = regex(
    r"(?:마련|반영|지원|뒷받침|확보|설득|투입|협력|협조|복원|증액|편성|성사|관철|배정)(?:을\s"
    r"|에\s)?(?:아끼지\s않|하|해\s?(?:나가|주|드리)?|시키|토록\s하|되도록\s하|나서|힘쓰|최선을\s다하|앞장서)?"
    r"(?:[가-힣]{0,3}겠(?:다|습니다)|[가-힣]{0,2}[을할릴킬]\s것(?:이다|입니다|$))"
    r"|(?:(?<![가-힣])(?:담|싣|실어|넣|대|내놓|묶|보태|얹|올리|세우|태우)|(?:힘(?:을"
    r"|껏)?\s(?:[가-힣]{1,4}\s)?(?:보태|싣|실어|모으|쏟))|앞장서|지켜\s?(?:내)?|지키|돕|도와|도울|거들|밀어|챙기"
    r"|챙겨|살리|살려|되살리"
    r"|따내|따\s?오|끌어|늘리|키우|넓히|이어\s?가|매듭짓|마무리|끝내)[가-힣\s]{0,6}?(?:겠(?:다|습니다)"
    r"|[가-힣]\s것(?:이다|입니다|$))"
    r"|지원(?:을|은)?\s(?:[가-힣]{1,4}\s)?아끼지\s않"
)
_BUDGETS = regex(
    r"(?:예산|추경|사업비|설계비|용역비|국비|도비|시비|군비|구비)"
    r"[^.“”]{0,24}?(?:담|싣|실|넣|올리|세우|편성|반영|확보)"
)
"""What an official himself can promise: to put it into the budget."""
_BUT_IF = regex(r"[으하지라되오나르리기치가서크주내우]면\s[^.“”]{0,20}$|따라\s(?:[가-힣]{1,4}\s)?$")
"""Words before a promise that makes it hang on something: «성과를 보고 부족하면 돕겠다»."""
_AGAINST = regex(r"비판|지적|꼬집|우려|따졌|따지|질타|반대|촉구|요구|비꼬|쏘아붙|반문|걱정|경고")
_ASKS = regex(r"주문|당부|선을 그|받아쳤|해명|답했|답하|답변|고개를 숙|사과했|사과하|몸을 낮")
_DROPS = regex(r"[을를은는도] (?:접고|접겠|접는 대신|포기하고|그만두고|버리고|중단하고|철회하고|백지화하고|내려놓고)")
"""«“단지를 접고 하나에 집중하겠다”»."""
_ENDS_IT = regex(r"폐지|중단|철회|종료|백지화|보류|문을\s닫|접(?:은|기로|었|는)|없[애앤앴]|감액|삭감")
_AT_ITS = regex(r"[^.]{0,4}(?:발표회|선포식|보고회|설명회|브리핑|회견|착수식)(?:에서|에\s참석|[을를]\s열)")
_STEWARDS = ("의장", "국회의원", "의원", "장관", "차관", "교육감", "부시장", "부지사")
_EVADES = regex(r"말을\s아[꼈끼]|즉답을\s피|선을\s그|답을\s피|언급을\s(?:피|삼가)|입을\s닫|고개를\s(?:저|흔들|숙)")
_EARLY = 3
"""In so many paragraphs of the body at its beginning a text names what it presents."""
_ADDRESS = regex(r"축사|환영사|기념사|인사말|개회사|마이크를\s잡")
_TOO_COMMON = frozenset(
    {"사업", "기업", "예산", "도시", "시민", "사람", "기술", "지역", "산업", "시대"}
    | {"계획", "시스템", "서비스", "전략", "정책", "센터", "과제", "교육"}
)
_SUGGESTED = regex(
    r"(?<!깎)(?<!빼)(?<!접)(?<!줄이)(?<!없애)(?<!멈추)(?<!미루)(?<!늦추)(?<!거두)(?<!덜어내)(?<!보류하)(?<!중단하)(?<!삭감하)(?<!철회하)(?<!취소하)(?<!폐지하)(?<!축소하)(?<!재검토하)자(?:고|는|며)\s(?:거듭\s|다시\s)?(?:제안|제의)"
)
_CARD = regex(
    r"(?:꺼낸|내놓은|내민|뽑아\s든|내건|띄운|밀어붙인|공들인)\s(?:카드|구상|작품|공약|승부수|약속"
    r"|정책)(?:이다|다[.]|였다|이었다|인)"
)
_ORDERS = regex(r"[가-힣]?라[”\"]?고\s[^.“”]{0,12}(?:주문|당부|요구)")
_REPORTED = regex(
    r"겠다(?=고\s(?:[가-힣]{1,4}\s)?(?:화답|약속|밝혔|밝히|밝힘|말했|말하|다짐|공언|강조|덧붙|전했|했다|답했"
    r"|대답했|응답했))"
)
_ANSWERED = regex(r"고\s(?:[가-힣]{1,4}\s)?(?:답|대답|응답)했")
_MOVED = regex(r"발의(?:했|하였|한다|합니다|하며|하고|하면서|함|해\s|할\s|하기로|키로|한\s(?:것|조례))")
_BEGAN = regex(
    r"(?:시작|추진|제안|구상|기획|도입|고안|공약|주도|발의|건의|약속)(?:했다|했습니다|했던|하였다|하였음|했음|함[.]?\s?$|한\s(?:것|사업"
    r"|일)(?:이다|으로"
    r"|이었다))|(?:띄웠|내걸었|내놓았|내놨|꺼냈|밀어붙였)(?:다|습니다)"
)
_WHAT_IT_IS = regex(
    r"(?:제도|사업|정책|서비스|프로그램|구상|계획|방안|보험|바우처|기금|펀드|과정|대회|카드|이용권|센터|시설|단지|플랫폼|시스템)"
    r"(?:으로|로|인데|이며|이고|이라|여서|이어서),?\s$"
)
"""«… 내 주는 제도로, A 부지사가 처음 제안했다»: what the sentence before named is told to be."""
_ORDINANCE = regex(r"[^가-힣]{0,4}(?:이\s|이번\s|해당\s)?(?:일부\s?|전부\s?)?(?:조례|개정|제정)안?[은는]\s")


def stands_up(scene: Scene, run: list[Involvement]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for each quotation by which a person stands up for a program.

    ``run`` tells who runs the programs.
    """
    by_others = by_other_bodies(scene, run)
    reported = list(_in_reported_words(scene))
    for span, speaker in (*scene.speakers, *reported):
        sentence = scene.analysis.sentence_at(span.begin)
        if speaker is None or sentence is None or sentence.block in ("title", "subtitle", "caption"):
            continue
        after = scene.analysis.text[span.end : min(span.end + 60, sentence.end)]
        if _DROPS.search(scene.analysis.text, span.begin, span.end):
            continue
        if speaker.kind.startswith("person") and not _AGAINST.search(after) and not _ENDS_IT.search(after):
            own_words = (span, speaker) not in reported
            told = _presented(scene, sentence, span, speaker, by_others) if own_words else None
            if told is None and (not _ASKS.search(after) or (not own_words and _ANSWERED.match(after))):
                told = _promised(scene, sentence, span, speaker) or of_own_body(scene, sentence, span, speaker, run)
                told = told or of_own_government(scene, sentence, span, speaker, run)
            if told is not None:
                yield sentence, told[0], speaker, told[1]


def _in_reported_words(scene: Scene) -> Iterator[tuple[Span, Mention]]:
    """The words that are told without marks, and who says them: «A 의원은 국비를 챙기겠다고 화답했다»."""
    for told in _REPORTED.finditer(scene.analysis.text):
        sentence = scene.analysis.sentence_at(told.start())
        if sentence is None or sentence.block != "body" or inside_speech(scene.analysis, told.start()):
            continue
        people = scene.people_in(sentence)
        teller = next((p for p in reversed(people) if p.end < told.start()), None)
        if teller is None:
            continue
        case, edge = behind(sentence, teller, 4)
        if case in ("은", "이", "도") and "”" not in scene.analysis.text[edge : told.start()]:
            yield Span(edge, told.start() + 2), teller


def _presented(
    scene: Scene, sentence: Sentence, span: Span, person: Mention, by_others: frozenset[str]
) -> tuple[Mention, str] | None:
    """What an executive of the government that the text is about presents."""
    if not (scene.ranks.executive(person) and serves_home(scene, person)):
        return None
    text = scene.analysis.text
    if _ORDERS.match(text, span.end - 2) or _EVADES.search(text, span.end, min(span.end + 30, sentence.end)):
        return None
    for p in scene.mentions.within(Span(sentence.begin, span.begin), "program", "program-short"):
        if _AT_ITS.match(text, p.end + 1):
            return scene.full(p), "backer-presents"
    if leaves_open(scene, span.begin, span.end):
        return None
    will = wills(scene, sentence, span)
    if any(p.rule != "program-pointing" for p in scene.mentions.within(span, "program", "program-short")):
        return None
    if _CUT.search(text, sentence.begin, span.begin):
        return None
    meant = program_of_speech(scene, sentence, span, government_of(scene, person))
    if meant is not None and meant is scene.main and _named_later(scene, sentence, meant):
        meant = program_at(scene, sentence, None, government_of(scene, person))
    if not scene.several and meant is scene.main and meant is not None and WILL.search(text, span.begin, span.end):
        meant = _told_here(scene, sentence, span, meant)
    if not scene.several and scene.analysis.document.kind in ("news", "press-release") and meant is not None:
        plain = scene.main_stands_out and not scene.ranks.deputy(person)
        near = plain or named_near(scene, sentence, meant)
        addresses = _ADDRESS.search(text, sentence.begin, span.begin) is not None
        own = will or addresses or meant.value.text not in by_others
        near = near and (addresses or will or not heads_another_kind(scene, person))
        near = near and (_named_early(scene, meant) or _just_named(scene, sentence, span, meant))
        near = near and (will or addresses or presents_there(scene, sentence, span))
        return (meant, "backer-presents") if near and own else None
    if will and not scene.ranks.deputy(person):
        near_by = scene.programs_in(sentence.paragraph)
        if len(near_by) == 1 and near_by[0].begin < sentence.begin and not is_rejected(scene, near_by[0]):
            return near_by[0], "backer-presents"
    return None


def _told_here(scene: Scene, sentence: Sentence, span: Span, main: Mention) -> Mention:
    """The program that the paragraph names right before some words where it does not name the main one, else that."""
    told = [p for s in scene.analysis.paragraph_to(sentence) for p in scene.named_in(s) if p.begin < span.begin]
    here = {p.value.text: p for p in map(scene.full, told)}
    if len(here) != 1 or main.value.text in here:
        return main
    meant = next(iter(here.values()))
    lead, spoken = scene.analysis.paragraph_to(sentence)[0], scene.analysis.text[span.begin : span.end]
    if not may_be_run(scene, meant) or is_rejected(scene, meant) or main.value.text.split()[-1] in spoken:
        return main
    return main if BEFORE_NOW.search(scene.analysis.text, lead.begin, told[0].begin) else meant


def _named_later(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether a text names a program only in paragraphs behind a sentence."""
    first = scene.analysis.sentence_at(scene.first_named(program))
    return first is not None and first.paragraph > sentence.paragraph


def _named_early(scene: Scene, program: Mention) -> bool:
    """Whether a text names a program in its title or at its beginning, as one does that it presents."""
    paragraphs = list(dict.fromkeys(s.paragraph for s in scene.analysis.sentences if s.block == "body"))[:_EARLY]
    return any(
        program.value.text in {scene.full(p).value.text for p in scene.named_in(s)}
        for s in scene.analysis.sentences
        if s.block != "body" or s.paragraph in paragraphs
    )


def _just_named(scene: Scene, sentence: Sentence, span: Span, program: Mention) -> bool:
    """Whether a program is named before some words, in their paragraph or the one before."""
    return any(
        program.value.text == scene.full(p).value.text and p.begin < span.begin
        for s in scene.analysis.sentences[: sentence.index + 1]
        if s.paragraph >= sentence.paragraph - 1
        for p in scene.named_in(s)
    )


def _promised(scene: Scene, sentence: Sentence, span: Span, person: Mention) -> tuple[Mention, str] | None:
    """What a chair, a minister, an official or the head of another government promises to help along."""
    if scene.mentions.within(span, "program", "program-short"):
        return None
    words = scene.analysis.text[span.begin : span.end]
    if leaves_open(scene, span.begin, span.end) or foresees(scene, span):
        return None
    if WILL.search(words):
        objects = [w for w in re.findall(r"([가-힣A-Za-z]{2,8})[을를]\s", words) if w not in _TOO_COMMON]
        fits = [p for p in scene.programs.values() if p.value.text.split()[-1] in objects and may_be_run(scene, p)]
        if len(fits) == 1:
            return fits[0], "backer-commits"
    if scene.main is None or scene.analysis.document.kind not in ("news", "press-release"):
        return None
    ranks = scene.ranks
    steward = ranks.head_of_government(person) or ranks.bears(person, _STEWARDS)
    steward = steward or (ranks.official(person) and _BUDGETS.search(words) is not None)
    helps = _SUPPORT.search(words) if steward else None
    if helps is None or _BUT_IF.search(words[: helps.start()]):
        return None
    if ranks.head_of_government(person) and not serves_home(scene, person):
        meant = program_at(scene, sentence, span, government_of(scene, person))
        return (meant, "backer-commits") if meant is not None else None
    near = [p for p in scene.programs_in(sentence.paragraph) if p.begin < span.begin and may_be_run(scene, p)]
    near = [p for p in near if not is_weak(scene, p)]
    others = near and scene.main.value.text not in {p.value.text for p in near}
    meant = near[-1] if others else scene.main
    told = _named_early(scene, meant) or _just_named(scene, sentence, span, meant)
    return (meant, "backer-commits") if told else None


def proposes(scene: Scene, sentence: Sentence) -> Iterator[Backing]:
    """«A 의원은 더 늘리자고 제안했다», «A 지사가 꺼낸 카드다», «조례는 A 의원이 발의했다»: of what was named before."""
    text = scene.analysis.text
    named = scene.mentions.within(sentence.span, "program", "program-short")
    suggested = _SUGGESTED.search(text, sentence.begin, sentence.end)
    told = suggested or _CARD.search(text, sentence.begin, sentence.end)
    if told is not None and all(p.kind == "program-short" for p in named):
        program = scene.full(named[0]) if named else program_at(scene, sentence)
    elif _ORDINANCE.match(text, sentence.begin) and (told := _MOVED.search(text, sentence.begin, sentence.end)):
        found = [p for p in scene.programs.values() if "Ordinance" in p.value.classes]
        program = scene.full(named[0]) if named else found[0] if len(found) == 1 else None
    elif not named and (told := _BEGAN.search(text, sentence.begin, sentence.end)):
        someone = person_subject(scene, sentence, told.start())
        bare = someone is not None and not has_object(scene, sentence, someone.end, told.start())
        head = bare and someone is not None and scene.ranks.head_of_government(someone)
        if bare and someone is not None and scene.ranks.titles(someone) and not scene.ranks.studies(someone):
            head = head or _WHAT_IT_IS.search(text, sentence.begin, someone.begin) is not None
        headed = headed_by(scene, sentence) if bare and someone is not None and scene.ranks.titles(someone) else []
        program = program_at(scene, sentence) if head else headed[-1] if headed else None
    else:
        return
    person = person_subject(scene, sentence, told.start())
    if person is None and told is suggested:
        person = who_speaks(scene, sentence, told.start())
    if program is not None and person is not None:
        for one in people_listed(scene, sentence, person):
            yield sentence, program, one, "backer-proposes"
