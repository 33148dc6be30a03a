"""The scripts of the search: written in small modules, shipped as one file each."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from toolkit.problems import ToolkitError

# The modules of each script that a page loads, in their order.
SCRIPTS: Final = {
    "assets/search/engine.js": (
        *("words", "store", "query", "guess", "find"),
        *("facets", "excerpt", "loading"),
    ),
    "assets/search/page.js": ("elements", "filters", "results", "suggestions", "page"),
    "assets/search/browse.js": ("elements", "filters", "csv", "browse"),
}

_LUNR = "contrib/search/templates/search/lunr.js"
_HERE = Path(__file__).parent


@cache
def client_scripts() -> dict[str, bytes]:
    """The scripts by their paths on the site, lunr.js among them."""
    return {
        "assets/search/lunr.js": lunr_script(),
        **{path: _joined(modules) for path, modules in SCRIPTS.items()},
    }


def lunr_script() -> bytes:
    """lunr.js, with its licence, as it comes with MkDocs."""
    spec = find_spec("mkdocs")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / _LUNR
        if path.is_file():
            return path.read_bytes()
    raise ToolkitError(
        "The installed MkDocs has no lunr.js, which search needs.",
        "install the versions of requirements.txt.",
    )


def _joined(modules: tuple[str, ...]) -> bytes:
    """Modules in one function of their own, so that none of their names is seen outside."""
    texts = [(_HERE / f"{module}.js").read_text(encoding="utf-8") for module in modules]
    return f'(function () {{\n"use strict";\n\n{"".join(texts)}}})();\n'.encode()
