"""Anything incomplete, from another program or another user counts as missing."""

import errno
import os
import resource
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.files import write_files
from toolkit.cache import program
from toolkit.cache import store as stores
from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store, store_for

VALUE = {b"key": ("a text", 1, None, (2.5, b"bytes"))}


@pytest.fixture(autouse=True)
def own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def opened(folder: Path) -> Store:
    store = store_for(folder / "docs")
    assert store is not None
    return store


def files(folder: Path) -> list[Path]:
    return sorted((folder / ".cache/toolkit").iterdir())


def test_what_was_saved_is_there_for_the_next_run(tmp_path: Path) -> None:
    opened(tmp_path).save("some", VALUE)
    assert opened(tmp_path).load("some") == VALUE
    assert opened(tmp_path).load("other") is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: bytes([data[0] ^ 1]) + data[1:],
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    opened(tmp_path).save("some", VALUE)
    (file,) = files(tmp_path)
    file.write_bytes(harm(file.read_bytes()))
    assert opened(tmp_path).load("some") is None


@pytest.mark.parametrize("target", ["/dev/zero", "elsewhere", ""])
def test_what_is_no_ordinary_file_is_as_good_as_none(tmp_path: Path, target: str) -> None:
    opened(tmp_path).save("some", VALUE)
    (file,) = files(tmp_path)
    file.rename(tmp_path / "elsewhere")
    if target:
        file.symlink_to(tmp_path / target)
    else:
        os.mkfifo(file)
    before = resource.getrlimit(resource.RLIMIT_AS)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + (1 << 30), before[1]))
    try:
        assert opened(tmp_path).load("some") is None
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    opened(tmp_path).save("some", VALUE)
    assert opened(tmp_path).load("some") == VALUE


def test_a_file_under_another_name_is_not_believed(tmp_path: Path) -> None:
    opened(tmp_path).save("some", VALUE)
    (file,) = files(tmp_path)
    shutil.copy(file, file.with_name(file.name.replace("some", "other")))
    before = files(tmp_path)
    assert opened(tmp_path).load("other") is None
    other = store_for(tmp_path / "of-others")
    assert other is not None
    other.save("some", "theirs")
    (theirs,) = {*files(tmp_path)} - {*before}
    shutil.copy(file, theirs)
    assert other.load("some") is None


def test_a_file_of_another_user_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).save("some", VALUE)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "of another user"))
    assert opened(tmp_path).load("some") is None


def test_a_file_of_another_program_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).save("some", VALUE)
    monkeypatch.setattr(stores, "program_digest", lambda: b"another one")
    assert opened(tmp_path).load("some") is None


def test_what_a_run_made_while_its_program_changed_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when branches are switched to and fro: it belongs to neither of them."""
    code = tmp_path / "program/code.py"
    write_files(tmp_path, {"program/code.py": b"old"})
    monkeypatch.setattr(program, "PACKAGE", code.parent)
    program.known_program.cache_clear()
    shelf = Shelf(opened(tmp_path), "some")
    code.write_bytes(b"new")
    shelf.put(key_of("one"), 1)
    shelf.save()
    found = []
    for text in (b"new", b"old"):
        code.write_bytes(text)
        program.known_program.cache_clear()
        found.append(Shelf(opened(tmp_path), "some").get(key_of("one")))
    monkeypatch.undo()
    program.known_program.cache_clear()
    assert found == [None, None]


def test_without_a_place_for_the_key_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "a file"))
    assert store_for(tmp_path / "docs") is None
    monkeypatch.setenv("XDG_STATE_HOME", "")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(os, "getuid", lambda: 2**31)  # a user that the system doesn't know
    assert store_for(tmp_path / "docs") is None


def test_the_key_is_whole_and_in_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a pull request could bring what it seals."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for place in ("", "state"):
        monkeypatch.setenv("XDG_STATE_HOME", place)
        assert store_for(tmp_path / "docs") is not None
    (key,) = tmp_path.rglob("cache-key")
    assert key == tmp_path / "home/.local/state/toolkit/cache-key"
    for data in (b"", key.read_bytes()[:-1]):
        key.write_bytes(data)
        assert store_for(tmp_path / "docs") is None


def test_where_there_are_no_links_nothing_is_kept_or_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick, and in the folder of an app on a phone."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    assert store_for(tmp_path / "docs") is None
    assert not any((tmp_path / "state/toolkit").iterdir())


def test_nobody_else_can_read_the_key(tmp_path: Path) -> None:
    opened(tmp_path)
    (key,) = (tmp_path / "state/toolkit").iterdir()
    assert key.stat().st_mode & 0o077 == 0


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").touch()
    opened(tmp_path).save("some", VALUE)
    assert opened(tmp_path).load("some") is None


def test_an_interrupted_run_leaves_what_was_saved_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    opened(tmp_path).save("some", VALUE)
    before = files(tmp_path)
    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        opened(tmp_path).save("some", "another")
    assert files(tmp_path) == before
    assert opened(tmp_path).load("some") == VALUE


def test_a_cache_that_can_only_be_read_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a volume that a container mounts so."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    opened(tmp_path).save("some", VALUE)
    monkeypatch.setattr(os, "utime", refuse)
    assert opened(tmp_path).load("some") == VALUE


def test_what_is_not_asked_for_is_gone_after_the_next_run(tmp_path: Path) -> None:
    shelf = Shelf(opened(tmp_path), "some")
    shelf.put(key_of("one"), 1)
    shelf.put(key_of("two"), 2)
    shelf.save()
    shelf = Shelf(opened(tmp_path), "some")
    assert shelf.get(key_of("one")) == 1
    shelf.put(key_of("three"), 3)
    shelf.save()
    shelf = Shelf(opened(tmp_path), "some")
    assert [shelf.get(key_of(name)) for name in ("one", "two", "three")] == [1, None, 3]


def test_of_a_shelf_in_several_files_those_that_changed_are_written(tmp_path: Path) -> None:
    names = [f"result {number}" for number in range(20)]
    first = Shelf(opened(tmp_path), "some", 4)
    for name in names:
        first.put(key_of(name), name)
    first.save()
    before = {file: file.stat().st_ino for file in files(tmp_path)}
    assert len(before) == 4
    second = Shelf(opened(tmp_path), "some", 4)
    assert [second.get(key_of(name)) for name in names] == names
    second.put(key_of("another"), "another")
    second.save()
    assert sum(file.stat().st_ino != before[file] for file in files(tmp_path)) == 1


@pytest.mark.parametrize(("is_part", "left"), [(False, ["x1"]), (True, ["x1", "x2", "y"])])
def test_what_nobody_asks_for_is_gone_though_nothing_is_added(
    tmp_path: Path, is_part: bool, left: list[str]
) -> None:
    """As when an entry, or a name in it, is removed: its disk forgets it, too."""
    keys = [b"x1", b"x2", b"y"]  # in two files
    first = Shelf(opened(tmp_path), "some", 2)
    for key in keys:
        first.put(key, key.decode())
    first.save()
    second = Shelf(opened(tmp_path), "some", 2)
    assert second.get(keys[0]) == "x1"
    second.save(is_part=is_part)
    third = Shelf(opened(tmp_path), "some", 2)
    assert [one for one in map(third.get, keys) if one is not None] == left


def test_the_files_used_longest_ago_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And those that killed runs left, but not what a run is still writing."""
    store = opened(tmp_path)
    for name in ("old", "older", "new"):
        store.save(name, "x" * 1000)
    folder = tmp_path / ".cache/toolkit"
    (folder / "lost-link.kept").symlink_to("nowhere")
    write_files(folder, dict.fromkeys((".new-killed", ".new-writing"), b""))
    hours = {"lost": 0, "older": 1, ".new-killed": 1.5, "old": 2, ".new-writing": 2.5, "new": 3}
    for path in files(tmp_path):
        name = path.name if path.name in hours else path.name.partition("-")[0]
        time = 3600 * hours[name]
        os.utime(path, (time, time), follow_symlinks=False)
    monkeypatch.setattr(stores, "LARGEST", 2500)
    store.tidy()
    assert [path.name.rpartition("-")[0] for path in files(tmp_path)] == [".new", "new", "old"]
    assert store.load("old") is not None
    monkeypatch.setattr(stores, "LARGEST", 1500)
    store.tidy()
    assert [path.name.partition("-")[0] for path in files(tmp_path)] == ["old"]
    monkeypatch.setattr(stores, "LARGEST", 500)
    assert store.load("old") is None


def test_what_others_keep_behind_a_link_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs/film"
    theirs.parent.mkdir()
    theirs.write_bytes(b"x" * 1000)
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/toolkit").symlink_to(theirs.parent)
    monkeypatch.setattr(stores, "LARGEST", 10)
    opened(tmp_path).tidy()
    assert theirs.exists()


def test_keys_tell_where_one_text_ends() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("ab") != key_of("ab", "")
