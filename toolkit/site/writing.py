"""Writes pages with their templates, in two processes where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from toolkit.pages.page import Page
from toolkit.site.environment import render
from toolkit.site.missing_links import MissingLinks
from toolkit.worker import Worker

# Below this many pages, starting a second process costs more than it saves.
_WORTH_SHARING = 200


def write_pages(
    environment: Environment,
    pages: Sequence[Page],
    folder: Path,
    missing: MissingLinks | None = None,
    *,
    beside: bool = True,
) -> None:
    """Write pages below a folder, every second one `beside` where there are many.

    `missing` rewrites the links of a copy that leaves pages out.
    """
    for name in sorted({page.template for page in pages}):
        environment.get_template(name)
    for parent in sorted({(folder / page.path).parent for page in pages}):
        parent.mkdir(parents=True, exist_ok=True)
    if len(pages) < _WORTH_SHARING or not beside:
        _write(environment, pages, folder, missing)
        return
    worker = Worker(lambda: _write(environment, pages[1::2], folder, missing))
    try:
        _write(environment, pages[::2], folder, missing)
        worker.result()
    finally:
        # Nobody else may write where things are being cleared away.
        worker.stop()


def _write(
    environment: Environment, pages: Sequence[Page], folder: Path, missing: MissingLinks | None
) -> None:
    for page in pages:
        html = render(environment, page)
        if missing is not None:
            html = missing.rewrite(page, html)
        (folder / f"{page.path}.html").write_bytes(html.encode())
