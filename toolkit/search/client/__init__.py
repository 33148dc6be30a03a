"""The scripts of the search: written as small modules, each script shipped as one file."""

from functools import cache
from pathlib import Path

from toolkit.minified import script_of

FOLDER = "assets/search"

# The format of the index files; readers of the index compare it.
FORMAT = "11"

# The modules of each script that a page loads, in order.
SCRIPTS = {
    "assets/search/engine.js": (
        *("words", "store", "lexicon", "query", "names", "guess", "scores", "bonuses"),
        *("credits", "find", "facets", "excerpt", "loading"),
    ),
    "assets/search/page.js": (
        *("elements", "filters", "memory", "take", "results", "suggestions", "page"),
    ),
    "assets/search/browse.js": ("elements", "filters", "take", "browse"),
}

_HERE = Path(__file__).parent


@cache
def client_scripts() -> dict[str, bytes]:
    """The scripts by path on the site."""
    return {path: _joined(modules) for path, modules in SCRIPTS.items()}


def _joined(modules: tuple[str, ...]) -> bytes:
    texts = ((_HERE / f"{module}.js").read_text(encoding="utf-8") for module in modules)
    return script_of(texts).encode()
