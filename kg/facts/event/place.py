"""Where an event was held: the noun phrase with 에서."""

import re

from kg.facts.event.words import EventWords
from kg.language.model import Analysis, Sentence, Token
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_BRACKET = regex(r"\([^)]*\)\s*")
_NOMINAL = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "NR", "SO", "SW"))
_SAME = regex(r"(?:(?:같은|이|그|바로 그) (?:곳|장소|자리|건물|회의실|행사장)|이곳|그곳|여기|행사장|현지)에?서")
_BUILDING = regex(
    r"(?:국회|국회의원회관|정부\S{0,6}청사|[가-힣]{0,6}청사|[가-힣]{0,4}(?:도청|시청|군청|구청|교육청"
    r"|시의회|도의회|군의회|구의회)|"
    r"청와대|용산 대통령실|[가-힣]{1,10}(?:센터|회관|문화원|도서관|대학교|캠퍼스|컨벤션|플라자|호텔))(?= )"
)
_SPOT = regex(
    r"(?:역|역사|공원|시장|광장|센터|단지|산단|마을|항|공항|터미널|공장|현장|학교|대학교?|병원|거리|사거리|오거리|네거리|부두|회관|청사?)$"
)
"""How the name of a place ends at which somebody stops: 반달역 점검에서."""
_PARTICLE_INSIDE = regex(r"(?:에서|으로|에게|[은는을를의에])$")
_WORD = regex(r"(?<![가-힣A-Za-z])[가-힣A-Za-z]")
_FIRST = regex(r"(?:20\d\d(?:년)? ?|제\d+[회차] ?)")
_FRONT = regex(
    r"(?:[시도군구본신]청|청사|의회|국회|법원|본사|사옥|지사|[회구신]관|정문|후문|입구|역|역사|센터|광장|공원|"
    r"호텔|터미널|"
    r"시장|단지|공장|현장|부지|사무[소실]|대학교?|병원|학교|상가|당사|문) 앞$"
)
_GONE_TO = frozenset(("방문", "찾", "찾아가"))
_AND_THERE = frozenset(("어", "아", "여", "어서", "아서", "여서", "고"))
_LIES = regex(r" ?\([가-힣 ]{1,12}[시군구도읍면동](?: 소재)?\)$")
_ROOM_OF = regex(r" (?:[가-힣A-Za-z\d]+ )?[가-힣A-Za-z\d]*(?:실|홀|룸|강당|청사|회관|센터|본관|별관|사무[처국소])")
_NO_PLACE_END = regex(
    r"(?:회의|설명회|간담회|보고회|세미나|포럼|토론회|공청회|본회의|임시회|정례회|시정연설|회견|"
    r"브리핑|위원회|상임위|\d명?|억원|명|%|"
    r"선포식|출범식|개소식|착공식|준공식|기념식|협약식|발대식|특위|분과)$"
)


def place_of(
    analysis: Analysis,
    sentence: Sentence,
    mentions: Mentions,
    begin: int,
    end: int,
    events: list[Mention],
    words: EventWords,
) -> Mention | None:
    """The last noun phrase with 에서 (에 있는, 서) in a stretch of a sentence that can be a place."""
    tokens, text = sentence.tokens, analysis.text
    for k in range(len(tokens) - 1, 0, -1):
        t = tokens[k]
        if t.begin < begin or t.end > end or t.tag != "JKB" or t.form not in ("에서", "서"):
            continue
        if any(
            q.begin <= t.begin < q.end and q.double and q.end - q.begin > 30 and not q.begin <= end <= q.end
            for q in analysis.quoted
        ):
            continue
        found = _noun_phrase(tokens, k - 1, text, mentions)
        if found is None or found.begin < begin or _is_no_place(found.of(text), words):
            continue
        found = _without_region(text, found)
        if any(e.begin < found.end and found.begin < e.end and not _is_room_of(text, e, found) for e in events):
            continue
        return _place(text, found)
    return None


def _place(text: str, found: Span) -> Mention:
    return Mention(found.begin, found.end, "place", Name(" ".join(found.of(text).split())), "place-of-event")


def _without_region(text: str, found: Span) -> Span:
    """A place without the bracket behind it that only tells where it lies: 대회의실(한빛시 새터구)."""
    bracket = _LIES.search(text, found.begin, found.end)
    return Span(found.begin, bracket.start()) if bracket is not None and bracket.start() > found.begin + 1 else found


def _is_room_of(text: str, event: Mention, found: Span) -> bool:
    """Whether what reads as an event is the body whose room the place is: 자문회의 대회의실."""
    return event.end < found.end and _ROOM_OF.fullmatch(text, event.end, found.end) is not None


def place_at(analysis: Analysis, sentence: Sentence, mentions: Mentions, verb: int) -> Mention | None:
    """Where something was opened: the noun phrase with 에 right before the verb (산단 회관에 열었다)."""
    for k, t in enumerate(sentence.tokens):
        if k and t.tag == "JKB" and t.form == "에" and t.end + 1 == verb:
            found = _noun_phrase(sentence.tokens, k - 1, analysis.text, mentions)
            if found is not None:
                return _place(analysis.text, found)
    return None


_HOUR = regex(r"(?:(?:이른|늦은) )?(?:새벽|아침|오전|낮|한낮|정오|점심|점심때|오후|저녁|밤|늦저녁|초저녁) ")
_BRACKETED = regex(r"[’'”\"」』]? ?\((?P<place>[가-힣A-Za-z0-9][^()\n,]{1,24})\)")
_SITE = regex(
    r"(?:[시도군구본]청|청사|의회|국회|회관|센터|홀|관|실|룸|강당|광장|공원|캠퍼스|대학교?|학교|병원|호텔|공장|"
    r"단지|부지|터|역|항|장|앞"
    r"|마을|골목|거리|시장|경로당|도서관|연구원|진흥원|재단|파크|밸리|타워|빌딩|플라자|스튜디오|사무소|터미널|"
    r"공항|농장|하우스|마당)$"
)


def place_ending(analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int) -> Mention | None:
    """The place with which a sentence without a verb ends, behind ``begin``: 19일 저녁 한빛시 문화회관."""
    tokens = sentence.tokens
    last = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].tag not in ("SF", "SP", "SE", "SSC")), None)
    if last is None or tokens[last].begin < begin or not tokens[last].tag.startswith(("NN", "SL", "XSN")):
        return None
    found = _noun_phrase(tokens, last, analysis.text, mentions)
    if found is None or found.begin < begin or _SITE.search(found.of(analysis.text)) is None:
        return None
    if any(found.begin - m.end < 2 for m in mentions.within(Span(found.begin - 6, found.begin), "person")):
        return None  # a person's title: 주재: 홍길동 부시장
    hour = _HOUR.match(analysis.text, found.begin, found.end)
    found = Span(hour.end(), found.end) if hour is not None else found
    return _place(analysis.text, found)


def place_moved_to(analysis: Analysis, sentence: Sentence, mentions: Mentions, end: int) -> Mention | None:
    """Where those who met went on to, before ``end``: 대회의실로 자리를 옮겨."""
    tokens = sentence.tokens
    for k in range(1, len(tokens) - 1):
        if tokens[k].begin >= end:
            return None
        if tokens[k].tag == "JKB" and tokens[k].form in ("으로", "로") and tokens[k + 1].form == "자리":
            found = _noun_phrase(tokens, k - 1, analysis.text, mentions)
            if found is not None:
                return _place(analysis.text, found)
    return None


def place_visited(analysis: Analysis, sentence: Sentence, mentions: Mentions, end: int) -> Mention | None:
    """What was gone to before the gathering told at ``end``: 산단지원센터를 방문해 기업인들과 간담회를 갖고."""
    tokens = sentence.tokens
    for k in range(len(tokens) - 2, 1, -1):
        if tokens[k].end > end or tokens[k].form not in _GONE_TO or tokens[k - 1].tag != "JKO":
            continue
        if not any(t.tag == "EC" and t.form in _AND_THERE for t in tokens[k + 1 : k + 3]):
            continue
        found = _noun_phrase(tokens, k - 2, analysis.text, mentions)
        if found is not None:
            return _place(analysis.text, found)
    return None


def means_same_place(text: str, begin: int, end: int) -> bool:
    """Whether a stretch of text says that something took place where the event told before did."""
    return _SAME.search(text, begin, end) is not None


def place_before(sentence: Sentence, mentions: Mentions) -> Mention | None:
    """The last place that a sentence names: what 이곳에서 in the next one means."""
    places = mentions.within(sentence.span, "place")
    return Mention(places[-1].begin, places[-1].end, "place", places[-1].value, "place-of-event") if places else None


_ROOM_BESIDE = regex(
    r"(?:[가-힣A-Za-z]{2,12} ){0,2}[가-힣]{0,6}(?:회의실|브리핑룸|브리핑실|강당|세미나실|다목적홀|기자실|회견장|"
    r"본회의장|집무실|접견실"
    r"|프레스센터) ?"
)


def room_beside(text: str, sentence: Sentence, mentions: Mentions, event: Mention) -> Mention | None:
    """The room that stands before an event's name without a particle: 군수, 군청 대회의실 군민보고회에서."""
    taken = [m.end for m in mentions.within(Span(sentence.begin, event.begin), "date", "time", "person", "title")]
    begin = max([sentence.begin, *taken])
    for start in (m.start() for m in _WORD.finditer(text, begin, event.begin)):
        found = _ROOM_BESIDE.fullmatch(text, start, event.begin)
        if found is not None:
            name = found.group().strip()
            return Mention(start, start + len(name), "place", Name(name), "place-of-event")
    return None


def place_in_bracket(text: str, event: Mention) -> Mention | None:
    """The place in the bracket right behind an event's name (군정 설명회(군민광장)에서)."""
    told = _BRACKETED.match(text, event.end)
    if told is None or _SITE.search(told["place"]) is None:
        return None
    return Mention(*told.span("place"), "place", Name(told["place"]), "place-of-event")


def place_in_name(event: Mention, text: str) -> Mention | None:
    """The building with which an event's name begins: 국회 토론회, 동부청사 간담회, 도의회 시정연설."""
    found = _BUILDING.match(text, event.begin, event.end)
    if found is None:
        return None
    return Mention(found.start(), found.end(), "place", Name(found.group()), "place-of-event")


def _is_no_place(name: str, words: EventWords) -> bool:
    """Whether a phrase with 에서 names an occasion or a field, no place."""
    last = name.split()[-1]
    if last in ("현장", "앞") and " " in name and (last == "현장" or _FRONT.search(name)):
        return False
    return last in words.no_places or bool(_NO_PLACE_END.search(name))


def _noun_phrase(tokens: tuple[Token, ...], k: int, text: str, mentions: Mentions) -> Span | None:
    """The nouns that end with a token, without dates and people."""
    end, left = tokens[k].end, None
    while k >= 0:
        t = tokens[k]
        if t.tag == "SSC" and text[t.begin] in "’'”\"」":
            opening = max(text.rfind(o, 0, t.begin) for o in "‘'“\"「")
            while k >= 0 and tokens[k].begin > opening:
                left, k = tokens[k].begin, k - 1
            k -= 1
            continue
        if (
            t.tag not in _NOMINAL
            and not (t.tag == "SSC" and text[t.begin] == ")")
            and not (t.tag == "SSO" and text[t.begin] == "(")
        ):
            whole = _word_begin(text, left, mentions) if left is not None else None
            if whole is None:
                break
            left = whole
            while k >= 0 and tokens[k].begin >= left:
                k -= 1
            continue
        if t.form in ("이날", "오전", "오후", "최근", "당시", "시", "분", "일", "월") and t.tag in ("NNG", "NNB"):
            break
        if any(
            m.begin <= t.begin < m.end
            for m in mentions.within(Span(t.begin - 14, t.end + 14), "date", "time", "person", "period")
        ):
            break
        left, k = t.begin, k - 1
    if left is None or end - left < 2 or end - left > 40:
        return None
    bracket = _BRACKET.match(text, left, end)
    left = bracket.end() if bracket else left
    if text.count("(", left, end) > text.count(")", left, end):
        left = text.rindex("(", left, end) + 1  # 예산안 제출(군의회 본회의장
    while left < end and text[left] in ")’”' ·":
        left += 1
    return Span(left, end)


def _word_begin(text: str, left: int, mentions: Mentions) -> int | None:
    """Where the word begins in whose midst a noun was found that the analyser took apart (이화실, 소통큰마당)."""
    begin = left
    while begin and "가" <= text[begin - 1] <= "힣":
        begin -= 1
    if begin == left or left - begin > 5 or mentions.within(Span(begin, left), "date", "time", "person", "period"):
        return None
    return begin if _PARTICLE_INSIDE.search(text, begin, left) is None else None


def place_told_by_name(text: str, mentions: Mentions, candidate: Mention) -> Mention | None:
    """The sitting in which a speech was made, the building or the region that the name tells."""
    name = candidate.value.text
    if candidate.value.classes[0] == "tour":
        spot = name.rpartition(" ")[0]
        end = candidate.begin + len(spot)
        return Mention(candidate.begin, end, "place", Name(spot), "place-of-event") if _SPOT.search(spot) else None
    sitting = re.match(r".*(?:본회의|임시회|정례회)", name)
    if candidate.value.classes[0] == "speech" and sitting and candidate.rule == "event-head":
        end = candidate.begin + text[candidate.begin : candidate.end].index(sitting.group()[-3:]) + 3
        return Mention(candidate.begin, end, "place", Name(sitting.group()), "place-of-event")
    if (building := place_in_name(candidate, text)) is not None:
        return building
    if candidate.value.classes[0] in ("meeting", "show"):
        regions = mentions.within(candidate.span, "region")
        first = [m for m in regions if _FIRST.fullmatch(text, candidate.begin, m.begin)]
        return first[0] if first else None
    return None


def place_beside(text: str, sentence: Sentence, mentions: Mentions, event: Mention) -> Mention | None:
    """The place that the words round an event's name tell: a room before it, a bracket behind, the name itself."""
    room = room_beside(text, sentence, mentions, event)
    return room or place_in_bracket(text, event) or place_told_by_name(text, mentions, event)
