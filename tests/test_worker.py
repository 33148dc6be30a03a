"""Whatever ends a run, at any moment, also ends its worker processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkouts import ROOT
from toolkit.worker import Pieces

# The signal arrives while the process is being made, in a thread that doesn't block it: threads of
# libraries receive what Python's own thread blocks.
RUN = """
import multiprocessing, os, signal, sys
from pathlib import Path
from toolkit.worker import Worker

def receive():
    before = signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    signal.raise_signal(signal.SIGINT)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)

def work():
    # It may be ended while it writes: the file is there with the number, or not at all.
    new = Path(f"{sys.argv[1]}.new")
    new.write_text(str(os.getpid()))
    new.rename(sys.argv[1])
    signal.alarm(240)  # it ends, even where the test fails
    signal.pause()

signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=receive)
try:
    Worker(work)
except KeyboardInterrupt:
    print("interrupted", multiprocessing.active_children())
"""

PARENT_KILLED = """
import os, signal
from toolkit.worker import Worker

reader, writer = os.pipe()

def work():
    os.write(writer, b"begun")
    signal.alarm(240)  # it ends, even where the test fails
    signal.pause()

worker = Worker(work)
os.read(reader, 5)
os.kill(os.getpid(), signal.SIGKILL)
"""

KILLED = """
import os, signal
from toolkit.worker import Worker

Worker(lambda: os.kill(os.getpid(), signal.SIGKILL)).result()
"""


# Its result is more than waits in a pipe: a part has come.
KILLED_SENDING = """
import fcntl, multiprocessing, os, sys, termios
from toolkit.worker import Worker

worker = Worker(lambda: bytes(10_000_000))
while int.from_bytes(fcntl.ioctl(worker.receiver, termios.FIONREAD, bytes(4)), sys.byteorder) < 9:
    os.sched_yield()
for process in multiprocessing.active_children():
    process.kill()
    process.join()
worker.result()
"""

REFUSED = """
import errno, os
from toolkit.worker import Pieces, Worker, in_processes

def refuse():
    raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

os.fork = refuse
print(Worker(lambda: 1).result(), *Pieces(lambda: iter((2, 3))).result())
with Worker(lambda: 4) as worker:
    print(worker.is_here, *in_processes((lambda: 5, lambda: 6, lambda: 7), 2))
"""

# None is left, nor more than two at once, whoever waits for whom, and whatever becomes of a result.
NONE_LEFT = """
import os, signal
from multiprocessing import active_children
from threading import Event, Thread
from toolkit.worker import Worker, in_processes

def fail():
    raise ValueError

def ended():
    for process in active_children():
        process.join(180)
        yield process.exitcode

def drawn(*functions):
    for function in functions:
        assert len(active_children()) < 2
        yield function

reader, writer = os.pipe()
waiting, busy = lambda: os.read(reader, 1), lambda: os.write(writer, b"%d" % all(range(1, 10**6)))
assert in_processes(drawn(waiting, int, busy, int), 2) == [b"1", 0, 1, 0]
with Worker(signal.pause):
    pass
assert not active_children()
try:
    in_processes((fail, signal.pause), 2)
except ValueError:
    assert None not in [*ended()]
Worker(lambda: bytes(10_000_000))
assert [*ended()] == [0]
print(Worker(lambda: Worker(lambda: 4).result()).result(), Worker(int, is_short=True).is_here)
Thread(target=Event().wait, daemon=True).start()
print(Worker(int).is_here, *in_processes((lambda: 5, lambda: 6), 2))
"""

FAILED = """
from toolkit.worker import Worker

def in_its_function():
    raise ValueError("of it")

Worker(in_its_function).result()
"""


def test_an_interruption_while_a_process_is_made_ends_both(tmp_path: Path) -> None:
    place = tmp_path / "process"
    ended = subprocess.run(
        [sys.executable, "-c", RUN, place],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.stdout, ended.stderr, ended.returncode) == ("interrupted []\n", "", 0)
    if place.exists():
        assert not Path("/proc", place.read_text()).exists()


def test_a_process_ends_with_a_parent_that_is_killed() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PARENT_KILLED],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,  # until the last process that can write there has ended
        timeout=120,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL


def test_pieces_come_in_order_and_then_what_was_raised() -> None:
    def pieces() -> Iterator[str]:
        yield from ("one", "two")
        raise ValueError("three")

    came = Pieces(pieces).result()
    assert [next(came), next(came)] == ["one", "two"]
    with pytest.raises(ValueError, match="three"):
        next(came)
    assert list(Pieces(lambda: iter(("one", "two"))).result()) == ["one", "two"]


@pytest.mark.parametrize(
    ("run", "said"),
    [(REFUSED, "1 2 3\nTrue 5 6 7\n"), (NONE_LEFT, "4 True\nTrue 5 6\n")],
    ids=["refused", "none left"],
)
def test_results_are_the_same_in_any_processes(run: str, said: str) -> None:
    """The system refuses one if there are too many, or too little memory is left for it."""
    ended = subprocess.run(
        [sys.executable, "-c", run],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.stdout, ended.stderr) == (said, "")


@pytest.mark.parametrize(
    ("run", "told"),
    [
        (KILLED, ["ToolkitError: Another program stopped a helper process"]),
        (KILLED_SENDING, ["ToolkitError: Another program stopped a helper process"]),
        (FAILED, ["in in_its_function", "ValueError: of it"]),
    ],
    ids=["killed", "killed-sending", "failed"],
)
def test_what_ended_a_process_is_told(run: str, told: list[str]) -> None:
    # In its own process: with other threads, as here, the function would run in this process.
    ended = subprocess.run(
        [sys.executable, "-c", run],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [one for one in told if one not in ended.stderr] == []
