"""What a number counts, in words of the sentence: whose or where, and what."""

import re

from kg.facts.target.figure import Figure
from kg.language.model import Token
from kg.mentions.model import Mention
from kg.spans import Span

_NOUN = frozenset(
    ("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "NR", "SO", "SSO", "SSC", "JC", "SW", "ETN")
)
_SKIP = frozenset(
    (
        "약",
        "총",
        "모두",
        "최대",
        "최소",
        "연간",
        "연",
        "매년",
        "해마다",
        "평균",
        "각각",
        "추가",
        "누적",
        "기존",
        "현재",
        "지금",
        "올해",
        "내년",
        "내후년",
        "지난해",
        "작년",
        "당초",
        "하루",
        "한해",
        "연평균",
        "매달",
        "매월",
        "전체",
        "무려",
        "대략",
        "목표",
        "현행",
        "앞",
        "앞으로",
        "향후",
        "종전",
        "도합",
        "단계적",
        "순차적",
        "점차",
        "우선",
        "먼저",
        "다시",
        "또",
        "직접",
        "새로",
        "고작",
        "겨우",
        "같은",
        "첫해",
        "기준",
        "해",
        "첫",
        "시범",
        "당시",
        "지난",
        "오는",
        "까지",
        "이상",
        "말",
        "초",
        "연말",
        "적어도",
        "합쳐",
        "합해",
        "최종",
        "1차",
        "이번",
        "이날",
        "가운데",
        "중",
        "월",
        "월평균",
        "하루평균",
        "연내",
        "하반기",
        "상반기",
        "이달",
        "다음",
        "매회",
        "우선적",
        "더",
    )
)
_WHOLE = frozenset(("전체", "전부", "모두", "전원", "등"))
_LABEL = re.compile(r"^\([^)]{1,10}\)\s*")
_PRONOUNS = frozenset(
    ("이", "그", "이것", "그것", "이곳", "그곳", "이들", "여기", "수", "숫자", "인원", "규모", "대상")
)
_NO_START = ("SSC", "JC", "JKG", "SO", "XSN", "SP")
_WHEREABOUTS = re.compile(r"(?:[가-힣]+ )*?(?:일대|일원|인근|주변)(?:의)? ")
_SHARES_OF = frozenset(("절반", "전체", "전부", "대부분", "3분의", "모두"))
_REACHING = frozenset(("포함", "이르", "달하", "넘", "가깝", "육박", "상당"))
_LONGEST = 34
_SHORT = 16
_CLOSING = {"’": "‘", "'": "'‘", "」": "「", "』": "『", "”": "“", '"': '"“', ">": "<", "》": "《", "〉": "〈"}
_GENERIC = frozenset(
    (
        "곳",
        "사람",
        "업체",
        "기업",
        "점포",
        "가구",
        "명",
        "이들",
        "학교",
        "기관",
        "지역",
        "어르신",
        "청년",
        "학생",
        "환자",
        "여성",
        "노인",
        "시민",
        "주민",
        "인원",
        "비율",
    )
)
_BULLETS = frozenset("△▲▽▼○●◎□■◇◆▷▶※☆★ㆍ①②③④⑤⑥⑦⑧⑨⑩❍❑▪◦")


def counted(fig: Figure, start: int | None = None) -> tuple[Span, bool] | None:
    """The noun phrase that the number counts, and whether it stands right before the number.

    ``start`` is the token from which to look to the left, the number itself if None.
    """
    tokens = fig.tokens
    j = (fig.first if start is None else start) - 1
    for _ in range(24):
        j = _skip_left(fig, j)
        if j < 0:
            return None
        tag, form = tokens[j].tag, tokens[j].form
        if tag in ("JKO", "JKS", "JKG") or (tag == "JX" and form in ("은", "는", "도", "만")):
            span = phrase(fig, j - 1)
            return (span, tag == "JKG") if span else None
        if tag in _NOUN and tag not in ("SSO", "JC"):
            span = phrase(fig, j)
            return (span, True) if span else None
        if tag == "JKB":
            j = _phrase_begin(tokens, j - 1) - 1
            continue
        if tag == "ETM" and j > 1 and tokens[j - 1].tag == "VCP" and _is_one_word(tokens, j):
            begin = _phrase_begin(tokens, j - 2)
            return Span(tokens[begin].begin, tokens[j].end), True
        if tag == "ETM" and j > 1 and tokens[j - 1].tag == "VCP":
            if tokens[j - 2].form in _SHARES_OF and j > 2:
                j -= 3
                continue
            j = _phrase_begin(tokens, j - 2) - 1
            continue
        if tag == "ETM" and j > 1 and {t.form for t in tokens[j - 2 : j]} & _REACHING:
            while j > 0 and tokens[j].tag not in ("JKO", "JKB"):
                j -= 1
            j = _phrase_begin(tokens, j - 1) - 1
            continue
        return None
    return None


def _is_one_word(tokens: tuple[Token, ...], j: int) -> bool:
    """Whether a noun of two syllables was taken apart (상인 → 상 + 이다)."""
    noun = tokens[j - 2]
    return noun.tag == "NNG" and len(noun.form) == 1 and noun.end == tokens[j].begin and tokens[j].end == noun.end + 1


def counted_behind(fig: Figure) -> tuple[Span, int] | None:
    """The noun phrase behind the number that it counts (200명의 개발자를, 150개 기업을) and the token behind it."""
    tokens = fig.tokens
    begin = k = fig.after
    while k < len(tokens) and (tokens[k].tag in _NOUN or tokens[k].tag == ("JKG" if k > begin else "MM")):
        if tokens[k].tag == "SN" or tokens[k].tag == "SSO":
            return None
        k += 1
    listed = k > begin and (k >= len(tokens) or tokens[k].tag in ("SP", "SF")) and fig.mention.value.unit == "개"
    if k == begin or not (listed or (k < len(tokens) and tokens[k].tag in ("JKO", "JKS", "JX", "JKB"))):
        return None
    last = k - 1 if tokens[k - 1].form not in _WHOLE or k - 1 == begin else k - 2
    return Span(tokens[begin].begin, tokens_end(fig, last)), min(k, len(tokens) - 1)


def argument(fig: Figure, index: int, *tags: str) -> Span | None:
    """The noun phrase with one of the particles that stands nearest before a token, inside the clause."""
    tokens = fig.tokens
    for j in range(index - 1, max(-1, index - 24), -1):
        if tokens[j].tag in tags and j > 0:
            return phrase(fig, j - 1)
        if tokens[j].tag in ("EF", "SF"):
            return None
    return None


def _skip_left(fig: Figure, j: int) -> int:
    """Past adverbs, dates, other numbers and what belongs to them."""
    tokens = fig.tokens
    while j >= 0:
        t = tokens[j]
        same = t.form == "같" or (t.tag == "ETM" and j > 0 and tokens[j - 1].form in ("같", "지나", "오", "이르"))
        alone = j == 0 or tokens[j - 1].tag not in ("NNG", "NNP", "SL", "XSN") or tokens[j - 1].form in _SKIP
        if t.tag in ("MAG", "MAJ", "SP", "MM") or t.form in _SKIP or same or (t.form == "기간" and alone):
            j -= 1
            continue
        particle = t.tag in ("JX", "JKB", "JKG", "JKO", "JKS", "XSN") and j > 0
        told = _mark_at(fig, tokens[j - 1 if particle else j])
        if told is not None or (particle and tokens[j - 1].form in _SKIP):
            begin = told.begin if told is not None else tokens[j - 1].begin
            while j >= 0 and tokens[j].begin >= begin:
                j -= 1
            continue
        break
    return j


def _mark_at(fig: Figure, token: Token) -> Mention | None:
    """The date or other number in which a token stands."""
    place = token.begin
    return next((m for m in fig.marks if m.begin <= place < m.end and m.begin != fig.mention.begin), None)


def _phrase_begin(tokens: tuple[Token, ...], end: int) -> int:
    k = end
    while k >= 0 and (tokens[k].tag in _NOUN or (tokens[k].tag == "JKG" and k < end)):
        if tokens[k].form in _BULLETS:
            break
        k -= 1
    return k + 1


def phrase(fig: Figure, end: int) -> Span | None:
    """The noun phrase that ends with a token: its nouns, a genitive, and the clause that describes its head."""
    tokens, text_end = fig.tokens, tokens_end(fig, end)
    if end < 0 or (tokens[end].tag not in _NOUN and tokens[end].tag != "NP"):
        return None
    if tokens[end].tag == "NP":
        return Span(tokens[end].begin, tokens[end].end)
    opened = _opening(tokens, end)
    if opened is not None and tokens[opened].tag == "SSO" and tokens[end].form in _CLOSING:
        return Span(tokens[opened].begin, tokens[end].end)
    begin = _phrase_begin(tokens, end)
    for k in range(end, begin - 1, -1):
        hit = next((m for m in fig.marks if m.begin <= tokens[k].begin < m.end), None)
        if hit is not None or (k < end and tokens[k].form == "등" and tokens[k].tag == "NNB"):
            begin = k + 1
            break
    cut = _opening(tokens, end, begin)
    if cut is not None:
        return Span(tokens[cut].begin, text_end)
    while begin <= end and (tokens[begin].tag in _NO_START or tokens[begin].form in _SKIP or _is_time(tokens, begin)):
        begin += 1
    if begin > end:
        return None
    if begin > 0 and tokens[begin - 1].tag == "ETM" and not _is_time(tokens, begin - 1):
        begin = _relative(fig, begin)
    place = tokens[begin].begin
    return Span(place, text_end) if place < text_end else None


def _is_time(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a word at the head of a phrase only tells when (시험했을 때 적중률, 같은 기간 인력)."""
    if tokens[k].form in ("때", "뒤", "후", "이후", "동안", "달", "간", "사이"):
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


def named_in_marks(fig: Figure, span: Span, text: str) -> Span | None:
    """The whole name of which the span is a part, where it stands between name marks."""
    closing = text[span.end : span.end + 1]
    opening = text.rfind(_CLOSING.get(closing, "\n")[:1], max(fig.sentence.begin, span.end - 30), span.begin + 1)
    return Span(opening, span.end + 1) if closing in _CLOSING and opening >= 0 else None


def shortened(fig: Figure, span: Span, text: str) -> Span:
    """A long phrase without the clause that describes it, and without two places that only tell where."""
    around = _WHEREABOUTS.match(text, span.begin, span.end)
    if around is not None and around.end() < span.end - 1:
        span = Span(around.end(), span.end)
    if span.end - span.begin <= _SHORT:
        return span
    inside = [k for k, t in enumerate(fig.tokens) if span.begin <= t.begin < span.end]
    ends = [k for k in inside if fig.tokens[k].tag == "ETM" and k < inside[-1]]
    begin = ends[-1] + 1 if ends else inside[0]
    rest = text[fig.tokens[begin].begin : span.end]
    if ends and (rest.strip() in _GENERIC or len(rest.strip()) < 3):
        return span
    for k in inside:
        if k > begin and fig.tokens[k].tag == "JC" and k + 2 <= inside[-1]:
            one, other = fig.tokens[k - 1], fig.tokens[k + 1]
            if one.form[-1] == other.form[-1] and other.form[-1] in "동면읍리시군구도섬":
                begin = k + 2
    return Span(fig.tokens[begin].begin, span.end)


def deed(fig: Figure, text: str) -> Span | None:
    """What is done with or by what a number counts that names no noun (1140명이 진료를 받았다)."""
    tokens = fig.tokens
    begin = k = fig.after
    while k < len(tokens) and tokens[k].tag in ("NNG", "NNP", "SL", "XSN"):
        k += 1
    if k == begin:
        return None
    span = Span(tokens[begin].begin, tokens[k - 1].end)
    return span if span.end - span.begin > 1 else None


def achieved(fig: Figure) -> Span | None:
    """What those got who are a share of the ones just told (96%가 상담원 없이 답을 얻었다)."""
    tokens = fig.tokens
    for k in range(fig.after, min(len(tokens), fig.after + 14)):
        if tokens[k].tag == "JKO" and k > fig.after:
            return Span(tokens[fig.after].begin, tokens_end(fig, k - 1))
        if tokens[k].tag in ("EF", "EC", "SF"):
            return None
    return None


def topic_of(fig: Figure) -> Span | None:
    """The topic of the sentence, told with 은 or 는 before the number."""
    tokens = fig.tokens
    for k in range(1, fig.first):
        if tokens[k].tag == "JX" and tokens[k].form in ("은", "는", "ᆫ"):
            return phrase(fig, k - 1)
    return None


def receiver(fig: Figure) -> Span | None:
    """Who gets it, told before the number with 에게는 or 에는 (청소년에게는 한 사람에 연 10만원씩)."""
    j = _skip_left(fig, fig.first - 1)
    tokens = fig.tokens
    if j > 1 and tokens[j].tag == "JX" and tokens[j - 1].tag == "JKB":
        return phrase(fig, j - 2)
    return phrase(fig, j - 1) if j > 0 and tokens[j].tag == "JKB" and tokens[j].form == "에게" else None


def subject_before(fig: Figure, pronoun: Span) -> Span | None:
    """The subject of the clause before a pronoun (경보가 울리는데 시는 이를 …)."""
    at = next((k for k, t in enumerate(fig.tokens) if t.begin >= pronoun.begin), 0)
    end = next((k for k in range(at - 1, -1, -1) if fig.tokens[k].tag == "EC"), None)
    return argument(fig, end, "JKS") if end is not None else None


def tokens_end(fig: Figure, end: int) -> int:
    """Where the words up to a token end."""
    return max(t.end for t in fig.tokens[max(0, end - 1) : end + 1]) if end >= 0 else 0


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
        if t.tag == "ETM" and k < begin - 1 and tokens[k + 1].form != "데":
            break
        if t.tag in ("MAG", "NNB", "NNG") and t.form in _SKIP:
            break
        told = _mark_at(fig, t)
        if told is not None:
            if told.kind in ("date", "period") and any(x.tag == "VX" for x in tokens[k + 1 : begin]):
                return begin
            if told.kind in ("date", "period"):
                k += 1 if tokens[k + 1].tag in ("JX", "JKB") else 0
                break
            return begin
        k -= 1
    else:
        if k >= 0:
            return begin
    first = k + 1
    while first < begin and tokens[first].tag[0] in "JEX" and tokens[first].tag not in ("XPN", "XR"):
        first += 1
    return first


def is_pronoun(text: str) -> bool:
    """Whether the phrase only points back (이를, 그 수를)."""
    return text.strip() in _PRONOUNS or text.strip() in ("그 수", "이 수", "이 숫자", "그 규모")


def worded(text: str) -> str:
    """The words of a phrase as the graph writes them: white space folded, stray marks dropped."""
    words = _LABEL.sub("", " ".join(text.split())).strip(" ,·△▲○-'\"‘’“”「」『』")
    for opening, closing in ("()", "‘’", "''", "“”"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, " ").replace(closing, " ")
    return " ".join(words.split())


def head_word(text: str) -> str:
    """The last word of a phrase."""
    words = worded(text).split()
    return words[-1] if words else ""
