"""Long lists on several pages of bounded size: the list's own page then says what stands where.

A list that fits on its page is left as it is. Addresses of the further pages change with the
number of entries, so nothing but the list's own page leads to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from toolkit.languages.language import Language
from toolkit.pages.groups import Group, Part, Section
from toolkit.pages.links import Link
from toolkit.pages.page import Page

# Entries on one page, with and without their summaries: about 30 KB after gzip either way.
CARDS: Final = 200
LINES: Final = 450


@dataclass(frozen=True, slots=True)
class Whole:
    """The list that is divided: `path` is that of its own page, `folder` that of its further pages.

    `pillar` is that of all these pages. `lines` leave summaries out.
    """

    title: str
    path: str
    folder: str
    breadcrumbs: tuple[Link, ...] = ()
    lines: bool = False
    pillar: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as a page shows it: in `sections` where it has any, else in `parts`.

    Where it is `divided`, its groups lead to the further pages that hold their entries.
    """

    parts: tuple[Part, ...]
    sections: tuple[Section, ...] = ()
    divided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Page, template="list-page.html"):
    """One of the further pages: `heading` is the title of the list, `name` says which page it is.

    `near` are the pages before and after, each with the value of its `rel`.
    """

    heading: str
    name: str
    near: tuple[tuple[str, Link], ...]
    lines: bool
    listing: Listing

    @property
    def twin(self) -> str:
        """The list's own page: what its further pages hold differs by language."""
        return self.breadcrumbs[-1].path


@dataclass(frozen=True, slots=True)
class _Piece:
    section: Section
    part: Part
    group: Group


def divide(
    sections: Sequence[Section], whole: Whole, language: Language
) -> tuple[tuple[Section, ...], tuple[Page, ...]]:
    """The list as its own page shows it, and its list_pages; none where it fits on its page."""
    most = LINES if whole.lines else CARDS
    if sum(section.count for section in sections) <= most:
        return tuple(sections), ()
    list_pages = list(_list_pages(_pieces(sections, most, language), most))
    paths = [f"{whole.folder}/{number}" for number in range(1, len(list_pages) + 1)]
    shown = (
        _Piece(piece.section, piece.part, _elsewhere(piece, path, language))
        for path, list_page in zip(paths, list_pages, strict=True)
        for piece in list_page
    )
    pages = tuple(
        _page(number, paths, _together(list_page), whole, language)
        for number, list_page in enumerate(list_pages)
    )
    return _together(shown), pages


def divide_parts(
    parts: tuple[Part, ...], whole: Whole, language: Language
) -> tuple[tuple[Part, ...], tuple[Page, ...]]:
    """The same for a list that is not in sections."""
    shown, pages = divide((Section("", "", parts),), whole, language)
    return (shown[0].parts if shown else ()), pages


def _pieces(sections: Iterable[Section], most: int, language: Language) -> Iterator[_Piece]:
    for section in sections:
        for part in section.parts:
            for group in part.groups:
                for piece in _cut(group, part, most, language):
                    yield _Piece(section, part, piece)


def _cut(group: Group, part: Part, most: int, language: Language) -> Iterator[Group]:
    """A group that fills more than a page, in pieces with a number each."""
    count = -(-len(group.entries) // most)
    if count <= 1:
        yield group
        return
    length = -(-len(group.entries) // count)
    for number in range(count):
        name = group.heading or part.heading
        heading = language.text("group.part", name=name, part=str(number + 1))
        entries = group.entries[number * length : (number + 1) * length]
        yield Group(heading, f"{group.anchor}-{number + 1}", entries)


def _list_pages(pieces: Iterable[_Piece], most: int) -> Iterator[list[_Piece]]:
    list_page: list[_Piece] = []
    room = most
    for piece in pieces:
        length = len(piece.group.entries)
        if length > room and list_page:
            yield list_page
            list_page, room = [], most
        list_page.append(piece)
        room -= length
    if list_page:
        yield list_page


def _elsewhere(piece: _Piece, path: str, language: Language) -> Group:
    group, part = piece.group, piece.part
    heading = group.heading or language.text("list-page.all", name=part.heading)
    anchor = group.anchor if group.heading else part.anchor
    return replace(group, heading=heading, href=f"{path}.html#{anchor}")


def _together(pieces: Iterable[_Piece]) -> tuple[Section, ...]:
    """Pieces in the sections and parts that they come from, empty ones left out."""
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
    return ListPage(
        path=paths[number],
        title=language.text("list-page.title", title=whole.title, **place),
        summary=language.text("list-page.summary", title=whole.title, **place),
        pillar=whole.pillar,
        breadcrumbs=(*whole.breadcrumbs, Link(whole.title, whole.path)),
        heading=whole.title,
        name=language.text("list-page.name", **place),
        near=near,
        lines=whole.lines,
        listing=Listing((), sections) if sections[0].heading else Listing(sections[0].parts),
    )
