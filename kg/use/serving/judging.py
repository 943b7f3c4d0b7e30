"""Judgements that are sent from a page that we gave out; they go to the file that the store obeys."""

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from anyio import Lock, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import UserError
from kg.graph.store import GraphStore
from kg.identity.judgements import Judgement
from kg.use.judging.file import add_judgements, checked
from kg.use.searching.index import Index
from kg.use.serving.correcting import correction

_MOST = 1 << 16
_FIELDS = ("decision", "key", "other", "document", "sentence", "why")
_OF_A_KEY = ("key", "document", "sentence")
"""What is sent once for each key under which documents tell a claim."""


@dataclass(frozen=True)
class Desk:
    """Where judgements go: the file, who decides, the day of today, and the token that must come with each."""

    file: Path
    who: str
    today: Callable[[], str]
    token: str

    async def take(self, request: Request, store: GraphStore, index: Index) -> Response:
        """Write down one judgement. It must come from a page of ours, with the token that stands in it.

        A claim that documents tell under several keys is judged under each. ``store`` and ``index`` tell whom the names
        in a correction mean.
        """
        if not _from_here(request):
            return PlainTextResponse("a judgement must be sent from a page of this server\n", 403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _MOST:
                return PlainTextResponse("too long\n", 413)
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True)
        except UnicodeDecodeError:
            return PlainTextResponse("send a form in UTF-8\n", 400)
        told = dict(pairs)
        if not hmac.compare_digest(told.get("token", "").encode(), self.token.encode()):
            return PlainTextResponse("this page is out of date: load it again\n", 403)
        try:
            if told.get("decision") == "replace" and not told.get("other"):
                kind = told.get("key", "").partition("/")[0]
                told["other"] = await to_thread.run_sync(correction, kind, told, store, index)
            judgements = [checked(j, "judgement") for j in self._judgements(pairs, told)]
            async with _WRITING:
                await to_thread.run_sync(add_judgements, self.file, judgements)
        except UserError as error:
            return PlainTextResponse(error.line + "\n", 400)
        except ValueError as error:
            return PlainTextResponse(f"judgement: {error}\n", 400)
        back = told.get("back", "")
        ours = back.startswith("/") and not back.startswith(("//", "/\\"))
        return RedirectResponse(back if ours else "/review", 303)

    def _judgements(self, pairs: Sequence[tuple[str, str]], told: Mapping[str, str]) -> list[Judgement]:
        """One judgement for each key that was sent, with its own document and sentence."""
        columns = {name: [value for field, value in pairs if field == name] for name in _OF_A_KEY}
        found = []
        for number in range(max(1, len(columns["key"]))):
            row = {name: told.get(name, "") for name in _FIELDS}
            row |= {name: values[number] if number < len(values) else "" for name, values in columns.items()}
            plain = {name: " ".join(value.split()) for name, value in row.items()}
            found.append(Judgement(**plain, who=self.who, when=self.today()))  # type: ignore[arg-type]
        return found


_WRITING = Lock()


def _from_here(request: Request) -> bool:
    """Whether the browser says that a page of this server sent the request."""
    origin = request.headers.get("origin") or request.headers.get("referer", "")
    told = urlsplit(origin)
    return told.scheme in ("http", "https") and told.netloc.lower() == request.headers.get("host", "").lower() != ""
