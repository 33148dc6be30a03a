"""The files of a content folder and digests of their content: all that checks read."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from toolkit.cache.shelf import key_of
from toolkit.source import open_regular

# Larger files are never read; their size is reported.
_LARGEST = 5 * 1024 * 1024
_TEXTS = (".md", ".yml", ".json", ".csv")


@dataclass(frozen=True)
class Snapshot:
    """The `files` of a folder: a digest of each one's bytes, by path, sorted.

    Names that begin with a dot are left out, as they are when the folder is read. `data` holds the
    bytes of texts: its users read exactly what the digests were computed from. A file that can't be
    read has a digest of the reason.
    """

    folder: Path
    name: str
    files: Mapping[str, bytes]
    data: Mapping[str, bytes]

    @cached_property
    def digest(self) -> bytes:
        """A digest of everything."""
        return self.of(self.files)

    def of(self, paths: Iterable[str]) -> bytes:
        """A digest of some of the files, with their paths."""
        return key_of(self.name, *(part for path in paths for part in (path, self.files[path])))

    @property
    def holds(self) -> bool:
        """Whether the files that are not in `data`, which others read themselves, are unchanged."""
        return all(
            Path(full := f"{self.folder}/{path}").is_dir() or _digest(path, full, {}) == digest
            for path, digest in self.files.items()
            if path not in self.data
        )


def snapshot_of(folder: Path) -> Snapshot:
    """Take a snapshot of a folder. Raises OSError if a folder in it can't be listed."""
    data: dict[str, bytes] = {}
    files = {path: _digest(path, full, data) for path, full in sorted(walk(str(folder)))}
    return Snapshot(folder, folder.resolve().name, files, data)


def walk(folder: str, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the relative and the full path of each file below a folder, except dot files.

    Folders named `*.md` or `*.yml` are included. Symbolic links to folders are not followed, which
    rules out a circle of links.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if path.endswith((".md", ".yml")):
                    yield path, entry.path
                yield from walk(entry.path, f"{path}/")
            else:
                yield path, entry.path


def _digest(path: str, full: str, data: dict[str, bytes]) -> bytes:
    try:
        with open_regular(full, follow=False) as file:
            size = os.fstat(file.fileno()).st_size
            if size > _LARGEST:
                return key_of("large", str(size))
            read = file.read()
    except OSError as error:
        # Reports tell a folder from other things that are no file, which have the same error.
        return key_of("unreadable", str(error.errno), str(Path(full).is_dir()))
    if path.lower().endswith(_TEXTS):
        data[path] = read
    return key_of(read)
