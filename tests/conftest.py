"""What many tests share: a small corpus of invented texts, its store, and a way to run commands."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.__main__ import main
from kg.lexicon import Lexicon, load_lexicon

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[1].parent / "shared"))
"""Where the gold corpus stands, if it is there."""

ARTICLE = """가온시, 'AI 새싹 바우처'에 내년 12억원 투입

입력 2025-11-12 09:00
[가온신문 도레미 기자] 서울시는 내년 'AI 새싹 바우처' 사업에 12억원을 투입한다고 12일 밝혔다.

나한결 서울시장은 이날 시청 브리핑룸에서 연 기자설명회에서 "골목 가게부터 바꾸겠다"고 말했다.

서울시는 2027년까지 참여 가게를 현재 30곳에서 500곳으로 늘릴 계획이다.
"""
RELEASE = """경기도, 'AI 돌봄 사다리' 사업 시작

입력 2025-10-02 10:00
[누리일보 하나로 기자] 경기도는 'AI 돌봄 사다리' 사업을 추진한다. 올해 사업비는 7억5천만원이다.

다온결 경기도지사는 "사람이 먼저다"라고 강조했다.
"""


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return load_lexicon()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run ``kg ARGS`` in this process."""

    def ran(*args: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, args)])
        capfd.readouterr()
        try:
            main()
            code = 0
        except SystemExit as stopped:
            code = stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two invented articles."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "b.txt").write_text(RELEASE, "utf-8")
    return folder


@pytest.fixture(scope="session")
def store(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store built from the small corpus."""
    folder = tmp_path_factory.mktemp("built") / "store"
    before = sys.argv
    sys.argv = ["kg", "build", str(corpus), "--store", str(folder)]
    try:
        main()
    except SystemExit as stopped:
        assert not stopped.code, "the small corpus must build"
    finally:
        sys.argv = before
    yield folder


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With ``REQUIRE_ALL=1`` a skipped test is a failure: everything that tests need must be there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter else 0
    if os.environ.get("REQUIRE_ALL") == "1" and skipped and exitstatus == 0:
        reporter.write_line(f"REQUIRE_ALL=1: {skipped} skipped tests count as failures", red=True)
        session.exitstatus = 1
