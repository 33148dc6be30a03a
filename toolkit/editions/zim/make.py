"""ZIM for Kiwix: the files of the archive, and the pages that its readers suggest and search."""

from collections.abc import Iterator
from pathlib import Path

from toolkit.editions.copy import Copy
from toolkit.editions.files.manifest import NAME
from toolkit.editions.zim.archive import ZimFile, write_archive
from toolkit.editions.zim.keywords import keywords_of
from toolkit.editions.zim.metadata import metadata
from toolkit.problems import ToolkitError

# Our own table, since the one in `mimetypes` differs between systems.
_MEDIA_TYPES = {
    ".bib": "application/x-bibtex",
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}


def make(copy: Copy, target: Path) -> None:
    """Write the copy as a ZIM archive.

    Raises ToolkitError if a file of the site has no known media type.
    """
    files = list(_files(copy))
    pictures = any(
        file.media_type.startswith("image/") and not file.path.startswith("assets/")
        for file in files
    )
    write_archive(target, files, metadata(copy, pictures=pictures), copy.shelf("zim"))


def _files(copy: Copy) -> Iterator[ZimFile]:
    """The files of the site and their manifest, sorted by path."""
    found = keywords_of(copy)
    contents = {**copy.site_files, NAME: copy.manifest(copy.site_files)}
    for name, data in sorted(contents.items()):
        path = name.removesuffix(".html") if name.endswith(".html") else ""
        page = copy.pages.known.get(path)
        title = page.title if page else ""
        yield ZimFile(name, title, _media_type(name), data, found.get(name))


def _media_type(name: str) -> str:
    ending = Path(name).suffix.lower()
    if ending not in _MEDIA_TYPES:
        raise ToolkitError(
            f'A ZIM archive can\'t contain "{name}": the toolkit does not know this kind of file.',
            f"use one of these extensions: {', '.join(sorted(_MEDIA_TYPES))}.",
        )
    return _MEDIA_TYPES[ending]
