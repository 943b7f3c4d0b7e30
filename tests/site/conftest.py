"""The site of the example documents and a few of our own, written once by the command."""

import html
import io
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.__main__ import main
from kg.graph.store import GraphStore, open_store
from tests.pages.conftest import EXAMPLES, build

OWN = {
    "hard.txt": """해솔시, 'AI <b>돌봄</b>' 사업에 12억원 투입
발행일: 2026-02-03
해솔시는 올해 'AI <b>돌봄</b>' 사업에 12억 원을 투입한다고 3일 밝혔다.
바람이 차가웠지만 강당은 일찍부터 붐볐다고 주민들은 전했다.
조가람 해솔시장은 "홀로 사는 어르신을 먼저 찾아가겠다"고 말했다.
문의는 031-555-0142 또는 care@haesol.example 로 하면 된다고 한다.
""",
    "Hard.txt": """해솔시, 데이터센터 용역 착수
해솔시는 2027년까지 '해솔 데이터센터' 건립에 30억 원을 투입한다.
이 글에는 아무 사실도 없는 문장이 하나 더 들어 있습니다 그렇지요.
""",
}
"""Two names that a file system without capitals takes for one; markup, contacts, sentences that bear nothing out."""


def ran(*words: object) -> tuple[int, str]:
    """Run a command; its exit code and all that it prints."""
    before, told = (sys.argv, sys.stdout, sys.stderr), io.StringIO()
    sys.argv, sys.stdout, sys.stderr = ["kg", *map(str, words)], told, told
    try:
        main()
        code = 0
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
    finally:
        sys.argv, sys.stdout, sys.stderr = before
    return code, told.getvalue()


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the examples and our own documents."""
    room = tmp_path_factory.mktemp("kept")
    texts = room / "texts"
    texts.mkdir()
    for path in EXAMPLES.glob("*.txt"):
        (texts / path.name).write_bytes(path.read_bytes())
    for name, text in OWN.items():
        (texts / "own").mkdir(exist_ok=True)
        (texts / "own" / name).write_text(text, "utf-8")
    return build(texts, room / "store", "--root", texts, "--lexicon", EXAMPLES / "lexicon")


@pytest.fixture(scope="session")
def store(kept: Path) -> Iterator[GraphStore]:
    """The store, open."""
    with open_store(kept) as store:
        yield store


@pytest.fixture(scope="session")
def site(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    folder = tmp_path_factory.mktemp("site") / "site"
    code, told = ran("site", "--store", kept, "--output", folder, "--workers", "1")
    assert (code, told.startswith(f"{folder}: ")) == (0, True)
    return folder


class Seen(HTMLParser):
    """What a page holds: addresses with the tags that name them, anchors, tags with their attributes."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        told = {name: html.unescape(value or "") for name, value in attrs}
        self.tags.append((tag, told))
        self.links += [(tag, told[name]) for name in ("href", "src", "action") if name in told]
        self.ids += [told["id"]] if "id" in told else []


@pytest.fixture(scope="session")
def seen(site: Path) -> dict[str, Seen]:
    """All pages of the site by their path."""
    return {p.relative_to(site).as_posix(): Seen(p) for p in sorted(site.rglob("*.html"))}
