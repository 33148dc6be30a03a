"""Reads a zip file as strictly as `write_zip` writes it, accounting for every byte.

A zip can hide things that its list of files doesn't show: bytes before, between and after its
files, or file headers that differ from the list and that some programs unpack by. `zipfile` ignores
all that, so what it reads is compared with what it would have written.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO
from zipfile import ZipInfo

from toolkit.editions.files.manifest import FileSum, sum_of
from toolkit.editions.files.names import LONGEST_PATH, fault_of, shown
from toolkit.editions.files.zips import MOST_BYTES, MOST_FILES, deflated, new_member

_BEGINNING, _LISTED, _LAST = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END = struct.Struct("<4s4H2LH")
_HEADER = slice(4, 30)  # what comes before a file, and again in the list at the end
_LARGEST_ITEM = 46 + LONGEST_PATH  # bytes per file in that list
_REPACKED = "another program packed it, or it was changed"


class DamageError(Exception):
    """A zip file isn't as `write_zip` makes it; the text says where and how."""


def is_zip(file: BinaryIO) -> bool:
    """Whether `file` begins like a zip file."""
    file.seek(0)
    return file.read(len(_BEGINNING)) == _BEGINNING


def members_of(file: BinaryIO) -> tuple[ZipInfo, ...]:
    """The files in a zip, in order; their contents are not checked.

    Raises DamageError if anything but their packed bytes isn't as `write_zip` makes it.
    """
    if not is_zip(file):
        raise DamageError("it is not a zip file, or its beginning is lost")
    _bound_list(file)
    try:
        with zipfile.ZipFile(file) as opened:
            members = tuple(opened.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise DamageError(f"the list at its end can't be read: {_REPACKED}") from None
    position, listed = 0, bytearray()
    for number, member in enumerate(members):
        stored = number == 0 and member.filename == "mimetype"  # of an EPUB
        header, item = _as_written(member, position, stored=stored)
        file.seek(position)
        if file.read(len(header)) != header:
            name = member.filename
            raise DamageError(f'the header of the file "{name}" in it is different: {_REPACKED}')
        position += len(header) + member.compress_size
        listed += item
    number = len(members)
    listed += _END.pack(_LAST, 0, 0, number, number, len(listed), position, 0)
    file.seek(position)
    if file.read(len(listed) + 1) != listed:
        raise DamageError(f"the list at its end is different: {_REPACKED}")
    names = [member.filename for member in members if member.compress_type]
    if names != sorted(set(names)):
        raise DamageError(f"it contains files out of order, or two with one name: {_REPACKED}")
    return members


def _bound_list(file: BinaryIO) -> None:
    """Refuse a list of files at the end that is larger than any copy's."""
    length = file.seek(0, 2)
    file.seek(max(length - _END.size, 0))
    end = file.read()
    if not (len(end) == _END.size and end.startswith(_LAST) and end.endswith(b"\0\0")):
        raise DamageError(f"its end is missing, or bytes were added after it: {_REPACKED}")
    *_, number, size, _start, _comment = _END.unpack(end)
    if number > MOST_FILES or size > number * _LARGEST_ITEM or length > 2 * MOST_BYTES:
        raise DamageError("it contains more than any copy")


def _as_written(member: ZipInfo, position: int, *, stored: bool) -> tuple[bytes, bytes]:
    """The header at `position`, and the item in the list at the end, that a file should have."""
    name = member.orig_filename
    if fault := fault_of(name):
        raise DamageError(f'it contains a file with the unsafe name "{shown(name)}": {fault}')
    if max(member.file_size, member.compress_size) > MOST_BYTES:
        raise DamageError(f'the file "{name}" in it would be larger than any copy')
    written = new_member(name, member.date_time[:3], stored=stored)
    written.CRC = member.CRC
    written.file_size, written.compress_size = member.file_size, member.compress_size
    header = written.FileHeader(zip64=False)
    made_by = bytes((written.create_version, written.create_system))
    place = struct.pack("<3H2L", 0, 0, 0, written.external_attr, position)
    return header, _LISTED + made_by + header[_HEADER] + place + name.encode()


def unpack(file: BinaryIO, member: ZipInfo) -> tuple[FileSum, bool]:
    """Size and checksum of a file in a zip, and whether it compresses to the same bytes here.

    Raises DamageError if it can't be unpacked.
    """
    packed = _packed(file, member)
    content = _unpacked(packed, member)
    again = deflated(content) if member.compress_type else packed
    return sum_of(content), again == packed


def content_of(file: BinaryIO, member: ZipInfo, most: int) -> bytes:
    """The content of a file of at most `most` bytes. Raises DamageError otherwise."""
    if member.file_size > most:
        raise DamageError(f'the file "{member.filename}" in it is too large to be that of a copy')
    return _unpacked(_packed(file, member), member)


def contents_of(file: BinaryIO) -> Callable[[str], bytes]:
    """A function from the name of a file in a zip to its content, all of acceptable size."""
    by_name = {member.filename: member for member in members_of(file)}
    return lambda name: content_of(file, by_name[name], MOST_BYTES)


def _packed(file: BinaryIO, member: ZipInfo) -> bytes:
    # For incompressible data, zlib adds five bytes per 16 KB.
    if member.compress_size > member.file_size + member.file_size // 1000 + 100:
        raise DamageError("it is damaged: it is larger packed than unpacked")
    file.seek(member.header_offset + len(member.FileHeader(zip64=False)))
    return file.read(member.compress_size)


def _unpacked(packed: bytes, member: ZipInfo) -> bytes:
    if not member.compress_type:
        content = packed
    else:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflater.decompress(packed, member.file_size + 1)
        except zlib.error:
            raise DamageError("it is damaged: it can't be unpacked") from None
        if inflater.eof and inflater.unused_data:
            raise DamageError("it is damaged: bytes follow its end")
    if (len(content), zlib.crc32(content)) != (member.file_size, member.CRC):
        raise DamageError("it is damaged: what was unpacked has a different checksum")
    return content
