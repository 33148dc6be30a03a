"""A finished site takes the place of the one before it, and of nothing else."""

import errno
import os
import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import NoReturn

import pytest

from tests.checkouts import Checkout
from tests.content_case import edit
from tests.ending import NEW
from tests.files import files_of, write_files
from toolkit import publishing
from toolkit.problems import ToolkitError
from toolkit.publishing import NewFolder, new_folder_for


@pytest.mark.parametrize(
    ("beside", "text"),
    [
        ("index.html", "Another site"),
        ("404.html", "Another site"),
        ("build.json", '{"name": "another program"}'),
        (".git/HEAD", "ref: refs/heads/pages"),
    ],
)
def test_a_folder_with_other_files_is_not_overwritten(
    checkout: Checkout, beside: str, text: str
) -> None:
    precious = checkout.folder / "letters"
    precious.mkdir()
    (precious / "letter.txt").write_text("dear")
    (precious / beside).parent.mkdir(exist_ok=True)
    (precious / beside).write_text(text)
    if beside.startswith("."):
        (precious / "build.json").write_text('{"input_digest": "sha256:0"}')
    outcome = checkout.toolkit("build", "--output", "letters")
    assert outcome.code == 2
    assert "would be lost" in outcome.err
    assert (precious / "letter.txt").read_text() == "dear"


def test_what_somebody_puts_into_the_output_folder_while_a_site_is_built_is_not_lost(
    checkout: Checkout,
) -> None:
    edit(checkout.folder / "mkdocs.yml", "hooks/generate.py", "hooks/generate.py\n  - meanwhile.py")
    (checkout.folder / "meanwhile.py").write_text(
        "from pathlib import Path\n"
        "def on_pre_build(config):\n"
        "    Path('site').mkdir()\n"
        "    Path('site/letter.txt').write_text('dear')\n"
    )
    outcome = checkout.toolkit("build")
    assert outcome.code == 2
    assert "would be lost" in outcome.err
    assert checkout.files() == {"letter.txt": b"dear"}
    assert not list(checkout.folder.glob(NEW))


def test_a_first_site_that_another_build_made_meanwhile_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"new/index.html": b"ours", "site/index.html": b"theirs"})
    # The other one came after a look at the place.
    monkeypatch.setattr(Path, "exists", lambda _: False)
    monkeypatch.delattr(Path, "rename")  # Linux exchanges them: at no time is there no site
    publishing.publish(tmp_path / "new", tmp_path / "site")
    monkeypatch.undo()
    assert (tmp_path / "site/index.html").read_bytes() == b"ours"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_site_behind_a_link_is_replaced_where_it_is(tmp_path: Path) -> None:
    """As a server has it whose folder of sites, still empty, is on another disk."""
    (tmp_path / "disk/www").mkdir(parents=True)
    (tmp_path / "site").symlink_to("disk/www")
    made = new_folder_for(tmp_path / "site")
    assert made.path.parent == tmp_path / "disk"
    write_files(made.path, {"index.html": b"new"})
    publishing.publish(made.path, tmp_path / "site")
    made.remove()
    assert (tmp_path / "site").is_symlink()
    assert files_of(tmp_path / "disk") == {"www/index.html": b"new"}


def test_what_a_killed_run_left_is_removed_and_nothing_that_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[str] = []
    lock = publishing._lock

    def noted(folder: Path) -> int | None:
        locked.append(folder.name)
        return lock(folder)

    handles = len([*Path("/proc/self/fd").iterdir()])
    monkeypatch.setattr(publishing, "_lock", noted)
    used = NewFolder(tmp_path)
    # Until it was locked, another run could have removed it.
    assert not any(map(publishing.is_unfinished, locked))
    ours = {used.path.name, ".toolkit-new-made-0123abcd", ".toolkit-new-x"}
    for name in {*ours, ".toolkit-new-0123abcd", ".toolkit-new-0123abcd-old"} - {used.path.name}:
        (tmp_path / name).mkdir()
    NewFolder(tmp_path).remove()
    assert {one.name for one in tmp_path.iterdir()} == ours
    used.remove()
    assert not used.path.exists()
    assert len([*Path("/proc/self/fd").iterdir()]) == handles


@pytest.mark.parametrize("ended", ["refused", "interrupted", "killed"])
def test_a_system_that_cannot_exchange_folders_loses_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: str
) -> None:
    write_files(tmp_path, {"site/index.html": b"old"})
    made = NewFolder(tmp_path)
    write_files(made.path, {"index.html": b"new"})
    monkeypatch.setattr(publishing, "_RENAME_EXCHANGE", 1 << 20)  # as on a disk that knows none
    rename = Path.rename

    def refusing(path: Path, to: Path) -> Path:
        if path == made.path:
            if ended != "killed":
                NewFolder(tmp_path).remove()  # another run begins meanwhile
            raise OSError if ended == "refused" else KeyboardInterrupt
        if ended == "killed" and path != tmp_path / "site":  # it can't put the old one back
            raise KeyboardInterrupt
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises((OSError, KeyboardInterrupt)):
        publishing.publish(made.path, tmp_path / "site")
    monkeypatch.undo()
    made.remove()
    NewFolder(tmp_path).remove()  # as the next run does
    assert files_of(tmp_path) == ({} if ended == "killed" else {"site/index.html": b"old"})
    assert not list(tmp_path.glob(NEW))


@pytest.mark.parametrize("ended", ["", "while removing", "while renaming"])
def test_a_site_that_can_only_be_copied_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: str
) -> None:
    """As a container has it that was started from an image with a site (overlayfs)."""
    write_files(tmp_path, {"site/index.html": b"old", "site/fr/index.html": b"ancien"})
    made = NewFolder(tmp_path)
    write_files(made.path, {"index.html": b"new"})
    monkeypatch.setattr(publishing, "_RENAME_EXCHANGE", 1 << 20)
    rename = Path.rename

    def refusing(path: Path, to: Path) -> Path:
        if path == tmp_path / "site":
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        if ended == "while renaming" and path == made.path:
            NewFolder(tmp_path).remove()  # another run begins meanwhile
            raise KeyboardInterrupt
        return rename(path, to)

    def interrupted(_: Path) -> NoReturn:
        monkeypatch.setattr(shutil, "rmtree", remove)
        (tmp_path / "site/index.html").unlink()
        raise KeyboardInterrupt

    remove = shutil.rmtree
    if ended == "while removing":
        monkeypatch.setattr(shutil, "rmtree", interrupted)
    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(KeyboardInterrupt) if ended else nullcontext():
        publishing.publish(made.path, tmp_path / "site")
    made.remove()
    old = {"site/index.html": b"old", "site/fr/index.html": b"ancien"}
    assert files_of(tmp_path) == (old if ended else {"site/index.html": b"new"})


@pytest.mark.parametrize("mask", [0o002, 0o077])
def test_what_is_new_gets_the_permissions_that_the_system_gives(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        publishing.write_file(tmp_path / "a.md", b"")
        new_folder = NewFolder(tmp_path)
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o666 & ~mask
    (tmp_path / "a.md").chmod(0o640)  # which it then keeps
    (tmp_path / "b.md").touch()
    publishing.write_files({tmp_path / "b.md": None, tmp_path / "a.md": b"new"})
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640
    assert not (tmp_path / "b.md").exists()
    (tmp_path / "device").symlink_to("/dev/null")
    with pytest.raises(ToolkitError, match="not an ordinary file"):
        publishing.write_file(tmp_path / "device", b"")
    assert new_folder.path.stat().st_mode & 0o777 == 0o777 & ~mask
    new_folder.remove()


@pytest.mark.parametrize("is_link", [False, True])
def test_a_disk_is_refused_before_the_work(
    built: Checkout, tmp_path: Path, *, is_link: bool
) -> None:
    disk = Path("/proc")  # mounted on each Linux
    if is_link:
        (tmp_path / "stick").symlink_to(disk)
        disk = tmp_path / "stick"
    outcome = built.toolkit("build", "--output", str(disk))
    assert outcome.code == 2
    assert outcome.err == (
        f'error: "{disk}" is a separate disk or volume, which a new site can\'t replace.\n'
        "hint: choose a folder in it with --output.\n"
    )
