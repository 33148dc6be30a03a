"""Which texts and lists a build, which only looks for errors, can skip since they had none."""

from collections.abc import Iterable
from pathlib import Path

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.snapshot import Snapshot, snapshot_of
from toolkit.cache.store import Store
from toolkit.content.files import input_digest, with_data
from toolkit.content.reader import Content, read_content
from toolkit.validation.by_parts import Found, Part
from toolkit.validation.kept import PartKeys, is_no_text

# With fewer texts, packing the values takes longer than the memory saved is worth.
_MOST_UNPACKED = 5_000


class SoundParts:
    """Texts and lists in which an earlier build found no errors.

    Errors aren't kept: if one stops a build, all checks are run. `lists` is a digest of everything
    that isn't a text; it is empty if files came or went while the folder was read.
    """

    def __init__(self, store: Store, snapshot: Snapshot, content: Content) -> None:
        self._keys = PartKeys(snapshot)
        self._files = snapshot.files
        self._shelf = Shelf(store, "sound")
        is_same = snapshot.files.keys() == {*content.paths}
        self.lists = snapshot.of(filter(is_no_text, snapshot.files)) if is_same else b""
        # Images aren't part of what keys are made from: if one has a fault, no list has a key.
        self._has_keys = is_same and not content.file_faults

    def unknown(self, parts: Iterable[Part], titles: bytes) -> list[Part]:
        """The parts that have to be checked, given a digest of the titles that checks may see."""
        keyed = ((part, self._key(part, titles)) for part in parts)
        return [part for part, key in keyed if key is None or self._shelf.get(key) is None]

    def keep(self, parts: Iterable[Part], found: Iterable[Found], titles: bytes) -> None:
        """Record the parts in which nothing was found."""
        for part, one in zip(parts, found, strict=True):
            key = None if one.problems else self._key(part, titles)
            if key is not None:
                self._shelf.put(key, True)
        self._shelf.save()

    def _key(self, part: Part, titles: bytes) -> bytes | None:
        """The key of a part; None for a text that was added while the folder was read."""
        if part.name:
            return key_of("lists", self.lists, part.name, titles) if self._has_keys else None
        paths = [f"{text.path}.md" for text in part.texts]
        return self._keys.key(paths, titles) if self._files.keys() >= {*paths} else None


def read_and_known(
    folder: Path, store: Store | None, *, digested: bool = False
) -> tuple[Content, SoundParts | None, str]:
    """Read a content folder, what an earlier build knows of its texts, and if it is to be
    `digested`, its `input_digest`; with a store, all from the same bytes.

    Raises ToolkitError as `read_content` does.
    """
    try:
        snapshot = snapshot_of(folder) if store is not None else None
    except OSError:  # which reading reports
        snapshot = None
    with with_data(folder, snapshot.data if snapshot is not None else {}):
        content = read_content(folder, store, _MOST_UNPACKED)
        digest = input_digest(folder, content.paths) if digested else ""
    if store is None or snapshot is None:
        return content, None, digest
    return content, SoundParts(store, snapshot, content), digest
