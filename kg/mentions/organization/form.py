"""Organisations by form: words that end as names of bodies do."""

from collections.abc import Iterator
from functools import lru_cache

from kg.documents.across import names_across
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.called import called_here
from kg.mentions.organization.left import begins_with_place, may_own, name_begin
from kg.mentions.organization.words import Suffix, common_words, countries, ends_word, halls, suffix_of, suffixes
from kg.mentions.pieces import Piece, piece_rows
from kg.mentions.program.witnesses import is_planned
from kg.patterns import regex

_MEETINGS = ("당정협의회", "예산정책협의회", "당정정책협의회", "예산협의회", "현안협의회", "업무협의회")
"""Meetings that are called as bodies are."""
_YEAR = regex(r"(?:19|20)\d\d년도?")
_SEVERAL = regex(r"(?:을|를|은|는|이|가|도)? ?(?:\d+|두|세|네|다섯|여섯) ?(?:여 ?)?(?:개소|곳|개 )")
"""Behind what is counted: 실증병원을 8개소에서, 거점센터 3곳."""
_LATIN = regex(r"[A-Za-z]")
_UNIVERSITY = Suffix("대", "University", "none", False)
_COLLEGE = Suffix("대학", "University", "none", False)
_PROFESSOR = regex(r" (?:[가-힣A-Za-z]+(?:과|부|원) )?(?:[가-힣]{2})?(?:교수|총장|부총장|학장|연구원)")
_PROFESSOR_NAMED = regex(r" (?:[가-힣A-Za-z]+(?:과|부|원) )?[가-힣]{3} (?:[가-힣]{2})?(?:교수|총장|부총장|학장)")
_OF_ITS = regex(r"(?:의|와|에서|가|는)(?![가-힣])")
_COUNCILS = frozenset({"시의회", "도의회", "군의회", "구의회"})
_FACILITIES = ("데이터센터", "컨벤션센터", "관제센터", "콜센터", "주민센터", "행정복지센터", "체육센터", "문화센터")
_ROOM = "관제센터"
_COINED = regex(
    r"(?:(?:AI|인공지능)[가-힣A-Za-z]{2,}|"
    r"(?!(?:CCTV|영상|교통|도시|방범|재난|안전|상황|스마트|시티|종합|정보|시설|운행|관제|보안|전력|전산|차량|"
    r"드론)+(?:통합|종합)?관제)"
    r"[가-힣A-Za-z]{2,}(?:통합|종합))관제센터$"
)
"""A control room with a name of its own; CCTV관제센터 is what it is."""
_ZONED = regex(r"[가-힣]{2,5}권역? (?:AI|인공지능|스마트|드론|로봇)")
"""A control room of a wider region has a name by this: 중부권 AI관제센터."""
_HEAD_TITLE = r"(?:공동|부|총괄)?(?:단장|위원장|의장|회장)"
_ITS_HEAD = regex(
    rf"\s?\(?{_HEAD_TITLE} ?(?=[가-힣·]{{2,}}|[을인])"
    rf"|의 (?:(?:새|신임|초대|전|전임|현|첫|공동) ?)?(?:[가-힣]{{2,4}} )?{_HEAD_TITLE}(?![가-힣]{{2}})"
    r"|(?:을|를) (?:이끄는|이끌던|이끌고 있는|이끌어 온|이끌게 된|맡은|맡고 있는|맡아 온|맡게 된|대표하는|대표한) "
    r"[가-힣]{2,4} "
)
"""Behind the common name of a body that one text is about: 민관 추진단 공동단장, 민관협의체(위원장 N), 추진위원회의 새
위원장, 추진위원회를 이끌던 N.
"""
_PROPER = ("한국", "국립", "국가", "대한", "전국", "인공지능", "디지털", "스마트", "글로벌")
_ROOM_OF = regex(r"제\d{1,2}(?:위원회|소위원회|특별위원회) (?:소|대)?회의실")
_STORED = (
    "임대",
    "농기계",
    "장난감",
    "공구",
    "푸드",
    "나눔",
    "돌봄",
    "데이터",
    "소재",
    "자원",
    "지식",
    "종자",
    "씨앗",
    "시간",
    "재능",
    "인재",
    "정보",
    "기술",
    "아이디어",
    "문제",
)
"""What a 은행 stores that is no bank: 데이터은행, 지식은행."""
_WORKS = (
    *(
        "조성",
        "신축",
        "증축",
        "개축",
        "설치",
        "보수",
        "개선",
        "확장",
        "건설",
        "철거",
        "정비",
        "포장",
        "복구",
        "보강",
        "기반",
        "토목",
    ),
    *(
        "건축",
        "구축",
        "교체",
        "이전",
        "리모델링",
        "배관",
        "굴착",
        "매설",
        "준설",
        "도장",
        "방수",
        "조경",
        "인테리어",
        "골조",
        "마감",
        "매립",
        "시설",
        "성토",
        "준공",
        "접속",
        "연결",
    ),
)
"""What is done by works (공사), which are called as a corporation is."""
_METAPHOR = regex(r"(?:으?로|가 되|이 되)")
BRANCH = "branch-of-body"
"""The rule that names a branch with the body whose branch it is (한국가온공사 제주본부): one body, not two."""
_OF_OWNER = frozenset({"지부", "지회", "지역본부", "제철소", "광업소", "정유공장", "발전본부"})
_CAMPUS_ACTS = regex(r"(?:이|가|은|는|도|와|과)(?![가-힣])")
"""Behind a campus that does something; elsewhere it is a place."""
_CLOSING = frozenset("’'」』》〉")
_PROGRAMS = (
    "사업",
    "프로젝트",
    "프로그램",
    "계획",
    "구축",
    "조성",
    "지원",
    "실증",
    "육성",
    "양성",
    "혁신",
    "전환",
    "고도화",
)
_SWALLOWED = "이가은는을를의와과도"
_OPENING = frozenset("‘'「『《〈")
_HEADED = "터단원소국실부관"


def organizations_by_form(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Bodies that no table knows: 동해안AI혁신센터, 강릉시 인공지능위원회, 해양로봇진흥원.

    A name that the text only calls a body by (이하 …) is left to the rule of short forms.
    """
    found = list(_by_form(analysis, lexicon, mentions))
    called: set[str] = set()
    full: set[str] = set()
    for m in (*mentions.of("organization"), *found):
        names = {name for name, _ in called_here(analysis.text, m)}
        called |= names
        full |= {m.value.text} if names else set()
    for m in found:  # 가온시 진흥원 대회의실: the last word is what the text calls another body
        text = m.value.text
        if text not in called and (text in full or text.split()[-1] not in called):
            yield m


def _by_form(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    known, text = suffixes(lexicon), analysis.text
    ranks, states = _ranks(lexicon), countries(lexicon)
    projects = frozenset(place for grid in analysis.document.grids for place in names_across(grid))
    last: Mention | None = None
    for row in piece_rows(analysis):
        for i, piece in enumerate(row):
            end, ending = piece.end, text[piece.end - 1]
            if ending == "장" and piece.end - piece.begin > 3 and text[piece.end - 2] in _HEADED:
                end, ending = end - 1, text[piece.end - 2]  # 연구원장: the head of the body
            if ending in _SWALLOWED and not piece.glued and piece.tags[-1] == "NNP" and ends_word(text, end - 1):
                end, ending = end - 1, text[piece.end - 2]  # 여수지방해양수산청이: Kiwi took the particle in
            if ending not in known and ending != "대":
                continue
            word = text[piece.begin : end]
            suffix = suffix_of(word, known) or (_UNIVERSITY if _is_university(text, row, i, states) else None)
            if suffix is not None and suffix.word == "대학" != word and _is_abroad(text, row, i, states):
                suffix = _COLLEGE
            if suffix is None or (suffix.cls == "Company" and suffix.need not in ("proper", "place")):
                continue
            if suffix.cls not in ("Company", "University") and _SEVERAL.match(text, end):
                continue
            if word in ranks and text[end : end + 1] not in _CLOSING:
                continue
            begin = name_begin(analysis, lexicon, mentions, row, i, suffix)
            owned = not mentions.free(begin, piece.begin, "organization") if begin < piece.begin else False
            if last and begin == last.end + 1 and may_own(last, suffix):
                begin, owned = last.begin, True
            name = " ".join(text[begin:end].split())
            if (begin, end) in projects:
                continue
            if _known(mentions, begin, end) or (suffix.word == "허브" and _METAPHOR.match(text, end)):
                continue
            if _begins_program(analysis, begin, end, suffix, lexicon):
                continue
            if _ROOM_OF.match(text, begin, end + 4):
                continue  # 제2위원회 회의실: a room is called by a number
            if word == "은행" and begin < piece.begin and not owned:
                continue  # 장인 목소리 은행: what is stored there is no money
            if suffix.word in ("허브", "은행") and is_planned(analysis, lexicon, mentions, begin, end):
                continue  # a program
            if suffix.word == "캠퍼스" and (
                not _CAMPUS_ACTS.match(text, end) or is_planned(analysis, lexicon, mentions, begin, end)
            ):
                continue
            if (
                _is_name(name, word, suffix, begin < piece.begin, owned, lexicon)
                or _is_led(text, end, name, suffix)
                or _is_marked_room(text, begin, end, lexicon)
            ):
                rule = (
                    BRANCH
                    if owned and (suffix.need == "branch" or suffix.word in _OF_OWNER)
                    else "organization-by-form"
                )
                classes = () if rule == BRANCH and suffix.cls == "Department" else (suffix.cls,)
                last = Mention(begin, end, "organization", Name(name, classes), rule)
                yield last


@lru_cache(maxsize=4)
def _ranks(lexicon: Lexicon) -> frozenset[str]:
    """Titles that end as names of bodies do: 수석연구원."""
    return frozenset(lexicon.words("titles"))


def _is_university(text: str, row: tuple[Piece, ...], i: int, states: frozenset[str]) -> bool:
    """Whether a word in -대 stands between a name and what professors are called (이수진 동해대 교수), or behind the
    name of a state, before who is there (네덜란드 바헤른대의).
    """
    piece = row[i]
    if text[piece.end - 1] != "대" or piece.end - piece.begin < 3 or piece.glued:
        return False
    if piece.end - piece.begin > 3 and _is_abroad(text, row, i, states) and _OF_ITS.match(text, piece.end):
        return True
    if i and row[i - 1].end == piece.begin - 1 and _PROFESSOR.match(text, piece.end):
        return row[i - 1].tags == ["NNP"] and not row[i - 1].glued
    return bool(_PROFESSOR_NAMED.match(text, piece.end))


def _begins_program(analysis: Analysis, begin: int, end: int, suffix: Suffix, lexicon: Lexicon) -> bool:
    """Whether a common noun begins the name of a program in name marks: ‘지역거점병원 AI 진료혁신 사업’."""
    quoted = analysis.quoted_at(begin, double=False)
    if quoted is None or quoted.begin != begin or quoted.end - end < 3 or analysis.text[end] != " ":
        return False
    word = analysis.text[begin:end]
    named = begins_with_place(word, lexicon) or word.startswith(_PROPER) or _LATIN.search(word) or " " in word
    return not named and suffix.need != "none" and analysis.text[begin : quoted.end].endswith(_PROGRAMS)


def _is_abroad(text: str, row: tuple[Piece, ...], i: int, states: frozenset[str]) -> bool:
    """Whether the name of a state stands right before a word: 네덜란드 바헤른대학."""
    return i > 0 and row[i - 1].end == row[i].begin - 1 and text[row[i - 1].begin : row[i - 1].end] in states


def _known(mentions: Mentions, begin: int, end: int) -> bool:
    """Whether an organisation already found ends where this one would, or holds it."""
    if mentions.free(begin, end, "organization"):
        return False
    return any(m.end == end or (m.begin <= begin and end <= m.end) for m in mentions.of("organization"))


def _is_marked_room(text: str, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether marks make a name of words for a control room: ‘바다AI 관제센터’."""
    bare = text[begin:end].replace(" ", "")
    closes = text[end : end + 1] in _CLOSING or text.startswith(("(이하", " (이하"), end)
    marked = begin > 0 and text[begin - 1] in _OPENING and closes
    return marked and bare.endswith(_ROOM) and len(bare) - len(_ROOM) > 1 and bare not in common_words(lexicon)


def _is_name(name: str, word: str, suffix: Suffix, extended: bool, owned: bool, lexicon: Lexicon) -> bool:
    """Whether the words are the name of one body and no common noun; ``word`` is the last of them."""
    bare, common = name.replace(" ", ""), common_words(lexicon)
    if word in _COUNCILS or bare in common or bare in halls(lexicon):
        return False
    if bare.endswith(_FACILITIES) and not _COINED.search(bare) and not _ZONED.match(name):
        return False
    if _YEAR.match(bare) or bare.endswith(_MEETINGS):
        return False  # 2026년도 예산정책협의회: a meeting
    head = bare[: len(bare) - len(suffix.word)]
    if suffix.word == "공사" and head.endswith(_WORKS):
        return False  # 부지조성 공사: works, no corporation
    if suffix.word == "은행" and head.endswith(_STORED):
        return False
    if not head or ((not extended or suffix.word in ("은행", "대학")) and word in common):
        return False
    if suffix.need == "none":
        return len(head) >= 2
    if suffix.need == "owned":
        return owned
    if suffix.need == "branch":
        return owned and begins_with_place(word, lexicon)
    if suffix.need == "civic":
        return "시민" in head or "연대" in head
    if suffix.need == "placed":
        return begins_with_place(word, lexicon) and len(word) <= 9
    placed = begins_with_place(head, lexicon)
    if suffix.need == "place":
        return owned or placed or (len(head) >= 2 and not extended)
    if not extended and not placed and not word.startswith("국가") and _is_common(word, common):
        return False
    return len(head) >= 4 or (len(head) >= 2 and (placed or head.startswith(_PROPER) or bool(_LATIN.search(head))))


def _is_led(text: str, end: int, name: str, suffix: Suffix) -> bool:
    """Whether the head of a task force or panel is named right behind what such bodies are called."""
    headed = suffix.cls == "Committee" and suffix.need == "none" and _ITS_HEAD.match(text, end) is not None
    return headed and len(name) - len(suffix.word) >= 2


def _is_common(word: str, common: frozenset[str]) -> bool:
    """Whether a word is a common noun with a short noun before it: 개방형데이터센터."""
    ending = next((word[k:] for k in range(1, len(word) - 3) if word[k:] in common), None)
    if ending is None:
        return False
    return not _LATIN.match(word) and len(word) - len(ending) < 2
