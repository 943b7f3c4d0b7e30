"""The name before a title, across the words of a body: ``N 전 ○○시 ○○과장``, ``N(○○대 교수)``, ``N 씨``."""

from kg.mentions.person.abroad import guest, hangul_before, known_abroad, spelled_out, stranger
from kg.mentions.person.apposition import CALLED, FORMER, LEVELS, YOUNG, Apposition, Place
from kg.mentions.person.names import heads_government, is_name, looks_like_name, opens_turn, sure_name
from kg.mentions.title_words import NO_OFFICE, PARTICLE, TitleWord
from kg.patterns import regex

_WORD = regex(r"[^\s,.…“”\"()<>\[\]:;?!/=ㆍ]+$")
_MARKET = regex(
    r"에 (?!따르|의하|의해|대한|대해|이어|취임|당선)|에서|으로 (?!취임|당선|선출)|의 (?:규모|수요|반응|가격)"
)
"""What stands behind a market and behind no mayor."""
_MODIFIER = regex(
    r"^(?:전|前|현|現|신임|당시|초대|전임|직전|옛|제?\d+대|민선\d기|수석|상근|명예|신|"
    r"\(전\)|\(현\)|\(前\)|\(現\))$"
)
_PROFESSIONS = frozenset(
    {"변호사", "변리사", "회계사", "전문의", "박사", "판사", "검사", "작가", "감독", "기술사", "건축가", "평론가"}
)
_COUNTED = regex(r"\d(?:월|일|년|시|분|명|개|곳|건|회|차|%|억|만|천|원|개월|년도)(?:간|째|께|쯤)?$")
"""Dates and counts do not stand between a name and its title."""
_OF_SCHOOLS = ("교수", "총장", "학장", "처장")
"""Titles before which three letters that end in 대 are a university: N 한빛대 교수."""
_ACTING = regex(r"(?:권한|직무)?(?:대행|대리)$")
_PARTICLE = regex(PARTICLE)
_OF_VILLAGES = frozenset({"통장", "이장", "반장", "동장", "읍장", "면장"})
"""Titles before which a word that ends as a village's does is the village: 옥산동 통장 N 씨."""
_RESIDENTS = regex(r"(?:주민|자치|이장|통장|반장|부녀|청년|노인|상인|상가|새마을|발전|번영|방위|체육|지역사회|마을)")
"""How the bodies of a village's or a quarter's people begin: 새별동 주민자치회장."""
_OPENING = regex(r"(?:[.”\"’)\]◇◆■□○▲△▶] ?|, |(?:과|와) )$")
_NEXT_IN_ROW = regex(r"(?:과|와|,| ?·| 및) ?$")
_OPENS_NAME = regex(rf"{_OPENING.pattern}|[-–‒○❍·] $|[가-힣](?:은|는|에서|에게|에) $")
_ANY = frozenset({"한", "어느", "어떤", "모", "각", "여러", "일부", "다른", "이", "그", "해당", "몇몇", "또다른", "웬"})
"""Words before a noun that say that nobody is named: ``한 방산 업체 대표``."""
_DID = regex(r"(?:기로|려고|고자|도록|토록|[라다]고) $")
"""Before the 한 of «돈을 대기로 한 N 지사», which does not count."""
_ABBREVIATED = ("상의", "경실련", "농협", "수협", "신협", "노총", "총연", "경총", "연대", "생협", "향교", "문화원")
"""Short ends of the names of societies."""
_HEADS = frozenset({"head", "minister"})
_OF_A_THING = regex(
    r"(?:사업|과정|프로그램|서비스|교육|강좌|교실|캠페인|운동|제도|정책|시스템|플랫폼|앱|로봇|센터|축제|공모전|보급|운영|지원|참여|담당|전담|"
    r"설계|개발|구축|관련|분야|업종|협력|입주|선정)(?![가-힣])"
)
"""What follows the name of a thing and no name of a person: ``길동무 사업 강사``."""
_SHOP = regex(
    r"[가-힣]{0,6}(?:떡집|빵집|찻집|꽃집|술집|밥집|국밥집|고깃집|카페|식당|분식|치킨|미용실|이발소|약국|가게|마트|세탁소|편의점|철물점|서점|책방|"
    r"정육점|문구점|안경점|공방|슈퍼|슈퍼마켓|제과점|음식점|상점|점포|상가|아파트|빌라|어린이집|유치원|학원|의원|한의원|병원|치과|경로당|노인정|복지관|"
    r"도서관|주민센터|행정복지센터|우체국|파출소|지구대|공인중개사|부동산|목욕탕|사우나|노래방|주유소|정비소|카센터|포차|주점|호프|반찬집|방앗간)(?![가-힣])"
)
"""What stands in a quarter or a village: ``새별동 떡집 사장``."""
_MEMBERS = frozenset({"위원", "의원"})
_LEGAL = regex(r"\((?:재|사|주|유)\)$")
_SHORTEST = 2
_REACH = 7
"""The words that may stand between a name and its title."""


def name_before_title(place: Place, word: TitleWord, ends: set[int]) -> Apposition | None:
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
        if gap == at and _LEGAL.search(text, max(place.begin, at - 3), at):  # N (재)한빛문화재단 대표이사
            at -= 3
            continue
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
        if said.startswith("㈜"):  # N ㈜남해켐 여수공장장
            at, reach, nearest = piece.start(), reach + 1, False
            continue
        if _MODIFIER.match(said) and not (reach == 0 and said in ("신", "수석")):
            former = former or said in FORMER
            at, reach = piece.start(), reach + 1
            continue
        body = text[gap : word.begin].strip()
        last = body.split(" ")[-1]
        sure = (
            nearest
            or body.endswith(place.names.bodies)
            or body.endswith(_ABBREVIATED)
            or last in place.names.never
            or last in LEVELS
            or any(place.bodies.at(text, gap + 1 + _modifiers(body), word.begin))
        )
        name = _name_before(place, gap, strong=sure) or known_abroad(place, gap)
        if body.split(" ")[0] in place.names.countries:  # N N 일본 ○○대 교수
            name = known_abroad(place, gap) or name or stranger(place, gap)
        if not name and nearest:
            name = guest(place, gap)
        if not name and sure and word.kind in ("department", "body"):
            name = _opening_name(place, gap)
        if not name and reach and word.kind not in NO_OFFICE and _is_known_body(place, gap + 1, word.begin):
            name = _opening_name(place, gap, unlike=("noun", "compound", "inflected"))
            if name and place.tokens.witness(*name) == "word" and not _follows_title(place, name[0], ends):
                name = None
        if not name and word.bare in _MEMBERS and gap + 1 == word.begin and _PARTICLE.match(text, word.end):
            name = _opening_name(place, gap, unlike=("noun", "word"))
        if not name and nearest and word.kind in _HEADS and word.body and place.text[gap] == " ":
            run = hangul_before(place, gap)
            name = run if run and heads_government(text, *run, place.tokens, place.names) else None
            if not name and run and place.tokens.surname_parted(*run):
                name = _opening_name(place, gap)  # N 가온시장, a surname that Kiwi takes for a word
        if not name and nearest and gap + 1 == word.begin:
            name = _noun_before_head(place, word, gap) or _long_before_seat(place, word, gap)
        if name and nearest and word.kind in ("head", "deputy") and text[name[1] - 1] in "시군":
            return None  # ○○시 부시장
        if not name and nearest and word.body and gap + 1 == word.begin and _follows_title(place, gap - 3, ends):
            name = _next_in_row(place, gap)
        village = word.bare in _OF_VILLAGES and not word.body
        if name and nearest and text[name[1] - 1] in "동리" and (village or _RESIDENTS.match(text, word.begin)):
            name = None
        if name and name[1] - name[0] == _SHORTEST and text.startswith("님", word.end):
            name = name if text[name[0]] in place.names.common else None  # 포차 사장님
        market = word.bare == "시장" and _MARKET.match(text, word.end) is not None
        if name and nearest and market and place.tokens.witness(*name) == "inflected":
            return None  # 감초가 시장에 나온다
        if name and not nearest and _is_thing(text, name, gap + 1):
            return None
        if name:
            school = nearest and text[name[1] - 1] == "대" and _ACTING.sub("", word.bare).endswith(_OF_SCHOOLS)
            name = (_name_before(place, name[0] - 1, strong=True) if school else _surer_before(place, name)) or name
            pointed = _last_word(place, name[0] - 1)
            did = pointed == "한" and (
                _DID.search(text, place.begin, name[0] - 2) is not None or place.tokens.describes(name[0] - 2)
            )
            if (
                not did
                and pointed in _ANY
                and text[name[0] - 1] == " "
                and text[name[0] - 2 - len(pointed)] not in ")’”"
            ):
                return None
            return Apposition(*name, word, (name[1], word.begin), "behind", former)
        if not place.plain(piece.start(), gap) or _COUNTED.search(said):
            return None
        if any(i in ends for i in range(piece.start() + 1, gap)):
            return None  # 과장이 in 과장이 부장으로
        at, nearest = piece.start(), False
        reach += 1
    return None


def _is_thing(text: str, name: tuple[int, int], behind: int) -> bool:
    """Whether the words behind seeming names say that a thing or a place is named: ``길동무 사업 강사``."""
    if _OF_A_THING.match(text, behind):
        return True
    return text[name[1] - 1] in "동리길로골" and _SHOP.match(text, behind) is not None


def _modifiers(body: str) -> int:
    """How many letters of the words between a name and its title say when it was held: «전 » of 전 가온도 농정팀장."""
    first, space, _ = body.partition(" ")
    return len(first) + 1 if space and _MODIFIER.match(first) else 0


def _noun_before_head(place: Place, word: TitleWord, end: int) -> tuple[int, int] | None:
    """A name of two letters that is a noun as well, where only a name can open the words: ``문인 북구청장은``."""
    if word.kind not in _HEADS or word.body is None or not _PARTICLE.match(place.text, word.end):
        return None
    run = hangul_before(place, end)
    if run is None or run[1] - run[0] != 2:
        return None
    if run[0] > place.begin and not _OPENS_NAME.search(place.text, max(place.begin, run[0] - 6), run[0]):
        return None
    said = place.text[slice(*run)]
    known = place.names.common if word.kind == "head" else place.names.surnames
    named = said[0] in known and said not in place.names.never and looks_like_name(said, place.names)
    return run if named else None


def _long_before_seat(place: Place, word: TitleWord, end: int) -> tuple[int, int] | None:
    """A name of four letters, a given name of three, right before the seat of a known place: ``N 가온시의원은``."""
    if word.body is None or word.kind not in (*_HEADS, "member"):
        return None
    run = hangul_before(place, end)
    if run is None or run[1] - run[0] != 4 or place.tokens.witness(*run) != "name":
        return None
    said = place.text[slice(*run)]
    named = said[0] in place.names.common and all(letter in place.names.given for letter in said[1:])
    return run if named and said not in place.names.never else None


def _is_known_body(place: Place, begin: int, end: int) -> bool:
    """Whether the words there begin with a body or a government of the tables."""
    begin += _modifiers(place.text[begin:end])
    known = (*place.bodies.at(place.text, begin, end), *place.governments.at(place.text, begin, end))
    return any(place.text[stop : stop + 1] == " " or stop == end for stop, _ in known)


def _follows_title(place: Place, begin: int, ends: set[int]) -> bool:
    """Whether what stands there is the next in a row of people with their titles: ``N 나루군수와 M 가온대 교수``."""
    before = _NEXT_IN_ROW.search(place.text, max(place.begin, begin - 4), begin)
    return before is not None and before.start() in ends


def _next_in_row(place: Place, end: int) -> tuple[int, int] | None:
    """Three letters between two people's titles, a common surname first, whatever syllables follow it."""
    run = hangul_before(place, end)
    if run is None or run[1] - run[0] != 3 or place.tokens.witness(*run) == "noun":
        return None
    said = place.text[slice(*run)]
    return run if said[0] in place.names.common and said not in place.names.never else None


def _opening_name(place: Place, end: int, unlike: tuple[str, ...] = ("noun", "compound")) -> tuple[int, int] | None:
    """Three syllables that open the words before an official's title and that Kiwi knows for no noun: they can be
    nothing but a name, though its surname is rare. ``unlike`` tells what Kiwi must not see in them."""
    run = hangul_before(place, end)
    if run is None or run[1] - run[0] != 3 or not looks_like_name(place.text[slice(*run)], place.names):
        return None
    if run[0] > place.begin and not _OPENING.search(place.text, max(place.begin, run[0] - 3), run[0]):
        return None
    return None if place.tokens.witness(*run) in unlike else run


def _last_word(place: Place, end: int) -> str:
    piece = _WORD.search(place.text, max(place.begin, end - 12), end)
    return piece.group() if piece else ""


def _name_before(place: Place, end: int, *, strong: bool) -> tuple[int, int] | None:
    run = hangul_before(place, end)
    if run and is_name(place.text, *run, place.tokens, place.names, strong=strong):
        return run
    return None


def _glued(place: Place, end: int) -> tuple[int, int] | None:
    """``한도겸시장``: the name that the title is glued to."""
    run = hangul_before(place, end)
    if run and (sure_name(place.text, *run, place.tokens, place.names) or opens_turn(place.text, *run, place.names)):
        return run
    return None


def _surer_before(place: Place, name: tuple[int, int], *, of_place: bool = False) -> tuple[int, int] | None:
    """The name before a word that only may be one: ``N 한마음 대표``; ``of_place``, before one glued to a title."""
    sure = sure_name(place.text, *name, place.tokens, place.names)
    if (sure and not of_place) or place.text[name[0] - 1 : name[0]] != " ":
        return None
    run = hangul_before(place, name[0] - 1)
    return run if run and sure_name(place.text, *run, place.tokens, place.names) else None


def _glued_or_next(place: Place, word: TitleWord) -> Apposition | None:
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
    if not name and word.bare in CALLED:
        name = stranger(place, at)
    return Apposition(*name, word, (at, word.begin), "behind") if name else None
