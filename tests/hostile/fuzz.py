"""Tries any bytes and workbooks for some minutes: python -m tests.hostile.fuzz [MINUTES]"""

import sys
import time

from hypothesis import settings

from tests.hostile.any_bytes import PATIENT, any_document, any_list
from tests.hostile.any_workbook import any_workbook

_ROUND = 300


def main(minutes: float) -> None:
    """Try new inputs until the time is up; the first failure stops it and shows its bytes."""
    end = time.monotonic() + 60 * minutes
    rounds = 0
    try_document = settings(PATIENT, max_examples=_ROUND)(any_document)
    try_list = settings(PATIENT, max_examples=_ROUND // 6)(any_list)
    try_workbook = settings(PATIENT, max_examples=_ROUND // 3)(any_workbook)
    while time.monotonic() < end:
        try_document()
        try_list()
        try_workbook()
        rounds += 1
    tried = rounds * (_ROUND + _ROUND // 6 + _ROUND // 3)
    sys.stdout.write(f"{minutes:g} minutes, some {tried:,} inputs: nothing found.\n")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
