"""MkDocs events, each a short call into `toolkit`: check, make pages, publish when complete."""

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

try:
    from toolkit.cache.kept import kept_for
    from toolkit.clock import as_of
    from toolkit.output import remember, write_manifest, write_site
    from toolkit.pipeline import PREPARED, settings_of, start_build
    from toolkit.pipeline.build import Build, ContentError
    from toolkit.problems import ToolkitError
    from toolkit.publishing import NewFolder, new_folder_for, publish, require_place, writing_to
    from toolkit.reports import text
    from toolkit.reports.screen import shown_lines
    from toolkit.settings.overlooked import naming_overlooked
    from toolkit.settings.refused import fault_of_others
    from toolkit.site.languages import SiteLanguages, languages_of
    from toolkit.site.scripts import COPY_DATE, THEME
except ModuleNotFoundError as error:
    raise Abort(
        f"error: The toolkit is not installed here, or only a part of it: {error}.\n"
        "hint: run `make site`, which installs all of it and builds the site."
    ) from error

log = get_plugin_logger(__name__)


@dataclass(frozen=True)
class Run:
    """A build in progress between events: into the folder `new`, to be published as `final`.

    `warnings` counts MkDocs' warnings.
    """

    build: Build
    new: NewFolder
    final: Path
    warnings: CountHandler


# MkDocs calls a hook as a module, so its events can only share a global. It holds nothing but the
# current run: set by `on_config`, cleared when the site is published or the run has failed.
_run: Run | None = None


def _under_way() -> Run:
    if _run is None:
        raise PluginError("The hook on_config did not run.")
    return _run


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content before anything is written; build next to the last good site."""
    global _run
    on_shutdown()
    final = Path(config.site_dir)
    build = PREPARED.get() or _start(config)
    _run = Run(build, new_folder_for(final), final, CountHandler(level=logging.WARNING))
    log.info(build.summary)
    for sentence in build.setting.publication.overlooked:
        log.info(sentence)  # a warning would end a strict build
    logging.getLogger("mkdocs").addHandler(_run.warnings)
    config.site_dir = str(_run.new.path)
    # Still an empty folder: otherwise MkDocs would look at every entry and leave it out.
    config.docs_dir = config.site_dir
    config.theme.static_templates.clear()
    config.extra_templates.clear()
    # Otherwise MkDocs would look at Material's thousands of files, for `on_files` to leave out.
    config.theme.dirs[:] = [str(THEME)]
    return config


def _start(config: MkDocsConfig) -> Build:
    with naming_overlooked(Path(config.config_file_path), config.plugins) as others:
        every = languages_of(config.extra).every
        settings = replace(settings_of(config), overlooked=others)
    # MkDocs builds one language, as for a preview.
    default, more = every[:1], every[1:]
    if more:
        log.info(f"Only {default[0]} is built; `toolkit build` also builds {', '.join(more)}.")
    folder = Path(config.docs_dir)
    kept = kept_for(folder, Path(config.site_dir), None)
    return start_build(folder, as_of(), SiteLanguages(default, default), settings, kept=kept)


def on_files(files: Files, **_: Any) -> Files:
    """Keep our theme's own files; all others are generated."""
    return Files(
        [
            file
            for file in files
            if file.abs_src_path
            and THEME in Path(file.abs_src_path).parents
            and file.src_uri != COPY_DATE  # part of another script
        ]
    )


def on_serve(_server: object, **_: Any) -> None:
    """Say what can't work: the policy of the pages forbids the script that MkDocs adds."""
    log.info("Reload pages yourself, or use `toolkit serve`, which reloads them.")


def on_post_build(config: MkDocsConfig) -> None:
    """Write everything generated and, last, build.json; then replace the last site."""
    run, new = _under_way(), Path(config.site_dir)
    pages = write_site(run.build, new)
    # MkDocs aborts a strict build with warnings only after this event, which would be too late.
    if config.strict and run.warnings.get_counts():
        raise PluginError("The build has warnings, see above; the last good site is untouched.")
    write_manifest(run.build, new)
    remember(run.build, new, pages)
    require_place(run.final)  # again: somebody may have put something there meanwhile
    publish(new, run.final)
    run.build.shared.kept.finish()
    config.site_dir, config.docs_dir = str(run.final), str(run.build.folder)
    on_shutdown()


def on_build_error(error: Exception, **_: Any) -> None:
    """Leave nothing half-finished behind; say in our own words what people can fix.

    `toolkit build`, which has prepared the build, does so itself.
    """
    final = _run.final.name if _run is not None else ""
    on_shutdown()
    if PREPARED.get() is not None:
        return
    log.debug("The build failed:", exc_info=error)  # shown by --verbose
    try:
        with writing_to(final):
            raise fault_of_others(error) or error
    except ContentError as found:
        raise Abort(text.render_errors(found.problems, found.count)) from error
    except ToolkitError as found:
        raise Abort(shown_lines(f"error: {found.message}\nhint: {found.hint}")) from error


def on_shutdown() -> None:
    """Leave nothing half-finished behind, however the run ended."""
    global _run
    run, _run = _run, None
    if run is not None:
        logging.getLogger("mkdocs").removeHandler(run.warnings)
        run.new.remove()
