"""Long texts are shown in parts: between lines, nothing lost, the part of a place found again."""

import pytest

from kg.use.pages import Shown
from kg.use.pages.document import document
from kg.use.pages.parting import part_of, parted
from kg.use.pages.route import Route


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("가나다", ["가나다"]),
        ("가\n나\n다", ["가\n나\n", "다"]),
        ("가나다라마바사", ["가나다라마", "바사"]),
        ("가\n나다라마바사아\n자", ["가\n", "나다라마바", "사아\n자"]),
        ("가나다라\n마", ["가나다라\n", "마"]),
        ("\n\n\n", ["\n\n", "\n"]),
    ],
)
def test_parted_cuts_behind_lines(text: str, parts: list[str]) -> None:
    assert [text[b:e] for b, e in parted(text, 5, 2)] == parts


def test_part_of_finds_the_part_of_an_offset() -> None:
    parts = parted("가\n나다라마바사아\n자", 5, 2)
    assert [part_of(parts, at) for at in (0, 1, 2, 6, 7, 10, 99)] == [0, 0, 1, 1, 2, 2, 2]


def test_document_page_shows_the_part_of_a_place_and_leads_on(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Route("document", "gaon-release.txt")
    whole = document(here, shown)
    assert whole is not None
    assert (whole.part, whole.parts, whole.before, whole.after) == (1, 1, None, None)
    monkeypatch.setattr("kg.use.pages.document.parted", lambda text: parted(text, 200))
    marked = document(here.having(begin="220", end="244"), shown)
    assert marked is not None
    shown_here = "".join(p.text for line in marked.lines for p in line.pieces)
    assert marked.part == 2 and marked.parts > 3
    assert marked.words in shown_here
    assert (marked.before, marked.after) == (here.having(part="1"), here.having(part="3"))
    parts = [document(here.having(part=str(n + 1)), shown) for n in range(marked.parts)]
    lines = [line for part in parts if part for line in part.lines]
    assert lines == list(whole.lines)
