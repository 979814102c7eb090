"""Imports run one way: `strategraph` → `api`, `loaders` → `graph`; and no room knows too much."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "graph": set[str](),
    "loaders": {"graph"},
    "training": {"graph", "loaders"},
    "api": {"graph"},
    "strategraph": {"api", "graph", "loaders"},
}
HTTP = {"fastapi", "http", "httpx2", "starlette", "urllib.request", "uvicorn"}
COMMAND_LINE = {"argparse", "click", "typer"}
LANGUAGES = {"kiwipiepy"}
DATABASES = {"neo4j", "sqlite3"}
MAY_NOT_KNOW = {
    "graph": HTTP | COMMAND_LINE | LANGUAGES,
    "loaders": HTTP | COMMAND_LINE | DATABASES,
    "training": HTTP | COMMAND_LINE | DATABASES,
    "api": COMMAND_LINE | DATABASES | LANGUAGES,
    "strategraph": DATABASES | LANGUAGES,
}


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports_of(room: str) -> set[tuple[str, str]]:
    """(file, module) of every import in a room."""
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    return {(str(f.relative_to(ROOT)), module) for f in files for module in imported(f)}


def begins(module: str, names: set[str]) -> bool:
    """Whether the module is one of these, or inside one."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_is_below_it(room: str) -> None:
    others = MAY_IMPORT.keys() - {room} - MAY_IMPORT[room] | {"tests"}
    assert {pair for pair in imports_of(room) if begins(pair[1], set(others))} == set()


@pytest.mark.parametrize("room", MAY_NOT_KNOW)
def test_a_room_does_not_know_what_is_not_its_own(room: str) -> None:
    """HTTP is the API's, SQL and Cypher are the stores', languages are the loaders'."""
    assert {pair for pair in imports_of(room) if begins(pair[1], MAY_NOT_KNOW[room])} == set()


def test_loaders_do_not_know_the_stores() -> None:
    """They turn files into readings; whoever runs them puts those into a store."""
    assert {p for p in imports_of("loaders") if begins(p[1], {"graph.stores", "graph.ledger"})} == (
        set()
    )


def test_only_the_command_line_opens_a_store() -> None:
    """The API is handed one: it does not choose."""
    opening = {"graph.stores.opening", "graph.stores.open_store"}
    assert {p for p in imports_of("api") if begins(p[1], opening)} == set()


def test_a_store_is_imported_only_where_it_is_opened_or_is_a_tool() -> None:
    """No caller asks which store it has."""
    stores = {"graph.stores.neo4j", "graph.stores.sqlite"}
    allowed = ("graph/stores/", "graph/verification.py")
    named = {f for room in MAY_IMPORT for f, m in imports_of(room) if begins(m, stores)}
    assert {file for file in named if not file.startswith(allowed)} == set()


KOREAN = "loaders.korean"
COMMON = {"findings", "lexicon", "names"}
"""What every room of the rules may use."""
RULES = sorted(
    folder.name
    for folder in (ROOT / "loaders/korean").iterdir()
    if (folder / "__init__.py").is_file() and folder.name not in ("encoder", "learned")
)


def test_the_rooms_of_the_rules_import_each_other_one_way() -> None:
    """Each is read with what is below it, and none needs what is learned."""
    below = {
        room: {
            module.split(".")[2]
            for _, module in imports_of(f"loaders/korean/{room}")
            if module.startswith(f"{KOREAN}.") and module.count(".") > 1
        }
        - {room}
        - COMMON
        for room in RULES
    }
    assert set().union(*below.values()) <= set(RULES)
    assert list(TopologicalSorter(below).static_order())  # raises where there is a circle
