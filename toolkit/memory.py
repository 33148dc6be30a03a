"""Memory of runs that make millions of values which live to their end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Make values without looking for garbage in between, which would take most of the time.

    What is garbage later is collected as usual afterwards.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            # Else the very next value would set off a look at all of these, as if they were young.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
