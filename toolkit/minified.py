"""Minifies scripts and styles, with a library that is written in Go.

A process forked from one in which Go runs has none of Go's threads: there the library, and the
build with it, may wait forever. In such a process, a new one does the work.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache

import minify

STYLE = "text/css"
_SCRIPT = "application/javascript"
_GO_RUNS_IN = os.getpid()
# By default, it gives scripts newer syntax than they have, which old browsers do not know.
_AS_OLD = {"js-version": 2009}
_ALONE = (
    f"import sys, minify; minify.config({_AS_OLD}); sys.stdout.buffer.write("
    "minify.string(sys.argv[1], sys.stdin.buffer.read().decode()).encode())"
)
minify.config(_AS_OLD)


def script_of(modules: Iterable[str]) -> str:
    """Modules in one function, which hides their names from the outside."""
    script = f'(function () {{"use strict";{"".join(modules)}}})();'
    return f"{minified(script)}\n"


@cache
def minified(text: str, kind: str = _SCRIPT) -> str:
    """A script or style that does the same in fewer bytes."""
    if os.getpid() == _GO_RUNS_IN:
        made: str = minify.string(kind, text)
        return made
    done = subprocess.run(  # noqa: S603 - fixed program, no shell
        [sys.executable, "-c", _ALONE, kind],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()
