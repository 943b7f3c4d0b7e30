"""Organisations by name: governments with their councils and offices, and the bodies of the lexicon."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.governments import UNDATED, Government, official_council
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.listed import HOMONYM, governments_that_act
from kg.mentions.organization.words import (
    WORD,
    Body,
    GovernmentName,
    bodies,
    ends_word,
    government_names,
    homonyms,
)
from kg.mentions.region import is_place, is_settled
from kg.patterns import regex

_DERIVED = regex(
    r"(?P<council>의회)|(?P<hall>청)|(?P<education>교육청)|(?P<police>경찰청)|(?P<branch>교육지원청|경찰서|소방서|"
    r"소방본부|보건소|"
    r"세무서|선거관리위원회|선관위|상공회의소|상의|체육회|자원봉사센터|시설관리공단|시설공단|도시공사|문화재단|"
    r"교통공사|신용보증재단|사회서비스원|장학재단|"
    r"우체국|신협|YMCA|YWCA|경실련|환경운동연합|참여연대|참여자치시민연대|참여자치|시민연대|여성회|농민회|"
    r"청년회의소|케이블TV|MBC|KBS)"
)
_TITLE = regex(
    r"(?P<head>청장|장|수|지사|부지사|부시장|부군수|부구청장)|(?P<member>의원|의장|의장단)|(?P<school>교육감|부교육감)"
)
PURSE = "government-purse"
"""The rule that sees a government in the name of its money alone."""
_PURSE = regex(r"비(?=[ (]?\d|(?:와|는|은|로|가|를|만|도)?[ ,·/)])")
"""Behind a city's name: its money, «청주시비 38억 원»."""
_BRANCH_CLASS = {
    "상공회의소": "Association",
    "상의": "Association",
    "신협": "Bank",
    "케이블TV": "Company",
    "MBC": "Company",
    "KBS": "Company",
    **dict.fromkeys(
        (
            "YMCA",
            "YWCA",
            "경실련",
            "환경운동연합",
            "참여연대",
            "참여자치시민연대",
            "참여자치",
            "시민연대",
            "여성회",
            "농민회",
            "청년회의소",
        ),
        "Association",
    ),
    "체육회": "Association",
    "교육지원청": "EducationOffice",
    "선거관리위원회": "Committee",
    "선관위": "Committee",
}
_ROOM = regex(r"\s?(?:[가-힣0-9·]*(?:실|홀|룸|강당|로비|광장|회의장|본회의장|청사|앞))?(?:에서|에)(?![가-힣])")
_TOPIC = regex(r"(?:은|는|이|가)(?![가-힣])")
_SUBJECT = regex(r"(?:은|는|이|가|도|의|과|와|에|에서|을|를)(?![가-힣])")
_OPENS = regex(r"(?:^|[.,“”‘’\"'()…▲△○□■◇◆\n-] ?|(?:반면|다만|한편|이어|이에|또|특히|하지만|그러나) )$")
"""What stands before a province that opens its clause; 경기 behind a noun or a verb is business or a match."""
_NAMES_ON = regex(r" [가-힣A-Za-z0-9 ]{2,20}[’'」>》]")
_LATIN_ON = regex(r" [A-Z][a-z]{2,}(?![A-Za-z])")
"""A company of a group, whose name goes on in Latin letters: SK Oceanplant."""
_TWOFOLD = frozenset({"경기"})
STATE = "대한민국 정부"


def organizations(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Governments (``organization``, or ``region`` where used as a place) and bodies of the lexicon."""
    return governments_that_act(analysis.text, _told_in_full(analysis.text, list(_named(analysis, lexicon))))


def _told_in_full(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, with a place's name that is a common word too (전주) taken for the place where the text names its
    government in full, or what only a place has: 전주 시내, 전주 시민."""
    if not any(m.rule == HOMONYM for m in found):
        return found
    told = {m.value.official for m in found if m.kind == "organization" and m.value.official}
    told |= {m.value.official for m in found if m.rule == HOMONYM and is_settled(text, m.end)} - {None}
    return [replace(m, rule="region-name") if m.rule == HOMONYM and m.value.official in told else m for m in found]


def _named(analysis: Analysis, lexicon: Lexicon) -> Iterator[Mention]:
    """Every name of the tables, in the order of the text."""
    known, names = bodies(lexicon), government_names(lexicon)
    common = homonyms(lexicon)
    text, day = analysis.text, analysis.document.published
    body_starts, government_starts = known.starts, names.starts
    taken = 0
    for word in WORD.finditer(text):
        first = word[1].lower()
        may_be_body, may_be_government = first in body_starts, first in government_starts
        if not (may_be_body or may_be_government):
            continue
        begin = word.start()
        if begin < taken:
            continue
        sentence = analysis.sentence_at(begin)
        if sentence is None:
            continue
        body = _body(text, begin, sentence.end, known, day) if may_be_body else None
        government = _government(text, begin, sentence.end, names, day, common) if may_be_government else None
        if body and (not government or body.end >= government.end):
            taken = body.end
            yield body
        elif government:
            taken = government.end
            yield government


def _body(text: str, begin: int, limit: int, known: Gazetteer[Body], day: str | None) -> Mention | None:
    """A body of the lexicon that begins here and ends with a word."""
    for end, body in known.at(text, begin, limit):
        if not _ends(text, begin, end, body):
            continue
        if body.cls == "Party" and not _SUBJECT.match(text, end):
            return None
        words = text[begin:end]
        if body.cls == "Company" and len(words) < 4 and _NAMES_ON.match(text, end) and text[begin - 1] in "‘'「<《":
            return None  # ‘메타 체험관’
        kind = "organization-short" if body.official == STATE else "organization"
        if body.cls == "Company" and words.isupper() and (on := _LATIN_ON.match(text, end, limit)):
            name = Name(text[begin : on.end()], (body.cls,))
            return Mention(begin, on.end(), "organization", name, "organization-in-lexicon")
        official = body.official if words == body.official else body.on(day, text)
        return Mention(begin, end, kind, Name(words, (body.cls,), official), "organization-in-lexicon")  # type: ignore[arg-type]
    return None


def _ends(text: str, begin: int, end: int, body: Body) -> bool:
    """Whether the name ends a word here; the short name of a university is no way (강남대로)."""
    if ends_word(text, end):
        return not (body.cls == "University" and text[end - 1] == "대" and text.startswith("로", end))
    return text.startswith("장", end) and text[end - 1] in "원회소단청처실" and bool(ends_word(text, end + 1))


def _government(
    text: str, begin: int, limit: int, names: Gazetteer[GovernmentName], day: str | None, common: frozenset[str]
) -> Mention | None:
    """A government that begins here, its council or office, or the region of that name."""
    for end, name in names.at(text, begin, limit):
        words = " ".join(text[begin:end].split())
        among = standing(name.among, day)
        official = among[0].official if len(among) == 1 else None
        derived = _DERIVED.match(text, end)
        if derived and ends_word(text, derived.end()):
            found = _derived(text, begin, derived, name, official)
            if found:
                return found
        title = _TITLE.match(text, end)
        if title and ends_word(text, title.end()) and _fits(title, name, words):
            fitting = tuple(g for g in among if _of_title(title.group(), g)) or among
            official = fitting[0].official if len(fitting) == 1 else official
            return _titled(begin, end, words, title, official)
        if name.full and _PURSE.match(text, end):
            return Mention(begin, end, "organization", Name(words, ("LocalGovernment",), official), PURSE)
        if not ends_word(text, end):
            continue
        if name.full and not is_place(text, end):
            return Mention(begin, end, "organization", Name(words, ("LocalGovernment",), official), "government")
        if not name.full and among[0].level == "광역" and " " not in words and _topic(text, begin, end):
            topic = Name(words, ("LocalGovernment",), official)
            return Mention(begin, end, "organization", topic, "government-as-topic")
        plain = name.full or " " in words or words not in common
        rule = "region-name" if plain else HOMONYM
        return Mention(begin, end, "region", Name(words, ("Region",), official), rule)
    return None


def _topic(text: str, begin: int, end: int) -> bool:
    """Whether a province's short name is what the sentence is about, alone and not one of a list of places."""
    if text[begin:end] in _TWOFOLD and not _OPENS.search(text[max(0, begin - 4) : begin]):
        return False
    return bool(_TOPIC.match(text, end)) and text[begin - 1 : begin] not in ("·", ",", "‧", "ㆍ")


def standing(among: tuple[Government, ...], day: str | None) -> tuple[Government, ...]:
    """Those of the governments that stood on the day; all, where none did."""
    return tuple(g for g in among if g.stands(day or UNDATED)) or among


def _fits(title: re.Match[str], name: GovernmentName, words: str) -> bool:
    """Whether the title is one of that government: 시+장, 군+수, 구+청장, 도+지사 or 경남+지사."""
    word, last = title.group(), words[-1]
    if title.lastgroup == "school":
        return not name.among[0].parent
    if word in ("지사", "부지사"):
        return any(g.kind in ("도", "특별자치도") for g in name.among)
    ends = {"장": "시", "수": "군", "청장": "구", "부시장": "시", "부군수": "군", "부구청장": "구"}.get(word)
    return last == ends if ends else name.full


def _of_title(title: str, government: Government) -> bool:
    """Whether a government has such a head: only a province has a 지사."""
    return not title.endswith("지사") or government.kind in ("도", "특별자치도")


def _titled(begin: int, end: int, words: str, title: re.Match[str], official: str | None) -> Mention:
    """The body in a title: the government, its council for a member, the education office for its superintendent."""
    if title.lastgroup == "member":
        council = official_council(official) if official else None
        return Mention(begin, end, "organization", Name(words, ("Council",), council, words), "council-in-title")
    if title.lastgroup == "school":
        office = f"{official}교육청" if official else None
        school = Name(words, ("EducationOffice",), office, words)
        return Mention(begin, end, "organization", school, "education-in-title")
    return Mention(begin, end, "organization", Name(words, ("LocalGovernment",), official), "government-in-title")


def _derived(
    text: str, begin: int, derived: re.Match[str], name: GovernmentName, official: str | None
) -> Mention | None:
    """A body named after the government: council, hall, education office, branch office."""
    kind, end = derived.lastgroup, derived.end()
    words = " ".join(text[begin:end].split())
    if kind == "hall":
        if not name.full:
            return None
        if _ROOM.match(text, end):
            return Mention(begin, end, "place", Name(words, ("Place",), None, official), "hall-as-place")
        return Mention(begin, end, "organization", Name(words, ("LocalGovernment",), official), "government-by-hall")
    if kind == "council":
        if not name.full:
            return None
        council = official_council(official) if official else None
        return Mention(begin, end, "organization", Name(words, ("Council",), council, official), "council")
    if kind == "education":
        office = f"{official}교육청" if official and " " not in official else None
        school = Name(words, ("EducationOffice",), office, official)
        return Mention(begin, end, "organization", school, "education-office")
    cls = _BRANCH_CLASS.get(derived.group(), "PublicAgency")
    return Mention(begin, end, "organization", Name(words, (cls,), None, official), "branch-office")
