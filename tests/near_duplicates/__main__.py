"""Prints the figures: `python -m tests.near_duplicates`, or `make near-duplicates`."""

import sys
import tempfile
from pathlib import Path

from tests.near_duplicates.measure import measure

with tempfile.TemporaryDirectory() as folder:
    sys.stdout.write(f"{measure(Path(folder)).text()}\n")
