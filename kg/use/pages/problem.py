"""The page that says in one line what went wrong."""

from kg.use.pages.html import html
from kg.use.pages.route import Page, Shown

_TITLES = {
    400: "읽을 수 없는 요청입니다",
    403: "할 수 없는 일입니다",
    404: "그런 쪽은 없습니다",
    503: "지금은 답할 수 없습니다",
}


def problem(status: int, line: str, shown: Shown) -> Page:
    """A page for a status of HTTP, with what a user can do about it."""
    title = _TITLES.get(status, "문제가 생겼습니다")
    return Page(html("problem.html", shown, title=title, line=line, status=status), status)
