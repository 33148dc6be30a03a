"""Runs `toolkit` and `mkdocs` in forks of one process that has the program loaded.

Started with PYTHONPATH set to the folder of that program, reads one JSON object per line and
answers each with one: see `Program` in tests/program.py.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import traceback
from datetime import date
from pathlib import Path
from typing import IO, Any, NoReturn

import toolkit.bundling
import toolkit.cli.main
import toolkit.output
import toolkit.reports
from toolkit.cache.program import is_unchanged, known_program
from toolkit.content.reader import read_content
from toolkit.editions.formats import FORMATS
from toolkit.forms.data import form_data
from toolkit.forms.files import form_script
from toolkit.languages import LANGUAGES
from toolkit.rendering.markdown import render_markdown
from toolkit.search.client import client_scripts
from toolkit.sheets.exporting import exported
from toolkit.site.environment import Setting, site_environment
from toolkit.site.publication import Publication
from toolkit.site.scripts import small_scripts, small_style
from toolkit.validation.checks import CHECKS
from toolkit.validation.language_tags import canonical_tag

_LONGEST = 600  # seconds
_WATCHED = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "shutil.rmtree"}


def _run(asked: dict[str, Any], out: IO[bytes], err: IO[bytes]) -> NoReturn:
    with open(os.devnull) as nothing:  # noqa: PTH123 - only a handle
        os.dup2(nothing.fileno(), 0)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    module, *sys.argv[1:] = asked["command"]
    sys.path[0] = asked["folder"]
    signal.alarm(_LONGEST)
    if asked["memory"]:
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + asked["memory"],) * 2)
    if asked["fatal"]:
        sys.addaudithook(_killer(asked["fatal"]))
    code: Any = 0
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
        if isinstance(code, str):
            sys.stderr.write(f"{code}\n")
            code = 1
    except BaseException:  # noqa: BLE001 - as Python ends a program
        traceback.print_exc()
        code = 1
    # All that Python does on exit, except freeing memory.
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(int(code or 0))


def _killer(left: int) -> Any:
    """A hook that kills this process before the file operation with this number."""

    def watch(event: str, _arguments: object) -> None:
        nonlocal left
        if event in _WATCHED:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return watch


def main() -> None:
    """Answer until the input ends."""
    for name in toolkit.cli.main.COMMANDS:
        importlib.import_module(f"toolkit.cli.{name}")
    # What the program caches for as long as a text, a template or a script stays the same.
    for check in CHECKS:
        render_markdown(check.page.text, LANGUAGES["en"])
    # What nearly every build loads of the libraries, and patterns.
    canonical_tag("en")
    base = Path(__file__).with_name("cases") / "base/docs"
    content = read_content(base)
    form_data(content, LANGUAGES["en"])
    exported((), base, content, date(2026, 11, 25))
    for language in LANGUAGES.values():
        assert language.locale.territories
    templates = site_environment(Setting(LANGUAGES["en"], Publication("")))
    for name in templates.list_templates(["html"]):
        templates.get_template(name)
    for make in (small_scripts, small_style, client_scripts, form_script):
        make()
        # The minified scripts stay; each run checks whether a script has changed.
        make.cache_clear()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        if "bundle" in asked["command"]:
            for format_ in FORMATS.values():
                format_.load()
            gc.freeze()
        # Each run would read all of it for its digest.
        if not is_unchanged():
            known_program.cache_clear()
            known_program()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                _run(asked, out, err)
            _, status = os.waitpid(child, 0)
            texts = []
            for file in (out, err):
                file.seek(0)
                texts.append(file.read().decode())
        answer = [os.waitstatus_to_exitcode(status), *texts]
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
