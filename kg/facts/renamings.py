"""Programs that get another name: «‘A’가 ‘B’라는 새 이름을 얻었다», «‘A’에서 ‘B’로 이름을 바꿨다»."""

import re
from collections.abc import Iterable

from kg.facts.model import Fact, Renaming
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_OPEN, _CLOSE = r"[‘'“\"「『《〈]", r"[’'”\"」』》〉]"
_OLD = rf"{_OPEN}(?P<old>[^‘’'“”\"「」『』《》〈〉\n]{{2,30}}){_CLOSE}"
_NEW = rf"{_OPEN}(?P<new>[^‘’'“”\"「」『』《》〈〉\n]{{2,30}}){_CLOSE}"
_CHANGED = r"(?:바꾸|바꿔|바꿨|바꾼|바뀌|바뀐|바뀌었|바뀐다|변경|고치|고쳐|고쳤|갈아|새로 달|달았|단다|확정|개칭|재편)"
_SIGN = r"(?:이름|명칭|간판|사업명|이름표|문패)"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"{_OLD}(?:\s?사업)?(?:이|가|은|는|을|를|의\s{_SIGN}(?:이|을)?|에서|\s?{_SIGN}을)[^.‘’“”]{{0,20}}?{_NEW}(?:으로|로)\s(?:{_SIGN}(?:을|이|은)?\s?)?{_CHANGED}",
        rf"{_OLD}(?:\s?사업)?(?:이|가|은|는)[^.‘’“”]{{0,20}}?{_NEW}(?:이)?라는\s(?:새\s?)?{_SIGN}",
        rf"(?P<old>[가-힣A-Za-z0-9·\s]{{2,30}}?),\s?{_NEW}(?:으로|로)\s{_SIGN}",
        rf"{_SIGN}(?:을|이|도)?[^.‘’“”]{{0,12}}{_OLD}에서\s{_NEW}(?:으로|로)\s?{_CHANGED}",
        rf"{_NEW}\s?\((?:옛|구|舊|전|이전)\s?(?:이름\s?)?{_OPEN}?(?P<old>[^()‘’'“”]{{2,30}}?){_CLOSE}?\)",
    )
)
_HINT = re.compile(rf"{_SIGN}|라는 새|로 (?:바꾸|바꿔|바꿨|변경)|\((?:옛|구|舊|이전)\s|개칭")


def find_renamings(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Renaming]:
    """Renamings of programs, old and new name in the text's own words; each pair once."""
    seen: set[tuple[str, str]] = set()
    for sentence in analysis.sentences:
        if not _HINT.search(analysis.text, sentence.begin, sentence.end):
            continue
        for pattern in _PATTERNS:
            for m in pattern.finditer(analysis.text, sentence.begin, sentence.end):
                program = _program(mentions, m.span("old"), m.span("new"))
                if not re.search(_SIGN, m.group()) and not _both(mentions, m.span("old"), m.span("new")):
                    continue
                pair = (m["old"].strip(), m["new"].strip())
                if program is not None and pair not in seen and pair[0] != pair[1]:
                    seen.add(pair)
                    yield Renaming(
                        rule="renaming",
                        evidence=(Span(*m.span()),),
                        features=("same-sentence",),
                        program=program,
                        old=pair[0],
                        new=pair[1],
                    )


def _both(mentions: Mentions, *spans: tuple[int, int]) -> bool:
    """Whether both names are programs by their own words."""
    return all(mentions.within(Span(b, e + 1), "program", "program-short") for b, e in spans)


def _program(mentions: Mentions, *spans: tuple[int, int]) -> Mention | None:
    """The program mention at one of the two names, the new one first."""
    for begin, end in reversed(spans):
        found = mentions.within(Span(begin, end + 1), "program", "program-short")
        if found:
            return found[0]
    return None
