"""A gathering told by its room alone, ``이날 시청 브리핑룸에서 “…”고 말했다``, or by what a committee does on a day."""

from kg.facts.event.days import Day
from kg.facts.event.said import Act, Said
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Name
from kg.patterns import regex
from kg.spans import Span

_ROOM = regex(
    r"(?P<room>[가-힣]{0,4}(?:브리핑룸|브리핑실|회견장|기자실|프레스룸|프레스센터|본회의장))에서(?:도|는)?,?\s"
    r"(?:[“\"]|(?:기자들|취재진|출입기자단?)(?:에게|과|을)\s|(?:한|하신|꺼낸|나온|던진|남긴)\s(?:말|발언|이야기|"
    r"얘기|약속|질문))"
)
_NAMES = (("본회의", "본회의", "session"), ("회견", "기자회견", "meeting"), ("", "브리핑", "meeting"))
_SAT = regex(
    r"(?P<body>[가-힣·]{2,14}위원회)(?:\s?\([^()]{2,24}\))?(?:은|는|이|가)\s[^.“”\"]{4,90}?"
    r"(?:예산안?|추경안?|추가경정예산안|조례안|안건|동의안|기금운용계획안|결산|소관 업무)[을를]?\s"
    r"(?P<deed>예비\s?심사|종합\s?심사|심사|심의)(?:했|하[고였며]|해[ ,]|한\s)"
)
_UNDERGOES = regex(
    r"(?P<body>[가-힣·]{2,14}위원회|상임위|예결위|예결특위|[가-힣]{2,6}특위) "
    r"(?P<deed>예비심사|종합심사|심사|심의)(?:를|을)? "
    r"(?:받|거[쳐친치]|앞두|앞둔|통과)"
)
"""What a bill has to go through on a day: 3월 6일 자치행정위원회 심사를 받는다."""
_ON = regex(
    r"(?P<name>(?:[가-힣]{2,6} )?(?:본회의 (?:표결|의결|처리|상정)|본회의|임시회|정례회|"
    r"(?:예결위|예결특위|상임위|예산결산특별위원회|예산안|추경안) ?(?:심사|심의)|(?:최종|중간|착수|주민|사업|용역)?"
    r"(?:보고회|설명회|공청회|토론회|간담회|협약식|준공식|착공식|개소식|개관식|개통식|개막식|출범식|발대식|기공식|"
    r"선포식|현판식|기념식|"
    r"입학식|개교식|졸업식|수료식|시연회|발표회)))(?:은|는|이|가) "
    r"(?=(?:오는 |다음 ?달 |내달 |이달 )?(?:\d{1,2}월 )?\d{1,2}일(?:이다|이고|이며|입니다|에|부터|로| 열| 시작|"
    r" 예정|\.(?:\s|$)))"
)
"""A sitting with its day behind it: 본회의는 10일이다."""
_CLOSE = 12
UNDERGONE = "undergone"
"""The class of a sitting of which a sentence tells no more than its day: nobody in it was there."""
_NEAR = 40  # letters between the day and the room


def met_in_room(said: Said) -> Act | None:
    """The briefing or sitting at which somebody speaks in such a room on a day that the sentence tells, or None."""
    text, sentence, found = said.analysis.text, said.sentence, said.days
    room = _ROOM.search(text, sentence.begin, sentence.end)
    day = next((d for d in reversed(found) if room and d.span.end <= room.start("room")), None)
    if room is None or day is None or room.start() - day.span.end > _NEAR:
        return _sat(said)
    _, name, kind = next(row for row in _NAMES if row[0] in room["room"])
    span = Span(*room.span("room"))
    place = said._replace(events=[]).place_before(room.end("room") + 2)
    place = place or Mention(span.begin, span.end, "place", Name(room["room"]), "place-of-event")
    return Act(name, Mention(span.begin, span.end, "event", Name(name, (kind,)), "event-act"), day, place)


def _sat(said: Said) -> Act | None:
    """The sitting of a committee that is the subject of a verb of examining: 위원회는 18일 예산안을 심사했다."""
    analysis, sentence, found = said.analysis, said.sentence, said.days
    gone = _undergone(analysis, sentence, found)
    if gone is not None:
        return gone
    if analysis.text.find("위원회", sentence.begin, sentence.end) < 0:
        return None
    told = _SAT.search(analysis.text, sentence.begin, sentence.end)
    day = next((d for d in found if told and told.end("body") <= d.span.begin < told.start("deed")), None)
    if told is None or day is None or analysis.quoted_at(told.start()) is not None:
        return None
    name = f"{told['body']} {told['deed']}"
    return Act(name, Mention(*told.span("deed"), "event", Name(name, ("session",)), "event-act"), day, None)


def _undergone(analysis: Analysis, sentence: Sentence, found: list[Day]) -> Act | None:
    """The sitting through which something goes on a day, or of which only the day is told; None in speech."""
    text = analysis.text
    told = _UNDERGOES.search(text, sentence.begin, sentence.end)
    day = next((d for d in reversed(found) if told and d.span.end <= told.start()), None)
    if told is not None and day is not None and told.start() - day.span.end > _CLOSE:
        day = None
    name = f"{told['body']} {told['deed']}" if told is not None else ""
    if day is None:
        told = _ON.search(text, sentence.begin, sentence.end)
        day = next((d for d in found if told and told.end() <= d.span.begin + 1 <= told.end() + 6), None)
        name = told["name"] if told is not None else ""
    if told is None or day is None or analysis.quoted_at(told.start()) is not None:
        return None
    return Act(name, Mention(*told.span(), "event", Name(name, (UNDERGONE,)), "event-act"), day, None)
