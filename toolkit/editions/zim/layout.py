"""How libzim 3.13 lays out an archive: https://wiki.openzim.org/wiki/ZIM_file_format.

First come the header and the clusters, which hold the files, then the entries, which name them,
the lists of all their offsets, and the MD5 of everything before it.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

INDEXES = (b"fulltext/xapian", b"title/xapian")
UNCOMPRESSED = 1
# Bits of a cluster's first byte: its compression, and whether its offsets are wide.
COMPRESSION = 0x0F
WIDE_OFFSETS = 0x10

_MAGIC = 0x044D495A
_HEADER = struct.Struct("<IHH16sIIQQQQIIQ")
_ENTRY = struct.Struct("<HBcIII")
_REDIRECT = 0xFFFF


@dataclass
class Layout:
    """Offsets: of each of the `entries` and `clusters`, of the lists of them, and of the MD5.

    `indexes` are the numbers of the cluster and blob of each Xapian index, by name.
    """

    entries: Sequence[int]
    clusters: Sequence[int]
    entry_list: int
    cluster_list: int
    checksum: int
    indexes: dict[bytes, tuple[int, int]]


def layout_of(data: bytearray) -> Layout:
    """The layout of an archive. Raises ValueError if it isn't that of libzim 3.13."""
    magic, _, _, _, count, clusters, paths, _, places, _, _, _, checksum = _HEADER.unpack_from(data)
    if magic != _MAGIC:
        raise ValueError("This is not a ZIM archive.")
    entries = struct.unpack_from(f"<{count}Q", data, paths)
    indexes = {}
    for place in entries:
        kind, _, space, _, cluster, blob = _ENTRY.unpack_from(data, place)
        name = bytes(data[place + _ENTRY.size : data.index(0, place + _ENTRY.size)])
        if kind != _REDIRECT and space == b"X" and name in INDEXES:
            indexes[name] = cluster, blob
    if sorted(indexes) != sorted(INDEXES):
        raise ValueError("The archive lacks one of its indexes.")
    starts = struct.unpack_from(f"<{clusters}Q", data, places)
    order = (*starts, min(entries), paths, places, checksum)
    if list(order) != sorted(order):
        raise ValueError("The archive is laid out in another order.")
    return Layout(entries, starts, paths, places, checksum, indexes)


def write_layout(data: bytearray, layout: Layout) -> None:
    """Write the new offsets into an archive."""
    header = list(_HEADER.unpack_from(data))
    header[6], header[8], header[12] = layout.entry_list, layout.cluster_list, layout.checksum
    _HEADER.pack_into(data, 0, *header)
    struct.pack_into(f"<{len(layout.entries)}Q", data, layout.entry_list, *layout.entries)
    struct.pack_into(f"<{len(layout.clusters)}Q", data, layout.cluster_list, *layout.clusters)
