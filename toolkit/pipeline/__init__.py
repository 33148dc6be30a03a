"""The order of work: read, check, index, render, make pages. The only module that knows it."""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from toolkit.cache.kept import NOTHING_KEPT, Kept, kept_for
from toolkit.cache.site_record import Inputs
from toolkit.cache.store import Store
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.catalogue.choice import make_choice
from toolkit.catalogue.downloads import NOTHING_OFFERED, offered
from toolkit.configuration import SET_A_CONTACT, find_configuration, require_hook
from toolkit.content.editions import Edition
from toolkit.content.files import content_still_there, require_folder
from toolkit.forms.files import form_script
from toolkit.memory import only_new_collected
from toolkit.pages.site import Site
from toolkit.pipeline.build import Build, ContentError, Shared
from toolkit.problems import ToolkitError
from toolkit.publishing import writing_to
from toolkit.rendering.bodies import Rendering
from toolkit.rendering.body import Body, with_files_above
from toolkit.search.client import client_scripts
from toolkit.settings.overlooked import naming_overlooked
from toolkit.settings.refused import naming_others, understood
from toolkit.site.environment import setting_of
from toolkit.site.languages import SiteLanguages, find_language, find_languages, languages_of
from toolkit.site.publication import Publication, publication_of
from toolkit.site.scripts import small_scripts, small_style
from toolkit.translations.localized import Localized, localized
from toolkit.validation.context import Context
from toolkit.validation.runner import checks_for_errors, errors_of, run_checks
from toolkit.validation.sound import SoundParts, read_and_known
from toolkit.worker import Worker

# What was made before calling MkDocs, which can't pass anything of ours to its events: the hook
# takes it from here, or makes it itself in a bare `mkdocs build` or `mkdocs serve`.
PREPARED: ContextVar[Build | None] = ContextVar("PREPARED", default=None)


@only_new_collected()
def start_build(
    folder: Path,
    day: date,
    languages: SiteLanguages,
    publication: Publication,
    edition: Edition | None = None,
    downloads: Path | None = None,
    published: Path | None = None,
    kept: Kept = NOTHING_KEPT,
) -> Build:
    """Read and check a content folder, and make all that the pages of its first language need.

    With an `edition` it is the site of a copy of that; without, it offers the copies in the folder
    `downloads`. Raises ContentError if the content has errors, ToolkitError if there is none, a
    language is unknown, nothing belongs to the edition, or a download was changed.
    """
    language, *_ = find_languages(languages.built, kept.store)
    # Here, for all processes started later: each of them would need another process for this.
    for small in (small_scripts, small_style, client_scripts, form_script):
        small()
    offer = offered(downloads) if downloads is not None else NOTHING_OFFERED
    # The digest before the checks, during which people go on.
    content, sound, digest = read_and_known(folder, kept.store, digested=True)
    context = Context(content, day)
    local = localized(content, context.translation_statuses, language.tag)
    cleaned, bodies = _check_and_render(context, local, languages, kept.store, sound)
    shared = Shared(
        folder,
        context,
        make_choice(content, edition.terms if edition is not None else {}),
        languages,
        publication,
        edition,
        downloads,
        offer,
        digest,
        published,
        kept,
        cleaned,
        sound.lists if sound is not None else b"",
    )
    return _make(shared, local, bodies)


def in_language(shared: Shared, tag: str) -> Build:
    """The site in a language, made from what was read and checked before.

    Raises ToolkitError if a text can't be rendered.
    """
    local = localized(shared.context.content, shared.context.translation_statuses, tag)
    documents, language = local.content.documents, find_language(tag)
    rendering = Rendering(documents, language, shared.kept.store, shared.cleaned)
    bodies = rendering.result()
    for fault in rendering.faults:
        path = fault.location.source.path
        raise ToolkitError(f"{path} can't be made into a page.", "run toolkit check.")
    return _make(shared, local, bodies)


def site_of(shared: Shared, local: Localized, bodies: Mapping[str, Body]) -> Site:
    """What all pages of one language are made from; opportunities are found on demand."""
    language, context = find_language(local.tag), shared.context
    parts = context.day, shared.choice, context.ledger, context.statuses
    catalogue = make_catalogue(local.content, *parts, language.sort_key)
    depth = shared.languages.below(local.tag).count("/")
    return Site(
        catalogue,
        language,
        with_files_above(bodies, local.content.files, depth),
        shared.offer if shared.edition is None else None,
        local,
        context.translation_statuses,
        shared.publication.site_url,
        shared.publication.publisher,
        shared.publication.email if shared.edition is None else "",  # harvesters request no copy
        lists=shared.lists,
        translated=shared.languages.named or shared.languages.every,
    )


def _make(shared: Shared, local: Localized, bodies: Mapping[str, Body]) -> Build:
    """The site of one language."""
    site = site_of(shared, local, bodies)
    if not site.catalogue.outside:
        site = replace(site, found=shared.context.opportunities, found_due=shared.due)
    setting = setting_of(site, shared.publication, shared.edition, shared.languages)
    return Build(shared, site, setting)


def _check_and_render(
    context: Context,
    local: Localized,
    languages: SiteLanguages,
    store: Store | None,
    sound: SoundParts | None,
) -> tuple[Mapping[bytes, bytes], dict[str, Body]]:
    """If there are no errors, HTML for `Shared.cleaned`, and bodies of one language by path."""
    content = context.content
    rendering = Rendering(local.content.documents, find_language(local.tag), store)
    if rendering.is_long or any(text.is_packed for text in content.texts):
        with Worker(lambda: errors_of(context, sound)) as checks:
            bodies = rendering.result()
            problems = checks.result()
    else:  # this process can reuse what checks compute
        problems = errors_of(context, sound)
        bodies = rendering.result()
    if problems:
        raise ContentError(content, problems)
    if rendering.faults:
        content = replace(content, file_faults=(*content.file_faults, *rendering.faults))
        raise ContentError(content, run_checks(content, context.day, checks_for_errors()))
    return (rendering.cleaned if languages.built[1:] else {}), bodies


@only_new_collected()
def build_site(
    folder: Path,
    output: Path,
    day: date,
    languages: Sequence[str] = (),
    edition: Edition | None = None,
    downloads: Path | None = None,
    *,
    for_release: bool = False,
    published: Path | None = None,
    choices: Sequence[str] | None = None,
    with_cache: bool = True,
    alone: bool = False,
    like: Shared | None = None,
) -> Build:
    """Build the site of a content folder into `output`, which stays as it was if that fails.

    It is built in all languages of mkdocs.yml, in those `languages`, or in one `alone`; with an
    `edition`, it is the site of a copy of that, only in the first of `languages`, made from `like`
    if that is already read and checked. It offers the copies in the folder `downloads`, and, built
    `for_release`, needs a way to contribute. `published` is the previous site: unchanged records
    keep their day. `choices` is what else it depends on, None if unknown. Raises as `start_build`.
    """
    require_folder(folder)
    configuration = find_configuration(folder)
    # Material prints a notice about MkDocs 2 that readers of our output can't act on.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with _warnings_of_mkdocs():
        places = {"docs_dir": str(folder.resolve()), "site_dir": str(output.resolve())}
        with understood(configuration, tuple(MkDocsConfig())):
            config = load_config(str(configuration), **places, strict=True)
        require_hook(_named_by(config))
        with naming_overlooked(configuration, config.plugins) as others:
            chosen = languages_of(config.extra, languages, alone=alone or edition is not None)
            settings = replace(settings_of(config), overlooked=others)
        if for_release and settings.why_no_contact:
            raise ToolkitError(settings.why_no_contact, SET_A_CONTACT)
        inputs, copy = None, f"{edition.id}-{chosen.built[0]}" if edition is not None else ""
        if choices is not None and not copy:
            inputs = Inputs(folder, configuration, tuple(choices), _named_by(config))
        kept = kept_for(folder, output, inputs, copy) if with_cache else NOTHING_KEPT
        if like is None:
            build = start_build(folder, day, chosen, settings, edition, downloads, published, kept)
        else:
            build = in_language(replace(like, languages=chosen, kept=kept), *chosen.built)
        prepared = PREPARED.set(build)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            # Sites of copies are in unnamed folders; the caller reports where copies go.
            place = writing_to(output.name) if edition is None else nullcontext()
            with place, content_still_there(folder), naming_others(config.plugins, config.nav):
                run_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
            PREPARED.reset(prepared)
    return build


def _named_by(config: MkDocsConfig) -> tuple[str, ...]:
    """The files that MkDocs' configuration refers to."""
    hooks: dict[str, Any] = dict(config.hooks)  # type: ignore[arg-type]  # by name
    return tuple(str(Path(hook.__file__).resolve()) for hook in hooks.values())


def settings_of(config: MkDocsConfig) -> Publication:
    """The publisher's settings in mkdocs.yml. Raises ToolkitError if one is invalid."""
    return publication_of(config.extra, config.site_url, config.repo_url, config.edit_uri)


@contextmanager
def _warnings_of_mkdocs() -> Iterator[None]:
    """Show MkDocs' warnings, and say in our own words if it gave up."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.addHandler(warnings := logging.StreamHandler())
    try:
        yield
    except MkDocsException as error:
        raise ToolkitError(
            f"MkDocs could not build the site: {error.format_message()}",
            "see its messages above; nothing was changed.",
        ) from error
    finally:
        log.removeHandler(warnings)
