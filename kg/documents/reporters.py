"""Who wrote it: reporters' names in bylines, and the frame that a wire or a paper puts before its text."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

EMAIL = regex(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|\[email[^\]]{0,12}protected\]", re.I)
_NAME = r"[가-힣]{2,4}"
_DEPARTMENT = regex(r"^(?:[가-힣A-Za-z]*\d?[가-힣]*(?:부|팀|본부|센터|국|취재국|지사|총국|주재)|[가-힣]{1,4}\d부)$")
_NO_NAME = regex(
    r"(?:[부팀국시군구도읍면동청실과]|뉴스|일보|신문|관리|지역|취재|보관|당관|변인|요일|연구원|인터뷰|승인|사진|제공)$"
)
_CREDIT = regex(
    r"(?<![가-힣])(?:글|취재|정리|대담|진행|인터뷰|사진|기자명|기자|글쓴이|작성자|취재기자|By|by|BY)(?:\s?[·ㆍ,/&]\s?(?:글|사진|영상|편집|정리|취재))*"
    r"\s*[=:：|]?\s*(?P<names>[가-힣]{2,4}(?:\s?[·,ㆍ/]\s?[가-힣]{2,4})*)(?=$|\s{2,}|\s*[|/(\[=,·ㆍ]|\s+(?:사진|영상|편집|그래픽|\S+@)|\s+\d|"
    r"\s+(?P<rank>[가-힣]{0,6}(?:연구원|연구위원|위원|교수|박사|작가|칼럼니스트|평론가|활동가|소장|대표|변호사|에디터|필자))(?![가-힣]))"
)
_WRITES = regex(r"글|작성자|[Bb]y|BY|기자명")
"""The labels that name an author even where a post stands behind the name; 인터뷰 and 대담 name the guest then."""
_EDITS = regex(r"정리|취재|(?:편집|논설)위원$")
"""What only the paper's own people do and are, beside a guest or alone."""
_WORDS_AND_PICTURES = regex(r"(?<![가-힣])글\s?[:=]?\s?(?=[가-힣]{2}[^|]{0,16}사진)")
"""``글 N1 기자 사진 N2``: both made it."""
_AUTHOR = regex(r"(?P<name>[가-힣]{3,4})\s?[(（][가-힣A-Za-z·/ ]{2,24}[)）]")
_OF_DESK = regex(r"[가-힣A-Za-z]{2,12}\s[가-힣A-Za-z0-9·]{1,8}(?:팀|부|본부|센터|국)\s(?P<name>[가-힣]{3,4})")
_ALONE = regex(r"(?<![가-힣A-Za-z@.])[가-힣]{3,4}(?![가-힣A-Za-z])")
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형두감음빈동온호범좌팽승간견피갈시당화강단라"
)
_RARE = frozenset("계궁뇌묵미빙상옹창초탄판평포풍필")
_WHOLE = 3
_DESKS = frozenset(("편집", "취재", "보도", "논설", "사진", "영상", "선임", "수석", "객원", "전문"))
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "서문", "사공", "동방", "망절")


_ADDRESSED = regex(rf"(?<![가-힣])(?P<name>[가-힣]{{3,4}})\s?[(（<\[]?\s?(?:{EMAIL.pattern})")


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
        rf"(?P<desk>\s+[가-힣A-Za-z0-9·]{{1,10}}(?:부|팀|본부|센터|총국|주재|취재|연구실|연구단|연구소|연구본부|정책실))?\s*"
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
        found += _before(text, begin, first)
        for part in re.finditer(r"[가-힣]+", match["names"]):
            desk = part.group() in _DESKS
            if _named(part.group()) and not desk and not _DEPARTMENT.match(part.group()):
                found.append(Byline(part.group(), Span(first + part.start(), first + part.end())))
            elif _DEPARTMENT.match(part.group()):  # 홍길동 경제부 기자: the name stands before the desk
                before = re.search(rf"(?<![가-힣])({_NAME})\s+$", text[begin:first])
                if before and is_name(before[1]):
                    found.append(Byline(before[1], Span(begin + before.start(1), begin + before.end(1))))
    return found


def _before(text: str, begin: int, first: int) -> list[Byline]:
    """The further names of ``홍길동 이몽룡 기자``: whole names with nothing but white space between them."""
    found: list[Byline] = []
    while before := re.search(r"(?<![가-힣A-Za-z0-9])([가-힣]{3})\s$", text[max(begin, first - 6) : first]):
        if not is_name(before[1]) or _NO_NAME.search(before[1]) or before[1] in ("기자명", "글쓴이", "작성자"):
            break
        first -= 4
        found.insert(0, Byline(before[1], Span(first, first + 3)))
    return found


def credited(text: str, begin: int, end: int) -> list[Byline]:
    """The names behind a label of authorship: ``글·사진 홍길동``, ``기자명 홍길동``, ``정리=홍길동``."""
    found: list[Byline] = []
    for match in _CREDIT.finditer(text, begin, end):
        if match["rank"] and not (_WRITES.match(match.group()) or _EDITS.search(match.group())):
            continue
        for part in re.finditer(r"[가-힣]+", match["names"]):
            if _named(part.group()) and not _NO_NAME.search(part.group()):
                start = match.start("names") + part.start()
                found.append(Byline(part.group(), Span(start, start + len(part.group()))))
    return found


def beside_stamp(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Byline]:
    """The name that stands with a date and nothing else: ``등록 2025.05.14 11:03 / 홍길동``."""
    stamps = find_stamps(text, begin, end, lexicon)
    if not stamps or end - begin > 80 or _ITEM.match(text, begin, end):
        return []
    names = [m for m in _ALONE.finditer(text, begin, end) if is_name(m.group()) and not _NO_NAME.search(m.group())]
    if not 1 <= len(names) <= 2:
        return []
    labels = _labels(lexicon)
    known = {text[m.start() : m.end()] for m in names}
    others = [w for w in re.findall(r"[가-힣A-Za-z]+", text[begin:end]) if w not in known]
    clock = ("년", "월", "일", "시", "분", "초", "오전", "오후", "AM", "PM")
    plain = [w for w in others if w not in clock and not w.endswith(("요일", "연구원", "연구위원"))]
    if known & labels or any(w not in labels for w in plain):
        return []
    return [Byline(m.group(), Span(m.start(), m.end())) for m in names]


_ITEM = regex(r"(?:\d{1,2}|[가-하]|[ⅠⅡⅢ])\s?[.)]\s")
"""An item of a paper: «2. 제안일 : 2025. 2. 20.»."""
_AT_A_DESK = regex(
    rf"(?<![가-힣])[가-힣A-Za-z]{{1,6}}(?:부|팀|국|실|센터|반) (?P<names>{_NAME}(?:\s?[·,ㆍ]\s?{_NAME}){{0,3}})\s*$"
)


def behind_desk(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Byline]:
    """The names with which a dated line ends, behind their desk: ``누리살림 2024-11-25 | 편집부 홍길동·도윤재``."""
    match = _AT_A_DESK.search(text[begin:end]) if end - begin <= 80 else None
    if match is None or not find_stamps(text, begin, end, lexicon):
        return []
    names = list(re.finditer(r"[가-힣]+", match["names"]))
    if not all(is_author(m.group(), lexicon) for m in names):
        return []
    first = begin + match.start("names")
    return [Byline(m.group(), Span(first + m.start(), first + m.end())) for m in names]


def before_address(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Byline]:
    """The names before their addresses: ``한빛신문 2025-03-04 | 홍길동(hong@hanbit.example)``."""
    return [
        Byline(m["name"], Span(m.start("name"), m.end("name")))
        for m in _ADDRESSED.finditer(text, begin, end)
        if "@" in m.group() and is_author(m["name"], lexicon)
    ]


def signatories(text: str, begin: int, end: int, lexicon: Lexicon) -> list[Byline]:
    """Whoever a byline names: reporters by their rank, else authors by their label, else a name beside the date."""
    ranked = reporters(text, begin, end, lexicon)
    if "기자" not in text[begin:end] or _WORDS_AND_PICTURES.search(text, begin, end):
        known = {b.name for b in ranked}
        ranked += [b for b in credited(text, begin, end) if b.name not in known]
    return (
        ranked
        or credited(text, begin, end)
        or beside_stamp(text, begin, end, lexicon)
        or behind_desk(text, begin, end, lexicon)
        or before_address(text, begin, end, lexicon)
        or names_alone(text[begin:end], lexicon, begin)
    )


def names_alone(words: str, lexicon: Lexicon, begin: int = 0) -> list[Byline]:
    """The name that is a line's only word, or the last behind an organ and its desk, or stands before what its
    bearer is in brackets; ``begin`` is the line's place in the text.
    """
    if dressed := _AUTHOR.fullmatch(words) or _OF_DESK.fullmatch(words):
        name = dressed["name"]
        if is_name(name) and not _NO_NAME.search(name) and name not in _labels(lexicon):
            return [Byline(name, Span(begin + dressed.start("name"), begin + dressed.end("name")))]
    if not (3 <= len(words) <= 4 and _ALONE.fullmatch(words) and is_name(words)):
        return []
    if _NO_NAME.search(words) or words in _labels(lexicon):
        return []
    return [Byline(words, Span(begin, begin + len(words)))]


def is_author(word: str, lexicon: Lexicon) -> bool:
    """Whether a word alone in its field is a person's name and no label of a page."""
    return is_name(word) and _NO_NAME.search(word) is None and word not in _labels(lexicon)


@lru_cache(maxsize=4)
def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("press_frame")) | frozenset(lexicon.words("noise_phrases"))


def is_name(word: str) -> bool:
    """Whether a word looks like a Korean person's name: a surname and one or two syllables."""
    if word.startswith(_DOUBLE_SURNAMES):
        return 3 <= len(word) <= 4
    return word[0] in _SURNAMES and 2 <= len(word) <= 3


def _named(word: str) -> bool:
    """Whether a word before a reporter's rank or behind an author's label is a name: there its surname may be rare."""
    return is_name(word) or (len(word) == _WHOLE and word[0] in _RARE and _NO_NAME.search(word) is None)


def is_byline(text: str, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line tells reporters, dates and addresses and hardly anything else."""
    bare = text[begin:end]
    if len(bare) > 140:
        return False
    cut = (
        [(m.start() - begin, m.end() - begin) for m in _reporter(lexicon).finditer(text, begin, end)]
        if "기자" in bare or reporters(text, begin, end, lexicon)
        else []
    )
    cut += [(m.start(), m.end()) for m in EMAIL.finditer(bare)]
    if len(bare) <= 60 and (signed := [m for m in _CREDIT.finditer(bare) if credited(text, begin, end)]):
        cut += [(m.start(), m.end()) for m in signed]
    if not cut:
        return bool(beside_stamp(text, begin, end, lexicon))
    cut += [(s.span.begin - begin, s.span.end - begin) for s in find_stamps(text, begin, end, lexicon)]
    masked = list(bare)
    for b, e in cut:
        masked[b:e] = " " * (e - b)
    rest = "".join(masked)
    left = re.sub(r"[\s|·:=/,.\-\[\]()<>▶■ㆍ•\d]", "", rest)
    return len(left) <= max(14, 0.25 * len(bare)) and not re.search(r"[가-힣](?:다|요)\.", bare)
