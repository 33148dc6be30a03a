"""Puts finished files and folders in the place of the old ones, in one step where it can."""

import ctypes
import errno
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from toolkit.problems import ToolkitError

if sys.platform != "win32":
    import fcntl

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PREFIX = ".toolkit-new-"
_MAKING = f"{_PREFIX}made-"  # not yet locked
_OF_HISTORY = (".git", ".hg", ".svn")
_LARGEST_MANIFEST = 10_000  # bytes; it has some 300
_NEW = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}")  # as `tempfile` completes the name


class NewFolder:
    """A hidden folder for what is not complete; `path` is its path.

    It is locked as long as a process of the run lives, however that ends. So what a killed run left
    is told from what another run is at work in, and goes when the next folder is made beside it.
    Raises OSError where it can't be made.
    """

    def __init__(self, parent: Path) -> None:
        for found in parent.iterdir():
            if is_unfinished(found.name) and (stale := _lock(found)) is not None:
                shutil.rmtree(found, ignore_errors=True)
                os.close(stale)
        made = Path(tempfile.mkdtemp(prefix=_MAKING, dir=parent))
        self._held = _lock(made)
        # Only now under a name that another run takes away when nobody holds it.
        self.path = made.rename(parent / made.name.replace(_MAKING, _PREFIX))

    def remove(self) -> None:
        """Delete it with all that is in it, if it is still there."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._held is not None:
            os.close(self._held)
            self._held = None


def is_unfinished(name: str) -> bool:
    """Whether a file or folder bears the name that it has until it is complete."""
    return _NEW.fullmatch(name) is not None


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Change files of a folder that belong together: another run waits until that is done."""
    handle = _lock(folder, wait=True)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(folder: Path, *, wait: bool = False) -> int | None:
    """Lock a folder until the handle returned is closed.

    None where another process holds it and nobody wants to wait, where it is none, or where the
    system has no such locks.
    """
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


# No room, or no right to write, or something else in the way: for people to fix.
_REFUSED = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS}
    | {errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.EIO, errno.ENAMETOOLONG, errno.ELOOP}
)
# Where nothing but the place itself is asked for: that nothing can be made there at all.
NOWHERE = _REFUSED | {errno.ENOENT, errno.EINVAL, errno.ENXIO, errno.ENODEV, errno.EBUSY}


@contextmanager
def writing_to(place: Path | str = "", refused: frozenset[int] = _REFUSED) -> Iterator[None]:
    """Say in one message that `place` can't be written, where the system refuses to.

    Without a `place` it is what the system names. Raises ToolkitError for the numbers `refused`;
    whatever else the system refuses is a bug of ours.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in refused:
            raise
        raise ToolkitError(
            f'"{place or error.filename or "The output"}" can\'t be written: '
            f"{os.strerror(error.errno)}.",
            "a file is in the way: choose another place."
            if error.errno in (errno.EEXIST, errno.ENOTDIR)
            else "free some space, or choose a place that you can write to.",
        ) from error


def write_file(path: Path, data: bytes) -> None:
    """Write one file, as `write_files` does."""
    write_files({path: data})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files in one step each: there is the old one, or the new one, and never half of it.

    None is written where there is no room for all of them. Missing folders are made. Raises
    ToolkitError where one can't be written.
    """
    made: dict[Path, Path] = {}
    folders: list[Path] = []
    try:
        for path, data in files.items():
            with writing_to(path, NOWHERE):
                refuse_special(path)
                folders += _make_folders(path.parent)
                handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
                made[Path(name)] = path
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644)
        for new, path in made.items():
            with writing_to(path):
                new.replace(path)
    except BaseException:
        for new in made:
            new.unlink(missing_ok=True)
        for folder in reversed(folders):
            with suppress(OSError):  # something else is in it by now
                folder.rmdir()
        raise


def refuse_special(path: Path) -> None:
    """Refuse a folder, and a pipe or a device, which an administrator would replace."""
    if path.is_dir():
        raise ToolkitError(f'"{path}" is a folder.', "name a file in it.")
    if path.exists() and not path.is_file():
        raise ToolkitError(f'"{path}" is not an ordinary file.', "choose another name.")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns those that were missing, the highest first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def folder_beside(final: Path) -> NewFolder:
    """Make an empty folder beside `final`, to build in.

    Raises ToolkitError where `final` holds something else than a site, or can't be written.
    """
    require_place(final)
    final = final.resolve()
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        made = NewFolder(final.parent)
        made.path.chmod(0o755)
    except OSError as error:
        raise ToolkitError(
            f'The folder "{final.name}" can\'t be created: {error.strerror}.',
            "free some space, or choose a folder that you can write to with --output.",
        ) from error
    return made


def require_place(final: Path) -> None:
    """Raise ToolkitError where `final` holds something else than a site."""
    if final.is_dir() and any(final.iterdir()) and not _is_site(final):
        raise ToolkitError(
            f'The folder "{final}" contains files that are not a site of this program: they '
            "would be lost.",
            "choose an empty or a new folder with --output.",
        )
    if final.exists() and not final.is_dir():
        raise ToolkitError(
            f'"{final}" is a file, not a folder.', "choose another folder with --output."
        )


def _is_site(folder: Path) -> bool:
    """Whether a folder holds a site of ours, and no history, as a branch of sites does."""
    if any((folder / name).exists() for name in _OF_HISTORY):
        return False
    try:
        with (folder / "build.json").open("rb") as manifest:
            return b'"input_digest"' in manifest.read(_LARGEST_MANIFEST)
    except OSError:
        return False


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
