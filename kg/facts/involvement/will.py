"""What an executive's words will: that they bind who says them, look forward, or present a thing to the public."""

from kg.facts.involvement.scene import Scene
from kg.language.model import Sentence
from kg.patterns import regex
from kg.spans import Span

TO_COME = "[" + "".join(chr(c) for c in range(0xAC08, 0xD7A4, 28)) + "]"
"""The syllables that close with ㄹ, as a verb bent to what will be does: 할, 열, 만들."""
WILL = regex(
    rf"겠(?:다|습니다|는|어요)|{TO_COME}\s(?:것(?:이다|입니다|[”\"]?이?라?며|[”\"]|$)|계획|방침|생각|작정)"
    r"|도록\s(?:하|할|해)"
)
_PROMISED = regex(r"약속|공언|다짐|천명|공약|장담|단언|확약|맹세")
_PRESENTING = regex(
    r"(?<!정책)(?<!정례)(?:브리핑|회견|발표회|선포식|(?:기자|언론|사업|주민|시민|도민|군민|구민)\s?설명회|보고회)(?:에서|을\s열|를\s열|을\s갖|를\s갖)"
)
"""Where an executive presents a program, and does so by any words that do not look back."""
_LOOKS_BACK = regex(r"(?:었|았|였|했|됐|랐|렸|졌|냈|갔|왔|났|섰|쳤|켰)(?:다|습니다|어요|는데|지만|던)[.\s”\"]*$")
_FORESEES = regex(r"[”\"]?[^.“”\"]{0,14}(?:내다[봤보]|전망|예상|기대|관측|점쳤|예측)")
"""«“…불이 켜질 것”이라고 내다봤다»: a forecast, not a will."""
_LEAVES_OPEN = regex(
    r"(?:검토|고려|고민|논의|협의|숙고|참고|확인|파악|상의|존중|경청|주시|관망|수용|사과|사죄|해명|설명|보고|소명|대응|반성)"
    r"(?:(?:하|해\s?보|해\s?나가|드리)?(?:겠|[ㄹ을]\s것)|(?:할|해\s?볼)\s(?:것|생각|계획|예정|방침|작정))"
    r"|(?:지켜|두고|살펴|들여다|알아|물어|따져)\s?볼\s(?:것|생각|계획|예정|방침|작정)|(?:지켜|두고|살펴|들여다|알아|물어|따져)\s?(?:보)?겠"
    r"|(?:따르|기다리|받아들이|새겨듣|귀담아듣|듣|말씀드리|사과드리|물러나|책임지|지겠|막|맞서|다투|접|거두|멈추|그만두)겠"
    r"|(?:재의|반납|환수|배상|해지|사퇴|철회)[를을]?\s?[^.“”]{0,8}겠|[가-힣]지\s?(?:않|못하)으?면\s[^.“”]{0,30}겠"
    r"|할\s처지가\s아니|말할\s(?:일|때)이?\s?아니"
)
"""What binds nobody: «적극 검토하겠다»."""
_ANOTHER = regex(
    r"[가-힣]도\s(?:함께\s|곧\s|추가로\s|따로\s|내년에\s)?(?:신청|유치|추진|건립|조성|신설|설립|발행|도입|구축|증설|개설)하겠(?:다|습니다)"
)
"""«특구도 신청하겠다»: the will to do one thing more."""


def leaves_open(scene: Scene, begin: int, end: int) -> bool:
    """Whether some words bind nobody to anything."""
    return _LEAVES_OPEN.search(scene.analysis.text, begin, end) is not None


def foresees(scene: Scene, span: Span) -> bool:
    """Whether some words are told as a forecast: «“…허물 것”이라고 내다봤다»."""
    return _FORESEES.match(scene.analysis.text, span.end) is not None


def wills(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether some words will something, or who says them is told to promise."""
    text = scene.analysis.text
    mine = [who for s, who in scene.speakers if s == span]
    others = (s.begin for s, who in scene.speakers if span.end < s.begin < sentence.end and who not in mine)
    stop = next(others, sentence.end)
    if _FORESEES.match(text, span.end) and "겠" not in text[span.begin : span.end]:
        return False
    more = _ANOTHER.search(text, span.begin, stop)
    if more is not None and WILL.search(text, span.begin, more.start()) is None:
        return WILL.search(text, more.end() + 1, stop) is not None
    return bool(WILL.search(text, span.begin, stop) or _PROMISED.search(text, span.end, stop))


def presents_there(scene: Scene, sentence: Sentence, span: Span) -> bool:
    """Whether some words are told of a briefing, and look forward."""
    text, lead = scene.analysis.text, scene.analysis.paragraph_to(sentence)[-2:][0].begin
    return (
        _PRESENTING.search(text, lead, span.begin) is not None
        and _LOOKS_BACK.search(text, span.begin, span.end) is None
    )
