"""Events: what one document tells of an event in several places becomes one fact. All persons are invented."""

from kg.documents.model import Block, Document
from kg.facts.event.events import events
from kg.facts.model import Event
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def told(text: str, published: str | None = "2025-10-15") -> list[Event]:
    """The events of a text."""
    lexicon = load_lexicon()
    document = Document("x", text, (Block(0, len(text), "body"),), published=published)
    analysis = next(iter(analyse([document], lexicon)))
    return list(events(analysis, find_mentions(analysis, lexicon), lexicon, ()))


def test_events_joins_the_tellings_of_one_event() -> None:
    text = (
        "서울시는 14일 시청에서 ‘한빛 전략 기자설명회’를 열었다. 시는 이날 계획을 내놨다.\n"
        "설명회에서 한도겸 서울시장은 “끝까지 가겠다”고 말했다."
    )
    (event,) = told(text)
    assert event.name == "한빛 전략 기자설명회"
    assert event.names == ("설명회",)
    assert event.date == "2025-10-14"
    assert [text[p.begin : p.end] for p in event.participants] == ["한도겸"]


def test_events_keeps_two_days_apart() -> None:
    found = told("시는 14일 시청에서 설명회를 열었다. 시는 오는 20일 구청에서 설명회를 연다.")
    assert [e.date for e in found] == ["2025-10-14", "2025-10-20"]


def test_events_gives_first_and_last_day() -> None:
    (event,) = told("한빛 AI 박람회가 오는 25일부터 27일까지 벡스코에서 열린다.")
    assert (event.date, event.end) == ("2025-10-25", "2025-10-27")


def test_events_leaves_the_date_empty_without_day_of_publication() -> None:
    (event,) = told("한도겸 의장은 지난 7월 21일 한빛허브를 방문해 현장을 점검했다.", None)
    assert (event.name, event.date) == ("한빛허브 방문", None)


def test_events_evidence_is_the_name_and_the_day() -> None:
    text = "시는 14일 시청에서 기자회견을 열었다."
    (event,) = told(text)
    assert [text[s.begin : s.end] for s in event.evidence] == ["기자회견", "14일"]
