"""Where MkDocs' configuration is."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from toolkit.problems import ToolkitError, read_bounded

SET_A_WAY_IN = "set one to where suggestions can be sent (contribute/hosting)."

_LARGEST = 1024 * 1024


def setting(file: Path, *names: str) -> str:
    """What a mkdocs.yml says under `names`, each below the one before; empty for nothing."""
    import yaml  # most commands read no setting

    try:
        # Its own tags are left unread.
        node = yaml.compose(_text(file), Loader=yaml.SafeLoader)
    except (RecursionError, ValueError, yaml.YAMLError):
        return ""
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for key, value in pairs if key.value == name), None)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def configured(name: str) -> str:
    """The folder that a setting of the mkdocs.yml where the command runs names; empty without.

    It is read as a line: to parse the file would take as long as a build with nothing to do.
    """
    text = _text(Path("mkdocs.yml"))
    found = re.search(rf"^{name}:[ \t]*(['\"]?)([^'\"#\n]*?)\1[ \t]*(?:#.*)?$", text, re.MULTILINE)
    return found[2] if found else ""


def _text(file: Path) -> str:
    """What a mkdocs.yml holds; empty where it can't be read, which a build says."""
    try:
        return read_bounded(file, _LARGEST, file.name).decode()
    except (ToolkitError, UnicodeDecodeError):
        return ""


@contextmanager
def understood(file: Path) -> Iterator[None]:
    """Say what is wrong in a mkdocs.yml where MkDocs, which reads it meanwhile, does not."""
    try:
        yield
    except (OSError, RecursionError, TypeError, ValueError) as error:
        reason = f"one of its values can't be read ({error})"
        parent = setting(file, "INHERIT")
        if isinstance(error, RecursionError):
            reason = "it inherits from itself, or has too many brackets in brackets"
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
            "fix it; the previous site is still there.",
        ) from error


def require_hook(files: Iterable[str]) -> None:
    """Raise ToolkitError where the hook that makes all pages is not among `files`."""
    if not any(Path(file).name == "generate.py" for file in files):
        raise ToolkitError(
            "mkdocs.yml does not name the hook that makes the pages.",
            "add hooks/generate.py to its hooks.",
        )


def find_configuration(folder: Path) -> Path:
    """The mkdocs.yml beside the content folder, or else the one where the command runs.

    Raises ToolkitError where there is none.
    """
    for place in (folder.resolve().parent, Path.cwd()):
        if (place / "mkdocs.yml").is_file():
            return place / "mkdocs.yml"
    raise ToolkitError(
        "There is no mkdocs.yml here.", "run the command in the folder that holds mkdocs.yml."
    )
