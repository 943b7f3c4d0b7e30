"""Which element of a page holds the article.

First the names by which the presses and boards of Korea call it, then names made of the usual words, then ``article``
and ``main``, then where the running text is densest. Among those of one rank the one with most text outside links wins;
of two that hold the same text the inner one.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from kg.documents.formats.page.element import is_skipped, linked, names_of, weight

_KNOWN = frozenset((
    "articlebody", "articlebodycontents", "article-body", "article_body", "articletext", "article_text",
    "article-text", "article-text-area", "article_txt", "article-txt", "article_content", "article-content",
    "articlecontent", "articlecontents", "article_contents", "article-view-content-div", "article-view-content",
    "article-veiw-body", "article_view", "articleview", "article_cont", "articlecont", "article_area",
    "article-body-content", "article__content", "dic_area", "newsct_article", "newsendcontents", "newsendview",
    "articebody", "harmonycontainer", "news_body", "news-body", "newsbody", "news_body_area", "news_body_id",
    "news_content", "news-content", "newscontent", "news_text", "news_txt", "news-text", "newsview", "news_view",
    "news_article", "news_cnt_detail_wrap", "newstext", "cont_newstext", "cnt_view", "content-text", "contents_area",
    "viewcontent", "view_content", "view-content", "view_cont", "view_con", "view-con", "viewcon", "view_contents",
    "viewcontents", "view_text", "view_txt", "view_body", "view-body", "viewbody", "view_area", "text_area",
    "txt_area", "textbody", "text-body", "body_area", "bodycontents", "body-content", "story-body", "story-news",
    "storybody", "story_body", "pnlcontent", "gs_content", "nwscon", "par", "arl_view_content", "board_view_content",
    "board-view-content", "board_view_cont", "board-view-cont", "boardviewcontent", "bbs_content", "bbs_contents",
    "bbs-view-content", "bbs_view_content", "bbs_con", "bbs_detail", "bbsview", "bbs_view_cont", "b-content",
    "b-content-box", "board_content", "board-content", "board_contents", "board-text", "board_text", "board_txt",
    "board_con", "brd_view_con", "brdcontent", "bd_content", "con_view", "conview", "td-content", "td_content",
    "content_view", "contentview", "content-view", "dbdata", "db_data", "se-contents", "se_doc_viewer",
    "hwp_editor_board_content", "p-table__content", "view_info_cont", "detail_content", "detail-content",
    "detail_con", "press_view", "press-view", "press_content", "user-content", "entry-content", "post-content",
    "post_content", "postbody", "xe_content", "xed", "rhymix_content", "fr-view", "ck-content", "editor-content",
))  # fmt: skip
_WHAT = frozenset((
    "article", "news", "story", "press", "report", "bbs", "board", "brd", "view", "detail", "post", "release",
    "기사", "본문", "보도자료",
))  # fmt: skip
_PART = frozenset((
    "body", "content", "contents", "cont", "con", "conts", "text", "txt", "inner", "area", "data", "document",
    "내용", "본문",
))  # fmt: skip
_OTHERS = frozenset((
    "list", "lists", "wrap", "wrapper", "header", "head", "footer", "foot", "side", "aside", "sidebar", "comment",
    "comments", "reply", "related", "relation", "recommend", "banner", "menu", "search", "title", "tit", "info",
    "file",
))  # fmt: skip
_LEAST = 60
_LEAST_NAMED = 25
"""Characters of an article: one sentence of breaking news, where a name says that it is one."""
_SAME = 0.9
_TEXTS = ("p", "td", "div", "section", "li", "dd", "span")


def find_container(page: HtmlElement) -> tuple[HtmlElement, str]:
    """The element that holds the article, and which way it was found: ``named``, ``made``, ``tagged``, ``dense``, or
    ``whole`` where nothing tells it.
    """
    body = page.find(".//body")
    whole: HtmlElement = body if body is not None else page
    ranks: dict[str, list[HtmlElement]] = {"named": [], "made": [], "tagged": []}
    for element in whole.iter():
        if isinstance(element.tag, str) and (rank := _rank(element)):
            ranks[rank].append(element)
    for rank, elements in ranks.items():
        if (best := _best(elements, _LEAST_NAMED if rank == "named" else _LEAST)) is not None:
            return best, rank
    if (best := _densest(whole)) is not None:
        return best, "dense"
    return whole, "whole"


def _rank(element: HtmlElement) -> str:
    if (element.get("itemprop") or "").lower() == "articlebody" and element.tag != "meta":
        return "named"
    told = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    if not _KNOWN.isdisjoint(told) and element.tag not in ("input", "textarea", "a", "body", "html"):
        return "named"
    if element.tag in ("article", "main"):
        return "tagged"
    if told and element.tag in ("div", "section", "td", "dd"):
        names = names_of(element)
        if names & _WHAT and names & _PART and not names & _OTHERS:
            return "made"
    return ""


def _best(elements: list[HtmlElement], least: int) -> HtmlElement | None:
    """The element with most text outside links, the inner one of two with nearly the same."""
    weighed = [(w, e) for e in elements if not _within_skipped(e) and (w := weight(e) - 2 * linked(e)) >= least]
    if not weighed:
        return None
    most = max(w for w, _ in weighed)
    near = [e for w, e in weighed if w >= _SAME * most]
    return next(e for e in near if not any(e in other.iterancestors() for other in near))


def _within_skipped(element: HtmlElement) -> bool:
    return any(is_skipped(e) for e in (element, *element.iterancestors()))


def _densest(whole: HtmlElement) -> HtmlElement | None:
    """The lowest element that holds most of the sentences outside links."""
    told: dict[HtmlElement, float] = {}
    for element in whole.iter(*_TEXTS):
        own = _own_sentences(element)
        if own and not _within_skipped(element):
            parents = element.iterancestors()
            for share, holder in zip((1.0, 1.0, 0.5, 0.25), (element, *parents), strict=False):
                if holder.tag not in ("html", "tr", "tbody", "table"):
                    told[holder] = told.get(holder, 0.0) + own * share
    ordered = sorted(told.items(), key=lambda t: -t[1])
    if not ordered or ordered[0][1] < _LEAST:
        return None
    inner = _inner([e for e, points in ordered if points >= _SAME * ordered[0][1]])
    parent = inner.getparent()  # nothing names the parts of such a page: what stands above the text is its head
    if (
        parent is not None
        and parent.tag not in ("html", "tr", "tbody")
        and weight(parent) - linked(parent) <= 1.5 * weight(inner)
    ):
        return parent
    return inner


def _inner(elements: list[HtmlElement]) -> HtmlElement:
    return next(e for e in elements if not any(e in other.iterancestors() for other in elements))


def _own_sentences(element: HtmlElement) -> int:
    """How many characters of whole sentences stand in an element itself, not in elements of blocks in it."""
    return sum(len(piece) for piece in _own(element) if re.search(r"[가-힣][다요까][.?!]", piece))


def _own(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in ("b", "strong", "em", "span", "font", "u", "i"):
            yield child.text or ""
        yield child.tail or ""
