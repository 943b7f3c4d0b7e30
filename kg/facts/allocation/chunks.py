"""A sentence as a flat row of chunks: noun phrases with their particle, predicates with their ending, stops.

The clause analysis of sums needs no full parse: a sum stands in a noun phrase, a particle says what the phrase
is to the next predicate, and an ending says whether that predicate closes the clause or leans on a noun.
"""

from dataclasses import dataclass, field

from kg.facts.allocation.chunk import Chunk, Row
from kg.facts.allocation.predicate import read_predicate
from kg.language.model import Analysis, Sentence, Token
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_PARTICLES = frozenset(("JKS", "JKO", "JKB", "JX", "JKC", "JKV"))
_PREDICATES = frozenset(
    ("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA", "VV-I", "VV-R", "VA-I", "VA-R", "VX-I", "VX-R", "XSA-I", "XSA-R")
)
_JOINS = frozenset(("와", "과", "이랑", "랑", "하고"))
_BULLETS = frozenset("△▲▶▷◇◆○●◦□■▪•·ㅇ*※‣☞-–—→:;/|①②③④⑤⑥⑦⑧⑨⑩")
_MEASURES = frozenset("㏊㎡㎢㎞㎜㎏㎾㎿㎥ℓ")
_SPEECH_MARKS = frozenset('"“”')


def chunk_sentence(
    analysis: Analysis, sentence: Sentence, sums: list[Mention], begin: int = 0, bodies: tuple[Span, ...] = ()
) -> list[Row]:
    """The rows of a sentence that holds sums: the sentence's own and one for each bracket group with a sum.

    What stands before ``begin`` (the label of a turn) is left out; ``bodies`` are the names of organizations in it.
    """
    builder = _Builder(analysis.text, sums, _names(analysis, sentence, sums, bodies))
    builder.row([t for t in sentence.tokens if t.begin >= begin])
    return builder.rows


_MARKED = regex(r"[「『]([^「」『』\n]{2,40})[」』]")
_SAID = regex(r"(?:다|요|까|죠|자|라|고|며|네|면|데|지)[.?!…]?$|[.?!]")


def _split(sentence: Sentence, bodies: tuple[Span, ...]) -> list[Span]:
    """The names of bodies that read as other words: 누리에지 as 누리, 에 and 지다."""
    return [
        b
        for b in bodies
        if any(
            t.tag[:1] in "EJV" or t.tag == "XSV"
            for t in sentence.tokens
            if b.begin <= t.begin < b.end and not t.tag.startswith("JC")
        )
        or any(t.begin < b.end < t.end for t in sentence.tokens)
    ]


def _names(analysis: Analysis, sentence: Sentence, sums: list[Mention], bodies: tuple[Span, ...]) -> list[Span]:
    """The names that stand in marks: one noun each, whatever words they are made of (‘AI 위험 알림’)."""
    text = analysis.text
    spans = [m.span(1) for m in _MARKED.finditer(text, sentence.begin, sentence.end)]
    spans += [
        (q.begin, q.end)
        for q in analysis.quoted
        if not q.double and q.closed and sentence.begin <= q.begin and q.end <= sentence.end
    ]
    return [*_split(sentence, bodies)] + [
        Span(begin, end)
        for begin, end in spans
        if end - begin <= 40 and not _SAID.search(text, begin, end) and not any(begin <= m.begin < end for m in sums)
    ]


@dataclass(slots=True)
class _Builder:
    text: str
    sums: list[Mention]
    names: list[Span]
    rows: list[Row] = field(default_factory=list)

    def row(self, tokens: list[Token], parent: Row | None = None, host: Chunk | None = None) -> None:
        """Chunk a run of tokens; rows of bracket groups come after the row that holds them."""
        made = Row(parent=parent, host=host, host_end=host.end if host else 0)
        self.rows.append(made)
        row = made.chunks
        noun: Chunk | None = None
        i, n = 0, len(tokens)
        while i < n:
            token = tokens[i]
            money = self._sum_at(token.begin)
            if money is not None:
                noun, i = self._take_sum(row, noun, money, tokens, i)
                if noun.particle:
                    noun = None
                continue
            name = next((n for n in self.names if n.begin <= token.begin < n.end), None) if self.names else None
            if name is not None:
                if noun is None:
                    noun = Chunk("noun", name.begin, name.end)
                    row.append(noun)
                noun.end = max(noun.end, name.end)
                while i < n and tokens[i].begin < name.end:
                    i += 1
                continue
            tag, form = token.tag, token.form
            if form == "르" and noun is not None and self.text.startswith("를", token.begin):  # «3.5㏊를»: 르 and ㄹ
                noun.particle, noun = "를", None
                i = next((j for j in range(i, n) if tokens[j].begin > token.begin), n)
                continue
            if form in ("하", "해") and self.text.startswith("해마다", token.begin):  # read as the verb 하다
                noun = None
                row.append(Chunk("adverb", token.begin, token.begin + 3, lemma="해마다"))
                i = next((j for j in range(i, n) if tokens[j].begin >= token.begin + 3), n)
                continue
            if tag == "SSO" and (group := self._group(tokens, i)):
                close = group
                if any(token.end <= m.begin < tokens[close].begin for m in self.sums):
                    self.row(tokens[i + 1 : close], made, noun or (row[-1] if row else None))
                elif noun is not None:
                    noun.end = tokens[close].end
                elif token.begin == (tokens[0].begin if tokens else -1):
                    row.append(Chunk("stop", token.begin, tokens[close].end))
                i = close + 1
                continue
            if tag in ("SSO", "SSC") and self._speech(token):
                noun = None
                row.append(Chunk("stop", token.begin, token.end))
            elif tag == "JX" and form == "도" and self.text[token.begin - 1 : token.begin].isspace():
                noun = Chunk("noun", token.begin, token.end)  # «에 도비»: a word cut in two
                row.append(noun)
            elif tag in _PARTICLES and form not in _JOINS:
                if noun is not None:
                    noun.particle = _joined(noun.particle, form)
                    if (
                        i + 1 == n
                        or tokens[i + 1].tag not in _PARTICLES
                        or self.text[token.end : token.end + 1].isspace()
                    ):
                        noun = None
                elif row and row[-1].kind == "noun" and row[-1].particle:
                    row[-1].particle = _joined(row[-1].particle, form)
            elif tag == "JC" or (tag == "JKB" and form in _JOINS):
                if noun is not None and noun.money is not None:
                    noun.particle, noun = ",", None
                # otherwise the joined nouns are one phrase
            elif tag in ("SP", "SW", "SO", "SB") or (tag == "SS" and form in "'\""):
                noun = self._mark(row, noun, token)
            elif tag == "SF":
                noun = None
                row.append(Chunk("stop", token.begin, token.end))
            elif tag in _PREDICATES:
                i = read_predicate(self.text, row, noun, tokens, i)
                noun = None
                continue
            elif (
                noun is None
                and tag == "MAG"
                and i + 1 < n
                and token.end == tokens[i + 1].begin
                and _is_prefix(tokens, i)
            ):
                noun = Chunk("noun", token.begin, token.end)  # 다국어, 다문화: read as 다 and a noun
                row.append(noun)
            elif tag in ("MAG", "MAJ"):
                if form in ("및", "또는", "혹은") and noun is not None:
                    pass
                else:
                    if form in ("역시", "또한") and noun is not None and noun.money is None:
                        noun.particle = noun.particle or "도"  # «안내소 역시 5억 원을 들였다»
                    noun = None
                    row.append(Chunk("adverb", token.begin, token.end, lemma=form))
            elif tag.startswith(("E", "J")):
                if tag != "JKG":
                    noun = None
            elif noun is None:
                noun = Chunk("noun", token.begin, token.end)
                row.append(noun)
                if form == "데" and tag == "NNB" and i + 1 < n and tokens[i + 1].tag not in _PARTICLES:
                    noun = None  # «세우는 데 1000억원»: the noun of purpose stands for itself
            else:
                noun.end = max(noun.end, token.end)
            i += 1

    def _sum_at(self, place: int) -> Mention | None:
        for m in self.sums:
            if m.begin <= place < m.end:
                return m
        return None

    def _take_sum(
        self, row: list[Chunk], noun: Chunk | None, money: Mention, tokens: list[Token], i: int
    ) -> tuple[Chunk, int]:
        """Put a sum into the noun phrase that stands open; a phrase holds one sum."""
        while i < len(tokens) and tokens[i].begin < money.end:
            i += 1
        if noun is not None and noun.money is None:
            noun.money, noun.end = money, max(noun.end, money.end)
        else:
            begin = money.begin
            if noun is not None and noun.money is not None and noun.end <= money.begin:
                begin = min(_lstrip(self.text, noun.money.end, money.begin), money.begin)
                noun.end = noun.money.end
                noun.particle = noun.particle or ","
            noun = Chunk("noun", begin, money.end, money=money)
            row.append(noun)
        while (
            i < len(tokens)
            and tokens[i].form in ("씩", "가량", "여", "남짓", "쯤", "정도", "이상", "이하", "짜리")
            and tokens[i].tag in ("XSN", "NNB", "NNG", "JX", "MAG")
        ):
            noun.suffix += tokens[i].form
            noun.end = tokens[i].end
            i += 1
        if i < len(tokens) and tokens[i].form in ("가운데", "중") and tokens[i].tag.startswith("N"):
            noun.end, noun.particle = tokens[i].end, "가운데"
            i += 1
        if noun.suffix == "씩":
            noun.particle = noun.particle or "씩"
        return noun, i

    def _group(self, tokens: list[Token], i: int) -> int | None:
        """The place of the bracket that closes the one at ``i``."""
        opening = tokens[i].form
        closing = {"(": ")", "[": "]", "〔": "〕", "（": "）"}.get(opening)
        if closing is None:
            return None
        depth = 0
        for j in range(i, len(tokens)):
            if tokens[j].form == opening:
                depth += 1
            elif tokens[j].form == closing:
                depth -= 1
                if depth == 0:
                    return j
        return None

    def _speech(self, token: Token) -> bool:
        return self.text[token.begin : token.begin + 1] in _SPEECH_MARKS

    def _mark(self, row: list[Chunk], noun: Chunk | None, token: Token) -> Chunk | None:
        """A comma or a bullet: what stands open ends, or goes on where the mark only joins nouns."""
        form = self.text[token.begin : token.end]
        if (
            form in ("·", "ㆍ", "‧", "・", "∙", "/", "-", "~", "∼", "+", "&")
            and noun is not None
            and noun.money is None
        ) and not (
            form in "-/" and (self.text[token.begin - 1].isspace() and self.text[token.end : token.end + 1].isspace())
        ):
            return noun
        if form in (",", "，", "、") or (form in "·ㆍ‧・/+" and noun is not None):
            if noun is not None:
                noun.particle = ","
                return None
            if row:
                row[-1].comma = True
            return None
        if form in ("%", "℃", "℡") or (form and all(c in _MEASURES for c in form)):
            if noun is not None and form in _MEASURES and noun.end == token.begin:
                noun.end = token.end  # «‘X’ 3.5㏊를»
            return noun
        if form.strip("*") == "" and noun is not None and not self.text[token.begin - 1].isspace():
            return noun  # the sign of a footnote: «1,000억원 규모* 펀드를», «145억원*을»
        if form and all(c in _BULLETS for c in form):
            row.append(Chunk("stop", token.begin, token.end, lemma=form[0]))
            return None
        return None if noun is None else noun


def _joined(particle: str, form: str) -> str:
    """A run of particles with the next one; a lone final consonant goes into the syllable before it («공방엔»)."""
    return particle[:-1] + chr(ord(particle[-1]) + 4) if form == "\u11ab" and particle == "에" else particle + form


def _is_prefix(tokens: list[Token], i: int) -> bool:
    """Whether an adverb of one letter is the first letter of a noun."""
    return tokens[i].end - tokens[i].begin == 1 and tokens[i + 1].tag in ("NNG", "NNP")


def _lstrip(text: str, begin: int, end: int) -> int:
    while begin < end and (text[begin].isspace() or text[begin] in ",·"):
        begin += 1
    return begin
