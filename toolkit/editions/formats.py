"""The formats of editions: a module and a line here each."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, cast

from toolkit.editions.copy import Copy
from toolkit.problems import ToolkitError

EXTRA: Final = "editions"


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its ending, the module that makes it, and the library that it needs, if any.

    The function `make` of the module writes a copy to a path: every byte follows from the copy.
    """

    name: str
    module: str
    library: str = ""

    def make(self, copy: Copy, target: Path) -> None:
        """Write a copy to `target`.

        Raises ToolkitError where the library is not installed, or the copy can't be made.
        """
        self.require()
        module = importlib.import_module(f"toolkit.editions.{self.module}")
        cast("Callable[[Copy, Path], None]", module.make)(copy, target)

    def require(self) -> None:
        """Raise ToolkitError where the library of the format is not installed."""
        if not self.library:
            return
        try:
            version(self.library)
        except PackageNotFoundError as error:
            raise ToolkitError(
                f"The format {self.name} needs the library {self.library}, which is not installed.",
                f"run `make setup-editions`, or install the extra: pip install 'toolkit[{EXTRA}]'.",
            ) from error


FORMATS: Final = {
    one.name: one
    for one in (
        Format("zip", "site_zip.make"),
        Format("html", "one_html"),
        Format("epub", "epub.make", "EbookLib"),
        Format("pdf", "pdf", "weasyprint"),
        Format("zim", "zim.make", "libzim"),
    )
}
