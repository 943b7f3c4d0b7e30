"""Who runs a program by nouns alone: fields («주관기관: A»), roles («운영 주체는 A다», «시행사인 A»), «A 주관으로»."""

import re
from collections.abc import Iterator

from kg.facts.involvement_fact import operated
from kg.facts.involvement_scene import Scene
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention

_FIELD = re.compile(
    r"\((?:주관|수행|운영|시행|추진|전담|주최|추진\s?주체|수행\s?기관|운영\s?기관|주관\s?기관)\)"
    r"|(?<![가-힣])(?:사업\s?)?(?:수행|운영|주관|시행|전담|총괄|위탁|추진|공동\s?수행|공동\s?주관|실행)\s?(?:기관|주체|단체|대학|사업자|처|체계)?\s?[:：]"
)
_FIELD_END = re.compile(r"\s[/|ㅣ]\s|\n|[.]\s|[,;]\s?[가-힣 ]{2,8}[:：]")
_NO_PART = re.compile(
    r"\s?\((?:지원|후원|참여|협력|자문|재정|예산|국비|도비|시비|군비|구비|부지|장소|수요|홍보)[^()]{0,8}\)"
)
_ROLE = re.compile(
    r"(?:사업\s?)?(?:시행사|시공사|운영사|개발사|주관사|건설사|운용사|주관사업자|사업자|사업시행자"
    r"|(?:주관|수행|위탁|수탁|운영|전담|시행|총괄)\s?기관|(?:운영|사업|추진|시행|수행)\s?주체)"
    r"(?:인|은|는|에는|으로는|로는|로|[:：])\s?"
)
_SHARE = re.compile(
    r"(?<![가-힣])(?:사업\s)?(?:총괄|주관|운영|수행|시행|시공|설계|구축|개발|전담|실무)[은는]\s(?:\(재\)|㈜)?"
)
_IS_IT = re.compile(r"(?:이다|다|이며|이고|이었다|였다|입니다|[,，.]|\s?$)")
_DOES = re.compile(
    r"(?:\([^()]{1,20}\))?(?:이|가)?\s(?:직접\s|공동\s?|통합\s)?(?:주관|수행|위탁|총괄|전담|시행|운영|주도|담당|추진)(?:\s?(?:운영|수행|시행|추진|예정|중))?"
    r"(?:(?:으로|로)\s(?:추진|진행|운영|시행|수행|열리|열린|마련|꾸려|이뤄|치러|개발|구축|조성|펼)|\s?[,;)/]|\s?[.]?$|\s하에\s)"
)


def operators_in_roles(
    scene: Scene, sentence: Sentence, bodies: list[Mention], programs: list[Mention], at: Mention
) -> Iterator[Involvement]:
    """The bodies to which nouns give a role.

    ``programs`` are those that the sentence names, ``at`` is what it is about.
    """
    text = scene.analysis.text
    fields = list(_FIELD.finditer(text, sentence.begin, sentence.end))
    if fields and fields[0].start() - sentence.begin < 24 and not programs:
        for field in fields:
            stop = _FIELD_END.search(text, field.end(), sentence.end)
            end = stop.start() if stop else sentence.end
            for body in bodies:
                if field.end() <= body.begin < end and not _NO_PART.match(text, body.end):
                    yield operated(scene, sentence, at, body, "operator-field")
        return
    role = _ROLE.search(text, sentence.begin, sentence.end)
    shares = list(_SHARE.finditer(text, sentence.begin, sentence.end))
    for body in bodies:
        told = role is not None and 0 <= body.begin - role.end() <= 2
        told = told or any(s.end() == body.begin and _IS_IT.match(text, body.end, sentence.end) for s in shares)
        if told:
            for b in (body, *[x for x in bodies if x is not body and scene.joined(body, x)]):
                yield operated(scene, sentence, _of(programs, b) or at, b, "operator-in-role")
        elif sentence.block == "body" and _DOES.match(text, body.end, sentence.end):
            for b in (*[x for x in bodies if x.end <= body.begin and scene.joined(x, body)], body):
                yield operated(scene, sentence, _of(programs, b) or at, b, "operator-in-role")


def _of(programs: list[Mention], body: Mention) -> Mention | None:
    """The program named last before a body."""
    before = [p for p in programs if p.end <= body.begin]
    return before[-1] if before else None
