"""Puts identifiers made from the content in the place of those that libzim draws by lot.

An archive has three: its own, in its header, and one in each of its two Xapian indexes. The MD5 at
its end is taken anew. The layout is that of https://wiki.openzim.org/wiki/ZIM_file_format. This is
here because libzim has no option for them, and without it no copy could be made again to compare.
"""

from __future__ import annotations

import hashlib
import struct
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_MAGIC: Final = 0x044D495A
_HEADER: Final = struct.Struct("<IHH16sIIQQQQIIQ")
_IDENTITY: Final = 8  # where it stands in the header

_ENTRY: Final = struct.Struct("<HBcIII")
_REDIRECT: Final = 0xFFFF
_INDEXES: Final = (b"fulltext/xapian", b"title/xapian")

_COMPRESSION: Final = 0x0F
_UNCOMPRESSED: Final = 1
_WIDE_OFFSETS: Final = 0x10

# A Xapian index of the kind "glass" begins with this name, two bytes for its version, and its UUID.
_XAPIAN: Final = b"\x0f\x0dXapian Glass"
_XAPIAN_IDENTITY: Final = len(_XAPIAN) + 2


def give_identity(path: Path, digest: bytes) -> None:
    """Give the archive at `path` identifiers that follow from `digest`.

    Raises ValueError where the file is not laid out as libzim 3.13 does it.
    """
    data = bytearray(path.read_bytes())
    _put(data, _IDENTITY, digest, b"archive")
    for name, start in _indexes(data):
        _put(data, start + _XAPIAN_IDENTITY, digest, name)
    checksum = _HEADER.unpack_from(data)[-1]
    data[checksum:] = hashlib.md5(data[:checksum], usedforsecurity=False).digest()
    path.write_bytes(data)


def _put(data: bytearray, start: int, digest: bytes, name: bytes) -> None:
    made = hashlib.sha256(digest + name).digest()[:16]
    data[start : start + 16] = uuid.UUID(bytes=made, version=4).bytes


def _indexes(data: bytearray) -> Iterator[tuple[bytes, int]]:
    """The name of each Xapian index, and where its bytes begin."""
    magic, _, _, _, entries, _, paths, _, clusters, *_ = _HEADER.unpack_from(data)
    if magic != _MAGIC:
        raise ValueError("This is not a ZIM archive.")
    found = []
    for place in struct.unpack_from(f"<{entries}Q", data, paths):
        kind, _, space, _, cluster, blob = _ENTRY.unpack_from(data, place)
        name = bytes(data[place + _ENTRY.size : data.index(0, place + _ENTRY.size)])
        if kind != _REDIRECT and space == b"X" and name in _INDEXES:
            (start,) = struct.unpack_from("<Q", data, clusters + 8 * cluster)
            found.append((name, _blob(data, start, blob)))
    if sorted(name for name, _ in found) != sorted(_INDEXES):
        raise ValueError("The archive lacks one of its indexes.")
    yield from found


def _blob(data: bytearray, cluster: int, number: int) -> int:
    """Where a blob of an uncompressed cluster begins: indexes are read in place."""
    about = data[cluster]
    form = struct.Struct("<Q" if about & _WIDE_OFFSETS else "<I")
    (offset,) = form.unpack_from(data, cluster + 1 + number * form.size)
    start: int = cluster + 1 + offset
    if about & _COMPRESSION != _UNCOMPRESSED or not data.startswith(_XAPIAN, start):
        raise ValueError("An index of the archive is not where it should be.")
    return start
