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


class Writing:
    """Pages being written below a folder: every second one beside, the others here, at once.

    `missing` mends the links of a copy that leaves pages out.
    """

    def __init__(
        self,
        environment: Environment,
        pages: Sequence[Page],
        folder: Path,
        missing: MissingLinks | None = None,
    ) -> None:
        for name in sorted({page.template for page in pages}):
            environment.get_template(name)
        for parent in sorted({(folder / page.path).parent for page in pages}):
            parent.mkdir(parents=True, exist_ok=True)
        step = 2 if len(pages) >= _WORTH_SHARING else 1
        self._worker = None
        if step == 2:
            self._worker = Worker(lambda: _write(environment, pages[1::2], folder, missing))
        try:
            _write(environment, pages[::step], folder, missing)
        except BaseException:
            # Nobody holds this yet, and nobody else may write where things are being cleared away.
            self.stop()
            raise

    def finish(self) -> None:
        """Wait until all pages are written."""
        if self._worker is not None:
            self._worker.result()

    def stop(self) -> None:
        """Give up what is still at work."""
        if self._worker is not None:
            self._worker.stop()


def _write(
    environment: Environment, pages: Sequence[Page], folder: Path, missing: MissingLinks | None
) -> None:
    for page in pages:
        html = render(environment, page)
        if missing is not None:
            html = missing.rewrite(page, html)
        (folder / f"{page.path}.html").write_bytes(html.encode())
