"""From when and until when a program takes applications: «12월 1일부터 신청을 받는다», «모집기간: 12. 1. ~ 12. 19.»."""

import re
from collections.abc import Iterator, Sequence

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

FROM, UNTIL = "접수", "마감"
_TAKEN = regex(
    r"(?<![가-힣])(?:[가-힣]{2,4} )?(?:참가|참여|입주|이용|지원|온라인|인터넷|방문|서류|사전|수강|입학"
    r"|교육생|참가자|참여자|이장|1차)?"
    r"(?P<what>신청서|신청|접수|모집|원서|응모작|응모|지원서|참가서)(?: ?(?:접수|신청|모집))?(?: ?(?:기간"
    r"|기한|일정|시기|공고))?"
    r"(?=은|는|이|가|을|를|도|한|하|받|\s?[:：(]|에 들어|에 나[서선섰]|\s(?:시작|개시|마감|받|시기|접수)|부터|$)"
)
"""What a program takes: 신청을, 접수는, 모집기간: …; no 신청자, 접수처, 모집률."""
_ANOTHER_ROUND = regex(
    r"(?:[2-9] ?차|추가|재|2기|3기|하반기|상반기|분기|민원|의견|이의|제안|신고|출원|특허"
    r"|전화|건의)[ -]?[가-힣]{0,4}$"
)
"""Before it: a later round, or what citizens hand in that is no application."""
_SINCE = regex(
    r"(?:\([월화수목금토일]\))? ?(?:\d{1,2}시 ?(?:\d{1,2}분)?|오전|오후)?(?: ?\d{1,2}시)?(?:부터"
    r"|[~∼～]|에 (?:시작|열|개시|들어)| (?:시작|개시|열|들어|문을)|이다|로 )"
)
_TILL = regex(
    r"(?:\([월화수목금토일]\))? ?(?:오전|오후)?(?: ?\d{1,2}시)?(?:까지|에? ?마감|에 (?:닫|끝|마치"
    r"|마친)|(?:이|가)? ?마감)"
)
_LABELLED = regex(r"(?: ?[:：(] ?| ?(?:은|는) ?)$")
_SENTENCE = regex(r"[“”\"]|(?:했고|했으며|했다|한다)[, .]")
_MOVED = regex(
    r"(?:으로|로) (?:[^.,“”]{0,12}? )?(?:미[루뤄뤘룬]|늦[추춰췄춘]|밀[리렸려린]|연기|조정|변경"
    r"|바[꾸뀌뀐꿨]|당[기겨겼긴]|앞당|연장|늘)"
)
_NEAR = 44
_REACH = 400


def intakes(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, dates: Sequence[Mention]
) -> Iterator[tuple[Mention, str, str, Span, Mention]]:
    """Program, kind (접수, 마감), day (ISO), the words for what is taken and the date of each such step."""
    text = analysis.text
    told = next((m for m in _TAKEN.finditer(text, *sentence.span) if not _other(text, sentence, m)), None)
    program = _program(mentions, sentence, told.start()) if told is not None else None
    days = [d for d in dates if len(d.value.iso) == 10]
    if told is None or program is None or not days:
        return
    step = Span(*told.span("what"))
    moved = next((d for d in reversed(days) if d.begin > told.end() and _MOVED.match(text, d.end)), None)
    if moved is not None:
        late = "마감" in text[told.end() : moved.begin] or "연장" in text[moved.end : moved.end + 16]
        yield program, UNTIL if late else FROM, str(moved.value.iso), step, moved
        return
    near = [d for d in days if _beside(text, told, d)]
    first = next((d for d in near if _SINCE.match(text, d.end)), None)
    if first is not None:
        yield program, FROM, str(first.value.iso), step, first
    last = next((d for d in near if d is not first and _TILL.match(text, d.end)), None)
    if last is None and first is not None:
        period = next((p for p in mentions.within(sentence.span, "period") if p.begin <= first.begin < p.end), None)
        last = next((d for d in near if period is not None and d.begin > first.end and d.end >= period.end - 1), None)
    if last is not None:
        yield program, UNTIL, str(last.value.iso), step, last


def _other(text: str, sentence: Sentence, told: re.Match[str]) -> bool:
    """Whether it is another round of taking, or no application."""
    return _ANOTHER_ROUND.search(text, max(sentence.begin, told.start("what") - 8), told.start("what")) is not None


def _beside(text: str, told: re.Match[str], date: Mention) -> bool:
    """Whether no other clause stands between the date and what is taken."""
    first, last = sorted(((told.start(), told.end()), (date.begin, date.end)))
    return last[0] - first[1] <= _NEAR and _SENTENCE.search(text, first[1], last[0]) is None


def _program(mentions: Mentions, sentence: Sentence, before: int) -> Mention | None:
    """The program that the sentence names first before or behind the word, else the last one before."""
    own = mentions.within(sentence.span, "program", "program-short")
    ahead = [m for m in own if m.end <= before]
    if ahead:
        return ahead[-1]
    if own:
        return own[0]
    last = next(iter(mentions.before(sentence.begin, "program", "program-short")), None)
    return last if last is not None and sentence.begin - last.end <= _REACH else None
