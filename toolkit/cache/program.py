"""What results depend on besides their input: our own code, the libraries, Python itself."""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

DIGEST_SIZE = 16
PACKAGE = Path(__file__).parent.parent
_ENDINGS = (".dist-info", ".egg-info")
# No file of content or of a theme that could be built is so large; one may be larger than memory.
_LARGEST = 64 * 1024 * 1024
_TICK = 100_000_000  # nanoseconds
_State = frozenset[tuple[str, int, int, int, int]]


def program_digest() -> bytes:
    """A digest of every file of this package, of the versions of all libraries, and of Python.

    One for everything: any change to code, a template or a word invalidates the whole cache. Nobody
    could keep a list by hand of which part of the program each result depends on.
    """
    return known_program()[0]


@cache
def known_program() -> tuple[bytes, _State]:
    """What `program_digest` returns, and the state of the files before it was made."""
    state = _state()
    return _digest(), state


def is_unchanged() -> bool:
    """Whether the program is still the one that `program_digest` was made from."""
    try:
        digest, state = known_program()
        return (bool(state) and _state() == state) or _digest() == digest
    except OSError:  # one of its folders is just being replaced
        return False


def _state() -> _State:
    """What shows without reading the files that they are the same, empty if nothing does.

    Nobody can set back when an inode changed. That of a link doesn't show what it leads to, and
    within a tick of the clock a file may change twice.
    """
    settled = time.time_ns() - _TICK
    found = {(name, 0, 0, 0, 0) for name in _libraries()}
    for path, one in each_file(str(PACKAGE)):
        about = one.stat(follow_symlinks=False)
        if one.is_symlink() or about.st_ctime_ns >= settled:
            return frozenset()
        found.add((path, about.st_ctime_ns, about.st_mtime_ns, about.st_size, about.st_ino))
    return frozenset(found)


def _digest() -> bytes:
    digest = hashlib.blake2b(sys.version.encode(), digest_size=DIGEST_SIZE)
    digest.update("\n".join(_libraries()).encode())
    digest.update(digest_of_files(PACKAGE, files_below(PACKAGE)))
    return digest.digest()


def _libraries() -> list[str]:
    # The folder that an installer leaves has the name and the version in its own name. Without
    # Path, since each part of the cache that is saved asks: in less than half the time.
    folders = (folder or "." for folder in sys.path)
    found = (os.listdir(one) for one in folders if os.path.isdir(one))  # noqa: PTH112, PTH208
    return sorted({name for names in found for name in names if name.endswith(_ENDINGS)})


def files_below(folder: Path) -> list[str]:
    """The sorted paths of all files below a folder, relative to it, without compiled code."""
    return sorted(path for path, _ in each_file(str(folder)))


def each_file(folder: str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the same paths, unsorted, each with its directory entry."""
    with os.scandir(folder) as found:
        for one in found:
            if not one.is_dir(follow_symlinks=False):
                yield f"{prefix}{one.name}", one
            elif one.name != "__pycache__":
                yield from each_file(one.path, f"{prefix}{one.name}/")


def digest_of_files(folder: Path, paths: Iterable[str]) -> bytes:
    """A digest of the paths and the bytes of files below a folder, in the order given.

    For a link it also uses the target: some readers follow it, some refuse it. For a file that
    can't be read it uses the error, and for a huge one the size.
    """
    digest = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for path in paths:
        mark, data = _content(os.path.join(folder, path))  # noqa: PTH118 - half the time
        digest.update(f"{path}\0{mark}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.digest()


def _content(path: str) -> tuple[str, bytes]:
    link = ""
    try:
        about = os.lstat(path)
        if stat.S_ISLNK(about.st_mode):
            link = f"link to {os.readlink(path)}\0"  # noqa: PTH115
            about = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(about.st_mode):
            return f"{link}other", b""
        if about.st_size > _LARGEST:
            return f"{link}large", str(about.st_size).encode()
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return f"{link}file", file.readall()
    except OSError as error:
        return f"{link}unreadable", str(error.errno).encode()
