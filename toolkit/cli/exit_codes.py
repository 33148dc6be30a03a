"""What the command line tells the program that called it."""

import enum


class ExitCode(enum.IntEnum):
    """`PROBLEMS` are errors, or with `--strict` warnings too; `FAILED` is a run that failed.

    The last two are what shells say of processes that SIGINT or SIGTERM ended.
    """

    OK = 0
    PROBLEMS = 1
    FAILED = 2
    BUG = 3
    INTERRUPTED = 130
    TERMINATED = 143
