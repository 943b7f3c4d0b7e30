"""What the sentence tells of an event that it names: held or attended, on which day, where."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import DateValue, Mention, Mentions, Name, PeriodValue
from kg.spans import Span

_DAY = re.compile(r"(?:\d{1,2}월 ?)?\d{1,2}일(?![가-힣]{2,})")
_LONE_DAY = re.compile(
    r"(?<![\d.,월달~∼-])(?<![월달~∼-] )(?:(?P<lead>지난|오는) )?(?P<day>[1-9]|[12]\d|3[01])일"
    r"(?= [가-힣])(?! (?:간|동안|이내|이상|이하|미만|전[ ,]|후[ ,]|뒤|만에|안에|평균|정도|가량|내에|치|연속|차))"
)
_MORE_DAY = re.compile(r" ?(\d{1,2})일")
_NOMINAL = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "NR", "SO", "SW"))
_NO_PLACE_WORDS = frozenset(
    (
        "자리", "가운데", "과정", "분야", "차원", "속", "점", "측면", "상황", "이후", "뒤", "글", "보고서", "자료", "인터뷰", "통화", "방송",
        "페이스북", "연설", "발언", "질문", "답변", "심사", "공모", "평가", "조사", "분석", "선거", "경선", "사업", "정책", "예산", "예산안",
        "조례", "지난해", "올해", "내년", "곳", "앞", "사이", "시대", "단계", "국가", "세계", "전국", "해외", "국내", "우리나라", "한국", "정부",
        "영역", "부문", "여기", "거기", "배경", "분위기", "의미", "입장", "발표", "면담", "협약", "방문", "논의", "최초", "처음", "기고", "칼럼",
        "기조", "내용", "이유", "관점", "범위", "한도", "수준", "안", "축사", "인사말", "환영사", "모두발언", "제안설명", "대회", "행사",
        "현장", "시장", "업계", "학계", "전문가", "집행부", "구", "시", "도", "군",
    )
)
_NO_PLACE_END = re.compile(
    r"(?:회의|설명회|간담회|보고회|세미나|포럼|토론회|공청회|본회의|임시회|정례회|시정연설|회견|브리핑|위원회|상임위|\d명?|억원|명|%|"
    r"선포식|출범식|개소식|착공식|준공식|기념식|협약식|발대식|특위|분과)$"
)


@dataclass(frozen=True, slots=True)
class EventWords:
    """Verbs of holding, happening, attending and concluding, and the acts that are events by themselves."""

    hold: frozenset[str]
    happen: frozenset[str]
    attend: frozenset[str]
    conclude: frozenset[str]
    acts: dict[str, str]


@lru_cache(maxsize=8)
def event_words(lexicon: Lexicon) -> EventWords:
    """The table ``event_verbs``."""

    def of(kind: str) -> frozenset[str]:
        return frozenset(lexicon.words("event_verbs", column="verb", kind=kind))

    acts = {r["verb"]: r["name"] for r in lexicon.rows("event_verbs") if r["kind"] == "act"}
    return EventWords(of("hold"), of("happen"), of("attend"), of("conclude"), acts)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as ISO text (None where the words cannot be grounded), the last day, and the words."""

    iso: str | None
    end: str | None
    span: Span
    anaphoric: bool = False


def days(text: str, sentence: Sentence, mentions: Mentions, published: str | None) -> list[Day]:
    """The days that a sentence tells, in order; a day that cannot be grounded only where the document has no date."""
    found: list[Day] = []
    for m in mentions.within(sentence.span, "date", "period"):
        value = m.value
        if isinstance(value, PeriodValue):
            if value.begin and len(value.begin) == 10:
                found.append(Day(value.begin, value.end, m.span))
            continue
        if not isinstance(value, DateValue):
            continue
        iso, end = value.iso, m.end
        if len(iso) == 7:
            more = _MORE_DAY.match(text, m.end)
            if more and 1 <= int(more.group(1)) <= 31:
                iso, end = f"{iso}-{int(more.group(1)):02d}", more.end()
        if len(iso) != 10 or any(d.span.begin <= m.begin < d.span.end for d in found):
            continue
        words = text[m.begin : end]
        if found and found[-1].end is None and found[-1].iso and re.fullmatch(r"부터 ?|[~∼〜-] ?|과 |, ?", text[found[-1].span.end : m.begin]):
            begun = found.pop()
            found.append(Day(begun.iso, iso, Span(begun.span.begin, end)))
            continue
        found.append(Day(iso, None, Span(m.begin, end), words.replace(" ", "") in ("이날", "당일", "같은날")))
    if published is not None:
        for match in _LONE_DAY.finditer(text, sentence.begin, sentence.end):
            if not any(d.span.begin < match.end() and match.start() < d.span.end for d in found):
                told = _grounded(match.group("lead"), int(match.group("day")), published)
                found += [Day(told, None, Span(*match.span()))] if told else []
        found.sort(key=lambda d: d.span)
    if not found and published is None:
        found = [Day(None, None, Span(*m.span())) for m in _DAY.finditer(text, sentence.begin, sentence.end)]
        if "이날" in text[sentence.begin : sentence.end] and not found:
            at = text.index("이날", sentence.begin)
            found = [Day(None, None, Span(at, at + 2), True)]
    return found


def _grounded(lead: str | None, number: int, published: str) -> str | None:
    """A day of the month that no date mention covers, set against the day of publication."""
    today = date.fromisoformat(published)
    month = today.year * 12 + today.month - 1
    if lead == "지난" and number > today.day:
        month -= 1
    elif lead == "오는" and number < today.day:
        month += 1
    try:
        return date(month // 12, month % 12 + 1, number).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Frame:
    """How an event stands in its sentence: the particle behind it, whether it is held, whether a verb governs it."""

    particle: str
    held: bool
    stop: int
    """Where the verb that holds it ends, or the event itself."""
    governed: bool = False
    """Whether the verb of holding has the event for its object or subject."""


def frame(event: Mention, sentence: Sentence, words: EventWords, text: str) -> Frame:
    """What stands behind and before an event's name."""
    tokens = sentence.tokens
    i = bisect_left(tokens, event.end, key=lambda t: t.begin)
    while i < len(tokens) and (tokens[i].tag in ("SSC", "SSO") or (tokens[i].tag == "SL" and tokens[i - 1].tag == "SSO")):
        i += 1
    particle = tokens[i].form if i < len(tokens) and tokens[i].tag[0] == "J" else ""
    place = bisect_left(tokens, event.begin, key=lambda t: t.begin)
    if particle in ("을", "를", "도", "이", "가", "은", "는", "에", "의", "과", "와", "", "으로", "로", "까지", "만", "부터"):
        stop = _governed(tokens, i, words, text)
        if stop:
            return Frame(particle, True, stop, True)
    if particle in ("에서", "서"):
        return Frame("에서", _speaks_or_acts(tokens, i), event.end)
    if _described(tokens, place, words):
        return Frame(particle, True, event.end)
    if i < len(tokens) and tokens[i].form in ("개최", "진행", "열", "참석", "체결", "주재", "개막", "예정", "성료"):
        return Frame(particle, True, tokens[i].end)
    if particle == "" and i < len(tokens) and tokens[i].tag == "VCP":
        return Frame("이다", True, tokens[i].end)
    return Frame(particle, False, event.end)


def _governed(tokens: tuple[Token, ...], i: int, words: EventWords, text: str) -> int:
    """The end of a verb of holding, attending or concluding within the next words, 0 if there is none."""
    for k in range(i, min(len(tokens), i + 14)):
        t = tokens[k]
        if t.tag in ("SF", "EF"):
            return 0
        if t.tag == "EC" and k > i + 1:
            return 0
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        stem = t.form
        if stem in ("지나", "오") and following is not None and following.tag == "ETM":
            continue
        if t.tag.startswith("NN") and following is not None and following.tag == "XSV":
            passive = stem + ("되" if following.form == "되" else "")
            if passive in words.happen or stem in words.happen or stem in words.hold or stem in words.attend or stem in words.conclude:
                return t.end
            return 0
        if t.tag.startswith("VV"):
            known = stem in words.hold or stem in words.happen or stem in words.attend or stem in words.conclude
            return t.end if known else 0
        if t.tag == "NNG" and stem in ("예정", "개최", "참석", "체결", "종료"):
            return t.end
        if t.tag in ("MAG",) and stem == "함께":
            return t.end
    return 0


def _speaks_or_acts(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a predicate follows 에서: whoever speaks or decides at a gathering tells that it was held."""
    return any(t.tag.startswith(("VV", "XSV", "SSO")) for t in tokens[i : i + 60])


def _described(tokens: tuple[Token, ...], place: int, words: EventWords) -> bool:
    """Whether 열린, 연, 개최한, 가진, 주재한, 참석한 stands right before the name."""
    k = place - 1
    while k >= 0 and tokens[k].tag in ("SSO", "NNG", "NNP", "SL", "SSC", "XSN") and place - k < 4:
        k -= 1
    if k < 1 or tokens[k].tag != "ETM":
        return False
    stems = {t.form for t in tokens[max(0, k - 3) : k]} - {"하", "통하", "마련"}
    return bool(stems & (words.hold | words.attend | {"열리"})) and not stems & {"위하", "대하"}


def place_of(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int, events: list[Mention]
) -> Mention | None:
    """The last noun phrase with 에서 (에 있는, 서) in a stretch of a sentence that can be a place."""
    tokens, text = sentence.tokens, analysis.text
    for k in range(len(tokens) - 1, 0, -1):
        t = tokens[k]
        if t.begin < begin or t.end > end or t.tag != "JKB" or t.form not in ("에서", "서"):
            continue
        if any(
            q.begin <= t.begin < q.end and q.double and q.end - q.begin > 30 and not q.begin <= end <= q.end
            for q in analysis.quoted
        ):
            continue
        found = _noun_phrase(tokens, k - 1, text, mentions)
        if found is None or found.begin < begin or _is_no_place(found.of(text)):
            continue
        if any(e.begin < found.end and found.begin < e.end for e in events):
            continue
        return Mention(found.begin, found.end, "place", Name(" ".join(found.of(text).split())), "place-of-event")
    return None


def _is_no_place(words: str) -> bool:
    """Whether a phrase with 에서 names an occasion or a field, no place."""
    return words.split()[-1] in _NO_PLACE_WORDS or bool(_NO_PLACE_END.search(words))


def _noun_phrase(tokens: tuple[Token, ...], k: int, text: str, mentions: Mentions) -> Span | None:
    """The nouns that end with a token, without dates and people."""
    end, left = tokens[k].end, None
    while k >= 0:
        t = tokens[k]
        if t.tag == "SSC" and text[t.begin] in "’'”\"」":
            opening = max(text.rfind(o, 0, t.begin) for o in "‘'“\"「")
            while k >= 0 and tokens[k].begin > opening:
                left, k = tokens[k].begin, k - 1
            k -= 1
            continue
        if t.tag not in _NOMINAL and not (t.tag == "SSC" and text[t.begin] == ")") and not (t.tag == "SSO" and text[t.begin] == "("):
            break
        if t.form in ("이날", "오전", "오후", "최근", "당시", "시", "분", "일", "월") and t.tag in ("NNG", "NNB"):
            break
        if any(m.begin <= t.begin < m.end for m in mentions.within(Span(t.begin - 14, t.end + 14), "date", "time", "person", "period")):
            break
        left, k = t.begin, k - 1
    if left is None or end - left < 2 or end - left > 40:
        return None
    while left < end and text[left] in ")’”' ·":
        left += 1
    return Span(left, end)
