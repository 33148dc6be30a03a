"""Finding and reading MkDocs' configuration."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from toolkit.problems import ToolkitError, read_bounded

SET_A_CONTACT = (
    "set one of them to the place where suggestions can be sent (docs/contribute/hosting.md)."
)

_LARGEST = 1024 * 1024


def setting(file: Path, *names: str) -> str:
    """The value in a mkdocs.yml at the keys `names`, each within the one before; empty if none."""
    import yaml  # most commands don't read settings

    try:
        # MkDocs' own tags are not interpreted.
        node = yaml.compose(_text(file), Loader=yaml.CSafeLoader)
    except (RecursionError, ValueError, yaml.YAMLError):
        return ""
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for key, value in pairs if key.value == name), None)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


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
