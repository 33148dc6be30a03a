"""Where MkDocs' configuration is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from toolkit.problems import ToolkitError

SET_A_WAY_IN: Final = "set one to where suggestions can be sent (contribute/hosting)."


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
