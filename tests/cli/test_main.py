import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tests.checkouts import ROOT, SAMPLE
from tests.content_case import edit
from tests.program import Toolkit
from toolkit.cli import main
from toolkit.cli.exit_codes import ExitCode
from toolkit.problems import ToolkitError

HEAVY = ("yaml", "markdown", "pycountry", "babel", "rapidfuzz", "mkdocs", "lunr", "nh3")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make `toolkit check` end with an exception."""

    def fail_with(error: BaseException) -> None:
        @click.command("check")
        def command() -> None:
            raise error

        monkeypatch.setattr(main, "_load", lambda _: command)

    return fail_with


def test_a_python_without_what_the_toolkit_needs(tmp_path: Path) -> None:
    (tmp_path / "yaml.py").write_text("import nowhere_to_be_found\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    command = [sys.executable, "-m", "toolkit", "check"]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "has no module nowhere_to_be_found, which the toolkit needs.\nhint: run make" in done.stderr
    )


def test_errors_show_what_a_terminal_would_act_on(toolkit: Toolkit, tmp_path: Path) -> None:
    """A packet or a message is from someone else, who could change what a reviewer sees."""
    file = tmp_path / "packet.po"
    file.write_text('msgid ""\nmsgstr "Language: \x1b]0;x\x07\\n"\n', encoding="utf-8")
    outcome = toolkit("translation", "import", "--language", "fr", str(file))
    assert '.po is in the language "<U+001B>]0;x<U+0007>".\nhint: ' in outcome.err
    file.write_text('msgctxt "\x1b]0;x|a-b|title"\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    outcome = toolkit("translation", "import", "--language", "fr", str(file))
    assert 'there is no document "<U+001B>]0;x".' in outcome.err
    missing = toolkit("new", "--from", "a\u202e.txt")
    assert "a<U+202E>.txt" in missing.err


def test_lists_show_what_a_terminal_would_act_on(docs: Path, toolkit: Toolkit) -> None:
    """They are also made of entries and registers with errors, as a branch to review has them."""
    edit(docs / "registers/organisations.yml", "Office on Drugs", "Office\\e]0;x\\a on Drugs")
    edit(docs / "registers/organisations.yml", "name: United Nations", 'name: "United Nations')
    edit(docs / "registers/organisations.yml", "and Crime", 'and Crime"')
    guide = docs / "prevention/resources/guide.md"
    edit(guide, "title: Guide for", 'review_by: 2020-01\ntitle: "Guide\\e]0;x\\a for')
    edit(guide, "inspectors\n", 'inspectors"\ndistinct_from: {manual: "It\\e]0;x\\a differs."}\n')
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: suspect\n  checked: 2026-11-20\n'
        "  since: 2026-11-20\n  seen: [2026-11-20]\n",
        encoding="utf-8",
    )
    for command in (
        ("review", "--due"),
        ("review", "--look-alikes"),
        ("links", "report"),
    ):
        found = toolkit(*command).out
        assert "<U+001B>]0;x<U+0007>" in found, command
        assert "\x07" not in found, command


def test_without_docstrings(tmp_path: Path) -> None:
    """The pages of the checks are docstrings."""
    command = [sys.executable, "-OO", "-m", "toolkit.cli.main", "explain"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: Python leaves out")


def while_making_a_class(cause: BaseException) -> RuntimeError:
    error = RuntimeError("Error calling __set_name__ on 'classproperty' instance")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ToolkitError("Broken.", "fix it."), 2, "error: Broken.\nhint: fix it.\n"),
        (ToolkitError("Broken."), 2, "error: Broken.\n"),
        (KeyboardInterrupt(), 130, ""),
        (while_making_a_class(KeyboardInterrupt()), 130, ""),
        (click.Abort(), 130, ""),
        (click.UsageError("No."), 2, "Usage: toolkit"),
        (BrokenPipeError(), 2, ""),
    ],
    ids=repr,
)
def test_boundary(
    toolkit: Toolkit,
    failing: Callable[[BaseException], None],
    error: BaseException,
    code: int,
    words: str,
) -> None:
    failing(error)
    found = toolkit("check")
    assert (found.code, found.out) == (code, "")
    assert found.err.startswith(words)
    assert "Traceback" not in found.err


def test_a_file_that_a_full_disk_cut_off(
    toolkit: Toolkit, failing: Callable[[BaseException], None]
) -> None:
    failing(EOFError("marshal data too short"))
    outcome = toolkit("check")
    assert outcome.code == 2
    assert outcome.err.strip().startswith("error: A file of the program is cut off: marshal data")


def test_bug(toolkit: Toolkit, failing: Callable[[BaseException], None]) -> None:
    failing(ZeroDivisionError("a bug"))
    found = toolkit("check")
    assert (found.code, found.out) == (3, "")
    assert found.err.startswith("Traceback")
    assert "ZeroDivisionError: a bug\nerror: this is a bug in the toolkit. Please report it." in (
        found.err
    )


def test_codes() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "PROBLEMS": 1,
        "FAILED": 2,
        "BUG": 3,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }


def test_codes_are_those_of_the_guide() -> None:
    guide = Path(__file__).parents[2] / "docs/contribute/command-line.md"
    table = guide.read_text(encoding="utf-8").partition("### Exit codes")[2].partition("\n`--")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) ", table, re.M)] == list(ExitCode)


@pytest.mark.parametrize("name", ["check", "explain", "fields", "generate"])
def test_help_shows_two_real_examples(toolkit: Toolkit, name: str) -> None:
    found = toolkit(name, "--help")
    assert found.code == 0
    examples = [line.split() for line in found.out.splitlines() if line.startswith("    toolkit ")]
    assert len(examples) == 2
    for _, *arguments in examples:
        assert toolkit(*arguments).code == 0


@pytest.mark.parametrize("kind", ["resource", "practice"])
def test_second_example_of_new_passes(
    toolkit: Toolkit, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The examples name terms that exist."""
    shutil.copytree(SAMPLE, tmp_path / "sample/docs")
    shown = toolkit("new", kind, "--help").out.partition("Examples:\n")[2]
    _, first, second = shown.split("    toolkit ")
    assert first.split() == ["new", kind]
    made = toolkit(*shlex.split(second), "--docs", str(tmp_path / "sample/docs"))
    assert (made.code, made.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "incomplete", "offered"),
    [
        ("toolkit", "ch", ["check"]),
        ("toolkit explain", "unknown-term", ["unknown-term"]),
        ("toolkit fields", "the", ["themes"]),
        ("toolkit check --format", "s", ["sarif"]),
        ("toolkit new", "p", ["practice"]),
        ("toolkit new resource --themes", "sh", ["shelters"]),
        ("toolkit new resource --themes", "hotlines,sh", ["hotlines,shelters"]),
        ("toolkit new resource --countries", "AR", ["AR"]),
        ("toolkit new practice --organisations", "i", ["iom"]),
        ("toolkit new practice --docs nowhere --organisations", "i", []),
        ("toolkit new practice --title", "x", []),
        ("toolkit status", "", ["guide", "manual", "shelter"]),
        ("toolkit status --as-of soon", "gu", ["guide"]),
        ("toolkit status --docs docs/registers", "gu", []),
        ("toolkit recognise", "i", ["iom"]),
        ("toolkit recognise iom guide", "ma", ["manual"]),
        ("toolkit translation new", "sh", ["shelter"]),
        ("toolkit tasks stamp", "", []),
        ("toolkit rename", "ma", ["manual"]),
        ("toolkit review guide --by", "u", ["unodc"]),
        ("toolkit bundle --pillar", "prot", ["protection"]),
        ("toolkit bundle --organisation", "io", ["iom"]),
    ],
)
def test_shell_completion(
    toolkit: Toolkit,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    incomplete: str,
    offered: list[str],
) -> None:
    monkeypatch.setenv("_TOOLKIT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"{words} {incomplete}")
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    found = toolkit()
    assert (found.code, found.err) == (0, "")
    assert [line.partition(",")[2] for line in found.out.split()] == offered


def test_script_of_shell_completion(toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TOOLKIT_COMPLETE", "zsh_source")
    found = toolkit()
    assert (found.code, found.err) == (0, "")
    assert "_TOOLKIT_COMPLETE=zsh_complete" in found.out


def test_no_command(toolkit: Toolkit) -> None:
    found = toolkit()
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("Usage: toolkit")


def test_unknown_command(toolkit: Toolkit) -> None:
    found = toolkit("chekc")
    assert (found.code, found.out) == (2, "")
    assert "'chekc'" in found.err
    assert 'Did you mean "check"?' in found.err


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from toolkit.cli.main import run; run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: toolkit")
    assert set(done.stdout.splitlines()[-1].split()) & set(HEAVY) == set()
