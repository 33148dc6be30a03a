"""The program's rooms and the directions of its imports (docs/contribute/architecture.md)."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "toolkit"

LOW = {"source", "problems", "grouping", "compact_json", "csv_text"}
READ = LOW | {"cache", "languages", "content"}

# What each room may import besides itself. A new room needs a line here.
ALLOWED: dict[str, set[str]] = {
    "source": set(),
    "problems": {"source"},
    "grouping": set(),
    "compact_json": set(),
    "csv_text": set(),
    "worker": {"problems"},
    "minified": set(),
    "cache": {"source"},
    "configuration": {"problems"},
    "memory": set(),
    "clock": {"problems"},
    "publishing": {"problems"},
    "time_limit": set(),
    "page_budget": set(),
    "languages": set(),
    "content": LOW | {"cache", "languages", "memory", "time_limit"},
    "reports": LOW,
    "translations": READ | {"recognition"},
    "recognition": READ | {"publishing"},
    "opportunities": READ | {"recognition"},
    "validation": READ
    | {"translations", "worker", "recognition", "opportunities", "rendering", "time_limit"},
    "authoring": READ | {"recognition", "validation"},
    "autofix": READ | {"publishing", "recognition", "translations", "validation", "authoring"},
    "renaming": READ | {"recognition", "translations", "validation", "autofix", "authoring"},
    "sheets": READ | {"time_limit", "validation", "autofix", "authoring"},
    "forms": READ | {"validation", "authoring", "minified"},
    "rendering": READ | {"worker", "time_limit"},
    "catalogue": READ | {"recognition", "validation"},
    "exports": READ | {"catalogue", "recognition"},
    "pages": READ
    | {"translations", "coverage", "recognition", "validation", "rendering", "catalogue"}
    | {"exports", "opportunities", "forms"},
    "search": READ
    | {"recognition", "rendering", "catalogue", "translations", "worker", "minified"},
    "site": READ
    | {"translations", "worker", "recognition", "rendering", "catalogue", "pages", "minified"}
    | {"configuration"},
    "editions": READ
    | {
        "translations",
        "publishing",
        "recognition",
        "validation",
        "rendering",
        "catalogue",
        "minified",
        "pages",
        "search",
        "site",
    },
    "links": READ | {"recognition", "validation"},
    "coverage": READ | {"catalogue"},
    "settings": READ | {"configuration", "validation"},
    "pipeline": READ
    | {"worker", "memory", "publishing", "configuration", "settings"}
    | {
        "translations",
        "recognition",
        "validation",
        "rendering",
        "catalogue",
        "pages",
        "search",
        "site",
        "forms",
    },
    "output": READ
    | {"translations", "memory", "recognition", "catalogue", "pages", "site", "pipeline", "worker"}
    | {"coverage", "exports", "forms", "sheets"},
    "serving": READ
    | {"catalogue", "forms", "memory", "output", "pages", "pipeline", "rendering", "reports"}
    | {"search", "site", "translations", "validation", "worker"},
    "bundling": READ | {"worker", "publishing", "catalogue", "editions", "pipeline"},
    "cli": READ
    | {"serving", "worker"}
    | {"authoring", "clock", "reports", "recognition", "validation", "pipeline", "catalogue"}
    | {"autofix", "memory", "publishing", "search", "page_budget", "editions", "bundling"}
    | {
        "translations",
        "links",
        "coverage",
        "exports",
        "opportunities",
        "site",
        "sheets",
        "configuration",
        "renaming",
    },
}
# The rooms of editions; formats don't know each other.
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


@cache
def imported(path: Path) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module))
    return frozenset(names)


def against(
    allowed: dict[str, set[str]], root: Path, modules: Iterable[Path]
) -> Iterator[tuple[str, set[str]]]:
    """Modules below `root` with the rooms there that they import but may not."""
    package = ".".join(root.relative_to(ROOT).parts)
    for path in modules:
        room = path.relative_to(root).parts[0].removesuffix(".py")
        if room.startswith("__"):
            continue
        rooms = {
            name.removeprefix(f"{package}.").partition(".")[0]
            for name in imported(path)
            if name.startswith(f"{package}.")
        }
        if wrong := rooms - {room} - allowed[room]:
            yield str(path.relative_to(PACKAGE)), wrong


def test_imports_go_one_way() -> None:
    assert dict(against(ALLOWED, PACKAGE, MODULES)) == {}
    editions = [path for path in MODULES if room_of(path) == "editions"]
    assert editions
    assert dict(against(ALLOWED_IN_EDITIONS, PACKAGE / "editions", editions)) == {}


def test_only_the_pipeline_knows_mkdocs() -> None:
    for path in MODULES:
        names = {name.split(".")[0] for name in imported(path)}
        assert "hooks" not in names, path
        assert room_of(path) == "pipeline" or "mkdocs" not in names, path


def test_modules_stay_small() -> None:
    tables = {PACKAGE / "content/entry_schema.py"}
    lengths = {
        str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES
        if path.name != "en.py" and path not in tables
    }
    assert {path: length for path, length in lengths.items() if length > 350} == {}


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
