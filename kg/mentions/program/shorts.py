"""Later, shorter words for a program that the text has named: this project, the plan, an acronym, an «이하» form.

Each is a mention of kind ``program-short`` whose ``head`` is the full name that the words and their place point to.
"""

from collections.abc import Iterable, Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.program.words import ProgramWords, program_words
from kg.patterns import regex

_KINDS = (
    "사업|프로젝트|계획|종합계획|기본계획|전략|정책|조례안|조례|펀드|기금|바우처|제도|서비스|시스템|플랫폼|비전|구상|로드맵|"
    "마스터플랜|과제|단지|클러스터|특구|벨트|캠퍼스|프로그램|과정|공모전"
)
_POINTING = regex(rf"(?<![가-힣])(이번|해당|이|동|본|그)\s({_KINDS})(?![가-힣]*자)(?!비|안전|장)")
_IHA = regex(
    r"[’'」』》〉>\"”]?\s?(?:사업|조례|프로젝트|계획)?\s?"
    r"\(이하\s?[‘'「『\"“]?((?:[^()’'」』\"”]|\([^()\n]{1,8}\)){2,20})[’'」』\"”]?\)"
)
_WORD_END = regex(
    r"(?:은|는|이|가|을|를|의|에|에는|에서|에도|로|으로|도|만|과|와|까지|부터|보다|란|이란|처럼|별)?"
    r"(?![가-힣A-Za-z0-9])"
)
_ENDED = regex(
    r"(?:[은는이가을를의에로도만와과서,.)”\"]|[가-힣](?:한|된|될|할|던)|다\.|[”’\"](?:며|고|면서|라며)|며|면서|지만|는데|(?:따르|하|되|보|으)면|"
    r"(?:하|되|했|됐|놓|맺|열|내|갖)고)$"
)
"""How a word ends behind which no longer name goes on."""
_MARK = regex(r"[^\w\s’”」』)]{1,2}|[ㅇㅁoO]|[0-9가-하][.)]|[(（][0-9가-하][)）]")
"""What stands at the head of a line in a list: □, ○, -, ※, 가."""
_DEED = regex(
    r"\s(?:조성|구축|육성|지원|추진|보급|운영|도입|확충|운행|개발|설치|확대|유지관리|고도화"
    r"|실증|제작|건립|건설|개편|정비|증설|신설|확산|개선|강화|활성화|재구축|이전|유치)$"
)
_GLOSS = regex(r"\([^()]*\)")
_WORK = regex(r"\s?사업$")
_COMPOUND = regex(r"[가-힣]{4,8}")
_PARTS = regex(r"[가-힣]+|[A-Za-z]+|\d+(?:\.\d+)?")
_COINED = regex(r"[가-힣A-Za-z] ?[‘'「]([가-힣A-Za-z0-9+]{3,8})$")
"""The name itself in ``AI 길동무 앱 ‘다온이’``."""
_PLAIN, _GLOSSED = 5, 3
"""So long a name must be to be looked for without its marks; one that a bracket glosses is coined: 다온길(ON)."""
_OF_AN_ITEM = ("동", "본")
_ITEM_HEAD = regex(
    r"(?:\d{1,2}[.)]|[가-하][.)]|[①-⑳]|[Ⅰ-Ⅹ]\.?|[□■○◇◆▣]|\[[^\[\]]{1,8}\])\s?[^\n]{2,50}(?<!다\.)(?<!음\.)(?<!함\.)(?<!임\.)"
)
_ITEM_LONG = 1200
"""So many letters an item of a paper may run to."""
_MAIN = frozenset({"이번", "동", "본"})


def find_program_shorts(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Short forms of the programs found before, each with the full name it stands for."""
    programs = mentions.of("program")
    if not programs:
        return
    words = program_words(lexicon)
    found: list[Mention] = []
    found += _pointing(analysis, programs, words)
    found += _declared(analysis, programs)
    found += _tails(analysis, programs, words)
    taken: list[Mention] = []
    for m in sorted(found, key=lambda m: (m.begin, -m.end)):
        if any(m.begin < t.end and t.begin < m.end for t in taken[-2:]) or analysis.sentence_at(m.begin) is None:
            continue
        if mentions.free(m.begin, m.end, "program", "organization", "person", "event"):
            taken.append(m)
            yield m


def _short(begin: int, end: int, analysis: Analysis, full: Mention, rule: str) -> Mention:
    name = Name(analysis.text[begin:end], full.value.classes, None, full.value.text)
    return Mention(begin, end, "program-short", name, rule)


def _pointing(analysis: Analysis, programs: list[Mention], words: ProgramWords) -> Iterator[Mention]:
    """이 사업: the last program named before; 이번 사업, 동 사업: the text's first one."""
    for m in _POINTING.finditer(analysis.text):
        full = None if m.group(1) not in _OF_AN_ITEM else _headed(analysis.text, m.start(), programs)
        full = full or _meant(m.start(), m.group(1), m.group(2), programs, words)
        if full is not None:
            yield _short(m.start(), m.end(), analysis, full, "program-pointing")


def _headed(text: str, place: int, programs: list[Mention]) -> Mention | None:
    """The program that the nearest heading over a paper's line names: «3. P / 나. 본 사업은»."""
    for p in reversed([p for p in programs if place - _ITEM_LONG < p.begin < place]):
        begin = text.rfind("\n", 0, p.begin) + 1
        end = text.find("\n", p.end)
        if begin <= place <= end:
            return None
        if _ITEM_HEAD.fullmatch(text[begin : end if end >= 0 else len(text)].strip()):
            return p
    return None


def _meant(place: int, pointer: str, kind: str, programs: list[Mention], words: ProgramWords) -> Mention | None:
    """The program that fits the kind of the pointing phrase: main or nearest."""
    before = [p for p in programs if p.end <= place]
    said = words.suffixes.get(kind)
    if said is not None and kind not in ("사업", "프로젝트", "과제", "정책", "제도"):
        fitting = [p for p in before if said.cls in p.value.classes or kind in p.value.text]
        before = fitting or ([] if said.cls in ("Fund", "Ordinance", "Voucher") else before)
    elif kind in ("사업", "프로젝트"):
        before = [p for p in before if not {"Ordinance", "Strategy"} & set(p.value.classes)] or before
    if not before:
        return None
    if pointer in _MAIN:
        return before[0]
    return before[-1] if place - before[-1].end <= 500 else None


def _declared(analysis: Analysis, programs: list[Mention]) -> Iterator[Mention]:
    """``이름(이하 짧은 이름)``, and the short name wherever it stands after that."""
    for p in programs:
        m = _IHA.match(analysis.text, p.end) if "이하" in analysis.text[p.end : p.end + 16] else None
        if m is None and "(이하" in p.value.text:  # inside the marks of the name
            m = _IHA.search(analysis.text, p.begin, p.end)
        if m is not None:
            for place in _places(analysis.text, m.group(1), p.end):
                yield _short(place, place + len(m.group(1)), analysis, p, "program-declared")


def _tails(analysis: Analysis, programs: list[Mention], words: ProgramWords) -> Iterator[Mention]:
    """The last word of a name alone (마스터플랜), its Latin core (KOGA), its first syllables (청취사)."""
    done: set[str] = set()
    for p in programs:
        coined = _COINED.search(analysis.text, p.begin, p.end) if p.rule == "program-marked" else None
        for short in ([coined[1]] if coined else []) + _shorts(p.value.text, words):
            if short in done:
                continue
            done.add(short)
            for place in _places(analysis.text, short, p.end if len(short) < 4 else 0):
                yield _short(place, place + len(short), analysis, p, "program-tail")


def _shorts(name: str, words: ProgramWords) -> list[str]:
    """The shorter words that may stand for a name."""
    plain = _GLOSS.sub("", name)
    parts = plain.split()
    found = []
    suffix = words.suffix(plain)
    if suffix is not None and suffix.strength != "deed" and len(suffix.word) >= 2 and suffix.word not in words.common:
        found.append(suffix.word)
    for size in (2, 1):
        tail = " ".join(parts[-size:])
        telling = words.says_something(w for w in _PARTS.findall(tail) if w != (suffix.word if suffix else ""))
        if len(parts) > size and len(tail) >= 4 and suffix is not None and suffix.strength != "deed" and telling:
            found.append(tail)
    stem = _DEED.sub("", _WORK.sub("", plain))
    if stem != plain and len(stem) >= 4:
        found.append(stem)
    if len(plain) >= (_GLOSSED if plain != name else _PLAIN):
        found.append(plain)
    found += _ends(stem, words)
    hangul = [w for w in _PARTS.findall(plain) if "가" <= w[0] <= "힣"]
    if len(hangul) >= 3 and len(parts) >= 3:
        found.append("".join(w[0] for w in hangul[:3]))
    return found


def _ends(stem: str, words: ProgramWords) -> list[str]:
    """The telling end of a name whose last word is no kind of program: 이음학교 of 청년 AI 이음학교, 나루 예보."""
    parts = stem.split()
    last, pair = parts[-1], " ".join(parts[-2:])
    found = []
    plain = last in words.common or last in words.generic
    if len(parts) > 1 and _COMPOUND.fullmatch(last) and not plain:
        found.append(last)
    if len(parts) > 2 and len(pair) >= 5 and words.says_something(_PARTS.findall(pair)):
        found.append(pair)
    return found


def _places(text: str, short: str, start: int) -> Iterator[int]:
    """Where a short form stands as a word of its own after ``start``."""
    place = text.find(short, start)
    while place >= 0:
        before = text[place - 1]
        after = place + len(short)
        if not (before.isalnum() or "가" <= before <= "힣") and _WORD_END.match(text, after) and _alone(text, place):
            yield place
        place = text.find(short, after)


def _alone(text: str, place: int) -> bool:
    """Whether no noun stands right before: a longer name is not a short form."""
    if text[place - 1] != " ":
        return True
    line = text[text.rfind("\n", 0, place) + 1 : place].split()
    return not line or _MARK.fullmatch(line[-1]) is not None or _ENDED.search(line[-1]) is not None
