"""All files of a site that was made, written below a folder."""

from __future__ import annotations

import json
from pathlib import Path

from toolkit.catalogue.downloads import copy_downloads
from toolkit.content.images.stripping import strip
from toolkit.content.schema import Kind
from toolkit.memory import collection_paused
from toolkit.pages import by_path
from toolkit.pages.download_page import FOLDER
from toolkit.pages.moved_pages import moved_pages
from toolkit.pages.unlinked_pages import unlinked_pages
from toolkit.pipeline import Build
from toolkit.recognition.published import published_files
from toolkit.site.environment import site_environment
from toolkit.site.missing_links import BLANK, MissingLinks
from toolkit.site.policy import headers_file
from toolkit.site.scripts import paths_script, worded_scripts
from toolkit.site.writing import write_pages


@collection_paused()
def write_site(build: Build, folder: Path) -> None:
    """Write all files of a site that are made, those of its search last, without its manifest.

    Raises ToolkitError where a download does not have the sum that was listed, or two pages have
    one path.
    """
    publication = build.setting.publication
    unlinked = unlinked_pages(build.site.language, publication.site_url)
    missing = None
    if build.setting.is_copy:
        missing = MissingLinks((*build.pages, BLANK), build.site, publication)
    pages = by_path((*build.pages.values(), *unlinked, *moved_pages(build.site)))
    write_pages(site_environment(build.setting), tuple(pages.values()), folder, missing)
    if build.downloads is not None:
        copy_downloads(build.downloads, folder / FOLDER)
    _write(folder, _data_files(build) | _host_files(build) | build.search.result())


def write_manifest(build: Build, folder: Path) -> None:
    """Write build.json, which proves that the site was checked and is whole: so it comes last."""
    catalogue = build.site.catalogue
    kinds = {
        "practices": len(catalogue.of_kind(Kind.PRACTICE)),
        "resources": len(catalogue.of_kind(Kind.RESOURCE)),
    }
    manifest = {
        "version": 1,
        "as_of": catalogue.as_of.isoformat(),
        "languages": [build.site.language.tag],
        "counts": {"entries": len(catalogue.entries), **kinds},
        "input_digest": build.input_digest,
    }
    _write(folder, {"build.json": (json.dumps(manifest, indent=2) + "\n").encode()})


def shown_media(build: Build) -> dict[str, bytes | None]:
    """The images that the site shows, by path: their bytes without notes, None if they have none.

    A copy does without those of entries that it leaves out, unless another text shows them too.
    """
    outside = tuple(f"{entry.path}/" for entry in build.site.catalogue.outside.values())
    bodies = build.site.bodies
    shown = "".join(bodies[path].html for path in build.pages if path in bodies)
    content = build.checked.content
    return {
        path: strip((build.folder / path).read_bytes()).data
        if path in content.images_with_notes
        else None
        for path in content.files
        if not path.startswith(outside) or Path(path).name in shown
    }


def _data_files(build: Build) -> dict[str, bytes]:
    catalogue = build.site.catalogue
    return published_files(
        catalogue.ledger,
        catalogue.statuses.values(),
        catalogue.as_of,
        build.site.language,
        catalogue.outside,
    )


def _host_files(build: Build) -> dict[str, bytes]:
    """The scripts with their words and the headers that a static host is to send."""
    pages = sorted((page.path, page.title) for page in build.pages.values())
    return {
        **worded_scripts(build.site.language),
        "assets/paths.js": paths_script(pages),
        "_headers": headers_file(),
    }


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
