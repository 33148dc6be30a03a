"""Pipes, devices and the like: nothing waits for them, is filled by them, or replaces them."""

import os
from pathlib import Path

import pytest

from tests.checkouts import ROOT, program_of
from tests.content_case import lay_base

_MEMORY = 1 << 30  # bytes

_READING = (
    ("sheet", "check", "{}.xlsx"),
    ("sheet", "import", "{}.csv"),
    ("sheet", "import", "{}.txt"),
    ("translation", "import", "--language", "fr", "{}.po"),
)
_WRITING = (("sheet", "export", "{}.xlsx"), ("export", "bib", "--output", "{}.bib"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    lay_base(tmp_path)
    return tmp_path


def refused(content: Path, command: tuple[str, ...], file: str) -> str:
    """The message, without its ending, of a command about `file` that must be refused."""
    done = program_of(ROOT).run(
        "toolkit",
        *(part.format(file) for part in command),
        cwd=content,
        environment={},
        memory=_MEMORY,
    )
    assert done.code == 2, done.err
    assert done.err.startswith("error: ")
    assert done.err.count("\n") == 2
    return done.err


@pytest.mark.parametrize("command", [*_READING, *_WRITING], ids=" ".join)
def test_a_pipe(content: Path, command: tuple[str, ...]) -> None:
    pipe = content / f"pipe{Path(command[-1]).suffix}"
    os.mkfifo(pipe)
    assert "ordinary file" in refused(content, command, "pipe")
    assert pipe.is_fifo()


@pytest.mark.parametrize("command", _READING, ids=" ".join)
def test_a_device_without_an_end(content: Path, command: tuple[str, ...]) -> None:
    (content / f"link{Path(command[-1]).suffix}").symlink_to("/dev/zero")
    assert "ordinary file" in refused(content, command, "link")


@pytest.mark.parametrize("command", _READING, ids=" ".join)
def test_a_file_of_gigabytes(content: Path, command: tuple[str, ...]) -> None:
    with (content / f"hole{Path(command[-1]).suffix}").open("wb") as hole:
        hole.truncate(50 * 1024**3)
    assert " large" in refused(content, command, "hole")


def test_content_of_gigabytes(content: Path) -> None:
    (content / "mkdocs.yml").write_text(
        f"site_name: x\nhooks: [{ROOT / 'hooks/generate.py'}]\n"
        "extra: {languages: [en], exit_url: https://www.wikipedia.org/}\n"
    )
    for name in ("guide.png", ".hidden"):
        with (content / "docs/prevention" / name).open("wb") as hole:
            hole.truncate(50 * 1024**3)
    done = program_of(ROOT).run("toolkit", "build", cwd=content, environment={}, memory=_MEMORY)
    assert done.code == 1, done.err
    assert "error[oversized-file]" in done.out


def test_a_configuration_without_an_end_is_none(content: Path) -> None:
    (content / "mkdocs.yml").symlink_to("/dev/zero")
    done = program_of(ROOT).run("toolkit", "check", cwd=content, environment={}, memory=_MEMORY)
    assert done.code == 0, done.err
    assert "no mkdocs.yml" in refused(content, ("build",), "")


@pytest.mark.parametrize("command", [*_WRITING, ("bundle", "--output", "{}")], ids=" ".join)
@pytest.mark.parametrize(
    ("file", "reason"), [("a" * 300, "File name too long"), ("/proc/none", "No such file")]
)
def test_a_place_that_can_not_be(
    content: Path, command: tuple[str, ...], file: str, reason: str
) -> None:
    (content / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert reason in refused(content, command, file)


@pytest.mark.parametrize(
    "command",
    [
        ("check", "{}/guide.md"),
        ("status", "--docs", "{}"),
        ("translation", "stamp", "{}"),
        ("cite", "guide", "--style", "{}.csl"),
    ],
    ids=" ".join,
)
def test_links_in_a_circle(content: Path, command: tuple[str, ...]) -> None:
    for name in ("circle", "circle.csl"):
        (content / name).symlink_to(name)
    assert '"circle' in refused(content, command, "circle")


@pytest.mark.parametrize("folder", ["about", ".", "..", "/"])
def test_a_folder_in_the_place_of_a_file(content: Path, folder: str) -> None:
    (content / "about").mkdir()
    assert "is a folder" in refused(content, ("export", "bib", "--output", "{}"), folder)
