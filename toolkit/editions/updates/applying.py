"""Carries out an update on an unpacked copy, so that an interruption can be made good."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from toolkit.editions.files import manifest, sums
from toolkit.editions.files.update_files import Update, state_of
from toolkit.editions.files.zip_reading import content_of, members_of
from toolkit.editions.files.zips import MOST_BYTES
from toolkit.editions.verifying.verify import Report, verify, verify_zip
from toolkit.problems import ToolkitError
from toolkit.publishing import is_unfinished, write_file


def apply_update(folder: Path, update_zip: Path) -> Update:
    """Turn the copy in `folder` into the one that the update leads to.

    Each file is replaced in one step and the manifest comes last: after an interruption the same
    update can be applied again. Nothing outside `folder` is touched. Raises ToolkitError, before
    anything is written, where the update is not whole, leads from another copy, or where a file of
    the copy that it does not replace was changed; and where the folder can't be written.
    """
    try:
        with sums.open_regular(update_zip) as file:
            update = _sound(update_zip, file)
            unfinished = _unfinished(_refuse_unfit(folder, update))
            _carry_out(folder, file, update, unfinished)
    except OSError as error:
        raise ToolkitError(
            f'The update could not be applied: "{Path(error.filename or folder).name}": '
            f"{error.strerror}.",
            "free some space or make the folder writable, and apply the update again.",
        ) from error
    if not verify(folder).whole:
        raise ToolkitError(
            "The folder is not complete after the update.",
            "run toolkit verify to see what is wrong.",
        )
    return update


def _sound(path: Path, file: BinaryIO) -> Update:
    report = verify_zip(path, file)
    if report.update is None or not report.whole:
        raise ToolkitError(
            f'"{path.name}" is not an update that is complete and unchanged.',
            "run toolkit verify to see what it is.",
        )
    return report.update


def _refuse_unfit(folder: Path, update: Update) -> Report:
    report = verify(folder)
    if report.manifest is None:
        raise ToolkitError(
            f'The folder "{folder.name or folder}" is not a copy that can be updated.',
            "name the folder with index.html and manifest.json.",
        )
    if state_of(report.manifest) == update.after:
        raise ToolkitError(
            f"The folder is already the copy of {update.after.as_of}.",
            "run toolkit verify to check that it is complete.",
        )
    if state_of(report.manifest) != update.before:
        raise ToolkitError(
            f"The update is for the copy of {update.before.as_of}, but the folder has the copy of "
            f"{report.manifest.as_of} or another edition.",
            "get the right update, or the complete copy.",
        )
    _refuse_changed(report, update)
    return report


def _unfinished(report: Report) -> frozenset[str]:
    """The file that an earlier attempt was writing when it was killed."""
    added = (fault for fault in report.faults if fault.kind == "added" and not fault.reason)
    return frozenset(fault.path for fault in added if is_unfinished(Path(fault.path).name))


def _refuse_changed(report: Report, update: Update) -> None:
    """What an earlier, interrupted attempt may have left is no reason to refuse."""
    replaced = {*update.files, *update.delete, *_unfinished(report)}
    changed = [fault.path for fault in report.faults if fault.path not in replaced]
    if changed:
        raise ToolkitError(
            f'The copy was changed: "{changed[0]}" differs, is missing or was added.',
            "run toolkit verify to see all such files, or get the complete copy.",
        )


def _carry_out(folder: Path, file: BinaryIO, update: Update, unfinished: Iterable[str]) -> None:
    by_name = {member.filename: member for member in members_of(file)}
    for path in sorted(update.files, key=lambda path: (path == manifest.NAME, path)):
        if path == manifest.NAME:
            for stale in (*update.delete, *unfinished):
                (folder / stale).unlink(missing_ok=True)
        content = content_of(file, by_name[path], MOST_BYTES)
        write_file(folder / path, content)
