"""Whose voice a text is told in: an author who says «I» judges what others do, and reports no government's own work."""

from collections.abc import Iterator

from kg.facts.involvement_words import inside_speech
from kg.language.model import Analysis
from kg.patterns import regex

_WORDS = ("필자", "나는", "내가", "내게", "나도", "나로서는", "나라면", "저는", "제가", "제게", "저도", "본인은")
_HOUSES = ("연구소", "연구원", "연구실", "모임", "단체")
_AT_HEAD = frozenset({"나는", "나도"})
_OPENS = regex(r"(?:^|[.?!,”\"’)\n]\s?)$")
_OUR = regex(r"(?<![가-힣])(?:우리|본)\s?$")
_ENDS = frozenset(" ,은는이가의도에라와\n")
"""What may stand behind: a particle or the word's end."""


def told_by_author(analysis: Analysis) -> bool:
    """Whether the running text, outside of speech, is told in the first person: a column, an essay, a study.

    Interviews, minutes and releases are not: there the first person is who answers, sits or publishes.
    """
    if analysis.document.kind in ("interview", "council", "press-release"):
        return False
    return any(not inside_speech(analysis, at) for at in _said(analysis.text))


def _said(text: str) -> Iterator[int]:
    """Where the author's «I» or «our institute» stands."""
    for word in (*_WORDS, *_HOUSES):
        at = text.find(word)
        while at >= 0:
            before = text[at - 1 : at]
            own = _OUR.search(text, max(0, at - 4), at) if word in _HOUSES else not "가" <= before <= "힣"
            if word in _AT_HEAD and not _OPENS.search(text, max(0, at - 2), at):
                own = None  # 하늘을 나는 드론
            if own and text[at + len(word) : at + len(word) + 1] in _ENDS:
                yield at
            at = text.find(word, at + 1)
