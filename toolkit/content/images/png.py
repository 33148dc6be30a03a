"""PNG as a series of chunks (W3C, PNG, third edition): all that the picture needs, and no more."""

import zlib
from collections.abc import Iterator

from toolkit.content.images.notes import DamagedImageError, Parts

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_FIRST, _PICTURE, _LAST = b"IHDR", b"IDAT", b"IEND"
# The picture, its colours, its size in print, and the frames of an animation.
_KEPT = frozenset(
    (
        *(_FIRST, b"PLTE", _PICTURE, _LAST, b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB"),
        *(b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi", b"bKGD", b"hIST", b"sPLT", b"pHYs"),
        *(b"acTL", b"fcTL", b"fdAT"),
    )
)
_NAMES = {
    **dict.fromkeys((b"tEXt", b"zTXt", b"iTXt"), "texts"),
    b"tIME": "the time of the last change",
}
_XMP = b"XML:com.adobe.xmp"
_XMP_NAME, _OTHER = "program data (XMP)", "other program data"


def go_through(data: bytes) -> Parts:
    """The parts of a PNG; raises DamagedImageError if it is incomplete."""
    parts = Parts([data[: len(SIGNATURE)]])
    kinds: set[bytes] = set()
    position = len(SIGNATURE)
    for kind, content, position in _chunks(data):
        if not kinds and kind != _FIRST:
            raise DamagedImageError
        kinds.add(kind)
        if kind in _KEPT:
            parts.keep(data[position - len(content) - 12 : position])
        elif kind == b"eXIf":
            if stays := parts.reduced(content):
                parts.keep(_chunk(kind, stays))
        elif kind[:1].isupper():  # a critical chunk that no viewer knows
            raise DamagedImageError
        else:
            is_xmp = content.startswith(_XMP)
            parts.remove(_XMP_NAME if is_xmp else _NAMES.get(kind, _OTHER), content)
    if not {_PICTURE, _LAST} <= kinds:
        raise DamagedImageError
    parts.end(data[position:])
    return parts


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """The kind, the content and the end of each chunk, up to the last one."""
    position = len(SIGNATURE)
    kind = b""
    while kind != _LAST:
        length = int.from_bytes(data[position : position + 4], "big")
        kind = data[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(data) or not kind.isalpha():
            raise DamagedImageError
        yield kind, data[position + 8 : end - 4], end
        position = end


def _chunk(kind: bytes, content: bytes) -> bytes:
    size, check = len(content), zlib.crc32(kind + content)
    return size.to_bytes(4, "big") + kind + content + check.to_bytes(4, "big")
