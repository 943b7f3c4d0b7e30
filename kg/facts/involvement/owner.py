"""Whose a program is by the genitive or the word of lead before its name: «한빛대의 ‘P’», «중기부 주관 ‘P’»."""

from kg.facts.involvement.scene import Scene
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_LEADS = regex(r"\s(?:주관|주최|소관)\s[‘'「『《〈\"“]?")
_OWNS = regex(r"(?:의|\s주관|\s주최|\s소관)\s[‘'「『《〈\"“]?")


def owner_of(scene: Scene, sentence: Sentence, program: Mention) -> Mention | None:
    """«중소벤처기업부 주관 ‘P’», «한빛대의 ‘P’»: the own program of a body that is no local government.

    «중소벤처기업부의 ‘P’» tells whose call or money it is, and not who does the work.
    """
    for body in scene.bodies(sentence):
        between = scene.analysis.text[body.end : program.begin] if body.end < program.begin else ""
        of_it = _LEADS if scene.is_ministry(body) else _OWNS
        if not scene.is_government(body) and of_it.fullmatch(between):
            return body
    return None
