"""A server on the loopback whose answers a test sets, and which remembers what it was asked."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """Answers by path; ``asked`` are path, headers and moment of each request."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.port = 0

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"http://127.0.0.1:{self.port}"

    def says(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> str:
        """Set what stands at a path; its address."""
        content = body.encode() if isinstance(body, str) else body
        self.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, content)
        return self.url + path

    def paths(self) -> list[str]:
        """What it was asked for, in order."""
        return [path for path, _, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    """A server that runs while the test does."""
    told = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = {name.lower(): value for name, value in self.headers.items()}
            told.asked.append((self.path, asked, time.monotonic()))
            status, headers, body = told.answers.get(self.path, (404, {}, b""))
            if status == 200 and headers.get("ETag") and asked.get("if-none-match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
