"""How far a sum has got: planned, proposed, approved, spent or cut, and the stage of the budget's way."""

import re
from typing import cast

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.status_begun import only_begun
from kg.facts.allocation.status_left import passed_so, taken_from_whole, turned_into_less
from kg.facts.allocation.status_noted import CAME_TO, step_noted
from kg.facts.allocation.status_paper import BILL, draft_paper
from kg.facts.allocation.status_wanted import wanted
from kg.facts.allocation.wording import is_time
from kg.facts.allocation.words import ALLOTS
from kg.facts.model import Status
from kg.patterns import regex
from kg.spans import Span

_ALL_CUT = regex(
    r"^(?:[은는이가을를도]|\s|,|원|전부|모두|은커녕)*전액\s?(?:을|이|은)?\s?(?:삭감|감액|깎|잘|없)|"
    r"^\s?(?:을|를|이|가)?\s?(?:통째로|모두|전부)\s?(?:삭감|깎|잘|없|날아)|"
    r"^\s?(?:원)?\s?(?:→|->|⇒|▶)\s?(?:조정|심사|의결|확정|수정|최종|위원회)?(?:액|안)?\s?(?:0\s?(?:원)?(?![\d.,]\d|\d)|전액\s?(?:삭감|감액))"
)
"""«2억 원 전액 삭감», «요구 420 → 조정 0»."""
_THEN_CUT = regex(
    r"^\s?(?:을|를|이|가)\s[^.,\d]{0,16}?(?:올렸|요구했|편성했|담았|넣었|신청했|세웠|요청했|제출했|올라왔|담겼)(?:으나|지만|는데)[^.\d]{0,40}?"
    r"(?:전액\s?(?:을\s)?(?:삭감|감액|깎|잘)|통째로|모두\s(?:삭감|깎|잘))"
)
_NAMED_AS: dict[str, Status] = {
    "요구액": "proposed", "요청액": "proposed", "신청액": "proposed", "건의액": "proposed",
    "집행액": "spent", "결산액": "spent", "삭감액": "cut", "확정액": "approved", "확보액": "approved",
    "기정액": "approved", "기정예산": "approved", "기정예산액": "approved", "의결액": "approved", "조정액": "approved",
}  # fmt: skip
_IN_BILL = regex(
    r"(?:집행부안|편성안|제출안|정부안|예산안|추경안|요구안|원안|시안|도안|군안|구안)(?:인|이던|이었던|상)\s(?:약|총)?\s?$"
)
"""«집행부안인 1억 6천만 원에서»."""
_NAMED = regex(
    r"(요구액|요청액|신청액|건의액|집행액|결산액|삭감액|확정액|확보액|기정액|기정예산액?|의결액|조정액)\s?(?:은|는|이|가)?\s?(?:총|모두|약)?\s?$"
)
_NOTHING_LEFT = regex(
    r"한 푼도 (?:남지|남기지|반영되지|반영하지|편성되지|편성하지|받지|건지지|살아남지|"
    r"인정하지|인정받지|주지|세우지|통과되지) "
    r"(?:않|못)|전액 (?:삭감|감액)"
)
_UNTOUCHED = regex(
    r"한 푼도 (?:안 (?:깎|건드)|깎이지 않|깎지 않|삭감되지 않|줄지 않|줄이지 않|건드리지 않|손대지 않)"
    r"|^\s?(?:원)?(?:은|는|에|에는|도|을|를|이|가)?\s(?:의회(?:도|가)\s|위원회(?:도|가)\s)?(?:손(?:을|도)?\s?대지|건드리지|깎지|깎이지)\s(?:않|못)"
    r"|전액(?:이|을)? (?:살아남|살렸|지켰|지켜냈)"
)
_AS_IT_WAS = regex(
    r"\s?(?:원)?(?:[^()\n.]{0,24}\))?(?:이|은|는|가|도)?\s(?:모두\s|전액\s)?(?:원안(?:대로)?|그대로|제출안대로|요구대로|온전히|무사히)\s"
    r"(?:(?:반영|통과|확정|의결|가결|편성|살아남|유지|인정|승인|처리|수용|보전|보존)(?:됐|되었|했|하였|시켰|받았|았|된)|살(?:았|아났|렸|려)|넘[겼긴]|넘어[갔간]|지[켰킨]|받아들여)"
)
_REMAINS = regex(r"(?:으로|로)\s|,\s?[가-힣]{1,6}(?:은|는|이|가)?\s?\d[\d,.조억천백만]*\s?원(?:으로|로)\s")
"""What follows a sum that is left after a cut: 국비가 9억원, 도비가 3억원으로 깎였다."""


def status_of(clause: Clause) -> tuple[Status, Span] | None:
    """The status that the governing predicate tells in its tense; an act that leans on the sum steps back behind it."""
    text = clause.analysis.text
    if (wish := wanted(clause)) is not None:
        return "proposed", wish
    later = _THEN_CUT.match(text[clause.money.end : clause.sentence.end])
    if later:
        return "cut", Span(clause.money.end, clause.money.end + later.end())
    before = _NAMED.search(text, clause.segment().begin, clause.money.begin)
    if before and before.end() >= clause.money.begin - 4 and not _taken_off(clause):
        return _NAMED_AS[before.group(1)], Span(before.start(1), before.end(1))
    if (stands := _IN_BILL.search(text, clause.segment().begin, clause.money.begin)) is not None:
        return "proposed", Span(stands.start(), stands.end())
    cut = _ALL_CUT.match(text[clause.money.end : clause.money.end + 24])
    if cut:
        return "cut", Span(clause.money.end, clause.money.end + cut.end())
    if (noted := step_noted(clause)) is not None:
        return noted
    if untouched := _UNTOUCHED.search(text[clause.money.end : min(clause.sentence.end, clause.money.end + 60)]):
        return "approved", Span(clause.money.end + untouched.start(), clause.money.end + untouched.end())
    if kept := _AS_IT_WAS.match(text, clause.money.end, clause.sentence.end):
        return "approved", Span(clause.money.end, kept.end())
    gone = clause.act is None or clause.act.past == "proposed"
    if gone and (
        nothing := _NOTHING_LEFT.search(text, clause.money.end, min(clause.sentence.end, clause.money.end + 140))
    ):
        return "cut", Span(nothing.start(), nothing.end())
    choices = [(clause.head, clause.act), (clause.leaning, clause.leaning_act)]
    if (
        clause.leaning is not None
        and clause.act is not None
        and clause.act.word in ("달하", "이르", "예상", "추산", "추정", "차지", "나뉘")
    ):
        choices.reverse()
    elif clause.leaning is not None and clause.chunk.particle in ("에", "에다", "에다가"):
        choices.reverse()  # «본예산에 이미 잡힌 9억 원에 6억 원을 더 보탠다»
    elif clause.leaning is not None and clause.leaning_act is not None and clause.leaning_act.word in _DECIDED:
        choices.reverse()  # «본회의를 통과한 시비 32억 원이 들어 있다»
    for verb, act in choices:
        if act is None or (verb is clause.leaning and taken_from_whole(clause)):
            continue
        if verb is not None and re.match(r"(?:요구|요청|건의|신청)\s?받", text[verb.begin : verb.begin + 5]):
            return "proposed", Span(verb.begin, verb.end)
        told = act.plain
        past = verb is not None and verb.past and not verb.future
        if (
            verb is not None
            and verb is clause.head
            and verb.ending == "EC"
            and not verb.past
            and verb.ending_form in ("어", "아", "여", "고", "며", "어서")
        ):
            past = _tense_of_sentence(clause)
        if verb is not None and act.word in _SETTLED and (verb.ending == "ETN" or _runs_on(clause, verb)):
            past = True  # «추경에 반영함», «131억 원을 편성해 구축하고 있는»
        if verb is not None and verb.ending == "EC" and act.past == "spent" and _ONLY_SO_MUCH.match(clause.rest):
            past = True  # «1억 4천만 원만 집행하여 절반에도 미치지 못함»
        if verb is not None and verb.ending_form == "고도":
            past = True  # «128억 원을 쓰고도 이용자를 모으지 못했다»
        if past or (verb is not None and act.voice == "gets" and CAME_TO.match(text, verb.end)):
            told = act.past
        if (
            told == "planned"
            and act.past in ("approved", "proposed")
            and verb is not None
            and _put_to_vote(clause, verb)
        ):
            told = "approved"
        if past and verb is not None and verb.ending == "ETM" and verb is clause.head and _only_named(clause, verb):
            continue
        if told in ("planned",) and verb is not None and not past and act.word == "담" and verb.future:
            told = "planned"
        if (
            told in ("planned", "proposed")
            and past
            and act.word in ALLOTS | {"확보", "마련", "잡", "잡히"}
            and _ALREADY.search(text, clause.segment().begin, verb.begin if verb is not None else clause.money.begin)
        ):
            told = "approved"
        if (
            told == "spent"
            and act.word in ("넣", "내", "내놓")
            and draft_paper(text, clause.segment().begin, clause.money.begin)
        ):
            told = "proposed"  # «예산안에 넣은 것은 143억 원이다», «시의회에 낸 예산안은»
        if (
            told == "spent"
            and act.word in ("내", "내놓")
            and verb is not None
            and verb.end <= clause.money.begin
            and _TAKEN_FROM.match(text, clause.money.end, clause.sentence.end)
        ):
            told = "proposed"  # «시가 낸 39억 원에서 31억 원으로 줄었다»
        if (
            told == "spent"
            and act.word in ("내", "내놓")
            and verb is not None
            and (_PAPER_GIVEN.search(text, clause.money.end, verb.begin) or _SCHEME_OF.match(clause.after))
        ):
            told = "planned"  # «총사업비를 1148억 원으로 낮춘 수정안을 내놨다», «시가 내놓은 70억 원짜리 ‘X’»
        if told == "proposed" and act.word == "올리" and clause.chunk.particle in ("으로", "로"):
            told = "planned"  # «총사업비를 426억 원으로 올렸다»: raised, not handed in
        handed = told == "planned" and act.word in ("올리", "내", "제출", "상정")
        if handed and verb is not None and _TO_COUNCIL.search(text, clause.money.end, verb.begin):
            told = "proposed"  # «내년 설계비 2억 원을 군의회에 올리겠다»
        if told == "approved" and act.word in ALLOTS and (_bill_before(clause) or _in_speech(clause)):
            told = "proposed"
        if (
            told == "planned"
            and act.word in ALLOTS
            and re.search(
                r"(?:제출|상정)(?:함|했|한|하)", text[verb.end if verb else clause.money.end : clause.sentence.end]
            )
        ):
            told = "proposed"
        if told == "cut" and verb is clause.head and turned_into_less(clause):
            told = "proposed"  # «32억 원이 26억 원으로 깎였다»: what was asked
        if told == "cut" and verb is clause.head and (passed := passed_so(clause)) is not None:
            return "approved", passed
        if told == "cut" and _REMAINS.match(text, clause.money.end, clause.sentence.end):
            return None
        if told and verb is not None:
            if _negated(text, verb.begin, verb.end):
                continue
            return cast(Status, told), Span(verb.begin, verb.end)
        if told:
            place = text.find(act.word, clause.money.end, clause.sentence.end)
            if place >= 0:
                return cast(Status, told), Span(place, place + len(act.word))
    if clause.head is not None and clause.head.ending == "ETM":
        noun = text[clause.head.end : clause.head.end + 24]
        if BILL.match(noun.strip()) or BILL.search(noun.split(" ")[0] if noun.split(" ") else ""):
            return "proposed", Span(clause.head.begin, clause.head.end)
    return None


def _taken_off(clause: Clause) -> bool:
    """«요구액 3억 원이 모두 깎였다»: what was asked is what is cut."""
    head = clause.head
    if clause.act is None or clause.act.plain != "cut" or head is None or head.begin < clause.money.end:
        return False
    if clause.analysis.text[clause.money.end : clause.money.end + 1] not in ("이", "가", "은", "는", "을", "를", "도"):
        return False
    if any(c.money is not None and c.begin < head.begin for c in clause.following()):
        return False
    return wanted(clause) is None


_ONLY_SO_MUCH = regex(r"만\s(?:집행|지출|사용|소진|쓰|썼|써)")
_SETTLED = ALLOTS | {"확보", "따내", "의결", "확정", "통과", "가결", "승인"}
_TO_COUNCIL = regex(r"(?:의회|예산안|추경안|예결위|상임위|본회의)(?:에|로|에다)\s")
_ONGOING = regex(r"고\s?있")


def _runs_on(clause: Clause, verb: Chunk) -> bool:
    """Whether what the sum was set aside for is going on: «편성해 구축하고 있다»."""
    if verb.ending != "EC" or verb.ending_form not in ("어", "아", "여"):
        return False
    after = next((c for c in clause.beyond_head() if c.kind in ("verb", "stop")), None)
    return after is not None and _ONGOING.search(clause.analysis.text, after.begin, after.end) is not None


_SCHEME_OF = regex(r"\s?(?:규모의?|짜리|대의?|상당의?)\s?[‘'“\"「『<〈]")
_PAPER_GIVEN = regex(r"[가-힣](?:안|계획|구상|방안|대책|청사진|로드맵|전략|목표|밑그림|일정표|계획표|비전)(?:을|를) $")
_TAKEN_FROM = regex(
    r"\s?(?:에서|[을를]|[이가은는]|\s(?:중|가운데))\s[^.]{0,40}?(?:깎|줄[었어이여인]|삭감|감액|잘[라려렸랐])"
)
"""What the council took of a sum that a government had handed in."""
_ALREADY = regex(r"(?<![가-힣])(?:이미|벌써|진작)\s(?!.*(?:요구|신청|제출|예산안|추경안))")
_SUBMITTED = regex(r"(?:예산안|추경안|추가경정예산안)[^.]{0,24}?(?:제출|상정|편성|공개|발표|내놨|내놓|넘겼)")


def _bill_before(clause: Clause) -> bool:
    """Whether one of the sentences just before, in this paragraph or the last two, tables a budget bill."""
    analysis, sentence = clause.analysis, clause.sentence
    for back in range(8):
        if sentence.index < back:
            return False
        earlier = analysis.sentences[sentence.index - back]
        if sentence.paragraph - earlier.paragraph > 2:
            return False
        if _SUBMITTED.search(analysis.text, earlier.begin, earlier.end):
            return True
    return False


def _in_speech(clause: Clause) -> bool:
    """«시정연설에서 “내년 90억 원을 배정했다”고»: what a bill is presented with."""
    speech = _SPEECH.search(clause.analysis.text, clause.sentence.begin, clause.money.begin)
    return (
        speech is not None
        and re.search(r"올해|지난해|작년", clause.analysis.text[speech.end() : clause.money.begin]) is None
    )


_DECIDED = frozenset(("통과", "의결", "확정", "가결", "승인"))
_SPEECH = regex(r"시정\s?연설|도정\s?연설|군정\s?연설|구정\s?연설|제안\s?설명")


def _put_to_vote(clause: Clause, verb: Chunk) -> bool:
    """«6억 원으로 의결하고자 하는데 이의 없으십니까? … 가결되었음을 선포합니다»: the chair's words make it so."""
    text, analysis = clause.analysis.text, clause.analysis
    if not re.match(
        r"하?고자|하?려고|하도록|토록|(?:하는\s것으로|하기로|하는\s안을)\s(?:의결|결정|가결|조정)하?(?:고자|려고|겠)",
        text[verb.begin + len(verb.lemma) : verb.end + 18].strip(),
    ):
        return False
    later = analysis.sentences[min(clause.sentence.index + 4, len(analysis.sentences) - 1)]
    return bool(re.search(r"가결|통과되|의결되|선포", text[clause.sentence.begin : later.end]))


def _only_named(clause: Clause, verb: Chunk) -> bool:
    """«시비를 보탠 돈이다»: the predicate only describes the sum."""
    chunks = clause.row.chunks
    i = next((k + 1 for k, c in enumerate(chunks) if c is verb), len(chunks))
    return (
        i + 1 < len(chunks)
        and clause.analysis.text[chunks[i].begin : chunks[i].end]
        in ("돈", "금액", "액수", "규모", "숫자", "수치", "값")
        and chunks[i + 1].lemma == "이"
    )


_CAME_TO_THIS = frozenset(
    (
        "그치",
        "머무르",
        "머물",
        "이르",
        "달하",
        "불과",
        "못하",
        "저조",
        "미흡",
        "완료",
        "마치",
        "끝나",
        "남",
        "초과",
        "미치",
    )
)
"""What closes a line of a paper that tells how something has gone."""


def _tense_of_sentence(clause: Clause) -> bool:
    """Whether the predicate that closes the sum's sentence, outside of reporting, tells a past."""
    assert clause.head is not None
    if clause.act is not None and clause.act.past == "spent" and only_begun(clause, clause.beyond_head()):
        return False
    seen = False
    not_done = False
    deed = False
    for chunk in clause.beyond_head():
        if chunk.kind == "stop":
            return False
        if not_done and chunk.lemma == "하":
            return chunk.past and not chunk.future  # «9천만 원을 쓰고 뜨지도 못했다»
        not_done = chunk.kind == "adverb" and chunk.lemma == "못"
        if chunk.kind == "noun" and is_time(clause.analysis.text[chunk.begin : chunk.end]):
            continue
        if chunk.lemma == "하" and deed and chunk.past and not chunk.future:
            return True  # «5억 원을 주고 용역을 했잖아요»
        deed = chunk.kind == "noun" and chunk.particle in ("을", "를")
        if not seen and chunk.kind == "noun" and chunk.particle in ("을", "를", "에", "에서"):
            continue  # «19억 원을 들여 문을 연 X», «8억 원을 들여 역 앞에 지은 센터»
        if not seen and chunk.kind == "verb" and chunk.ending == "ETM" and chunk.past:
            return not chunk.future  # «51억 원을 쓰고 남은 것은», «8억 원을 들여 지은 센터»
        seen = True
        if chunk.kind == "verb" and chunk.ending == "ETM" and not chunk.past:
            return False  # «35억 원을 들여 짓는 계획을 보고했다»
        if chunk.kind == "verb" and chunk.ending == "ETN" and chunk.lemma in _CAME_TO_THIS:
            return True  # «11억 원을 집행하여 집행률이 58%에 그침»
        if chunk.kind == "verb" and chunk.closes() and (chunk.past or chunk.future or chunk.ending == "EF"):
            return (
                chunk.past
                and not chunk.future
                and chunk.lemma not in ("밝히", "말", "설명", "전하", "발표", "하", "강조", "덧붙이")
            )
        if chunk.kind == "verb" and chunk.ending == "EC" and chunk.ending_form.endswith(("다고", "라고", "ᆫ다고")):
            return chunk.past and not chunk.future
    return False


def _negated(text: str, begin: int, end: int) -> bool:
    return bool(re.search(r"(?:지 않|지 못|못했)", text[begin : end + 4]))
