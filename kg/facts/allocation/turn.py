"""A turn of a council's minutes: where its words begin behind the speaker's label, and whether a member speaks."""

import re

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex

_MARK = regex(r"[○◯〇◎●◉▣]\s?(?=[가-힣A-Z])")
_MEMBER = r"(?:위원장|위원장대리|의장|의장대리|부의장|부위원장|위원|의원|간사)"
_OFFICIAL = (
    r"(?:[가-힣A-Za-z0-9·]{0,14}(?:국장|과장|실장|단장|본부장|소장|관장|원장|팀장|담당관|기획관|정책관|보좌관|전문위원|시장|지사|"
    r"군수|구청장|총장|처장|차장|청장|이사장|사장|대표|직무대리|권한대행|센터장))"
)
_LABEL = regex(
    rf"(?:(?:[가-힣A-Za-z0-9·]{{1,12}}\s){{0,2}}?[가-힣]{{0,12}}?(?P<before>{_MEMBER}|{_OFFICIAL})\s?[가-힣]{{2,4}}"
    rf"|[가-힣]{{2,4}}\s?[가-힣]{{0,12}}?(?P<behind>{_MEMBER}|{_OFFICIAL}))(?:\s*[:：]|\s{{2,}}|\s(?=[가-힣‘“\"'A-Z0-9]))"
)
_TITLE = regex(_MEMBER + "$")
_DECIDING = frozenset(("Council", "Committee"))


def turn_of(analysis: Analysis, sentence: Sentence) -> tuple[int, bool] | None:
    """Where a turn that begins with the sentence has its words and whether a member of the council speaks."""
    mark = _MARK.match(analysis.text, sentence.begin, sentence.end)
    if mark is None:
        return None
    label = _LABEL.match(analysis.text, mark.end(), min(sentence.end, mark.end() + 44))
    if label is None or (analysis.document.kind != "council" and not re.search(r"[:：]|\s{2,}$", label.group())):
        return None
    return label.end(), bool(_TITLE.search(label["before"] or label["behind"]))


def spoken_from(analysis: Analysis, sentence: Sentence) -> int:
    """Where the sentence's own words begin: behind the label of a turn."""
    turn = turn_of(analysis, sentence)
    return sentence.begin if turn is None else turn[0]


@once_a_document
def _turns(analysis: Analysis, mentions: Mentions) -> tuple[tuple[int, str], ...]:
    """The sentence with which each turn of the minutes begins, and its speaker's label."""
    _ = mentions
    found = []
    for sentence in analysis.sentences:
        turn = turn_of(analysis, sentence)
        if turn is not None:
            found.append((sentence.index, analysis.text[sentence.begin : turn[0]].strip(" :：")))
    return tuple(found)


def is_minutes(analysis: Analysis, mentions: Mentions) -> bool:
    """Whether the text is a council's paper or tells who spoke in turns."""
    return analysis.document.kind == "council" or len(_turns(analysis, mentions)) > 1


def same_speaker_before(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> tuple[int, range] | None:
    """Where the turn of minutes to which the sentence belongs begins, and the sentences of its speaker's turn before;
    nothing where it is the speaker's first."""
    turns = [t for t in _turns(analysis, mentions) if t[0] <= sentence.index]
    if len(turns) < 3:
        return None
    first, label = turns[-1]
    for place in range(len(turns) - 2, -1, -1):
        if turns[place][1] == label:
            return analysis.sentences[first].begin, range(turns[place][0], turns[place + 1][0])
    return None


def by_member(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the turn to which the sentence belongs is a council member's."""
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 30) : sentence.index + 1]):
        turn = turn_of(analysis, earlier)
        if turn is not None:
            return turn[1]
    return False


def turn_before(analysis: Analysis, mentions: Mentions, begin: int) -> int:
    """Where the turn begins that goes before the turn that begins at ``begin``; ``begin`` itself where none does."""
    earlier = [at for index, _ in _turns(analysis, mentions) if (at := analysis.sentences[index].begin) < begin]
    return earlier[-1] if earlier else begin


_HEADED = 24
"""So many letters between a council's name and a committee's tell that the paper is the committee's."""


def sitting_body(mentions: Mentions) -> Mention | None:
    """The council whose minutes these are: the one named first, or the committee that the head names behind it; else
    the committee named first."""
    deciding = [m for m in mentions.of("organization") if _DECIDING & set(m.value.classes)]
    council = next((m for m in deciding if "Council" in m.value.classes), None)
    committee = next((m for m in deciding if "Committee" in m.value.classes), None)
    if council is None or committee is None:
        return council or committee
    return committee if 0 <= committee.begin - council.end <= _HEADED else council
