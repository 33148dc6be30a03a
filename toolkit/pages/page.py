"""A page of the site before it is rendered: where it is, and all that its template shows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from toolkit.pages.links import Link
from toolkit.pages.notices import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Each template has a class of its own below this one, with what it shows as fields.

    `path` is its address without `.html`. `pillar` gives the page its colour, `breadcrumbs` lead
    back up. `notice` says of a text how it stands to its original. `copy_date` is the date of the
    copy in words, empty on all pages but the few that state it. Fields hold values only, texts
    and tuples of texts in the end: so a page can be compared and hashed, and with equal fields it
    is an equal page.
    """

    template: ClassVar[str] = ""

    path: str
    title: str
    summary: str
    pillar: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    notice: Notice | None = None
    copy_date: str = ""

    def __init_subclass__(cls, template: str = "") -> None:
        # Slots make each class a second time, without this word.
        cls.template = template or cls.template

    @property
    def twin(self) -> str:
        """The path of the page that stands for this one in other languages."""
        return self.path

    @property
    def root(self) -> str:
        """The way from the page to the site's root: empty, `../` or `../../`."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class LatePage:
    """A page that is made each time that it is asked for: there are too many of its kind to hold.

    `path`, `title` and `template` are those of the page.
    """

    path: str
    title: str
    template: str
    make: Callable[[], Page]


class Pages(Mapping[str, Page]):
    """Pages by their paths, some of them made when they are asked for, and not kept."""

    def __init__(self, known: Mapping[str, Page | LatePage]) -> None:
        self.known = known

    def __getitem__(self, path: str) -> Page:
        one = self.known[path]
        return one.make() if isinstance(one, LatePage) else one

    def __contains__(self, path: object) -> bool:
        return path in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
