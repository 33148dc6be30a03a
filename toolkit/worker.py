"""Runs functions in forked processes, in parallel with this one."""

import contextlib
import ctypes
import itertools
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Self, TypeVar

from toolkit.problems import ToolkitError

T = TypeVar("T")
# What other programs, and a terminal that is closed, end a process with.
STOPPING = {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}
ENDING = {signal.SIGINT, *STOPPING}
_END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Worker(Generic[T]):
    """A function running in its own process, which sees everything in memory here.

    If forking is impossible or unsafe (no `fork`, too many processes or too little memory for one
    more, other threads, a process that is itself a worker), or the work `is_short`, the function
    runs here, when its result is asked for: the result is the same.

    In a `with` block it ends with the block: nothing may still be writing during cleanup.
    """

    def __init__(self, function: Callable[[], T], *, is_short: bool = False) -> None:
        self._function = function
        self._process = None
        inside = multiprocessing.current_process().daemon
        if is_short or sys.platform != "linux" or threading.active_count() > 1 or inside:
            return
        context = multiprocessing.get_context("fork")
        self.receiver, sender = context.Pipe(duplex=False)
        arguments = (sender, os.getpid())
        self._process = context.Process(target=self._work, args=arguments, daemon=True)
        try:
            with _signals_held_back():
                self._process.start()
                sender.close()
        except OSError:
            self._process = None
        except BaseException:
            self.stop()
            raise

    def _work(self, sender: multiprocessing.connection.Connection, parent: int) -> None:
        # A parent that is killed can't end this process, which would go on for minutes.
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        self.receiver.close()  # with no reader left, sending fails at once
        # An interrupt also reaches the parent, which ends this process silently.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for sign in STOPPING:
            signal.signal(sign, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        with contextlib.suppress(BrokenPipeError):
            try:
                self._send(sender)
            except Exception as error:  # noqa: BLE001 - raised again in the parent
                # There, only this says where it came from.
                error.add_note(f"In a process of its own:\n{traceback.format_exc()}")
                sender.send((None, error))

    def _send(self, sender: multiprocessing.connection.Connection) -> None:
        sender.send((self._function(), None))

    @property
    def is_here(self) -> bool:
        """Whether the function runs in this process, when its result is asked for."""
        return self._process is None

    def is_ready(self) -> bool:
        """Whether its result is there without waiting, or must be computed here."""
        return self.is_here or self.receiver.poll()

    def result(self) -> T:
        """Wait for what the function returns; what it raises is raised here.

        Raises ToolkitError if its process was ended.
        """
        if self._process is None:
            return self._function()
        try:
            received: T = self._received()
        finally:
            self.receiver.close()
        self._process.join()
        return received

    def _received(self) -> Any:
        try:
            value, error = self.receiver.recv()
        except (EOFError, OSError) as ended:  # the latter if only a part came
            raise ToolkitError(
                "Another program stopped a helper process, perhaps for lack of memory.",
                "close other programs, then run the command again.",
            ) from ended
        if error is not None:
            raise error
        return value

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process if it is still running; its result is lost."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join()


class Pieces(Worker[Iterator[T]]):
    """A worker whose function yields pieces, which arrive one by one: none of them may be None.

    All at once, they would be in the memory of both processes, both as objects and pickled.
    """

    def _send(self, sender: multiprocessing.connection.Connection) -> None:
        for piece in self._function():
            sender.send((piece, None))
        sender.send((None, None))

    def result(self) -> Iterator[T]:
        """Yield what the function yields; what it raises is raised here."""
        if self._process is None:
            yield from self._function()
            return
        with contextlib.closing(self.receiver):
            yield from iter(self._received, None)
        self._process.join()


def in_processes(functions: Iterable[Callable[[], T]], at_once: int) -> list[T]:
    """What the functions return, in order, each run in its own process.

    There are never more than `at_once`, and each one's memory is freed with its process.
    """
    results: dict[int, T] = {}
    running: dict[Worker[T], int] = {}
    waiting = enumerate(functions)
    try:
        while True:
            for number, function in itertools.islice(waiting, at_once - len(running)):
                running[Worker(function)] = number
            if not running:
                return [results[number] for number in sorted(results)]
            ready = next(filter(Worker.is_ready, running), None)
            if ready is None:
                multiprocessing.connection.wait([one.receiver for one in running])
                continue
            results[running.pop(ready)] = ready.result()
    finally:
        for worker in running:
            worker.stop()


@contextlib.contextmanager
def _signals_held_back() -> Iterator[None]:
    """Defer signals that would end this process until a fork is complete.

    An exception during the fork could get lost, or leave the new process running by itself. Signals
    are blocked for the sake of that process. Here that isn't enough: a Go library has its own
    threads, and Python handles in this one the signals that they receive.
    """
    came: list[int] = []
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    before = {
        sign: signal.signal(sign, lambda number, _frame: came.append(number)) for sign in ENDING
    }
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        for number in came:
            signal.raise_signal(number)
