"""Names of files."""

import pytest

from kg.use.site.naming import file_name


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("표재윤%7C누리도_가온시", "표재윤--누리도_가온시"),
        ("news/a-1.txt", "news~a-1.txt"),
        ("가온_AI_밸리%7C누리도_가온시", "가온_AI_밸리--누리도_가온시-d791596b54"),
        ("con", "n-con-1143da2bc5"),
        ("nul.txt", "n-nul.txt-7f3cbdd58a"),
        ("a--b", "a--b-90827a2e56"),
        ("..", "n---5ec1f7e700"),
        ("%2E%2E/%2E%2E/etc", "etc-74ccf3c5b4"),
    ],
)
def test_naming_of_a_thing(name: str, file: str) -> None:
    assert file_name(name) == file


def test_naming_tells_apart_what_file_systems_without_capitals_do_not() -> None:
    names = ["AI", "ai", "Ai", "a|b", "a--b", "a/b", "a~b", "ß", "ss", "a?b", "a*b", "a:b"]
    assert len({file_name(n).casefold() for n in names}) == len(names)


def test_naming_cuts_long_names_with_a_hash() -> None:
    one, other = file_name("가" * 200), file_name("가" * 201)
    assert one.startswith("가" * 33 + "-") and other.startswith("가" * 33 + "-") and one != other
    assert len(f"{one}=quotations.html".encode()) <= 143


@pytest.mark.parametrize(
    "name", ['a"b', "a<b", "a\\b", "a|b*", "a\x01b", "a b", ".htaccess", "_x", "-rf", "a\u202eb", "가%/나"]
)
def test_naming_leaves_no_sign_that_a_file_system_or_address_minds(name: str) -> None:
    told = file_name(name)
    assert not set(told) & set('<>:"/\\|?*%# \u202e') and told.isprintable() and told[0] not in "._~"
