"""A server on the example documents and a browser that watches for errors and foreign requests."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.explorer.server import running
from tests.pages.conftest import EXAMPLES, build

CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)


class Seen:
    """A page, and what went wrong on it: console errors, exceptions, requests to other hosts."""

    def __init__(self, page: Any, server: str) -> None:
        self.page, self.server = page, server
        self.wrong: list[str] = []
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("request", lambda r: None if self._ours(r.url) else self.wrong.append(r.url))

    def _ours(self, url: str) -> bool:
        return url.startswith((self.server, "data:", "blob:"))

    def go(self, path: str) -> Any:
        """Open a path of the server."""
        self.page.goto(self.server + path.removeprefix("/"), wait_until="load")
        return self.page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium; tests are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright: make test-browser installs it")
    if CHROMIUM is None:
        pytest.skip("no chromium: install it (Debian: apt-get install chromium fonts-noto-cjk)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on which people may judge."""
    folder: Path = tmp_path_factory.mktemp("browser") / "store"
    with running(build(EXAMPLES, folder, "--lexicon", EXAMPLES / "lexicon"), "--review", "--who", "가온") as address:
        yield address


@pytest.fixture
def seen(chromium: Any, server: str) -> Iterator[Seen]:
    """A page of a desk's size; at the end nothing may have gone wrong on it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="ko-KR")
    found = Seen(context.new_page(), server)
    yield found
    context.close()
    assert found.wrong == []
