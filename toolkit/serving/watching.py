"""Reports files that change."""

import contextlib
import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

# Events that change nothing: of reading, and of folders in which a file changed.
_OF_READERS = frozenset({"opened", "closed_no_write"})
_OF_FILES = frozenset({"modified", "attrib"})


@contextmanager
def watching(
    folder: Path, file: Path, program: Path, on_change: Callable[[Path], None]
) -> Iterator[None]:
    """Call `on_change`, in a thread, with each path below `folder`, next to `file` or below
    `program` that is written, moved or deleted; with that of a folder for all that is in it.

    If the system can't report changes (it is out of watches), poll the files twice a second.
    """
    observer: BaseObserver | None = None

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            kind = event.event_type
            if kind in _OF_READERS or (event.is_directory and kind in _OF_FILES):
                return
            paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
            within = event.is_directory and any(path.is_relative_to(folder) for path in paths)
            if within and (folder in paths or kind != "created"):
                renew()  # `on_change` looks at the whole folder, so it misses nothing from before
            for path in paths:
                on_change(path)

    def renew() -> None:
        # The system watches folders, not names: not what replaces one that was moved or deleted.
        if observer is not None:
            with contextlib.suppress(KeyError):
                observer.unschedule(ObservedWatch(str(folder), recursive=True))
            with contextlib.suppress(OSError):
                observer.schedule(handler, str(folder), recursive=True)

    handler = Handler()
    places = ((folder, True), (folder.parent, False), (file.parent, False), (program, True))
    # What it says of folders that come and go is of no use to anyone.
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="watchdog")
        observer = _started(Observer(), handler, places)
        if observer is None:
            observer = _started(PollingObserver(timeout=0.5), handler, places)
        try:
            yield
        finally:
            if observer is not None:
                observer.stop()
                observer.join()


def _started(
    observer: BaseObserver, handler: FileSystemEventHandler, places: Iterable[tuple[Path, bool]]
) -> BaseObserver | None:
    try:
        for folder, with_all_below in places:
            observer.schedule(handler, str(folder), recursive=with_all_below)
        observer.start()
    except OSError:
        with contextlib.suppress(RuntimeError):
            observer.stop()
        return None
    return observer
