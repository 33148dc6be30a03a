"""An update, applied to an old copy, makes the new copy."""

import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from tests.editions.small import FILES, members, small_copy, small_folder, small_zip
from tests.files import files_of
from tests.program import Toolkit
from toolkit.editions.files.differences import difference, made_of
from toolkit.editions.files.manifest import read_manifest, sum_of
from toolkit.editions.files.update_files import HOW, Update, state_of
from toolkit.editions.files.zip_reading import DamageError
from toolkit.editions.files.zips import write_zip
from toolkit.editions.updates.making import make_update, manifest_in
from toolkit.problems import ToolkitError

LATER = date(2027, 2, 1)
NEW_FILES = {
    **{path: content for path, content in FILES.items() if path != "assets/style.css"},
    "index.html": b"<p>New.</p>" + FILES["index.html"],
    "protection/c.html": b"<p>Added.</p>",
}


@pytest.fixture
def update(tmp_path: Path) -> Path:
    old = small_zip(tmp_path / "old.zip")
    new = small_zip(tmp_path / "new.zip", NEW_FILES, small_copy(LATER))
    make_update(old, new, tmp_path / "update.zip")
    return tmp_path / "update.zip"


def unpacked(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as packed:
        packed.extractall(folder)
    return folder


def test_what_is_said_of_an_update(
    update: Path, toolkit: Toolkit, golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    said = toolkit("verify", "update.zip")
    assert said.code == 0
    golden("verify/update.txt", said.out)
    with zipfile.ZipFile(update) as packed:
        golden("verify/UPDATE-HOW.txt", packed.read("UPDATE-HOW.txt").decode())
    told = json.loads(toolkit("verify", "update.zip", "--format", "json").out)
    assert (told["whole"], told["copy"], told["update"]["files"]) == (True, None, 3)


def test_update_json(update: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(update) as packed:
        told = json.loads(packed.read("update.json"))
        names = packed.namelist()
    assert list(told["files"]) == ["index.html", "manifest.json", "protection/c.html"]
    after = manifest_in(tmp_path / "new.zip")
    assert told["to"] == {"as_of": "2027-02-01", "digest": after.digest}
    assert told["from"]["as_of"] == "2026-11-25"
    assert names == ["00000.zst", "00001.zst", "00002.zst", "UPDATE-HOW.txt", "update.json"]


def test_unzipped_into_a_copy_by_hand(update: Path, toolkit: Toolkit, tmp_path: Path) -> None:
    copy = unpacked(tmp_path / "old.zip", tmp_path / "copy")
    before = files_of(copy)
    unpacked(update, copy)
    assert before.items() <= files_of(copy).items()
    found = toolkit("verify", "copy")
    assert (found.code, "  added  update.json" in found.out) == (1, True)


def test_one_line_of_many(tmp_path: Path) -> None:
    lines = [sha256(str(number).encode()).hexdigest() for number in range(4000)]
    files = {"data/entries.csv": "\n".join(lines).encode(), **FILES}
    old = small_zip(tmp_path / "old.zip", files)
    changed = {**files, "data/entries.csv": "\n".join([*lines[:9], "x", *lines[9:]]).encode()}
    new = small_zip(tmp_path / "new.zip", changed, small_copy(LATER))
    make_update(old, new, tmp_path / "update.zip")
    with zipfile.ZipFile(tmp_path / "update.zip") as packed:
        parts = [one.compress_size for one in packed.infolist() if one.filename.endswith(".zst")]
    assert sum(parts) < new.stat().st_size / 100


@pytest.mark.parametrize("path", ["UPDATE-HOW.txt", "update.json", "00000.zst"])
def test_changed_update(update: Path, toolkit: Toolkit, tmp_path: Path, path: str) -> None:
    with zipfile.ZipFile(update) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    write_zip(update, {**held, path: held[path][:-2] + b"x\n"}.items(), LATER)
    found = toolkit("verify", "update.zip")
    assert found.code == 1
    assert path in found.out
    copy = unpacked(tmp_path / "old.zip", tmp_path / "copy")
    before = files_of(copy)
    assert toolkit("update", "copy", "update.zip").code == 2
    assert files_of(copy) == before


def test_what_no_update_can_rest_on(update: Path, tmp_path: Path) -> None:
    other = small_zip(tmp_path / "other.zip", copy=small_copy(edition=""))
    cased = small_zip(tmp_path / "cased.zip", {"INDEX.html": b""})
    broken = tmp_path / "broken.zip"
    broken.write_bytes((tmp_path / "old.zip").read_bytes()[:-1])
    old, new = tmp_path / "old.zip", tmp_path / "new.zip"
    target = tmp_path / "made.zip"
    small_folder(tmp_path / "folder")
    for before, after, why in (
        (other, new, "another edition or language"),
        (new, old, "is newer"),
        (old, old, "are the same copy"),
        (broken, new, "is not the zip of a complete and unchanged copy"),
        (update, new, "is an update, not a complete copy"),
        (cased, new, "There can be no update between these copies"),
        (tmp_path / "gone.zip", new, '"gone.zip": No such file'),
        (tmp_path / "folder", new, "The update can't be made"),
    ):
        with pytest.raises(ToolkitError) as raised:
            make_update(before, after, target)
        assert why in raised.value.message
        assert raised.value.hint
    assert not target.exists()


def test_same_update_twice(update: Path, tmp_path: Path) -> None:
    make_update(tmp_path / "old.zip", tmp_path / "new.zip", tmp_path / "again.zip")
    assert update.read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_update_command(update: Path, toolkit: Toolkit, tmp_path: Path) -> None:
    copy = unpacked(tmp_path / "old.zip", tmp_path / "copy")
    found = toolkit("update", "copy", "update.zip")
    assert (found.code, found.err) == (0, "")
    assert found.out == (
        "copy: now the copy of 2027-02-01, complete and unchanged. Files replaced or added: 3, "
        "removed: 1.\n"
    )
    assert files_of(copy) == files_of(unpacked(tmp_path / "new.zip", tmp_path / "new"))
    again = toolkit("update", "copy", "update.zip")
    assert (again.code, "is already the copy of 2027-02-01" in again.err) == (2, True)


def test_interrupted_update(
    update: Path, toolkit: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = unpacked(tmp_path / "old.zip", tmp_path / "copy")
    replace = Path.replace

    def full(new: Path, target: Path) -> Path:
        if target.name == "manifest.json":
            raise OSError(28, "No space left on device", str(target))
        return replace(new, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        found = toolkit("update", "copy", "update.zip")
    assert (found.code, found.out) == (2, "")
    assert "manifest.json\" can't be written: No space left on device" in found.err
    assert files_of(copy) == files_of(unpacked(tmp_path / "old.zip", tmp_path / "old"))
    # As a killed run leaves what it was writing.
    (copy / "assets/.toolkit-new-abc_123z").write_bytes(b"half")
    assert toolkit("verify", "copy").code == 1
    assert toolkit("update", "copy", "update.zip").code == 0
    assert files_of(copy) == files_of(unpacked(tmp_path / "new.zip", tmp_path / "new"))


def test_what_is_not_updated(update: Path, toolkit: Toolkit, tmp_path: Path) -> None:
    copy = unpacked(tmp_path / "old.zip", tmp_path / "copy")
    unpacked(small_zip(tmp_path / "other.zip", copy=small_copy(edition="")), tmp_path / "other")
    outside = tmp_path / "outside"
    outside.mkdir()
    before = files_of(copy)
    for arguments, said in (
        (("copy", "new.zip"), '"new.zip" is not an update'),
        (("copy", "new.zip"), "it is the whole copy of 2027-02-01: unzip it into a new folder"),
        (("old.zip", "update.zip"), '"old.zip" is not the folder of a copy'),
        (("copy", "gone.zip"), '"gone.zip" can\'t be read: No such file'),
        (("gone", "update.zip"), '"gone" can\'t be read'),
        (("outside", "update.zip"), "has neither manifest.json"),
        (("other", "update.zip"), "the folder has the copy of 2026-11-25"),
    ):
        found = toolkit("update", *arguments)
        assert (found.code, found.out) == (2, ""), arguments
        assert said in found.err, arguments
    (copy / "protection").symlink_to(outside)
    found = toolkit("update", "copy", "update.zip")
    assert (found.code, '"protection" differs, is missing or was added' in found.err) == (2, True)
    (copy / "protection").unlink()
    assert files_of(copy) == before
    assert list(outside.iterdir()) == []


def harmful(
    old: Path, files: Mapping[str, bytes], parts: Mapping[str, bytes], target: Path
) -> None:
    """An update with matching checksums, from the copy in `old` to a copy of `files`."""
    before = manifest_in(old)
    raw = members(files, small_copy(LATER))["manifest.json"]
    after = read_manifest(raw)
    packed = {"manifest.json": difference(before.sealed(), raw), **parts}
    sums = {path: sum_of(packed[path]) for path in sorted(packed)}
    state = state_of(before), state_of(after)
    made = Update(after.edition, after.title, "en", *state, sums, sum_of(b""))
    held = {name: packed[path] for path, name in made.members().items()}
    write_zip(target, {**held, HOW: b"", "update.json": made.sealed()}.items(), LATER)


HUGE = b"\0" * 5_000_000  # no manifest is this large
MIXED = bytes(range(256))
HARM: Mapping[str, tuple[Mapping[str, bytes], Mapping[str, bytes]]] = {
    "no difference": ({**FILES, "index.html": b"x"}, {"index.html": b"x"}),
    "nothing": ({**FILES, "index.html": b"x"}, {"index.html": b""}),
    "another file": ({**FILES, "index.html": b"x"}, {"index.html": difference(b"", b"y")}),
    "a larger file": ({**FILES, "index.html": b"x"}, {"index.html": difference(b"", HUGE)}),
    "two at once": ({**FILES, "index.html": b"x"}, {"index.html": difference(b"", b"x") * 2}),
    "of another file": (
        {**FILES, "index.html": MIXED},
        {"index.html": difference(MIXED, MIXED)},
    ),
    "a file left out": ({**FILES, "index.html": b"x", "new.html": b""}, {"new.html": b""}),
    "a file too many": (FILES, {"index.html": difference(b"", b"x")}),
    "a manifest too large": (FILES, {"manifest.json": difference(b"", HUGE)}),
    "no manifest": (FILES, {"manifest.json": difference(b"", b"{}")}),
    "a folder in place of a file": (
        {"index.html/evil.html": b"x"},
        {"index.html/evil.html": difference(b"", b"x")},
    ),
}


@pytest.mark.parametrize("name", HARM)
def test_update_made_to_harm(toolkit: Toolkit, tmp_path: Path, name: str) -> None:
    old = small_zip(tmp_path / "old.zip")
    copy = unpacked(old, tmp_path / "copy")
    before = files_of(copy)
    harmful(old, *HARM[name], tmp_path / "harm.zip")
    assert toolkit("verify", "harm.zip").code == 0
    found = toolkit("update", "copy", "harm.zip")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: ")
    assert files_of(copy) == before


def test_no_memory_for_more_than_was_told() -> None:
    with pytest.raises(DamageError, match="larger"):
        made_of(b"", difference(b"", HUGE), len(HUGE) - 1)
    assert made_of(b"", difference(b"", HUGE), len(HUGE)) == HUGE


def test_harmless_by_the_same_means(toolkit: Toolkit, tmp_path: Path) -> None:
    """The baseline of the cases above."""
    old = small_zip(tmp_path / "old.zip")
    copy = unpacked(old, tmp_path / "copy")
    parts = {"index.html": difference(FILES["index.html"], b"x")}
    harmful(old, {**FILES, "index.html": b"x"}, parts, tmp_path / "update.zip")
    assert toolkit("update", "copy", "update.zip").code == 0
    assert (copy / "index.html").read_bytes() == b"x"


def test_changed_copy(update: Path, toolkit: Toolkit, tmp_path: Path) -> None:
    """A file that the update replaces or removes has been changed locally."""
    for path in ("index.html", "assets/style.css", "empty.txt"):
        copy = unpacked(tmp_path / "old.zip", tmp_path / f"copy-{path.rpartition('/')[2]}")
        (copy / path).write_bytes(b"changed")
        before = files_of(copy)
        found = toolkit("update", copy.name, "update.zip")
        assert (found.code, f'"{path}" differs' in found.err) == (2, True)
        assert "move those that were added to another folder" in found.err
        assert files_of(copy) == before
