"""No regular expression takes cubic time or more on a text: one such text would stop a whole build."""

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from kg.lexicon import load_lexicon
from kg.patterns import regex
from tests.architecture.patterns import Found, every_pattern
from tests.architecture.pumps import Pump, parsed, pumps
from tests.architecture.splits import split_in_many_ways

_SIZE = 150
_FLOOR = 0.02
"""Seconds: what is read in less is not measured again. Quadratic time on ``_SIZE`` characters is a hundredth of it."""
_LIMIT = 4.0
_STEEP = 5.5
"""How many times longer a text of double length may take: 4 where time is quadratic, 8 where it is cubic."""


_BOUNDED = {
    "kg.facts.quotation.speaker._TO_WHOM": "four words of 14 letters, asked only where a name ends",
}
"""Places that take long at one letter of a text and not longer at the end of a longer one."""


class _Endless(BaseException):
    """The time is over."""


@contextmanager
def _limited() -> Iterator[None]:
    """Processor time is counted from now on; `re` looks for signals while it searches."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seconds(ask: Callable[[str], object], text: str, times: int = 1) -> float:
    """The least time that an answer took."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        ask(text)
        taken.append(time.perf_counter() - began)
    return min(taken)


def _steep(ask: Callable[[str], object], pump: Pump) -> bool:
    """Whether time grows far faster than the square of the text."""
    if _seconds(ask, pump.said(_SIZE)) < _FLOOR:
        return False
    once, twice, again = (_seconds(ask, pump.said(size * _SIZE), 3) for size in (1, 2, 4))
    return once > _FLOOR / 4 and twice > _STEEP * once and again > _STEEP * twice


def hanging(found: Found) -> str | None:
    """How an expression hangs, if one of its texts makes it; None where none does."""
    if found.place in _BOUNDED:
        return None
    compiled = re.compile(found.expression, found.flags)
    pump = Pump("", "", "")
    try:
        with _limited():
            for pump in pumps(parsed(found.expression, found.flags)):
                if any(_steep(ask, pump) for ask in (compiled.search, compiled.fullmatch)):
                    return f"{found.place}: {pump} takes more than quadratic time: {found.expression[:200]}"
    except _Endless:
        return f"{found.place}: {pump} seems to have no end: {found.expression[:200]}"
    return None


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """Every expression of the package."""
    return every_pattern(load_lexicon())


def test_backtracking_is_looked_for_in_every_room(found: list[Found]) -> None:
    assert len(found) > 1500
    rooms = {each.place.split(".")[1].split(":")[0] for each in found}
    assert {"documents", "language", "mentions", "facts", "resolution", "identity", "use"} <= rooms


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"(?:\s*[|>]\s*\S+|\s+[A-Za-z \-]+)*", "| "),
        (r"\S+(?:\s?\S+)*(?:\s{2,}\S+){2,}", "가나"),
        (r"(?: ?[가-힣A-Za-z0-9]+){0,3}?(?:은|는)(?![가-힣])", "가"),
        (r"(?:사업비?|비용|사업비비용)+$", "사업비용"),
    ],
)
def test_backtracking_is_found_where_it_is(expression: str, text: str) -> None:
    wrong = Found(expression, 0, "here")
    assert split_in_many_ways(wrong) or hanging(wrong), text


def test_backtracking_is_not_found_where_it_is_not() -> None:
    right = Found(regex(r"(?:[가-힣]+ ){0,4}(?:은|는)\s*(?:[:：]\s*)?\d[\d,.]*원?").pattern, 0, "here")
    assert not split_in_many_ways(right) and not hanging(right)


def test_backtracking_splits_no_text_in_many_ways(found: list[Found]) -> None:
    wrong = [told for each in found if (told := split_in_many_ways(each))]
    assert wrong == []


def test_backtracking_ends_soon(found: list[Found]) -> None:
    wrong = [told for each in found if (told := hanging(each))]
    assert wrong == []
