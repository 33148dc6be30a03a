"""JPEG as a series of segments (ITU-T T.81, annex B): all that the picture needs, and no more."""

import re

from toolkit.content.images.notes import DamagedImageError, Parts

SIGNATURE = b"\xff\xd8\xff"

_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP2, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
# Tables, frames and scans; 0xD8, the start of an image, can't occur inside one.
_PICTURE = {*range(0xC0, 0xD0), *range(0xDA, 0xE0)}
# The end of the encoded picture: a marker that is neither a stuffed byte nor a restart.
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_EXIF = re.compile(rb"Exif\0[\0\xff]")
_JFIF, _PROFILE, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_SIZE, _ADOBE_SIZE = 14, 12


def go_through(data: bytes) -> Parts:
    """The parts of a JPEG; raises DamagedImageError if it is incomplete."""
    parts = Parts([data[:2]])
    position, scans = 2, 0
    while True:
        marker, position = _next_marker(data, position)
        if marker == _END and scans:
            parts.keep(b"\xff\xd9")
            parts.end(data[position:])
            return parts
        if marker in _WITHOUT_LENGTH:
            parts.keep(bytes((0xFF, marker)))
            continue
        content, position = _content(data, position)
        if marker in _PICTURE:
            parts.keep(_segment(marker, content))
        elif _APP0 <= marker <= _APP15 or marker == _COMMENT:
            _application(parts, marker, content)
        else:
            raise DamagedImageError
        if marker == _SCAN:
            scans += 1
            end = _MARKER.search(data, position)
            if end is None:
                raise DamagedImageError
            parts.keep(data[position : end.start()])
            position = end.start()


def _next_marker(data: bytes, position: int) -> tuple[int, int]:
    start = position
    while data[position : position + 1] == b"\xff":
        position += 1
    if position == start or position >= len(data):
        raise DamagedImageError
    return data[position], position + 1


def _content(data: bytes, position: int) -> tuple[bytes, int]:
    length = int.from_bytes(data[position : position + 2], "big")
    if length < 2 or position + length > len(data):
        raise DamagedImageError
    return data[position + 2 : position + length], position + length


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def _application(parts: Parts, marker: int, content: bytes) -> None:
    """Of what programs add, keep colour profiles, what decoding needs, and the orientation."""
    exif = _EXIF.match(content) if marker == _APP1 else None
    if exif:
        if stays := parts.reduced(content[exif.end() :]):
            parts.keep(_segment(_APP1, b"Exif\0\0" + stays))
    elif marker == _APP0 and content.startswith(_JFIF) and len(content) >= _JFIF_SIZE:
        bare = content[: _JFIF_SIZE - 2] + b"\0\0"
        if content != bare:
            parts.remove("a preview", content)
        parts.keep(_segment(_APP0, bare))
    elif marker == _APP2 and content.startswith(_PROFILE):
        parts.keep(_segment(_APP2, content))
    elif marker == _APP14 and content.startswith(_ADOBE):
        if len(content) > _ADOBE_SIZE:
            parts.remove("other program data", content[_ADOBE_SIZE:])
        parts.keep(_segment(_APP14, content[:_ADOBE_SIZE]))
    else:
        parts.remove(_name(marker, content), content)


def _name(marker: int, content: bytes) -> str:
    if marker == _COMMENT:
        return "comments"
    if marker == _APP13:
        return "captions (IPTC)"
    if marker == _APP1 and b"ns.adobe.com/" in content[:40]:
        return "program data (XMP)"
    return "a preview" if marker == _APP0 else "other program data"
