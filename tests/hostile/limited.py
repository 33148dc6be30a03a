"""Runs a module with less time for each text, or with bytes that no file may exceed.

python -m tests.hostile.limited SECONDS BYTES MODULE ARGUMENT ...
"""

import resource
import runpy
import sys

from toolkit import time_limit

if __name__ == "__main__":
    seconds, room, module, *sys.argv[1:] = sys.argv[1:]
    time_limit.SECONDS = float(seconds)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    runpy.run_module(module, run_name="__main__", alter_sys=True)
