"""Files of the cache: each is whole, of this program and made by this user, or as good as none.

A file that somebody else made could put anything into pages, since what comes from the cache is
checked by nothing further. So every file is signed with a key that lies outside the repository, in
a folder of the user's own: what a pull request or another machine brings along is not believed.
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
from toolkit.source import open_regular

# The cache of a repository; what was not used for longest goes first where it grows beyond.
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
        """`scope` tells apart who shares the folder."""
        self._folder = folder
        self._key = key
        self._scope = scope

    def load(self, name: str) -> object | None:
        """What was saved under a name; None where nothing is that can be relied on."""
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            path = self._path(name)
            # What a pull request puts there may be a link or a pipe.
            with open_regular(path, follow=False) as file:
                if os.fstat(file.fileno()).st_size > LARGEST:
                    return None
                data = file.read()
            seal, payload = data[:_SEAL_SIZE], memoryview(data)[_SEAL_SIZE:]
            if hmac.compare_digest(seal, self._seal(name, payload)):
                os.utime(path)
                loaded: object = marshal.loads(payload)  # noqa: S302 - sealed by ourselves
                return loaded
        return None

    def save(self, name: str, value: Any) -> None:
        """Save a value under a name, in one step; where that can't be done, nothing is saved."""
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
        """Remove what killed runs left, and the files used longest ago beyond the limit."""
        with contextlib.suppress(OSError):
            # The folder may be a link to one that holds files of others.
            ours = (one for one in self._folder.iterdir() if _is_ours(one.name))
            found = [(one.lstat(), one) for one in ours]
            newest = max((status.st_mtime for status, _ in found), default=0)
            left = LARGEST
            for status, one in sorted(found, key=lambda pair: pair[0].st_mtime, reverse=True):
                left -= status.st_size
                # A run that is writing wrote within the last hour.
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


def _is_ours(name: str) -> bool:
    return name.startswith(_PARTIAL) or name.endswith(_ENDING)


def store_beside(folder: Path) -> Store | None:
    """The cache of the repository that holds a content folder; None where there can be none."""
    key, place = _own_key(), folder.resolve()
    scope = hashlib.blake2b(os.fsencode(place.name), digest_size=4).hexdigest()
    return Store(place.parent / ".cache" / "toolkit", key, f"-{scope}") if key else None


def _own_key() -> bytes:
    """The key of this user, made when there is none; empty where it can't be kept."""
    base = Path(os.environ.get("XDG_STATE_HOME", ""))
    with contextlib.suppress(OSError, RuntimeError):
        folder = base if base.is_absolute() else Path.home() / ".local" / "state"
        file = folder / "toolkit" / "cache-key"
        with contextlib.suppress(FileNotFoundError):
            return _whole(file.read_bytes())
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=file.parent)  # for nobody else to read
        with os.fdopen(handle, "wb") as new:
            new.write(os.urandom(_KEY_SIZE))
        # Of two runs that make one at once, both take that of the first.
        with contextlib.suppress(FileExistsError):
            os.link(made, file)
        Path(made).unlink()
        return _whole(file.read_bytes())
    return b""


def _whole(key: bytes) -> bytes:
    return key if len(key) == _KEY_SIZE else b""
