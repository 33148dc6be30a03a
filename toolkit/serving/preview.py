"""The content kept in memory, of which one page is made without all others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toolkit.catalogue.choice import make_choice
from toolkit.content.document import Document
from toolkit.content.files import FoundFile
from toolkit.content.markdown_files import read_document
from toolkit.content.reader import Content, read_content
from toolkit.pages.entry_pages import pages_of
from toolkit.pipeline import Checked, Shared, site_of
from toolkit.problems import Problem
from toolkit.rendering.bodies import Rendering
from toolkit.rendering.body import Body
from toolkit.rendering.markdown import ExcessiveWorkError, render_markdown
from toolkit.site.environment import render, setting_of, site_environment
from toolkit.site.languages import SiteLanguages, find_language
from toolkit.site.publication import Publication
from toolkit.translations.localized import localized
from toolkit.validation.checks import OF_LISTS
from toolkit.validation.context import Context
from toolkit.validation.runner import checks_for_errors, run_checks_in


@dataclass(frozen=True)
class Glance:
    """What can be said at once of `count` entries that changed: the errors in them, or their pages.

    `pages` are the bytes of files of the site by their paths.
    """

    count: int
    problems: tuple[Problem, ...]
    pages: Mapping[str, bytes]


class Preview:
    """What a site in one language is made of, as it was read last."""

    def __init__(self, folder: Path, publication: Publication, tag: str) -> None:
        self._folder = folder
        self._publication = publication
        self._languages = SiteLanguages((tag,), (tag,))
        self._language = find_language(tag)
        self._content: Content | None = None
        self._bodies: dict[str, Body] = {}

    def read(self, day: date) -> None:
        """Read everything anew. What can't be read or rendered is left to whole builds to say."""
        self._content = None
        content = read_content(self._folder)
        local = localized(content, Context(content, day).standings, self._language.tag)
        self._bodies = Rendering(local.content.documents, self._language).result()
        self._content = content
        # So that the first change waits for nothing that is made once: templates, words of checks.
        for entry in content.entries[:1]:
            errors_in(content, (entry,), day)
            self._pages_or_none(content, {entry.path}, day)

    def glance(self, paths: Collection[str], day: date) -> Glance | None:
        """Look at the files `paths` of the content folder, which changed.

        None where only a whole build can tell: where one of them is no entry that was there before.
        Errors are those that the check of the whole content finds in these files too; it may find
        more.
        """
        before = self._content
        if before is None:
            return None
        changed: dict[str, Document] = {}
        for path in paths:
            if path not in before.paths and not (self._folder / path).exists():
                continue  # of an editor, which writes beside a file first
            known = before.by_path.get(path.removesuffix(".md"))
            if known is None or not known.is_entry or not (self._folder / path).is_file():
                self._content = None
                return None
            changed[known.path] = read_document(FoundFile(path, self._folder / path), before.prefix)
        documents = tuple(changed.get(one.path, one) for one in before.documents)
        self._content = content = replace(before, documents=documents)
        problems = errors_in(content, tuple(changed.values()), day)
        if problems:
            return Glance(len(changed), tuple(problems), {})
        try:
            for path, document in changed.items():
                self._bodies[path] = render_markdown(document.body, self._language)
        except ExcessiveWorkError:
            return None
        pages = self._pages_or_none(content, changed, day)
        return None if pages is None else Glance(len(changed), (), pages)

    def _pages_or_none(
        self, content: Content, paths: Collection[str], day: date
    ) -> dict[str, bytes] | None:
        """The pages; None where they can't be made, for the whole build to say why."""
        try:
            return self._pages(content, paths, day)
        except Exception:  # noqa: BLE001 - what pages rest on is checked only in these files
            return None

    def _pages(self, content: Content, paths: Collection[str], day: date) -> dict[str, bytes]:
        context = Context(content, day)
        shared = Shared(
            self._folder,
            day,
            Checked(content, ()),
            context,
            make_choice(content, {}),
            self._languages,
            self._publication,
        )
        local = localized(content, context.standings, self._language.tag)
        site = site_of(shared, local, self._bodies)
        setting = setting_of(site, self._publication, None, self._languages)
        environment = site_environment(setting)
        return {
            f"{page.path}.html": render(environment, page).encode()
            for entry in site.catalogue.entries
            if entry.path in paths
            for page in pages_of(entry, site)
        }


def errors_in(content: Content, documents: tuple[Document, ...], day: date) -> list[Problem]:
    """The errors in some documents of the content, in a time that does not grow with the others.

    Checks see these documents alone, and look others up as ever. So what is wrong between one and
    another, such as a title of both, is left to the check of the whole, as is all that is not in
    their texts: lists and paths.
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
        listed=False,
    )
    context = Context(alone, day)
    # As properties that were looked up before: those of the whole content.
    vars(alone).update(by_id=content.by_id, by_path=content.by_path, renamed=content.renamed)
    vars(context).update(entry_paths=frozenset(entry.path for entry in content.entries))
    own = {document.source.path for document in documents}
    found = run_checks_in(context, [one for one in checks_for_errors() if one.id not in OF_LISTS])
    return [one for one in found if one.finding.location.source.path in own]
