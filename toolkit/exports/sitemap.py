"""The sitemap for search engines, and the robots.txt that tells them where it is."""

from collections.abc import Iterable, Mapping
from datetime import date
from xml.sax.saxutils import escape

from toolkit.exports.record import Maker

FILE = "sitemap.xml"


def sitemap(site_url: str, paths: Iterable[str], changed: Mapping[str, date]) -> bytes:
    """A sitemap of the pages at `paths`, without extension; `changed` has known days of changes."""
    urls = "".join(
        f"<url><loc>{escape(f'{site_url}{path}.html')}</loc>{_changed(changed.get(path))}</url>\n"
        for path in sorted(paths)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    ).encode()


def _changed(day: date | None) -> str:
    return f"<lastmod>{day.isoformat()}</lastmod>" if day else ""


def changed_days(maker: Maker) -> dict[str, date]:
    """When entries got their present text, by path, if that is recorded.

    The day an entry was added says nothing about later changes.
    """
    catalogue = maker.catalogue
    found = {}
    for entry in catalogue.entries:
        last = maker.events[entry.id][-1:]
        present = catalogue.ledger.now.digests[entry.id]
        if last and (last[0].digest == present or last[0].what == "withdrawn"):
            found[entry.path] = last[0].on
    return found


def robots(site_url: str, folders: Iterable[str]) -> bytes:
    """robots.txt: everything may be crawled, and there is a sitemap in each of the `folders`."""
    maps = "".join(f"Sitemap: {site_url}{folder}{FILE}\n" for folder in folders)
    return f"User-agent: *\nAllow: /\n\n{maps}".encode()
