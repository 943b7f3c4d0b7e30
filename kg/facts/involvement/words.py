"""What stands round a mention in its sentence: its particle, the verb behind it, who is the subject before it."""

from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Name
from kg.patterns import regex

_NOMINAL = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XSN", "XPN", "XR", "ETN", "NR"})
_COUNTED = frozenset({"기관", "대학", "기업", "업체", "단체", "의원", "사람", "부처", "시군", "지자체", "곳"})
_PARTS_OF_A_SCHOOL = (
    *("캠퍼스", "교수팀", "연구팀", "연구진", "연구실", "연구소", "연구원", "분교", "학과", "학부", "전공"),
    *("의대", "공대", "약대", "치대", "단과대"),
    *("대학", "대학원", "산학협력단", "사업단", "교육원", "센터"),
)
_PARTS_OF_A_BODY = (
    *("사무소", "지사", "지부", "본부", "출장소", "지점", "사업소", "분원", "분소", "지회", "지청", "지소"),
    *(
        "상황실",
        "관제실",
        "상황팀",
        "전산실",
        "사업단",
        "추진단",
        "지원단",
        "기획단",
        "연구팀",
        "연구실",
        "운영팀",
        "기지",
    ),
    *("컨소시엄", "공동수급체", "연합체", "측"),
    *("직원", "기사", "강사", "강사진", "간호사", "연구진", "전문가", "기술자", "기술진"),
    *("상담원", "상담사", "활동가", "봉사자", "요원", "인력", "학생"),
)
_CALLED_A = frozenset(
    {
        "회사",
        "업체",
        "기업",
        "곳",
        "기관",
        "단체",
        "재단",
        "대학",
        "법인",
        "벤처",
        "연구소",
        "조직",
        "모임",
        "조합",
        "학교",
    }
    | {"병원", "센터", "사업자"}
)
"""What kind of body a name is said to be: «A라는 회사가»."""
_MARKS = frozenset({"SS", "SSO", "SSC", "SW", "SP"})

_OF_A_NAME = {"은": "은", "는": "은", "도": "도", "이": "이", "가": "이", "의": "의"}
_OF_A_TAG = {"JKO": "을", "JKS": "이", "JKG": "의", "JC": "와", "JKC": "이"}
"""The particle as the rules call it, by its letter at the end of a name and by its tag."""

_MISTAKEN = frozenset({"MM", "XPN", "NNG", "NNB", "NNP", "VV", "VA"})
"""What the tokenizer may take a particle for: 이 for «this», 가 of «나루대가 위탁» for «false»."""
_CLAUSE = regex(r"[가-힣](?:다|요|까|죠|라|네)[.!?…]?$")
"""How a short clause ends between speech marks; a name in them does not."""
_begin = attrgetter("begin")


class Doing(NamedTuple):
    """Tables ``operating_verbs`` and ``backing_verbs`` as look-ups."""

    operating: dict[str, str]
    into: frozenset[str]
    backing: frozenset[str]
    speech: frozenset[str]
    against: frozenset[str]
    heads: frozenset[str]
    ministers: frozenset[str]
    deputies: frozenset[str]
    actors: frozenset[str]


@lru_cache(maxsize=4)
def doing(lexicon: Lexicon) -> Doing:
    """The look-ups of a lexicon."""
    return Doing(
        {r["verb"]: r["involvement"] for r in lexicon.rows("operating_verbs")},
        frozenset(lexicon.words("operating_verbs", "verb", case="에")) | {"지원", "배정", "편성", "모집", "공모"},
        frozenset(lexicon.words("backing_verbs", "verb", force="own")),
        frozenset(lexicon.words("backing_verbs", "verb", force="speech")),
        frozenset(lexicon.words("backing_verbs", "verb", force="against")),
        frozenset(lexicon.words("executive_titles", "title", rank="head"))
        | frozenset(lexicon.words("executive_titles", "title", rank="deputy")),
        frozenset(lexicon.words("executive_titles", "title", rank="national")),
        frozenset(lexicon.words("executive_titles", "title", rank="deputy")),
        frozenset(lexicon.words("unnamed_actors")),
    )


def behind(sentence: Sentence, mention: Mention, nouns: int) -> tuple[str, int]:
    """The particle behind a mention (은 for 은/는, 이 for 이/가, 을, 에, 의, "," …) and where it ends.

    Up to ``nouns`` further nouns (사업, 조성, a person's title), marks, a bracket and a count (등 5개 기관) may stand
    between.
    """
    depth, passed, end, counting, numbered = 0, 0, mention.end, False, False
    closed: int | None = None
    tokens = sentence.tokens
    first = bisect_left(tokens, mention.end, key=_begin)
    if first and (glued := _glued(tokens[first - 1], mention.end)):
        return glued, tokens[first - 1].end
    first, end = _past_school(tokens, first, mention)
    first, end = _past_kind(tokens, first, end)
    signed = 0 < first < len(tokens) and tokens[first - 1].tag == "SW"
    if signed and tokens[first].begin == tokens[first - 1].end and tokens[first].form in _OF_A_NAME:
        return _OF_A_NAME[tokens[first].form], tokens[first].end  # 은 of ③은, which the tokenizer takes for a noun
    for i, t in enumerate(tokens[first:], first):
        if t.tag == "SSO" or (t.tag == "SS" and t.form in "(（"):
            depth += 1
        elif t.tag == "SSC" and t.form in ")）":
            closed = t.end if not depth else closed
            depth = max(0, depth - 1)
        elif closed is not None and t.begin > closed:
            return "", closed  # (P) A가 …: the bracket ends the name, what follows is told of it
        elif depth:
            pass
        elif t.tag in ("JKO", "JKS", "JKG", "JKB", "JX", "JC", "JKC"):
            return _case(t), t.end
        elif t.form in (",", "，"):
            return ",", t.end
        elif t.begin == end and t.form in _OF_A_NAME and t.tag in _MISTAKEN and _ends_word(tokens, i):
            return _OF_A_NAME[t.form], t.end
        elif t.tag in _MARKS or (counting and (t.tag in ("SN", "NR", "NNB", "MM") or t.form in _COUNTED)):
            pass
        elif t.tag in _NOMINAL and (passed < nouns or (passed and t.begin == end)):
            passed += t.begin > end or not passed  # one word may be several tokens
            numbered = t.tag in ("SN", "NR")
        elif numbered and t.tag == "NNB":
            pass  # 2년 차를
        elif t.form == "등" and t.tag == "NNB":
            counting = True
        elif t.form in ("전", "현", "당시", "前", "現") and t.tag in ("NNB", "MM", "NNG", "SH"):
            pass
        else:
            return "", end
        end = t.end
    return "", end


def _past_kind(tokens: tuple[Token, ...], first: int, end: int) -> tuple[int, int]:
    """The token behind «라는 회사», and where it ends; both as they are where no kind of body is told so."""
    i = first + 1 if first < len(tokens) and tokens[first].tag == "VCP" else first
    if i >= len(tokens) or tokens[i].form != "라는":
        return first, end
    for j in range(i + 1, min(i + 4, len(tokens))):
        if tokens[j].tag not in _NOMINAL | {"NNB"}:
            break
        if tokens[j].form in _CALLED_A:
            return j + 1, tokens[j].end
    return first, end


def _ends_word(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a token ends its word: a space stands behind it."""
    return i + 1 == len(tokens) or tokens[i + 1].begin > tokens[i].end


def _past_school(tokens: tuple[Token, ...], first: int, mention: Mention) -> tuple[int, int]:
    """The token behind the part that is named behind a school (나루대 해양공학과) or a body (나루공단 가온사무소), and
    where it ends; what it does the whole does.
    """
    if not isinstance(mention.value, Name):
        return first, mention.end
    parts = _PARTS_OF_A_SCHOOL if "University" in mention.value.classes else _PARTS_OF_A_BODY
    last = i = first
    while i < len(tokens) and i < first + 8 and (tokens[i].tag in _NOMINAL or tokens[i].form in "·&"):
        i += 1
        if tokens[i - 1].form.endswith(parts) or (last == i - 1 > first and tokens[i - 1].form in ("님", "들")):
            last = i
    return last, tokens[last - 1].end if last > first else mention.end


def _glued(t: Token, end: int) -> str:
    """The particle that the tokenizer took into the word before it: 시도 of 군산시도."""
    rest = t.form[len(t.form) - (t.end - end) :] if t.begin < end < t.end and t.tag[0] == "N" else ""
    return _OF_A_NAME.get(rest, "")


def _case(t: Token) -> str:
    if t.tag == "JX":
        return "은" if t.form in ("은", "는", "ᆫ") else "도" if t.form == "도" else "보조"
    if t.form in ("와", "과"):
        return "와"
    return _OF_A_TAG.get(t.tag, t.form)


def inside_speech(analysis: Analysis, offset: int) -> bool:
    """Whether an offset stands between speech marks, and the marks hold a clause (not only a name)."""
    q = analysis.quoted_at(offset)
    if q is None or analysis.text[q.begin - 1 : q.begin] in "「『":
        return False
    return q.end - q.begin > 20 or _CLAUSE.search(analysis.text, q.begin, q.end) is not None
