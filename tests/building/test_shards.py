"""The unit of work: shards are made and named by their articles alone, and lose nothing where processes die."""

from collections.abc import Iterable, Iterator

import pytest

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import load_lexicon
from kg.use.building import shards
from kg.use.building.maker import maker
from kg.use.building.shards import Answer, Line, Shard, Told, read_shard, read_shards, shards_of

ARTICLES = [Article(f"{n}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.") for n in range(7)]


def fail(error: UserError) -> None:
    raise error


def test_shards_hold_so_many_articles_or_so_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [len(s.articles) for s in shards_of(ARTICLES, "m", 3)] == [3, 3, 1]
    monkeypatch.setattr(shards, "_LONG", 2 * len(ARTICLES[0].text))
    assert [len(s.articles) for s in shards_of(ARTICLES, "m", 3)] == [2, 2, 2, 1]
    assert list(shards_of([], "m", 3)) == []


def test_shards_are_named_by_articles_and_maker() -> None:
    one, two = ARTICLES[:2]
    names = {
        Shard(told, by).name
        for told in [(one,), (two,), (one, two), (two, one), (one._replace(text="나"),)]
        for by in "mn"
    }
    assert len(names) == 10
    assert Shard((one, two), "m").name == Shard(tuple(ARTICLES[:2]), "m").name


def test_shards_are_not_read_by_another_version() -> None:
    with pytest.raises(UserError, match="a worker: reads with another version"):
        read_shard(Shard(tuple(ARTICLES), "of another version"), load_lexicon())


def test_shards_tell_readings_as_lines_and_leave_out_where_a_rule_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = load_lexicon()
    shard = Shard(tuple(ARTICLES[:3]), maker(lexicon))
    whole = read_shard(shard, lexicon)
    assert [line.identifier for line in whole.lines] == ["0.txt", "1.txt", "2.txt"]
    assert all(line.json.startswith(b'{"document":') and line.json.endswith(b"}\n") for line in whole.lines)

    def breaks(analysis: object, lexicon: object) -> object:
        if analysis.document.identifier == "1.txt":  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return real(analysis, lexicon)  # type: ignore[arg-type]

    from kg import pipeline

    real = pipeline.read_analysis
    monkeypatch.setattr(pipeline, "read_analysis", breaks)
    told = read_shard(shard, lexicon)
    assert told.lines == [whole.lines[0], whole.lines[2]]
    assert [e.where for e in told.errors] == ["1.txt"]


def test_shards_that_nobody_survives_are_read_article_by_article() -> None:
    handed: list[list[str]] = []

    def engine(given: Iterable[Shard]) -> Iterator[Answer]:
        for shard in given:
            names = [article.identifier for article in shard.articles]
            handed.append(names)
            yield shard, None if "4.txt" in names else Told([Line(name, b"{}\n") for name in names], [])

    errors: list[UserError] = []
    lines = list(read_shards(shards_of(ARTICLES, "m", 3), engine, errors.append))
    assert [line.identifier for line in lines] == ["0.txt", "1.txt", "2.txt", "3.txt", "5.txt", "6.txt"]
    assert [e.line for e in errors] == ["4.txt: ends the process that reads it; leave the file out and report it"]
    assert handed == [
        ["0.txt", "1.txt", "2.txt"],
        ["3.txt", "4.txt", "5.txt"],
        ["3.txt"],
        ["4.txt"],
        ["5.txt"],
        ["6.txt"],
    ]
