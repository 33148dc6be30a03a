"""An update, unpacked over an old copy and worked off, makes the new copy."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.editions.small import FILES, members, small_copy, small_folder, small_zip
from tests.program import Outcome
from toolkit.editions.files.manifest import read_manifest, sum_of, unsealed
from toolkit.editions.files.update_files import HOW, OWN, Update, state_of
from toolkit.editions.files.zips import write_zip
from toolkit.editions.updates.making import make_update, manifest_in
from toolkit.problems import ToolkitError

Toolkit = Callable[..., Outcome]
LATER = date(2027, 2, 1)
NEW_FILES = {
    **{path: content for path, content in FILES.items() if path != "assets/style.css"},
    "index.html": b"<p>New.</p>",
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


def files_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_worked_off(
    update: Path, toolkit: Toolkit, golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    copy = unpacked(tmp_path / "old.zip", tmp_path / "copy")
    said = [toolkit("verify", "update.zip"), toolkit("verify", "copy")]
    unpacked(update, copy)
    said.append(toolkit("verify", "copy"))
    lines = (copy / "DELETE.txt").read_text(encoding="ascii").splitlines()
    assert lines == ["assets/style.css", "UPDATE-HOW.txt", "update.json", "DELETE.txt"]
    golden("verify/UPDATE-HOW.txt", (copy / "UPDATE-HOW.txt").read_text())
    for line in lines:
        (copy / line).unlink()
    said.append(toolkit("verify", "copy"))
    assert [one.code for one in said] == [0, 0, 1, 0]
    golden("verify/update.txt", "\n".join(one.out for one in said))
    assert files_of(copy) == files_of(unpacked(tmp_path / "new.zip", tmp_path / "new"))


def test_update_json(update: Path) -> None:
    with zipfile.ZipFile(update) as packed:
        told = json.loads(packed.read("update.json"))
        manifest = json.loads(packed.read("manifest.json"))
        names = packed.namelist()
    assert told["files"] == ["index.html", "manifest.json", "protection/c.html"]
    assert told["to"] == {"as_of": "2027-02-01", "digest": manifest["digest"]}
    assert told["from"]["as_of"] == "2026-11-25"
    assert names == sorted([*told["files"], "DELETE.txt", "UPDATE-HOW.txt", "update.json"])
    keys = {"format", "edition", "language", "from", "to", "files", "delete", "how", "digest"}
    assert set(told) == keys
    with zipfile.ZipFile(update) as packed:
        assert unsealed(packed.read("update.json"), "update.json", keys)


@pytest.mark.parametrize("path", ["DELETE.txt", "UPDATE-HOW.txt", "update.json", "index.html"])
def test_changed_update(update: Path, toolkit: Toolkit, path: str) -> None:
    with zipfile.ZipFile(update) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    write_zip(update, {**held, path: held[path][:-2] + b"x\n"}.items(), LATER)
    found = toolkit("verify", "update.zip")
    assert found.code == 1
    assert path in found.out


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
        (update, new, "is not the zip of a complete and unchanged copy"),
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
    # As a run that is killed leaves what it was writing.
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
        (("copy", "gone.zip"), '"gone.zip": No such file'),
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


def test_update_that_would_write_through_a_link(
    update: Path, toolkit: Toolkit, tmp_path: Path
) -> None:
    """Made to harm: it deletes "assets" and adds a file below, where "assets" is a link."""
    old = small_zip(tmp_path / "old.zip", {"index.html": b"", "assets": b""})
    copy = unpacked(old, tmp_path / "copy")
    held = members({"index.html": b"", "assets/evil.html": b"evil"}, small_copy(LATER))
    after = read_manifest(held["manifest.json"])
    before = state_of(manifest_in(old))
    files = ("assets/evil.html", "manifest.json")
    how = sum_of(b"")
    harm = Update(after.edition, "en", before, state_of(after), files, ("assets", *OWN), how)
    held.pop("index.html")
    write_zip(tmp_path / "harm.zip", {**held, HOW: b"", **harm.own_files()}.items(), LATER)
    outside = tmp_path / "outside"
    outside.mkdir()
    (copy / "assets").unlink()
    (copy / "assets").symlink_to(outside)
    assert toolkit("update", "copy", "harm.zip").code == 2
    assert list(outside.iterdir()) == []
