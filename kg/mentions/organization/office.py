"""Bodies known by the office that somebody holds there: 한가람 새벽소프트 대표, 새벽건설의 한가람 회장."""

from collections.abc import Iterator
from functools import lru_cache

from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.coined import coined_end
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.called import called_here
from kg.mentions.organization.words import common_words, countries, ends_word, left_stops, suffix_of, suffixes
from kg.mentions.pieces import Piece, piece_rows
from kg.patterns import regex

_BETWEEN = regex(
    r"(?:\(\d{2}\))?(?: ?[/|ㅣ│] ?| )(?:(?:전|현|前|現|당시|초대|신임) )?"
    r"(?P<name>[가-힣A-Za-z0-9&·]+(?: [가-힣A-Za-z0-9&·]+){0,2}) "
)
_WHICH = regex(r"(?: (?:초대|신임|전임|직전|당시|전|현|前|現|공동|수석|\d+대))+$")
_BEFORE = regex(r"(?:의)? (?:공동)?$")
_BEFORE_ABROAD = regex(r"(?:\([A-Z][A-Za-z .&\-]{1,40}\))?(?:의)? $")
"""Behind a body from abroad, perhaps with its name in Latin letters: 노르드랩(Nordlab)의 카린 뮐베르거 연구원."""
_KIND = regex(
    r"(?:(?:시민|사회|환경|여성|청년|주민|농민|노동|인권|문화|비영리|민간|감시|상인|장애인)\s?단체|비영리법인|사회적기업|협동조합|엔지오|"
    r"스타트업|기업|업체|회사)(?:인)? [‘'“]?$"
)
"""What kind of body the name behind it has: 시민단체 한빛지킴이의 한가람 사무국장."""
_FIRM = frozenset(
    {
        "대표",
        "대표이사",
        "회장",
        "사장",
        "부회장",
        "부사장",
        "이사장",
        "전무",
        "상무",
        "의장",
        "공동대표",
        "본부장",
        "창업자",
        "이사",
        "상무이사",
        "전무이사",
        "대표사원",
        "CEO",
        "CTO",
        "최고경영자",
        "공장장",
        "지점장",
        "부장",
        "차장",
        "사무장",
        "수석연구원",
        "연구소장",
        "주임",
    }
)
_TEACHERS = ("교사", "교장", "교감")
_SCHOOL = regex(r"[가-힣]{2,8}(?:초|중|고|여중|여고)$")
"""How a school is called before the name of a teacher: 새봄초 한가람 교사."""
_DESK = ("과", "팀", "국", "실", "부", "처", "관", "담당")


_GENERIC = regex(
    r"(?:\d급|업체|기업|회사|공장|농장|농가|가게|식당|단체|기관|매장|점포|학교|마을|아파트|현장|법인|지역|분야|업계|전문|출신|담당|소속|대상|관련)$"
)
"""Common nouns between a name and a title are no body's name: 부품업체 대표."""
_OF_GOVERNMENTS = (
    *("시장", "군수", "구청장", "지사", "교육감", "장관", "차관", "총리", "대통령", "청장", "의원", "위원", "의장"),
    *("이장", "통장", "반장", "동장", "읍장", "면장", "회장단", "변호사", "박사"),
)
_CALLED = regex(r"(?:\(\d{2}(?:세|·[^()]{1,12})?\))? ?씨")
_AT = regex(r"에서(?:는|도)? (?:[가-힣A-Za-z0-9]+ )?$")
_HAD = regex(
    r"(?:\([A-Z][A-Za-z]{1,4}\))?(?:을|를|으로|로) (?:[가-힣]+ ){0,2}"
    r"(?:지[내낸냈]|일[했한하]|맡|역임|재직|근무|활동|거[쳐친쳤]|몸담|있었)"
)
_LATIN_BEFORE = regex(r"(?<![A-Za-z0-9.])(?:[A-Z][A-Za-z&.]{1,11} ){1,2}$")
"""The first words of a name in Latin letters: NOVA Pictures."""
_LONGEST = 40
_OF_SCHOOLS = ("교사", "교장", "교감", "원감", "행정실장")
_SCHOOLS = ("초", "중", "고", "초교", "여고", "여중", "학교", "유치원", "어린이집")
_PEOPLES = ("지회", "지부", "분회", "노조", "연대", "연맹", "연합회", "협의회", "협회", "조합")
_AGAINST = frozenset({"대책위", "비대위", "추진위", "반대위", "투쟁위", "대책위원회", "주민대책위"})
_OF_PEOPLE = 4
"""Ends of the names of unions and societies; a word longer than this with such an end is one."""
_NO_EMPLOYER = regex(
    r"(?:[자인생민씨급당동리읍면시군구도계측들]|마을|아파트|지역|지방|출신|세대|할머니|할아버지|어르신)$"
)
"""How words end that are people or places and employ nobody."""
_CONTEXT = frozenset(
    {"company-mark", "company-after-kind", "company-based-in", "body-with-head", "body-by-office", "company-by-form"}
)


def named_again(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Further places where a body stands that only the context of one place told."""
    text = analysis.text
    for name, value in {m.value.text: m.value for m in mentions.of("organization") if m.rule in _CONTEXT}.items():
        begin = text.find(name)
        while begin >= 0:
            end = begin + len(name)
            if (
                len(name) > 2
                and not text[begin - 1 : begin].isalnum()
                and ends_word(text, end)
                and mentions.free(begin, end, "organization", "organization-short", "person")
                and analysis.sentence_at(begin)
            ):
                yield Mention(begin, end, "organization", value, "named-again")
            begin = text.find(name, end)


@lru_cache(maxsize=8)
def _no_body(lexicon: Lexicon) -> frozenset[str]:
    """Words before a title that say what kind of it: 행정 부시장, 정책 위원."""
    return frozenset(lexicon.words("title_prefixes")) | frozenset(lexicon.words("titles")) | left_stops(lexicon)


def organizations_by_office(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Bodies between a person and a title, or before a person whose title is that of a firm.

    A name that the text only calls a body by (…진흥원(가온정보원)) is left to the rule of short forms.
    """
    found = [*_by_office(analysis, lexicon, mentions), *_worked_at(analysis, lexicon, mentions)]
    called = {n for m in mentions.of("organization") for n, _ in called_here(analysis.text, m)} if found else set()
    yield from (m for m in found if m.value.text not in called)


def _by_office(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    text, kinds, rows = analysis.text, _no_body(lexicon), piece_rows(analysis)
    for sentence in analysis.sentences:
        persons = mentions.within(sentence.span, "person")
        if not persons:
            continue
        titles = mentions.within(sentence.span, "title")
        ends: dict[int, Piece] | None = None
        for person in persons:
            if headed := next(
                (t for t in titles if text[t.end : person.begin] in (" ", "인 ", "이던 ", "였던 ")), None
            ):
                yield from _headed_by(text, headed, person, rows[sentence.index], mentions, kinds, lexicon)
            title = next((t for t in titles if t.begin >= person.end), None)
            if title is None or title.begin - person.end > 30:
                continue
            between = _BETWEEN.fullmatch(text, person.end, title.begin)
            if between:
                begin = between.start("name")
                end = begin + len(_WHICH.sub("", between["name"]))
                common = kinds & set(text[begin:end].split()) or _GENERIC.search(text[begin:end])
                named = (not common and _nouns(rows[sentence.index], begin, end)) or _coined(sentence, begin, end)
                if named and _free(mentions, begin, end):
                    yield _body(text, begin, end, lexicon, title)
            elif _abroad(text, person, title) or title.begin - person.end <= 1:
                form = _BEFORE_ABROAD if " " in person.value else _BEFORE
                before = form.search(text, max(sentence.begin, person.begin - 50), person.begin)
                if ends is None:
                    ends = {p.end: p for p in rows[sentence.index]}
                piece = ends.get(before.start()) if before else None
                if piece is None or not _free(mentions, piece.begin, piece.end):
                    continue
                told = _KIND.search(text, max(sentence.begin, piece.begin - 12), piece.begin) is not None
                word = text[piece.begin : piece.end]
                firm = _abroad(text, person, title) or (title.value.bare in _FIRM and not word.endswith(_DESK))
                if (
                    (title.value.bare.endswith(_TEACHERS) and _SCHOOL.fullmatch(word))
                    or (firm and _proper(text, piece, kinds))
                    or (told and _of_its_own(text, piece, kinds))
                    or (
                        text[piece.end : person.begin] == " "
                        and mentions.free(max(piece.begin - 2, 0), piece.begin, "organization")
                        and _coined_before(text, piece, title, kinds, lexicon)
                    )
                ):
                    begin = piece.begin
                    if word.isascii() and (latin := _LATIN_BEFORE.search(text, max(sentence.begin, begin - 24), begin)):
                        begin = latin.start()
                    if _free(mentions, begin, piece.end):
                        yield _body(text, begin, piece.end, lexicon, title)


def _worked_at(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """The body where somebody had a post: «네오플랜트에서 데이터사업본부장으로 일했다»."""
    text, kinds = analysis.text, _no_body(lexicon)
    if "에서" not in text:
        return
    pieces: dict[int, Piece] | None = None
    for title in mentions.of("title"):
        told = _AT.search(text, max(title.begin - _LONGEST, 0), title.begin)
        if told is None or not _HAD.match(text, title.end) or title.value.bare.endswith(_OF_GOVERNMENTS):
            continue
        pieces = pieces or {p.end: p for row in piece_rows(analysis) for p in row}
        piece = pieces.get(told.start())
        if piece is None or not _free(mentions, piece.begin, piece.end):
            continue
        kind = _KIND.search(text, max(piece.begin - 12, 0), piece.begin) is not None
        word = text[piece.begin : piece.end]
        if (_unknown(word, piece) or (kind and len(word) > 2)) and _may_employ(word, kinds, lexicon):
            yield _body(text, piece.begin, piece.end, lexicon, title)


def _abroad(text: str, person: Mention, title: Mention) -> bool:
    """Whether a person with a foreign name of two words stands right before the title, or before Latin letters."""
    between = text[person.end : title.begin]
    return " " in person.value and (len(between) <= 1 or (between[0] == "(" and between.endswith(") ")))


def _nouns(row: tuple[Piece, ...], begin: int, end: int) -> bool:
    """Whether a run of several words holds no particle and no verb (no ``어르신들이 화면 속``)."""
    return not any(p.glued for p in row if begin <= p.begin and p.end < end)


def _coined(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words are one that is coined out of a clause: 함께짓는마을."""
    return coined_end([t for t in sentence.tokens if begin <= t.begin and t.end <= end]) == end


def _free(mentions: Mentions, begin: int, end: int) -> bool:
    """Whether nothing that is known stands there."""
    bodies = mentions.free(begin, end, "organization", "organization-short", "program")
    return bodies and mentions.free(begin, end, "region", "person", "title", "date")


def _proper(text: str, piece: Piece, kinds: frozenset[str]) -> bool:
    """Whether a word before a person is the name of a firm and no common noun."""
    word = text[piece.begin : piece.end]
    return len(word) > 2 and word not in kinds and ("NNP" in piece.tags or "SL" in piece.tags)


def _of_its_own(text: str, piece: Piece, kinds: frozenset[str]) -> bool:
    """Whether a word behind 시민단체 is a name: longer than a common noun and no word for a post or a field."""
    word = text[piece.begin : piece.end]
    return len(word) > 3 and word not in kinds and not _GENERIC.search(word)


def _coined_before(text: str, piece: Piece, title: Mention, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word before «N 부장» is one that no dictionary has: there it is the body where N works.

    Heads and members of governments have no such body; of a pupil's or a teacher's school the last letter tells it.
    """
    word, bare = text[piece.begin : piece.end], title.value.bare.replace(" ", "")
    if bare.endswith(_OF_SCHOOLS) and word.endswith(_SCHOOLS) and len(word) > 2:
        return "NNP" in piece.tags and word not in kinds
    if bare.endswith(_OF_GOVERNMENTS) and not (bare.endswith("원") and word.endswith("의회")):
        return False
    of_people = (len(word) > _OF_PEOPLE and word.endswith(_PEOPLES)) or word in _AGAINST
    named = _unknown(word, piece) or of_people
    return named and _may_employ(word, kinds, lexicon) and not _GENERIC.search(word)


def _unknown(word: str, piece: Piece) -> bool:
    """Whether Kiwi takes a word of three letters, or one of several parts with four, for a proper name."""
    return piece.tags[0] == "NNP" and len(word) > (2 if len(piece.tags) == 1 else 3)


def _may_employ(word: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word is no common noun, no state, and does not end as people and places do."""
    known = word in kinds or word in common_words(lexicon) or word in countries(lexicon)
    return not known and _NO_EMPLOYER.search(word) is None


def _headed_by(
    text: str,
    title: Mention,
    person: Mention,
    row: tuple[Piece, ...],
    mentions: Mentions,
    kinds: frozenset[str],
    lexicon: Lexicon,
) -> Iterator[Mention]:
    """The firm before its head, who is called by name and 씨 or is said to be that: 새벽메드 대표 한가람 씨, 새벽메드
    대표이던 한가람.
    """
    if title.value.bare.endswith(_OF_GOVERNMENTS) or text[title.begin - 1] != " ":
        return
    if title.end == person.begin - 1 and not _CALLED.match(text, person.end):
        return
    piece = next((p for p in row if p.end == title.begin - 1), None)
    if piece and _free(mentions, piece.begin, piece.end):
        word = text[piece.begin : piece.end]
        if _proper(text, piece, kinds) and not _GENERIC.search(word):
            yield _body(text, piece.begin, piece.end, lexicon, title)


def _body(text: str, begin: int, end: int, lexicon: Lexicon, title: Mention) -> Mention:
    name = text[begin:end]
    suffix = suffix_of(name, suffixes(lexicon))
    school = title.value.bare.endswith(_OF_SCHOOLS) and name.endswith(_SCHOOLS)
    cls = "School" if school else suffix.cls if suffix else "Company" if title.value.bare in _FIRM else ""
    return Mention(begin, end, "organization", Name(name, (cls,) if cls else ()), "body-by-office")
