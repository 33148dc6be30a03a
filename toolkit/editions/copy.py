"""A copy: one edition as of one date, before it is put into a format."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path

from toolkit.cache.program import files_below
from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store
from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.editions import Edition
from toolkit.editions.files.manifest import LONGEST_TEXT, Manifest, line_of, sum_of
from toolkit.editions.files.texts import shortened
from toolkit.languages.language import Language
from toolkit.pages.page import Pages
from toolkit.pages.site import Site
from toolkit.site.environment import Setting

# And the scripts of 404.html, which know the title of every page.
_FOR_SERVERS = {"404.html", "not-found.js", "paths.js", "_headers", "robots.txt", "sitemap.xml"}


@dataclass(frozen=True, eq=False)
class Copy:
    """What every format is made from.

    `made_of` is what its pages were made from: a catalogue of the edition's entries and those
    outside it, and all rendered bodies by path, with the site's links. `pages` are the pages of the
    copy's site by path, and `site` is the folder it was built in. `input_digest` is that of the
    content, and `store` the cache.
    """

    edition: Edition
    made_of: Site
    setting: Setting
    pages: Pages
    input_digest: str
    site: Path
    store: Store | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The entries of the edition, and those outside it."""
        return self.made_of.catalogue

    @property
    def language(self) -> Language:
        """The language of the copy."""
        return self.made_of.language

    @property
    def title(self) -> str:
        """The title of the edition in the language of the copy, or in English."""
        return self.edition.titled(self.language.tag)

    @property
    def summary(self) -> str:
        """Whom the edition is for, in the language of the copy, or in English; empty if unknown."""
        return self.edition.about(self.language.tag)

    @property
    def publisher(self) -> str:
        """Who publishes the copy: the site's publisher, or the contributors if it names none."""
        return self.made_of.publisher or self.language.text("book.author")

    @property
    def day(self) -> str:
        """The date of the copy in words."""
        return self.language.date(self.catalogue.as_of)

    @property
    def stem(self) -> str:
        """The name of its files without extension: `toolkit-en-prosecutors-judges-2026-11-25`.

        For the whole toolkit, the edition's id is left out.
        """
        choice = (self.edition.id,) if self.edition.terms else ()
        day = self.catalogue.as_of.isoformat()
        return "-".join(("toolkit", self.language.tag, *choice, day))

    def shelf(self, name: str) -> Shelf:
        """What was cached, of one kind, for the last copy of the edition."""
        return Shelf(self.store, f"{name}-{key_of(self.edition.id, self.language.tag).hex()}")

    def manifest(self, files: Mapping[str, bytes]) -> bytes:
        """The manifest of a format that holds `files`, by path.

        Raises ToolkitError for a path that isn't valid on every system.
        """
        held, outside = len(self.catalogue.entries), len(self.catalogue.outside)
        return Manifest(
            self.edition.id,
            shortened(line_of(self.title), LONGEST_TEXT),
            self.language.tag,
            self.edition.terms,
            self.catalogue.as_of,
            metadata.version("toolkit"),
            self.input_digest,
            held,
            held + outside,
            {path: sum_of(data) for path, data in files.items()},
        ).sealed()

    @cached_property
    def site_files(self) -> Mapping[str, bytes]:
        """The files of its site by path, without those meant only for web servers."""
        paths = (path for path in files_below(self.site) if Path(path).name not in _FOR_SERVERS)
        return {path: Path(self.site, path).read_bytes() for path in paths}
