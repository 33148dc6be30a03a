"""Stops work on contributed content that takes too long, whatever library does it."""

import signal
import threading
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

# Seconds of processor time for one file. An honest one takes a few milliseconds: no machine is slow
# enough to need this long.
SECONDS = 5.0
# Repeats the signal, in case some code swallowed the first exception.
_AGAIN = 0.2


class TimeLimitError(Exception):
    """Work was stopped because it took too much processor time."""


class _Stop(BaseException):
    """Passes through libraries that catch every Exception."""


class _Limit:
    """Whether work is running under this process's only timer, and whether its time is up."""

    active = False
    reached = False


def within_time_limit(work: Callable[[], T]) -> T:
    """Return what `work` returns; raise TimeLimitError once it has taken SECONDS of processor time.

    The time is that of this process, not of a clock: other programs can't use it up. Python code
    and its regular expressions are stopped at once; a C library only when it returns to Python, so
    its input must be limited in size. Nested calls are under the outer limit. There is no limit
    outside the main thread, on systems without such a timer (Windows), or if its signal is already
    in use: only the limits on sizes and characters apply there.
    """
    if (
        _Limit.active
        or threading.current_thread() is not threading.main_thread()
        or not _is_installed()
    ):
        return work()
    _Limit.active, _Limit.reached = True, False
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, _AGAIN)
            result = work()
        finally:
            _disarm()
    except _Stop:
        _disarm()  # the signal may have come just before the timer was stopped
        raise TimeLimitError from None
    if _Limit.reached:
        raise TimeLimitError
    return result


def _disarm() -> None:
    _Limit.active = False
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@cache
def _is_installed() -> bool:
    """Whether this process calls `_stop` when time is up; set up once for all work, to save time.

    A forked process has its parent's handler, and no timer.
    """
    if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGVTALRM) != signal.SIG_DFL:
        return False
    signal.signal(signal.SIGVTALRM, _stop)
    return True


def _stop(_number: int, _frame: FrameType | None) -> None:
    if _Limit.active:
        _Limit.reached = True
        raise _Stop
