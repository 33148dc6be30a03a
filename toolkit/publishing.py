"""Puts a finished folder in the place of the one before, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path

from toolkit.problems import ToolkitError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def folder_beside(final: Path) -> Path:
    """Make an empty folder beside `final`, to build in.

    Raises ToolkitError where `final` holds something else than a site, or can't be written.
    """
    final = final.resolve()
    if final.is_dir() and any(final.iterdir()) and not _is_site(final):
        raise ToolkitError(
            f'The folder "{final.name}" holds files that are not a site: they would be lost.',
            "name an empty or a new folder with --output.",
        )
    if final.exists() and not final.is_dir():
        raise ToolkitError(
            f'"{final.name}" is a file, not a folder.', "name another folder with --output."
        )
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f"{final.name}.new-", dir=final.parent))
        made.chmod(0o755)
    except OSError as error:
        raise ToolkitError(
            f'The folder "{final.name}" can\'t be made: {error.strerror}.',
            "free some space, or name a folder that you may write to with --output.",
        ) from error
    return made


def _is_site(folder: Path) -> bool:
    return (folder / "build.json").is_file() or (folder / "404.html").is_file()


def publish(new: Path, final: Path) -> None:
    """Put `new` in the place of `final`; what was there is deleted once the new one stands."""
    final = final.resolve()
    if not final.exists():
        new.rename(final)
        return
    if not _exchange(new, final):
        old = new.with_name(f"{new.name}-old")
        final.rename(old)
        try:
            new.rename(final)
        except OSError:
            old.rename(final)
            raise
        new = old
    shutil.rmtree(new, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system has no such step."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
