"""A page of the site before rendering: where it is, and everything its template shows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from toolkit.pages.links import Link
from toolkit.pages.notices import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Each template has its own subclass, with what it shows as fields.

    `path` is its address without `.html`. `pillar` gives the page its colour, `breadcrumbs` lead
    back up. `notice` says how a text relates to its original. `copy_date` is the date of the copy
    in words, empty except on the few pages that state it. Fields hold only values, ultimately
    texts and tuples of texts, so pages can be compared and hashed: equal fields make equal pages.
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
        # With slots, each class is created a second time, without this argument.
        cls.template = template or cls.template

    @property
    def twin(self) -> str:
        """The path of the corresponding page in other languages."""
        return self.path

    @property
    def root(self) -> str:
        """The relative path from the page to the site's root: empty, `../` or `../../`."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class LatePage:
    """A page made each time it is requested, as there are too many of its kind to keep in memory.

    `path`, `title` and `template` are those of the page. `made_from` returns all that it is made
    from, besides the program, the language and the settings of the publisher: where that is equal,
    so are the pages. It returns nothing if that is unknown.
    """

    path: str
    title: str
    template: str
    make: Callable[[], Page]
    made_from: Callable[[], tuple[object, ...]]


class Pages(Mapping[str, Page]):
    """Pages by path, some of them made on request and not kept."""

    def __init__(self, known: Mapping[str, Page | LatePage]) -> None:
        self.known = known

    def __getitem__(self, path: str) -> Page:
        one = self.known[path]
        return one.make() if isinstance(one, LatePage) else one

    def made_from(self, path: str) -> tuple[object, ...]:
        """What a page will be made from, if it is made on request and that is known."""
        one = self.known[path]
        return one.made_from() if isinstance(one, LatePage) else ()

    def __contains__(self, path: object) -> bool:
        return path in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
