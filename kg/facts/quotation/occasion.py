"""On what day something was said: only where the text ties the words to a dated occasion."""

import re
from collections.abc import Sequence

from kg.facts.quotation.direct import Direct
from kg.facts.quotation.speaker import Voice
from kg.language.model import Analysis, Sentence
from kg.mentions.model import DateValue, Mention, Mentions
from kg.spans import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_TODAY = re.compile(r"(?<![가-힣])(?:이날|이 자리에서|이 자리에는|같은 자리에서|회의에서|설명회에서|간담회에서|회견에서|기자회견에서|브리핑에서|출범식에서|선포식에서|협약식에서|개소식에서|착공식에서|기공식에서|준공식에서|토론회에서|포럼에서|보고회에서|행사에서|축사에서|개회사에서|연설에서|시정연설에서|본회의에서|발표회에서|현장에서|면담에서)")
_GATHERING = re.compile(r"(?:회의|간담회|회견|설명회|브리핑|출범식|선포식|협약식|개소식|개관식|착공식|기공식|준공식|토론회|공청회|포럼|보고회|행사|연설|본회의|발표회|면담|상임위|위원회|임시회|정례회|제안설명|질의|심사|방문|업무협약|컨퍼런스|콘퍼런스|세미나|인터뷰|만났|만나|SNS|페이스북|자리)")
_LINKED = re.compile(r"^(?:이어|이어서|그러면서|아울러|또|또한|특히|이 자리에서|함께|이날|배석|끝으로|계속해서|회의 종료 후)")


def days_of(analysis: Analysis, mentions: Mentions, quotes: Sequence[Direct], voices: Sequence[Voice]) -> list[str | None]:
    """The ISO day of each quotation, or None."""
    found: list[str | None] = []
    spoken: dict[str, tuple[int, str]] = {}  # speaker -> sentence and day of the last dated words
    occasion: tuple[int, str] | None = None
    seen = 0
    for quote, voice in zip(quotes, voices, strict=True):
        sentence = quote.sentence
        if sentence.block in ("title", "subtitle"):
            found.append(None)
            continue
        for earlier in analysis.sentences[seen : sentence.index]:
            occasion = _held(analysis, mentions, earlier) or occasion
        seen = max(seen, sentence.index)
        lead = Span(sentence.begin, max(sentence.begin, quote.span.begin - 1))
        words = lead.of(analysis.text)
        key = _key(analysis, voice.mention)
        day = _last_day(mentions, lead)
        if day is None and (_TODAY.search(words) or _LINKED.match(words)) and occasion and sentence.index - occasion[0] <= 12:
            day = occasion[1]
        elif day is None and key in spoken and sentence.index - spoken[key][0] <= 2:
            day = spoken[key][1]
        elif day is None and occasion and sentence.index - occasion[0] <= 4:
            day = occasion[1]
        if day:
            spoken[key] = (sentence.index, day)
        found.append(day)
    return found


def _held(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> tuple[int, str] | None:
    """The day of the gathering that a sentence reports."""
    if sentence.block != "body" or not _GATHERING.search(analysis.text, sentence.begin, sentence.end):
        return None
    day = _last_day(mentions, sentence.span)
    return (sentence.index, day) if day else None


def _last_day(mentions: Mentions, span: Span) -> str | None:
    """The last whole day named in a stretch of text."""
    days = [m.value.iso for m in mentions.within(span, "date") if isinstance(m.value, DateValue) and _DAY.match(m.value.iso)]
    return days[-1] if days else None


def _key(analysis: Analysis, mention: Mention | None) -> str:
    return "" if mention is None else mention.span.of(analysis.text)[:1] + mention.kind[:6]
