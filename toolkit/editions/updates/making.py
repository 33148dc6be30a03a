"""Makes updates: small zips that turn an unpacked old copy into the new one."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from toolkit.editions.files import manifest, update_files
from toolkit.editions.files.differences import difference
from toolkit.editions.files.manifest import Manifest, sum_of
from toolkit.editions.files.names import refuse_unsafe
from toolkit.editions.files.texts import plain_text
from toolkit.editions.files.update_files import Update, state_of
from toolkit.editions.files.zip_reading import contents_of, members_of
from toolkit.editions.files.zips import write_zip
from toolkit.editions.verifying.verify import verify_zip
from toolkit.languages import languages_with
from toolkit.problems import ToolkitError
from toolkit.source import open_regular


def make_update(old_zip: Path, new_zip: Path, target: Path) -> Update:
    """Write the zip `target`, which turns the copy in `old_zip` into that in `new_zip`.

    It holds the differences of each new or changed file, and of the manifest. Raises ToolkitError
    if one of the two is not a whole copy, if they are of different editions or languages, or if
    nothing changed.
    """
    try:
        with open_regular(old_zip) as old_file, open_regular(new_zip) as new_file:
            old, new = _sound(old_zip, old_file), _sound(new_zip, new_file)
            _refuse_unlike(old_zip, old, new_zip, new)
            packed = _differences(old_file, old, new_file, new)
            how = _how(old, new)
            update = Update(
                edition=new.edition,
                title=new.title,
                language=new.language,
                before=state_of(old),
                after=state_of(new),
                files={path: sum_of(one) for path, one in packed.items()},
                how=sum_of(how),
            )
            _pack(update, packed, how, target)
    except OSError as error:
        name = Path(error.filename or old_zip).name
        raise ToolkitError(
            f'The update can\'t be made: "{name}": {error.strerror}.',
            "name the zip of an earlier copy, and a folder that you can write to.",
        ) from error
    return update


def manifest_in(old_zip: Path) -> Manifest:
    """The manifest in the zip of a copy.

    Raises ToolkitError if the zip is not whole and unchanged.
    """
    try:
        with open_regular(old_zip) as file:
            return _sound(old_zip, file)
    except OSError as error:
        raise ToolkitError(
            f'"{old_zip.name}" can\'t be read: {error.strerror}.',
            "name the zip of an earlier copy.",
        ) from error


def _sound(path: Path, file: BinaryIO) -> Manifest:
    report = verify_zip(path, file)
    if report.update is not None:
        raise ToolkitError(
            f'"{path.name}" is an update, not a complete copy.',
            "name the zip of the complete earlier copy.",
        )
    if report.manifest is None or not report.whole:
        raise ToolkitError(
            f'"{path.name}" is not the zip of a complete and unchanged copy.',
            "run toolkit verify to see what is wrong with it.",
        )
    if manifest.NAME not in {member.filename for member in members_of(file)}:
        raise ToolkitError(
            f'"{path.name}" is not a copy of the site: updates exist only for zips.',
            "name the zip of the same edition.",
        )
    return report.manifest


def _refuse_unlike(old_zip: Path, old: Manifest, new_zip: Path, new: Manifest) -> None:
    hint = "name an earlier copy of the same edition."
    if (old.edition, old.language) != (new.edition, new.language):
        raise ToolkitError(
            f'"{old_zip.name}" is of another edition or language than "{new_zip.name}".', hint
        )
    if old.as_of > new.as_of:
        raise ToolkitError(
            f'"{old_zip.name}" is newer ({old.as_of}) than "{new_zip.name}" ({new.as_of}).', hint
        )
    if old.digest == new.digest:
        raise ToolkitError(
            f'"{old_zip.name}" and the new zip are the same copy: there is nothing to update.',
            hint,
        )
    try:
        refuse_unsafe(sorted(old.files.keys() | new.files.keys()))
    except ToolkitError as error:
        raise ToolkitError(
            f"There can be no update between these copies. {error.message}",
            "publish the complete copy instead.",
        ) from None


def _differences(
    old_file: BinaryIO, old: Manifest, new_file: BinaryIO, new: Manifest
) -> dict[str, bytes]:
    """The difference of each new or changed file from the old copy's file, or from nothing."""
    before, after = contents_of(old_file), contents_of(new_file)
    changed = [path for path, one in new.files.items() if old.files.get(path) != one]
    return {
        path: difference(before(path) if path in old.files else b"", after(path))
        for path in sorted(changed)
    } | {manifest.NAME: difference(before(manifest.NAME), after(manifest.NAME))}


def _how(old: Manifest, new: Manifest) -> bytes:
    """How to apply the update, in all languages."""
    return plain_text(
        one.text("update.how", before=old.as_of, after=new.as_of)
        for one in languages_with("update.how")
    )


def _pack(update: Update, packed: Mapping[str, bytes], how: bytes, target: Path) -> None:
    files = [(name, packed[path]) for path, name in update.members().items()]
    own = ((update_files.HOW, how), (update_files.NAME, update.sealed()))
    with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as folder:
        made = Path(folder) / target.name
        write_zip(made, [*files, *own], update.after.as_of)
        made.replace(target)
