"""Offices: one of each, with its body where the words tell it."""

from kg.documents.model import Block, Document
from kg.facts.model import Office
from kg.facts.office.offices import find_offices, unread_titles
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions

LEXICON = load_lexicon()


def offices(text: str) -> list[Office]:
    analysis = next(iter(analyse([Document("text", text, (Block(0, len(text), "body"),))], LEXICON)))
    found = find_offices(analysis, find_mentions(analysis, LEXICON), LEXICON, ())
    return [f for f in found if isinstance(f, Office)]


def test_offices_two_tellings_are_one_fact_with_both_as_evidence() -> None:
    (office,) = offices("한도겸 경기도지사가 왔다. 한도겸 지사는 웃었다.")
    assert (office.title, len(office.evidence), office.former) == ("도지사", 2, False)


def test_offices_deputy_is_not_merged_with_head() -> None:
    told = offices("한도겸 시장이 왔다. 한도겸 전 부시장이 시장에 취임한 것은 3월이다.")
    assert {(o.title, o.former) for o in told} == {("시장", False), ("부시장", True)}


def test_offices_acting_head_keeps_the_word() -> None:
    (office,) = offices("한도겸 대전시장 권한대행은 말을 아꼈다.")
    assert (office.title, office.acting) == ("시장 권한대행", True)


def test_offices_title_span_and_person_stand_in_the_text() -> None:
    text = "명도훈 전 서울시 경제실장이 왔다."
    (office,) = offices(text)
    assert text[office.title_span.begin : office.title_span.end] == "경제실장"
    assert text[office.person.begin : office.person.end] == "명도훈"
    assert office.former


def test_offices_company_named_before_is_the_body() -> None:
    (office,) = offices("로봇은 ㈜새벽로봇이 만든다. 이 회사의 육서진 대표는 웃었다.")
    assert office.organization is not None and office.organization.value.text == "새벽로봇"


def test_offices_party_is_no_body() -> None:
    (office,) = offices("더불어민주당 국유진 의원이 물었다.")
    assert office.organization is None


def test_offices_topic_reaches_over_a_clause_with_its_own_subject() -> None:
    told = offices("한도겸 국장은 지난 4월 명도훈 전 시장이 물러난 뒤 부시장으로서 시정을 이끈다.")
    assert ("한도겸", "부시장") in {(o.person.value, o.title) for o in told}


def test_offices_unread_titles_are_those_with_a_body_and_no_person() -> None:
    text = "서울시장은 답하지 않았다."
    analysis = next(iter(analyse([Document("text", text, (Block(0, len(text), "body"),))], LEXICON)))
    mentions = find_mentions(analysis, LEXICON)
    assert [text[t.begin : t.end] for t in unread_titles(mentions, ())] == ["서울시장"]
