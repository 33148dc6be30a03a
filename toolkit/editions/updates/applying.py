"""Applies an update to an unpacked copy, in a way that can be resumed if interrupted."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from toolkit.editions.files import manifest
from toolkit.editions.files.differences import made_of
from toolkit.editions.files.manifest import Manifest, read_manifest, sum_of
from toolkit.editions.files.names import refuse_unsafe
from toolkit.editions.files.update_files import Update, state_of
from toolkit.editions.files.zip_reading import DamageError, contents_of
from toolkit.editions.verifying.verify import Fault, compare, verify, verify_zip
from toolkit.problems import ToolkitError
from toolkit.publishing import is_unfinished, write_files
from toolkit.source import open_regular


def apply_update(folder: Path, update_zip: Path) -> tuple[Update, int]:
    """Turn the copy in `folder` into the newer one that the update makes.

    Returns the update and the number of files removed. All new files are made, checked against
    their checksums and written to disk before the first one is replaced, and the manifest comes
    last, so the same update can be applied again after an interruption. Nothing outside `folder`
    is touched. Raises ToolkitError, and leaves the copy as it was, if the update is incomplete or
    for another copy, if a file of the copy was changed, or if the folder can't be written to.
    """
    try:
        with open_regular(update_zip) as file:
            update = _sound(update_zip, file)
            old = _fitting(folder, update)
            content = contents_of(file)
            packed = {path: content(name) for path, name in update.members().items()}
            new = _new_manifest(update_zip, update, old, packed)
            todo, unfinished = _to_do(folder, old, new)
            made = {path: _made(folder, path, old, new, packed[path]) for path in sorted(todo)}
    except OSError as error:
        raise ToolkitError(
            f'"{Path(error.filename or update_zip).name}" can\'t be read: {error.strerror}.',
            "name the folder of a copy, then the zip of an update, as it is: both must be there to "
            "read.",
        ) from error
    except DamageError as error:
        raise _unsound(update_zip) from error
    stale = old.files.keys() - new.files.keys()
    gone = [folder / path for path in (*stale, *unfinished) if (folder / path).exists()]
    try:
        # All at once: if the run is ended or the disk full, the copy is again what it was.
        write_files(
            {
                **{folder / path: content for path, content in made.items()},
                **dict.fromkeys(gone),
                folder / manifest.NAME: new.sealed(),
            }
        )
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
    return update, len(stale)


def _unsound(path: Path, whole: Manifest | None = None) -> ToolkitError:
    return ToolkitError(
        f'"{path.name}" is not an update that is complete and unchanged.',
        f"it is the whole copy of {whole.as_of}: unzip it into a new folder, and use that."
        if whole
        else "run toolkit verify to see what it is, or get it again.",
    )


def _sound(path: Path, file: BinaryIO) -> Update:
    report = verify_zip(path, file)
    if report.update is None or not report.whole:
        raise _unsound(path, report.manifest if report.whole else None)
    return report.update


def _fitting(folder: Path, update: Update) -> Manifest:
    """The manifest of the copy in `folder`, which must be the one that the update is for."""
    old = verify(folder).manifest
    if old is None or not folder.is_dir():
        raise ToolkitError(
            f'"{folder.name or folder}" is not the folder of a copy.',
            "name the folder with index.html and manifest.json; unzip a zip first.",
        )
    if state_of(old) == update.after:
        raise ToolkitError(
            f"The folder is already the copy of {update.after.as_of}.",
            "run toolkit verify to check that it is complete.",
        )
    if state_of(old) != update.before:
        raise ToolkitError(
            f"The update is for the copy of {update.before.as_of}, but the folder has the copy of "
            f"{old.as_of} or another edition.",
            "get the right update, or the complete copy.",
        )
    return old


def _new_manifest(
    update_zip: Path, update: Update, old: Manifest, packed: Mapping[str, bytes]
) -> Manifest:
    """The copy's new manifest. It decides which files change, and what each must become."""
    new = read_manifest(made_of(old.sealed(), packed[manifest.NAME], manifest.LARGEST))
    changed = {path for path, one in new.files.items() if old.files.get(path) != one}
    # Otherwise a link in place of a removed file could make a new one land outside the folder.
    refuse_unsafe(sorted(old.files.keys() | new.files.keys()))
    if state_of(new) != update.after or packed.keys() != changed | {manifest.NAME}:
        raise _unsound(update_zip)
    return new


def _to_do(folder: Path, old: Manifest, new: Manifest) -> tuple[set[str], list[str]]:
    """The new or changed files still to be written, and those that a killed run left unfinished.

    An earlier, interrupted attempt is no reason to refuse: each file may be as in either copy.
    """
    before, after = (
        {fault.path: fault for fault in compare(folder, copy, manifest.NAME)[0]}
        for copy in (old, new)
    )
    neither = [fault for path, fault in before.items() if path in after]
    unfinished = [fault.path for fault in neither if _is_left(fault)]
    changed = [fault.path for fault in neither if not _is_left(fault)]
    if changed:
        raise ToolkitError(
            f'The copy was changed: "{changed[0]}" differs, is missing or was added.',
            "run toolkit verify to see all such files: move those that were added to another "
            "folder. If any differ or are missing, get the complete copy.",
        )
    return after.keys() & new.files.keys(), unfinished


def _is_left(fault: Fault) -> bool:
    return fault.kind == "added" and not fault.reason and is_unfinished(Path(fault.path).name)


def _made(folder: Path, path: str, old: Manifest, new: Manifest, packed: bytes) -> bytes:
    before = b""
    if path in old.files:
        with open_regular(folder / path, follow=False) as file:
            before = file.read(old.files[path].bytes)
    content = made_of(before, packed, new.files[path].bytes)
    if sum_of(content) != new.files[path]:
        raise DamageError("it makes another file than the copy has")
    return content
