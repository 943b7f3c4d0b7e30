"""Events of a schedule: lines that begin with a day and tell what is held, where and by whom, without a verb."""

import re
from collections.abc import Iterator

from kg.facts.event.days import nearest
from kg.facts.model import Event
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_LINE = regex(
    r"(?m)^[^\S\n]*(?:[-|│–○◯□■·ㅇ▪◦◈◇▶▷*•‣]\s?)?(?:[가-하]\. ?|\d\) ?)?(?:[가-힣 ]{2,8} ?[:：] ?)?"
    r"(?:(?P<y>20\d\d|[’'‘]\d\d)(?:\. {0,3}|년 ?|-))?"
    r"(?P<m>1[0-2]|0?[1-9])(?:\. {0,2}|월 {0,2}|/|(?<=-\d\d)-)(?P<d>[12]\d|3[01]|0?[1-9])(?:\.|일)?"
    r"\s?(?:\([월화수목금토일]\))?(?:,?\s?(?:오전 |오후 )?\d{1,2}(?::\d\d|시(?: ?\d\d분)?)"
    r"(?:\s?[~∼-]\s?\d{1,2}:\d\d)?)?"
    r"(?:\s?[:：|│/,]\s?|\s+)(?P<rest>[^\n]+?)(?:\s*[|│])?$"
)
_LABEL_FIRST = regex(
    r"(?m)^[^\S\n]*(?:[-–○◯□■·ㅇ▪◦◈◇▶▷*•‣]\s?)?(?:[가-하]\. ?|\d\) ?|[①-⑳] ?)?(?P<name>[^\n:：.]{3,40}?)\s?[:：]\s?"
    r"(?:(?P<y>20\d\d|[’'‘]\d\d)(?:\. {0,3}|년 ?|-))?"
    r"(?P<m>1[0-2]|0?[1-9])(?:\. {0,2}|월 {0,2}|/|(?<=-\d\d)-)(?P<d>[12]\d|3[01]|0?[1-9])(?:\.|일)?"
    r"\s?(?:\([월화수목금토일]\))?(?:,?\s?(?:오전 |오후 )?\d{1,2}(?::\d\d|시(?: ?\d\d분)?)"
    r"(?:\s?[~∼-]\s?\d{1,2}:\d\d)?)?(?:\s?[,/|]\s?(?P<rest>[^\n]+)|\s*)$"
)
"""A line that names what is held and gives its day behind a colon: - 협약식 개최 예정: ’26. 2. 5.(목), 대회의실."""
_CELLS = regex(r"[ \t]{2,}| [/|│] | [-–] |\t")
_NAMED = regex(
    r"[’'」』]?\s?(?:의결|개최|예정|심의|심사|통과|개막|개의|참석|진행|실시|통해|확정|가결|보고|"
    r"결과)?\s?(?:\((?P<note>[^()]{2,60})\))?"
    r"\s?(?:[:：].*|,.*|[→⇒➜▶].*|에서(?:는)? .*(?:의결|삭감|가결|통과|조정|확정|보류|부결|감액|증액|복원|발언|발표|"
    r"밝힘|약속|지시|당부|"
    r"강조|보고|설명|논의|합의|체결).*)?"
)
_ROOM = regex(r"[가-힣A-Za-z0-9 ]*(?:회견장|브리핑룸|브리핑실|기자실|프레스센터|프레스룸|소통실)")
_PLACE = regex(
    r"[가-힣A-Za-z0-9·() ]*(?:실|홀|관|룸|센터|청|청사|회관|광장|공원|단지|파크|정류장|역|병원|대학교?|캠퍼스|학교|"
    r"도서관|교육장|연수원|회의장|호텔|"
    r"스퀘어|플라자|타워|마당|강당|시장|의회|국회|현장|공장|마을|극장|문화원|박물관|미술관|체육관|경기장|운동장|컨벤션|"
    r"컨벤션센터|코엑스|엑스코|벡스코|킨텍스|진흥원|연구원|연구소|재단|사무[소처국]|본[사부]|사옥|빌딩|부지|터|부두|공항|"
    r"터미널|농장|농협|조합|경로당|체육센터|주차장|아트홀|교회|성당|정수장|처리장|발전소|놀이터|거리|골목)"
    r"(?: ?(?:본관|별관|신관|본부동|[가-힣A-Z]{1,3}동|앞|일원|일대|로비|옥상|야외|내|\d{1,2}층|\d{2,4}호))?"
)
_NOTES = regex(r"[^,/]+")
_MARKS = "‘'「『"
_OPEN, _CLOSED = "(（", ")）"
_LABEL_ENDS = regex(r"\s?(?:개최|진행|실시|거행)?\s?(?:예정|계획|일시|일정|일자|일|날짜)?")
_SPEAKS = regex(r"(?:발표|브리핑|설명|회견)\s?[:：]")
_FALSE_DAY = regex(r"\s?(?:[~∼]|[-–] ?\d)")
_LED = frozenset(("meeting", "pact", "visit", "show", "loose"))
_KINDS = frozenset(("meeting", "session", "pact", "visit", "show", "tour", "loose"))


def scheduled(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """One event for each line of a schedule whose words behind the day end with the head of an event's name."""
    text, published = analysis.text, analysis.document.published
    for line in _LINE.finditer(text):
        sentence = analysis.sentence_at(line.start("rest"))
        if (
            sentence is None
            or sentence.block not in ("body", "table", "subtitle")
            or _FALSE_DAY.match(text, line.end("d"))
        ):
            continue
        told = _named(text, line.start("rest") + (line["rest"][0] in _MARKS), line.end("rest"), mentions)
        if told is None:
            continue
        name, begin, end, place = told
        iso = _day(line, published)
        if iso is None:
            continue
        people = tuple(mentions.within(Span(line.start("rest"), line.end("rest")), "person"))
        head = Mention(begin, end, "event", Name(name, ("meeting",)), "event-head")
        yield _event(name, head, begin, Span(line.start("m"), line.end("d")), iso, place, people)


def _named(text: str, begin: int, end: int, mentions: Mentions) -> tuple[str, int, int, Mention | None] | None:
    """The name in the first cell of a line, with its place: the next cell, or the bracket behind the name."""
    cut = next((m for m in _CELLS.finditer(text, begin, end) if not _in_bracket(text, begin, m.start())), None)
    first = cut.start() if cut is not None else end
    beside = _CELLS.search(text, cut.end(), end) if cut is not None else None
    cell = Span(cut.end(), beside.start() if beside is not None else end) if cut is not None else None
    heads = [m for m in mentions.within(Span(begin, first), "event") if m.value.classes[0] in _KINDS]
    heads = [m for m in heads if not m.value.text.endswith("계약")]  # a day in the course of a tender
    if not heads:
        room = _ROOM.fullmatch(text, begin, first)
        if room is None or cut is None or _SPEAKS.search(text, cut.end(), end) is None:
            return None
        where = Mention(begin, first, "place", Name(text[begin:first].strip()), "place-of-event")
        return "브리핑", begin, first, where
    head = heads[-1]
    behind = _NAMED.fullmatch(text, head.end, first)
    if behind is None or _STOPS.search(text, begin, head.begin):
        return None
    place = place_in(text, cell) if cell is not None else None
    at = head.value.text.rpartition(" ")[0] if place is None else ""
    if at and (before := place_in(text, Span(head.begin, head.begin + len(at)))) is not None:
        place = before
        head = Mention(before.end + 1, head.end, "event", Name(text[before.end + 1 : head.end]), head.rule)
        begin = head.begin
    if place is None and behind["note"]:
        note = behind.start("note")
        parts = [(note + m.start(), note + m.end()) for m in _NOTES.finditer(behind["note"])]
        place = next((p for b, e in parts if (p := place_in(text, Span(b, e))) is not None), None)
    name = " ".join(text[begin : head.end].split()) if head.begin - begin <= _SHORT else head.value.text
    return name, begin if name != head.value.text else head.begin, head.end, place


def _day(line: re.Match[str], published: str | None) -> str | None:
    """The day of a line; without its year the one nearest to when the text came out."""
    month, day = int(line["m"]), int(line["d"])
    if line["y"]:
        return f"20{line['y'][-2:]}-{month:02}-{day:02}"
    return nearest(month, day, published) if published is not None else None


_SHORT = 24
_STOPS = regex(r"[:“”]|\.(?!\d)")


def _in_bracket(text: str, begin: int, place: int) -> bool:
    """Whether a bracket that opens behind ``begin`` is still open at a place."""
    words = text[begin:place]
    return sum(words.count(c) for c in _OPEN) > sum(words.count(c) for c in _CLOSED)


def labelled(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """One event for each line that names it first and gives its day behind a colon."""
    text, published = analysis.text, analysis.document.published
    for line in _LABEL_FIRST.finditer(text):
        sentence = analysis.sentence_at(line.start("name"))
        if sentence is None or sentence.block not in ("body", "table") or _FALSE_DAY.match(text, line.end("d")):
            continue
        begin, end = line.span("name")
        heads = [m for m in mentions.within(Span(begin, end), "event") if m.value.classes[0] in _LED]
        if not heads or _LABEL_ENDS.fullmatch(text, heads[-1].end, end) is None:
            continue
        head = heads[-1]
        iso = _day(line, published)
        if iso is None:
            continue
        place: Mention | None = None
        people: tuple[Mention, ...] = ()
        if line["rest"]:
            rest = line.start("rest")
            parts = [Span(rest + m.start(), rest + m.end()) for m in _NOTES.finditer(line["rest"])]
            place = next((p for part in parts[:2] if (p := place_in(text, part)) is not None), None)
            people = tuple(mentions.within(Span(*line.span("rest")), "person"))
        begin = begin if head.end - begin <= _SHORT else head.begin
        name = " ".join(text[begin : head.end].split())
        yield _event(name, head, begin, Span(line.start("m"), line.end("d")), iso, place, people)


def _event(
    name: str, head: Mention, begin: int, day: Span, iso: str, place: Mention | None, people: tuple[Mention, ...]
) -> Event:
    return Event(
        rule="event-outline",
        evidence=tuple(sorted((day, Span(begin, head.end)))),
        features=("held", "dated", *(("placed",) if place else ()), *(("attended",) if people else ())),
        event=Mention(begin, head.end, "event", Name(name, ("meeting",)), "event-head"),
        name=name,
        names=tuple(n for n in (name.rpartition(" ")[2],) if n != name and len(n) > 2),
        date=iso,
        place=place,
        participants=people,
    )


def place_in(text: str, cell: Span) -> Mention | None:
    """The words of a cell as a place, where they end with a word for one."""
    words = cell.of(text).strip()
    if not 2 <= len(words) <= 30 or _PLACE.fullmatch(words) is None:
        return None
    begin = cell.begin + cell.of(text).index(words)
    return Mention(begin, begin + len(words), "place", Name(words), "place-of-event")
