"""Files of the last site that would be the same are linked, not written again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checkouts import Checkout, make_checkout


def damaged(file: Path, _elsewhere: Path) -> None:
    file.write_bytes(b"damaged")


def of_the_same_size(file: Path, _elsewhere: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def of_the_same_size_and_time(file: Path, _elsewhere: Path) -> None:
    """As `sed` and `touch -r` leave it, or a copy that keeps times."""
    status = file.stat()
    file.write_bytes(bytes(status.st_size))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def another_of_the_same_size_and_time(file: Path, elsewhere: Path) -> None:
    status = file.stat()
    elsewhere.write_bytes(bytes(status.st_size))
    os.utime(elsewhere, ns=(status.st_atime_ns, status.st_mtime_ns))
    elsewhere.rename(file)


def link_to_nothing(file: Path, elsewhere: Path) -> None:
    file.unlink()
    file.symlink_to(elsewhere)


def link_to_the_same(file: Path, elsewhere: Path) -> None:
    file.rename(elsewhere)
    file.symlink_to(elsewhere)


def pipe(file: Path, _elsewhere: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """With its site, which each test leaves as it was: it builds it again."""
    made = make_checkout(tmp_path_factory.mktemp("checkout"))
    made.build()
    return made


@pytest.mark.parametrize(
    "harm",
    [
        *(damaged, of_the_same_size, of_the_same_size_and_time, another_of_the_same_size_and_time),
        *(link_to_nothing, link_to_the_same, pipe),
    ],
)
def test_only_files_that_are_still_the_same_are_taken_over(
    tmp_path: Path, checkout: Checkout, harm: Callable[[Path, Path], None]
) -> None:
    same, data = sorted((checkout.site / "assets/write/entries").iterdir())[:2]
    inode = same.stat().st_ino
    harmed = {file: file.read_bytes() for file in (data, checkout.site / "index.html")}
    elsewhere = {file: tmp_path / f"elsewhere-{file.name}" for file in harmed}
    for file in harmed:
        harm(file, elsewhere[file])
    checkout.build()
    assert same.stat().st_ino == inode
    for file, right in harmed.items():
        assert not file.is_symlink()
        assert file.read_bytes() == right
        assert not elsewhere[file].exists() or harm is link_to_the_same
    assert "kept: nothing has changed" in checkout.toolkit("build").out


def test_the_next_site_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    """A server could read none of the first one; to publish it anew must be enough."""
    checkout = make_checkout(tmp_path)
    before = os.umask(0o077)
    try:
        for mask in (0o077, 0o022):
            os.umask(mask)
            assert checkout.run("toolkit", "build").code == 0
            modes = {one.stat().st_mode & 0o777 for one in checkout.site.rglob("*.*")}
            assert modes == {0o666 & ~mask}
    finally:
        os.umask(before)


def test_a_file_that_a_server_can_no_longer_read_is_made_anew(checkout: Checkout) -> None:
    """As some editors and deploying scripts leave it: a page, and a file that is none."""
    harmed = (checkout.site / "index.html", checkout.site / "data/index.json")
    for file in harmed:
        file.chmod(0o600)
    checkout.build()
    mask = os.umask(0o022)
    os.umask(mask)
    assert {one.stat().st_mode & 0o777 for one in checkout.site.rglob("*.*")} == {0o666 & ~mask}


def test_what_the_search_makes_of_the_same_documents_is_in_one_file(tmp_path: Path) -> None:
    """With thousands of entries, all others of the cache stay as they are where a word changes."""
    checkout = make_checkout(tmp_path)
    checkout.build()
    kept = list((tmp_path / ".cache/toolkit").glob("search-en-*"))
    assert 1 <= len(kept) <= 2  # and one that knows the whole search
