from kg.documents.model import Document
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document

ANALYSIS = Analysis(Document("a.txt", "가람시 나래시"), (), ())


def test_remembered_looks_once_until_a_mention_comes() -> None:
    asked = []

    @once_a_document
    def size(analysis: Analysis, mentions: Mentions) -> int:
        asked.append(analysis)
        return len(mentions.of("region"))

    mentions = Mentions()
    assert [size(ANALYSIS, mentions), size(ANALYSIS, mentions), len(asked)] == [0, 0, 1]
    mentions.add([Mention(0, 3, "region", None, "invented")])
    assert [size(ANALYSIS, mentions), size(ANALYSIS, mentions), len(asked)] == [1, 1, 2]


def test_remembered_looks_again_at_another_text() -> None:
    @once_a_document
    def text(analysis: Analysis, mentions: Mentions) -> str:
        return analysis.text

    mentions = Mentions()
    other = Analysis(Document("b.txt", "다솜군"), (), ())
    assert [text(ANALYSIS, mentions), text(other, mentions)] == ["가람시 나래시", "다솜군"]
