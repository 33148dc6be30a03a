"""Files of the cache. A file counts only if it is whole and this user made it with this program.

A file made by someone else could put anything into pages, since nothing checks what comes from the
cache. So every file is signed with a key that is kept outside the repository, in the user's own
folder: files that come with a pull request or from another machine are not trusted.
"""

import contextlib
import hashlib
import hmac
import marshal
import os
import tempfile
from pathlib import Path
from typing import Any

from toolkit.cache.program import program_digest
from toolkit.source import open_regular, resolved

# The limit of a repository's cache; beyond it, the least recently used files are removed.
LARGEST = 1024 * 1024 * 1024
_ENDING = ".kept"
_PARTIAL = ".new-"
_KEY_SIZE = 32
_SEAL_SIZE = 32


class Store:
    """A folder of files that hold plain values: texts, bytes, numbers, and tuples and
    dictionaries of them.
    """

    def __init__(self, folder: Path, key: bytes, scope: str = "") -> None:
        """`scope` keeps apart the files of those who share the folder."""
        self._folder = folder
        self._key = key
        self._scope = scope
        # Now, not when the first file is read or saved: what runs is the program of this moment.
        with contextlib.suppress(OSError):
            program_digest()

    def load(self, name: str) -> object | None:
        """The value saved under a name, or None if there is none that can be trusted."""
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            path = self._path(name)
            # A pull request may have put a link or a pipe there.
            with open_regular(path, follow=False) as file:
                if os.fstat(file.fileno()).st_size > LARGEST:
                    return None
                data = file.read()
            seal, payload = data[:_SEAL_SIZE], memoryview(data)[_SEAL_SIZE:]
            if hmac.compare_digest(seal, self._seal(name, payload)):
                with contextlib.suppress(OSError):  # where it can only be read
                    os.utime(path)
                loaded: object = marshal.loads(payload)  # noqa: S302 - sealed by ourselves
                return loaded
        return None

    def save(self, name: str, value: Any) -> None:
        """Save a value under a name, atomically; if that fails, save nothing."""
        payload = marshal.dumps(value)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(prefix=_PARTIAL, dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self._seal(name, payload))
                    file.write(payload)
                Path(made).replace(self._path(name))
            except BaseException:
                Path(made).unlink(missing_ok=True)
                raise

    def tidy(self) -> None:
        """Remove what killed runs left, and the least recently used files beyond the limit."""
        with contextlib.suppress(OSError):
            # The folder may be a link to one that holds other files.
            found = [(one.lstat(), one) for one in self._folder.iterdir() if _is_ours(one.name)]
            newest = max((status.st_mtime for status, _ in found), default=0)
            left = LARGEST
            for status, one in sorted(found, key=lambda pair: pair[0].st_mtime, reverse=True):
                left -= status.st_size
                # A run that is still writing wrote within the last hour.
                partial = one.name.startswith(_PARTIAL) and status.st_mtime < newest - 3600
                if left < 0 or partial:
                    one.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{self._scope}{_ENDING}"

    def _seal(self, name: str, payload: bytes | memoryview) -> bytes:
        seal = hashlib.blake2b(key=self._key, digest_size=_SEAL_SIZE)
        seal.update(f"{name}{self._scope}\0".encode())
        seal.update(program_digest())
        seal.update(payload)
        return seal.digest()


class _ReadOnlyStore(Store):
    def save(self, name: str, value: Any) -> None:
        """Save nothing."""


def _is_ours(name: str) -> bool:
    return name.startswith(_PARTIAL) or name.endswith(_ENDING)


def store_for(folder: Path) -> Store | None:
    """The cache of the repository that holds a content folder, or None if there can't be one."""
    return _store(folder, Store)


def kept_for_reading(folder: Path) -> Store | None:
    """The same to read from, for a run that adds nothing to it; None if nothing is kept."""
    return _store(folder, _ReadOnlyStore) if _place(folder).is_dir() else None


def _place(folder: Path) -> Path:
    return resolved(folder).parent / ".cache" / "toolkit"


def _store(folder: Path, kind: type[Store]) -> Store | None:
    scope = hashlib.blake2b(os.fsencode(resolved(folder).name), digest_size=4).hexdigest()
    return kind(_place(folder), key, f"-{scope}") if (key := _own_key()) else None


def _own_key() -> bytes:
    """This user's key, created if there is none; empty if it can't be kept."""
    base = Path(os.environ.get("XDG_STATE_HOME", ""))
    with contextlib.suppress(OSError, RuntimeError):
        folder = base if base.is_absolute() else Path.home() / ".local" / "state"
        file = folder / "toolkit" / "cache-key"
        with contextlib.suppress(FileNotFoundError):
            return _whole(file.read_bytes())
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=file.parent)  # readable by this user only
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(os.urandom(_KEY_SIZE))
            # If two runs make one at once, both use the first one's.
            with contextlib.suppress(FileExistsError):
                os.link(made, file)
        finally:
            Path(made).unlink()
        return _whole(file.read_bytes())
    return b""


def _whole(key: bytes) -> bytes:
    return key if len(key) == _KEY_SIZE else b""
