"""The exit codes of the command line."""

import enum


class ExitCode(enum.IntEnum):
    """`PROBLEMS` are errors, or with `--strict` warnings too; `FAILED` is a run that failed.

    The last two are what shells report for processes ended by SIGINT or SIGTERM.
    """

    OK = 0
    PROBLEMS = 1
    FAILED = 2
    BUG = 3
    INTERRUPTED = 130
    TERMINATED = 143
