"""Which file names a copy may hold: those safe on Windows, FAT USB sticks and Android."""

import re
from collections.abc import Iterable

from toolkit.problems import ToolkitError

# Windows opens paths of up to 260 characters, including the folder that a reader unpacks into.
LONGEST_PATH = 150
MOST_FOLDERS = 8
_PART = re.compile(r"[A-Za-z0-9._-]+")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: reserved with any extension.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def fault_of(path: str) -> str:
    """Why `path` can't be a file of a copy; empty if it can.

    Any path that passes is inside the folder that it is unpacked into.
    """
    if len(path) > LONGEST_PATH:
        return f"it is longer than {LONGEST_PATH} characters"
    parts = path.split("/")
    if len(parts) > MOST_FOLDERS + 1:
        return f"it is inside more than {MOST_FOLDERS} folders"
    for part in parts:
        if not _PART.fullmatch(part):
            return "its parts may contain only A-Z, a-z, 0-9, full stop, hyphen and underscore"
        if part.endswith("."):
            return "a part of it ends in a full stop"
        if _RESERVED.fullmatch(part):
            return f'Windows reserves the name "{part}"'
    return ""


def refuse_unsafe(paths: Iterable[str]) -> None:
    """Raise ToolkitError for the first path not valid on every system, or clashing with another."""
    pieces: dict[str, tuple[str, bool]] = {}
    files: set[str] = set()
    for path in paths:
        if fault := fault_of(path):
            raise ToolkitError(
                f'The file "{shown(path)}" can\'t be part of a copy: {fault}.',
                "rename the file that it is made from, or remove this path from the aliases of an "
                "entry or a task.",
            )
        folders = (path[: match.start()] for match in re.finditer("/", path))
        for piece in (*folders, path):
            kept, was_file = pieces.setdefault(piece.lower(), (piece, piece == path))
            if kept != piece or was_file != (piece == path) or path in files:
                raise ToolkitError(
                    f'"{path}" and "{kept}" can\'t both be on a USB stick: one would replace '
                    "the other.",
                    f'rename "{path}" or "{kept}"; small and capital letters count as the same.',
                )
        files.add(path)


def shown(name: str) -> str:
    """A name safe to show in a terminal: anything that could move the cursor or turn text around
    is escaped.
    """
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in name
    )
