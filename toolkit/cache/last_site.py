"""The site that stands where a new one will: its files are taken over where they would be equal."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DIGEST_SIZE: Final = 32


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page that was written: the digest of its bytes, its key, and the texts in that key."""

    digest: bytes
    key: bytes
    asked: tuple[str, ...]


class LastSite:
    """The folder of a site, and what is known of its pages by their paths in it."""

    def __init__(self, folder: Path, pages: Mapping[str, PageRecord]) -> None:
        self.pages = pages
        self._folder = folder

    def bring(self, path: str, target: Path) -> bool:
        """Link or copy a page into a new site, if its bytes are still those that were written.

        They are looked at where they stand now: another run may have changed the last site.
        """
        with contextlib.suppress(OSError):
            if not self._linked(path, target):
                target.write_bytes((self._folder / path).read_bytes())
            if digest_of(target.read_bytes()) == self.pages[path].digest:
                return True
            target.unlink()
        return False

    def _linked(self, path: str, target: Path) -> bool:
        try:
            os.link(self._folder / path, target, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:
            return False
        return True


def digest_of(data: bytes) -> bytes:
    """The digest by which a file of the site is known again."""
    return hashlib.sha256(data).digest()
