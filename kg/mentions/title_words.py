"""Titles as the lexicon has them, and what a word that ends in a title says: office, body, kind."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.patterns import regex

TitleKind = str
"""``head`` of a government, its ``deputy``, ``state``, ``minister``, ``department``, ``body``, ``member``,
``executive``, ``acting``; ``none`` goes with a name and is no office (씨, 변호사, 후보), ``calling`` neither and stands
before the name as well (가수 N)."""
NO_OFFICE = frozenset({"none", "calling"})

PARTICLE = (
    r"(?:님(?:하고[는도]?|이랑|한테[는도서]?)|(?:님|들|팀)?(?:께서는|께서도|께서|께도|께는|으로부터|에게서|에게는|에게도|에게|으로서의|으로서|으로써|으로는|으로도|으로|"
    r"로서의|로서|로는|로부터|"
    r"이?었[가-힣]+|였[가-힣]+|입니[다까]|이에요|예요|이?랍니다|"
    r"이라고|이라는|이라며|이기도|기도|이라|라고|라는|라며|이었던|이었다|이었|이던|이자|이며|이고|이나|이든|이란|였던|였다|인데|인|까지|부터|보다|처럼|"
    r"만이|만은|만의|만|에는|에도|에서|에|과의|과는|과도|와의|와는|와도|이다|다|과|와|은|는|이|가|을|를|의|도|로|께|나|란|씩)?)(?![가-힣])"
)
_LATIN_END = r"(?<![A-Za-z])C[A-Z]{1,3}O(?![A-Za-z])"
_PARTICLE = regex(rf"직?{PARTICLE}")
_HIS_ROOM = regex(rf"(?<=[가-힣]{{2}} )의원실(?:측)?{PARTICLE}")
"""The staff of a member of parliament, which speaks for whom it is named by: N 의원실은."""
_CALLED = "씨"
_RUN = regex(r"[가-힣A-Za-z0-9]+$")
_DEPUTY_OF = {"부시장": "시", "부군수": "군", "부구청장": "구"}
_PLACES_OF_WORK = (
    "연구소",
    "사업소",
    "보건소",
    "사무소",
    "출장소",
    "관리소",
    "상담소",
    "제철소",
    "발전소",
    "훈련소",
    "통제소",
    "보호소",
    "광업소",
    "조선소",
    "시험소",
    "정비소",
    "안내소",
    "센터소",
)
_INSTITUTES = (
    "연구원",
    "진흥원",
    "기술원",
    "과학원",
    "의료원",
    "교육원",
    "개발원",
    "정보원",
    "문화원",
    "융합원",
    "평가원",
    "대학원",
    "관리원",
    "연수원",
    "산업원",
    "인재원",
    "혁신원",
    "보호원",
    "한의원",
    "병원",
    "기획원",
    "서비스원",
    "훈련원",
    "안전원",
)
_SHORT_OF = {"소장": _PLACES_OF_WORK, "부소장": _PLACES_OF_WORK, "부원장": _INSTITUTES}
"""What the body must end in whose head is called so: 안전환경부소장 is no head of a 안전환경소."""
_CHAIRS = ("국회의장", "의회의장", "이사회의장", "협의회의장", "위원회의장")
"""Who presides, though 회의장 alone is a hall."""
_LOOSE = frozenset({"위원", "교수", "수석", "특보"})
"""Titles of members that any word may stand before (정책위원, 석좌교수)."""


@dataclass(frozen=True, slots=True)
class TitleTables:
    """The lexicon's title words in the form in which they are looked up."""

    kinds: Mapping[str, tuple[str, str, str]]
    generic: frozenset[str]
    false_friends: frozenset[str]
    places: frozenset[str]
    longest: int
    endings: frozenset[str]
    """The last two characters of all titles."""
    end: re.Pattern[str]
    """Where a title may end: the last letter of one."""


_ROW = regex(r"(?: [가-힣A-Za-z0-9·]+){1,3}")
_CASE = regex(r"(?:께서|에게)?(?:은|는|이|가|을|를|과|와|의|도)?$")

IsPerson = Callable[[int, int], bool]


class TitleWord(NamedTuple):
    """A word that ends in a title: ``text[begin:end]``.

    ``bare`` is the title without the body; ``body`` the name of the body that the word itself holds, with the
    end of its letters in the text.
    """

    begin: int
    end: int
    bare: str
    kind: TitleKind
    body: str | None = None
    body_end: int = 0


@lru_cache(maxsize=4)
def title_tables(lexicon: Lexicon) -> TitleTables:
    """The tables ``titles``, ``title_prefixes``, ``title_false_friends`` and the place names of ``regions``."""
    kinds = {r["word"]: (r["kind"], r["body"], r["short"]) for r in lexicon.rows("titles")}
    places: set[str] = set()
    for row in lexicon.rows("regions"):
        for name in (row["official"], *row["names"].split("|")):
            places.update((name, name.split(" ")[-1]))
    places.discard("")
    return TitleTables(
        kinds,
        frozenset(lexicon.words("title_prefixes")),
        frozenset(lexicon.words("title_false_friends")),
        frozenset(places),
        max((len(w) for w in kinds), default=0),
        frozenset(w[-2:] for w in kinds if len(w) > 1),
        _end_of(kinds),
    )


def _end_of(titles: Iterable[str]) -> re.Pattern[str]:
    letters = "".join(sorted({w[-1] for w in titles if not w.isascii()}))
    return re.compile(rf"(?:[{letters}]|{_LATIN_END})") if letters else re.compile(_LATIN_END)


def lines_of(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """The spans of the article's lines, without the white space round them."""
    begin, number, end = 0, -1, 0
    for sentence in analysis.sentences:
        if sentence.paragraph != number:
            if number >= 0:
                yield begin, end
            begin, number = sentence.begin, sentence.paragraph
        end = sentence.end
    if number >= 0:
        yield begin, end


_QUARTERS = frozenset({"동부", "서부", "남부", "북부", "중부"})
"""How the school offices of great cities are called besides by districts: 남부교육장."""


def title_words(text: str, begin: int, end: int, tables: TitleTables, is_person: IsPerson) -> list[TitleWord]:
    """The words of ``text[begin:end]`` that end in a title, in order.

    ``is_person`` tells whether a span is a full name beyond doubt: a title glued to one (한도겸시장) begins behind it.
    """
    found: list[TitleWord] = []
    for match in tables.end.finditer(text, begin, end):
        end_of_word = match.end()
        if text[end_of_word - 2 : end_of_word] not in tables.endings and text[end_of_word - 1] not in tables.kinds:
            continue
        if _PARTICLE.match(text, end_of_word) is None and not _HIS_ROOM.match(text, end_of_word - 2):
            continue
        word = title_word(text, begin, end_of_word, tables, is_person)
        if word is not None and not (found and word.begin < found[-1].end):
            found.append(word)
    return found


def title_word(text: str, limit: int, end: int, tables: TitleTables, is_person: IsPerson) -> TitleWord | None:
    """The title that ends at ``end``, with all that is glued to it from ``limit`` on; None where there is none."""
    run = _RUN.search(text, max(limit, end - 24), end)
    if run is None:
        return None
    word, begin = run.group(), run.start()
    if any(word[-n:] in tables.false_friends for n in (2, 3, 4, 5)) and not word.endswith(_CHAIRS):
        return None
    if word[-1] == _CALLED and len(word) in (4, 5):
        return TitleWord(end - 1, end, _CALLED, "none")  # N씨
    if len(word) == 3 and word not in tables.kinds and (is_person(begin, end) or _bears_a_title(text, end, tables)):
        return None  # 강위원 is a name
    for n in range(min(tables.longest, len(word)), 0, -1):
        if (known := tables.kinds.get(word[-n:])) and (n > 1 or word == word[-n:]):
            behind_name = text[begin - 1 : begin] == " " and is_person(begin - 4, begin - 1)  # N 하도리이장
            if len(word) - n > 2 and is_person(begin, begin + 3) and not behind_name:
                return _read(word[3:], begin + 3, word[3:-n], word[-n:], known, tables)
            return _read(word, begin, word[: len(word) - n], word[-n:], known, tables)
    return None


def _bears_a_title(text: str, end: int, tables: TitleTables) -> bool:
    """Whether what looks like a surname and a title has a title behind it, a body between at most: it is a name."""
    row = _ROW.match(text, end)
    if row is None:
        return False
    for word in row.group().split():
        bare = _CASE.sub("", word)
        if any(bare[-n:] in tables.kinds for n in range(2, min(tables.longest, len(bare)) + 1)):
            return True
    return False


def _read(
    word: str, begin: int, prefix: str, title: str, known: tuple[str, str, str], tables: TitleTables
) -> TitleWord | None:
    kind, tail, short = known
    end = begin + len(word)
    if not prefix:
        return TitleWord(begin, end, title, kind)
    if kind == "head":
        return _government(begin, end, prefix, title, tables)
    if kind == "acting":
        return _acting(word, begin, title, tables)
    if kind in ("none", "calling"):
        return None
    if title in ("시의원", "도의원", "구의원", "군의원"):
        if prefix + title[0] in tables.places:
            return TitleWord(begin, end, title, kind, prefix + title[0] + "의회", end - 1)
        return None
    if title == "국회의원":
        return None
    if title == "교육장":  # of a city's schools; any other word before it makes it a room to teach in
        if prefix not in _QUARTERS and tables.places.isdisjoint((prefix, *(prefix + level for level in "시군구"))):
            return None
        return TitleWord(begin, end, title, "body", prefix + "교육지원청", begin + len(prefix))
    if title.endswith("의장") and prefix in ("시", "도", "군", "구"):
        return TitleWord(begin, end, title, "body")
    whole = TitleWord(begin, end, word, kind)
    generic = prefix in tables.generic or len(prefix) == 1
    if generic and not (len(prefix) == 1 and kind in ("minister",)):
        return whole
    if title == "의원":
        return TitleWord(begin, end, title, kind, prefix, begin + len(prefix)) if prefix.endswith("의회") else None
    if title.endswith("교수") and prefix.endswith(("대", "대학교", "대학")):
        return TitleWord(begin, end, title, kind, prefix, begin + len(prefix))
    if kind == "member":
        return whole if title in _LOOSE or prefix in tables.generic else None
    if kind == "executive":
        return None
    if kind == "minister":
        if prefix[-1].isdigit():
            return whole
        body = prefix + (tail or ("청" if title.endswith("청장") else ""))
        return TitleWord(begin, end, short or title, kind, body, begin + len(body))
    if title in _SHORT_OF and not (prefix + tail).endswith(_SHORT_OF[title]):
        return whole  # 안전환경부소장
    if kind == "body" and (tail or len(prefix) > 2 or prefix.endswith("대")):
        return _body(begin, end, prefix, title, tail, short)
    if kind == "deputy" and (head := _government(begin, end, prefix + title[0], title[1:], tables)) is not None:
        return head  # the mayor of a city whose name ends in 부, no deputy
    if kind == "deputy" and (own := prefix + _DEPUTY_OF.get(title, "")) in tables.places:
        return TitleWord(begin, end, title, kind, own, begin + len(prefix))
    place = _leading_place(prefix, tables) if kind in ("department", "deputy") else ""
    if place:
        return TitleWord(begin, end, word[len(place) :], kind, place, begin + len(place))
    return whole


def _acting(word: str, begin: int, title: str, tables: TitleTables) -> TitleWord | None:
    """The title for which somebody stands in, written together with that: 시장권한대행, 한빛대총장직무대행."""
    own = title_word(word.removesuffix(title), 0, len(word) - len(title), tables, lambda *_: False)
    if own is None or own.begin > 0 or own.kind in NO_OFFICE:
        return None
    return own._replace(begin=begin, end=begin + len(word), bare=own.bare + title, body_end=begin + own.body_end)


def _leading_place(prefix: str, tables: TitleTables) -> str:
    """The government that a compound title begins with (대구시경제국장), where its own suffix shows it."""
    for n in range(min(len(prefix), 8), 2, -1):
        if prefix[:n] in tables.places and prefix[n - 1] in "시도군구":
            return prefix[:n]
    return ""


def _government(begin: int, end: int, prefix: str, title: str, tables: TitleTables) -> TitleWord | None:
    """서울시장, 화천군수, 강서구청장, 경기도지사, 경북지사: the place must be one (노동시장 is no office)."""
    if title == "교육감":
        if prefix in tables.places:
            return TitleWord(begin, end, title, "head", prefix + "교육청", begin + len(prefix))
        return None
    own = prefix + title[0] if title != "지사" else prefix
    if own in tables.places or (title != "지사" and prefix in tables.places):
        return TitleWord(begin, end, title, "head", own, begin + len(own))
    return None


def _body(begin: int, end: int, prefix: str, title: str, tail: str, short: str) -> TitleWord:
    """지역허브센터장 is head of 지역허브센터; 서울대총장 of 서울대."""
    body = prefix + tail
    stop = len(prefix) + (len(tail) if title.startswith(tail) else len(title) - 1)
    return TitleWord(begin, end, short or title, "body", body, begin + stop)
