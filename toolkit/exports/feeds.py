"""Atom feeds of the whole and of terms: what was added, changed or withdrawn, the latest first.

An entry stands once in a feed, with what happened to it last. No date of a feed comes from a clock:
built again of the same content, it is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from toolkit.catalogue.facets import Facet
from toolkit.content.entry import Entry
from toolkit.exports.events import Event
from toolkit.exports.record import Maker, Work, plain, urn

# The facets whose terms have feeds, by the names of their folders.
FACETS: Final = ("themes", "audiences", "organisations", "regions")
DATA: Final = "data"
WHOLE: Final = "feed.xml"
FOLDER: Final = "feeds"

# Readers ask for a feed every day.
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of feeds: when something last happened to it, and its XML at two depths."""

    on: date
    id: str
    work: Work
    events: Sequence[Event]


def has_feed(entries: Iterable[Entry], maker: Maker) -> bool:
    """Whether there is a feed of a list of entries: of one at least a day must be known."""
    return any(maker.events[entry.id] for entry in entries)


def feed_path(facet: Facet, term: str, maker: Maker) -> str:
    """The path of the feed of a term on the site, empty where it has none."""
    if facet.name in FACETS and has_feed(facet.entries.get(term, ()), maker):
        return f"{DATA}/{FOLDER}/{facet.name}/{term}.xml"
    return ""


def feed_files(maker: Maker) -> dict[str, bytes]:
    """All feeds by their names in the folder of data."""
    catalogue, language = maker.catalogue, maker.language
    items = {one.id: one for one in _items(maker)}
    texts: dict[tuple[str, str], str] = {}
    site = language.text("site.name")

    def feed(name: str, id_: str, title: str, page: str, entries: Iterable[Entry]) -> bytes:
        root = "../" * (name.count("/") + 1)
        found = sorted(
            (items[entry.id] for entry in entries if entry.id in items),
            key=lambda one: (-one.on.toordinal(), one.id),
        )[:_MOST]
        for one in found:
            if (one.id, root) not in texts:
                texts[one.id, root] = _entry(one, maker, root)
        inside = "".join(texts[one.id, root] for one in found)
        return feed_xml(maker, name, id_, title, page, found[0].on, inside)

    made: dict[str, bytes] = {}
    if items:
        made[WHOLE] = feed(WHOLE, urn("feed"), site, "new", catalogue.entries)
    for name in FACETS:
        facet = catalogue.facets[name]
        for term in facet.used():
            entries = facet.entries[term]
            if feed_path(facet, term, maker):
                path = f"{FOLDER}/{name}/{term}.xml"
                title = f"{site}: {facet.label(term, language)}"
                made[path] = feed(path, urn("feed", name, term), title, f"{name}/{term}", entries)
    return made


def feed_xml(
    maker: Maker, name: str, id_: str, title: str, page: str, updated: date, inside: str
) -> bytes:
    """The feed that is the file `name` of the data, about the page `page`, with entries inside."""
    root = "../" * (name.count("/") + 1)
    me = f'<link rel="self" href={quoteattr(f"{maker.site_url}{DATA}/{name}")}/>\n'
    author = maker.publisher or maker.language.text("site.name")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{maker.language.tag}">\n'
        f"<title>{_text(title)}</title>\n<id>{id_}</id>\n"
        f"<updated>{updated.isoformat()}T00:00:00Z</updated>\n"
        f"<author><name>{_text(author)}</name></author>\n"
        f"<link href={quoteattr(f'{maker.site_url or root}{page}.html')}/>\n"
        f"{me if maker.site_url else ''}{inside}</feed>\n"
    ).encode()


def entry_xml(
    title: str, id_: str, updated: date, address: str, summary: str, more: str = ""
) -> str:
    """One entry of a feed; `more` is XML that goes into it."""
    return (
        f"<entry>\n<title>{_text(title)}</title>\n<id>{escape(id_)}</id>\n{more}"
        f"<updated>{updated.isoformat()}T00:00:00Z</updated>\n"
        f"<link href={quoteattr(address)}/>\n<summary>{_text(summary)}</summary>\n</entry>\n"
    )


def _items(maker: Maker) -> Iterator[_Item]:
    for work in maker.works.values():
        events = maker.events[work.id]
        if events:
            yield _Item(events[-1].on, work.id, work, events)


def _entry(item: _Item, maker: Maker, root: str) -> str:
    work, last = item.work, item.events[-1]
    said = [maker.language.text(f"feed.{last.what}", date=maker.language.date(last.on))]
    if last.reason:
        said.append(last.reason)
    published = f"<published>{item.events[0].on.isoformat()}T00:00:00Z</published>\n"
    return entry_xml(
        work.title,
        work.identifier,
        item.on,
        work.address or f"{root}{work.page}.html",
        maker.language.prose([*said, work.summary]),
        f'{published}<category term="{last.what}"/>\n',
    )


def _text(text: str) -> str:
    return escape(plain(text))
