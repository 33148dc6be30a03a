"""Writes all files of a site into a folder."""

import json
import os
import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from operator import eq
from pathlib import Path

from toolkit.cache.last_site import packed_records
from toolkit.cache.site_record import BuildReport
from toolkit.catalogue.downloads import copy_downloads
from toolkit.content.attachments import IMAGES
from toolkit.content.images.notes import DamagedImageError
from toolkit.content.images.stripping import strip
from toolkit.content.schema import Kind
from toolkit.coverage.data import cells_json
from toolkit.exports.datestamps import read_stamps
from toolkit.exports.files import export_files
from toolkit.exports.oai import oai_files
from toolkit.exports.sitemap import FILE as SITEMAP
from toolkit.exports.sitemap import changed_days, robots, sitemap
from toolkit.forms.data import works_data
from toolkit.forms.files import entry_files, form_files
from toolkit.languages import LANGUAGES
from toolkit.memory import give_back, only_new_collected
from toolkit.pages import by_path
from toolkit.pages.download_page import FOLDER
from toolkit.pages.opportunities_feed import opportunities_feed
from toolkit.pages.unlinked_pages import moved_pages, unlinked_pages
from toolkit.pipeline import in_language
from toolkit.pipeline.build import Build
from toolkit.problems import ToolkitError
from toolkit.recognition.published import published_files
from toolkit.sheets.exporting import exported
from toolkit.site.environment import compiled_templates_kept
from toolkit.site.missing_links import BLANK, MissingLinks
from toolkit.site.policy import headers_file
from toolkit.site.scripts import STYLE_SHEET, paths_script, small_style, worded_scripts
from toolkit.site.writing import Writing, compiled, write_pages
from toolkit.worker import Pieces, Worker, in_processes

# Languages that are written at once.
_AT_ONCE = 2
# With fewer texts, starting a second process takes as long as what it would do.
_WORTH_SHARING = 20


@only_new_collected()
def write_site(build: Build, folder: Path) -> dict[str, bytes]:
    """Write all generated files of a site, in all its languages, except its manifest.

    If there are several languages, each is written in its own process. Returns what to remember
    about the pages of each, packed. Raises ToolkitError if a download doesn't have the listed sum,
    a text can't be rendered, two pages have the same path, an image is damaged by now, or there is
    nothing to compare with what was published.
    """
    shared = build.shared
    shared.context.ledger.make_present(shared.kept.store)  # here, for all processes
    if shared.downloads is not None:
        copy_downloads(shared.downloads, folder / FOLDER)
    # Exports take as long as the pages of one language; without a second process, they come last.
    with Worker(lambda: _write_exports(build, folder), is_short=_is_short(build)) as exports:
        with compiled_templates_kept(shared.kept.store):
            pages = _write_all_languages(build, folder)
        exports.result()
    return pages


def _is_short(build: Build) -> bool:
    return len(build.content.documents) < _WORTH_SHARING


def _write_exports(build: Build, folder: Path) -> None:
    """Write what exists once for all languages, at the root."""
    shared, exports = build.shared, build.site.exports
    data = {}
    if build.site.tables:
        data["coverage.json"] = cells_json(build.site.tables.values()).encode()
        data["opportunities.xml"] = opportunities_feed(build.site)
    files = {"_headers": headers_file(), STYLE_SHEET: small_style()}
    published = shared.published
    if exports.oai_url:
        before = read_stamps(published) if published is not None else {}
        files.update(oai_files(exports, before))
    elif published is not None:
        raise ToolkitError(
            "There is nothing to compare with the published site: this one has no OAI-PMH.",
            "build without --published, or set site_url and an address for mail as "
            "extra.contact_url in mkdocs.yml (docs/contribute/hosting.md).",
        )
    if shared.publication.site_url:
        folders = map(shared.languages.below, shared.languages.built)
        files["robots.txt"] = robots(shared.publication.site_url, folders)
    if not (build.below or build.site.catalogue.outside):
        content = build.content
        works = (*content.entries, *content.tasks)
        _write(build, folder, entry_files(works, shared.kept.store))
        empty = exported((), build.folder, content, build.site.catalogue.as_of)
        files["contribute/entries.xlsx"] = empty
    _write(build, folder, files.items())
    _write(build, folder, export_files(exports, data))
    _write(build, folder, _attachments(build), is_contributed=True)


def _write_all_languages(build: Build, folder: Path) -> dict[str, bytes]:
    shared = build.shared
    first, *others = shared.languages.built
    # A copy of a part has no form.
    works = {} if build.site.catalogue.outside else works_data(build.content)
    if not others:
        return {first: _write_language(build, folder, works)}
    # Here, for all processes: each of them would need it.
    compiled(build.setting)
    for text in build.content.texts:
        text.source.digest  # noqa: B018 - which keeps it
    dict(shared.context.statuses)
    dict(shared.context.translation_statuses.english)
    for translation in build.content.translations:
        shared.context.translation_statuses.of(translation)
    each = [
        partial(_write_language, build, folder, works),
        *(partial(_write_other, build, tag, folder, works) for tag in others),
    ]
    return dict(zip((first, *others), in_processes(each, _AT_ONCE), strict=True))


def _write_other(build: Build, tag: str, folder: Path, works: Mapping[str, object]) -> bytes:
    return _write_language(in_language(build.shared, tag), folder, works)


def remember(build: Build, folder: Path, pages: Mapping[str, bytes]) -> None:
    """Keep for the next build what the site in `folder` was made from, and its pages.

    Called when the site is complete, before it is put into place.
    """
    build.shared.kept.remember(folder, pages, report_of(build))


def report_of(build: Build) -> BuildReport:
    """What the command line says about a finished site."""
    languages = build.shared.languages
    only = ", ".join(languages.built) if languages.built != languages.every else ""
    return BuildReport(
        build.summary,
        LANGUAGES["en"].date(build.site.catalogue.as_of),
        build.below,
        build.setting.publication.why_no_contact,
        only,
        build.setting.publication.overlooked,
    )


def _write_language(build: Build, folder: Path, works: Mapping[str, object]) -> bytes:
    """Write one language, with its search in a parallel process if that is possible."""
    # Begun before this process holds more. Made here, it comes first: what it took is free again.
    with Pieces(lambda: build.search[1], is_short=_is_short(build)) as search:
        if search.is_here:
            _write(build, folder, search.result(), build.below)
            give_back()
        written = _write_pages(build, folder)
        # One after another: together they would fill the memory.
        _write(build, folder, _data_files(build).items(), build.below)
        _write(build, folder, _scripts(build).items(), build.below)
        _write(build, folder, _form(build, works).items(), build.below)
        if site_url := build.setting.publication.site_url:
            days = changed_days(build.site.exports)
            _write(build, folder, [(SITEMAP, sitemap(site_url, build.pages, days))], build.below)
        if not search.is_here:
            _write(build, folder, search.result(), build.below)
        return written


def _write_pages(build: Build, folder: Path) -> bytes:
    """Write the pages of one language, and return what to remember about them."""
    publication = build.setting.publication
    unlinked = unlinked_pages(build.site.language, publication.site_url or f"/{build.below}")
    missing = None
    if build.setting.is_copy:
        missing = MissingLinks((*build.pages, BLANK), build.site, publication)
    pages = by_path((*build.pages.known.values(), *unlinked, *moved_pages(build.site)))
    if not build.below:
        _refuse_overlaps(build, pages)
    below = folder / build.below
    last = build.shared.kept.last(build.site.language.tag)
    writing = Writing(build.setting, below, build.below, missing, last)
    return packed_records(write_pages(writing, pages))


def _refuse_overlaps(build: Build, pages: Container[str]) -> None:
    """Raise ToolkitError if a text would be written where another language has a page."""
    folders = {tag for tag in build.shared.languages.built if build.shared.languages.below(tag)}
    for document in build.content.documents:
        tag, _, path = document.path.partition("/")
        if tag in folders and path in pages:
            original = build.content.by_path.get(path)
            way = "rename its folder."
            if original is not None:
                file = f"{original.source.path.removesuffix('.md')}.{tag}.md"
                # Moved over the file of that name, one of the two would be lost.
                is_there = (path, tag) in build.content.by_translation
                move = f"move its words into {file}" if is_there else f"move it to {file}"
                way = f"if it is a translation, {move}; if not, {way}"
            raise ToolkitError(
                f'{document.source.path} has the address of a page in the language "{tag}".', way
            )


def write_manifest(build: Build, folder: Path) -> None:
    """Write build.json, last of all: it proves that the site was checked and is complete."""
    catalogue = build.site.catalogue
    kinds = {
        "practices": len(catalogue.of_kind(Kind.PRACTICE)),
        "resources": len(catalogue.of_kind(Kind.RESOURCE)),
    }
    manifest = {
        "version": 1,
        "as_of": catalogue.as_of.isoformat(),
        "languages": list(build.shared.languages.built),
        "counts": {"entries": len(catalogue.entries), **kinds},
        "input_digest": build.shared.input_digest,
    }
    _write(build, folder, [("build.json", (json.dumps(manifest, indent=2) + "\n").encode())])


def _attachments(build: Build) -> Iterator[tuple[str, bytes]]:
    """The files that texts show or link to, images without their notes: also those of an image that
    took the place of the one that was checked.

    A copy leaves out those of missing entries, unless another text shows them too.
    """
    outside = tuple(f"{entry.path}/" for entry in build.site.catalogue.outside.values())
    shown = build.site.bodies.items()
    bodies = [body.clean for path, body in shown if outside and path in build.pages]
    for path in sorted(build.content.files):
        if not path.startswith(outside) or any(Path(path).name in html for html in bodies):
            data = (build.folder / path).read_bytes()
            try:
                yield path, strip(data).data if path.lower().endswith(IMAGES) else data
            except DamagedImageError as error:
                raise ToolkitError(
                    f'"{build.folder.name}/{path}" was changed while the site was built.',
                    "run the command again when nothing changes any more.",
                ) from error


def _data_files(build: Build) -> dict[str, bytes]:
    catalogue = build.site.catalogue
    return published_files(
        catalogue.ledger,
        catalogue.statuses.values(),
        catalogue.as_of,
        build.site.language,
        catalogue.outside,
    )


def _scripts(build: Build) -> dict[str, bytes]:
    """The scripts with their words, and the one with the titles of all pages."""
    pages = sorted((page.path, page.title) for page in build.pages.known.values())
    return {
        **worded_scripts(build.site.language, build.site.catalogue.as_of),
        "assets/paths.js": paths_script(pages),
    }


def _form(build: Build, works: Mapping[str, object]) -> dict[str, bytes]:
    """The form for entries, which a copy of a part lacks."""
    catalogue, shared = build.site.catalogue, build.shared
    if catalogue.outside:
        return {}
    publication = build.setting.publication
    return form_files(
        build.content,
        works,
        build.site.language,
        {
            **{entry.path: entry.title for entry in catalogue.entries},
            **{task.path: task.title for task in catalogue.tasks},
        },
        {"contact": publication.contact_url, "edit": publication.edit_url},
        shared.kept.store,
        shared.lists,
    )


_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def _write(
    build: Build,
    folder: Path,
    files: Iterable[tuple[str, bytes | Iterable[bytes]]],
    below: str = "",
    *,
    is_contributed: bool = False,
) -> None:
    """Write each file, whole or in pieces, before the next one is made.

    A file that the last site has is linked: the system takes several times as long for a new one,
    and those who copy the site elsewhere see that it is the same. Raises ToolkitError if a file
    that `is_contributed` would take the place of another.
    """
    new, last = f"{folder}/{below}", build.shared.kept.last_files
    parents: set[str] = set()
    # There are thousands: this takes a third of the time of Path.write_bytes.
    for path, content in files:
        parent = posixpath.dirname(path)
        target = f"{new}{path}"
        if parent not in parents:
            parents.add(parent)
            Path(new, parent).mkdir(parents=True, exist_ok=True)
        if is_contributed and os.path.lexists(target):
            raise ToolkitError(
                f'"{build.folder.name}/{path}" has the address of a file that the program makes.',
                "rename it, or move it to another folder.",
            )
        # Compared, not digested: most files that differ do so near their beginning.
        fits = partial(eq, content)
        if last and isinstance(content, bytes) and last.take_over(f"{below}{path}", target, fits):
            continue
        file = os.open(target, _TO_WRITE, 0o666)
        try:
            for piece in (content,) if isinstance(content, bytes) else content:
                rest = memoryview(piece)
                while rest:
                    rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
