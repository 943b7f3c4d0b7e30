"""Departments of a government or a ministry: 디지털정책과, 도 미래산업국, 인공지능정책실장."""

from collections.abc import Iterator
from functools import lru_cache

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.pieces import piece_rows
from kg.patterns import regex

_END = regex(r"(?P<unit>담당관|기획관|정책관|본부|국|과|실|팀)(?P<head>장)?$")
_OFFICIALS = frozenset({"정책관", "기획관"})
"""Who heads a bureau without a name of its own."""
_HELD = regex(r"(?<=담당관)(?:을 (?:지|역임|거|맡)|으로 (?:일|재직|근무)|이던|이었던|인 |을 지)")
_LAST = frozenset("관부국과실팀장")
"""The letters in which the ends of departments end."""
_SPLIT = regex(r"과(?:는|도|에서는?|가|의)(?![가-힣])")
_STAFF = regex(r"과 (?:담당자|관계자|직원|공무원|주무관|담당 (?:공무원|직원))")
_LONG_STEM = 4
_ROOM = regex(
    r"(?:응급|병|교|화장|회의|상황|사무|연구|실험|실습|전시|휴게|관제|작업|체험|강의|자료|열람|대기|진료|수술|중환자|분만|집무|접견|민원|상담|서버|기계|전산|"
    r"통제|치료|입원|조리|탈의|샤워|보관|배양|검사|촬영|녹음|편집|방송|독서|놀이|수유|돌봄|브리핑|기자|훈련|조정|배움|학습|공부|공작)실$"
)
"""Rooms, which end as departments do."""
_PEOPLE = (
    "주민",
    "시민",
    "도민",
    "군민",
    "구민",
    "청년",
    "노인",
    "여성",
    "아동",
    "기업",
    "소상공인",
    "인재",
    "가족",
    "기관",
    "단체",
)
_OWNER = regex(r"(?:^|[\s(‘'“])(?:시|도|군|구)\s$")
_ACTS = regex(r"과(?:가|에서)(?![가-힣])")
_OURS = regex(r"(?:^|[\s(‘'“])(?:저희|우리)\s$")


@lru_cache(maxsize=8)
def _stems(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("department_stems"))


def departments(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Departments by form, with the government before them as ``head``.

    The 장 of its head's title stays outside; a department that stands in titles only is not named as a body.
    """
    found = list(_units(analysis, lexicon, mentions))
    named = {m.value.text for m, headed in found if not headed}
    yield from (m for m, _ in found if m.value.text in named)


def _units(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[tuple[Mention, bool]]:
    """The departments, and whether each stands only in the title of its head."""
    stems, text = _stems(lexicon), analysis.text
    for row in piece_rows(analysis):
        for piece in row:
            stop = piece.end
            if text.startswith("과", stop) and _SPLIT.match(text, stop) and _has_owner(text, piece.begin, mentions):
                stop += 1  # 산업정책과는: Kiwi takes 과 for a particle
            elif text.startswith("과 ", stop) and _STAFF.match(text, stop) and stop - piece.begin >= _LONG_STEM:
                stop += 0 if text[piece.begin : stop].endswith(_PEOPLE) else 1  # 보건행정과 담당자
            if text[stop - 1] not in _LAST:
                continue
            word = text[piece.begin : stop]
            found = _END.search(word)
            if not found or not mentions.free(piece.begin, stop, "organization", "program", "person"):
                continue
            stem = word[: found.start()]
            if found["unit"] == "실" and _ROOM.search(word):
                continue
            if len(stem) < 2 or not any(stem[-k:] in stems for k in range(1, min(6, len(stem)) + 1)):
                continue
            owner = _owner(text, piece.begin, mentions)
            if owner is None and not found["head"] and found["unit"] in ("팀", "본부", "실") and len(stem) < 4:
                continue
            end = stop - (1 if found["head"] else 0)
            name = Name(text[piece.begin : end], ("Department",), None, owner)
            headed = found["head"] or found["unit"] in _OFFICIALS or _HELD.match(text, stop)
            yield Mention(piece.begin, end, "organization", name, "department"), bool(headed)


def _has_owner(text: str, begin: int, mentions: Mentions) -> bool:
    """Whether the words before a department tell whose it is: 시, 우리, a government."""
    ours = (
        _OURS.search(text, max(begin - 4, 0), begin) is not None and _ACTS.search(text, begin, begin + 16) is not None
    )
    return ours or _owner(text, begin, mentions) is not None


def _owner(text: str, begin: int, mentions: Mentions) -> str | None:
    """The government right before the department, as the text names it."""
    if _OWNER.search(text, max(begin - 3, 0), begin):
        return text[begin - 2]
    before = next(mentions.before(begin, "organization"), None)
    if before and before.end == begin - 1 and text[before.end] == " ":
        name: str = before.value.official or before.value.text
        return name
    return None
