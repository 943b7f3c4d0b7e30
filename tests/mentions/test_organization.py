"""Mentions of organisations, their short forms, regions and places, by their spans and hints."""

from functools import lru_cache

import pytest

from kg.documents.model import Block, Document
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions
from kg.mentions.model import Mention, MentionKind, Mentions


@lru_cache(maxsize=128)
def read(text: str, published: str | None = None) -> Mentions:
    document = Document("case", text, (Block(0, len(text), "body"),), published=published)
    lexicon = load_lexicon()
    return find_mentions(next(analyse([document], lexicon)), lexicon)


def found(text: str, kind: MentionKind, published: str | None = None) -> list[Mention]:
    return read(text, published).of(kind)


def names(text: str, kind: MentionKind) -> list[str]:
    return [text[m.begin : m.end] for m in found(text, kind)]


def test_organization_in_a_title_leaves_the_title_outside() -> None:
    text = "화천군수와 용인시장, 서울 강서구청장이 만났다."
    assert names(text, "organization") == ["화천군", "용인시", "서울 강서구"]


def test_organization_of_several_governments_has_no_official_name() -> None:
    [city] = found("광주시는 예산을 세웠다.", "organization")
    assert (city.value.official, city.value.classes) == (None, ("LocalGovernment",))


def test_organization_of_one_government_has_its_official_name() -> None:
    [city] = found("경기 광주시는 예산을 세웠다.", "organization")
    assert city.value.official == "경기도 광주시"


def test_organization_means_the_body_of_the_documents_day() -> None:
    before, after = "2026-06-30", "2026-07-01"
    assert [found("목포시는 말했다.", "organization", d)[0].value.official for d in (before, after)] == [
        "전라남도 목포시",
        "전남광주통합특별시 목포시",
    ]


def test_organization_a_governor_is_of_the_province_not_of_the_city() -> None:
    [province] = found("나한결 제주지사가 말했다.", "organization")
    assert (province.value.text, province.value.official) == ("제주", "제주특별자치도")


def test_organization_council_names_its_government_as_head() -> None:
    [council] = found("부산시의회가 의결했다.", "organization")
    assert (council.value.official, council.value.head) == ("부산광역시의회", "부산광역시")


def test_organization_hall_stands_for_the_government() -> None:
    [hall] = found("전주시청은 답했다.", "organization")
    assert (hall.value.text, hall.value.official) == ("전주시청", "전북특별자치도 전주시")


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("강릉로봇산업진흥원은 밝혔다.", "강릉로봇산업진흥원", "PublicAgency"),
        ("‘산업 AX 지원센터’가 생긴다.", "산업 AX 지원센터", "Centre"),
        ("조선대 해양연구단이 맡는다.", "조선대 해양연구단", "ResearchInstitute"),
        ("나주의료원이 참여한다.", "나주의료원", "Hospital"),
        ("강원드론협회가 반겼다.", "강원드론협회", "Association"),
        ("한결노인복지관은 쉰다. 포항장애인복지관이 맡는다.", "포항장애인복지관", "Centre"),
        ("여수상공회의소가 물었다.", "여수상공회의소", "Association"),
    ],
)
def test_organization_by_form_has_the_class_of_its_end(text: str, name: str, cls: str) -> None:
    assert (name, (cls,)) in [(m.value.text, m.value.classes) for m in found(text, "organization")]


def test_organization_list_without_commas_is_split() -> None:
    text = "사업은 포항테크노파크 경북하이브리드연구원 경북창조경제혁신센터가 수행한다."
    assert names(text, "organization") == ["포항테크노파크", "경북하이브리드연구원", "경북창조경제혁신센터"]


def test_organization_does_not_take_in_the_word_before() -> None:
    assert names("이번 사업은 국내 첫 AI실증센터가 맡는다.", "organization") == ["AI실증센터"]


@pytest.mark.parametrize("word", ["시는", "시가", "시의", "시 관계자는", "시 산하"])
def test_short_form_of_a_city(word: str) -> None:
    assert names(f"{word} 올해 문을 연다.", "organization-short") == ["시"]


@pytest.mark.parametrize(
    "text", ["오후 3시는 늦다.", "그 도시는 넓다.", "도로가 막혔다.", "시·도의 몫이다.", "25개 구와 함께한다."]
)
def test_short_form_is_no_part_of_a_number_list_or_word(text: str) -> None:
    assert names(text, "organization-short") == []


def test_short_form_by_the_head_noun_names_the_longer_name() -> None:
    text = "해오름AI혁신센터가 문을 연다. 센터는 교육을 맡는다."
    [short] = found(text, "organization-short")
    assert (short.value.text, short.value.head) == ("센터", "해오름AI혁신센터")


def test_short_form_so_called_names_the_longer_name() -> None:
    text = "‘AI미래 자문단’(이하 자문단)을 꾸렸다. 자문단은 매달 모인다."
    assert {m.value.head for m in found(text, "organization-short")} == {"AI미래 자문단"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("여수에서 열린 행사", "여수"),
        ("나주시에 있는 공장", "나주시"),
        ("경남 고성에서 시작했다.", "경남 고성"),
        ("달성군 일대를 돌았다.", "달성군"),
        ("강릉시 포남동에 짓는다.", "강릉시"),
    ],
)
def test_region_is_a_name_used_as_a_place(text: str, name: str) -> None:
    assert names(text, "region") == [name]
    assert names(text, "organization") == []


def test_region_no_place_in_a_common_word() -> None:
    assert names("목표 달성과 역량 강화, 예산 확보, 음성 인식", "region") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("시청 브리핑룸에서 설명회를 열었다.", "시청 브리핑룸"),
        ("해운대구 벡스코에서 행사가 열린다.", "해운대구 벡스코"),
        ("도청 새벽실에서 협약을 맺었다.", "도청 새벽실"),
        ("고양 킨텍스서 개막했다.", "고양 킨텍스"),
        ("나주시 빛가람동 시민회관에서 모였다.", "나주시 빛가람동 시민회관"),
        ("정부세종청사에서 만났다.", "정부세종청사"),
    ],
)
def test_place_goes_from_the_region_to_the_room(text: str, name: str) -> None:
    assert names(text, "place") == [name]


def test_place_a_bare_hall_noun_is_none() -> None:
    assert names("회의실에서 이야기했다.", "place") == []


def test_organization_rules_work_without_the_tables() -> None:
    from kg.lexicon import Lexicon

    full = load_lexicon()
    tables = {"agencies", "ministries", "universities", "companies"}
    bare = Lexicon({k: v for k, v in full.tables.items() if k not in tables})
    text = "한국해양로봇진흥원과 새벽시민협회가 만났다."
    document = Document("case", text, (Block(0, len(text), "body"),))
    mentions = find_mentions(next(analyse([document], full)), bare)
    assert [m.value.text for m in mentions.of("organization")] == ["한국해양로봇진흥원", "새벽시민협회"]
