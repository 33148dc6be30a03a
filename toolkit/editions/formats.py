"""The formats of editions: a module and a line here each."""

from __future__ import annotations

import contextlib
import importlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from toolkit.editions.copy import Copy
from toolkit.problems import ToolkitError

EXTRA: Final = "editions"


@dataclass(frozen=True, slots=True)
class Library:
    """A library of the extra: its name, the module to import, and what it needs of the system."""

    name: str
    module: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its ending, the module that makes it, and the library that it needs, if any.

    The function `make` of the module writes a copy to a path: every byte follows from the copy.
    """

    name: str
    module: str
    library: Library | None = None

    def make(self, copy: Copy, target: Path) -> None:
        """Write a copy to `target`.

        Raises ToolkitError where the library can't be used, or the copy can't be made.
        """
        self.require()
        module = importlib.import_module(f"toolkit.editions.{self.module}")
        cast("Callable[[Copy, Path], None]", module.make)(copy, target)

    def require(self) -> None:
        """Raise ToolkitError where the library of the format is not installed, or broken."""
        if self.library is None:
            return
        library = self.library
        try:
            # WeasyPrint prints advice of its own where it can't be loaded.
            with contextlib.redirect_stdout(io.StringIO()):
                importlib.import_module(library.module)
        except Exception as error:  # a broken library may raise anything
            if isinstance(error, ModuleNotFoundError) and _is_of(library, error.name):
                raise ToolkitError(
                    f"The format {self.name} needs the library {library.name}, which is not "
                    "installed.",
                    "run `make setup-editions`, or install the extra: "
                    f"pip install 'toolkit[{EXTRA}]'.",
                ) from error
            reason = " ".join(str(error).split()) or type(error).__name__
            raise ToolkitError(
                f"The format {self.name} needs the library {library.name}, which is installed but "
                f"can't be loaded: {reason.removesuffix('.')}.",
                f"{library.needs}install the library again: "
                f"pip install --force-reinstall {library.name}.",
            ) from error


def _is_of(library: Library, module: str | None) -> bool:
    return module is not None and module.partition(".")[0] == library.module.partition(".")[0]


_PANGO: Final = (
    "install Pango, which it sets text with (on Debian the packages libpango-1.0-0 and "
    "libpangoft2-1.0-0); if that is there, "
)
FORMATS: Final = {
    one.name: one
    for one in (
        Format("zip", "site_zip.make"),
        Format("html", "one_html"),
        Format("epub", "epub.make"),
        Format("pdf", "pdf", Library("weasyprint", "weasyprint", _PANGO)),
        Format("zim", "zim.make", Library("libzim", "libzim.writer")),
    )
}
