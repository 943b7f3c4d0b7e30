"""Titles: what a word that ends in one says of office and body."""

import pytest

from kg.lexicon import load_lexicon
from kg.mentions.title_words import TitleWord, title_tables, title_words

TABLES = title_tables(load_lexicon())


def words(text: str) -> list[TitleWord]:
    return title_words(text, 0, len(text), TABLES, lambda begin, end: False)


@pytest.mark.parametrize(
    ("text", "bare", "body"),
    [
        ("서울시장은", "시장", "서울시"),
        ("광주광역시장이", "시장", "광주광역시"),
        ("화천군수를", "군수", "화천군"),
        ("강서구청장과", "구청장", "강서구"),
        ("경기도지사가", "도지사", "경기도"),
        ("경북지사의", "지사", "경북"),
        ("과기정통부장관에게", "장관", "과기정통부"),
        ("새벽허브센터장님은", "센터장", "새벽허브센터"),
        ("인공지능산업융합사업단장은", "단장", "인공지능산업융합사업단"),
        ("기획경제위원장이", "위원장", "기획경제위원회"),
        ("장성부군수는", "부군수", "장성군"),
        ("미래혁신성장실장은", "미래혁신성장실장", None),
        ("행정1부시장이", "행정1부시장", None),
        ("상근부회장도", "상근부회장", None),
        ("국회의원(", "국회의원", None),
        ("시의장으로", "의장", None),
    ],
)
def test_title_word_is_split_into_office_and_body(text: str, bare: str, body: str | None) -> None:
    assert [(w.bare, w.body) for w in words(text)] == [(bare, body)]


@pytest.mark.parametrize(
    "text", ["노동시장은", "본회의장에서", "주차장을", "시장경제의", "의원실에", "대표적인", "성장은", "직원이"]
)
def test_title_word_is_none_in_other_words(text: str) -> None:
    assert words(text) == []
