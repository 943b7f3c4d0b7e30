"""The lines of ``kg mentions``."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UserError
from kg.mentions.calendar import add_working_days, nth_week, nth_weekday
from kg.use.mentions_lines import mention_lines
from tests.mentions.test_measure_cases import mentions_of


def test_mentions_lines_answer_each_line_with_its_id() -> None:
    lines = ['{"id": "a", "text": "794억원", "reference": null}', "", '{"id": 2, "text": "좋다"}']
    told = [json.loads(line) for line in mention_lines(lines)]
    assert [t["id"] for t in told] == ["a", 2]
    assert {"kind": "money", "begin": 0, "end": 5, "value": 79_400_000_000, "currency": "KRW"} in told[0]["mentions"]
    assert told[1]["mentions"] == []


@pytest.mark.parametrize("line", ["{", '{"id": 1}', "[1]", '{"text": 3}', '{"text": "a", "reference": "gestern"}'])
def test_mentions_lines_name_the_broken_line(line: str) -> None:
    with pytest.raises(UserError, match="line 2"):
        list(mention_lines(['{"text": "좋다"}', line]))


@given(st.text(alphabet="0123456789.,~-/:'’()% 년월일시분주억만천원부터까지지난오는다음달삼이십첫째번명", max_size=24))
def test_mentions_lines_read_any_text_inside_its_bounds(text: str) -> None:
    request = json.dumps({"id": 0, "text": text, "reference": "2024-02-29"})
    for mention in json.loads(next(mention_lines([request])))["mentions"]:
        assert 0 <= mention["begin"] < mention["end"] <= len(text)
    for found in mentions_of(text):
        assert 0 <= found.begin < found.end <= len(text)


def test_calendar_weeks_begin_with_the_first_thursday() -> None:
    from datetime import date

    assert nth_week(date(2015, 1, 1), date(2015, 1, 31), 1) == date(2014, 12, 29)
    assert nth_weekday(2014, 9, 1, 3) == date(2014, 9, 16)
    assert nth_weekday(2016, 11, 4, -1) == date(2016, 11, 25)
    assert add_working_days(date(2018, 8, 21), 4) == date(2018, 8, 27)
