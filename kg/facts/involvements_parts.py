"""Who runs a part of a program that the sentence does not name: fields, roles, shares of the work."""

import re
from collections.abc import Iterator

from kg.facts.involvement_fact import operated
from kg.facts.involvement_focus import program_at
from kg.facts.involvement_scene import Scene
from kg.facts.involvement_standing import is_weak
from kg.facts.involvement_words import Verb, behind
from kg.facts.involvements_charge import in_charge
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.spans import Span

_FIELD = re.compile(
    r"\((?:주관|수행|운영|시행|추진|전담|주최|추진\s?주체|수행\s?기관|운영\s?기관|주관\s?기관)\)"
    r"|(?<![가-힣])(?:사업\s?)?(?:수행|운영|주관|시행|전담|총괄|위탁|추진|공동\s?수행|공동\s?주관)\s?(?:기관|주체|단체|대학|사업자|처)?\s?[:：]"
)
_FIELD_END = re.compile(r"\s[/|ㅣ]\s|\n|[.]\s|[,;]\s?[가-힣 ]{2,8}[:：]")
_ROLE = re.compile(
    r"(?:사업\s?)?(?:시행사|시공사|운영사|개발사|주관사|건설사|운용사|주관사업자|사업자|사업시행자|주관기관|수행기관|위탁기관|운영기관|전담기관|주관\s기관|수행\s기관|운영\s기관|전담\s기관)"
    r"(?:인|은|는|에는|으로는|로는|로|[:：])\s?"
)


def operators_of_parts(
    scene: Scene, sentence: Sentence, programs: list[Mention], bodies: list[Mention], deeds: list[Verb]
) -> Iterator[Involvement]:
    """«A는 B가, C는 D가 각각 맡는다», «(수행) A, B»: parts of the program that the text is at."""
    text = scene.analysis.text
    told = [p for p in programs if not is_weak(scene, p)]
    program = program_at(scene, sentence) if not told else None
    programs = told
    fields = list(_FIELD.finditer(text, sentence.begin, sentence.end))
    if fields and fields[0].start() - sentence.begin < 24 and program is not None:
        for field in fields:
            stop = _FIELD_END.search(text, field.end(), sentence.end)
            end = stop.start() if stop else sentence.end
            for body in bodies:
                if field.end() <= body.begin < end:
                    yield operated(scene, sentence, program, body, "operator-field")
        return
    role = _ROLE.search(text, sentence.begin, sentence.end)
    if role is not None and (program is not None or programs):
        for body in bodies:
            if 0 <= body.begin - role.end() <= 2:
                for b in (body, *[x for x in bodies if x is not body and scene.joined(body, x)]):
                    yield operated(scene, sentence, program or programs[0], b, "operator-in-role")
    if program is not None or programs:
        charged = list(in_charge(scene, sentence, bodies, deeds))
        last = sentence.begin
        for body in charged:
            before = [p for p in programs if p.end <= body.begin and behind(sentence, p, 3)[0] in ("은", "도", "의")]
            own = (
                program_at(scene, sentence, Span(last, body.begin))
                if program is not None and last > sentence.begin
                else None
            )
            part = before[-1] if before else own or program or programs[0]
            last = body.end
            yield operated(scene, sentence, part, body, "operator-takes-part")
