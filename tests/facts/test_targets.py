"""Targets: evidence, features and what one number may lean on. All programs are invented."""

from kg.documents.model import Block, Document
from kg.facts.model import Target
from kg.facts.target import targets
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def told(text: str) -> list[Target]:
    """The targets of a text, published on 2025-10-15."""
    lexicon = load_lexicon()
    document = Document("x", text, (Block(0, len(text), "body"),), published="2025-10-15")
    analysis = next(iter(analyse([document], lexicon)))
    return list(targets(analysis, find_mentions(analysis, lexicon), lexicon, ()))


def test_targets_evidence_covers_number_measure_baseline_and_deadline() -> None:
    text = "시는 공방을 올해 12곳에서 2027년 40곳으로 늘린다."
    (target,) = told(text)
    assert [text[s.begin : s.end] for s in target.evidence] == ["공방", "12곳", "2027년", "40곳"]


def test_targets_same_period_takes_the_deadline_told_before() -> None:
    text = "시는 로봇 업체를 2029년까지 90곳으로 키우고, 같은 기간 정비사 600명을 가르칠 방침이다."
    assert [(t.value, t.deadline) for t in told(text)] == [(90, "2029"), (600, "2029")]


def test_targets_part_names_who_gets_it() -> None:
    found = told("GPU 2만장을 공급하는데 그중 5천장이 대학으로 간다.")
    assert [(t.measure, t.value) for t in found] == [("GPU 공급", 20000), ("대학 GPU 공급", 5000)]


def test_targets_result_has_no_deadline() -> None:
    (target,) = told("센터는 지난해까지 청년 420명을 배출했다.")
    assert (target.target_kind, target.deadline) == ("result", None)


def test_targets_range_has_both_bounds() -> None:
    (target,) = told("시는 취업률을 80~90%로 끌어올릴 계획이다.")
    assert (target.value, target.max, target.unit) == (80, 90, "%")


def test_targets_same_number_is_told_once() -> None:
    assert len(told("시는 AI 인재 5천명을 양성한다. AI 인재 5천명을 2030년까지 키울 계획이다.")) == 1
