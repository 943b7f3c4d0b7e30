"""Companies that no table knows: by a mark, by the name's end, by what stands before, by their head in brackets."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.coined import coined_end
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words, ends_word, suffix_of, suffixes
from kg.mentions.pieces import Piece, piece_rows
from kg.patterns import regex
from kg.spans import Span

_NAME = regex(r"\s?(?P<name>[가-힣A-Za-z0-9&+][가-힣A-Za-z0-9&+·]*)")
_ONLY_BEFORE = ("재단법인", "사단법인", "사회복지법인", "학교법인", "의료법인", "특수법인")
_FIRMS = (
    "농업회사법인",
    "어업회사법인",
    "영농조합법인",
    "영어조합법인",
    "유한책임회사",
    "유한회사",
    "합자회사",
    "합명회사",
)
_MARK = regex(rf"㈜|㈔|㈶|\((?:주|유|사|재)\)|(?:주식회사|{'|'.join((*_ONLY_BEFORE, *_FIRMS))})(?=\s|$)")
_OTHER_MARKS = frozenset({"㈔", "(사)", "(재)", "㈶", *_ONLY_BEFORE})
_NO_NAMES = frozenset(
    {"형태", "형식", "방식", "설립", "등록", "전환", "대표", "대표자", "법인", "등기", "지분", "정관", "설립법", "출자"}
)
"""What stands behind a legal form that names nobody: «어업회사법인 형태로 설립된다»."""
_WORD_BEFORE = regex(r"[가-힣A-Za-z0-9&+·]{2,20}(?= ?$)")
_HEADED = regex(
    r"\((?:공동)?(?P<title>대표이사|대표|회장|사장|이사장|원장|소장|총장|단장|센터장|위원장|관장|본부장|의장|조합장)"
    r"[ :]\s?[가-힣]{2,4}"
)
_KIND = regex(
    r"(?:기업|업체|스타트업|회사|개발사|운영사|제조사|시행사|시공사|운용사|투자사|주관사|사업자|회원사|상장사|입주사|"
    r"참여사|협력사|납품사|공급사|자회사|계열사|모회사|수행사|대행사|파트너사|제작사|설계사|건설사|통신사|제약사|게임사|시민단체|주민단체|"
    r"청년단체|환경단체|여성단체|비영리단체|협동조합|사단법인|출판사|"
    r"극단)(?P<such>인|이자|,)?\s"
    r"(?:[‘'“](?P<quoted>[^’'”]{2,20})[’'”])?"
)
_WORD_ON = regex(r"[가-힣A-Za-z0-9&]{4,}")
_SUCH = regex(
    r"(?P<name>[가-힣A-Za-z0-9&]{2,20}?)"
    r"(?:(?:은|는|이|가|을|를|와|과|의|에|도|만|만도|에서|에는|에도|로|으로|만 해도)(?=[\s,])|(?=\())"
)
_SUCH_ALONE = regex(r"(?P<name>[가-힣A-Za-z0-9&]{4,20})(?= [가-힣])")
"""A name of a firm that stands before a noun: «상장사인 한빛센시스 제품»."""
_BASED = regex(r"(?:본사를 둔|에 있는|에 자리한|에 위치한|에서 출발한|에 둥지를 튼)\s(?=[가-힣A-Za-z])")
_COUNT = regex(r"\d+여? ?(?:명|개|곳)|등(?:과|은|이|을|의|에|도)")
_FIRM_AFTER = regex(r"이 (?:회사|업체|기업)|회사다|업체다|기업이다")
_NAMED = regex(
    r"[가-힣]{2,}(?<!타워)(?<!빌딩)(?<!호텔)(?<!리조트)(?<!아파트)(?<!자이)(?<!파크)(?<!아레나)(?<!돔)(?<!홀)(?<!역)(?<!폰)"
)
_ACTS = regex(r"(?:이|가|은|는|와|과|의)(?![가-힣])| (?:등이|등은|등과|등의|등에|측은|관계자|대표)")
_PARTICLE = regex(r"(?P<name>[가-힣A-Za-z0-9&]{3,})(?:은|는|이|가|을|를|의|와|과)")
_SHORT = regex(r"(?P<name>[가-힣]{2})(?:은|는|이|가|을|를|과|와)")
_GROUP = regex(
    r"(?:협의체|협력체|연합체|협의회|연합|모임|단체|동아리|네트워크|얼라이언스|공동체|포럼|연구회|학회|조직|기구|"
    r"커뮤니티|클럽|자문단|위원회)(?:인|,)? ?$"
)
"""What stands before the name of a body of several members."""
_COMPANY_TITLE = frozenset({"대표이사", "대표", "사장", "회장"})


def companies(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Companies (and other legal bodies behind a mark), no two of which overlap."""
    taken: list[Span] = []
    for found in _companies(analysis, lexicon, mentions):
        if not any(found.span.meets(other) for other in taken):
            taken.append(found.span)
            yield found


def _companies(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    text, known, common = analysis.text, suffixes(lexicon), common_words(lexicon)
    row = [p for sentence in piece_rows(analysis) for p in sentence]
    starts, ends = {p.begin: p for p in row}, {p.end: p for p in row}
    for mark in _MARK.finditer(text):
        if analysis.sentence_at(mark.start()):
            yield from _marked(text, mark, starts)
    for headed in _HEADED.finditer(text):
        yield from _headed(analysis, mentions, headed, ends, lexicon)
    for kind in _KIND.finditer(text):
        if analysis.sentence_at(kind.start()):
            yield from _of_kind(analysis, mentions, kind, starts, lexicon)
    for based in _BASED.finditer(text):
        such, piece = _SUCH.match(text, based.end()), starts.get(based.end())
        if such and piece and len(such["name"]) > 2 and _FIRM_AFTER.search(text, such.end(), such.end() + 150):
            common_noun = piece.end == such.end("name") and set(piece.tags) == {"NNG"}  # 공장이, 연구소가
            if not common_noun:
                yield from _free(text, mentions, *such.span("name"), "company-based-in")
    groups = _groups(lexicon)
    for piece in row:
        if text[piece.begin : piece.begin + 2] in groups and _of_group(text, piece, groups, lexicon):
            yield from _free(text, mentions, piece.begin, piece.end, "company-of-group")
        if text[piece.end - 1] in known:
            word = text[piece.begin : piece.end]
            suffix = suffix_of(word, known)
            if suffix is None or len(word) < len(suffix.word) + 2 or word in common:
                continue
            if (suffix.need == "company" and not _in_name_marks(analysis, piece)) or (
                suffix.need == "context" and _as_firm(text, piece) and not _ends_a_name(analysis, word)
            ):
                yield from _free(text, mentions, piece.begin, piece.end, "company-by-form")


def _in_name_marks(analysis: Analysis, piece: Piece) -> bool:
    """Whether a word is one of several between name marks: ‘가온 그린에이아이 원년’."""
    return any(
        not q.double and q.begin <= piece.begin and piece.end <= q.end and " " in analysis.text[q.begin : q.end]
        for q in analysis.quoted
    )


def _ends_a_name(analysis: Analysis, word: str) -> bool:
    """Whether a word is what the text calls a program by, whose name it ends: ‘AI 신약 오픈랩’, then 오픈랩."""
    if re.search(rf"(?:AI|인공지능) {re.escape(word)}(?![가-힣]{{3}})", analysis.text):
        return True
    return any(not q.double and analysis.text[q.begin : q.end].endswith(f" {word}") for q in analysis.quoted)


@lru_cache(maxsize=4)
def _groups(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The names of groups of companies by their first two letters."""
    found: dict[str, tuple[str, ...]] = {}
    for word in lexicon.words("company_groups"):
        found[word[:2]] = (*found.get(word[:2], ()), word)
    return found


def _of_group(text: str, piece: Piece, groups: dict[str, tuple[str, ...]], lexicon: Lexicon) -> bool:
    """Whether a word is a group's name with two letters of Hangul or more behind it: SK누리에너텍.

    Behind a group's name in Hangul nothing but a word that no dictionary has will do (한화누리텍).
    """
    word = text[piece.begin : piece.end]
    group = next((g for g in groups[word[:2]] if word.startswith(g)), None)
    if group is None or not _NAMED.fullmatch(word, len(group)) or word in common_words(lexicon):
        return False
    return group.isascii() or piece.tags == ["NNP"]


def _free(text: str, mentions: Mentions, begin: int, end: int, rule: str) -> Iterator[Mention]:
    """A company there, if nothing else is."""
    if mentions.free(begin, end, "organization", "region", "person", "program"):
        yield Mention(begin, end, "organization", Name(" ".join(text[begin:end].split()), ("Company",)), rule)


def _as_firm(text: str, piece: Piece) -> bool:
    """Whether a name that begins with an unknown noun acts as a firm does: it is a subject, or one of a list."""
    return piece.tags[0] in ("NNP", "SL") and bool(_ACTS.match(text, piece.end))


_HEADED_BY = regex(r"[가-힣]{2}(?:원|센터|재단|단|연구소|관|협회|학회|회)장$")


def _marked(text: str, mark: re.Match[str], starts: dict[int, Piece]) -> Iterator[Mention]:
    """㈜한결로봇, 주식회사 한결로봇, 한결로봇㈜; the mark stays outside the name."""
    cls = "Association" if mark.group() in _OTHER_MARKS else "Company"
    behind = _NAME.match(text, mark.end())
    spelled = mark.group()[-1] in "사인"
    if mark.group() in _FIRMS and text[mark.start() - 1 : mark.start()].isalnum():  # 새별영농조합법인 N 대표
        before = _WORD_BEFORE.search(text, max(mark.start() - 21, 0), mark.start())
        if before is not None:
            name = Name(text[before.start() : mark.end()], (cls,))
            yield Mention(before.start(), mark.end(), "organization", name, "company-mark")
        return
    if behind and (spelled or not ends_word(text, mark.end())) and (spelled or text[mark.end()] != " "):
        begin = behind.start("name")
        end = _end_of_word(text, begin, behind.end("name"), starts)
    elif mark.group() in (*_ONLY_BEFORE, *_FIRMS):
        return
    else:
        before = _WORD_BEFORE.search(text, max(mark.start() - 21, 0), mark.start())
        if before is None:
            return
        begin, end = before.span()
    if cls == "Association" and _HEADED_BY.search(text, begin, end):
        end -= 1  # (재)가온혁신원장: who heads it
    if end - begin > 1 and text[begin:end] not in _NO_NAMES:
        yield Mention(begin, end, "organization", Name(text[begin:end], (cls,)), "company-mark")


def _end_of_word(text: str, begin: int, end: int, starts: dict[int, Piece]) -> int:
    """Where a name ends inside its word: at Kiwi's particle, or at what looks like one."""
    piece = starts.get(begin)
    if piece and piece.glued and piece.end > begin + 1 and ends_word(text, piece.end):
        return piece.end if _agrees(text, piece.end, end) else end
    bare = _PARTICLE.fullmatch(text, begin, end) or _SHORT.fullmatch(text, begin, end)
    return bare.end("name") if bare and _agrees(text, bare.end("name"), end) else end


def _agrees(text: str, stop: int, end: int) -> bool:
    """Whether a particle of one letter fits the letter before it: 이 behind a final consonant, 가 behind a vowel."""
    if end - stop != 1 or not "가" <= text[stop - 1] <= "힣":
        return True
    closed = (ord(text[stop - 1]) - 0xAC00) % 28 > 0
    return text[stop] not in ("가는를와" if closed else "이은을과")


def _coined_at(analysis: Analysis, kind: re.Match[str]) -> int | None:
    """The end of the name coined out of a clause that is the word behind a kind of bodies: 함께짓는마을."""
    begin = kind.end()
    sentence = analysis.sentence_at(begin)
    stop = _WORD_ON.match(analysis.text, begin)
    if sentence is None or stop is None:
        return None
    word = [t for t in sentence.tokens if begin <= t.begin and t.end <= stop.end()]
    if any(t.tag == "JKO" for t in word) and not kind.group().rstrip().endswith("단체"):
        return None  # 기업 부담을줄이는제도: a space is forgotten
    return coined_end(word) or _verb_and_noun(word)


def _verb_and_noun(word: list[Token]) -> int | None:
    """Where a name ends that a verb's form and a noun glued to it make: 모아드라이브."""
    size = len(word)
    while size and word[size - 1].tag[0] == "J":
        size -= 1
    if size != 3 or size == len(word) or [t.tag for t in word[:2]] != ["VV", "EC"]:  # a particle closes it
        return None
    noun = word[2]
    return noun.end if noun.tag in ("NNG", "NNP") and noun.end - noun.begin > 1 and word[1].end == noun.begin else None


def _of_kind(
    analysis: Analysis, mentions: Mentions, kind: re.Match[str], starts: dict[int, Piece], lexicon: Lexicon
) -> Iterator[Mention]:
    """A name behind 기업, 업체, 시행사인: in quotation marks, or one word."""
    text = analysis.text
    if kind["quoted"]:
        yield from _free(text, mentions, *kind.span("quoted"), "company-after-kind")
    elif kind["such"] == "인":
        such, piece = _SUCH.match(text, kind.end()), starts.get(kind.end())
        if such is None and piece is not None and piece.tags[0] in ("NNP", "SL") and not piece.glued:
            such = _SUCH_ALONE.match(text, kind.end())
        people = kind.group().startswith("기업인") and piece is not None and set(piece.tags) == {"NNG"}
        if such and not people and not _COUNT.match(such["name"]):  # 기업인 간담회를, 기업인 100여명이
            yield from _free(text, mentions, *such.span("name"), "company-after-kind")
    elif (coined := _coined_at(analysis, kind)) is not None:
        yield from _free(text, mentions, kind.end(), coined, "company-after-kind")
    else:
        piece = starts.get(kind.end())
        group = kind.group().rstrip().endswith("단체") and {"NNP", "SL"} & set(piece.tags[:1]) if piece else False
        named = piece is not None and (set(piece.tags) <= {"NNP", "SL"} or group)  # 환경단체 DMZ생태포럼은
        named = named or (piece is not None and _ends_as_firms_do(text, piece, lexicon))
        closed = piece is not None and (piece.glued or text.startswith((". ", ".\n", "("), piece.end))
        if piece and closed and piece.end - piece.begin > 1 and named:
            yield from _free(text, mentions, piece.begin, piece.end, "company-after-kind")


def _ends_as_firms_do(text: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word that is no compound of common nouns ends as names of firms do: 한실시스템."""
    word = text[piece.begin : piece.end]
    suffix = suffix_of(word, suffixes(lexicon))
    if suffix is None or suffix.cls != "Company" or word in common_words(lexicon):
        return False
    return len(word) >= len(suffix.word) + 2 and not set(piece.tags) <= {"NNG", "SN", "XSN", "XPN"}


def _headed(
    analysis: Analysis, mentions: Mentions, found: re.Match[str], ends: dict[int, Piece], lexicon: Lexicon
) -> Iterator[Mention]:
    """The body before brackets that name its head: 새별테크(대표 …), ‘미래자문단’(단장 …)."""
    text, end = analysis.text, found.start()
    if text[end - 1] in "’'":
        quoted = next((q for q in analysis.quoted if q.end == end - 1 and not q.double), None)
        if quoted is None or quoted.end - quoted.begin > 30:
            return
        begin, end = quoted.span
    else:
        piece = ends.get(end)
        if piece is None:
            return
        begin = piece.begin
    kinds = ("organization", "organization-short", "person", *(() if text[found.start() - 1] in "’'" else ("region",)))
    if end - begin < 2 or not mentions.free(begin, end, *kinds):
        return
    suffix = suffix_of(text[begin:end], suffixes(lexicon))
    if suffix is None and text[found.start() - 1] in "’'" and _GROUP.search(text, max(begin - 24, 0), begin - 1):
        name = Name(text[begin:end], ("Association",))
        yield Mention(begin, end, "organization", name, "body-with-head")  # 협의체 ‘한빛 얼라이언스’(의장 N)
    elif found["title"] in _COMPANY_TITLE or suffix:
        cls = suffix.cls if suffix else "Company"
        yield Mention(begin, end, "organization", Name(text[begin:end], (cls,)), "body-with-head")
