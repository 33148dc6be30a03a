"""`toolkit serve`: a change is shown, an error is reported, and the last good page stays."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browsers import watch
from tests.checkouts import ROOT, Checkout
from tests.content_case import edit, lay_base, lay_image

ENTRY = "prevention/resources/guide"
OTHER = "protection/practices/shelter"
# Nobody clicks here.
pytestmark = pytest.mark.unpainted
LIMIT = 300.0  # seconds until a test gives up: other programs go before a build


@dataclass
class Serve:
    """A run of `toolkit serve` in the folder that contains `docs`."""

    docs: Path
    address: str
    lines: Queue[str]

    def wait(self, words: str) -> str:
        """The output up to and including the line with these words."""
        said = []
        while True:
            said.append(self.lines.get(timeout=LIMIT))
            if words in said[-1]:
                return "".join(said)

    def edit(self, path: str, old: str, new: str) -> None:
        """Never empties the file: on a busy machine, somebody would see that it is empty."""
        file = self.docs / f"{path}.md"
        text = file.read_text(encoding="utf-8")
        assert old in text
        with file.open("r+", encoding="utf-8") as there:
            there.write(text.replace(old, new))
            there.truncate()


# Notes each process that loads the library: see toolkit/minified.py.
MINIFY = """
import os
with open("minifying", "a") as noted:
    noted.write(f"{os.getpid()}\\n")
config = dict
def string(kind, text):
    return text
"""


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Serve]:
    """A run that minifies scripts once for all its builds, and ends when the terminal is closed."""
    (tmp_path / "minify.py").write_text(MINIFY)
    with serve(lay_base(tmp_path), end=hang_up, code=143) as started:
        yield started
    noted = (tmp_path / "minifying").read_text().split()
    assert len(noted) <= 2, "by the process that serves, and by the one that starts builds"


def hang_up(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGHUP)


def interrupt(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)


@contextlib.contextmanager
def serve(
    docs: Path,
    program: Sequence[str] = ("-m", "toolkit"),
    end: Callable[[subprocess.Popen[str]], None] = interrupt,
    code: int = 130,
    place: Path = ROOT,
) -> Iterator[Serve]:
    """Run it in a folder; `place` is that of the program."""
    (docs.parent / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    for name in {"toolkit", "hooks"} - {one.name for one in docs.parent.iterdir()}:
        (docs.parent / name).symlink_to(ROOT / name)
    process = subprocess.Popen(
        [
            *(sys.executable, *program, "serve", "--docs", docs.name),
            *("--port", "0", "--as-of", "2026-11-25"),
        ],
        cwd=docs.parent,
        env={**os.environ, "PYTHONPATH": str(place)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    lines: Queue[str] = Queue()
    reading = threading.Thread(target=lambda: [*map(lines.put, process.stdout or ())], daemon=True)
    reading.start()
    try:
        address = lines.get(timeout=LIMIT).partition(" ")[0]
        yield Serve(docs, address, lines)
    finally:
        end(process)
        ended = process.wait(LIMIT)
        reading.join()
        for stream in (process.stdin, process.stdout):
            stream.close()
    assert ended == code


def test_what_is_shown_while_somebody_writes(run: Serve, page: Page) -> None:
    run.wait("The site is ready")
    _, refused = watch(page)
    page.goto(f"{run.address}{ENTRY}.html")
    body = page.locator("main")
    # As by an editor that tries first whether it may write there.
    tried = run.docs / f"{ENTRY}.md~"
    tried.touch()
    tried.unlink()
    run.edit(ENTRY, "\n\nSee ", "\n\nA new sentence.\n\nSee ")
    body.get_by_text("A new sentence.").first.wait_for()
    assert run.wait("shown after").startswith(f"{ENTRY}.md: shown after")
    run.wait("The site is ready")
    # The site behind it is the same: the page isn't reloaded.
    first = (run.docs.parent / ".cache/toolkit-serve/docs" / f"{ENTRY}.html").read_text()
    assert "A new sentence." in first
    # An image replaced by another of the same name.
    image = run.docs / ENTRY / "drop.png"
    image.parent.mkdir()
    lay_image(image)
    run.edit(ENTRY, "\n\nSee ", "\n\n![A drop](guide/drop.png)\n\nSee ")
    width = "() => document.querySelector('main img')?.naturalWidth === {}"
    page.wait_for_function(width.format(8), polling=20)
    run.wait("The site is ready")
    Image.new("RGB", (16, 6)).save(image)
    page.wait_for_function(width.format(16), polling=20)
    run.wait("The site is ready")
    # What doesn't stop a build isn't reported.
    run.edit(ENTRY, "url: https:", "url: http:")
    run.wait("The site is ready")
    # An error keeps the last good page, and is shown above it.
    run.edit(ENTRY, "year: ", "yeer: ")
    problems = page.get_by_role("alert")
    problems.get_by_text("error[unknown-field]").wait_for()
    assert body.get_by_text("A new sentence.").first.is_visible()
    # Who saves it once more or changes another file learns that it is still there, but needn't read
    # it again.
    (run.docs / f"{ENTRY}.md").touch()
    assert run.wait("1 entry checked: 1 error, 1 reported before.").count("yeer") == 2
    with (run.docs / "registers/organisations.yml").open("a") as register:
        register.write("# A remark.\n")
    assert "yeer" not in run.wait("3 entries checked: 1 error, 1 reported before.")
    # The error in the file just saved comes first, whatever its name; the other follows.
    run.edit(OTHER, "level: ", "levle: ")
    page.wait_for_function(
        "() => document.querySelector('#served-problems').textContent.split('-->').length > 2",
        polling=20,
    )
    told = problems.inner_text()
    assert told.index(f"docs/{OTHER}.md") < told.index(f"docs/{ENTRY}.md")
    assert "notice[" not in told
    run.edit(OTHER, "levle: ", "level: ")
    assert "yeer" not in run.wait("3 entries checked: 1 error, 1 reported before.")
    run.edit(ENTRY, "yeer: ", "year: ")
    problems.wait_for(state="detached")
    assert refused == []


@pytest.mark.slow
def test_what_only_the_whole_site_shows(run: Serve, page: Page) -> None:
    """What a search finds, a new entry, a removed one, folders: no page of an entry shows them.

    Nor is anything served that is outside of the site.
    """
    run.wait("The site is ready")
    # On this page itself, nothing changes.
    page.goto(f"{run.address}search.html")
    for old, new in (("title: ", "title: Zebra "), ("title: Zebra", "title: Giraffe")):
        page.get_by_role("searchbox").fill("shelter")
        page.get_by_role("link", name=old.removeprefix("title: ") or "A shelter").first.wait_for()
        with page.expect_event("load"):
            run.edit(OTHER, old, new)
            run.wait("The site is ready")
    page.get_by_role("searchbox").fill("shelter")
    page.get_by_role("link", name="Giraffe").first.wait_for()
    # It loads this page again, which would abort going to another one.
    with page.expect_event("load"):
        (run.docs / f"{OTHER}.md").rename(run.docs / f"{OTHER}-anew.md")
        run.wait("The site is ready")
    page.goto(f"{run.address}{OTHER}-anew.html")
    assert page.title()
    missing = page.goto(f"{run.address}{OTHER}.html")
    assert missing is not None
    assert missing.status == 404
    for path in ("/../../../mkdocs.yml", "/%2e%2e/%2e%2e/%2e%2e/mkdocs.yml", "//etc/passwd"):
        answer = page.request.get(f"{run.address.rstrip('/')}{path}")
        assert answer.status == 404, path
    # A folder moved to where file managers keep what is deleted, and back.
    away = run.docs.parent / "away"
    said = ""
    for source, target, entries in (
        (run.docs / "protection", away, 2),
        (away, run.docs / "protection", 3),
        # All of it, as by the checkout of a branch that has none.
        (run.docs, away, 0),
        (away, run.docs, 3),
    ):
        source.rename(target)
        said += run.wait(f"ready: {entries} entries" if entries else "error: There is no folder")
    run.edit(ENTRY, "\n\nSee ", "\n\nA new sentence.\n\nSee ")
    said += run.wait("shown after")
    assert "otify" not in said
    assert "warning" not in said
    with (run.docs.parent / "mkdocs.yml").open("a") as settings:
        settings.write("copyright: The Group\n")
    run.wait("warning: mkdocs.yml sets copyright")


# Ctrl+C just before Python begins to wait: it is recorded, but wakes nothing.
UNHEARD = """
import _thread, os, sys, threading
def interrupt():
    sys.stdin.readline()
    waiting = 0
    while waiting < 1000:
        os.sched_yield()
        frame = sys._current_frames()[threading.main_thread().ident]
        waiting = waiting + 1 if frame.f_code.co_name == "get" else 0
    _thread.interrupt_main()
threading.Thread(target=interrupt, daemon=True).start()
from toolkit.cli.main import main
main()
"""
# While memory is freed: Python ignores what is raised there.
IGNORED = """
import signal, sys
import click
from toolkit.cli.main import main
class Freed:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
def echo(line, *rest, say=click.echo, **how):
    say(line, *rest, **how)
    if "The site is ready" in line:
        Freed()
click.echo = echo
main()
"""


def end_of_input(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.close()


@pytest.mark.slow
def test_until_it_is_ready_nothing_of_another_folder_is_shown(tmp_path: Path, page: Page) -> None:
    """Both runs are interrupted at a bad moment, and end."""
    docs = lay_base(tmp_path)
    with serve(docs, ("-c", IGNORED), end=end_of_input) as run:
        run.wait("The site is ready")
    other = docs.rename(tmp_path / "other")
    edit(other / f"{ENTRY}.md", "title: Guide", "title: Signs")
    with serve(other, ("-c", UNHEARD), end=end_of_input) as run:
        shown = page.goto(f"{run.address}{ENTRY}.html")
        assert shown is not None
        assert "Guide for labour inspectors" not in shown.text()
        page.get_by_role("heading", name="Signs for labour inspectors").wait_for()
        run.wait("The site is ready")


# A large content, which is read anew.
READING = """
import signal
from toolkit.cli.main import main
from toolkit.serving import preview
def slowly(folder, read=preview.read_content):
    print("Begun.", flush=True)
    signal.pause()
    print("Read.", flush=True)
    return read(folder)
preview.read_content = slowly
main()
"""


@pytest.mark.slow
def test_an_interruption_does_not_wait_until_all_is_read(tmp_path: Path) -> None:
    with serve(lay_base(tmp_path), ("-c", READING)) as run:
        run.wait("Begun.")
    assert "Read.\n" not in run.lines.queue


@pytest.mark.slow
def test_a_run_that_is_ended_ends_its_build(tmp_path: Path) -> None:
    """Also while that is starting."""
    with serve(lay_base(tmp_path), end=subprocess.Popen.terminate, code=143) as run:
        pass
    assert run.lines.empty()


@pytest.mark.slow
def test_a_program_that_changes_meanwhile_finds_nothing_made_by_the_former_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Page
) -> None:
    """As after pulling changes of the repository, which holds both program and content."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    docs = lay_base(tmp_path)
    shutil.copytree(ROOT / "toolkit", tmp_path / "toolkit")  # with its compiled code
    with serve(docs, place=tmp_path) as run:
        run.wait("The site is ready")
        kept = sorted((tmp_path / ".cache/toolkit").iterdir())
        code = tmp_path / "toolkit/rendering/markdown.py"
        page.goto(f"{run.address}{ENTRY}.html")
        edit(code, "_CLEANER.clean(written)", "_CLEANER.clean(written).replace('See', 'Regard')")
        told = run.wait("The program has changed")
        page.get_by_role("alert").get_by_text("The program has changed").wait_for()
        run.edit(ENTRY, "\n\nSee ", "\n\nSee here and ")
        told += run.wait("The site is ready")
        # It goes with the last error, but stays while the program is another one.
        run.edit(ENTRY, "year: ", "yeer: ")
        page.get_by_role("alert").get_by_text("error[unknown-field]").wait_for()
        run.edit(ENTRY, "yeer: ", "year: ")
        told += run.wait("The site is ready")
        assert page.get_by_role("alert").inner_text() == told.splitlines()[0]
    assert kept
    assert told.count("The program has changed") == 1
    command = ("toolkit", "build", "--language", "en")
    built = Checkout(tmp_path).run(*command, PYTHONPATH=str(tmp_path))
    assert built.code == 0, built.out + built.err
    assert "Regard here and" in (tmp_path / f"site/{ENTRY}.html").read_text("utf-8")
