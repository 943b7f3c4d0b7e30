"""What gives a program of which a sentence tells no subject to somebody else than the government of the text."""

from kg.facts.involvement.objects import has_object
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

PRESENTS = frozenset(
    {
        "발표",
        "내놓",
        "선보이",
        "마련",
        "수립",
        "확정",
        "내걸",
        "공개",
        "제시",
        "출시",
        "론칭",
        "이어가",
        "넓히",
        "확대",
        "늘리",
    }
)
"""What the head of a government does to a plan of which nobody need have done anything yet."""
_BEFORE_NOW = regex(r"(?<![가-힣])(?:전임|전|前)\s(?:[가-힣]{2,5}\s?)?(?:시장|도지사|지사|군수|구청장|교육감|장관)")
_HOUSE = regex(r"(?:센터|사무소|연구소|연구원|진흥원|지원단|추진단|사업단|본부|재단|협의체|협의회)[’'」』》〉\"”]?$")
"""How a house is called that does things itself: «사무소는 P를 운영한다»."""
_HANDED_ON = regex(r"(?:에|에게|으로|로)\s(?:[가-힣]{1,4}\s)?(?:위탁|위임|의뢰|일임)(?:하여|해|해서|하고)\s")
_AGREED = regex(
    r"[가-힣]{1,6}기로\s(?:[가-힣]{1,5}\s)?(?:뜻을\s(?:모|같이)|의견을\s(?:모|같이)|합의|의기투합|입을\s모|공감|약조|구두)"
)
"""«이웃 시장과 P를 추진하기로 뜻을 모았다»: an accord that nobody need have begun to carry out."""
_ITEM_CLOSES = regex(r"\s[\-–—―]\s?[가-힣A-Za-z·]{2,14}\s$")
"""``○ P : 24억원 - 나루진흥원 운영``: a line that ends with who does it."""


def is_anothers(scene: Scene, sentence: Sentence, program: Mention, verb: Verb | None) -> bool:
    """Whether the words round a program without a subject give it to somebody, whom no mention need name: a head of
    before, a person behind the topic, who ends the line of an item, whom it is handed to; or they only ask or agree.
    """
    text = scene.analysis.text
    if _BEFORE_NOW.search(text, sentence.begin, program.begin):
        return True
    if scene.asks(sentence) and scene.analysis.quoted_at(program.begin) is None:
        return True
    if verb is None:
        return False
    topic = behind(sentence, program, 0)[0] in ("은", "이") and _HOUSE.search(text, program.begin, program.end)
    if topic and not verb.passive and has_object(scene, sentence, program.end, verb.begin):
        return True
    if _HANDED_ON.search(text, program.end, verb.begin) or _AGREED.search(text, verb.begin, sentence.end):
        return True
    if verb.ending == "noun" and _ITEM_CLOSES.search(text, program.end, verb.begin):
        return True
    doers = scene.mentions.within(Span(program.end, verb.begin), "person", "person-short")
    does = any(behind(sentence, p, 4)[0] == "이" for p in doers)
    return does and (verb.ending == "adnominal" or verb.stem in PRESENTS)
