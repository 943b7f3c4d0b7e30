"""The pages of the named questions tell in Korean what each answers."""

import re

from kg.use.pages import Shown, page
from kg.use.pages.asked import ABOUT, PARAMETERS, TITLES
from kg.use.pages.route import Route
from kg.use.question import questions


def test_questions_have_a_title_and_a_description_in_korean() -> None:
    assert set(TITLES) == set(ABOUT) == set(questions())
    assert [name for name, words in ABOUT.items() if not re.search("(니다|십시오)[.]$", words)] == []


def test_questions_have_a_name_for_each_parameter() -> None:
    assert {p.name for q in questions().values() for p in q.parameters} <= set(PARAMETERS)


def test_question_page_says_what_it_answers_in_korean(shown: Shown) -> None:
    made = page(Route("question", "no-money"), shown)
    assert made is not None
    assert f'<p class="tally">{ABOUT["no-money"]}</p>' in made.html
    assert 'lang="en"' not in made.html
