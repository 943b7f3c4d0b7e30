"""What stands in an article's element and is not of the article: menus, buttons, related lists, comments, notices."""

from lxml.html import HtmlElement

from kg.documents.formats.page.element import is_skipped, linked, names_of, short_words, weight
from kg.patterns import regex

_NOISE = frozenset((
    "related", "relation", "relate", "relative", "recommend", "recommended", "recomm", "comment", "comments",
    "reply", "replies", "sns", "share", "sharing", "social", "banner", "advert", "advertisement", "adsbygoogle",
    "ads", "ad", "adv", "dfp", "taboola", "dable", "popular", "ranking", "rank", "hot", "most", "best", "pagination",
    "paging", "paginate", "pager", "breadcrumb", "breadcrumbs", "location", "lnb", "gnb", "snb", "nav", "navi",
    "navigation", "menu", "menus", "toolbar", "util", "utility", "utils", "btn", "button", "buttons", "copyright",
    "copy", "subscribe", "subscription", "newsletter", "survey", "satisfaction", "satis", "manjok", "ccl", "kogl",
    "license", "keyword", "keywords", "tag", "tags", "hashtag", "hashtags", "footer", "foot", "aside", "sidebar",
    "quick", "skip", "skipnav", "sr", "blind", "hidden", "popup", "layer", "modal", "tooltip", "print", "fontsize",
    "login", "search", "prev", "next", "prevnext", "profile", "journalist", "reporter", "writer", "byline", "author",
    "copyrights", "attach", "attachment", "attachments", "attachfile", "file", "files", "filelist", "download",
    "donate", "donation", "support", "poll", "vote", "emotion", "likeit", "reaction", "more", "viewer", "tts",
    "audio", "player", "series", "dictionary", "promotion", "sponsor", "outbrain", "bestnews", "mostview",
    "관련기사", "댓글", "광고",
))  # fmt: skip
_WEAK = frozenset((
    "file", "files", "hot", "best", "copy", "more", "next", "prev", "tag", "tags", "location", "support", "series",
    "layer", "search", "author", "writer", "hidden", "viewer", "print", "menu", "copyright", "util", "skip",
    "reporter", "download", "audio", "sr", "search", "ad", "rank", "quick", "player", "poll", "location",
))  # fmt: skip
"""Words that are also said of things in an article: they cut only what hardly holds a sentence."""
_LISTS = regex(
    r"[^가-힣A-Za-z0-9]*(?:(?:이\s?시각|오늘의?|지금|실시간|가장|이\s기사[와를]?)\s?)?"
    r"(?:관련|연관|함께|같이|추천|인기|많이\s?본|많이\s?읽은|주요|최신|다른|더\s?많은|이전|다음|HOT|핫)\s?"
    r"(?:(?:많이|본|보면|볼|읽은|읽으면|좋은|좋을|만한)\s?){0,3}(?:기사|뉴스|글|콘텐츠|영상|이슈|소식|게시물)(?:들|\s?목록|\s?더\s?보기)?[^가-힣A-Za-z0-9]*"
)
_NOTICE = regex(r"[\[(]?\s*(?:광고|배너|AD|Advertisement|ADVERTISEMENT|스폰서|Sponsored)\s*[\])]?")
_SENTENCE = regex(r"[가-힣](?:다|요|까)[.?!](?:[\s”\"’')\]]|$)")
_MENU = 8
_HOLDERS = (
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "p",
    "li",
    "dd",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "span",
    "strong",
)


def clear(page: HtmlElement) -> None:
    """Take out of a page what can be told at sight: scripts, styles and the long lists of links that menus are.

    What is told of an article stands in neither, and most of a page's elements do.
    """
    for element in list(page.iter("script", "style", "noscript", "template", "svg", "iframe")):
        _drop(element)
    for element in list(page.iter("ul", "ol", "nav")):
        if element.getparent() is None:
            continue
        links = list(element.iter("a"))
        if len(links) >= _MENU and sum(map(weight, links)) >= 0.8 * weight(element):
            _drop(element)


def prune(container: HtmlElement, heads: frozenset[HtmlElement] = frozenset()) -> None:
    """Take out of an article's element what is not of the article, and ``heads``, which were read already."""
    whole = weight(container)
    for element in list(container.iter()):
        if element is container or not _is_in(element, container):
            continue
        if element in heads or is_skipped(element) or _is_noise(element, whole):
            _drop(element)
    for element in reversed(list(container.iter(*_HOLDERS))):
        if element is not container and _is_in(element, container) and _is_list_of_links(element):
            _drop(element)
    for element in list(container.iter("h2", "h3", "h4", "h5", "strong", "dt", "p", "div", "span")):
        words = short_words(element, 30)
        if not words or element is container or not _is_in(element, container):
            continue
        if _LISTS.fullmatch(words):
            _drop_list(element)
        elif _NOTICE.fullmatch(words):
            _drop(element)


def _is_in(element: HtmlElement, container: HtmlElement) -> bool:
    """Whether an element was not dropped with one that holds it."""
    return any(e is container for e in element.iterancestors())


def _is_noise(element: HtmlElement, whole: int) -> bool:
    if element.tag in ("nav", "aside", "footer"):
        return weight(element) * 2 < whole
    names = names_of(element) & _NOISE
    if not names or element.tag in ("td", "th", "tr", "tbody", "table", "body"):
        return False
    share = weight(element)
    if names <= _WEAK:
        return share < 200 and share * 4 < whole and not _SENTENCE.search(short_words(element, 400))
    return share * 2 < whole


def _is_list_of_links(element: HtmlElement) -> bool:
    """Whether more than half of an element's words are links and no sentence stands there."""
    links = linked(element)
    if not links or links * 2 <= weight(element):
        return False
    if element.tag in ("span", "strong"):
        return False
    words = short_words(element, 600)
    return not (words and _SENTENCE.search(words) and len(list(element.iter("a"))) == 1)


def _drop_list(head: HtmlElement) -> None:
    """Drop the heading of a list of other articles, and the list behind it."""
    after = head.getnext()
    if after is not None and after.tag in ("ul", "ol", "div", "table", "dl") and linked(after):
        words = short_words(after, 2000)
        if words and not _SENTENCE.search(words):
            _drop(after)
    _drop(head)


def _drop(element: HtmlElement) -> None:
    """Take an element out; the text behind it stays. Where it divided lines, they stay divided."""
    parent = element.getparent()
    if parent is None:
        return
    mark = element.makeelement("br") if element.tag in ("div", "p", "ul", "table", "figure", "section", "br") else None
    tail, element.tail = element.tail, None
    if mark is not None:
        mark.tail = tail
        parent.replace(element, mark)
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (tail or "")
    else:
        parent.text = (parent.text or "") + (tail or "")
    parent.remove(element)
