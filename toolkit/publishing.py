"""Replaces old files and folders by finished new ones, atomically where possible."""

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from toolkit.problems import ToolkitError, changed_meanwhile

if sys.platform != "win32":
    import fcntl

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PREFIX = ".toolkit-new-"
_MAKING = f"{_PREFIX}made-"  # not yet locked
_OF_HISTORY = (".git", ".hg", ".svn")
_LARGEST_MANIFEST = 10_000  # bytes; it has some 300
_OLD = "-old"  # what was replaced, and not yet deleted
_NEW = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}(?:{_OLD})?")


class NewFolder:
    """A hidden folder for what is not complete, at `path`.

    It is locked as long as any process of the run is alive. This distinguishes a folder that a
    killed run left, which is removed when the next one is made alongside, from one in use by
    another run. Raises OSError if the folder can't be made.
    """

    def __init__(self, parent: Path) -> None:
        for found in parent.iterdir():
            if is_unfinished(found.name) and (stale := _lock(found)) is not None:
                shutil.rmtree(found, ignore_errors=True)
                os.close(stale)
        made = parent / f"{_MAKING}{secrets.token_hex(4)}"
        made.mkdir()
        self._held = _lock(made)
        # Only now that it is locked, give it a name that another run would clean up if unlocked.
        self.path = made.rename(parent / made.name.replace(_MAKING, _PREFIX))

    def remove(self) -> None:
        """Delete it with everything in it, if it still exists."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._held is not None:
            os.close(self._held)
            self._held = None


def is_unfinished(name: str) -> bool:
    """Whether a name is one that files and folders have until they are complete."""
    return _NEW.fullmatch(name) is not None


@contextmanager
def alone_in(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Change files in a folder that belong together, while any other run waits.

    Without `wait`, nothing more happens to a folder that is locked already.
    """
    handle = _lock(folder, wait=wait)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(folder: Path, *, wait: bool = False) -> int | None:
    """Lock a folder until the returned handle is closed.

    None if another process holds it (without `wait`), if it isn't a folder, or if the system has no
    such locks.
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


# No space, no permission, or something else in the way: for people to fix.
_REFUSED = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS}
    | {errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.EIO, errno.ENAMETOOLONG, errno.ELOOP}
)
# Also, when nothing but the place itself is in question, that nothing can be made there at all.
NOWHERE = _REFUSED | {errno.ENOENT, errno.EINVAL, errno.ENXIO, errno.ENODEV, errno.EBUSY}


@contextmanager
def writing_to(place: Path | str = "", refused: frozenset[int] = _REFUSED) -> Iterator[None]:
    """If the system refuses to write to `place`, say so in one message.

    Without a `place`, name the one that the system reports. Raises ToolkitError for the error
    numbers in `refused`; any other error is a bug of ours.
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
    """Write one file like `write_files`."""
    write_files({path: data})


def write_files(
    files: Mapping[Path, bytes | None],
    found: Mapping[Path, bytes | None] = MappingProxyType({}),
) -> None:
    """Write files, each atomically: there is the old one or the new one, never half of it.

    None as the data of a file removes it. Missing folders are made. `found` is what some of them
    held when they were read, None for those that weren't there: what somebody wrote since then is
    kept. Raises ToolkitError for that, and if one file can't be written or removed; then all are as
    they were.
    """
    made: dict[Path, Path] = {}
    folders: list[Path] = []
    replaced: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            if data is None:
                continue
            with writing_to(path, NOWHERE):
                refuse_special(path)
                folders += _make_folders(path.parent)
                new = path.parent / f"{_PREFIX}{secrets.token_hex(4)}"
                with new.open("xb") as file:
                    made[path] = new
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                with suppress(OSError):  # no old one, or a disk without permissions
                    shutil.copymode(path, new)
        for path in files:
            with writing_to(path):
                # Noted first: a signal can end the run right after the file was replaced.
                replaced[path] = path.read_bytes() if path.exists() else None
                if path in found and (path.is_symlink() or replaced[path] != found[path]):
                    raise changed_meanwhile(path, is_new=found[path] is None)
                if path in made:
                    made[path].replace(path)
                else:
                    path.unlink()
    except BaseException:
        for new in made.values():
            new.unlink(missing_ok=True)
        for path, old in replaced.items():
            with suppress(ToolkitError, OSError):  # the first error tells more, and others follow
                if (path.read_bytes() if path.exists() else None) != old:
                    write_files({path: old})
        for folder in reversed(folders):
            with suppress(OSError):  # by now something else may be in it
                folder.rmdir()
        raise


def refuse_special(path: Path) -> None:
    """Refuse a folder, and a pipe or a device, which root would replace by a file."""
    if path.is_dir():
        raise ToolkitError(f'"{path}" is a folder.', "name a file in it.")
    if path.exists() and not path.is_file():
        raise ToolkitError(f'"{path}" is not an ordinary file.', "choose another name.")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and its parents; returns those that were missing, the topmost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def new_folder_for(final: Path) -> NewFolder:
    """Make an empty folder next to `final`, to build in.

    Raises ToolkitError if `final` holds something other than a site, or can't be written.
    """
    require_place(final)
    with writing_to(final, NOWHERE):
        parent = final.resolve().parent
        parent.mkdir(parents=True, exist_ok=True)
        return NewFolder(parent)


def require_place(final: Path) -> None:
    """Raise ToolkitError if `final` holds something other than a site, or can't be replaced."""
    if os.path.ismount(final.resolve()):  # renaming it fails, at the end of the build
        raise ToolkitError(
            f'"{final}" is a separate disk or volume, which a new site can\'t replace.',
            "choose a folder in it with --output.",
        )
    if final.is_dir() and any(final.iterdir()) and not is_site(final):
        raise ToolkitError(
            f'The folder "{final}" contains files that are not part of a site that this '
            "program built: they would be lost.",
            "choose an empty or a new folder with --output.",
        )
    if final.exists() and not final.is_dir():
        raise ToolkitError(
            f'"{final}" is a file, not a folder.', "choose another folder with --output."
        )


def require_apart(
    place: Path,
    content: Path,
    what: str,
    hint: str = "choose a folder next to it with --output.",
    *,
    replaced: bool = False,
) -> None:
    """Raise ToolkitError if `place` is in the folder of the content; if it is to be `replaced` as a
    whole, also if the content is in it. `what` can't be done there begins the message.
    """
    new, old = Path(os.path.realpath(place)), Path(os.path.realpath(content))
    if old in (new, *new.parents) or (replaced and new in old.parents):
        raise ToolkitError(f'{what} "{place}": the content is there.', hint)


def is_site(folder: Path) -> bool:
    """Whether a folder holds one of our sites, without the history that a branch of sites has."""
    if any((folder / name).exists() for name in _OF_HISTORY):
        return False
    try:
        with (folder / "build.json").open("rb") as manifest:
            return b'"input_digest"' in manifest.read(_LARGEST_MANIFEST)
    except OSError:
        return False


def publish(new: Path, final: Path) -> None:
    """Put `new` in place of `final`; what was there is deleted once the new one is in place."""
    final = final.resolve()
    final.mkdir(exist_ok=True)  # always an exchange: another run may be making the first site too
    if not _exchange(new, final):
        old = new.with_name(f"{new.name}{_OLD}")
        with alone_in(final):  # a run that starts meanwhile leaves the old one alone, too
            _put_aside(final, old)
            with alone_in(old, wait=False):  # a copy is not locked yet
                try:
                    with suppress(FileNotFoundError):
                        shutil.rmtree(final)
                    new.rename(final)
                except BaseException:  # as by Ctrl+C
                    shutil.rmtree(final, ignore_errors=True)
                    old.rename(final)
                    raise
        new = old
    shutil.rmtree(new, ignore_errors=True)


def _put_aside(final: Path, old: Path) -> None:
    """Rename a folder; copy it if the system can't, as in a container if it came with its image."""
    try:
        final.rename(old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(final, old, symlinks=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders atomically; False if the system can't."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
