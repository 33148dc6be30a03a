"""Shows each change: the entry's page, or what is wrong with it, at once; then the whole site."""

import contextlib
import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from toolkit.cache.program import PACKAGE, is_unchanged
from toolkit.memory import only_new_collected
from toolkit.problems import Problem, ToolkitError, counted
from toolkit.reports import text
from toolkit.serving.events import Events
from toolkit.serving.preview import Glance, Preview
from toolkit.serving.server import Shown, serving
from toolkit.serving.watching import watching
from toolkit.serving.whole import Outcome, WholeBuild, start_helper

# Programs write a file in several steps: events within so many seconds are one change.
_SETTLED = 0.02
_OUTDATED = (
    "The program has changed, but the old version is still running: stop it with Ctrl+C, and start "
    "`toolkit serve` again."
)


@dataclass(frozen=True)
class Served:
    """What is served: a content folder and MkDocs' configuration, as absolute paths.

    `today` returns the as-of date of a site, `say` prints a line.
    """

    folder: Path
    configuration: Path
    today: Callable[[], date]
    say: Callable[[str], None]


def serve(served: Served, port: int) -> None:
    """Show the site, and each change to it, until interrupted.

    Raises ToolkitError if the port is taken.
    """
    start_helper()
    # Kept: the next run starts with it.
    site = served.folder.parent / ".cache" / "toolkit-serve" / served.folder.name
    shown = Shown(site)
    session = _Session(served, shown, site)
    with (
        session.events,
        serving(shown, port) as address,
        watching(served.folder, served.configuration, PACKAGE, session.events.put),
    ):
        served.say(f"{address} will show the site when it is built. To stop: Ctrl+C.")
        try:
            session.run()
        finally:
            session.end()


class _Session:
    """One thread does the work; other threads put events into a queue: files that changed, and how
    builds ended.
    """

    def __init__(self, served: Served, shown: Shown, site: Path) -> None:
        self._served = served
        self._shown = shown
        self._site = site
        self.events: Events[Path | tuple[WholeBuild, Outcome]] = Events()
        self._build: WholeBuild | None = None
        self._begun = 0.0
        self._preview: Preview | None = None
        # Files that changed since the last complete site, the latest first.
        self._changed: list[str] = []
        self._reported: tuple[Problem, ...] = ()

    @only_new_collected()
    def run(self) -> None:
        """Build, then wait for changes. Never returns.

        All garbage is collected only when nobody is waiting.
        """
        self._start()
        while True:
            event = self.events.get()
            if isinstance(event, Path):
                self._look(self._settled(event))
                self._compare()
            elif event and event[0] is self._build:
                self._ended(event[1])

    def end(self) -> None:
        """Stop the build that is running, if any."""
        if self._build is not None:
            self._build.stop()

    def _start(self) -> None:
        self._begun = time.monotonic()
        self._build = WholeBuild(
            self._served.folder,
            self._site,
            self._served.today(),
            lambda build, outcome: self.events.put((build, outcome)),
        )

    def _settled(self, first: Path) -> list[Path]:
        """Collect changes until no more arrive."""
        found = [first]
        others = []
        while event := self.events.get(_SETTLED):
            if isinstance(event, Path):
                found.append(event)
            else:
                others.append(event)
        for event in others:
            self.events.put(event)
        return found

    def _look(self, paths: Sequence[Path]) -> None:
        inside = _below(self._served.folder, paths)
        is_configured = self._served.configuration in paths
        if not inside and not is_configured:
            return
        begun = time.monotonic()
        if self._build is not None:
            self._build.interrupt()
        self._changed = list(dict.fromkeys((*inside, *self._changed)))
        if is_configured:
            self._preview = None  # a new one needs the settings that the build reads
        glance = self._preview.glance(inside, self._served.today()) if self._preview else None
        if glance is not None:
            self._show(glance, inside, begun)
        if self._build is not None:
            self._build.stop()
        self._start()
        if glance is None:
            self._reload()
        gc.collect()  # now that nobody is waiting

    def _compare(self) -> None:
        """Say, once, that the program on the disk is no longer the one that runs here."""
        note = "" if is_unchanged() else _OUTDATED
        if self._shown.note(note) and note:
            self._served.say(note)

    def _show(self, glance: Glance, paths: Sequence[str], begun: float) -> None:
        message = text.render_errors(glance.problems, glance.count) if glance.problems else ""
        self._shown.show(glance.pages, message)
        # What was found in other files is still wrong there.
        elsewhere = tuple(one for one in self._reported if self._file(one) not in paths)
        self._report(glance.problems, glance.count)
        self._reported += elsewhere
        if glance.pages:
            # Not the files that an editor made for a moment.
            pages = (path for path in paths if f"{path.removesuffix('.md')}.html" in glance.pages)
            names = ", ".join(pages)
            self._served.say(f"{names}: shown after {time.monotonic() - begun:.2f} seconds.")

    def _reload(self) -> None:
        if self._preview is None:
            return
        gc.unfreeze()
        # The build reads the same and reports what is wrong.
        with contextlib.suppress(ToolkitError):
            read = partial(self._preview.read, self._served.today())
            self.events.unless_told(read)  # it takes seconds
        # All of this stays: the garbage collector needn't look at it each time.
        gc.collect()
        gc.freeze()

    def _ended(self, outcome: Outcome) -> None:
        self._build = None
        if outcome.failure:
            self._shown.drop((), outcome.failure)
            self._served.say(outcome.failure)
            return
        if outcome.problems:
            self._refuse(outcome)
            return
        self._changed, self._reported = [], ()
        self._shown.drop(None, "")
        if self._preview is None and outcome.publication is not None:
            for sentence in outcome.publication.overlooked:
                self._served.say(f"warning: {sentence}")
            self._preview = Preview(self._served.folder, outcome.publication, outcome.language)
            self._reload()
        seconds = time.monotonic() - self._begun
        self._served.say(
            f"The site is ready: {counted(outcome.count, 'entry')}, {seconds:.1f} seconds."
        )

    def _refuse(self, outcome: Outcome) -> None:
        """Report errors, those in the latest changes first."""
        order = {path: place for place, path in enumerate(self._changed)}
        problems = sorted(
            outcome.problems,
            key=lambda one: (order.get(self._file(one), len(order)), one.sort_key),
        )
        pages = [f"{self._file(one).removesuffix('.md')}.html" for one in problems]
        self._shown.drop(pages, text.render_errors(problems, outcome.count))
        self._report(problems, outcome.count)

    def _report(self, problems: Sequence[Problem], count: int) -> None:
        """Print errors, but none a second time: of those only the number, for whoever saved the
        file once more, or corrected another one, and waits.
        """
        others = [one for one in problems if one not in self._reported]
        if problems:
            self._served.say(text.render_errors(others, count, len(problems) - len(others)))
        self._reported = tuple(problems)

    def _file(self, problem: Problem) -> str:
        return problem.finding.location.source.path.removeprefix(f"{self._served.folder.name}/")


def _below(folder: Path, paths: Iterable[Path]) -> list[str]:
    """The paths in the folder, relative to it, without dot files, which are never read; its own is
    empty.
    """
    inside = (path.relative_to(folder).parts for path in paths if path.is_relative_to(folder))
    seen = (parts for parts in inside if not any(part.startswith(".") for part in parts))
    return list(dict.fromkeys(map("/".join, seen)))
