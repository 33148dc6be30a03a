"""How many pixels a picture has: a device needs memory for each, however small the file."""

from collections.abc import Iterable

# A phone's photographs have 12 million pixels; each takes four bytes on screen.
MOST_PIXELS = 25_000_000

# Markers that start a picture (T.81, table B.1); C4, C8 and CC mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def largest_of(parts: Iterable[bytes]) -> tuple[int, int]:
    """Width and height of the largest picture among the parts of a PNG, JPEG or WebP."""
    return max(map(_dimensions, parts), key=lambda one: one[0] * one[1], default=(0, 0))


def _dimensions(part: bytes) -> tuple[int, int]:
    """The width and height given in a part, zeros if it gives none."""
    kind, content = part[:4], part[8:]
    if part[4:8] == b"IHDR":
        return int.from_bytes(part[8:12], "big"), int.from_bytes(part[12:16], "big")
    if kind == b"VP8X":
        return 1 + _little(content[4:7]), 1 + _little(content[7:10])
    if kind == b"VP8L":
        bits = _little(content[1:5])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        return _little(content[6:8]) & 0x3FFF, _little(content[8:10]) & 0x3FFF
    if part[:1] == b"\xff" and part[1] in _FRAMES:
        return int.from_bytes(part[7:9], "big"), int.from_bytes(part[5:7], "big")
    return 0, 0


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
