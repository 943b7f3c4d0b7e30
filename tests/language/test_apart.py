from kg.documents.model import Block, Document
from kg.language.apart import kiwi_apart
from kg.language.kiwi import analyse, kiwi_of
from kg.language.model import Analysis
from kg.lexicon import load_lexicon

TEXT = "달래시는 12일 ‘온누리 AI 돌봄’에 3억 원을 쓴다고 밝혔다. 차유담 시장이 “내년에도 한다”고 했다."


def _document() -> Document:
    return Document("a.txt", TEXT, (Block(0, len(TEXT), "body"),))


def _here() -> list[Analysis]:
    return list(analyse([_document()], load_lexicon()))


def test_apart_gives_what_kiwi_gives_here() -> None:
    lexicon = load_lexicon()
    with kiwi_apart(lexicon) as apart:
        assert list(analyse([_document()], lexicon, apart)) == _here()


def test_apart_answers_as_often_as_it_is_asked() -> None:
    lexicon = load_lexicon()
    with kiwi_apart(lexicon) as apart:
        first, second = (list(analyse([_document()], lexicon, apart)) for _ in range(2))
    assert first == second


def test_apart_goes_on_here_when_its_process_has_died() -> None:
    lexicon = load_lexicon()
    with kiwi_apart(lexicon) as apart:
        assert apart is not None
        apart.stop()
        assert list(analyse([_document()], lexicon, apart)) == _here()


def test_apart_answers_where_kiwi_has_been_at_work_before_the_fork() -> None:
    lexicon = load_lexicon()
    list(kiwi_of(lexicon).tokenize([TEXT]))
    with kiwi_apart(lexicon) as apart:
        assert list(analyse([_document()], lexicon, apart)) == _here()
