"""Finding and reading MkDocs' configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.problems import ToolkitError, read_bounded

if TYPE_CHECKING:
    from yaml import Node

SET_A_CONTACT = (
    "set one of them to the place where suggestions can be sent (docs/contribute/hosting.md)."
)
WEBSITE = "give its address from https:// on, without a user name, space, ? or #."
EMAIL = re.compile(r"[^\s:/'\"<>,;“”]+@[^\s'\"<>,;“”]+")

# The hook that makes all pages.
HOOK = "generate.py"
_LARGEST = 1024 * 1024

_UNSET = ("", "~", "null", "false", "no", "off")


def setting(file: Path, *names: str) -> str:
    """The value in a mkdocs.yml, or one that it inherits from, at the keys `names`, each within the
    one before; empty if none.

    Values that only MkDocs resolves, such as `!ENV NAME`, are not looked up.
    """
    import yaml  # most commands don't read settings

    for one in with_inherited(file):
        node = composed(one)
        for name in names:
            node = set_in(node).get(name)
        if node is not None:
            is_text = isinstance(node, yaml.ScalarNode) and not node.tag.startswith("!")
            return str(node.value) if is_text else ""
    return ""


def with_inherited(file: Path) -> Iterator[Path]:
    """A mkdocs.yml, and those that it inherits from, each once."""
    seen = set[Path]()
    while file.is_file() and file.resolve() not in seen:
        yield file
        seen.add(file.resolve())
        file = file.parent / _on_line("INHERIT", _text(file))


def composed(file: Path) -> Node | None:
    """What a mkdocs.yml says, as a node of YAML; None if it is empty or can't be read."""
    import yaml

    try:
        # MkDocs' own tags are not interpreted.
        return yaml.compose(_text(file), Loader=yaml.CSafeLoader)
    except (RecursionError, ValueError, yaml.YAMLError):
        return None


def pairs_in(node: Node | None) -> list[tuple[Node, Node]]:
    """The names and values of a mapping; none of anything else."""
    import yaml

    return node.value if isinstance(node, yaml.MappingNode) else []


def set_in(node: Node | None) -> dict[str, Node]:
    """The values of a mapping that are neither empty nor `false`, by name."""
    return {
        key.value: value
        for key, value in pairs_in(node)
        if isinstance(key.value, str) and _is_set(value)
    }


def written(node: Node | None, name: str) -> str:
    """The value of a setting as it is written, or something that no file is named."""
    for key, value in pairs_in(node):
        if key.value == name:
            return value.value if isinstance(value.value, str) else "a list"
    return ""


def _is_set(node: Node) -> bool:
    value = node.value  # a text, or the nodes of a list or mapping, which may be deep
    return value.lower() not in _UNSET if isinstance(value, str) else bool(value)


def configured(name: str) -> str:
    """The folder that a setting in the current folder's mkdocs.yml names; empty if there is none.

    A pattern finds the line: parsing the file would take as long as a build with nothing to do.
    """
    found = (_on_line(name, _text(one)) for one in with_inherited(Path("mkdocs.yml")))
    return next(filter(None, found), "")


def _on_line(name: str, text: str) -> str:
    found = re.search(rf"^{name}:[ \t]*(['\"]?)([^'\"#\n]*?)\1[ \t]*(?:#.*)?$", text, re.MULTILINE)
    return found[2] if found else ""


def _text(file: Path) -> str:
    """The text of a mkdocs.yml, with LF at the end of each line; empty if it can't be read, which a
    build reports.
    """
    try:
        text = read_bounded(file, _LARGEST, file.name).decode("utf-8-sig")
    except (ToolkitError, UnicodeDecodeError):
        return ""
    return "\n".join(re.split("\r\n?|\n", text))


def require_hook(files: Iterable[str]) -> None:
    """Raise ToolkitError if the hook that makes all pages is not among `files`."""
    if not any(Path(file).name == HOOK for file in files):
        raise ToolkitError(
            "mkdocs.yml does not name the hook that makes the pages.",
            "add it to its hooks, as in: hooks: [hooks/generate.py]",
        )


def find_configuration(folder: Path) -> Path:
    """The mkdocs.yml next to the content folder, or else the one in the current folder.

    Raises ToolkitError if there is none.
    """
    places = (folder.resolve().parent, Path.cwd())
    for place in places:
        if (place / "mkdocs.yml").is_file():
            return place / "mkdocs.yml"
    hint = "run the command in the folder that holds mkdocs.yml."
    for found in sorted(one for place in places for one in place.glob("[Mm][Kk][Dd]ocs.y*")):
        hint = f"rename {found.name} to mkdocs.yml."  # Notepad adds .txt
    raise ToolkitError("There is no mkdocs.yml here.", hint)
