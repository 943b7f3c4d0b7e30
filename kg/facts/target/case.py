"""One number with all that the rules ask of it: its verb, the words before and behind it, what they tell of time."""

from kg.facts.target.candidates import bare_unit, is_score
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor, predicate
from kg.facts.target.words import TargetWords
from kg.mentions.model import Quantity
from kg.patterns import regex

_IS_OBJECT = regex(r"(?<![받찾맡뽑심읽넣얻쌓막걷]) ?[을를]$|[일월물별실말날글절달술울]$")
_ONLY_DONE = regex(r"[가-힣]{0,3}는 데 ?(?:만 )?(?:그쳤|그친|그쳐|머물렀|머문|불과)")
"""A verb that the sentence says was all that was done (64곳을 지원하는 데 그쳤다)."""
_CONTRAST = regex(r"[가-힣]{1,6}(?:는데|지만|으나)")
_CAN = regex(r"[가-힣]{1,4} 수 있")
_NOT_BEFORE = regex(r"(?:^| )못 ?$")
_NOT_BEHIND = regex(r"[가-힣]{0,4}지(?:는|도|를)? ?못")
_NEXT_WORDS = regex(r"(?<=[”’\"'])[이]?(?:라며|라면서|며|면서|고) (?=[“\"])")
"""Where another quotation of the same speaker begins: it says nothing of a number in the one before."""
_NEXT_SAID = regex(r"(?<=[다요죠까])[.?!] (?=[가-힣A-Z‘'])")
"""Where the next sentence of one quotation begins."""
GOAL_BEFORE = regex(r"목표(?:는|치는|치| 인원은| 대수는)? |계획대로(?:라도|라면|면|만 되면)? ")
PASSIVE = ("이", "히", "리", "기", "지", "들어서")
"""How a verb ends that tells what is put or given without him who does it (놓이다, 깔리다, 주어지다)."""
_AHEAD, _BACK = 70, 40


class Case:
    """A number as the rules see it; nothing in it changes while they are asked."""

    def __init__(
        self,
        fig: Figure,
        role: Role,
        gov: Governor | None,
        measure: str,
        whole: str,
        text: str,
        *,
        due: bool,
        base: bool,
        annual: bool,
        steps: bool,
        joined: bool,
        each: bool,
        listed: bool,
    ) -> None:
        self.fig, self.role, self.gov, self.measure, self.whole, self.text = fig, role, gov, measure, whole, text
        self.due, self.base, self.annual, self.steps, self.joined = due, base, annual, steps, joined
        self.each, self.listed = each, listed
        self.words: TargetWords = fig.words
        self.quantity: Quantity = fig.mention.value
        self.unit = bare_unit(self.quantity.unit)
        self.percent = fig.mention.kind == "percent" or is_score(fig, measure)
        self.tail = _NEXT_WORDS.split(text[fig.mention.end : min(fig.sentence.end, fig.mention.end + _AHEAD)])[0]
        self.tail = _NEXT_SAID.split(self.tail)[0]
        self.before = text[max(fig.sentence.begin, fig.mention.begin - _BACK) : fig.mention.begin]
        told = self.words.planned.search(self.tail) is not None or GOAL_BEFORE.search(self.before) is not None
        self.planned = told or _is_future(fig, measure, text) or _is_future(fig, whole, text)
        self.expected = self.words.effect.search(self.tail) is not None
        self.past = (
            gov is not None
            and not gov.future
            and not (gov.relative and self.is_a("contain"))
            and (gov.past or (gov.linked and not self.planned and not self.expected and ends_past(fig, gov)))
        )
        verb = gov if gov is not None and not gov.bare else predicate(fig)
        self.verb = verb
        if gov is not None and not self.past:
            behind = fig.tokens[gov.index].end
            self.past = _ONLY_DONE.match(text, behind, behind + 14) is not None
        self.announced = (
            verb is not None and not verb.past and (verb.final or (verb.linked and not ends_past(fig, verb)))
        )
        self.contrast = gov is not None and self.past and _CONTRAST.match(text, fig.tokens[gov.index].begin) is not None

    @property
    def line(self) -> str:
        """The words of the number's sentence before it."""
        return self.text[self.fig.sentence.begin : self.fig.mention.begin]

    def is_a(self, kind: str) -> bool:
        """Whether the verb on which the number hangs belongs to a class."""
        return self.gov is not None and self.words.is_a(self.gov.stem, kind)

    @property
    def negated(self) -> bool:
        """Whether the verb tells what was not achieved (서른 명을 못 넘었다, 40대를 채우지 못했다)."""
        if self.gov is None or not self.gov.past:
            return False
        start = self.fig.tokens[self.gov.index].begin
        denied = _NOT_BEFORE.search(self.text, max(self.fig.mention.end, start - 4), start)
        return denied is not None or _NOT_BEHIND.match(self.text, start, start + 12) is not None

    @property
    def conditional(self) -> bool:
        """Whether the verb only tells a condition (집행률이 50%를 넘지 않으면, 1만명을 넘을 경우, 60%를 채워야)."""
        if self.gov is None:
            return False
        behind = self.fig.tokens[self.gov.index + 1 : self.gov.index + 6]
        ends = (k for k, t in enumerate(behind) if t.tag in ("EF", "ETM") or (t.tag == "EC" and t.form != "지"))
        k = next(ends, None)
        if k is None:
            return False
        if behind[k].tag == "ETM":
            return k + 1 < len(behind) and behind[k + 1].form in ("경우", "때", "시")
        return behind[k].tag == "EC" and behind[k].form in (
            "면",
            "으면",
            "거든",
            "어야",
            "아야",
            "느니",
            "다면",
            "ᆫ다면",
        )

    @property
    def alone(self) -> bool:
        """Whether no topic or subject stands before the number in its sentence."""
        return not any(t.tag in ("JKS", "JX") for t in self.fig.tokens[: self.fig.first])

    @property
    def can(self) -> bool:
        """Whether the verb says what will be possible (줄일 수 있다)."""
        if self.gov is None:
            return False
        start = self.fig.tokens[self.gov.index].begin
        return _CAN.search(self.text, start, start + 12) is not None

    @property
    def is_given(self) -> bool:
        """Whether a verb without a meaning of its own gives something to those counted (60명에게 이용권을 준다)."""
        fig, gov = self.fig, self.gov
        if gov is None or self.role not in ("dative", "locative"):
            return False
        before, behind = fig.tokens[max(0, fig.first - 5) : fig.first], fig.tokens[fig.after : gov.index]
        if gov.stem.endswith(PASSIVE):
            return True  # 47개소에 측정기가 놓였다
        return any(t.tag == "JKO" for t in (*before, *behind))


def _is_future(fig: Figure, measure: str, text: str) -> bool:
    """Whether the counted thing is described by what will be (갖출 GPU), and not by a name that ends alike (김석필)."""
    words = [
        w
        for w in measure.split()[:-1]
        if "가" <= w[-1] <= "힣"
        and (ord(w[-1]) - 0xAC00) % 28 == 8
        and len(w) > 1
        and w not in fig.words.classes
        and not _IS_OBJECT.search(w)
    ]
    if not words:
        return False
    said = fig.sentence.span.of(text)
    described = {t.end for t in fig.tokens if t.tag == "ETM"}
    return any(w not in said or fig.sentence.begin + said.find(w) + len(w) in described for w in words)


def ends_past(fig: Figure, gov: Governor) -> bool:
    """Whether the verb that ends the sentence is past."""
    behind = fig.tokens[gov.index :]
    end = next((k for k, t in enumerate(behind) if t.tag == "SF" and k and behind[k - 1].tag == "EF"), len(behind))
    last = [t for t in behind[:end] if t.tag in ("EP", "EF")][-3:]
    return any(t.form in ("었", "았", "였") for t in last) and not any(t.form == "겠" for t in last)
