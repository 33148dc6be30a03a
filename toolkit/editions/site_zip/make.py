"""The zip of a copy's site: unpacked into any folder, it opens by `index.html`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.editions.copy import Copy
from toolkit.editions.files.manifest import NAME, manifest_of, sum_of
from toolkit.editions.files.zips import write_zip
from toolkit.editions.site_zip import start_here

# What speaks to web servers only.
_FOR_SERVERS = frozenset({"404.html", "_headers"})


def make(copy: Copy, target: Path) -> None:
    """Write the zip of a copy, its manifest in it.

    Raises ToolkitError for a file whose name some system can't hold.
    """
    files = dict(_files(copy))
    manifest = manifest_of(copy, {path: sum_of(data) for path, data in files.items()})
    write_zip(target, [*files.items(), (NAME, manifest)], copy.catalogue.as_of)


def _files(copy: Copy) -> Iterator[tuple[str, bytes]]:
    for full in sorted(copy.site.rglob("*")):
        path = full.relative_to(copy.site).as_posix()
        if full.is_file() and path not in _FOR_SERVERS:
            yield path, full.read_bytes()
    yield start_here.HTML, start_here.html_file(copy)
    yield start_here.TEXT, start_here.text_file(copy)
