"""Units that mostly order or name something: whether 호 counts households here, 동 houses, 개 동 districts."""

from kg.facts.target.figure import Figure
from kg.facts.target.governor import governor
from kg.facts.target.measure import counted_behind
from kg.facts.target.words import TargetWords
from kg.patterns import regex

_DISTRICT_UNITS = frozenset(
    (
        "개구",
        "개군",
        "개시",
        "개도",
        "개면",
        "개읍",
        "개동",
        "개시군",
        "개시군구",
        "개읍면",
        "개읍면동",
        "개구군",
        "개자치구",
    )
)
_DISTRICTS = regex(
    r" ?(?:실·?국|부서|시·?군·?구?|읍·?면·?동?|자치구|구·?군|면|동|읍|리|구|군|시·도|광역시|기초단체|지자체|(?<= )도)"
    r"(?=[ ,에의은이가를을로])"
)
_BUILDINGS = regex(
    r"(?:센터|아파트|건물|주택|온실|하우스|축사|공장|상가|"
    r"기숙사|창고|막사|관사|빌라|연립|한옥|숙소|사택|건물터|강의동|병동|계사|돈사|우사) $"
)
"""What is counted by 동 as houses, not as districts."""
_BY_THEN = regex(r"까지 (?:모두 |전체 |도내 |시내 )?$")
_BODIES = ("시", "도", "군", "구", "부", "처", "청", "장", "단", "공사", "재단", "교육청", "회")
"""How words for those end who spread a thing."""
_TO = frozenset(("으로", "로", "까지"))
_PORTIONS = regex(r" ?분(?:의|을|이|은) ")
"""What is meant for so many, not who they are: 5만 명분의 유전체."""
_HOUSEHOLDS = 20
_NUMBERED = regex(r"(?:제|고시|공고|조례|법률|훈령|예규|-) ?$")
_HELD = ("로", "까지", "에서", "를", "인데", "이던", "였던", "인 ", "뿐", "이었", "여 호")


def counts_here(fig: Figure, unit: str, text: str, words: TargetWords) -> bool:
    """Whether a unit that mostly orders counts here, by the noun before it (농가 60호, 주차장 300면)."""
    nouns = words.counters.get(unit)
    left = text[max(fig.sentence.begin, fig.mention.begin - 30) : fig.mention.begin]
    if nouns is not None and any(n in left for n in nouns):
        return True
    return unit == "호" and fig.mention.value.value >= _HOUSEHOLDS and _grows(fig, text, words, left)


def _grows(fig: Figure, text: str, words: TargetWords, left: str) -> bool:
    """Whether so many houses are what is changed, before or after (지금 140호인데 800호로 늘린다; not 조례 제320호)."""
    if _NUMBERED.search(left) or not text.startswith(_HELD, fig.mention.end):
        return False
    gov = governor(fig, words)
    now = fig.role == "copula" and any(w in left[-14:] for w in words.present)
    return now or (gov is not None and (words.is_a(gov.stem, "change") or words.is_a(gov.stem, "reach")))


def names_districts(fig: Figure, unit: str, text: str) -> bool:
    """Whether the number and its unit name districts or houses (44개 동, 12개 읍·면)."""
    return unit in _DISTRICT_UNITS or (unit == "개" and _DISTRICTS.match(text, fig.mention.end) is not None)


def unit_told(fig: Figure, text: str) -> str:
    """The unit as the graph writes it: with the word for districts behind 개 (열두 개 읍면), with 분 behind 명."""
    unit: str = fig.mention.value.unit
    if unit == "명" and _PORTIONS.match(text, fig.mention.end):
        return "명분"
    district = _DISTRICTS.match(text, fig.mention.end, fig.sentence.end) if unit == "개" else None
    return f"{unit} {district.group().strip()}" if district is not None else unit


def counts_districts(fig: Figure, text: str) -> bool:
    """Whether districts are what is counted, or houses: they become more, or get something by a day."""
    return _are_houses(fig, text) or _is_changed_to(fig) or _is_given(fig, text)


def _are_houses(fig: Figure, text: str) -> bool:
    """Whether 동 counts houses here (지식산업센터 40개 동), by the noun before the number."""
    return _BUILDINGS.search(text, fig.sentence.begin, fig.mention.begin) is not None


def _is_given(fig: Figure, text: str) -> bool:
    """Whether by a day so many districts get something (2029년까지 44개 동에 상담실을 연다)."""
    if fig.role != "locative" or _BY_THEN.search(text, fig.sentence.begin, fig.mention.begin) is None:
        return False
    gov = governor(fig, fig.words)
    given = gov is not None and any(t.tag == "JKO" for t in fig.tokens[fig.after : gov.index])
    return gov is not None and given and not gov.past and fig.words.is_a(gov.stem, "deliver")


def _is_changed_to(fig: Figure) -> bool:
    """Whether a verb of change has the number for its end (운행지역을 네 개 면으로 넓힌다)."""
    tokens = fig.tokens[: fig.first]
    changed = any(t.tag == "JKO" or t.form in ":：" or _is_spoken_of(fig, k) for k, t in enumerate(tokens))
    behind = counted_behind(fig) if fig.role == "bare" else None
    ends = fig.role == "to" or (behind is not None and fig.tokens[behind[1]].form in _TO)
    gov = governor(fig, fig.words) if ends and changed else None
    return gov is not None and fig.words.is_a(gov.stem, "change")


def _is_spoken_of(fig: Figure, k: int) -> bool:
    """Whether a token is the particle of a topic that is no body and no time (말벗 서비스는 내년에 23개 동 전체로)."""
    token, before = fig.tokens[k], fig.tokens[k - 1] if k else None
    if token.tag != "JX" or token.form not in ("은", "는") or before is None or not before.tag.startswith(("NN", "SS")):
        return False
    return not before.form.endswith(_BODIES) and before.form not in fig.words.aside
