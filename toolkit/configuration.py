"""Where MkDocs' configuration is."""

import re
from pathlib import Path

from toolkit.problems import ToolkitError

SET_A_WAY_IN = "set one to where suggestions can be sent (contribute/hosting)."


def setting(file: Path, *names: str) -> str:
    """What a mkdocs.yml says under `names`, each below the one before; empty for nothing."""
    import yaml  # most commands read no setting

    try:
        # Its own tags are left unread.
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return ""
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for key, value in pairs if key.value == name), None)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def configured(name: str) -> str:
    """The folder that a setting of the mkdocs.yml where the command runs names; empty without.

    It is read as a line: to parse the file would take as long as a build with nothing to do.
    """
    try:
        text = Path("mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    found = re.search(rf"^{name}:[ \t]*(['\"]?)([^'\"#\n]*?)\1[ \t]*(?:#.*)?$", text, re.MULTILINE)
    return found[2] if found else ""


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
