"""What a build keeps, and what it knows of the site that stands where the new one will."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from toolkit.cache.last_site import LastSite, PageRecord
from toolkit.cache.site_record import Inputs, SiteRecord, Told
from toolkit.cache.store import Store, store_beside


@dataclass(frozen=True)
class Kept:
    """The cache of a build, and the record of its site.

    `before` is the digest of the `inputs` when the build began, empty where not all are known.
    """

    store: Store | None = None
    record: SiteRecord | None = None
    inputs: Inputs | None = None
    before: bytes = b""

    @cached_property
    def last(self) -> LastSite | None:
        """The site before this one."""
        return self.record.last_site() if self.record is not None else None

    def remember(self, new: Path, pages: Mapping[str, PageRecord], told: Told) -> None:
        """Keep what the site in the folder `new` was made of, before it is put into place."""
        if self.record is not None:
            self.record.save(new, pages, self.inputs, self.before, told)


NOTHING_KEPT: Final = Kept()


def kept_for(folder: Path, output: Path | None, inputs: Inputs | None) -> Kept:
    """The cache for a build of a content folder, with that of the site at `output`, if any."""
    store = store_beside(folder)
    if store is None or output is None:
        return Kept(store)
    return Kept(
        store, SiteRecord(store, output), inputs, inputs.digest() if inputs is not None else b""
    )
