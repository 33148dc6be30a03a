"""`toolkit bundle`: what can't be made or replaced, and what a run leaves that ends early."""

import fcntl
import json
import multiprocessing
import multiprocessing.connection
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checkouts import ROOT, Checkout
from tests.cli.test_no_room import room_for
from tests.content_case import edit
from tests.editions.conftest import DAY, ROLE, Copies
from tests.ending import end_toolkit
from tests.files import files_of
from tests.program import Toolkit
from toolkit.cli.main import run


@pytest.mark.parametrize(
    "arguments",
    [
        ("--audience", "prosecutor"),
        ("--theme", "labor-inspection"),
        ("--theme", "x"),
        ("--organisation", "ilo", "--level", "national", "--audience", "survivors"),
        ("--edition", "prosecutors"),
        ("--all", "--pillar", "protection"),
        ("--language", "xx"),
        ("--name", "../x"),
        ("--name", "x"),
        ("--name", "x", "--all"),
        ("--name", "prosecution", "--pillar", "protection"),
        ("--since", "nothing.zip"),
        ("--since", f"editions/toolkit-en-{DAY}.zip", "--audience", ROLE, "--as-of", DAY),
        ("--format", "docx"),
        ("--all", "--release"),
    ],
    ids=lambda arguments: "-".join(arguments).strip("-").replace("--", "").replace("/", "."),
)
def test_what_cannot_be_made_is_said(
    arguments: tuple[str, ...],
    copies: Copies,
    golden: Callable[[str, str], None],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    files_read_once: None,
) -> None:
    monkeypatch.chdir(copies.checkout.folder)
    # Not in the checkout, which other processes of the run use as well.
    assert run(["bundle", *arguments, "--output", str(tmp_path / "none")]) == 2
    said = capsys.readouterr()
    golden(f"editions/{request.node.callspec.id}.txt", said.out + said.err)
    assert not list(tmp_path.glob("none/*"))


@pytest.mark.parametrize("folder", ["none", "docs", "."])
def test_a_folder_without_editions_is_not_offered(
    copies: Copies, tmp_path: Path, folder: str
) -> None:
    built = copies.checkout.toolkit(
        "build", "--editions", folder, "--output", str(tmp_path / "site")
    )
    assert built.code == 2
    assert f'"{folder}" is not a folder of editions' in built.err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [("file", "../../outside.zip"), ("as_of", "soon"), ("bytes", "many"), ("format", "exe")],
)
def test_a_listing_that_was_changed_is_refused(
    copies: Copies, tmp_path: Path, key: str, value: str
) -> None:
    (row, *_) = json.loads((copies.folder / "editions.json").read_text(encoding="utf-8"))
    (tmp_path / "editions.json").write_text(json.dumps([row | {key: value}]))
    built = copies.checkout.toolkit(
        "build", "--editions", str(tmp_path), "--output", str(tmp_path / "site")
    )
    assert built.code == 2
    assert "was changed or is damaged" in built.err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("editions.json", "x", "was changed or is damaged"),
        ("editions.json", "[" * 100_000, "was changed or is damaged"),
        ("SHA256SUMS", f"{'0' * 64}  system.iso\n", "lists files that this program did not make"),
    ],
)
def test_a_folder_of_somebody_else_stays_as_it_was(
    copies: Copies, tmp_path: Path, name: str, text: str, words: str
) -> None:
    (tmp_path / name).write_text(text)
    made = copies.checkout.toolkit("bundle", "--audience", ROLE, "--output", str(tmp_path))
    assert made.code == 2
    assert words in made.err
    assert made.out == ""
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == text
    # Nobody is told to remove what isn't theirs.
    assert re.search(r"hint: .*(in an empty or a new|choose another) folder", made.err)


def test_a_copy_that_stays_does_not_make_the_others_damaged(
    small: Path, toolkit: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    output = tmp_path / "copies"
    command = ("bundle", "--format", "zip", "--format", "epub", "--output", str(output))
    day = ("--as-of", "2026-11-25")
    assert toolkit(*command, *day).code == 0
    before = files_of(output)
    edit(small / "docs/prevention/resources/guide.md", "title: Guide", "title: The guide")
    replace = Path.replace

    def held(new: Path, target: Path) -> Path:
        if target.suffix == ".epub":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(new, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        refused = toolkit(*command, *day)
    assert (refused.code, ".epub\" can't be written" in refused.err) == (2, True)
    [zip_, epub] = (next(output.glob(f"*.{one}")) for one in ("zip", "epub"))
    assert epub.read_bytes() == before[epub.name]
    assert zip_.read_bytes() != before[zip_.name]
    assert toolkit("verify", str(output)).code == 0
    now = files_of(output)
    epub.unlink()
    epub.mkdir()
    refused = toolkit(*command, *day)
    assert f'"{epub}" is a folder.' in refused.err
    assert files_of(output) == {name: one for name, one in now.items() if name != epub.name}


def test_copies_can_not_be_put_below_a_file(copies: Copies) -> None:
    for output in ("mkdocs.yml", "mkdocs.yml/copies"):
        made = copies.checkout.toolkit("bundle", "--audience", ROLE, "--output", output)
        assert made.code == 2
        assert "Traceback" not in made.err
        assert "can't be written" in made.err


@pytest.mark.parametrize(
    ("output", "why"),
    [("{docs}", "content"), ("{docs}/about/copies", "content"), ("site/copies", "built again")],
)
def test_copies_are_not_put_where_they_do_not_stay(
    toolkit: Toolkit, docs: Path, output: str, why: str
) -> None:
    (docs.parent / "site").mkdir()
    (docs.parent / "site/build.json").write_text('{"input_digest": ""}')
    before = sorted(docs.parent.rglob("*"))
    made = toolkit("bundle", "--output", output.format(docs=docs))
    assert (made.code, made.out) == (2, "")
    assert why in made.err
    assert sorted(docs.parent.rglob("*")) == before


@pytest.mark.slow
def test_a_run_that_is_ended_leaves_nothing_for_long(copies: Copies, tmp_path: Path) -> None:
    at_work, other = (tmp_path / name for name in (".toolkit-new-at_work1", ".toolkit-new-letters"))
    for folder in (at_work, other):
        folder.mkdir()
        (folder / "file").write_text("x")
    handle = os.open(at_work, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)

    def end_by(sign: signal.Signals) -> set[Path]:
        command = ["bundle", "--output", str(tmp_path)]
        end_toolkit(command, copies.checkout.folder, tmp_path, sign)
        return set(tmp_path.iterdir()) - {at_work, other}

    assert len(end_by(signal.SIGKILL)) == 1
    # The next run removes what the killed one left, and itself leaves nothing.
    assert end_by(signal.SIGTERM) == set()
    assert {at_work, other} == set(tmp_path.iterdir())
    os.close(handle)


@pytest.mark.slow
def test_two_runs_at_once_list_what_both_made(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "copies"
    output.mkdir()
    handle = os.open(output, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    monkeypatch.chdir(small)

    def bundle(*which: str) -> None:
        os.close(handle)  # with which it would hold the lock as well
        sys.exit(run(["bundle", *which, "--output", str(output)]))

    choices = (), ("--pillar", "protection")
    process = multiprocessing.get_context("fork").Process
    runs = [process(target=bundle, args=choice, daemon=True) for choice in choices]
    for one in runs:
        one.start()

    def all_wait() -> bool:
        lines = [line for line in Path("/proc/locks").read_text().splitlines() if "->" in line]
        return all(any(f" {one.pid} " in line for line in lines) for one in runs)

    while not all_wait():
        ended = multiprocessing.connection.wait([one.sentinel for one in runs], 0.01)
        assert not ended, "it did not wait for the lock"
    os.close(handle)
    for one in runs:
        one.join()
    assert [one.exitcode for one in runs] == [0, 0]
    made = {path.name for path in output.glob("*.zip")}
    assert len(made) == 2
    listed = json.loads((output / "editions.json").read_text())
    assert {one["file"] for one in listed} == made
    assert made < {line.split()[1] for line in (output / "SHA256SUMS").read_text().splitlines()}


def test_editions_without_entries_are_all_named_at_once(small: Path, tmp_path: Path) -> None:
    editions = {
        "whole": "",
        "courts": ", pillars: [prosecution]",
        "shelters": ", pillars: [protection]",
        "nation": ", pillars: [prosecution], levels: [national]",
    }
    about = "title: {en: Title}, summary: {en: For whom it is.}"
    lines = (f"- {{id: {id_}, {about}{terms}}}\n" for id_, terms in editions.items())
    (small / "docs/registers/editions.yml").write_text("".join(lines), encoding="utf-8")
    made = Checkout(small).toolkit("bundle", "--all", "--output", str(tmp_path / "copies"))
    assert made.code == 2
    assert made.err == (
        "error: 2 editions without entries: courts, nation.\n"
        "hint: remove what has no entry yet from docs/registers/editions.yml, "
        "or choose others with --edition.\n"
    )
    assert not any((tmp_path / "copies").glob("*"))


def test_errors_in_the_content_stop_it(toolkit: Toolkit, docs: Path) -> None:
    edit(docs / "prevention/resources/guide.md", "title:", "titel:")
    (docs.parent / "mkdocs.yml").write_text(
        f"site_name: x\nhooks: [{ROOT / 'hooks/generate.py'}]\n"
        "extra: {languages: [en], exit_url: https://www.wikipedia.org/}\n"
    )
    made = toolkit("bundle")
    assert made.code == 1
    assert "docs/prevention/resources/guide.md:" in made.out
    assert not list((docs.parent / "editions").glob("*"))


def test_a_full_disk_leaves_what_was_there(
    copies: Copies,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = tmp_path / "editions"
    output.mkdir()
    name = copies.zip(ROLE).name
    (output / name).write_bytes(b"the last good copy")
    monkeypatch.chdir(copies.checkout.folder)
    with room_for(100_000):
        code = run(["bundle", "--audience", ROLE, "--output", str(output), "--as-of", DAY])
    said = capsys.readouterr().err
    assert code == 2, said
    assert f'"{output}" can\'t be written' in said
    assert [one.name for one in output.iterdir()] == [name]
    assert (output / name).read_bytes() == b"the last good copy"
