"""Prints the figures for the entries of docs/: `make opportunities`."""

import sys
from pathlib import Path

from tests.opportunities.judged import cases, finder, tally
from toolkit.content.reader import read_content

LEAST = 0.85

found = finder(read_content(Path("docs")))
tuned = tally((case for case in cases() if not case.get("apart")), found)
apart = tally((case for case in cases() if case.get("apart")), found)
for name, one in (("Used for tuning", tuned), ("Kept apart", apart)):
    sys.stdout.write(f"{name}: {one.text()}\n")
    for word, keys in (("wrong", one.wrong), ("missed", one.missed)):
        sys.stdout.writelines(f"  {word}: {key}\n" for key in keys)
sys.exit(apart.precision < LEAST)
