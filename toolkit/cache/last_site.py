"""The site that a new one replaces: pages that would be the same are taken over from it."""

import contextlib
import hashlib
import marshal
import os
import shutil
import stat
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from toolkit.source import open_regular

# Inode, size, and time of the last change: they show whether anyone has changed a file since.
State = tuple[int, int, int]
_Fits = Callable[[bytes], bool]


class PageRecord(NamedTuple):
    """A page that was written: the digest of its bytes, its key, and the texts in that key.

    `origin` is another key, known before the page is made; empty if there is none. `state` is that
    of its file; empty in a copy, which is not left where it was made.
    """

    digest: bytes
    key: bytes
    asked: tuple[str, ...]
    origin: bytes = b""
    state: State | tuple[()] = ()


def packed_records(pages: Mapping[str, PageRecord]) -> bytes:
    """What to remember about pages by path: a tenth of the memory, until the next run needs it."""
    return zlib.compress(marshal.dumps({path: tuple(pages[path]) for path in sorted(pages)}), 1)


def unpacked_records(data: bytes) -> dict[str, PageRecord]:
    """The records that this program packed."""
    pages = marshal.loads(zlib.decompress(data))  # noqa: S302 - made by ourselves
    return {path: PageRecord(*one) for path, one in pages.items()}


class LastSite:
    """The folder of a site, what is known about its pages, by path, and when its build was done.

    `mode` is that of the permissions of new files.
    """

    def __init__(self, folder: Path, pages: Mapping[str, PageRecord], done: int, mode: int) -> None:
        self.pages = pages
        self._folder = folder
        self._done = done
        self._mode = mode

    def bring(self, path: str, target: str) -> bool:
        """Link or copy a page into a new site, if its bytes are still those that were written."""
        page = self.pages[path]
        return self.take_over(path, target, lambda data: digest_of(data) == page.digest, page.state)

    def take_over(self, path: str, target: str, fits: _Fits, state: State | tuple[()] = ()) -> bool:
        """Link or copy a file into a new site, if it was left in this state or its bytes fit.

        Not if somebody has changed its permissions: perhaps no server could read it.
        """
        source = f"{self._folder}/{path}"
        try:
            status = os.lstat(source)
        except OSError:
            return False
        # Anyone can set the time of the last change of a file back (touch -r, cp -p), but not that
        # of its inode. To link it changes that, too.
        if status.st_ctime_ns <= self._done:
            return _linked(source, target, fits, state)
        return stat.S_IMODE(status.st_mode) == self._mode and _linked(source, target, fits)

    def state(self, target: str) -> State:
        """The state of a page in the new site."""
        return state_of_file(os.lstat(target))


def state_of_file(status: os.stat_result) -> State:
    """What shows whether a file was left alone; a copy of it has another one."""
    return status.st_ino, status.st_size, status.st_mtime_ns


def _linked(source: str, target: str, fits: _Fits, state: State | tuple[()] = ()) -> bool:
    """Link or copy a file of the last site into a new one, if it has this state or its bytes fit.

    The check is made in the new place, as another run may have changed the last site. False if
    there is no such ordinary file, or already one in the new place.
    """
    # Strings, not Path objects: each of thousands of these would cost more than the link.
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        return False
    except OSError:
        with contextlib.suppress(OSError):
            shutil.copyfile(source, target)
    # Whatever else is linked must go: what is written next would be written through it.
    with contextlib.suppress(OSError):
        with contextlib.suppress(OSError):
            if state and state_of_file(os.lstat(target)) == state:
                return True
            with open_regular(target, follow=False) as file:
                if fits(file.read()):
                    return True
        os.unlink(target)  # noqa: PTH108
    return False


def digest_of(data: bytes) -> bytes:
    """The digest by which a file of the site is recognized again."""
    return hashlib.sha256(data).digest()
