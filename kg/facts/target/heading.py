"""What a section is about, by the heading above its paragraphs, and the site of which a document tells."""

from kg.facts.headings import MOST, QUOTES, says_a_sentence, up_to_its_dash
from kg.patterns import regex
from kg.spans import Span

_MARK = regex(
    r"\s*(?:[▶▷►◈▣▲△■□◆◇●○#]{1,3}|[①-⑳❶-❿]|제?\d{1,2}(?:[.)]|번째|장|부)|[가-하][.)]|\[|〈|<|【|\(\d{1,2}\))\s?"
)
_LITTLE = regex(
    r"(?:개요|배경|과제|전망|반응|쟁점|논란|평가|효과|계획|예산|현황|성과|일정|내용|문의|답변|질의|붙임|방안|추진|"
    r"사람|말|발언|사항|요지|결과|토의|논의|의견|보고|이유|인터뷰|대담|기고|칼럼|사설|기획)$"
)
_ASKS = regex(r"(?:나|까|는가|은가|인가|지|니|가요|나요|을까|냐)\??$|\?$")
"""A heading that only asks names nothing: 무엇을 하나, 왜 지금인가."""
_LINES = 6
_SITE = regex(r"(?:AI |인공지능 )?[가-힣A-Za-z]{0,8}(?:데이터센터|발전소|발전단지|서버실|컴퓨팅센터)")


def heading_above(text: str, begin: int) -> tuple[str, Span] | None:
    """The words of the marked short line nearest above a place, up to its dash or bracket; None where they say little.

    ``begin`` is an offset into the text; the lines looked through are few.
    """
    end = text.rfind("\n", 0, begin)
    for _ in range(_LINES):
        if end <= 0:
            return None
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        mark = _MARK.match(line)
        if mark is not None and len(line) <= MOST and not says_a_sentence(line, mark.end()):
            words = up_to_its_dash(line[mark.end() :]).strip(QUOTES)
            place = text.find(words, start, end)
            if not 3 <= len(words) <= 30 or _LITTLE.search(words) or place < 0 or _ASKS.search(words):
                return None
            return words, Span(place, place + len(words))
        end = start - 1
    return None


def site_before(text: str, begin: int, place: int) -> tuple[str, Span] | None:
    """The data centre or plant told last from ``begin`` on before a place, else the only one of the text so far."""
    near = list(_SITE.finditer(text, begin, place))
    if not near:
        near = list(_SITE.finditer(text, 0, place))
        if len({m.group().split()[-1] for m in near}) != 1:
            return None
    return near[-1].group().strip(), Span(*near[-1].span())
