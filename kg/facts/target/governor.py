"""The verb on which a number hangs, and what its ending tells."""

from dataclasses import dataclass

from kg.facts.target.clauses import describes_object, is_scheme
from kg.facts.target.figure import Figure
from kg.facts.target.words import TargetWords
from kg.language.model import Token

_MANNERS = frozenset(("추가", "신규", "확대", "우선", "시범", "집중", "순차", "전면", "조기", "직접"))
"""Nouns that before the noun of another act tell how it is done: 추가 설치한다."""
_TO_COME = frozenset(("예정", "계획", "방침", "완료", "목표", "추진"))
"""What tells behind the noun of an act when it is done: 30호 추가 모집 예정."""
_LINKS = ("어", "아", "여", "어서", "아서", "게")
_REPORTED = ("다는", "라는", "자는", "냐는")
_SEQUENCE = ("뒤", "후", "다음", "이후")
_LASTING = ("고", "어", "아", "여")
_GOES_ON = frozenset(("며", "고", "는데", "ᆫ데", "은데", "지만", "으며", "이며", "이고", "이지만"))
_SIZES = ("높이", "가리", "추리")
_GISTS = frozenset(("골자", "핵심", "뼈대", "내용", "요지", "목표", "계획", "구상", "복안", "방침", "취지", "주", "핵"))
_OPENS, _CLOSES = frozenset("‘「『<《〈"), frozenset("’」』>》〉")
_COMING = frozenset(("오", "지나", "다가오", "돌아오"))
"""Verbs that before a date only say which one is meant: 오는 9월까지."""
_SETS_ASIDE = "떼"
_LIMIT = 30
_NAME = 12


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb on which a number hangs: its stem, its token, and what its ending tells."""

    stem: str
    index: int
    past: bool
    future: bool
    relative: bool
    bare: bool
    linked: bool = False
    """Whether the clause goes on by 고 or 며 and leaves its tense to the verb that ends it."""
    final: bool = False
    """Whether the verb ends the sentence."""
    lasting: bool = False
    """Whether the verb tells a state that lasts (입주해 있다, 보육하고 있다)."""


def governor(fig: Figure, words: TargetWords) -> Governor | None:
    """The first verb behind the number, looked for past adverbs, other arguments and the rest of a list.

    A verb that says nothing by itself (실시하다) stands for the act that is its object.
    """
    tokens, i, skipped = fig.tokens, fig.after, False
    if fig.role == "copula" and any(t.tag == "EC" and t.form in _GOES_ON for t in tokens[max(0, i - 1) : i + 1]):
        return None
    for k in range(i, min(len(tokens), i + _LIMIT)):
        token = tokens[k]
        tag = token.tag
        if fig.role in ("locative", "dative") and describes_object(tokens, i, k):
            continue
        if _hangs(tokens, k) and words.governs("달"):
            return _hung(tokens, k)
        if in_name(tokens, i, k):
            continue
        if tag in ("EF", "SF"):
            return None
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if tag.startswith("NN") and following is not None and following.tag in ("XSV", "XSA"):
            stem = token.form
            tail = k + 2
        elif _makes(tokens, k):
            stem, tail = token.form + tokens[k + 1].form, k + 3
        elif tag.startswith("VV") and token.form in _COMING and following is not None and following.tag == "ETM":
            continue  # 16대를 오는 9월까지 마을에 놓는다
        elif tag.startswith("VV") or _is_main(tokens, k):
            stem, tail = token.form, k + 1
        elif tag.startswith("VA") and _becomes(tokens, k):
            stem, tail = _became(token.form, words), k + 3
        elif tag == "NNG" and _is_verbal(token.form, words) and _stands_alone(fig, k):
            return Governor(token.form, k, False, False, False, True)
        else:
            continue
        if words.is_a(stem, "light"):
            act = _act(tokens, i, k)
            if act is not None and act.form in words.classes:
                stem = act.form
        if skipped and fig.role == "subject" and any(t.tag == "JKS" for t in tokens[i:k]):
            return None  # 96곳이 신청해 60곳이 선정됐다: the verb has another subject
        if skipped and fig.role == "object" and any(t.tag == "JKO" for t in tokens[i + 1 : k]):
            return None  # 12명을 상주시켜 60개사를 진단한다
        linked = tail < len(tokens) and tokens[tail].tag == "EC" and tokens[tail].form in _LINKS
        if linked and stem == _SETS_ASIDE and tail + 1 < len(tokens) and tokens[tail + 1].tag != "VX":
            skipped = True
            continue  # 2천장을 떼어 배정한다
        if words.governs(stem):
            return _ending(tokens, stem, k, tail)
        if skipped or not linked or (words.is_a(stem, "invite") and fig.role == "object"):
            return None
        skipped = True
    return None


def in_name(tokens: tuple[Token, ...], begin: int, k: int) -> bool:
    """Whether a token behind ``begin`` stands in the marks of a name, whose verbs are its own (「숨쉬는 ○○」)."""
    near = tokens[max(begin, k - _NAME) : k]
    opened = next((i for i in range(len(near) - 1, -1, -1) if near[i].form in _OPENS), None)
    if opened is None or any(t.form in _CLOSES for t in near[opened:]):
        return False
    return any(t.form in _CLOSES for t in tokens[k : k + _NAME])


def _is_verbal(noun: str, words: TargetWords) -> bool:
    """Whether a noun names an act, and does not only look like the stem of a verb (물높이)."""
    return len(noun) > 1 and noun not in _SIZES and words.governs(noun)


def _makes(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a noun is made a verb by 화 (디지털 + 화 + 하)."""
    if k + 2 >= len(tokens) or not tokens[k].tag.startswith(("NN", "XR", "SL")):
        return False
    return tokens[k + 1].tag == "XSN" and tokens[k + 1].form == "화" and tokens[k + 2].tag == "XSV"


def _becomes(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether an adjective is made a verb of change (낮 + 어 + 지)."""
    return k + 2 < len(tokens) and tokens[k + 1].form in ("어", "아") and tokens[k + 2].form == "지"


def _became(form: str, words: TargetWords) -> str:
    """The verb that an adjective makes with 지다 (낮 → 낮아지)."""
    made = "커지" if form == "크" else f"{form}아지"
    return made if made in words.classes else f"{form}어지"


def _act(tokens: tuple[Token, ...], begin: int, end: int) -> Token | None:
    """The noun of the act that is a verb's object (교육을 한다), none for a thing (이용권을 준다)."""
    last = next((k for k in range(end - 1, begin, -1) if tokens[k].tag == "JKO"), None)
    if last is not None:
        return tokens[last - 1] if tokens[last - 1].tag == "NNG" else None
    return next((t for t in reversed(tokens[begin:end]) if t.tag == "NNG"), None)


def predicate(fig: Figure) -> Governor | None:
    """The first verb behind the number, of whatever meaning; none behind the end of a sentence or in a noun clause."""
    tokens = fig.tokens
    for k in range(fig.after, min(len(tokens), fig.after + _LIMIT)):
        token = tokens[k]
        if in_name(tokens, fig.after, k):
            continue
        if token.tag in ("EF", "SF", "ETN", "VCP", "VCN"):
            return None
        if _hangs(tokens, k):
            return _hung(tokens, k)
        following = tokens[k + 1].tag if k + 1 < len(tokens) else ""
        if token.tag.startswith("NN") and following in ("XSV", "XSA"):
            return _ending(tokens, token.form, k, k + 2)
        if _makes(tokens, k):
            return _ending(tokens, token.form + tokens[k + 1].form, k, k + 3)
        if token.tag.startswith("VV") and token.form in _COMING and following == "ETM":
            continue
        if token.tag.startswith("VV") or _is_main(tokens, k):
            return _ending(tokens, token.form, k, k + 1)
    return None


def _hangs(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the verb 달다 was taken for the adverb 다 (카메라 210대를 다는 사업)."""
    if tokens[k].form != "다" or tokens[k].tag != "MAG" or not k or tokens[k - 1].tag != "JKO":
        return False
    return k + 2 < len(tokens) and tokens[k + 1].form == "는" and tokens[k + 1].end == tokens[k].end + 1


def _hung(tokens: tuple[Token, ...], k: int) -> Governor:
    return Governor("달", k, False, False, True, False, final=is_scheme(tokens, k + 2))


def _is_main(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether what the analyser takes for an auxiliary follows no verb (단말기를 다는, 판독기를 2027년까지 놓는다)."""
    if tokens[k].tag != "VX" or not k:
        return False
    before = k - 2 if tokens[k - 1].tag == "JX" and k > 1 else k - 1
    return tokens[before].tag not in ("EC", "ETN") and tokens[k - 1].tag not in ("EC", "ETN")


def _stands_alone(fig: Figure, k: int) -> bool:
    """A verbal noun without 하다 is a verb where it stands right behind the number or ends a clause."""
    tokens, distance = fig.tokens, k - fig.after
    if fig.role != "bare" and tokens[k].form in _MANNERS and k + 1 < len(tokens) and tokens[k + 1].tag == "JKB":
        return False  # 30호를 추가로 모집한다
    if (
        k + 1 < len(tokens)
        and tokens[k + 1].tag in (("NNG", "NNP", "SL", "XSN") if distance else ("XSN",))
        and tokens[k + 1].begin > tokens[k].begin
        and tokens[k + 1].form not in _TO_COME
    ):
        return False
    if distance == 0:
        if (
            tokens[k].form in _MANNERS
            and k + 2 < len(tokens)
            and tokens[k + 1].tag == "NNG"
            and (tokens[k + 2].tag == "XSV" or (fig.role == "bare" and fig.words.governs(tokens[k + 1].form)))
        ):
            return False
        joined = tokens[k + 1] if k + 1 < len(tokens) else None
        if joined is not None and joined.begin == tokens[k].end and joined.tag.startswith("NN"):
            return False
        end = next((i for i in range(k + 1, len(tokens)) if not tokens[i].tag.startswith("NN")), len(tokens))
        if fig.role != "bare" and end > k + 1 and end < len(tokens) and tokens[end].tag in ("JKO", "JKS", "JX"):
            return False
        argued = k + 1 < len(tokens) and tokens[k + 1].tag in ("JKO", "JKS")
        return fig.role != "dative" and not (argued and fig.role in ("subject", "topic"))
    following = tokens[k + 1].tag if k + 1 < len(tokens) else "SF"
    behind = tokens[k - 1].tag == "NNB" or tokens[k - 1].form == "까지"  # 120곳에 2027년까지 설치.
    if fig.role in ("locative", "dative") and behind and following in ("SP", "SF", "SSO"):
        return True
    if distance <= 4 and all(t.tag in ("NNG", "NNP", "SL", "MAG", "XSN", "SSC") for t in tokens[fig.after : k]):
        return fig.role == "bare" or distance == 1 or (fig.role == "locative" and following in ("SP", "SF", "SSO"))
    return following in ("SP", "SF", "SSC", "SSO", "EC") and tokens[k - 1].tag in ("JKO", "JKB")


def _is_nominal_end(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a clause is made the predicate of its sentence: 붙이는 겁니다, 늘리는 것이다."""
    if k + 1 >= len(tokens) or tokens[k].form not in ("것", "거"):
        return False
    if tokens[k + 1].tag == "JKS" and k + 2 < len(tokens):
        return tokens[k + 2].form in _GISTS  # 로봇 30대를 달리게 하는 것이 골자
    return tokens[k + 1].tag == "VCP"


def _ending(tokens: tuple[Token, ...], stem: str, k: int, tail: int) -> Governor:
    """What the endings behind the stem tell: past, future or plan, relative clause."""
    past = future = relative = linked = final = lasting = False
    for i, t in enumerate(tokens[tail : tail + 7], tail):
        if t.tag == "EP":
            past |= t.form in ("었", "았", "였")
            future |= t.form == "겠"
        elif t.tag == "ETM" and t.form.endswith(_REPORTED):
            future |= not t.form.endswith("다는")
            linked = not past
            break
        elif t.tag == "ETM" and i + 1 < len(tokens) and tokens[i + 1].form in _SEQUENCE:
            linked = True
            break
        elif t.tag == "EC" and t.form in _LASTING and i + 1 < len(tokens) and tokens[i + 1].form == "있":
            lasting = True
        elif t.tag == "ETM" and t.form == "는" and (_is_nominal_end(tokens, i + 1) or is_scheme(tokens, i + 1)):
            final = True
            break
        elif t.tag == "ETM":
            relative = i + 1 >= len(tokens) or tokens[i + 1].form not in ("것", "데", "거")
            linked = not relative and t.form == "는" and i + 2 < len(tokens) and tokens[i + 2].form == "으로"
            future |= t.form in ("ᆯ", "을")
            past |= t.form in ("ᆫ", "은", "던") and not future
            break
        elif t.tag == "EC" and t.form in _LINKS and i + 1 < len(tokens) and tokens[i + 1].tag != "VX":
            linked = True
            break
        elif t.tag == "ETN":
            future |= t.form == "기"
            break
        elif t.tag == "EC" and t.form == "게" and i + 1 < len(tokens) and tokens[i + 1].form in ("하", "되"):
            continue  # 달리게 하는 것이 골자
        elif t.tag == "EC" and t.form == "지" and i + 1 < len(tokens) and tokens[i + 1].form in ("않", "못하"):
            continue
        elif t.tag in ("EF", "SP", "SF") or (t.tag == "EC" and t.form not in ("어", "아", "여")):
            linked = t.tag == "EC" and t.form in ("고", "며", "면서", "되", "으되") and not past and not future
            final = t.tag == "EF" or (t.tag == "EC" and t.form.endswith("다고") and not past)
            break
    return Governor(stem, k, past, future, relative, False, linked, final, lasting)
