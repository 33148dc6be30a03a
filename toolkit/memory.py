"""Memory of runs that make millions of values that live until the end."""

import contextlib
import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager

# With fewer new values, looking takes longer; with more, garbage takes more memory.
_NEW = 20_000
_TWICE_NEW = 20
_NEVER = 2**31 - 1


@contextmanager
def only_new_collected() -> Iterator[None]:
    """Collect garbage only among new values: to go through all others, which live until the end,
    would take most of the time. But each page that a template made leaves some that refer to each
    other, which together would take most of the memory.

    Afterwards, garbage is collected as usual.
    """
    before = gc.get_threshold()
    gc.set_threshold(_NEW, _TWICE_NEW, _NEVER)
    try:
        yield
    finally:
        # Otherwise the next new value would trigger a scan of all of these, as if young.
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(*before)


def give_back() -> None:
    """Give freed memory back to the system, where its C library can: for values of more than 512
    bytes, it would be kept for later ones of this size, and what follows are many small ones.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):  # only in glibc
        ctypes.CDLL(None).malloc_trim(0)
