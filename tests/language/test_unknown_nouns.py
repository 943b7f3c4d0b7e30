"""Nouns that stand in no dictionary are names."""

from kg.documents.read import read_text
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon


def test_kiwi_takes_an_unknown_noun_for_a_name() -> None:
    lexicon = load_lexicon()
    analysis = next(analyse([read_text("a.txt", "기정호 새벽에너빌리티 팀장은 말했다.", lexicon)], lexicon))
    tags = {t.form: t.tag for t in analysis.sentences[0].tokens}
    assert (tags["기정호"], tags["팀장"]) == ("NNP", "NNG")
