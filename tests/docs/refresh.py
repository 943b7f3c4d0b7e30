"""``python -m tests.docs.refresh [PAGE...]``: write what the commands print now into the pages."""

import sys
import tempfile
from pathlib import Path

from tests.docs.pages import PAGES, ROOT, with_outputs
from tests.docs.session import prepared, rerun


def refresh(names: list[str]) -> int:
    """Rewrite the outputs of the named pages; how many pages changed."""
    changed = 0
    with tempfile.TemporaryDirectory() as room:
        start = prepared(Path(room) / "start")
        for number, name in enumerate(names):
            path = ROOT / name
            before = path.read_text("utf-8")
            after = with_outputs(before, rerun(before, start, Path(room) / str(number)))
            if after != before:
                path.write_text(after, "utf-8")
                changed += 1
                print(f"{name}: rewritten")
    return changed


if __name__ == "__main__":
    print(f"{refresh(sys.argv[1:] or list(PAGES))} pages changed")
