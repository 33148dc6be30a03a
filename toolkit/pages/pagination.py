"""Long lists on several pages of bounded size: the list's own page then says what is where.

A list that fits on its page is left as it is. The addresses of further pages change with the number
of entries, so only the list's own page links to them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from toolkit.languages.language import Language
from toolkit.pages.groups import Group, Part, Section
from toolkit.pages.items import Item
from toolkit.pages.links import Link
from toolkit.pages.page import Page

# How much the entries on one page may weigh, in bytes after gzip. This leaves room for the rest of
# the page (toolkit/page_budget.py). Translations need more bytes to say the same thing.
LIST = 32_000
TRANSLATED_LIST = 35_000
# The limit however light the entries are: a longer page is too tall to look through.
LONGEST = 450


@dataclass(frozen=True, slots=True)
class Whole:
    """The list to divide: `path` is that of its own page, `folder` that of its further pages.

    `page_title` is that of its own page, if it differs from the list's. `pillar` is that of all
    these pages. `lines` leaves summaries out. `beside` is what other lists on its own page weigh.
    `most` is a lower limit than the usual ones for the entries on one page, in bytes after gzip.
    """

    title: str
    path: str
    folder: str
    breadcrumbs: tuple[Link, ...] = ()
    page_title: str = ""
    lines: bool = False
    pillar: str = ""
    beside: int = 0
    most: int = TRANSLATED_LIST


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as a page shows it. If it is `divided`, its groups link to the further pages that hold
    their entries.
    """

    sections: tuple[Section, ...]
    divided: bool = False

    @property
    def in_sections(self) -> bool:
        """Whether its sections have headings."""
        return any(section.heading for section in self.sections)

    @property
    def count(self) -> int:
        """The number of its entries."""
        return sum(section.count for section in self.sections)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all its sections."""
        return tuple(part for section in self.sections for part in section.parts)

    def weight(self, *, lines: bool = False) -> int:
        """What its entries weigh on its page: 0 if other pages hold them."""
        if self.divided:
            return 0
        groups = [group for part in self.parts for group in part.groups]
        return sum(_weight(group.entries, lines=lines) for group in groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPage(Page):
    """A page with a list."""

    listing: Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(ListedPage, template="list-page.html"):
    """One of the further pages: `heading` is the list's title, `name` says which page it is.

    `name` is empty if it is the only one. `near` are the previous and next pages, with their `rel`.
    """

    heading: str
    name: str
    near: tuple[tuple[str, Link], ...]
    lines: bool

    @property
    def twin(self) -> str:
        """The list's own page, since further pages hold different entries in each language."""
        return self.breadcrumbs[-1].path


def pages_of_list(
    kind: type[ListedPage],
    sections: Iterable[Section],
    whole: Whole,
    language: Language,
    **shown: Any,
) -> Iterator[Page]:
    """The list's own page, with what else it shows, and the further pages."""
    listing, others = divide(sections, whole, language)
    yield kind(
        path=whole.path,
        title=whole.page_title or whole.title,
        breadcrumbs=whole.breadcrumbs,
        listing=listing,
        **shown,
    )
    yield from others


@dataclass(frozen=True, slots=True)
class _Piece:
    section: Section
    part: Part
    group: Group


def divide(
    sections: Iterable[Section], whole: Whole, language: Language
) -> tuple[Listing, tuple[Page, ...]]:
    """The list as its own page shows it, and its further pages, if it doesn't fit on one."""
    usual = TRANSLATED_LIST if language.tag != "en" else LIST
    room = _Room(min(usual, whole.most), lines=whole.lines)
    listing = Listing(tuple(sections))
    weight = whole.beside + listing.weight(lines=whole.lines)
    if weight <= room.most and listing.count <= LONGEST:
        return listing, ()
    filled = list(_filled(_pieces(listing.sections, room, language), room))
    paths = [f"{whole.folder}/{number}" for number in range(1, len(filled) + 1)]
    shown = (
        _Piece(piece.section, piece.part, _elsewhere(piece, path, language))
        for path, list_page in zip(paths, filled, strict=True)
        for piece in list_page
    )
    pages = tuple(
        _page(number, paths, _together(list_page), whole, language)
        for number, list_page in enumerate(filled)
    )
    return Listing(_together(shown), divided=True), pages


def _weight(items: Iterable[Item], *, lines: bool) -> int:
    return sum(map(attrgetter("line" if lines else "card"), items))


@dataclass(frozen=True, slots=True)
class _Room:
    """The `most` bytes that a page holds, of cards or of `lines`."""

    most: int
    lines: bool

    def taken(self, group: Group) -> int:
        least = -(-len(group.entries) * self.most // LONGEST)
        return max(least, _weight(group.entries, lines=self.lines))


def _pieces(sections: Iterable[Section], room: _Room, language: Language) -> Iterator[_Piece]:
    for section in sections:
        for part in section.parts:
            for group in part.groups:
                for piece in _cut(group, part, room, language):
                    yield _Piece(section, part, piece)


def _cut(group: Group, part: Part, room: _Room, language: Language) -> Iterator[Group]:
    """A group, cut into numbered pieces if it fills more than a page."""
    count = min(-(-room.taken(group) // room.most), len(group.entries))
    if count <= 1:
        yield group
        return
    weight = _weight(group.entries, lines=room.lines)
    pieces: list[list[Item]] = [[] for _ in range(count)]
    before = 0
    for item in group.entries:
        pieces[before * count // weight].append(item)
        before += item.line if room.lines else item.card
    for number, piece in enumerate(filter(None, pieces), 1):
        name = group.heading or part.heading
        heading = language.text("group.part", name=name, part=str(number))
        yield Group(heading, f"{group.anchor}-{number}", tuple(piece))


def _filled(pieces: Iterable[_Piece], room: _Room) -> Iterator[list[_Piece]]:
    list_page: list[_Piece] = []
    left = room.most
    for piece in pieces:
        weight = room.taken(piece.group)
        if weight > left and list_page:
            yield list_page
            list_page, left = [], room.most
        list_page.append(piece)
        left -= weight
    if list_page:
        yield list_page


def _elsewhere(piece: _Piece, path: str, language: Language) -> Group:
    group, part = piece.group, piece.part
    heading = group.heading or language.text("list-page.all", name=part.heading)
    anchor = group.anchor if group.heading else part.anchor
    return replace(group, heading=heading, href=f"{path}.html#{anchor}")


def _together(pieces: Iterable[_Piece]) -> tuple[Section, ...]:
    """Pieces in the sections and parts that they come from, without empty ones."""
    found = []
    for _, of_section in groupby(pieces, key=lambda piece: id(piece.section)):
        members = list(of_section)
        parts = []
        for _, of_part in groupby(members, key=lambda piece: id(piece.part)):
            same = list(of_part)
            parts.append(replace(same[0].part, groups=tuple(piece.group for piece in same)))
        found.append(replace(members[0].section, parts=tuple(parts)))
    return tuple(found)


def _page(
    number: int, paths: list[str], sections: tuple[Section, ...], whole: Whole, language: Language
) -> Page:
    place = {"n": number + 1, "count": len(paths)}
    near = tuple(
        (rel, Link(language.text(key), paths[at]))
        for rel, key, at in (
            ("prev", "list-page.previous", number - 1),
            ("next", "list-page.next", number + 1),
        )
        if 0 <= at < len(paths)
    )
    title = language.text("list-page.title", title=whole.title, **place)
    summary = language.text("list-page.summary", title=whole.title, **place)
    name = language.text("list-page.name", **place)
    # Other lists on its own page may leave too little room for a list that fits on a single page.
    if len(paths) == 1:
        title, summary, name = whole.title, language.text("list-page.all", name=whole.title), ""
    return ListPage(
        path=paths[number],
        title=title,
        summary=summary,
        pillar=whole.pillar,
        breadcrumbs=(*whole.breadcrumbs, Link(whole.page_title or whole.title, whole.path)),
        heading=whole.title,
        name=name,
        near=near,
        lines=whole.lines,
        listing=Listing(sections),
    )
