"""What stands round a number: the noun that it counts before or behind it, and the arguments of its verb."""

from kg.facts.target.clauses import ends_clause, names_whereabouts
from kg.facts.target.figure import Figure
from kg.facts.target.phrase import NOUN, mark_at, phrase, phrase_begin, tokens_end
from kg.language.model import Token
from kg.spans import Span

_PLANNED = frozenset(("계획", "예정", "목표", "약속", "공언"))
_SPANS = frozenset(("년", "개월", "달", "주", "일", "시간", "분", "초"))
_EACH = frozenset(("당", "마다"))
"""What tells for each of what a number is told."""
_ONCE = frozenset(("뒤", "후", "이후", "전", "당시", "초기", "직후", "첫날", "원년"))
"""Words that make of an act a time: 시행 뒤 1년간, 도입 후."""
_DOORS = frozenset(("문", "막", "첫문", "간판", "닻", "돛"))
"""What is opened in a manner of speaking: 3월에 문을 열어 해마다 120명을 뽑는다."""
_SITES = frozenset(("곳", "개소", "군데", "개 시", "개 군", "개 구", "개 동", "개 면", "개 읍면", "개 시군"))
_MANY = 6
_STEPS = frozenset(("단계", "차", "년차", "차년도", "차연도", "분기"))
_YEARS = frozenset(("연도", "년도", "해"))


def counted(fig: Figure, start: int | None = None) -> tuple[Span, bool] | None:
    """The noun phrase that the number counts, and whether it stands right before the number.

    ``start`` is the token from which to look to the left, the number itself if None.
    """
    tokens = fig.tokens
    j = (fig.first if start is None else start) - 1
    if start is not None and j > 0 and tokens[j].tag == "SSO":
        j -= 1  # 배송 노선 확대(3개 → 12개)
    for _ in range(24):
        j = _skip_left(fig, j)
        if j < 0:
            return None
        tag, form = tokens[j].tag, tokens[j].form
        if tag == "JX" and j > 1 and tokens[j - 1].tag == "JKB" and tokens[j - 1].form in ("에서", "에", "로", "으로"):
            j -= 1
            if mark_at(fig, tokens[j - 1]) is None:
                j = phrase_begin(tokens, j - 1) - 1
            continue
        if tag in ("JKO", "JKS", "JKG") or (tag == "JX" and form in ("은", "는", "도", "만")):
            span = phrase(fig, j - 1)
            return (span, tag == "JKG") if span else None
        if form == "등" and names_whereabouts(tokens, j):
            while j >= 0 and (tokens[j].tag in NOUN or tokens[j].tag == "SP") and mark_at(fig, tokens[j]) is None:
                j -= 1
            continue
        if tag == "ETN" and j > 1:
            said = next((k for k in range(j - 1, max(0, j - 8), -1) if tokens[k].tag in ("JKS", "JKO")), None)
            begin = phrase_begin(tokens, said - 1) if said else j - 1
            return Span(tokens[begin].begin, tokens[j].end), True  # 허가가 나오기까지
        if form in fig.words.when and tag == "NNG" and j and tokens[j - 1].tag.startswith("NN"):
            j = phrase_begin(tokens, j) - 1  # 시험 운행 때 2대였던 차를, 심사 결과 30곳을
            continue
        if form == "기간" and fig.mention.value.unit not in _SPANS and _has_topic(tokens, j):
            j = phrase_begin(tokens, j) - 1  # 정확도는 시험 기간 83%를
            continue
        if (named := _as_many_names(fig, j)) is not None:
            j = named  # ‘공구은행’을 산포·남평 2곳에서 6곳으로
            continue
        if form == "차" and j > 1 and tokens[j - 1].form == "년" and tokens[j - 2].tag in ("SN", "NR"):
            j -= 3  # 3년 차에는 80개사로
            continue
        if form in _YEARS and j and tokens[j - 1].form in _STEPS:
            j -= 1  # 1차 연도
        if tokens[j].form in _STEPS and j and tokens[j - 1].tag in ("SN", "NR", "MM"):
            j -= 2  # 길이는 1단계 6.4㎞이고
            continue
        if ends_clause(fig, j):
            return None
        if tag in NOUN and tag not in ("SSO", "JC"):
            span = phrase(fig, j)
            return (span, True) if span else None
        if tag == "JKB" and form == "로" and j and tokens[j - 1].form + form in fig.words.one:
            return Span(tokens[phrase_begin(tokens, j - 1)].begin, tokens[j].end), True
        if tag == "JKB":
            j = phrase_begin(tokens, j - 1) - 1
            continue
        if tag == "ETM" and j > 2 and tokens[j - 1].tag == "XSV" and tokens[j - 2].form in _PLANNED:
            j -= 3  # 당초 계획한 240대 가운데 88대만
            continue
        if tag in ("ETM", "EC") and j > 1 and tokens[j - 1].tag == "VCP" and _is_one_word(fig, j):
            stem = phrase(fig, j - 2)
            begin = stem.begin if stem is not None else tokens[j - 2].begin
            return Span(begin, tokens[j].end), True
        if tag == "ETM" and j > 1 and tokens[j - 1].tag == "VCP":
            if tokens[j - 2].form in fig.words.share and j > 2:
                j -= 3
                continue
            if (
                j > 5
                and tokens[j - 3].form == "의"
                and tokens[j - 4].form == "분"
                and tokens[j - 2].tag in ("SN", "NR")
            ):
                j -= 6  # 3분의 1인
                continue
            share = mark_at(fig, tokens[j - 2])
            if share is not None and share.kind == "percent":
                while j >= 0 and tokens[j].begin >= share.begin:
                    j -= 1  # 전체 양식장의 80%인 190곳으로
                continue
            j = phrase_begin(tokens, j - 2) - 1
            continue
        if tag == "ETM" and j > 1 and {t.form for t in tokens[j - 2 : j]} & fig.words.reaching:
            while j > 0 and tokens[j].tag not in ("JKO", "JKB"):
                j -= 1
            j = phrase_begin(tokens, j - 1) - 1
            continue
        return None
    return None


def _has_topic(tokens: tuple[Token, ...], j: int) -> bool:
    """Whether a topic or an object is told before a place: what stands there only tells when."""
    return any(t.tag in ("JX", "JKS", "JKO") for t in tokens[max(0, j - 8) : j])


def _as_many_names(fig: Figure, j: int) -> int | None:
    """Where the names begin that stand before as many places as the number that starts a change counts, if what is
    changed is told before them.
    """
    tokens = fig.tokens
    at = next((m for m in fig.marks if tokens[j].end <= m.begin <= tokens[j].end + 1 and m.kind == "quantity"), None)
    if at is None or not 2 <= at.value.value <= _MANY or at.value.unit not in _SITES:
        return None
    begin = phrase_begin(tokens, j)
    while begin and tokens[begin - 1].tag == "SP":
        begin = phrase_begin(tokens, begin - 2)
    names = 1 + sum(t.form in "·,ㆍ‧" for t in tokens[begin:j])
    told = begin > 0 and tokens[begin - 1].tag in ("JKO", "JX", "JKS")
    return begin - 1 if told and names == at.value.value else None


def _is_one_word(fig: Figure, j: int) -> bool:
    """Whether a word with 인 or 면 was taken apart (상인 → 상 + 이다, 농업인 → 농업 + 이다, 주차면 → 주차 + 이면)."""
    tokens = fig.tokens
    noun = tokens[j - 2]
    if tokens[j].tag == "EC":
        beside = tokens[j].form == "면" and fig.mention.begin - tokens[j].end == 1
        return beside and noun.tag == "NNG" and noun.end == tokens[j].begin
    known = len(noun.form) == 1 or noun.form + "인" in fig.words.one
    return (
        noun.tag == "NNG"
        and known
        and noun.form not in fig.words.share
        and noun.end == tokens[j].begin
        and tokens[j].end == noun.end + 1
    )


def counted_behind(fig: Figure) -> tuple[Span, int] | None:
    """The noun phrase behind the number that it counts (200명의 개발자를, 150개 기업을) and the token behind it."""
    tokens = fig.tokens
    begin = k = fig.after
    if k < len(tokens) and tokens[k].tag == "JC":
        return None
    while k < len(tokens) and (tokens[k].tag in NOUN or tokens[k].tag == ("JKG" if k > begin else "MM")):
        if tokens[k].form == "(" and k > begin:
            break  # 120개 농가(농가당 5백만원)
        if tokens[k].tag == "SN" or tokens[k].tag == "SSO":
            return None
        k += 1
    ends = k > begin and (k >= len(tokens) or tokens[k].tag in ("SP", "SF", "SSO") or tokens[k].form == "및")
    listed = ends and (
        fig.mention.value.unit == "개" or (fig.role == "genitive" and fig.words.is_act(tokens[k - 1].form))
    )
    if k == begin or not (listed or (k < len(tokens) and tokens[k].tag in ("JKO", "JKS", "JX", "JKB"))):
        return None
    last = k - 1 if tokens[k - 1].form not in fig.words.whole or k - 1 == begin else k - 2
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
        if t.tag == "ETM" and j > 0 and tokens[j - 1].tag == "VV" and tokens[j - 1].form in ("오", "지나", "다가오"):
            j -= 2
            continue
        same = t.form == "같" or (t.tag == "ETM" and j > 0 and tokens[j - 1].form in ("같", "이르"))
        alone = j == 0 or tokens[j - 1].tag not in ("NNG", "NNP", "SL", "XSN") or tokens[j - 1].form in fig.words.aside
        if t.form in fig.words.share and tokens[j + 1].tag == "SP":
            j -= 1  # 절반, 그러니까 50%
            continue
        if t.tag == "EC" and j > 1 and tokens[j - 1].form == "들" and mark_at(fig, tokens[j - 2]) is not None:
            j -= 2  # 올해 들어
            continue
        if t.form == "첫해" and j > 0 and fig.words.is_act(tokens[j - 1].form):
            j = phrase_begin(tokens, j - 1) - 1  # 도입 첫해
            continue
        if t.tag in ("MAG", "MAJ", "SP", "MM") or t.form in fig.words.aside or same or (t.form == "기간" and alone):
            j -= 1
            continue
        since = _since(tokens, j)
        if since is not None:
            j = since  # 개통 한 달 만에 720명으로
            continue
        if t.form == "달" and j > 0 and tokens[j - 1].form == "한":
            j -= 2
            continue
        if t.form in _EACH and j > 0 and tokens[j - 1].tag.startswith(("NN", "SL", "XSN")):
            j -= 2  # 노동시간을 ha당 연 610시간에서, 대기 시간을 한 곳당 평균 30분에서
            many = j
            while j >= 0 and tokens[j].tag in ("SN", "MM", "NR") and tokens[j + 1].begin - tokens[j].end <= 1:
                j -= 1
            if j < many and j >= 0 and tokens[j].tag.startswith("NN") and tokens[many].tag != "MM":
                j = phrase_begin(tokens, j) - 1  # 노동자 1만 명당
            continue
        if (
            t.form in _ONCE
            and j > 0
            and tokens[j - 1].tag in ("NNG", "XSN")
            and not (j > 1 and tokens[j - 2].tag == "JKO")
        ):
            j = phrase_begin(tokens, j - 1) - 1
            continue
        if t.form in _ONCE and j > 0 and (told := mark_at(fig, tokens[j - 1])) is not None:
            while j >= 0 and tokens[j].begin >= told.begin:
                j -= 1  # 3년 뒤
            continue
        if t.form == "기간" and not alone:
            begin = phrase_begin(tokens, j)
            if begin and tokens[begin - 1].tag in ("JKO", "JKS"):
                j = begin - 1
                continue
        particle = t.tag in ("JX", "JKB", "JKG", "JKO", "JKS", "XSN") and j > 0
        told = mark_at(fig, tokens[j - 1 if particle else j])
        if told is not None or (particle and tokens[j - 1].form in fig.words.aside):
            begin = told.begin if told is not None else tokens[j - 1].begin
            put = t.tag == "JKB" and t.form == "에" and told is not None and told.kind == "quantity"
            while j >= 0 and tokens[j].begin >= begin:
                j -= 1
            if put and j >= 0 and tokens[j].tag.startswith("NN"):
                j = phrase_begin(tokens, j) - 1  # 등굣길 12곳에 120대를
            continue
        break
    return j


def _since(tokens: tuple[Token, ...], j: int) -> int | None:
    """The token before words that tell how long after an act it was (출시 6개월 만에); None where none stand here."""
    if j < 3 or tokens[j].form != "에" or tokens[j - 1].form != "만" or tokens[j - 1].tag != "NNB":
        return None
    k = j - 2
    while k >= 0 and (tokens[k].tag in ("NNB", "SN", "MM", "NR") or tokens[k].form in _SPANS):
        k -= 1
    if k >= 1 and tokens[k].form in _ONCE:
        k -= 1
    return k - 1 if k >= 0 and tokens[k].tag == "NNG" and tokens[k + 1].begin > tokens[k].end else k


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


def opened_before(fig: Figure) -> Span | None:
    """What the clause before opens, in which those counted are taught or chosen (야간 과정을 두고 해마다 90명을)."""
    tokens = fig.tokens
    for k in range(fig.first - 1, max(0, fig.first - 12), -1):
        if tokens[k].tag in ("EF", "SF", "ETM"):
            return None
        if tokens[k].tag == "SP" and k > 2 and ends_clause(fig, k - 1) and fig.words.is_a(tokens[k - 1].form, "open"):
            return phrase(fig, k - 3)  # 과정을 개설, 연 40명을 뽑아
        if tokens[k].tag != "EC" or tokens[k].form not in ("어", "어서", "아", "고", "며", "아서", "여"):
            continue
        verb = k - 1 if tokens[k - 1].tag not in ("XSV", "EP") else k - 2
        if verb < 2 or not fig.words.is_a(tokens[verb].form, "open") or tokens[verb - 1].tag != "JKO":
            return None
        thing = phrase(fig, verb - 2)
        return None if fig.tokens[verb - 2].form in _DOORS else thing
    return None
