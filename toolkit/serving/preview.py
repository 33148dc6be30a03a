"""Keeps the content in memory, to make one page without all the others."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toolkit.catalogue.choice import make_choice
from toolkit.content.document import Document
from toolkit.content.files import FoundFile
from toolkit.content.images.stripping import strip
from toolkit.content.markdown_files import read_document
from toolkit.content.reader import Content, read_content
from toolkit.pages.entry_pages import pages_of
from toolkit.pipeline import site_of
from toolkit.pipeline.build import Shared
from toolkit.problems import Problem
from toolkit.rendering.bodies import Rendering
from toolkit.rendering.body import Body
from toolkit.rendering.markdown import render_markdown
from toolkit.site.environment import render, setting_of, site_environment
from toolkit.site.languages import SiteLanguages, find_language
from toolkit.site.publication import Publication
from toolkit.translations.localized import localized
from toolkit.validation.checks import OF_LISTS
from toolkit.validation.context import Context
from toolkit.validation.links import targets
from toolkit.validation.runner import checks_for_errors, run_checks_in


@dataclass(frozen=True)
class Glance:
    """What is known at once about `count` changed entries: the errors in them, or their pages.

    `pages` holds the bytes of files of the site, by path.
    """

    count: int
    problems: tuple[Problem, ...]
    pages: Mapping[str, bytes]


class Preview:
    """What a site in one language is made from, as last read."""

    def __init__(self, folder: Path, publication: Publication, tag: str) -> None:
        self._folder = folder
        self._publication = publication
        self._languages = SiteLanguages((tag,), (tag,))
        self._language = find_language(tag)
        self._content: Content | None = None
        self._bodies: dict[str, Body] = {}

    def read(self, day: date) -> None:
        """Read everything again. Whole builds report what can't be read or rendered."""
        self._content = None
        content = read_content(self._folder)
        local = localized(content, Context(content, day).translation_statuses, self._language.tag)
        self._bodies = Rendering(local.content.documents, self._language).result()
        self._content = content
        # Warm up what is made only once (templates, words of checks), to spare the first change.
        for entry in content.entries[:1]:
            errors_in(content, (entry,), day)
            with suppress(Exception):
                self._pages(content, {entry.path}, day)

    def glance(self, paths: Collection[str], day: date) -> Glance | None:
        """Look at the changed files `paths` of the content folder.

        None if only a whole build can tell: if one of them is not an entry that was there before.
        A check of the whole content finds these errors too, and may find more in the same files.
        """
        before = self._content
        if before is None:
            return None
        changed: dict[str, Document] = {}
        for path in paths:
            if not ((self._folder / path).exists() or _is_or_holds(path, before.paths)):
                continue  # an editor's temporary file, now gone
            known = before.by_path.get(path.removesuffix(".md"))
            if known is None or not known.is_entry or not (self._folder / path).is_file():
                self._content = None
                return None
            changed[known.path] = read_document(FoundFile(path, self._folder / path), before.prefix)
        documents = tuple(changed.get(one.path, one) for one in before.documents)
        self._content = content = replace(before, documents=documents)
        if problems := errors_in(content, tuple(changed.values()), day):
            return Glance(len(changed), tuple(problems), {})
        try:
            return Glance(len(changed), (), self._pages(content, changed, day))
        except Exception:  # noqa: BLE001 - only these files of all that pages need are checked
            return None

    def _pages(self, content: Content, paths: Collection[str], day: date) -> dict[str, bytes]:
        context = Context(content, day)
        shared = Shared(
            self._folder,
            context,
            make_choice(content, {}),
            self._languages,
            self._publication,
        )
        local = localized(content, context.translation_statuses, self._language.tag)
        for path in paths:
            self._bodies[path] = render_markdown(local.content.by_path[path].body, self._language)
        site = site_of(shared, local, self._bodies)
        setting = setting_of(site, self._publication, None, self._languages)
        environment = site_environment(setting)
        changed = tuple(content.by_path[path] for path in paths)
        shown = content.part(documents=changed, translations=())
        # The site may not have them yet: people save an image before the text that shows it.
        images = {one.path for one in targets(shown) if one.link.is_image} & content.files
        return {
            f"{page.path}.html": render(environment, page).encode()
            for entry in site.catalogue.entries
            if entry.path in paths
            for page in pages_of(entry, site)
        } | {path: strip((self._folder / path).read_bytes()).data for path in images}


def _is_or_holds(path: str, known: Collection[str]) -> bool:
    """Whether one of the known paths is this one or, as that of a folder, begins with it."""
    inside = f"{path}/" if path else ""
    return path in known or any(one.startswith(inside) for one in known)


def errors_in(content: Content, documents: tuple[Document, ...], day: date) -> list[Problem]:
    """The errors in some documents of the content, in time that doesn't grow with the others.

    Checks iterate over these documents only, and can look up the others as usual. Faults between
    two documents, such as the same title, are left to the check of the whole content, as is
    everything outside their texts: lists and paths.
    """
    alone = replace(
        content,
        documents=documents,
        translations=(),
        stray_translations=(),
        originals={},
        tables=(),
        paths=(),
        file_faults=(),
        listed=(),
    )
    context = Context(alone, day)
    # Cached properties, set in advance to those of the whole content.
    vars(alone).update(by_id=content.by_id, by_path=content.by_path, renamed=content.renamed)
    own = {document.source.path for document in documents}
    found = run_checks_in(context, [one for one in checks_for_errors() if one.id not in OF_LISTS])
    return [one for one in found if one.finding.location.source.path in own]
