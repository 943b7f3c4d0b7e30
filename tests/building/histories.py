"""A small corpus of invented texts in two states each, and builds of it in this process."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kg.documents.article import Article
from kg.graph.export import nquads
from kg.graph.store import open_store
from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.resolution.reading import Reading
from kg.use.building.settings import Settings
from kg.use.building.shards import Line
from kg.use.building.update import Built, Change, update

Corpus = Mapping[str, str]
"""Text by identifier."""


def _news(headline: str, day: str, body: str) -> str:
    return f"{headline}\n\n입력 {day} 09:00\n[가온신문 도레미 기자] {body}\n"


STATES: dict[str, tuple[str, str]] = {
    "a.txt": (
        _news(
            "서울시, 'AI 새싹 바우처'에 12억원 투입",
            "2025-11-12",
            "서울시는 내년 'AI 새싹 바우처' 사업에 12억원을 투입한다고 12일 밝혔다. "
            '김한결 서울시장은 "골목 가게부터 바꾸겠다"고 말했다.',
        ),
        _news(
            "서울시, 'AI 새싹 바우처' 15억원으로 증액",
            "2025-12-03",
            "서울시는 내년 'AI 새싹 바우처' 사업에 15억원을 투입한다고 3일 밝혔다. "
            '박온유 서울시장은 "상인과 함께 가겠다"고 말했다.',
        ),
    ),
    "경기/b.txt": (
        _news(
            "경기도, 'AI 돌봄 사다리' 추진", "2025-10-02", "경기도는 올해 'AI 돌봄 사다리' 사업에 7억5천만원을 쓴다."
        ),
        _news("경기도, 'AI 돌봄 사다리' 중단", "2025-10-09", "경기도는 'AI 돌봄 사다리' 사업을 멈춘다고 9일 밝혔다."),
    ),
    "경기/c.txt": (
        _news(
            "김한결 시장, 경기도와 협약",
            "2025-10-20",
            "김한결 서울시장은 20일 경기도청에서 'AI 새싹 바우처' 업무협약을 맺었다.",
        ),
        _news("서울·경기 협약 연기", "2025-10-21", "서울시와 경기도는 'AI 새싹 바우처' 업무협약을 미룬다."),
    ),
    "경기/하위/d.txt": (
        _news("도, 예산 3억원 더 쓴다", "2025-11-30", "경기도는 'AI 돌봄 사다리' 사업에 도비 3억원을 더 편성했다."),
        _news("도, 예산 동결", "2025-12-01", "경기도는 'AI 돌봄 사다리' 예산을 늘리지 않는다."),
    ),
    "e.txt": (
        _news(
            "부산시, 인공지능 실증센터 착공",
            "2025-09-15",
            "부산시는 15일 '물결 AI 실증센터'를 착공했다. 시비 80억원을 들인다.",
        ),
        _news("부산시, 인공지능 실증센터 개소", "2026-02-15", "부산시는 15일 '물결 AI 실증센터'를 개소했다."),
    ),
}
"""Identifier: the text at first, and the text after a change."""


@lru_cache(maxsize=64)
def reading(identifier: str, text: str) -> Reading:
    """The real reading of a text, made once in a process."""
    (made,) = read([(identifier, text)], load_lexicon())
    return made


class Reader:
    """Reads as the command does, and remembers which documents it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, articles: Iterable[Article], number: int) -> Iterator[Line]:
        for article in articles:
            self.asked.append(article.identifier)
            yield Line.of(reading(article.identifier, article.text))


def build(store: Path, corpus: Corpus, *, whole: bool = True, again: bool = False) -> tuple[Built, list[str]]:
    """Build texts into a store, and which were read; ``whole`` tells that these are all documents of the root."""
    reader = Reader()
    articles = [Article(name, text) for name, text in corpus.items()]
    change = Change(articles, (lambda _: True) if whole else (lambda _: False), again)
    return update(store, Settings(Path("/texts")), load_lexicon(), change, reader), reader.asked


def remove(store: Path, *identifiers: str) -> Built:
    """Take documents out of a store."""
    return update(store, Settings(Path("/texts")), load_lexicon(), Change(goes=identifiers.__contains__), Reader())


def exported(store: Path) -> bytes:
    """The sorted N-Quads of a store."""
    with open_store(store) as graph:
        return nquads(graph)


def first(*identifiers: str) -> dict[str, str]:
    """The first state of these documents, of all where none is named."""
    return {i: STATES[i][0] for i in identifiers or STATES}
