"""Runs `toolkit` in forks of one process, which has the program loaded: a tenth of a second each.

Started with PYTHONPATH set to the checkout whose program it is, reads one JSON list of arguments a
line and answers with a JSON object. The first argument is the number of the file operation before
which the run is killed, 0 to let it end.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile

import toolkit.bundling
import toolkit.cli.build
import toolkit.cli.main
import toolkit.output
import toolkit.reports

_WATCHED = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "shutil.rmtree"}


def _run(fatal: int, arguments: list[str], output: int) -> None:
    os.dup2(output, 1)
    os.dup2(output, 2)
    left = fatal

    def watch(event: str, _arguments: object) -> None:
        nonlocal left
        if event in _WATCHED:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    if fatal:
        sys.addaudithook(watch)
    toolkit.cli.main.main(arguments)


def main() -> None:
    """Answer until the input ends."""
    gc.freeze()
    for line in sys.stdin:
        fatal, *arguments = json.loads(line)
        with tempfile.TemporaryFile() as output:
            child = os.fork()
            if child == 0:
                code = 99
                try:
                    _run(fatal, arguments, output.fileno())
                except SystemExit as end:
                    code = int(str(end.code))
                finally:
                    sys.stdout.flush()
                    os._exit(code)
            _, status = os.waitpid(child, 0)
            output.seek(0)
            text = output.read().decode()
        answer = {"code": os.waitstatus_to_exitcode(status), "text": text}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
