"""Which texts need not be checked again in a build: it asks for errors alone, and had none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from toolkit.cache.shelf import Shelf
from toolkit.cache.snapshot import Snapshot, snapshot_of
from toolkit.cache.store import Store
from toolkit.content.files import with_data
from toolkit.content.reader import Content, read_content
from toolkit.validation.kept import PartKeys

# Of fewer texts, to pack the values takes longer than their memory is worth.
_MOST_UNPACKED: Final = 5_000


class SoundParts:
    """Texts in which an earlier build found no error. One that it did find is not kept: where a
    build stops, all checks are run.
    """

    def __init__(self, store: Store, snapshot: Snapshot) -> None:
        self._keys = PartKeys(snapshot)
        self._files = snapshot.files
        self._shelf = Shelf(store, "sound")

    def new(
        self, parts: Mapping[str, Sequence[str]], titles: frozenset[str]
    ) -> dict[str, bytes | None]:
        """Those of the parts, each some files, that are to be checked, with their keys.

        A file that came while the folder was read has none.
        """
        new: dict[str, bytes | None] = {}
        for name, paths in parts.items():
            key = self._keys.key(paths, titles) if self._files.keys() >= {*paths} else None
            if key is None or self._shelf.get(key) is None:
                new[name] = key
        return new

    def keep(self, keys: Iterable[bytes | None]) -> None:
        """Keep that nothing was found in the parts with these keys."""
        for key in filter(None, keys):
            self._shelf.put(key, True)
        self._shelf.save()


def read_and_known(folder: Path, store: Store | None) -> tuple[Content, SoundParts | None]:
    """Read a content folder, and what an earlier build knows of its texts, of the same bytes.

    Raises ToolkitError as `read_content` does.
    """
    read = partial(read_content, folder, store, most_unpacked=_MOST_UNPACKED)
    if store is None:
        return read(), None
    try:
        snapshot = snapshot_of(folder)
    except OSError:  # which reading says
        return read(), None
    with with_data(folder, snapshot.data):
        return read(), SoundParts(store, snapshot)
