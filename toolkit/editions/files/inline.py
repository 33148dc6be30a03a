"""Styles and scripts of the site and of books, as text to stand in a file."""

import base64
import hashlib
import re
from importlib.resources import files

from toolkit.problems import ToolkitError

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def site_file(name: str) -> str:
    """The text of a file of the site's theme: `assets/style.css`."""
    return files("toolkit.site").joinpath("theme", name).read_text(encoding="utf-8")


def own_file(name: str) -> str:
    """The text of a file that books bring themselves."""
    return own_bytes(name).decode()


def own_bytes(name: str) -> bytes:
    """The content of a file that books bring themselves."""
    return files("toolkit.editions").joinpath("assets", name).read_bytes()


def inlined(style: str) -> str:
    """A style or script without comments between `/*` and `*/` and without indents."""
    lines = (line.strip() for line in _COMMENT.sub("", style).splitlines())
    return "\n".join(filter(None, lines))


def colours(style: str) -> str:
    """The first rule of the site's style, which names its colours; those of the light theme.

    Raises ToolkitError where there is none.
    """
    found = re.search(r":root \{.*?\n\}", style, re.DOTALL)
    if found is None:
        raise ToolkitError("The style sheet of the site has no colours.", "check assets/style.css.")
    return found[0]


def hashed(text: str) -> str:
    """What a Content-Security-Policy says of an inline style or script."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
