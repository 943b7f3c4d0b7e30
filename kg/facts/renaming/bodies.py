"""Bodies that get another name: «A진흥원은 ‘B진흥원’으로 이름을 고쳤다», «B재단(옛 A재단)»."""

from collections.abc import Iterator

from kg.facts.renaming.cues import Cues
from kg.facts.renaming.names import behind_short, closed, opened
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_KEPT = frozenset({"LocalGovernment", "Council", "Centre", "Department"})
"""Centres are renamed as programs are; governments change their names by law."""
_QUOTED = regex(r"[‘'“\"「『《〈]([^‘'’“”\"「」『』《》〈〉\n]{2,24})[’'”\"」』》〉]")
_BODY = regex(
    r"^(?:㈜|\(주\)|주식회사 ).|(?:원|단|재단|공단|공사|연구소|협회|연합회|협의회|위원회|대학교?|의료원|병원|"
    r"본부|은행|조합|회사|센터|랩|㈜|\(주\)|그룹|테크|소프트|시스템|로보틱스|네트웍스|전자|산업)$"
)
"""How what is named may end, where nothing else tells that it is a body."""
_BY_SIGN = regex(r"사명|교명|기관명|법인명|회사명|단체명|조직명|회사 이름|기관 이름|학교 이름|법인 이름|재단 이름")
"""What only a body's name is called: then the new name may be any."""
_TO = regex(r"(?:은|는|이|가|을|를|의|에서)(?: [^.‘’“”]{0,60})? ?")
_NEW_NAME = regex(r"(?:의|이|은|는) (?:새|새로운|바뀐) (?:이름|명칭|간판|사명|교명|기관명)(?:은|이|으로는) ?")
_IS = regex(r"(?:\([^()]*\))?(?:이?[다며고]|이라고|으로|로)")
_FROM = regex(
    r"에서 (?:이름|명칭|간판|사명|교명|문패|현판)(?:을|를|이|가) (?:[가-힣]{1,4} )?"
    r"(?:바꾼|바꿔 단|바뀐|고친|변경한|갈아 단) "
    r"| ?\((?:현|現|지금의|새 이름)(?: |[:,])\s?"
)
"""Between the old name and the new: «A원에서 이름을 바꾼 B원», «A원(현 B원)»."""
_WAS = regex(
    r" ?\((?:옛|구|舊|前|이전|종전|기존)(?: (?:이름|명칭))?[ :,]\s?"
    r"[‘'“\"「『]?(?P<name>[^()‘’“”「」『』]{2,24})[’'”\"」』]?\)"
)
_BEHIND = 40


class Renamed:
    """A body (its mention), its old name and its new one."""

    __slots__ = ("body", "new", "old")

    def __init__(self, body: Mention, old: Span, new: Span) -> None:
        self.body, self.old, self.new = body, old, new


def bodies_renamed(analysis: Analysis, sentence: Sentence, mentions: Mentions, cues: Cues) -> Iterator[Renamed]:
    """The bodies of a sentence that it tells to get, or to have got, another name."""
    text = analysis.text
    bodies = [m for m in mentions.within(sentence.span, "organization") if _is_body(m)]
    marked = [Span(*m.span(1)) for m in _QUOTED.finditer(text, sentence.begin, sentence.end)]
    for place, body in enumerate(bodies):
        following = bodies[place + 1] if place + 1 < len(bodies) else None
        if was := _WAS.match(text, closed(text, body.end)):
            yield Renamed(body, Span(*was.span("name")), body.span)
        if following is not None and _FROM.fullmatch(text, closed(text, body.end), opened(text, following.begin)):
            yield Renamed(following, body.span, following.span)
        else:
            news = [s for s in marked if s.begin > body.end] + [m.span for m in bodies[place + 1 :]]
            for new in sorted(news):
                if _gets(text, body, new, cues):
                    named = next((m for m in bodies if m.span.meets(new)), None)
                    if not _another(mentions, Span(body.end, new.begin)):
                        yield Renamed(named or body, body.span, new)
                    break


def _is_body(mention: Mention) -> bool:
    return not _KEPT & set(mention.value.classes)


def _another(mentions: Mentions, between: Span) -> bool:
    """Whether another thing is named there, whose new name it may be."""
    things = mentions.within(between, "program", "program-short", "organization")
    return any(m.kind != "organization" or _is_body(m) or "Centre" in m.value.classes for m in things)


def _gets(text: str, body: Mention, new: Span, cues: Cues) -> bool:
    """Whether the words between and behind tell that the body gets the name."""
    between = text[closed(text, body.end) : opened(text, new.begin)]
    end = behind_short(text, closed(text, new.end))
    behind = text[end : end + _BEHIND]
    if _NEW_NAME.fullmatch(between):
        return _IS.match(behind) is not None
    if not _TO.fullmatch(between) or not cues.new_behind.match(behind):
        return False
    signed = cues.sign.search(between[-16:]) or cues.sign.search(behind[:16]) or _BY_SIGN.search(behind[:20])
    name = text[new.begin : new.end]
    return bool(signed) and bool(_BODY.search(name) or _BY_SIGN.search(between + behind))
