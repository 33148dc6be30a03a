"""The images of bodies in a book."""

import base64
import html
import re
from collections.abc import Callable

from toolkit.editions.copy import Copy

# From the path of an image on the site to the address that the book writes, empty for none.
Media = Callable[[str], str]

# As books write it.
_IMAGE = re.compile(
    r'<img(?P<before>(?: [\w-]+="[^"]*")*?) src="(?P<path>[^"]*)"(?P<after>(?: [\w-]+="[^"]*")*)/>'
)
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')

TYPES = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


def media_type(path: str) -> str:
    """The media type of an image by the ending of its name, empty for what a book can't show."""
    return TYPES.get(path.rpartition(".")[2].lower(), "")


def embedded(copy: Copy) -> Media:
    """Images written into the text itself, as `data:` addresses."""

    def address(path: str) -> str:
        kind, file = media_type(path), copy.site / path
        if not kind or not file.is_file():
            return ""
        return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"

    return address


def with_media(text: str, media: Media, missing: str) -> str:
    """HTML of a book that names images by their paths, with the addresses that `media` gives.

    In the place of those without one stand their words, and `missing`.
    """

    def shown(image: re.Match[str]) -> str:
        address = media(html.unescape(image["path"]))
        if address:
            return f'<img{image["before"]} src="{html.escape(address)}"{image["after"]}/>'
        words = _ALTERNATIVE.search(image["before"] + image["after"])
        note = " ".join(filter(None, (html.unescape(words[1]) if words else "", f"({missing})")))
        return f'<span class="missing">{html.escape(note, quote=False)}</span>'

    return _IMAGE.sub(shown, text)
