"""The rooms of the program and the directions of its imports (docs/contribute/architecture.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "toolkit"

LOW = {"source", "problems"}
READ = LOW | {"languages", "content"}

# What each room may import besides itself. Whatever is not here is a new room: give it a line.
ALLOWED: dict[str, set[str]] = {
    "source": set(),
    "problems": {"source"},
    "worker": set(),
    "memory": set(),
    "clock": {"problems"},
    "publishing": {"problems"},
    "time_limit": set(),
    "page_budget": set(),
    "languages": set(),
    "content": LOW | {"languages", "memory", "time_limit"},
    "reports": LOW,
    "recognition": READ | {"publishing"},
    "validation": READ | {"worker", "recognition", "rendering", "time_limit"},
    "autofix": READ | {"publishing", "recognition", "validation"},
    "authoring": READ | {"recognition", "validation"},
    "rendering": READ | {"worker", "time_limit"},
    "catalogue": READ | {"recognition", "validation"},
    "pages": READ | {"coverage", "recognition", "validation", "rendering", "catalogue"},
    "search": READ | {"recognition", "rendering", "catalogue", "worker"},
    "site": READ | {"worker", "recognition", "rendering", "catalogue", "pages"},
    "editions": READ
    | {
        "publishing",
        "recognition",
        "validation",
        "rendering",
        "catalogue",
        "pages",
        "search",
        "site",
    },
    "links": READ,
    "coverage": READ | {"catalogue"},
    "pipeline": READ
    | {"worker", "memory", "publishing"}
    | {"recognition", "validation", "rendering", "catalogue", "pages", "search", "site"},
    "output": READ | {"memory", "recognition", "catalogue", "pages", "site", "pipeline"},
    "bundling": READ | {"worker", "publishing", "catalogue", "editions", "pipeline"},
    "cli": READ
    | {"authoring", "clock", "reports", "recognition", "validation", "pipeline", "catalogue"}
    | {"autofix", "memory", "publishing", "search", "page_budget", "editions", "bundling"}
    | {"links", "coverage"},
}
# The rooms of editions, which know none below themselves and no other format.
FILES = {"files"}
FORMAT = FILES | {"copy", "book"}
ALLOWED_IN_EDITIONS: dict[str, set[str]] = {
    "files": set(),
    "verifying": FILES,
    "updates": FILES | {"verifying"},
    "copy": {"files"},
    "book": {"copy"},
    "site_zip": FILES | {"copy"},
    "one_html": FORMAT,
    "epub": FORMAT,
    "pdf": FORMAT,
    "zim": FILES | {"copy"},
    "formats": {"copy"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    if room.startswith("__"):
        return
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("toolkit.")}
    assert rooms - {room} <= ALLOWED[room]


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if room_of(path) == "editions"],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_imports_of_editions_go_one_way(path: Path) -> None:
    room = path.relative_to(PACKAGE / "editions").parts[0].removesuffix(".py")
    if room.startswith("__"):
        return
    names = imported(path)
    rooms = {name.split(".")[2] for name in names if name.startswith("toolkit.editions.")}
    assert rooms - {room} <= ALLOWED_IN_EDITIONS[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_pipeline_knows_mkdocs(path: Path) -> None:
    names = {name.split(".")[0] for name in imported(path)}
    assert "hooks" not in names
    assert room_of(path) == "pipeline" or "mkdocs" not in names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small(path: Path) -> None:
    if path.name != "en.py" and path != PACKAGE / "content/entry_schema.py":
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def test_hooks_are_short_calls() -> None:
    for path in (ROOT / "hooks").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
        assert max(lengths.values()) <= 25, lengths
        assert not {"yaml", "re"} & set(imported(path))


def test_the_page_on_architecture_names_every_room() -> None:
    page = (ROOT / "docs/contribute/architecture.md").read_text(encoding="utf-8")
    assert [room for room in ALLOWED if room not in page] == []
    _, _, rooms = page.partition("## The rooms of editions")
    assert [room for room in ALLOWED_IN_EDITIONS if f"`{room}`" not in rooms] == []
