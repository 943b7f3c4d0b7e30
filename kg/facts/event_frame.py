"""What the sentence tells of an event that it names: whether it is held, attended or concluded."""

from bisect import bisect_left
from dataclasses import dataclass

from kg.facts.event_words import EventWords
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention


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
    while i < len(tokens) and (
        tokens[i].tag in ("SSC", "SSO") or (tokens[i].tag == "SL" and tokens[i - 1].tag == "SSO")
    ):
        i += 1
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
    ):
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
