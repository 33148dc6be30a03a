"""The little that is read from Exif: a picture's orientation, and whether it reveals a place.

Exif is a TIFF file of tables (CIPA DC-008, section 4.6); other kinds of notes name their places.
"""

import re
import struct

_ORIENTATION, _GPS = 0x0112, 0x8825
_GPS_VERSION = 0x0000
_SHORT = 3
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
# XMP's names (also as ImageMagick writes them into PNG), and the sub-location and city of IPTC.
PLACE = re.compile(
    rb"GPS(?:Dest)?(?:Latitude|Longitude)|photoshop:City|CountryName|Location(?:Created|Shown)"
    rb"|Iptc4xmp(?:Core|Ext):(?:Location|Sublocation|City)|\x1c\x02[\x5a\x5c]"
)


def orientation(exif: bytes) -> int:
    """How the picture is rotated or mirrored, 2 to 8; 1 if it is upright or Exif doesn't say."""
    kind_and_value = _table(exif).get(_ORIENTATION)
    if kind_and_value is None or kind_and_value[0] != _SHORT:
        return 1
    (value,) = struct.unpack_from(f"{_order(exif)}H", kind_and_value[1])
    return value if 2 <= value <= 8 else 1


def has_position(exif: bytes) -> bool:
    """Whether Exif has more about a position than the version of its format."""
    pointer = _table(exif).get(_GPS)
    if pointer is None:
        return False
    (start,) = struct.unpack_from(f"{_order(exif)}I", pointer[1])
    # Other programs may be able to follow a table that can't be followed here.
    return start + 2 > len(exif) or bool(_table(exif, start).keys() - {_GPS_VERSION})


def is_bare(exif: bytes) -> bool:
    """Whether Exif is empty, or holds only the orientation."""
    return len(exif) <= len(only_orientation(1)) and _table(exif).keys() <= {_ORIENTATION}


def only_orientation(value: int) -> bytes:
    """Exif that holds the orientation and nothing else."""
    return struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, _ORIENTATION, _SHORT, 1, value, 0, 0)


def _order(exif: bytes) -> str:
    return _ORDERS.get(exif[:4], "")


def _table(exif: bytes, start: int | None = None) -> dict[int, tuple[int, bytes]]:
    """The type and four value bytes of a table's entries, by tag; by default the first table."""
    order = _order(exif)
    if not order or len(exif) < 8:
        return {}
    if start is None:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
    if start + 2 > len(exif):
        return {}
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    result: dict[int, tuple[int, bytes]] = {}
    for at in range(start + 2, min(start + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind = struct.unpack_from(f"{order}HH", exif, at)
        result.setdefault(tag, (kind, exif[at + 8 : at + 12]))
    return result
