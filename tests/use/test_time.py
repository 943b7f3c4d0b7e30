"""Questions about time: offices as intervals, «as of» a day, the timeline of a program; and independent sources."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.graph.quads import document_quads
from kg.graph.store import GraphStore
from kg.identity.identify import identify
from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.use.answer import answer
from kg.use.question import filled, questions
from tests.conftest import Ran

Run = Callable[..., Ran]

STORY = (
    "부산시는 올해 'AI 새싹 바우처' 사업에 20억원을 투입한다고 15일 밝혔다. "
    '박온유 부산시장은 "두 배로 늘리겠다"고 말했다. '
    "시는 다음 달부터 석 달 동안 신청을 받아 가게마다 장비와 교육을 함께 준다고 설명했다. "
    "상인회는 수수료가 없어 반갑다면서도 고장이 났을 때 누가 고칠지를 물었다."
)


def news(headline: str, day: str, body: str) -> str:
    return f"{headline}\n\n입력 {day} 09:00\n[가온신문 도레미 기자] {body}\n"


TEXTS = {
    "a.txt": news(
        "부산시, AI 새싹 바우처 시작",
        "2025-01-10",
        "부산시는 올해 'AI 새싹 바우처' 사업에 12억원을 투입한다고 10일 밝혔다. "
        '나한결 부산시장은 "골목부터 바꾸겠다"고 말했다.',
    ),
    "b.txt": news(
        "상인 만난 시장", "2025-04-02", "나한결 부산시장은 2일 상인회를 찾아 'AI 새싹 바우처' 사업을 설명했다."
    ),
    "c.txt": news("부산시, 바우처 예산 늘려", "2025-09-15", STORY),
    "d.txt": news("[지역] 바우처 두 배로", "2025-09-16", STORY.replace("설명했다", "했다")),
    "e.txt": news(
        "전 시장 강연", "2025-10-20", "나한결 전 부산시장은 20일 대학에서 강연했다. 박온유 부산시장도 자리를 함께했다."
    ),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("time")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    yield folder


@pytest.fixture
def ask(run: Run, texts: Path) -> Callable[..., list[dict[str, object]]]:
    """Ask a named question of a store of these texts."""
    store = texts / "store"
    if not store.exists():
        assert run("build", texts, "--store", store).code == 0

    def asked(*args: str) -> list[dict[str, object]]:
        ran = run("query", *args, "--store", store, "--format", "json")
        assert ran.code == 0, ran.err
        told: list[dict[str, object]] = json.loads(ran.out)
        return told

    return asked


Ask = Callable[..., list[dict[str, object]]]


def held(rows: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(r["personName"], r["title"], r["first"], r["last"], r["over"], r["documents"]) for r in rows]


def test_offices_are_intervals_between_documents(ask: Ask) -> None:
    assert held(ask("offices", "--organization", "부산광역시")) == [
        ("나한결", "시장", "2025-01-10", "2025-04-02", "2025-09-15", 2),
        ("박온유", "시장", "2025-09-15", "2025-10-20", "", 3),
    ]


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2025-01-09", []),
        ("2025-01-10", ["나한결"]),
        ("2025-03-01", ["나한결"]),
        ("2025-09-14", ["나한결"]),
        ("2025-09-15", ["박온유"]),
        ("2026-03-01", ["박온유"]),
    ],
)
def test_offices_as_of_a_day_have_one_mayor(ask: Ask, day: str, who: list[str]) -> None:
    for words in (["--region", "부산"], ["--organization", "부산시"]):
        assert [r["personName"] for r in ask("offices", *words, "--as-of", day)] == who


def test_offices_of_a_person_end_where_a_text_calls_them_past(ask: Ask) -> None:
    assert held(ask("offices", "--person", "나한결", "--to", "2025-08-01"))[0][:4] == (
        "나한결",
        "시장",
        "2025-01-10",
        "2025-04-02",
    )


def test_program_money_as_of_a_day_knows_nothing_of_later_texts(ask: Ask) -> None:
    now = ask("program-money", "--program", "AI 새싹 바우처")
    then = ask("program-money", "--program", "AI 새싹 바우처", "--as-of", "2025-06-30")
    assert {(r["amount"], r["adds"]) for r in now} == {
        (2_000_000_000, "taken"),
        (1_200_000_000, "left out: a newer text tells another sum"),
    }
    assert [(r["amount"], r["adds"]) for r in then] == [(1_200_000_000, "taken")]


def test_as_of_must_be_a_day(run: Run, texts: Path, ask: Ask) -> None:
    ran = run("query", "offices", "--as-of", "작년", "--store", texts / "store")
    assert (ran.code, ran.err) == (2, "kg: --as-of: '작년' is no day; write it as 2026-03-11\n")
    ran = run("query", "offices", "--as-of", "2025-02-30", "--store", texts / "store")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    ran = run("query", "ordinances", "--as-of", "2025-01-01", "--store", texts / "store")
    assert ran.code == 2
    assert "takes no --as-of" in ran.err


def test_timeline_tells_a_program_in_the_order_of_time(ask: Ask) -> None:
    told = ask("timeline", "--name", "AI 새싹 바우처")
    assert [r["when"] for r in told] == sorted(str(r["when"]) for r in told)
    sums = [(r["when"], r["amount"], r["sources"]) for r in told if r["what"] == "money"]
    assert sums == [("2025-01-10", 1_200_000_000, 1), ("2025-09-15", 2_000_000_000, 1)]
    early = ask("timeline", "--name", "AI 새싹 바우처", "--as-of", "2025-06-30")
    assert {r["amount"] for r in early if r["what"] == "money"} == {1_200_000_000}


def test_sources_count_a_copied_story_once(ask: Ask) -> None:
    told = {
        (r["what"], r["amount"]): (r["sources"], r["documents"]) for r in ask("sources", "--name", "AI 새싹 바우처")
    }
    assert told["money", 2_000_000_000] == (1, 2)
    assert told["money", 1_200_000_000] == (1, 1)


def test_sources_count_a_rounded_sum_for_the_exact_one() -> None:
    texts = {
        "a.txt": news("도, 새벽장터", "2025-03-02", "경기도는 올해 'AI 새벽장터' 사업에 총 2064억원을 투입한다."),
        "b.txt": news("새벽장터 연다", "2025-03-03", "경기도는 올해 'AI 새벽장터' 사업에 총 약 2천억원을 들인다."),
    }
    readings = list(read(texts.items(), load_lexicon()))
    identity = identify(readings)
    graph = GraphStore.of(line for r in readings for line in document_quads(r, identity))
    told = answer(graph.select(filled(questions()["sources"], {"name": ("AI 새벽장터",)}, graph)))
    sources, amount = told.columns.index("sources"), told.columns.index("amount")
    assert {(row[amount], row[sources]) for row in told.rows if row[amount]} == {(2_064 * 10**8, 2), (2_000 * 10**8, 1)}


def test_graph_names_the_first_document_of_a_copied_story() -> None:
    readings = list(read(TEXTS.items(), load_lexicon()))
    identity = identify(readings)
    lines = [line for r in readings for line in document_quads(r, identity)]
    (copy,) = (line for line in lines if "nearCopyOf" in line)
    assert copy.split(" ")[0].endswith("/d.txt>") and copy.split(" ")[2].endswith("/c.txt>")
