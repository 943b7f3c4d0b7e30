"""``kg review`` on a terminal, and the build that obeys it."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph.store import open_store
from kg.use.judging.file import read_judgements
from tests.conftest import Ran

Run = Callable[..., Ran]

COUNCIL = """서울시의회 소식

입력 2025-11-20 09:00
[가온신문 도레미 기자] 나한결 서울시의원은 20일 "바우처를 늘리자"고 말했다.
"""
CITY = """서울시, 'AI 새싹 바우처'에 12억원 투입

입력 2025-11-12 09:00
[가온신문 도레미 기자] 서울시는 내년 'AI 새싹 바우처' 사업에 12억원을 투입한다고 12일 밝혔다.

나한결 서울시 경제정책과장은 "골목 가게부터 바꾸겠다"고 말했다.
"""


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(COUNCIL, "utf-8")
    (tmp_path / "texts" / "b.txt").write_text(CITY, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "texts"


@pytest.fixture
def answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run ``kg review`` and type answers."""

    def ran(typed: str, *args: object) -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))
        return run("review", *args, "--who", "하나로", "--when", "2026-01-02")

    return ran


def people(store: str = "kg-store") -> int:
    with open_store(Path(store)) as graph:
        query = 'SELECT DISTINCT ?p WHERE { ?p a <http://xmlns.com/foaf/0.1/Person> ; ?l "나한결"@ko }'
        return len(list(graph.select(query).rows))


def test_review_judges_a_pair_and_the_next_build_obeys(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    before = people()
    decision = "s" if before == 2 else "d"
    shown = run("review", "나한결", "--list")
    assert shown.code == 0
    assert "나한결 서울시 경제정책과장은" in shown.out
    assert "a.txt: " in shown.out
    ran = answer(f"?\n{decision}\n명함을 보았다\n", "나한결")
    assert ran.code == 0
    assert "answer with one of s, d, u, q, or Enter" in ran.out
    assert ran.out.endswith("1 written to judgements.csv\nnext:\n  kg build\n")
    (told,) = read_judgements(Path("judgements.csv"))
    assert (told.who, told.when, told.why) == ("하나로", "2026-01-02", "명함을 보았다")
    ran = run("build")
    assert ran.out.splitlines()[:2] == ["0 read, 2 unchanged, 0 removed", "1 judgement obeyed from judgements.csv"]
    assert people() == 3 - before
    assert "judged: " in run("review", "나한결", "--list").out


def test_review_lists_unsure_pairs_until_they_are_judged(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    listed = run("review", "--list")
    pairs = [line for line in listed.out.splitlines() if " of " in line and "unsure: they may be one" in line]
    ran = answer("u\n\n" * len(pairs))
    assert ran.code == 0
    assert run("review", "--list").err == "nothing to judge\n"


def test_review_stops_at_q_and_at_the_end_of_the_input(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    for typed in ("q\n", ""):
        ran = answer(typed, "--facts")
        assert ran.code == 0
        assert not Path("judgements.csv").exists()


def test_review_corrects_facts_by_name(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    shown = run("review", "--facts", "AI 새싹 바우처", "--list").out.split("\n\n")
    place = next(n for n, block in enumerate(shown) if "allocation" in block.splitlines()[0])
    typed = (
        "\n" * place
        + "c\nyear=내후년\nyear=2027; amount=13억 5천만원; by=경기도청\nyear=2027; amount=13억 5천만원\n오기\nq\n"
    )
    ran = answer(typed, "--facts", "AI 새싹 바우처")
    assert "'내후년' is no year" in ran.out
    assert "경기도청: names nothing in the store" in ran.out
    (told,) = read_judgements(Path("judgements.csv"))
    assert (told.decision, told.other, told.document) == ("replace", "year=2027; amount=13억 5천만원", "b.txt")
    assert told.sentence.startswith("서울시는 내년")
    run("build")
    found = run("query", "program-money", "--program", "AI 새싹 바우처", "--format", "csv").out
    assert "1350000000" in found and ",2027," in found and "1200000000" not in found
    assert run("check").code == 0
    assert run("issues", "--kind", "judgement-text-changed").out == ""


def test_review_rejects_a_claim_by_key_and_it_stays_out(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    shown = run("review", "--facts", "AI 새싹 바우처", "--list").out
    assert shown
    assert answer("r\n\n" * 9, "--facts", "AI 새싹 바우처").code == 0
    run("build", "texts", "--no-resume")
    assert run("query", "program-money", "--program", "AI 새싹 바우처").err == "no rows\n"
    os.unlink("judgements.csv")
    run("build")
    assert "12억" in run("query", "program-money", "--program", "AI 새싹 바우처").out


def test_review_flags_judgements_whose_text_has_changed(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    answer("a\n\n" * 9, "--facts", "AI 새싹 바우처")
    accepted = len(read_judgements(Path("judgements.csv")))
    (texts / "b.txt").write_text(CITY.replace("투입한다고 12일 밝혔다", "투입하기로 했다고 12일 밝혔다"), "utf-8")
    ran = run("build", "texts")
    assert f"{accepted} judgements obeyed from judgements.csv, " in ran.out
    assert " to look at again (kg issues)" in ran.out
    rows = run("issues", "--kind", "judgement-text-changed").out
    assert "now: 서울시는 내년 'AI 새싹 바우처' 사업에 12억원을 투입하기로 했다고 12일 밝혔다." in rows
    (texts / "b.txt").write_text(
        CITY.replace("12억원을 투입한다고", "힘쓴다고").replace("에 12억원 투입", " 시작"), "utf-8"
    )
    run("build", "texts")
    assert "the document does not tell this any more" in run("issues", "--kind", "judgement-claim-gone").out


def test_review_flags_keys_that_name_nothing(run: Run, texts: Path) -> None:
    Path("judgements.csv").write_text("decision,key,other\nsame,person/없는이|서울,person/없는이|부산\n", "utf-8")
    run("build", "texts")
    assert "no document of the store has the key person/없는이|서울" in run("issues").out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (
            ["없는이름"],
            "kg: 없는이름: names nothing in the store; give a name, a key or an IRI of a person, body or program",
        ),
        (["--when", "어제"], "kg: --when: '어제' is no day; write it as 2026-03-11"),
        (["--store", "none"], "kg: none: holds no graph; build one: kg build PATH --store none"),
    ],
)
def test_review_of_bad_input_is_one_line(run: Run, texts: Path, args: list[str], says: str) -> None:
    run("build", "texts")
    ran = run("review", *args)
    assert (ran.code, ran.err.strip()) == (2, says)


def test_review_bad_row_stops_every_command_that_obeys(run: Run, texts: Path) -> None:
    Path("mine.csv").write_text("decision,key\nreject,person/가\n", "utf-8")
    ran = run("build", "texts", "--judgements", "mine.csv")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "mine.csv:2: key: 'person/가' is no key of a claim" in ran.err
    assert not Path("kg-store").exists()
    ran = run("extract", "texts", "-o", "out", "--judgements", "mine.csv")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_review_file_that_was_told_is_remembered(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    Path("mine.csv").write_text("decision,key\n", "utf-8")
    run("build", "texts", "--judgements", "mine.csv")
    answer("r\n\n", "--facts")
    assert len(read_judgements(Path("mine.csv"))) == 1
    assert "1 judgement obeyed from mine.csv" in run("remove", "a.txt").out
    os.unlink("mine.csv")
    assert "mine.csv: cannot be read" in run("build").err


def test_review_takes_the_address_of_a_claim(run: Run, answer: Callable[..., Ran], texts: Path) -> None:
    run("build", "texts")
    with open_store(Path("kg-store")) as graph:
        query = "SELECT ?a WHERE { ?a a <https://w3id.org/regional-ai-policy/ontology#Allocation> }"
        ((iri,),) = graph.select(query).rows
    assert iri is not None
    answer("r\n\n", "--facts", iri.value)
    (told,) = read_judgements(Path("judgements.csv"))
    assert (told.decision, told.key.partition("/")[0]) == ("reject", "allocation")


def test_review_extract_obeys_a_file(run: Run, texts: Path) -> None:
    run("extract", "texts", "-o", "before")
    assert "money:1200000000_KRW" in (turtle := Path("before/b.ttl").read_text("utf-8"))
    assert turtle.count("a rap:Allocation") == 1
    run("build", "texts")
    with open_store(Path("kg-store")) as graph:
        (key,) = (n.key for r in graph.readings() for n in r.nodes if n.kind == "allocation")
    Path("mine.csv").write_text(f"decision,key,other\nreplace,{key},amount=11억원\n", "utf-8")
    assert run("extract", "texts", "-o", "after", "--judgements", "mine.csv").code == 0
    assert "rap:amount money:1100000000_KRW" in Path("after/b.ttl").read_text("utf-8")


def test_review_without_paths_needs_a_store(run: Run, texts: Path) -> None:
    assert run("build").err == "kg: nothing to read; give files or folders with documents\n"
    run("build", "texts")
    assert "--root: names all documents anew" in run("build", "--root", "texts").err
