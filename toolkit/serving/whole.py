"""The build of the whole site in its own process, which a newer change ends."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import NoReturn

from toolkit.cache.program import program_digest
from toolkit.pipeline import build_site
from toolkit.pipeline.build import ContentError
from toolkit.problems import Problem, ToolkitError
from toolkit.reports.screen import shown_lines
from toolkit.site.publication import Publication
from toolkit.worker import STOPPING

# Forking this process would not be safe, since it has threads.
_CONTEXT: SpawnContext | ForkServerContext
if sys.platform == "win32":
    _CONTEXT = multiprocessing.get_context("spawn")
else:
    _CONTEXT = multiprocessing.get_context("forkserver")
    _CONTEXT.set_forkserver_preload([__name__, "toolkit.serving.ahead"])


@dataclass(frozen=True)
class Outcome:
    """How a build ended: with the publisher's settings and the language of the finished site, or
    with `problems`, or with a `failure` that says what else is wrong. `count` entries were checked.
    """

    count: int = 0
    publication: Publication | None = None
    language: str = ""
    problems: tuple[Problem, ...] = ()
    failure: str = ""


def start_helper() -> None:
    """Start the process that starts builds, which ignores Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if sys.platform != "win32":
            forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


class WholeBuild:
    """A running build; `on_end` is called, in a thread, with this object and the outcome."""

    def __init__(
        self, folder: Path, output: Path, day: date, on_end: Callable[[WholeBuild, Outcome], None]
    ) -> None:
        self._on_end = on_end
        self._receiver, sender = _CONTEXT.Pipe(duplex=False)
        # The first time, this is the program as it was loaded, which is also what later builds run.
        made_by = program_digest()
        self._process = _CONTEXT.Process(target=_work, args=(folder, output, day, made_by, sender))
        self._process.start()
        sender.close()
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        try:
            outcome: Outcome = self._receiver.recv()
        except (EOFError, OSError):
            outcome = Outcome(failure="error: the build was stopped.")
        self._process.join()
        self._on_end(self, outcome)

    def interrupt(self) -> None:
        """Tell it to end, if it is still running; the site stays as it was."""
        if self._process.is_alive():
            self._process.terminate()

    def stop(self) -> None:
        """End it, and wait until it has cleaned up."""
        self.interrupt()
        self._process.join()


def _work(folder: Path, output: Path, day: date, made_by: bytes, sender: Connection) -> None:
    def end(*_: object) -> NoReturn:
        for sign in STOPPING:
            signal.signal(sign, signal.SIG_IGN)
        # Messages of whatever this interrupts are of no use to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        sys.exit()

    for sign in STOPPING:
        signal.signal(sign, end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)  # the page that someone is waiting for comes first
    try:
        # What is kept is taken for the work of the program that is on the disk now.
        build = build_site(folder, output, day, alone=True, with_cache=program_digest() == made_by)
        count = len(build.content.entries)
        outcome = Outcome(count, build.shared.publication, build.site.language.tag)
    except ContentError as error:
        outcome = Outcome(error.count, problems=tuple(error.problems))
    except ToolkitError as error:
        outcome = Outcome(failure=shown_lines(f"error: {error.message}\nhint: {error.hint}"))
    except Exception:  # noqa: BLE001 - reported where people look
        outcome = Outcome(failure=f"{traceback.format_exc()}error: this is a bug in the toolkit.")
    with contextlib.suppress(BrokenPipeError):  # the waiting process was killed
        sender.send(outcome)
