"""An image in PNG, JPEG or WebP without its notes. The picture itself is not coded anew."""

from dataclasses import dataclass

from toolkit.content.images import jpeg, png, webp
from toolkit.content.images.dimensions import largest_of
from toolkit.content.images.notes import DamagedImageError


@dataclass(frozen=True, slots=True)
class Stripped:
    """`data` is the image without its notes; `removed` names what was cut out, sorted, and is
    empty where nothing was; `tells_place` is whether that told a place. The picture is as wide and
    as high as `dimensions`.
    """

    data: bytes
    removed: tuple[str, ...]
    tells_place: bool
    dimensions: tuple[int, int]


def strip(data: bytes) -> Stripped:
    """Cut all notes out of an image: Exif, XMP, IPTC, comments, texts, times, previews.

    Colour profiles stay, and so does the word on which way up the picture is, where it isn't
    upright. Raises DamagedImageError where the bytes are no whole image of these formats.
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
    return Stripped(b"".join(parts.kept), removed, parts.tells_place, dimensions)
