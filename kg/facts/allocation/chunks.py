"""A sentence as a flat row of chunks: noun phrases with their particle, predicates with their ending, stops.

The clause analysis of sums needs no full parse: a sum stands in a noun phrase, a particle says what the phrase
is to the next predicate, and an ending says whether that predicate closes the clause or leans on a noun.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from kg.language.model import Analysis, Sentence, Token
from kg.mentions.model import Mention
from kg.spans import Span

_PARTICLES = frozenset(("JKS", "JKO", "JKB", "JX", "JKC", "JKV"))
_JOINS = frozenset(("와", "과", "이랑", "랑", "하고"))
_MODAL_NOUNS = frozenset(
    (
        "예정",
        "계획",
        "방침",
        "것",
        "거",
        "전망",
        "상태",
        "셈",
        "중",
        "구상",
        "참",
        "뜻",
        "터",
        "바",
        "적",
        "만큼",
        "요량",
    )
)
_HAS = frozenset(("바", "적"))
"""«마친 바 있다», «받은 적이 없다»: one predicate."""
_FUTURE_NOUNS = frozenset(("예정", "계획", "방침", "구상", "전망", "요량"))
_WITH_OUT = frozenset(("적", "쓰", "써", "덜", "깎", "자르", "잘라", "걷", "살리", "살려"))
_BULLETS = frozenset("△▲▶▷◇◆○●◦□■▪•·ㅇ*※‣☞-–—→:;/|①②③④⑤⑥⑦⑧⑨⑩")
_SPEECH_MARKS = frozenset('"“”')


@dataclass(slots=True, eq=False)
class Chunk:
    """One link of the row.

    noun: ``[begin, end)`` without the particle; ``particle`` is the run of particles (``에는``), ``,`` where a comma or
    a joining particle ends it, ``""`` where it stands bare. ``money`` is the sum inside it.
    verb: ``lemma`` (the noun of a 하다-verb or the stem; ``compound`` with its auxiliary: 적어내),
    ``ending`` its tag (EC, EF, ETM, ETN), ``past``, ``future``.
    adverb: ``lemma`` its form. stop: a mark that nothing reaches over.
    """

    kind: Literal["noun", "verb", "adverb", "stop"]
    begin: int
    end: int
    particle: str = ""
    money: Mention | None = None
    lemma: str = ""
    suffix: str = ""
    ending: str = ""
    ending_form: str = ""
    past: bool = False
    future: bool = False
    comma: bool = False
    compound: str = ""

    def closes(self) -> bool:
        """Whether a clause ends here."""
        return self.kind == "stop" or (self.kind == "verb" and self.ending in ("EC", "EF"))


@dataclass(slots=True, eq=False)
class Row:
    """The chunks of a sentence or of a bracket group; a group hangs on the chunk before it.

    ``host`` is that chunk, ``host_end`` where its words ended then.
    """

    chunks: list[Chunk] = field(default_factory=list)
    parent: "Row | None" = None
    host: Chunk | None = None
    host_end: int = 0


def chunk_sentence(analysis: Analysis, sentence: Sentence, sums: list[Mention], begin: int = 0) -> list[Row]:
    """The rows of a sentence that holds sums: the sentence's own and one for each bracket group with a sum.

    What stands before ``begin`` (the label of a turn) is left out.
    """
    builder = _Builder(analysis.text, sums, _names(analysis, sentence, sums))
    builder.row([t for t in sentence.tokens if t.begin >= begin])
    return builder.rows


_MARKED = re.compile(r"[「『]([^「」『』\n]{2,40})[」』]")
_SAID = re.compile(r"(?:다|요|까|죠|자|라|고|며|네|면|데|지)[.?!…]?$|[.?!]")


def _names(analysis: Analysis, sentence: Sentence, sums: list[Mention]) -> list[Span]:
    """The names that stand in marks: one noun each, whatever words they are made of (‘AI 위험 알림’)."""
    text = analysis.text
    spans = [m.span(1) for m in _MARKED.finditer(text, sentence.begin, sentence.end)]
    spans += [
        (q.begin, q.end)
        for q in analysis.quoted
        if not q.double and q.closed and sentence.begin <= q.begin and q.end <= sentence.end
    ]
    return [
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
            name = next((n for n in self.names if n.begin <= token.begin < n.end), None)
            if name is not None:
                if noun is None:
                    noun = Chunk("noun", name.begin, name.end)
                    row.append(noun)
                noun.end = max(noun.end, name.end)
                while i < n and tokens[i].begin < name.end:
                    i += 1
                continue
            tag, form = token.tag, token.form
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
                    noun.particle += form
                    if (
                        i + 1 == n
                        or tokens[i + 1].tag not in _PARTICLES
                        or self.text[token.end : token.end + 1].isspace()
                    ):
                        noun = None
                elif row and row[-1].kind == "noun" and row[-1].particle:
                    row[-1].particle += form
            elif tag == "JC" or (tag == "JKB" and form in _JOINS):
                if noun is not None and noun.money is not None:
                    noun.particle, noun = ",", None
                # otherwise the joined nouns are one phrase
            elif tag in ("SP", "SW", "SO", "SB") or (tag == "SS" and form in "'\""):
                noun = self._mark(row, noun, token)
            elif tag == "SF":
                noun = None
                row.append(Chunk("stop", token.begin, token.end))
            elif tag in (
                "VV",
                "VA",
                "VX",
                "VCP",
                "VCN",
                "XSV",
                "XSA",
                "VV-I",
                "VV-R",
                "VA-I",
                "VA-R",
                "VX-I",
                "VX-R",
                "XSA-I",
                "XSA-R",
            ):
                i = self._verb(row, noun, tokens, i)
                noun = None
                continue
            elif tag in ("MAG", "MAJ"):
                if form in ("및", "또는", "혹은") and noun is not None:
                    pass
                else:
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
        if form in ("%", "℃", "℡"):
            return noun
        if form and all(c in _BULLETS for c in form):
            row.append(Chunk("stop", token.begin, token.end, lemma=form[0]))
            return None
        return None if noun is None else noun

    def _verb(self, row: list[Chunk], noun: Chunk | None, tokens: list[Token], i: int) -> int:
        """One predicate with its endings, its auxiliaries and the nouns that only carry a mood (예정, 것)."""
        token = tokens[i]
        lemma, begin = token.form, token.begin
        if token.tag.startswith(("XSV", "XSA")):
            stem = tokens[i - 1] if i else token
            if noun is not None and stem.end >= token.begin:
                lemma, begin = stem.form, stem.begin
                if noun.begin >= stem.begin and noun.money is None:
                    row.remove(noun)
                elif noun.money is None or noun.money.end <= stem.begin:
                    noun.end = _rstrip(self.text, noun.begin, stem.begin)
        verb = Chunk(
            "verb", begin, token.end, lemma=lemma, suffix=token.form if token.tag.startswith("XS") else token.tag
        )
        row.append(verb)
        i += 1
        while i < len(tokens):
            tag, form = tokens[i].tag, tokens[i].form
            if tag == "EP":
                verb.past = verb.past or form in ("었", "았", "였")
                verb.future = verb.future or form == "겠"
            elif tag in ("EC", "EF", "ETM", "ETN"):
                verb.ending, verb.ending_form = tag, form
                if tag == "ETM":
                    verb.future = verb.future or form in ("ᆯ", "을", "려는")
                    verb.past = verb.past or (
                        form in ("ᆫ", "은", "던")
                        and (
                            not verb.suffix.startswith(("VA", "VCP")) or verb.lemma == "쓰"  # «쓴 돈» reads as bitter
                        )
                    )
                if tag == "EC" and form in ("려", "으려", "려고", "으려고", "고자", "자고"):
                    verb.future = True
                after = self._after(verb, tokens, i + 1)
                if after is None:
                    return i + 1
                i = after
                continue
            elif (
                (tag == "XSV" and form in ("되", "하") and verb.end == tokens[i].begin)
                or tag.startswith("VX")
                or _takes_off(verb, tag, form)
            ):
                if tag.startswith("V") and verb.ending_form in ("어", "아", "여"):
                    verb.compound = verb.lemma + verb.ending_form + form
            else:
                return i
            verb.end = max(verb.end, tokens[i].end)
            i += 1
        return i

    def _after(self, verb: Chunk, tokens: list[Token], i: int) -> int | None:
        """Where the predicate goes on after an ending: an auxiliary, 기로 하다, 예정이다; None where it ends."""
        if i >= len(tokens):
            return None
        tag, form = tokens[i].tag, tokens[i].form
        if verb.ending == "EC" and (tag.startswith("VX") or _takes_off(verb, tag, form)):
            return i
        if verb.ending == "ETN" and form in ("로", "으로") and i + 1 < len(tokens):
            following = tokens[i + 1]
            verb.future, verb.ending = True, "EC"  # «짓기로 했다», «짓기로 A시와 약속했다»
            if following.tag.startswith("VV"):
                verb.end = following.end
                return i + 2
            if (
                following.tag == "NNG"
                and following.form in ("결정", "합의", "의결", "확정", "계획", "협의", "약속")
                and i + 2 < len(tokens)
            ):
                verb.end = tokens[i + 2].end
                return i + 3
            verb.end = tokens[i].end
            return None
        if verb.ending == "ETM" and form in _MODAL_NOUNS and tag.startswith("NN"):
            verb.future = verb.future or form in _FUTURE_NOUNS
            j = i + 1
            while (
                j < len(tokens)
                and tokens[j].tag in ("JKB", "JX", "JKS", "JKC")
                and tokens[j].form not in ("에", "에서", "을", "를")
            ):
                j += 1
            if j < len(tokens) and (
                tokens[j].tag in ("VCP", "VCN") or (form in _HAS and tokens[j].form in ("있", "없"))
            ):
                verb.end = tokens[j].end
                return j + 1
            if form in ("것", "거", "전망") and j > i + 1 and tokens[j - 1].form in ("으로", "로"):
                verb.ending, verb.end = "EC", tokens[j - 1].end
        return None


def _takes_off(verb: Chunk, tag: str, form: str) -> bool:
    """적어 내다, 써 내다, 덜어 내다: one predicate, though Kiwi may read two verbs."""
    return tag.startswith("VV") and form == "내" and verb.ending_form in ("어", "아") and verb.lemma in _WITH_OUT


def _lstrip(text: str, begin: int, end: int) -> int:
    while begin < end and (text[begin].isspace() or text[begin] in ",·"):
        begin += 1
    return begin


def _rstrip(text: str, begin: int, end: int) -> int:
    while end > begin + 1 and text[end - 1].isspace():
        end -= 1
    return end
