"""Whether a copy is whole and unchanged: zips, folders, single files and sets of files.

Nothing is written, only names and checksums are kept, and no file is read beyond the length given
in the manifest.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Literal
from zipfile import ZipInfo

from toolkit.editions.files import manifest, sums, update_files
from toolkit.editions.files.manifest import (
    FileSum,
    Manifest,
    NewerFormatError,
    read_manifest,
    sum_of,
)
from toolkit.editions.files.update_files import Update, read_update
from toolkit.editions.files.zip_reading import (
    DamageError,
    content_of,
    is_zip,
    members_of,
    unpack,
)
from toolkit.editions.files.zips import zip_day
from toolkit.editions.verifying.walking import CopiedFile, is_of_a_system, walk
from toolkit.problems import ToolkitError, read_bounded
from toolkit.source import open_regular

PACKED = (".zip", ".epub")
_LARGEST_SUMMED = 4 << 30  # bytes
_SIZE = "its size in bytes is {:,} instead of {:,}"
By = Literal["manifest", "SHA256SUMS"]
Kind = Literal["damaged", "differs", "missing", "added"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a copy is not whole and unchanged; `path` is empty for the copy itself."""

    kind: Kind
    path: str
    reason: str = ""


@dataclass(frozen=True)
class Report:
    """What was found out about one file or folder.

    `by` is what it was checked against, `tolerated` are files that an operating system added,
    `other_packer` says that a zip's compressed bytes could not be compared here. A set of files has
    `parts`.
    """

    path: Path
    by: tuple[By, ...]
    faults: tuple[Fault, ...] = ()
    manifest: Manifest | None = None
    update: Update | None = None
    tolerated: tuple[str, ...] = ()
    signature: str = ""
    other_packer: bool = False
    parts: tuple[Report, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether everything is there and unchanged."""
        return not self.faults and all(part.whole for part in self.parts)


def verify(path: Path) -> Report:
    """Check a copy, or a folder that holds a set of them.

    Raises ToolkitError if there is nothing to check it against, or if it can't be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return _folder(path)
        with open_regular(path) as file:
            return _file(path, file)
    except OSError as error:
        reason = error.strerror or "the system gives no reason"
        raise ToolkitError(
            f'"{path.name or path}" can\'t be read: {reason}.',
            "name a file or folder of a copy that you are allowed to read.",
        ) from error


def _file(path: Path, file: BinaryIO) -> Report:
    sums_file = path.parent / sums.NAME
    listed = sums.read_sums(sums_file) if os.path.lexists(sums_file) else {}
    report = _by_itself(path, file)
    if path.name in listed:
        report = _with_sum(report, file, listed[path.name])
        report = replace(report, signature=_signature(path.parent))
    if report.by:
        return report
    if path.name == sums.NAME:
        raise ToolkitError(
            f"{sums.NAME} itself can't be checked.", "name the folder that it is in."
        )
    raise ToolkitError(
        f'There is nothing to check "{path.name}" against: it has no manifest, and '
        + (f"{sums.NAME} does not list it." if listed else "there is no SHA256SUMS."),
        _way_out(path, path.parent)
        or f"get {sums.NAME} from the place where you got the file, put it into the same folder, "
        "and give the file the name that it had there.",
    )


def _way_out(path: Path, folder: Path) -> str:
    """What to do if people named a part of a copy, or of its surroundings; empty if unknown."""
    if (folder / f"{sums.NAME}.txt").is_file():
        return (
            f"rename {sums.NAME}.txt to {sums.NAME}: programs add .txt, and Windows hides it. On "
            f"Windows, type: ren {sums.NAME}.txt {sums.NAME}"
        )
    inside = sorted(path.iterdir()) if path.is_dir() else []
    for near in (*path.parents, *inside):
        if str(near).isprintable() and any((near / place).is_file() for place in manifest.PLACES):
            return f'name the folder of the copy: "{near}".'
    return ""


def _with_sum(report: Report, file: BinaryIO, wanted: str) -> Report:
    report = replace(report, by=(*report.by, "SHA256SUMS"))
    if file.seek(0, 2) > _LARGEST_SUMMED:
        fault = Fault("differs", "", "no file of a set of copies is so large")
    elif sums.sha256_of(file) != wanted:
        fault = Fault("differs", "", f"its checksum is not the one in {sums.NAME}")
    else:
        return report
    return replace(report, faults=(*report.faults, fault))


def _signature(folder: Path) -> str:
    return next((name for name in sums.SIGNATURES if (folder / name).is_file()), "")


def _by_itself(path: Path, file: BinaryIO) -> Report:
    is_packed = is_zip(file) or path.suffix.lower() in PACKED
    return verify_zip(path, file) if is_packed else Report(path, ())


def verify_zip(path: Path, file: BinaryIO) -> Report:
    """Check a zip against the manifest or update.json in it; without `by` if it has neither."""
    report = Report(path, ("manifest",))
    try:
        members = members_of(file)
        by_name = {member.filename: member for member in members}
        places = (*manifest.PLACES, update_files.NAME)
        place = next((place for place in places if place in by_name), None)
        if place is None:
            return Report(path, ())
        raw = content_of(file, by_name[place], manifest.LARGEST)
        if place == update_files.NAME:
            update = read_update(raw)
            report = replace(report, update=update)
            wanted, day = update.sums(), update.after.as_of
        else:
            expected = read_manifest(raw)
            report = replace(report, manifest=expected)
            wanted, day = {**expected.files, place: sum_of(raw)}, expected.as_of
    except NewerFormatError:
        raise
    except (DamageError, ToolkitError) as error:
        reason = error.message if isinstance(error, ToolkitError) else str(error)
        return replace(report, faults=(Fault("damaged", "", reason.removesuffix(".")),))
    faults, other_packer = _members(file, members, wanted, day)
    return replace(report, faults=faults, other_packer=other_packer)


def _members(
    file: BinaryIO, members: tuple[ZipInfo, ...], wanted: Mapping[str, FileSum], day: date
) -> tuple[tuple[Fault, ...], bool]:
    """What is wrong with the files in a zip, and whether another program packed most of them."""
    faults = []
    repacked = []
    for member in members:
        name = member.filename
        if name not in wanted:
            faults.append(Fault("added", name))
            continue
        reason, as_packed = _member(file, member, wanted[name])
        if not reason and member.date_time[:3] != zip_day(day):
            reason = "its date is not that of the copy"
        if reason:
            faults.append(Fault("differs", name, reason))
        elif not as_packed:
            repacked.append(name)
    names = {member.filename for member in members}
    faults += [Fault("missing", path) for path in sorted(wanted.keys() - names)]
    # If zlib here compresses most files to other bytes, it isn't the one that packed the copy.
    other_packer = 2 * len(repacked) >= len(members)
    if not other_packer:
        reason = "its content is unchanged, but it was packed again"
        faults += [Fault("differs", name, reason) for name in repacked]
    return tuple(faults), other_packer


def _member(file: BinaryIO, member: ZipInfo, wanted: FileSum) -> tuple[str, bool]:
    """Why a file in a zip differs, if it does, and whether it compresses to the same bytes here."""
    if member.file_size != wanted.bytes:
        return _SIZE.format(member.file_size, wanted.bytes), True
    try:
        found, as_packed = unpack(file, member)
    except DamageError as error:
        return str(error), True
    return "" if wanted == found else "its content was changed", as_packed


def _folder(folder: Path) -> Report:
    place = next((one for one in manifest.PLACES if os.path.lexists(folder / one)), None)
    if place is None and os.path.lexists(folder / sums.NAME):
        return _set(folder)
    if place is None:
        raise ToolkitError(
            f'The folder "{folder.name or folder}" has neither {manifest.NAME} nor {sums.NAME}: '
            "there is nothing to check it against.",
            _way_out(folder, folder)
            or "name the folder with index.html and manifest.json, or the file that you got.",
        )
    report = Report(folder, ("manifest",))
    try:
        expected = read_manifest(read_bounded(folder / place, manifest.LARGEST, "it", follow=False))
    except NewerFormatError:
        raise
    except ToolkitError as error:
        return replace(report, faults=(Fault("damaged", place, error.message.removesuffix(".")),))
    faults, tolerated = compare(folder, expected, place)
    return replace(report, faults=faults, manifest=expected, tolerated=tolerated)


def compare(
    folder: Path, expected: Manifest, place: str
) -> tuple[tuple[Fault, ...], tuple[str, ...]]:
    """How a folder differs from the copy that the manifest at `place` in it describes.

    Returns faults, and the files that an operating system added, which are not faults.
    """
    found = {one.path: one for one in walk(folder)}
    faults = []
    tolerated = []
    for path, one in found.items():
        if path in expected.files:
            reason = _difference(one, expected.files[path])
            faults += [Fault("differs", path, reason)] if reason else []
        elif is_of_a_system(one):
            tolerated.append(path)
        elif path != place:
            faults.append(Fault("added", path, one.fault))
    faults += [Fault("missing", path) for path in sorted(expected.files.keys() - found.keys())]
    return tuple(faults), tuple(tolerated)


def _difference(found: CopiedFile, wanted: FileSum) -> str:
    if found.fault:
        return found.fault
    try:
        with open_regular(found.full, follow=False) as file:
            size = file.seek(0, 2)
            if size != wanted.bytes:
                return _SIZE.format(size, wanted.bytes)
            return "" if sums.sha256_of(file) == wanted.sha256 else "its content was changed"
    except OSError as error:
        return f"it can't be read: {error.strerror}"


def _set(folder: Path) -> Report:
    listed = sums.read_sums(folder / sums.NAME)
    found = {one.path: one for one in walk(folder)}
    own = {sums.NAME, *sums.SIGNATURES}
    faults: list[Fault] = []
    tolerated: list[str] = []
    for path, one in found.items():
        if is_of_a_system(one):
            tolerated.append(path)
        elif path not in listed and (path not in own or one.fault):
            faults.append(Fault("added", path, one.fault or f"{sums.NAME} does not name it"))
    faults += [Fault("missing", path) for path in sorted(listed.keys() - found.keys())]
    parts = tuple(_parts(folder, listed, found))
    return Report(
        folder,
        ("SHA256SUMS",),
        tuple(faults),
        tolerated=tuple(tolerated),
        signature=_signature(folder),
        parts=parts,
    )


def _parts(
    folder: Path, listed: Mapping[str, str], found: Mapping[str, CopiedFile]
) -> Iterator[Report]:
    for path in sorted(listed.keys() & found.keys()):
        full, reason = folder / path, found[path].fault
        if not reason:
            try:
                with open_regular(full, follow=False) as file:
                    yield _with_sum(_by_itself(full, file), file, listed[path])
                    continue
            except OSError as error:
                reason = f"it can't be read: {error.strerror}"
        yield Report(full, ("SHA256SUMS",), (Fault("differs", "", reason),))
