"""The order of things: read, check, index, render, make pages. The only module that knows it."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.catalogue.choice import make_choice
from toolkit.catalogue.downloads import copy_downloads, offered
from toolkit.content.editions import Edition
from toolkit.content.images.stripping import strip
from toolkit.content.reader import Content, read_content, require_folder
from toolkit.content.schema import Kind
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.memory import collection_paused
from toolkit.pages import make_pages
from toolkit.pages.download_page import FOLDER
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.pages.unlinked_pages import unlinked_pages
from toolkit.problems import Problem, ToolkitError
from toolkit.recognition.published import published_files
from toolkit.rendering.bodies import Rendering
from toolkit.search.files import search_files
from toolkit.site.environment import Setting, site_environment
from toolkit.site.missing_links import BLANK, MissingLinks
from toolkit.site.policy import headers_file
from toolkit.site.publication import Publication, publication_of
from toolkit.site.scripts import worded_scripts
from toolkit.site.writing import Writing
from toolkit.validation.context import Context
from toolkit.validation.runner import (
    CHECKS_FOR_ERRORS,
    CHECKS_WITHOUT_ERRORS,
    has_errors,
    in_order,
    run_checks,
    run_checks_in,
)
from toolkit.worker import Worker


@dataclass(frozen=True)
class Checked:
    """Content with the problems found in it."""

    content: Content
    problems: Sequence[Problem]

    @property
    def count(self) -> int:
        """How many entries were checked."""
        return len(self.content.entries)


class ContentError(Exception):
    """Content with errors, of which no site is built."""

    def __init__(self, checked: Checked) -> None:
        super().__init__("The content has errors.")
        self.checked = checked


@dataclass(frozen=True)
class Build:
    """A site on its way from content to files; `edition` is set where it is a copy of one."""

    folder: Path
    checked: Checked
    site: Site
    setting: Setting
    pages: dict[str, Page]
    input_digest: str
    edition: Edition | None
    downloads: Path | None
    _search: Worker[dict[str, bytes]]

    @property
    def summary(self) -> str:
        """What a build tells of its checks: it ran those that may stop it."""
        return f"{self.checked.count} entries checked: 0 errors."

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the site."""
        return self.site.catalogue

    @property
    def language(self) -> Language:
        """The language of the site."""
        return self.site.language

    def write_pages(self, folder: Path) -> Writing:
        """Write all pages below `folder`."""
        unlinked = unlinked_pages(self.language, self.setting.publication.site_url)
        pages = (*self.pages.values(), *unlinked)
        return Writing(site_environment(self.setting), pages, folder, self._missing_links())

    def _missing_links(self) -> MissingLinks | None:
        if self.edition is None:
            return None
        return MissingLinks((*self.pages, BLANK), self.site, self.setting.publication)

    def search_files(self) -> dict[str, bytes]:
        """The files of the search by their path on the site."""
        return self._search.result()

    def media(self) -> set[str]:
        """The paths of the images that the site shows: a copy does without those of entries that
        it leaves out, unless another text shows them too.
        """
        outside = {f"{entry.path}/" for entry in self.catalogue.outside.values()}
        bodies = self.site.bodies
        shown = "".join(bodies[path].html for path in self.pages if path in bodies)
        return {
            path
            for path in self.checked.content.files
            if not path.startswith(tuple(outside)) or Path(path).name in shown
        }

    def stripped_images(self, media: set[str]) -> dict[str, bytes]:
        """Those of `media` that lose notes on their way to the site, by path, without these."""
        paths = media.intersection(self.checked.content.images_with_notes)
        return {path: strip((self.folder / path).read_bytes()).data for path in paths}

    def data_files(self) -> dict[str, bytes]:
        """The data files by their path on the site."""
        catalogue = self.catalogue
        statuses = catalogue.statuses.values()
        return published_files(
            catalogue.ledger, statuses, catalogue.as_of, self.language, catalogue.outside
        )

    def host_files(self) -> dict[str, bytes]:
        """The scripts with their words, and the headers that a static host is to send."""
        return {**worded_scripts(self.language), "_headers": headers_file()}

    def copy_downloads(self, site: Path) -> None:
        """Put the copies that the site offers below `site`, each checked against its sum."""
        if self.downloads is not None:
            copy_downloads(self.downloads, site / FOLDER)

    def manifest(self) -> bytes:
        """The content of build.json, which proves that the site was checked and is whole."""
        kinds = {
            "practices": len(self.catalogue.of_kind(Kind.PRACTICE)),
            "resources": len(self.catalogue.of_kind(Kind.RESOURCE)),
        }
        manifest = {
            "version": 1,
            "as_of": self.catalogue.as_of.isoformat(),
            "languages": [self.language.tag],
            "counts": {"entries": len(self.catalogue.entries), **kinds},
            "input_digest": self.input_digest,
        }
        return (json.dumps(manifest, indent=2) + "\n").encode()

    def stop(self) -> None:
        """Give up what is still at work."""
        self._search.stop()


def find_language(tag: str) -> Language:
    """The language of a tag; raises ToolkitError where the toolkit lacks it."""
    if tag not in LANGUAGES:
        raise ToolkitError(
            f'The toolkit does not speak the language "{tag}".',
            f"choose one of: {', '.join(LANGUAGES)}.",
        )
    return LANGUAGES[tag]


def start_build(
    folder: Path,
    day: date,
    language_tag: str,
    publication: Publication,
    edition: Edition | None = None,
    downloads: Path | None = None,
) -> Build:
    """Read and check a content folder, and make everything that the pages of its site need.

    With an `edition` it is the site of a copy of that; without, it offers the copies that the
    folder `downloads` holds. Bodies are rendered beside the checks; the search goes on beside what
    follows. Raises ContentError where the content has errors, ToolkitError where there is none,
    the language is unknown, nothing belongs to the edition, or a download was changed.
    """
    with collection_paused():
        return _start(folder, day, language_tag, publication, edition, downloads)


def _start(
    folder: Path,
    day: date,
    language_tag: str,
    publication: Publication,
    edition: Edition | None,
    downloads: Path | None,
) -> Build:
    language = find_language(language_tag)
    listing = offered(downloads) if downloads is not None else []
    content = read_content(folder)
    rendering = Rendering(content.documents, language)
    # A build is stopped by errors alone. The other checks, half of the work, are run only to make
    # the report on a build that stops that of `toolkit check`.
    context = Context(content, day)
    problems = run_checks_in(context, CHECKS_FOR_ERRORS)
    if has_errors(problems):
        rendering.stop()
        others = run_checks_in(context, CHECKS_WITHOUT_ERRORS)
        raise ContentError(Checked(content, in_order([*problems, *others])))
    bodies = rendering.result()
    if rendering.faults:
        content = replace(content, file_faults=(*content.file_faults, *rendering.faults))
        raise ContentError(Checked(content, run_checks(content, day)))
    choice = make_choice(content, edition.terms if edition is not None else {})
    catalogue = make_catalogue(content, day, choice, context.ledger)
    # The index of a part would take the place of that of the whole.
    cache = None if catalogue.outside else folder.resolve().parent / ".cache" / "search"
    search = Worker(lambda: search_files(catalogue, language, bodies, cache))
    site = Site(catalogue, language, bodies, tuple(listing) if edition is None else None)
    return Build(
        folder,
        Checked(content, problems),
        site,
        _setting(site, publication, edition),
        make_pages(site),
        digest_of(folder, content.paths),
        edition,
        downloads,
        search,
    )


def _setting(site: Site, publication: Publication, edition: Edition | None) -> Setting:
    catalogue, language = site.catalogue, site.language
    if edition is None:
        return Setting(language, catalogue.as_of, publication)
    held = ""
    if catalogue.outside:
        held = language.text(
            "copy.part",
            title=edition.title.get(language.tag) or edition.title["en"],
            held=len(catalogue.entries),
            entries=language.text("entries.count", n=len(catalogue.by_id)),
        )
    return Setting(language, catalogue.as_of, publication, is_copy=True, held=held)


def find_configuration(folder: Path) -> Path:
    """The mkdocs.yml beside the content folder, or else the one where the command runs.

    Raises ToolkitError where there is none.
    """
    for place in (folder.resolve().parent, Path.cwd()):
        if (place / "mkdocs.yml").is_file():
            return place / "mkdocs.yml"
    raise ToolkitError(
        "There is no mkdocs.yml here.", "run the command in the folder that holds mkdocs.yml."
    )


def build_site(
    folder: Path,
    output: Path,
    day: date,
    languages: Sequence[str] = (),
    edition: Edition | None = None,
    downloads: Path | None = None,
) -> Build:
    """Build the site of a content folder into `output`, which stays as it was if that fails.

    Without `languages` it is built in the language that mkdocs.yml names; with an `edition` it is
    the site of a copy of that; `downloads` is a folder of copies that it offers. Raises
    ContentError where the content has errors, ToolkitError where the run can't be done.
    """
    require_folder(folder)
    configuration = find_configuration(folder)
    # Material prints a notice about MkDocs 2 that a reader of our output can't act on.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    warnings = logging.StreamHandler()
    log.addHandler(warnings)
    try:
        config = load_config(
            str(configuration),
            docs_dir=str(folder.resolve()),
            site_dir=str(output.resolve()),
            strict=True,
        )
        language = next(iter(languages), str(config.extra["language"]))
        for tag in languages:
            find_language(tag)
        publication = publication_of(
            config.extra, config.site_url, config.repo_url, config.edit_uri
        )
        build = start_build(folder, day, language, publication, edition, downloads)
        config.extra["prepared"] = build
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with collection_paused():
                run_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise ToolkitError(
            f"MkDocs could not build the site: {error.format_message()}",
            "see its messages above; the last good site is still there.",
        ) from error
    finally:
        log.removeHandler(warnings)
    return build


def digest_of(folder: Path, paths: Iterable[str]) -> str:
    """SHA-256 over the paths and the bytes of the files of the content folder, in that order."""
    digest = hashlib.sha256()
    for path in paths:
        file = folder / path
        if file.is_file() and not file.is_symlink():
            data = file.read_bytes()
            digest.update(f"{path}\0{len(data)}\0".encode())
            digest.update(data)
    return f"sha256:{digest.hexdigest()}"
