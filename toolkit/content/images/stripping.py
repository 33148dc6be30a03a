"""A PNG, JPEG or WebP image without its notes. The picture itself is not re-encoded."""

from dataclasses import dataclass

from toolkit.content.images import jpeg, png, webp
from toolkit.content.images.dimensions import largest_of
from toolkit.content.images.notes import DamagedImageError


@dataclass(frozen=True, slots=True)
class Stripped:
    """An image without its notes, as `data`, and what was cut out.

    `removed` names that, sorted; `has_position` is whether it revealed a place. `dimensions` are
    the width and height of the picture.
    """

    data: bytes
    removed: tuple[str, ...]
    has_position: bool
    dimensions: tuple[int, int]


def strip(data: bytes) -> Stripped:
    """Cut all notes out of an image: Exif, XMP, IPTC, comments, texts, times, previews.

    Colour profiles stay, and so does the orientation if the picture isn't upright. Raises
    DamagedImageError if the bytes aren't a complete image in one of these formats.
    """
    if data.startswith(jpeg.SIGNATURE):
        parts = jpeg.go_through(data)
    elif data.startswith(png.SIGNATURE):
        parts = png.go_through(data)
    elif webp.is_webp(data):
        parts = webp.go_through(data)
    else:
        raise DamagedImageError
    dimensions = largest_of(parts.kept)
    if not parts.removed:
        return Stripped(data, (), False, dimensions)
    removed = tuple(sorted(parts.removed))
    return Stripped(b"".join(parts.kept), removed, parts.has_position, dimensions)
