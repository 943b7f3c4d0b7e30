"""Who does what an item of a list tells, whose bracket names the program: ``② (P) D가 … 쌓는다``."""

from kg.facts.involvement.parties import listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention

BRACKET_ENDS = (")", "）", "]", "】")
_NO_DEEDS = frozenset(
    {
        "밝히",
        "말하",
        "하",
        "지적",
        "비판",
        "반대",
        "요구",
        "촉구",
        "요청",
        "건의",
        "내",
        "부담",
        "삭감",
        "깎",
        "보",
        "되",
        "있",
        "출자",
    }
)
"""What one does to a program, or says of it, without running it."""


def doers_of_item(scene: Scene, sentence: Sentence, program: Mention) -> list[Mention]:
    """``② (P) D가 … 쌓는다``: the bodies that open what is told of an item whose bracket names the program."""
    text = scene.analysis.text
    if text[program.end : program.end + 1] not in BRACKET_ENDS or text[program.begin - 1] not in "(（[【":
        return []
    first = next((b for b in scene.bodies(sentence) if 0 <= b.begin - program.end <= 6), None)
    if first is None or behind(sentence, first, 0)[0] not in ("이", "은"):
        return []
    final = next((v for v in reversed(scene.verbs(sentence)) if v.ending in ("final", "noun")), None)
    if final is None or final.negated or final.passive or final.stem in _NO_DEEDS:
        return []
    return listed(scene, sentence, first)
