"""Everything in a folder, including links and devices, without following any."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.problems import ToolkitError

_MOST = 100_000
# Windows', macOS', and what macOS puts next to each file on a USB stick.
_OF_A_SYSTEM = re.compile(r"Thumbs\.db|desktop\.ini|\.DS_Store|\._.+", re.IGNORECASE)
# Their folders at the top of each stick, which not everybody may read.
_FOLDERS_OF_A_SYSTEM = re.compile(
    r"(System Volume Information|\$RECYCLE\.BIN|\.Trashes|\.fseventsd|\.Spotlight-V100)/.*"
)


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A path in a folder, with `/`; `fault` says why it can't be read as a file, if so."""

    path: str
    full: Path
    fault: str = ""


def is_of_a_system(found: CopiedFile) -> bool:
    """Whether a file is one of those that Windows and macOS leave in every folder or on sticks."""
    if _FOLDERS_OF_A_SYSTEM.fullmatch(found.path):
        return True
    return not found.fault and bool(_OF_A_SYSTEM.fullmatch(found.path.rpartition("/")[2]))


def walk(folder: Path) -> Iterator[CopiedFile]:
    """Everything below `folder` but folders, sorted by path; also folders that can't be read.

    Raises ToolkitError if there is more than any copy holds.
    """
    found: list[CopiedFile] = []
    waiting = [(folder, "")]
    while waiting:
        inside, prefix = waiting.pop()
        try:
            with os.scandir(inside) as entries:
                for entry in entries:
                    path, full = f"{prefix}{entry.name}", inside / entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((full, f"{path}/"))
                    else:
                        found.append(CopiedFile(path, full, _fault(entry)))
                    if len(found) + len(waiting) > _MOST:
                        raise ToolkitError(
                            f'The folder "{folder.name or folder}" has more files than any copy.',
                            "name the folder with index.html and manifest.json.",
                        )
        except OSError as error:
            found.append(CopiedFile(prefix or ".", inside, f"it can't be read: {error.strerror}"))
    yield from sorted(found, key=lambda one: one.path)


def _fault(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "it is a link"
    return "" if entry.is_file(follow_symlinks=False) else "it is not an ordinary file"
