"""An update, unpacked over an old copy and worked off, makes the new copy."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Outcome
from tests.editions.small import FILES, small_copy, small_folder, small_zip
from toolkit.editions.manifest import unsealed
from toolkit.editions.updates import make_update
from toolkit.editions.zips import write_zip
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
    keys = {"format", "edition", "language", "from", "to", "files", "delete", "digest"}
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
        (broken, new, "is not the zip of a whole, unchanged copy"),
        (update, new, "is not the zip of a whole, unchanged copy"),
        (cased, new, "No update can lead from the one copy to the other"),
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
