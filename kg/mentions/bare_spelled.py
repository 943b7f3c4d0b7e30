"""Which spelled numerals to believe in a text that is all about numbers; news reading asks for more (see
`quantity`)."""

import re

from kg.lexicon import Lexicon
from kg.mentions.spelled import Accepts, Spelled
from kg.mentions.unit import PARTICLE, unit_at
from kg.patterns import regex

_TIME = (
    r"(?:번째|째|개월|년도|년대|년|월|일|시간|시|사분기|분기|분의|분|초|주일|주말|주|달|해|세기|호|층|등|위|번|개|퍼센트|퍼센티지|프로)"
    r"(?=[^가-힣]|$|번|으|주|보다|부터|까지|에|의|은|는|이|가|을|를|도|만|로|동안|간|안|내|이내|이상|이하|미만|초과|전|후|뒤|째|쯤|짜리|더|인|임|입|과|와|지|반|날|마다|정도|[월화수목금토일]요|[일이삼사오육칠팔구십백천만마\d])"
)
_AFTER = regex(rf"\s?{_TIME}")
_TOUCHING = regex(_TIME)
_COMPARED = regex(
    r"\s?(?:보다|이상|이하|초과|미만|에서부터|에서|부터|까지|과 같|와 같|과 [가-힣\d]+ ?사이"
    r"|을 초과|을 넘|이 넘|또는|혹은)"
)
_FRACTION_NEXT = regex(r"(?:과|와) ?[일이삼사오육칠팔구십백천만억조\d]+ ?분의")
_POINT = regex(r" ?점 ?[영공일이삼사오육칠팔구]")
_TIME_BEHIND = regex(r" (?:년|월|일|개월|초|퍼센트|주일|분기|주(?=에| |$))")
_VERB = regex(r"(?:다|었|며|고|라|므|지만|니|던|자|네|넘|가 )")
_ALONE = frozenset("영일이삼사오육칠팔구십백천만열빵둘셋넷") | {"하나"}
_NEVER_FREE = frozenset("조경공륙빵")


def believes(lexicon: Lexicon) -> Accepts:
    """The test of one reading of a spelled numeral in its text."""

    def accepts(text: str, reading: Spelled) -> bool:
        words = text[reading.begin : reading.end]
        after = text[reading.end : reading.end + 12]
        if not text[: reading.begin].strip(" '\"") and not after.strip(" .'\""):
            return not reading.loose or words in _ALONE or reading.end - reading.begin > 1
        if words in _NEVER_FREE or (words[-1] == "사" and after.startswith("이")):
            return False
        if words[-1] in "유시":
            return reading.single and bool(re.match(r"월(?![가-힣](?<![에의은는이도까부말]))", after))
        if _after_fraction_or_minus(text, reading.begin) and re.fullmatch("[일이삼사오육칠팔구]만", words):
            return not re.match("[을이의은 ]", after)
        if _after_fraction_or_minus(text, reading.begin) and not (words[-1] == "이" and _VERB.match(after)):
            return True
        if words in ("이", "일", "오"):
            follows = (
                _FRACTION_NEXT.match(after) or _POINT.match(after) or (words != "이" and _TIME_BEHIND.match(after))
            )
            return _touches(text, reading, lexicon) or bool(follows)
        if words == "영" and re.match(r"(?:은|는|과|와|이다)(?![가-힣])", after):
            return True
        if words[-1] == "이" and _VERB.match(after.lstrip()):
            return False
        if _AFTER.match(after) or _FRACTION_NEXT.match(after) or _POINT.match(after):
            return True
        if _unit(text, reading.end, lexicon):
            return True
        if reading.single and (reading.sino or reading.loose):
            return (words in "십백천만" and _COMPARED.match(after) is not None) or (
                words not in "십백천만일이사오"
                and not reading.loose
                and bool(
                    re.match(
                        r"\s?(?:보다|이상|이하|초과"
                        r"|미만)",
                        after,
                    )
                )
            )
        if reading.loose:
            return False
        return (
            not after
            or not "가" <= after[0] <= "힣"
            or PARTICLE.match(text, reading.end) is not None
            or (_COMPARED.match(after) is not None)
        )

    return accepts


def _touches(text: str, reading: Spelled, lexicon: Lexicon) -> bool:
    """Whether a unit follows without a space; 이 and 일 are too often other words to believe more."""
    after = text[reading.end : reading.end + 12]
    words = text[reading.begin : reading.end]
    if words == "이" and (
        re.match(
            r"주\s?(?:후|전|뒤|간|동안|이내|안에)",
            after,
        )
        or _measured(text, reading.end + 1, lexicon)
    ):
        return True
    if words == "이" and re.match(r"(?:번|달|주|날|곳|점|건|개|일|해|시|분(?!의|기))", after):
        return False
    if words == "일" and re.match(r"(?:정|반|부|본|대|원(?!짜)|회|주(?!일))", after):
        return False
    unit = unit_at(text, reading.end, lexicon)
    return _TOUCHING.match(after) is not None or unit is not None


def _measured(text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a unit of measure of several syllables stands here behind a space."""
    unit = unit_at(text, place, lexicon) if text[place - 1 : place] == " " else None
    return unit is not None and unit.kind == "measure" and len(unit.word) > 1


def _unit(text: str, place: int, lexicon: Lexicon) -> bool:
    return unit_at(text, place, lexicon) is not None or (
        text[place : place + 1] == " " and unit_at(text, place + 1, lexicon) is not None
    )


def _after_fraction_or_minus(text: str, place: int) -> bool:
    return text[:place].rstrip(" ").endswith(("분의", "마이너스", "음수"))
