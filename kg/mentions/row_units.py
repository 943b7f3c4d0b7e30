"""The unit that a table's label tells in its brackets: «도입 동(개, 누계)», «사업비(백만 원)», «정확도(%)»."""

import re
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.patterns import regex

_UNIT = regex(
    r"[(\[（]\s?(?:단위\s?[:：]?\s?)?(?P<unit>%p?|％|[가-힣㌀-㏿℃]{1,3}|(?:십|백|천)?(?:만|억)?\s?원|[A-Za-z]{1,4})"
    r"(?:\s?[,·/]\s?[^()\[\]（）]{1,8})?\s?[)\]）]"
)
_TOLD = regex(r"단\s?위")


_SCALED = regex(
    r"[(\[（]\s?(?:단위\s?[:：]?\s?)?(?P<scale>[십백천]?만"
    r"|[백천])\s(?P<unit>[가-힣]{1,3}(?<!원))\s?[)\]）]"
)
_SCALES = {"백": 100, "천": 1000, "만": 10**4, "십만": 10**5, "백만": 10**6, "천만": 10**7}


def scaled_unit(label: str) -> tuple[int, str] | None:
    """How many ones a label's unit is, and the unit without them: «이용자(만 명)», «처리 건수(천 건)»."""
    told = list(_SCALED.finditer(label))
    return (_SCALES[told[-1]["scale"]], told[-1]["unit"]) if told else None


def label_unit(label: str) -> str | None:
    """The unit in the last brackets of a label, without spaces; None where there is none."""
    told = list(_UNIT.finditer(label))
    return re.sub(r"\s", "", told[-1]["unit"]) if told else None


def counts(label: str, lexicon: Lexicon) -> bool:
    """Whether a label's unit is one of counting or measuring, which a place or a remark in brackets is not."""
    unit = label_unit(label)
    return unit in _counters(lexicon) or (unit is not None and "㌀" <= unit <= "㏿")


@lru_cache(maxsize=4)
def _counters(lexicon: Lexicon) -> frozenset[str]:
    return frozenset({"%", "％", "%p", *lexicon.words("counters"), *lexicon.words("units")})


def heading_unit(heading: str) -> str | None:
    """The unit of a heading that says «단위»; other brackets of a heading («[붙임]») hold none."""
    return label_unit(heading) if _TOLD.search(heading) else None
