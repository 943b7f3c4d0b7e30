"""What takes looking through a whole store: found at once in a small one, beside the pages in a large one."""

import time
from pathlib import Path

import pytest

from kg.graph.store import GraphStore, open_version
from kg.use.pages import differing, looking
from kg.use.pages.differing import find, found_in
from kg.use.pages.looking import Looking


def test_looking_leaves_a_large_store_to_another_process(examples: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_version(examples.folder, Path("store"))
    monkeypatch.setattr(looking, "AT_ONCE", 0)
    searching = Looking(find)
    assert searching.of(store) is None
    for _ in range(300):
        found = searching.of(store)
        if found is not None:
            break
        time.sleep(0.1)
    assert found == find(store)


def test_looking_waits_where_it_is_asked_to(examples: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "AT_ONCE", 0)
    store = open_version(examples.folder, Path("store"))
    assert Looking(lambda s: len(s.identifiers())).of(store, wait=True) == 17


def test_differences_of_a_store_in_memory_are_none() -> None:
    found = differing.differences(GraphStore.of(()))
    assert found.ready and found.all == ()


def test_differences_find_sentences_across_line_breaks() -> None:
    assert found_in("가 나다\n  라 마.", "나다 라 마.") == (2, 11)
    assert found_in("가나다", "나") == (1, 2)
    assert found_in("가나다", "라") is None
