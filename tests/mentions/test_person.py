"""Full names beside titles, and words that only look like names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.model import Block, Document
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.model import Mentions
from kg.mentions.person.names import looks_like_name, name_tables
from kg.mentions.person.persons import find_persons
from kg.mentions.person.short import find_short_persons
from kg.mentions.title import find_titles

LEXICON = load_lexicon()
SURNAMES = "김이박최강조윤임한오서신권황안송류홍고문손배백허남심노곽차우민엄채변염"
FIRST = "민서도예현준태재수진동승우다소혜희윤은시하"
LAST = "우준민서연진호영수희경석훈환철선규림율빈람결솔아"


def read(text: str) -> Mentions:
    """The titles and persons of a text that is all article."""
    document = Document("text", text, (Block(0, len(text), "body"),))
    analysis = next(iter(analyse([document], LEXICON)))
    mentions = Mentions()
    for rule in (find_titles, find_persons, find_short_persons):
        mentions.add(rule(analysis, LEXICON, mentions))
    return mentions


def names(text: str) -> list[str]:
    return sorted({m.value for m in read(text).of("person")})


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SURNAMES),
    st.sampled_from(FIRST),
    st.sampled_from(LAST),
    st.sampled_from(["위원장은", "센터장이", "국회의원과", "대표이사에게", "전 시장도"]),
)
def test_person_offsets_hold_the_name(surname: str, first: str, last: str, title: str) -> None:
    name = surname + first + last
    text = f"이날 회의에서 {name} {title} 말을 아꼈다."
    for mention in read(text).of("person"):
        assert text[mention.begin : mention.end] == mention.value == name


def test_person_most_names_before_a_title_are_found() -> None:
    wanted = [a + b + c for a, b, c in zip(SURNAMES, FIRST * 3, LAST[::-1] * 3, strict=False)]
    found = [name for name in wanted if names(f"이날 회의에서 {name} 위원장은 예산을 설명했다.") == [name]]
    assert len(found) >= 0.93 * len(wanted), sorted(set(wanted) - set(found))


def test_person_bare_name_counts_where_the_text_gives_a_title_elsewhere() -> None:
    text = "명도훈은 말이 없었다. 명도훈 원장이 답한 것은 나중이다."
    assert [m.begin for m in read(text).of("person")] == [0, text.index("명도훈 원장")]


def test_person_reporter_is_none() -> None:
    assert names("설지온 기자 = 시는 3월 예산을 늘렸다. 설지온 기자가 물었다.") == []


def test_person_place_before_a_title_is_none() -> None:
    assert names("강원도 국장과 안동시 과장, 한양대 교수가 왔다.") == []


def test_person_short_form_needs_a_name_of_that_surname() -> None:
    assert [m.value.surname for m in read("표윤성 시장은 웃었다. 표 시장은 곧 떠났다.").of("person-short")] == ["표"]
    assert read("표윤성 시장은 웃었다. 길 시장은 곧 떠났다.").of("person-short") == []


def test_person_pronoun_has_neither_surname_nor_title() -> None:
    short = read("표윤성 시장은 웃었다. 그는 곧 떠났다.").of("person-short")
    assert [(m.value.surname, m.value.title) for m in short] == [(None, None)]


@pytest.mark.parametrize("word", ["홍길동", "남궁산", "제갈온", "피솔"])
def test_person_names_look_like_names(word: str) -> None:
    assert looks_like_name(word, name_tables(LEXICON))


@pytest.mark.parametrize("word", ["추진", "양성", "도정", "김모", "강원대", "고양시", "가나다라", "이"])
def test_person_names_common_words_do_not(word: str) -> None:
    assert not looks_like_name(word, name_tables(LEXICON))
