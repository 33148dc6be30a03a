"""Styles and scripts of the site and of books, as text to put inline in a file."""

import base64
import hashlib
from importlib.resources import files


def own_file(name: str) -> str:
    """The text of one of the books' own files."""
    return own_bytes(name).decode()


def own_bytes(name: str) -> bytes:
    """The content of one of the books' own files."""
    return files("toolkit.editions").joinpath("assets", name).read_bytes()


def hashed(text: str) -> str:
    """The hash source that allows an inline style or script in a Content-Security-Policy."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
