"""Which wordings of a document mean one program."""

from kg.mentions.model import Mention, Name
from kg.mentions.program.variants import core, fold, with_variants


def mentions(*names: str) -> list[Mention]:
    return [Mention(i * 40, i * 40 + len(n), "program", Name(n), "test") for i, n in enumerate(names)]


def told(*names: str, places: tuple[str, ...] = ()) -> list[tuple[str, str, str | None]]:
    found = with_variants(mentions(*names), " " * 400, frozenset(places))
    return [(m.kind, m.value.text, m.value.head) for m in found]


def test_program_variants_fold_takes_ai_and_its_korean_word_as_one() -> None:
    assert fold("‘인공지능 배움터’") == fold("AI 배움터") == "ai배움터"


def test_program_variants_core_drops_year_and_closing_words() -> None:
    assert core("2025년 호수 관측망 구축 사업") == "호수관측망"


def test_program_variants_longer_wording_is_the_full_name() -> None:
    assert told("호수 관측망", "호수 관측망 구축 사업") == [
        ("program-short", "호수 관측망", "호수 관측망 구축 사업"),
        ("program", "호수 관측망 구축 사업", None),
    ]


def test_program_variants_keep_editions_apart() -> None:
    assert [k for k, _, _ in told("별빛배움학교 2.0", "별빛배움학교")] == ["program", "program"]


def test_program_variants_phases_stay_apart() -> None:
    assert [k for k, _, _ in told("호수 관측망 1단계 사업", "호수 관측망 2단계 사업")] == ["program", "program"]


def test_program_variants_acronym_finds_its_full_name() -> None:
    assert told("별빛배움학교 2.0", "별배학 2.0")[1] == ("program-short", "별배학 2.0", "별빛배움학교 2.0")


def test_program_variants_words_before_a_colon_are_the_short_name() -> None:
    assert told("한빛 인공지능", "한빛 인공지능: 길과 다리")[0][2] == "한빛 인공지능: 길과 다리"


def test_program_variants_place_before_a_title_form_is_no_difference() -> None:
    assert (
        told("새론 AI 물길전환", "주민주도형 AI 물길전환 사업", places=("새론",))[0][2] == "주민주도형 AI 물길전환 사업"
    )


def test_program_variants_other_first_word_is_another_program() -> None:
    assert [k for k, _, _ in told("바다형 AI 관측소", "산림형 AI 관측소")] == ["program", "program"]
