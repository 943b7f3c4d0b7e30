"""Whether the name of an event, as its sentence tells it, is a new event of the document."""

from kg.facts.event.days import Day
from kg.facts.event.frame import Frame
from kg.facts.event.told import Told
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_AT_THE_TIME = regex(r" (?:때|당시)(?:[ ,]|는|에|의)")
_IN_ITS_COURSE = regex(
    r"[’'”\"」]? (?:(?:(?:갔|나갔|왔|열렸|했|맺었|참석했)을 )?(?:때|당시)(?:[ ,]|는|에|의|도)|"
    r"(?:석상|자리|현장|행사장|단상|무대|도중|말미|막바지|중간|인사말|축사|환영사|기념사|격려사|모두 ?발언|"
    r"마무리 ?발언|발언|연설|"
    r"답사|치사|대회사|개회사|폐회사|발제|강연)(?:에서|에|을 통해|를 통해|에서는|에서도|에는)[ ,])|"
    r"[’'”\"」]?장에서[ ,]"
)
"""What stands behind a gathering in whose course something was said or done: 주민설명회 인사말에서, 업무협약 때."""
_ONLY_WHERE = regex(
    r"(?:에|에는|날)? ?(?:(?:오전|오후|저녁) ?(?:\d{1,2}시 ?)?)?"
    r"(?:[가-힣A-Za-z0-9·()]+(?: [가-힣A-Za-z0-9·()]+){0,2} ?)?[‘'“\"「]?"
)
"""Words that only tell where or whose between a day and its gathering: 7월 15일 구청 앞 집회."""
_CLAUSE = regex(r"[가-힣](?:고|며|면서|는데|지만|어|아|해|던|된|한|할|은|는|이|가|을|를) ")
_NOTED = regex(
    r"(?:,| 때(?:[ ,은는]|에)|에(?:서|서는)? | (?:의결|상정|부의|처리|개회|예정|심사|확정|가결|부결|통과)(?:[ ,.)]|$)| "
    r"(?:산회|폐회|정회|개회|통과|처리|표결|의결|종료)? ?(?:직후|뒤|후|끝에|직전)[ ,에]| 자리에서|"
    r" (?:답변|질의|질문|발언|과정)(?:에서|을 통해)|\s*$)"
)
_IS_HELD = regex(r"열[리린렸릴]|개최|치러")
_WAS_HELD = regex(r"(?:열[린릴]|열리는|개최[된될]|개최되는|소집[된될]|(?:에서|이|가|일) (?:연|여는))\s")
_HAPPENS = regex(r"열[리린렸릴]|개최[되된됐될]|치러|소집[되된됐될]|개의|개회|속개")
_SAME_OCCASION = regex(r"(?:이|그|같은) (?:자리|곳|장소)에서|이어 |또한? |아울러|더불어|곧이어")
_MOVED_ON = regex(r"자리를 옮[겨긴]")
_VISITED = regex(r"[’'”\"」]?[을를] (?:찾[아은았]|방문[해했]|참관[해했]|둘러[보본봤])")
_THROUGH = regex(r"[’'”\"」]?[을를] (?:거[쳐치친]|받[는을은았]|앞두|앞둔)")
_BRACKET = regex(r"[’'”\"」]? ?\(")
_SPEAKS = regex(r"에서(?:도|는)? [“\"]")
_HOLDS_ANOTHER = regex(r"(?:회|회의|식|포럼|세미나|회견|브리핑|행사|집회|면담)[’'”\"」]?(?:\([^)]*\))?[을를] ")
_WRITTEN = regex(
    r"[’'”\"」]?(?:이?라는)? ?(?:제목의 |제하의 )?(?:기사|보도|제하|제목|사설|칼럼|기고|논평|성명|방송|영상|책|"
    r"보고서|논문|공약|사진)"
)
"""What stands behind the name of a piece of writing: ‘○○ 축제’ 기사의 방문객 수는."""
_NOTED_BEHIND = regex(r"에서 (?:\d{1,2}월 \d{1,2}일|\d{1,2}\. ?\d{1,2}\.) (?:가결|의결|통과|처리|부결|확정|심사|상정)")
"""A sitting with its day behind it: 제302회 임시회에서 6월 24일 가결."""
_HELD_BEFORE = regex(r"(?:에서|[이가]) (?:여는|연|열) [‘'“\"「]?$")
_RIGHT_AFTER = regex(r"(?P<what>[가-힣]{0,6}?(?:회|식|포럼|회의|행사|세미나)) (?:직후|뒤|후|끝에|말미에)(?: |에)")
_ATTENDED = regex(
    r"[’'”\"」]?(?: ?(?:현장|행사장|자리))?(?:에는|엔|에) [^.“”\"]{2,80}?"
    r"(?:참석|함께|얼굴을|자리|모습을|나왔|모였|배석)"
)
_LISTED = regex(r"\s*(?:→|⇒|▶|->|, ?(?:\d{1,2}월 )?\d{1,2}(?:일|\.) )")
"""A day and its gathering in a row of them: 11. 20. 최종보고회 → 12. 5. 의회 보고."""
_ONLY_NAMED = regex(
    r"[’'”\"」]? ?(?:참가|참여|신청|모집|접수|입주|수강|지원 대상|준비|예산|홍보|포스터|입장권|관람권|운영사|대행|공모)"
)
"""What stands behind the name of a gathering of which only something else is told: ‘○○ 페어’ 참가기업을 모집한다."""
COMMITTEES = ("위원회", "예결위", "예결특위", "특위", "소위", "상임위")
_SAT = regex(
    r"[’'”\"」]?(?: ?\([^()]{2,20}\))?(?:에서(?:는|도)? (?!온 |나온 파견|파견)|"
    r",? [^.“”\"]{0,40}(?:삭감|복원|의결|가결|부결|보류|통과|수정|상정|심사|심의|감액|증액)(?: ?[.,)→(]| ?$|\n))"
)
_GONE_THROUGH = regex(
    r"[’'”\"」]?(?: ?\([^()]{2,20}\))?(?:[을를] (?:거[쳐치친쳤]|통과|넘[어었은긴겼])|의? (?:문턱|벽|관문)[을를] )"
)
_OF_COUNCIL = regex(r"의회|임시회|정례회|예산결산|예결|특별위|특위|소위|상임|국회")
"""What tells that a committee is a council's, not a board that is asked."""
"""What a committee does on a day: 9일 예산결산특별위원회에서 2억 원이 깎였다, 12. 3. 도의회 산업위원회, 전액 삭감."""
_COLON = regex(r" ?(?:\([^()]{2,20}\) ?)?[:：] ?")
_STOPOVER = 16
_KINDS = frozenset(("meeting", "pact", "visit", "session", "loose", "show"))
_TALKS = regex(r"[“\"]|약속|강조|당부|밝[혔히]|말[했하]|외[쳤치]|제안|설명|지시|주문|호소")
_FAR = 25  # sentences between an occasion and a further act of it


def is_new(
    text: str, told: list[Told], candidate: Mention, kind: str, shape: Frame, day: Day | None, sentence: Sentence
) -> bool:
    """Whether a name with its day and its verb tells an event that was not told before."""
    if day is None:
        return kind in ("pact", "meeting", "speech", "visit") and _inherits(text, told, candidate, shape, sentence)
    if kind == "meeting" and 0 <= candidate.begin - day.span.end <= 2 and _AT_THE_TIME.match(text, candidate.end):
        return True
    if kind in _KINDS and 0 <= candidate.begin - day.span.end <= _STOPOVER and _in_its_course(text, candidate, day):
        return True
    marked = candidate.rule == "event-marked"
    if shape.particle in ("은", "는", "이", "가") and _HOLDS_ANOTHER.search(text, candidate.end, shape.stop):
        return False  # 협의회는 10일 총회를 열고: the body that meets
    if _is_noted_with_day(text, candidate, day):
        return True
    if kind == "called":
        opened = _HELD_BEFORE.search(text, max(sentence.begin, candidate.begin - 14), candidate.begin)
        return shape.governed or shape.described or opened is not None
    if kind == "show" and _VISITED.match(text, candidate.end):
        return True
    if kind in ("meeting", "session") and _THROUGH.match(text, candidate.end) and candidate.begin - day.span.end <= 2:
        return True
    if kind == "session" and day.span.end <= candidate.begin <= day.span.end + 2:
        held = _NOTED.match(text, candidate.end) is not None
        return held or shape.held
    if kind == "session" and _BRACKET.match(text, candidate.end) and day.span.begin - candidate.end <= 2:
        return True
    if marked and _WRITTEN.match(text, candidate.end):
        return False
    if kind == "session" and shape.particle == "에서" and _NOTED_BEHIND.match(text, candidate.end, sentence.end):
        return True
    if (
        kind == "meeting"
        and day.anaphoric
        and candidate.value.text.endswith("식")
        and _ATTENDED.match(text, candidate.end)
    ):
        return True  # 이날 발대식에는 시장이 얼굴을 비쳤다
    if kind == "tour":
        near = 0 <= candidate.begin - day.span.end <= _STOPOVER
        return near and shape.particle == "에서" and _TALKS.search(text, candidate.end, sentence.end) is not None
    if kind == "body":
        if candidate.value.text.endswith(COMMITTEES):
            near = 0 <= candidate.begin - day.span.end <= 12
            if near and _sat(text, told, candidate, day, sentence):
                return True
            if near and shape.particle == "에서" and _SPEAKS.match(text, candidate.end, sentence.end):
                return True
            return (shape.governed and shape.particle in ("을", "를")) or (
                not text.startswith("부터", day.span.end)  # 7일부터 열리는 위원회로 넘어간다
                and shape.described
                and _WAS_HELD.search(text, sentence.begin, candidate.begin) is not None
            )
        if shape.particle in ("은", "는", "이", "가") and not _HAPPENS.search(text, candidate.end, shape.stop):
            return False
        return shape.held and (marked or shape.particle != "")
    if kind == "loose":
        opens = shape.governed and _IS_HELD.search(text, candidate.end, shape.stop) is not None
        return shape.held and (marked or opens or shape.particle in ("을", "를", "이다", "에", "에서"))
    if kind == "pact" and shape.particle == "" and candidate.value.text == "계약":
        return False  # 7. 15. 계약: a day in the course of a tender
    if kind == "pact":
        return shape.held and shape.particle != "에서"
    if day.span.end <= candidate.begin <= day.span.end + 2 and kind == "meeting" and _LISTED.match(text, candidate.end):
        return True
    named = marked and kind != "visit" and _ONLY_NAMED.match(text, candidate.end) is None
    return shape.held or named


def _in_its_course(text: str, candidate: Mention, day: Day) -> bool:
    """Whether something was said or done in the course of a gathering whose day and place alone stand before it."""
    if _IN_ITS_COURSE.match(text, candidate.end) is None:
        return False
    between = text[day.span.end : candidate.begin]
    return _ONLY_WHERE.fullmatch(between) is not None and _CLAUSE.search(between) is None


def _sat(text: str, told: list[Told], candidate: Mention, day: Day, sentence: Sentence) -> bool:
    """Whether a committee that a day stands before is told to have done something on it; no bare 위원회, and none of
    a caption that only shows what the text tells of that day.
    """
    if text.startswith("부터", day.span.end) or candidate.value.text in COMMITTEES[:1]:
        return False
    if sentence.block == "caption" and any(t.iso == day.iso for t in told):
        return False
    if _OF_COUNCIL.search(candidate.value.text) and _GONE_THROUGH.match(text, candidate.end, sentence.end):
        return True
    return _SAT.match(text, candidate.end, sentence.end) is not None


def _is_noted_with_day(text: str, candidate: Mention, day: Day) -> bool:
    """Whether a bracket or a colon gives the day of what it names: 시정연설(2025. 11. 20.), 예비심사 : 4. 16."""
    between = text[candidate.end : day.span.begin]
    behind = text[day.span.end : day.span.end + 2].lstrip(" .")
    if _COLON.fullmatch(between) and candidate.value.classes[0] in ("meeting", "session", "pact"):
        return True
    if not behind.startswith((")", ",")):
        return False
    return between in ("(", " (") or (between == ", " and text[candidate.begin - 1] == "(")


def _inherits(text: str, told: list[Told], candidate: Mention, shape: Frame, sentence: Sentence) -> bool:
    """A further act of the same occasion: 이 자리에서 업무협약도 체결한다."""
    if not told or not shape.held or sentence.index - told[-1].sentence > _FAR:
        return False
    right_after = _RIGHT_AFTER.search(text, sentence.begin, candidate.begin)
    if right_after is not None and told[-1].head.endswith(right_after["what"]):
        return True  # 포럼 직후 업무협약을 맺었다
    before = text[sentence.begin : candidate.begin]
    if candidate.value.classes[0] == "visit":
        return before.endswith(("과의 ", "와의 "))
    return bool(_SAME_OCCASION.search(before) or _MOVED_ON.search(before))
