"""Stops work on contributed content that takes too long, whatever library it is done by."""

import signal
import threading
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

# Seconds of processor time for one file. An honest one takes some thousandths of a second: no
# machine is so slow that it needs as many.
SECONDS = 5.0
# Whatever swallowed the first call to stop is called upon again.
_AGAIN = 0.2


class TimeLimitError(Exception):
    """Work was stopped since it took more processor time than it may."""


class _Stop(BaseException):
    """Goes through libraries that catch every Exception."""


class _Limit:
    """Whether work goes on under the one timer of this process, and whether its time came."""

    active = False
    reached = False


def within_time_limit(work: Callable[[], T]) -> T:
    """What `work` returns; raises TimeLimitError once it took SECONDS of processor time.

    The time is that of this process, not that of a clock: other programs can't use it up. Python
    code and its patterns are stopped at once; a library in C when it returns to Python, so that
    what goes into one must be bounded in size. Inside other work under the limit, that limit
    holds. There is none outside the main thread, where a process has no such timer (Windows), and
    where its signal is in use otherwise: only the bounds on sizes and characters hold there.
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
    """Whether this process calls `_stop` when the time comes; once for all work, which costs less.

    A forked process has the handler of its parent, and no timer.
    """
    if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGVTALRM) != signal.SIG_DFL:
        return False
    signal.signal(signal.SIGVTALRM, _stop)
    return True


def _stop(_number: int, _frame: FrameType | None) -> None:
    if _Limit.active:
        _Limit.reached = True
        raise _Stop
