import os
import pty
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
from tests.program import Toolkit
from toolkit.cli import main
from toolkit.cli.exit_codes import ExitCode
from toolkit.problems import ToolkitError

COMMAND = [sys.executable, "-m", "toolkit.cli.main"]
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


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--output", ""),
        ("check", "--docs="),
        ("bundle", "--output", ""),
        ("export", "csv", "--output="),
        ("search", "x", "--site", ""),
    ],
)
def test_a_place_without_a_name(toolkit: Toolkit, arguments: tuple[str, ...]) -> None:
    """From an unset variable in a script: it must not mean the current folder."""
    outcome = toolkit(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    option = next(one for one in arguments if one.startswith("--")).removesuffix("=")
    assert outcome.err.startswith(f"error: {option} is empty.\nhint: ")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("new resource --title A guide --year 2019", '--title "A guide"'),
        ("new resource --title 'A new guide'", '--title "A new guide"'),  # as cmd.exe splits it
        ("new --from my list.txt", '--from "my list.txt"'),
        ("sheet check my list.txt", '"my list.txt"'),
        ("translation import x.po --language fr --translator A B", '--translator "A B"'),
        ("build --output new site", ""),
        ("explain unknown-term unknown-entry", ""),
    ],
)
def test_words_without_quotation_marks(toolkit: Toolkit, line: str, hint: str) -> None:
    for name in ("my list.txt", "x.po"):
        Path(name).touch()
    outcome = toolkit(*line.split(" "))
    assert (outcome.code, outcome.out) == (2, "")
    _, _, said = outcome.err.partition("hint: put what belongs together in double quotes: ")
    assert said.strip() == hint


@pytest.mark.parametrize(
    "line",
    [
        "export csv --output docs/prevention/resources/guide.md",
        "sheet export docs/list.xlsx",
        "translation export guide --language fr --output docs/fr.po",
    ],
)
def test_an_export_leaves_the_content_alone(toolkit: Toolkit, line: str) -> None:
    outcome = toolkit(*line.split())
    assert (outcome.code, "the content is there" in outcome.err) == (2, True)
    assert toolkit("check").code == 0


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


@pytest.mark.parametrize(
    "arguments", [("verify", ""), ("update", "", "new.zip"), ("sheet", "check", "")]
)
def test_a_path_without_a_name(toolkit: Toolkit, arguments: tuple[str, ...]) -> None:
    outcome = toolkit(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "error: A path is empty.\n"
        f"hint: name a file or folder; toolkit {arguments[0]} --help says which.\n"
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


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("serve", "--port", "abc"), '"abc" is not a whole number from 0 to 65535.'),
        (("search", "x", "--limit", "0"), '"0" is not a whole number from 1 on.'),
        (("links", "check", "--timeout", "1,5"), '"1,5" is not a number from 0.1 to 600.'),
        (("check", "--", "--changed=-x"), 'no file or folder "--changed=-x".'),
    ],
)
def test_a_value_that_is_none(toolkit: Toolkit, arguments: tuple[str, ...], words: str) -> None:
    outcome = toolkit(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


@pytest.mark.parametrize(
    ("place", "words"), [("file", "is a file, not a folder."), ("file/site", "can't be written")]
)
def test_a_file_where_a_folder_is_to_be(
    toolkit: Toolkit, tmp_path: Path, place: str, words: str
) -> None:
    (tmp_path / "file").touch()
    # Faults in the content are reported later, when it is read.
    shutil.rmtree("docs/vocabularies")
    outcome = toolkit("build", "--output", str(tmp_path / place))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f'error: "{tmp_path / place}" {words}')


def test_a_folder_where_an_export_is_to_be(toolkit: Toolkit, tmp_path: Path) -> None:
    shutil.rmtree("docs")
    outcome = toolkit("export", "csv", "--output", str(tmp_path))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f'error: "{tmp_path}" is a folder.')


def test_a_file_where_the_folder_of_an_export_is_to_be(toolkit: Toolkit, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = toolkit("export", "csv", "--output", str(tmp_path / "file/list.csv"))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith("\nhint: a file is in the way: choose another place.\n")


def test_without_docstrings(tmp_path: Path) -> None:
    """The pages of the checks are docstrings."""
    command = [sys.executable, "-OO", *COMMAND[1:], "explain"]
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


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("search --lang fr", "No such option '--lang'. Did you mean '--language'?"),
        ("search --theme x", "No such option '--theme'."),
        ("translation export --to fr", "No such option '--to'."),
    ],
)
def test_only_options_that_look_alike_are_offered(
    toolkit: Toolkit, command: str, said: str
) -> None:
    """Without their hyphens: with them, --to looks like --docs."""
    assert toolkit(*command.split()).err.endswith(f"Error: {said}\n")


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from toolkit.cli.main import run; run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: toolkit")
    assert set(done.stdout.splitlines()[-1].split()) & set(HEAVY) == set()


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


@pytest.mark.parametrize("said", ["content", "'content'", '"content"  # ours'])
def test_folders_are_those_of_mkdocs_yml(toolkit: Toolkit, docs: Path, said: str) -> None:
    docs.rename(docs.with_name("content"))
    docs.with_name("mkdocs.yml").write_text(f"docs_dir: {said}\nsite_dir: public\n")
    assert toolkit("check").out == "3 entries checked: 0 errors, 0 warnings.\n"
    assert "content" in toolkit("build", "--output", "content/site").err
    assert '"docs"' in toolkit("check", "--docs", "docs").err
    assert 'There is no complete site in "public".' in toolkit("budget").err


def test_a_folder_that_mkdocs_yml_takes_from_the_environment_has_to_be_named(
    toolkit: Toolkit, docs: Path
) -> None:
    said = "!ENV [TOOLKIT_SITE, out]"
    docs.with_name("mkdocs.yml").write_text(f"site_dir: {said}\n")
    for option, command in (("--output", "build"), ("--site", "budget")):
        asked = toolkit(command)
        assert asked.code == 2
        assert f"site_dir of mkdocs.yml is not the name of a folder: {said}." in asked.err
        assert f"name the folder with {option}." in asked.err


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
