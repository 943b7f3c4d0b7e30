"""Names of events: noun phrases whose head is a kind of gathering or act (착수보고회, ‘○○ 비전 선포식’, 제3차 회의)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.language.model import Analysis, QuotedSpan, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_NOMINAL = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "NR", "SO"))
_STOPS = frozenset(
    (
        "이날",
        "이번",
        "초",
        "말",
        "최근",
        "오전",
        "오후",
        "당시",
        "올해",
        "내년",
        "지난해",
        "이후",
        "동안",
        "때",
        "중",
        "뒤",
        "전",
        "후",
        "등",
        "매년",
        "매월",
        "매주",
        "정오",
        "여",
        "것",
        "수",
        "곳",
        "첫날",
        "앞",
        "하루",
        "시각",
    )
)
_NOUNS = frozenset(("NNG", "NNP", "NNB", "SL", "XSN", "XSV", "XSA", "XSM"))
_BOUND = regex(
    r"(?=[^가-힣]|에서|에는|에도|에|을|를|이[ ,]|가[ ,]|은|는|도|의|과|와|로|으로|서[ ,]|까지|부터|"
    r"이다|이며|였|인|마다|때|당일|장에서|현장|자리|$)"
)
_LONGEST_NAME = 60
_HEADS_OF_GOVERNMENT = ("시장", "군수", "구청장", "지사", "교육감", "대통령", "총리", "장관", "의장", "위원장")
_SITTINGS = frozenset(("임시회", "정례회", "본회의"))
_BEFORE_NUMBER = ("제", "첫")
_CALLED_END = regex(r"(?:\s?(?:행사|프로그램))?(?P<particle>이|가|은|는|을|를|도|에는|에)?(?:(?<=에)서)?(?=[\s,])")
_TAKES_PLACE = regex(r"(?:열[린렸리]|개최|개막|폐막|펼쳐|치러|치[렀르른]|막(?:을|이)\s?(?:올|오르|내)|성료|성황리)")
_OPENS = regex(r"(?:열었|열고|연다|열어|열며|열\s|여는|연\s|엽니|열린|열기로|열겠|열려고|열자|엶|개최)")
_HELD = regex(r"(?:(?:에서|에|[이가]) (?:연|여는|열)|(?:개최|마련|주최|주관|진행)(?:한|하는|할)|열린|열리는|열릴) $")
_GATHERS = regex(
    r"(?:날|마당|대전|밤|토크|쇼|쇼케이스|데이|데이즈|장터|대화|배틀|리그|컵|투어|파티|마켓|라운드|어워드"
    r"|회|제|전|캠프|밋업|오픈런|살롱|런|"
    r"Day|DAY|Show|Week|Fair|Festa)$"
    r"|(?<=[‘'“\"「『])(?:찾아가는|찾아온|이동|움직이는|달리는|일일|1일|하루|현장) [^’'」]{0,16}"
    r"(?:상담소|상담실|상담|교실|사무소|시장실|군수실|도지사실|구청장실|민원실|의회|학교|장터|진료소|체험관|창구|상담회)$"
)
_CEREMONY = regex(
    r"(?<![가-힣])(?P<what>[가-힣]{2,8}(?:식|행사|대회|축제|보고회|설명회|발표회|토론회|간담회))[’'”\"」』]?"
    r"(?:[을를] (?:[가-힣]{1,6}(?:에서|으로|히|게) ){0,2}"
    r"(?:열었|열고|연다|열어|엽니|여는|연 |열 |개최|거행|가졌|갖는|갖고|치렀|치른)|"
    r"[이가] (?:[가-힣]{1,6}(?:에서|으로|히|게) ){0,2}(?:열[렸린리릴]|개최[된됐되]|거행[된됐되]|치러))|"
    r"(?<![가-힣])(?P<show>[가-힣]{2,8}(?:제|전|한마당|주간))[’'”\"」』]?[이가] "
    r"(?:[가-힣]{1,6}(?:에서|으로|히|게) ){0,2}(?:열[렸린리릴]|개막)"
)
_NO_CEREMONY = regex(
    r"(?:방|형|양|공|지|주|음|의|인|상|정|약|간|급|회|좌|입|한|구|신|격|도|수|등|분|휴|절|단|폭|종|개|서|중|일|외)식$"
)
"""Nouns that only end as ceremonies do: 방식, 형식, 주식."""
_ROOM_BEFORE = regex(
    r".*(?:회의실|브리핑룸|브리핑실|강당|세미나실|다목적홀|기자실|회견장|본회의장|집무실|접견실|프레스센터) "
)
_DAY_OF = regex(r"[가-힣]{1,10}의 $")
_OPENED = ("개소", "개관", "개원", "개장", "개실", "현판", "준공", "착공", "기공", "입주", "이전")
"""Ceremonies of which a room before them is the thing, not the place: 상황실 개소식."""
_CLAUSE_END = regex(r"(?:다|요|까|라)\.?$|[.?!]")


@lru_cache(maxsize=8)
def head_classes(lexicon: Lexicon) -> dict[str, str]:
    """The head words of events with their class (table ``event_nouns``)."""
    return {row["word"]: row["class"] for row in lexicon.rows("event_nouns")}


@lru_cache(maxsize=8)
def _lengths(lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    """How long the head words are that end with two letters, the longest first."""
    found: dict[str, list[int]] = {}
    for word in head_classes(lexicon):
        found.setdefault(word[-2:], []).append(len(word))
    return {tail: tuple(sorted(set(lengths), reverse=True)) for tail, lengths in found.items()}


def find_events(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """A mention for each phrase that could name an event; its value's one class is the class of its head word."""
    classes = head_classes(lexicon)
    found: dict[int, Mention] = {}
    for sentence, begin, end in _head_words(analysis, lexicon):
        mark = _mark_around(analysis, begin, end)
        span = _extent(analysis, sentence, mentions, begin, end, mark)
        for other in [b for b, m in found.items() if span.begin <= b and m.end <= span.end]:
            del found[other]
        name = " ".join(analysis.text[span.begin : span.end].split())
        rule = "event-marked" if mark is not None else "event-head"
        kind = (classes[analysis.text[begin:end]],)
        found[span.begin] = Mention(span.begin, span.end, "event", Name(name, kind), rule)
    taken = sorted(m.span for m in found.values())
    for mention in (*_called(analysis, taken), *_ceremonies(analysis, mentions, taken)):
        found.setdefault(mention.begin, mention)
    yield from found.values()


def _called(analysis: Analysis, taken: list[Span]) -> Iterator[Mention]:
    """Quoted names that a verb of taking place governs, whatever their last word: ‘○○ 수다회’가 열렸다.

    ``열다`` alone also opens shops and centres, so its object needs a last word of gatherings.
    """
    text = analysis.text
    for q in analysis.quoted:
        if not 4 <= q.end - q.begin <= 40 or not q.closed or (q.depth and not _in_speech(analysis, q)):
            continue
        if any(t.begin < q.end and q.begin < t.end for t in taken) or _CLAUSE_END.search(text, q.begin, q.end):
            continue
        sentence = analysis.sentence_at(q.begin)
        tail = _CALLED_END.match(text, q.end + 1)
        if sentence is None or sentence.block not in ("body", "caption") or tail is None or not tail["particle"]:
            continue
        stop = _next_clause(sentence, tail.end())
        passive = _TAKES_PLACE.search(text, tail.end(), stop)
        opened = tail["particle"] in ("을", "를", "도") and _GATHERS.search(text, q.begin, q.end)
        at = tail["particle"] in ("에", "에는") or tail.group().endswith("에서")
        held = _HELD.search(text, max(sentence.begin, q.begin - 12), q.begin - 1) is not None
        if (held if at else passive) or (opened and _OPENS.search(text, tail.end(), stop)):
            name = Name(" ".join(text[q.begin : q.end].split()), ("called",))
            yield Mention(q.begin, q.end, "event", name, "event-marked")


def _in_speech(analysis: Analysis, name: QuotedSpan) -> bool:
    """Whether a name is quoted by one who speaks, not inside another name."""
    around = [q for q in analysis.quoted if q.begin < name.begin and name.end < q.end]
    return name.depth == 1 and any(q.double and q.end - q.begin > _LONGEST_NAME for q in around)


def _ceremonies(analysis: Analysis, mentions: Mentions, taken: list[Span]) -> Iterator[Mention]:
    """Gatherings that end as many do, of which a verb says that they are held (결단식을 연다, 벚꽃제가 열린다)."""
    for told in _CEREMONY.finditer(analysis.text):
        begin, end = told.span("what") if told["what"] else told.span("show")
        sentence = analysis.sentence_at(begin)
        if (
            sentence is None
            or sentence.block not in ("body", "caption")
            or _NO_CEREMONY.search(analysis.text, begin, end)
        ):
            continue
        if any(t.begin < end and begin < t.end for t in taken):
            continue
        span = _extent(analysis, sentence, mentions, begin, end, _mark_around(analysis, begin, end))
        yield Mention(
            span.begin,
            span.end,
            "event",
            Name(" ".join(analysis.text[span.begin : span.end].split()), ("meeting",)),
            "event-head",
        )


def _next_clause(sentence: Sentence, begin: int) -> int:
    """The end of the first predicate behind a place: no other clause stands before it."""
    tokens = sentence.tokens
    for i in range(bisect_left(tokens, begin, key=lambda t: t.begin), len(tokens)):
        if tokens[i].tag.startswith(("VV", "XSV", "VA")):
            return min(sentence.end, tokens[i].end + 3)
    return sentence.end


def _head_words(analysis: Analysis, lexicon: Lexicon) -> Iterator[tuple[Sentence, int, int]]:
    """Where the head words of events stand that end a noun (시의회의 is no 회의), with their sentences."""
    text, lengths, classes = analysis.text, _lengths(lexicon), head_classes(lexicon)
    for sentence in analysis.sentences:
        done = sentence.begin
        for token in sentence.tokens:
            if token.tag not in _NOUNS:
                continue
            end = token.end
            possible = lengths.get(text[end - 2 : end])
            if possible is None or not _BOUND.match(text, end, sentence.end):
                continue
            begin = next((end - n for n in possible if end - n >= done and text[end - n : end] in classes), None)
            if begin is not None:
                done = end
                yield sentence, begin, end


def _mark_around(analysis: Analysis, begin: int, end: int) -> QuotedSpan | None:
    """The quoted name that ends with the head, if the head stands in one."""
    for q in analysis.quoted:
        if q.begin > begin:
            return None
        if q.begin <= begin and end == q.end and q.end - q.begin <= _LONGEST_NAME:
            return q
    return None


def _extent(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int, mark: QuotedSpan | None
) -> Span:
    """The whole name: the quoted words, or the head with the nouns before it."""
    if mark is not None:
        return Span(mark.begin, end)
    tokens, text = sentence.tokens, analysis.text
    i = max(0, bisect_right(tokens, begin, key=lambda t: t.begin) - 1)
    while i > 0 and tokens[i].begin > begin:
        i -= 1
    left = begin
    stops = mentions.within(Span(sentence.begin, begin), "date", "person", "time", "period", "title")
    stops = [
        m for m in stops if m.kind != "title" or not (_is_whose(m, stops, text, begin) or _is_paired(m, stops, text))
    ]
    for token in _leftward(tokens, i, begin):
        if any(m.begin <= token.begin < m.end for m in stops) or token.form in _STOPS:
            break
        if token.tag == "NNB" and token.form in ("일", "월", "년", "시"):
            break
        if token.tag == "SSC":
            quoted = _quoted_before(analysis, token.begin)
            if quoted is not None and text[token.begin] == "」" and text[begin:end] in _SITTINGS:
                break  # 「○○ 조례」 제302회 임시회에서
            if quoted is not None:
                return Span(quoted.begin - 1, end) if begin - quoted.begin <= 40 else Span(left, end)
            if text[token.begin] != ")":
                break
        elif token.tag == "SSO":
            if text[token.begin] != "(":
                break
        elif (
            token.tag not in _NOMINAL and token.form not in ("및", "·", "ㆍ", "‧") and token.form not in _BEFORE_NUMBER
        ):
            break
        if begin - token.begin > _LONGEST_NAME:
            break
        left = token.begin
    if text.count("(", left, end) > text.count(")", left, end):
        left = max(left, text.rfind("(", left, begin) + 1)  # 발언(제12회 정례회 예산결산특별위원회, …
    if text.startswith("날 ", left) and (whose := _DAY_OF.search(text, sentence.begin, left)) is not None:
        left = whose.start()  # 시민의 날 기념식
    if (room := _ROOM_BEFORE.match(text, left, begin)) is not None and not text.startswith(_OPENED, begin):
        left = room.end()  # 군청 대회의실 군민보고회에서
    while left < begin and text[left] in ")·ㆍ‧,.-–: ":
        left += 1
    if text.startswith("연 ", left):
        left += 2  # 현장에서 연 간담회, 15일 연 보고회
    if text.count("(", left, end) != text.count(")", left, end):
        left = begin
    return Span(left, end)


def _is_whose(title: Mention, beside: list[Mention], text: str, begin: int) -> bool:
    """Whether a title right before a head says for whom the gathering is (어촌계장 간담회): no person bears it."""
    deputies = title.value.bare.startswith("부") and title.value.bare.endswith(_HEADS_OF_GOVERNMENT)
    if text[title.end : begin] != " " or (title.value.bare.endswith(_HEADS_OF_GOVERNMENT) and not deputies):
        return False
    return not any(m.kind == "person" and (m.end > title.begin or title.begin - m.end < 2) for m in beside)


def _is_paired(title: Mention, stops: list[Mention], text: str) -> bool:
    """Whether a title stands in a pair of titles whose bearers meet (시장·군수 정책회의): no one person bears it."""
    others = [m for m in stops if m.kind == "title" and m is not title]
    return any(text[min(title.end, m.end) : max(title.begin, m.begin)] in ("·", "ㆍ", "‧") for m in others)


def _leftward(tokens: tuple[Token, ...], i: int, begin: int) -> Iterator[Token]:
    k = bisect_left(tokens, begin, key=lambda t: t.begin) - 1
    if k < i and tokens[i].begin < begin:
        k = i
    while k >= 0:
        yield tokens[k]
        k -= 1


def _quoted_before(analysis: Analysis, place: int) -> QuotedSpan | None:
    """The quoted words whose closing mark stands at a place."""
    return next((q for q in analysis.quoted if q.end == place), None)
