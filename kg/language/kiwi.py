"""Kiwi, wrapped once: lines in, sentences of tokens out."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from kg.documents.model import BlockKind, Document
from kg.language.apart import KiwiApart
from kg.language.footnotes import put_back, without_marks
from kg.language.model import Analysis, QuotedSpan, Sentence, Token
from kg.language.quoted import find_quoted
from kg.language.wrapped import read_as
from kg.lexicon import Lexicon
from kg.patterns import regex

_BATCH = 64
_UNKNOWN_NOUN = 2
"""Kiwi's number of a common noun that stands in no dictionary."""
_UNKNOWN = (_UNKNOWN_NOUN, 3)
"""Those of common nouns and of names that stand in no dictionary."""
_GLUED_PARTICLE = regex(r"(?P<case>에서|에게|까지|부터)(?P<topic>[는도]?)$")
"""Particles in which no name ends: Kiwi takes them into a name that it does not know (한빛컨벤시아에서)."""
_LONG = 4
_LEAD = 5
"""Code points that may stand before an answer's opening mark."""
_BROKEN = 1200  # speech that is broken over two lines is no longer than this
_ENDLESS = 1200
"""No sentence is longer: the rules ask each word of one for all others, and a text without full stops is one."""
_HUNG = frozenset(("닫", "단다", "단다고", "단다는", "단다며"))
"""What Kiwi makes of 달아 and 단다."""
_GOVERNMENTS = frozenset(("시가", "구가", "도가", "군이"))
"""A government by its level with the particle of a subject, which Kiwi takes for a noun: «시가 31억, 도가 20억»."""
_PRICE = frozenset(
    ("총액", "표준액", "표준", "기준", "평가", "평가액", "대비", "차액", "상당", "상당액", "어치", "짜리")
)
"""By these words 시가 is the price of a market."""
_GLUED = ("고 ", "고,", "며 ", "며,", "라고", "라며", "면서", "이라고", "이라며", "다며", "다고")

Line = tuple[int, int, BlockKind]


@lru_cache(maxsize=4)
def kiwi_of(lexicon: Lexicon) -> Any:
    """A Kiwi that knows the lexicon's words (table ``user_words``: word, tag, score)."""
    from kiwipiepy import Kiwi  # loads 100 MB: only where text is read

    kiwi = Kiwi(num_workers=1)
    for row in lexicon.rows("user_words"):
        kiwi.add_user_word(row["word"], row.get("tag") or "NNP", float(row.get("score") or 0))
    return kiwi


def analyse(documents: Iterable[Document], lexicon: Lexicon, apart: KiwiApart | None = None) -> Iterator[Analysis]:
    """The analyses of the documents, in order; Kiwi is fed the lines of a batch of documents at a time.

    ``apart`` is a Kiwi in a process of its own that is to do it; else one is loaded here.
    """
    queue = iter(documents)
    while batch := list(islice(queue, _BATCH)):
        read = [(d, read_as(d)) for d in batch]
        lines = [(d, text, _lines(d, text)) for d, text in read]
        texts = [without_marks(text[b:e]) for _, text, ls in lines for b, e, _ in ls]
        plain = [t.text for t in texts]
        parsed = apart.tokenize(plain) if apart else _tokenized(plain, kiwi_of(lexicon))
        results = (put_back(tokens, t) for tokens, t in zip(parsed, texts, strict=True))
        for document, text, ls in lines:
            yield _analysis(document, text, ls, [next(results) for _ in ls])


def _tokenized(lines: list[str], kiwi: Any) -> Iterable[Any]:
    """The tokens of each line; one by one, for Kiwi's threads, which a list would wake, do not outlive a fork."""
    return map(kiwi.tokenize, lines)


def _lines(document: Document, text: str) -> list[Line]:
    """The article's lines in the text as it is read that are not blank, without the white space round them."""
    found: list[Line] = []
    for block in document.article():
        place = block.begin
        for raw in text[block.begin : block.end].splitlines(keepends=True):
            bare = raw.strip()
            if bare:
                begin = place + raw.index(bare[0])
                found.append((begin, begin + len(bare), block.kind))
            place += len(raw)
    return found


def _analysis(document: Document, text: str, lines: list[Line], parsed: list[Any]) -> Analysis:
    sentences: list[Sentence] = []
    quoted: list[QuotedSpan] = []
    left_open: int | None = None
    for number, ((begin, end, kind), tokens) in enumerate(zip(lines, parsed, strict=True)):
        marks, still_open, stray = find_quoted(text, begin, end)
        if left_open is not None and stray is not None and begin - left_open < _BROKEN:
            marks = [QuotedSpan(left_open, stray, True, 0), *marks]
        left_open = still_open
        quoted += marks
        joined = _join(
            _pieces(tokens, begin),
            [m for m in marks if not _is_all(m, begin, end, text)],
            text,
        )
        joined = [part for piece in joined for part in _bounded(piece, text)]
        edges = [begin, *(piece[0].begin for piece in joined[1:]), end]
        for i, piece in enumerate(joined):
            stop = edges[i] + len(text[edges[i] : edges[i + 1]].rstrip())
            sentences.append(Sentence(len(sentences), edges[i], stop, tuple(piece), kind, number))
    return Analysis(document, tuple(sentences), tuple(sorted(quoted, key=lambda q: (q.begin, -q.end))))


def _is_all(mark: QuotedSpan, begin: int, end: int, text: str) -> bool:
    """Whether a line is nothing but speech, behind a mark at most: an interview's answer is sentences of its own."""
    if not mark.double or mark.depth or end - mark.end > 1 or mark.begin - begin > _LEAD:
        return False
    return not any(c.isalnum() for c in text[begin : mark.begin - 1])


def _pieces(tokens: Iterable[Any], begin: int) -> list[list[Token]]:
    """The tokens of a line that begins at ``begin``, in Kiwi's sentences.

    A noun that its dictionary does not have is a name, also where Kiwi guesses a common one, and holds no particle.
    """
    pieces: list[list[Token]] = []
    piece: list[Token] = []
    levels: list[tuple[list[Token], int]] = []
    lands: list[tuple[list[Token], int]] = []
    sentence = -1
    for token in tokens:
        if token.sent_position != sentence:
            sentence, piece = token.sent_position, []
            pieces.append(piece)
        form, kind, size = token.form, token.id, token.len  # each look into Kiwi's token costs
        start = begin + token.start
        tag = "NNP" if kind == _UNKNOWN_NOUN else token.tag
        glued = _GLUED_PARTICLE.search(form) if size > _LONG and kind in _UNKNOWN else None
        if glued is not None and size == len(form):
            cut = start + glued.start()
            piece.append(Token(form[: glued.start()], tag, start, cut))
            piece.append(Token(glued["case"], "JKB", cut, cut + len(glued["case"])))
            if glued["topic"]:
                piece.append(Token(glued["topic"], "JX", start + size - 1, start + size))
        elif form in _HUNG:
            piece += _hung(piece, form, tag, start, size)
        else:
            piece.append(Token(form, tag, start, start + size))
            if form in _GOVERNMENTS:
                levels.append((piece, start))
            elif form == "대하":
                lands.append((piece, start))
    for piece, start in levels:
        _part_level(piece, start)
    for piece, start in lands:
        _join_land(piece, start)
    return pieces


def _join_land(piece: list[Token], start: int) -> None:
    """The country's name where Kiwi takes it for a verb: 대한원격의료연구회; the verb 대한 stands by itself."""
    at = next(i for i, t in enumerate(piece) if t.begin == start)
    following = piece[at + 1 : at + 3]
    glued = at and piece[at - 1].end == start and not piece[at - 1].tag.startswith("S")
    if glued or len(following) < 2 or following[0].tag != "ETM":
        return
    ending, noun = following
    if noun.begin == ending.end and noun.tag.startswith("NN"):
        piece[at : at + 2] = [Token("대한", "NNP", start, ending.end)]


def _part_level(piece: list[Token], start: int) -> None:
    """Part «시가» into the government and its particle where it is a word by itself and no price."""
    at = next(i for i, t in enumerate(piece) if t.begin == start)
    word, following = piece[at], piece[at + 1 : at + 7]
    glued = at and piece[at - 1].end == start
    if glued or not word.tag.startswith("NN") or not following or following[0].begin == word.end:
        return
    if any(t.form in _PRICE for t in following):
        return
    cut = start + 1
    piece[at : at + 1] = [Token(word.form[0], "NNG", start, cut), Token(word.form[1], "JKS", cut, word.end)]


def _hung(piece: list[Token], form: str, tag: str, start: int, size: int) -> list[Token]:
    """The verb 달다 where it was taken for another: 카메라를 달아 is no 닫다, 2028년까지 단다 no copula."""
    if tag == "VV-I":  # 닫다 is regular: what bends like 걷다 is no form of it
        return [Token("달", "VV", start, start + size)]
    if form != "닫" and piece and piece[-1].tag == "VCP" and piece[-1].begin == piece[-1].end:
        piece.pop()
        return [Token("달", "VV", start, start + 1), Token("ᆫ" + form[1:], tag, start, start + size)]
    return [Token(form, tag, start, start + size)]


def _join(pieces: list[list[Token]], marks: list[QuotedSpan], text: str) -> list[list[Token]]:
    """Kiwi's sentences, with those joined again that it cut inside quotation marks or before a quoting particle."""
    joined: list[list[Token]] = []
    opens = {m.begin - 1: m for m in marks if m.double and m.depth == 0 and m.closed}
    starts = frozenset(m.begin - 1 for m in marks if m.depth == 0 and m.closed)
    for piece in (part for whole in _glue_particles(pieces, text) for part in _before_speech(whole, starts)):
        if not piece:
            continue
        place = piece[0].begin
        inside = any(m.begin < place <= m.end for m in marks)
        fragment = bool(joined) and _is_fragment(joined[-1], opens, text)
        glued = text.startswith(_GLUED, place) and joined and not text[place - 1].isspace()
        if joined and (inside or glued or fragment):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _glue_particles(pieces: list[list[Token]], text: str) -> list[list[Token]]:
    """Kiwi's sentences, with one that begins with a particle put back behind its noun (살았다. '배움터' | 는 …)."""
    glued: list[list[Token]] = []
    for piece in pieces:
        if glued and piece and piece[0].tag.startswith(("J", "VCP")) and not text[piece[0].begin - 1].isspace():
            glued[-1] = glued[-1] + piece
        else:
            glued.append(piece)
    return glued


def _before_speech(piece: list[Token], opens: frozenset[int]) -> list[list[Token]]:
    """A piece cut where speech or a name in marks opens behind a full stop (말했다. “국비는” …)."""
    if not opens:
        return [piece]
    cuts = [
        i
        for i in range(1, len(piece))
        if piece[i].begin in opens
        and piece[i].tag == "SSO"
        and piece[i - 1].tag == "SF"
        and piece[i - 2 : i - 1]
        and piece[i - 2].tag == "EF"
    ]
    return [piece[a:b] for a, b in zip([0, *cuts], [*cuts, len(piece)], strict=True)]


def _bounded(piece: list[Token], text: str) -> list[list[Token]]:
    """A sentence without an end is cut: behind the last white space within the bound, else before any token."""
    parts: list[list[Token]] = []
    while piece and piece[-1].end - piece[0].begin > _ENDLESS:
        within = [i for i in range(1, len(piece)) if piece[i].end - piece[0].begin <= _ENDLESS]
        spaced = [i for i in within if text[piece[i].begin - 1].isspace()]
        cut = (spaced or within or [1])[-1]
        parts.append(piece[:cut])
        piece = piece[cut:]
    return [*parts, piece] if piece else parts


def _is_fragment(piece: list[Token], opens: dict[int, QuotedSpan], text: str) -> bool:
    """Whether a piece is nothing but speech that breaks off (“국비는”): the sentence goes on behind it."""
    span = opens.get(piece[0].begin)
    return span is not None and piece[-1].begin >= span.end and not any(t.tag in ("EF", "SF") for t in piece)
