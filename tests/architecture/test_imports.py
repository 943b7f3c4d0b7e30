"""Imports run one way, through the rooms in their order; Kiwi and the store have one importer each."""

import ast
from pathlib import Path

import pytest

KG = Path(__file__).parents[2] / "kg"
ORDER = ["lexicon", "documents", "language", "mentions", "facts", "resolution", "identity", "graph", "use"]
FOUNDATION = {"collecting", "errors", "patterns", "resources", "spans"}


def imports(path: Path) -> set[str]:
    """All modules that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{a.name}" for a in node.names}
    return found


@pytest.mark.parametrize("room", ORDER)
def test_imports_run_one_way(room: str) -> None:
    later = [*ORDER[ORDER.index(room) + 1 :], "cli", "pipeline"]
    wrong = [
        f"{path.relative_to(KG)} imports {module}"
        for path in sorted((KG / room).rglob("*.py"))
        for module in sorted(imports(path))
        if any(module == f"kg.{r}" or module.startswith(f"kg.{r}.") for r in later)
        and not (room == "use" and module.startswith("kg.pipeline"))
    ]
    assert wrong == []


def test_imports_of_the_explorer_run_one_way() -> None:
    rooms = ["searching", "endpoint", "pages", "site", "serving"]
    wrong = [
        f"{path.relative_to(KG)} imports {module}"
        for place, room in enumerate(rooms)
        for path in sorted((KG / "use" / room).rglob("*.py"))
        for module in sorted(imports(path))
        if any(f"{module}.".startswith(f"kg.use.{later}.") for later in rooms[place + 1 :])
    ]
    assert wrong == []


def test_imports_of_the_web_stay_in_the_server() -> None:
    found = {
        path.relative_to(KG).parts[:2]
        for path in KG.rglob("*.py")
        if any(m.split(".")[0] in ("starlette", "uvicorn", "anyio") for m in imports(path))
    }
    assert found == {("use", "serving")}


def test_imports_foundation_knows_no_room() -> None:
    for name in FOUNDATION:
        rooms = {m.split(".")[1] for m in imports(KG / f"{name}.py") if m.startswith("kg.")}
        assert rooms <= FOUNDATION, name


@pytest.mark.parametrize(("library", "room"), [("kiwipiepy", "language"), ("pyoxigraph", "graph")])
def test_imports_of_engines_have_one_room(library: str, room: str) -> None:
    rooms = {
        path.relative_to(KG).parts[0]
        for path in KG.rglob("*.py")
        if any(m == library or m.startswith(f"{library}.") for m in imports(path))
    }
    assert rooms == {room}
