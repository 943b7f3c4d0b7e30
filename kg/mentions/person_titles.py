"""Which full name stands with which title: ``N 기관 직함``, ``직함 N``, ``N(기관 직함)``, ``기관(직함 N)``."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.mentions.organization_words import Body, bodies
from kg.mentions.person_abroad import hangul_before, known_abroad, spelled_out, stranger
from kg.mentions.person_names import (
    NameTables,
    TokenIndex,
    bracketed_name,
    heads_government,
    is_name,
    looks_like_name,
    name_tables,
    name_test,
    sure_name,
)
from kg.mentions.title_words import NO_OFFICE, PARTICLE, TitleWord, lines_of, title_tables, title_words

_WORD = re.compile(r"[^\s,.…“”\"()<>\[\]:;?!/=ㆍ]+$")
_NAME_INSIDE = re.compile(r" ?\((?P<name>[가-힣]{3})\)")
_RIGHT = re.compile(r"(?:\s?[=:]\s?|(?:은|는|에|에는|인)\s|\s)([가-힣]{2,7})")
_FOREIGN = re.compile(r"(?P<given>[가-힣]{1,6}) [가-힣]{1,5}?(?=(?:은|는|이|가|도|의|을|를|와|과|에게)?(?![가-힣]))")
_LABEL = re.compile(
    r"[\s\[(<【〈◀▶■●◆-]*(?:(?:인터뷰|INT|SYNC|싱크|녹취|전화인터뷰|현장음)[\])>】〉▶◀]*\s?[:：]?\s?[\[(<【]?)?"
    r"(?P<name>[가-힣]{2,4})\s?[/|ㅣ│]\s?(?P<rest>[^\[\]/|:“\"]{2,30}?)\s?[\])>】〉]?\s?[:：]?(?=\s*$|\s*[“\"])",
    re.MULTILINE,
)
_CONTACT = re.compile(
    r"(?: ?[가-힣]{2,6})?[ (:·☎☏,|/]{0,4}(?:전화|연락처|문의|T\.?|Tel\.?)?[ :.)]{0,3}"
    r"(?:\(?0\d{1,2}[)\-.]\s?\d{3,4}[\-.]\d{4}|☎|☏)",
    re.I,
)
"""A telephone number behind a name: somebody to ask, not to report."""
_MARKET = re.compile(
    r"에 (?!따르|의하|의해|대한|대해|이어|취임|당선)|에서|으로 (?!취임|당선|선출)|의 (?:규모|수요|반응|가격)"
)
"""What stands behind a market and behind no mayor."""
_MODIFIER = re.compile(
    r"^(?:전|前|현|現|신임|당시|초대|전임|직전|옛|제?\d+대|민선\d기|수석|상근|명예|신|"
    r"\(전\)|\(현\)|\(前\)|\(現\))$"
)
_FORMER = frozenset({"전", "前", "전임", "당시", "옛", "직전", "(전)", "(前)"})
_PROFESSIONS = frozenset(
    {"변호사", "변리사", "회계사", "전문의", "박사", "판사", "검사", "작가", "감독", "기술사", "건축가", "평론가"}
)
_COUNTED = re.compile(r"\d(?:월|일|년|시|분|명|개|곳|건|회|차|%|억|만|천|원|개월|년도)(?:간|째|께|쯤)?$")
"""Dates and counts do not stand between a name and its title."""
_OF_SCHOOLS = ("교수", "총장", "학장", "처장")
"""Titles before which three letters that end in 대 are a university: N 한빛대 교수."""
_CLOSING = frozenset("’'」』》〉")
_ROLL = re.compile(
    r"[○◯◇◆▲△▶▷■□●ㅇ\-]?\s?(?:출석|참석|불참|결석|청가|배석)\s?[가-힣]{0,4}?(?P<title>위원|의원)\s?(?:\(\s?\d+\s?[인명]\s?\))?\s?[:：]?\s+"
    r"(?=[가-힣]{2,4}(?:[\s,·]+[가-힣]{2,4})*\s*$)",
    re.MULTILINE,
)
_NAME_ALONE = re.compile(r"[가-힣]{2,4}")
_MARKED = re.compile(r"[○◯◇◆▲△▶▷■□●] ?$")
"""The marks before a speaker in minutes."""
_AFTER_SPEAKER = re.compile(r"\s{2}|\s?[:：]|\t")
_PARTICLE = re.compile(PARTICLE)
_SECOND = re.compile(r"(?: ?겸 ?(?:[^\s,.“”\"]+ ){0,3}| ?(?:권한|직무)대행(?: (?:겸 )?|\()| ?[·,/] ?)$")
_BRACKETED = re.compile(r"(?:님)?\((?:[^()“”]{0,24} )?$")
_MARKS = frozenset("·,/")
_LEVELS = frozenset({"시", "도", "군", "구"})
"""A government's short form as a word of its own: ``N 도 AI국장``, where Kiwi sees a particle."""
_OF_VILLAGES = frozenset({"통장", "이장", "반장", "동장", "읍장", "면장"})
"""Titles before which a word that ends as a village's does is the village: 옥산동 통장 N 씨."""
_OPENING = re.compile(r"(?:[.”\"’)\]◇◆■□○▲△▶] ?|, |(?:과|와) )$")
_NEXT_CALLED = re.compile(r" ?씨(?![가-힣])|씨[는가의도를와]")
YOUNG = frozenset({"양", "군"})
"""Words of one letter behind a pupil's name; 군 may be a county as well."""
_CALLED = frozenset({"씨", *YOUNG})
_ANY = frozenset({"한", "어느", "어떤", "모", "각", "여러", "일부", "다른", "이", "그", "해당", "몇몇", "또다른", "웬"})
"""Words before a noun that say that nobody is named: ``한 방산 업체 대표``."""
_HEADS = frozenset({"head", "minister"})
_REACH = 7
"""The words that may stand between a name and its title."""


class Apposition(NamedTuple):
    """A full name with a title beside it.

    ``between`` are the code points between the two; ``order`` is ``behind`` for ``N … 직함``, ``before`` for
    ``직함 N``, ``inside`` for ``N(… 직함)``, ``second`` for another title of the same name, ``listed`` where a name
    shares the title of the next (``N1·N2 직함``).
    """

    begin: int
    end: int
    title: TitleWord
    between: tuple[int, int]
    order: str
    former: bool = False


class _Place(NamedTuple):
    text: str
    begin: int
    end: int
    tokens: TokenIndex
    names: NameTables
    bodies: Gazetteer[Body]

    def plain(self, begin: int, end: int) -> bool:
        """Whether only nouns stand there, or a known body in whose name Kiwi may see a particle."""
        if self.tokens.plain(begin, end) or self.text[begin:end] in _LEVELS:
            return True
        return any(stop == end for stop, _ in self.bodies.at(self.text, begin, end))


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
    for begin, end, titles in lines:
        if titles:
            found += _of_line(_Place(analysis.text, begin, end, tokens, names, gazetteer), titles)
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


def _of_line(place: _Place, words: Sequence[TitleWord]) -> list[Apposition]:
    found: list[Apposition] = []
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
        right = _right(place, word)
        left = _left(place, word, ends)
        if (
            left is not None
            and right is not None
            and ((left.begin, left.end) in prefixed or place.text[word.begin - 1 : word.begin] in ("(", "/"))
        ):
            left = None
        if left is not None and right is not None and _NEXT_CALLED.match(place.text, right.end):
            left = None  # N1 대표 N2 씨
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
        if chosen.order == "behind" and chosen.between[1] - chosen.between[0] <= 1:
            found += _listed(place, chosen)
    found += _first_of_two(place, words, found)
    found = [a for a in found if not _CONTACT.match(place.text, a.end, place.end)]
    return found + _before_called(words, found)


def _roll(place: _Place, words: Sequence[TitleWord]) -> list[Apposition]:
    """The names on a roll that one title heads: ``○출석위원(4인)  N1  N2``."""
    head = _ROLL.match(place.text, place.begin, place.end)
    if head is None:
        return []
    begin, end = head.span("title")
    title = next((w for w in words if w.end == end), None) or TitleWord(begin, end, head["title"], "member")
    runs = [m.span() for m in _NAME_ALONE.finditer(place.text, head.end(), place.end)]
    if any(not looks_like_name(place.text[b:e], place.names) for b, e in runs):
        return []
    title = title._replace(begin=begin, bare=head["title"])
    return [Apposition(b, e, title, (end, b), "roll") for b, e in runs]


def _before_called(words: Sequence[TitleWord], found: list[Apposition]) -> list[Apposition]:
    """The title before a name that only 씨 behind it shows to be one: ``수석연구원 카린 뮐베르거 씨``."""
    titled = {(a.begin, a.end) for a in found if a.title.kind not in NO_OFFICE}
    ends = {w.end: w for w in words if w.kind not in NO_OFFICE}
    return [
        Apposition(a.begin, a.end, ends[a.begin - 1], (a.begin - 1, a.begin), "before")
        for a in found
        if a.title.bare in _CALLED and (a.begin, a.end) not in titled and a.begin - 1 in ends
    ]


def _labelled(place: _Place, words: Sequence[TitleWord]) -> Apposition | None:
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


def _second(place: _Place, word: TitleWord, taken: dict[int, Apposition]) -> Apposition | None:
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
        former = not _FORMER.isdisjoint(told.group().lstrip("님(").split())
    return Apposition(first.begin, first.end, word, (told.start(), word.begin), "second", former)


def _first_of_two(place: _Place, words: Sequence[TitleWord], found: list[Apposition]) -> list[Apposition]:
    """The first title in ``부총리 겸 ○○부 장관 N``."""
    more: list[Apposition] = []
    for a in found:
        told = a.order == "before" and _SECOND.search(place.text, max(place.begin, a.title.begin - 34), a.title.begin)
        if told and "겸" in told.group():
            more += [
                Apposition(a.begin, a.end, w, (told.start(), a.begin), "before", a.former)
                for w in words
                if w.end == told.start()
            ]
    return more


def _left(place: _Place, word: TitleWord, ends: set[int]) -> Apposition | None:
    """The name before a title, across the words of a body: ``N 전 ○○시 ○○과장``."""
    text, at, former, inside = place.text, word.begin, False, False
    if word.kind in NO_OFFICE and word.bare not in _PROFESSIONS:
        return _glued_or_next(place, word)
    reach = 0
    nearest = True
    while reach < _REACH and at > place.begin:
        if reach == 0 and (name := _glued(place, at)):
            if (whole := _surer_before(place, name, of_place=True)) is not None:  # N 하도리이장
                return Apposition(*whole, word, (whole[1], word.begin), "behind")
            return Apposition(*name, word, (at, at), "behind")
        gap = at
        while gap > place.begin and text[gap - 1] in "  ":
            gap -= 1
        before = text[gap - 1 : gap]
        if before == "(" and not inside:
            at, inside, nearest = gap - 1, True, reach == 0
            if at in ends:
                return None  # 시의원 in 시의원(행정위원장)
            name = hangul_before(place, at)
            if name and is_name(text, *name, place.tokens, place.names, strong=False):
                return Apposition(*name, word, (at, word.begin), "inside", former)
            return None
        if gap == at and reach + at != word.begin and text[at : at + 1] != "(":
            return None
        if before == ")":
            opened = text.rfind("(", max(place.begin, gap - 40), gap)
            if opened < 0 or ("," in text[opened:gap] and gap - opened > 24):
                return None
            if text[opened:gap] in ("(전)", "(前)"):
                former = True
            at, reach = opened, reach
            name = _name_before(place, at, strong=nearest) or spelled_out(place, at, gap)
            if name:
                return Apposition(*name, word, (gap, word.begin), "behind", former)
            piece = _WORD.search(text, max(place.begin, at - 30), at)
            if piece is None or not place.plain(piece.start(), at):
                return None
            at, nearest = piece.start(), False
            reach += 1
            continue
        if gap in ends and not _MODIFIER.match(_last_word(place, gap)):
            return None
        piece = _WORD.search(text, max(place.begin, gap - 30), gap)
        if piece is None:
            return None
        said = piece.group()
        if _MODIFIER.match(said) and not (reach == 0 and said in ("신", "수석")):
            former = former or said in _FORMER
            at, reach = piece.start(), reach + 1
            continue
        body = text[gap : word.begin].strip()
        last = body.split(" ")[-1]
        sure = (
            nearest
            or body.endswith(place.names.bodies)
            or last in place.names.never
            or last in _LEVELS
            or any(place.bodies.at(text, gap + 1, word.begin))
        )
        name = _name_before(place, gap, strong=sure) or known_abroad(place, gap)
        if not name and nearest and word.kind in _HEADS and word.body and place.text[gap] == " ":
            run = hangul_before(place, gap)
            name = run if run and heads_government(text, *run, place.tokens, place.names) else None
        if not name and nearest and gap + 1 == word.begin:
            name = _noun_before_head(place, word, gap)
        if name and nearest and word.kind in ("head", "deputy") and text[name[1] - 1] in "시군":
            return None  # ○○시 부시장
        if name and nearest and word.bare in _OF_VILLAGES and text[name[1] - 1] in "동리":
            return None
        market = word.bare == "시장" and _MARKET.match(text, word.end) is not None
        if name and nearest and market and place.tokens.witness(*name) == "inflected":
            return None  # 감초가 시장에 나온다
        if name:
            school = nearest and text[name[1] - 1] == "대" and word.bare.endswith(_OF_SCHOOLS)
            name = (_name_before(place, name[0] - 1, strong=True) if school else _surer_before(place, name)) or name
            pointed = _last_word(place, name[0] - 1)
            if pointed in _ANY and text[name[0] - 1] == " " and text[name[0] - 2 - len(pointed)] not in ")’”":
                return None
            return Apposition(*name, word, (name[1], word.begin), "behind", former)
        if not place.plain(piece.start(), gap) or _COUNTED.search(said):
            return None
        if any(i in ends for i in range(piece.start() + 1, gap)):
            return None  # 과장이 in 과장이 부장으로
        at, nearest = piece.start(), False
        reach += 1
    return None


def _noun_before_head(place: _Place, word: TitleWord, end: int) -> tuple[int, int] | None:
    """A name of two letters that is a noun as well, where only a name can open the words: ``문인 북구청장은``."""
    if word.kind != "head" or word.body is None or not _PARTICLE.match(place.text, word.end):
        return None
    run = hangul_before(place, end)
    if run is None or run[1] - run[0] != 2:
        return None
    if run[0] > place.begin and not _OPENING.search(place.text, max(place.begin, run[0] - 3), run[0]):
        return None
    said = place.text[slice(*run)]
    named = said[0] in place.names.common and said not in place.names.never and looks_like_name(said, place.names)
    return run if named else None


def _last_word(place: _Place, end: int) -> str:
    piece = _WORD.search(place.text, max(place.begin, end - 12), end)
    return piece.group() if piece else ""


def _name_before(place: _Place, end: int, *, strong: bool) -> tuple[int, int] | None:
    run = hangul_before(place, end)
    if run and is_name(place.text, *run, place.tokens, place.names, strong=strong):
        return run
    return None


def _glued(place: _Place, end: int) -> tuple[int, int] | None:
    """``한도겸시장``: the name that the title is glued to."""
    run = hangul_before(place, end)
    return run if run and sure_name(place.text, *run, place.tokens, place.names) else None


def _surer_before(place: _Place, name: tuple[int, int], *, of_place: bool = False) -> tuple[int, int] | None:
    """The name before a word that only may be one: ``N 한마음 대표``; ``of_place``, before one glued to a title."""
    sure = sure_name(place.text, *name, place.tokens, place.names)
    if (sure and not of_place) or place.text[name[0] - 1 : name[0]] != " ":
        return None
    run = hangul_before(place, name[0] - 1)
    return run if run and sure_name(place.text, *run, place.tokens, place.names) else None


def _glued_or_next(place: _Place, word: TitleWord) -> Apposition | None:
    """The name right before 씨, 변호사, 후보 …"""
    at = word.begin - (place.text[word.begin - 1 : word.begin] == " ")
    if place.text[at - 1 : at] == ")":
        at = max(place.text.rfind("(", max(place.begin, at - 24), at), place.begin)
    young = word.bare in YOUNG
    if young and place.text[at - 1 : at] != ")" and at == word.begin:
        return None
    if place.text.startswith("들", word.end):
        return None  # ○○동 어르신들
    name = _name_before(place, at, strong=True) or known_abroad(place, at)
    if name and young and (name[1] - name[0] < 3 or place.tokens.witness(*name) == "inflected"):
        return None
    if not name and word.bare in _CALLED:
        name = stranger(place, at)
    return Apposition(*name, word, (at, word.begin), "behind") if name else None


def _right(place: _Place, word: TitleWord) -> Apposition | None:
    """The name behind a title: ``구청장 진교훈``, ``(대표 남궁혁)``, ``원장(남궁혁)``."""
    text = place.text
    inside = _NAME_INSIDE.match(text, word.end, place.end)
    if inside is not None and word.kind not in NO_OFFICE:
        begin, end = inside.span("name")
        named = bracketed_name(inside["name"], place.names) and place.tokens.witness(begin, end) != "noun"
        return Apposition(begin, end, word, (word.end, begin), "before") if named else None
    told = _RIGHT.match(text, word.end, place.end)
    if told is None or told.start(1) == word.end:
        return None
    if word.kind in NO_OFFICE:
        return _called(place, word)
    opened = text[max(place.begin, word.begin - 1) : word.begin]
    begin, run = told.start(1), told.group(1)
    gap = text[word.end : begin]
    marked = gap == " " and _MARKED.search(text[max(place.begin, word.begin - 2) : word.begin]) is not None
    if gap not in (" ", ":", " : ", ": ", "=", " = ") and not gap.endswith(("에 ", "에는 ", "인 ")):
        return None
    for n in (3, 2, 4):
        end = begin + n
        if n > len(run) or not _PARTICLE.match(text, end):
            continue
        if n == 2 and not ((opened == "(" and text[end : end + 1] in ")·, ") or marked):
            continue
        bound = opened != "(" and not marked and text[end : end + 1] in (" ", ".", "")
        if bound and place.tokens.witness(begin, end) == "inflected":
            continue  # 시장 권한을
        bracketed = opened == "(" and text[end : end + 1] == ")"
        alone = (bracketed or _speaks(place, end)) and bracketed_name(text[begin:end], place.names)
        if alone or is_name(text, begin, end, place.tokens, place.names, strong=(opened == "(" or marked) and n > 2):
            return Apposition(begin, end, word, (word.end, begin), "before")
    abroad = _FOREIGN.match(text, begin, place.end) if gap == " " else None
    if abroad and abroad["given"] in place.names.western and _PARTICLE.match(text, abroad.end()):
        return Apposition(*abroad.span(), word, (word.end, begin), "before")
    return None


def _speaks(place: _Place, end: int) -> bool:
    """Whether a line of minutes, as far as ``end``, only says who speaks: ``○기업지원국장 N  예, …``."""
    if _MARKED.match(place.text[place.begin : place.begin + 1]) is None:
        return False
    return end == place.end or _AFTER_SPEAKER.match(place.text, end, place.end) is not None


def _called(place: _Place, word: TitleWord) -> Apposition | None:
    """The name behind a calling: ``가수 N``."""
    begin, end = word.end + 1, word.end + 4
    if word.kind != "calling" or place.text[word.end] != " " or not _PARTICLE.match(place.text, end):
        return None
    seen = place.tokens.witness(begin, end)
    if seen in ("name", "split") and is_name(place.text, begin, end, place.tokens, place.names, strong=False):
        return Apposition(begin, end, word, (word.end, begin), "before")
    return None


def _listed(place: _Place, last: Apposition) -> list[Apposition]:
    """The names before ``N2 직함`` in ``N1·N2 직함`` and ``N1, N2 직함``."""
    found: list[Apposition] = []
    text, at = place.text, last.begin
    while at > place.begin:
        gap = at - (text[at - 1] == " ")
        mark = text[gap - 1 : gap]
        if mark not in "·,ㆍ・" or mark == "":
            break
        run = hangul_before(place, gap - 1)
        if run is None or not is_name(text, *run, place.tokens, place.names, strong=False):
            break
        if run[1] - run[0] == 2 and mark == ",":
            break
        found.append(Apposition(*run, last.title, last.between, "listed", last.former))
        at = run[0]
    return found
