"""Zip files that are identical byte for byte, wherever and whenever they are packed."""

import zipfile
import zlib
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from toolkit.cache.shelf import Shelf, key_of
from toolkit.editions.files.names import refuse_unsafe
from toolkit.problems import ToolkitError
from toolkit.publishing import writing_to

_LEVEL = 9
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # the years that zip files can store
_MODE = 0o100644  # a regular file, writable by its owner and readable by everyone
_UNIX = 3
MOST_BYTES = 1 << 30  # unpacked; `toolkit verify` unpacks no more
MOST_FILES = 65_534  # more would need another zip format


def write_zip(
    target: Path,
    files: Iterable[tuple[str, bytes]],
    day: date,
    stored_first: str = "",
    shelf: Shelf | None = None,
) -> None:
    """Pack `files`, pairs of a path and its content.

    Members are sorted by name and dated midnight of `day`. `stored_first` comes first and isn't
    compressed, as EPUB requires for `mimetype`. Other files, compressed, are cached on `shelf`.
    Raises ToolkitError for names not valid on every system, for copies beyond MOST_BYTES or
    MOST_FILES, and if the disk is full; then nothing is left at `target`.
    """
    members = sorted(files, key=lambda file: (file[0] != stored_first, file[0]))
    refuse_unsafe(name for name, _ in members)
    if len(members) > MOST_FILES:
        raise ToolkitError(
            f"A copy can't contain {len(members):,} files.", "choose fewer entries for it."
        )
    if sum(len(data) for _, data in members) > MOST_BYTES:
        raise ToolkitError("A copy can't be larger than 1 GB.", "choose fewer entries for it.")
    try:
        with (
            writing_to(target.name),
            zipfile.ZipFile(target, "w", allowZip64=False) as packed,
        ):
            for name, data in members:
                member = new_member(name, zip_day(day), stored=name == stored_first)
                _add(packed, member, data, shelf)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    if shelf is not None:
        shelf.save()


def _add(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, data: bytes, shelf: Shelf | None
) -> None:
    """Add a file to a zip, like `writestr`, but without compressing it again each time."""
    written = data if member.compress_type == zipfile.ZIP_STORED else _kept_deflated(data, shelf)
    file = packed.fp
    assert file is not None  # noqa: S101 - it is open
    member.header_offset, member.CRC = file.tell(), zlib.crc32(data)
    member.file_size, member.compress_size = len(data), len(written)
    file.write(member.FileHeader(zip64=False))
    file.write(written)
    packed.filelist.append(member)
    packed.NameToInfo[member.filename] = member
    packed.start_dir = file.tell()


def _kept_deflated(data: bytes, shelf: Shelf | None) -> bytes:
    if shelf is None:
        return deflated(data)
    return shelf.made(key_of(zlib.ZLIB_RUNTIME_VERSION, data), bytes, partial(deflated, data))


def deflated(data: bytes) -> bytes:
    """A file compressed for a zip."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def new_member(name: str, day: tuple[int, int, int], *, stored: bool) -> zipfile.ZipInfo:
    """A file to be packed; this determines everything in its header but sizes and checksum."""
    member = zipfile.ZipInfo(name, (*day, 0, 0, 0))
    member.create_system = _UNIX
    member.external_attr = _MODE << 16
    member.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return member


def zip_day(day: date) -> tuple[int, int, int]:
    """The year, month and day with which the files of a copy as of `day` are dated."""
    return min(max(day.year, _FIRST_YEAR), _LAST_YEAR), day.month, day.day
