"""Texts that a format has composed: the head holds what it names, a table's rows are a table."""

from kg.documents.article import ArticleWriter
from kg.documents.read import read_article
from kg.lexicon import Lexicon


def blocks(writer: ArticleWriter, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The kinds of a composed article's parts, and their text."""
    article = writer.article()
    return [(b.kind, article.text[b.begin : b.end].strip()) for b in read_article(article, lexicon).blocks]


def test_composed_rows_of_two_cells_are_a_table(lexicon: Lexicon) -> None:
    writer = ArticleWriter("a.html")
    writer.head("가온시, 예산안 냈다", "가온일보", "2025-11-03")
    writer.line("가온시는 3일 인공지능 사업의 예산안을 시의회에 냈다고 밝혔다.")
    for row in (("연도", "금액(억원)"), ("2026", "4"), ("2027", "5")):
        writer.row((words, "") for words in row)
    assert blocks(writer, lexicon) == [
        ("title", "가온시, 예산안 냈다"),
        ("masthead", "가온일보 | 입력 2025-11-03"),
        ("body", "가온시는 3일 인공지능 사업의 예산안을 시의회에 냈다고 밝혔다."),
        ("table", "연도 | 금액(억원)\n2026 | 4\n2027 | 5"),
    ]


def test_composed_table_without_a_sentence_is_a_table(lexicon: Lexicon) -> None:
    writer = ArticleWriter("a.csv")
    for row in (("사업명", "금액(억원)", "재원"), ("교육관 운영", "4", "국비"), ("강사 양성", "5", "시비")):
        writer.row((words, "") for words in row)
    assert [kind for kind, _ in blocks(writer, lexicon)] == ["table"]


def test_composed_head_has_the_one_title(lexicon: Lexicon) -> None:
    writer = ArticleWriter("a.html")
    writer.head("다솜시, 인공지능 병원 세운다", "다솜일보", "2025-08-01", ["라온유"])
    writer.line("2028년 문 열어")
    writer.line("시는 1일 민자 300억원으로 병상 200개짜리 병원을 2028년까지 짓는다고 밝혔다.")
    assert [kind for kind, _ in blocks(writer, lexicon)].count("title") == 1
