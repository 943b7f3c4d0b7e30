"""Judgements that are sent from a page that we gave out; they go to the file that the store obeys."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from anyio import Lock, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import UserError
from kg.identity.judgements import Judgement
from kg.use.judging.file import add_judgements, checked

_MOST = 1 << 16
_FIELDS = ("decision", "key", "other", "document", "sentence", "why")


@dataclass(frozen=True)
class Desk:
    """Where judgements go: the file, who decides, the day of today, and the token that must come with each."""

    file: Path
    who: str
    today: Callable[[], str]
    token: str

    async def take(self, request: Request) -> Response:
        """Write down one judgement. It must come from a page of ours, with the token that stands in it."""
        if not _from_here(request):
            return PlainTextResponse("a judgement must be sent from a page of this server\n", 403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST:
                return PlainTextResponse("too long\n", 413)
        try:
            told = dict(parse_qsl(body.decode(), keep_blank_values=True))
        except UnicodeDecodeError:
            return PlainTextResponse("send a form in UTF-8\n", 400)
        if not hmac.compare_digest(told.get("token", "").encode(), self.token.encode()):
            return PlainTextResponse("this page is out of date: load it again\n", 403)
        row = {name: " ".join(told.get(name, "").split()) for name in _FIELDS}
        judgement = Judgement(**row, who=self.who, when=self.today())  # type: ignore[arg-type]
        try:
            judgement = checked(judgement, "judgement")
            async with _WRITING:
                await to_thread.run_sync(add_judgements, self.file, [judgement])
        except UserError as error:
            return PlainTextResponse(error.line + "\n", 400)
        back = told.get("back", "")
        ours = back.startswith("/") and not back.startswith(("//", "/\\"))
        return RedirectResponse(back if ours else "/review", 303)


_WRITING = Lock()


def _from_here(request: Request) -> bool:
    """Whether the browser says that a page of this server sent the request."""
    origin = request.headers.get("origin") or request.headers.get("referer", "")
    told = urlsplit(origin)
    return told.scheme in ("http", "https") and told.netloc.lower() == request.headers.get("host", "").lower() != ""
