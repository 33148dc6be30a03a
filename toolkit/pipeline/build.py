"""What a build is at each step: read and checked content, then a site in one language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from toolkit.cache.kept import NOTHING_KEPT, Kept
from toolkit.catalogue.choice import Choice
from toolkit.catalogue.downloads import NOTHING_OFFERED, Offer
from toolkit.catalogue.due import Due, due
from toolkit.content.editions import Edition
from toolkit.content.reader import Content
from toolkit.pages import make_pages
from toolkit.pages.page import Pages
from toolkit.pages.site import Site
from toolkit.problems import Problem, counted
from toolkit.search.files import each_search_file
from toolkit.search.origin import origin_of
from toolkit.site.environment import Setting
from toolkit.site.languages import SiteLanguages
from toolkit.site.publication import Publication
from toolkit.validation.context import Context


class ContentError(Exception):
    """The content has errors, and no site is built from it; `count` entries were checked."""

    def __init__(self, content: Content, problems: Sequence[Problem]) -> None:
        super().__init__("The content has errors.")
        self.count = len(content.entries)
        self.problems = problems


@dataclass(frozen=True)
class Shared:
    """What the sites in all languages are made from: read, checked and indexed once.

    `languages` are those of the site; `downloads` is the folder of copies that it offers, and
    `published` that of the previously published site. `cleaned` are bodies, if languages follow;
    `lists` is a digest of all content but the texts, empty if unknown.
    """

    folder: Path
    context: Context
    choice: Choice
    languages: SiteLanguages
    publication: Publication
    edition: Edition | None = None
    downloads: Path | None = None
    offer: Offer = NOTHING_OFFERED
    input_digest: str = ""
    published: Path | None = None
    kept: Kept = NOTHING_KEPT
    cleaned: Mapping[bytes, bytes] = field(default_factory=dict)
    lists: bytes = b""

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """What editors owe their readers."""
        return tuple(due(self.context.content, self.context.day))


@dataclass(frozen=True)
class Build:
    """A site in one language, in progress from content to files.

    Nothing but its site is made before it is asked for: each language is written in its own
    process, with whose end the memory of all that is made for it is free again.
    """

    shared: Shared
    site: Site
    setting: Setting

    @cached_property
    def pages(self) -> Pages:
        """The pages that links may lead to, by path.

        Raises ToolkitError if two of them would have the same address.
        """
        return make_pages(self.site)

    @property
    def search(self) -> tuple[bytes, Iterator[tuple[str, bytes]]]:
        """A digest of all that the search is made from, empty if unknown, and its files, each with
        its path, made one by one.
        """
        shared, site = self.shared, self.site
        copy = shared.kept.copy if site.catalogue.outside else ""
        ways = {one.tag: one.way for one in shared.languages.versions(site.language.tag)}
        others = site.language.tag, copy, repr(shared.choice), repr(ways)
        origin = origin_of(shared.lists, self.content, site.catalogue, others)
        parts = site.catalogue, site.language, site.bodies, shared.kept.store, site.local
        return origin, each_search_file(*parts, copy=copy, ways=ways, origin=origin)

    @property
    def folder(self) -> Path:
        """The content folder."""
        return self.shared.folder

    @property
    def content(self) -> Content:
        """The content, which has no errors."""
        return self.shared.context.content

    @property
    def summary(self) -> str:
        """What a build says about its checks: it ran those that could stop it."""
        return f"{counted(len(self.content.entries), 'entry')} checked: 0 errors."

    @property
    def below(self) -> str:
        """The folder of this language on the site, with a trailing slash; empty at the root."""
        return self.shared.languages.below(self.site.language.tag)
