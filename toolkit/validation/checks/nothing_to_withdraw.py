"""An organization withdraws a statement that it has not made.

A withdrawal takes back the organization's own statement about the same text, from an earlier day.
If there is none, the digest or the date is probably wrong, and the statement that was meant still
counts.

## What to do

Correct the digest or the date. To undo a statement from the same day, remove its line.

## Example

Wrong:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
withdrawals:
  - {entry: manual, digest: "sha256:9ab4...", on: 2026-03-01}
```

Right:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
withdrawals:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-03-01}
```
"""

from itertools import chain

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report withdrawals without an earlier statement, if all statements could be read."""
    ledger = context.ledger
    # A statement that is unclear, or doesn't count yet, may be the one that is withdrawn.
    faults = ledger.faults_of("contradictory-statements")
    broken = ledger.unclear | {fault.location.source.path for fault in faults}
    acts = chain(*ledger.acts.values())
    broken |= {act.location.source.path for act in acts if act.on > context.day}
    for fault in ledger.faults_of("nothing-to-withdraw"):
        if fault.location.source.path in broken:
            continue
        organisation, on = fault.names
        yield Finding(
            f"{quote(organisation)} has made no statement about this text that it could withdraw.",
            fault.location,
            f"no statement before {on}",
            "correct the digest or the date, or remove the line.",
        )
