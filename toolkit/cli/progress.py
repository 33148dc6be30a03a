"""Shows on a terminal that a long run is still in progress; shows nothing anywhere else."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# A shorter wait, in seconds, needs no message.
PATIENCE = 1.0
_STEP = 0.5
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(words: str, patience: float = PATIENCE) -> Iterator[None]:
    """Show `words` and the seconds elapsed on one line of standard error, then remove it."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    line = threading.Thread(target=_show, args=(words, patience, done), daemon=True)
    line.start()
    try:
        yield
    finally:
        done.set()
        line.join()


def _show(words: str, patience: float, done: threading.Event) -> None:
    begun = time.monotonic()
    if done.wait(patience):
        return
    while True:
        sys.stderr.write(f"{_CLEAR}{words} ... {time.monotonic() - begun:.0f} s")
        sys.stderr.flush()
        if done.wait(_STEP):
            break
    sys.stderr.write(_CLEAR)
    sys.stderr.flush()
