"""MkDocs' events, each a short call into `toolkit`: check, make pages, publish when complete."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

from toolkit.clock import as_of
from toolkit.pipeline import Build, ContentError, start_build
from toolkit.problems import ToolkitError
from toolkit.publishing import NewFolder, folder_beside, publish
from toolkit.reports import text
from toolkit.site.publication import publication_of
from toolkit.site.writing import Writing

log = get_plugin_logger(__name__)


class _Run:
    """What one run carries from event to event."""

    started: Build | None = None
    final: Path
    new: NewFolder | None = None
    warnings = CountHandler(level=logging.WARNING)
    writing: Writing | None = None


def _build() -> Build:
    if _Run.started is None:
        raise PluginError("The hook on_config did not run.")
    return _Run.started


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content before anything is written; build beside the last good site."""
    on_shutdown()
    try:
        _Run.started = config.extra.pop("prepared", None) or _start(config)
        _Run.final = Path(config.site_dir)
        _Run.new = folder_beside(_Run.final)
    except ContentError as error:
        raise Abort(text.render(error.checked.problems, error.checked.count)) from error
    except ToolkitError as error:
        raise Abort(f"error: {error.message}\nhint: {error.hint}") from error
    log.info(_build().summary)
    _Run.warnings = CountHandler(level=logging.WARNING)
    logging.getLogger("mkdocs").addHandler(_Run.warnings)
    config.site_dir = str(_Run.new.path)
    config.theme.static_templates.clear()
    return config


def _start(config: MkDocsConfig) -> Build:
    publication = publication_of(config.extra, config.site_url, config.repo_url, config.edit_uri)
    return start_build(Path(config.docs_dir), as_of(), config.extra["language"], publication)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep the theme's own files, and the media without their notes; all pages are made."""
    own = Path(str(config.theme.custom_dir))
    media = _build().media()
    stripped = _build().stripped_images(media)
    return Files(
        File.generated(config, file.src_uri, content=stripped[file.src_uri])
        if file.src_uri in stripped
        else file
        for file in files
        if file.src_uri in media or (file.abs_src_path and own in Path(file.abs_src_path).parents)
    )


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
    """Write the pages; MkDocs itself has none to make."""
    _Run.writing = _build().write_pages(Path(config.site_dir))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Add data, search and build.json, and put the complete site in the place of the last."""
    new = Path(config.site_dir)
    if _Run.writing is not None:
        _Run.writing.finish()
    build = _build()
    for path, content in (build.data_files() | build.search_files() | build.host_files()).items():
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    build.copy_downloads(new)
    # MkDocs ends a strict build with warnings only after this event, when it would be too late.
    if config.strict and _Run.warnings.get_counts():
        raise PluginError("The build has warnings, see above; the last good site is untouched.")
    (new / "build.json").write_bytes(_build().manifest())
    publish(new, _Run.final)
    config.site_dir = str(_Run.final)
    _Run.started = _Run.writing = None  # while it is served, nothing of it is needed


def on_build_error(**_: Any) -> None:
    """Leave nothing half-made behind."""
    on_shutdown()


def on_shutdown() -> None:
    """Leave nothing half-made behind, however the run ended."""
    for at_work in (_Run.started, _Run.writing):
        if at_work is not None:
            at_work.stop()
    logging.getLogger("mkdocs").removeHandler(_Run.warnings)
    if _Run.new is not None:
        _Run.new.remove()
    _Run.new = None
