"""Who asks for more of a program by an item of an audit's or a review's report, whose bracket names the member:
«‘P’를 개별 농가로 확대할 것을 건의 (A 위원)»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import Backing
from kg.facts.involvement.scene import Scene
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_ASKED = regex(
    r"(?:건의|제안|촉구|요청|요구|주문|당부|제언|바람|필요)(?:함|하였음|했음|됨)?[.]?\s?[(（\[]\s?(?:[가-힣]{1,8}\s)?$"
)
"""How such an item closes before the member's name."""
_MEMBER = regex(r"\s?(?:부?위원장|위원|의원|의장|부의장)(?:\s외\s?\d{1,2}\s?[인명])?\s?[)）\]][.]?\s?$")
_MORE = regex(
    r"확대|확산|도입|신설|추진|반영|증액|조성|설치|지원|보급|연장|지속|유지|개설|늘[려릴리]|넓[혀힐히]|앞당|이어\s?가|제정|개통|유치|편성|전파"
)
_LESS = regex(
    r"재검토|중단|폐지|철회|미흡|저조|부진|시정|감액|삭감|근절|방지|축소|환수|해지|신중|자제|지양|보류|대책|점검|철저|공개|해명|사과|조사"
)


def recommended(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` for the member who asks that a program be carried on or widened."""
    text = scene.analysis.text
    if not programs or text[sentence.end - 1 : sentence.end] not in ")）].":
        return
    people = [p for p in scene.people_in(sentence) if p.begin > programs[-1].end]
    if len(people) != 1 or _MEMBER.match(text, people[0].end, sentence.end) is None:
        return
    if _ASKED.search(text, programs[-1].end, people[0].begin) is None:
        return
    named = {scene.full(p).value.text: scene.full(p) for p in programs}
    between = (programs[-1].end, people[0].begin)
    if len(named) == 1 and _MORE.search(text, *between) and _LESS.search(text, *between) is None:
        yield sentence, next(iter(named.values())), people[0], "backer-proposes"
