"""When a body came to be: «2022년 ○○협의회가 꾸려질 때», «2019년 설립된 ○○», «세 시가 2024년 ○○를 만들었다»."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_NOT_FOUNDED = frozenset({"LocalGovernment", "Ministry", "Party"})
_CLOSED = regex(r"[’'”\"」』)]{0,2}(?:\([^()]{1,30}\))?")
_MINE = 30
"""So many code points at most stand between a body and the verb that founds it, and between the date and either."""
_NOT_ITSELF = regex(
    r"[,.“”\"‘’·;:/)]|(?:을|를|이|가) (?![가-힣]{1,4} ?(?:모아|합쳐|맞대|맞잡|나서|주도))|(?:이|가) [가-힣]+(?:을|를) "
    r"|(?:하고|하며|지만|는데|으나|뒤|후|이후) "
)
"""What says that the verb is of something else, or of another clause."""
_BETWEEN_DATE = regex(r"(?:했고|하고|며|지만|는데|으나|했다|한다)[, ]|[.“”\"·;/]")
_NO_DATE = regex(r" ?(?:이후|기준|예산|현재|당시|대비|보다|까지|이래)")
_IT_IS = regex(r"(?:[가-힣]{0,4}) ?(?:것은|건|때는|해는|시점은|시기는) ")
_KINDS_OF_BODIES = regex(
    r"[가-힣]{0,2} ?(?:모임|단체|기구|협의체|회의체|조직|기관|연구회|연합체|연대|법인"
    r"|재단|위원회)"
)
"""What a body is said to be: «○○는 2022년 세 시장이 뜻을 모아 창립한 모임이다»."""
_BEFORE_NAME = regex(r"(?: (?:이|이들의|지역|범시민|민관|공동))? ?(?:\((?:재|사|주)\) ?|㈜ ?)?[‘'“\"「『]?")


@lru_cache(maxsize=8)
def _verbs(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The verbs of coming to be (of the body as subject), of making one (as object), and both before the body."""
    stems: dict[str, list[str]] = {"subject": [], "object": [], "before": []}
    for row in lexicon.rows("founding_verbs"):
        stems[row["use"]].append(row["stem"])
    subject, made, before = ("|".join(sorted(map(re.escape, s), key=lambda w: (-len(w), w))) for s in stems.values())
    return re.compile(rf"(?:{subject})"), re.compile(rf"(?:{made})"), re.compile(rf"(?:{before})")


def founded(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, dates: Sequence[Mention], lexicon: Lexicon
) -> Iterator[tuple[Mention, Span, Mention]]:
    """Each body of the sentence that is said to have come to be, the words that say so, and the date."""
    subject, made, before = _verbs(lexicon)
    for body in mentions.within(sentence.span, "organization", "organization-short"):
        if _NOT_FOUNDED & set(body.value.classes):
            continue
        opened = {"Centre", "Facility"} & set(body.value.classes)  # their opening is a step of its own
        step = _behind(analysis.text, sentence, body, subject, made) or _ahead(analysis.text, sentence, body, before)
        date = _date(analysis.text, sentence, body, step, dates) if step is not None else None
        if step is not None and date is not None and not (opened and analysis.text.startswith("문을", step.begin)):
            yield body, step, date


def _behind(
    text: str, sentence: Sentence, body: Mention, subject: re.Pattern[str], made: re.Pattern[str]
) -> Span | None:
    """The verb behind a body, of which it is subject or object."""
    mark = _CLOSED.match(text, body.end)
    end = mark.end() if mark else body.end
    particle = text[end : end + 1]
    verbs = subject if particle in ("은", "는", "이", "가") else made if particle in ("을", "를") else None
    if verbs is None:
        return None
    start = end + 1
    for verb in verbs.finditer(text, start, min(start + _MINE, sentence.end)):
        if text[verb.start() - 1] == " " and not _NOT_ITSELF.search(text, start, verb.start()):
            return Span(*verb.span())
        break
    if particle in ("은", "는"):
        for verb in made.finditer(text, start, min(start + _MINE, sentence.end)):
            if text[verb.start() - 1] == " " and _KINDS_OF_BODIES.match(text, verb.end()):
                return Span(*verb.span())
    return None


def _ahead(text: str, sentence: Sentence, body: Mention, before: re.Pattern[str]) -> Span | None:
    """The verb right before a body that it describes: «2019년 설립된 ○○»."""
    for verb in before.finditer(text, max(sentence.begin, body.begin - 16), body.begin):
        owned = text[max(verb.start() - 2, 0) : verb.start()] in ("을 ", "를 ")  # what the body itself made
        if _BEFORE_NAME.fullmatch(text, verb.end(), body.begin) and not owned:
            return Span(*verb.span())
    return None


def _date(text: str, sentence: Sentence, body: Mention, step: Span, dates: Sequence[Mention]) -> Mention | None:
    """The date of the clause: between body and verb, else before both, else «생긴 것은 2020년»."""
    first, last = min(body.begin, step.begin), max(body.end, step.end)
    kept = [d for d in dates if not _NO_DATE.match(text, d.end)]
    inside = [d for d in kept if first <= d.begin and d.end <= step.begin]
    if inside:
        return inside[-1]
    asked = _IT_IS.match(text, step.end)
    if asked is not None:
        return next((d for d in kept if 0 <= d.begin - asked.end() <= 2), None)
    ahead = [d for d in kept if d.end <= first and first - d.end <= _MINE]
    if ahead and not _BETWEEN_DATE.search(text, ahead[-1].end, first):
        return ahead[-1]
    return next((d for d in kept if 0 <= d.begin - last <= 1), None)
