"""A full disk, a read-only place: one message, exit code 2, nothing half-written."""

import errno
import os
import resource
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.checkouts import EPOCH, ROOT, make_checkout, program_of
from tests.content_case import edit, lay_base
from tests.ledger import found_ledger
from tests.program import Outcome, Toolkit
from toolkit.cli import main
from toolkit.cli.exit_codes import ExitCode
from toolkit.problems import ToolkitError
from toolkit.publishing import new_folder_for, write_files

NEW = (
    *("new", "resource", "--title", "A new guide to ships", "--summary", "It is about ships."),
    *("--type", "handbook", "--year", "2019", "--pillars", "prevention", "--languages", "en"),
    *("--themes", "investigation", "--audiences", "law-enforcement", "--level", "global"),
    *("--regions", "world", "--organisations", "unodc"),
)
RECOGNISE = ("recognise", "unodc", "manual", "--on", "2026-11-25")
KEEP = ("digest", "manual", "--keep")
FIX = ("check", "--fix")
RENAME = ("rename", "manual", "inspection-manual")


@contextmanager
def room_for(most: int) -> Iterator[None]:
    """No file may exceed this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
        if ".cache" not in path.parts
    }


def is_refused(done: Outcome, because: str) -> None:
    assert done.code == 2, done.err
    assert "Traceback" not in done.err
    error, hint = done.err.splitlines()[-2:]
    assert error.startswith("error: ")
    assert error.endswith(f"can't be written: {because}.")
    assert hint.startswith("hint: free some space")


@pytest.fixture
def content(docs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content with a ledger, a fault to fix, and a register of over a thousand bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    found_ledger(docs)
    register = f"{'# ' + '-' * 90}\n" * 20
    (docs / "recognition/unodc.yml").write_text(f"{register}recognises:\n", encoding="utf-8")
    guide = docs / "prevention/resources/guide.md"
    edit(guide, "year: 2019", "year: 2019  ")
    return docs.parent


@pytest.mark.parametrize(
    "command", [NEW, RECOGNISE, KEEP, FIX, RENAME, ("generate",)], ids=lambda c: c[0]
)
@pytest.mark.parametrize("room", [0, 100, 1500])
def test_no_room_for_a_file(
    content: Path, toolkit: Toolkit, command: tuple[str, ...], room: int
) -> None:
    before = files(content)
    with room_for(room):
        done = toolkit(*command)
    if done.code == 2:
        is_refused(done, "File too large")
        assert files(content) == before
    else:  # it writes less than that
        assert room == 1500
        assert command in (NEW, KEEP, FIX, RENAME)


def test_no_room_for_the_register_of_links(content: Path, toolkit: Toolkit) -> None:
    state = "\n  state: ok\n  checked: 2026-01-02\n  since: 2026-01-02\n"
    names = ("guide", *map(str, range(20)))
    rows = [f'"https://www.unodc.org/{name}":{state}' for name in names]
    rows[0] += f"  sha256: {'a' * 64}\n  changed: 2026-01-02\n"
    (content / "docs/registers/links.yml").write_text("".join(rows), encoding="utf-8")
    before = files(content)
    with room_for(1500):
        done = toolkit("review", "guide", "--by", "unodc", "--on", "2026-01-05")
    is_refused(done, "File too large")
    assert "links.yml" in done.err
    assert files(content) == before


@pytest.fixture(params=["guide", "manual"])
def locked(content: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file that no one can replace or remove, as one that is open in Windows."""
    edit(content / "docs/prevention/resources/guide.md", "See [", "See [it](manual.md), [")
    file = content / f"docs/prevention/resources/{request.param}.md"
    if not shutil.which("chattr"):
        pytest.skip("needs chattr, of the package e2fsprogs")
    lock = ["chattr", "+i", str(file)]
    if os.geteuid() != 0 or subprocess.run(lock, check=False, capture_output=True).returncode:
        pytest.skip("only an administrator may lock a file, and not on every disk")
    yield file
    subprocess.run(["chattr", "-i", str(file)], check=True)


def test_a_file_that_stays(content: Path, locked: Path, toolkit: Toolkit) -> None:
    before = files(content)
    done = toolkit(*RENAME)
    is_refused(done, "Operation not permitted")
    assert locked.name in done.err
    assert files(content) == before


def test_a_disk_that_belongs_to_somebody_else(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a stick where everyone may write, but only its owner may set permissions."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chmod", refuse)
    monkeypatch.chdir(content)
    assert main.run([*RENAME]) is ExitCode.OK
    assert (content / "docs/prevention/resources/inspection-manual.md").is_file()
    made = new_folder_for(content / "site")
    assert made.path.is_dir()
    made.remove()


@pytest.mark.parametrize("command", [RECOGNISE, KEEP], ids=lambda c: c[0])
def test_a_file_in_the_place_of_a_folder(
    content: Path, command: tuple[str, ...], toolkit: Toolkit
) -> None:
    (content / "docs/recognition/texts").write_text("")
    before = files(content)
    done = toolkit(*command)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert files(content) == before


def test_no_room_for_what_is_printed(content: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m toolkit fields > /dev/full"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", command], cwd=content, env=environment, capture_output=True, text=True
    )
    is_refused(Outcome(done.returncode, "", done.stderr), "No space left on device")


@pytest.mark.parametrize("module", ["toolkit", "mkdocs"])
def test_no_room_for_a_site(tmp_path: Path, module: str) -> None:
    lay_base(tmp_path / "checkout")
    checkout = make_checkout(tmp_path / "checkout")
    checkout.site.mkdir()
    (checkout.site / "build.json").write_text('{"input_digest": "of the last good site"}')
    before = files(checkout.folder)
    command = ("tests.hostile.limited", "5", "20000", module, "build")
    environment = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    done = program_of(ROOT).run(*command, cwd=checkout.folder, environment=environment)
    if module == "toolkit":
        is_refused(done, "File too large")
    else:
        assert done.code == 1
        assert 'error: "site" can\'t be written: File too large.\nhint: ' in done.out
        assert "Traceback" not in done.err
    assert files(checkout.folder) == before


def test_a_run_that_is_ended_between_two_files_leaves_all_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")
    replace = Path.replace

    def ended(new: Path, target: Path) -> Path:
        done = replace(new, target)
        if target.name == "second":
            raise KeyboardInterrupt
        return done

    for second in ("second", "folder/second"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", ended)
            with pytest.raises(KeyboardInterrupt):
                write_files({old: b"new", tmp_path / second: b"new", tmp_path / "third": b"new"})
        assert files(tmp_path) == {"old": b"old"}


def test_a_file_that_can_not_be_put_back_keeps_no_other_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = first, second, _ = [tmp_path / name for name in ("first", "second", "third")]
    for path in paths:
        path.write_bytes(b"old")
    replace = Path.replace

    def failing(new: Path, target: Path) -> Path:
        if target.name == "third":
            first.unlink()
            first.mkdir()  # reading it raises OSError
            raise OSError(errno.ENOSPC, "full")
        return replace(new, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(ToolkitError, match=r'third" can\'t be written: No space'):
            write_files(dict.fromkeys(paths, b"new"))
    assert second.read_bytes() == b"old"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only an administrator may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(
    small_disk: Path, content: Path, toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = small_disk / "docs"
    subprocess.run(["cp", "-r", str(content / "docs"), str(target)], check=True)
    free = os.statvfs(small_disk)
    (small_disk / "much").write_bytes(b"x" * free.f_bavail * free.f_frsize)
    before = files(small_disk)
    with monkeypatch.context() as patch:
        patch.chdir(small_disk)
        for command in (NEW, RECOGNISE, KEEP, FIX, RENAME):
            is_refused(toolkit(*command), "No space left on device")
            assert files(small_disk) == before
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        for command in (NEW, RECOGNISE, KEEP, FIX, RENAME):
            is_refused(toolkit(*command), "Read-only file system")
