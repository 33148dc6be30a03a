"""Memory of runs that make millions of values that live until the end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Make values without garbage collection in between, which would take most of the time.

    Afterwards, garbage is collected as usual.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            # Otherwise the next new value would trigger a scan of all of these, as if young.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
