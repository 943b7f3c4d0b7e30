"""Companies that no table knows, told by a mark (㈜), by their name's end, by what precedes or by their head in brackets."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization_form import Piece, pieces
from kg.mentions.organization_words import common_words, suffix_of, suffixes

_NAME = r"[가-힣A-Za-z0-9&+][가-힣A-Za-z0-9&+·]*"
_MARK_BEFORE = re.compile(rf"(?:㈜|\(주\)|\(유\)|㈔|\(사\)|\(재\)|㈶|주식회사 |재단법인 |사단법인 )\s?(?P<name>{_NAME})")
_MARK_AFTER = re.compile(rf"(?P<name>{_NAME})(?:㈜|\(주\)| 주식회사)")
_HEADED = re.compile(
    r"[’'”\"」]?\((?:공동)?(?P<title>대표이사|대표|회장|사장|이사장|원장|소장|총장|단장|센터장|위원장|관장|본부장|의장|조합장)[ :]"
    r"\s?[가-힣]{2,4}"
)
_QUOTED_AFTER_KIND = re.compile(
    r"(?:기업|업체|스타트업|새싹기업|회사|개발사|운영사|제조사|시행사|벤처기업|사회적기업|운용사|투자사|소프트웨어사)(?:인|이자|,)?\s[‘'“](?P<name>[^’'”]{2,20})[’'”]"
)
_AFTER_KIND = re.compile(
    r"(?:기업|업체|스타트업|새싹기업|회사|개발사|운영사|제조사|시행사|벤처기업|사회적기업|운용사)(?:인|이자|,)?\s(?=[가-힣A-Za-z])"
)
_PARTICLE = re.compile(r"(?P<name>[가-힣A-Za-z0-9&]{3,})(?:은|는|이|가|을|를|의|와|과)")
_BASED = re.compile(r"(?:본사를 둔|에 있는|에 자리한|에 위치한|에서 출발한|에 둥지를 튼)\s(?=[가-힣A-Za-z])")
_COMPANY_AFTER = re.compile(r"이 (?:회사|업체|기업)|회사다|업체다|기업이다")
_ACTS = re.compile(r"(?:이|가|은|는|와|과|의)(?![가-힣])| (?:등이|등은|등과|등의|등에|측은|관계자|대표)")
_COMPANY_TITLE = frozenset({"대표이사", "대표", "사장", "회장"})


def companies(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Companies (and other legal bodies behind a mark), each once a place."""
    text = analysis.text
    for sentence in analysis.sentences:
        row = pieces(sentence, text)
        starts = {p.begin: p for p in row}
        ends = {p.end: p for p in row}
        yield from _marked(text, sentence.begin, sentence.end, starts)
        for found in _QUOTED_AFTER_KIND.finditer(text, sentence.begin, sentence.end):
            begin, end = found.span("name")
            if mentions.free(begin, end, "organization", "program"):
                yield _company(text, begin, end, "company-after-kind")
        for found in _AFTER_KIND.finditer(text, sentence.begin, sentence.end):
            piece = starts.get(found.end())
            told = found.group().rstrip().endswith("인")
            if (
                piece
                and piece.glued
                and (told or set(piece.tags) <= {"NNP", "SL"})
                and piece.end - piece.begin > 1
                and mentions.free(piece.begin, piece.end, "organization", "region", "person", "program")
            ):
                yield _company(text, piece.begin, piece.end, "company-after-kind")
        for found in _HEADED.finditer(text, sentence.begin, sentence.end):
            yield from _headed(analysis, mentions, found, ends, lexicon)
        for found in _BASED.finditer(text, sentence.begin, sentence.end):
            piece = starts.get(found.end())
            if piece and piece.glued and "NNP" in piece.tags and _COMPANY_AFTER.search(text, piece.end, sentence.end + 150):
                if mentions.free(piece.begin, piece.end, "organization", "region", "person", "program"):
                    yield _company(text, piece.begin, piece.end, "company-based-in")
        known, common = suffixes(lexicon), common_words(lexicon)
        for piece in row:
            word = text[piece.begin : piece.end]
            suffix = suffix_of(word, known)
            if (
                suffix
                and (suffix.need == "company" or (suffix.need == "context" and _as_firm(text, piece)))
                and word not in common
                and len(word) >= len(suffix.word) + 2
                and mentions.free(piece.begin, piece.end, "organization", "program")
            ):
                yield _company(text, piece.begin, piece.end, "company-by-form")


def _as_firm(text: str, piece: Piece) -> bool:
    """Whether a name that begins with an unknown noun acts as a firm does: it is a subject, or one of a list."""
    return piece.tags[0] in ("NNP", "SL") and bool(_ACTS.match(text, piece.end))


def _marked(text: str, begin: int, end: int, starts: dict[int, Piece]) -> Iterator[Mention]:
    """㈜한결로봇, 주식회사 한결로봇, 한결로봇㈜; the mark stays outside the name."""
    for found in _MARK_BEFORE.finditer(text, begin, end):
        piece = starts.get(found.start("name"))
        if piece and piece.end - piece.begin > 1:
            stop = piece.end if piece.glued else _without_particle(text, piece)
            cls = "Company" if found.group()[0] in "㈜(주" and not found.group().startswith(("(사", "(재")) else "Association"
            yield Mention(piece.begin, stop, "organization", Name(text[piece.begin : stop], (cls,)), "company-mark")
    for found in _MARK_AFTER.finditer(text, begin, end):
        b, e = found.span("name")
        if e - b > 1:
            yield Mention(b, e, "organization", Name(text[b:e], ("Company",)), "company-mark")


def _without_particle(text: str, piece: Piece) -> int:
    """The end of a name whose particle Kiwi took for a part of it: ㈜새벽테크가."""
    bare = _PARTICLE.fullmatch(text, piece.begin, piece.end)
    return bare.end("name") if bare else piece.end


def _headed(
    analysis: Analysis, mentions: Mentions, found: re.Match[str], ends: dict[int, Piece], lexicon: Lexicon
) -> Iterator[Mention]:
    """The body before brackets that name its head: 새별테크(대표 …), ‘미래자문단’(단장 …)."""
    text, end = analysis.text, found.start()
    quoted = next((q for q in analysis.quoted if q.end == end and not q.double), None)
    if quoted and quoted.end - quoted.begin <= 30:
        begin = quoted.begin
    else:
        piece = ends.get(end)
        if piece is None:
            return
        begin = piece.begin
    if not mentions.free(begin, end, "organization", "organization-short", "person") or end - begin < 2:
        return
    suffix = suffix_of(text[begin:end], suffixes(lexicon))
    if found["title"] in _COMPANY_TITLE or suffix:
        cls = suffix.cls if suffix else "Company"
        yield Mention(begin, end, "organization", Name(text[begin:end], (cls,)), "body-with-head")


def _company(text: str, begin: int, end: int, rule: str) -> Mention:
    """A company's mention; an abbreviation in brackets stays inside its words."""
    return Mention(begin, end, "organization", Name(" ".join(text[begin:end].split()), ("Company",)), rule)
