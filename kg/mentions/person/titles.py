"""Which full name stands with which title: ``N 기관 직함``, ``직함 N``, ``N(기관 직함)``, ``기관(직함 N)``."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.mentions.organization.words import Body, bodies, government_names
from kg.mentions.person.abroad import hangul_before
from kg.mentions.person.apposition import CALLED, FORMER, YOUNG, Apposition, Place
from kg.mentions.person.left import name_before_title
from kg.mentions.person.names import (
    NameTables,
    TokenIndex,
    is_name,
    looks_like_name,
    name_tables,
    name_test,
)
from kg.mentions.person.right import name_behind_title
from kg.mentions.person.roles import names_in_row, names_of_roles
from kg.mentions.title_words import NO_OFFICE, TitleWord, lines_of, title_tables, title_words
from kg.patterns import regex

_LABEL = regex(
    r"[\s\[(<【〈◀▶■●◆-]*(?:(?:인터뷰|INT|SYNC|싱크|녹취|전화인터뷰|현장음)\s?[\])>】〉▶◀]*\s?[:：]?\s?[\[(<【]?)?"
    r"(?P<name>[가-힣]{2,4})\s?[/|ㅣ│]\s?(?P<rest>[^\[\]/|:“\"]{2,30}?)\s?[\])>】〉]?\s?[:：]?(?=\s*$|\s*[“\"]|(?<=[:：])\s[^\n]+\]\s*$)",
    re.MULTILINE,
)
_CONTACT = regex(
    r"(?: ?[가-힣]{2,6})?[ (:·☎☏,|/]{0,4}(?:전화|연락처|문의|T\.?|Tel\.?)?[ :.)]{0,3}"
    r"(?:\(?0\d{1,2}[)\-.]\s?\d{3,4}[\-.]\d{4}|☎|☏)",
    re.I,
)
"""A telephone number behind a name: somebody to ask, not to report."""
_CLOSING = frozenset("’'」』》〉")
_ROLL = regex(
    r"[○◯◇◆▲△▶▷■□●ㅇ\-]?\s?(?:출석|참석|불참|결석|청가|배석)\s?[가-힣]{0,4}?(?P<title>위원|의원)\s?(?:\(\s?\d+\s?[인명]\s?\))?\s?[:：]?\s+"
    r"(?=[가-힣]{2,4}(?:[\s,·]+[가-힣]{2,4})*\s*$)",
    re.MULTILINE,
)
_ROLL_HEAD = regex(
    r"[○◯◇◆▲△▶▷■□●ㅇ\-]?\s?(?:출석|참석|불참|결석|청가)\s?[가-힣]{0,4}?(?:위원|의원)\s?(?:\(\s?\d+\s?[인명]\s?\))?\s?[:：]?\s*\n\s*"
)
"""A line that heads a roll whose names stand on the next one."""
_NAME_ALONE = regex(r"[가-힣]{2,4}")
_DESKS = ("담당관", "정책관", "기획관", "감사관")
_AT_DESKS = frozenset({"주무관", "사무관", "서기관", "주사", "팀장", "과장", "연구사", "전문관"})
_SECOND = regex(r"(?: ?겸 ?(?:[^\s,.“”\"]+ ){0,3}| ?(?:권한|직무)대행(?: (?:겸 )?|\()| ?[·,/] ?)$")
_BRACKETED = regex(r"(?:님)?\((?:[^()“”]{0,24} )?$")
_MARKS = frozenset("·,/")
_NAME_CALLED = regex(r" [가-힣]{3} 씨(?![가-힣]{2})")
_NEXT_CALLED = regex(r" ?씨(?:[는가의도를와]|(?![가-힣]))")


class TitleReading(NamedTuple):
    """What a document's article says with titles: its lines with their title words, and the names beside these."""

    lines: tuple[tuple[int, int, tuple[TitleWord, ...]], ...]
    appositions: tuple[Apposition, ...]
    tokens: TokenIndex


_LATEST: list[tuple[Analysis, Lexicon, TitleReading]] = []
"""The last document read: four rules ask for the same reading one after the other."""


def read_titles(analysis: Analysis, lexicon: Lexicon) -> TitleReading:
    """The title words of a document line by line and all names with a title beside them, in the order of the titles."""
    for known, words, reading in _LATEST:
        if known is analysis and words is lexicon:
            return reading
    tables, names, tokens = title_tables(lexicon), name_tables(lexicon), TokenIndex(analysis)
    text, person, gazetteer = analysis.text, name_test(analysis.text, tokens, names), bodies(lexicon)
    governing = government_names(lexicon)
    lines = tuple(
        (
            begin,
            end,
            tuple(
                w for w in title_words(analysis.text, begin, end, tables, person) if not _institute(w, text, gazetteer)
            ),
        )
        for begin, end in lines_of(analysis)
    )
    found: list[Apposition] = []
    above = 0
    for begin, end, titles in lines:
        if titles:
            found += _of_line(Place(analysis.text, begin, end, tokens, names, gazetteer, governing), titles)
        elif _ROLL_HEAD.fullmatch(text, above, begin):
            found += _roll(Place(analysis.text, above, end, tokens, names, gazetteer, governing), ())
        above = begin
    held = {text[a.begin : a.end] for a in found if a.order != "roll"}
    found = [
        a._replace(order="before") if a.order == "roll" else a
        for a in found
        if a.order != "roll" or text[a.begin : a.end] not in held
    ]
    reading = TitleReading(lines, tuple(found), tokens)
    _LATEST[:] = [(analysis, lexicon, reading)]
    return reading


def _institute(word: TitleWord, text: str, known: Gazetteer[Body]) -> bool:
    """Whether what looks like a researcher is an institute: of the tables (산업연구원), or named in name marks."""
    if not word.bare.endswith("연구원"):
        return False
    return text[word.end : word.end + 1] in _CLOSING or any(
        end == word.end for end, _ in known.at(text, word.begin, word.end)
    )


def _of_line(place: Place, words: Sequence[TitleWord]) -> list[Apposition]:
    found: list[Apposition] = []
    words = _of_desks(place.text, words)
    ends = {w.end for w in words if w.bare not in YOUNG}
    prefixed: set[tuple[int, int]] = set()
    taken: dict[int, Apposition] = {}
    labelled = _labelled(place, words)
    if roll := _roll(place, words):
        return roll
    for word in words:
        if labelled is not None and labelled.title is word:
            found.append(labelled)
            taken[word.end] = labelled
            continue
        right = name_behind_title(place, word)
        left = name_before_title(place, word, ends)
        if (
            left is not None
            and right is not None
            and ((left.begin, left.end) in prefixed or place.text[word.begin - 1 : word.begin] in ("(", "/"))
        ):
            left = None
        if left is not None and right is not None and _NEXT_CALLED.match(place.text, right.end):
            left = None  # N1 대표 N2 씨
        elif left is not None and right is None and _NAME_CALLED.match(place.text, word.end):
            left = None  # 새별동 상인회 총무 N 씨
        if left is None and right is None:
            second = _second(place, word, taken)
            if second is not None:
                found.append(second)
                taken[word.end] = second
            continue
        chosen = left or right
        assert chosen is not None
        if chosen.order == "before":
            prefixed.add((chosen.begin, chosen.end))
        found.append(chosen)
        taken[word.end] = chosen
        found += names_in_row(place, chosen)
        if chosen.order == "behind" and chosen.between[1] - chosen.between[0] <= 1:
            found += _listed(place, chosen)
    found += _first_of_two(place, words, found)
    found = [a for a in found if not _CONTACT.match(place.text, a.end, place.end)]
    return found + _before_called(words, found) + names_of_roles(place.text, place.end, words, found)


def _of_desks(text: str, words: Sequence[TitleWord]) -> Sequence[TitleWord]:
    """The titles without those that name a desk before the title of whom works there: ``N ○○시 도시담당관 주무관``."""
    begins = {w.begin: w for w in words if w.kind == "department" and w.bare in _AT_DESKS}
    return [w for w in words if not (w.bare.endswith(_DESKS) and text[w.end] == " " and w.end + 1 in begins)]


def _roll(place: Place, words: Sequence[TitleWord]) -> list[Apposition]:
    """The names on a roll that one title heads: ``○출석위원(4인)  N1  N2``."""
    head = _ROLL.match(place.text, place.begin, place.end)
    if head is None:
        return []
    begin, end = head.span("title")
    title = next((w for w in words if w.end == end), None) or TitleWord(begin, end, head["title"], "member")
    runs = [m.span() for m in _NAME_ALONE.finditer(place.text, head.end(), place.end)]
    if not all(_on_roll(place.text[b:e], place.names) for b, e in runs):
        return []
    if 2 * sum(looks_like_name(place.text[b:e], place.names) for b, e in runs) < len(runs):
        return []
    title = title._replace(begin=begin, bare=head["title"])
    return [Apposition(b, e, title, (end, b), "roll") for b, e in runs]


def _on_roll(word: str, names: NameTables) -> bool:
    """Whether letters among names can be one too, whatever their syllables."""
    double = word[:2] in names.double
    return (double or word[0] in names.surnames) and 2 <= len(word) <= 3 + double and word not in names.titles


def _before_called(words: Sequence[TitleWord], found: list[Apposition]) -> list[Apposition]:
    """The title before a name that only 씨 behind it shows to be one: ``수석연구원 카린 뮐베르거 씨``."""
    titled = {(a.begin, a.end) for a in found if a.title.kind not in NO_OFFICE}
    ends = {w.end: w for w in words if w.kind not in NO_OFFICE}
    return [
        Apposition(a.begin, a.end, ends[a.begin - 1], (a.begin - 1, a.begin), "before")
        for a in found
        if a.title.bare in CALLED and (a.begin, a.end) not in titled and a.begin - 1 in ends
    ]


def _labelled(place: Place, words: Sequence[TitleWord]) -> Apposition | None:
    """A line that only says who speaks: ``[N / ○○시 국장]``, ``▶ 인터뷰 : N / ○○ 대표``."""
    line = _LABEL.match(place.text, place.begin, place.end)
    if line is None:
        return None
    title = next((w for w in words if w.end == line.end("rest") and w.begin >= line.start("rest")), None)
    if title is None or title.kind in NO_OFFICE:
        return None
    if not is_name(place.text, *line.span("name"), place.tokens, place.names, strong=True):
        return None
    return Apposition(*line.span("name"), title, (line.end("name"), title.begin), "behind")


def _second(place: Place, word: TitleWord, taken: dict[int, Apposition]) -> Apposition | None:
    """The second of two titles: ``시장 권한대행 부시장``, ``N(교수·센터장)``, ``N 단장(○○대 교수)``."""
    since = max(place.begin, word.begin - 34)
    told = _SECOND.search(place.text, since, word.begin) or _BRACKETED.search(place.text, since, word.begin)
    if told is None:
        return None
    first = taken.get(told.start())
    if first is None or first.order == "listed" or (told.group().strip() in _MARKS and first.order != "inside"):
        return None
    former = first.former
    if "(" in told.group():  # what stands in brackets tells for itself whether it is past
        former = not FORMER.isdisjoint(told.group().lstrip("님(").split())
    return Apposition(first.begin, first.end, word, (told.start(), word.begin), "second", former)


def _first_of_two(place: Place, words: Sequence[TitleWord], found: list[Apposition]) -> list[Apposition]:
    """The first title in ``부총리 겸 ○○부 장관 N``."""
    more: list[Apposition] = []
    for a in found:
        told = a.order == "before" and _SECOND.search(place.text, max(place.begin, a.title.begin - 34), a.title.begin)
        opened = a.title.begin - 1
        if a.order == "before" and place.text[opened : opened + 1] == "(":  # 위원장(부군수 N)
            more += [
                Apposition(a.begin, a.end, w, (opened, a.begin), "before", a.former)
                for w in words
                if w.end == opened and w.kind not in NO_OFFICE and w.body is None
            ]
        if told and ("겸" in told.group() or "대행" in told.group()):
            more += [
                Apposition(a.begin, a.end, w, (told.start(), a.begin), "before", a.former)
                for w in words
                if w.end == told.start()
            ]
    return more


def _listed(place: Place, last: Apposition) -> list[Apposition]:
    """The names before ``N2 직함`` in ``N1·N2 직함`` and ``N1, N2 직함``."""
    found: list[Apposition] = []
    text, at = place.text, last.begin
    while at > place.begin:
        gap = at - (text[at - 1] == " ")
        mark = text[gap - 1 : gap]
        if mark not in "·,ㆍ・･․‧" or mark == "":
            break
        run = hangul_before(place, gap - 1)
        if run is None or not is_name(text, *run, place.tokens, place.names, strong=False):
            break
        if run[1] - run[0] == 2 and mark == ",":
            break
        found.append(Apposition(*run, last.title, last.between, "listed", last.former))
        at = run[0]
    return found
