"""The images of an EPUB: those in formats that every reading system shows."""

import hashlib
from pathlib import PurePosixPath

from toolkit.editions.copy import Copy

_ENDINGS = {".gif": ".gif", ".jpeg": ".jpg", ".jpg": ".jpg", ".png": ".png"}


class Pictures:
    """Collects the images that a book's text uses; `files` are their files by name."""

    def __init__(self, copy: Copy) -> None:
        self._site = copy.site
        self.files: dict[str, bytes] = {}

    def address(self, path: str) -> str:
        """The name in the EPUB of an image of the site; empty if the EPUB can't show it."""
        ending, file = PurePosixPath(path).suffix.lower(), self._site / path
        if ending not in _ENDINGS or not file.is_file():
            return ""
        data = file.read_bytes()
        # Whatever the image is called and however deep its folder is, this name is short and safe.
        name = f"images/{hashlib.sha256(data).hexdigest()[:16]}{_ENDINGS[ending]}"
        self.files[name] = data
        return name
