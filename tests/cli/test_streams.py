"""What the process reads and writes: closed, cut off, without letters, a terminal; and Ctrl-C."""

import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkouts import ROOT
from tests.program import Toolkit
from toolkit.cli.exit_codes import ExitCode

COMMAND = [sys.executable, "-m", "toolkit.cli.main"]


def test_process(docs: Path) -> None:
    """In a zone that is none, at which babel fails when it is imported."""
    done = subprocess.run(
        [*COMMAND, "check"],
        cwd=docs.parent,
        env={**os.environ, "TZ": "/etc/passwd"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "3 entries checked: 0 errors, 0 warnings.\n"


def test_reader_that_has_enough(docs: Path) -> None:
    (docs / "about/x.md").write_text("no facts")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "check"], cwd=docs.parent, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert done.stderr == b""


# What is missing is replaced before any command runs; these use it in ways of their own.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "closed"),
    [
        ("check --format json", ">&-"),
        ("check --format json", "2>&-"),
        ("export csv", ">&-"),
        ("new resource", "<&- >&- 2>&-"),
        ("nothing", "2>&-"),
    ],
)
def test_closed_channels(toolkit: Toolkit, command: str, closed: str) -> None:
    usual = toolkit(*command.split())
    done = subprocess.run(
        ["sh", "-c", f"{shlex.join(COMMAND)} {command} {closed}"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == usual.code
    assert done.stdout == ("" if ">&-" in closed.split() else usual.out)
    assert done.stderr == ("" if "2>&-" in closed else usual.err)


def test_channel_that_lacks_letters(docs: Path) -> None:
    (docs / "prevention/resources/人.md").write_text("no facts")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        [*COMMAND, "check"], cwd=docs.parent, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\u4eba.md" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("no_colour", "expected"), [("", True), ("1", False)])
def test_terminal(docs: Path, no_colour: str, expected: bool) -> None:
    (docs / "about/x.md").write_text("no facts")
    environment = {**os.environ, "NO_COLOR": no_colour, "TERM": "xterm"}
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "check"], cwd=docs.parent, env=environment, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux ends a terminal without a writer
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert process.returncode == 1
    assert (b"\x1b[1;31merror[missing-front-matter]" in shown) is expected
    # Progress is shown on lines that clear themselves, without colours.
    assert bool(re.search(rb"\x1b\[[0-9;]*m", shown)) is expected


@pytest.mark.parametrize(
    "command", [("-m", "toolkit"), ("-c", "import toolkit.__main__ as it; it.main()")]
)
def test_ctrl_c_while_the_program_is_loaded_prints_nothing(
    tmp_path: Path, command: tuple[str, str]
) -> None:
    """It comes when the first library is imported."""
    press = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    (tmp_path / "click.py").write_text(press, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, *command, "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, "", "")


@pytest.mark.parametrize(
    ("ending", "code"),
    [("SIGINT", ExitCode.INTERRUPTED), ("SIGTERM", ExitCode.TERMINATED)],
)
def test_an_ending_that_comes_where_nothing_can_be_raised_is_not_lost(
    tmp_path: Path, ending: str, code: ExitCode
) -> None:
    """As in what a library in C calls."""
    script = f"""
import os, signal
import toolkit.cli.main as it

class Freed:
    def __del__(self):
        os.kill(os.getpid(), signal.{ending})
        len("another instruction")

def load(name):
    Freed()
    signal.sigtimedwait([], 20)

it._load = load
it.main(["check"])
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (code, "", "")
