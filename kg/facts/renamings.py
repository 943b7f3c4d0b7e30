"""Programs and facilities that get another name: «‘A’가 ‘B’로 이름을 바꿨다», «‘B’라는 이름을 달게 된 A»."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.facts.model import Fact, Renaming
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_QUOTED = re.compile(r"[‘'“\"「『《〈]([^‘’'“”\"「」『』《》〈〉\n]{2,30})[’'”\"」』》〉]")
_SIGNS = r"새 ?이름|이름|명칭|간판|사업명|이름표|문패|현판|과정명|타이틀"
_SIGN = rf"(?:{_SIGNS})"
_CHANGED = (
    r"(?:바꾸|바꿔|바꿨|바꾼|바뀌|바뀐|바뀔|변경|고치|고쳐|고쳤|고친|갈아|새로 달|새로 단|달았|단다|달고|확정|"
    r"개칭|개명|재편|개편|명명|(?:다시 |고쳐 |바꿔 )?부르기로|불리게|불린다|정해|정했|정하기로|거듭나|새출발|새 출발|"
    r"재출범|다시 (?:출항|출발|태어))"
)
_BEGUN = r"(?:시작[했됐한된]|출발[했한]|처음|선보[였인]|추진[됐해돼]|운영[돼됐해]|출범[했한]|불[렸린려]|문을 연)"
_MADE = r"(?:바꾼|변경한|확정한|고친|바뀐|정한|바꿔 단|개칭한|개명한|갈아 끼운|새로 단)"


class Pattern(NamedTuple):
    """A way of saying that two names of one sentence are the old and the new one.

    ``between`` is what stands from one to the other, ``behind`` what follows the second, ``before`` what leads up to
    the first. ``old_first`` tells which of the two is the old one.
    """

    between: re.Pattern[str]
    behind: re.Pattern[str]
    old_first: bool
    before: re.Pattern[str] = re.compile("")


def _pattern(between: str, behind: str = "", *, old_first: bool = True, before: str = "") -> Pattern:
    return Pattern(re.compile(between), re.compile(behind), old_first, re.compile(before + "$" if before else ""))


_OF = r"(?: ?(?:조성|구축|건립|육성|지원)? ?사업)?"
_PATTERNS = (
    _pattern(
        rf"{_OF}(?:이|가|은|는|을|를|의 {_SIGN}(?:이|을|은|도)?|에서| {_SIGN}(?:을|이|도)?| 대신)"
        rf"(?: [^.‘’“”]{{0,24}})? ?",
        rf"(?:이)?(?:으로|로)(?:는)?(?: 사업| 과정)? (?:{_SIGN}(?:을|이|은|도)? ?)?(?:[가-힣]{{1,5}} )?{_CHANGED}",
    ),
    _pattern(  # «‘A’가 개강을 4월로 늦추고 이름도 ‘B’로 바꾼다»: a clause of the same subject stands between
        rf"{_OF}(?:이|가|은|는) [^.‘’“”]{{1,60}}?(?:고|며|서|데|어|이어|,) (?:아예 |사업 )?"
        rf"{_SIGN}(?:을|이|도|은|까지|마저)? ?",
        rf"(?:이)?(?:으로|로) (?:[가-힣]{{1,5}} )?{_CHANGED}",
    ),
    _pattern(
        rf"{_OF}(?:이|가|은|는)(?: [^.‘’“”]{{0,24}})? ?",
        rf"(?:이)?(?:라는|란) {_SIGN}으로 (?:[가-힣]+ )?{_BEGUN}",
        old_first=False,
    ),
    _pattern(
        rf"{_OF}(?:이|가|은|는)(?: [^.‘’“”]{{0,24}})? ?",
        rf"(?:이)?(?:라는|란) {_SIGN}(?!으로 (?:[가-힣]+ )?{_BEGUN})",
    ),
    _pattern(rf"(?:이)?(?:라는|란) {_SIGN}(?:은|이|을|도) ", rf"(?:이)?(?:으로|로) (?:[가-힣]{{1,5}} )?{_CHANGED}"),
    _pattern(rf"{_OF}(?:은|는|이|가) ?", r"(?:이|가) (?:됐|되었|된다|되고|돼 )"),
    _pattern(r", ?", rf"(?:이)?(?:으로|로) (?:{_SIGN}|개명|개칭|새 ?출발|다시 (?:출항|출발|태어)|재출범|확대 개편)"),
    _pattern(
        rf"(?:이)?(?:라는|란) {_SIGN}(?:을|으로)? ?(?:달게 된|얻은|얻게 된|단|갖게 된|받은|붙은|붙인) ?",
        old_first=False,
    ),
    _pattern(rf"(?:으로|로) (?:{_SIGN}(?:을|이)? )?{_MADE} ?", old_first=False, before=rf"{_SIGN}(?:을|이|도) ?"),
    _pattern(rf"(?:으로|로) {_SIGN}(?:을|이) {_MADE} ?", old_first=False),
    _pattern(rf"(?:의)? ?(?:새 {_SIGN}|새이름)(?:은|이|으로|으로는)? ?"),
    _pattern(rf"(?:의)? ?{_SIGN}(?:을)? ?(?:내리고|떼고|버리고|접고) ?"),
    _pattern(r" ?(?:→|⇒|➝|->|▷) ?"),
    _pattern(rf" ?\((?:옛|구|舊|前|이전|종전|기존)(?: {_SIGN})?[ :,]?", r" ?\)", old_first=False),
    _pattern(rf" ?\((?:현|現|지금의|새)(?: {_SIGN})?[ :,]?", r" ?\)"),
    _pattern(r"의 전신인? ", old_first=False),
)
_HINT = re.compile(
    rf"{_SIGNS}|라는|로 (?:확대 )?(?:바꾸|바꿔|바꿨|변경|고쳐|거듭|새|개편|재편)|"
    r"\((?:옛|구|舊|前|이전|종전|기존|현|現)[ :,]|"
    r"개칭|개명|이 (?:됐|되었|된다)|가 (?:됐|되었|된다)|불린|불리게|부르기로|다시 출|→|⇒|전신"
)
_NEW_NAME = re.compile(
    r"(?<![가-힣])(?:(?:이 )?(?P<head>센터|단지|허브|캠퍼스|파크|사업|프로젝트|과정|거점|시설|클러스터|플랫폼|"
    r"바우처|재단)의? )?"
    rf"(?:새 |공식 |정식 )?{_SIGN}(?:을|은|이|도)? ?(?:[가-힣]{{1,6}} ){{0,2}}?"
    r"[‘'“\"「『](?P<new>[^‘’'“”\"「」『』\n]{3,30})[’'”\"」』]"
    rf"(?:으로|로)(?:는)? (?:[가-힣]{{1,5}} )?{_CHANGED}"
)
_SITES = re.compile(
    r"(?:센터|단지|허브|캠퍼스|파크|사업|프로젝트|과정|거점|시설|클러스터|플랫폼|바우처|관|타운|밸리|사업단)$"
)
_REACH = 600
_APART = 80
_BORNE_BY = re.compile(
    rf"(?:이)?(?:라는|란) {_SIGN}(?:을|으로)? ?(?:달게 된|얻은|얻게 된|단|갖게 된|받은|붙은|붙인) "
    r"(?P<name>[가-힣A-Za-z0-9·]+?(?: [가-힣A-Za-z0-9·]+?){0,3}?)(?:은|는|이|가|을|를|의|도)[ ,]"
)
_WAS = re.compile(rf" ?\((?:옛|구|舊|前|이전|종전|기존)(?: {_SIGN})?[ :,]\s?(?P<name>[^()‘’“”]{{2,30}})\)")


def find_renamings(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Renaming]:
    """Renamings, old and new name in the text's own words; each pair once."""
    seen: set[tuple[str, str]] = set()
    for sentence in analysis.sentences:
        if not _HINT.search(analysis.text, sentence.begin, sentence.end):
            continue
        for first, second, old_first in (
            *_told(analysis.text, sentence, mentions),
            *_of_the_one_before(analysis.text, sentence, mentions),
        ):
            old, new = (first, second) if old_first else (second, first)
            pair = (_words(analysis.text, old, mentions), _words(analysis.text, new, mentions))
            program = _thing(mentions, new) or _thing(mentions, old)
            if program is None or pair in seen or pair[0] == pair[1]:
                continue
            seen.add(pair)
            yield Renaming(
                rule="renaming",
                evidence=_evidence(old, new),
                features=("same-sentence",),
                program=program,
                old=pair[0],
                new=pair[1],
            )


def _evidence(old: Span, new: Span) -> tuple[Span, ...]:
    """The words from one name to the other; the two names alone where they stand far apart."""
    first, last = sorted((old, new))
    return (Span(first.begin, last.end),) if last.begin - first.end <= _APART else (first, last)


def _told(text: str, sentence: Sentence, mentions: Mentions) -> Iterator[tuple[Span, Span, bool]]:
    """Pairs of names of a sentence between which a pattern stands, with whether the first is the old one."""
    names = _names(text, sentence, mentions)
    for i, first in enumerate(names):
        end = _closed(text, first.end)
        for second in names[i + 1 : i + 4]:
            begin = _opened(text, second.begin)
            for p in _PATTERNS:
                if not p.between.fullmatch(text, end, begin) or not p.behind.match(text, _closed(text, second.end)):
                    continue
                if not p.before.search(text, sentence.begin, _opened(text, first.begin)):
                    continue
                signed = re.search(_SIGN, text[end : _closed(text, second.end) + 24]) or p.before.pattern
                if signed or (_thing(mentions, first) and _thing(mentions, second)):
                    yield first, second, p.old_first
                    break
        if phrase := _BORNE_BY.match(text, end) or _WAS.match(text, end):
            yield first, Span(*phrase.span("name")), False


def _of_the_one_before(text: str, sentence: Sentence, mentions: Mentions) -> Iterator[tuple[Span, Span, bool]]:
    """«단지 이름을 ‘B’로 확정했다», «명칭은 ‘B’로 바뀐다»: the old name is that of the last such thing named before."""
    for told in _NEW_NAME.finditer(text, sentence.begin, sentence.end):
        head = told["head"] or ""
        for old in mentions.before(told.start(), "program", "organization"):
            if told.start() - old.end > _REACH or (old.begin >= sentence.begin and not head):
                break
            bare = re.sub(r"\((?:이하|약칭)[^)]*\)|[‘’'“”\"「」『』]", "", text[old.begin : old.end]).replace(" ", "")
            fits = bare.endswith(head) if head else _SITES.search(bare) is not None
            if fits and (old.kind == "program" or "Centre" in old.value.classes):
                yield Span(old.begin + (text[old.begin] in "‘'“\"「『《〈"), old.end), Span(*told.span("new")), True
                break


def _names(text: str, sentence: Sentence, mentions: Mentions) -> list[Span]:
    """What stands in quotation marks and the programs and facilities beside, in order, none inside another."""
    found = [Span(*m.span(1)) for m in _QUOTED.finditer(text, sentence.begin, sentence.end)]
    for mention in mentions.within(sentence.span, "program", "program-short", "organization", "organization-short"):
        if mention.kind.startswith("organization") and "Centre" not in mention.value.classes:
            continue
        span = Span(mention.begin + (text[mention.begin] in "‘'“\"「『《〈"), mention.end)
        if not any(s.meets(span) for s in found):
            found.append(span)
    return sorted(found)


def _closed(text: str, end: int) -> int:
    return end + (text[end : end + 1] in tuple("’'”\"」』》〉"))


def _opened(text: str, begin: int) -> int:
    return begin - (text[begin - 1 : begin] in tuple("‘'“\"「『《〈"))


def _words(text: str, name: Span, mentions: Mentions) -> str:
    """The name that stands there, for a short form the longer one that it stands for."""
    short = mentions.within(name, "organization-short", "program-short")
    if short and short[0].span == name and short[0].value.head:
        return re.sub(r"\((?:이하|약칭)[^)]*\)", "", short[0].value.head).strip("‘’'“”\"「」『』")
    return " ".join(re.sub(r"\((?:이하|약칭)[^)]*\)", "", text[name.begin : name.end]).split()).strip("‘’'“”\"「」『』")


def _thing(mentions: Mentions, name: Span) -> Mention | None:
    """The program or facility that is named there."""
    inside = Span(max(name.begin - 1, 0), name.end + 1)
    found = mentions.within(inside, "program", "program-short")
    found += [m for m in mentions.within(inside, "organization", "organization-short") if "Centre" in m.value.classes]
    return found[0] if found else None
