"""The predicates of a sentence: what is done, where, and how the word ends."""

from itertools import pairwise, takewhile
from typing import NamedTuple

from kg.language.model import Sentence, Token

_OF_DEEDS = frozenset({"XSV", "XSA"})
_CLOSES = frozenset({"SF", "SE", "SP", "SSC"})
_TAKEN_OUT = frozenset({"꺼내", "빼", "뽑", "집"})
_SUFFERED = frozenset({"받", "당하"})
_PLANNED = frozenset({"예정", "계획", "방침", "본격", "착수"})
_CALLS = frozenset({"제안", "건의", "요구", "촉구", "요청", "주문", "당부", "권고", "조언", "권하", "제언"})
_URGED = frozenset(
    {"자고", "라고", "으라고", "자는", "라는", "으라는", "자며", "으라며", "ᆯ지", "을지", "ᆯ지도", "을지도"}
)
_DUTY = ("어야", "아야", "여야")
_PROPOSED = frozenset(
    {"ᆸ시다", "읍시다", "자", "자꾸나", "세요", "으세요", "셔요", "십시오", "십시오", "으십시오", "ᆸ시오"}
    | {"어라", "아라", "여라", "라", "소서", "으소서"}
)
"""Endings that call upon others to do what is said: «기금을 만듭시다»."""
_GIVEN_OVER = frozenset({"위탁", "위임", "인수"})
_LINKS = ("어", "아", "여", "고")
_MEANT = frozenset({"예정", "계획", "방침", "참", "작정", "셈", "구상", "생각", "전망", "모양"})
_AS_PLANNED = frozenset({".", "으로"})
_LIGHT = frozenset({"하", "벌이", "펼치", "시작", "진행", "맡", "추진", "본격화", "서두르", "앞두", "걸"})
_SHARED_OUT = {"나누": "나눠주", "빌리": "빌려주"}
"""With 주 behind, what is handed to people: 나눠 준, 빌려 주는."""
_DRAGGED = frozenset({"끌"})
"""With 고, 어 and 오, 가 behind, a work that is kept going: 끌고 온, 끌어 온."""
_CONTRACTED = {"넘기어받": "넘겨받", "물리어받": "물려받", "나누어주": "나눠주", "빌리어주": "빌려주"}
_ENTERED = frozenset({"들어가", "들어서"})
_FIRST_STEPS = {
    **dict.fromkeys(("삽", "첫삽"), ("뜨",)),
    **dict.fromkeys(("첫발", "첫걸음", "발걸음", "발"), ("떼", "내딛", "내디디")),
    **dict.fromkeys(("닻", "돛", "막", "깃발"), ("올리", "달", "들")),
    **dict.fromkeys(("물꼬", "포문", "신호탄"), ("트", "열", "쏘", "쏘아올리")),
    **dict.fromkeys(("속도", "가속도", "박차"), ("내", "높이", "붙이", "올리", "가하")),
    **dict.fromkeys(("팔", "팔소매", "소매"), ("걷", "걷어붙이")),
    **dict.fromkeys(("총력", "힘", "온힘"), ("쏟", "기울이", "쏟아붓")),
    "첫선": ("보이", "선보이"),
}
"""Idioms of a beginning or of going on with vigour, each noun with its verbs: «첫 삽을 뜨다», «속도를 내다»."""
_ON_ITS_WAY = frozenset({"궤도", "본궤도", "반석"})


CALLS = frozenset(
    {"공모", "모집", "발표", "확정", "지정", "선정", "지원", "제공", "주", "지급", "내놓", "마련", "수립"}
)
"""What a ministry does to a call, a plan or a purse of its own without doing the work."""


class Verb(NamedTuple):
    """A predicate: its stem (or the noun before 하다, 되다), its place, and how it ends.

    ``ending`` is ``final``, ``adnominal`` (운영하는), ``linking`` (고, 며, 아) or ``noun`` (a headline's 추진).
    ``negated`` also where the deed is only called for: 수립하도록 했다, 짓자고 제안했다, 지어야 한다.
    """

    stem: str
    begin: int
    end: int
    ending: str
    passive: bool
    negated: bool


def verbs(sentence: Sentence) -> list[Verb]:
    """The predicates of a sentence in order; a noun counts before 하다, 되다 and where a headline ends with it."""
    found: list[Verb] = []
    tokens = sentence.tokens
    for i, t in enumerate(tokens):
        if t.tag == "NNG":
            following = tokens[i + 1 : i + 2]
            verb = (
                _of_noun(tokens, i, t, following[0])
                if following
                else Verb(t.form, t.begin, t.end, "noun", False, False)
            )
            if verb is not None:
                found.append(verb)
        elif t.form == "여" and t.tag == "NP" and i + 1 < len(tokens) and tokens[i + 1].form == "는":
            found.append(Verb("열", t.begin, tokens[i + 1].end, "adnominal", False, False))  # 여는 taken for a pronoun
        elif t.tag[:2] == "VV" or (t.tag == "VX" and i and tokens[i - 1].tag not in ("EC", "ETM", "ETN")):
            if t.form == "놓" and any(x.form == "손" for x in tokens[max(0, i - 2) : i]):
                continue  # 손 놓은 일
            if t.form == "들" and i > 1 and tokens[i - 1].tag == "EC" and tokens[i - 2].form in _TAKEN_OUT:
                continue
            if _ends_a_compound(tokens, i):
                continue
            after = tokens[i + 1 : i + 10]
            if (joined := _compound(t, after)) is not None:
                found.append(_verb(joined, t, after[2:], False))
                continue
            if after and after[0].tag == "ETN" and not _resolved(after):
                if _closes_a_line(after):
                    found.append(Verb(t.form, t.begin, after[0].end, "final", False, False))
                continue
            if (phrase := _phrase(t, after)) is not None:
                found.append(_verb(phrase, t, after[2:], False))
            elif len(after) > 1 and t.form == "내" and after[0].tag == "EC" and after[1].form in ("놓", "걸"):
                found.append(_verb(t.form + after[1].form, t, after[2:], False))
            elif t.form == "잇" and len(after) > 1 and after[0].tag == "EC" and after[1].form in ("오", "가"):
                found.append(_verb("이어" + after[1].form, t, after[2:], False))  # 이어 오고 있는
            elif len(after) > 1 and t.form in _TAKEN_OUT and after[0].tag == "EC" and after[1].form == "들":
                found.append(_verb(t.form, t, after[2:], False))  # 꺼내 든
            else:
                found.append(_verb(t.form, t, after, False))
    return found


def _compound(t: Token, after: tuple[Token, ...]) -> str | None:
    """The stem of a verb that the tokenizer took apart within one word: 밀/어/붙이."""
    if len(after) < 2 or after[0].tag != "EC" or after[0].form not in _LINKS or after[1].tag[:2] != "VV":
        return None
    joined = t.form + after[0].form + after[1].form
    return _CONTRACTED.get(joined, joined) if after[1].begin <= after[0].end else None


def _phrase(t: Token, after: tuple[Token, ...]) -> str | None:
    """The stem of two verbs that make one deed: 나눠 주다, 끌고 오다, 들여놓다."""
    if len(after) < 2 or after[0].tag != "EC" or after[0].form not in _LINKS or after[1].tag[0] != "V":
        return None
    if after[1].form == "주":
        return _SHARED_OUT.get(t.form)
    if t.form == "들이" and after[1].form == "놓":
        return "들여놓"
    return "끌고오" if t.form in _DRAGGED and after[1].form in ("오", "가") else None


def _ends_a_compound(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a token is the second verb of one that was taken apart."""
    return i > 1 and tokens[i - 2].tag[:2] == "VV" and _compound(tokens[i - 2], tokens[i - 1 : i + 1]) is not None


def _of_noun(tokens: tuple[Token, ...], i: int, t: Token, following: Token) -> Verb | None:
    """The predicate that a noun makes with the token behind it, if it makes one."""
    if t.form in _GIVEN_OVER and following.begin == t.end and following.form == "받":
        return _verb(t.form + following.form, t, tokens[i + 1 : i + 10], False)  # 위탁받아 운영한다
    if following.tag in _OF_DEEDS and following.begin <= t.end:
        return _verb(t.form, t, tokens[i + 1 : i + 10], following.form in ("되", "받", "당하"))
    if following.begin == t.end and following.form == "하고":
        return Verb(t.form, t.begin, t.end, "linking", False, False)
    if following.begin == t.end and following.form == "드리":
        return _verb(t.form, t, tokens[i + 1 : i + 10], False)  # 제안드립니다
    if following.begin == t.end and following.form in _SUFFERED:
        return _verb(t.form, t, tokens[i + 1 : i + 10], True)
    second = tokens[i + 2] if i + 2 < len(tokens) else following
    if following.form == "에" and second.form in _ENTERED and not _of_money(tokens, i):
        return _verb(t.form, t, tokens[i + 1 : i + 10], False)  # 운영에 들어갔다
    if following.form == "키" and following.begin == t.end and second.form == "로":
        return _verb(t.form, t, tokens[i + 2 : i + 11], False)  # 추진키로 했다
    if t.form in _ON_ITS_WAY and following.form == "에" and second.form in ("올리", "올려놓"):
        return _verb("첫발", t, tokens[i + 1 : i + 10], False)
    if following.tag == "JKO" and second.form in _FIRST_STEPS.get(t.form, ()):
        return _verb("첫발", t, tokens[i + 1 : i + 10], False)
    if following.tag == "JKO":
        light = i + 2 < len(tokens) and tokens[i + 2].form in _LIGHT
        return _verb(t.form, t, tokens[i + 1 : i + 10], False) if light else None
    if following.form == "중" and second.tag == "VCP" and i + 3 < len(tokens) and tokens[i + 3].tag == "ETM":
        return Verb(t.form, t.begin, tokens[i + 3].end, "adnominal", False, False)  # 추진 중인
    if following.tag in _CLOSES or following.form == "중" or following.form in _PLANNED:
        return _noun(t)
    return None


def _of_money(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether what goes into a work is money: «11억원이 구축에 들어간다», «개발에 들어갈 38억원»."""
    if any(a.form == "원" and b.tag in ("JKS", "JX", "MAG") for a, b in pairwise(tokens[max(0, i - 12) : i])):
        return True
    return any(t.tag == "ETM" for t in tokens[i + 3 : i + 5])


def _closes_a_line(after: tuple[Token, ...]) -> bool:
    """Whether a verb ends a line of an official paper: «운영은 공사가 맡음.»; not «맡음으로써»."""
    return after[0].form in ("음", "ᆷ") and (len(after) == 1 or after[1].tag in ("SF", "SP", "SSC", "SW"))


def _bent(ending: Token, following: tuple[Token, ...]) -> str:
    """What a verb bent to a noun is: 운영하는 곳; of 운영하는데 and 맡을 예정이다 the noun is none."""
    if following and following[0].form == "데" and following[0].begin == ending.end:
        return "linking"
    planned = following and following[0].form in _MEANT
    closed = len(following) > 1 and (following[1].tag == "VCP" or following[1].form in _AS_PLANNED)
    return "final" if planned and closed else "adnominal"


def _called_for(ending: Token, following: tuple[Token, ...]) -> bool:
    """Whether a deed is only called for: «기금을 조성할 것», «운영을 맡길 것을 제안한다»."""
    if not following or following[0].form != "것" or ending.form not in ("ᆯ", "을"):
        return False
    behind = following[1:3]
    if not behind or behind[0].tag in ("SF", "SW", "SN", "SSO", "SB"):
        return True
    return behind[0].form in ("을", "도") and behind[-1].form in _CALLS


def _noun(t: Token) -> Verb:
    return Verb(t.form, t.begin, t.end, "noun", False, False)


def _resolved(following: tuple[Token, ...]) -> bool:
    """맡기로 했다: a decision to do, not a noun made of a verb."""
    return (
        len(following) > 2
        and following[0].form == "기"
        and following[1].form == "로"
        and following[2].form in ("하", "되")
    )


def _only_urged(ending: Token, following: tuple[Token, ...]) -> bool:
    """Whether a deed is no more than what somebody asks for: 짓자고, 지으라고, 지어 달라고, 지어야 한다."""
    if ending.tag not in ("EC", "ETM"):
        return False
    must = ending.form in _DUTY and bool(following) and following[0].form in ("하", "되")
    return must or ending.form in _URGED


def _verb(stem: str, t: Token, following: tuple[Token, ...], passive: bool) -> Verb:
    ending, negated, end = "linking", False, t.end
    for i, x in enumerate(following[:6]):
        if x.form in ("않", "못하", "말") or (x.form == "도록" and x.tag == "EC") or _only_urged(x, following[i + 1 :]):
            negated = True
        if x.tag == "ETM":
            ending = _bent(x, following[i + 1 : i + 3])
            negated = negated or _called_for(x, following[i + 1 :])
            break
        if x.tag == "EF":
            ending, negated = "final", negated or x.form in _PROPOSED
            break
        if x.tag == "ETN" or (x.tag == "EC" and not (i + 1 < len(following) and following[i + 1].tag == "VX")):
            break
        if x.tag.startswith("J") and x.tag != "JKO":
            break
        end = x.end
    # 맡게 되다: it came so, and is done
    come = any(a.form == "게" and b.form == "되" for a, b in pairwise(following[:4]))
    own = list(takewhile(lambda x: x.tag[0] != "N", following[:3]))  # 하고 완성된: the next noun has a verb of its own
    suffered = any(x.tag in ("XSV", "VX", "VV") and x.form in ("되", "지", "받") for x in own)
    passive = passive or (suffered and not come)
    return Verb(stem, t.begin, end, ending, passive, negated)
