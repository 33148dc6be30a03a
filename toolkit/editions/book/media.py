"""The images of bodies in a book."""

import base64
import html
import re
from collections.abc import Callable

from toolkit.editions.copy import Copy

# From the path of an image on the site to its address in the book, empty if it has none.
Media = Callable[[str], str]

# An image as written by `rewrite`.
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
    """The media type of an image by its file extension, empty if a book can't show it."""
    return TYPES.get(path.rpartition(".")[2].lower(), "")


def embedded(copy: Copy) -> Media:
    """Images embedded in the text, as `data:` URLs."""

    def address(path: str) -> str:
        kind, file = media_type(path), copy.site / path
        if not kind or not file.is_file():
            return ""
        return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"

    return address


def with_media(text: str, media: Media, missing: str) -> str:
    """HTML of a book, with the paths of images replaced by the addresses that `media` gives.

    Images without one are replaced by their alternative text and `missing`.
    """

    def shown(image: re.Match[str]) -> str:
        if address := media(html.unescape(image["path"])):
            return f'<img{image["before"]} src="{html.escape(address)}"{image["after"]}/>'
        words = _ALTERNATIVE.search(image["before"] + image["after"])
        note = " ".join(filter(None, (html.unescape(words[1]) if words else "", missing)))
        return f'<span class="missing">{html.escape(note, quote=False)}</span>'

    return _IMAGE.sub(shown, text)
