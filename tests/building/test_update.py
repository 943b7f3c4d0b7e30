"""One build on another: what is read again, what stays, what goes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.documents.article import Article
from kg.errors import UserError
from kg.graph.store import open_store
from kg.lexicon import load_lexicon
from kg.resolution.reading import Reading
from kg.use.building import update as building
from kg.use.building.maker import made_of, maker
from kg.use.building.settings import Settings
from kg.use.building.shards import Line
from kg.use.building.unfinished import NAME, Unfinished
from kg.use.building.update import Change, update
from tests.building.histories import STATES, Reader, build, exported, first, reading, remove


def test_update_reads_nothing_again_where_nothing_changed(tmp_path: Path) -> None:
    built, asked = build(tmp_path / "s", first())
    assert (built.read, built.kept, built.removed, asked) == (5, 0, 0, sorted(STATES))
    built, asked = build(tmp_path / "s", first())
    assert (built.read, built.kept, built.removed, asked) == (0, 5, 0, [])
    assert built.summary.documents.total() == 5
    assert [p.name for p in (tmp_path / "s" / "versions").iterdir()] == ["000001"]


def test_update_calls_no_reader_where_nothing_is_to_be_read(tmp_path: Path) -> None:
    def broken(articles: Iterable[Article], number: int) -> Iterator[Line]:
        raise AssertionError("Kiwi would be loaded")

    build(tmp_path / "s", first("a.txt", "e.txt"))
    change = Change(goes={"e.txt"}.__contains__)
    assert update(tmp_path / "s", Settings(Path("/texts")), load_lexicon(), change, broken).removed == 1


def test_update_reads_only_the_changed_file(tmp_path: Path) -> None:
    build(tmp_path / "s", first())
    built, asked = build(tmp_path / "s", first() | {"e.txt": STATES["e.txt"][1]})
    assert (built.read, built.kept, asked) == (1, 4, ["e.txt"])
    build(tmp_path / "n", first() | {"e.txt": STATES["e.txt"][1]})
    assert exported(tmp_path / "s") == exported(tmp_path / "n")


def test_update_adds_to_what_is_there(tmp_path: Path) -> None:
    build(tmp_path / "s", first("a.txt"))
    built, asked = build(tmp_path / "s", first("e.txt"), whole=False)
    assert (built.read, built.kept, built.removed, asked) == (1, 1, 0, ["e.txt"])
    with open_store(tmp_path / "s") as store:
        assert store.identifiers() == ["a.txt", "e.txt"]


def test_update_takes_out_what_is_gone(tmp_path: Path) -> None:
    build(tmp_path / "s", first())
    built, asked = build(tmp_path / "s", first("a.txt", "e.txt"))
    assert (built.read, built.kept, built.removed, asked) == (0, 2, 3, [])
    build(tmp_path / "n", first("a.txt", "e.txt"))
    assert exported(tmp_path / "s") == exported(tmp_path / "n")


def test_update_removes_what_is_named(tmp_path: Path) -> None:
    build(tmp_path / "s", first("a.txt", "e.txt"))
    assert remove(tmp_path / "s", "e.txt").removed == 1
    build(tmp_path / "n", first("a.txt"))
    assert exported(tmp_path / "s") == exported(tmp_path / "n")
    assert remove(tmp_path / "s", "a.txt").removed == 1
    assert exported(tmp_path / "s") == b""


def test_update_reads_all_again_with_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path / "s", first())
    monkeypatch.setattr(building, "maker", lambda lexicon: "other code")
    built, asked = build(tmp_path / "s", first("a.txt"), whole=False)
    assert (built.read, built.kept) == (5, 0)
    assert asked == sorted(STATES)


def test_update_reads_all_again_when_asked(tmp_path: Path) -> None:
    build(tmp_path / "s", first())
    built, asked = build(tmp_path / "s", first(), again=True)
    assert (built.read, asked) == (5, sorted(STATES))


def test_update_hash_differs_by_each_part(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("word\n새말\n", "utf-8")
    shipped, other = maker(load_lexicon()), maker(load_lexicon((tmp_path,)))
    hashes = [
        made_of(Article("a", "t"), shipped),
        made_of(Article("b", "t"), shipped),
        made_of(Article("a", "u"), shipped),
        made_of(Article("a", "t"), other),
    ]
    assert len({*hashes}) == 4
    assert made_of(Article("a", "t"), shipped) == hashes[0]


def test_update_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    def stopped(articles: Iterable[Article], number: int) -> Iterator[Line]:
        for count, article in enumerate(articles):
            if count == 3:
                raise KeyboardInterrupt
            yield Line.of(reading(article.identifier, article.text))

    store = tmp_path / "s"
    with pytest.raises(KeyboardInterrupt):
        change = Change([Article(*told) for told in first().items()])
        update(store, Settings(Path("/texts")), load_lexicon(), change, stopped)
    with (store / NAME).open("ab") as file:
        file.write(b"0123 torn")
    built, asked = build(store, first())
    assert asked == sorted(STATES)[3:]
    assert (built.read, built.kept) == (2, 3)
    assert not (store / NAME).exists()
    build(tmp_path / "n", first())
    assert exported(store) == exported(tmp_path / "n")


@pytest.mark.parametrize("cut", [1, 60, 131, 400])
def test_update_ignores_a_torn_last_line(tmp_path: Path, cut: int) -> None:
    one, two = (reading(i, STATES[i][0]) for i in ("a.txt", "e.txt"))
    with Unfinished(tmp_path) as work:
        work.add(Line.of(one).json, "1" * 64)
        work.add(Line.of(two).json, "2" * 64)
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[:-cut])
    with Unfinished(tmp_path) as work:
        assert "1" * 64 in work and "2" * 64 not in work
        work.add(Line.of(two).json, "2" * 64)
        assert Reading.from_json(work.line("1" * 64).decode()) == one
        assert Reading.from_json(work.line("2" * 64).decode()) == two
    assert (tmp_path / NAME).read_bytes() == whole


def test_update_leaves_the_store_where_nothing_can_be_read(tmp_path: Path) -> None:
    build(tmp_path / "s", first("a.txt"))
    before = exported(tmp_path / "s")
    with pytest.raises(UserError, match="none of the files could be read"):
        update(tmp_path / "s", Settings(), load_lexicon(), Change((), lambda _: True), Reader())
    with pytest.raises(UserError, match="none of the files could be read"):
        update(tmp_path / "new", Settings(), load_lexicon(), Change((), lambda _: True), Reader())
    assert exported(tmp_path / "s") == before
    assert not (tmp_path / "new").exists()


def test_update_builds_anew_over_a_damaged_store(tmp_path: Path) -> None:
    build(tmp_path / "s", first("a.txt", "e.txt"))
    (tmp_path / "s" / "versions" / "000001" / "places.json").write_text("{torn")
    built, _ = build(tmp_path / "s", first("a.txt"), whole=False)
    assert built.lost
    build(tmp_path / "n", first("a.txt"))
    assert exported(tmp_path / "s") == exported(tmp_path / "n")
