"""Clauses that describe a noun behind the number: the verb in them is not the one on which the number hangs."""

from kg.facts.target.figure import Figure
from kg.language.model import Token

_SCHEMES = (
    *("사업", "계획", "방식", "식", "내용", "과제", "구상", "정책", "제도", "프로그램"),
    *("안", "방안", "대책", "시책", "골자", "뼈대", "얼개", "복안", "밑그림", "청사진", "협약", "실험", "작업", "공사"),
)
_NAMING = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SSO", "SSC", "SP", "JKG"))
_NAME = 12
_DISTRICTS = ("읍", "면", "동", "리", "시", "군", "구")


def describes_object(tokens: tuple[Token, ...], begin: int, k: int) -> bool:
    """Whether a verb with its own object only describes what is given (120곳에 비상벨을 갖춘 쉼터를 놓는다)."""
    tail = k + 2 if k + 1 < len(tokens) and tokens[k + 1].tag in ("XSV", "XSA") else k + 1
    if tail + 1 < len(tokens) and tokens[tail].form in ("어", "아", "여") and tokens[tail + 1].tag == "VX":
        tail += 2  # 주문을 받아 주는 단말기를
    if (
        tail + 1 >= len(tokens)
        or tokens[tail].tag != "ETM"
        or not tokens[tail + 1].tag.startswith(("NNG", "NNP", "SL"))
    ):
        return False
    own = any(t.tag == "JKO" for t in tokens[begin:k])
    end = next((i for i in range(tail + 1, len(tokens)) if not tokens[i].tag.startswith(("NN", "SL", "XSN"))), None)
    return own and end is not None and tokens[end].tag == "JKO"


def is_scheme(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a clause only tells what a scheme does (20대에 단말기를 다는 사업이다, 300기를 묶는 ‘새 두뇌’ 사업은)."""
    opened = False
    for i in range(k, min(len(tokens), k + _NAME)):
        opened |= tokens[i].tag == "SSO"
        if tokens[i].form in _SCHEMES or (tokens[i].tag == "SSC" and opened):
            return True
        if not opened and tokens[i].tag not in _NAMING:
            return False
    return False


def ends_clause(fig: Figure, j: int) -> bool:
    """Whether the word before a number ends a clause and is nothing counted (과정을 개설, 연 40명을; 맡는데 30명을)."""
    token, before, behind = fig.tokens[j], fig.tokens[j - 1] if j else None, fig.tokens[j + 1]
    if before is None:
        return False
    if token.form == "데" and token.tag == "NNB":
        return before.tag == "ETM" and before.end == token.begin
    return token.tag == "NNG" and before.tag == "JKO" and behind.tag == "SP" and fig.words.governs(token.form)


def names_whereabouts(tokens: tuple[Token, ...], etc: int) -> bool:
    """Whether a list that ends with 등 only names places (올해 산외·보은면 등 5곳을 연다)."""
    return etc > 0 and (tokens[etc - 1].tag == "NNP" or tokens[etc - 1].form.endswith(_DISTRICTS)) and etc > 1
