"""Who runs a program by nouns alone: fields («주관기관: A»), roles («운영 주체는 A다», «시행사인 A»), «A 주관으로»."""

from collections.abc import Iterator

from kg.facts.involvement.scene import Scene
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_FIELD = regex(
    r"(?<![가-힣])주\s?최\s?[/·ㆍ,및]\s?주\s?관\s?(?:기관)?\s?[:：]|\((?:주관|수행|운영|시행|추진|전담|주최|추진\s?주체|수행\s?기관|운영\s?기관|주관\s?기관)\)"
    r"|(?<![가-힣])(?:주\s+관|주\s+최|시\s+행|수\s+행|운\s+영|총\s+괄)\s?(?:기\s*관|주\s*체)?\s?[:：]"
    r"|(?<![가-힣])(?:사업\s?)?(?:수행|운영|주관|시행|전담|총괄|위탁|수탁|추진|공동\s?수행|공동\s?주관|실행|담당|집행|건립|구축|조성|운용|관리)\s?"
    r"(?:기관|주체|단체|대학|대학교|사업자|업체|법인|조직|자|사|처|체계)?\s?(?:[:：]|\t)"
    r"|(?<![가-힣])(?:사업\s?)?(?:수행|운영|주관|시행|전담|총괄|위탁|수탁|추진|실행|집행)\s?(?:기관|주체|단체|업체|자|사업자)\s{2,}"
    r"|(?<![가-힣])(?:사업\s?)?(?:수행|운영|시행|추진|위탁)\s?(?:방법|방식|형태)\s?[:：]\s?(?:민간\s?|공공\s?|공기관\s?)?(?:위탁|대행|직영|위탁\s?운영)\s?\("
    r"|(?<![가-힣])(?:사업\s?(?:주체|시행자|수행자|주관|자)|시행자|수행자|운영자|주\s?체|운영사|운용사|수탁자|(?:보조|민간|수탁|위탁)\s?사업자)"
    r"\s?(?:[:：]|\t)"
)
_BOTH = regex(r"[^:：\t/·ㆍ]{0,12}[/·ㆍ][^:：\t]{0,20}[:：\t]")
"""«주최/주관: A / B»: the stroke parts the two bodies."""
_BOTH_END = regex(r"\n|[.]\s|[,;]\s?[가-힣 ]{2,8}[:：]")
_FIELD_END = regex(r"\s[/|ㅣ]\s|\n|[.]\s|[,;]\s?[가-힣 ]{2,8}[:：]")
_NEW_CLAUSE = regex(r"[가-힣](?:하며|하고|으며|이며|지만|되),?\s")
"""``(운영) A가 운영하며 B는 자료를 연다``: what another clause tells is no part of the field."""
_NO_PART = regex(
    r"\s?\((?:지원|후원|참여|협력|자문|재정|예산|국비|도비|시비|군비|구비|부지|장소|수요|홍보|자료|인허가|행정|심의|감독|평가|컨설팅|연계)[^()]{0,8}\)"
)
_ROLE = regex(
    r"(?:사업\s?)?(?:시행사|시공사|운영사|개발사|주관사|건설사|운용사|주관사업자|사업자|시행자|수행자|운영자|수탁자"
    r"|(?:주관|수행|위탁|수탁|운영|운행|운항|전담|시행|총괄)\s?(?:기관|법인|단체|업체|회사)|운행사|운항사|(?:운영|사업|추진|시행|수행|실행|관리|총괄|운용|전담|주관)\s?주체)"
    r"(?:인|은|는|에는|으로는|로는|으로|로|[:：])\s?(?:\(재\)|㈜)?$"
)
_OF_ROLE = (
    r"(?:(?:사업\s?)?(?:시행|수행|운영|위탁|수탁|주관|운용|시공|대행|보조|민간)\s?"
    r"(?:사업자|기관|법인|단체|주체|자|사|업체)|(?:운영|사업)\s?주체)"
)
_ROLE_OF = regex(rf"{_OF_ROLE}[은는]\s[^.,“”]{{2,44}}?[가-힣]\s(?:\(재\)|㈜|\(주\)|재단법인\s|사단법인\s)?$")
"""«사업 시행자는 두 공사가 함께 세운 ㈜나루로지스다»."""
_AS_ROLE = regex(
    rf"(?:㈜|\(주\)|\([^()]{{1,20}}\))?(?:이|가|은|는|도|를|을)\s(?:[^\s.,]{{1,10}}\s){{0,2}}?{_OF_ROLE}(?:으로|로)\s(?:최종\s|직접\s|새로\s|함께\s)?"
    r"(?:나서|나선|나섰|참여|뛰|활동|지정|선정|뽑|낙점|정해|정했|맡|합류|이름을\s올|확정|선택|됐|되|삼)"
)
"""«나루공단이 사업시행자로 나선다», «㈜나루를 운영사로 뽑았다»."""
_IS_ROLE = regex(
    rf"(?:㈜|\(주\)|\([^()]{{1,20}}\))?(?:이|가|은|는|도)\s(?:[^\s.,]{{1,10}}\s){{0,2}}?(?:{_OF_ROLE}|(?:전담|총괄|담당|관리|추진|집행|실행|대행)\s?기관)"
    r"(?:이다|다|이고|이며|이?지만|인데|이자|로서|입니다|이었|였|을\s맡|를\s맡|\s(?:역할|노릇|구실)[을를])"
)
"""«나루데이터산업원이 주관기관이고»."""
_IN_BRACKET = regex(
    r"\s?\((?:사업\s?)?(?:주관|수행|운영|운행|시행|전담|총괄|수탁|위탁\s?운영|사업\s?시행)\s?(?:연구\s?)?(?:기관|사|업체|대학|기업|자|사업자|주체|법인)?\)"
)
"""«나루모빌리티(운행사), 누리대(주관기관)»."""
_SHARE = regex(
    r"(?<![가-힣])(?:사업\s)?(?:총괄|주관|운영|수행|시행|시공|설계|구축|개발|전담|실무)[은는]\s(?:\(재\)|㈜)?$"
)
_BARE_ROLE = regex(r"[,;(（/·:：]\s?(?:위탁\s?)?(?:운영|수행|주관|시행|시공|총괄|전담)(?:\s?기관|사)?\s(?:\(재\)|㈜)?$")
_CLOSES = regex(r"\s?(?:[,;)）/]|[.]?\s?$)")
"""``… 12개 마을, 4억 원, 운영 가온교통``: roles in a line of a list."""
_IS_IT = regex(
    r"(?:이다|다|이며|이고|이었다|였다|입니다|이?지만|인데|이자|이되|인\s반면|이에요|예요|이요|이라|[,，.]|\s?$)"
)
_DOES = regex(
    r"(?:\([^()]{1,20}\))?(?:이|가)?\s(?:직접\s|공동\s?|통합\s)?(?:직영|주관|수행|위탁|총괄|전담|시행|운영|주도|담당|추진|조성|구축|건립|개발|건설|설립|개설|제작|설치|관리|주최|실시|진행|시공|설계|실증)(?:\s?(?:운영|수행|시행|추진|예정|중))?"
    r"(?:(?:으로|로)\s(?=[가-힣\d])|\s?[,;)/]|\s?[.]?$|\s하에\s)"
)

_NAMED_TO = regex(
    r"[을를]\s[^.]{0,40}?(?:(?:주관|수행|운영|전담|위탁|시행)\s?기관|사업자|시행사|"
    r"운영사)으?로\s(?:최종\s)?(?:지정|선정|뽑|낙점|정했)"
)
_HANDED_OVER = regex(
    r"(?:위탁|수탁|운영|수행|주관|시행|관리)\s?(?:기관|사업자|주체|업체|사|법인|권)?[을를]\s[^.“”]{0,36}$"
)
_TO_IT = regex(
    r"(?:\([^()]*\))?(?:으로|로)\s(?:최종\s|새로\s)?(?:바꿨|바꾸|바꾼|교체|변경|넘겼|넘기|넘긴|옮겼|옮기|이관|"
    r"정했|결정)"
)


def _acts(scene: Scene, sentence: Sentence, bodies: list[Mention], body: Mention) -> bool:
    """Whether a body behind a role is the subject of a clause on who bears it: «시행자는 A와 B가 세운 C다»."""
    near = [body, *(x for x in bodies if x.begin > body.begin and scene.joined(body, x))]
    return any(behind(sentence, b, 0)[0] == "이" for b in near)


def in_roles(scene: Scene, sentence: Sentence, bodies: list[Mention]) -> Iterator[tuple[Mention, str]]:
    """The bodies to which nouns give a role, each with the rule that saw it."""
    text = scene.analysis.text
    begin, end = sentence.begin, sentence.end
    fields = (
        list(_FIELD.finditer(text, begin, end))
        if ":" in text[begin:end] or "\t" in text[begin:end] or "(" in text[begin : begin + 24]
        else []
    )
    fields = [f for f in fields if text[f.start()] != "(" or f.start() == begin or text[f.start() - 1] in " \n\t"]
    if fields and fields[0].start() - begin < 24 and not scene.named_in(sentence):
        for field in fields:
            ends = (
                _BOTH_END if text[field.start() - 1] in "/·ㆍ" or _BOTH.fullmatch(text, *field.span()) else _FIELD_END
            )
            stop = ends.search(text, field.end(), end)
            close = stop.start() if stop else end
            for body in bodies:
                told = field.end() <= body.begin < close and not _NEW_CLAUSE.search(text, field.end(), body.begin)
                if told and not _NO_PART.match(text, body.end):
                    yield body, "operator-field"
        return
    for body in bodies:
        head = text[max(begin, body.begin - 16) : body.begin]
        if (
            (_ROLE.search(head) and not _acts(scene, sentence, bodies, body))
            or _AS_ROLE.match(text, body.end, end)
            or _IS_ROLE.match(text, body.end, end)
            or (_ROLE_OF.search(text, begin, body.begin) and _IS_IT.match(text, body.end, end))
            or _NAMED_TO.match(text, body.end, end)
            or (_TO_IT.match(text, body.end, end) and _HANDED_OVER.search(text, begin, body.begin))
            or (_SHARE.search(head) and _IS_IT.match(text, body.end, end))
            or (_BARE_ROLE.search(head) and _CLOSES.match(text, body.end, end))
        ):
            for b in (body, *[x for x in bodies if x is not body and scene.joined(body, x)]):
                yield b, "operator-in-role"
        elif _IN_BRACKET.match(text, body.end, end):
            yield body, "operator-in-role"
        elif (
            sentence.block in ("body", "subtitle")
            and not scene.is_headline(sentence)
            and _DOES.match(text, body.end, end)
        ):
            for b in (*[x for x in bodies if x.end <= body.begin and scene.joined(x, body)], body):
                yield b, "operator-in-role"
