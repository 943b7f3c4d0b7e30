"""Korean words for kinds, concepts and properties, and how numbers, days and names are written on pages."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kg.graph.ontology import curie, ontology
from kg.graph.terms import name_of
from kg.lexicon import load_lexicon
from kg.lexicon.load import Lexicon
from kg.patterns import regex

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "person": "인물",
        "organization": "기관",
        "program": "사업·정책",
        "region": "지역",
        "event": "행사",
        "document": "문서",
        "membership": "직책",
        "money": "금액",
        "allocation": "예산 배정",
        "target": "목표·성과",
        "involvement": "참여",
        "quotation": "발언",
        "milestone": "추진 단계",
        "renaming": "명칭 변경",
        "place": "장소",
    }
)
UNREAD: Mapping[str, str] = MappingProxyType(
    {
        "money without purpose": "쓰임새를 모르는 금액",
        "number near target": "목표인지 모르는 수",
        "quotation without speaker": "말한 이를 모르는 말",
        "title without person": "사람을 모르는 직함",
    }
)
"""Kinds of what was seen and not understood."""

SLOTS: Mapping[str, str] = MappingProxyType(
    {
        "member": "사람", "role": "직책", "organization": "기관", "former": "전직", "acting": "권한대행",
        "amount": "금액", "purpose": "쓰임새", "program": "사업", "year": "연도", "source": "재원", "basis": "기준",
        "status": "상태", "stage": "예산 단계", "payer": "재원 부담", "measure": "무엇을", "value": "값",
        "unit": "단위",
        "kind": "종류", "speaker": "말한 이", "text": "말", "agent": "누가", "date": "날짜", "deadline": "기한",
        "baseline": "출발 값", "region": "지역", "recipient": "받는 곳", "from": "옛 이름", "to": "새 이름",
        "by": "누가", "currency": "통화", "unit_price": "단가", "per": "단위당", "round": "예산 회차", "at": "자리",
    }
)  # fmt: skip
"""Slots of claims, as judgements name them."""

FUNDS = ("국비", "시비", "도비", "구비", "군비", "민자")
"""The sources of money in the order in which charts and tables show them."""

SURE = 0.9
"""From this confidence on a fact is shown as confirmed."""

_WORDS_OF = ("basis", "status", "target-kind", "involvement-kind", "bound")
_PARTS_OF_DAY = regex(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_FEATURES = "features_"
_MARKED = regex(r"\s+")


def kind_name(kind: str) -> str:
    """What a kind of thing is called."""
    return KINDS.get(kind, kind)


def concept(iri: str) -> str:
    """The Korean word of a concept, by its IRI; of one that the ontology does not list the bare word."""
    name = curie(iri)
    label = ontology().label(name)
    return name_of(iri) if label == name else label


def word(value: str) -> str:
    """The Korean word of a concept that is told without its scheme; other words as they are."""
    known = (ontology().label(f"{scheme}/{value}") for scheme in _WORDS_OF)
    return next((label for label in known if "/" not in label), value)


def term(name: str) -> str:
    """The Korean name of a class or property, by its CURIE."""
    return ontology().label(name)


def day(told: str) -> str:
    """A date in any precision as people write it: 2025. 11. 12., 2025년 11월, 2025년; other words as they are."""
    found = _PARTS_OF_DAY.match(told)
    if not found:
        return told
    year, month, date = found.groups()
    if date:
        return f"{year}. {int(month)}. {int(date)}."
    return f"{year}년 {int(month)}월" if month else f"{year}년"


def number(told: str) -> str:
    """A number with commas between its thousands, without idle zeros behind the point."""
    try:
        value = float(told)
    except ValueError:
        return told
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.10g}"


def short_won(value: float) -> str:
    """A sum for the axis of a chart: 1.2조, 264억, 5,000만."""
    for size, name in ((10**12, "조"), (10**8, "억"), (10**4, "만")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{name}" if value / size < 1000 else f"{value / size:,.0f}{name}"
    return f"{value:,.0f}"


def one_line(text: str) -> str:
    """A text without line breaks and runs of white space."""
    return _MARKED.sub(" ", text).strip()


@lru_cache(maxsize=4)
def _sentences(lexicon: Lexicon) -> Mapping[str, str]:
    """The Korean sentence of each feature of confidence and identity, by its English one."""
    return {
        row["sentence"]: row["sentence_ko"]
        for table in lexicon.tables
        if table.startswith(_FEATURES) or table == "identity_features"
        for row in lexicon.rows(table)
        if row.get("sentence") and row.get("sentence_ko")
    }


def reason(sentence: str) -> str:
    """A reason for a confidence in Korean, where the tables of features tell it so."""
    return _sentences(load_lexicon()).get(sentence, sentence)
