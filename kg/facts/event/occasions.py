"""A gathering that is held several times: 설명회는 두 번 열린다. 3월 5일 상의에서, 10일에는 온라인으로 진행한다."""

from kg.facts.event.before import Page
from kg.facts.event.beside import head_of
from kg.facts.event.days import Day
from kg.facts.event.place import place_of
from kg.facts.event.told import Told, bare
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_SEVERAL = regex(
    r"[’'”\"」]?[은는이가] [^.\n]{0,40}?(?:(?:두|세|네|다섯|여섯|\d{1,2}) ?(?:번|차례|회|곳|군데|권역|도시)|나눠|"
    r"나누어|잇따라|순회|돌아가며)"
)
_TAKES_PLACE = regex(
    r"(?:열린다|열렸다|열립니다|연다|열었다|진행한다|진행된다|진행했다|진행합니다|개최한다|개최된다|개최했다|"
    r"갖는다|가졌다|마련한다|치른다|"
    r"이어진다|예정이다|순이다|차례로)[. ]*$"
)
_KINDS = frozenset(("meeting", "show", "visit", "called"))


def announced(analysis: Analysis, sentence: Sentence, candidates: list[Mention], found: list[Day]) -> Mention | None:
    """The gathering of which a sentence without a day says that it is held several times."""
    if found or len(candidates) != 1 or candidates[0].value.classes[0] not in _KINDS:
        return None
    told = _SEVERAL.match(analysis.text, candidates[0].end, sentence.end)
    return candidates[0] if told is not None else None


def each_day(page: Page, gathering: Mention, sentence: Sentence, found: list[Day]) -> list[Told]:
    """One event for each day of a sentence that only tells when and where the gathering is held; none where it has an
    object or a subject.
    """
    if _TAKES_PLACE.search(page.text, sentence.begin, sentence.end) is None:
        return []
    if any(t.tag in ("JKO", "JKS") for t in sentence.tokens):
        return []
    each = []
    for k, day in enumerate(found):
        stop = found[k + 1].span.begin if k + 1 < len(found) else sentence.end
        place = place_of(page.analysis, sentence, page.mentions, day.span.end, stop, [], page.words)
        one = Told(gathering, head_of(page.classes, gathering), [bare(gathering.value.text)], day, place)
        one.sentence = sentence.index
        one.evidence.append(gathering.span)
        one.features["held"] = None
        each.append(one)
    return each
