import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.editions.small import DAY, FILES
from toolkit.editions.files.sums import read_sums, write_sums
from toolkit.editions.files.zips import write_zip
from toolkit.problems import ToolkitError


def test_same_files_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_zip(tmp_path / "one.zip", FILES.items(), DAY)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    old = os.umask(0o077)
    try:
        write_zip(tmp_path / "two.zip", reversed(list(FILES.items())), DAY)
    finally:
        os.umask(old)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_other_programs_unpack_it(tmp_path: Path) -> None:
    target = tmp_path / "book.epub"
    files = {**FILES, "mimetype": b"application/epub+zip"}
    write_zip(target, files.items(), DAY, stored_first="mimetype")
    assert target.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == ["mimetype", *sorted(FILES)]
        assert {packed.read(name) for name in FILES} == set(FILES.values())


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["über.html"], "its parts may contain only"),
        (["a b.html"], "its parts may contain only"),
        (["/etc/passwd"], "its parts may contain only"),
        (["C:\\x"], "its parts may contain only"),
        (["../x"], "a part of it ends in a full stop"),
        (["notes./x"], "a part of it ends in a full stop"),
        (["aux.html"], 'Windows reserves the name "aux.html"'),
        (["a/COM1"], 'Windows reserves the name "COM1"'),
        (["a" * 151], "longer than 150"),
        (["a/" * 9 + "b"], "more than 8 folders"),
        (["About.html", "about.html"], '"about.html" and "About.html" can\'t both be'),
        (["About/a.html", "about/b.html"], '"about/b.html" and "About" can\'t both be'),
        (["a", "a/b"], '"a/b" and "a" can\'t both be'),
        (["a", "a"], '"a" and "a" can\'t both be'),
    ],
)
def test_names_that_some_system_cannot_hold(tmp_path: Path, names: list[str], why: str) -> None:
    with pytest.raises(ToolkitError, match=r"part of a copy|both be") as raised:
        write_zip(tmp_path / "x.zip", [(name, b"") for name in names], DAY)
    assert why in raised.value.message
    assert "rename" in raised.value.hint
    assert "both be" in raised.value.message or "aliases" in raised.value.hint
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_where_packing_fails(tmp_path: Path) -> None:
    (tmp_path / "full.zip").symlink_to("/dev/full")
    with pytest.raises(ToolkitError, match="can't be written: No space left"):
        write_zip(tmp_path / "full.zip", [("a", b"a" * 100_000)], DAY)
    assert list(tmp_path.iterdir()) == []


def test_sums_are_those_of_coreutils(tmp_path: Path) -> None:
    for name in ("b.zip", "a.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    path = write_sums(tmp_path, ["b.zip", "a.pdf"])
    assert [line[64:] for line in path.read_text().splitlines()] == ["  a.pdf", "  b.zip"]
    assert list(read_sums(path)) == ["a.pdf", "b.zip"]
    if shutil.which("sha256sum"):
        checked = subprocess.run(
            ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, capture_output=True
        )
        assert checked.returncode == 0
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["SHA256SUMS", "a.pdf", "b.zip"]


def test_a_signature_goes_with_the_sums_that_it_is_of(tmp_path: Path) -> None:
    signature = tmp_path / "SHA256SUMS.minisig"
    (tmp_path / "copy.zip").write_bytes(b"content")
    write_sums(tmp_path, ["copy.zip"])
    signature.write_bytes(b"a signature")
    write_sums(tmp_path, ["copy.zip"])
    assert signature.is_file()
    (tmp_path / "copy.zip").write_bytes(b"other content")
    write_sums(tmp_path, ["copy.zip"])
    assert not signature.exists()
