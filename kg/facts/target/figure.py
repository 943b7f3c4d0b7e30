"""A number in its sentence, and its part in the clause by the words that follow it."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from kg.facts.target.words import TargetWords
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention
from kg.patterns import regex

Role = Literal["to", "from", "object", "subject", "topic", "dative", "locative", "genitive", "copula", "only", "bare"]

_TAIL = regex(
    r"(?:\s?(?:여|남짓|가량|정도|이상|이하|내외|안팎|수준|규모|전원|모두|씩|가까이|이내|안|전부|전체|"
    r"쯤|미만|초과|넘게|넘는|선|대(?!여)|전후|분|몫|아래|밑|급|전역|전|꼴|절반)"
    r"(?=[\s,.()”\"’']|으로|로|에|을|를|이|가|은|는|도|의|까지|부터|인|뿐|여|남짓|가량|정도|이상|이하|씩|쯤|$))*"
    r"(?:\([^)]{1,20}\))?[”\"’']?"
    r"(?P<p>으로까지|로까지|으로|로|에게까지|에게도|에게는|에게|께|을|를|이(?=[ ,])|가(?=[ ,])|은(?= )|는(?= )|"
    r"도(?= )|의(?= )|까지(?:는|도)?(?=[ ,])|부터(?=[ ,])|에서(?= )|서(?= )"
    r"|보다|에(?=[ ,])|에는|에도(?= )|에까지(?=[ ,])|뿐|밖에|에 불과|이다|이며|인(?= )|이던(?!데)|이었던|였던|"
    r"이라(?!던)|"
    r"이던데|던데|이라던데|라던데|이었|였|이에요|예요|이죠|이지요|이네요|입니다|인데|이고|이지만|라고|라는|라며"
    r"|다(?=[.,”\"’' ]|$))?"
)
_STARTS = regex(
    r"\s?(?:\([^)]{1,20}\))?\s?(?:→|⇒|➜|➡|▶|->|(?:[가-힣]{1,10})?(?:을 시작으로|를 시작으로|부터 시작|"
    r"(?:으로|로|에서)(?:부터)? (?:시작|출발|첫발|운을|문을 열어|문을 연 뒤|문을 열고|"
    r"불을 켜|불을 켠|가동을 시작|운영을 시작|가동해|가동한 뒤|개통해|개관해)))"
)
TAKING = regex(
    r"(?:이나|[이가]|씩|쯤|정도|가량)? ?(?:넘게 )?"
    r"(?:(?:걸리|소요되|소요하)(?:는데|는|던|었던|지만|고|며)|걸린|걸려(?:서)?|걸렸(?:던|는데|지만|고|으나)|소요된),? "
)
"""A length of time that something takes: 8시간 걸리는, 40분이 걸리던."""
_ARROW_BEFORE = regex(r"(?:→|⇒|➜|➡|▶|->)\s?(?:\S{1,8}\s)?$")
_IN_ALL = regex(r"\s?(?:여|남짓|가량|정도)?\s?(?:[.!]|\s*(?:\n|$))")
_WITHIN = regex(r" ?(?:만|안|이내)에(?=[ ,])")
_ROLES: dict[str, Role] = {
    "으로": "to",
    "로": "to",
    "으로까지": "to",
    "로까지": "to",
    "까지": "to",
    "까지는": "to",
    "까지도": "to",
    "부터": "object",
    "을": "object",
    "를": "object",
    "이": "subject",
    "가": "subject",
    "은": "topic",
    "는": "topic",
    "도": "topic",
    "의": "genitive",
    "에게": "dative",
    "에게까지": "dative",
    "에게도": "dative",
    "에게는": "dative",
    "께": "dative",
    "에서": "from",
    "서": "from",
    "보다": "from",
    "에": "locative",
    "에는": "locative",
    "에도": "locative",
    "에까지": "locative",
    "뿐": "only",
    "밖에": "only",
    "에 불과": "only",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity mention with its sentence; ``first`` is its first token, ``after`` the first behind its particle."""

    mention: Mention
    sentence: Sentence
    first: int
    after: int
    role: Role
    words: TargetWords
    marks: tuple[Mention, ...] = ()
    """The dates and numbers of the sentence."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens


def figure(
    mention: Mention, sentence: Sentence, text: str, words: TargetWords, marks: tuple[Mention, ...] = ()
) -> Figure:
    """The number as part of its sentence; its particle is read from the text, where no analyser goes astray."""
    tokens = sentence.tokens
    first = bisect_left(tokens, mention.begin, key=lambda t: t.begin)
    if first and tokens[first - 1].end > mention.begin:
        first -= 1
    tail = _TAIL.match(text, mention.end, sentence.end)
    particle = tail.group("p") if tail else None
    behind = tail.end() if tail and (particle or text[mention.end : tail.end()].strip()) else mention.end
    after = bisect_left(tokens, behind, key=lambda t: t.begin)
    role: Role = "bare" if particle is None else _ROLES.get(particle, "copula")
    if (role in ("bare", "to", "object") and _STARTS.match(text, mention.end, sentence.end)) or TAKING.match(
        text, mention.end
    ):
        role = "from"
    elif role in ("bare", "locative") and mention.rule == "span-of-time" and _WITHIN.match(text, mention.end):
        role = "to"
    elif role == "bare" and _is_predicate(text, mention, sentence):
        role = "copula"
    elif role == "bare" and _ARROW_BEFORE.search(text, max(sentence.begin, mention.begin - 14), mention.begin):
        role = "to"
    return Figure(mention, sentence, first, after, role, words, marks)


def _is_predicate(text: str, mention: Mention, sentence: Sentence) -> bool:
    """Whether the number ends its sentence without a verb and tells of a topic (들어온 신호는 모두 212건.)."""
    if _IN_ALL.match(text, mention.end, sentence.end) is None:
        return False
    told = [t for t in sentence.tokens if t.tag == "JX" and mention.begin - 24 <= t.begin < mention.begin]
    return bool(told) and told[-1].form in ("은", "는") and ":" not in text[told[-1].end : mention.begin]
