"""Who runs a program by a headline: «가온시, ‘P’ 구축 착수»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import operated
from kg.facts.involvement.parties import listed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_NO_WORK = regex(
    r"폐지|중단|철회|백지화|보류|삭감|논란|의혹|반대|비판|벤치마킹|견학|시찰|방문|탈락|무산|불발|재검토|실패|반납|종료|접어|접는|접었"
    r"|촉구|건의|요구|요청|감사|질타|지적|도마|뭇매|제동|표류|좌초|멈춰|멈췄"
)
"""What a headline may tell of a body and a program that the body does not run for all that."""


_ONLY_TALK = regex(
    r"[’'」』》〉\"”]?\s?(?:사업\s|관련\s|분야\s)?(?:상호\s?)?(?:협력|논의|모색|토론|토의|간담회|포럼|세미나|점검|홍보|해법|발전\s?방안)"
)
"""«두 기관, P 협력 위한 협약»: what is talked of, or is to be helped along."""


def of_headline(scene: Scene, sentence: Sentence, program: Mention) -> Iterator[Involvement]:
    """Who runs a program by a headline: the body before a comma, and those listed with it."""
    text = scene.analysis.text
    if _NO_WORK.search(text, program.end, sentence.end) or _ONLY_TALK.match(text, program.end, sentence.end):
        return
    for body in scene.bodies(sentence):
        if (
            body.end <= program.begin
            and behind(sentence, body, 0)[0] in (",", "은", "이")
            and (scene.is_government(body) or scene.is_ministry(body))
        ):
            for b in listed(scene, sentence, body):
                yield operated(scene, sentence, program, b, "operator-headline")
            return
