"""Finding and reading MkDocs' configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from toolkit.problems import ToolkitError, read_bounded

if TYPE_CHECKING:
    from yaml import Node

REMOVE_IT = "remove it; all templates, styles and scripts are in toolkit/site/theme."
SET_A_CONTACT = (
    "set one of them to the place where suggestions can be sent (docs/contribute/hosting.md)."
)

_LARGEST = 1024 * 1024

# Settings that change pages which MkDocs and Material make. Ours are made from our own templates.
_OF_OTHER_PAGES = (
    *("copyright", "extra_css", "extra_javascript", "extra_templates", "nav"),
    "use_directory_urls",
)
_OF_OTHER_THEMES = ("favicon", "features", "font", "icon", "logo", "palette")
_THEME = ("toolkit", "site", "theme")
_UNSET = ("", "~", "null", "false", "no", "off", "[]")


def setting(file: Path, *names: str) -> str:
    """The value in a mkdocs.yml at the keys `names`, each within the one before; empty if none.

    Values that only MkDocs resolves, such as `!ENV NAME`, are not looked up.
    """
    import yaml  # most commands don't read settings

    node = _composed(file)
    for name in names:
        node = _set_in(node).get(name)
    if not isinstance(node, yaml.ScalarNode) or node.tag.startswith("!"):
        return ""
    return str(node.value)


def _composed(file: Path) -> Node | None:
    """What a mkdocs.yml says, as a node of YAML; None if it is empty or can't be read."""
    import yaml

    try:
        # MkDocs' own tags are not interpreted.
        return yaml.compose(_text(file), Loader=yaml.CSafeLoader)
    except (RecursionError, ValueError, yaml.YAMLError):
        return None


def _set_in(node: Node | None) -> dict[str, Node]:
    """The values of a mapping that are neither empty nor `false`, by name."""
    import yaml

    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): value for key, value in pairs if str(value.value).lower() not in _UNSET}


def configured(name: str) -> str:
    """The folder that a setting in the current folder's mkdocs.yml names; empty if there is none.

    A pattern finds the line: parsing the file would take as long as a build with nothing to do.
    """
    text = _text(Path("mkdocs.yml"))
    found = re.search(rf"^{name}:[ \t]*(['\"]?)([^'\"#\n]*?)\1[ \t]*(?:#.*)?$", text, re.MULTILINE)
    return found[2] if found else ""


def _text(file: Path) -> str:
    """The text of a mkdocs.yml; empty if it can't be read, which a build reports."""
    try:
        return read_bounded(file, _LARGEST, file.name).decode()
    except (ToolkitError, UnicodeDecodeError):
        return ""


@contextmanager
def understood(file: Path) -> Iterator[None]:
    """Say what is wrong in a mkdocs.yml when MkDocs, reading it in this block, doesn't."""
    try:
        yield
    except (OSError, RecursionError, TypeError, ValueError) as error:
        reason = f"one of its values can't be read ({error})"
        parent = setting(file, "INHERIT")
        if isinstance(error, RecursionError):
            reason = "it inherits from itself, or has too many nested brackets"
        elif parent and not (file.parent / parent).is_file():
            reason = f'INHERIT names no file: "{parent}"'
        for name in ("site_url", "repo_url"):
            address = setting(file, name)
            try:
                urlsplit(address)
            except ValueError:
                reason = f'{name} is not the address of a website: "{address}"'
        raise ToolkitError(
            f"{file.name} can't be used: {reason}.",
            "fix it; nothing was changed.",
        ) from error


def require_hook(files: Iterable[str]) -> None:
    """Raise ToolkitError if the hook that makes all pages is not among `files`."""
    if not any(Path(file).name == "generate.py" for file in files):
        raise ToolkitError(
            "mkdocs.yml does not name the hook that makes the pages.",
            "add hooks/generate.py to its hooks.",
        )


def idle(file: Path) -> str:
    """What a mkdocs.yml, or the one that it inherits from, sets that changes only pages that MkDocs
    or Material make; empty if there is nothing.
    """
    settings = _set_in(_composed(file))
    theme = _set_in(settings.get("theme"))
    useless = [name for name in _OF_OTHER_PAGES if name in settings]
    useless += [f"theme.{name}" for name in _OF_OTHER_THEMES if name in theme]
    if "custom_dir" in theme and Path(str(theme["custom_dir"].value)).parts[-3:] != _THEME:
        useless.append("theme.custom_dir")
    if useless:
        return f"{file.name} sets {', '.join(useless)}, which has no effect here."
    parent = setting(file, "INHERIT")
    return idle(file.parent / parent) if parent else ""


def find_configuration(folder: Path) -> Path:
    """The mkdocs.yml next to the content folder, or else the one in the current folder.

    Raises ToolkitError if there is none.
    """
    for place in (folder.resolve().parent, Path.cwd()):
        if (place / "mkdocs.yml").is_file():
            return place / "mkdocs.yml"
    raise ToolkitError(
        "There is no mkdocs.yml here.", "run the command in the folder that holds mkdocs.yml."
    )
