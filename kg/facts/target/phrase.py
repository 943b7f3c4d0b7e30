"""The noun phrase that ends at a word: where it begins, the clause that describes it, how the graph writes it."""

from kg.facts.target.figure import Figure
from kg.facts.target.words import TargetWords
from kg.language.model import Token
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

NOUN = frozenset(
    ("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "NR", "SO", "SSO", "SSC", "JC", "SW", "ETN")
)
_LABEL = regex(
    r"^(?:\([^)]{1,10}\)\s*)?"
    r"(?:(?:연간|매년|해마다|한 해|총|모두|누적|(?:연말|연내|올해|내년|임기|하반기|상반기)까지)\s+(?=\S+))?"
)
_STRAY = regex(r"^(?:에|에서|의|을|를|은|는|으로|로) (?=[가-힣A-Za-z])")
"""A particle of the word before, where that is a number in a sign (12만㎡에 데이터센터)."""
_NO_START = ("SSC", "JC", "JKG", "SO", "XSN", "SP")
_WHEREABOUTS = regex(r"(?:[가-힣]+ )*?(?:일대|일원|인근|주변)(?:의)? ")
_AMONG = regex(
    r"(?:이를|[^,.“”]{1,24}[을를]) (?:위해|위하여|통해) (?=[가-힣A-Za-z])|"
    r"[^,.“”]{1,40}[을를] (?:비롯한|포함한|제외한|뺀|중심으로 한|아우른|망라한) (?:모든 |전체 |각 |여러 )?"
    r"(?=[가-힣A-Za-z])"
)
"""What only names some of those counted: 중앙역을 비롯한 역 9곳."""
_LONG_SITE = regex(r"[가-힣A-Za-z0-9]{3,}(?:산업단지|산단|클러스터|특구|단지)의? (?=[가-힣]{3,})")
_PLACES = regex(r"(?<![가-힣])[가-힣]{1,5}\d?([동면읍리시군구도섬])(?:과|와|·|, ?| 및) ?[가-힣]{1,5}\d?\1(?:의)? ")
_LONGEST = 34
_SHORT = 12
_FEW = 10
_DESCRIBED = 24
_CLOSING = {"’": "‘", "'": "'‘", "」": "「", "』": "『", "”": "“", '"': '"“', ">": "<", "》": "《", "〉": "〈"}
_DISTRICTS = frozenset(("도", "시", "군", "구", "시도", "시군", "시군구", "광역시", "자치구", "읍면동", "지자체"))
_BOUNDS = frozenset(("미만", "이상", "이하", "이내", "초과", "규모", "안팎", "내외"))
_STRAYS = frozenset(("데", "바", "뿐", "채", "등", "때", "즈음", "무렵"))
"""Nouns that only close the clause before: 3년째인데 참여업체는."""
_STRAYED = regex(r"^(?:[*＊※·\-]+ ?|(?:이내|내) (?=[가-힣]{2}))")
_DONE = frozenset(
    (
        "감소",
        "증가",
        "향상",
        "절감",
        "단축",
        "개선",
        "상승",
        "하락",
        "확대",
        "축소",
        "감축",
        "저감",
        "증대",
        "인상",
        "인하",
        "달성",
        "확보",
        "제고",
    )
)
"""What is told of a number that stands before such a word."""
_BULLETS = frozenset("△▲▽▼○●◎□■◇◆▷▶※☆★ㆍ①②③④⑤⑥⑦⑧⑨⑩❍❑▪◦")


def tidied(measure: str) -> str:
    """The words for what is counted without what strayed into them: a footnote's star, half a bracket, 2분 내."""
    words = _STRAYED.sub("", measure)
    for closing, opening in (("」", "「"), ("』", "『"), (")", "("), ("]", "["), ("’", "‘"), ("”", "“")):
        if closing in words and opening not in words:
            words = words.replace(closing, "")
    return words.strip() or measure


def phrase(fig: Figure, end: int) -> Span | None:
    """The noun phrase that ends with a token: its nouns, a genitive, and the clause that describes its head."""
    tokens, text_end = fig.tokens, tokens_end(fig, end)
    if end < 0 or (tokens[end].tag not in NOUN and tokens[end].tag != "NP"):
        return None
    if tokens[end].tag == "NP":
        return Span(tokens[end].begin, tokens[end].end)
    opened = _opening(tokens, end)
    if opened is not None and tokens[opened].tag == "SSO" and tokens[end].form in _CLOSING:
        return Span(tokens[opened].begin, tokens[end].end)
    begin = phrase_begin(tokens, end)
    for k in range(end, begin - 1, -1):
        hit = next((m for m in fig.marks if m.begin <= tokens[k].begin < m.end), None)
        if hit is not None and k < end and hit.kind == "quantity" and hit.value.unit == "인" and hit.value.value < _FEW:
            continue  # 1인 가구
        if hit is not None or (k < end and tokens[k].form in ("등", "대신", "외")):
            begin = k + 1
            if hit is not None and hit.kind == "quantity" and k < end - 1 and tokens[begin].form in _DISTRICTS:
                begin += 1  # 5개 광역시 응급실
            if hit is not None and k < end - 1 and tokens[begin].form in _BOUNDS:
                begin += 1  # 50인 미만 사업장
            if hit is not None and _is_deed_before(tokens, begin, end):
                begin += 2  # 불량률 42% 감소와 생산성 20% 향상
            break
    cut = _opening(tokens, end, begin)
    if cut is not None:
        return Span(tokens[cut].begin, text_end)
    while begin <= end and (
        tokens[begin].tag in _NO_START
        or (tokens[begin].form in fig.words.aside and not _is_joined(tokens, begin, end))
        or _is_time(fig, begin)
        or (begin < end and tokens[begin].form in _STRAYS and tokens[begin].tag == "NNB")
    ):
        begin += 1
    if begin > end:
        return None
    while begin and tokens[begin].tag == "ETN" and tokens[begin - 1].tag.startswith(("VV", "VA", "XS")):
        begin -= 1  # 끼임 사고, 넘어짐 감지
    while begin > 1 and _is_half(tokens, begin):
        begin -= 2
    if begin and tokens[begin - 1].tag == "MM" and tokens[begin - 1].end == tokens[begin].begin:
        begin -= 1  # 본단지, 신청사
    if begin > 0 and tokens[begin - 1].tag == "ETM" and not _is_time(fig, begin - 1):
        begin = _relative(fig, begin)
    place = tokens[begin].begin
    return Span(place, text_end) if place < text_end else None


def _is_deed_before(tokens: tuple[Token, ...], begin: int, end: int) -> bool:
    """Whether a phrase begins with what is done to the number before it, joined to the next: «42% 감소와 생산성»."""
    if begin + 1 >= end or tokens[begin].form not in _DONE:
        return False
    return tokens[begin + 1].tag in ("JC", "SP") or tokens[begin + 1].form == "및"


def _is_half(tokens: tuple[Token, ...], begin: int) -> bool:
    """Whether a phrase begins with the second of two words that share their end (석·박사, 초·중학교)."""
    dot, one = tokens[begin - 1], tokens[begin - 2]
    tight = one.end == dot.begin and dot.end == tokens[begin].begin
    return dot.form in "·‧ㆍ" and tight and one.end - one.begin == 1 and one.tag.startswith(("NN", "XPN", "XR", "MM"))


def _is_joined(tokens: tuple[Token, ...], k: int, end: int) -> bool:
    """Whether a noun is written as one word with the next (시범학교), so that it is part of the name."""
    return k < end and tokens[k].tag == "NNG" and tokens[k + 1].tag == "NNG" and tokens[k + 1].begin == tokens[k].end


def phrase_begin(tokens: tuple[Token, ...], end: int) -> int:
    k = end
    while k >= 0 and (tokens[k].tag in NOUN or (tokens[k].tag == "JKG" and k < end)):
        if tokens[k].form in _BULLETS or (k < end and tokens[k + 1].begin - tokens[k].end > 1):
            break
        k -= 1
    return k + 1


def _is_time(fig: Figure, k: int) -> bool:
    """Whether a word at the head of a phrase only tells when (시험했을 때 적중률, 같은 기간 인력)."""
    tokens = fig.tokens
    if tokens[k].form in fig.words.when:
        return True
    return tokens[k].form in ("기간", "시기", "해") and k > 1 and tokens[k - 2].form in ("같", "이")


def _opening(tokens: tuple[Token, ...], end: int, begin: int | None = None) -> int | None:
    """Where the mark opens that closes at ``end``, or inside ``begin`` … ``end`` without opening there."""
    low = end if begin is None else begin
    closing = next((k for k in range(end, low - 1, -1) if tokens[k].tag == "SSC" and tokens[k].form in _CLOSING), None)
    if closing is None:
        return None
    for k in range(closing - 1, max(-1, closing - 14), -1):
        if tokens[k].tag == "SSO" and tokens[k].form in _CLOSING[tokens[closing].form]:
            return k if begin is None or k < begin else None
    return None


def _relative(fig: Figure, begin: int) -> int:
    """The first token of the clause that describes the noun at ``begin``; the noun itself if the clause counts."""
    tokens = fig.tokens
    k, limit = begin - 1, tokens[begin].begin - _LONGEST
    while k >= 0 and tokens[k].begin >= limit:
        t = tokens[k]
        if t.tag in ("SP", "SF", "EF", "SSO", "SSC", "MAJ") or (t.tag == "JX" and t.form in ("은", "는")):
            break
        if t.tag == "EC" and t.form in ("고", "며", "면", "으면", "지만", "는데", "은데", "ᆫ데", "면서", "도록", "기"):
            break
        if t.tag == "ETM" and k < begin - 1 and tokens[k + 1].form not in ("데", "수"):
            break
        told = mark_at(fig, t)
        if told is not None and told.kind == "quantity" and told.value.value == 1:
            k -= 1  # 민원 한 건 처리하는 데 걸리는 시간
            continue
        if told is not None and told.kind not in ("date", "period") and t.form not in ("간", "동안"):
            link = next((i for i in range(k + 1, begin) if tokens[i].tag == "EC" and tokens[i + 1].tag != "VX"), None)
            if link is None and tokens[begin].form not in fig.words.generic:
                return begin
            k = link if link is not None else next((i for i in range(k, begin) if tokens[i].tag == "JKO"), begin - 1)
            break
        if told is not None:
            if any(x.tag == "VX" for x in tokens[k + 1 : begin]):
                return begin
            k += 1 if tokens[k + 1].tag in ("JX", "JKB") else 0
            break
        if t.tag in ("MAG", "NNB", "NNG") and t.form in fig.words.aside:
            break
        k -= 1
    else:
        if k >= 0:
            return begin
    first = k + 1
    while first < begin and (
        (tokens[first].tag[0] in "JEX" and tokens[first].tag not in ("XPN", "XR"))
        or tokens[first].form in fig.words.when
    ):
        first += 1
    by_whom = k >= 0 and tokens[k].tag == "MAG" and tokens[first].tag == "VV" and tokens[k].end < tokens[first].begin
    return begin if by_whom and tokens[begin].form not in fig.words.generic else first  # 수료생이 직접 푸는 과제


def named_in_marks(fig: Figure, span: Span, text: str) -> Span | None:
    """The whole name of which the span is a part, where it stands between name marks."""
    closing = text[span.end : span.end + 1]
    opening = text.rfind(_CLOSING.get(closing, "\n")[:1], max(fig.sentence.begin, span.end - 30), span.begin + 1)
    return Span(opening, span.end + 1) if closing in _CLOSING and opening >= 0 else None


def shortened(fig: Figure, span: Span, text: str) -> Span:
    """A long phrase without the clause that describes it, and without two places that only tell where."""
    among = _AMONG.match(text, span.begin, span.end)
    if among is not None and among.end() < span.end:
        span = Span(among.end(), span.end)
    around = _WHEREABOUTS.match(text, span.begin, span.end)
    if around is not None and around.end() < span.end - 1:
        span = Span(around.end(), span.end)
    site = _LONG_SITE.match(text, span.begin, span.end)
    if site is not None:
        span = Span(site.end(), span.end)  # ○○일반산업단지 부품업체
    places = [m for m in _PLACES.finditer(text, span.begin, span.end) if m.end() < span.end - 1]
    if places:
        span = Span(places[-1].end(), span.end)
    if span.end - span.begin <= _SHORT:
        return span
    described = fig.mention.kind == "percent" and span.end - span.begin <= _DESCRIBED
    if described and fig.words.rate.search(span.of(text)) is None:
        return span  # what is a share of something tells itself by its description alone
    inside = [k for k, t in enumerate(fig.tokens) if span.begin <= t.begin < span.end]
    if not inside:  # told in another sentence
        return span
    ends = [k for k in inside if fig.tokens[k].tag == "ETM" and k < inside[-1]]
    begin = ends[-1] + 1 if ends else inside[0]
    rest = text[fig.tokens[begin].begin : span.end]
    if ends and (says_little(rest, fig.words) or len(rest.strip()) < 2):
        return span
    return Span(fig.tokens[begin].begin, span.end)


def undescribed(fig: Figure, span: Span) -> Span:
    """The phrase without the clause that describes it (낙상을 알아채는 카메라 → 카메라), unless one letter is left."""
    inside = [k for k, t in enumerate(fig.tokens) if span.begin <= t.begin < span.end]
    ends = [k for k in inside[:-1] if fig.tokens[k].tag == "ETM"]
    begin = fig.tokens[ends[-1] + 1].begin if ends else span.begin
    return Span(begin, span.end) if span.end - begin > 1 else span


def says_little(noun: str, words: TargetWords) -> bool:
    """Whether a noun alone does not tell what is counted (기업, 관내 기업, 시간)."""
    *before, head = noun.split() or [""]
    return head in words.generic and all(w in words.where for w in before)


def is_pronoun(text: str, words: TargetWords) -> bool:
    """Whether the phrase only points back (이를, 그 수를)."""
    return text.strip().removeprefix("그 ").removeprefix("이 ") in words.pronoun


def letter_pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring letters of a measure's words, spaces left out."""
    letters = words.replace(" ", "")
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def worded(text: str) -> str:
    """The words of a phrase as the graph writes them: white space folded, stray marks dropped."""
    words = _STRAY.sub("", _LABEL.sub("", " ".join(text.split()))).strip(" ,·△▲○-*'\"‘’“”「」『』")
    for opening, closing in ("()", "‘’", "''", "“”"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, " ").replace(closing, "")
    return " ".join(words.split())


def told_briefly(fig: Figure, span: Span, text: str) -> str:
    """The phrase as the graph writes it, without a long description of what its own words name."""
    return worded(shortened(fig, span, text).of(text))


def head_word(text: str) -> str:
    """The last word of a phrase."""
    words = worded(text).split()
    return words[-1] if words else ""


def tokens_end(fig: Figure, end: int) -> int:
    """Where the words up to a token end."""
    return max(t.end for t in fig.tokens[max(0, end - 1) : end + 1]) if end >= 0 else 0


def mark_at(fig: Figure, token: Token) -> Mention | None:
    """The date or other number in which a token stands."""
    place = token.begin
    return next((m for m in fig.marks if m.begin <= place < m.end and m.begin != fig.mention.begin), None)
