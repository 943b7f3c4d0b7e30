"""Which field of a record holds what: title, text, day, publisher, reporters, address, identifier.

The names that exports, crawlers and feeds use are known; an option names others (``--field text=body``).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kg.documents.formats.model import Options
from kg.errors import UserError

KNOWN: Mapping[str, tuple[str, ...]] = {
    "id": (
        "뉴스식별자", "식별자", "기사식별자", "기사id", "기사번호", "문서번호", "id", "newsid", "articleid", "aid",
        "docid", "documentid", "guid", "uuid", "_id", "key",
    ),
    "title": (
        "title", "headline", "제목", "기사제목", "뉴스제목", "보도자료명", "subject", "newstitle", "articletitle",
        "name",
    ),
    "text": (
        "text", "body", "본문", "기사본문", "뉴스본문", "본문내용", "내용", "기사내용", "원문내용", "content",
        "contents", "articlebody", "articletext", "articlecontent", "maintext", "fulltext", "newsbody",
        "newscontent", "rawtext", "story", "article", "context",
    ),
    "summary": (
        "요약", "본문요약", "summary", "description", "abstract", "snippet", "lead", "hilight", "highlight",
        "excerpt",
    ),
    "published": (
        "published", "일자", "날짜", "발행일", "발행일자", "발행일시", "게재일", "게재일자", "게시일", "등록일",
        "등록일자", "등록일시", "작성일", "작성일자", "작성일시", "보도일", "보도일자", "배포일", "기사일자",
        "기사날짜", "입력일", "입력일시", "입력시간", "datepublished", "publisheddate", "publishdate", "publishedat",
        "publishedtime", "pubdate", "publishat", "postedat", "regdate", "articledate", "newsdate", "date",
        "datetime", "createdat", "timestamp", "dateline", "time", "enveloped_at",
    ),
    "publisher": (
        "publisher", "언론사", "언론사명", "매체", "매체명", "신문사", "방송사", "출처", "기관", "기관명",
        "발행기관", "제공기관", "발행처", "press", "presscompany", "pressname", "media", "medianame", "mediacompany",
        "provider", "providername", "source", "sourcename", "newspaper", "outlet", "company", "organization", "site",
    ),
    "byline": (
        "byline", "기고자", "기자", "기자명", "작성자", "글쓴이", "저자", "필자", "author", "authors", "reporter",
        "reporters", "writer", "journalist", "creator",
    ),
    "url": (
        "url", "링크", "주소", "원문링크", "기사링크", "기사url", "원문url", "원문주소", "link", "links", "href",
        "permalink", "originallink", "articleurl", "newsurl", "providerlinkpage", "sourceurl",
    ),
}  # fmt: skip
"""Our names of a record's fields, and the names by which they are known, squeezed, the most telling first."""
NAMES = tuple(name for name in KNOWN if name != "summary")


class Columns(NamedTuple):
    """The record's own name of each field; empty where it has none."""

    id: str = ""
    title: str = ""
    text: str = ""
    summary: str = ""
    published: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""


def columns_of(names: Iterable[str], options: Options, where: str) -> Columns:
    """Which of a record's names stand for which field.

    Raises `UserError` where an option maps a name that is none of ours.
    """
    for ours in options.fields:
        if ours not in NAMES:
            raise UserError(f"--field {ours}=… names no field", where, f"fields are {', '.join(NAMES)}")
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(squeezed(name), name)
    found = {}
    for ours, known in KNOWN.items():
        told = options.fields.get(ours)
        found[ours] = told if told else next((there[k] for k in map(squeezed, known) if k in there), "")
    return Columns(**found)


def squeezed(name: str) -> str:
    """A name without case, white space, hyphens and underlines: ``News_ID`` and ``newsId`` are one."""
    return re.sub(r"[\s_\-]", "", name).lower()


def value_at(record: Mapping[str, Any], path: str) -> Any:
    """The value of a field, whose name may lead into the record by dots: ``data.body``, ``authors.0.name``."""
    if not path:
        return None
    if path in record:
        return record[path]
    value: Any = record
    for step in path.split("."):
        if isinstance(value, Mapping) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
