"""The longest-match look-up of names."""

from kg.lexicon.gazetteer import Gazetteer

NAMES = Gazetteer({"누리 AI 허브": 1, "누리시": 2, "누리시의회": 3, "NAMU": 4})


def found(text: str, begin: int = 0) -> list[tuple[str, int]]:
    return [(text[begin:end], value) for end, value in NAMES.at(text, begin, len(text))]


def test_gazetteer_gives_the_longest_name_first() -> None:
    assert found("누리시의회는") == [("누리시의회", 3), ("누리시", 2)]


def test_gazetteer_passes_over_white_space_in_name_and_text() -> None:
    assert found("누리AI허브") == [("누리AI허브", 1)]
    assert found("누리 AI 허브의") == [("누리 AI 허브", 1)]


def test_gazetteer_keeps_a_single_letter_with_its_own_word() -> None:
    assert found("누리 시장") == []


def test_gazetteer_ignores_case() -> None:
    assert found("namu가") == [("namu", 4)]


def test_gazetteer_stays_before_the_limit() -> None:
    assert list(NAMES.at("누리시의회", 0, 3)) == [(3, 2)]


def test_gazetteer_starts_tell_where_no_name_begins() -> None:
    assert "누리" in NAMES.starts
    assert "나라" not in NAMES.starts
