"""Whole copies, and all the ways they can be damaged."""

import json
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.editions.small import DAY, FILES, members, small_copy, small_folder, small_zip
from tests.program import Outcome, Toolkit
from toolkit.editions.files.sums import write_sums
from toolkit.editions.files.zips import write_zip
from toolkit.editions.verifying.verify import verify

Golden = Callable[[str, str], None]


def spoken(outcome: Outcome) -> str:
    return f"{outcome.out}{outcome.err}exit {outcome.code}\n"


def test_whole(toolkit: Toolkit, golden: Golden, tmp_path: Path) -> None:
    small_zip(tmp_path / "toolkit-en-prosecutors-judges-2026-11-25.zip")
    small_folder(tmp_path / "copy")
    (tmp_path / "copy" / ".DS_Store").write_bytes(b"x")
    said = [spoken(toolkit("verify", name)) for name in ("copy", *zips_in(tmp_path))]
    assert [line for line in said if "exit 0" not in line] == []
    golden("verify/whole.txt", "\n".join(said))


def zips_in(folder: Path) -> list[str]:
    return [path.name for path in sorted(folder.glob("*.zip"))]


def test_a_book_and_its_folder(tmp_path: Path) -> None:
    files = {**FILES, "mimetype": b"application/epub+zip"}
    held = members(files, place="EPUB/manifest.json")
    write_zip(tmp_path / "book.epub", held.items(), DAY, stored_first="mimetype")
    assert verify(tmp_path / "book.epub").whole
    assert verify(small_folder(tmp_path / "book", held)).whole


def test_folder_that_is_not_as_it_was(toolkit: Toolkit, golden: Golden, tmp_path: Path) -> None:
    copy = small_folder(tmp_path / "copy")
    (copy / "index.html").write_bytes(FILES["index.html"].replace(b"Start", b"start"))
    (copy / "assets/style.css").unlink()
    (copy / "empty.txt").write_bytes(b"x")
    (copy / "prevention/practices/a.html").unlink()
    (copy / "prevention/practices/a.html").symlink_to("/etc/passwd")
    (copy / "prevention/more").mkdir()
    (copy / "prevention/more/evil\x1b[2J.html").write_bytes(b"x")
    (copy / "loop").symlink_to(".")
    (copy / "Thumbs.db").write_bytes(b"x")
    (copy / "System Volume Information").mkdir()
    (copy / "System Volume Information/IndexerVolumeGuid").write_bytes(b"x")
    (copy / "prevention/.Trashes").mkdir()
    (copy / "prevention/.Trashes/501").write_bytes(b"x")
    golden("verify/folder.txt", spoken(toolkit("verify", "copy")))
    found = json.loads(toolkit("verify", "copy", "--format", "json").out)
    assert (found["whole"], found["by"]) == (False, ["manifest"])
    assert found["tolerated"] == ["System Volume Information/IndexerVolumeGuid", "Thumbs.db"]
    assert [fault["kind"] for fault in found["faults"]].count("added") == 3


def test_folder_as_a_whole(toolkit: Toolkit, tmp_path: Path) -> None:
    """Unpacked into another copy, or copied only in part: hundreds of lines would say no more."""
    files = {**FILES, **{f"assets/{number}.css": b"x" for number in range(9)}}
    copy = small_folder(tmp_path / "copy", members(files))
    small_folder(copy / "again")
    (copy / "prevention/new.html").write_bytes(b"x")
    shutil.rmtree(copy / "assets")
    found = toolkit("verify", "copy").out.splitlines()
    assert [
        line.split(maxsplit=1) for line in found if line.startswith(("  added", "  missing"))
    ] == [
        ["added", "again/: 6 files"],
        ["added", "prevention/new.html"],
        ["missing", "assets/: 10 files"],
    ]


@pytest.mark.parametrize("path", sorted(members()))
def test_one_byte_in_any_file(toolkit: Toolkit, tmp_path: Path, path: str) -> None:
    copy = small_folder(tmp_path / "copy")
    data = bytearray((copy / path).read_bytes() or b"\0")
    data[len(data) // 2] ^= 1
    (copy / path).write_bytes(data)
    found = toolkit("verify", "copy")
    assert found.code == 1
    assert path in found.out


def test_one_bit_anywhere_in_a_zip(tmp_path: Path) -> None:
    """The last bits of a packed file don't affect what is unpacked; that is noticed, too."""
    path = small_zip(tmp_path / "x.zip")
    whole = path.read_bytes()
    starts = [start for start in range(len(whole)) if whole.startswith(b"PK", start)]
    with zipfile.ZipFile(path) as opened:
        ends = {starts[number] - 1 for number in range(1, len(opened.infolist()) + 1)}
    places = [(offset, 1 << offset % 8) for offset in range(0, len(whole), 3)]
    places += [(offset, 1 << bit) for offset in ends for bit in range(8)]
    unnoticed = []
    for offset, bit in places:
        path.write_bytes(whole[:offset] + bytes([whole[offset] ^ bit]) + whole[offset + 1 :])
        if verify(path).whole:
            unnoticed.append((offset, bit))
    assert unnoticed == []


def test_zip_of_another_packer_has_to_be_unpacked(tmp_path: Path, toolkit: Toolkit) -> None:
    small_folder(tmp_path / "copy")
    shutil.make_archive(str(tmp_path / "anew"), "zip", tmp_path / "copy")
    found = toolkit("verify", "anew.zip")
    assert found.code == 1
    assert "unzip it and check the folder" in " ".join(found.out.split())
    assert "Checked against" not in found.out


def test_set(toolkit: Toolkit, golden: Golden, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    small_zip(folder / "toolkit-en-2026-11-25.zip")
    for ending in ("pdf", "html"):
        (folder / f"toolkit-en-2026-11-25.{ending}").write_bytes(ending.encode())
    names = [path.name for path in folder.iterdir()]
    write_sums(folder, names)
    (folder / "SHA256SUMS.sig").write_bytes(b"x")
    golden("verify/set.txt", spoken(toolkit("verify", "set")))
    single = [spoken(toolkit("verify", f"set/{name}")) for name in sorted(names)]
    golden("verify/set-single.txt", "\n".join(single))

    (folder / "toolkit-en-2026-11-25.pdf").write_bytes(b"pdF")
    (folder / "toolkit-en-2026-11-25.html").unlink()
    (folder / "other.zip").write_bytes(b"x")
    (folder / "desktop.ini").write_bytes(b"x")
    damaged = bytearray((folder / "toolkit-en-2026-11-25.zip").read_bytes())
    damaged[100] ^= 4
    (folder / "toolkit-en-2026-11-25.zip").write_bytes(damaged)
    golden("verify/set-changed.txt", spoken(toolkit("verify", "set")))


@pytest.mark.parametrize(
    ("name", "lines", "said"),
    [
        ("lacks", f"{'0' * 64}  other.pdf\n", "does not list it"),
        ("empty", "", "SHA256SUMS is empty"),
        ("words", "hello\n", "SHA256SUMS:1: not the checksum"),
        ("climbs", f"{'0' * 64}  ../x.pdf\n", "SHA256SUMS:1: not the checksum"),
        ("twice", f"{'0' * 64}  x.pdf\n{'1' * 64}  x.pdf\n", "SHA256SUMS:2:"),
        ("itself", None, "there is no SHA256SUMS"),
    ],
)
def test_nothing_to_check_by(
    toolkit: Toolkit, tmp_path: Path, name: str, lines: str | None, said: str
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    if lines is not None:
        (tmp_path / "SHA256SUMS").write_text(lines)
    found = toolkit("verify", "x.pdf")
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_what_to_name_instead(toolkit: Toolkit, tmp_path: Path) -> None:
    small_folder(tmp_path / "usb/copy")
    (tmp_path / "usb/evil\x1b[2J").mkdir()
    for named in ("usb", "usb/copy/prevention", "usb/copy/index.html"):
        found = toolkit("verify", named)
        assert (found.code, found.out) == (2, "")
        assert 'hint: name the folder of the copy: "usb/copy".\n' in found.err
    (tmp_path / "set").mkdir()
    (tmp_path / "set/x.pdf").write_bytes(b"%PDF")
    write_sums(tmp_path / "set", ["x.pdf"])
    (tmp_path / "set/SHA256SUMS").rename(tmp_path / "set/SHA256SUMS.txt")
    for named in ("set", "set/x.pdf"):
        assert "hint: rename SHA256SUMS.txt to SHA256SUMS:" in toolkit("verify", named).err


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_sums_as_windows_saves_them(toolkit: Toolkit, tmp_path: Path, mark: str, end: str) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    lines = write_sums(tmp_path, ["x.pdf"]).read_text()
    (tmp_path / "SHA256SUMS").write_bytes((mark + lines.replace("\n", end)).encode())
    assert toolkit("verify", "x.pdf").code == 0


def test_without_the_repository(tmp_path: Path) -> None:
    """From any folder, and without loading what builds a site."""
    small_zip(tmp_path / "x.zip")
    program = (
        "import sys; from toolkit.cli.main import run; code = run(['verify', 'x.zip']);"
        "heavy = {'mkdocs', 'yaml', 'babel', 'markdown', 'toolkit.content', 'toolkit.catalogue'};"
        "print(int(code), sorted(heavy & sys.modules.keys()))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.zip"]


SIGNING = (
    "ssh-keygen -q -t ed25519 -N '' -C publisher -f key",
    "ssh-keygen -q -Y sign -f key -n file SHA256SUMS",
)


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs ssh-keygen")
def test_the_signature_that_the_page_describes(toolkit: Toolkit, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    write_sums(tmp_path, ["x.pdf"])
    for line in SIGNING:
        subprocess.run(shlex.split(line), cwd=tmp_path, check=True, capture_output=True)
    public = (tmp_path / "key.pub").read_text()
    (tmp_path / "SIGNERS").write_text(f"publisher {public}")
    found = toolkit("verify", "x.pdf")
    command = next(line for line in found.out.splitlines() if line.startswith("  ssh-keygen"))
    command = command.replace("NAME", "publisher")
    for text, code in (("", 0), ("x", 255)):
        with (tmp_path / "SHA256SUMS").open("a") as file:
            file.write(text)
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True)  # noqa: S602
        assert done.returncode == code


def test_another_edition_is_told(toolkit: Toolkit, tmp_path: Path) -> None:
    small_zip(tmp_path / "x.zip", copy=small_copy(edition=""))
    found = json.loads(toolkit("verify", "x.zip", "--format", "json").out)
    assert found["copy"] | {"digest": "", "version": ""} == {
        "edition": "",
        "title": "Prosecutors and judges",
        "language": "en",
        "choice": {"audiences": ["prosecutors-judges"]},
        "as_of": "2026-11-25",
        "version": "",
        "digest": "",
        "entries": 2,
        "of": 3,
        "files": len(FILES),
    }
