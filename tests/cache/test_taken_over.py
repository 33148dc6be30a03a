"""Files of the last site that would be the same are linked, not written again."""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from tests.checkouts import Checkout, make_checkout
from tests.content_case import edit, lay_base
from toolkit.cli.main import run


def damaged(file: Path, _elsewhere: Path) -> None:
    file.write_bytes(b"damaged")


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


def that_a_server_can_no_longer_read(file: Path, _elsewhere: Path) -> None:
    """As some editors and deploying scripts leave it."""
    file.chmod(0o600)


def modes(files: Iterable[Path]) -> set[int]:
    return {one.lstat().st_mode & 0o777 for one in files}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """With its site, which each test leaves as it was: it builds it again."""
    made = make_checkout(tmp_path_factory.mktemp("checkout"))
    made.build()
    return made


@pytest.mark.slow
@pytest.mark.parametrize(
    "harms",
    [
        # Only what others can't set shows that there is anything to look for.
        (of_the_same_size_and_time,),
        (
            *(damaged, another_of_the_same_size_and_time, link_to_nothing, link_to_the_same),
            *(pipe, that_a_server_can_no_longer_read),
        ),
    ],
    ids=["one", "others"],
)
def test_only_files_that_are_still_the_same_are_taken_over(
    tmp_path: Path, checkout: Checkout, harms: Sequence[Callable[[Path, Path], None]]
) -> None:
    """Each harm is done to a page, and to a file that is none."""
    same, *data = sorted((checkout.site / "assets/write/entries").iterdir())
    pages = sorted(checkout.site.glob("protection/*/*.html"))
    inode = same.stat().st_ino
    harmed = [
        (file, file.read_bytes(), tmp_path / f"elsewhere-{file.name}", harm)
        for harm, *files in zip(harms, data, pages, strict=False)
        for file in files
    ]
    assert len(harmed) == 2 * len(harms)
    for file, _, elsewhere, harm in harmed:
        harm(file, elsewhere)
    checkout.build()
    assert same.stat().st_ino == inode
    for file, right, elsewhere, harm in harmed:
        assert not file.is_symlink(), harm
        assert file.read_bytes() == right, harm
        assert modes([file]) == modes([same]), harm
        assert not elsewhere.exists() or harm is link_to_the_same
    assert "kept: nothing has changed" in checkout.toolkit("build").out


@pytest.mark.slow
def test_a_site_that_was_put_back_gives_no_pages_of_its_time(checkout: Checkout) -> None:
    """To rename a folder changes no file in it: none was changed since the last build."""
    earlier = checkout.folder / "earlier"
    checkout.build("--as-of", "2026-11-26", "--no-cache")
    checkout.site.rename(earlier)
    checkout.build()
    right = checkout.files()
    shutil.rmtree(checkout.site)
    earlier.rename(checkout.site)
    checkout.build()
    assert checkout.files() == right


@pytest.mark.slow
def test_the_next_site_has_the_permissions_of_new_files(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server could read none of the first one; to publish it anew must be enough."""
    monkeypatch.chdir(checkout.folder)
    before = os.umask(0o077)
    try:
        assert run(["build", "--as-of", "2026-11-25"]) == 0
        assert modes(checkout.site.rglob("*.*")) == {0o600}
    finally:
        os.umask(before)
    checkout.build()
    assert modes(checkout.site.rglob("*.*")) == {0o666 & ~before}


def test_what_the_search_makes_of_the_same_documents_is_in_one_file(checkout: Checkout) -> None:
    """With thousands of entries, all others of the cache stay as they are where a word changes."""
    kept = list((checkout.folder / ".cache/toolkit").glob("search-en-*"))
    assert 1 <= len(kept) <= 2  # and one that knows the whole search


def test_a_name_that_is_no_longer_only_english_is_not_marked_in_lists(tmp_path: Path) -> None:
    """No word of these pages changes, but the language of one."""
    docs = lay_base(tmp_path)
    register = docs / "registers/organisations.yml"
    with register.open("a", encoding="utf-8") as file:
        file.write("- {id: agency, name: Agence, kind: other}\n")
    edit(docs / "prevention/resources/guide.md", "[unodc]", "[agency]")
    checkout = make_checkout(tmp_path, languages=("en", "fr"))
    marked = b'<bdi lang="en" dir="ltr">Agence</bdi></span>'
    checkout.build()
    before = checkout.files()
    edit(register, "Agence,", "Agence, names: {fr: Agence},")
    checkout.build()
    after = checkout.files()
    assert [path for path in after if marked in after[path]] == []
    assert len([path for path in before if marked in before[path]]) > 2
