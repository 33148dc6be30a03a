"""The formats of editions: each is a module and a line here."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from toolkit.editions.copy import Copy
from toolkit.problems import ToolkitError
from toolkit.site.environment import compiled_templates_kept


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its file extension, its module, and the modules it needs from the extra.

    The module's function `make` writes a copy to a path; every byte is determined by the copy. It
    returns nothing, or a warning.
    """

    name: str
    module: str
    needs: tuple[str, ...] = ()

    def make(self, copy: Copy, target: Path) -> str:
        """Write a copy to `target`; returns a warning, or an empty text.

        Raises ToolkitError if a library can't be used or the copy can't be made.
        """
        make = self.load()
        with compiled_templates_kept(copy.store, f"templates-{self.name}"):
            return make(copy, target) or ""

    def load(self) -> Callable[[Copy, Path], str | None]:
        """The function `make` of its module; processes started later needn't load that again.

        Raises ToolkitError if a library that the format needs is missing or broken.
        """
        for module in self.needs:
            library = module.partition(".")[0]
            needed = f"The format {self.name} needs the library {library}, which is "
            try:
                importlib.import_module(module)
            except Exception as error:  # a broken library may raise anything
                name = error.name if isinstance(error, ModuleNotFoundError) else None
                if name and name.partition(".")[0] == library:
                    raise ToolkitError(
                        f"{needed}not installed.",
                        "run `make setup-editions`.",
                    ) from error
                reason = " ".join(str(error).split()) or type(error).__name__
                raise ToolkitError(
                    f"{needed}installed but can't be loaded: {reason.removesuffix('.')}.",
                    f"install the library again: pip install --force-reinstall {library}.",
                ) from error
        own = importlib.import_module(f"toolkit.editions.{self.module}")
        return cast("Callable[[Copy, Path], str | None]", own.make)


FORMATS = {
    one.name: one
    for one in (
        Format("zip", "site_zip.make"),
        Format("html", "one_html"),
        Format("epub", "epub.make"),
        Format("pdf", "pdf", ("typst", "pikepdf")),
        Format("zim", "zim.make", ("libzim.writer",)),
    )
}
