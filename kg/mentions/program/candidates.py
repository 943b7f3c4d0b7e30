"""What might be the name of a program, with the witnesses that speak for it; of names without marks."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program.phrases import Phrase, runs, trimmed
from kg.mentions.program.witnesses import witnesses
from kg.mentions.program.words import ProgramWords, Suffix, program_words
from kg.patterns import regex
from kg.spans import Span


class Candidate(NamedTuple):
    """A possible name: its place, its words, how it ends, where it was seen and what speaks for it.

    ``origin`` is ``marked`` (in name marks), ``listed`` (a bullet's or a table row's head) or ``phrase``.
    """

    begin: int
    end: int
    name: str
    suffix: Suffix | None
    origin: str
    witnesses: frozenset[str]
    specific: bool


_EDITION = regex(r"\s*(?:\d+\.\d+|\d단계|시즌\s?\d+|\d+기|Ⅱ|Ⅲ|II|III)$")
_EDITION_ENDS = ("단계", "기", "Ⅱ", "Ⅲ", "I")
"""What an edition ends in, unless in a figure."""
_GLOSS = regex(r"\([^()]*\)")
_YEAR_FIRST = regex(r"\s*(?:[’']?\d{2,4}년도?\s?)?(?:[가-힣]{2,12}[시도군구]\s)?")
_SPACE = regex(r"\s+")
_FIRMS = ("기업", "업체", "회사", "스타트업", "벤처", "전문사", "제작사", "운영사", "개발사")
_ACRONYM = regex(r"[가-힣]{2,}(?:체계|제도) ?\([A-Z][A-Za-z]{2,7}\)$")
_SYSTEM = Suffix("체계", "Program", "strong")
"""``지역산업 지원체계(RISE)``: what goes by capitals is a name."""
_SEVERAL = regex(
    r"(?:만|이|은|는|도|을|를)? ?(?:[두세네]|다섯|여섯|일곱|여덟|아홉|열|열두|여러|\d{1,3}) ?"
    r"(?:개|종|가지|곳|대|건)(?!년|월|소|국|분의|사|통령)"
)
_OF_NAME = regex(r"(?:이?라는|이?란) (?:이름|명칭|별칭|애칭)의 $")
_CAPTION = regex(r"(?:표|그림|도표|별표|붙임|별첨|사진)\s?\d")
"""The number of a table or a picture, with which no name begins."""


def _names_firm(begin: int, end: int, text: str, mentions: Mentions) -> bool:
    """Whether a phrase is a firm with its kind before it: 관제기업 가온비전."""
    kind, _, name = text[begin:end].rpartition(" ")
    if not kind.endswith(_FIRMS) or " " in name:
        return False
    return any(m.end == end for m in mentions.within(Span(end - len(name), end), "organization"))


def unmarked(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """Rows of nouns that end as programs' names do."""
    words, text = program_words(lexicon), analysis.text
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        for start, stop in runs(sentence, text):
            begin = tokens[start].begin
            if tokens[stop - 1].tag == "SN":
                stop = _before_money(tokens, start, stop, mentions)
            if not _may_end(text, begin, tokens[stop - 1].end, words) or _CAPTION.match(text, begin):
                continue
            phrase = trimmed(tokens, start, stop, words, text)
            if phrase is None or phrase.end - phrase.begin < 4:
                continue
            begin, end = edges(phrase, sentence, text, words, mentions)
            if end - begin < 4 or _inside_word(tokens, stop, end):
                continue
            name = _SPACE.sub(" ", text[begin:end])
            bare = bare_name(name)
            suffix = _SYSTEM if _ACRONYM.search(name) else words.suffix(bare)
            if suffix is None or suffix.word == bare.replace(" ", ""):
                continue
            planned = suffix.cls in ("Plan", "Strategy") and (len(suffix.word) > 2 or "AI" in name)
            if planned and _is_title(sentence, begin, end, text, words):
                inner = [t for t in sentence.tokens if begin <= t.begin and t.end <= end]
                own = bare.removesuffix(suffix.word).rstrip()
                named = not own.endswith(("사업", "프로젝트")) and not words.other_head(bare)
                if named and says_specific(inner, text, words, suffix.word):
                    yield Candidate(begin, end, name, suffix, "listed", frozenset({"title"}), True)
                    continue
            if _names_firm(begin, end, text, mentions):
                continue
            if _is_campus(begin, end, text, mentions) or _of_one_body(begin, end, suffix, text, words, mentions):
                continue
            if suffix.strength == "deed" and _of_bodies(begin, end, text, words, mentions):
                continue  # 가온부·나온도 공동 지원
            seen = witnesses(analysis, sentence, mentions, begin, end, lexicon)
            if _SEVERAL.match(text, end) or _OF_NAME.search(text, max(0, begin - 12), begin):
                continue  # 관광 앱만 일곱 개; ‘다온이’라는 이름의 도우미
            if len(phrase.words) == 1 and not (suffix.strength == "strong" and "verb" in seen):
                continue  # ○○알파시티 is a place
            inner = [t for t in sentence.tokens if begin <= t.begin and t.end <= end]
            glued = suffix.strength == "strong" and len(bare.rsplit(" ", 1)[-1]) - len(suffix.word) >= 4
            specific = says_specific(inner, text, words, suffix.word) or glued
            yield Candidate(begin, end, name, suffix, "phrase", frozenset(seen), specific)


def _is_title(sentence: Sentence, begin: int, end: int, text: str, words: ProgramWords) -> bool:
    """Whether a paper bears the plan's name as its title: «달래형 스마트도시 시행계획(요약본)»."""
    before, behind = text[sentence.begin : begin], text[end : sentence.end]
    rest = _GLOSS.sub(" ", behind).split()
    return (
        sentence.block == "title" and _YEAR_FIRST.fullmatch(before) is not None and all(w in words.trail for w in rest)
    )


def _inside_word(tokens: tuple[Token, ...], stop: int, end: int) -> bool:
    """Whether a noun that belongs to no phrase is glued behind: 전복 길잡이|호."""
    return stop < len(tokens) and tokens[stop].begin == end and tokens[stop].tag in ("NNB", "NR")


def _is_campus(begin: int, end: int, text: str, mentions: Mentions) -> bool:
    """Whether a phrase is the site of a university: ``가온대 나래캠퍼스``."""
    if not text[begin:end].endswith("캠퍼스"):
        return False
    return any("University" in m.value.classes for m in mentions.within(Span(begin, end), "organization"))


def _of_one_body(begin: int, end: int, suffix: Suffix, text: str, words: ProgramWords, mentions: Mentions) -> bool:
    """Whether a phrase only tells whose project it is: ``가온테크노파크 사업``, ``가온항공 공동 사업``."""
    bodies = [m for m in mentions.within(Span(begin, end), "organization") if m.begin == begin]
    if not bodies or text[begin:end].endswith(("조례", "조례안")):
        return False
    rest = text[max(m.end for m in bodies) : end].split()
    if rest and rest[-1].endswith(suffix.word):
        rest[-1] = rest[-1].removesuffix(suffix.word)
    return not words.says_something(r for r in rest if r)


def _of_bodies(begin: int, end: int, text: str, words: ProgramWords, mentions: Mentions) -> bool:
    """Whether a phrase only tells which bodies do something together: two or more of them, and words that fit any."""
    bodies = mentions.within(Span(begin, end), "organization", "region")
    if len(bodies) < 2 or bodies[0].begin != begin:
        return False
    rest = text[bodies[-1].end : end].split()
    return not words.says_something(rest)


def _before_money(tokens: tuple[Token, ...], start: int, stop: int, mentions: Mentions) -> int:
    """The end of a row of nouns without the number of a sum that stands right behind it: «가온 기금 20|억원»."""
    number = tokens[stop - 1].begin
    sum_begins = any(m.begin == number for m in mentions.within(Span(number, number + 40), "money"))
    return stop - 1 if sum_begins and stop - start > 1 else stop


def _may_end(text: str, begin: int, end: int, words: ProgramWords) -> bool:
    """Whether a row of nouns ends as a program's name can, or with a word that may be cut off: a cheap first look."""
    last = text[end - 1]
    return last in words.last or last.isdigit() or last == ")" or text[begin:end].rpartition(" ")[2] in words.trail


def edges(phrase: Phrase, sentence: Sentence, text: str, words: ProgramWords, mentions: Mentions) -> tuple[int, int]:
    """A phrase without the government that owns it and without words such as 예산, 추진 behind it."""
    begin, end = phrase.begin, phrase.end
    for m in mentions.within(Span(begin, end), "organization", "region"):
        whole = text[m.end : m.end + 1] == " " and text[m.end - 1] in "시도군구부청" and m.end - m.begin > 2
        if m.begin == begin and whole and not text[begin:end].endswith(("조례", "조례안")):
            begin = m.end + 1
    while True:
        cut = text.rfind(" ", begin, end)
        if cut < 0 or text[cut + 1 : end] not in words.trail:
            return begin, end
        end = cut


def bare_name(name: str) -> str:
    """A name without glosses in brackets and without its edition."""
    bare = _GLOSS.sub("", name) if "(" in name else name
    if bare[-1:].isdigit() or bare.endswith(_EDITION_ENDS):
        bare = _EDITION.sub("", bare)
    return bare.strip()


def says_specific(tokens: list[Token], text: str, words: ProgramWords, suffix: str = "") -> bool:
    """Whether a word before the suffix says more than words that fit any program."""
    forms = [text[t.begin : t.end] for t in tokens if t.tag not in ("XSN", "XPN", "SP", "SW", "SSO", "SSC", "JKG")]
    while forms and suffix and suffix.endswith(forms[-1]):
        suffix = suffix[: -len(forms.pop())]
    return words.says_something(forms)
