"""Prints the figures on the entries of docs/: `make opportunities`."""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from pathlib import Path

from tests.opportunities.judged import cases, tally
from toolkit.content.reader import read_content
from toolkit.opportunities import find_opportunities
from toolkit.opportunities.opportunity import Opportunity
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import make_ledger

LEAST = 0.85

content = read_content(Path("docs"))
ledger = make_ledger(content)


@cache
def found(day: date) -> dict[str, Opportunity]:
    """What the program says as of a day."""
    return find_opportunities(content, all_statuses(ledger, day), ledger.members.on(day), day)


tuned = tally((case for case in cases() if not case.get("apart")), found)
apart = tally((case for case in cases() if case.get("apart")), found)
for name, one in (("Used for tuning", tuned), ("Kept apart", apart)):
    sys.stdout.write(f"{name}: {one.text()}\n")
    for word, keys in (("wrong", one.wrong), ("missed", one.missed)):
        sys.stdout.writelines(f"  {word}: {key}\n" for key in keys)
sys.exit(apart.precision < LEAST)
