"""Names that a line of a paper puts behind what they are there: «위원: N(○○대 교수)», «부단장: ○○대 N 교수»."""

from collections.abc import Sequence

from kg.mentions.person.apposition import Apposition, Place
from kg.mentions.person.names import is_name
from kg.mentions.title_words import NO_OFFICE, TitleWord
from kg.patterns import regex

_COLON = regex(r" ?(?:\(\d{1,2}[명인]\) ?)?[:：] ?(?=[가-힣A-Za-z㈜(])")
_NEXT_LABEL = regex(r"[/|,;·] ?[가-힣]{2,10} ?(?:\(\d{1,2}[명인]\) ?)?[:：]|[/|;]")
"""Where another label begins."""
_SPOKEN = regex(r"[?!“”\"]|[가-힣](?:니다|세요|까요|어요|에게|께서|한다|했다|있다)(?![가-힣])|(?<=[가-힣])[.] ")
"""What only a sentence holds."""
_JOINED = regex(
    r" ?[·ㆍ・･․‧] ?(?P<name>[가-힣]{3})(?= ?[·ㆍ・･․‧,)(/]|\s|$|(?:은|는|이|가|을|를|과|와|도"
    r"|의)(?![가-힣]))"
)
_ROLES = (
    *(
        "위원",
        "위원장",
        "부위원장",
        "단장",
        "부단장",
        "공동단장",
        "의장",
        "부의장",
        "간사",
        "회장",
        "부회장",
        "이사",
        "감사",
    ),
    *("고문", "자문위원", "심사위원", "평가위원", "민간위원", "위촉위원", "당연직위원", "위촉직위원", "총무", "이사장"),
)
"""What somebody is in a body beside another post."""


def names_of_roles(text: str, end: int, words: Sequence[TitleWord], found: Sequence[Apposition]) -> list[Apposition]:
    """The role before a colon for each name with a post of its own behind it, as far as the line lists names."""
    more: list[Apposition] = []
    for word in words:
        colon = _COLON.match(text, word.end, end) if word.bare.endswith(_ROLES) and word.kind not in NO_OFFICE else None
        if colon is None:
            continue
        cut = _NEXT_LABEL.search(text, colon.end(), end)
        stop = cut.start() if cut else end
        if _SPOKEN.search(text, colon.end(), stop):
            continue
        told = {(a.begin, a.end) for a in found if a.title is word}
        for a in found:
            beside = a.title is not word and not (a.order != "inside" and a.title.bare in _ROLES)
            if colon.end() <= a.begin < stop and (a.begin, a.end) not in told and beside:
                told.add((a.begin, a.end))
                more.append(Apposition(a.begin, a.end, word, (word.end, a.begin), "before"))
    return more


def names_in_row(place: Place, first: Apposition) -> list[Apposition]:
    """The names that dots join to the one behind a title: «위원 N1·N2·N3», «공동위원장 N1·N2»."""
    found: list[Apposition] = []
    if first.order != "before":
        return found
    at = first.end
    while (joined := _JOINED.match(place.text, at, place.end)) is not None:
        begin, end = joined.span("name")
        if not is_name(place.text, begin, end, place.tokens, place.names, strong=True):
            break
        found.append(Apposition(begin, end, first.title, (first.title.end, begin), "before", first.former))
        at = end
    return found
