"""WebP as a series of RIFF chunks (RFC 9649): all that the picture needs, and no more."""

from collections.abc import Iterator

from toolkit.content.images.notes import DamagedImageError, Parts

_HEAD = 12
_EXTENDED, _FRAME, _EXIF, _XMP = b"VP8X", b"ANMF", b"EXIF", b"XMP "
_PICTURES = frozenset((b"VP8 ", b"VP8L", _FRAME))
_KEPT = _PICTURES | {_EXTENDED, b"ALPH", b"ANIM", b"ICCP"}
_FRAME_HEAD = 16
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def is_webp(data: bytes) -> bool:
    """Whether a file begins like WebP."""
    return data[:4] == b"RIFF" and data[8:_HEAD] == b"WEBP"


def go_through(data: bytes) -> Parts:
    """The parts of a WebP; raises DamagedImageError if it is incomplete."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise DamagedImageError
    parts = Parts()
    kinds = _take(parts, data[_HEAD:end])
    if not kinds & _PICTURES:
        raise DamagedImageError
    parts.end(data[end + end % 2 :])
    if parts.kept[0][:4] == _EXTENDED:
        parts.kept[0] = _with_flags(parts.kept[0], has_exif=_EXIF in kinds)
    size = 4 + sum(map(len, parts.kept))
    parts.kept.insert(0, b"RIFF" + size.to_bytes(4, "little") + b"WEBP")
    return parts


def _take(parts: Parts, data: bytes, *, in_frame: bool = False) -> set[bytes]:
    """Add the chunks that stay to `parts`; returns their kinds."""
    kinds: set[bytes] = set()
    for kind, content in _chunks(data):
        stays = content
        if kind == _EXIF:
            stays = parts.reduced(content.removeprefix(b"Exif\0\0"))
        elif kind == _FRAME:
            if in_frame:  # a frame holds a picture, never another frame
                raise DamagedImageError
            inside = Parts()
            _take(inside, content[_FRAME_HEAD:], in_frame=True)
            stays = content[:_FRAME_HEAD] + b"".join(inside.kept)
            parts.removed |= inside.removed
            parts.has_position = parts.has_position or inside.has_position
        elif kind not in _KEPT:
            is_xmp = kind == _XMP
            parts.remove("program data (XMP)" if is_xmp else "other program data", content)
            continue
        if stays:
            kinds.add(kind)
            parts.keep(_chunk(kind, stays))
    return kinds


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 0
    while position < len(data):
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        end = position + 8 + size
        if position + 8 > len(data) or end > len(data):
            raise DamagedImageError
        yield data[position : position + 4], data[position + 8 : end]
        position = end + end % 2  # chunks begin at even offsets


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)


def _with_flags(extended: bytes, *, has_exif: bool) -> bytes:
    flags = extended[8] & ~_HAS_XMP & ~_HAS_EXIF | (_HAS_EXIF if has_exif else 0)
    return extended[:8] + bytes((flags,)) + extended[9:]
