"""Who wrote it: reporters' names in bylines, and the frame that a wire or a paper puts before its text."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.spans import Span

EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|\[email[^\]]{0,12}protected\]", re.I)
_NAME = r"[가-힣]{2,4}"
_DEPARTMENT = re.compile(
    r"^(?:[가-힣A-Za-z]*\d?[가-힣]*(?:부|팀|본부|센터|국|취재국|지사|총국|주재)|[가-힣]{1,4}\d부)$"
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형두감음빈동온호범좌팽승간견피갈시당화강단라"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "서문", "사공", "동방", "망절")


class Byline(NamedTuple):
    """A reporter's name and its place."""

    name: str
    span: Span


@lru_cache(maxsize=4)
def _reporter(lexicon: Lexicon) -> re.Pattern[str]:
    """Names, perhaps the desk, and the word for a reporter."""
    ranks = "|".join(
        sorted((re.escape(w) for w in lexicon.words("press_frame", role="reporter")), key=lambda w: (-len(w), w))
    )
    return re.compile(
        rf"(?<![가-힣A-Za-z])(?:기자명\s+|글쓴이\s+|작성자\s*:?\s*)?(?P<names>{_NAME}(?:\s?[·,ㆍ‧/&]\s?{_NAME})*)"
        rf"(?P<desk>\s+[가-힣A-Za-z0-9·]{{1,10}}(?:부|팀|본부|센터|총국|주재|취재))?\s*"
        rf"(?P<rank>(?:[가-힣]{{0,5}}기자|{ranks}))(?![가-힣])"
    )


def reporters(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Byline]:
    """The names that stand before a word for reporters in ``text[begin:end]``."""
    found: list[Byline] = []
    if not any(
        w in text[begin:end]
        for w in ("기자", "특파원", "위원", "국장", "에디터", "PD", "리포터", "편집", "통신원", "부장", "앵커", "칼럼")
    ):
        return found
    for match in _reporter(lexicon).finditer(text, begin, end):
        first = match.start("names")
        for part in re.finditer(r"[가-힣]+", match["names"]):
            if is_name(part.group()) and not _DEPARTMENT.match(part.group()):
                found.append(Byline(part.group(), Span(first + part.start(), first + part.end())))
            elif _DEPARTMENT.match(part.group()):  # 홍길동 경제부 기자: the name stands before the desk
                before = re.search(rf"(?<![가-힣])({_NAME})\s+$", text[begin:first])
                if before and is_name(before[1]):
                    found.append(Byline(before[1], Span(begin + before.start(1), begin + before.end(1))))
    return found


def is_name(word: str) -> bool:
    """Whether a word looks like a Korean person's name: a surname and one or two syllables."""
    if word.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(word) <= 4
    return word[0] in _SURNAMES and 2 <= len(word) <= 3


def is_byline(text: str, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line tells reporters, dates and addresses and hardly anything else."""
    bare = text[begin:end]
    if len(bare) > 140:
        return False
    rest = bare
    cut = (
        [(m.start() - begin, m.end() - begin) for m in _reporter(lexicon).finditer(text, begin, end)]
        if "기자" in bare or reporters(text, begin, end, lexicon)
        else []
    )
    cut += [(m.start(), m.end()) for m in EMAIL.finditer(bare)]
    if not cut:
        return False
    cut += [(s.span.begin - begin, s.span.end - begin) for s in find_stamps(text, begin, end, lexicon)]
    for b, e in sorted(cut, reverse=True):
        rest = rest[:b] + " " + rest[e:]
    left = re.sub(r"[\s|·:=/,.\-\[\]()<>▶■ㆍ•\d]", "", rest)
    return len(left) <= max(14, 0.25 * len(bare)) and not re.search(r"[가-힣](?:다|요)\.", bare)
