"""What the sentence tells of an event that it names: whether it is held, attended or concluded."""

from bisect import bisect_left
from dataclasses import dataclass

from kg.facts.event.words import EventWords
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention
from kg.patterns import regex

_IN_PASSING = frozenset(("연잇", "잇따르", "잇달", "걸치", "나누", "맞", "맞이하", "겸하", "향하", "거치"))
_MAY_FOLLOW = frozenset(("행사", "현장", "예정", "이후", "당시", "동시", "오전", "오후", "직후", "첫날", "종료"))
_BEFORE_NAME = frozenset(("SSO", "SSC", "SP", "NNG", "NNP", "SL", "XSN", "JKG"))
_WORDS_BEFORE = 6
"""So many tokens may stand between a mention and the clause that describes it (열리는 시장·군수 정책회의)."""
_NOTED_ACTS = frozenset(
    (
        "발표", "공개", "선포", "선언", "보고", "설명", "제안", "건의", "요청", "촉구", "발언", "답변", "논의", "협의",
        "합의", "결정", "의결", "심의", "심사", "확정", "가결", "부결", "보류", "체결", "서명", "공유", "토론", "채택",
    )
)  # fmt: skip
"""Acts with which a note without a verb ends."""
_TAKES_PLACE = frozenset(("열리", "이어지", "치러지", "펼쳐지", "벌어지"))
_DEEDS = frozenset(("예정", "개최", "참석", "체결", "종료", "서명", "개막", "폐막", "성료", "진행", "거행", "조인"))
"""Acts told as nouns with which the clause of an event ends."""
_ASIDE = regex(r"\([^()\n]{2,20}\)(?=[가-힣])")
"""What a bracket right behind a name adds to it, with the name's particle behind."""
_RAISED = frozenset(("올리", "오르", "내리"))


@dataclass(frozen=True, slots=True)
class Frame:
    """How an event stands in its sentence: the particle behind it, whether it is held, whether a verb governs it."""

    particle: str
    held: bool
    stop: int
    """Where the verb that holds it ends, or the event itself."""
    governed: bool = False
    """Whether the verb of holding has the event for its object or subject."""
    described: bool = False
    """Whether a clause before it says that it was held (14일 열린 ○○위원회)."""


def frame(event: Mention, sentence: Sentence, words: EventWords, text: str) -> Frame:
    """What stands behind and before an event's name."""
    tokens = sentence.tokens
    i = bisect_left(tokens, event.end, key=lambda t: t.begin)
    while i < len(tokens) and (
        tokens[i].tag in ("SSC", "SSO") or (tokens[i].tag == "SL" and tokens[i - 1].tag == "SSO")
    ):
        i += 1
    aside = _ASIDE.match(text, tokens[i - 1].begin) if i > 0 and tokens[i - 1].tag == "SSO" else None
    if aside is not None:
        i = bisect_left(tokens, aside.end(), key=lambda t: t.begin)  # 설명회(군민광장)에서
    particle = tokens[i].form if i < len(tokens) and tokens[i].tag[0] == "J" else ""
    place = bisect_left(tokens, event.begin, key=lambda t: t.begin)
    if particle in (
        "을",
        "를",
        "도",
        "이",
        "가",
        "은",
        "는",
        "에",
        "의",
        "과",
        "와",
        "",
        "으로",
        "로",
        "까지",
        "만",
        "부터",
    ) and not _goes_on_as_noun(tokens, i, words):
        stop = _governed(tokens, i, words, text)
        if stop:
            return Frame(particle, True, stop, True)
    if particle in ("에서", "서"):
        described = _described(tokens, place, words)
        told = i + 1 < len(tokens) and tokens[i + 1].tag == "VCP" and described  # 4일 연 간담회에서다
        return Frame("에서", told or described or _speaks_or_acts(tokens, i), event.end, described=described)
    if _described(tokens, place, words):
        return Frame(particle, True, event.end, described=True)
    if i < len(tokens) and tokens[i].form in ("개최", "진행", "열", "참석", "체결", "주재", "개막", "예정", "성료"):
        return Frame(particle, True, tokens[i].end)
    if particle == "" and _ends_the_note(tokens, i):
        return Frame("", True, event.end, True)
    if particle == "" and i < len(tokens) and tokens[i].tag == "VCP":
        return Frame("이다", True, tokens[i].end)
    return Frame(particle, False, event.end)


def _governed(tokens: tuple[Token, ...], i: int, words: EventWords, text: str) -> int:
    """The end of a verb of holding, attending or concluding within the next words, 0 if there is none."""
    passing = False
    for k in range(i, min(len(tokens), i + 24)):
        t = tokens[k]
        if t.tag in ("SF", "EF"):
            return 0
        if t.tag == "EC" and k > i + 1 and not passing:
            return 0
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        stem = t.form
        if stem == "여" and t.tag == "NP" and tokens[k - 1].tag == "JKO":
            return t.end  # 기념식을 여는: the analyser takes 여는 for a pronoun
        if stem in ("지나", "오") and following is not None and following.tag == "ETM":
            continue
        if t.tag.startswith("VV") and stem in _IN_PASSING:
            passing = True
            continue
        if t.tag[0] in "NJ":
            passing = False
        if t.tag in ("VV", "VA") and stem in _RAISED and _curtain(tokens, k):
            return t.end
        if t.tag in ("VA", "VV") and stem == "있" and tokens[k - 1].tag == "JKS":
            return t.end if k - i < 3 else 0
        made = following if t.tag.startswith("NN") and following is not None and following.tag == "XSV" else None
        if (made or t.tag.startswith("VV")) and stem in _THOSE_PRESENT and _meanwhile(tokens, k):
            passing = True
            continue  # 시민 300명이 모인 가운데 열렸다
        if made:
            passive = stem + ("되" if made.form == "되" else "")
            if (
                passive in words.happen
                or stem in words.happen
                or stem in words.hold
                or stem in words.attend
                or stem in words.conclude
            ):
                return t.end
            return 0
        if t.tag.startswith("VV"):
            known = stem in words.hold or stem in words.happen or stem in words.attend or stem in words.conclude
            return t.end if known else 0
        if t.tag == "NNG" and stem in _DEEDS:
            return t.end
        if t.tag in ("MAG",) and stem == "함께":
            return t.end
    return 0


_THOSE_PRESENT = frozenset(
    ("모이", "참석", "참여", "참가", "지켜보", "함께하", "자리하", "메우", "채우", "참관", "배석", "동석")
)


def _meanwhile(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a verb only tells who was there while the gathering was held (모인 가운데, 지켜보는 가운데)."""
    end = next((i for i in range(k + 1, min(len(tokens), k + 4)) if tokens[i].tag == "ETM"), None)
    return end is not None and end + 1 < len(tokens) and tokens[end + 1].form in ("가운데", "속", "중", "앞")


def _goes_on_as_noun(tokens: tuple[Token, ...], i: int, words: EventWords) -> bool:
    """Whether another noun follows at once, so that the name is only part of a phrase (예비심사 결과는)."""
    if i >= len(tokens) or tokens[i].tag not in ("NNG", "NNP"):
        return False
    known = words.hold | words.happen | words.attend | words.conclude | _MAY_FOLLOW
    return tokens[i].form not in known


def _ends_the_note(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the name ends a note without a verb (3. 10. 한빛회관 세미나실에서 개강식) or its bracket."""
    if any(t.tag in ("EF", "EC") for t in tokens):
        return i > 0 and i <= len(tokens) and tokens[i - 1].tag == "SSC" and tokens[i - 1].form in (")", "）")
    return all(t.tag in ("SF", "SSC", "SP") for t in tokens[i:])


def _curtain(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a verb has the curtain for its object or subject (막을 올리다, 막이 오르다, 닻을 올리다)."""
    return k >= 2 and tokens[k - 1].tag[0] == "J" and tokens[k - 2].form in ("막", "닻", "대단원")


def _speaks_or_acts(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a predicate follows 에서: whoever speaks or decides at a gathering tells that it was held."""
    if any(t.tag.startswith(("VV", "XSV", "SSO")) for t in tokens[i : i + 60]):
        return True
    words = [t for t in tokens[i:] if t.tag not in ("SF", "SP", "SSC", "SSO")]
    return bool(words) and words[-1].tag == "NNG" and words[-1].form in _NOTED_ACTS  # 보고회에서 비전 발표


def _described(tokens: tuple[Token, ...], place: int, words: EventWords) -> bool:
    """Whether 열린, 연, 개최한, 가진, 주재한, 참석한, 맺은 stands right before the name."""
    k = place - 1
    while k >= 0 and tokens[k].tag in _BEFORE_NAME and place - k < _WORDS_BEFORE:
        k -= 1
    if k < 1 or tokens[k].tag != "ETM":
        return False
    stems = {t.form for t in tokens[max(0, k - 3) : k]} - {"하", "통하", "마련"}
    return bool(stems & (words.hold | words.attend | words.conclude | _TAKES_PLACE)) and not stems & {"위하", "대하"}
