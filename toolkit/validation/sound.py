"""Which texts and lists a build, which only looks for errors, can skip since they had none."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.snapshot import Snapshot, snapshot_of
from toolkit.cache.store import Store
from toolkit.content.files import with_data
from toolkit.content.reader import Content, read_content
from toolkit.validation.kept import PartKeys, is_no_text

# With fewer texts, packing the values takes longer than the memory saved is worth.
_MOST_UNPACKED = 5_000


class SoundParts:
    """Texts in which an earlier build found no errors.

    Errors aren't kept: if one stops a build, all checks are run.
    """

    def __init__(self, store: Store, snapshot: Snapshot) -> None:
        self._keys = PartKeys(snapshot)
        self._files = snapshot.files
        self._shelf = Shelf(store, "sound")
        self._lists = snapshot.of(filter(is_no_text, snapshot.files))

    def new(self, parts: Mapping[str, Sequence[str]], titles: bytes) -> dict[str, bytes | None]:
        """The parts, each a list of files, that have to be checked, with their keys.

        A part with a file that was added while the folder was read has no key.
        """
        new: dict[str, bytes | None] = {}
        for name, paths in parts.items():
            key = self._keys.key(paths) if self._files.keys() >= {*paths} else None
            if not self.knows(key, titles):
                new[name] = key
        return new

    def lists_of(self, content: Content) -> bytes:
        """A digest of everything that isn't a text; empty if files came or went meanwhile."""
        return self._lists if self._files.keys() == {*content.paths} else b""

    def key_of_lists(self, content: Content) -> bytes | None:
        """The key of what `lists_of` is a digest of; None is as above.

        Images aren't part of what keys are made from: if one has a fault, there is no key.
        """
        lists = self.lists_of(content)
        if not lists or content.file_faults:
            return None
        return key_of("lists", lists)

    def knows(self, key: bytes | None, titles: bytes = b"") -> bool:
        """Whether an earlier build found nothing in what this key is for, with these titles."""
        return key is not None and self._shelf.get(key) in (b"", titles)

    def keep(self, keys: Iterable[tuple[bytes | None, bytes]]) -> None:
        """Record that nothing was found in what these keys are for, each with a digest of the
        titles if they were needed.
        """
        for key, titles in keys:
            if key is not None:
                self._shelf.put(key, titles)
        self._shelf.save()


def read_and_known(folder: Path, store: Store | None) -> tuple[Content, SoundParts | None]:
    """Read a content folder, and what an earlier build knows of its texts, from the same bytes.

    Raises ToolkitError as `read_content` does.
    """
    read = partial(read_content, folder, store, most_unpacked=_MOST_UNPACKED)
    if store is None:
        return read(), None
    try:
        snapshot = snapshot_of(folder)
    except OSError:  # which reading reports
        return read(), None
    with with_data(folder, snapshot.data):
        return read(), SoundParts(store, snapshot)
