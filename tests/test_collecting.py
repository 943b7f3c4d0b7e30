import gc
from collections.abc import Iterator

import pytest

from kg.collecting import collecting_between, collecting_later


def _told() -> Iterator[bool]:
    yield gc.isenabled()
    yield gc.isenabled()


def test_collecting_waits_while_a_piece_is_made() -> None:
    while_used = []
    pieces = []
    for piece in collecting_between(_told()):
        pieces.append(piece)
        while_used.append(gc.isenabled())
    assert pieces == [False, False]
    assert while_used == [True, True]
    assert gc.isenabled()


def test_collecting_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), collecting_later():
        raise KeyError
    assert gc.isenabled()


def test_collecting_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with collecting_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
