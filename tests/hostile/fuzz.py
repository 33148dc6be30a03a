"""Tries any bytes and workbooks for some minutes: python -m tests.hostile.fuzz [MINUTES]"""

import argparse
import sys
import time
from contextlib import suppress

from hypothesis import settings

from tests.hostile.any_bytes import PATIENT, any_document, any_list
from tests.hostile.any_workbook import any_workbook

_ROUND = 300


def main(minutes: float) -> None:
    """Try new inputs until the time is up; the first failure stops it and shows its bytes.

    Ctrl+C stops it too, and reports what was tried until then.
    """
    begun = time.monotonic()
    end = begun + 60 * minutes
    rounds = 0
    try_document = settings(PATIENT, max_examples=_ROUND)(any_document)
    try_list = settings(PATIENT, max_examples=_ROUND // 6)(any_list)
    try_workbook = settings(PATIENT, max_examples=_ROUND // 3)(any_workbook)
    with suppress(KeyboardInterrupt):
        while time.monotonic() < end:
            try_document()
            try_list()
            try_workbook()
            rounds += 1
    tried = rounds * (_ROUND + _ROUND // 6 + _ROUND // 3)
    took = (time.monotonic() - begun) / 60
    sys.stdout.write(f"{took:.0f} minutes, some {tried:,} inputs: nothing found.\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz")
    parser.add_argument("minutes", nargs="?", type=float, default=10)
    main(parser.parse_args().minutes)
