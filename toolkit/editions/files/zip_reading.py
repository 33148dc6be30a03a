"""Reads a zip file as strictly as `write_zip` writes it: every byte of it is accounted for.

A zip can hide what its list of files doesn't show: bytes before, between and after its files, two
files of one name, a list that differs from the headers. So nothing is searched for here. The file
is walked from its first byte; the headers must be those that `write_zip` makes, and so must the
list of files at its end.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from toolkit.editions.files.manifest import FileSum
from toolkit.editions.files.names import LONGEST_PATH, fault_of, shown
from toolkit.editions.files.zips import (
    FIRST_YEAR,
    LEVEL,
    MODE,
    MOST_BYTES,
    MOST_FILES,
    UNIX,
    zip_day,
)

_CHUNK = 64 * 1024
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_HEADER = struct.Struct("<5H3L2H")
_VERSION = 20
_STORED, _DEFLATED = 0, 8
_REPACKED = "another program packed it, or it was changed"


class DamageError(Exception):
    """A zip file is not as `write_zip` made it; the text says where and how."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a zip: where its packed bytes lie, and what its header says of them."""

    name: str
    start: int
    packed: int
    size: int
    crc: int
    method: int
    day: int  # in the form of MS-DOS

    @property
    def header(self) -> bytes:
        """The part of the header that stands before the file and again in the list at the end."""
        sizes = (self.crc, self.packed, self.size, len(self.name), 0)
        return _HEADER.pack(_VERSION, 0, self.method, 0, self.day, *sizes)


def is_zip(file: BinaryIO) -> bool:
    """Whether `file` begins as a zip file does."""
    file.seek(0)
    return file.read(len(_LOCAL)) == _LOCAL


def members_of(file: BinaryIO, stored_first: str = "mimetype") -> tuple[Member, ...]:
    """The files in a zip, in their order; what they hold is not looked at.

    Raises DamageError where anything but their packed bytes is not as `write_zip` makes it.
    """
    length = file.seek(0, 2)
    members: list[Member] = []
    position = 0
    while True:
        file.seek(position)
        signature = file.read(4)
        if signature in (_CENTRAL, _END) and members:
            break
        if signature != _LOCAL:
            raise DamageError(_lost(members, position, length))
        member = _member(file, position, length)
        _refuse_order(members, member, stored_first)
        members.append(member)
        if len(members) > MOST_FILES:
            raise DamageError("it holds more files than any copy")
        position = member.start + member.packed
    _compare_list(file, members, position, length)
    return tuple(members)


def _lost(members: list[Member], position: int, length: int) -> str:
    if not members:
        return "it is not a zip file, or its beginning is lost"
    where = f'after the file "{members[-1].name}" (byte {position:,})'
    if position >= length:
        return f"it ends {where}: its end is missing"
    return f"what stands {where} is not the beginning of a file: bytes were changed, or put in"


def _member(file: BinaryIO, position: int, length: int) -> Member:
    fixed = file.read(_HEADER.size)
    if len(fixed) < _HEADER.size:
        raise DamageError(f"it ends at byte {length:,}, within a header: its end is missing")
    version, flags, method, _time, day, crc, packed, size, names, extra = _HEADER.unpack(fixed)
    name = file.read(min(names, LONGEST_PATH + 1)).decode("latin-1")
    fault = fault_of(name)
    if fault:
        raise DamageError(f'it holds a file of the unsafe name "{shown(name)}": {fault}')
    if flags & 1:
        raise DamageError(f'the file "{name}" in it is encrypted')
    member = Member(name, position + 4 + _HEADER.size + names, packed, size, crc, method, day)
    if fixed != member.header or method not in (_STORED, _DEFLATED) or extra or version != _VERSION:
        raise DamageError(f'the header of the file "{name}" in it is not as it was: {_REPACKED}')
    if member.start + packed > length:
        raise DamageError(f'it ends within the file "{name}": its end is missing')
    if size > MOST_BYTES:
        raise DamageError(f'the file "{name}" in it would have {size:,} bytes: no copy is so large')
    if method == _STORED and packed != size:
        raise DamageError(f'the sizes of the file "{name}" in it contradict each other')
    return member


def _refuse_order(members: list[Member], member: Member, stored_first: str) -> None:
    is_first = not members and member.name == stored_first
    if (member.method == _STORED) != is_first:
        raise DamageError(f'the file "{member.name}" in it is packed in another way: {_REPACKED}')
    if not members or (len(members) == 1 and members[0].name == stored_first):
        return
    before = members[-1].name
    if before == member.name:
        raise DamageError(f'it holds two files of the name "{before}"')
    if before > member.name:
        raise DamageError(f'the file "{member.name}" in it is out of order: {_REPACKED}')


def _compare_list(file: BinaryIO, members: list[Member], position: int, length: int) -> None:
    """The list of files at the end says what the headers said, and nothing follows it."""
    file.seek(position)
    offset = 0
    for member in members:
        entry = _entry(member, offset)
        if file.read(len(entry)) != entry:
            raise DamageError(
                f'the list at its end tells something else about the file "{member.name}" than '
                f"its header: {_REPACKED}"
            )
        offset = member.start + member.packed
    size = file.tell() - position
    number = len(members)
    end = struct.pack("<4s4H2LH", _END, 0, 0, number, number, size, position, 0)
    if file.read(len(end)) != end:
        raise DamageError(f"its last bytes are not as they were: {_REPACKED}")
    if file.tell() != length:
        raise DamageError(f"{length - file.tell():,} bytes were put behind its end")


def _entry(member: Member, offset: int) -> bytes:
    made_by = struct.pack("<4s2B", _CENTRAL, _VERSION, UNIX)
    tail = struct.pack("<3H2L", 0, 0, 0, MODE << 16, offset)
    return made_by + member.header + tail + member.name.encode()


def is_dated(member: Member, day: date) -> bool:
    """Whether a file in a zip bears the date that a copy as of `day` gives it."""
    year, month, number = zip_day(day)
    return member.day == (year - FIRST_YEAR) << 9 | month << 5 | number


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a file in a zip holds; `as_packed` tells whether it packs to the same bytes here."""

    sum: FileSum
    as_packed: bool


def unpack(file: BinaryIO, member: Member) -> Unpacked:
    """Unpack a file in small pieces, keeping none. Raises DamageError where that fails."""
    content, before, after = hashlib.sha256(), hashlib.sha256(), hashlib.sha256()
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    for piece in _pieces(file, member):
        content.update(piece)
        after.update(packer.compress(piece))
    after.update(packer.flush())
    for piece in _read(file, member):
        before.update(piece)
    as_packed = member.method == _STORED or before.digest() == after.digest()
    return Unpacked(FileSum(member.size, content.hexdigest()), as_packed)


def content_of(file: BinaryIO, member: Member, most: int) -> bytes:
    """The content of a file of at most `most` bytes. Raises DamageError otherwise."""
    if member.size > most:
        raise DamageError(f'the file "{member.name}" in it is too large to be that of a copy')
    return b"".join(_pieces(file, member))


def _pieces(file: BinaryIO, member: Member) -> Iterator[bytes]:
    size = crc = 0
    pieces = _read(file, member) if member.method == _STORED else _inflated(file, member)
    for piece in pieces:
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > member.size:
            break
        yield piece
    if (size, crc) != (member.size, member.crc):
        raise DamageError("it is damaged: what is unpacked has another check sum")


def _read(file: BinaryIO, member: Member) -> Iterator[bytes]:
    file.seek(member.start)
    left = member.packed
    while left:
        piece = file.read(min(left, _CHUNK))
        if not piece:
            raise DamageError("it is cut off")
        left -= len(piece)
        yield piece


def _inflated(file: BinaryIO, member: Member) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-15)
    try:
        for packed in _read(file, member):
            if inflater.eof:
                raise DamageError("it is damaged: bytes follow its end")
            rest = packed
            while rest and not inflater.eof:
                yield inflater.decompress(rest, _CHUNK)
                rest = inflater.unconsumed_tail
        while not inflater.eof:
            piece = inflater.decompress(b"", _CHUNK)
            if not piece and not inflater.eof:
                raise DamageError("it is damaged: its end is missing")
            yield piece
    except zlib.error:
        raise DamageError("it is damaged: it can't be unpacked") from None
    if inflater.unused_data:
        raise DamageError("it is damaged: bytes follow its end")
