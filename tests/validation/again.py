"""Checks the small valid content again and again, each time with another change."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.content_case import DAY
from tests.files import files_of
from toolkit.content.list_files import LISTS
from toolkit.content.reader import Content
from toolkit.problems import Problem
from toolkit.validation.by_parts import Found, Part
from toolkit.validation.check import Check
from toolkit.validation.checks import CHECKS
from toolkit.validation.context import Context
from toolkit.validation.parts import ALL_LISTS, FILES, LOOKED_UP, ORIGINALS
from toolkit.validation.runner import run_checks_in
from toolkit.validation.sound import SoundParts


class Laid:
    """A folder that a test may change: only what the last one did is undone for the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {str(folder / path): data for path, data in files_of(folder).items()}
        self._folders = {str(path) for path in folder.rglob("*") if path.is_dir()}
        self._states = {path: _old(path) for path in self._files}

    def docs(self) -> Path:
        """Its docs/, as it was first."""
        there = set()
        for above, folders, files in os.walk(self._folder, topdown=False):
            for path in (f"{above}/{name}" for name in files):
                if self._states.get(path) == _state(path):
                    there.add(path)
                else:
                    Path(path).unlink()
            for path in (f"{above}/{name}" for name in folders):
                if Path(path).is_symlink():
                    Path(path).unlink()
                elif path not in self._folders:
                    Path(path).rmdir()
        for path in sorted(self._folders):
            Path(path).mkdir(exist_ok=True)
        for path in self._files.keys() - there:
            Path(path).write_bytes(self._files[path])
            self._states[path] = _old(path)
        return self._folder / "docs"


def _old(path: str) -> tuple[int, ...]:
    """The state of a file that was last written long ago: whoever writes to it changes that."""
    os.utime(path, (0, 0))
    return _state(path)


def _state(path: str) -> tuple[int, ...]:
    found = os.lstat(path)
    return found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns


_SOUND: dict[tuple[object, ...], object] = {}


class _Sound(SoundParts):
    """As builds do, leaves out texts and lists that had no fault before: tests change one or two.

    Where files are read once, what is the same is the same object; so it is kept.
    """

    def __init__(self, content: Content, checks: Sequence[Check]) -> None:
        self._content, self._checks = content, checks
        self._filled = {
            name: [one for one in content.lists_in(name) if one.leaves or one.faults]
            for name in LISTS
        }

    def unknown(self, parts: Iterable[Part], titles: bytes) -> list[Part]:
        return [part for part in parts if self._key_of(part, titles) not in _SOUND]

    def keep(self, parts: Iterable[Part], found: Iterable[Found], titles: bytes) -> None:
        for part, one in zip(parts, found, strict=True):
            key = self._key_of(part, titles)
            if key is not None and not one.problems:
                _SOUND[key] = (part, self._checks, self._filled)

    def _key_of(self, part: Part, titles: bytes) -> tuple[object, ...] | None:
        content = self._content
        sees_originals = part.name in (ORIGINALS, ALL_LISTS) or any(one.of for one in part.texts)
        if content.originals and sees_originals:
            return None
        if part.name == FILES and (content.file_faults or content.tables):
            return None
        names = (*LOOKED_UP, part.name) if part.name in ("", *LISTS) else LISTS
        lists = (id(one) for name in names for one in self._filled.get(name, ()))
        files = content.files if part.name == FILES else ()
        return (id(self._checks), part.name, titles, files, *map(id, part.texts), *lists)


def problems_in(
    content: Content, checks: Sequence[Check] = CHECKS, moved: Mapping[str, str] = {}
) -> list[Problem]:
    """What `checks` find in a content, some of whose files were read for an earlier one."""
    return run_checks_in(Context(content, DAY, moved), checks, _Sound(content, checks))
