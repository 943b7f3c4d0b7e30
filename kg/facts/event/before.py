"""Events of which a sentence speaks without a day: the sentence before tells the day, the place and the people."""

from dataclasses import dataclass

from kg.facts.event.beside import head_of
from kg.facts.event.days import Day, days
from kg.facts.event.frame import Frame
from kg.facts.event.people import people_of
from kg.facts.event.place import place_at, place_of
from kg.facts.event.told import Told, bare
from kg.facts.event.words import EventWords
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_OCCASION = regex(r"(?P<why>기념|축하|격려|환영|추모|응원|홍보|체험|기원|다짐)하(?:는|기 위한) 행사")
_AS_KNOWN = regex(r"[’'”\"」]?(?:에는|에서|엔|에선|에서는|을 찾은|에 온|에 나온|에 참석한)[ ,]")
_ACT_OF_OPENING = regex(
    r"(?:열었|열고|연다|열어|문을 연|개소했|개관했|개장했|개원했|준공했|착공했|개통했|출범했|발족했|첫 삽을"
    r"|제막했|선포했|맺었|맺고|체결했|띄웠|켰다|켜졌|점등|가동했|가동을 시작|가동에 들어|닻을 올|첫발을|막을 올|첫선|"
    r"출발했|들어갔다|선보였|공개했|시작했|시작됐)"
)
_HOUR = regex(
    r"(?:앞서|이어|이에 앞서|같은 날)?,? ?(?:오전|오후|아침|저녁|점심)(?:에|에는)? (?:열린|연|가진|개최한|진행한) |"
    r"(?:식|행사|회의|협약식|결성식|출범식|개소식|기념식|보고회|설명회|간담회|토론회|회견|브리핑|포럼)[이가]? ?"
    r"(?:끝난|마친|끝나고|마치고) ?"
    r"(?:뒤|후|직후|다음)?(?:에)? (?:열린|이어진|가진|마련된|연) |"
    r"(?:식|행사|회의|보고회|설명회|간담회|토론회|회견|브리핑|포럼|협약|방문)에 (?:앞서|이어)(?:서)? (?:[가-힣]+에서 )?"
    r"(?:열린|연|가진|개최한|개최된|진행한|진행된|마련된|마련한) "
)
_LATER_ON = regex(
    r"(?:(?:한두|두어|한|두|세|네|몇|\d{1,2}) ?시간|\d{1,2}분|반나절|조금|잠시|얼마) (?:뒤|후)(?:에|에는|엔)?[ ,]"
)
"""A time after what was told before: 두 시간 뒤 시의회 브리핑룸에서."""
_HOURS_LATER = regex(r"(?<![가-힣\d])(?:오전|오후|저녁|아침) \d{1,2}시(?: ?\d{1,2}분|반)?(?:에|에는|엔|께|쯤)?[ ,]")
"""An hour that tells of no other day: 오후 3시 도서관에서."""
_BACK = 8
"""How many sentences behind an opening its ceremony may be spoken of."""
_WAS_AN_OCCASION = regex(r"[’'”\"」]? ?자리(?:였|이었|다[. ]|로,)")


@dataclass(frozen=True, slots=True)
class Page:
    """The document with all that the rules on events ask of it."""

    analysis: Analysis
    mentions: Mentions
    words: EventWords
    classes: dict[str, str]
    text: str
    published: str | None


def was_an_occasion(text: str, candidate: Mention) -> bool:
    """Whether the words behind a name say that what was told before was it (○○ 간담회 자리였다)."""
    return _WAS_AN_OCCASION.match(text, candidate.end) is not None


def explains(page: Page, candidate: Mention, sentence: Sentence) -> Told | None:
    """A sentence that only says what the one before told: they shook hands there; it was ○○을 기념하는 행사."""
    occasion = _OCCASION.search(page.text, sentence.begin, candidate.end)
    if occasion is None:
        return None
    mention = Mention(occasion.start(), candidate.end, "event", candidate.value, "event-act")
    return _held_before(page, sentence, mention, candidate.value.text, f"{occasion.group('why')} 행사", "")


def named_after(page: Page, told_before: list[Told], candidate: Mention, sentence: Sentence) -> Told | None:
    """What the sentence before told without a name: 4일 시청에서 기업인들과 마주 앉았다. ○○ 간담회 자리였다."""
    if any(t.sentence == sentence.index - 1 for t in told_before):
        return None
    head = head_of(page.classes, candidate)
    return _held_before(page, sentence, candidate, head, bare(candidate.value.text), "act")


def _held_before(page: Page, sentence: Sentence, mention: Mention, head: str, name: str, particle: str) -> Told | None:
    """The event with the day, the place and the people of the sentence before; None where that lacks day or place."""
    before = page.analysis.sentences[sentence.index - 1] if sentence.index else None
    found = days(page.text, before, page.mentions, page.published) if before is not None else []
    if before is None or not found:
        return None
    place = place_of(page.analysis, before, page.mentions, before.begin, before.end, [], page.words)
    if place is None:
        return None
    told = Told(mention, head, [name], found[-1], place)
    told.evidence.append(mention.span)
    told.sentence = sentence.index
    told.features["held"] = None
    told.meets(people_of(page.analysis, before, page.mentions, mention, particle))
    return told


def earlier_that_day(text: str, sentence: Sentence, candidate: Mention, shape: Frame) -> bool:
    """Whether a gathering is told as held at another hour of the day told before (앞서 오전에 열린 간담회)."""
    if shape.described and _HOUR.search(text, sentence.begin, candidate.begin) is not None:
        return True
    held = (shape.governed and shape.held) or (shape.held and shape.particle == "에서")
    held = held and candidate.value.classes[0] in ("meeting", "pact", "session", "visit")
    hour = held and _HOURS_LATER.search(text, sentence.begin, candidate.begin) is not None
    return hour or (held and later_on(text, sentence, candidate))


def later_on(text: str, sentence: Sentence, candidate: Mention) -> bool:
    """Whether a gathering is told as held some hours after the one told before (두 시간 뒤 … 기자회견을 열었다)."""
    return _LATER_ON.search(text, sentence.begin, candidate.begin) is not None


def opened(page: Page, candidate: Mention, sentence: Sentence) -> tuple[Day, Mention | None] | None:
    """The day and place of a ceremony that is spoken of as known (개소식에는): those of the act that the sentences
    before told (센터를 17일 산단에 열었다).
    """
    if not candidate.value.text.endswith("식") or not _AS_KNOWN.match(page.text, candidate.end):
        return None
    for before in reversed(page.analysis.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        act = _ACT_OF_OPENING.search(page.text, before.begin, before.end) if before.block == "body" else None
        found = days(page.text, before, page.mentions, page.published) if act is not None else []
        if act is not None and found and found[-1].span.end <= act.start():
            place = place_of(page.analysis, before, page.mentions, before.begin, act.end(), [], page.words)
            return found[-1], place or place_at(page.analysis, before, page.mentions, act.start())
    return None
