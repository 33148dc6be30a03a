"""What a build keeps, and what it knows about the site that it replaces."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from toolkit.cache.last_pages import LastPages
from toolkit.cache.last_site import LastSite
from toolkit.cache.program import is_unchanged
from toolkit.cache.shelf import key_of
from toolkit.cache.site_record import BuildReport, Inputs, SiteRecord
from toolkit.cache.store import Store, store_for


@dataclass(frozen=True)
class Kept:
    """The cache of a build, and the record of its site or the name of the `copy` it makes."""

    store: Store | None = None
    record: SiteRecord | None = None
    copy: str = ""

    @cached_property
    def _last_copy(self) -> LastPages | None:
        if not self.copy or self.store is None:
            return None
        return LastPages(self.store, f"pages-{key_of(self.copy).hex()}")

    @property
    def last_files(self) -> LastSite | None:
        """The previous site in all languages, if it may still be there."""
        return self.record.last_site() if self.record is not None and self.record.is_known else None

    def last(self, tag: str) -> LastSite | LastPages | None:
        """The previous site, in one language."""
        if self.record is not None:
            return self.record.last_site(tag)
        return self._last_copy

    def remember(self, new: Path, pages: Mapping[str, bytes], report: BuildReport) -> None:
        """Record what the site in the folder `new` was made from, before it is put into place.
        `pages` are the packed records of its pages, by language.

        Nothing, if that includes templates or words of another program than at the beginning.
        """
        if not is_unchanged():
            return
        if self.record is not None:
            self.record.save(new, pages, report)
        elif self._last_copy is not None:
            self._last_copy.keep(new, pages)

    def finish(self) -> None:
        """Record that the site is in place, and nothing else of the last one is left."""
        if self.record is not None:
            self.record.finish()


NOTHING_KEPT = Kept()


def kept_for(folder: Path, output: Path, inputs: Inputs | None, copy: str = "") -> Kept:
    """The cache for a build of a content folder, with what is known about the site at `output`, or
    about the last `copy` of that name. `inputs` are those of the build, None if not all are known.
    """
    store = store_for(folder)
    if store is None or copy:
        return Kept(store, copy=copy)
    return Kept(store, SiteRecord(store, output, inputs))
