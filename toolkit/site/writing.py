"""Writes pages with their templates, in two processes where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from toolkit.beside import Beside
from toolkit.pages.page import Page
from toolkit.site.absent import Absent
from toolkit.site.environment import page_context

# Below this many pages, starting a second process costs more than it saves.
_WORTH_SHARING = 200


class Writing:
    """Pages being written below a folder: every second one beside, the others here, at once.

    `absent` mends the links of a copy that leaves pages out.
    """

    def __init__(
        self,
        environment: Environment,
        pages: Sequence[Page],
        folder: Path,
        absent: Absent | None = None,
    ) -> None:
        for name in sorted({page.template for page in pages}):
            environment.get_template(name)
        for parent in sorted({(folder / page.path).parent for page in pages}):
            parent.mkdir(parents=True, exist_ok=True)
        step = 2 if len(pages) >= _WORTH_SHARING else 1
        self._beside = None
        if step == 2:
            self._beside = Beside(lambda: _write(environment, pages[1::2], folder, absent))
        try:
            _write(environment, pages[::step], folder, absent)
        except BaseException:
            # Nobody holds this yet, and nobody else may write where things are being cleared away.
            self.stop()
            raise

    def finish(self) -> None:
        """Wait until all pages are written."""
        if self._beside is not None:
            self._beside.result()

    def stop(self) -> None:
        """Give up what is still at work."""
        if self._beside is not None:
            self._beside.stop()


def _write(
    environment: Environment, pages: Sequence[Page], folder: Path, absent: Absent | None
) -> None:
    for page in pages:
        html = environment.get_template(page.template).render(page_context(page))
        if absent is not None:
            html = absent.rewrite(page, html)
        (folder / f"{page.path}.html").write_bytes(html.encode())
