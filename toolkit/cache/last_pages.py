"""The pages of the last copy of an edition: its site is gone, so their bytes are kept."""

from collections.abc import Mapping
from pathlib import Path

from toolkit.cache.last_site import PageRecord, unpacked_records
from toolkit.cache.store import Store


class LastPages:
    """The pages of the last copy by path, used like those of a site that still exists."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        found = store.load(name)
        self._found = found if isinstance(found, dict) else {}
        self.pages = {path: PageRecord(*record) for path, (record, _) in self._found.items()}

    def bring(self, path: str, target: str) -> bool:
        """Write a page into a new site."""
        Path(target).write_bytes(self._found[path][1])
        return True

    def state(self, _target: str) -> tuple[()]:
        """Nothing: the copy is packed, and its files are removed."""
        return ()

    def keep(self, new: Path, pages: Mapping[str, bytes]) -> None:
        """Keep the pages of the site in the folder `new`; `pages` are their records, packed."""
        records = [one for data in pages.values() for one in unpacked_records(data).items()]
        kept = {path: (tuple(one), Path(new, path).read_bytes()) for path, one in sorted(records)}
        if kept != self._found:
            self._store.save(self._name, kept)
