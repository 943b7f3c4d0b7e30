"""One predicate of a row: its stem, its endings, its auxiliaries and the nouns that only carry a mood (예정, 것)."""

from kg.facts.allocation.chunk import Chunk
from kg.language.model import Token

_MODAL_NOUNS = frozenset(
    (
        "예정",
        "계획",
        "방침",
        "것",
        "거",
        "전망",
        "상태",
        "셈",
        "중",
        "구상",
        "참",
        "뜻",
        "터",
        "바",
        "적",
        "만큼",
        "요량",
    )
)
_HAS = frozenset(("바", "적"))
"""«마친 바 있다», «받은 적이 없다»: one predicate."""
_FUTURE_NOUNS = frozenset(("예정", "계획", "방침", "구상", "전망", "요량"))
_WITH_OUT = frozenset(("적", "쓰", "써", "덜", "깎", "자르", "잘라", "걷", "살리", "살려"))

_WAYS = frozenset(("오르", "내리", "넘", "돌", "들"))
"""Where somebody or something comes or goes: 올라, 내려, 넘어, 돌아, 들어."""


def read_predicate(text: str, row: list[Chunk], noun: Chunk | None, tokens: list[Token], i: int) -> int:
    """One predicate with its endings, its auxiliaries and the nouns that only carry a mood (예정, 것)."""
    token = tokens[i]
    lemma, begin = token.form, token.begin
    if token.tag.startswith(("XSV", "XSA")):
        stem = tokens[i - 1] if i else token
        if noun is not None and stem.end >= token.begin:
            lemma, begin = stem.form, stem.begin
            if stem.tag == "XSN" and i > 1 and tokens[i - 2].end == stem.begin and noun.begin <= tokens[i - 2].begin:
                lemma, begin = tokens[i - 2].form + stem.form, tokens[i - 2].begin  # 고도화하다, 자동화하다
            if noun.begin >= begin and noun.money is None:
                row.remove(noun)
            elif noun.money is None or noun.money.end <= begin:
                noun.end = _rstrip(text, noun.begin, begin)
    verb = Chunk("verb", begin, token.end, lemma=lemma, suffix=token.form if token.tag.startswith("XS") else token.tag)
    row.append(verb)
    i += 1
    while i < len(tokens):
        tag, form = tokens[i].tag, tokens[i].form
        if tag == "EP":
            verb.past = verb.past or form in ("었", "았", "였")
            verb.future = verb.future or form == "겠"
        elif tag in ("EC", "EF", "ETM", "ETN"):
            verb.ending, verb.ending_form = tag, form
            if tag == "ETM":
                verb.future = verb.future or form in ("ᆯ", "을", "려는")
                verb.past = verb.past or (
                    form in ("ᆫ", "은", "던")
                    and (
                        not (verb.suffix.startswith(("VA", "VCP")) or token.tag.startswith("XSA"))
                        or verb.lemma == "쓰"  # «쓴 돈» reads as bitter
                    )
                )
            if tag == "EC" and form in ("려", "으려", "려고", "으려고", "고자", "자고"):
                verb.future = True
            after = _after(verb, tokens, i + 1)
            if after is None:
                return i + 1
            i = after
            continue
        elif (
            (tag == "XSV" and form in ("되", "하") and verb.end == tokens[i].begin)
            or tag.startswith("VX")
            or _takes_off(verb, tag, form)
            or _goes(verb, tokens, i)
        ):
            if _goes(verb, tokens, i):
                verb.lemma = text[verb.begin : tokens[i].begin] + form
            elif tag.startswith("V") and verb.ending_form in ("어", "아", "여"):
                verb.compound = verb.lemma + verb.ending_form + form
                verb.past = verb.past or (form == "있" and verb.lemma not in ("들", "남"))  # «반영돼 있다»: it has been
        else:
            return i
        verb.end = max(verb.end, tokens[i].end)
        i += 1
    return i


def _after(verb: Chunk, tokens: list[Token], i: int) -> int | None:
    """Where the predicate goes on after an ending: an auxiliary, 기로 하다, 예정이다; None where it ends."""
    if i >= len(tokens):
        return None
    tag, form = tokens[i].tag, tokens[i].form
    if verb.ending == "EC" and (tag.startswith("VX") or _takes_off(verb, tag, form) or _goes(verb, tokens, i)):
        return i
    if verb.ending == "ETN" and form in ("로", "으로") and i + 1 < len(tokens):
        following = tokens[i + 1]
        verb.future, verb.ending = True, "EC"  # «짓기로 했다», «짓기로 A시와 약속했다»
        if following.tag.startswith("VV"):
            verb.end = following.end
            return i + 2
        if (
            following.tag == "NNG"
            and following.form in ("결정", "합의", "의결", "확정", "계획", "협의", "약속")
            and i + 2 < len(tokens)
        ):
            verb.end = tokens[i + 2].end
            return i + 3
        verb.end = tokens[i].end
        return None
    if verb.ending == "ETM" and form in _MODAL_NOUNS and tag.startswith("NN"):
        verb.future = verb.future or form in _FUTURE_NOUNS
        j = i + 1
        while (
            j < len(tokens)
            and tokens[j].tag in ("JKB", "JX", "JKS", "JKC")
            and tokens[j].form not in ("에", "에서", "을", "를")
        ):
            j += 1
        if j < len(tokens) and (tokens[j].tag in ("VCP", "VCN") or (form in _HAS and tokens[j].form in ("있", "없"))):
            verb.end = tokens[j].end
            return j + 1
        if form in ("것", "거", "전망") and j > i + 1 and tokens[j - 1].form in ("으로", "로"):
            verb.ending, verb.end = "EC", tokens[j - 1].end
    return None


def _takes_off(verb: Chunk, tag: str, form: str) -> bool:
    """적어 내다, 써 내다, 덜어 내다: one predicate, though Kiwi may read two verbs."""
    return tag.startswith("VV") and form == "내" and verb.ending_form in ("어", "아") and verb.lemma in _WITH_OUT


def _goes(verb: Chunk, tokens: list[Token], i: int) -> bool:
    """올라오다, 내려가다: one verb, though Kiwi may read two where it is written as one word."""
    token = tokens[i]
    return (
        token.tag.startswith("V")
        and token.form in ("오", "가")
        and verb.lemma in _WAYS
        and verb.ending_form in ("어", "아")
        and token.begin == tokens[i - 1].end
    )


def _rstrip(text: str, begin: int, end: int) -> int:
    while end > begin + 1 and text[end - 1].isspace():
        end -= 1
    return end
