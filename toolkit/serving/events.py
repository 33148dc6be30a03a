"""Events from other threads, for the thread that works until a signal ends the program."""

import contextlib
import select
import signal
import socket
from collections import deque
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar

from toolkit.worker import ENDING

T = TypeVar("T")


class _Stop(BaseException):
    """Passes through libraries that catch every Exception."""


class Events(Generic[T]):
    """A queue without locks. In a `with` block in the main thread, Ctrl+C and other signals that
    end the program do so in `get`: anywhere else, they could leave a lock locked, and the end would
    wait for it. Until then `unless_told` stops work that may be left half done.
    """

    def __init__(self) -> None:
        self._found: deque[T] = deque()
        self._handlers: dict[signal.Signals, Any] = {}
        self._signals: list[int] = []
        self._may_stop = False
        self._woken, self._waking = socket.socketpair()
        for end in (self._woken, self._waking):
            end.setblocking(False)

    def __enter__(self) -> Self:
        # A signal just before Python starts to wait is recorded, but wakes nothing by itself.
        self._wakeup = signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        for one in ENDING:
            if callable(signal.getsignal(one)):  # not ignored
                self._handlers[one] = signal.signal(one, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        self._restore()
        signal.set_wakeup_fd(self._wakeup)

    def _restore(self) -> None:
        while self._handlers:
            signal.signal(*self._handlers.popitem())

    def _note(self, sign: int, _: object) -> None:
        # Both: Python ignores what is raised while memory is freed.
        self._signals.append(sign)
        if self._may_stop:
            self._may_stop = False
            raise _Stop

    def unless_told(self, work: Callable[[], None]) -> None:
        """Do work in which nothing is locked that the end needs; stop when a signal comes."""
        try:
            self._may_stop = True
            try:
                if not self._signals:
                    work()
            finally:
                self._may_stop = False
        except _Stop:
            pass

    def put(self, event: T) -> None:
        """Add an event, in any thread. Never waits."""
        self._found.append(event)
        # If there is no room, it will be woken anyway.
        with contextlib.suppress(BlockingIOError):
            self._waking.send(b"\0")

    def get(self, seconds: float | None = None) -> T | None:
        """Wait for an event and remove it; None if there was none for so many seconds."""
        while not (self._found or self._signals):
            if not select.select([self._woken], (), (), seconds)[0]:
                return None
            self._woken.recv(4096)
        if self._signals:
            self._restore()
            signal.raise_signal(self._signals[0])
        return self._found.popleft()
