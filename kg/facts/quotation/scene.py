"""The scene in which a text stands, sentence by sentence: at which of its occasions the people now speak.

A scene opens where an occasion is told and where it is named again; it holds inside its paragraph. Beyond, only those
who held the occasion still speak at it, as long as the text goes on with it. It ends where the text looks elsewhere:
한편, 앞서, a talk on the phone, doubts and reactions. In a council's sitting the doubts are the sitting.
"""

from dataclasses import dataclass

from kg.facts.quotation.calendar import SAME_DAY, Calendar, Occasion
from kg.language.model import Sentence
from kg.patterns import regex

_AWAY = regex(
    r"^(?:한편|앞서|이에 앞서|이와 별도로|이와 별개로|별도로|반면 (?:시민단체|환경단체)|그러나 (?:현장|지역|시민|"
    r"환경)|뒷얘기|한 걸음 더)"
    r"(?!\s(?:이날|이 자리))"
)
_DOUBTS = regex(
    r"우려|걱정|회의적|의심|비판|반발|반대|쓴소리|볼멘|냉담|시선|목소리|과제|문턱|넘(?:을|어야 할) (?:산|고비)|"
    r"변수|관건|한계|의문|"
    r"엇갈|미지수|숙제|불안|불만|지적|아쉬움|신중|반응|평가|잡음|논란|고민"
)
_DOUBT_ENDS = regex(
    r"(?:있다|없지 않다|나온다|나왔다|나오고 있다|크다|적지 않다|많다|제기된다|제기됐다|엇갈린다|엇갈렸다|갈린다|"
    r"갈렸다|남았다|남아 있다|"
    r"만만치 않다|여전하다|조심스럽다|높다|변수다|관건이다|관건은 .{1,16}다|문제다|숙제다|과제다|가지다|여전했다|"
    r"있었다|컸다|곱지 않다|"
    r"고운 것은 아니다)\.?\s*$"
)
_DOUBT_IS = regex(r"(?:걱정|관건|과제|문제|숙제|변수|한계|우려|고민|쟁점)(?:은|는)\s")
_OTHERS = regex(
    r"^(?:반면 |그러나 |하지만 |다만 )?(?:지역 |현장 )?(?:전문가|업계|학계|노동계|시민단체|시민사회|환경단체|노조|"
    r"야당|경제계|의료계|교육계)"
    r"(?:들)?(?:은|는|이|가|에서는|에선|의|도)"
)
_LOWER = regex(r"\s*[○ㅇ◦o\-–·∙*※]\s?(?=[가-힣A-Za-z‘“(㈜])")
"""The mark of an item below another one."""
_LONGEST_TURN = 60  # a sentence that turns to doubts is short; longer ones tell something else as well
_PRESENT_SCENE = regex(
    r"회의장|회견장|행사장|토론장|간담회장|발표장|설명회장|본회의장|답변[대석]|발언대|객석|방청석|장내|좌중|"
    r"질의응답|회의에서는|"
    r"참석(?:한)? ?(?:기업|기관|단체|업체|위원|주민|대표|전문가|농가|어업인|상인)|자리에서는|토론에서는"
    r"|심사에서는|감사에서는|박수|뒷자리|앞자리|앞줄|맨 앞줄|단상|손을 (?:번쩍 )?들|마이크|"
    r"방 안이|웃음(?:이|을) (?:터|자아)|"
    r"고개를 끄덕|분위기는|자리에서 일어|즉석에서|현장에서는 곧바로"
)
_GROUP = regex(
    r"(?P<who>주민|시민|도민|군민|구민|학부모|학생|청년|농민|농업인|어민|상인|소상공인|기업인|업체|기업|직원|이장|"
    r"교사|노동자|조합원|위원|의원|"
    r"참석자|관계자|관람객|청중|회원)(?:들|\s?\d|\s대표)"
)
_GROUP_SPEAKS = regex(
    r"^(?:이에 |그러자 |일부 |몇몇 )?(?P<who>주민|시민|도민|군민|구민|학부모|학생|청년|농민|농업인|어민|상인|"
    r"소상공인|기업인|업체|기업|직원|"
    r"이장|교사|노동자|조합원|위원|의원|참석자|청중|회원)(?:들)?(?:은|이|도|의|들 사이|측은)"
)
_ALONE = regex(r"연설|신년사|기고|축전|페이스북|SNS|소셜미디어|면담|방문")
TALKED = regex(
    r"(?:대화|환담|이야기|얘기|의견|고충)(?:를|을)? (?:나[누눴눈]|주고받|들)|(?:목소리|의견|애로|고충)\S* (?:들|청취)"
)
"""What makes a visit a scene in which others speak too."""
_HELD = regex(
    r"열렸|열린|열리고|열었|열고|열어|연\s|가졌|갖고|가진|개최|하고|했다|참석|배석|함께|자리|모였|모인|나왔|나온|"
    r"주요 발언|발언 ?요지|질의 ?(?:및 |· ?)?답변|토론 요지|제시 의견|맺|체결|서명|다녀왔|찾았|찾아|"
    r"에서 (?:한|꺼낸|밝힌|내놓은|던진|남긴) |방문|주재|진행|제안|건의했|건의함|"
    r"부딪|맞붙|격돌|설전|공방|낭독|주고받|교환했|벌였|벌인|실시|개의|개회|막을|시작"
)


@dataclass(slots=True)
class State:
    """Where the text stands after a sentence's own words."""

    occasion: Occasion | None = None
    inside: bool = False
    """Whether the sentence stands in the paragraph that tells or names the occasion."""
    broken: bool = False
    """Whether the text has looked elsewhere since."""


class Scenes:
    """Reads the sentences in order and keeps the current scene, and a side scene for the length of its paragraph."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.told = {o.sentence: o for o in calendar.held}
        self.occasion: Occasion | None = None
        self.aside: Occasion | None = None
        self.paragraph = -1
        self.broken = False
        self.groups: set[str] = set()
        self.named_last: dict[str, int] = {}
        """By the day of an occasion the sentence in which the text last named it."""
        self._lively = {s.paragraph for s in calendar.body if _PRESENT_SCENE.search(_without_speech(calendar, s))}

    def enter(self, sentence: Sentence) -> State:
        """Take in a sentence's words outside of speech."""
        words = self.calendar.outside(sentence)
        told = self.told.get(sentence.index)
        if told is not None and told.firm and (sentence.block == "body" or self.occasion is None):
            self._open(told, sentence, words)
        elif self.current(sentence) is not None:
            self._go_on(sentence, words)
        return self.state(sentence)

    def current(self, sentence: Sentence) -> Occasion | None:
        """The occasion of the scene in which a sentence stands."""
        return self.aside if self.aside is not None and sentence.paragraph == self.paragraph else self.occasion

    def state(self, sentence: Sentence) -> State:
        """The scene in which the words of a sentence stand now."""
        inside = sentence.paragraph == self.paragraph
        return State(self.current(sentence), inside and not self.broken, self.broken)

    def reopen(self, occasion: Occasion, sentence: Sentence) -> None:
        """The occasion has been named again: what follows in the paragraph belongs to it."""
        if self.occasion is None:
            self.occasion = occasion
        self.aside = occasion if occasion.day != self.occasion.day else None
        self.paragraph, self.broken = sentence.paragraph, False
        self.named_last[occasion.day] = sentence.index

    def _open(self, told: Occasion, sentence: Sentence, words: str) -> None:
        if not (told.event is not None and told.event.participants) and not _HELD.search(words):
            return
        alone = _ALONE.search(words) is not None and not ("방문" in words and TALKED.search(words))
        if told.aside and self.occasion is not None:
            if not alone:
                self.aside, self.paragraph, self.broken = told, sentence.paragraph, False
            return
        if self.occasion is None or told.day != self.occasion.day or told.event is not self.occasion.event:
            self.occasion = told
        self.aside, self.broken = None, False
        self.groups |= {m["who"] for m in _GROUP.finditer(words)}
        self.paragraph = -1 if alone else sentence.paragraph

    def _go_on(self, sentence: Sentence, words: str) -> None:
        occasion = self.current(sentence)
        first = sentence.paragraph != self.paragraph
        group = _GROUP_SPEAKS.match(words)
        if first and not self.broken and self._below(sentence):
            self.paragraph = sentence.paragraph
            first = False
        there = (first and sentence.paragraph in self._lively) or (group and group["who"] in self.groups)
        if SAME_DAY.search(words):
            self.paragraph, self.broken = sentence.paragraph, False
        elif _AWAY.match(words):
            self.broken = True
        elif there and not self.broken:
            self.paragraph = sentence.paragraph
        elif occasion and not occasion.sitting and _turns_away(words):
            self.broken = True
        elif not first:
            self.groups |= {m["who"] for m in _GROUP.finditer(words)}

    def _below(self, sentence: Sentence) -> bool:
        """Whether a release sets a sentence as an item below the line that tells the occasion: «□ …», then «○ …»."""
        calendar = self.calendar
        if calendar.analysis.document.kind != "press-release" or sentence.paragraph != self.paragraph + 1:
            return False
        return _LOWER.match(calendar.analysis.text, sentence.begin) is not None


def _turns_away(words: str) -> bool:
    """Whether a sentence turns to doubts, or to others who were not there."""
    if _OTHERS.match(words) or (len(words) <= _LONGEST_TURN and _DOUBT_IS.search(words)):
        return True
    return len(words) <= _LONGEST_TURN and bool(_DOUBTS.search(words) and _DOUBT_ENDS.search(words))


def _without_speech(calendar: Calendar, sentence: Sentence) -> str:
    """A sentence's words without what stands in speech marks."""
    words, begin = [], sentence.begin
    for q in calendar.analysis.quoted:
        if q.double and begin <= q.begin < sentence.end:
            words.append(calendar.analysis.text[begin : q.begin])
            begin = q.end
    return " ".join((*words, calendar.analysis.text[begin : sentence.end]))
