"""Pictures: names, colours, amounts, and the evidence behind every edge."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.use.won import won
from tests.conftest import Ran

Run = Callable[..., Ran]


def test_drawing_page_holds_names_and_sentences_and_no_address(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("draw", "서울시", "--store", store, "-o", tmp_path / "x.html").code == 0
    page = (tmp_path / "x.html").read_text("utf-8")
    told = json.loads(re.findall(r'id="told">(.*?)</script>', page, re.S)[0])
    assert {"서울특별시", "나한결"} <= {n["label"] for n in told["nodes"]}
    sentences = {e["sentence"] for e in told["edges"]}
    assert any("12억원을 투입한다" in s for s in sentences)
    assert not re.search(r'(?:src|href)="http', page)


def test_drawing_shows_amounts_on_edges(run: Run, store: Path, tmp_path: Path) -> None:
    run("draw", "서울시", "--store", store, "-o", tmp_path / "x.svg")
    assert "12억원 2026" in (tmp_path / "x.svg").read_text("utf-8")


def test_drawing_same_store_gives_the_same_bytes(run: Run, store: Path, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        run("draw", "나한결", "--hops", 2, "--store", store, "-o", tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_drawing_png_is_a_picture(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("draw", "나한결", "--store", store, "-o", tmp_path / "x.png").code == 0
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (26_400_000_000, "264억원"),
        (120_000_000, "1억 2,000만원"),
        (2_500_000_000_000, "2조 5,000억원"),
        (23_000, "2만 3,000원"),
        (0, "0원"),
    ],
)
def test_won_is_written_as_koreans_write_it(value: int, words: str) -> None:
    assert won(value) == words
