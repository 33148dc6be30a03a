"""Atom feeds of everything and of terms: what was added, changed or withdrawn, newest first.

An entry is in a feed once, with its latest event. No date in a feed comes from the clock: built
again from the same content, it is the same. A renamed entry keeps the identifier of its first name,
or feed readers would show it again.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, partial
from xml.sax.saxutils import escape, quoteattr

from toolkit.catalogue.facets import Facet
from toolkit.content.entry import Entry
from toolkit.exports.record import Maker, plain, urn
from toolkit.languages.language import ended

# The facets whose terms have feeds; also the names of their folders.
FACETS = ("themes", "audiences", "organisations", "regions")
DATA = "data"
WHOLE = "feed.xml"
FOLDER = "feeds"

# Enough for feed readers, which ask every day: so many, and all of the same day as the last.
_FEWEST = 100


def has_feed(entries: Iterable[Entry], maker: Maker) -> bool:
    """Whether a list of entries has a feed: at least one of them must have a known date."""
    return any(maker.events[entry.id] for entry in entries)


def feed_path(facet: Facet, term: str, maker: Maker) -> str:
    """The path on the site of a term's feed, empty if it has none."""
    if facet.name in FACETS and has_feed(facet.entries.get(term, ()), maker):
        return f"{DATA}/{FOLDER}/{facet.name}/{term}.xml"
    return ""


def feed_files(maker: Maker) -> dict[str, bytes]:
    """All feeds, by file name in the data folder."""
    catalogue, language = maker.catalogue, maker.language
    days = {id_: events[-1].on for id_, events in maker.events.items() if events}
    site = language.text("site.name")
    entry_of = cache(partial(_entry, maker))

    def feed(name: str, id_: str, title: str, page: str, entries: Iterable[Entry]) -> bytes:
        root = "../" * (name.count("/") + 1)
        found = [entry.id for entry in entries if entry.id in days]
        found.sort(key=lambda id_: (-days[id_].toordinal(), id_))
        since = days[found[:_FEWEST][-1]]
        inside = "".join(entry_of(id_, root) for id_ in found if days[id_] >= since)
        return feed_xml(maker, name, id_, title, page, days[found[0]], inside)

    made: dict[str, bytes] = {}
    if days:
        made[WHOLE] = feed(WHOLE, urn("feed"), site, "new", catalogue.entries)
    for name in FACETS:
        facet = catalogue.facets[name]
        for term in facet.used():
            if path := feed_path(facet, term, maker).removeprefix(f"{DATA}/"):
                title = f"{site}{language.text('list.colon')}{facet.label(term, language)}"
                id_ = urn("feed", name, term)
                made[path] = feed(path, id_, title, f"{name}/{term}", facet.entries[term])
    return made


def feed_xml(
    maker: Maker, name: str, id_: str, title: str, page: str, updated: date, inside: str
) -> bytes:
    """The feed in the data file `name`, about the page `page`; `inside` is its entries."""
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
    """One entry of a feed; `more` is further XML for it."""
    return (
        f"<entry>\n<title>{_text(title)}</title>\n<id>{escape(id_)}</id>\n{more}"
        f"<updated>{updated.isoformat()}T00:00:00Z</updated>\n"
        f"<link href={quoteattr(address)}/>\n<summary>{_text(summary)}</summary>\n</entry>\n"
    )


def _entry(maker: Maker, id_: str, root: str) -> str:
    work, events = maker.works[id_], maker.events[id_]
    last = events[-1]
    said = [maker.language.text(f"feed.{last.what}", date=maker.language.date(last.on))]
    if last.reason:
        said.append(ended(last.reason))
    published = f"<published>{events[0].on.isoformat()}T00:00:00Z</published>\n"
    return entry_xml(
        work.title,
        maker.identifier(next(iter(work.entry.aliases), work.page)),
        last.on,
        work.address or f"{root}{work.page}.html",
        maker.language.prose([*said, work.summary]),
        f'{published}<category term="{last.what}"/>\n',
    )


def _text(text: str) -> str:
    return escape(plain(text))
