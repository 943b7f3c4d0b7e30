"""The head of a page as rows of label and value, as the boards of governments have it: 제목, 등록일, 담당부서."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from kg.documents.formats.days import day_of
from kg.documents.formats.page.element import short_words
from kg.patterns import regex

_LABELS = {
    "title": (
        "제목", "글제목", "기사제목", "보도자료명", "자료명",
    ),
    "day": (
        "등록일", "등록일자", "등록일시", "등록", "작성일", "작성일자", "작성일시", "작성", "게시일", "게시일자",
        "게재일", "배포일", "배포일시", "보도일", "보도일자", "보도일시", "발행일", "공개일", "날짜", "일자", "입력",
        "기사입력", "입력일", "최초입력", "승인", "송고", "등록시간", "작성시간", "발표일", "제공일",
    ),
    "": (
        "수정일", "수정", "최종수정", "최종수정일", "업데이트", "담당자", "조회", "조회수", "추천", "추천수", "첨부",
        "첨부파일", "파일", "전화번호", "연락처", "전화", "번호", "분류", "구분", "카테고리", "공공누리", "이메일",
        "댓글", "출처", "키워드", "태그",
    ),
    "office": (
        "담당부서", "부서", "작성부서", "등록부서", "부서명", "담당과", "소관부서", "배포부서", "제공부서",
        "담당기관", "기관", "기관명", "제공기관",
    ),
    "author": (
        "작성자", "글쓴이", "등록자", "기자", "기자명", "이름",
    ),
}  # fmt: skip
"""Labels by what stands beside them; those under the empty name tell nothing that is wanted."""
_KINDS = {label: kind for kind, labels in _LABELS.items() for label in labels}
_ALSO_SAID = frozenset((
    "기관", "기관명", "부서", "담당기관", "이름", "기자", "번호", "분류", "구분", "카테고리", "출처", "키워드",
    "태그", "일자", "날짜", "등록", "작성", "파일", "전화", "담당자", "승인", "입력",
))  # fmt: skip
"""Labels that head the columns of any table: they count only beside others."""
_LABELLED = regex(r"\s*(?P<label>[가-힣][가-힣 ]{0,8}?)\s*(?:[:：|]|\s(?=\d))\s*(?P<value>\S.*)", re.S)
_LONGEST = 200


class Row(NamedTuple):
    """A label's kind (title, day, office, author; empty for what tells nothing of these), its value, and what holds
    both.
    """

    kind: str
    value: str
    holder: HtmlElement
    weak: bool = False


def board_rows(page: HtmlElement) -> list[Row]:
    """The rows of label and value in a page, in order."""
    found = list(_rows(page))
    sure = {_table(r.holder) for r in found if not r.weak}
    return [r for r in found if not r.weak or _table(r.holder) in sure]


def _table(holder: HtmlElement) -> HtmlElement | None:
    """What holds all rows of a board."""
    return next((e for e in (holder, *holder.iterancestors()) if e.tag in ("table", "ul", "dl", "div", "body")), None)


def _rows(page: HtmlElement) -> Iterator[Row]:
    for label in page.iter("th", "dt", "td", "span", "strong", "em", "b", "label", "i", "li", "p", "div"):
        if not isinstance(label.tag, str) or len(label) > 3:
            continue
        if label.text is None and len(label) != 1:
            continue
        words = _head(label)
        name = words.replace(" ", "").strip(":：|·[]")
        kind = _KINDS.get(name)
        if kind is not None and label.tag not in ("li", "p", "div"):
            if (found := _beside(label)) is not None:
                yield Row(kind, *found, name in _ALSO_SAID)
        elif len(words) <= 60 and (told := _LABELLED.fullmatch(words)):
            kind = _KINDS.get(told["label"].replace(" ", ""))
            if kind is not None:
                weak = told["label"] in _ALSO_SAID and not (kind == "day" and day_of(told["value"]))
                yield Row(kind, told["value"].strip(), label, weak)


def _head(element: HtmlElement) -> str:
    if element.tag in ("li", "p", "div", "td") and len(element) > 1:
        return ""
    return short_words(element, 80)


def _beside(label: HtmlElement) -> tuple[str, HtmlElement] | None:
    """The value that stands beside a label: the next cell, ``dd`` or element, or the text behind it."""
    parent = label.getparent()
    if parent is None:
        return None
    if label.tail and (tail := " ".join(label.tail.split()).lstrip(":：| ").strip()):
        return (tail, parent if len(parent) == 1 else label) if len(tail) <= _LONGEST else None
    after = label.getnext()
    if after is None or not isinstance(after.tag, str):
        return None
    if label.tag in ("td", "th") and after.tag not in ("td", "th"):
        return None
    value = short_words(after, _LONGEST).lstrip(":： ")
    return (value, parent) if value else None
