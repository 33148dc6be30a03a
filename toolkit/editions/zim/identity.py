"""Replaces libzim's random identifiers with ones derived from the content.

An archive has three: its own, in its header, and one in each of its two Xapian indexes. The MD5 at
its end is computed again. libzim has no option for this, and without it nobody could reproduce a
copy to compare.
"""

import hashlib
import struct
import uuid

from toolkit.editions.zim.layout import COMPRESSION, UNCOMPRESSED, WIDE_OFFSETS, layout_of

_IDENTITY = 8  # its offset in the header

# A Xapian index of type "glass" begins with this name, two bytes for its version, and its UUID.
_XAPIAN = b"\x0f\x0dXapian Glass"
_XAPIAN_IDENTITY = len(_XAPIAN) + 2


def give_identity(data: bytearray, digest: bytes) -> None:
    """Give an archive identifiers derived from `digest`.

    Raises ValueError if its layout isn't that of libzim 3.13.
    """
    layout = layout_of(data)
    _put(data, _IDENTITY, digest, b"archive")
    for name, (cluster, blob) in layout.indexes.items():
        start = _blob(data, layout.clusters[cluster], blob)
        _put(data, start + _XAPIAN_IDENTITY, digest, name)
    content = memoryview(data)[: layout.checksum]
    checksum = hashlib.md5(content, usedforsecurity=False).digest()
    content.release()
    data[layout.checksum :] = checksum


def _put(data: bytearray, start: int, digest: bytes, name: bytes) -> None:
    made = hashlib.sha256(digest + name).digest()[:16]
    data[start : start + 16] = uuid.UUID(bytes=made, version=4).bytes


def _blob(data: bytearray, cluster: int, number: int) -> int:
    """The offset of a blob in an uncompressed cluster; indexes are read in place."""
    about = data[cluster]
    form = struct.Struct("<Q" if about & WIDE_OFFSETS else "<I")
    (offset,) = form.unpack_from(data, cluster + 1 + number * form.size)
    start: int = cluster + 1 + offset
    if about & COMPRESSION != UNCOMPRESSED or not data.startswith(_XAPIAN, start):
        raise ValueError("An index of the archive is not where it should be.")
    return start
