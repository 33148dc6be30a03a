"""Reports files that change."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# Events of reading, which changes nothing.
_OF_READERS = frozenset({"opened", "closed_no_write"})


@contextmanager
def watching(folder: Path, file: Path, told: Callable[[Path], None]) -> Iterator[None]:
    """Call `told`, in a thread, with each path below `folder` or next to `file` that is written,
    moved or deleted.

    If the system can't report changes (it is out of watches), poll the files twice a second.
    """

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.is_directory or event.event_type in _OF_READERS:
                return
            for path in (event.src_path, event.dest_path):
                if path:
                    told(Path(str(path)))

    places = ((folder, True), (file.parent, False))
    observer = _started(Observer(), Handler(), places)
    if observer is None:
        observer = _started(PollingObserver(timeout=0.5), Handler(), places)
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
